"""Signed partner calls: the whole request, just now, once, by a key in force; everything else is refused."""

import asyncio
import base64
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import asyncpg
import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from httpx import ASGITransport, AsyncClient
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from tests.identity.conftest import City, gql

from bole.app import create_app
from bole.core import clock
from bole.core.actor import ActorKind
from bole.core.errors import InvalidInput
from bole.core.permissions import Permission
from bole.identity import partner_keys, signing
from bole.identity.models import Partner, PartnerKey
from bole.identity.rules import AccountKind, KeyAlgorithm
from bole.identity.signing import REQUIRED, SignatureRefused, sign_request
from bole.settings import ROOT

PRIVATE = Ed25519PrivateKey.generate()
BODY = b'{"card":"C-1","service":"checkup"}'
URL = "http://bole.test/partner/v1/echo?day=2026-03-02&x=%E7%94%B2"


@pytest.fixture
async def hospital(city: City) -> Partner:
    async with city.work.write(await admin(city)) as ctx:
        made = await partner_keys.register_partner(ctx, code="hospital", name="市中心医院", role="R10")
        await partner_keys.grant_service(ctx, partner_id=made.id, service="checkup")
    return made


async def admin(city: City) -> Any:
    if "exchange" not in city.accounts:
        await city.account("exchange", "数据共享管理员")
    return await city.actor("exchange")


@pytest.fixture
async def key(city: City, hospital: Partner) -> PartnerKey:
    public = base64.b64encode(PRIVATE.public_key().public_bytes_raw()).decode()
    async with city.work.write(await admin(city)) as ctx:
        return await partner_keys.add_partner_key(ctx, partner_id=hospital.id, public_key=public)


@pytest.fixture
async def partner(city: City) -> AsyncIterator[AsyncClient]:
    """The app with one more route, which tells who called and with what."""

    async def echo(request: Request) -> JSONResponse:
        actor = await city.identity(request)
        body = (await request.body()).decode()
        return JSONResponse({"name": actor.name if actor else None, "body": body})

    await city.identity.start()
    app = create_app(city.services, city.identity)
    app.router.routes.insert(0, Route("/partner/v1/echo", echo, methods=["GET", "POST", "PUT"]))
    app.router.routes.insert(0, Route("/partner/v1/other", echo, methods=["POST"]))
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://bole.test") as client:
        yield client


def signed(key: PartnerKey, /, **more: Any) -> dict[str, str]:
    given: dict[str, Any] = {"method": "POST", "url": URL, "body": BODY, "key_id": key.key_id, "key": PRIVATE}
    given |= more
    return sign_request(given.pop("method"), given.pop("url"), given.pop("body"), **given)


async def send(client: AsyncClient, headers: dict[str, str], **more: Any) -> Any:
    given: dict[str, Any] = {"method": "POST", "url": URL, "content": BODY, "headers": headers}
    return (await client.request(**(given | more))).json()


async def test_a_signed_call_comes_from_the_partner_and_may_what_its_role_may(
    city: City, partner: AsyncClient, key: PartnerKey
) -> None:
    assert await send(partner, signed(key)) == {"name": "市中心医院", "body": BODY.decode()}
    row = await city.identity.partners._ask(key.key_id)
    assert row is not None
    acting = row.value.actor
    assert acting.kind is ActorKind.PARTNER and acting.self_id == acting.id == key.partner_id
    assert acting.permissions == {Permission.CARD_VERIFY, Permission.CARD_REDEEM}


async def test_a_call_without_a_body_is_signed_too(partner: AsyncClient, key: PartnerKey) -> None:
    headers = signed(key, method="GET", body=b"")
    assert (await send(partner, headers, method="GET", content=b""))["name"] == "市中心医院"


TAMPERED: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("another body", {}, {"content": BODY.replace(b"C-1", b"C-2")}),
    ("no body", {}, {"content": b""}),
    ("another method", {}, {"method": "PUT"}),
    ("another path", {}, {"url": URL.replace("echo", "other")}),
    ("another query", {}, {"url": URL.replace("03-02", "03-03")}),
    ("no query", {}, {"url": "http://bole.test/partner/v1/echo"}),
    ("another spelling of the query", {}, {"url": URL.replace("%E7", "%e7")}),
    ("another host", {}, {"url": URL.replace("bole.test", "evil.test")}),
    ("another key", {"key": Ed25519PrivateKey.generate()}, {}),
    ("an unknown key id", {"key_id": "hospital-00000000"}, {}),
    ("a shared secret in place of the key", {"key": PRIVATE.public_key().public_bytes_raw()}, {}),
]


@pytest.mark.parametrize(("made", "sent"), [(m, s) for _, m, s in TAMPERED], ids=[n for n, _, _ in TAMPERED])
async def test_what_was_not_signed_is_refused(
    partner: AsyncClient, key: PartnerKey, made: dict[str, Any], sent: dict[str, Any]
) -> None:
    answer = await send(partner, signed(key, **made), **sent)
    assert (answer["status"], answer["code"]) == (401, "SIGNATURE_REFUSED")


@pytest.mark.parametrize("missing", REQUIRED)
async def test_a_signature_that_leaves_a_part_out_is_refused(
    partner: AsyncClient, key: PartnerKey, missing: str
) -> None:
    covered = tuple(part for part in REQUIRED if part != missing)
    headers = signed(key, covered=covered)
    if missing == "content-digest":
        # the helper signs the digest of any body it is given: leave it out as a careless client would
        headers = sign_request("POST", URL, b"", key_id=key.key_id, key=PRIVATE, covered=covered)
        del headers["Content-Digest"]
    answer = await send(partner, headers, **({"content": b""} if missing == "content-digest" else {}))
    assert answer["code"] == "SIGNATURE_REFUSED", answer


async def test_the_same_request_counts_once(partner: AsyncClient, key: PartnerKey) -> None:
    headers = signed(key)
    assert "name" in await send(partner, headers)
    again = await send(partner, headers)
    assert again["code"] == "SIGNATURE_REFUSED" and "nonce" in again["reason"]


async def test_of_twenty_copies_at_once_one_counts(partner: AsyncClient, key: PartnerKey) -> None:
    headers = signed(key)
    answers = await asyncio.gather(*(send(partner, headers) for _ in range(20)))
    assert len([a for a in answers if "name" in a]) == 1


async def test_a_nonce_is_its_keys_own(
    city: City, partner: AsyncClient, key: PartnerKey, hospital: Partner
) -> None:
    other = Ed25519PrivateKey.generate()
    pem = other.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    async with city.work.write(await admin(city)) as ctx:
        second = await partner_keys.add_partner_key(ctx, partner_id=hospital.id, public_key=pem)
    nonce = "the-same-nonce-twice"
    assert "name" in await send(partner, signed(key, nonce=nonce))
    assert "name" in await send(partner, signed(second, key=other, nonce=nonce))


@pytest.mark.parametrize(("age", "good"), [(0, True), (59, True), (61, False), (-4, True), (-30, False)])
async def test_a_signature_is_good_for_a_minute(
    partner: AsyncClient, key: PartnerKey, age: int, good: bool
) -> None:
    with time_machine.travel((clock.now() + timedelta(seconds=1)).replace(microsecond=0), tick=False):
        answer = await send(partner, signed(key, created=clock.now() - timedelta(seconds=age)))
    assert ("name" in answer) is good, answer


@pytest.mark.parametrize(
    "nonce", ["short", "x" * 65, "中文中文中文中文中文中文中文中文"], ids=["short", "long", "not ascii"]
)
async def test_a_nonce_has_a_sane_length(partner: AsyncClient, key: PartnerKey, nonce: str) -> None:
    if not nonce.isascii():
        headers = {
            "signature-input": f'bole=("@method");created=1;keyid="k";nonce="{nonce}"'.encode(),
            "signature": b"x",
        }
        answer = await send(partner, headers)  # type: ignore[arg-type]
    else:
        answer = await send(partner, signed(key, nonce=nonce))
    assert answer["code"] == "SIGNATURE_REFUSED"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "bole",
        "bole=1",
        "bole=()",
        'bole=("@method");created=1;keyid="k"',
        'bole=("@method");created=1;nonce="0123456789abcdef"',
        'bole=("@method");created="1";keyid="k";nonce="0123456789abcdef"',
        'bole=("@method");created=?1;keyid="k";nonce="0123456789abcdef"',
        'bole=("@method");created=99999999999999;keyid="k";nonce="0123456789abcdef"',
        'a=("@method");created=1;keyid="k";nonce="0123456789abcdef", b=("@method")',
        "=" * 5000,
    ],
)
async def test_a_broken_signature_input_is_refused_in_words(partner: AsyncClient, said: str) -> None:
    answer = await send(partner, {"signature-input": said, "signature": "bole=:AAAA:"})
    assert (answer["status"], answer["code"]) == (401, "SIGNATURE_REFUSED"), answer


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=120))
@settings(max_examples=200)
def test_any_text_for_a_signature_input_is_refused_and_never_crashes(said: str) -> None:
    with pytest.raises(SignatureRefused):
        signing.claimed(said)


@given(st.binary(max_size=80), st.binary(max_size=40))
@settings(max_examples=50, deadline=None)
def test_a_signature_never_fits_two_bodies(body: bytes, other: bytes) -> None:
    headers = sign_request("POST", URL, body, key_id="k", key=PRIVATE)
    key = signing.SigningKey("k", KeyAlgorithm.ED25519, PRIVATE.public_key().public_bytes_raw())
    message = signing.Message("POST", URL, signing.Headers(headers.items()))
    claim = signing.claimed(headers["Signature-Input"])
    signing.check(message, body, key, claim, now=clock.now(), max_age=60)
    if body != other:
        with pytest.raises(SignatureRefused):
            signing.check(message, other, key, claim, now=clock.now(), max_age=60)


# Keys -----------------------------------------------------------------------------------------------
async def test_a_shared_secret_is_told_once_and_lies_sealed(
    city: City, partner: AsyncClient, hospital: Partner, sees: asyncpg.Connection
) -> None:
    async with city.work.write(await admin(city)) as ctx:
        issued = await partner_keys.issue_partner_secret(ctx, partner_id=hospital.id)
    secret = base64.b64decode(issued.secret)
    headers = sign_request("POST", URL, BODY, key_id=issued.key_id, key=secret)
    assert (await send(partner, headers))["name"] == "市中心医院"
    dump = await sees.fetchval("select string_agg(k::text, '') from partner_key k")
    assert secret.hex() not in dump and issued.secret not in dump
    audit = await sees.fetchval("select string_agg(a::text, '') from audit a")
    assert secret.hex() not in audit and issued.secret not in audit


async def test_a_revoked_key_is_refused_at_the_next_call(
    city: City, partner: AsyncClient, key: PartnerKey
) -> None:
    assert "name" in await send(partner, signed(key))
    async with city.work.write(await admin(city)) as ctx:
        await partner_keys.revoke_partner_key(ctx, key_id=key.id)
    assert (await send(partner, signed(key)))["code"] == "SIGNATURE_REFUSED"


async def test_a_suspended_partner_is_refused_and_so_are_its_counters(
    city: City, partner: AsyncClient, key: PartnerKey, hospital: Partner
) -> None:
    await city.account("counter", kind=AccountKind.PARTNER_OPERATOR, partner_id=hospital.id, role_code="R10")
    token = await city.session("counter")
    counter = await city.identity.sessions.actor_of(token)
    assert counter is not None and counter.kind is ActorKind.PARTNER and counter.self_id == hospital.id
    async with city.work.write(await admin(city)) as ctx:
        await partner_keys.suspend_partner(ctx, partner_id=hospital.id)
    assert (await send(partner, signed(key)))["code"] == "SIGNATURE_REFUSED"
    assert await city.identity.sessions.actor_of(token) is None
    async with city.work.write(await admin(city)) as ctx:
        await partner_keys.resume_partner(ctx, partner_id=hospital.id)
    assert "name" in await send(partner, signed(key))


async def test_a_key_ends_on_its_day_and_the_next_one_overlaps_it(
    city: City, partner: AsyncClient, hospital: Partner
) -> None:
    public = base64.b64encode(PRIVATE.public_key().public_bytes_raw()).decode()
    with time_machine.travel("2026-03-02T09:00:00+08:00", tick=False) as then:
        async with city.work.write(await admin(city)) as ctx:
            old = await partner_keys.add_partner_key(ctx, partner_id=hospital.id, public_key=public, days=2)
        then.shift(timedelta(days=1))
        async with city.work.write(await admin(city)) as ctx:
            new = await partner_keys.add_partner_key(ctx, partner_id=hospital.id, public_key=public)
        assert "name" in await send(partner, signed(old)) and "name" in await send(partner, signed(new))
        then.shift(timedelta(days=1, seconds=2))
        assert "name" not in await send(partner, signed(old)) and "name" in await send(partner, signed(new))


async def test_a_third_key_waits_until_one_is_revoked(city: City, hospital: Partner, key: PartnerKey) -> None:
    async with city.work.write(await admin(city)) as ctx:
        await partner_keys.issue_partner_secret(ctx, partner_id=hospital.id)
        with pytest.raises(partner_keys.TooManyKeys):
            await partner_keys.issue_partner_secret(ctx, partner_id=hospital.id)


RSA = (
    generate_private_key(65537, 2048)
    .public_key()
    .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
)


@pytest.mark.parametrize(
    "given_key", ["", "AAAA", "不是密钥", RSA.decode(), "-----BEGIN PUBLIC KEY-----\nx"],
    ids=["empty", "short", "words", "rsa", "torn"],
)  # fmt: skip
async def test_what_is_no_ed25519_key_is_not_registered(
    city: City, hospital: Partner, given_key: str
) -> None:
    async with city.work.write(await admin(city)) as ctx:
        with pytest.raises(InvalidInput, match="Ed25519"):
            await partner_keys.add_partner_key(ctx, partner_id=hospital.id, public_key=given_key)


async def test_a_partner_takes_a_partners_role_and_a_code_of_its_own(city: City, hospital: Partner) -> None:
    async with city.work.write(await admin(city)) as ctx:
        with pytest.raises(partner_keys.NotAPartnerRole):
            await partner_keys.register_partner(ctx, code="x", name="某系统", role="R1")
        with pytest.raises(partner_keys.PartnerCodeTaken):
            await partner_keys.register_partner(ctx, code="hospital", name="另一家", role="R10")


async def test_a_partner_sees_its_own_grants_and_no_others(
    city: City, key: PartnerKey, hospital: Partner
) -> None:
    from sqlmodel import select

    from bole.identity.models import PartnerGrant

    async with city.work.write(await admin(city)) as ctx:
        other = await partner_keys.register_partner(ctx, code="scenic", name="广济桥景区", role="R10")
        await partner_keys.grant_service(ctx, partner_id=other.id, service="ticket")
    row = await city.identity.partners._ask(key.key_id)
    assert row is not None
    async with city.work.read(row.value.actor) as ctx:
        assert [g.service_code for g in (await ctx.db.exec(select(PartnerGrant))).all()] == ["checkup"]


async def test_granting_again_moves_the_period_and_withdrawing_ends_it(
    city: City, hospital: Partner, sees: asyncpg.Connection
) -> None:
    async with city.work.write(await admin(city)) as ctx:
        given = await partner_keys.grant_service(
            ctx, partner_id=hospital.id, service="checkup", valid_until=ctx.today + timedelta(days=30)
        )
        assert given.valid_until is not None
        await partner_keys.withdraw_service(ctx, partner_id=hospital.id, service="checkup")
    assert await sees.fetchval("select count(*) from partner_grant") == 0


async def test_partners_are_shown_with_their_keys_and_never_with_a_secret(
    city: City, api: AsyncClient, hospital: Partner, key: PartnerKey
) -> None:
    await admin(city)
    token = await city.session("exchange")
    text = "{ partners(first: 10) { nodes { code allowedSteps keys { keyId algorithm } grants { serviceCode } } } }"
    shown = (await gql(api, text, token))["data"]["partners"]["nodes"]
    assert shown == [
        {
            "code": "hospital",
            "allowedSteps": ["suspend"],
            "keys": [{"keyId": key.key_id, "algorithm": "ED25519"}],
            "grants": [{"serviceCode": "checkup"}],
        }
    ]


# The document -----------------------------------------------------------------------------------------
DOCUMENT = (ROOT / "backend" / "docs" / "partner-api.md").read_text(encoding="utf-8")


def example() -> Any:
    """The function that the document shows, as a partner would paste it."""
    (shown,) = re.findall(r"```python\n(import base64.*?)```", DOCUMENT, re.S)
    names: dict[str, Any] = {}
    exec(shown, names)
    return names["signed"]


async def test_what_the_document_shows_is_accepted(partner: AsyncClient, key: PartnerKey) -> None:
    headers = example()("POST", URL, BODY, key.key_id, PRIVATE)
    assert (await send(partner, headers))["name"] == "市中心医院"
    nothing = example()("GET", "http://bole.test/partner/v1/echo", b"", key.key_id, PRIVATE)
    answer = await send(partner, nothing, method="GET", content=b"", url="http://bole.test/partner/v1/echo")
    assert answer["name"] == "市中心医院"


def test_the_values_in_the_document_are_what_its_function_and_our_library_make() -> None:
    request, answer = re.findall(r"```http\n(.*?)```", DOCUMENT, re.S)
    method, url = request.splitlines()[0].split(" ")
    body = request.splitlines()[2].encode()
    told = dict(line.split(": ", 1) for line in answer.strip().splitlines())
    private = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    given = {"key_id": "hospital-0a1b2c3d", "nonce": "0123456789abcdef01234567"}
    assert example()(method, url, body, private_key=private, created=1772413205, **given) == told
    when = datetime.fromtimestamp(1772413205, clock.SHANGHAI)
    ours = sign_request(method, url, body, key=private, created=when, **given)
    assert ours == told
    assert base64.b64encode(private.public_key().public_bytes_raw()).decode() in DOCUMENT
