"""A4: another level in the middle of the year."""

from datetime import date

import pytest
from tests.card.test_bookings import book
from tests.card.world import City, at

from bole.card import jobs, reactions, service, use_service
from bole.card.events import RedemptionReversed
from bole.card.models import Card
from bole.card.quota_models import CityPool, Entitlement, Redemption
from bole.card.quota_rules import QuotaExhausted, RedemptionStatus
from bole.card.rules import CardChangedTier, CardStatus, Succession
from bole.roster.events import LevelChanged


async def rises(city: City, talent, before: str, after: str | None, since: date) -> None:
    """The roster changed the level, and tells it (twice)."""
    if since <= date.today():
        day = since if after else None
        await city.add_sql(
            "update talent set level = $2, level_since = $3 where id = $1", talent.id, after, day
        )
    await city.tell(reactions.follow_level, LevelChanged(talent.id, before, after, since))


async def live(city: City, talent) -> Card:
    return next(c for c in await city.all(Card, talent_id=talent.id) if c.status == CardStatus.ACTIVE)


async def test_a_level_within_the_same_tier_changes_nothing(city: City):
    with at("2026-06-20"):
        talent = await city.a_talent(level="L4")
        card = await city.a_card(talent)
        await rises(city, talent, "L4", "L3", date(2026, 6, 20))
    assert (await live(city, talent)).id == card.id


async def test_silver_to_gold_leaves_eight_less_the_three_used(city: City, sees):
    with at("2026-03-02"):
        talent = await city.a_talent(level="L4")
        old = await city.a_card(talent)
        for _ in range(3):
            await city.redeem(city.office, old, "vip_lounge")
    with at("2026-06-20"):
        booking = await book(city, old, "vip_lounge", day=date(2026, 7, 5))
    with at("2026-07-01"):
        await rises(city, talent, "L4", "L2", date(2026, 7, 1))
        new = await live(city, talent)
        assert (new.tier, new.tier_name, new.predecessor_id) == ("gold", "金卡", old.id)
        with pytest.raises(CardChangedTier, match="2026-07-01 起改用金卡") as no:
            await city.redeem(city.office, old, "vip_lounge")
        assert no.value.code() == "CARD_CHANGED_TIER"
        right = await city.right(new, "vip_lounge")
        assert (right.tier_quota, right.carried, right.quota, right.used, right.reserved) == (8, 3, 5, 0, 1)
        await city.do(city.office, use_service.confirm_reservation, redemption_id=booking.id)
        for _ in range(4):
            await city.redeem(city.office, new, "vip_lounge")
        with pytest.raises(QuotaExhausted):
            await city.redeem(city.office, new, "vip_lounge")
    before = await city.right(old, "vip_lounge")
    assert (before.quota, before.used, before.reserved, before.lapsed) == (4, 3, 0, 1)
    assert await sees.fetchval("select count(*) from outbox where fact = 'CardTierChanged'") == 1
    await city.books()


async def test_gold_to_silver_claws_nothing_back_and_leaves_bookings_to_the_office(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent(level="L2")
        old = await city.a_card(talent)
        for _ in range(6):
            await city.redeem(city.office, old, "vip_lounge")
    with at("2026-06-20"):
        booking = await book(city, old, "vip_lounge", day=date(2026, 7, 5))
        fine = await book(city, old, "checkup", day=date(2026, 7, 6))
    with at("2026-07-01"):
        await rises(city, talent, "L2", "L4", date(2026, 7, 1))
        new = await live(city, talent)
        right = await city.right(new, "vip_lounge")
        assert (right.tier_quota, right.carried, right.quota, right.used) == (4, 6, 0, 0)
        with pytest.raises(QuotaExhausted):
            await city.redeem(city.office, new, "vip_lounge")
        kept, moved = await city.one(Redemption, id=booking.id), await city.one(Redemption, id=fine.id)
        assert kept.needs_decision and kept.status is RedemptionStatus.RESERVED
        assert not moved.needs_decision and moved.card_id == new.id and moved.tier == "silver"
        assert (await city.one(CityPool)).reserved == 1
        await city.books()
        # 人才办 decides: one is honoured although the tier has no room, and that stands in the old right
        await city.do(city.office, use_service.confirm_reservation, redemption_id=booking.id)
    assert (await city.right(old, "vip_lounge")).used == 7
    assert (await city.right(new, "vip_lounge")).quota == 0
    await city.books()


async def test_a_service_the_new_tier_lacks_leaves_its_booking_to_the_office(city: City):
    with at("2026-06-20"):
        talent = await city.a_talent(level="L4")
        old = await city.a_card(talent)
        booking = await book(city, old, "vip_lounge", day=date(2026, 7, 5))
    with at("2026-07-01"):
        await rises(city, talent, "L4", "L5", date(2026, 7, 1))
        assert (await city.one(Redemption, id=booking.id)).needs_decision
        await city.do(city.office, use_service.cancel_reservation, redemption_id=booking.id, reason="不享受")
    assert not (await city.one(Redemption, id=booking.id)).needs_decision
    await city.books()


async def test_up_and_down_again_counts_everything_once(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent(level="L4")
        first = await city.a_card(talent)
        for _ in range(2):
            await city.redeem(city.office, first, "vip_lounge")
    with at("2026-05-01"):
        await rises(city, talent, "L4", "L1", date(2026, 5, 1))
        second = await live(city, talent)
        await city.redeem(city.office, second, "vip_lounge")
    with at("2026-08-01"):
        await rises(city, talent, "L1", "L4", date(2026, 8, 1))
        third = await live(city, talent)
    right = await city.right(third, "vip_lounge")
    assert (right.tier_quota, right.carried, right.quota) == (4, 3, 1)
    with at("2027-01-01", 0, 10):
        await jobs.night(city.services)
    fresh = await city.right(third, "vip_lounge")
    assert (fresh.starts_on, fresh.carried, fresh.quota) == (date(2027, 1, 1), 0, 4)
    await city.books()


async def test_a_reversal_of_an_old_use_comes_back_to_the_new_card(city: City):
    with at("2026-06-30"):
        talent = await city.a_talent(level="L4")
        old = await city.a_card(talent)
        made = [await city.redeem(city.office, old, "vip_lounge") for _ in range(3)]
    with at("2026-07-01"):
        await rises(city, talent, "L4", "L2", date(2026, 7, 1))
        new = await live(city, talent)
        back = await city.do(
            city.office, use_service.reverse_redemption, redemption_id=made[0]["id"], key="r", reason="误扫"
        )
        fact = RedemptionReversed(back.reverses_id, back.id, talent.id, "vip_lounge", back.day, "误扫")
        await city.tell(reactions.settle_reversal, fact)
    right, before = await city.right(new, "vip_lounge"), await city.right(old, "vip_lounge")
    assert (right.carried, right.quota) == (2, 6)
    assert (before.used, before.lapsed) == (2, 2)
    await city.books()


async def test_a_change_told_ahead_closes_the_old_card_at_midnight(city: City):
    with at("2026-06-20"):
        talent = await city.a_talent(level="L4")
        old = await city.a_card(talent)
        await city.tell(reactions.follow_level, LevelChanged(talent.id, "L4", "L2", date(2026, 7, 1)))
        told = await city.one(Card, id=old.id)
        assert (told.status, told.succession) == (CardStatus.ACTIVE, Succession.TIER)
    with at("2026-06-30", 23, 59):
        await city.redeem(city.office, old, "vip_lounge")
    await city.add_sql("update talent set level = 'L2', level_since = '2026-07-01' where id = $1", talent.id)
    with at("2026-07-01", 0, 0):
        with pytest.raises(CardChangedTier, match="已换级"):
            await city.redeem(city.office, old, "vip_lounge")
        await jobs.night(city.services)
        new = await live(city, talent)
        await city.redeem(city.office, new, "vip_lounge")
    right = await city.right(new, "vip_lounge")
    assert (new.tier, new.valid_from, right.carried, right.used) == ("gold", date(2026, 7, 1), 1, 1)
    await city.books()


async def test_who_loses_the_level_loses_the_card(city: City):
    with at("2026-06-20"):
        talent = await city.a_talent(level="L4")
        card = await city.a_card(talent)
        await rises(city, talent, "L4", None, date(2026, 6, 20))
    ended = await city.one(Card, id=card.id)
    assert ended.status is CardStatus.CANCELLED and "层次" in ended.status_reason
    await city.books()


async def test_a_frozen_card_changes_tier_and_stays_frozen(city: City):
    with at("2026-06-20"):
        talent = await city.a_talent(level="L4")
        card = await city.a_card(talent)
        await city.do(city.office, service.freeze_card, card_id=card.id, reason="核实")
        await rises(city, talent, "L4", "L1", date(2026, 6, 20))
    new = await city.one(Card, predecessor_id=card.id)
    assert (new.tier, new.status, new.status_reason) == ("gold", CardStatus.FROZEN, "核实")


async def test_as_of_any_day_the_rights_say_which_tier_held(city: City):
    """The second quarter, looked at in September, still knows a silver card with four."""
    with at("2026-03-02"):
        talent = await city.a_talent(level="L4")
        await city.a_card(talent)
    with at("2026-07-01"):
        await rises(city, talent, "L4", "L2", date(2026, 7, 1))
    rights = await city.all(Entitlement, talent_id=talent.id, service_code="vip_lounge")
    assert [(r.tier, r.tier_quota) for r in rights] == [("silver", 4), ("gold", 8)]
    cards = await city.all(Card, talent_id=talent.id)
    assert [(c.tier, c.valid_from, c.valid_until >= date(2026, 7, 1)) for c in cards] == [
        ("silver", date(2026, 3, 2), False),
        ("gold", date(2026, 7, 1), True),
    ]
