"""Who sees a case: who opened it, those above, and whoever takes part. Nobody else, by no way."""

from uuid import uuid4

import pytest
from sqlmodel import func, select
from tests.fasttrack import steps
from tests.fasttrack.conftest import World
from tests.fasttrack.steps import Travel, measure

from bole.core.actor import Actor, ActorKind
from bole.core.errors import Forbidden, NotFound
from bole.core.permissions import Permission
from bole.fasttrack import clock_service, models, review_service, service

TABLES = [
    models.FastTrackCase,
    models.CaseParty,
    models.CaseStage,
    models.CasePause,
    models.Measure,
    models.Countersign,
    models.Recusal,
    models.ExpertVote,
    models.CaseDecision,
    models.CaseAssessment,
    models.DueMove,
]


async def seen(world: World, actor: Actor) -> dict[str, int]:
    counted = {}
    async with world.reading(actor) as ctx:
        for table in TABLES:
            counted[table.__name__] = (await ctx.db.exec(select(func.count()).select_from(table))).one()
    return {name: n for name, n in counted.items() if n}


async def full(world: World, travel: Travel):  # type: ignore[no-untyped-def]
    """A case with a row in every table."""
    id = await steps.asked(world, travel, "renshe", "keji", measures=(measure(world),))
    its = await steps.countersign_of(world, id, "renshe")
    await world.do(
        world.department("renshe"),
        review_service.recuse,
        countersign_id=its.id,
        reason="姻亲",
        deputy_id=world.posts["renshe-leader"].id,
    )
    await world.do(
        world.office,
        clock_service.pause,
        case_id=id,
        reason="补正",
        expected_end=steps.d("10-10"),
    )
    travel("09-28")
    await world.do(world.office, clock_service.resume, case_id=id)
    await steps.says(world, id, "renshe", by=world.department("renshe", "leader"))
    await steps.says(world, id, "keji")
    await world.do(world.office, review_service.consult_experts, case_id=id)
    await world.do(world.office, review_service.record_vote, case_id=id, invited=9, present=8, agree=6)
    await world.do(world.office, review_service.submit, case_id=id, decider_id=world.posts["chair"].id)
    await world.do(
        world.chair,
        review_service.decide,
        case_id=id,
        outcome=steps.Outcome.APPROVED,
        opinion="同意",
        form="组长审定",
    )
    await world.do(world.office, steps.plan_service.sign, case_id=id, agreement="1号")
    await world.do(world.office, steps.plan_service.deliver, case_id=id)
    await world.do(
        world.office, steps.plan_service.assess, case_id=id, period="首年", passed=True, conclusion="好"
    )
    return id


async def test_another_district_sees_none_of_it(world: World, travel: Travel) -> None:
    await full(world, travel)
    assert set(await seen(world, world.county)) == {t.__name__ for t in TABLES}
    assert await seen(world, world.other_county) == {}


async def test_a_department_that_was_not_asked_sees_none_of_it(world: World, travel: Travel) -> None:
    await full(world, travel)
    assert await seen(world, world.department("jiaoyu")) == {}


async def test_a_department_that_was_asked_sees_this_case_and_no_other(world: World, travel: Travel) -> None:
    await full(world, travel)
    await steps.accepted(world, travel, "09-28")
    assert (await seen(world, world.department("keji")))["FastTrackCase"] == 1
    assert (await seen(world, world.office))["FastTrackCase"] == 2


async def test_an_office_whose_range_is_only_itself_leads_all_the_same(world: World, travel: Travel) -> None:
    narrow = world.someone("office", world.office.permissions)
    id = await world.open_case()
    travel("09-21")
    await world.do(narrow, service.accept, case_id=id)
    await world.do(narrow, service.verify, case_id=id, note="属实")
    version = (await world.case(id)).version
    await world.do(
        narrow, steps.plan_service.set_plan, case_id=id, version=version, measures=[measure(world)]
    )
    await world.do(narrow, review_service.send_to_countersign, case_id=id, unit_ids=[world.units["keji"].id])
    await steps.says(world, id, "keji")
    assert (await seen(world, narrow))["Countersign"] == 1
    assert (await seen(world, narrow))["CaseParty"] == 4


@pytest.mark.parametrize("kind", [ActorKind.TALENT, ActorKind.PARTNER])
async def test_talents_and_partners_see_no_case(world: World, travel: Travel, kind: ActorKind) -> None:
    await full(world, travel)
    actor = Actor(uuid4(), "某", kind, frozenset(Permission), 0, 10**18, self_id=uuid4())
    async with world.reading(actor) as ctx:
        with pytest.raises(Exception, match="permission denied"):
            await ctx.db.exec(select(models.FastTrackCase))


async def test_a_leader_sees_what_is_asked_of_his_post(world: World, travel: Travel) -> None:
    await full(world, travel)

    def leader(post: str) -> Actor:
        return Actor(uuid4(), "领导", ActorKind.LEADER, frozenset(Permission), self_id=world.posts[post].id)

    assert set(await seen(world, leader("chair"))) == {t.__name__ for t in TABLES}
    assert await seen(world, leader("vice")) == {}


async def test_without_context_there_are_no_rows(world: World, travel: Travel) -> None:
    await full(world, travel)
    nobody = Actor(uuid4(), "无", ActorKind.STAFF, frozenset(Permission))
    assert await seen(world, nobody) == {}


async def test_another_district_cannot_touch_it(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji")
    its = await steps.countersign_of(world, id, "keji")
    stranger = world.someone("chaoan-office", frozenset(Permission), scope="chaoan")
    with pytest.raises(NotFound):
        await world.do(stranger, service.withdraw, case_id=id, reason="x")
    with pytest.raises(NotFound):
        await world.do(
            stranger, review_service.countersign, countersign_id=its.id, opinion=steps.Opinion.AGREE
        )
    async with world.reading(stranger) as ctx:
        with pytest.raises(NotFound):
            await clock_service.clock(ctx, case_id=id)


async def test_each_step_has_its_permission(world: World, travel: Travel) -> None:
    id = await world.open_case()
    clerk = world.someone("office", frozenset({Permission.FASTTRACK_READ}), scope="cz")
    with pytest.raises(Forbidden, match="受理"):
        await world.do(clerk, service.accept, case_id=id)
