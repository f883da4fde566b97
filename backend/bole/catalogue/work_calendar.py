"""The whole work calendar as a value, kept by the process until a year is published anew."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from bole.catalogue.models import WorkDay, WorkYear
from bole.core.calendar import Day, WorkCalendar
from bole.core.context import Context

_KEPT = "work_calendar"


async def work_calendar(ctx: Context) -> WorkCalendar:
    """Every published day. What is kept is used only while no year was published since.

    The years are asked, not told of it: another process may have published, and a transaction that publishes
    sees its own days before anyone else does.
    """
    years = select(WorkYear.year, WorkYear.published_at).order_by(col(WorkYear.year))
    key = tuple((await ctx.db.exec(years)).all())
    kept = ctx.services.extras.get(_KEPT)
    if kept is not None and kept[0] == key:
        found: WorkCalendar = kept[1]
        return found
    # as plain rows: of the objects that an ORM makes of them nobody needs one
    d: Any = WorkDay
    days = sa.select(d.day, d.kind, d.name, d.source, d.status)
    calendar = WorkCalendar(Day(*row) for row in (await ctx.db.execute(days)).all())
    ctx.services.extras[_KEPT] = (key, calendar)
    return calendar
