"""候补: who waits for a place of the city gets it in order, before anyone who walks in."""

from datetime import date

import pytest
from tests.card.test_bookings import book
from tests.card.world import City, at

from bole.card import reactions, service, use_service, wait_service
from bole.card.events import PoolPlaceFreed
from bole.card.models import Card
from bole.card.quota_models import CityPool, PoolWait, Redemption
from bole.card.quota_rules import (
    AlreadyInLine,
    CityPoolExhausted,
    PoolOverdrawn,
    QuotaExhausted,
    StillRoom,
    WaitStatus,
)

DAY = date(2026, 3, 10)


@pytest.fixture
async def full(city: City) -> list[Card]:
    """A pool of one place, taken by the first of four cards."""
    with at("2026-03-02"):
        cards = [await city.a_card(name=f"林某{i}", level="L5") for i in range(4)]
        await city.add_sql("update city_pool set quota = 1")
        await city.redeem(city.office, cards[0], "checkup", "first")
    return cards


async def join(city: City, card: Card) -> PoolWait:
    return await city.do(
        city.office, wait_service.join_pool_line, card_number=card.number, service="checkup", day=DAY
    )


async def give_back(city: City) -> None:
    first = await city.one(Redemption, key="first")
    await city.do(city.office, use_service.reverse_redemption, redemption_id=first.id, key="back")
    pool = await city.one(CityPool)
    await city.tell(reactions.promote_waiters, PoolPlaceFreed(pool.id))


async def test_the_refusal_says_how_many_wait(city: City, full: list[Card]):
    with at("2026-03-02"):
        await join(city, full[1])
        with pytest.raises(CityPoolExhausted, match="1 人候补") as no:
            await city.redeem(city.office, full[2], "checkup")
    assert no.value.facts["waiting"] == 1


async def test_a_place_that_comes_free_goes_to_the_first_in_line(city: City, full: list[Card], sees):
    with at("2026-03-02"):
        one, two = await join(city, full[1]), await join(city, full[2])
        await give_back(city)
        waits = {w.id: w for w in await city.all(PoolWait)}
        assert (waits[one.id].status, waits[two.id].status) == (WaitStatus.PROMOTED, WaitStatus.WAITING)
        booking = await city.one(Redemption, id=waits[one.id].redemption_id)
        assert (booking.card_id, booking.day, booking.status.value) == (full[1].id, DAY, "reserved")
        pool = await city.one(CityPool)
        assert (pool.used, pool.reserved, pool.held, pool.waiting) == (0, 1, 0, 1)
        await city.do(city.office, use_service.confirm_reservation, redemption_id=booking.id)
    assert await sees.fetchval("select count(*) from outbox where fact = 'WaiterPromoted'") == 1
    await city.books()


async def test_nobody_walks_in_between_the_freeing_and_the_promotion(city: City, full: list[Card]):
    with at("2026-03-02"):
        await join(city, full[1])
        first = await city.one(Redemption, key="first")
        await city.do(city.office, use_service.reverse_redemption, redemption_id=first.id, key="back")
        assert (await city.one(CityPool)).held == 1
        with pytest.raises(CityPoolExhausted):
            await city.redeem(city.office, full[3], "checkup")
        await city.tell(reactions.promote_waiters, PoolPlaceFreed((await city.one(CityPool)).id))
    assert (await city.one(PoolWait)).status is WaitStatus.PROMOTED
    await city.books()


async def test_who_can_no_longer_use_it_is_passed_over_and_told_why(city: City, full: list[Card]):
    with at("2026-03-02"):
        frozen, next_ = await join(city, full[1]), await join(city, full[2])
        await city.do(city.office, service.freeze_card, card_id=full[1].id, reason="核实")
        await give_back(city)
        waits = {w.id: w for w in await city.all(PoolWait)}
    assert waits[frozen.id].status is WaitStatus.LEFT and "冻结" in waits[frozen.id].reason
    assert waits[next_.id].status is WaitStatus.PROMOTED
    pool = await city.one(CityPool)
    assert (pool.reserved, pool.held, pool.waiting) == (1, 0, 0)
    await city.books()


async def test_with_nobody_left_in_line_the_place_is_open_to_all(city: City, full: list[Card]):
    with at("2026-03-02"):
        wait = await join(city, full[1])
        first = await city.one(Redemption, key="first")
        await city.do(city.office, use_service.reverse_redemption, redemption_id=first.id, key="back")
        await city.do(city.office, wait_service.leave_pool_line, wait_id=wait.id)
        pool = await city.one(CityPool)
        assert (pool.held, pool.waiting) == (0, 0)
        await city.redeem(city.office, full[3], "checkup")
    await city.books()


async def test_one_waits_once_and_only_for_what_is_used_up_and_still_ones_own(city: City, full: list[Card]):
    with at("2026-03-02"):
        await join(city, full[1])
        with pytest.raises(AlreadyInLine):
            await join(city, full[1])
        with pytest.raises(QuotaExhausted):
            await join(city, full[0])  # had theirs already
        await city.add_sql("update city_pool set quota = 5")
        with pytest.raises(StillRoom):
            await join(city, full[2])


async def test_a_larger_pool_serves_the_line_first_and_cannot_shrink_below_what_is_taken(
    city: City, full: list[Card]
):
    with at("2026-03-02"):
        for card in full[1:3]:
            await join(city, card)
        pool = await city.one(CityPool)
        with pytest.raises(PoolOverdrawn):
            await city.do(city.office, wait_service.set_pool_quota, pool_id=pool.id, quota=0, reason="调整")
        await city.do(city.office, wait_service.set_pool_quota, pool_id=pool.id, quota=4, reason="追加名额")
        await city.tell(reactions.promote_waiters, PoolPlaceFreed(pool.id))
    pool = await city.one(CityPool)
    assert (pool.used, pool.reserved, pool.held, pool.waiting) == (1, 2, 0, 0)
    await city.books()


async def test_a_day_that_passed_meanwhile_ends_the_wait(city: City, full: list[Card]):
    with at("2026-03-02"):
        await join(city, full[1])
    with at("2026-03-11"):
        first = await city.one(Redemption, key="first")
        await city.do(
            city.office, use_service.reverse_redemption, redemption_id=first.id, key="b", reason="误"
        )
        await city.tell(reactions.promote_waiters, PoolPlaceFreed((await city.one(CityPool)).id))
    assert (await city.one(PoolWait)).status is WaitStatus.LEFT
    assert (await city.one(CityPool)).held == 0


async def test_a_replaced_card_keeps_its_place_and_a_cancelled_one_gives_it_up(city: City, full: list[Card]):
    with at("2026-03-02"):
        await join(city, full[1])
        await join(city, full[2])
        new = await city.do(city.office, service.replace_card, card_id=full[1].id, reason="损坏")
        await city.do(city.office, service.cancel_card, card_id=full[2].id, reason="本人申请")
        assert (await city.one(CityPool)).waiting == 1
        await give_back(city)
        promoted = next(w for w in await city.all(PoolWait) if w.status is WaitStatus.PROMOTED)
    assert promoted.card_id == new.id
    await city.books()


async def test_a_cancelled_booking_promotes_as_well(city: City):
    with at("2026-03-02"):
        one, two = await city.a_card(name="甲"), await city.a_card(name="乙")
        await city.add_sql("update city_pool set quota = 1")
        booking = await book(city, one)
        await join(city, two)
        await city.do(city.office, use_service.cancel_reservation, redemption_id=booking.id)
        await city.tell(reactions.promote_waiters, PoolPlaceFreed((await city.one(CityPool)).id))
    assert (await city.one(PoolWait)).status is WaitStatus.PROMOTED
    await city.books()
