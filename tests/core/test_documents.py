"""Documents and variables that are wrong, too deep, too wide or too dear: told before they cost anything."""

import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from httpx import AsyncClient
from tests.support.refusals import CLOCK, FINE, refused, send, still_fine
from tests.support.whole import Whole


@pytest.fixture
async def api(whole: Whole) -> AsyncIterator[AsyncClient]:
    async with whole.client("xiangqiao") as client:
        yield client


WRONG_DOCUMENTS = {
    "no document": "{",
    "an unknown root": "{ nope }",
    "an unknown field": "{ talents { nodes { nope } } }",
    "no selection": "{ talents }",
    "a selection of a leaf": "{ __typename { x } }",
    "an unknown argument": "{ talents(nope: 1) { nodes { id } } }",
    "a missing argument": "{ talent { id } }",
    "a wrong enum": "{ talents(status: NOPE) { nodes { id } } }",
    "an enum as text": '{ talents(status: "ACTIVE") { nodes { id } } }',
    "text for a number": '{ talents(first: "5") { nodes { id } } }',
    "a fraction for a number": "{ talents(first: 1.5) { nodes { id } } }",
    "a number beyond 32 bits": "{ talents(first: 4294967296) { nodes { id } } }",
    "no id": '{ talent(id: "x") { id } }',
    "no date": '{ contactsDue(by: "2026-02-30") { nodes { id } } }',
    "an unknown fragment": "{ ...f }",
    "fragments in a circle": "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
    "a fragment of another type": "{ talents { ...f } } fragment f on Card { id }",
    "an unused fragment": "{ __typename } fragment f on Query { __typename }",
    "an unknown directive": "{ __typename @nope }",
    "a directive in the wrong place": "query @include(if: true) { __typename }",
    "an unknown variable": "{ talent(id: $x) { id } }",
    "an unused variable": "query ($x: Int) { __typename }",
    "a variable of a wrong type": "query ($x: Int) { talent(id: $x) { id } }",
    "a variable of no type": "query ($x: Nope) { talent(id: $x) { id } }",
    "a variable twice": "query ($x: UUID!, $x: UUID!) { talent(id: $x) { id } }",
    "an argument twice": "{ talents(first: 1, first: 2) { nodes { id } } }",
    "only a fragment": "fragment f on Query { __typename }",
    "a schema": "type Query { x: Int }",
    "fields that collide": "{ a: talents { totalCount } a: units { totalCount } }",
    "a mutation on Query": "{ redeem { id } }",
    "defer": "{ ... @defer { __typename } }",
    "more than 1000 words": "{ " + "a " * 1001 + "}",
    "directives without end": "{ __typename " + "@include(if: true) " * 5000 + "}",
    "one directive 200 times": "{ __typename " + "@include(if: true) " * 150 + "}",
    "nested lists": "{ talents(status: " + "[" * 480 + "]" * 480 + ") { nodes { id } } }",
    "an open string": '{ talents(search: "x) { nodes { id } } }',
    "a control character": "{ talents\x07 { nodes { id } } }",
}


@pytest.mark.parametrize("text", WRONG_DOCUMENTS.values(), ids=WRONG_DOCUMENTS)
async def test_a_document_that_is_wrong_is_told_what_is_wrong(api: AsyncClient, text: str) -> None:
    began = time.process_time()
    error = refused(await send(api, text), "BAD_DOCUMENT", "BAD_REQUEST", "TOO_COSTLY")
    assert time.process_time() - began < CLOCK
    assert len(error["message"]) < 2000
    await still_fine(api)


def bomb(levels: int) -> str:
    """2^levels fields from a few hundred bytes."""
    spreads = " ".join(f"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }}" for i in range(levels))
    return f"{{ ...f0 }} {spreads} fragment f{levels} on Query {{ __typename }}"


def deep(levels: int) -> str:
    return "{ units { nodes { " + "parent { " * levels + "id" + " }" * levels + " } } }"


COSTLY = {
    "fragments that double": bomb(60),
    "fields that double": "{ units { nodes { ...f0 } } } "
    + " ".join(f"fragment f{i} on Unit {{ a: parent {{ ...f{i + 1} }} b: parent {{ ...f{i + 1} }} }}" for i in range(7))
    + " fragment f7 on Unit { id }",
    "500 roots by alias": "{ " + " ".join(f"a{i}: __typename" for i in range(400)) + " }",
    "31 lists by alias": "{ " + " ".join(f"a{i}: talents(first: 1) {{ totalCount }}" for i in range(31)) + " }",
    "too deep": deep(9),
    "very deep": deep(240),
    "pages of pages": "{ talents(first: 100) { nodes { contactLogs(first: 100) { needs(first: 100) { id } } } } }",
    "a long alias": "{ " + "a" * 61 + ": __typename }",
    "first 10^9": "{ talents(first: 1000000000) { nodes { id } } }",
    "first negative": "{ talents(first: -1) { nodes { id } } }",
    "first zero": "{ talents(first: 0) { nodes { id } } }",
    "nested first": "{ talents(first: 1) { nodes { titles(first: 101) { id } } } }",
    "nested first negative": "{ talents(first: 1) { nodes { titles(first: -5) { id } } } }",
    "two mutations": 'mutation { a: signOut b: signOut }',
    "two operations": "query a { __typename } query b { __typename }",
}  # fmt: skip


@pytest.mark.parametrize("text", COSTLY.values(), ids=COSTLY)
async def test_what_costs_too_much_is_refused_before_it_costs(api: AsyncClient, text: str) -> None:
    began = time.process_time()
    refused(await send(api, text), "TOO_COSTLY", "BAD_DOCUMENT")
    assert time.process_time() - began < CLOCK


FIRSTS = [10**9, -1, 0, 101, None, "5", 1.5, 2**31, True, [], {}, 1e308]


@pytest.mark.parametrize("first", FIRSTS, ids=repr)
async def test_a_page_size_by_variable_is_looked_at_too(api: AsyncClient, first: Any) -> None:
    for text in (
        "query ($f: Int!) { talents(first: $f) { nodes { id } } }",
        "query ($f: Int) { talents(first: $f) { nodes { id } } }",
        "query ($f: Int!) { talents(first: 1) { nodes { titles(first: $f) { id } } } }",
        "query ($f: Int) { talents(first: 1) { nodes { titles(first: $f) { id } } } }",
        "query ($f: Int = 7) { talents(first: $f) { nodes { id } } }",
    ):
        refused(await send(api, text, variables={"f": first}), "TOO_COSTLY", "BAD_REQUEST")


WRONG_VARIABLES: list[tuple[str, Any]] = [
    ("query ($x: UUID!) { talent(id: $x) { id } }", "x"),
    ("query ($x: UUID!) { talent(id: $x) { id } }", None),
    ("query ($x: UUID!) { talent(id: $x) { id } }", 5),
    ("query ($x: UUID!) { talent(id: $x) { id } }", "\ufffd" * 36),
    ("query ($x: TalentStatus) { talents(status: $x) { nodes { id } } }", "NOPE"),
    ("query ($x: TalentStatus) { talents(status: $x) { nodes { id } } }", "active"),
    ("query ($x: TalentStatus) { talents(status: $x) { nodes { id } } }", ["ACTIVE"]),
    ("query ($x: Boolean!) { units @include(if: $x) { totalCount } }", "true"),
    ("query ($x: Boolean!) { units @include(if: $x) { totalCount } }", None),
    ("query ($x: Date!) { contactsDue(by: $x) { nodes { id } } }", "10000-01-01"),
    ("query ($x: Date!) { contactsDue(by: $x) { nodes { id } } }", "0000-00-00"),
    ("query ($x: Date!) { contactsDue(by: $x) { nodes { id } } }", 20260101),
    ("query ($x: String) { talents(search: $x) { nodes { id } } }", {"a": 1}),
    ("query ($x: String) { talents(after: $x) { nodes { id } } }", "not a cursor"),
    ("query ($x: String) { talents(after: $x) { nodes { id } } }", "WyJhIl0="),
    ("mutation ($x: [UUID!]!) { markNoticesRead(ids: $x) { id } }", ["x"]),
    ("mutation ($x: [UUID!]!) { markNoticesRead(ids: $x) { id } }", [None]),
]


@pytest.mark.parametrize(("text", "value"), WRONG_VARIABLES, ids=repr)
async def test_a_wrong_variable_is_refused(api: AsyncClient, text: str, value: Any) -> None:
    answer = await send(api, text, variables={"x": value})
    refused(answer, "BAD_REQUEST", "INVALID_INPUT", "INVALID_CURSOR")
    refused(await send(api, text, variables={}), "BAD_REQUEST") if "!) {" in text else None


async def test_a_list_as_long_as_a_body_may_be_is_answered(api: AsyncClient) -> None:
    ids = ["01900000-0000-7000-8000-000000000001"] * 2500
    text = "mutation ($x: [UUID!]!) { markNoticesRead(ids: $x) { id } }"
    answer = await send(api, text, variables={"x": ids})
    assert answer.status_code == 200, answer.text
    refused(await send(api, text, variables={"x": ids * 40}), "TOO_BIG", status=413)
    text = 'mutation ($x: [String!]) { drawUpCardBatch(title: "x", schemeCode: "youcai", levels: $x) { id } }'
    answer = await send(api, text, variables={"x": ["a"] * 20_000})
    assert answer.status_code < 500, answer.text


async def test_a_named_operation_must_be_in_the_document(api: AsyncClient) -> None:
    refused(await send(api, "query Here { __typename }", operationName="There"), "BAD_REQUEST")
    assert (await send(api, "query Here { __typename }", operationName="Here")).json()["data"]
    assert (await send(api, FINE, operationName=None)).json()["data"]
    refused(await send(api, FINE, operationName=5), "BAD_REQUEST")


async def test_typename_stands_beside_operations(api: AsyncClient, whole: Whole) -> None:
    told = (await send(api, "{ __typename units(first: 1) { totalCount } }")).json()
    assert told["data"]["__typename"] == "Query" and told["data"]["units"]["totalCount"] > 100
    async with whole.client(None) as nobody:
        refused(await send(nobody, "{ __typename units { totalCount } }"), "NOT_SIGNED_IN")
