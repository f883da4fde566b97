"""What goes wrong below us becomes a refusal with code and words, or is masked and logged."""

import re
from typing import Any

import asyncpg
import structlog
from sqlalchemy.orm.exc import StaleDataError

from bole.core.database import away, lost
from bole.core.errors import InvalidInput, NotFound, Refusal, TookTooLong

log = structlog.get_logger("bole.fault")

CONSTRAINTS: dict[str, type[Refusal]] = {}
"""Named constraints of slices and the refusal each stands for: `CONSTRAINTS["card_number_key"] = NumberTaken`."""


class AlreadyThere(Refusal):
    """已有同样的记录（{what}），没有重复保存。请先查找已有的那一条。"""


class Overlapping(Refusal):
    """与已有记录的时间段重叠（{what}）。请调整起止日期。"""


class StillUsed(Refusal):
    """这条记录仍被其他记录引用（{what}），不能这样改动。"""


class RuleBroken(Refusal):
    """内容违反了数据规则（{what}），没有保存。请检查填写的数值、日期与状态。"""

    status = 422


class OutOfScope(Refusal):
    """这条记录不在您的管辖范围内，没有保存。如确需办理，请联系上级人才办。"""

    status = 403


class ClosedToRole(Refusal):
    """您的身份不能查阅或办理这类内容。如工作需要，请联系您单位的系统管理员。"""

    status = 403


class TryAgain(Refusal):
    """与另一项同时进行的办理相撞，没有保存。请再试一次。"""


class Internal(Refusal):
    """系统出现意外错误，您的操作没有生效。请稍后再试；如再次出现，请把请求编号 {request_id} 告诉管理员。"""

    status = 500


def refusal_of(error: BaseException, request_id: str | None = None) -> Refusal:
    """The refusal that `error` means to the caller; unknown ones are logged and masked."""
    if isinstance(error, Refusal):
        return error
    below = _driver_error(error)
    if below is not None and (known := _database(below)) is not None:
        return known
    if isinstance(error, StaleDataError):
        return TryAgain()
    if lost(error):
        log.warning("database_away", error=type(error).__name__)
        return away()
    if isinstance(error, TimeoutError):
        return TookTooLong(seconds=10)
    if isinstance(error, (OverflowError, UnicodeEncodeError, asyncpg.DataError)):
        return InvalidInput(reason="数值或文字超出可保存的范围")
    log.error("internal_error", error=type(error).__name__, request_id=request_id, exc_info=error)
    return Internal(request_id=request_id or "-")


def _driver_error(error: BaseException) -> Any:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, asyncpg.PostgresError):
            return seen
        seen = getattr(seen, "orig", None) or seen.__cause__
    return None


def null_in(error: BaseException) -> str | None:
    """`table.column` where PostgreSQL met a null that may not be there."""
    below = _driver_error(error)
    return (
        f"{below.table_name}.{below.column_name}"
        if isinstance(below, asyncpg.NotNullViolationError)
        else None
    )


def _database(error: Any) -> Refusal | None:
    name = getattr(error, "constraint_name", None) or ""
    if name in CONSTRAINTS:
        return CONSTRAINTS[name]()
    if isinstance(error, asyncpg.UniqueViolationError):
        return AlreadyThere(what=name)
    if isinstance(error, asyncpg.ExclusionViolationError):
        return Overlapping(what=name)
    if isinstance(error, asyncpg.ForeignKeyViolationError):
        gone = "is not present" in (getattr(error, "detail", "") or "")
        return NotFound() if gone else StillUsed(what=name)
    if isinstance(
        error, (asyncpg.CheckViolationError, asyncpg.NotNullViolationError, asyncpg.RestrictViolationError)
    ):
        return RuleBroken(what=name or getattr(error, "column_name", None) or "")
    if isinstance(error, asyncpg.InsufficientPrivilegeError):
        # One code of PostgreSQL for two things: a row outside one's scope, and a table closed to the whole role.
        return OutOfScope() if "row-level security" in str(error) else ClosedToRole()
    if isinstance(error, asyncpg.QueryCanceledError):
        return TookTooLong(seconds=8)
    if isinstance(
        error, (asyncpg.DeadlockDetectedError, asyncpg.SerializationError, asyncpg.LockNotAvailableError)
    ):
        return TryAgain()
    if isinstance(error, asyncpg.DataError):
        return InvalidInput(reason="数值或文字超出可保存的范围")
    return None


def constraint(name: str, refusal: type[Refusal]) -> None:
    """Says which refusal a named constraint stands for."""
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise ValueError(name)
    CONSTRAINTS[name] = refusal
