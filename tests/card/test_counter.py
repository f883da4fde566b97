"""What a counter is told besides: which services it may redeem, and which card a use of its day was of."""

from tests.card.caller import Caller
from tests.card.world import City, at

from bole.core.permissions import Permission

SERVICES = "{ counterServices { code name } }"
DAY = "{ counterRedemptions { nodes { cardTail serviceCode } } }"


async def test_a_partner_is_told_the_services_it_was_granted_in_the_order_of_the_catalogue(
    city: City, caller: Caller
):
    with at("2026-03-02"):
        caller.actor = await city.partner("医院", "green_channel", "checkup", "school_entry")
        told = (await caller.gql(SERVICES))["data"]["counterServices"]
    # entering school is counted per child, and a counter knows no child
    assert [s["code"] for s in told] == ["checkup", "green_channel"]
    assert told[0]["name"] == "年度体检"


async def test_a_counter_of_the_staff_is_told_every_service_counted_per_holder(city: City, caller: Caller):
    with at("2026-03-02"):
        caller.actor = city.staff("潮州", "窗口")
        told = [s["code"] for s in (await caller.gql(SERVICES))["data"]["counterServices"]]
    assert {"checkup", "scenic", "vip_lounge"} <= set(told)
    assert "school_entry" not in told


async def test_who_may_only_verify_is_not_told_what_may_be_redeemed(city: City, caller: Caller):
    caller.actor = city.staff("潮州", "驿站", Permission.CARD_REDEEM)
    told = await caller.gql(SERVICES)
    assert told["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_a_partner_tells_the_uses_of_its_day_apart_by_the_end_of_the_card_number(
    city: City, caller: Caller
):
    with at("2026-03-02"):
        caller.actor = counter = await city.partner("医院", "green_channel")
        cards = [await city.a_card(level="L4"), await city.a_card(level="L4")]
        for card in cards:
            await city.redeem(counter, card, "green_channel")
        told = (await caller.gql(DAY))["data"]["counterRedemptions"]["nodes"]
    assert sorted(n["cardTail"] for n in told) == sorted(c.number[-3:] for c in cards)
