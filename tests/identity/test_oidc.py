"""Sign-in through an identity provider, against one that really runs, honest and not."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest
import time_machine
from httpx import ASGITransport, AsyncClient
from tests.identity.conftest import City, gql
from tests.support.oidc_provider import CLIENT, CLIENT_SECRET, Provider, running

from bole.app import create_app
from bole.core.actor import PLATFORM
from bole.core.errors import InvalidInput
from bole.identity.accounts import link_oidc
from bole.identity.models import Account
from bole.identity.rules import AccountKind
from bole.settings import Settings

LIES = [
    "another nonce",
    "no nonce",
    "another audience",
    "several audiences without azp",
    "another issuer",
    "expired",
    "no expiry",
    "issued in the future",
    "no subject",
    "another key",
    "alg none",
    "hmac by the public key",
    "signature cut off",
    "no jwt at all",
    "no id token",
    "another state",
]


@asynccontextmanager
async def browser(city: City, provider: Provider) -> AsyncIterator[AsyncClient]:
    """A browser on an app whose settings name this provider."""
    city.services.settings = Settings(
        oidc_issuer=provider.issuer, oidc_client_id=CLIENT, oidc_client_secret=CLIENT_SECRET
    )
    city.services.extras.pop("oidc", None)
    transport = ASGITransport(create_app(city.services, city.identity), raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://bole.test") as client:
        client.headers["x-bole-request"] = "1"
        yield client


async def link(city: City, login: str, provider: Provider, subject: str = "u-1001") -> None:
    async with city.work.write(PLATFORM) as ctx:
        account = await ctx.lock(Account, city.accounts[login].id)
        account.oidc_issuer, account.oidc_subject = provider.issuer, subject


async def begin(client: AsyncClient, provider: Provider) -> str:
    """Starts, consents at the provider, and returns the address that the provider sends the browser back to."""
    away = await client.get("/api/v1/oidc/start")
    assert away.status_code == 302, away.text
    target = urlsplit(away.headers["location"])
    assert f"{target.scheme}://{target.netloc}{target.path}" == provider.issuer + "/authorize"
    return provider.authorize({k: v[0] for k, v in parse_qs(target.query).items()})


async def test_whom_the_provider_vouches_for_is_signed_in_with_the_access_of_the_post(city: City) -> None:
    async with running() as provider, browser(city, provider) as client:
        await link(city, "xiangqiao", provider)
        home = await client.get(await begin(client, provider))
        assert (home.status_code, home.headers["location"]) == (303, "/")
        told = (await gql(client, "{ me { login post { name } permissions } }"))["data"]["me"]
        assert told["login"] == "xiangqiao" and "roster:write" in told["permissions"]


async def test_an_account_is_linked_to_no_provider_but_ours(city: City) -> None:
    """A mistyped address would be kept, and nobody could ever sign in by it."""
    account = city.accounts["xiangqiao"].id
    async with running() as provider, browser(city, provider) as client:
        async with city.work.write(await city.actor("admin")) as ctx:
            with pytest.raises(InvalidInput, match=re.escape(provider.issuer)) as no:
                await link_oidc(ctx, account_id=account, issuer=provider.issuer + "/", subject="u-1001")
            await link_oidc(ctx, account_id=account, issuer=provider.issuer, subject="u-1001")
        assert no.value.field == "issuer"
        assert (await client.get(await begin(client, provider))).headers["location"] == "/"


async def test_the_providers_word_stands_for_both_factors(city: City) -> None:
    """An account without password and authenticator of ours is whole when the provider vouches for it."""
    await city.account("sso-only", "综合科经办", enrolled=False)
    async with running() as provider, browser(city, provider) as client:
        await link(city, "sso-only", provider)
        await client.get(await begin(client, provider))
        told = (await gql(client, "{ me { mustEnrolTotp mustChangePassword permissions } }"))["data"]["me"]
        assert not told["mustEnrolTotp"] and not told["mustChangePassword"] and told["permissions"]


async def test_a_talent_signs_in_as_the_talent(city: City) -> None:
    await city.account("talent", kind=AccountKind.TALENT, talent_id=city.accounts["clerk"].id, role_code="R9")
    async with running() as provider, browser(city, provider) as client:
        await link(city, "talent", provider)
        await client.get(await begin(client, provider))
        assert (await gql(client, "{ me { kind } }"))["data"]["me"]["kind"] == "talent"


@pytest.mark.parametrize("lie", LIES)
async def test_a_hostile_answer_opens_no_session(city: City, lie: str, sees: asyncpg.Connection) -> None:
    async with running(lie) as provider, browser(city, provider) as client:
        await link(city, "xiangqiao", provider)
        back = await client.get(await begin(client, provider))
        assert (back.status_code, back.headers["location"]) == (303, "/?refused=OIDC_REFUSED")
        assert "bole" not in client.cookies
        assert await sees.fetchval("select count(*) from session") == 0


async def test_the_answer_of_another_issuers_metadata_is_not_asked_for(city: City) -> None:
    async with running("metadata of another issuer") as provider, browser(city, provider) as client:
        answer = await client.get("/api/v1/oidc/start")
        assert (answer.status_code, answer.json()["code"]) == (401, "OIDC_REFUSED")


async def test_a_provider_that_is_away_is_told_and_comes_back(city: City) -> None:
    async with running("away") as provider, browser(city, provider) as client:
        await link(city, "xiangqiao", provider)
        answer = await client.get("/api/v1/oidc/start")
        assert (answer.status_code, answer.json()["code"]) == (503, "UNAVAILABLE")
        provider.lie = None
        assert (await client.get(await begin(client, provider))).headers["location"] == "/"


async def test_a_callback_played_twice_signs_in_once(city: City, sees: asyncpg.Connection) -> None:
    async with running() as provider, browser(city, provider) as client:
        await link(city, "xiangqiao", provider)
        address = await begin(client, provider)
        cookies = dict(client.cookies)
        assert (await client.get(address)).headers["location"] == "/"
        client.cookies.clear()
        again = await client.get(address, headers={"cookie": f"bole-oidc={cookies['bole-oidc']}"})
        assert again.headers["location"] == "/?refused=OIDC_REFUSED"
        assert await sees.fetchval("select count(*) from session") == 1
        assert provider.calls.count("POST /token") == 1


async def test_nobody_is_signed_in_by_an_address_that_another_browser_began(
    city: City, sees: asyncpg.Connection
) -> None:
    """Login CSRF: the attacker begins, stops before the callback, and sends the victim there."""
    async with running() as provider, browser(city, provider) as attacker, browser(city, provider) as victim:
        await link(city, "xiangqiao", provider)
        address = await begin(attacker, provider)
        assert (await victim.get(address)).headers["location"] == "/?refused=OIDC_REFUSED"
        await begin(victim, provider)  # even one that has an attempt of its own under way
        assert (await victim.get(address)).headers["location"] == "/?refused=OIDC_REFUSED"
        assert await sees.fetchval("select count(*) from session") == 0


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/oidc/callback",
        "/api/v1/oidc/callback?code=x",
        "/api/v1/oidc/callback?state=x",
        "/api/v1/oidc/callback?code=x&state=x",
        "/api/v1/oidc/callback?error=access_denied&error_description=<script>",
    ],
)
async def test_a_callback_out_of_nowhere_is_refused(city: City, address: str) -> None:
    async with running() as provider, browser(city, provider) as client:
        assert (await client.get(address)).headers["location"] == "/?refused=OIDC_REFUSED"
        assert "POST /token" not in provider.calls


async def test_an_attempt_left_lying_is_stale_after_ten_minutes(city: City) -> None:
    async with running() as provider, browser(city, provider) as client:
        await link(city, "xiangqiao", provider)
        with time_machine.travel("2026-03-02T09:00:00+08:00", tick=True) as then:
            address = await begin(client, provider)
            then.shift(601)
            assert (await client.get(address)).headers["location"] == "/?refused=OIDC_REFUSED"


@pytest.mark.parametrize("state", ["unknown", "disabled", "of another provider"])
async def test_a_stranger_to_us_is_no_account(city: City, state: str, sees: asyncpg.Connection) -> None:
    async with running() as provider, browser(city, provider) as client:
        if state != "unknown":
            await link(city, "xiangqiao", provider)
        if state == "disabled":
            await sees.execute("update account set status = 'disabled' where login = 'xiangqiao'")
        if state == "of another provider":
            await sees.execute("update account set oidc_issuer = 'https://other' where login = 'xiangqiao'")
        back = await client.get(await begin(client, provider))
        assert back.headers["location"] == "/?refused=OIDC_NO_ACCOUNT"


async def test_a_key_that_the_provider_changed_is_fetched_again(city: City) -> None:
    from joserfc.jwk import RSAKey

    async with running() as provider, browser(city, provider) as client:
        await link(city, "xiangqiao", provider)
        await client.get(await begin(client, provider))
        client.cookies.clear()
        provider.key = RSAKey.generate_key(2048, {"kid": "k2"})
        original = provider.id_token

        def by_the_new_key(asked: Any) -> str:
            from joserfc import jwt

            claims = jwt.decode(original(asked), provider.key).claims
            return jwt.encode({"alg": "RS256", "kid": "k2"}, claims, provider.key)

        provider.id_token = by_the_new_key  # type: ignore[method-assign]
        assert (await client.get(await begin(client, provider))).headers["location"] == "/"


async def test_what_lies_in_the_database_meanwhile_names_no_state(
    city: City, sees: asyncpg.Connection
) -> None:
    async with running() as provider, browser(city, provider) as client:
        address = await begin(client, provider)
        state = parse_qs(urlsplit(address).query)["state"][0]
        row = await sees.fetchrow("select * from oidc_attempt")
        assert state.encode() not in row["key_hash"] and len(row["key_hash"]) == 32


async def test_without_settings_there_is_no_such_sign_in(city: City, api: AsyncClient) -> None:
    assert (await api.get("/api/v1/oidc/start")).status_code == 404


async def test_the_cookie_of_an_attempt_is_secure_behind_https(city: City) -> None:
    async with running() as provider, browser(city, provider) as client:
        city.services.settings = Settings(
            oidc_issuer=provider.issuer, oidc_client_id=CLIENT, oidc_client_secret=CLIENT_SECRET,
            public_url="https://rencai.example.gov.cn",
        )  # fmt: skip
        away = await client.get("/api/v1/oidc/start")
        assert (
            away.headers["set-cookie"].startswith("__Host-bole-oidc=")
            and "Secure" in away.headers["set-cookie"]
        )
        asked = parse_qs(urlsplit(away.headers["location"]).query)
        assert asked["redirect_uri"] == ["https://rencai.example.gov.cn/api/v1/oidc/callback"]
        assert asked["code_challenge_method"] == ["S256"] and len(asked["nonce"][0]) >= 20
