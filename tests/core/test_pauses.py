"""A clock that was stopped: what it used, what is left, when it is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.days import CALENDAR, d

from bole.core.calendar import Pause
from bole.core.pauses import PauseLedger, PausesOverlap, PauseTooEarly, ResumeTooEarly

PAPERS = "补正国外学位认证"


def test_a_clock_paused_after_three_days_has_twelve_left_on_resumption() -> None:
    clock = PauseLedger(d("09-21"), 15, (Pause(d("09-24"), d("10-10"), PAPERS),))
    assert clock.due(CALENDAR) == d("10-27")
    assert clock.used(CALENDAR, d("09-24")) == 3
    assert clock.used(CALENDAR, d("10-10")) == 3
    reading = clock.read(CALENDAR, d("10-12"))
    assert (reading.used, reading.remaining, reading.paused_days) == (4, 11, 6)
    assert not reading.paused
    assert not reading.estimated
    assert clock.read(CALENDAR, d("10-27")).overdue_by == 0
    assert clock.read(CALENDAR, d("10-28")).overdue_by == 1


def test_a_paused_clock_explains_its_pause() -> None:
    told = PauseLedger(d("09-21"), 15, (Pause(d("09-24"), d("10-10"), PAPERS),)).explain(CALENDAR, d("10-12"))
    assert told.end == d("10-27")
    assert told.summary == f"09-21→10-27：暂停 09-25~10-10 不计（{PAPERS}）"
    by_day = {r.date: r for r in told.days}
    assert by_day[d("09-24")].ordinal == 3
    assert by_day[d("09-28")].why == f"暂停：{PAPERS}"
    assert by_day[d("09-28")].paused
    assert by_day[d("10-01")].why == "国庆节假期"
    assert by_day[d("10-01")].paused
    assert not by_day[d("10-10")].counted
    assert by_day[d("10-12")].ordinal == 4


def test_an_open_pause_is_estimated_from_its_expected_end() -> None:
    clock = PauseLedger(d("09-21"), 15, (Pause(d("09-24"), None, PAPERS, d("10-10")),))
    reading = clock.read(CALENDAR, d("09-28"))
    assert reading.paused
    assert reading.estimated
    assert reading.due == d("10-27")
    assert (reading.used, reading.remaining) == (3, 12)
    assert clock.explain(CALENDAR, d("09-28")).end == d("10-27")


def test_an_open_pause_past_its_expected_end_moves_the_estimate_with_today() -> None:
    clock = PauseLedger(d("09-21"), 15, (Pause(d("09-24"), None, PAPERS, d("10-10")),))
    assert clock.read(CALENDAR, d("10-12")).due == d("10-28")
    assert clock.read(CALENDAR, d("10-12")).used == 3
    assert clock.explain(CALENDAR, d("10-12")).end == d("10-28")


def test_paused_and_resumed_on_one_day_moves_nothing() -> None:
    whole = PauseLedger(d("09-21"), 15)
    blip = PauseLedger(d("09-21"), 15, (Pause(d("09-23"), d("09-23"), PAPERS),))
    assert blip.due(CALENDAR) == whole.due(CALENDAR)
    assert blip.used(CALENDAR, d("10-08")) == whole.used(CALENDAR, d("10-08"))


def test_a_pause_that_lies_within_rest_days_moves_nothing() -> None:
    clock = PauseLedger(d("09-21"), 15, (Pause(d("10-02"), d("10-05"), PAPERS),))
    assert clock.due(CALENDAR) == d("10-19")


def test_a_pause_on_a_rest_day_counts_from_the_next_working_day() -> None:
    clock = PauseLedger(d("09-21"), 15, (Pause(d("10-11"), d("10-12"), PAPERS),))
    assert clock.due(CALENDAR) == d("10-20")


def test_a_pause_on_the_first_day_starts_the_clock_anew() -> None:
    clock = PauseLedger(d("09-21"), 15, (Pause(d("09-21"), d("09-29"), PAPERS),))
    assert clock.due(CALENDAR) == CALENDAR.add_working_days(d("09-29"), 15)


def test_a_pause_after_the_due_date_erases_no_lateness() -> None:
    clock = PauseLedger(d("09-21"), 15, (Pause(d("10-21"), None, PAPERS, d("11-30")),))
    reading = clock.read(CALENDAR, d("10-30"))
    assert reading.due == d("10-19")
    assert reading.overdue_by == 2
    assert reading.paused
    assert not reading.estimated


def test_two_pauses_may_touch() -> None:
    clock = PauseLedger(
        d("09-21"), 15, (Pause(d("09-24"), d("09-28"), PAPERS), Pause(d("09-28"), d("10-10"), "候选人出境"))
    )
    assert clock.due(CALENDAR) == d("10-27")


@pytest.mark.parametrize(
    "pauses",
    [
        (Pause(d("09-22"), d("09-29"), "a"), Pause(d("09-23"), d("09-24"), "nested")),
        (Pause(d("09-22"), d("09-24"), "a"), Pause(d("09-23"), d("09-29"), "overlapping")),
        (Pause(d("09-22"), None, "open"), Pause(d("09-29"), None, "again")),
    ],
)
def test_pauses_that_overlap_are_refused(pauses: tuple[Pause, ...]) -> None:
    with pytest.raises(PausesOverlap):
        PauseLedger(d("09-21"), 15, pauses)


def test_a_pause_before_the_start_is_refused() -> None:
    with pytest.raises(PauseTooEarly, match="2026-09-18"):
        PauseLedger(d("09-21"), 15, (Pause(d("09-18"), None, PAPERS),))


def test_a_resumption_before_its_pause_is_refused() -> None:
    with pytest.raises(ResumeTooEarly, match="2026-09-22"):
        PauseLedger(d("09-21"), 15, (Pause(d("09-24"), d("09-22"), PAPERS),))


@st.composite
def clocks(draw: st.DrawFn) -> PauseLedger:
    start = draw(st.dates(date(2016, 1, 1), date(2024, 12, 31)))
    edges = draw(st.lists(st.integers(0, 90), max_size=6).map(sorted))
    moments = [start + timedelta(days=e) for e in edges]
    pairs = list(zip(moments[::2], moments[1::2], strict=False))
    return PauseLedger(start, draw(st.integers(0, 40)), tuple(Pause(a, b, PAPERS) for a, b in pairs))


@given(clocks())
def test_a_clock_has_used_its_budget_on_its_due_date(clock: PauseLedger) -> None:
    due = clock.due(CALENDAR)
    assert clock.used(CALENDAR, due) == clock.budget
    if due > clock.started_on:
        assert clock.used(CALENDAR, due - timedelta(days=1)) == clock.budget - 1


@given(clocks())
def test_pauses_move_a_due_date_by_exactly_the_working_days_they_cover(clock: PauseLedger) -> None:
    due, unpaused = clock.due(CALENDAR), CALENDAR.add_working_days(clock.started_on, clock.budget)
    assert due >= unpaused
    stood_still = clock.paused_days(CALENDAR, due)
    assert CALENDAR.working_days_between(clock.started_on, due) == clock.budget + stood_still


@given(clocks())
def test_the_explanation_of_a_clock_counts_what_the_clock_counts(clock: PauseLedger) -> None:
    due = clock.due(CALENDAR)
    told = clock.explain(CALENDAR, due)
    assert told.end == due
    assert sum(r.counted for r in told.days) == clock.budget
