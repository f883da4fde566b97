"""Which card somebody had on a past day, and of which tier."""

from datetime import date
from typing import Any

from tests.card.caller import Caller
from tests.card.test_tiers import live, rises
from tests.card.world import City, at

from bole.card import service
from bole.core.permissions import Permission

TIER = "query ($id: UUID!, $d: Date) { talent(id: $id, asOf: $d) { level cardTier } }"
LIST = "query ($d: Date) { talents(asOf: $d) { nodes { name cardTier } } }"
CARDS = "query ($d: Date) { cards(asOf: $d) { totalCount nodes { number tierName } } }"


async def asked(city: City, caller: Caller, text: str, *, who: Any = None, **given: Any) -> Any:
    caller.actor = who or city.office
    told = await caller.gql(text, **given)
    assert "errors" not in told, told
    return told["data"]


async def tiers(city: City, caller: Caller, talent: Any, *days: str | None) -> list[str | None]:
    found = [await asked(city, caller, TIER, id=str(talent.id), d=day) for day in days]
    return [f["talent"]["cardTier"] for f in found]


async def test_a_past_day_shows_the_tier_of_that_day_and_today_the_present_one(
    city: City, caller: Caller
) -> None:
    """A4: silver until the end of June, gold from the first of July; the second quarter read in September."""
    with at("2026-03-02"):
        talent = await city.a_talent(level="L4", entered_on=date(2026, 1, 5))
        silver = await city.a_card(talent)
    with at("2026-07-01"):
        await rises(city, talent, "L4", "L2", date(2026, 7, 1))
    with at("2026-09-10"):
        gold = await live(city, talent)
        days = ("2026-03-01", "2026-03-02", "2026-06-30", "2026-07-01", "2026-09-10", None)
        assert await tiers(city, caller, talent, *days) == [None, "银卡", "银卡", "金卡", "金卡", "金卡"]
        for day, card in (("2026-06-30", silver), ("2026-07-01", gold)):
            told = (await asked(city, caller, CARDS, d=day))["cards"]
            assert told == {"totalCount": 1, "nodes": [{"number": card.number, "tierName": card.tier_name}]}
            (row,) = (await asked(city, caller, LIST, d=day))["talents"]["nodes"]
            assert row["cardTier"] == card.tier_name


async def test_a_card_issued_again_is_one_card_on_every_day(city: City, caller: Caller) -> None:
    with at("2026-03-02"):
        talent = await city.a_talent(level="L4", entered_on=date(2026, 1, 5))
        first = await city.a_card(talent)
    with at("2026-05-04"):
        second = await city.do(city.office, service.replace_card, card_id=first.id, reason="损坏")
    with at("2026-06-01"):
        for day, number in (
            ("2026-05-03", first.number),
            ("2026-05-04", second.number),
            ("2026-06-01", second.number),
        ):
            told = (await asked(city, caller, CARDS, d=day))["cards"]["nodes"]
            assert [c["number"] for c in told] == [number], day
        assert await tiers(city, caller, talent, "2026-05-03", None) == ["银卡", "银卡"]


async def test_a_cancelled_card_counts_until_the_day_before(city: City, caller: Caller) -> None:
    with at("2026-03-02"):
        talent = await city.a_talent(level="L4", entered_on=date(2026, 1, 5))
        card = await city.a_card(talent)
    with at("2026-05-04", 23, 50):
        await city.do(city.office, service.cancel_card, card_id=card.id, reason="本人放弃")
        assert await tiers(city, caller, talent, "2026-05-03", "2026-05-04", None) == ["银卡", None, None]


async def test_a_change_that_lies_ahead_shows_from_its_day_on(city: City, caller: Caller) -> None:
    with at("2026-06-20"):
        talent = await city.a_talent(level="L4", entered_on=date(2026, 1, 5))
        await city.a_card(talent)
        await rises(city, talent, "L4", "L2", date(2026, 7, 1))
        assert await tiers(city, caller, talent, "2026-06-20", None) == ["银卡", "银卡"]
        assert (await asked(city, caller, CARDS, d="2026-07-01"))["cards"]["totalCount"] == 0


async def test_who_may_not_read_cards_is_told_no_tier(city: City, caller: Caller) -> None:
    with at("2026-06-20"):
        talent = await city.a_talent(level="L4", entered_on=date(2026, 1, 5))
        await city.a_card(talent)
        nobody = city.staff("潮州", "经办", Permission.CARD_READ)
        told = await asked(city, caller, TIER, who=nobody, id=str(talent.id), d="2026-06-20")
        assert told["talent"]["cardTier"] is None and told["talent"]["level"] == "L4"
