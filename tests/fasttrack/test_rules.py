"""What must hold before a case takes a step: values in, refusals out."""

from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.fasttrack.conftest import TERMS
from tests.support.days import CALENDAR, d

from bole.core.calendar import Pause
from bole.core.errors import StepNotAllowed
from bole.core.pauses import PauseLedger
from bole.fasttrack import rules
from bole.fasttrack.catalogue import FastTrackTerm
from bole.fasttrack.flow_rules import (
    CASE_FLOW,
    COUNTERSIGN_FLOW,
    MEASURE_FLOW,
    ON_THE_CLOCK,
    CaseStatus,
    CountersignStatus,
    MeasureStatus,
    Opinion,
    Outcome,
)

TWO_THIRDS = Fraction(2, 3)


# The track ------------------------------------------------------------------------------------------


def test_a_case_runs_from_proposal_to_closing() -> None:
    status = CASE_FLOW.start
    for step in [
        "accept",
        "verify",
        "set_plan",
        "send_to_countersign",
        "consult_experts",
        "record_vote",
        "submit",
        "approve",
        "sign",
        "deliver",
        "assess",
        "close",
    ]:
        status = CASE_FLOW.after(status, step)
    assert status is CaseStatus.CLOSED


@pytest.mark.parametrize("ended", [CaseStatus.CLOSED, CaseStatus.STOPPED, CaseStatus.DECLINED])
def test_what_has_ended_takes_no_step(ended: CaseStatus) -> None:
    assert CASE_FLOW.allowed(ended) == []


def test_a_decided_case_cannot_be_withdrawn_but_stopped() -> None:
    with pytest.raises(StepNotAllowed, match="已决定"):
        CASE_FLOW.after(CaseStatus.DECIDED, "withdraw")
    assert CASE_FLOW.after(CaseStatus.DECIDED, "stop") is CaseStatus.STOPPED


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_a_step_from_awaiting_a_decision(outcome: Outcome) -> None:
    assert CASE_FLOW.after(CaseStatus.AWAITING_DECISION, outcome.step) is not CaseStatus.AWAITING_DECISION


def test_the_clock_runs_from_acceptance_to_decision() -> None:
    assert CASE_FLOW.after(CaseStatus.OPENED, "accept") in ON_THE_CLOCK
    assert CaseStatus.OPENED not in ON_THE_CLOCK
    assert CaseStatus.DECIDED not in ON_THE_CLOCK


@pytest.mark.parametrize("flow", [CASE_FLOW, MEASURE_FLOW, COUNTERSIGN_FLOW])
def test_every_state_and_step_has_its_chinese_word(flow) -> None:  # type: ignore[no-untyped-def]
    for word in [*flow.labels.values(), *(s.label for s in flow.steps.values())]:
        assert all("一" <= c <= "鿿" or c == "，" for c in word)


# Departments ------------------------------------------------------------------------------------------


def answer(unit: str, opinion: Opinion | None) -> rules.Answer:
    status = CountersignStatus.ANSWERED if opinion else CountersignStatus.PENDING
    return rules.Answer(unit, status, opinion)


def test_all_who_were_asked_must_have_answered() -> None:
    with pytest.raises(rules.CountersignsOutstanding, match=r"2 个部门未会签：市教育局、市公安局") as refused:
        rules.check_countersigned(
            [answer("市科技局", Opinion.AGREE), answer("市教育局", None), answer("市公安局", None)]
        )
    assert refused.value.facts["count"] == 2


def test_one_disagreement_stops_the_case() -> None:
    with pytest.raises(rules.DisagreementStands, match="市财政局不同意"):
        rules.check_countersigned([answer("市科技局", Opinion.AGREE), answer("市财政局", Opinion.DISAGREE)])


def test_agreeing_to_a_changed_plan_is_agreeing() -> None:
    rules.check_countersigned([answer("市财政局", Opinion.AGREE_IF_CHANGED)])


def test_what_was_called_off_or_asked_anew_does_not_count() -> None:
    with pytest.raises(rules.NobodyToAsk):
        rules.check_countersigned([rules.Answer("市财政局", CountersignStatus.CALLED_OFF, None)])
    rules.check_countersigned(
        [
            rules.Answer("市财政局", CountersignStatus.SUPERSEDED, Opinion.DISAGREE),
            answer("市财政局", Opinion.AGREE),
        ]
    )


@pytest.mark.parametrize("opinion", [Opinion.AGREE_IF_CHANGED, Opinion.DISAGREE])
@pytest.mark.parametrize("reason", [None, "", "  "])
def test_whoever_does_not_simply_agree_says_why(opinion: Opinion, reason: str | None) -> None:
    with pytest.raises(rules.WordsNeeded, match=opinion.label):
        rules.check_opinion(opinion, reason)


def test_agreement_needs_no_reason() -> None:
    rules.check_opinion(Opinion.AGREE, None)


# Experts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("present", "agree", "passed"), [(8, 6, True), (9, 6, True), (8, 5, False), (6, 4, True), (7, 4, False)]
)
def test_two_thirds_of_those_present_must_agree(present: int, agree: int, passed: bool) -> None:
    assert rules.Vote(9, 0, present, agree).passed(TWO_THIRDS) is passed


def test_six_of_nine_is_exactly_two_thirds() -> None:
    assert rules.Vote(9, 0, 9, 6).passed(Fraction("2/3"))


def test_a_panel_too_small_does_not_speak() -> None:
    with pytest.raises(rules.NoQuorum):
        rules.check_vote(rules.Vote(9, 0, 5, 5), quorum=TWO_THIRDS, fewest=5)
    with pytest.raises(rules.NoQuorum):
        rules.check_vote(rules.Vote(4, 0, 4, 4), quorum=TWO_THIRDS, fewest=5)
    rules.check_vote(rules.Vote(9, 0, 6, 4), quorum=TWO_THIRDS, fewest=5)


def test_who_keeps_out_is_not_counted_among_the_invited() -> None:
    rules.check_vote(rules.Vote(9, 2, 5, 5), quorum=TWO_THIRDS, fewest=5)


@pytest.mark.parametrize(
    "vote",
    [
        rules.Vote(0, 0, 0, 0),
        rules.Vote(9, 0, 10, 5),
        rules.Vote(9, 0, 8, 9),
        rules.Vote(9, 0, 8, -1),
        rules.Vote(9, -1, 8, 6),
        rules.Vote(9, 9, 1, 1),
    ],
)
def test_votes_that_cannot_be_are_refused(vote: rules.Vote) -> None:
    with pytest.raises(rules.VoteImpossible):
        rules.check_vote(vote, quorum=TWO_THIRDS, fewest=1)


@given(st.integers(1, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_vote_that_counts_never_divides_by_nobody(
    invited: int, recused: int, present: int, agree: int
) -> None:
    vote = rules.Vote(invited, recused, present, agree)
    try:
        rules.check_vote(vote, quorum=TWO_THIRDS, fewest=1)
    except (rules.VoteImpossible, rules.NoQuorum):
        return
    assert vote.passed(TWO_THIRDS) == (3 * agree >= 2 * present)


@pytest.mark.parametrize(
    ("required", "consulted", "passed", "refused"),
    [
        (True, False, None, True),
        (True, True, False, True),
        (True, True, True, False),
        (False, False, None, False),
        (False, True, None, True),
        (False, True, False, True),
    ],
)
def test_whoever_asked_the_experts_waits_for_their_word(
    required: bool, consulted: bool, passed: bool | None, refused: bool
) -> None:
    def check() -> None:
        rules.check_experts(required=required, consulted=consulted, passed=passed)

    if refused:
        with pytest.raises(rules.VoteMissing):
            check()
    else:
        check()


# The plan and the clock --------------------------------------------------------------------------------


def test_money_has_an_amount_and_nothing_else_has() -> None:
    rules.check_amount(name="科研经费", money=True, amount=Decimal(1), at=1)
    rules.check_amount(name="团队组建", money=False, amount=None, at=1)
    with pytest.raises(rules.AmountMissing) as refused:
        rules.check_amount(name="科研经费", money=True, amount=None, at=3)
    assert refused.value.field == "measures.2.amount"
    with pytest.raises(rules.AmountMissing):
        rules.check_amount(name="团队组建", money=False, amount=Decimal(1), at=1)


def test_a_plan_names_its_own_measures_once() -> None:
    mine, other = uuid4(), uuid4()
    rules.check_plan([mine], [mine], 1)
    for given_ids in ([other], [mine, mine]):
        with pytest.raises(rules.NotInThePlan):
            rules.check_plan(given_ids, [mine], 2)
    with pytest.raises(rules.PlanIsEmpty):
        rules.check_plan([], [], 0)
    with pytest.raises(rules.PlanTooLong):
        rules.check_plan([], [], 101)


def test_a_measure_that_is_under_way_is_not_rewritten() -> None:
    with pytest.raises(rules.MeasureSettled, match="待落实"):
        rules.check_planned(MeasureStatus.ASSIGNED, 1)


def test_a_pause_needs_an_end_after_today() -> None:
    with pytest.raises(rules.PauseNeedsAnEnd):
        rules.check_pause(CaseStatus.VERIFYING, today=d("09-24"), expected_end=d("09-24"))
    with pytest.raises(rules.NotOnTheClock, match="发起"):
        rules.check_pause(CaseStatus.OPENED, today=d("09-24"), expected_end=d("09-25"))


def test_a_paused_case_takes_no_step_forwards() -> None:
    clock = PauseLedger(d("09-21"), 15, (Pause(d("09-24"), None, "补正", d("10-10")),))
    with pytest.raises(rules.CaseIsPaused, match=r"2026-09-24 起暂停（补正），不能“送部门联审”"):
        rules.check_running(clock, "送部门联审")
    rules.check_running(None, "受理")


def test_a_departments_clock_stands_still_with_the_cases() -> None:
    pauses = [Pause(d("09-18"), d("09-20"), "before it was asked"), Pause(d("09-24"), d("10-10"), "补正")]
    own = rules.clock_from(d("09-22"), 5, pauses)
    assert own.due(CALENDAR) == d("10-14")
    assert rules.clock_from(d("09-22"), 5, []).due(CALENDAR) == d("09-30")


def test_words_are_kept_whole_or_refused() -> None:
    assert rules.told("  补正  ", "理由", "reason") == "补正"
    assert rules.noted("  ") is None
    assert rules.noted(None) is None
    assert len(rules.told("字" * 500, "理由", "reason")) == 500
    with pytest.raises(rules.TooManyWords, match="501 个字，最多 500") as refused:
        rules.told("字" * 501, "理由", "reason")
    assert refused.value.field == "reason"


def test_numbers_have_two_digits_and_grow_beyond() -> None:
    assert rules.case_number(2026, 3) == "FT-2026-03"
    assert rules.case_number(2026, 100) == "FT-2026-100"


# The catalogue ------------------------------------------------------------------------------------------


def test_terms_tell_shares_exactly() -> None:
    terms = FastTrackTerm.model_validate(TERMS)
    assert terms.majority == TWO_THIRDS
    assert terms.kind("team") is not None
    assert terms.kind("nothing") is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"expert_majority": "0.67"},
        {"expert_quorum": "3/2"},
        {"expert_quorum": "0/3"},
        {"countersign_days": 16},
        {"working_days": 0},
        {"measure_kinds": []},
        {"measure_kinds": [{"code": "team", "name": "甲"}, {"code": "team", "name": "乙"}]},
        {"unknown": 1},
    ],
)
def test_terms_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        FastTrackTerm.model_validate({**TERMS, **wrong})
