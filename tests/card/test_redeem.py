"""核销: each limit holds, all together, and a refusal leaves nothing behind."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError
from tests.card.world import SHANGHAI, City, at

from bole.card import redeem_service, service
from bole.card.quota_models import CityPool, Entitlement, EntitlementLedger, Redemption
from bole.card.quota_rules import (
    ChildHasRights,
    ChildNeeded,
    CityPoolExhausted,
    InTheFuture,
    NotEligibleTier,
    NotTheirChild,
    QuotaExhausted,
    StageNeeded,
    TooLateToRecord,
)
from bole.card.rules import BadCardNumber, CardNotValid, CardOutOfDate, card_number
from bole.catalogue.rules import NotOffered
from bole.core.errors import IdempotencyKeyReused, InvalidInput, NotFound
from bole.core.faults import refusal_of
from bole.roster import career_service
from bole.roster.models import FamilyMember
from bole.roster.rules import Relation


async def test_a_use_is_counted_told_and_audited_in_one_go(city: City, sees):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        audits = await sees.fetchval("select count(*) from audit")
        made = await city.redeem(city.staff("潮州", "窗口"), card, "vip_lounge")
    right = await city.right(card, "vip_lounge")
    assert (right.tier_quota, right.quota, right.used) == (4, 4, 1)
    assert await sees.fetchval("select count(*) from outbox where fact = 'EntitlementRedeemed'") == 1
    row = await sees.fetchrow("select operations, changes from audit order by at desc limit 1")
    assert await sees.fetchval("select count(*) from audit") == audits + 1
    assert row["operations"] == ["card.redeem"]
    assert '"used": [0, 1]' in row["changes"] and made["id"] in row["changes"]
    await city.books()


async def test_the_fifth_of_four_is_refused_and_leaves_nothing_behind(city: City, sees):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        for _ in range(4):
            await city.redeem(city.office, card, "vip_lounge")
        before = await everything(sees)
        with pytest.raises(QuotaExhausted, match="2027-01-01 起") as no:
            await city.redeem(city.office, card, "vip_lounge")
    assert (no.value.facts["quota"], no.value.facts["used"]) == (4, 4)
    assert await everything(sees) == before
    await city.books()


async def everything(sees):
    tables = ("redemption", "entitlement_ledger", "outbox", "audit", "idempotency")
    counts = [await sees.fetchval(f"select count(*) from {t}") for t in tables]
    return [*counts, await sees.fetch("select id, used, reserved from entitlement order by id")]


async def test_the_tier_decides_how_many(city: City):
    with at("2026-03-02"):
        gold = await city.a_card(level="L1")
        for _ in range(8):
            await city.redeem(city.office, gold, "vip_lounge")
        with pytest.raises(QuotaExhausted):
            await city.redeem(city.office, gold, "vip_lounge")


async def test_a_service_of_other_tiers_is_refused(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L5")
        with pytest.raises(NotEligibleTier, match="普通卡"):
            await city.redeem(city.office, card, "vip_lounge")
    assert await city.all(Redemption) == []


async def test_what_the_catalogue_does_not_offer_is_refused(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        with pytest.raises(NotOffered):
            await city.redeem(city.office, card, "moon_trip")


async def test_a_number_that_cannot_be_one_is_told_apart_from_one_nobody_has(city: City):
    with at("2026-03-02"):
        with pytest.raises(BadCardNumber):
            await city.redeem(city.office, "CZ26-AAAA-AAAA-AAB", "scenic")
        with pytest.raises(NotFound):
            await city.redeem(city.office, card_number("CZ", 2026, 7), "scenic")


@pytest.mark.parametrize("amount", [0, -1, 101])
async def test_an_amount_out_of_bounds_is_refused_before_anything_is_read(city: City, amount):
    with pytest.raises(InvalidInput):
        await city.redeem(city.office, card_number("CZ", 2026, 7), "scenic", amount=amount)


# Once per key -------------------------------------------------------------------------------------


async def test_the_same_key_is_the_same_act(city: City, sees):
    with at("2026-03-02"):
        card = await city.a_card()
        first = await city.redeem(city.office, card, "green_channel", "k1")
        told = await everything(sees)
        for _ in range(3):
            assert await city.redeem(city.office, card, "green_channel", "k1") == first
    assert await everything(sees) == told
    assert (await city.right(card, "green_channel")).used == 1


async def test_the_first_answer_is_given_again_even_when_the_quota_is_used_up_or_the_card_frozen(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        first = await city.redeem(city.office, card, "checkup", "k1")
        await city.do(city.office, service.freeze_card, card_id=card.id, reason="核实中")
        assert await city.redeem(city.office, card, "checkup", "k1") == first
        with pytest.raises(CardNotValid):
            await city.redeem(city.office, card, "checkup", "k2")


@pytest.mark.parametrize("change", [{"service": "venues"}, {"amount": 2}, {"card": "other"}])
async def test_the_same_key_for_another_act_is_refused(city: City, change):
    with at("2026-03-02"):
        card, other = await city.a_card(), await city.a_card(name="林某")
        await city.redeem(city.office, card, "green_channel", "k1")
        asked = {"service": "green_channel", "amount": 1, "card": card, **change}
        asked["card"] = other if asked["card"] == "other" else card
        with pytest.raises(IdempotencyKeyReused):
            await city.redeem(city.office, asked.pop("card"), asked.pop("service"), "k1", **asked)
    assert len(await city.all(Redemption)) == 1
    await city.books()


async def test_two_counters_may_use_the_same_key(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        one = await city.redeem(city.office, card, "green_channel", "1")
        two = await city.redeem(city.staff("潮州", "窗口"), card, "green_channel", "1")
    assert one["id"] != two["id"]


async def test_a_key_in_the_header_keeps_the_whole_answer(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        first = await city.redeem(city.office, card, "green_channel", "k1", header="h1")
        assert await city.redeem(city.office, card, "green_channel", "k1", header="h1") == first
        with pytest.raises(IdempotencyKeyReused):
            await city.redeem(city.office, card, "venues", "k2", header="h1")
    assert len(await city.all(Redemption)) == 1


# Several limits at once ---------------------------------------------------------------------------


async def test_once_a_day_and_twenty_four_times_a_year_both_hold(city: City):
    with at("2026-01-05"):
        card = await city.a_card(level="L5")
    first = date(2026, 1, 5)
    for i in range(24):
        with at((first + timedelta(days=i)).isoformat()):
            await city.redeem(city.office, card, "scenic")
            if i in (0, 23):
                with pytest.raises(QuotaExhausted, match="额度") as no:
                    await city.redeem(city.office, card, "scenic")
                # when both are used up, the longer wait is the one to tell
                assert no.value.facts["period"] == ("当日" if i == 0 else "本年度")
    with at("2026-02-20"), pytest.raises(QuotaExhausted, match="2027-01-01"):
        await city.redeem(city.office, card, "scenic")
    with at("2027-01-01", 0, 30):
        await city.redeem(city.office, card, "scenic")
    days = await city.all(Entitlement, service_code="scenic", period="day")
    assert len(days) == 25 and all(d.quota == 1 for d in days)
    assert (await city.right(card, "scenic", "year")).used == 1
    await city.books()


async def test_a_day_begins_at_midnight_in_china_not_in_greenwich(city: City):
    with at("2026-03-02", 23, 50):
        card = await city.a_card(level="L5")
        await city.redeem(city.office, card, "scenic")
    with at("2026-03-03", 0, 10):  # still 2 March in UTC
        await city.redeem(city.office, card, "scenic")
        with pytest.raises(QuotaExhausted):
            await city.redeem(city.office, card, "scenic")
    assert [d.starts_on.day for d in await city.all(Entitlement, period="day")] == [2, 3]


async def test_eight_a_month_begin_again_with_the_month(city: City):
    with at("2026-03-30"):
        card = await city.a_card(level="L5")
        await city.redeem(city.office, card, "venues", amount=8)
        with pytest.raises(QuotaExhausted, match="2026-04-01"):
            await city.redeem(city.office, card, "venues")
    with at("2026-04-01"):
        await city.redeem(city.office, card, "venues")
    await city.books()


async def test_more_at_once_than_is_left_takes_none(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L5")
        await city.redeem(city.office, card, "venues", amount=6)
        with pytest.raises(QuotaExhausted):
            await city.redeem(city.office, card, "venues", amount=3)
        await city.redeem(city.office, card, "venues", amount=2)
    assert (await city.right(card, "venues", "month")).used == 8


async def test_an_unlimited_service_is_counted_and_never_refused(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L5")
        for _ in range(5):
            await city.redeem(city.office, card, "talent_loan", amount=100)
    right = await city.right(card, "talent_loan", "card")
    assert (right.quota, right.used) == (None, 500)
    await city.books()


# The city's pool ----------------------------------------------------------------------------------


async def test_a_pool_used_up_takes_nothing_from_the_person(city: City):
    with at("2026-03-02"):
        card, other = await city.a_card(), await city.a_card(name="林某")
        await city.publish("checkup", date(2026, 3, 3), pool={"period": "year", "quota": 1})
        (pool,) = await city.all(CityPool)
        await city.add_sql("update city_pool set quota = 1 where id = $1", pool.id)
        await city.redeem(city.office, card, "checkup")
        with pytest.raises(CityPoolExhausted, match="候补") as no:
            await city.redeem(city.office, other, "checkup")
    assert no.value.facts == {"service": "年度体检", "quota": 1, "waiting": 0}
    assert (await city.right(other, "checkup")).used == 0
    assert (await city.one(CityPool)).used == 1
    await city.books()


async def test_who_has_no_right_left_takes_nothing_from_the_pool(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        await city.redeem(city.office, card, "checkup")
        with pytest.raises(QuotaExhausted):
            await city.redeem(city.office, card, "checkup")
    assert (await city.one(CityPool)).used == 1


async def test_the_pool_is_stated_once_in_the_ledger_of_a_use(city: City):
    """A service with two limits and a pool: two rows of the ledger, one place of the pool."""
    limits = [{"period": "month", "quota": 5}, {"period": "year", "quota": 10}]
    await city.publish("checkup", date(2026, 1, 1), limits=limits)
    with at("2026-03-02"):
        card = await city.a_card()
        await city.redeem(city.office, card, "checkup", amount=2)
    entries = await city.all(EntitlementLedger, entry="confirmed")
    assert [e.amount for e in entries] == [-2, -2]
    assert sum(e.pool_id is not None for e in entries) == 1
    assert (await city.one(CityPool)).used == 2
    await city.books()


# Children -----------------------------------------------------------------------------------------


async def test_each_child_enters_each_school_stage_once(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent()
        card = await city.a_card(talent)
        one, two = await city.a_child(talent), await city.a_child(talent)
        for child, stage in ((one, "小学"), (one, "初中"), (two, "小学")):
            await city.redeem(city.office, card, "school_entry", child_id=child.id, stage=stage)
        with pytest.raises(QuotaExhausted, match="终身"):
            await city.redeem(city.office, card, "school_entry", child_id=one.id, stage="小学")
    await city.books()


async def test_a_service_for_children_asks_which_one(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent()
        card = await city.a_card(talent)
        child, spouse = await city.a_child(talent), await city.a_child(talent, Relation.SPOUSE)
        strange = await city.a_child(await city.a_talent("林某"))
        with pytest.raises(ChildNeeded):
            await city.redeem(city.office, card, "school_entry")
        with pytest.raises(StageNeeded, match="小学、初中"):
            await city.redeem(city.office, card, "school_entry", child_id=child.id, stage="大学")
        for other in (spouse.id, strange.id, uuid4()):
            with pytest.raises(NotTheirChild):
                await city.redeem(city.office, card, "school_entry", child_id=other, stage="小学")
        with pytest.raises(NotTheirChild):
            await city.redeem(city.office, card, "venues", child_id=child.id)
    assert await city.all(Redemption) == []


async def test_a_child_that_has_rights_stays_and_another_may_be_removed(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent()
        card = await city.a_card(talent)
        one, two = await city.a_child(talent), await city.a_child(talent)
        await city.redeem(city.office, card, "school_entry", child_id=one.id, stage="小学")
        with pytest.raises(IntegrityError) as no:
            await city.do(city.office, career_service.remove_family_member, member_id=one.id)
        assert isinstance(refusal_of(no.value), ChildHasRights)
        await city.do(city.office, career_service.remove_family_member, member_id=two.id)
    assert [child.id for child in await city.all(FamilyMember)] == [one.id]


# Recorded late ------------------------------------------------------------------------------------


async def late(city: City, card, occurred, **given):
    asked = {"card_number": card.number, "service": "scenic", "key": uuid4().hex, "occurred_at": occurred}
    return await city.do(city.office, redeem_service.record_redemption, **asked | given)


async def test_a_use_recorded_after_midnight_counts_for_the_day_it_happened(city: City):
    with at("2026-12-31"):
        card = await city.a_card(level="L5")
    with at("2027-01-01", 8):
        then = datetime(2026, 12, 31, 17, tzinfo=SHANGHAI)
        made = await late(city, card, then, key="k")
        assert (made.day, made.occurred_at) == (date(2026, 12, 31), then)
        assert (await late(city, card, then, key="k")).id == made.id
        with pytest.raises(QuotaExhausted):
            await late(city, card, then)
        await city.redeem(city.office, card, "scenic")
    years = await city.all(Entitlement, service_code="scenic", period="year")
    assert [(y.starts_on.year, y.used) for y in years] == [(2026, 1), (2027, 1)]
    await city.books()


async def test_a_use_cannot_be_recorded_too_late_or_ahead_or_without_a_time_zone(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L5")
    with at("2026-03-05"):
        now = datetime(2026, 3, 5, 9, tzinfo=SHANGHAI)
        with pytest.raises(TooLateToRecord):
            await late(city, card, now - timedelta(hours=25))
        with pytest.raises(InTheFuture):
            await late(city, card, now + timedelta(hours=1))
        with pytest.raises(InvalidInput, match="时区"):
            await late(city, card, datetime(2026, 3, 5, 8))
    assert await city.all(Redemption) == []


async def test_a_card_is_not_usable_before_its_first_or_after_its_last_day(city: City):
    with at("2026-03-02"):
        card = await city.a_card(until=date(2026, 6, 30))
        assert card.valid_until == date(2026, 6, 30)
    with at("2026-06-30", 23):
        await city.redeem(city.office, card, "venues")
    with at("2026-07-01", 0, 1), pytest.raises(CardOutOfDate):
        await city.redeem(city.office, card, "venues")
