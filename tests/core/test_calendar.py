"""Working days: the official calendar, nothing guessed, every date able to explain itself."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.support.days import CALENDAR, OFFICIAL, ORACLE, WITH_2027, d, days

from bole.core.calendar import (
    CalendarNotCovered,
    DayStatus,
    WorkCalendar,
)

inside = st.dates(date(2015, 1, 1), date(2025, 12, 31))


# Dates that people were told ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "latest"),
    [
        ("10-12", "09-29"),
        ("10-10", "09-28"),
        ("02-28", "02-14"),
        ("09-28", "09-20"),
        ("03-02", "02-24"),
        ("06-22", "06-12"),
        ("11-20", "11-13"),
    ],
)
def test_five_working_days_before_an_event(event: str, latest: str) -> None:
    assert CALENDAR.latest_on_time(d(event), 5) == d(latest)
    assert CALENDAR.on_time(d(latest), d(event), 5)
    following = CALENDAR.add_working_days(d(latest), 1)
    assert not CALENDAR.on_time(following, d(event), 5)


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        ("04-24", 10, "05-12"),  # one-stop service
        ("04-28", 5, "05-08"),  # public notice
        ("09-30", 5, "10-13"),  # quarter report
        ("09-21", 15, "10-19"),  # fast track
        ("09-29", 5, "10-12"),
        ("07-07", 5, "07-14"),  # letter of supervision
    ],
)
def test_so_many_working_days_from_a_day(start: str, n: int, due: str) -> None:
    assert CALENDAR.add_working_days(d(start), n) == d(due)
    assert CALENDAR.working_days_between(d(start), d(due)) == n


def test_a_filing_one_day_late_is_late_by_one_working_day() -> None:
    latest = CALENDAR.latest_on_time(d("10-12"), 5)
    assert CALENDAR.working_days_between(latest, d("09-30")) == 1
    assert not CALENDAR.on_time(d("09-30"), d("10-12"), 5)


def test_a_filing_on_the_rest_days_after_the_latest_working_day_is_still_on_time() -> None:
    assert CALENDAR.latest_on_time(d("06-22"), 5) == d("06-12")
    assert CALENDAR.on_time(d("06-14"), d("06-22"), 5)
    assert not CALENDAR.on_time(d("06-15"), d("06-22"), 5)


def test_a_filing_after_the_event_is_never_on_time() -> None:
    assert not CALENDAR.on_time(d("10-13"), d("10-12"), 0)


# Explanations -----------------------------------------------------------------------------------


def test_a_date_explains_itself_in_one_sentence() -> None:
    told = CALENDAR.explain(d("09-29"), 5)
    assert told.end == d("10-12")
    assert told.summary == "09-29→10-12：国庆假 10-01~10-07 不计，10-10（六）调休计 1 天"
    assert not told.provisional
    assert told.provisional_words is None


def test_a_date_explains_itself_day_by_day() -> None:
    told = CALENDAR.explain(d("09-29"), 5).days
    by_day = {r.date: r for r in told}
    assert [r.date for r in told] == days(d("09-30"), d("10-12"))
    assert by_day[d("10-01")].why == "国庆节假期"
    assert not by_day[d("10-01")].counted
    assert by_day[d("10-10")].why == "调休上班"
    assert by_day[d("10-10")].weekday == "周六"
    assert by_day[d("10-10")].ordinal == 4
    assert by_day[d("10-11")].why == "周末"
    assert by_day[d("10-12")].ordinal == 5
    assert by_day[d("10-08")].source == "国务院办公厅关于2026年部分节假日安排的通知"
    assert by_day[d("10-08")].status is DayStatus.OFFICIAL


def test_two_holidays_are_both_named() -> None:
    told = CALENDAR.explain(d("09-21"), 15)
    assert told.end == d("10-19")
    assert (
        told.summary
        == "09-21→10-19：中秋假 09-25~09-27 不计，国庆假 10-01~10-07 不计，10-10（六）调休计 1 天"
    )


def test_an_ordinary_week_says_that_weekends_do_not_count() -> None:
    assert CALENDAR.explain(d("04-13"), 4).summary == "04-13→04-17：其间没有休息日，共 4 个工作日"
    assert CALENDAR.explain(d("04-13"), 5).summary == "04-13→04-20：周末不计，共 5 个工作日"


def test_a_date_across_the_new_year_names_the_years_and_is_provisional() -> None:
    told = WITH_2027.explain(d("12-29"), 5)
    assert told.summary.startswith("2026-12-29→2027-")
    assert told.provisional
    assert told.provisional_words is not None
    assert "2027 年" in told.provisional_words
    assert [r.status for r in told.days][-1] is DayStatus.PROVISIONAL


def test_a_date_that_ends_before_the_guessed_year_is_not_provisional() -> None:
    assert not WITH_2027.explain(d("12-21"), 5).provisional
    assert not WITH_2027.provisional_between(d("12-21"), d("12-31"))
    assert WITH_2027.provisional_between(d("12-21"), d("2027-01-01"))


# What is not known ----------------------------------------------------------------------------------


def test_a_year_without_a_calendar_is_refused_and_named() -> None:
    with pytest.raises(CalendarNotCovered) as refused:
        CALENDAR.add_working_days(d("12-29"), 5)
    assert refused.value.facts["year"] == 2027
    assert "2027 年" in str(refused.value)
    assert "国务院办公厅" in str(refused.value)


@pytest.mark.parametrize(
    "ask",
    [
        lambda c: c.add_working_days(date(2014, 12, 31), 1),
        lambda c: c.add_working_days(date(2014, 12, 31), 0),
        lambda c: c.latest_on_time(date(2015, 1, 5), 5),
        lambda c: c.latest_on_time(date(2027, 1, 4), 1),
        lambda c: c.working_days_between(date(2026, 12, 1), date(2027, 1, 1)),
        lambda c: c.working_days_between(date(2014, 12, 31), date(2015, 1, 5)),
        lambda c: c.is_working(date(2027, 1, 1)),
        lambda c: c.explain(date(2026, 12, 30), 9),
    ],
)
def test_no_answer_reaches_beyond_the_known_days(ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CalendarNotCovered):
        ask(CALENDAR)


def test_a_missing_year_in_the_middle_is_not_jumped_over() -> None:
    holed = WorkCalendar(x for x in OFFICIAL if x.date.year != 2020)
    with pytest.raises(CalendarNotCovered) as refused:
        holed.add_working_days(date(2019, 12, 30), 5)
    assert refused.value.facts["year"] == 2020
    with pytest.raises(CalendarNotCovered) as refused:
        holed.latest_on_time(date(2021, 1, 4), 5)
    assert refused.value.facts["year"] == 2020
    with pytest.raises(CalendarNotCovered):
        holed.working_days_between(date(2019, 12, 30), date(2021, 1, 4))


def test_an_empty_calendar_knows_nothing() -> None:
    with pytest.raises(CalendarNotCovered):
        WorkCalendar([]).add_working_days(d("01-05"), 1)


def test_working_days_are_not_counted_backwards_by_a_negative_number() -> None:
    with pytest.raises(ValueError, match="forwards"):
        CALENDAR.add_working_days(d("04-13"), -1)


# Against the published calendars of twelve years ---------------------------------------------------


def test_every_day_of_twelve_years_agrees_with_the_published_calendars() -> None:
    wrong = [x.date for x in OFFICIAL if x.working != ORACLE.is_working_day(x.date)]
    assert wrong == []


@given(inside, st.integers(1, 60))
def test_adding_agrees_with_the_published_calendars(start: date, n: int) -> None:
    assert CALENDAR.add_working_days(start, n) == ORACLE.get_nth_working_day(start, n)


@given(inside, st.integers(0, 200))
def test_counting_undoes_adding(start: date, n: int) -> None:
    assert CALENDAR.working_days_between(start, CALENDAR.add_working_days(start, n)) == n


@given(inside, inside)
def test_counting_one_way_is_minus_counting_the_other(a: date, b: date) -> None:
    assert CALENDAR.working_days_between(a, b) == -CALENDAR.working_days_between(b, a)


@given(inside, inside, inside)
def test_counting_adds_up_along_the_way(a: date, b: date, c: date) -> None:
    between = CALENDAR.working_days_between
    assert between(a, b) + between(b, c) == between(a, c)


@given(inside, st.integers(0, 200), st.integers(0, 30), st.integers(0, 30))
def test_a_later_start_or_a_longer_term_never_ends_earlier(
    start: date, n: int, more: int, later: int
) -> None:
    due = CALENDAR.add_working_days(start, n)
    assert CALENDAR.add_working_days(start, n + more) >= due
    assert CALENDAR.add_working_days(start + timedelta(days=later), n) >= due


@given(inside, st.integers(0, 60))
def test_the_latest_day_is_on_time_and_the_next_working_day_is_not(event: date, n: int) -> None:
    assume(event > date(2015, 6, 1))
    latest = CALENDAR.latest_on_time(event, n)
    assert CALENDAR.is_working(latest)
    assert CALENDAR.on_time(latest, event, n)
    assert not CALENDAR.on_time(CALENDAR.add_working_days(latest, 1), event, n)


@given(inside, st.integers(0, 60))
def test_an_explanation_counts_exactly_the_term(start: date, n: int) -> None:
    told = CALENDAR.explain(start, n)
    assert sum(r.counted for r in told.days) == n
    assert [r.ordinal for r in told.days if r.counted] == list(range(1, n + 1))
    assert told.end == (told.days[-1].date if told.days else start)
