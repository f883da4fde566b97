"""预占、确认、取消、冲正: what is held comes back or is spent, once."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from tests.card.world import City, at

from bole.card import jobs, reactions, service, use_service
from bole.card.events import RedemptionReversed
from bole.card.models import Card
from bole.card.quota_models import CityPool, Entitlement, EntitlementLedger, Redemption
from bole.card.quota_rules import (
    OutsideBookingWindow,
    QuotaExhausted,
    RedemptionStatus,
    ReversalTooLate,
    SettledNeedsReason,
)
from bole.card.rules import CardNotValid
from bole.core.errors import IdempotencyKeyReused
from bole.core.flow import StepNotAllowed
from bole.core.permissions import Permission

DAY = date(2026, 3, 10)


async def book(city: City, card: Card, service_: str = "checkup", **given) -> Redemption:
    asked = {"card_number": card.number, "service": service_, "day": DAY, "key": uuid4().hex, **given}
    return await city.do(city.office, use_service.reserve, **asked)


async def test_a_booking_holds_a_place_of_the_person_and_of_the_city(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        made = await book(city, card)
        assert (made.status, made.day) == (RedemptionStatus.RESERVED, DAY)
        right, pool = await city.right(card, "checkup"), await city.one(CityPool)
        assert (right.used, right.reserved, pool.used, pool.reserved) == (0, 1, 0, 1)
        with pytest.raises(QuotaExhausted) as no:
            await city.redeem(city.office, card, "checkup")
        assert no.value.facts["reserved"] == 1
    await city.books()


async def test_a_confirmed_booking_is_a_use(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        made = await book(city, card)
    with at("2026-03-10"):
        for _ in range(2):  # a counter retries after a timeout
            done = await city.do(city.office, use_service.confirm_reservation, redemption_id=made.id)
            assert done.status is RedemptionStatus.CONFIRMED
    right, pool = await city.right(card, "checkup"), await city.one(CityPool)
    assert (right.used, right.reserved, pool.used, pool.reserved) == (1, 0, 1, 0)
    await city.books()


async def test_a_cancelled_booking_gives_both_places_back(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        made = await book(city, card)
        for _ in range(2):
            await city.do(city.office, use_service.cancel_reservation, redemption_id=made.id, reason="改期")
        right, pool = await city.right(card, "checkup"), await city.one(CityPool)
        assert (right.reserved, pool.reserved) == (0, 0)
        await book(city, card)
    await city.books()


async def test_a_booking_is_confirmed_or_cancelled_but_not_both(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        made = await book(city, card)
        await city.do(city.office, use_service.cancel_reservation, redemption_id=made.id)
        with pytest.raises(StepNotAllowed, match="已取消"):
            await city.do(city.office, use_service.confirm_reservation, redemption_id=made.id)
    await city.books()


async def test_bookings_are_refused_outside_the_window(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        for day in (date(2026, 3, 1), date(2026, 4, 2)):
            with pytest.raises(OutsideBookingWindow):
                await book(city, card, day=day)


async def test_the_same_key_books_once_and_another_day_is_another_act(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        made = await book(city, card, "green_channel", key="k")
        assert (await book(city, card, "green_channel", key="k")).id == made.id
        with pytest.raises(IdempotencyKeyReused):
            await book(city, card, "green_channel", key="k", day=DAY + timedelta(days=1))
    assert (await city.right(card, "green_channel")).reserved == 1


async def test_a_booking_for_next_year_takes_next_years_right(city: City):
    with at("2026-12-20"):
        card = await city.a_card()
        await city.redeem(city.office, card, "checkup")
        await book(city, card, day=date(2027, 1, 5))
    rights = await city.all(Entitlement, card_id=card.id, service_code="checkup")
    assert [(r.starts_on.year, r.used, r.reserved) for r in rights] == [(2026, 1, 0), (2027, 0, 1)]
    assert len(await city.all(CityPool)) == 2
    await city.books()


async def test_a_booking_of_a_frozen_card_waits_for_the_thaw(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        made = await book(city, card)
        await city.do(city.office, service.freeze_card, card_id=card.id, reason="核实")
        with pytest.raises(CardNotValid):
            await city.do(city.office, use_service.confirm_reservation, redemption_id=made.id)
        await city.do(city.office, service.thaw_card, card_id=card.id)
        await city.do(city.office, use_service.confirm_reservation, redemption_id=made.id)
    await city.books()


async def test_nobody_came_so_the_place_is_free_again(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        made = await book(city, card)
    with at("2026-03-20"):
        await jobs.night(city.services)
        assert (await city.one(Redemption, id=made.id)).status is RedemptionStatus.RESERVED
    with at("2026-03-21"):
        await jobs.night(city.services)
        await jobs.night(city.services)
        assert (await city.one(Redemption, id=made.id)).status is RedemptionStatus.LAPSED
        await city.redeem(city.office, card, "checkup")
    await city.books()


# Reversal -----------------------------------------------------------------------------------------


async def take_back(city: City, redemption_id, actor=None, **given) -> Redemption:
    asked = {"redemption_id": redemption_id, "key": uuid4().hex, **given}
    return await city.do(actor or city.office, use_service.reverse_redemption, **asked)


async def test_a_reversal_is_a_row_of_its_own_and_gives_everything_back(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        made = await city.redeem(city.office, card, "checkup")
        back = await take_back(city, made["id"], key="r1", reason="误扫")
        assert (back.amount, back.status) == (-1, RedemptionStatus.CONFIRMED)
        assert str(back.reverses_id) == made["id"]
        assert (await city.one(Redemption, id=back.reverses_id)).status is RedemptionStatus.REVERSED
        assert (await take_back(city, made["id"], key="r1")).id == back.id
        with pytest.raises(StepNotAllowed):
            await take_back(city, made["id"], key="r2")
        assert ((await city.right(card, "checkup")).used, (await city.one(CityPool)).used) == (0, 0)
        await city.redeem(city.office, card, "checkup")
    await city.books()


async def test_a_reversal_of_several_limits_gives_each_back(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L5")
        made = await city.redeem(city.office, card, "scenic")
        await take_back(city, made["id"])
        assert (await city.right(card, "scenic", "day")).used == 0
        assert (await city.right(card, "scenic", "year")).used == 0
        await city.redeem(city.office, card, "scenic")
    assert [e.entry for e in await city.all(EntitlementLedger) if e.redemption_id].count("reversed") == 2
    await city.books()


async def test_a_counter_has_a_day_and_the_office_longer_and_after_settlement_a_reason(city: City):
    counter = city.staff("潮州", "窗口", Permission.CARD_MANAGE)
    with at("2026-03-02"):
        card = await city.a_card()
        slips = [await city.redeem(counter, card, "green_channel") for _ in range(3)]
    with at("2026-03-03", 8):
        await take_back(city, slips[0]["id"], counter)
    with at("2026-03-03", 10):
        with pytest.raises(ReversalTooLate, match="24"):
            await take_back(city, slips[1]["id"], counter, reason="误扫")
        await take_back(city, slips[1]["id"])
    with at("2026-04-05"):
        with pytest.raises(SettledNeedsReason, match="2026-03"):
            await take_back(city, slips[2]["id"])
        back = await take_back(city, slips[2]["id"], reason="与医院对账不符")
    assert (back.day, back.reason) == (date(2026, 4, 5), "与医院对账不符")  # a line of the current month
    assert (await city.right(card, "green_channel")).used == 0
    await city.books()


async def test_a_reversal_after_the_year_is_over_lapses_with_it(city: City):
    with at("2026-12-20"):
        card = await city.a_card()
        made = await city.redeem(city.office, card, "green_channel")
    with at("2027-01-12"):
        await jobs.night(city.services)
        back = await take_back(city, made["id"], reason="更正")
        fact = RedemptionReversed(
            made["id"], back.id, card.talent_id, "green_channel", date(2026, 12, 20), ""
        )
        await city.tell(reactions.settle_reversal, fact)
    old = next(
        r for r in await city.all(Entitlement, service_code="green_channel") if r.starts_on.year == 2026
    )
    assert (old.quota, old.used, old.lapsed) == (12, 0, 12)
    await city.books()


async def test_a_booking_can_be_reversed_once_it_was_confirmed(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        made = await book(city, card)
        with pytest.raises(StepNotAllowed):
            await take_back(city, made.id)
        await city.do(city.office, use_service.confirm_reservation, redemption_id=made.id)
        await take_back(city, made.id)
        assert (await city.one(CityPool)).used == 0
    await city.books()
