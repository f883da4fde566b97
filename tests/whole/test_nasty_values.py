"""Every argument of every operation, filled with what people and programs send by mistake or on purpose."""

import dataclasses
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import orjson
import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
)
from tests.support.refusals import has_chinese
from tests.support.values import selection
from tests.support.whole import Whole

from bole.core.actor import Actor
from bole.core.faults import refusal_of
from bole.core.permissions import Permission
from bole.schema import schema

NASTY: dict[str, list[Any]] = {
    "String": [
        "", " \t\r\n\u3000", "字" * 10_000, "'; drop table talent; --", "张\x00三", "\u202e\u200b\ufeff", "%_\\%",
        "👨‍👩‍👧‍👦𠮷" * 20, "2026-02-30", "\ufffe\uffff",
    ],
    "Int": [0, -1, 2**31 - 1, -(2**31), 1, 100, 2**31 - 2, 7, 13, -7],
    "Float": [0.0, -0.0, 1e308, -1e308, 1e-308],
    "Boolean": [True, False],
    "UUID": [
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "01900000000070008000000000000001", "{01900000-0000-7000-8000-000000000001}", "urn:uuid:" + "0" * 32,
    ],
    "Date": ["0001-01-01", "9999-12-31", "1582-10-10", "2000-02-29", "1970-01-01"],
    "DateTime": [
        "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.999999-12:00", "2026-03-02T09:00:00",
        "2026-03-02T09:00:00+08:00", "1970-01-01T00:00:00Z",
    ],
    "Decimal": ["NaN", "Infinity", "-0", "1e400", "1e-400", "9" * 40 + ".99", "-1", "0.001", "sNaN", "１２"],
    "BigInt": ["9" * 30, "-1", "0", "x", ""],
    "JSON": [{}, [], None, "x", {"a": "\x00"}, 1e308, {"a": {"b": {"c": [[[[1]]]]}}}, [None] * 500, True, -(2**63)],
}  # fmt: skip
SETS = 10


def nasty(kind: Any, turn: int) -> Any:
    """The value of this type that comes in this turn; everything optional is filled too."""
    if isinstance(kind, GraphQLNonNull):
        return nasty(kind.of_type, turn)
    if isinstance(kind, GraphQLList):
        return [nasty(kind.of_type, turn)] * [1, 0, 2, 30][turn % 4]
    if isinstance(kind, GraphQLEnumType):
        names = list(kind.values)
        return names[turn % len(names)]
    if isinstance(kind, GraphQLInputObjectType):
        return {n: nasty(f.type, turn + i) for i, (n, f) in enumerate(kind.fields.items())}
    values = NASTY[kind.name]
    return values[turn % len(values)]


def documents(turn: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for kind, root in (("query", schema._schema.query_type), ("mutation", schema._schema.mutation_type)):
        assert root is not None
        for name, field in root.fields.items():
            given = {a: nasty(t.type, turn + i) for i, (a, t) in enumerate(field.args.items())}
            if "first" in given:
                given["first"] = 1 + turn
            declared = ", ".join(f"${a}: {t.type}" for a, t in field.args.items())
            call = f"{name}({', '.join(f'{a}: ${a}' for a in given)})" if given else name
            head = f"{kind} ({declared})" if declared else kind
            yield name, f"{head} {{ {call} {selection(get_named_type(field.type), False)} }}", given


@pytest.fixture(scope="module")
def anybody(whole: Whole) -> list[Actor]:
    """One of each kind, with every permission: only rules, types and rows stand in the way."""
    known = [whole.actors[login] for login in ("jingban", "lianxi", "rencai", "yiyuan")]
    return [dataclasses.replace(a, permissions=frozenset(Permission), session_id=uuid4()) for a in known]


@pytest.mark.parametrize("turn", range(SETS))
async def test_no_value_of_any_argument_is_an_internal_error(
    whole: Whole, anybody: list[Actor], turn: int
) -> None:
    actor, wrong = anybody[turn % len(anybody)], []
    for name, text, variables in documents(turn):
        try:
            told = orjson.loads(await whole.app.state.endpoint.answer(text, variables, actor))
        except Exception as error:  # as the endpoint does with the request as a whole
            no = refusal_of(error)
            wrong.append((name, no.code(), variables))
            continue
        for error in told.get("errors", ()):
            if not error["extensions"].get("code") or not has_chinese(error["message"]):
                wrong.append((name, error, variables))
    assert wrong == []
