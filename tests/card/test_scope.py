"""Who sees and touches which cards: by the database's own policies, whatever the code above does."""

from uuid import uuid4

import asyncpg
import pytest
from sqlalchemy import text
from tests.card.test_bookings import book
from tests.card.world import City, at

from bole.card import service, use_service
from bole.card.models import BatchLine, Card, CardBatch
from bole.card.quota_models import Entitlement, EntitlementLedger, Redemption
from bole.card.quota_rules import ServiceNotGranted
from bole.core.actor import PLATFORM, Actor
from bole.core.context import Work
from bole.core.errors import NotFound

SCOPED = (Card, CardBatch, BatchLine, Entitlement, EntitlementLedger, Redemption)


@pytest.fixture
async def used(city: City) -> Card:
    """A card of 湘桥 with a use and a booking."""
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        await city.redeem(city.office, card, "vip_lounge", "k")
        await book(city, card)
    return card


async def test_a_district_sees_its_own_and_another_sees_none_of_it(city: City, used: Card):
    for table in (Card, Entitlement, EntitlementLedger, Redemption, BatchLine):
        assert await city.all(table, city.staff("湘桥"))
        assert await city.all(table, city.staff("饶平")) == []


async def test_another_districts_card_cannot_be_used_frozen_or_booked(city: City, used: Card):
    stranger = city.staff("饶平")
    with at("2026-03-02"):
        with pytest.raises(NotFound):
            await city.redeem(stranger, used, "venues")
        with pytest.raises(NotFound):
            await city.do(stranger, service.freeze_card, card_id=used.id, reason="试")
        (made,) = await city.all(Redemption, key="k")
        with pytest.raises(NotFound):
            await city.do(stranger, use_service.reverse_redemption, redemption_id=made.id, key="r")
    assert len(await city.all(Redemption)) == 2


async def test_whoever_moves_to_another_unit_takes_card_rights_and_ledger_along(city: City, used: Card):
    there = city.units["饶平"]
    await city.add_sql(
        "update talent set unit_path = $2, unit_id = $3 where id = $1", used.talent_id, there.path, there.id
    )
    for table in (Card, Entitlement, EntitlementLedger, Redemption):
        assert await city.all(table, city.staff("湘桥")) == []
        assert await city.all(table, city.staff("饶平"))
    with at("2026-03-03"):
        await city.redeem(city.staff("饶平"), used, "vip_lounge")
    await city.books()


async def test_holders_see_their_own_and_change_nothing(city: City, used: Card):
    with at("2026-03-02"):
        other = await city.a_card(name="林某")
    me = city.actor_of(used)
    for table in (Card, Entitlement, EntitlementLedger, Redemption):
        mine = await city.all(table, me)
        assert mine and {row.talent_id for row in mine} == {used.talent_id}
    assert other.talent_id != used.talent_id
    for change in (
        "update entitlement set used = 0",
        "delete from redemption",
        "update card set tier = 'gold'",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await raw(city, me, change)


async def test_an_unsigned_connection_sees_nothing(city: City, used: Card):
    nobody = city.actor(PLATFORM.kind.STAFF, "无范围")
    for table in SCOPED:
        assert await city.all(table, nobody) == []


# Partners -----------------------------------------------------------------------------------------


async def test_a_partner_redeems_what_it_was_granted_and_nothing_else(city: City, used: Card):
    airport = await city.partner("潮汕机场", "vip_lounge")
    with at("2026-03-02"):
        made = await city.redeem(airport, used, "vip_lounge", "a1")
        assert made["status"] == "CONFIRMED"
        with pytest.raises(ServiceNotGranted):
            await city.redeem(airport, used, "venues")
    (mine,) = await city.all(Redemption, airport)  # neither the office's use nor the booking
    assert (str(mine.id), mine.provider_id) == (made["id"], airport.self_id)
    assert {r.service_code for r in await city.all(Entitlement, airport)} == {"vip_lounge"}
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await raw(city, airport, "select * from pool_wait")
    await city.books()


async def test_a_partner_may_be_the_first_to_need_a_day_right_and_its_child(city: City):
    park = await city.partner("古城景区", "scenic")
    with at("2026-03-02"):
        card = await city.a_card(level="L5")
        await city.redeem(park, card, "scenic")
    assert (await city.right(card, "scenic", "day")).used == 1
    await city.books()


async def test_a_partner_takes_back_its_own_slip(city: City, used: Card):
    airport, other = await city.partner("机场", "vip_lounge"), await city.partner("车站", "vip_lounge")
    with at("2026-03-02"):
        made = await city.redeem(airport, used, "vip_lounge")
        with pytest.raises(NotFound):
            await city.do(other, use_service.reverse_redemption, redemption_id=made["id"], key="x")
        await city.do(airport, use_service.reverse_redemption, redemption_id=made["id"], key="x")
    assert (await city.right(used, "vip_lounge")).used == 1
    await city.books()


async def test_a_partner_books_confirms_and_cancels(city: City, used: Card):
    hospital = await city.partner("中心医院", "green_channel", "checkup")
    with at("2026-03-02"):
        for act in (use_service.confirm_reservation, use_service.cancel_reservation):
            made = await city.do(
                hospital,
                use_service.reserve,
                card_number=used.number,
                service="green_channel",
                day=(await city.all(Redemption))[-1].day,
                key=uuid4().hex,
            )
            await city.do(hospital, act, redemption_id=made.id)
    right = await city.right(used, "green_channel")
    assert (right.used, right.reserved) == (1, 0)
    await city.books()


async def test_a_grant_that_ended_opens_nothing(city: City, used: Card):
    airport = await city.partner("机场", "vip_lounge")
    await city.add_sql("update partner_grant set valid_until = '2025-12-31'")
    with at("2026-03-02"), pytest.raises(NotFound):
        await city.redeem(airport, used, "vip_lounge")
    assert await city.all(Card, airport) == []


async def test_a_partner_cannot_grant_itself_anything_in_the_database_either(city: City, used: Card):
    airport = await city.partner("机场", "vip_lounge")
    for change in (
        "update entitlement set quota = 100",
        "update card set status = 'active'",
        "update card set valid_until = '2099-01-01'",
        "delete from entitlement_ledger",
        "insert into entitlement select * from entitlement",
        "update city_pool set quota = 1000",
        "insert into partner_grant select * from partner_grant",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await raw(city, airport, change)


# The ledger ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        "update entitlement_ledger set amount = 0",
        "delete from entitlement_ledger",
        "truncate entitlement_ledger",
    ],
)
async def test_the_ledger_is_append_only_for_every_role_and_for_its_owner(
    city: City, used: Card, sees: asyncpg.Connection, change: str
):
    for actor in (city.office, PLATFORM, city.actor_of(used), await city.partner("机场", "vip_lounge")):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await raw(city, actor, change)
    with pytest.raises(asyncpg.RestrictViolationError):  # a superuser, whom no grant binds
        await sees.execute(change + (" cascade" if "truncate" in change else ""))


async def test_the_counters_cannot_leave_their_bounds(city: City, used: Card, sees: asyncpg.Connection):
    for change in (
        "update entitlement set used = used + 5 where quota = 4",
        "update entitlement set used = -1",
        "update entitlement set reserved = -1",
        "update entitlement set quota = 9 where tier_quota = 4",
        "update city_pool set used = quota + 1",
        "update city_pool set held = 1",
    ):
        with pytest.raises(asyncpg.CheckViolationError):
            await sees.execute(change)


async def test_one_person_cannot_hold_two_live_cards(city: City, used: Card, sees: asyncpg.Connection):
    columns = "talent_id, unit_path, scheme, scheme_version, tier, tier_name, level, valid_from, valid_until, status, status_reason, status_since, version"
    with pytest.raises(asyncpg.UniqueViolationError, match="card_one_live"):
        await sees.execute(
            f"insert into card (id, number, {columns}) select uuidv7(), 'X', {columns} from card"
        )


async def raw(city: City, actor: Actor, sql: str) -> None:
    """As injected SQL would run: with the actor's role and context, past every operation."""
    async with Work(city.services).write(actor) as ctx:
        try:
            await ctx.db.execute(text(sql))
        except Exception as error:
            raise getattr(error, "orig", error).__cause__ or error from None
