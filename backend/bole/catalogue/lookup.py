"""What commands of every slice ask the catalogue: the entry in force on a day, and its body.

The days lie beside: work_calendar.py.
"""

from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import ColumnElement, and_
from sqlmodel import col, select

from bole.catalogue.models import Entry
from bole.catalogue.rules import NotOffered
from bole.catalogue.shapes import kind_of, kinds, shape_of
from bole.core.context import Context
from bole.org.models import holds

S = TypeVar("S", bound=BaseModel)


def in_force(kind: str, day: Any, code: Any = None) -> ColumnElement[bool]:
    """SQL: this entry's version holds on `day` (a date, a column or `ask.today`)."""
    told = and_(col(Entry.kind) == kind, holds(Entry, day))
    return told if code is None else and_(told, col(Entry.code) == code)


async def entry(ctx: Context, kind: str, code: str, on: date | None = None) -> Entry:
    """The version in force on a day (today if not said); refuses NotOffered."""
    day = on or ctx.today
    found = (await ctx.db.exec(select(Entry).where(in_force(kind, day, code)))).first()
    if found is None:
        raise NotOffered(kind=kinds().get(kind, kind), code=code, on=day.isoformat())
    return found


async def entries(ctx: Context, kind: str, on: date | None = None) -> list[Entry]:
    """Every entry of a kind in force on a day, in the catalogue's order."""
    stmt = select(Entry).where(in_force(kind, on or ctx.today))
    return list((await ctx.db.exec(stmt.order_by(col(Entry.position), col(Entry.code)))).all())


async def body(ctx: Context, shape: type[S], code: str, on: date | None = None) -> S:
    """The body in force, as its shape: `terms = await body(ctx, FastTrackTerm, "L1")`; refuses NotOffered."""
    return shape.model_validate((await entry(ctx, kind_of(shape), code, on)).body)


async def bodies(ctx: Context, shape: type[S], on: date | None = None) -> dict[str, S]:
    """Every body of this shape in force, by code and in the catalogue's order."""
    return {e.code: shape.model_validate(e.body) for e in await entries(ctx, kind_of(shape), on)}


def value(told: Entry) -> BaseModel:
    """The entry's body as its shape."""
    return shape_of(told.kind).model_validate(told.body)
