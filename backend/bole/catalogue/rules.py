"""Which version holds on which day, and what publishing may do. No I/O: values in, decisions out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from bole.core.errors import Refusal
from bole.org.rules import day_after, day_before, holds_on


class NotOffered(Refusal):
    """目录“{kind}”中没有 {on} 当日有效的“{code}”。请核对代码，或请配置员先发布该条目。"""

    status = 422


class PublishedInThePast(Refusal):
    """新版的起始日 {start} 不晚于今天（{today}）。确需补发既往版本的，请勾选“允许既往日期”。"""


class VersionOverlaps(Refusal):
    """新版的起始日 {start} 落在第 {number} 版的期间（{period}）之内或之前。新版只能接在最后一版之后。"""


class LeavesGap(Refusal):
    """第 {number} 版到 {until} 为止，新版从 {start} 起，空 {days} 天。请改为 {expected} 起，或允许空档。"""


class SameAsBefore(Refusal):
    """新版内容与第 {number} 版完全相同，没有可发布的改动。"""


class NothingPublished(Refusal):
    """目录“{kind}”中没有“{code}”。请核对代码。"""

    status = 404


class WithdrawnInThePast(Refusal):
    """截止日 {until} 早于今天（{today}）。已按它办理的事项不能追溯停用，请改为今天或以后。"""

    status = 422


class VersionLike(Protocol):
    """An entry, as far as the rules care."""

    code: str
    number: int
    valid_from: date
    valid_until: date | None
    body: dict[str, Any]


V = TypeVar("V", bound=VersionLike)


def in_force(entries: Iterable[V], code: str, on: date, *, kind: str = "") -> V:
    """The version of `code` that holds on this day; refuses (NotOffered) where there is none."""
    for entry in entries:
        if entry.code == code and holds_on(entry.valid_from, entry.valid_until, on):
            return entry
    raise NotOffered(kind=kind, code=code, on=on.isoformat())


@dataclass(frozen=True)
class Placed:
    """Where a new version goes: its number, and the day on which the one before it ends (if still open)."""

    number: int
    closes_on: date | None


def place(
    versions: Sequence[VersionLike],
    start: date,
    body: Mapping[str, Any],
    *,
    today: date,
    allow_past: bool = False,
    allow_gap: bool = False,
) -> Placed:
    """Checks that a version may begin on `start`, after all that were published before.

    The first version of a code may begin on any day: nothing has been judged by it yet.
    """
    if not versions:
        return Placed(number=1, closes_on=None)
    last = max(versions, key=lambda v: v.valid_from)
    if start <= last.valid_from or (last.valid_until is not None and start <= last.valid_until):
        until = last.valid_until.isoformat() if last.valid_until else "今"
        raise VersionOverlaps(
            start=start.isoformat(),
            number=last.number,
            period=f"{last.valid_from.isoformat()} 至 {until}",
            field="validFrom",
        )
    if start <= today and not allow_past:
        raise PublishedInThePast(start=start.isoformat(), today=today.isoformat(), field="validFrom")
    if last.valid_until is not None and not allow_gap and day_after(last.valid_until) != start:
        expected = day_after(last.valid_until)
        raise LeavesGap(
            number=last.number,
            until=last.valid_until.isoformat(),
            start=start.isoformat(),
            days=(start - expected).days,
            expected=expected.isoformat(),
            field="validFrom",
        )
    if last.valid_until is None and dict(last.body) == dict(body):
        raise SameAsBefore(number=last.number)
    return Placed(
        number=max(v.number for v in versions) + 1,
        closes_on=day_before(start) if last.valid_until is None else None,
    )


def check_withdrawal(last_day: date, today: date) -> None:
    if last_day < today:
        raise WithdrawnInThePast(until=last_day.isoformat(), today=today.isoformat(), field="lastDay")


@dataclass(frozen=True)
class Kind:
    """A kind of entries, its Chinese name, how many of it are in force, and what their bodies say."""

    kind: str
    name: str
    in_force: int
    fields: list[dict[str, Any]]


@dataclass(frozen=True)
class Difference:
    """One field that two versions say differently; None on the side that does not say it."""

    path: str
    before: Any
    after: Any


def difference(before: Any, after: Any, path: str = "") -> list[Difference]:
    """What changed between two bodies, leaf by leaf. List items that bear a code are compared by it."""
    if before == after:
        return []
    if isinstance(before, dict) and isinstance(after, dict):
        keys = [*before, *(k for k in after if k not in before)]
        return [
            d for k in keys for d in difference(before.get(k), after.get(k), f"{path}.{k}" if path else k)
        ]
    if isinstance(before, list) and isinstance(after, list) and _coded(before) and _coded(after):
        return difference(
            {item["code"]: item for item in before}, {item["code"]: item for item in after}, path
        )
    return [Difference(path, before, after)]


def _coded(items: list[Any]) -> bool:
    return all(isinstance(i, dict) and "code" in i for i in items)
