"""Many at once: the last place is given once, a freeze and a use never cross, nobody waits for ever."""

import asyncio
from collections import Counter
from datetime import date

import asyncpg
import pytest
from tests.card.world import City, at

from bole.card import redeem_service, service, use_service
from bole.card.models import Card
from bole.card.quota_models import CityPool, Entitlement, EntitlementLedger, Redemption
from bole.card.quota_rules import CityPoolExhausted, QuotaExhausted
from bole.card.rules import CardNotValid, CardStatus
from bole.card.taking import Taking
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.errors import NotFound


async def outcomes(*calls):
    """What each call ended with: its id, or the refusal's code."""
    ended = await asyncio.gather(*calls, return_exceptions=True)
    for e in ended:
        if isinstance(e, BaseException) and not hasattr(e, "code"):
            raise e
    return [e.code() if isinstance(e, BaseException) else e["id"] for e in ended]


async def test_fifty_at_once_for_the_last_of_two_hundred_places_give_it_once(crowd: City):
    """A3: 199 are taken; fifty counters each redeem for another holder; the winner's phone retries."""
    with at("2026-03-02"):
        cards = await crowd.many_cards(50)
        office = crowd.office
        others = await crowd.many_cards(1, "饶平")
        # 199 places are taken by uses that stand in the ledger like any other
        await crowd.redeem(office, others[0], "talent_loan")
        await crowd.publish("checkup", date(2025, 1, 2), limits=[{"period": "year", "quota": 200}])
        await crowd.redeem(office, others[0], "checkup", amount=99)
        await crowd.redeem(office, others[0], "checkup", amount=100)
        for card in cards:  # so that all fifty race in the one statement, not on the way to it
            await warm(crowd, card)
        first = await outcomes(*(crowd.redeem(office, c, "checkup", f"k{i}") for i, c in enumerate(cards)))
        assert Counter(o for o in first if o == CityPoolExhausted.code()) == {"CITY_POOL_EXHAUSTED": 49}
        (winner,) = [i for i, o in enumerate(first) if o != CityPoolExhausted.code()]
        again = await outcomes(
            *(crowd.redeem(office, cards[winner], "checkup", f"k{winner}") for _ in range(3))
        )
        assert again == [first[winner]] * 3
    pool = await crowd.one(CityPool)
    assert (pool.quota, pool.used, pool.reserved) == (200, 200, 0)
    entries = await crowd.all(EntitlementLedger, pool_id=pool.id)
    assert -sum(e.amount for e in entries) == 200
    await crowd.books()


async def warm(city: City, card: Card) -> None:
    """The right stands before the race: booked and given up again."""
    day = date(2026, 3, 3)
    made = await city.do(
        city.office,
        use_service.reserve,
        card_number=card.number,
        service="checkup",
        day=day,
        key=str(card.id),
    )
    await city.do(city.office, use_service.cancel_reservation, redemption_id=made.id)


async def test_fifty_at_once_on_one_right_of_twelve_take_twelve(crowd: City):
    with at("2026-03-02"):
        card = await crowd.a_card(level="L4")
        ended = await outcomes(*(crowd.redeem(crowd.office, card, "green_channel") for _ in range(50)))
    assert Counter(o == QuotaExhausted.code() for o in ended) == {True: 38, False: 12}
    assert (await crowd.right(card, "green_channel")).used == 12
    await crowd.books()


async def test_a_day_right_that_is_not_granted_yet_is_still_given_once(crowd: City):
    """Twenty gates scan one card in the same second, on a day whose right nobody has granted."""
    with at("2026-03-02"):
        card = await crowd.a_card(level="L5")
        ended = await outcomes(*(crowd.redeem(crowd.office, card, "scenic") for _ in range(20)))
    assert Counter(o == QuotaExhausted.code() for o in ended) == {True: 19, False: 1}
    assert (await crowd.right(card, "scenic", "year")).used == 1
    await crowd.books()


async def test_one_key_from_twenty_connections_is_one_use(crowd: City):
    with at("2026-03-02"):
        card = await crowd.a_card(level="L4")
        ended = await outcomes(*(crowd.redeem(crowd.office, card, "green_channel", "k") for _ in range(20)))
    assert len(set(ended)) == 1
    assert len(await crowd.all(Redemption)) == 1
    assert (await crowd.right(card, "green_channel")).used == 1


async def test_one_key_and_header_from_twenty_connections_is_one_use(crowd: City):
    with at("2026-03-02"):
        card = await crowd.a_card(level="L4")
        calls = [crowd.redeem(crowd.office, card, "green_channel", "k", header="h") for _ in range(20)]
        ended = await outcomes(*calls)
    assert len(set(ended)) == 1
    assert len(await crowd.all(Redemption)) == 1


async def test_a_use_waits_for_a_freeze_under_way_and_is_refused(crowd: City):
    with at("2026-03-02"):
        card = await crowd.a_card(level="L4")
        async with Work(crowd.services).write(crowd.office) as ctx:
            await service.freeze_card(ctx, card_id=card.id, reason="核实")
            use = asyncio.create_task(crowd.redeem(crowd.office, card, "green_channel"))
            await waits_for_a_lock(crowd)
            assert not use.done()
        with pytest.raises(CardNotValid, match="冻结"):
            await use
    assert (await crowd.right(card, "green_channel")).used == 0
    assert await crowd.all(Redemption) == []


async def test_a_use_waits_for_a_freeze_that_is_given_up_and_goes_on(crowd: City):
    with at("2026-03-02"):
        card = await crowd.a_card(level="L4")
        with pytest.raises(RuntimeError, match="given up"):
            async with Work(crowd.services).write(crowd.office) as ctx:
                await service.freeze_card(ctx, card_id=card.id, reason="核实")
                use = asyncio.create_task(crowd.redeem(crowd.office, card, "green_channel"))
                await waits_for_a_lock(crowd)
                raise RuntimeError("given up")
        assert (await use)["status"] == "CONFIRMED"


async def waits_for_a_lock(city: City) -> None:
    watch = await asyncpg.connect(city.services.extras["superuser"])
    try:
        for _ in range(200):
            if await watch.fetchval(
                "select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                " and datname = current_database())"
            ):
                return
            await asyncio.sleep(0.05)
    finally:
        await watch.close()
    raise AssertionError("nobody waits for a lock")


async def test_a_freeze_waits_for_a_use_under_way(crowd: City):
    """Whoever holds a right of the card already goes first: the freeze comes after, and bars the next."""
    with at("2026-03-02"):
        card = await crowd.a_card(level="L4")
        async with Work(crowd.services).write(crowd.office) as ctx:
            taking = Taking(card.number, "green_channel", ctx.today, ctx.now, key="k")
            made, _ = await redeem_service.take(ctx, taking)
            freeze = crowd.do(crowd.office, service.freeze_card, card_id=card.id, reason="核实")
            task = asyncio.create_task(freeze)
            await waits_for_a_lock(crowd)
            assert not task.done()
        assert (await task).status is CardStatus.FROZEN
        assert (await crowd.one(Redemption)).id == made.id
        with pytest.raises(CardNotValid):
            await crowd.redeem(crowd.office, card, "green_channel")


async def test_rights_know_whether_their_card_is_live_through_every_step(crowd: City):
    with at("2026-03-02"):
        card = await crowd.a_card(level="L4")
        steps = [
            (service.freeze_card, {"reason": "核实"}), (service.thaw_card, {}), (service.report_card_lost, {}),
            (service.find_card, {}), (service.replace_card, {"reason": "损坏"}), (service.freeze_card, {"reason": "核实"}),
            (service.replace_card, {"reason": "损坏"}), (service.cancel_card, {"reason": "本人申请"}),
        ]  # fmt: skip
        for act, given in steps:
            card = await crowd.do(crowd.office, act, card_id=card.id, **given)
            live = {r.live for r in await crowd.all(Entitlement, card_id=card.id)}
            assert live == {card.status is CardStatus.ACTIVE}, act


async def test_one_connection_serves_two_districts_in_turn_and_neither_sees_the_other(city: City, db):
    """The statement carries its own context: what the one before it saw is nothing to it."""
    narrow = Database(db.app, size=1)
    one = City(Services(narrow, extras=city.services.extras), city.units)
    with at("2026-03-02"):
        mine = {unit: await city.a_card(name=unit, unit=unit, level="L4") for unit in ("湘桥", "饶平")}
        for i in range(6):
            here, there = ("湘桥", "饶平") if i % 2 else ("饶平", "湘桥")
            assert (await one.redeem(one.staff(here), mine[here], "green_channel"))["status"] == "CONFIRMED"
            with pytest.raises(NotFound):
                await one.redeem(one.staff(here), mine[there], "green_channel")
    await narrow.close()
    assert {(await city.right(c, "green_channel")).used for c in mine.values()} == {3}


async def test_uses_bookings_reversals_and_freezes_at_once_never_lock_each_other_out(crowd: City):
    """Every kind of step on few cards and one pool: refusals are fine, deadlocks are not, the books agree."""
    await crowd.publish("checkup", date(2025, 1, 2), limits=[
        {"period": "month", "quota": 40}, {"period": "year", "quota": 60},
    ])  # fmt: skip
    with at("2026-03-02"):
        cards = [await crowd.a_card(name=f"林某{i}", level="L4") for i in range(3)]
        booked, used = [], []
        for card in cards:
            for i in range(6):
                booked.append(
                    await crowd.do(
                        crowd.office, use_service.reserve, card_number=card.number, service="checkup",
                        day=date(2026, 3, 10), key=f"b{i}{card.id}",
                    )
                )  # fmt: skip
                used.append(await crowd.redeem(crowd.office, card, "checkup"))

        async def toggle(card: Card) -> dict:
            await crowd.do(crowd.office, service.freeze_card, card_id=card.id, reason="核实")
            await crowd.do(crowd.office, service.thaw_card, card_id=card.id)
            return {"id": card.id}

        async def step(act, **given) -> dict:
            return {"id": (await crowd.do(crowd.office, act, **given)).id}

        calls = []
        for i, (booking, use) in enumerate(zip(booked, used, strict=True)):
            act = use_service.confirm_reservation if i % 2 else use_service.cancel_reservation
            calls.append(step(act, redemption_id=booking.id))
            calls.append(step(use_service.reverse_redemption, redemption_id=use["id"], key=f"r{i}"))
            calls.append(crowd.redeem(crowd.office, cards[i % 3], "checkup"))
            if i % 6 == 0:
                calls.append(toggle(cards[i % 3]))
        ended = await outcomes(*calls)
    assert "TRY_AGAIN" not in ended
    assert {e for e in ended if isinstance(e, str) and e.isupper()} <= {
        "CARD_NOT_VALID",
        "STEP_NOT_ALLOWED",
    }
    await crowd.books()
