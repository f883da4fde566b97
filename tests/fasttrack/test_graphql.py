"""What the interface is told of a case: one statement, and no name for those outside."""

from typing import Any
from uuid import UUID

import orjson
import pytest
from tests.fasttrack import steps
from tests.fasttrack.conftest import NAME, REQUEST, World
from tests.fasttrack.steps import Travel, measure

import bole.fasttrack.graphql as shown
from bole.core.actor import Actor
from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.core.graph import make_schema
from bole.core.permissions import Permission
from bole.fasttrack import clock_service, review_service, service
from bole.fasttrack.flow_rules import Opinion

SCHEMA = make_schema(shown.FastTrackQuery, shown.FastTrackMutation)
DOCUMENTS = Documents(SCHEMA._schema)

LIST = """{ fasttrackCases { totalCount nodes { number status candidateName request usedDays overdueDays
  allowedSteps unit { shortName } holder { shortName } } } }"""
CASE = """query ($id: UUID!) { fasttrackCase(id: $id) { number status candidateName request dueOn dueEstimated
  paused usedDays pausedDays overdueDays plannedAmount allowedSteps
  unit { shortName } lead { shortName } employer { shortName }
  parties { role unit { shortName } post { name } } stages { seq step accountName }
  measures { content amount unit { shortName } status allowedSteps }
  countersigns { round opinion overdue unit { shortName } deputy { name } recusals { accountName } }
  pauses { pausedOn resumedOn reason } dueMoves { oldDue newDue cause countersign { unit { shortName } } }
  clockDays { day weekday counted paused ordinal why status source }
  holdings { unitName stage since until workingDays pausedDays } } }"""


async def ask(world: World, actor: Actor, text: str, **variables: Any) -> Any:
    async def nobody(_: Any) -> None:
        return None

    endpoint = Endpoint(SCHEMA, world.work.services, nobody, DOCUMENTS, {})
    told = orjson.loads(await endpoint.answer(text, {k: str(v) for k, v in variables.items()}, actor))
    assert "errors" not in told, told["errors"]
    return told["data"]


async def test_a_case_page_is_answered_whole(world: World, travel: Travel) -> None:
    plan = (measure(world, kind="research_fund", amount="1000000.50"), measure(world, "jiaoyu"))
    id = await steps.asked(world, travel, "keji", "caizheng", measures=plan)
    await steps.says(world, id, "caizheng", Opinion.DISAGREE, "超出预算")
    travel("09-24")
    await world.do(
        world.office,
        clock_service.pause,
        case_id=id,
        reason="补正国外学位认证",
        expected_end=steps.d("10-10"),
    )
    travel("10-12")
    case = (await ask(world, world.office, CASE, id=id))["fasttrackCase"]
    assert case["number"] == "FT-2026-01"
    assert case["status"] == "COUNTERSIGNING"
    assert (case["candidateName"], case["request"]) == (NAME, REQUEST)
    assert (case["paused"], case["usedDays"], case["pausedDays"], case["overdueDays"]) == (True, 3, 7, 0)
    assert case["plannedAmount"] == "1000000.50"
    assert "consult_experts" in case["allowedSteps"]
    assert {p["role"] for p in case["parties"]} == {"INITIATOR", "LEAD", "EMPLOYER", "COUNTERSIGNER"}
    assert case["stages"][0]["step"] == "pause"
    said = {c["unit"]["shortName"]: c["opinion"] for c in case["countersigns"]}
    assert said == {"市科技局": None, "市财政局": "DISAGREE"}
    assert {m["countersign"] and m["countersign"]["unit"]["shortName"] for m in case["dueMoves"]} == {
        None,
        "市科技局",
    }


async def test_the_clock_is_told_day_by_day(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)
    travel("09-24")
    await world.do(
        world.office,
        clock_service.pause,
        case_id=id,
        reason="补正国外学位认证",
        expected_end=steps.d("10-10"),
    )
    travel("10-10")
    await world.do(world.office, clock_service.resume, case_id=id)
    days = (await ask(world, world.office, CASE, id=id))["fasttrackCase"]["clockDays"]
    by_day = {x["day"]: x for x in days}
    assert (days[0]["day"], days[-1]["day"]) == ("2026-09-22", "2026-10-27")
    assert by_day["2026-09-24"]["ordinal"] == 3
    assert by_day["2026-09-28"]["why"] == "暂停：补正国外学位认证"
    assert by_day["2026-10-01"]["why"] == "国庆节假期"
    assert by_day["2026-10-10"] == {
        "day": "2026-10-10",
        "weekday": "周六",
        "counted": False,
        "paused": True,
        "ordinal": None,
        "why": "暂停：补正国外学位认证",
        "status": "OFFICIAL",
        "source": "国务院办公厅关于2026年部分节假日安排的通知",
    }
    assert by_day["2026-10-11"]["why"] == "周末"
    assert days[-1]["ordinal"] == 15


async def test_an_overdue_clock_is_told_up_to_today(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)
    travel("10-21")
    days = (await ask(world, world.office, CASE, id=id))["fasttrackCase"]["clockDays"]
    assert [(x["day"], x["ordinal"]) for x in days[-3:]] == [
        ("2026-10-19", 15),
        ("2026-10-20", 16),
        ("2026-10-21", 17),
    ]


CLOCK = """query ($id: UUID!) { fasttrackClock(caseId: $id) { acceptedOn workingDays dueOn usedDays remainingDays
  overdueDays pausedDays paused estimated provisional summary provisionalWords convention } }"""


async def test_the_clock_says_in_one_sentence_how_the_date_came_about(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)
    travel("10-20")
    clock = (await ask(world, world.office, CLOCK, id=id))["fasttrackClock"]
    assert clock["dueOn"] == "2026-10-19"
    assert clock["summary"].startswith("09-21→10-19：中秋假 09-25~09-27 不计，国庆假 10-01~10-07 不计")
    assert (clock["usedDays"], clock["remainingDays"], clock["overdueDays"]) == (16, 0, 1)
    assert clock["provisionalWords"] is None
    assert "次日" in clock["convention"]


async def test_who_held_the_case_how_long(world: World, travel: Travel) -> None:
    id = await steps.accepted(world, travel)  # 09-21
    travel("09-22")
    await world.do(world.office, service.verify, case_id=id, note="属实")
    await steps.plan(world, id, measure(world))
    travel("09-23")
    await world.do(
        world.office,
        steps.review_service.send_to_countersign,
        case_id=id,
        unit_ids=[world.units["keji"].id, world.units["caizheng"].id],
    )
    travel("09-24")
    await steps.says(world, id, "keji")
    travel("09-30")
    await steps.says(world, id, "caizheng")
    await world.do(world.office, steps.review_service.consult_experts, case_id=id)
    travel("10-09")
    held = (await ask(world, world.office, CASE, id=id))["fasttrackCase"]["holdings"]
    countersigns = {h["unitName"]: h["workingDays"] for h in held if h["stage"] == "countersign"}
    assert countersigns == {"市科技局": 1, "市财政局": 4}
    lead = [(h["stage"], h["workingDays"], h["until"]) for h in held if h["unitName"] == "市委人才办"]
    assert ("verifying", 1, "2026-09-22") in lead
    assert ("deliberating", 2, None) in lead
    # opened on 09-18 it waited two working days for acceptance: Sunday 09-20 was one, Monday the other
    assert ("opened", 2, "2026-09-21") in lead
    assert sum(days for _, days, _ in lead) == 2 + 1 + 1 + 2


async def test_a_list_shows_outsiders_the_number_and_no_name(world: World, travel: Travel) -> None:
    await steps.accepted(world, travel)
    colleague = world.someone("group", world.office.permissions, scope="cz")
    (case,) = (await ask(world, colleague, LIST))["fasttrackCases"]["nodes"]
    assert case["number"] == "FT-2026-01"
    assert (case["candidateName"], case["request"]) == (None, None)
    (case,) = (await ask(world, world.county, LIST))["fasttrackCases"]["nodes"]
    assert case["candidateName"] == NAME


async def test_a_case_that_is_no_secret_shows_the_name_to_whoever_may_see_names(
    world: World, travel: Travel
) -> None:
    await steps.accepted(world, travel, secret=False)
    colleague = world.someone("group", world.office.permissions, scope="cz")
    (case,) = (await ask(world, colleague, LIST))["fasttrackCases"]["nodes"]
    assert case["candidateName"] == NAME


async def test_without_the_permission_a_member_sees_no_name_either(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji")
    clerk = world.someone("keji", frozenset({shown.READ, Permission.ORG_READ}))
    case = (await ask(world, clerk, CASE, id=id))["fasttrackCase"]
    assert case["number"] == "FT-2026-01"
    assert (case["candidateName"], case["request"]) == (None, None)


async def test_a_department_is_told_the_name_once_it_takes_part(world: World, travel: Travel) -> None:
    id = await steps.planned(world, travel)
    assert (await ask(world, world.department("keji"), CASE, id=id))["fasttrackCase"] is None
    await world.do(
        world.office,
        steps.review_service.send_to_countersign,
        case_id=id,
        unit_ids=[world.units["keji"].id],
    )
    assert (await ask(world, world.department("keji"), CASE, id=id))["fasttrackCase"]["candidateName"] == NAME
    assert (await ask(world, world.department("jiaoyu"), LIST))["fasttrackCases"]["totalCount"] == 0


HELD = "query ($id: UUID!) { fasttrackCase(id: $id) { heldBy pausedUntil terms } }"


async def held_by(world: World, id: UUID) -> str | None:
    told: str | None = (await ask(world, world.office, HELD, id=id))["fasttrackCase"]["heldBy"]
    return told


async def test_under_countersign_a_case_waits_for_the_departments_first_due_first(
    world: World, travel: Travel
) -> None:
    id = await steps.asked(world, travel, "caizheng")
    travel("09-23")
    units = [world.units["keji"].id]
    await world.do(world.office, review_service.ask_again, case_id=id, unit_ids=units, note="补送")
    assert await held_by(world, id) == "市财政局、市科技局"
    await steps.says(world, id, "caizheng")
    assert await held_by(world, id) == "市科技局"
    await steps.says(world, id, "keji")
    assert await held_by(world, id) == "市委人才办"


async def test_a_case_waits_for_who_decides_and_then_for_who_delivers(world: World, travel: Travel) -> None:
    id = await steps.submitted(world, travel)
    assert await held_by(world, id) == world.posts["chair"].name
    plan = (measure(world, "jiaoyu", due_on=steps.d("12-30")), measure(world))
    id = await steps.delivering(world, travel, *plan)
    assert await held_by(world, id) == "市教育局、市科技局"
    await world.do(world.office, service.stop, case_id=id, reason="人选另有安排")
    assert await held_by(world, id) is None


async def test_a_paused_case_says_until_when_and_under_which_terms_it_runs(
    world: World, travel: Travel
) -> None:
    id = await steps.accepted(world, travel)
    shown = (await ask(world, world.office, HELD, id=id))["fasttrackCase"]
    assert (shown["pausedUntil"], shown["terms"]["expert_majority"]) == (None, "2/3")
    await world.do(
        world.office, clock_service.pause, case_id=id, reason="补正", expected_end=steps.d("10-10")
    )
    assert (await ask(world, world.office, HELD, id=id))["fasttrackCase"]["pausedUntil"] == "2026-10-10"


MINE = """query ($mine: Boolean!, $before: Date) { fasttrackCases(mine: $mine, dueBefore: $before) {
  nodes { id } } myCountersigns(status: PENDING) { nodes { dueOn case { number } } } }"""


async def test_mine_are_the_cases_that_wait_for_me(world: World, travel: Travel) -> None:
    id = await steps.asked(world, travel, "keji", "caizheng")

    async def mine(actor: Actor) -> tuple[int, int]:
        async def nobody(_: Any) -> None:
            return None

        endpoint = Endpoint(SCHEMA, world.work.services, nobody, DOCUMENTS, {})
        told = orjson.loads(await endpoint.answer(MINE, {"mine": True}, actor))["data"]
        return len(told["fasttrackCases"]["nodes"]), len(told["myCountersigns"]["nodes"])

    assert await mine(world.department("keji")) == (1, 1)
    await steps.says(world, id, "keji")
    assert await mine(world.department("keji")) == (0, 0)
    assert await mine(world.department("caizheng")) == (1, 1)


@pytest.mark.parametrize(("before", "found"), [("2026-10-19", 0), ("2026-10-20", 1)])
async def test_cases_due_before_a_day(world: World, travel: Travel, before: str, found: int) -> None:
    await steps.accepted(world, travel)
    text = "query ($b: Date!) { fasttrackCases(dueBefore: $b) { totalCount } }"
    assert (await ask(world, world.office, text, b=before))["fasttrackCases"]["totalCount"] == found


async def test_a_case_is_opened_and_accepted_through_the_interface(world: World, travel: Travel) -> None:
    travel("09-21")
    opened = await ask(
        world,
        world.county,
        """mutation ($lead: UUID!) { openCase(level: "L1", candidateName: " 陈砚秋 ", request: "整体引进",
             leadId: $lead) { id number candidateName allowedSteps holder { shortName } } }""",
        lead=world.units["office"].id,
    )
    case = opened["openCase"]
    assert case["number"] is None
    assert case["candidateName"] == NAME
    assert case["holder"]["shortName"] == "市委人才办"
    accepted = await ask(
        world,
        world.office,
        """mutation ($id: UUID!) { acceptCase(caseId: $id) { number dueOn usedDays
             clockDays(first: 1) { day } } }""",
        id=case["id"],
    )
    assert accepted["acceptCase"] == {
        "number": "FT-2026-01",
        "dueOn": "2026-10-19",
        "usedDays": 0,
        "clockDays": [{"day": "2026-09-22"}],
    }


LONG = "字" * 3000
WORDY = {
    "verifyCase": "caseId: $id, note: $long",
    "declineCase": "caseId: $id, reason: $long",
    "stopCase": "caseId: $id, reason: $long",
    "pauseCase": 'caseId: $id, reason: $long, expectedEnd: "2026-10-10"',
}


@pytest.mark.parametrize("change", sorted(WORDY))
async def test_too_many_words_are_refused_and_not_cut(world: World, travel: Travel, change: str) -> None:
    async def nobody(_: Any) -> None:
        return None

    id = await steps.accepted(world, travel)
    endpoint = Endpoint(SCHEMA, world.work.services, nobody, DOCUMENTS, {})
    text = f"mutation ($id: UUID!, $long: String!) {{ {change}({WORDY[change]}) {{ id }} }}"
    told = orjson.loads(await endpoint.answer(text, {"id": str(id), "long": LONG}, world.office))
    assert told["errors"][0]["extensions"]["code"] == "TOO_MANY_WORDS"
