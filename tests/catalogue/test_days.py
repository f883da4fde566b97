"""From a notice to the days of a year; the years we ship against an independent source."""

from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.city import CHAOZHOU

from bole.catalogue import days
from bole.catalogue.days import Holiday, YearNotice, days_of, notice_of
from bole.catalogue.profile import read_profile
from bole.core.calendar import Day, DayKind, DayStatus, WorkCalendar
from bole.core.errors import Refusal

OFFICIAL, PROVISIONAL = DayStatus.OFFICIAL, DayStatus.PROVISIONAL
NATIONAL = Holiday(
    name="国庆节",
    first=date(2026, 10, 1),
    last=date(2026, 10, 7),
    workdays=(date(2026, 9, 20), date(2026, 10, 10)),
)


def a_notice(*told: Holiday, year: int = 2026, status: DayStatus = OFFICIAL) -> YearNotice:
    return YearNotice(year=year, status=status, source="放假通知", holidays=told)


@pytest.fixture(scope="module")
def shipped() -> dict[int, YearNotice]:
    return {c.year: c for c in read_profile(CHAOZHOU).calendars}


@pytest.fixture(scope="module")
def calendar(shipped: dict[int, YearNotice]) -> WorkCalendar:
    """As the database has it: a later notice that reaches back decides."""
    told = {d.date: d for year in sorted(shipped) for d in days_of(shipped[year])}
    return WorkCalendar(told.values())


# What we ship -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("year", range(2015, 2027))
def test_every_official_day_agrees_with_an_independent_source(calendar: WorkCalendar, year: int):
    """The library is an oracle up to 2026 only: for later years it guesses, without 调休, and does not say so."""
    oracle = holidays.country_holidays("CN", years=[year])
    day, wrong = date(year, 1, 1), []
    while day.year == year:
        if calendar.is_working(day) != oracle.is_working_day(day):
            wrong.append(day.isoformat())
        day += timedelta(days=1)
    assert wrong == []


def test_official_years_name_their_paper(shipped: dict[int, YearNotice]):
    for year in range(2015, 2027):
        assert shipped[year].status is OFFICIAL
        assert f"关于{year}年部分节假日安排的通知（国办发明电〔{year - 1}〕" in shipped[year].source


def test_2027_is_provisional_and_says_so_without_make_up_days(calendar: WorkCalendar, shipped):
    assert shipped[2027].status is PROVISIONAL
    assert "尚未发布" in shipped[2027].source
    year = [calendar[date(2027, 1, 1) + timedelta(days=n)] for n in range(365)]
    assert all(d.status is PROVISIONAL for d in year)
    assert not [d for d in year if d.kind is DayKind.MAKEUP]
    assert not calendar.is_working(date(2027, 2, 8)), "初三 is a Monday and a fixed holiday"
    assert calendar.is_working(date(2027, 2, 9)), "what a notice might add is not guessed"


def test_new_years_notice_reaches_back_into_december(calendar: WorkCalendar):
    assert calendar[date(2018, 12, 29)].kind is DayKind.MAKEUP
    assert calendar[date(2018, 12, 31)].kind is DayKind.HOLIDAY
    assert "2019年部分节假日" in (calendar[date(2018, 12, 31)].source or "")


def test_a_later_paper_of_the_same_year_is_named_where_it_decided(calendar: WorkCalendar):
    assert "延长2020年春节假期" in (calendar[date(2020, 2, 1)].source or "")
    assert "调整2019年劳动节" in (calendar[date(2019, 5, 3)].source or "")


# Any notice -------------------------------------------------------------------------------------------


def test_a_day_is_holiday_make_up_weekend_or_workday():
    told = {d.date: d for d in days_of(a_notice(NATIONAL))}
    assert len(told) == 365
    assert told[date(2026, 10, 3)].kind is DayKind.HOLIDAY, "a Saturday inside the holiday is holiday"
    assert told[date(2026, 10, 10)] == Day(date(2026, 10, 10), DayKind.MAKEUP, "国庆节", "放假通知", OFFICIAL)
    assert told[date(2026, 10, 11)].kind is DayKind.WEEKEND
    assert told[date(2026, 10, 12)].kind is DayKind.WORKDAY


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ([], days.NoHolidays),
        ([NATIONAL.model_copy(update={"last": date(2026, 9, 30)})], days.HolidayReversed),
        ([NATIONAL.model_copy(update={"first": date(2025, 10, 1)})], days.OutsideTheYear),
        ([NATIONAL.model_copy(update={"workdays": (date(2026, 10, 12),)})], days.MakeupNotOnWeekend),
        ([NATIONAL.model_copy(update={"workdays": (date(2026, 10, 3),)})], days.MakeupIsHoliday),
        (
            [NATIONAL, NATIONAL.model_copy(update={"name": "中秋节", "first": date(2026, 10, 7)})],
            days.HolidaysOverlap,
        ),
    ],
)
def test_a_notice_that_cannot_be_is_refused(told: list[Holiday], refusal: type[Refusal]):
    with pytest.raises(refusal):
        days_of(a_notice(*told))


def test_a_provisional_year_does_not_guess_make_up_days():
    with pytest.raises(days.GuessedMakeup):
        days_of(a_notice(NATIONAL, status=PROVISIONAL))


@given(st.data())
def test_a_notice_is_told_back_from_its_days(data: st.DataObject):
    year = data.draw(st.integers(2016, 2030))
    lengths = data.draw(st.lists(st.integers(1, 8), min_size=1, max_size=8))
    start, told = date(year, 1, 1), []
    for i, length in enumerate(lengths):
        first = start + timedelta(days=40 * i + data.draw(st.integers(0, 20)))
        last = first + timedelta(days=length - 1)
        around = [last + timedelta(days=n) for n in range(1, 8)]
        makeup = tuple(d for d in around if d.weekday() >= 5)[: data.draw(st.integers(0, 2))]
        source = data.draw(st.sampled_from([None, "另一份通知"]))
        told.append(Holiday(name=f"节{i}", first=first, last=last, workdays=makeup, source=source))
    notice = a_notice(*told, year=year)
    assert notice_of(year, notice.status, notice.source, days_of(notice)) == notice


def test_the_shipped_notices_are_told_back_from_their_days(shipped: dict[int, YearNotice]):
    for notice in shipped.values():
        assert notice_of(notice.year, notice.status, notice.source, days_of(notice)) == notice


def test_the_folder_is_where_the_product_looks():
    assert (Path(CHAOZHOU) / "calendar/2027.toml").is_file()
