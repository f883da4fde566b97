"""Many at once: real locks, real commits."""

import asyncio

import asyncpg
from tests.fasttrack import steps
from tests.fasttrack.conftest import DEPARTMENTS, World
from tests.fasttrack.steps import Travel

from bole.core.errors import StepNotAllowed
from bole.fasttrack import clock_service, review_service, rules, service
from bole.fasttrack.flow_rules import CountersignStatus


async def test_cases_accepted_at_once_are_numbered_without_gap_or_twin(world: World, travel: Travel) -> None:
    ids = [await world.open_case() for _ in range(8)]
    travel("09-21")
    made = await asyncio.gather(*[world.do(world.office, service.accept, case_id=i) for i in ids])
    assert sorted(c.number for c in made) == [f"FT-2026-0{n}" for n in range(1, 9)]


async def test_a_refused_acceptance_leaves_no_gap(world: World, travel: Travel) -> None:
    id = await world.open_case()
    travel("09-21")
    twice = await asyncio.gather(
        *[world.do(world.office, service.accept, case_id=id) for _ in range(4)], return_exceptions=True
    )
    assert sum(isinstance(r, StepNotAllowed) for r in twice) == 3
    following = await steps.accepted(world, travel)
    assert (await world.case(following)).number == "FT-2026-02"


async def test_seven_departments_answer_at_once(
    world: World, travel: Travel, sees: asyncpg.Connection
) -> None:
    id = await steps.asked(world, travel)
    await asyncio.gather(*[steps.says(world, id, u) for u in DEPARTMENTS])
    for unit in DEPARTMENTS:
        assert (await steps.countersign_of(world, id, unit)).status is CountersignStatus.ANSWERED
    # exactly one of them was the last
    assert await sees.fetchval("select count(*) from outbox where fact = 'CountersignsGathered'") == 1


async def test_two_officers_of_one_department_answer_once(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji")
    both = await asyncio.gather(*[steps.says(world, id, "keji") for _ in range(2)], return_exceptions=True)
    assert sum(isinstance(r, StepNotAllowed) for r in both) == 1


async def test_paused_twice_at_once_it_is_paused_once(
    world: World, travel: Travel, sees: asyncpg.Connection
) -> None:
    id = await steps.accepted(world, travel)
    both = await asyncio.gather(
        *[
            world.do(
                world.office, clock_service.pause, case_id=id, reason="补正", expected_end=steps.d("10-10")
            )
            for _ in range(3)
        ],
        return_exceptions=True,
    )
    assert sum(isinstance(r, rules.CaseIsPaused) for r in both) == 2
    assert await sees.fetchval("select count(*) from fasttrack_pause") == 1


async def test_an_answer_and_a_revision_at_once_do_not_both_win(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji")
    answered, revised = await asyncio.gather(
        steps.says(world, id, "keji"),
        world.do(world.office, review_service.revise, case_id=id, reason="改方案"),
        return_exceptions=True,
    )
    status = (await steps.countersign_of(world, id, "keji")).status
    assert not isinstance(revised, BaseException)
    if isinstance(answered, StepNotAllowed):
        assert status is CountersignStatus.CALLED_OFF
    else:
        assert status is CountersignStatus.ANSWERED
