"""What may arrive at `/graphql`: each wrong thing gets a code, Chinese words and a status that blames the right side."""

import hashlib
import json
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from tests.support.refusals import CLOCK, FINE, has_chinese, refused, send, still_fine
from tests.support.whole import Whole

from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.core.front import Front
from bole.schema import schema


@pytest.fixture
async def api(whole: Whole) -> AsyncIterator[AsyncClient]:
    async with whole.client("xiangqiao") as client:
        yield client


# Bodies -----------------------------------------------------------------------------------------------------

BODIES = {
    "nothing": b"",
    "an open brace": b"{",
    "null": b"null",
    "a word": b'"x"',
    "a number": b"1",
    "true": b"true",
    "a list": b"[]",
    "a batch": b'[{"query":"{ __typename }"}]',
    "half a word": b"nul",
    "no text": b"\xff\xfe\x00",
    "another alphabet": '{"query":"{ 名 }"}'.encode("gb18030"),
    "two values": b'{"query":"{ __typename }"}{}',
    "a comment": b'{"query":"{ __typename }"} // x',
    "single quotes": b"{'query':'{ __typename }'}",
    "not a number": b'{"query":"{ __typename }","variables":{"x":NaN}}',
    "a lone surrogate": b'{"query":"{ __typename }","variables":{"x":"\\ud800"}}',
    "deep lists": b'{"query":' + b"[" * 49_000 + b"]" * 49_000 + b"}",
    "deep objects": b'{"a":' * 16_000 + b"1" + b"}" * 16_000,
    "50,000 open": b"[" * 50_000,
    "no query": b"{}",
    "query null": b'{"query":null}',
    "query a number": b'{"query":1}',
    "query a list": b'{"query":["{ __typename }"]}',
    "query empty": b'{"query":""}',
    "query blank": b'{"query":" \\n\\t "}',
    "variables a list": b'{"query":"{ __typename }","variables":[]}',
    "variables a word": b'{"query":"{ __typename }","variables":"x"}',
    "variables a number": b'{"query":"{ __typename }","variables":1}',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
async def test_a_body_that_is_no_request_is_a_bad_request(api: AsyncClient, body: bytes) -> None:
    began = time.process_time()
    answer = await api.post("/graphql", content=body, headers={"content-type": "application/json"})
    refused(answer, "BAD_REQUEST")
    assert time.process_time() - began < CLOCK
    await still_fine(api)


async def test_ten_megabytes_are_refused_by_their_length_and_by_their_coming(api: AsyncClient) -> None:
    big = b'{"query":"' + b" " * 10_000_000 + b'"}'
    kind = {"content-type": "application/json"}
    refused(await api.post("/graphql", content=big, headers=kind), "TOO_BIG", status=413)

    sent = 0

    async def pieces() -> AsyncIterator[bytes]:
        nonlocal sent
        for start in range(0, len(big), 65536):
            sent += 1
            yield big[start : start + 65536]

    refused(await api.post("/graphql", content=pieces(), headers=kind), "TOO_BIG", status=413)
    rest = await api.post("/partner/v1/holders/verify", content=big, headers=kind)
    refused(rest, "TOO_BIG", status=413)
    refused(
        await api.post("/partner/v1/holders/verify", content=pieces(), headers=kind), "TOO_BIG", status=413
    )


@pytest.mark.parametrize("length", ["abc", "-1", "", "1e9", "99999999999999999999", "１２"])
async def test_a_length_that_is_none_is_no_internal_error(api: AsyncClient, length: str) -> None:
    headers = {"content-type": "application/json", "content-length": length.encode()}
    answer = await api.post("/graphql", content=b'{"query":"{ __typename }"}', headers=headers)
    assert answer.status_code in (200, 400, 413), answer.text
    answer = await api.post("/partner/v1/holders/verify", content=b"{}", headers=headers)
    assert 400 <= answer.status_code < 500, answer.text


@pytest.mark.parametrize(
    "where", ["variables", "literal", "name", "document id", "operation name", "extensions"]
)
async def test_a_nul_is_refused_wherever_it_stands(api: AsyncClient, where: str) -> None:
    body: dict[str, Any] = {
        "variables": {
            "query": "query ($s: String) { talents(search: $s) { nodes { id } } }",
            "variables": {"s": "张\x00三"},
        },
        "literal": {"query": '{ talents(search: "张\\u0000三") { nodes { id } } }'},
        "name": {"query": "{ tal\x00ents { nodes { id } } }"},
        "document id": {"documentId": "\x00"},
        "operation name": {"query": FINE, "operationName": "\x00"},
        "extensions": {"extensions": {"persistedQuery": {"sha256Hash": "\x00"}}},
    }[where]
    refused(
        await api.post("/graphql", json=body),
        "INVALID_INPUT",
        "BAD_DOCUMENT",
        "UNKNOWN_DOCUMENT",
        "BAD_REQUEST",
    )


# Headers and methods ----------------------------------------------------------------------------------------


async def test_without_our_header_a_cookie_does_nothing(whole: Whole) -> None:
    token = whole.tokens["xiangqiao"]
    async with whole.client(None) as client:
        del client.headers["x-bole-request"]
        client.cookies.set("bole", token)
        refused(await send(client, FINE), "CROSS_SITE", status=403)
        changing = await client.delete("/api/v1/session")
        refused(changing, "CROSS_SITE", status=403)
        client.headers["x-bole-request"] = "1"
        assert (await send(client, "{ me { login } }")).json()["data"]["me"]["login"] == "xiangqiao"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_a_browser_on_another_site_is_refused_whatever_else_it_sends(
    api: AsyncClient, site: str
) -> None:
    headers = {"sec-fetch-site": site, "origin": "https://evil.example"}
    answer = await api.post("/graphql", json={"query": FINE}, headers=headers)
    refused(answer, "CROSS_SITE", status=403)
    refused(await api.get("/api/v1/session", headers=headers), "CROSS_SITE", status=403)
    for allowed in ("same-origin", "none"):
        answer = await api.post("/graphql", json={"query": FINE}, headers={"sec-fetch-site": allowed})
        assert answer.status_code == 200


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_only_post_asks(api: AsyncClient, method: str) -> None:
    answer = await api.request(method, "/graphql", params={"query": FINE})
    refused(answer, "WRONG_METHOD", status=405)


@pytest.mark.parametrize(
    "kind",
    ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql",
     "application/xml", "application", "application/json+x", "text/json", "\xff"],
)  # fmt: skip
async def test_only_json_is_read(api: AsyncClient, kind: str) -> None:
    """What a form on another site can send without asking first is no request."""
    headers = {"content-type": kind.encode("latin-1")}
    answer = await api.post("/graphql", content=b'{"query":"{ __typename }"}', headers=headers)
    refused(answer, "UNSUPPORTED_TYPE", status=415)


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON"])
async def test_json_by_any_spelling_is_read(api: AsyncClient, kind: str) -> None:
    answer = await api.post("/graphql", content=b'{"query":"{ __typename }"}', headers={"content-type": kind})
    assert answer.status_code == 200


WAYS_IN = [
    "Bearer ",
    "Bearer x",
    "Bearer " + "x" * 20_000,
    "Basic eDp5",
    "x",
    "Bearer \xff\x00",
    "bearer  a b",
]


@pytest.mark.parametrize("way_in", WAYS_IN, ids=lambda w: w[:12])
async def test_a_token_that_is_none_is_nobodys(whole: Whole, way_in: str) -> None:
    async with whole.client(None) as client:
        headers = {"authorization": way_in.encode("latin-1")}
        answer = await client.post("/graphql", json={"query": "{ me { login } }"}, headers=headers)
        refused(answer, "NOT_SIGNED_IN", status=401)


@pytest.mark.parametrize("given", ["x", "sig=()", 'sig=("@method");created=1', "\xff", "sig=" + "(" * 5000])
async def test_a_signature_that_is_none_is_refused(whole: Whole, given: str) -> None:
    async with whole.client(None) as client:
        headers = {"signature-input": given.encode("latin-1"), "signature": "sig=:eA==:"}
        answer = await client.post("/graphql", json={"query": "{ me { login } }"}, headers=headers)
        assert 400 <= answer.status_code < 500, answer.text
        assert has_chinese(answer.text)


async def test_a_request_id_is_one_or_is_made(api: AsyncClient) -> None:
    mine = "0190a0b0c0d07e0f8a1b2c3d4e5f6071"
    answer = await api.post("/graphql", json={"query": FINE}, headers={"x-request-id": mine})
    assert answer.headers["x-request-id"] == mine
    for odd in ("x" * 10_000, "a\tb", "<script>", "\xff"):
        answer = await api.post(
            "/graphql", json={"query": FINE}, headers={"x-request-id": odd.encode("latin-1")}
        )
        assert len(answer.headers["x-request-id"]) == 32 and answer.headers["x-request-id"].isalnum()


# Trusted documents, open documents, introspection -----------------------------------------------------------

TRUSTED = "query Mine { me { login } }"
SHA = hashlib.sha256(TRUSTED.encode()).hexdigest()


@pytest.fixture
async def strict(whole: Whole) -> AsyncIterator[AsyncClient]:
    """The endpoint as production has it: registered documents only, nothing to explore."""
    told = whole.app.state.endpoint
    documents = Documents(schema._schema, introspection=False)
    whole.app.state.endpoint = Endpoint(
        schema, whole.services, told.identify, documents, {SHA: TRUSTED}, False
    )
    transport = ASGITransport(Front(whole.app), raise_app_exceptions=False)
    whole.app.state.endpoint = told
    headers = {"x-bole-request": "1", "authorization": f"Bearer {whole.tokens['xiangqiao']}"}
    async with AsyncClient(transport=transport, base_url="http://bole.test", headers=headers) as client:
        yield client


async def test_a_registered_document_runs_by_its_hash(strict: AsyncClient) -> None:
    by_hash = [
        {"documentId": f"sha256:{SHA}"},
        {"documentId": SHA},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": SHA}}},
        {"query": TRUSTED},
    ]
    for body in by_hash:
        assert (await strict.post("/graphql", json=body)).json() == {
            "data": {"me": {"login": "xiangqiao"}}
        }, body


async def test_a_hash_beside_another_text_runs_the_registered_text(
    strict: AsyncClient, api: AsyncClient
) -> None:
    body = {"documentId": SHA, "query": "{ talents { nodes { id name } } }"}
    assert (await strict.post("/graphql", json=body)).json() == {"data": {"me": {"login": "xiangqiao"}}}


@pytest.mark.parametrize(
    "body",
    [
        {"documentId": "0" * 64},
        {"documentId": "sha256:" + SHA.upper()},
        {"documentId": 5},
        {"documentId": [SHA]},
        {"documentId": {"a": SHA}},
        {"documentId": ""},
        {"extensions": {"persistedQuery": {"sha256Hash": "0" * 64}}},
        {"query": FINE},
        {"query": TRUSTED + " "},
        {"query": "{ __schema { types { name } } }"},
        {"query": "mutation { signOut }"},
    ],
    ids=repr,
)
async def test_anything_else_is_refused_in_production(strict: AsyncClient, body: dict[str, Any]) -> None:
    refused(await strict.post("/graphql", json=body), "UNKNOWN_DOCUMENT", status=403)


@pytest.mark.parametrize(
    "extensions", [None, [], "x", {"persistedQuery": None}, {"persistedQuery": []}, {"persistedQuery": {}}]
)
async def test_extensions_that_say_nothing_change_nothing(api: AsyncClient, extensions: Any) -> None:
    assert (await send(api, FINE, extensions=extensions)).status_code == 200


@pytest.mark.parametrize(
    "text", ["{ __schema { types { name } } }", '{ __type(name: "Talent") { fields { name } } }']
)
async def test_introspection_is_refused_where_it_is_switched_off(whole: Whole, text: str) -> None:
    documents = Documents(schema._schema, introspection=False)
    endpoint = Endpoint(schema, whole.services, whole.app.state.endpoint.identify, documents, {})
    told = json.loads(await endpoint.answer(text, {}, whole.actors["xiangqiao"]))
    assert told["data"] is None and told["errors"][0]["extensions"]["code"] == "BAD_DOCUMENT"


# Subscriptions ----------------------------------------------------------------------------------------------


async def test_a_subscription_needs_its_stream_and_a_stream_its_subscription(api: AsyncClient) -> None:
    text = "subscription { noticeArrived { id } }"
    refused(await send(api, text), "BAD_REQUEST")
    stream = {"accept": "text/event-stream"}
    refused(await api.post("/graphql", json={"query": FINE}, headers=stream), "BAD_REQUEST")
    mutation = await api.post("/graphql", json={"query": "mutation { signOut }"}, headers=stream)
    refused(mutation, "BAD_REQUEST")
    none = "subscription ($x: Boolean!) { noticeArrived @skip(if: $x) { id } }"
    for wrong in ("subscription { nope }", "{", "subscription { __typename }", none):
        refused(await api.post("/graphql", json={"query": wrong}, headers=stream), "BAD_DOCUMENT")


async def test_nobody_subscribes_without_signing_in(whole: Whole) -> None:
    async with whole.client(None, accept="text/event-stream") as client:
        refused(await send(client, "subscription { noticeArrived { id } }"), "NOT_SIGNED_IN", status=401)
