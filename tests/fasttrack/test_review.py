"""Departments, experts, and who decides."""

from uuid import uuid4

import asyncpg
import pytest
from sqlmodel import col, select
from tests.fasttrack import steps
from tests.fasttrack.conftest import World
from tests.fasttrack.steps import Travel, measure
from tests.support.days import d
from tests.support.postgres import TestDatabase

from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.errors import NotFound, StepNotAllowed
from bole.fasttrack import review_service, rules, service
from bole.fasttrack.flow_rules import CaseStatus, CountersignStatus, MeasureStatus, Opinion, Outcome
from bole.fasttrack.models import CaseDecision, Countersign


async def test_each_department_has_its_own_days(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji")
    travel("09-24")
    with pytest.raises(StepNotAllowed):  # it is being countersigned already; more are asked by asking again
        await world.do(
            world.office,
            review_service.send_to_countersign,
            case_id=id,
            unit_ids=[world.units["caizheng"].id],
        )
    await world.do(
        world.office,
        review_service.ask_again,
        case_id=id,
        unit_ids=[world.units["caizheng"].id],
        note="涉及资金，增送财政",
    )
    assert (await steps.countersign_of(world, id, "keji")).due_on == d("09-30")
    assert (await steps.countersign_of(world, id, "caizheng")).due_on == d("10-09")


async def test_a_department_is_asked_once_at_a_time(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji")
    with pytest.raises(rules.AskedTwice, match="市科技局"):
        await world.do(
            world.office,
            review_service.ask_again,
            case_id=id,
            unit_ids=[world.units["keji"].id],
            note="再送",
        )


async def test_naming_a_department_twice_asks_it_once(world: World, travel: Travel) -> None:
    id = await steps.planned(world, travel)
    await world.do(
        world.office,
        review_service.send_to_countersign,
        case_id=id,
        unit_ids=[world.units["keji"].id] * 2,
    )
    async with world.reading(PLATFORM) as ctx:
        assert len((await ctx.db.exec(select(Countersign))).all()) == 1


async def test_a_plan_without_measures_or_departments_is_not_sent(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)
    await world.do(world.office, service.verify, case_id=id, note="属实")
    with pytest.raises(rules.PlanIsEmpty):
        await world.do(
            world.office, review_service.send_to_countersign, case_id=id, unit_ids=[world.units["keji"].id]
        )
    with pytest.raises(rules.NobodyToAsk):
        await world.do(world.office, review_service.send_to_countersign, case_id=id, unit_ids=[])


async def test_a_word_once_given_stands_and_a_new_one_is_a_new_row(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "caizheng")
    await steps.says(world, id, "caizheng", Opinion.DISAGREE, "金额偏高")
    first = await steps.countersign_of(world, id, "caizheng")
    with pytest.raises(StepNotAllowed, match="已会签"):
        await world.do(
            world.department("caizheng"),
            review_service.countersign,
            countersign_id=first.id,
            opinion=Opinion.AGREE,
        )
    travel("09-23")
    await world.do(
        world.office,
        review_service.ask_again,
        case_id=id,
        unit_ids=[world.units["caizheng"].id],
        note="协调会已开",
    )
    await steps.says(world, id, "caizheng", Opinion.AGREE_IF_CHANGED, "分两年列支")
    async with world.reading(PLATFORM) as ctx:
        rows = (await ctx.db.exec(select(Countersign).order_by(col(Countersign.round)))).all()
    assert [(r.round, r.status, r.opinion, r.reason) for r in rows] == [
        (1, CountersignStatus.SUPERSEDED, Opinion.DISAGREE, "金额偏高"),
        (2, CountersignStatus.ANSWERED, Opinion.AGREE_IF_CHANGED, "分两年列支"),
    ]


async def test_a_department_speaks_only_for_itself(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji", "caizheng")
    with pytest.raises(rules.NotYourCase, match="市财政局"):
        await steps.says(world, id, "caizheng", by=world.department("keji"))


async def test_disagreement_says_why(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji")
    with pytest.raises(rules.WordsNeeded, match="不同意"):
        await steps.says(world, id, "keji", Opinion.DISAGREE, " ")


async def test_revising_the_plan_takes_back_what_is_not_answered(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji", "caizheng")
    await steps.says(world, id, "keji")
    case = await world.do(world.office, review_service.revise, case_id=id, reason="二期经费分年列支")
    assert case.status is CaseStatus.PLANNING
    assert (await steps.countersign_of(world, id, "caizheng")).status is CountersignStatus.CALLED_OFF
    await steps.plan(world, id, measure(world, content="改后的措施"))
    await world.do(
        world.office,
        review_service.send_to_countersign,
        case_id=id,
        unit_ids=[world.units[u].id for u in ("keji", "caizheng")],
    )
    assert [(await steps.countersign_of(world, id, u)).round for u in ("keji", "caizheng")] == [2, 2]


# Keeping out --------------------------------------------------------------------------------------------


async def recused(world: World, travel: Travel) -> tuple[Actor, object]:
    id = await steps.asked(world, travel, "renshe")
    head = world.department("renshe")
    its = await steps.countersign_of(world, id, "renshe")
    await world.do(
        head,
        review_service.recuse,
        countersign_id=its.id,
        reason="与人选系姻亲",
        deputy_id=world.posts["renshe-leader"].id,
    )
    return head, id


async def test_a_recused_head_cannot_sign(world: World, travel: Travel) -> None:
    head, id = await recused(world, travel)
    with pytest.raises(rules.Recused, match="市人社局分管副局长"):
        await steps.says(world, id, "renshe", by=head)  # type: ignore[arg-type]
    assert (await steps.countersign_of(world, id, "renshe")).opinion is None  # type: ignore[arg-type]


async def test_only_the_deputy_signs_for_the_one_who_keeps_out(world: World, travel: Travel) -> None:
    _, id = await recused(world, travel)
    another = world.someone("renshe", world.department("renshe").permissions)
    with pytest.raises(rules.NotTheDeputy, match="市人社局分管副局长"):
        await steps.says(world, id, "renshe", by=another)  # type: ignore[arg-type]
    signed = await steps.says(world, id, "renshe", by=world.department("renshe", "leader"))  # type: ignore[arg-type]
    assert signed.opinion is Opinion.AGREE


async def test_keeping_out_holds_for_the_next_round_too(world: World, travel: Travel) -> None:
    head, id = await recused(world, travel)
    deputy = world.department("renshe", "leader")
    await steps.says(world, id, "renshe", Opinion.DISAGREE, "编制不足", by=deputy)  # type: ignore[arg-type]
    await world.do(
        world.office,
        review_service.ask_again,
        case_id=id,
        unit_ids=[world.units["renshe"].id],
        note="已协调编制",
    )
    with pytest.raises(rules.Recused):
        await steps.says(world, id, "renshe", by=head)  # type: ignore[arg-type]
    await steps.says(world, id, "renshe", by=deputy)  # type: ignore[arg-type]


async def test_nobody_deputises_for_oneself_or_another_unit(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "renshe")
    its = await steps.countersign_of(world, id, "renshe")
    for post in ("renshe-head", "keji-head"):
        with pytest.raises(rules.DeputyElsewhere):
            await world.do(
                world.department("renshe"),
                review_service.recuse,
                countersign_id=its.id,
                reason="姻亲",
                deputy_id=world.posts[post].id,
            )


async def test_who_has_signed_cannot_keep_out_afterwards(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "renshe")
    await steps.says(world, id, "renshe")
    its = await steps.countersign_of(world, id, "renshe")
    with pytest.raises(StepNotAllowed):
        await world.do(
            world.department("renshe"),
            review_service.recuse,
            countersign_id=its.id,
            reason="姻亲",
            deputy_id=world.posts["renshe-leader"].id,
        )


# Experts ------------------------------------------------------------------------------------------------


async def vote(world: World, id: object, **counted: int) -> object:
    given = {"invited": 9, "present": 8, "agree": 6}
    return await world.do(world.office, review_service.record_vote, case_id=id, **{**given, **counted})


async def submit(world: World, id: object, post: str = "chair") -> object:
    return await world.do(world.office, review_service.submit, case_id=id, decider_id=world.posts[post].id)


async def test_a_required_vote_is_not_skipped(world: World, travel: Travel) -> None:
    id = await steps.agreed(world, travel)
    with pytest.raises(rules.VoteMissing):
        await submit(world, id)


async def test_a_vote_that_failed_may_be_held_again(world: World, travel: Travel) -> None:
    id = await steps.agreed(world, travel)
    await world.do(world.office, review_service.consult_experts, case_id=id)
    await vote(world, id, agree=5)
    with pytest.raises(rules.VoteMissing, match="未通过"):
        await submit(world, id)
    await vote(world, id, agree=6)
    await submit(world, id)


async def test_a_vote_on_the_old_plan_does_not_speak_for_the_new_one(world: World, travel: Travel) -> None:
    id = await steps.voted(world, travel)
    await world.do(world.office, review_service.revise, case_id=id, reason="专家建议调整")
    await steps.plan(world, id, measure(world, content="调整后的措施"))
    await world.do(
        world.office, review_service.send_to_countersign, case_id=id, unit_ids=[world.units["keji"].id]
    )
    await steps.says(world, id, "keji")
    with pytest.raises(rules.VoteMissing):
        await submit(world, id)


async def test_a_panel_below_quorum_leaves_no_vote(world: World, travel: Travel) -> None:
    id = await steps.agreed(world, travel)
    await world.do(world.office, review_service.consult_experts, case_id=id)
    with pytest.raises(rules.NoQuorum, match="2/3"):
        await vote(world, id, present=5, agree=5)
    with pytest.raises(rules.VoteMissing):
        await submit(world, id)


# The decision -------------------------------------------------------------------------------------------


async def decide(world: World, by: Actor, id: object, outcome: Outcome = Outcome.APPROVED) -> object:
    return await world.do(
        by, review_service.decide, case_id=id, outcome=outcome, opinion="同意引进", form="组长审定"
    )


async def test_only_the_one_asked_decides(world: World, travel: Travel) -> None:
    id = await steps.submitted(world, travel)
    vice = world.someone("group", world.chair.permissions, post="vice", scope="cz")
    with pytest.raises(rules.NotTheDecider, match="组长"):
        await decide(world, vice, id)
    await decide(world, world.chair, id)


async def test_a_leader_who_sees_only_own_matters_decides_too(world: World, travel: Travel) -> None:
    id = await steps.submitted(world, travel)
    other = await steps.accepted(world, travel)
    leader = Actor(
        id=uuid4(),
        name="组长",
        kind=ActorKind.LEADER,
        permissions=world.chair.permissions,
        self_id=world.posts["chair"].id,
        unit_id=world.units["group"].id,
        post_id=world.posts["chair"].id,
    )
    with pytest.raises(NotFound):
        await decide(world, leader, other)
    case = await decide(world, leader, id)
    assert case.status is CaseStatus.DECIDED  # type: ignore[attr-defined]


async def test_sent_back_the_clock_runs_on(world: World, travel: Travel) -> None:
    id = await steps.submitted(world, travel)
    case = await decide(world, world.chair, id, Outcome.SENT_BACK)
    assert (case.status, case.settled_on) == (CaseStatus.PLANNING, None)  # type: ignore[attr-defined]


async def test_rejected_nothing_is_promised_any_more(world: World, travel: Travel) -> None:
    id = await steps.submitted(world, travel)
    case = await decide(world, world.chair, id, Outcome.REJECTED)
    assert (case.status, case.settled_on) == (CaseStatus.DECLINED, d("09-22"))  # type: ignore[attr-defined]
    (only,) = await steps.measures_of(world, id)
    assert only.status is MeasureStatus.DROPPED
    async with world.reading(PLATFORM) as ctx:
        decision = (await ctx.db.exec(select(CaseDecision))).one()
    assert [m["content"] for m in decision.plan["measures"]] == ["配备团队成员五名"]


ALTERATIONS = (
    "update fasttrack_decision set opinion = '不同意'",
    "update fasttrack_decision set unit_path = unit_path",
    "delete from fasttrack_decision",
    "truncate fasttrack_decision",
)


async def test_a_decision_cannot_be_altered_by_the_app(
    world: World, travel: Travel, db: TestDatabase
) -> None:
    await steps.decided(world, travel)
    connection = await asyncpg.connect(db.app)
    try:
        for role in ("bole_staff", "bole_leader", "bole_system"):
            await connection.execute(f"set role {role}")
            await connection.execute(
                "select set_config('app.lo', '0', false), set_config('app.hi', $1, false),"
                " set_config('app.self', $2, false)",
                "9" * 18,
                str(world.posts["chair"].id),
            )
            assert await connection.fetchval("select count(*) from fasttrack_decision") == 1
            for alteration in ALTERATIONS:
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await connection.execute(alteration)
    finally:
        await connection.close()


LEDGERS = (
    "fasttrack_decision",
    "fasttrack_stage",
    "fasttrack_vote",
    "fasttrack_recusal",
    "fasttrack_due_move",
    "fasttrack_assessment",
)


async def test_not_even_a_superuser_alters_a_ledger(
    world: World, travel: Travel, sees: asyncpg.Connection
) -> None:
    await steps.decided(world, travel)
    for table in LEDGERS:
        for change in (
            f"update {table} set unit_path = unit_path",
            f"delete from {table}",
            f"truncate {table} cascade",
        ):
            with pytest.raises(asyncpg.RestrictViolationError, match="append-only"):
                await sees.execute(change)
