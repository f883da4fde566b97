"""Codes: fetched by the holder alone, alive for a short window, pruned when they are over."""

import asyncio
from datetime import datetime, timedelta
from uuid import uuid4

import asyncpg
import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from tests.card.codes import decide, fetch, present, show
from tests.card.world import SHANGHAI, City, at

from bole.card import code_rules, code_service, jobs, service
from bole.card.code_models import CardCode, CardPresentation
from bole.card.code_rules import CodeNotReadable, CodesTooFarAhead, read_code
from bole.card.models import Card
from bole.card.rules import CardNotValid, CardSuperseded
from bole.core.context import Work
from bole.core.errors import InvalidInput, NotFound
from bole.core.faults import refusal_of
from bole.core.secrets import Vault
from bole.identity.rules import TooManyTries
from bole.roster.models import Talent

NOON = datetime(2026, 3, 2, 12, tzinfo=SHANGHAI)


# Text ---------------------------------------------------------------------------------------------


@given(st.integers(0, 10**8 - 1), st.integers(0, 2**32 - 1))
def test_a_qr_code_says_its_digits_and_window_and_fits_the_smallest_comfortable_grid(number: int, start: int):
    moment = datetime.fromtimestamp(start, SHANGHAI)
    told = code_rules.body(f"{number:08}", moment)
    qr = code_rules.qr(told, VAULT.stamp(code_rules.KIND, told))
    # version 2, correction M, alphanumeric mode: 38 signs
    assert len(qr) == 38 and set(qr) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    for typed in (qr, qr.lower(), f"  {qr[:20]} {qr[20:]}\n"):
        shown = read_code(typed)
        assert (shown.digits, shown.starts_at) == (f"{number:08}", moment)
        assert VAULT.bears(code_rules.KIND, shown.told, shown.stamp)


VAULT = Vault({"2026": b"k" * 32}, bytes(32))


@pytest.mark.parametrize("typed", ["12345678", " 1234 5678 ", "1234-5678", "１２３４５６７８"])
def test_eight_digits_are_read_however_they_are_typed(typed: str):
    assert read_code(typed) == code_rules.Shown("12345678")


NO_CODES = """1234567 123456789 甲乙丙丁戊己庚辛 CZ26-7K3M-9QXT-HD4 https://example.cn/x BOLE1. BOLE1.AAAA
  ١٢٣٤٥٦٧٨ ²²²²²²²²"""
WRONG_SIZES = (
    "BOLE2." + "A" * 32,
    *("BOLE1." + sign * n for sign, n in (("A", 31), ("A", 40), ("1", 32), ("7", 32))),
)


@pytest.mark.parametrize("typed", ["", *NO_CODES.split(), *WRONG_SIZES])
def test_what_is_no_code_is_told_so(typed: str):
    with pytest.raises(CodeNotReadable, match="8 位数字"):
        read_code(typed)


@given(st.integers(0, 159))
def test_no_bit_of_a_qr_code_can_be_changed(bit: int):
    told = code_rules.body("12345678", NOON)
    whole = bytearray(told + VAULT.stamp(code_rules.KIND, told))
    whole[bit // 8] ^= 1 << bit % 8
    assert not VAULT.bears(code_rules.KIND, bytes(whole[:8]), bytes(whole[8:]))


@pytest.mark.parametrize("key_id", ["2026", "2026@sm4"])
def test_a_stamp_outlives_a_rotation_of_keys_and_is_of_one_kind(key_id: str):
    before = Vault({key_id: b"a" * 32}, bytes(32))
    after = Vault({"2027": b"b" * 32, key_id: b"a" * 32}, bytes(32))
    stamp = before.stamp("card_code.1", b"x")
    assert after.bears("card_code.1", b"x", stamp) and after.stamp("card_code.1", b"x") != stamp
    assert not after.bears("other", b"x", stamp)
    assert not Vault({"2027": b"b" * 32}, bytes(32)).bears("card_code.1", b"x", stamp)


# Fetching -----------------------------------------------------------------------------------------


async def test_a_batch_is_forty_windows_of_thirty_seconds_without_a_gap_from_now_on(city: City):
    with time_machine.travel(NOON + timedelta(seconds=17), tick=False):
        card = await city.a_card()
        told = await fetch(city, card)
    assert told.server_time == NOON + timedelta(seconds=17)
    assert [w.starts_at for w in told.windows] == [NOON + timedelta(seconds=30 * i) for i in range(40)]
    assert {w.ends_at - w.starts_at for w in told.windows} == {timedelta(seconds=30)}
    assert all(len(w.digits) == 8 and read_code(w.qr).digits == w.digits for w in told.windows)
    assert len({w.digits for w in told.windows}) == 40


async def test_asking_again_returns_what_is_alive_and_only_adds_what_ran_out(city: City):
    with time_machine.travel(NOON, tick=False) as clock:
        card = await city.a_card()
        first = await fetch(city, card)
        for _ in range(5):
            assert (await fetch(city, card)).windows == first.windows
        assert len(await city.all(CardCode)) == 40
        clock.shift(timedelta(minutes=5))
        later = await fetch(city, card)
    assert later.windows[:30] == first.windows[10:]
    assert len(later.windows) == 40 and len(await city.all(CardCode)) == 50


async def test_a_used_code_is_followed_by_another_in_the_same_window(city: City):
    """Two counters within half a minute: the holder need not wait."""
    with time_machine.travel(NOON, tick=False):
        card = await city.a_card()
        shown = await show(city, card)
        await present(city, city.office, shown.qr)
        again = await show(city, card)
        assert again.starts_at == shown.starts_at and again.digits != shown.digits
        await present(city, city.office, again.qr)
    assert len(await city.all(CardCode)) == 42 - 1


async def test_two_phones_of_one_holder_that_ask_at_once_get_the_same_codes(city: City):
    with time_machine.travel(NOON, tick=False):
        card = await city.a_card()
        batches = await asyncio.gather(*(fetch(city, card) for _ in range(4)))
    assert all(b.windows == batches[0].windows for b in batches)
    assert len(await city.all(CardCode)) == 40


async def test_digits_that_are_somebody_elses_at_the_time_are_drawn_anew(city: City, monkeypatch):
    with time_machine.travel(NOON, tick=False):
        one, other = await city.a_card(), await city.a_card(name="林某")
        taken = {w.digits for w in (await fetch(city, one)).windows}
        luck = iter([*map(int, taken), *range(40)])
        monkeypatch.setattr("bole.card.code_service.secrets.randbelow", lambda n: next(luck))
        mine = await fetch(city, other)
    assert len(mine.windows) == 40
    codes = await city.all(CardCode)
    for a in codes:
        for b in codes:
            apart = a.accepted_until <= b.starts_at or b.accepted_until <= a.starts_at
            assert a.id == b.id or a.digits != b.digits or apart


async def test_the_database_keeps_digits_apart_and_a_spent_code_spent(city: City, sees):
    with time_machine.travel(NOON, tick=False):
        card = await city.a_card()
        shown = await show(city, card)
        copy = """insert into card_code (id, card_id, talent_id, unit_path, digits, starts_at, ends_at, accepted_until)
          select uuidv7(), card_id, talent_id, unit_path, digits, starts_at + interval '1 s', ends_at, accepted_until
          from card_code where digits = $1"""
        with pytest.raises(asyncpg.ExclusionViolationError):
            await sees.execute(copy, shown.digits)
        await present(city, city.office, shown.qr)
        with pytest.raises(asyncpg.RestrictViolationError) as no:
            await sees.execute(
                "update card_code set presentation_id = null where presentation_id is not null"
            )
    assert refusal_of(no.value).code() == "CODE_USED"


async def test_a_batch_may_be_fetched_ahead_by_one_and_no_further(city: City):
    with time_machine.travel(NOON, tick=False):
        card = await city.a_card()
        ahead = await fetch(city, card, since=NOON + timedelta(minutes=20))
        assert ahead.windows[0].starts_at == NOON + timedelta(minutes=20) and len(ahead.windows) == 40
        past = await fetch(city, card, since=NOON - timedelta(days=1))
        assert past.windows[0].starts_at == NOON
        with pytest.raises(CodesTooFarAhead, match="12:20:00"):
            await fetch(city, card, since=NOON + timedelta(minutes=21))
        with pytest.raises(InvalidInput, match="时区"):
            await fetch(city, card, since=datetime(2026, 3, 2, 12))
    assert len(await city.all(CardCode)) == 80


async def test_only_the_holder_fetches_codes(city: City):
    with at("2026-03-02"):
        card, other = await city.a_card(), await city.a_card(name="林某")
        hospital = await city.partner("医院", "checkup")
        for who in (city.actor_of(other), city.office, hospital):
            with pytest.raises(NotFound):
                await city.do(who, code_service.issue_card_codes, card_id=card.id)
        with pytest.raises(NotFound):
            await city.do(city.actor_of(card), code_service.issue_card_codes, card_id=uuid4())
    assert await city.all(CardCode) == []


async def test_a_card_that_cannot_be_used_gets_no_codes(city: City):
    with at("2026-03-02"):
        pending = await city.a_card(active=False, name="待某")
        card = await city.a_card()
        with pytest.raises(CardNotValid, match="待发"):
            await fetch(city, pending)
        await city.do(city.office, service.freeze_card, card_id=card.id, reason="核实")
        with pytest.raises(CardNotValid, match="冻结"):
            await fetch(city, card)
        await city.do(city.office, service.thaw_card, card_id=card.id)
        new = await city.do(city.office, service.replace_card, card_id=card.id, reason="遗失")
        with pytest.raises(CardSuperseded):
            await fetch(city, card)
        assert len((await fetch(city, new)).windows) == 40


async def test_fetching_is_limited(city: City):
    with time_machine.travel(NOON, tick=False) as clock:
        card = await city.a_card()
        for _ in range(20):
            await fetch(city, card)
        with pytest.raises(TooManyTries, match="15 秒"):
            await fetch(city, card)
        clock.shift(timedelta(seconds=15))
        await fetch(city, card)


async def test_the_catalogue_says_how_long_and_how_many(city: City):
    with time_machine.travel(NOON, tick=False):
        card = await city.a_card()
        await decide(city, code_seconds=20, code_windows=6, code_grace_seconds=5)
        told = await fetch(city, card)
    assert [w.starts_at for w in told.windows] == [NOON + timedelta(seconds=20 * i) for i in range(6)]
    assert {c.accepted_until - c.ends_at for c in await city.all(CardCode)} == {timedelta(seconds=5)}


# Seen and kept ------------------------------------------------------------------------------------


async def named(city: City, who, digits: str) -> list[str]:
    """What the policies show to somebody who names these digits."""
    async with Work(city.services).read(who) as ctx:
        await ctx.db.execute(text("select set_config('app.code', :d, true)"), {"d": digits})
        return list((await ctx.db.execute(text("select digits from card_code"))).scalars())


async def test_codes_are_seen_by_their_holder_and_one_by_one_by_who_names_them(city: City):
    with at("2026-03-02"):
        card, other = await city.a_card(), await city.a_card(name="林某")
        mine, theirs = await fetch(city, card), await fetch(city, other)
        hospital, nothing = await city.partner("医院", "checkup"), await city.partner("无授权")
    seen = {c.digits for c in await city.all(CardCode, city.actor_of(card))}
    assert seen == {w.digits for w in mine.windows} and not seen & {w.digits for w in theirs.windows}
    (digits, *_), one = sorted(seen), [sorted(seen)[0]]
    for who, named_by in ((hospital, one), (city.office, one), (city.staff("湘桥"), one)):
        assert await city.all(CardCode, who) == []
        assert await named(city, who, digits) == named_by
    assert await named(city, nothing, digits) == await named(city, city.staff("饶平"), digits) == []
    assert theirs.windows[0].digits not in await named(city, city.actor_of(card), theirs.windows[0].digits)


async def test_a_counter_cannot_make_or_change_codes(city: City):
    with at("2026-03-02"):
        card = await city.a_card()
        digits = (await show(city, card)).digits
        hospital = await city.partner("医院", "checkup")
    for who in (hospital, city.office):
        for change in ("delete from card_code", "update card_code set accepted_until = 'infinity'"):
            with pytest.raises(DBAPIError, match="permission denied"):
                async with Work(city.services).write(who) as ctx:
                    await ctx.db.execute(text("select set_config('app.code', :d, true)"), {"d": digits})
                    await ctx.db.execute(text(change))


async def test_live_digits_stand_neither_in_the_audit_nor_among_kept_answers(city: City, sees):
    with at("2026-03-02"):
        card = await city.a_card()
        told = await fetch(city, card)
    assert not code_service.issue_card_codes.operation.replayable
    audit = str(await sees.fetch("select operations, changes from audit"))
    assert not [w.digits for w in told.windows if w.digits in audit]


async def test_codes_that_are_over_are_pruned_and_the_living_are_left(city: City):
    with time_machine.travel(NOON, tick=False) as clock:
        card = await city.a_card()
        shown = await show(city, card)
        made = await present(city, city.office, shown.qr)
        clock.shift(timedelta(minutes=70))
        alive = await fetch(city, card)
        await jobs.codes(city.services)
        left = await city.all(CardCode)
        assert {c.digits for c in left if c.starts_at >= NOON + timedelta(minutes=70)} == {
            w.digits for w in alive.windows
        }
        # what ended within the hour is still told used from expired: it ended after 12:09
        assert min(c.accepted_until for c in left) == NOON + timedelta(minutes=10)
        clock.shift(timedelta(days=1))
        await jobs.codes(city.services)
        assert await city.all(CardCode) == []
    assert (await city.one(CardPresentation, id=made.id)).card_id == card.id


async def test_codes_follow_a_holder_who_moves_to_another_unit(city: City):
    with time_machine.travel(NOON, tick=False):
        card = await city.a_card()
        shown = await show(city, card)
        there = city.units["饶平"]
        await city.add_sql(
            "update talent set unit_path = $2, unit_id = $3 where id = $1",
            card.talent_id,
            there.path,
            there.id,
        )
        assert (await city.one(Talent, id=card.talent_id)).unit_path == there.path
        assert (await present(city, city.staff("饶平"), shown.digits)).tier == card.tier
    assert {c.unit_path for c in await city.all(CardCode)} == {there.path}
    assert (await city.one(Card, id=card.id)).unit_path == there.path
