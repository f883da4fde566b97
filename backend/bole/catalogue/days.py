"""From an official holiday notice to the days of a year. No I/O: a notice in, days out."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from pydantic import Field

from bole.catalogue.shapes import Shape
from bole.core.calendar import Day, DayKind, DayStatus
from bole.core.errors import Refusal

SATURDAY = 5
FIRST_YEAR, LAST_YEAR = 2000, 2100


class HolidayReversed(Refusal):
    """“{name}”的放假止日 {last} 早于起日 {first}。请改正日期。"""

    status = 422


class OutsideTheYear(Refusal):
    """“{name}”的 {day} 不在 {year} 年放假通知的范围内（{year} 年全年，及上年十二月）。请核对年份。"""

    status = 422


class HolidaysOverlap(Refusal):
    """“{name}”与“{other}”的放假日期重叠（{day}）。请核对通知。"""

    status = 422


class MakeupNotOnWeekend(Refusal):
    """“{name}”的调休上班日 {day} 不是周六或周日。请核对通知。"""

    status = 422


class MakeupIsHoliday(Refusal):
    """“{name}”的调休上班日 {day} 同时是“{other}”的放假日。请核对通知。"""

    status = 422


class NoHolidays(Refusal):
    """没有填写任何放假安排。请逐条填写通知中的节日。"""

    status = 422


class GuessedMakeup(Refusal):
    """暂定日历只扣除法定节日，不作调休。请去掉“{name}”的调休上班日，或以正式通知发布。"""

    status = 422


class NoticeThere(Refusal):
    """{year} 年已按正式通知发布（{source}），不能再改为暂定。"""


class Holiday(Shape):
    """一个节日的放假安排：放假起止日与调休上班日"""

    name: str = Field(min_length=1, max_length=60, description="节日名称")
    first: date = Field(description="放假起日")
    last: date = Field(description="放假止日")
    workdays: tuple[date, ...] = Field(default=(), description="调休上班日（周末）")
    source: str | None = Field(default=None, max_length=200, description="另有依据文件的，写明文件")


class YearNotice(Shape):
    """A year's notice, or for a year without one the fixed holidays of the law."""

    year: int = Field(ge=FIRST_YEAR, le=LAST_YEAR, description="年份")
    status: DayStatus = Field(description="正式或暂定")
    source: str = Field(min_length=1, max_length=200, description="依据文件")
    holidays: tuple[Holiday, ...] = Field(description="放假安排")


def span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def ordinary(day: date, status: DayStatus) -> Day:
    """What a day is when no notice speaks of it."""
    kind = DayKind.WEEKEND if day.weekday() >= SATURDAY else DayKind.WORKDAY
    return Day(day, kind, status=status)


def days_of(notice: YearNotice) -> list[Day]:
    """Every day of the year, and those of the December before that the notice speaks of."""
    check(notice)
    told = {
        d.date: d
        for holiday in notice.holidays
        for d in _told(holiday, holiday.source or notice.source, notice.status)
    }
    year = span(date(notice.year, 1, 1), date(notice.year, 12, 31))
    return [told.get(day) or ordinary(day, notice.status) for day in sorted({*year, *told})]


def check(notice: YearNotice) -> None:
    """Refuses a notice that contradicts itself or the week."""
    if not notice.holidays:
        raise NoHolidays(field="holidays")
    earliest, latest = date(notice.year - 1, 12, 1), date(notice.year, 12, 31)
    for holiday in notice.holidays:
        if holiday.last < holiday.first:
            raise HolidayReversed(
                name=holiday.name, first=holiday.first.isoformat(), last=holiday.last.isoformat()
            )
        for day in (holiday.first, holiday.last, *holiday.workdays):
            if not earliest <= day <= latest:
                raise OutsideTheYear(name=holiday.name, day=day.isoformat(), year=notice.year)
    in_order = sorted(notice.holidays, key=lambda h: h.first)
    for before, after in pairwise(in_order):
        if after.first <= before.last:
            raise HolidaysOverlap(name=before.name, other=after.name, day=after.first.isoformat())
    for holiday in in_order:
        _check_makeup(holiday, in_order, notice.status)


def _check_makeup(holiday: Holiday, others: Iterable[Holiday], status: DayStatus) -> None:
    for day in holiday.workdays:
        if status is DayStatus.PROVISIONAL:
            raise GuessedMakeup(name=holiday.name)
        if day.weekday() < SATURDAY:
            raise MakeupNotOnWeekend(name=holiday.name, day=day.isoformat())
        for other in others:
            if other.first <= day <= other.last:
                raise MakeupIsHoliday(name=holiday.name, day=day.isoformat(), other=other.name)


def _told(holiday: Holiday, source: str, status: DayStatus) -> list[Day]:
    rest = [Day(d, DayKind.HOLIDAY, holiday.name, source, status) for d in span(holiday.first, holiday.last)]
    return rest + [Day(d, DayKind.MAKEUP, holiday.name, source, status) for d in holiday.workdays]


def notice_of(year: int, status: DayStatus, source: str, days: Iterable[Day]) -> YearNotice:
    """The notice that these days (all set by it) came from: the inverse of `days_of`."""
    rests: list[list[Day]] = []
    makeups: list[Day] = []
    for day in sorted(days, key=lambda d: d.date):
        if day.kind is DayKind.MAKEUP:
            makeups.append(day)
        elif day.kind is DayKind.HOLIDAY:
            last = rests[-1][-1] if rests else None
            if last and last.date + timedelta(days=1) == day.date and _same(last, day):
                rests[-1].append(day)
            else:
                rests.append([day])
    holidays = [
        Holiday(
            name=run[0].name or "",
            first=run[0].date,
            last=run[-1].date,
            workdays=tuple(m.date for m in makeups if _same(m, run[0])),
            source=None if run[0].source == source else run[0].source,
        )
        for run in rests
    ]
    return YearNotice(year=year, status=status, source=source, holidays=tuple(holidays))


def _same(one: Day, other: Day) -> bool:
    return (one.name, one.source) == (other.name, other.source)
