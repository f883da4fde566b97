"""A year has a calendar before anybody counts into it: by the law's fixed days, provisional until its notice."""

from datetime import date, timedelta
from typing import Final

from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.calendar_service import set_year
from bole.catalogue.catalogue import StatutoryHolidays
from bole.catalogue.days import Holiday, YearNotice
from bole.catalogue.events import WorkCalendarPublished
from bole.catalogue.models import WorkYear
from bole.catalogue.rules import NotOffered
from bole.core.actor import PLATFORM
from bole.core.calendar import DayStatus
from bole.core.context import Context, Services, Work
from bole.core.events import every

CODE: Final = "fixed"
"""The one entry of its kind."""
YEARS_AHEAD: Final = 1
"""The longest budgets of working days end within the next year."""


@every("20 16 * * *", "catalogue.look_ahead")
async def look_ahead(services: Services) -> None:
    """Twenty past midnight in China, before the nights of the slices count anything."""
    async with Work(services).write(PLATFORM) as ctx:
        await tell_years_ahead(ctx)


async def tell_years_ahead(ctx: Context) -> list[int]:
    """Which of this year and the next had no calendar and now have a provisional one (domain 2.6: a missing year is
    暂定, Monday to Friday without the fixed statutory days). A city whose file names none is left as it is: there a
    deadline in such a year is refused (CalendarNotCovered)."""
    known = set((await ctx.db.exec(select(col(WorkYear.year)))).all())
    missing = [y for y in range(ctx.today.year, ctx.today.year + YEARS_AHEAD + 1) if y not in known]
    try:
        law = await lookup.body(ctx, StatutoryHolidays, CODE) if missing else None
    except NotOffered:
        law = None
    if law is None:
        return []
    for year in missing:
        _, changed = await set_year(ctx, provisional(year, law))
        ctx.emit(WorkCalendarPublished(year=year, source=law.law, changed=tuple(changed)))
    return missing


def provisional(year: int, law: StatutoryHolidays) -> YearNotice:
    """A year without a notice. Festivals of the lunar calendar are not guessed: the notice will tell them."""
    firsts = [(h, date(year, h.month, h.day)) for h in law.days]
    return YearNotice(
        year=year,
        status=DayStatus.PROVISIONAL,
        source=f"{year}年放假通知尚未发布；按{law.law}中公历固定的节日推算，未计农历节日与调休",
        holidays=tuple(
            Holiday(name=h.name, first=first, last=first + timedelta(days=h.length - 1))
            for h, first in firsts
        ),
    )
