"""A case brought to where a test begins."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from tests.fasttrack.conftest import DEPARTMENTS, World
from tests.support.days import d

from bole.core.actor import PLATFORM
from bole.fasttrack import plan_service, review_service, service
from bole.fasttrack.flow_rules import Opinion, Outcome
from bole.fasttrack.models import Countersign, Measure
from bole.fasttrack.plan_service import MeasureIn

Travel = Callable[..., None]


def measure(world: World, unit: str = "keji", **told: Any) -> MeasureIn:
    given = {
        "kind": "team",
        "content": "配备团队成员五名",
        "unit_id": world.units[unit].id,
        "due_on": d("12-31"),
    }
    return MeasureIn.model_validate({**given, **told})


async def accepted(world: World, travel: Travel, on: str = "09-21", **told: Any) -> UUID:
    id = await world.open_case(**told)
    travel(on)
    await world.do(world.office, service.accept, case_id=id)
    return id


async def planned(world: World, travel: Travel, *measures: MeasureIn, on: str = "09-21") -> UUID:
    id = await accepted(world, travel, on)
    await world.do(world.office, service.verify, case_id=id, note="院士资格属实")
    await plan(world, id, *(measures or (measure(world),)))
    return id


async def plan(world: World, id: UUID, *measures: MeasureIn) -> None:
    version = (await world.case(id)).version
    await world.do(world.office, plan_service.set_plan, case_id=id, version=version, measures=list(measures))


async def asked(
    world: World, travel: Travel, *units: str, on: str = "09-22", measures: tuple[MeasureIn, ...] = ()
) -> UUID:
    id = await planned(world, travel, *measures)
    travel(on)
    await world.do(
        world.office,
        review_service.send_to_countersign,
        case_id=id,
        unit_ids=[world.units[u].id for u in units or DEPARTMENTS],
    )
    return id


async def countersign_of(world: World, case_id: UUID, unit: str) -> Countersign:
    """The latest one of this department."""
    async with world.reading(PLATFORM) as ctx:
        stmt = select(Countersign).where(
            col(Countersign.case_id) == case_id, col(Countersign.unit_id) == world.units[unit].id
        )
        return (await ctx.db.exec(stmt.order_by(col(Countersign.round).desc()).limit(1))).one()


async def says(
    world: World,
    case_id: UUID,
    unit: str,
    opinion: Opinion = Opinion.AGREE,
    reason: str | None = None,
    *,
    by: Any = None,
) -> Countersign:
    its = await countersign_of(world, case_id, unit)
    return await world.do(
        by or world.department(unit),
        review_service.countersign,
        countersign_id=its.id,
        opinion=opinion,
        reason=reason,
    )


async def agreed(world: World, travel: Travel, *units: str, measures: tuple[MeasureIn, ...] = ()) -> UUID:
    units = units or ("keji",)
    id = await asked(world, travel, *units, measures=measures)
    for unit in units:
        await says(world, id, unit)
    return id


async def voted(world: World, travel: Travel, *, measures: tuple[MeasureIn, ...] = ()) -> UUID:
    id = await agreed(world, travel, measures=measures)
    await world.do(world.office, review_service.consult_experts, case_id=id)
    await world.do(world.office, review_service.record_vote, case_id=id, invited=9, present=8, agree=6)
    return id


async def submitted(world: World, travel: Travel, *, measures: tuple[MeasureIn, ...] = ()) -> UUID:
    id = await voted(world, travel, measures=measures)
    await world.do(world.office, review_service.submit, case_id=id, decider_id=world.posts["chair"].id)
    return id


async def decided(
    world: World, travel: Travel, outcome: Outcome = Outcome.APPROVED, *, measures: tuple[MeasureIn, ...] = ()
) -> UUID:
    id = await submitted(world, travel, measures=measures)
    await world.do(
        world.chair, review_service.decide, case_id=id, outcome=outcome, opinion="同意引进", form="组长审定"
    )
    return id


async def delivering(world: World, travel: Travel, *measures: MeasureIn) -> UUID:
    id = await decided(world, travel, measures=measures)
    await world.do(world.office, plan_service.sign, case_id=id, agreement="潮才引〔2026〕3号")
    await world.do(world.office, plan_service.deliver, case_id=id)
    return id


async def measures_of(world: World, case_id: UUID) -> list[Measure]:
    async with world.reading(PLATFORM) as ctx:
        stmt = select(Measure).where(col(Measure.case_id) == case_id).order_by(col(Measure.ordinal))
        return list((await ctx.db.exec(stmt)).all())
