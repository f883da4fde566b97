"""The plan: drawn up, handed out, kept."""

from decimal import Decimal
from uuid import uuid4

import pytest
from pydantic import ValidationError
from tests.fasttrack import steps
from tests.fasttrack.conftest import World
from tests.fasttrack.steps import Travel, measure
from tests.support.days import d

from bole.core.errors import NotFound, Stale, StepNotAllowed
from bole.fasttrack import plan_service, rules, service
from bole.fasttrack.flow_rules import CaseStatus, MeasureStatus
from bole.fasttrack.plan_service import MeasureIn


async def verified(world: World, travel: Travel):  # type: ignore[no-untyped-def]
    id = await steps.accepted(world, travel)
    await world.do(world.office, service.verify, case_id=id, note="属实")
    return id


async def test_a_plan_is_changed_by_number_and_what_is_missing_is_dropped(
    world: World, travel: Travel
) -> None:
    id = await steps.planned(world, travel, measure(world), measure(world, "jiaoyu"))
    first, second = await steps.measures_of(world, id)
    await steps.plan(world, id, measure(world, id=second.id, content="子女入学"), measure(world, "caizheng"))
    told = [(m.ordinal, m.content, m.status) for m in await steps.measures_of(world, id)]
    assert told == [
        (1, "配备团队成员五名", MeasureStatus.DROPPED),
        (2, "子女入学", MeasureStatus.PLANNED),
        (3, "配备团队成员五名", MeasureStatus.PLANNED),
    ]
    with pytest.raises(rules.MeasureSettled, match="已取消"):
        await steps.plan(world, id, measure(world, id=first.id))


async def test_measures_stand_in_the_order_in_which_they_are_listed(world: World, travel: Travel) -> None:
    plan = [measure(world, content=words) for words in ("一", "二", "三")]
    id = await steps.planned(world, travel, *plan)
    first, second, third = await steps.measures_of(world, id)
    listed = [measure(world, id=m.id, content=m.content) for m in (third, first)]
    await steps.plan(world, id, listed[0], measure(world, content="新"), listed[1])
    told = [(m.ordinal, m.content) for m in await steps.measures_of(world, id) if m.id != second.id]
    assert told == [(1, "三"), (3, "新"), (4, "一")]


async def test_two_officers_who_draw_up_one_plan_do_not_overwrite_each_other(
    world: World, travel: Travel
) -> None:
    id = await verified(world, travel)
    seen = (await world.case(id)).version
    await steps.plan(world, id, measure(world))
    with pytest.raises(Stale, match="市委人才办经办"):
        await world.do(
            world.office, plan_service.set_plan, case_id=id, version=seen, measures=[measure(world)]
        )


async def test_money_is_kept_to_the_cent(world: World, travel: Travel) -> None:
    id = await steps.planned(world, travel, measure(world, kind="research_fund", amount="999999999999.99"))
    (only,) = await steps.measures_of(world, id)
    assert only.amount == Decimal("999999999999.99")
    assert only.kind_name == "科研经费"


@pytest.mark.parametrize("amount", ["-0.01", "0.001", "1000000000000.00", "NaN", "Infinity"])
def test_amounts_that_are_none_are_refused(amount: str) -> None:
    with pytest.raises(ValidationError):
        MeasureIn(kind="research_fund", content="经费", amount=amount, unit_id=uuid4(), due_on=d("12-31"))


async def test_a_plan_keeps_to_the_kinds_of_its_terms(world: World, travel: Travel) -> None:
    id = await verified(world, travel)
    with pytest.raises(rules.NoSuchMeasureKind, match="科研经费（research_fund）"):
        await steps.plan(world, id, measure(world, kind="yacht"))
    with pytest.raises(rules.AmountMissing, match="第 2 项"):
        await steps.plan(world, id, measure(world), measure(world, kind="research_fund"))
    with pytest.raises(rules.DueInThePast, match="2026-09-21"):
        await steps.plan(world, id, measure(world, due_on=d("09-21")))
    with pytest.raises(NotFound):
        await steps.plan(world, id, measure(world, unit_id=uuid4()))
    with pytest.raises(rules.PlanIsEmpty):
        await steps.plan(world, id)
    assert await steps.measures_of(world, id) == []


async def test_a_measure_of_another_case_is_not_touched(world: World, travel: Travel) -> None:
    theirs = await steps.planned(world, travel)
    (measure_of_theirs,) = await steps.measures_of(world, theirs)
    id = await verified(world, travel)
    with pytest.raises(rules.NotInThePlan):
        await steps.plan(world, id, measure(world, id=measure_of_theirs.id))


async def test_there_is_no_plan_before_verification(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)
    with pytest.raises(StepNotAllowed, match="受理核验"):
        await steps.plan(world, id, measure(world))


async def test_only_the_responsible_unit_reports_a_measure_as_kept(world: World, travel: Travel) -> None:
    id = await steps.delivering(world, travel, measure(world, "keji"), measure(world, "jiaoyu"))
    first, _ = await steps.measures_of(world, id)
    with pytest.raises(rules.NotYourCase, match="市科技局"):
        await world.do(
            world.department("jiaoyu"), plan_service.complete_measure, measure_id=first.id, result="到位"
        )
    with pytest.raises(rules.WordsNeeded):
        await world.do(
            world.department("keji"), plan_service.complete_measure, measure_id=first.id, result=""
        )
    done = await world.do(
        world.department("keji"), plan_service.complete_measure, measure_id=first.id, result="团队到位"
    )
    assert (done.status, done.done_on) == (MeasureStatus.DONE, d("09-22"))
    with pytest.raises(StepNotAllowed, match="已落实"):
        await world.do(
            world.department("keji"), plan_service.complete_measure, measure_id=first.id, result="再报"
        )


async def test_nothing_is_kept_before_it_is_handed_out(world: World, travel: Travel) -> None:
    id = await steps.agreed(world, travel)
    (only,) = await steps.measures_of(world, id)
    with pytest.raises(StepNotAllowed, match="拟定"):
        await world.do(
            world.department("keji"), plan_service.complete_measure, measure_id=only.id, result="到位"
        )


async def test_the_second_stage_waits_for_a_good_assessment(world: World, travel: Travel) -> None:
    id = await steps.delivering(
        world, travel, measure(world), measure(world, "caizheng", after_assessment=True)
    )
    _, second = await steps.measures_of(world, id)
    assert second.status is MeasureStatus.HELD
    case = await world.do(
        world.office, plan_service.assess, case_id=id, period="第一年度", passed=False, conclusion="未达标"
    )
    assert case.status is CaseStatus.ASSESSED
    with pytest.raises(rules.MeasureAwaitsAssessment):
        await world.do(
            world.department("caizheng"), plan_service.complete_measure, measure_id=second.id, result="拨付"
        )
    await world.do(
        world.office, plan_service.assess, case_id=id, period="第二年度", passed=True, conclusion="达标"
    )
    done = await world.do(
        world.department("caizheng"), plan_service.complete_measure, measure_id=second.id, result="拨付"
    )
    assert done.status is MeasureStatus.DONE


async def test_a_new_deliverer_sees_the_case_from_then_on(world: World, travel: Travel) -> None:
    id = await steps.decided(world, travel, measures=(measure(world, "weijian"),))
    with pytest.raises(NotFound):
        await world.do(world.department("weijian"), plan_service.complete_measure, measure_id=id, result="x")
    await world.do(world.office, plan_service.sign, case_id=id, agreement="潮才引〔2026〕3号")
    await world.do(world.office, plan_service.deliver, case_id=id)
    (only,) = await steps.measures_of(world, id)
    await world.do(
        world.department("weijian"), plan_service.complete_measure, measure_id=only.id, result="已建档"
    )
