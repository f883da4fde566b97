"""A quarter frozen: its numbers come out again whatever happens since, and a mistake is corrected beside."""

from datetime import date, timedelta
from typing import Any

import asyncpg
import pytest
from tests.campaign.quarter import OPENED, Quarterly
from tests.roster.test_as_of import gone

from bole.campaign import rules, service, snapshot_service
from bole.core.actor import PLATFORM
from bole.core.context import Work
from bole.roster import standing_service
from bole.roster.quarter_rules import NoSuchQuarter, Quarter
from bole.roster.quarters import quarter_is_locked
from bole.roster.rules import FigureAxis

FIGURES = """query ($q: String!, $by: FigureAxis!) { snapshotFigures(quarter: $q, by: $by)
  { rowCount sha256 lines { key talents stale talentsPublished corrected } } }"""
COMPARED = """query ($q: String!, $s: Span!, $by: FigureAxis!) { snapshotComparison(quarter: $q, span: $s, by: $by)
  { against talents talentsBefore lines { key talents talentsBefore difference rate } } }"""
VERIFY = "query ($q: String!) { verifySnapshot(quarter: $q) { rowCount intact } }"


async def freeze(city: Quarterly, quarter: str) -> Any:
    return await city.people.do(city.people.office, snapshot_service.freeze_quarter, quarter=quarter)


async def shown(city: Quarterly, quarter: str = "2026Q2", by: str = "LEVEL") -> Any:
    told = await city.people.gql(city.people.office, FIGURES, q=quarter, by=by)
    return told["snapshotFigures"]


def lines(told: Any) -> dict[str, tuple[int, int]]:
    return {x["key"]: (x["talents"], x["stale"]) for x in told["lines"]}


async def correct(city: Quarterly, **given: Any) -> Any:
    told = {
        "quarter": "2026Q2",
        "by": FigureAxis.LEVEL,
        "key": "L4",
        "talents": 3,
        "stale": 0,
        "reason": "漏报一人",
    }
    return await city.people.do(city.people.office, snapshot_service.correct_figure, **{**told, **given})


async def test_a_published_number_comes_out_again_whatever_happens_since(city: Quarterly) -> None:
    one = await city.people.enter("林一", level="L4", level_since=date(2026, 1, 5), talent_type="education")
    two = await city.people.enter("林二", level="L4", level_since=date(2026, 1, 5), unit="chaoan")
    city.go(OPENED)
    before = await freeze(city, "2026Q2")
    published = {by: await shown(city, by=by) for by in ("LEVEL", "TYPE", "CATEGORY", "UNIT", "STATUS")}
    assert lines(published["LEVEL"]) == {"L4": (2, 0)}
    assert lines(published["CATEGORY"]) == {"technical": (1, 0), "": (1, 0)}
    assert before.row_count == 2
    city.go(days=5)
    # told late, and it holds from before the quarter ended: the roster knows better, the snapshot does not
    await city.do(standing_service.leave, one, **gone(date(2026, 6, 1), city.today))
    await city.do(
        standing_service.grant_level,
        two,
        version=two.version,
        level="L2",
        since=date(2026, 6, 15),
        basis="认定",
    )
    assert {by: await shown(city, by=by) for by in published} == published
    assert (await city.on(date(2026, 6, 30), s="ACTIVE"))["totalCount"] == 1
    told = await city.people.gql(city.people.office, VERIFY, q="2026Q2")
    assert told["verifySnapshot"] == {"rowCount": 2, "intact": True}


async def test_what_is_frozen_cannot_be_changed_and_a_forgery_is_found(
    city: Quarterly, everything: asyncpg.Connection
) -> None:
    await city.people.enter("林一", level="L4", level_since=date(2026, 1, 5))
    city.go(OPENED)
    await freeze(city, "2026Q2")
    for text in (
        "update quarter_snapshot set row_count = 9",
        "delete from snapshot_row",
        "update snapshot_row set level = 'L1'",
        "truncate figure_correction",
    ):
        with pytest.raises(asyncpg.RestrictViolationError):
            await everything.execute(text)
    await everything.execute("alter table snapshot_row disable trigger snapshot_row_append_only")
    await everything.execute("update snapshot_row set level = 'L1'")
    told = await city.people.gql(city.people.office, VERIFY, q="2026Q2")
    assert told["verifySnapshot"]["intact"] is False


async def test_a_quarter_is_frozen_once_after_its_end_and_after_its_campaign(city: Quarterly) -> None:
    city.go(date(2026, 6, 30))
    with pytest.raises(rules.QuarterNotOver):
        await freeze(city, "2026Q2")
    campaign = await city.opened()
    with pytest.raises(rules.CampaignStillOpen, match="2026-07-22"):
        await freeze(city, "2026Q2")
    await city.people.do(city.people.office, service.close_campaign, campaign_id=campaign.id, reason="已核完")
    await freeze(city, "2026Q2")
    with pytest.raises(rules.QuarterFrozen):
        await freeze(city, "2026Q2")
    with pytest.raises(NoSuchQuarter):
        await freeze(city, "2026年二季度")


async def test_a_frozen_quarter_is_locked_for_those_below(city: Quarterly) -> None:
    city.go(OPENED)
    async with Work(city.people.services).read(PLATFORM) as ctx:
        assert not await quarter_is_locked(ctx, "2026Q2")
    await freeze(city, "2026Q2")
    async with Work(city.people.services).read(PLATFORM) as ctx:
        assert await quarter_is_locked(ctx, "2026Q2")
        assert not await quarter_is_locked(ctx, "2026Q1")


async def test_a_correction_stands_beside_what_was_published(
    city: Quarterly, everything: asyncpg.Connection
) -> None:
    await city.people.enter("林一", level="L4", level_since=date(2026, 1, 5))
    city.go(OPENED)
    await freeze(city, "2026Q2")
    await correct(city)
    line = (await shown(city))["lines"][0]
    assert line == {"key": "L4", "talents": 3, "stale": 0, "talentsPublished": 1, "corrected": True}
    await correct(city, talents=2, reason="其中一人非本市")
    rows = await everything.fetch("select talents_before, talents, reason from figure_correction order by id")
    assert [tuple(r) for r in rows] == [(1, 3, "漏报一人"), (3, 2, "其中一人非本市")]
    for given, refusal in (
        ({"talents": 2}, rules.NothingCorrected),
        ({"key": "L9"}, rules.NoSuchFigure),
        ({"stale": 4}, rules.FigureNotPlausible),
        ({"reason": ""}, rules.NotEmptyReason),
        ({"quarter": "2026Q1"}, rules.NotFrozen),
    ):
        with pytest.raises(refusal):
            await correct(city, **given)


async def test_two_quarters_are_compared_line_by_line(city: Quarterly) -> None:
    await city.people.enter("林一", level="L4", level_since=date(2026, 1, 5))
    city.go(date(2026, 4, 1))
    await freeze(city, "2026Q1")
    for n in range(2):
        await city.people.enter(f"陈{'一二'[n]}", level="L5", level_since=city.today)
    city.go(OPENED)
    await freeze(city, "2026Q2")
    told = (await city.people.gql(city.people.office, COMPARED, q="2026Q2", s="QUARTER", by="LEVEL"))[
        "snapshotComparison"
    ]
    assert (told["against"], told["talents"], told["talentsBefore"]) == ("2026Q1", 3, 1)
    assert {x["key"]: (x["difference"], x["rate"]) for x in told["lines"]} == {
        "L4": (0, 0.0),
        "L5": (2, None),
    }
    refused = await city.people.told(city.people.office, COMPARED, q="2026Q2", s="YEAR", by="LEVEL")
    assert refused["errors"][0]["extensions"]["code"] == "NOT_FROZEN"


def test_a_quarter_knows_its_days_and_the_ones_before() -> None:
    quarter = Quarter.read("2026q1")
    assert (quarter.first_day, quarter.last_day) == (date(2026, 1, 1), date(2026, 3, 31))
    assert [str(quarter.before(n)) for n in (1, 2, 4)] == ["2025Q4", "2025Q3", "2025Q1"]
    assert Quarter.of(date(2026, 12, 31)) == Quarter(2026, 4)
    assert Quarter(2026, 4).last_day + timedelta(days=1) == Quarter(2027, 1).first_day
