"""Proving again to be oneself: step-up, authenticator, password."""

import asyncpg
import pytest
import time_machine
from httpx import AsyncClient
from tests.identity.conftest import PASSWORD, City, code, gql, sign_in

from bole.core import clock
from bole.core.actor import PLATFORM
from bole.core.permissions import Permission
from bole.identity import accounts, rules, service

ME = "{ me { login post { name } permissions locked } }"


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


async def test_whoever_is_to_prove_again_is_asked_at_the_next_act(city: City, api: AsyncClient) -> None:
    token = await city.session("clerk")
    assert "roster:export" in (await gql(api, ME, token))["data"]["me"]["permissions"]
    async with city.work.write(PLATFORM) as ctx:
        await service.ask_again(ctx, city.accounts["clerk"].id)
    told = (await gql(api, ME, token))["data"]["me"]
    assert "roster:export" not in told["permissions"] and told["locked"] == ["roster:export"]


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
