"""一事一议 under a clock: one case from the county's proposal to the measures handed out."""

from collections import Counter

import pytest
from sqlmodel import select
from tests.fasttrack import steps
from tests.fasttrack.conftest import DEPARTMENTS, World
from tests.fasttrack.steps import Travel, measure
from tests.support.days import d

from bole.core.actor import PLATFORM
from bole.fasttrack import clock_service, plan_service, review_service, rules, service
from bole.fasttrack.flow_rules import CaseStatus, MeasureStatus, Opinion, Outcome
from bole.fasttrack.models import CaseDecision, Recusal

PAPERS = "补正国外学位认证"


async def test_a_top_talent_is_brought_in_within_fifteen_working_days(world: World, travel: Travel) -> None:
    # two cases of the same year came before
    for _ in range(2):
        await steps.accepted(world, travel, "09-18")
    travel("09-18")
    id = await world.open_case()
    assert (await world.case(id)).number is None

    # accepted on 09-21 with fifteen working days: due on 10-19
    travel("09-21")
    case = await world.do(world.office, service.accept, case_id=id)
    assert case.number == "FT-2026-03"
    assert case.due_on == d("10-19")
    assert not case.due_provisional

    # verified, and a plan of eleven measures; the second stage of the money waits for the first year
    await world.do(world.office, service.verify, case_id=id, note="院士资格、获奖证书属实")
    plan = [measure(world, u, content=f"{name}服务保障") for u, name in DEPARTMENTS.items()]
    plan += [measure(world, "weijian", content="医疗保健"), measure(world, "jiaoyu", content="子女入学")]
    plan += [
        measure(world, "caizheng", kind="research_fund", amount="30000000.00", content="首期科研经费"),
        measure(
            world,
            "caizheng",
            kind="research_fund",
            amount="20000000.00",
            content="二期科研经费",
            due_on=d("2027-12-31"),
            after_assessment=True,
        ),
    ]
    assert len(plan) == 11
    await steps.plan(world, id, *plan)

    # seven departments countersign in parallel, five working days each
    travel("09-22")
    units = [world.units[u].id for u in DEPARTMENTS]
    await world.do(world.office, review_service.send_to_countersign, case_id=id, unit_ids=units)
    asked = {u: await steps.countersign_of(world, id, u) for u in DEPARTMENTS}
    assert {c.due_on for c in asked.values()} == {d("09-30")}

    # the head of 市人社局 is a relative of the candidate and keeps out; the deputy signs
    head = world.department("renshe")
    await world.do(
        head,
        review_service.recuse,
        countersign_id=asked["renshe"].id,
        reason="与人选系姻亲",
        deputy_id=world.posts["renshe-leader"].id,
    )
    with pytest.raises(rules.Recused):
        await steps.says(world, id, "renshe", by=head)
    await steps.says(world, id, "renshe", by=world.department("renshe", "leader"))

    # after three working days the clock stops: a foreign degree must be certified
    travel("09-24", "17:40")
    case = await world.do(
        world.office, clock_service.pause, case_id=id, reason=PAPERS, expected_end=d("10-10")
    )
    assert (case.due_on, case.due_estimated) == (d("10-27"), True)
    with pytest.raises(rules.CaseIsPaused, match=PAPERS):
        await world.do(world.office, review_service.consult_experts, case_id=id)

    # resumed on 10-10 with twelve left: due on 10-27; the departments' time moved with it
    travel("10-10")
    case = await world.do(world.office, clock_service.resume, case_id=id)
    assert (case.due_on, case.due_estimated) == (d("10-27"), False)
    assert (await steps.countersign_of(world, id, "caizheng")).due_on == d("10-14")
    async with world.reading(world.office) as ctx:
        shown = await clock_service.clock(ctx, case_id=id)
    assert (shown.used_days, shown.remaining_days, shown.paused_days) == (3, 12, 6)
    assert shown.summary == f"09-21→10-27：暂停 09-25~10-10 不计（{PAPERS}）"

    # 市财政局 disagrees about the amount; after a coordination meeting it agrees to a changed one
    travel("10-13")
    for unit in set(DEPARTMENTS) - {"renshe", "caizheng"}:
        await steps.says(world, id, unit)
    await steps.says(world, id, "caizheng", Opinion.DISAGREE, "二期经费超出专项资金安排")
    with pytest.raises(rules.DisagreementStands, match="市财政局"):
        await world.do(world.office, review_service.consult_experts, case_id=id)
    await world.do(
        world.office,
        review_service.ask_again,
        case_id=id,
        unit_ids=[world.units["caizheng"].id],
        note="10月13日协调会：二期经费分两年列支",
    )
    await steps.says(world, id, "caizheng", Opinion.AGREE_IF_CHANGED, "二期经费分两年列支")

    # nine experts invited, eight came, six agree
    travel("10-20")
    await world.do(world.office, review_service.consult_experts, case_id=id)
    await world.do(world.office, review_service.record_vote, case_id=id, invited=9, present=8, agree=6)

    # the head of the leading group approves
    await world.do(world.office, review_service.submit, case_id=id, decider_id=world.posts["chair"].id)
    travel("10-23")
    case = await world.do(
        world.chair,
        review_service.decide,
        case_id=id,
        outcome=Outcome.APPROVED,
        opinion="同意，抓紧落实",
        form="组长审定",
    )
    assert case.status is CaseStatus.DECIDED
    assert case.settled_on == d("10-23")

    # the clock stands for good: thirteen of fifteen working days used, pauses shown apart
    travel("11-30")
    async with world.reading(world.office) as ctx:
        shown = await clock_service.clock(ctx, case_id=id)
    assert (shown.used_days, shown.paused_days, shown.overdue_days) == (13, 6, 0)

    # the agreement is signed, and eleven measures become tasks; one waits
    await world.do(world.office, plan_service.sign, case_id=id, agreement="潮才引〔2026〕3号")
    case = await world.do(world.office, plan_service.deliver, case_id=id)
    assert case.status is CaseStatus.DELIVERING
    measures = await steps.measures_of(world, id)
    assert Counter(m.status for m in measures) == {MeasureStatus.ASSIGNED: 10, MeasureStatus.HELD: 1}
    (second,) = [m for m in measures if m.after_assessment]
    with pytest.raises(rules.MeasureAwaitsAssessment, match="二期"):
        await world.do(
            world.department("caizheng"), plan_service.complete_measure, measure_id=second.id, result="已拨付"
        )

    # the record keeps the plan, every opinion and who kept out
    async with world.reading(PLATFORM) as ctx:
        (decision,) = (await ctx.db.exec(select(CaseDecision))).all()
        (recusal,) = (await ctx.db.exec(select(Recusal))).all()
    assert len(decision.plan["measures"]) == 11
    assert {c["unit"]: c["opinion"] for c in decision.plan["countersigns"]}["市财政局"] == "agree_if_changed"
    assert decision.plan["vote"]["agree"] == 6
    assert recusal.account_name == "市人社局经办"
