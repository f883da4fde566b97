"""The card over HTTP: GraphQL for our own pages, REST for partners."""

from statistics import median
from time import perf_counter

import pytest
from tests.card.caller import Caller
from tests.card.world import City, at

from bole.card.quota_models import Redemption
from bole.card.rules import card_number
from bole.core.permissions import Permission

REDEEM = """mutation($n: String!, $s: String!, $k: String!) {
  redeem(cardNumber: $n, service: $s, key: $k) { id status amount day serviceName card { number tierName } }
}"""


# GraphQL ------------------------------------------------------------------------------------------


async def test_a_card_is_shown_with_its_rights_and_what_is_left(city: City, caller: Caller):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        await city.redeem(city.office, card, "vip_lounge")
        told = await caller.gql(
            """query($id: UUID!) { card(id: $id) {
              number status allowedSteps tierName talent { name card { id } cards { id } }
              entitlements { serviceCode period quota used remaining ledger(first: 2) { entry amount } }
              redemptions { serviceCode status providerName byName }
              successor { id } predecessor { id }
            } }""",
            id=str(card.id),
        )
    assert "errors" not in told, told
    shown = told["data"]["card"]
    assert (shown["status"], shown["tierName"]) == ("ACTIVE", "银卡")
    assert shown["allowedSteps"] == ["freeze", "report_lost", "replace", "expire", "cancel"]
    assert shown["talent"] == {
        "name": "陈思齐",
        "card": {"id": str(card.id)},
        "cards": [{"id": str(card.id)}],
    }
    lounge = next(e for e in shown["entitlements"] if e["serviceCode"] == "vip_lounge")
    assert (lounge["period"], lounge["quota"], lounge["used"], lounge["remaining"]) == ("YEAR", 4, 1, 3)
    assert [(e["entry"], e["amount"]) for e in lounge["ledger"]] == [("GRANTED", 4), ("CONFIRMED", -1)]
    loan = next(e for e in shown["entitlements"] if e["serviceCode"] == "talent_loan")
    assert (loan["quota"], loan["remaining"]) == (None, None)
    assert len(shown["redemptions"]) == 1


async def test_a_redemption_answers_with_the_selection_and_once_per_key(city: City, caller: Caller):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        first = await caller.gql(REDEEM, "h1", n=card.number, s="vip_lounge", k="k1")
        assert "errors" not in first, first
        made = first["data"]["redeem"]
        assert (made["status"], made["amount"], made["day"]) == ("CONFIRMED", 1, "2026-03-02")
        assert made["card"] == {"number": card.number, "tierName": "银卡"}
        assert await caller.gql(REDEEM, "h1", n=card.number, s="vip_lounge", k="k1") == first
        assert (await caller.gql(REDEEM, None, n=card.number, s="vip_lounge", k="k1"))["data"] == first[
            "data"
        ]
    assert (await city.right(card, "vip_lounge")).used == 1


async def test_a_refusal_carries_code_words_and_facts(city: City, caller: Caller):
    with at("2026-03-02"):
        card = await city.a_card(level="L5")
        await city.redeem(city.office, card, "checkup")
        told = await caller.gql(REDEEM, n=card.number, s="checkup", k="k")
    (error,) = told["errors"]
    assert error["extensions"] == {
        "code": "QUOTA_EXHAUSTED", "field": "service", "period": "本年度", "quota": 1, "used": 1, "reserved": 0,
        "again": "请于 2027-01-01 起再使用。",
    }  # fmt: skip
    assert "已用完" in error["message"]


async def test_lists_page_filter_and_stay_in_scope(city: City, caller: Caller):
    with at("2026-03-02"):
        mine = [await city.a_card(name=f"林某{i}", level="L5") for i in range(3)]
        away = await city.a_card(name="外县", unit="饶平", level="L1")
        caller.actor = city.staff("湘桥")
        told = await caller.gql(
            """{ cards(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } totalCount }
                 gold: cards(tier: "gold") { totalCount }
                 cardTierDistribution { tier tierName active pending } }"""
        )
        assert "errors" not in told, told
        page = told["data"]["cards"]
        assert [n["id"] for n in page["nodes"]] == [str(mine[2].id), str(mine[1].id)]
        assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (3, True)
        assert told["data"]["gold"]["totalCount"] == 0
        assert told["data"]["cardTierDistribution"] == [
            {"tier": "regular", "tierName": "普通卡", "active": 3, "pending": 0}
        ]
        rest = await caller.gql(
            "query($a: String!) { cards(first: 2, after: $a) { nodes { id } } }",
            a=page["pageInfo"]["endCursor"],
        )
        assert [n["id"] for n in rest["data"]["cards"]["nodes"]] == [str(mine[0].id)]
        for number, found in ((mine[0].number.lower().replace("-", ""), 1), (away.number, 0), ("垃圾", 0)):
            told = await caller.gql("query($n: String!) { cards(number: $n) { totalCount } }", n=number)
            assert told["data"]["cards"]["totalCount"] == found


async def test_a_batch_is_previewed_approved_and_activated_over_graphql(city: City, caller: Caller):
    with at("2026-03-02"):
        await city.a_talent("林小文", level="L3")
        told = await caller.gql(
            """mutation { drawUpCardBatch(title: "第一批", schemeCode: "youcai", levels: ["L3"]) {
                 id status people planned allowedSteps } }"""
        )
        assert "errors" not in told, told
        batch = told["data"]["drawUpCardBatch"]
        assert (batch["people"], batch["planned"], batch["allowedSteps"]) == (1, 1, ["submit", "withdraw"])
        listed = await caller.gql(
            """query($b: UUID!) { cardBatchLines(batchId: $b) {
                 nodes { tierName skip status talent { name } card { id } } } }""",
            b=batch["id"],
        )
        assert listed["data"]["cardBatchLines"]["nodes"] == [
            {
                "tierName": "银卡",
                "skip": None,
                "status": "PLANNED",
                "talent": {"name": "林小文"},
                "card": None,
            }
        ]
        step = "mutation($b: UUID!) { %s(batchId: $b) { status issued } }"
        await caller.gql(step % "submitCardBatch", b=batch["id"])
        refused = await caller.gql(step % "approveCardBatch", b=batch["id"])
        assert refused["errors"][0]["extensions"]["code"] == "SAME_PERSON"
        caller.actor = city.staff("潮州", "主任")
        done = await caller.gql(step % "approveCardBatch", b=batch["id"])
        assert done["data"]["approveCardBatch"] == {"status": "ISSUED", "issued": 1}
        (card,) = (await caller.gql("{ cards { nodes { id status } } }"))["data"]["cards"]["nodes"]
        told = await caller.gql(
            "mutation($c: UUID!) { activateCard(cardId: $c) { status entitlements { id } } }", c=card["id"]
        )
    assert told["data"]["activateCard"]["status"] == "ACTIVE"
    assert len(told["data"]["activateCard"]["entitlements"]) > 10


async def test_holders_see_their_card_rights_and_uses_and_nobody_elses(city: City, caller: Caller):
    with at("2026-03-02"):
        card, other = await city.a_card(level="L4"), await city.a_card(name="林某")
        await city.redeem(city.office, card, "vip_lounge")
        await city.redeem(city.office, other, "vip_lounge")
        caller.actor = city.actor_of(card)
        told = await caller.gql(
            """{ myCards { number } myEntitlements { serviceCode remaining }
                 myRedemptions { nodes { serviceName day } totalCount } }"""
        )
    assert "errors" not in told, told
    assert told["data"]["myCards"] == [{"number": card.number}]
    assert {"serviceCode": "vip_lounge", "remaining": 3} in told["data"]["myEntitlements"]
    assert told["data"]["myRedemptions"]["totalCount"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "{ cards { nodes { id } } }",
        'mutation { freezeCard(cardId: "00000000-0000-0000-0000-000000000000", reason: "x") { id } }',
        'mutation { redeem(cardNumber: "x", service: "x", key: "x") { id } }',
        'mutation { drawUpCardBatch(title: "x", schemeCode: "youcai") { id } }',
    ],
)
async def test_without_the_permission_nothing_is_even_looked_for(city: City, caller: Caller, text: str):
    may = {p for p in Permission if not p.value.startswith("card:")}
    caller.actor = city.actor(city.office.kind, "无权", city.office.lo, city.office.hi, may=frozenset(may))
    told = await caller.gql(text)
    assert told["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_a_holder_reads_where_the_card_was_used(city: City, caller: Caller):
    """By a unit's counter and by a partner's alike."""
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        await city.redeem(await city.partner("潮州市中心医院", "checkup"), card, "checkup")
        await city.redeem(city.office, card, "venues")
        caller.actor = city.actor_of(card)
        told = await caller.gql("{ myRedemptions { nodes { serviceCode providerName } totalCount } }")
    assert "errors" not in told, told
    assert {n["serviceCode"]: n["providerName"] for n in told["data"]["myRedemptions"]["nodes"]} == {
        "checkup": "潮州市中心医院",
        "venues": None,
    }


async def test_a_counter_lists_its_own_day_and_the_office_everybodys(city: City, caller: Caller):
    counter = city.staff("潮州", "窗口")
    counter = city.actor(counter.kind, "医院窗口", counter.lo, counter.hi, unit_id=city.units["中心医院"].id)
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        await city.redeem(city.office, card, "venues")
        await city.redeem(counter, card, "green_channel")
    with at("2026-03-03"):
        await city.redeem(counter, card, "green_channel")
        text = """query($d: Date!) { counterRedemptions(dayFrom: $d, dayTo: $d) {
          nodes { serviceCode day providerName } totalCount } }"""
        caller.actor = counter
        told = await caller.gql(text, d="2026-03-02")
        assert "errors" not in told, told
        assert told["data"]["counterRedemptions"]["nodes"] == [
            {"serviceCode": "green_channel", "day": "2026-03-02", "providerName": "中心医院"}
        ]
        caller.actor = city.office
        told = await caller.gql("{ redemptions { nodes { day serviceCode } totalCount } }")
    assert [n["day"] for n in told["data"]["redemptions"]["nodes"]] == [
        "2026-03-03",
        "2026-03-02",
        "2026-03-02",
    ]


# REST ---------------------------------------------------------------------------------------------


@pytest.fixture
async def airport(city: City, caller: Caller) -> Caller:
    caller.actor = await city.partner("潮汕机场", "vip_lounge", "scenic")
    return caller


async def test_a_partner_learns_yes_or_no_tier_and_validity_and_nothing_more(city: City, airport: Caller):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        yes = await airport.post("/holders/verify", {"card": card.number})
    assert (yes.status_code, yes.headers["cache-control"]) == (200, "no-store")
    assert yes.json() == {"valid": True, "tier": "silver", "tier_name": "银卡", "valid_until": "2029-03-01"}


async def test_unknown_dead_and_misspelt_cards_get_one_and_the_same_answer(city: City, airport: Caller):
    from bole.card import service

    with at("2026-03-02"):
        frozen, pending = await city.a_card(level="L4"), await city.a_card(name="林某", active=False)
        await city.do(city.office, service.freeze_card, card_id=frozen.id, reason="核实")
        asked = [
            frozen.number,
            pending.number,
            card_number("CZ", 2026, 1),
            "CZ26-AAAA-AAAA-AAB",
            "'; --",
            "０",
        ]
        answers = [await airport.post("/holders/verify", {"card": number}) for number in asked]
    assert {(a.status_code, a.text) for a in answers} == {
        (200, '{"valid":false,"tier":null,"tier_name":null,"valid_until":null}')
    }


async def test_a_no_takes_as_long_as_a_yes(city: City, airport: Caller):
    """Nobody learns from the clock which numbers exist: the same statement runs for all of them."""
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        asked = {
            "known": card.number,
            "unknown": card_number("CZ", 2026, 1),
            "misspelt": "CZ26-AAAA-AAAA-AAB",
        }
        took: dict[str, list[float]] = {name: [] for name in asked}
        for _ in range(60):
            for name, number in asked.items():
                began = perf_counter()
                await airport.post("/holders/verify", {"card": number})
                took[name].append(perf_counter() - began)
    medians = [median(t) for t in took.values()]
    assert max(medians) < 1.5 * min(medians)


async def test_a_partner_redeems_once_per_key_and_takes_it_back(city: City, airport: Caller):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        body = {"card": card.number, "service": "vip_lounge"}
        first = await airport.post("/redemptions", body, "k1")
        assert first.status_code == 201, first.text
        made = first.json()
        assert made == {
            "id": made["id"], "service_code": "vip_lounge", "day": "2026-03-02",
            "occurred_at": made["occurred_at"], "amount": 1, "status": "CONFIRMED",
        }  # fmt: skip
        again = await airport.post("/redemptions", body, "k1")
        assert (again.status_code, again.content) == (201, first.content)
        other = await airport.post("/redemptions", body | {"amount": 2}, "k1")
        assert (other.status_code, other.json()["code"]) == (422, "IDEMPOTENCY_KEY_REUSED")
        back = await airport.post(f"/redemptions/{made['id']}/reversal", {"reason": "误扫"}, "k2")
        assert (back.status_code, back.json()["amount"]) == (201, -1)
        assert (
            await airport.post(f"/redemptions/{made['id']}/reversal", {"reason": "误扫"}, "k2")
        ).content == back.content
        page = await airport.client.get("/partner/v1/redemptions", params={"first": 1})
        assert page.status_code == 200, page.text
        assert [i["amount"] for i in page.json()["items"]] == [-1] and page.json()["page"]["more"]
        rest = await airport.client.get(
            "/partner/v1/redemptions", params={"after": page.json()["page"]["next"], "day_from": "2026-03-02"}
        )
        assert [i["status"] for i in rest.json()["items"]] == ["REVERSED"]
    assert (await city.right(card, "vip_lounge")).used == 0
    await city.books()


async def test_the_fifth_call_is_refused_as_a_problem_document(city: City, airport: Caller):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        body = {"card": card.number, "service": "vip_lounge"}
        for i in range(4):
            assert (await airport.post("/redemptions", body, f"k{i}")).status_code == 201
        no = await airport.post("/redemptions", body, "k4")
    assert no.headers["content-type"] == "application/problem+json"
    told = no.json()
    assert (no.status_code, told["type"], told["code"]) == (
        409,
        "urn:bole:quota_exhausted",
        "QUOTA_EXHAUSTED",
    )
    assert told["title"].startswith("本年度额度 4 次已用完")


@pytest.mark.parametrize(
    ("path", "body", "key", "status", "code"),
    [
        ("/redemptions", {"card": "x", "service": "vip_lounge"}, None, 422, "INVALID_INPUT"),
        ("/redemptions", {"card": "x", "service": "vip_lounge"}, "k" * 256, 422, "INVALID_INPUT"),
        ("/redemptions", {"card": "x", "service": "vip_lounge"}, "k", 422, "BAD_CARD_NUMBER"),
        ("/redemptions", {"card": "CARD", "service": "venues"}, "k", 403, "SERVICE_NOT_GRANTED"),
        ("/redemptions", {"card": "CARD", "service": "vip_lounge", "amount": 0}, "k", 422, "INVALID_INPUT"),
        ("/redemptions", {"card": "CARD", "service": "vip_lounge", "who": "me"}, "k", 422, "INVALID_INPUT"),
        ("/redemptions", {"card": "CARD", "service": "vip\x00lounge"}, "k", 422, "INVALID_INPUT"),
        ("/redemptions", {"card": "UNKNOWN", "service": "vip_lounge"}, "k", 404, "NOT_FOUND"),
        ("/redemptions/00000000-0000-0000-0000-000000000000/reversal", {}, "k", 404, "NOT_FOUND"),
        ("/redemptions/not-an-id/reversal", {}, "k", 422, "INVALID_INPUT"),
        ("/holders/verify", {}, None, 422, "INVALID_INPUT"),
        ("/holders/verify", {"card": ""}, None, 422, "INVALID_INPUT"),
        ("/holders/verify", {"card": "x" * 300}, None, 422, "INVALID_INPUT"),
    ],
)
async def test_bad_calls_are_refused_in_chinese_with_a_code(
    city: City, airport: Caller, path, body, key, status, code
):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        known = {"CARD": card.number, "UNKNOWN": card_number("CZ", 2026, 1)}
        sent = {k: known.get(v, v) if isinstance(v, str) else v for k, v in body.items()}
        no = await airport.post(path, sent, key)
    assert (no.status_code, no.json()["code"]) == (status, code), no.text
    assert any("\u4e00" <= c <= "\u9fff" for c in no.json()["title"])
    assert await city.all(Redemption) == []


async def test_nobody_redeems_unsigned(city: City, airport: Caller):
    airport.actor = None
    no = await airport.post("/redemptions", {"card": "x", "service": "x"}, "k")
    assert (no.status_code, no.json()["code"]) == (401, "NOT_SIGNED_IN")
