"""Sessions: answered from memory while it is fresh, and refused at the very next request once they are revoked."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest
import time_machine
from httpx import AsyncClient
from sqlmodel import select
from tests.identity.conftest import PASSWORD, City, code, gql, sign_in

from bole.core import clock
from bole.core.actor import PLATFORM
from bole.identity import rules
from bole.identity.models import Session
from bole.identity.rules import AccountKind

ME = "{ me { login post { name } permissions locked } }"


async def test_signing_out_ends_the_session_at_the_very_next_request(city: City, api: AsyncClient) -> None:
    await sign_in(api, "clerk", totp=code())
    token = api.cookies["bole"]
    assert (await gql(api, ME, token))["data"]["me"]["login"] == "clerk"
    assert (await api.delete("/api/v1/session")).status_code == 204
    refused = await gql(api, ME, token)
    assert refused["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"


async def test_a_session_revoked_elsewhere_is_refused_at_the_next_request(
    city: City, api: AsyncClient
) -> None:
    phone, desk = await city.session("clerk"), await city.session("clerk")
    listed = await gql(api, "{ sessions { id source agent } }", desk)
    assert len(listed["data"]["sessions"]) == 2
    lost = (await gql(api, "{ me { sessionId } }", phone))["data"]["me"]["sessionId"]
    await gql(api, "mutation($id: UUID!) { revokeSession(sessionId: $id) { id revokedAt } }", desk, id=lost)
    assert (await gql(api, ME, phone))["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"
    assert (await gql(api, ME, desk))["data"]["me"]["login"] == "clerk"


async def test_nobody_revokes_or_sees_anothers_session(city: City, api: AsyncClient) -> None:
    mine, theirs = await city.session("clerk"), await city.session("xiangqiao")
    id = (await gql(api, "{ me { sessionId } }", theirs))["data"]["me"]["sessionId"]
    answer = await gql(api, "mutation($id: UUID!) { revokeSession(sessionId: $id) { id } }", mine, id=id)
    assert answer["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    assert id not in [s["id"] for s in (await gql(api, "{ sessions { id } }", mine))["data"]["sessions"]]


async def test_disabling_an_account_ends_its_sessions_at_once(city: City, api: AsyncClient) -> None:
    token, admin = await city.session("clerk"), await city.session("admin")
    assert (await gql(api, ME, token))["data"]["me"]
    done = await gql(
        api,
        'mutation($id: UUID!) { disableAccount(accountId: $id, reason: "调离") { status allowedSteps } }',
        admin,
        id=str(city.accounts["clerk"].id),
    )
    assert done["data"]["disableAccount"] == {"status": "DISABLED", "allowedSteps": ["enable"]}
    assert (await gql(api, ME, token))["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"
    assert (await sign_in(api, "clerk", totp=code())).status_code == 401


async def test_another_process_hears_of_a_revocation_within_a_blink(city: City, api: AsyncClient) -> None:
    """Here the change comes from elsewhere: plain SQL, as another process would commit it."""
    token = await city.session("clerk")
    assert await city.identity.sessions.actor_of(token) is not None
    assert city.identity.memory.hears
    async with city.work.write(PLATFORM) as ctx:
        for session in (await ctx.db.exec(select(Session).with_for_update())).all():
            session.revoked_at = ctx.now
    for _ in range(100):
        if await city.identity.sessions.actor_of(token) is None:
            return
        await asyncio.sleep(0.002)
    pytest.fail("a revoked session was still answered from memory after 0.2 s")


async def test_an_actor_is_answered_from_memory_for_a_second_and_no_longer(
    city: City, api: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = await city.session("clerk")
    asked: list[bytes] = []
    ask = city.identity.sessions._ask

    async def counted(digest: bytes) -> object:
        asked.append(digest)
        return await ask(digest)

    monkeypatch.setattr(city.identity.sessions, "_ask", counted)
    with time_machine.travel(clock.now(), tick=False) as then:
        for _ in range(200):
            await city.identity.sessions.actor_of(token)
        assert len(asked) == 1
        then.shift(1.01)
        await city.identity.sessions.actor_of(token)
        assert len(asked) == 2


async def test_a_process_that_does_not_hear_keeps_nothing(city: City, sees: asyncpg.Connection) -> None:
    token = await city.session("clerk")
    assert not city.identity.memory.hears
    assert await city.identity.sessions.actor_of(token) is not None
    await sees.execute("update session set revoked_at = now()")
    assert await city.identity.sessions.actor_of(token) is None


async def test_a_lost_listener_empties_the_memory_and_comes_back(
    city: City, api: AsyncClient, sees: asyncpg.Connection
) -> None:
    token = await city.session("clerk")
    await city.identity.sessions.actor_of(token)
    listener = "select pid from pg_stat_activity where query ilike 'listen%' and datname = current_database()"
    await sees.execute(f"select pg_terminate_backend(pid) from ({listener}) l")
    for _ in range(100):
        if not city.identity.memory.hears:
            break
        await asyncio.sleep(0.01)
    assert not city.identity.memory.hears
    await sees.execute("update session set revoked_at = now()")
    assert await city.identity.sessions.actor_of(token) is None
    for _ in range(300):
        if city.identity.memory.hears:
            return
        await asyncio.sleep(0.01)
    pytest.fail("the listener did not come back")


async def test_what_was_read_before_a_change_is_not_kept_after_it(
    city: City, api: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The race: the row is read, then the revocation commits and is heard, then the read would be kept."""
    token = await city.session("clerk")
    ask = city.identity.sessions._ask

    async def slow(digest: bytes) -> object:
        found = await ask(digest)
        city.identity.memory.forget(city.accounts["clerk"].id)
        return found

    monkeypatch.setattr(city.identity.sessions, "_ask", slow)
    await city.identity.sessions.actor_of(token)
    assert not city.identity.memory._kept


# Time -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("idle", "alive"), [(timedelta(minutes=14), True), (timedelta(minutes=16), False)])
async def test_a_session_left_alone_ends_by_itself(city: City, idle: timedelta, alive: bool) -> None:
    with time_machine.travel("2026-03-02T09:00:00+08:00", tick=False) as then:
        token = await city.session("clerk")
        then.shift(idle)
        assert (await city.identity.sessions.actor_of(token) is not None) is alive


async def test_a_session_in_use_ends_after_a_working_day(city: City) -> None:
    with time_machine.travel("2026-03-02T08:00:00+08:00", tick=False) as then:
        token = await city.session("clerk")
        for _ in range(8 * 6 - 1):
            then.shift(timedelta(minutes=10))
            assert await city.identity.sessions.actor_of(token) is not None
        then.shift(timedelta(minutes=10))
        assert await city.identity.sessions.actor_of(token) is None


async def test_use_is_written_down_once_a_minute_and_not_at_every_request(
    city: City, sees: asyncpg.Connection
) -> None:
    with time_machine.travel("2026-03-02T08:00:00+08:00", tick=False) as then:
        token = await city.session("clerk")
        versions = set()
        for _ in range(12):
            then.shift(timedelta(seconds=10))
            await city.identity.sessions.actor_of(token)
            versions.add(await sees.fetchval("select last_seen_at from session"))
    assert len(versions) == 2


async def test_a_cookie_alone_changes_nothing(city: City, api: AsyncClient) -> None:
    """A form on another site sends the cookie, and cannot send our header."""
    await sign_in(api, "clerk", totp=code())
    del api.headers["x-bole-request"]
    assert (await api.delete("/api/v1/session")).json()["code"] == "CROSS_SITE"
    api.headers["x-bole-request"] = "1"
    assert (await api.get("/api/v1/session")).json()["login"] == "clerk"


async def test_many_tokens_do_not_fill_the_memory(
    city: City, api: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bole.identity import memory

    monkeypatch.setattr(memory, "KEPT", 3)
    tokens = [await city.session("clerk") for _ in range(5)]
    for token in tokens:
        assert await city.identity.sessions.actor_of(token) is not None
    assert len(city.identity.memory._kept) == 3


async def test_what_is_over_is_swept_away_and_what_still_counts_is_kept(
    city: City, sees: asyncpg.Connection
) -> None:
    from bole.identity import throttle
    from bole.identity.sweep import sweep

    with time_machine.travel("2026-03-02T09:00:00+08:00", tick=False) as then:
        await throttle.take(city.services, rules.buckets("clerk", "10.0.0.1", known=False), clock.now())
        await city.session("clerk")
        await sweep(city.services)
        tables = ("sign_in_throttle", "session")
        assert [await sees.fetchval(f"select count(*) from {t}") for t in tables] == [3, 1]
        then.shift(timedelta(days=2))
        await sweep(city.services)
        assert [await sees.fetchval(f"select count(*) from {t}") for t in tables] == [0, 1]
        then.shift(timedelta(days=200))
        await sweep(city.services)
        assert [await sees.fetchval(f"select count(*) from {t}") for t in tables] == [0, 0]


@pytest.mark.parametrize("kind", [AccountKind.TALENT, AccountKind.LEADER])
async def test_who_is_no_staff_keeps_the_own_account_in_order(
    city: City, api: AsyncClient, sees: asyncpg.Connection, kind: AccountKind
) -> None:
    """Their database role reaches the own rows alone, and that is enough for this."""
    if kind is AccountKind.TALENT:
        await city.account("me", kind=kind, talent_id=city.accounts["clerk"].id, role_code="R9")
    else:
        await city.account("me", "副市长", kind=kind)
    here, there = await city.session("me"), await city.session("me")
    others = await sees.fetchval("select count(*) from session where revoked_at is null")
    change = "mutation($o: String!, $n: String!) { changePassword(old: $o, new: $n) }"
    assert (await gql(api, change, here, o=PASSWORD, n="Hanjiang-2027!"))["data"]["changePassword"]
    assert (await gql(api, ME, there))["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"
    assert len((await gql(api, "{ sessions { id } }", here))["data"]["sessions"]) == 1
    assert (await gql(api, "mutation { signOut }", here))["data"]["signOut"] is True
    assert (await gql(api, ME, here))["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"
    assert await sees.fetchval("select count(*) from session where revoked_at is null") == others - 2
