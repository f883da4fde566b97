"""Sessions: what an actor may do follows the post, and what is revoked is refused at the very next request."""

import asyncio
from datetime import date, timedelta

import asyncpg
import pytest
import time_machine
from httpx import AsyncClient
from sqlmodel import col, select
from tests.identity.conftest import PASSWORD, City, code, gql, sign_in

from bole.core import clock
from bole.core.actor import PLATFORM, ActorKind
from bole.core.permissions import Permission
from bole.identity import accounts, rules
from bole.identity.models import Session
from bole.identity.rules import AccountKind
from bole.org.models import Appointment

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


# Posts ----------------------------------------------------------------------------------------------
async def test_a_transfer_moves_access_with_the_post(city: City, api: AsyncClient) -> None:
    """The old holder keeps the session and loses the post at midnight; the new one has it from that day."""
    await city.account("successor")
    with time_machine.travel("2026-08-15T17:00:00+08:00", tick=False) as then:
        old, new = await city.session("xiangqiao"), await city.session("successor")
        async with city.work.write(PLATFORM) as ctx:
            term = (
                await ctx.db.exec(
                    select(Appointment).where(col(Appointment.person_name) == "xiangqiao").with_for_update()
                )
            ).one()
            term.valid_until = date(2026, 8, 15)
        await city.appoint("successor", "湘桥区经办", begins=date(2026, 8, 16))
        city.identity.memory.forget()
        before = await city.identity.sessions.actor_of(old)
        assert before is not None and Permission.ROSTER_WRITE in before.permissions
        waiting = await city.identity.sessions.actor_of(new)
        assert waiting is not None and not waiting.permissions
        then.move_to("2026-08-16T00:00:02+08:00", tick=False)
        city_unit = city.units["湘桥区"]
        async with city.work.write(PLATFORM) as ctx:  # seven hours are longer than a session stays idle
            for session in (await ctx.db.exec(select(Session))).all():
                session.last_seen_at = ctx.now
        after, arrived = (
            await city.identity.sessions.actor_of(old),
            await city.identity.sessions.actor_of(new),
        )
        assert after is not None and not after.permissions and (after.lo, after.hi) == (0, 0)
        assert arrived is not None and Permission.ROSTER_WRITE in arrived.permissions
        assert (arrived.lo, arrived.hi) == (city_unit.path, city_unit.path_end)


async def test_a_role_withdrawn_from_a_post_is_gone_at_the_next_request(city: City, api: AsyncClient) -> None:
    token = await city.session("xiangqiao")
    assert "roster:write" in (await gql(api, ME, token))["data"]["me"]["permissions"]
    acting = await city.actor("admin")
    async with city.work.write(acting) as ctx:
        await accounts.withdraw_role(ctx, post_id=city.posts["湘桥区经办"].id, role="R5")
    assert (await gql(api, ME, token))["data"]["me"]["permissions"] == []


async def test_who_holds_two_posts_acts_as_one_of_them_at_a_time(city: City, api: AsyncClient) -> None:
    await city.appoint("xiangqiao", "潮安区经办")
    await sign_in(api, "xiangqiao", totp=code())
    told = (await gql(api, "{ me { lo post { name } posts { id name } } }"))["data"]["me"]
    other = next(p for p in told["posts"] if p["name"] != told["post"]["name"])
    choose = "mutation($id: UUID!) { choosePost(postId: $id) { postId } }"
    assert (await gql(api, choose, id=other["id"]))["data"]["choosePost"]["postId"] == other["id"]
    now = (await gql(api, "{ me { lo post { name } } }"))["data"]["me"]
    assert now["post"]["name"] == other["name"] and now["lo"] != told["lo"]
    strange = await gql(api, choose, id=str(city.posts["系统管理员"].id))
    assert strange["errors"][0]["extensions"]["code"] == "NOT_YOUR_POST"


async def test_losing_the_chosen_post_does_not_turn_into_acting_as_another(
    city: City, sees: asyncpg.Connection
) -> None:
    """What is half typed as one post must not be saved as another."""
    await city.appoint("xiangqiao", "潮安区经办")
    token = await city.session("xiangqiao")
    first = await city.identity.sessions.actor_of(token)
    assert first is not None
    await sees.execute(
        "update appointment set valid_until = current_date - 1 where post_id = $1 and person_id = $2",
        first.post_id,
        city.accounts["xiangqiao"].person_id,
    )
    now = await city.identity.sessions.actor_of(token)
    assert now is not None and now.post_id is None and not now.permissions


async def test_an_office_of_a_body_sees_the_body_and_a_post_may_be_given_another_scope(city: City) -> None:
    whole, county = city.units["市委"], city.units["潮安区"]
    acting = await city.actor("clerk")
    assert (acting.lo, acting.hi) == (whole.path, whole.path_end)
    async with city.work.write(await city.actor("admin")) as ctx:
        await accounts.set_scope(ctx, post_id=city.posts["综合科经办"].id, unit_id=county.id)
    acting = await city.actor("clerk")
    assert (acting.lo, acting.hi) == (county.path, county.path_end)
    async with city.work.write(await city.actor("admin")) as ctx:
        await accounts.set_scope(ctx, post_id=city.posts["综合科经办"].id)
    assert (await city.actor("clerk")).hi == whole.path_end


async def test_a_contact_leader_acts_as_the_post_and_sees_no_range(city: City) -> None:
    await city.account("v1", "副市长", kind=AccountKind.LEADER)
    acting = await city.actor("v1")
    assert acting.kind is ActorKind.LEADER and acting.self_id == city.posts["副市长"].id
    assert (acting.lo, acting.hi) == (0, 0)
    assert Permission.CONTACT_RECORD in acting.permissions


async def test_a_leader_whose_post_also_has_a_staff_role_acts_as_staff(city: City) -> None:
    await city.post("组长", "市委", "R4", "R1")
    await city.account("sec", "组长", kind=AccountKind.LEADER)
    acting = await city.actor("sec")
    assert acting.kind is ActorKind.STAFF and acting.self_id == city.posts["组长"].id
    assert {Permission.CONTACT_RECORD, Permission.CARD_ISSUE} <= acting.permissions


# Proving again --------------------------------------------------------------------------------------
async def test_exports_are_locked_until_the_code_is_entered_again(city: City, api: AsyncClient) -> None:
    with time_machine.travel("2026-03-02T09:00:00+08:00", tick=False) as then:
        token = await city.session("clerk")
        assert "roster:export" in (await gql(api, ME, token))["data"]["me"]["permissions"]
        then.shift(rules.STEP_UP)
        told = (await gql(api, ME, token))["data"]["me"]
        assert "roster:export" not in told["permissions"] and told["locked"] == ["roster:export"]
        acting = await city.identity.sessions.actor_of(token)
        assert acting is not None
        with pytest.raises(Exception, match="须先再次验证身份"):
            acting.require(Permission.ROSTER_EXPORT)
        prove = "mutation($c: String) { stepUp(code: $c) { stepUpUntil } }"
        wrong = await gql(api, prove, token, c="000000")
        assert wrong["errors"][0]["extensions"]["code"] == "TOTP_WRONG"
        assert (await gql(api, prove, token, c=code()))["data"]["stepUp"]
        assert "roster:export" in (await gql(api, ME, token))["data"]["me"]["permissions"]
        again = await gql(api, prove, token, c=code())
        assert again["errors"][0]["extensions"]["code"] == "TOTP_WRONG"  # a code counts once, here too


async def test_a_stolen_session_cannot_guess_the_code(city: City, api: AsyncClient) -> None:
    token = await city.session("clerk")
    prove = "mutation($c: String) { stepUp(code: $c) { id } }"
    codes = [
        (await gql(api, prove, token, c=f"{n:06d}"))["errors"][0]["extensions"]["code"] for n in range(7)
    ]
    assert codes == ["TOTP_WRONG"] * 5 + ["TOO_MANY_TRIES"] * 2


async def test_enrolment_needs_the_password_and_a_code_that_shows_it_worked(
    city: City, api: AsyncClient
) -> None:
    await city.account("fresh", "综合科经办", enrolled=False)
    await sign_in(api, "fresh")
    begin = "mutation($p: String!) { beginTotp(password: $p) { secret uri } }"
    assert (await gql(api, begin, p="wrong"))["errors"][0]["extensions"]["code"] == "PASSWORD_WRONG"
    early = await gql(api, 'mutation { confirmTotp(code: "123456") }')
    assert early["errors"][0]["extensions"]["code"] == "TOTP_NOT_BEGUN"
    given = (await gql(api, begin, p=PASSWORD))["data"]["beginTotp"]
    assert given["uri"].startswith("otpauth://totp/") and given["secret"] in given["uri"]
    confirm = "mutation($c: String!) { confirmTotp(code: $c) }"
    assert (await gql(api, confirm, c="000000"))["errors"][0]["extensions"]["code"] == "TOTP_WRONG"
    assert (await gql(api, confirm, c=rules.totp_code(given["secret"], clock.now())))["data"]["confirmTotp"]
    assert "roster:write" in (await gql(api, ME))["data"]["me"]["permissions"]
    assert (await gql(api, begin, p=PASSWORD))["errors"][0]["extensions"]["code"] == "TOTP_ALREADY_ENROLLED"


async def test_the_seed_of_the_codes_is_sealed(city: City, sees: asyncpg.Connection) -> None:
    from tests.identity.conftest import SECRET

    row = await sees.fetchrow("select id, totp_sealed from credential where totp_sealed is not null limit 1")
    assert SECRET.encode() not in row["totp_sealed"]
    assert city.services.vault.open("credential", "totp", row["id"], row["totp_sealed"]) == SECRET


async def test_a_new_password_signs_out_every_other_device(city: City, api: AsyncClient) -> None:
    here, there = await city.session("clerk"), await city.session("clerk")
    change = "mutation($o: String!, $n: String!) { changePassword(old: $o, new: $n) }"
    assert (await gql(api, change, here, o="wrong", n="Hanjiang-2027!"))["errors"][0]["extensions"][
        "code"
    ] == ("PASSWORD_WRONG")
    weak = await gql(api, change, here, o=PASSWORD, n="Password123!")
    assert weak["errors"][0]["extensions"]["code"] == "PASSWORD_TOO_WEAK"
    assert (await gql(api, change, here, o=PASSWORD, n="Hanjiang-2027!"))["data"]["changePassword"]
    assert (await gql(api, ME, there))["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"
    assert (await gql(api, ME, here))["data"]["me"]
    assert (await sign_in(api, "clerk", totp=code())).status_code == 401
    assert (await sign_in(api, "clerk", "Hanjiang-2027!", code())).status_code == 201


async def test_an_initial_password_must_be_changed_before_anything_else(
    city: City, api: AsyncClient, sees: asyncpg.Connection
) -> None:
    admin = await city.session("admin")
    reset = "mutation($id: UUID!) { resetPassword(accountId: $id) { login password } }"
    given = (await gql(api, reset, admin, id=str(city.accounts["clerk"].id)))["data"]["resetPassword"]
    assert (await sign_in(api, "clerk", given["password"], code())).status_code == 201
    told = (await gql(api, "{ me { permissions mustChangePassword } }"))["data"]["me"]
    assert told == {"permissions": [], "mustChangePassword": True}
    change = "mutation($o: String!, $n: String!) { changePassword(old: $o, new: $n) }"
    await gql(api, change, o=given["password"], n="Hanjiang-2027!")
    assert "roster:write" in (await gql(api, ME))["data"]["me"]["permissions"]


async def test_an_initial_password_lies_nowhere_in_the_clear(
    city: City, api: AsyncClient, sees: asyncpg.Connection
) -> None:
    admin = await city.session("admin")
    reset = "mutation($id: UUID!) { resetPassword(accountId: $id) { password } }"
    answer = await api.post(
        "/graphql",
        json={"query": reset, "variables": {"id": str(city.accounts["clerk"].id)}},
        headers={"authorization": f"Bearer {admin}", "idempotency-key": "k1"},
    )
    given = answer.json()["data"]["resetPassword"]["password"]
    for table in ("credential", "audit", "outbox", "idempotency"):
        rows = await sees.fetch(f"select t::text as row from {table} t")
        assert not [r for r in rows if given in r["row"]], table


async def test_an_unbound_authenticator_is_bound_again_at_the_next_sign_in(
    city: City, api: AsyncClient
) -> None:
    token = await city.session("clerk")
    async with city.work.write(await city.actor("admin")) as ctx:
        await accounts.unbind_totp(ctx, account_id=city.accounts["clerk"].id)
    assert (await gql(api, ME, token))["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"
    assert (await sign_in(api, "clerk")).status_code == 201
    assert (await gql(api, "{ me { mustEnrolTotp permissions } }"))["data"]["me"] == {
        "mustEnrolTotp": True,
        "permissions": [],
    }


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
