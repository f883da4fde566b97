"""Signing in: two steps for staff, the same answer for every failure, one code once, tries counted."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest
import time_machine
from httpx import AsyncClient
from tests.identity.conftest import PASSWORD, City, code, gql, sign_in

from bole.core import clock
from bole.core.actor import ActorKind
from bole.core.permissions import Permission
from bole.identity import passwords, throttle
from bole.identity.models import Account
from bole.identity.rules import LOGIN, PAIR, SOURCE, AccountKind, Bucket, TooManyTries


async def test_staff_signs_in_with_password_and_code_and_becomes_the_post(
    city: City, api: AsyncClient
) -> None:
    answer = await sign_in(api, "xiangqiao", totp=code())
    assert answer.status_code == 201, answer.text
    assert answer.json()["token"] is None
    told = (await gql(api, "{ me { name kind post { name unit } permissions lo hi } }"))["data"]["me"]
    county = city.units["湘桥区"]
    assert told["post"] == {"name": "湘桥区经办", "unit": "湘桥区人才办"}
    assert (told["kind"], told["lo"], told["hi"]) == ("staff", str(county.path), str(county.path_end))
    assert "roster:write" in told["permissions"]


async def test_the_cookie_is_hidden_from_scripts_and_from_other_sites(api: AsyncClient) -> None:
    set_cookie = (await sign_in(api, "clerk", totp=code())).headers["set-cookie"]
    assert "HttpOnly" in set_cookie and "SameSite=lax" in set_cookie and "Path=/" in set_cookie
    assert "Domain" not in set_cookie


async def test_only_the_digest_of_the_token_is_stored(
    city: City, api: AsyncClient, sees: asyncpg.Connection
) -> None:
    answer = await api.post(
        "/api/v1/session", json={"login": "clerk", "password": PASSWORD, "totp": code(), "wants_token": True}
    )
    token = answer.json()["token"]
    assert "set-cookie" not in answer.headers
    assert len(token) >= 43  # 256 bits
    stored = await sees.fetchval("select token_hash from session order by created_at desc limit 1")
    assert len(stored) == 32 and token.encode() not in stored
    assert (await gql(api, "{ me { login } }", token))["data"]["me"]["login"] == "clerk"


async def test_a_login_name_is_one_however_it_is_typed(api: AsyncClient) -> None:
    assert (await sign_in(api, "  ＣＬＥＲＫ ", totp=code())).status_code == 201


@pytest.mark.parametrize(
    ("login", "password"), [("nobody", PASSWORD), ("clerk", "wrong-Password-1"), ("gone", PASSWORD)]
)
async def test_unknown_user_wrong_password_and_disabled_account_are_answered_alike(
    city: City, api: AsyncClient, sees: asyncpg.Connection, login: str, password: str
) -> None:
    await city.account("gone", "综合科经办")
    await sees.execute("update account set status = 'disabled' where login = 'gone'")
    answer = await sign_in(api, login, password, code())
    body = answer.json()
    assert (answer.status_code, body["code"]) == (401, "SIGN_IN_REFUSED")
    assert (
        body["title"]
        == "登录名、密码或动态码不正确。请核对后再试；忘记密码或动态码失效，请联系您单位的系统管理员。"
    )
    assert set(body) == {"type", "title", "status", "code"}


async def test_an_unknown_user_costs_the_same_work_as_a_wrong_password(
    city: City, api: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path, not the clock: one digest is compared and one failure recorded, whoever it is."""
    compared: list[bool] = []
    verify = passwords._HASHER.verify
    update = passwords._HASHER.verify_and_update
    monkeypatch.setattr(passwords._HASHER, "verify", lambda *a: compared.append(True) or verify(*a))
    monkeypatch.setattr(
        passwords._HASHER, "verify_and_update", lambda *a: compared.append(True) or update(*a)
    )
    seen = {}
    for login in ("nobody", "clerk"):
        compared.clear()
        await sign_in(api, login, "wrong-Password-1", code())
        async with city.services.database.pool("bole_system").acquire() as db:
            failures = await db.fetchval(
                "select count(*) from audit where operations = array['identity.sign_in_refused']"
            )
        seen[login] = (len(compared), failures)
    assert seen == {"nobody": (1, 1), "clerk": (1, 2)}


async def test_staff_without_a_code_is_asked_for_it_only_after_the_right_password(api: AsyncClient) -> None:
    assert (await sign_in(api, "clerk")).json()["code"] == "TOTP_REQUIRED"
    assert (await sign_in(api, "clerk", "wrong-Password-1")).json()["code"] == "SIGN_IN_REFUSED"


async def test_a_code_is_accepted_once(api: AsyncClient) -> None:
    shown = code()
    assert (await sign_in(api, "clerk", totp=shown)).status_code == 201
    again = await sign_in(api, "clerk", totp=shown)
    assert (again.status_code, again.json()["code"]) == (401, "SIGN_IN_REFUSED")


async def test_of_two_sign_ins_with_one_code_at_once_one_succeeds(api: AsyncClient) -> None:
    shown = code()
    answers = await asyncio.gather(*(sign_in(api, "clerk", totp=shown) for _ in range(3)))
    assert sorted(a.status_code for a in answers) == [201, 401, 401]


@pytest.mark.parametrize(("late", "status"), [(-30, 201), (0, 201), (30, 201), (-90, 401), (90, 401)])
async def test_a_phone_clock_may_be_half_a_minute_off_and_no_more(
    api: AsyncClient, late: int, status: int
) -> None:
    with time_machine.travel("2026-03-02T09:00:05+08:00", tick=False):
        answer = await sign_in(api, "clerk", totp=code(timedelta(seconds=late)))
    assert answer.status_code == status


async def test_a_talent_and_a_counter_need_no_code(
    city: City, api: AsyncClient, sees: asyncpg.Connection
) -> None:
    await city.account("talent", kind=AccountKind.TALENT, talent_id=city.accounts["clerk"].id, role_code="R9")
    assert (await sign_in(api, "talent")).status_code == 201
    acting = await city.actor("talent")
    assert acting.kind is ActorKind.TALENT and acting.self_id == city.accounts["clerk"].id
    assert (acting.lo, acting.hi) == (0, 0)
    assert acting.permissions == {Permission.SELF_READ, Permission.CARD_READ}


async def test_signing_in_over_anothers_session_is_signing_in_as_oneself(
    city: City, api: AsyncClient
) -> None:
    """The browser still sends the cookie of a talent, who reaches nobody's credential but the own."""
    await city.account("talent", kind=AccountKind.TALENT, talent_id=city.accounts["clerk"].id, role_code="R9")
    await sign_in(api, "talent")
    assert (await sign_in(api, "clerk", totp=code())).status_code == 201
    assert (await gql(api, "{ me { login } }"))["data"]["me"]["login"] == "clerk"


async def test_staff_without_authenticator_can_only_set_up_the_account(city: City, api: AsyncClient) -> None:
    await city.account("fresh", "综合科经办", enrolled=False)
    assert (await sign_in(api, "fresh")).status_code == 201
    told = (await gql(api, "{ me { permissions mustEnrolTotp } }"))["data"]["me"]
    assert told == {"permissions": [], "mustEnrolTotp": True}


async def test_failures_are_counted_and_told_at_the_next_success(api: AsyncClient) -> None:
    for _ in range(3):
        await sign_in(api, "clerk", "wrong-Password-1", code())
    assert (await sign_in(api, "clerk", totp=code())).json()["failed_attempts"] == 3


async def test_sign_ins_and_failures_stand_in_the_audit(
    city: City, api: AsyncClient, sees: asyncpg.Connection
) -> None:
    await sign_in(api, "clerk", "wrong-Password-1", code())
    await sign_in(api, "clerk", totp=code())
    rows = await sees.fetch(
        "select actor_name, operations, changes::text from audit where actor_name = 'clerk'"
    )
    assert [r["operations"] for r in rows] == [["identity.sign_in_refused"], ["identity.sign_in"]]
    assert "argon2" not in "".join(r["changes"] for r in rows) and PASSWORD not in "".join(
        r["changes"] for r in rows
    )
    assert await sees.fetchval("select fact from outbox") == "SignedIn"


async def test_a_demo_account_stays_shut_in_production(
    city: City, api: AsyncClient, sees: asyncpg.Connection
) -> None:
    class Production:
        production, partner_max_age, public_url, oidc_issuer = True, 60, "https://x", None

    await sees.execute("update account set demo = true where login = 'clerk'")
    city.services.settings = Production()
    assert (await sign_in(api, "clerk", totp=code())).json()["code"] == "SIGN_IN_REFUSED"
    answer = await sign_in(api, "admin", totp=code())
    assert (
        answer.headers["set-cookie"].startswith("__Host-bole=") and "Secure" in answer.headers["set-cookie"]
    )


# Throttle -----------------------------------------------------------------------------------------
async def test_of_four_hundred_tries_at_once_exactly_five_are_let_through(city: City) -> None:
    wanted = [("pair x 10.0.0.9", PAIR), ("source 10.0.0.9", Bucket(1000, timedelta(seconds=1)))]

    async def attempt() -> bool:
        try:
            await throttle.take(city.services, wanted, clock.now())
        except TooManyTries:
            return False
        return True

    assert sum(await asyncio.gather(*(attempt() for _ in range(400)))) == PAIR.capacity


async def test_the_sixth_try_waits_and_says_for_how_long(api: AsyncClient) -> None:
    with time_machine.travel("2026-03-02T09:00:05+08:00", tick=False) as then:
        for _ in range(PAIR.capacity):
            assert (await sign_in(api, "clerk", "wrong-Password-1", "0")).status_code == 401
        answer = await sign_in(api, "clerk", totp=code())
        assert (answer.status_code, answer.json()["code"]) == (429, "TOO_MANY_TRIES")
        assert answer.headers["retry-after"] == "60"
        then.shift(60)
        assert (await sign_in(api, "clerk", totp=code())).status_code == 201


async def test_a_success_gives_the_tries_back(api: AsyncClient) -> None:
    for i in range(3):
        await sign_in(api, "clerk", "wrong-Password-1", "0")
        await sign_in(api, "clerk", "wrong-Password-1", "0")
        answer = await sign_in(api, "clerk", totp=code(timedelta(seconds=30 * (i - 1))))
        assert answer.status_code == 201


async def test_nobody_is_locked_out_of_the_own_office_by_a_guesser_elsewhere(city: City) -> None:
    from bole.identity import rules

    now = clock.now()
    for n in range(LOGIN.capacity):
        await throttle.take(city.services, rules.buckets("clerk", f"203.0.113.{n}", known=False), now)
    with pytest.raises(TooManyTries):
        await throttle.take(city.services, rules.buckets("clerk", "203.0.113.99", known=False), now)
    await throttle.take(city.services, rules.buckets("clerk", "10.0.0.1", known=True), now)


async def test_one_address_cannot_try_every_login(city: City) -> None:
    from bole.identity import rules

    now = clock.now()
    for n in range(SOURCE.capacity):
        await throttle.take(city.services, rules.buckets(f"u{n}", "203.0.113.7", known=False), now)
    with pytest.raises(TooManyTries):
        await throttle.take(city.services, rules.buckets("another", "203.0.113.7", known=False), now)


async def test_an_office_that_signed_in_before_is_known(city: City, api: AsyncClient) -> None:
    from bole.identity import reports

    pool = city.services.database.pool("bole_system")
    since = clock.now() - timedelta(days=30)
    assert not (await pool.fetchrow(reports.OWNER, "clerk", "127.0.0.1", since))["known"]
    assert (await sign_in(api, "clerk", totp=code())).status_code == 201
    assert (await pool.fetchrow(reports.OWNER, "clerk", "127.0.0.1", since))["known"]


async def test_hashing_never_holds_a_database_connection(city: City, api: AsyncClient) -> None:
    """Thirty people sign in on Monday morning; the pool has ten connections, and reads go on meanwhile."""
    for n in range(12):
        await city.account(f"u{n}", "综合科经办")
    answers = await asyncio.gather(*(sign_in(api, f"u{n}", totp=code()) for n in range(12)))
    assert [a.status_code for a in answers] == [201] * 12


async def test_account_rows_stay_out_of_reach_of_talents(city: City, sees: asyncpg.Connection) -> None:
    me = await city.account(
        "talent", kind=AccountKind.TALENT, talent_id=city.accounts["clerk"].id, role_code="R9"
    )
    async with city.work.read(await city.actor("talent")) as ctx:
        from sqlmodel import select

        assert [a.id for a in (await ctx.db.exec(select(Account))).all()] == [me.id]
