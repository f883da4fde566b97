"""The clock of a case in the database: paused, resumed, computed anew; and SQL that counts as Python does."""

from dataclasses import replace
from datetime import date, timedelta

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select
from tests.fasttrack import steps
from tests.fasttrack.conftest import World
from tests.fasttrack.steps import Travel
from tests.fasttrack.test_graphql import ask
from tests.support.days import CALENDAR, d, days

from bole.catalogue.calendar_service import publish_work_calendar
from bole.catalogue.days import Holiday, NoHolidays
from bole.catalogue.events import WorkCalendarPublished
from bole.catalogue.work_calendar import work_calendar
from bole.core.actor import PLATFORM
from bole.core.calendar import Pause
from bole.core.pauses import PauseLedger
from bole.core.permissions import Permission
from bole.fasttrack import clock_service, reactions, rules
from bole.fasttrack.flow_rules import CaseStatus
from bole.fasttrack.models import CasePause, DueMove, FastTrackCase

PAPERS = "补正国外学位认证"


async def pause(world: World, id: object, until: str = "10-10", reason: str = PAPERS) -> FastTrackCase:
    return await world.do(world.office, clock_service.pause, case_id=id, reason=reason, expected_end=d(until))


async def resume(world: World, id: object) -> FastTrackCase:
    return await world.do(world.office, clock_service.resume, case_id=id)


async def moves(world: World) -> list[DueMove]:
    async with world.reading(PLATFORM) as ctx:
        return list((await ctx.db.exec(select(DueMove).order_by(col(DueMove.id)))).all())


# Pauses -------------------------------------------------------------------------------------------------


async def test_a_pause_needs_a_reason_and_an_end(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)
    with pytest.raises(rules.WordsNeeded):
        await pause(world, id, reason="  ")
    with pytest.raises(rules.PauseNeedsAnEnd):
        await pause(world, id, until="09-21")


async def test_a_paused_case_is_not_paused_again_nor_a_running_one_resumed(
    world: World, travel: Travel
) -> None:
    id = await steps.accepted(world, travel)
    with pytest.raises(rules.CaseNotPaused):
        await resume(world, id)
    await pause(world, id)
    with pytest.raises(rules.CaseIsPaused):
        await pause(world, id)


async def test_only_what_is_on_the_clock_can_be_paused(world: World, travel: Travel) -> None:
    id = await world.open_case()
    with pytest.raises(rules.NotOnTheClock, match="发起"):
        await pause(world, id)
    decided = await steps.decided(world, travel)
    with pytest.raises(rules.NotOnTheClock, match="已决定"):
        await pause(world, decided)


async def test_paused_and_resumed_on_one_day_moves_nothing_in_the_end(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)
    travel("09-23")
    await pause(world, id)
    travel("09-23", "17:00")
    assert (await resume(world, id)).due_on == d("10-19")
    await pause(world, id)
    assert (await resume(world, id)).due_on == d("10-19")


async def test_every_move_of_a_due_date_says_what_moved_it(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji")
    travel("09-24")
    await pause(world, id, until="10-09")
    travel("10-10")
    await resume(world, id)
    told = [(m.countersign_id is None, m.old_due, m.new_due, m.cause) for m in await moves(world)]
    waited = f"暂停：{PAPERS}（预计 2026-10-09 恢复）"
    ended = f"恢复：2026-09-24 起的暂停于 2026-10-10 结束（{PAPERS}）"
    assert told == [
        (True, d("10-19"), d("10-26"), waited),
        (False, d("09-30"), d("10-13"), waited),
        (True, d("10-26"), d("10-27"), ended),
        (False, d("10-13"), d("10-14"), ended),
    ]


REWRITES = (
    "update fasttrack_pause set reason = 'x'",
    "update fasttrack_pause set paused_on = paused_on - 1",
    "update fasttrack_pause set resumed_on = null, resumed_by = null",
    "update fasttrack_pause set resumed_on = resumed_on + 1",
    "delete from fasttrack_pause",
)


async def test_a_pause_that_ended_is_never_rewritten(
    world: World, travel: Travel, sees: asyncpg.Connection
) -> None:
    id = await steps.accepted(world, travel)
    await pause(world, id)
    travel("09-23")
    await resume(world, id)
    for rewrite in REWRITES:
        with pytest.raises(asyncpg.RestrictViolationError):
            await sees.execute(rewrite)


async def test_overlapping_pauses_cannot_stand_in_the_table(
    world: World, travel: Travel, sees: asyncpg.Connection
) -> None:
    id = await steps.accepted(world, travel)
    await pause(world, id)
    travel("10-10")
    await resume(world, id)
    copy = (
        "insert into fasttrack_pause (id, unit_path, case_id, paused_on, reason, expected_end, paused_by,"
        " paused_name, resumed_on, resumed_by) select gen_random_uuid(), unit_path, case_id, $1, 'x', $2,"
        " paused_by, paused_name, $2, paused_by from fasttrack_pause limit 1"
    )
    with pytest.raises(asyncpg.ExclusionViolationError):
        await sees.execute(copy, d("10-09"), d("10-12"))
    await sees.execute(copy, d("10-10"), d("10-12"))


@pytest.mark.parametrize(("clock_time", "day"), [("23:59", "09-21"), ("00:01", "09-21"), ("07:59", "09-21")])
async def test_a_day_is_the_day_on_the_wall_in_china(
    world: World, travel: Travel, clock_time: str, day: str
) -> None:
    """At 07:59 in China it is still the day before in Greenwich."""
    id = await world.open_case()
    travel(day, clock_time)
    case = await world.do(world.office, steps.service.accept, case_id=id)
    assert (case.accepted_on, case.due_on) == (d(day), d("10-19"))


# A calendar is published ---------------------------------------------------------------------------------

PUBLISH = Permission.CATALOGUE_PUBLISH
NOTICE = "国务院办公厅关于2027年部分节假日安排的通知"
NEW_YEAR = Holiday(name="元旦", first=date(2027, 1, 1), last=date(2027, 1, 3), workdays=())
SPRING = Holiday(
    name="春节",
    first=date(2027, 2, 5),
    last=date(2027, 2, 11),
    workdays=(date(2027, 2, 13), date(2027, 2, 14)),
)


async def publish(world: World, *holidays: Holiday) -> None:
    async with world.as_(PLATFORM) as ctx:
        await publish_work_calendar(ctx, year=2027, source=NOTICE, holidays=list(holidays))
        (event,) = ctx.emitted
    async with world.as_(PLATFORM) as ctx:
        await reactions.count_anew(ctx, event)


async def test_publishing_a_calendar_computes_open_deadlines_anew(world: World, travel: Travel) -> None:
    travel("12-14")
    untouched = await steps.accepted(world, travel, "12-01")
    crossing = await steps.accepted(world, travel, "12-18")
    before = (await world.case(crossing)).due_on
    assert before == d("2027-01-08")  # 2027-01-01 was guessed a working day here
    await publish(world, NEW_YEAR, SPRING)
    case = await world.case(crossing)
    assert (case.due_on, case.due_provisional) == (d("2027-01-11"), False)
    (move,) = await moves(world)
    assert (move.case_id, move.old_due, move.new_due) == (crossing, before, d("2027-01-11"))
    assert move.cause == f"2027 年工作日历发布（{NOTICE}）"
    assert (await world.case(untouched)).due_on == d("12-22")


async def test_what_a_calendar_would_move_is_told_before_it_is_published(
    world: World, travel: Travel
) -> None:
    case = await steps.planned(world, travel, on="12-18")
    travel("12-28")
    units = [world.units["keji"].id]
    await world.do(world.office, steps.review_service.send_to_countersign, case_id=case, unit_ids=units)
    asked = {"year": 2027, "holidays": [NEW_YEAR, SPRING]}
    async with world.reading(world.office) as ctx:
        told = await clock_service.would_move(ctx, **asked)
        kept = await work_calendar(ctx)
        with pytest.raises(NoHolidays):
            await clock_service.would_move(ctx, year=2027, holidays=[])
    assert kept.is_working(date(2027, 2, 8)) and await moves(world) == []  # nothing is published by asking
    async with world.reading(replace(world.other_county, permissions=frozenset({PUBLISH}))) as ctx:
        count = await clock_service.would_move_count(
            ctx, **asked
        )  # who publishes hears how much, not of whom
        assert (count.cases, count.deadlines) == (1, 2)
    async with world.reading(world.other_county) as ctx:
        assert await clock_service.would_move(ctx, **asked) == []  # nor told of cases that one may not see
    await publish(world, NEW_YEAR, SPRING)
    written = [(m.old_due, m.new_due) for m in await moves(world)]
    assert sorted((m.old_due, m.new_due) for m in told) == sorted(written) and len(written) == 2
    assert [m.countersigned_by for m in told] == [world.units["keji"].short_name, None]
    async with world.reading(world.office) as ctx:
        assert await clock_service.would_move(ctx, **asked) == []
    query = """{ fasttrackWouldMove(year: 2027, holidays: [{name: "元旦", first: "2027-01-01", last: "2027-01-04"}]) {
      number countersignedBy oldDue newDue } }"""
    answer = await ask(world, world.office, query)
    assert {m["newDue"] for m in answer["fasttrackWouldMove"]} == {"2027-01-06", "2027-01-12"}
    counting = query.replace("WouldMove(", "WouldMoveCount(").replace(
        "number countersignedBy oldDue newDue", "cases deadlines"
    )
    admin = replace(world.office, permissions=frozenset({PUBLISH}))
    assert (await ask(world, admin, counting))["fasttrackWouldMoveCount"] == {"cases": 1, "deadlines": 2}
    with pytest.raises(AssertionError, match="FORBIDDEN"):
        await ask(world, replace(world.office, permissions=world.office.permissions - {PUBLISH}), counting)


async def test_told_twice_nothing_moves_twice(world: World, travel: Travel) -> None:
    await steps.accepted(world, travel, "12-18")
    await publish(world, NEW_YEAR, SPRING)
    async with world.as_(PLATFORM) as ctx:
        await reactions.count_anew(ctx, WorkCalendarPublished(year=2027, source=NOTICE, changed=()))
        assert ctx.emitted == []
    assert len(await moves(world)) == 1


async def test_what_is_decided_keeps_its_date(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel, "12-18")
    travel("12-21")
    await world.do(world.office, steps.service.decline, case_id=id, reason="条件不符")
    await publish(world, NEW_YEAR, SPRING)
    assert (await world.case(id)).due_on == d("2027-01-08")
    assert await moves(world) == []


async def test_a_departments_day_moves_with_the_calendar_too(world: World, travel: Travel) -> None:
    id = await steps.planned(world, travel, on="12-18")
    travel("12-28")
    await world.do(
        world.office,
        steps.review_service.send_to_countersign,
        case_id=id,
        unit_ids=[world.units["keji"].id],
    )
    before = (await steps.countersign_of(world, id, "keji")).due_on
    await publish(world, NEW_YEAR, SPRING)
    after = await steps.countersign_of(world, id, "keji")
    assert (before, after.due_on) == (d("2027-01-04"), d("2027-01-05"))
    assert not after.due_provisional


async def test_a_process_keeps_the_calendar_until_one_is_published(world: World, travel: Travel) -> None:
    async with world.reading(world.office) as ctx:
        first = await work_calendar(ctx)
    async with world.reading(world.county) as ctx:
        assert await work_calendar(ctx) is first
    assert first.is_working(date(2027, 2, 8))
    await publish(world, NEW_YEAR, SPRING)
    async with world.reading(world.office) as ctx:
        second = await work_calendar(ctx)
    assert second is not first
    assert not second.is_working(date(2027, 2, 8))


async def test_a_calendar_whose_publication_fails_is_not_kept(world: World, travel: Travel) -> None:
    async with world.reading(PLATFORM) as ctx:
        await work_calendar(ctx)
    with pytest.raises(RuntimeError, match="power cut"):
        async with world.as_(PLATFORM) as ctx:
            await publish_work_calendar(ctx, year=2027, source=NOTICE, holidays=[NEW_YEAR, SPRING])
            assert not (await work_calendar(ctx)).is_working(date(2027, 2, 8))
            raise RuntimeError("power cut")
    async with world.reading(PLATFORM) as ctx:
        assert (await work_calendar(ctx)).is_working(date(2027, 2, 8))


# SQL counts as Python does -------------------------------------------------------------------------------


COUNTED = """query ($id: UUID!) { fasttrackCase(id: $id) { usedDays pausedDays overdueDays
  clockDays(first: 100) { day counted ordinal why paused } } }"""


@st.composite
def histories(draw: st.DrawFn) -> tuple[date, list[tuple[date, date]], date]:
    start = draw(st.sampled_from([x for x in days(d("01-05"), d("09-30")) if CALENDAR.is_working(x)]))
    edges = draw(st.lists(st.integers(0, 40), max_size=4).map(sorted))
    stops = [start + timedelta(days=e) for e in edges]
    pairs = list(zip(stops[::2], stops[1::2], strict=False))
    last = pairs[-1][1] if pairs else start
    return start, pairs, last + timedelta(days=draw(st.integers(0, 30)))


@given(histories())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_the_days_shown_are_the_days_counted(
    world: World, travel: Travel, history: tuple[date, list[tuple[date, date]], date]
) -> None:
    start, pairs, today = history
    id = await steps.accepted(world, travel, start.isoformat())
    ledger = PauseLedger(start, 15, tuple(Pause(a, b, PAPERS) for a, b in pairs))
    async with world.as_(PLATFORM) as ctx:
        case = await ctx.lock(FastTrackCase, id)
        for a, b in pairs:
            ctx.db.add(
                CasePause(
                    unit_path=case.unit_path,
                    case_id=id,
                    paused_on=a,
                    resumed_on=b,
                    reason=PAPERS,
                    expected_end=a + timedelta(days=1),
                    paused_by=world.office.id,
                    paused_name="人才办",
                    resumed_by=world.office.id,
                    resumed_name="人才办",
                )
            )
        case.due_on = ledger.due(CALENDAR)
    travel(today.isoformat())
    told = (await ask(world, world.office, COUNTED, id=id))["fasttrackCase"]
    reading, explained = ledger.read(CALENDAR, today), ledger.explain(CALENDAR, today)
    assert (told["usedDays"], told["pausedDays"], told["overdueDays"]) == (
        reading.used,
        reading.paused_days,
        reading.overdue_by,
    )
    shown = told["clockDays"]
    until_due, beyond = shown[: len(explained.days)], shown[len(explained.days) :]
    assert [(x["day"], x["counted"], x["ordinal"], x["why"], x["paused"]) for x in until_due] == [
        (r.date.isoformat(), r.counted, r.ordinal, r.why, r.paused) for r in explained.days
    ]
    # late, the days go on up to today: as many of them count as it is overdue by
    late = days(case.due_on + timedelta(days=1), today)[: 100 - len(until_due)]
    counts = {x: CALENDAR.is_working(x) and not any(a < x <= b for a, b in pairs) for x in late}
    assert [(x["day"], x["counted"]) for x in beyond] == [(x.isoformat(), is_) for x, is_ in counts.items()]
    assert case.status is CaseStatus.VERIFYING
