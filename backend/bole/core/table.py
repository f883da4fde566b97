"""The base of every table, and the three kinds of row visibility."""

import secrets
import time
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Enum, Integer, MetaData, event, func
from sqlalchemy.orm import Mapper, backref
from sqlmodel import Field, Relationship, SQLModel

SQLModel.metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ck": "%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "pk": "%(table_name)s_pkey",
    }
).naming_convention

LO = "(select nullif(current_setting('app.lo', true), '')::bigint)"
HI = "(select nullif(current_setting('app.hi', true), '')::bigint)"
SELF = "(select nullif(current_setting('app.self', true), '')::uuid)"
ACTOR = "(select nullif(current_setting('app.actor', true), '')::uuid)"
"""What row policies compare with, read once per statement (an InitPlan): a range costs what a WHERE costs."""

IN_RANGE = f"unit_path >= {LO} and unit_path < {HI}"


_last = (0, 0)
"""The millisecond of the last id, and its random part."""


def new_id() -> UUID:
    """A time-ordered id (UUID version 7, RFC 9562): random enough to be public, dense in an index.

    Ids made by one process within a millisecond follow each other too (section 6.2, monotonic random): rows of one act
    are read in the order in which they were made."""
    global _last  # noqa: PLW0603  (one counter for the process is what makes them follow)
    ms, before = time.time_ns() // 1_000_000, _last
    random = secrets.randbits(73)  # the highest bit is left free for those that follow
    if before[0] == ms:
        random = before[1] + 1 + secrets.randbits(40)
    _last = (ms, random)
    return UUID(int=ms << 80 | 7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & (1 << 62) - 1)


class Table(SQLModel):
    """A row with an id. `__policies__`: the USING text of further row policies, by kind of actor."""

    __policies__: ClassVar[dict[str, str]] = {}
    __grants__: ClassVar[dict[str, str]] = {}

    id: UUID = Field(default_factory=new_id, primary_key=True, description="编号")
    created_at: datetime | None = Field(
        default=None,
        sa_type=DateTime(timezone=True),
        sa_column_kwargs={"server_default": func.now(), "nullable": False},
        description="建立时间",
    )


class Shared(Table):
    """Rows that every signed-in actor may read: units, catalogue, calendar. Staff writes, by permission."""


class Internal(Table):
    """Rows that no node shows: outbox, audit, sessions. Reached by operations of their own slice only."""


class Scoped(Table):
    """Rows that belong to a unit; staff sees those whose `unit_path` lies in its range, others by policy."""

    unit_path: int = Field(sa_type=BigInteger, description="所属单位路径")


class Owned(Table):
    """Rows of one account, whoever it is: its notices. Nobody else's scope reaches them."""

    account_id: UUID = Field(description="账号")


class Versioned(SQLModel):
    """Mixin: two officers who edit one row at once. The second is refused and shown the first's change.

    A table says `__mapper_args__ = {"version_id_col": "version"}`, by name: its column does not exist yet then.
    """

    version: int = Field(default=1, sa_column_kwargs={"nullable": False}, description="版本")


@event.listens_for(Mapper, "instrument_class")
def _version_by_name(mapper: Any, _: type) -> None:
    if isinstance(mapper.version_id_col, str):
        mapper.version_id_col = mapper.local_table.c[mapper.version_id_col]


def choice(values: type[StrEnum]) -> Any:
    """Column type of a fixed list of words: text with a CHECK: a new word is one small migration."""
    return Enum(
        values,
        native_enum=False,
        create_constraint=True,
        values_callable=lambda e: [m.value for m in e],
        length=40,
        name=_snake(values.__name__),
    )


def moment() -> Any:
    return DateTime(timezone=True)


def link(back: str | None = None, *, reverse: str | None = None, **kwargs: Any) -> Any:
    """A relationship that is never loaded by accident (`lazy="raise"`).

    `back` names its other half; `reverse` makes that half on a table below, which stays ignorant of ours.
    """
    args: dict[str, Any] = {"lazy": "raise", **kwargs}
    if reverse:
        args["backref"] = backref(reverse, lazy="raise", viewonly=bool(kwargs.get("viewonly")))
    if back:
        args["back_populates"] = back
    return Relationship(sa_relationship_kwargs=args)


def _snake(name: str) -> str:
    return "".join("_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(name))


__all__ = [
    "ACTOR",
    "HI",
    "IN_RANGE",
    "LO",
    "SELF",
    "CheckConstraint",
    "Integer",
    "Internal",
    "Owned",
    "Scoped",
    "Shared",
    "Table",
    "Versioned",
    "choice",
    "link",
    "moment",
    "new_id",
]
Maker = Callable[..., Any]
