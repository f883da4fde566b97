"""A case from opening to closing, against real PostgreSQL."""

import re
from uuid import uuid4

import asyncpg
import pytest
from sqlmodel import col, select
from tests.fasttrack import steps
from tests.fasttrack.conftest import NAME, TERMS, World, publish_terms
from tests.fasttrack.steps import Travel, measure
from tests.support.days import d

from bole.core.actor import PLATFORM
from bole.core.calendar import CalendarNotCovered
from bole.core.errors import NotFound, StepNotAllowed
from bole.fasttrack import clock_service, plan_service, rules, service
from bole.fasttrack.flow_rules import CaseStatus, MeasureStatus
from bole.fasttrack.models import CaseParty, CaseStage


async def test_acceptance_gives_a_number_and_a_due_date(world: World, travel: Travel) -> None:
    id = await world.open_case()
    assert (await world.case(id)).number is None
    travel("09-21")
    case = await world.do(world.office, service.accept, case_id=id)
    assert (case.number, case.due_on, case.working_days) == ("FT-2026-01", d("10-19"), 15)
    assert case.status is CaseStatus.VERIFYING


async def test_numbers_begin_anew_each_year(world: World, travel: Travel) -> None:
    first = await steps.accepted(world, travel, "12-30")
    second = await steps.accepted(world, travel, "2027-01-04")
    assert (await world.case(first)).number == "FT-2026-01"
    assert (await world.case(second)).number == "FT-2027-01"


async def test_a_due_date_in_a_year_without_a_notice_is_provisional(world: World, travel: Travel) -> None:
    before = await world.case(await steps.accepted(world, travel, "09-21"))
    across = await world.case(await steps.accepted(world, travel, "12-18"))
    assert not before.due_provisional
    assert across.due_on == d("2027-01-08")
    assert across.due_provisional


async def test_a_due_date_beyond_the_calendar_is_refused_and_takes_no_number(
    world: World, travel: Travel
) -> None:
    id = await world.open_case()
    travel("2027-12-20")
    with pytest.raises(CalendarNotCovered, match="2028 年"):
        await world.do(world.office, service.accept, case_id=id)
    travel("2027-01-04")
    assert (await world.do(world.office, service.accept, case_id=id)).number == "FT-2027-01"


async def test_terms_are_frozen_at_acceptance(world: World, travel: Travel, sees: asyncpg.Connection) -> None:
    early = await steps.accepted(world, travel, "09-21")
    late = await world.open_case()
    await sees.execute("update catalogue_entry set valid_until = '2026-09-21' where kind = 'fasttrack_term'")
    async with world.as_(PLATFORM) as ctx:
        entry = await publish_terms(ctx, "L1", {**TERMS, "working_days": 10}, number=2, since=d("09-22"))
        assert entry.number == 2
    travel("09-22")
    await world.do(world.office, service.accept, case_id=late)
    assert [(c.working_days, c.terms_version) for c in (await world.case(early), await world.case(late))] == [
        (15, 1),
        (10, 2),
    ]
    assert (await world.case(late)).terms["working_days"] == 10


async def test_a_level_without_terms_has_no_fast_track(world: World, travel: Travel) -> None:
    with pytest.raises(rules.LevelNotFastTracked, match="L5"):
        await world.open_case(level="L5")


async def test_only_a_talent_office_leads(world: World, travel: Travel) -> None:
    with pytest.raises(rules.NotATalentOffice, match="市财政局"):
        await world.open_case(lead_id=world.units["caizheng"].id)


@pytest.mark.parametrize("what", ["lead_id", "employer_id", "talent_id"])
async def test_what_is_named_must_exist(world: World, travel: Travel, what: str) -> None:
    with pytest.raises(NotFound):
        await world.open_case(**{what: uuid4()})


@pytest.mark.parametrize("what", ["candidate_name", "request"])
async def test_a_case_says_whom_and_why(world: World, travel: Travel, what: str) -> None:
    with pytest.raises(rules.WordsNeeded):
        await world.open_case(**{what: "   "})


async def test_a_case_is_accepted_once(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)
    with pytest.raises(StepNotAllowed, match="受理核验"):
        await world.do(world.office, service.accept, case_id=id)


async def test_only_the_lead_accepts(world: World, travel: Travel) -> None:
    id = await world.open_case()
    clerk = world.someone("raoping-office", world.office.permissions, scope="raoping")
    with pytest.raises(rules.NotYourCase, match="市委人才办"):
        await world.do(clerk, service.accept, case_id=id)


async def test_whoever_does_not_meet_the_conditions_is_declined(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)
    travel("09-23")
    case = await world.do(world.office, service.decline, case_id=id, reason="年龄条件不符")
    assert (case.status, case.settled_on, case.holder_id) == (CaseStatus.DECLINED, d("09-23"), None)
    assert case.number == "FT-2026-01"


async def test_the_initiator_withdraws_and_the_number_is_never_used_again(
    world: World, travel: Travel
) -> None:
    id = await steps.accepted(world, travel)
    with pytest.raises(rules.NotYourCase):
        await world.do(world.office, service.withdraw, case_id=id, reason="人选另有安排")
    case = await world.do(world.county, service.withdraw, case_id=id, reason="人选另有安排")
    assert case.status is CaseStatus.STOPPED
    second = await steps.accepted(world, travel)
    assert (await world.case(second)).number == "FT-2026-02"


async def test_a_paused_case_may_be_withdrawn_and_its_clock_stands(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)
    travel("09-23")
    await world.do(world.office, clock_service.pause, case_id=id, reason="补正", expected_end=d("10-10"))
    travel("09-28")
    case = await world.do(world.county, service.withdraw, case_id=id, reason="人选另有安排")
    assert (case.settled_on, case.due_estimated) == (d("09-28"), False)
    async with world.reading(world.office) as ctx:
        shown = await clock_service.clock(ctx, case_id=id)
    assert (shown.used_days, shown.paused_days, shown.paused) == (2, 2, False)


async def test_stopping_takes_back_what_was_asked_and_promised(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji", "caizheng")
    await steps.says(world, id, "keji")
    await world.do(world.office, service.stop, case_id=id, reason="人选已在外市签约")
    statuses = {u: (await steps.countersign_of(world, id, u)).status.value for u in ("keji", "caizheng")}
    assert statuses == {"keji": "answered", "caizheng": "called_off"}
    (only,) = await steps.measures_of(world, id)
    assert (only.status, only.result) == (MeasureStatus.DROPPED, "人选已在外市签约")
    with pytest.raises(StepNotAllowed):
        await steps.says(world, id, "caizheng")


async def test_a_case_closes_when_every_measure_is_kept(world: World, travel: Travel) -> None:
    id = await steps.delivering(world, travel, measure(world), measure(world, "jiaoyu"))
    await world.do(
        world.office, plan_service.assess, case_id=id, period="第一年度", passed=True, conclusion="履约良好"
    )
    with pytest.raises(rules.MeasuresUnfinished, match="2 项"):
        await world.do(world.office, service.close, case_id=id)
    first, second = await steps.measures_of(world, id)
    await world.do(
        world.department("keji"), plan_service.complete_measure, measure_id=first.id, result="团队到位"
    )
    await world.do(world.office, plan_service.drop_measure, measure_id=second.id, reason="子女已毕业")
    case = await world.do(world.office, service.close, case_id=id)
    assert case.status is CaseStatus.CLOSED


async def test_every_step_is_written_down_with_who_took_it(world: World, travel: Travel) -> None:
    id = await steps.submitted(world, travel)
    async with world.reading(PLATFORM) as ctx:
        stmt = select(CaseStage).where(col(CaseStage.case_id) == id).order_by(col(CaseStage.seq))
        stages = (await ctx.db.exec(stmt)).all()
    assert [s.step for s in stages] == [
        "open",
        "accept",
        "verify",
        "set_plan",
        "send_to_countersign",
        "consult_experts",
        "record_vote",
        "submit",
    ]
    assert [s.seq for s in stages] == list(range(1, 9))
    assert stages[0].account_name == "饶平县人才办经办"
    assert stages[4].holder_id is None
    assert stages[-1].holder_id == world.units["group"].id


async def test_nothing_told_to_others_holds_the_name(
    world: World, travel: Travel, sees: asyncpg.Connection
) -> None:
    await steps.decided(world, travel)
    told = await sees.fetch("select fact, body::text as body from outbox order by seq")
    assert {"CaseOpened", "CaseAccepted", "CountersignAsked", "CaseDecided"} <= {t["fact"] for t in told}
    assert all(NAME not in t["body"] for t in told)
    kept = await sees.fetchval("select string_agg(changes::text, '') from audit")
    assert NAME not in kept
    assert "•••" in kept


async def test_a_refusal_leaves_nothing_behind(
    world: World, travel: Travel, sees: asyncpg.Connection
) -> None:
    id = await steps.accepted(world, travel)

    async def everything() -> list[int]:
        names = await sees.fetch(
            "select relname from pg_class where relname ~ '^fasttrack_' and relkind = 'r'"
        )
        assert all(re.fullmatch(r"\w+", n["relname"]) for n in names)
        return [await sees.fetchval(f"select count(*) from {n['relname']}") for n in names] + [
            await sees.fetchval("select count(*) from outbox"),
            await sees.fetchval("select count(*) from audit"),
        ]

    before = await everything()
    version = (await world.case(id)).version
    with pytest.raises(rules.WordsNeeded):
        await world.do(world.office, service.decline, case_id=id, reason=" ")
    with pytest.raises(StepNotAllowed):
        await world.do(world.office, service.close, case_id=id)
    assert await everything() == before
    assert (await world.case(id)).version == version


async def test_who_takes_part_is_listed_once(world: World, travel: Travel) -> None:
    id = await steps.delivering(world, travel, measure(world), measure(world), measure(world, "jiaoyu"))
    async with world.reading(PLATFORM) as ctx:
        parties = (await ctx.db.exec(select(CaseParty).where(col(CaseParty.case_id) == id))).all()
    names = {u.id: code for code, u in world.units.items()}
    assert sorted((p.role.value, names[p.unit_id]) for p in parties) == [
        ("countersigner", "keji"),
        ("decider", "group"),
        ("deliverer", "jiaoyu"),
        ("deliverer", "keji"),
        ("employer", "employer"),
        ("initiator", "raoping-office"),
        ("lead", "office"),
    ]
