"""What may become of a person in the roster: every state by every step, and what days are possible."""

from datetime import date, timedelta
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.core.errors import StepNotAllowed
from bole.roster import rules
from bole.roster.codes import CodeWarned
from bole.roster.identity_numbers import DocumentKind, Warned
from bole.roster.rules import TALENT_FLOW, Degree, TalentStatus

S = TalentStatus
ALLOWED = {
    (S.CANDIDATE, "admit"): S.ACTIVE,
    (S.ACTIVE, "ask_update"): S.STALE,
    (S.STALE, "confirm"): S.ACTIVE,
    (S.CANDIDATE, "leave"): S.LEFT,
    (S.ACTIVE, "leave"): S.LEFT,
    (S.STALE, "leave"): S.LEFT,
    (S.LEFT, "come_back"): S.ACTIVE,
    (S.CANDIDATE, "close"): S.CLOSED,
    (S.ACTIVE, "close"): S.CLOSED,
    (S.STALE, "close"): S.CLOSED,
    (S.LEFT, "close"): S.CLOSED,
}


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("step", list(TALENT_FLOW.steps))
def test_every_step_from_every_state(state: TalentStatus, step: str) -> None:
    if (state, step) in ALLOWED:
        assert TALENT_FLOW.after(state, step) is ALLOWED[state, step]
    else:
        with pytest.raises(StepNotAllowed):
            TALENT_FLOW.after(state, step)


@pytest.mark.parametrize("state", [S.LEFT, S.CLOSED])
def test_data_of_those_gone_stay_as_they_were(state: TalentStatus) -> None:
    with pytest.raises(rules.RecordClosed, match=TALENT_FLOW.labels[state]):
        rules.check_editable(state)


def test_a_level_changes_forward_only() -> None:
    rules.check_level_change("L4", "L2", date(2024, 1, 1), date(2024, 1, 2))
    rules.check_level_change(None, "L2", None, date(2020, 1, 1))
    with pytest.raises(rules.DateNotPlausible, match="2024-01-01"):
        rules.check_level_change("L4", "L2", date(2024, 1, 1), date(2024, 1, 1))
    with pytest.raises(rules.SameLevel):
        rules.check_level_change("L4", "L4", date(2024, 1, 1), date(2026, 1, 1))


def test_an_unknown_level_is_told_which_there_are() -> None:
    with pytest.raises(rules.UnknownLevel, match=r"顶尖人才（L1）、杰出人才（L2）"):
        rules.check_level("L9", {"L1": "顶尖人才", "L2": "杰出人才"})


def test_days_lie_between_1900_and_today() -> None:
    today = date(2026, 11, 22)
    for day in (None, today, date(1900, 1, 1)):
        rules.check_past("到岗日期", day, today=today, field="x")
    for day in (today + timedelta(days=1), date(1899, 12, 31)):
        with pytest.raises(rules.DateNotPlausible, match=day.isoformat()):
            rules.check_past("到岗日期", day, today=today, field="x")


def test_an_end_is_not_before_its_beginning() -> None:
    rules.check_span("结束日期", date(2026, 1, 1), date(2026, 1, 1), field="x")
    rules.check_span("结束日期", None, date(2026, 1, 1), field="x")
    with pytest.raises(rules.DateNotPlausible):
        rules.check_span("结束日期", date(2026, 1, 2), date(2026, 1, 1), field="x")


@given(st.dates(date(1900, 1, 1), date(2026, 12, 31)), st.integers(0, 120))
def test_one_is_a_year_older_on_the_birthday_and_not_the_day_before(born: date, years: int) -> None:
    birthday = (
        date(born.year + years, 3, 1)
        if (born.month, born.day) == (2, 29)
        else born.replace(year=born.year + years)
    )
    if (born.month, born.day) != (2, 29) or (birthday.year % 4 or birthday.year == 1900):
        assert rules.age_on(born, birthday) == years
        assert years == 0 or rules.age_on(born, birthday - timedelta(days=1)) == years - 1


def test_the_highest_of_several_degrees() -> None:
    assert rules.highest([Degree.COLLEGE, Degree.DOCTOR, Degree.BACHELOR]) is Degree.DOCTOR
    assert rules.highest([]) is None


LABELLED = [
    v for v in vars(rules).values() if isinstance(v, type) and issubclass(v, StrEnum) and hasattr(v, "label")
]


@pytest.mark.parametrize("words", [*LABELLED, DocumentKind, Warned, CodeWarned])
def test_every_word_has_a_chinese_one(words: type[StrEnum]) -> None:
    labels = [w.label for w in words]  # type: ignore[attr-defined]
    assert all(any("\u4e00" <= c <= "\u9fff" for c in label) for label in labels)
    assert len(set(labels)) == len(labels)
