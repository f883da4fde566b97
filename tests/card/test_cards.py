"""A card's life, and what becomes of its rights."""

from datetime import date

import pytest
from tests.card.test_bookings import book
from tests.card.world import City, at

from bole.card import jobs, lifecycle, reactions, service, use_service
from bole.card.models import Card
from bole.card.quota_models import CityPool, Entitlement, Redemption
from bole.card.quota_rules import RedemptionStatus
from bole.card.rules import (
    CardNotValid,
    CardOutOfDate,
    CardStatus,
    CardSuperseded,
    ReasonNeeded,
    Succession,
)
from bole.core.flow import StepNotAllowed
from bole.roster.events import TalentClosed, TalentLeft
from bole.roster.rules import TalentStatus


async def step(city: City, act, card: Card, **given) -> Card:
    return await city.do(city.office, act, card_id=card.id, **given)


async def test_a_card_is_issued_pending_and_is_nothing_until_activated(city: City):
    with at("2026-03-02"):
        card = await city.a_card(active=False)
        assert card.status is CardStatus.PENDING and await city.all(Entitlement) == []
        with pytest.raises(CardNotValid, match="待发"):
            await city.redeem(city.office, card, "venues")
        await step(city, service.activate_card, card)
        with pytest.raises(StepNotAllowed):
            await step(city, service.activate_card, card)
        await city.redeem(city.office, card, "venues")


async def test_a_card_cannot_be_activated_after_its_last_day(city: City):
    with at("2026-03-02"):
        card = await city.a_card(active=False, until=date(2026, 6, 30))
    with at("2026-07-01"), pytest.raises(CardOutOfDate):
        await step(city, service.activate_card, card)


async def test_a_freeze_needs_a_reason_and_a_thaw_brings_everything_back(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        with pytest.raises(ReasonNeeded):
            await step(city, service.freeze_card, card, reason="  ")
        frozen = await step(city, service.freeze_card, card, reason="社保中断，待核实")
        assert (frozen.status, frozen.status_reason) == (CardStatus.FROZEN, "社保中断，待核实")
        with pytest.raises(CardNotValid):
            await city.redeem(city.office, card, "venues")
        thawed = await step(city, service.thaw_card, card)
        assert (thawed.status, thawed.status_reason) == (CardStatus.ACTIVE, "")
        await city.redeem(city.office, card, "venues")


async def test_a_lost_card_is_dead_until_it_is_found(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        await step(city, service.report_card_lost, card)
        with pytest.raises(CardNotValid, match="挂失"):
            await city.redeem(city.office, card, "venues")
        await step(city, service.find_card, card)
        await city.redeem(city.office, card, "venues")


async def test_a_replaced_cards_number_is_dead_and_everything_else_lives_on(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        await city.redeem(city.office, card, "vip_lounge")
        booking = await book(city, card)
        await step(city, service.report_card_lost, card)
    with at("2026-03-05"):
        new = await step(city, service.replace_card, card, reason="手机遗失")
        assert new.number != card.number and new.status is CardStatus.ACTIVE
        assert (new.tier, new.valid_from, new.valid_until) == (card.tier, card.valid_from, card.valid_until)
        old = await city.one(Card, id=card.id)
        assert (old.status, old.succession) == (CardStatus.REPLACED, Succession.REISSUE)
        with pytest.raises(CardSuperseded):
            await city.redeem(city.office, card, "vip_lounge")
        for _ in range(3):
            await city.redeem(city.office, new, "vip_lounge")
        await city.do(city.office, use_service.confirm_reservation, redemption_id=booking.id)
    right = await city.right(new, "vip_lounge")
    assert (right.quota, right.used, right.carried) == (4, 4, 0)
    assert await city.all(Entitlement, card_id=card.id) == []
    used = {r.card_id for r in await city.all(Redemption, service_code="vip_lounge")}
    assert used == {card.id, new.id}  # who was shown what stays as it was
    await city.books()


async def test_replacing_a_frozen_card_does_not_thaw_it(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        await step(city, service.freeze_card, card, reason="核实")
        new = await step(city, service.replace_card, card, reason="卡面损坏")
    assert (new.status, new.status_reason) == (CardStatus.FROZEN, "核实")


async def test_a_cancelled_card_gives_up_bookings_and_lapses_the_rest(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        await city.redeem(city.office, card, "vip_lounge")
        booking = await book(city, card)
        await step(city, service.cancel_card, card, reason="本人申请")
        with pytest.raises(StepNotAllowed):
            await step(city, service.thaw_card, card)
    kept = await city.one(Redemption, id=booking.id)
    assert (kept.status, kept.reason) == (RedemptionStatus.CANCELLED, "本人申请")
    assert (await city.one(CityPool)).reserved == 0
    right = await city.right(card, "vip_lounge")
    assert (right.used, right.lapsed) == (1, 3) and right.closed_at is not None
    await city.books()


async def test_a_card_expires_the_night_after_its_last_day(city: City, sees):
    with at("2026-03-02"):
        card = await city.a_card(until=date(2026, 6, 30))
        other = await city.a_card(name="林某")
    with at("2026-06-30", 23):
        await jobs.night(city.services)
        assert (await city.one(Card, id=card.id)).status is CardStatus.ACTIVE
    with at("2026-07-01", 0, 5):
        for _ in range(2):
            await jobs.night(city.services)
    assert (await city.one(Card, id=card.id)).status is CardStatus.EXPIRED
    assert (await city.one(Card, id=other.id)).status is CardStatus.ACTIVE
    assert await sees.fetchval("select count(*) from outbox where fact = 'CardExpired'") == 1
    await city.books()


async def test_one_card_that_cannot_be_ended_does_not_keep_the_others(city: City, monkeypatch):
    with at("2026-03-02"):
        cards = [await city.a_card(name=f"林某{i}", until=date(2026, 6, 30)) for i in range(3)]
    end = lifecycle.end

    async def fails(ctx, card, step, *, reason):
        if card.id == cards[0].id:
            raise RuntimeError("broken")
        await end(ctx, card, step, reason=reason)

    monkeypatch.setattr(lifecycle, "end", fails)
    with at("2026-07-01", 0, 5):
        await jobs.night(city.services)
    assert {c.id: c.status.value for c in await city.all(Card)} == {
        cards[0].id: "active", cards[1].id: "expired", cards[2].id: "expired"
    }  # fmt: skip


# When someone leaves ------------------------------------------------------------------------------


async def leaves(city: City, talent, reason: str) -> None:
    await city.add_sql("update talent set status = 'left' where id = $1", talent.id)
    await city.tell(reactions.end_on_leaving, TalentLeft(talent.id, date(2026, 3, 5), reason))


async def test_who_leaves_is_frozen_until_it_is_clear_what_follows(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent()
        card = await city.a_card(talent)
        booking = await book(city, card)
        await leaves(city, talent, "resigned")
    frozen = await city.one(Card, id=card.id)
    assert frozen.status is CardStatus.FROZEN and "2026-03-05" in frozen.status_reason
    assert (await city.one(Redemption, id=booking.id)).status is RedemptionStatus.CANCELLED
    assert (await city.right(card, "vip_lounge")).closed_at is None
    await city.books()


async def test_a_dead_persons_card_ends(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent()
        card = await city.a_card(talent)
        await leaves(city, talent, "deceased")
    assert (await city.one(Card, id=card.id)).status is CardStatus.CANCELLED
    await city.books()


async def test_a_pending_card_of_someone_who_left_ends(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent()
        card = await city.a_card(talent, active=False)
        await leaves(city, talent, "transfer")
    assert (await city.one(Card, id=card.id)).status is CardStatus.CANCELLED


async def test_who_came_back_before_we_heard_of_the_leaving_keeps_the_card(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent(status=TalentStatus.ACTIVE)
        card = await city.a_card(talent)
        await city.tell(reactions.end_on_leaving, TalentLeft(talent.id, date(2026, 3, 5), "resigned"))
    assert (await city.one(Card, id=card.id)).status is CardStatus.ACTIVE


async def test_a_closed_record_keeps_no_card(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent()
        card = await city.a_card(talent)
        await city.tell(reactions.cancel_on_closing, TalentClosed(talent.id))
    assert (await city.one(Card, id=card.id)).status is CardStatus.CANCELLED
