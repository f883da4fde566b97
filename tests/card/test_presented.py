"""A code is shown at a counter: it works once, in time, there; and uses are made by what was shown."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from sqlmodel import select
from tests.card.codes import decide, fetch, present, presented, show
from tests.card.test_together import outcomes
from tests.card.world import SHANGHAI, City, at

from bole.card import code_service, lifecycle, service
from bole.card.code_models import CardCode, CardPresentation
from bole.card.code_rules import (
    CodeExpired,
    CodeForged,
    CodeNotReadable,
    CodeNotYet,
    CodeUnknown,
    CodeUsed,
    PresentationLapsed,
    PresentationUnknown,
    body,
    qr,
)
from bole.card.models import Card
from bole.card.quota_models import Entitlement, Redemption
from bole.card.quota_rules import ChildNeeded, NotEligibleTier, QuotaExhausted, ServiceNotGranted
from bole.card.rules import CardChangedTier, CardNotValid, CardOutOfDate, CardSuperseded
from bole.core.actor import PLATFORM
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.errors import IdempotencyKeyReused
from bole.core.secrets import Vault
from bole.identity.rules import TooManyTries
from bole.roster.models import Talent

NOON = datetime(2026, 3, 2, 12, tzinfo=SHANGHAI)


def noon(**later: int):
    return time_machine.travel(NOON + timedelta(**later), tick=False)


# Shown --------------------------------------------------------------------------------------------


async def test_a_code_tells_tier_and_validity_and_nothing_of_the_person(city: City):
    with noon():
        card = await city.a_card(level="L4")
        hospital = await city.partner("医院", "checkup", "vip_lounge", "talent_loan")
        told = await present(city, hospital, (await show(city, card)).qr)
    assert (told.tier, told.tier_name, told.valid_until) == ("silver", "银卡", card.valid_until)
    assert told.lasts_until - told.presented_at == timedelta(minutes=5)
    words = repr(told)
    talent = await city.one(Talent, id=card.talent_id)
    assert talent.name not in words and str(talent.id) not in words and card.number not in words
    row = await city.one(CardPresentation)
    assert (row.provider_id, row.by_id, row.scanned) == (hospital.self_id, hospital.id, True)


async def test_the_counter_is_told_what_it_may_redeem_and_what_to_ask_for(city: City):
    with noon():
        card = await city.a_card(level="L4")
        hospital = await city.partner("医院", "checkup", "vip_lounge", "school_transfer")
        told = await present(city, hospital, (await show(city, card)).qr)
        regular = await city.a_card(level="L5", name="林某")
        less = await present(city, hospital, (await show(city, regular)).qr)
        office = await present(city, city.office, (await show(city, regular)).qr)
    by_code = {s.code: s for s in told.services}
    assert by_code.keys() == {"checkup", "vip_lounge", "school_transfer"}
    assert by_code["vip_lounge"].shown_on_use == ["优才卡", "身份证件", "当日票证"]
    assert not by_code["vip_lounge"].needs_child
    assert by_code["school_transfer"].needs_child
    assert (by_code["vip_lounge"].most, by_code["checkup"].most) == (4, 1)  # the tier's own quota
    assert "vip_lounge" not in {s.code for s in less.services}
    assert {s.code for s in less.services} < {s.code for s in office.services}


async def test_what_is_offered_is_taken_and_what_is_not_is_refused(city: City):
    """The list and `redeem` agree, service by service."""
    with noon():
        card = await city.a_card(level="L5")
        told = await present(city, city.office, (await show(city, card)).qr)
        offered = {s.code for s in told.services if not s.needs_child}
        everything = await city.all(Entitlement, card_id=card.id)
        assert {e.service_code for e in everything} <= {s.code for s in told.services}
        for code in offered - {"checkup"}:
            await city.redeem_presented(city.office, told.id, code)
        with pytest.raises(NotEligibleTier):
            await city.redeem_presented(city.office, told.id, "vip_lounge")


async def test_eight_digits_do_as_well_as_the_picture(city: City):
    with noon(seconds=10):
        card = await city.a_card()
        shown = await show(city, card)
        told = await present(city, city.office, f"{shown.digits[:4]} {shown.digits[4:]}")
        assert told.tier == card.tier
        with pytest.raises(CodeUsed):
            await present(city, city.office, shown.qr)
    assert not (await city.one(CardPresentation)).scanned


async def test_a_code_works_once(city: City):
    with noon():
        card = await city.a_card()
        shown = await show(city, card)
        await present(city, city.office, shown.qr)
        for code in (shown.qr, shown.digits):
            for counter in (city.office, await city.partner("景区", "scenic")):
                with pytest.raises(CodeUsed, match="此码已核验过，请持卡人出示新的码"):
                    await present(city, counter, code)
    assert len(await city.all(CardPresentation)) == 1


async def test_a_screenshot_is_dead_after_sixty_seconds_and_the_last_second_still_works(city: City):
    with noon() as clock:
        card = await city.a_card()
        told = await fetch(city, card)
        first, second, third = told.windows[:3]
        clock.shift(timedelta(seconds=59))
        await present(city, city.office, first.qr)
        clock.shift(timedelta(seconds=30))
        await present(city, city.office, second.digits)
        clock.shift(timedelta(seconds=31))
        for code in (third.qr, third.digits):
            with pytest.raises(CodeExpired, match=r"刷新.*检查手机时间"):
                await present(city, city.office, code)


async def test_a_code_of_a_later_window_is_not_taken_yet_and_guessers_learn_nothing(city: City):
    with noon():
        card = await city.a_card()
        later = (await fetch(city, card)).windows[1]
        with pytest.raises(CodeNotYet, match="12:00:30"):
            await present(city, city.office, later.qr)
        with pytest.raises(CodeUnknown) as coming:
            await present(city, city.office, later.digits)
        nothing = next(d for d in ("00000000", "00000001") if d != later.digits)
        with pytest.raises(CodeUnknown) as none:
            await present(city, city.office, nothing)
    assert coming.value.told() == none.value.told()


async def test_a_code_long_over_is_told_expired_after_it_was_pruned(city: City):
    with noon() as clock:
        card = await city.a_card()
        shown = await show(city, card)
        clock.shift(timedelta(hours=3))
        await city.do(PLATFORM, _prune)
        with pytest.raises(CodeExpired):
            await present(city, city.office, shown.qr)
        with pytest.raises(CodeUnknown):
            await present(city, city.office, shown.digits)


async def _prune(ctx):
    assert await code_service.prune_codes(ctx) == 40


async def test_a_forged_code_is_refused_before_the_database_is_asked(city: City, database):
    with noon():
        card = await city.a_card()
        shown = await show(city, card)
        told = body(shown.digits, shown.starts_at)
        forged = qr(told, Vault({"2026": b"?" * 32}, bytes(32)).stamp("card_code.1", told))
        nowhere = City(
            Services(Database("postgresql://nobody@/none?host=/nonexistent"), vault=city.services.vault)
        )
        office = city.office
        with pytest.raises(CodeForged, match="请勿办理"):
            await present(nowhere, office, forged)
        with pytest.raises(CodeNotReadable):
            await present(nowhere, office, card.number)
        await present(city, office, shown.qr)


async def test_codes_fetched_before_a_rotation_of_keys_hold_after_it(city: City):
    with noon():
        card = await city.a_card()
        before = await show(city, card)
        vault = Vault({"2027": b"n" * 32, "2026": bytes(32)}, bytes(32))
        rotated = City(Services(city.services.database, vault=vault, extras=city.services.extras), city.units)
        await present(rotated, city.office, before.qr)
        after = await show(rotated, card)
        with pytest.raises(CodeForged):  # a process that does not have the new key yet
            await present(city, city.office, after.qr)
        await present(rotated, city.office, after.qr)


async def test_two_counters_at_the_same_instant_with_the_same_code_serve_once(crowd: City, sees):
    with noon():
        card = await crowd.a_card()
        codes = (await fetch(crowd, card)).windows[:1]
        for _ in range(5):
            counters = [await crowd.partner(f"窗口{uuid4().hex}", "scenic") for _ in range(8)]
            digits = codes[-1].digits
            async with sees.transaction():  # all eight come to the one lock, then go
                await sees.execute("select from card_code where digits = $1 for update", digits)
                race = asyncio.gather(*(once(crowd, c, codes[-1].qr) for c in counters))
                while await sees.fetchval(WAITING) < len(counters):
                    await sees.execute("select pg_stat_clear_snapshot()")
                    await asyncio.sleep(0.01)
            ended = await race
            assert ended.count("CODE_USED") == 7 and len(set(ended)) == 2
            codes.append(await show(crowd, card))
    assert len(await crowd.all(CardPresentation)) == 5


async def once(city: City, counter, code: str) -> str:
    try:
        return str((await present(city, counter, code)).id)
    except CodeUsed as no:
        return no.code()


WAITING = (
    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
)


# The card ------------------------------------------------------------------------------------------


async def test_a_frozen_lost_replaced_or_cancelled_card_is_refused_and_its_code_not_spent(city: City):
    with noon():
        card = await city.a_card()
        shown = await show(city, card)
        office = city.office
        await city.do(office, service.freeze_card, card_id=card.id, reason="核实")
        with pytest.raises(CardNotValid, match="冻结"):
            await present(city, office, shown.qr)
        await city.do(office, service.thaw_card, card_id=card.id)
        await city.do(office, service.report_card_lost, card_id=card.id)
        with pytest.raises(CardNotValid, match="挂失"):
            await present(city, office, shown.qr)
        new = await city.do(office, service.replace_card, card_id=card.id, reason="遗失")
        with pytest.raises(CardSuperseded):
            await present(city, office, shown.qr)
        fresh = await show(city, new)
        await city.do(office, service.cancel_card, card_id=new.id, reason="调离")
        with pytest.raises(CardNotValid, match="注销"):
            await present(city, office, fresh.qr)
    assert {c.presentation_id for c in await city.all(CardCode)} == {None}


async def test_after_a_change_of_tier_the_old_cards_code_says_so(city: City):
    """A4: 已换级, and the new card's code works."""
    with noon():
        card = await city.a_card(level="L4")
        old = await show(city, card)
        hospital = await city.partner("医院", "checkup")
        async with Work(city.services).write(PLATFORM) as ctx:
            await lifecycle.align(ctx, card.talent_id, level="L2", since=ctx.today)
        with pytest.raises(CardChangedTier, match=r"已换级.*金卡"):
            await present(city, hospital, old.qr)
        new = await city.one(Card, predecessor_id=card.id)
        assert (await present(city, hospital, (await show(city, new)).qr)).tier == "gold"


async def test_a_card_whose_last_day_was_yesterday_is_refused_at_midnight(city: City):
    last = datetime(2026, 3, 2, 23, 59, 45, tzinfo=SHANGHAI)
    with time_machine.travel(last, tick=False) as clock:
        card = await city.a_card()
        await city.add_sql("update card set valid_until = '2026-03-02' where id = $1", card.id)
        shown = await show(city, card)
        clock.shift(timedelta(seconds=30))
        with pytest.raises(CardOutOfDate):
            await present(city, city.office, shown.qr)


async def test_a_counter_of_another_district_or_without_any_service_sees_no_code(city: City):
    with noon():
        card = await city.a_card(unit="湘桥")
        shown = await show(city, card)
        for counter in (city.staff("饶平"), await city.partner("无授权")):
            with pytest.raises(CodeUnknown, match="核验的范围"):
                await present(city, counter, shown.qr)
        await present(city, city.staff("湘桥"), shown.qr)


async def test_typing_digits_is_limited_for_each_counter_and_scanning_is_not(city: City):
    with noon() as clock:
        card = await city.a_card()
        counter = city.staff("潮州", "窗口")
        taken = {w.digits for w in (await fetch(city, card)).windows}
        for i in range(10):
            with pytest.raises(CodeUnknown):
                await present(city, counter, next(d for n in range(50) if (d := f"{i}{n:07}") not in taken))
        with pytest.raises(TooManyTries) as no:
            await present(city, counter, (await show(city, card)).digits)
        assert no.value.facts["retry_after"] == 20
        await present(city, city.staff("潮州", "另一窗口"), (await show(city, card)).digits)
        await present(city, counter, (await show(city, card)).qr)
        clock.shift(timedelta(seconds=20))
        await present(city, counter, (await show(city, card)).digits)


async def test_many_accounts_of_one_provider_do_not_add_up(city: City):
    with noon():
        hospital = city.units["中心医院"]
        refused = 0
        for i in range(70):
            counter = city.staff("中心医院", f"窗口{i}")
            assert counter.unit_id == hospital.id
            try:
                await present(city, counter, "00000000")
            except TooManyTries:
                refused += 1
            except CodeUnknown:
                pass
    assert refused == 10


# Used ----------------------------------------------------------------------------------------------


async def test_a_use_by_what_was_shown_counts_like_any_other_and_says_so(city: City, sees):
    with noon():
        card = await city.a_card(level="L4")
        hospital = await city.partner("医院", "vip_lounge")
        shown = await presented(city, hospital, card)
        made = await city.redeem_presented(hospital, shown, "vip_lounge", "k1")
        await city.redeem(hospital, card, "vip_lounge", "k2")
    right = await city.right(card, "vip_lounge")
    assert (right.quota, right.used) == (4, 2)
    by = {str(r.id): r.presentation_id for r in await city.all(Redemption)}
    assert by.pop(made["id"]) == shown and list(by.values()) == [None]
    assert await sees.fetchval("select count(*) from outbox where fact = 'EntitlementRedeemed'") == 2
    assert await sees.fetchval("select count(*) from audit where operations = '{card.redeem_presented}'") == 1
    await city.books()


async def test_one_presentation_serves_several_services_and_the_quota_holds(city: City):
    with noon():
        card = await city.a_card(level="L4")
        shown = await presented(city, city.office, card)
        await city.redeem_presented(city.office, shown, "venues")
        for _ in range(4):
            await city.redeem_presented(city.office, shown, "vip_lounge")
        with pytest.raises(QuotaExhausted):
            await city.redeem_presented(city.office, shown, "vip_lounge")
        with pytest.raises(ChildNeeded):
            await city.redeem_presented(city.office, shown, "school_transfer")
    await city.books()


async def test_another_counters_presentation_serves_nobody_else(city: City):
    with noon():
        card = await city.a_card(level="L4")
        window = city.staff("潮州", "一号窗口")
        hospital = await city.partner("医院", "vip_lounge")
        here, there = await presented(city, window, card), await presented(city, hospital, card)
        for who, shown in (
            (city.staff("潮州", "二号窗口"), here),
            (hospital, here),
            (await city.partner("车站", "vip_lounge"), there),
            (city.office, there),
            (city.office, uuid4()),
        ):
            with pytest.raises(PresentationUnknown, match="重新核验"):
                await city.redeem_presented(who, shown, "vip_lounge")
            with pytest.raises(PresentationUnknown):
                await look(city, who, shown)
        assert (await look(city, window, here)).id == here
    assert await city.all(Redemption) == []
    assert await city.all(CardPresentation, hospital) == [await city.one(CardPresentation, id=there)]
    assert len(await city.all(CardPresentation, city.actor_of(card))) == 2


async def look(city: City, who, shown: UUID) -> code_service.Presentation:
    async with Work(city.services).read(who) as ctx:
        return await code_service.card_presentation(ctx, id=shown)


async def test_a_presentation_lapses_and_a_retry_still_gets_its_first_answer(city: City):
    with noon() as clock:
        card = await city.a_card(level="L4")
        shown = await presented(city, city.office, card)
        clock.shift(timedelta(seconds=299))
        made = await city.redeem_presented(city.office, shown, "vip_lounge", "k1")
        clock.shift(timedelta(seconds=1))
        with pytest.raises(PresentationLapsed, match="12:05:00"):
            await city.redeem_presented(city.office, shown, "vip_lounge", "k2")
        with pytest.raises(PresentationLapsed):
            await look(city, city.office, shown)
        assert await city.redeem_presented(city.office, shown, "vip_lounge", "k1") == made
        with pytest.raises(IdempotencyKeyReused):
            await city.redeem_presented(city.office, shown, "venues", "k1")
    assert len(await city.all(Redemption)) == 1
    await city.books()


async def test_a_freeze_after_the_scan_still_stops_the_use(city: City):
    with noon():
        card = await city.a_card(level="L4")
        shown = await presented(city, city.office, card)
        await city.do(city.office, service.freeze_card, card_id=card.id, reason="核实")
        with pytest.raises(CardNotValid, match="冻结"):
            await city.redeem_presented(city.office, shown, "vip_lounge")
    await city.books()


async def test_a_service_that_was_not_granted_is_refused(city: City):
    with noon():
        card = await city.a_card(level="L4")
        hospital = await city.partner("医院", "checkup")
        shown = await presented(city, hospital, card)
        with pytest.raises(ServiceNotGranted):
            await city.redeem_presented(hospital, shown, "vip_lounge")


async def test_the_last_place_is_given_once_among_uses_by_what_was_shown(crowd: City):
    with at("2026-03-02"):
        card = await crowd.a_card(level="L4")
        counters = [await crowd.partner(f"窗口{i}", "vip_lounge") for i in range(10)]
        shown = [await presented(crowd, c, card) for c in counters]
        calls = (crowd.redeem_presented(c, p, "vip_lounge") for c, p in zip(counters, shown, strict=True))
        ended = await outcomes(*calls)
    assert ended.count("QUOTA_EXHAUSTED") == 6 and len(await crowd.all(Redemption)) == 4
    await crowd.books()


async def test_the_catalogue_says_how_long_a_presentation_lasts(city: City):
    with noon() as clock:
        card = await city.a_card(level="L4")
        await decide(city, presentation_minutes=2, code_grace_seconds=0)
        shown = await show(city, card)
        told = await present(city, city.office, shown.qr)
        assert told.lasts_until == NOON + timedelta(minutes=2)
        again = await show(city, card)
        clock.shift(timedelta(seconds=30))
        with pytest.raises(CodeExpired):
            await present(city, city.office, again.qr)


async def test_holders_see_where_their_card_was_shown_and_cannot_forge_it(city: City):
    with noon():
        card, other = await city.a_card(), await city.a_card(name="林某")
        shown = await presented(city, city.office, card)
        async with Work(city.services).read(city.actor_of(card)) as ctx:
            assert [p.id for p in await ctx.db.exec(select(CardPresentation))] == [shown]
    assert await city.all(CardPresentation, city.actor_of(other)) == []
