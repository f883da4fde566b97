"""Publishing the work calendar, and reading it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.catalogue.days import FIRST_YEAR, LAST_YEAR, Holiday, NoticeThere, YearNotice, days_of, ordinary
from bole.catalogue.events import WorkCalendarPublished
from bole.catalogue.models import WorkDay, WorkYear
from bole.core.calendar import Day, DayStatus, WorkCalendar
from bole.core.context import Context
from bole.core.errors import InvalidInput
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.org.rules import filled

MOST_DAYS = 400
"""A year and some weeks: what one list of days holds at most."""


@query(allow=Permission.CATALOGUE_READ)
def work_years(ask: Ask) -> Select[WorkYear]:
    """已发布的工作日历年份。"""
    return sa.select(WorkYear).order_by(col(WorkYear.year), col(WorkYear.id))


@query(allow=Permission.CATALOGUE_READ)
def work_days(ask: Ask, *, from_day: date, to_day: date) -> Select[WorkDay]:
    """工作日历的逐日安排（一次最多 400 天）。"""
    within = col(WorkDay.day).between(from_day, to_day)
    return sa.select(WorkDay).where(within).order_by(col(WorkDay.day), col(WorkDay.id)).limit(MOST_DAYS)


@command(allow=Permission.CATALOGUE_PUBLISH)
async def publish_work_calendar(
    ctx: Context,
    *,
    year: int,
    source: str,
    holidays: list[Holiday],
    status: DayStatus = DayStatus.OFFICIAL,
) -> WorkYear:
    """发布一年的工作日历。

    按国务院办公厅放假通知逐条填写放假起止日与调休上班日。发布后，未办结事项的期限随之重新推算，并逐件列明变动。
    """
    notice = notice_of(year, source, holidays, status)
    published, changed = await set_year(ctx, notice)
    ctx.emit(WorkCalendarPublished(year=year, source=notice.source, changed=tuple(changed)))
    return published


def notice_of(year: int, source: str, holidays: list[Holiday], status: DayStatus) -> YearNotice:
    """The notice as it was filled in; refuses a year out of reach and an empty source."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidInput(reason=f"年份应在 {FIRST_YEAR} 至 {LAST_YEAR} 之间", field="year")
    return YearNotice(
        year=year, status=status, source=filled("source", source, 200), holidays=tuple(holidays)
    )


async def set_year(ctx: Context, notice: YearNotice) -> tuple[WorkYear, list[date]]:
    """Puts the notice in force. Returns the days that were known and are now something else."""
    days = days_of(notice)
    published = await _year(ctx, notice)
    stmt = select(WorkDay).where(col(WorkDay.day).between(days[0].date, days[-1].date))
    stmt = stmt.where(col(WorkDay.set_by) <= notice.year)  # a later notice reaching back here stands
    now = {row.day: row for row in (await ctx.db.exec(stmt.with_for_update())).all()}
    standing = await _set_later(ctx, notice.year)
    changed = [d.date for d in days if d.date in now and _apply(now[d.date], d, notice.year)]
    changed += await _let_go(ctx, notice.year, {d.date for d in days})
    new = [_row(d, notice.year) for d in days if d.date not in now and d.date not in standing]
    if new:
        await ctx.db.flush()
        await (await ctx.db.connection()).execute(sa.insert(WorkDay), new)
    return published, sorted(changed)


async def calendar_under(ctx: Context, notice: YearNotice) -> WorkCalendar:
    """The calendar as it would stand with this notice in force: what `set_year` does, without doing it."""
    days = {day.date: day for day in days_of(notice)}
    for row in await ctx.db.exec(select(WorkDay)):
        if row.day not in days:
            let_go = row.set_by == notice.year and row.day.year < notice.year
            days[row.day] = ordinary(row.day, row.status) if let_go else row.value()
        elif row.set_by > notice.year:
            days[row.day] = row.value()
    return WorkCalendar(days.values())


async def _year(ctx: Context, notice: YearNotice) -> WorkYear:
    stmt = select(WorkYear).where(col(WorkYear.year) == notice.year).with_for_update()
    found = (await ctx.db.exec(stmt)).first()
    if found is None:
        found = WorkYear(year=notice.year, status=notice.status, source=notice.source, published_at=ctx.now)
        ctx.db.add(found)
    elif found.status is DayStatus.OFFICIAL and notice.status is DayStatus.PROVISIONAL:
        raise NoticeThere(year=notice.year, source=found.source)
    found.status, found.source = notice.status, notice.source
    found.published_at, found.published_by = ctx.now, ctx.actor.id
    await ctx.db.flush()
    return found


def _apply(row: WorkDay, day: Day, year: int) -> bool:
    """Makes the row say what the day is; True when a working day became a rest day, the other way, or certain."""
    before = (row.kind.working, row.status)
    told = {"kind": day.kind, "name": day.name, "source": day.source, "status": day.status}
    row.sqlmodel_update({**told, "set_by": year if _told(day) or row.day.year == year else row.set_by})
    return before != (day.kind.working, day.status)


def _told(day: Day) -> bool:
    return day.source is not None


async def _set_later(ctx: Context, year: int) -> set[date]:
    stmt = select(col(WorkDay.day)).where(
        col(WorkDay.set_by) > year, col(WorkDay.day).between(date(year, 1, 1), date(year, 12, 31))
    )
    return set((await ctx.db.exec(stmt)).all())


async def _let_go(ctx: Context, year: int, told: Iterable[date]) -> list[date]:
    """Days of the December before that this year's earlier notice had set and the new one does not mention."""
    stmt = select(WorkDay).where(
        col(WorkDay.set_by) == year, col(WorkDay.day) < date(year, 1, 1), col(WorkDay.day).not_in(list(told))
    )
    released = (await ctx.db.exec(stmt)).all()
    return [row.day for row in released if _apply(row, ordinary(row.day, row.status), year - 1)]


def _row(day: Day, year: int) -> dict[str, Any]:
    told = {"kind": day.kind, "name": day.name, "source": day.source, "status": day.status}
    return {"day": day.date, "set_by": year, **told}
