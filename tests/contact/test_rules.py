"""What the four questions, the cadence and recusal promise, told without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.contact import asked_rules, cadence_rules, rules
from bole.contact.asked_rules import FourAsked, Section
from bole.contact.cadence_rules import Cadence
from bole.contact.catalogue import ContactCadence
from bole.core.errors import StepNotAllowed

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
cadences = st.one_of(
    st.sampled_from([1, 2, 3, 4, 6, 12]).map(lambda m: Cadence(m, aligned=True)),
    st.integers(1, 24).map(lambda m: Cadence(m, aligned=False)),
)


def test_four_empty_sections_are_no_contact():
    with pytest.raises(asked_rules.EmptyContact):
        asked_rules.check_contact(FourAsked())
    with pytest.raises(asked_rules.EmptyContact):
        asked_rules.check_contact(FourAsked(greeting="  ", condition="\n", need="　", advice=""))


def test_four_times_nothing_is_no_contact_either():
    with pytest.raises(asked_rules.EmptyContact):
        asked_rules.check_contact(
            FourAsked(greeting="无", condition="暂无。", need="没有需求！", advice="无建议")
        )


def test_one_section_is_enough():
    asked_rules.check_contact(FourAsked(greeting="问候节日"))
    asked_rules.check_contact(FourAsked(need="暂无", advice="建议设立陶瓷研发公共平台"))


def test_a_greeting_counts_as_contact_and_has_no_other_consequence():
    assert FourAsked(greeting="代表市委看望慰问").follows == frozenset()


def test_each_of_the_other_three_has_its_own_consequence():
    asked = FourAsked(greeting="看望", condition="新任副院长", need="子女入学", advice="办周转房")
    assert asked.follows == {Section.CONDITION, Section.NEED, Section.ADVICE}


@pytest.mark.parametrize("answer", ["无", "暂无", "没有", "暂无需求。", "（无）", " 无 ", "没有变化"])
def test_an_answer_of_nothing_is_kept_and_followed_by_nothing(answer):
    asked = FourAsked(greeting="看望", need=answer)
    assert asked.follows == frozenset()
    assert asked.texts[Section.NEED] == answer.strip()


@pytest.mark.parametrize("answer", ["无房", "没有车位", "暂无住房，需周转房", "无锡项目落地"])
def test_an_answer_that_only_begins_like_nothing_is_something(answer):
    assert FourAsked(need=answer).follows == {Section.NEED}


def test_a_contact_of_tomorrow_is_a_plan_and_a_plan_for_yesterday_is_a_contact():
    today = date(2026, 8, 15)
    rules.check_day(today, today=today)
    rules.check_plan(today, today=today)
    with pytest.raises(rules.ContactInFuture):
        rules.check_day(date(2026, 8, 16), today=today)
    with pytest.raises(rules.PlanInPast):
        rules.check_plan(date(2026, 8, 14), today=today)


def test_a_record_is_put_right_within_its_days_and_not_after():
    rules.check_editable(date(2026, 8, 10), days=3, today=date(2026, 8, 13))
    with pytest.raises(rules.TooLateToEdit) as refused:
        rules.check_editable(date(2026, 8, 10), days=3, today=date(2026, 8, 14))
    assert "2026-08-13" in str(refused.value)


def test_once_a_quarter_is_due_on_the_last_day_of_the_next_quarter():
    quarterly, first = Cadence(3), date(2026, 3, 31)
    assert cadence_rules.next_due(quarterly, last=None, first=first) == first
    assert cadence_rules.next_due(quarterly, last=date(2026, 5, 20), first=first) == date(2026, 9, 30)
    assert cadence_rules.next_due(quarterly, last=date(2026, 7, 10), first=first) == date(2026, 12, 31)
    assert cadence_rules.next_due(quarterly, last=date(2026, 10, 1), first=first) == date(2027, 3, 31)


def test_a_cadence_not_bound_to_the_calendar_counts_from_the_last_contact():
    rolling = Cadence(3, aligned=False)
    assert cadence_rules.next_due(rolling, last=date(2026, 11, 30), first=date(2026, 3, 31)) == date(
        2027, 2, 28
    )
    assert cadence_rules.first_due(rolling, date(2026, 1, 15), settle_days=30) == date(2026, 4, 15)


def test_nobody_is_late_in_the_week_they_were_asked_to_begin():
    assert cadence_rules.first_due(Cadence(3), date(2026, 7, 10), settle_days=30) == date(2026, 9, 30)
    assert cadence_rules.first_due(Cadence(3), date(2026, 9, 10), settle_days=30) == date(2026, 12, 31)


def test_a_calendar_cadence_that_does_not_divide_the_year_is_no_cadence():
    with pytest.raises(ValueError, match="5 个月"):
        Cadence(5, aligned=True)
    assert Cadence(5, aligned=False).months == 5


@given(cadence=cadences, last=days)
def test_the_next_due_day_lies_after_the_contact_and_within_two_periods(cadence, last):
    due = cadence_rules.next_due(cadence, last=last, first=last)
    assert last < due <= cadence_rules.add_months(last, 2 * cadence.months) + timedelta(days=1)


@given(months=st.sampled_from([1, 2, 3, 4, 6, 12]), day=days)
def test_a_calendar_period_ends_where_the_next_begins(months, day):
    end = cadence_rules.period_end(day, months)
    assert day <= end
    assert cadence_rules.period_end(end, months) == end
    tomorrow = end + timedelta(days=1)
    assert tomorrow.day == 1
    assert (tomorrow.month - 1) % months == 0


@given(cadence=cadences, earlier=days, later=days)
def test_a_later_contact_is_never_due_earlier(cadence, earlier, later):
    earlier, later = sorted((earlier, later))
    first = date(2019, 1, 1)
    assert cadence_rules.next_due(cadence, last=earlier, first=first) <= cadence_rules.next_due(
        cadence, last=later, first=first
    )


def test_a_leader_who_bears_the_name_of_a_relative_is_warned_until_somebody_has_checked():
    family = [("林海生", "父亲"), ("陈 思齐", "配偶")]
    with pytest.raises(rules.PossibleKinship) as warned:
        rules.check_kinship("陈思齐", family, checked=None)
    assert "配偶" in str(warned.value)
    rules.check_kinship("陈思齐", family, checked="经核实系同名，非亲属")
    rules.check_kinship("黄志远", family, checked=None)


def test_an_assignment_comes_back_only_from_waiting():
    flow, status = rules.ASSIGNMENT_FLOW, rules.AssignmentStatus
    assert flow.after(status.ACTIVE, "vacate") is status.PENDING
    assert flow.after(status.PENDING, "take_over") is status.ACTIVE
    with pytest.raises(StepNotAllowed):
        flow.after(status.ENDED, "take_over")


def test_a_cancelled_plan_cannot_be_recorded_and_a_missed_one_can():
    flow, status = rules.LOG_FLOW, rules.LogStatus
    assert flow.after(status.LAPSED, "record") is status.RECORDED
    with pytest.raises(StepNotAllowed):
        flow.after(status.CANCELLED, "record")


def cadence(**changes: object) -> ContactCadence:
    body = {
        "levels": [{"talent_level": "L1", "months": 3, "leader_level": "city"}],
        "modes_that_count": ["visit", "meeting"],
        "interim_counts": False,
        "settle_days": 30,
        "edit_days": 3,
        "need_kinds": [{"code": "housing", "name": "住房", "working_days": 15}],
        "default_need_kind": "housing",
        **changes,
    }
    return ContactCadence.model_validate(body)


def test_a_level_for_which_the_city_decided_nothing_is_refused_and_not_guessed():
    assert cadence().of("L1").cadence == Cadence(3)
    with pytest.raises(rules.ContactNotDue):
        cadence().of("L5")
    with pytest.raises(rules.ContactNotDue) as refused:
        cadence().of(None)
    assert "未定层次" in str(refused.value)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"levels": [{"talent_level": "L1", "months": 5, "leader_level": "city"}]}, "整除"),
        ({"levels": [{"talent_level": "L1", "months": 3, "leader_level": "city"}] * 2}, "两次"),
        ({"default_need_kind": "school"}, "school"),
    ],
)
def test_a_cadence_that_contradicts_itself_cannot_be_published(changes, words):
    with pytest.raises(ValueError, match=words):
        cadence(**changes)


def test_a_section_taken_apart_is_followed_by_its_parts_and_not_by_its_words():
    asked = FourAsked(condition="升任副院长，换了手机", need="住房和孩子上学", advice="办周转房")
    made = asked_rules.consequences(
        asked,
        changes=[("position", "副院长")],
        needs=[("housing", "周转房一套"), (None, "孩子上小学")],
        default_kind="other",
    )
    assert made.changes == (("position", "副院长"),)
    assert made.needs == (("housing", "周转房一套"), ("other", "孩子上小学"))
    assert made.suggestions == ("办周转房",)


def test_a_section_not_taken_apart_is_followed_by_its_words():
    asked = FourAsked(greeting="看望", condition="近期返乡创业", need="暂无")
    made = asked_rules.consequences(asked, default_kind="other")
    assert made == asked_rules.Consequences(
        changes=((asked_rules.NOTE, "近期返乡创业"),), needs=(), suggestions=()
    )
