"""Whatever fits the contracts, and whatever does not, gets an answer of the contract: never a 5xx, always a code.

Schemathesis writes the requests, from the OpenAPI document and from the GraphQL schema as they are committed; they
are sent to the app in this process, as a member of staff who may do everything.
"""

import dataclasses
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import requests
import schemathesis
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode
from schemathesis.graphql import nodes
from starlette.requests import Request
from tests.support.refusals import has_chinese
from tests.support.whole import Whole

from bole.app import create_app
from bole.core.actor import Actor
from bole.core.front import Front
from bole.core.permissions import Permission

pytestmark = pytest.mark.long(minutes=1)

BACKEND = Path(__file__).parents[2] / "backend"
PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much,
           HealthCheck.function_scoped_fixture, HealthCheck.large_base_example]  # fmt: skip
OPENAPI = schemathesis.openapi.from_dict(json.loads((BACKEND / "openapi.json").read_text("utf-8")))
ROUTES = [found.ok() for found in OPENAPI.get_all_operations()]
GRAPHQL = schemathesis.graphql.from_path(BACKEND / "schema.graphql")
FIELDS = [found.ok() for found in GRAPHQL.get_all_operations()]

schemathesis.graphql.scalar("UUID", st.one_of(st.uuids().map(str), st.text(max_size=5)).map(nodes.String))
schemathesis.graphql.scalar("Date", st.one_of(st.dates().map(str), st.just("2026-02-30")).map(nodes.String))
schemathesis.graphql.scalar(
    "DateTime",
    st.one_of(st.datetimes().map(lambda d: d.isoformat() + "Z"), st.text(max_size=5)).map(nodes.String),
)
schemathesis.graphql.scalar(
    "Decimal", st.one_of(st.decimals().map(str), st.text(max_size=5)).map(nodes.String)
)
schemathesis.graphql.scalar("BigInt", st.integers().map(str).map(nodes.String))
schemathesis.graphql.scalar("JSON", st.text(max_size=20).map(nodes.String))


@pytest.fixture(scope="module")
async def app(whole: Whole) -> AsyncIterator[FastAPI]:
    """The app, where everybody who signs nothing is one who may do everything."""
    almighty = dataclasses.replace(
        whole.actors["jingban"], permissions=frozenset(Permission), locked=frozenset(), session_id=uuid4()
    )

    async def identify(_: Request) -> Actor | None:
        return almighty

    yield create_app(whole.services, identify)


@pytest.fixture(scope="module")
async def api(app: FastAPI) -> AsyncIterator[AsyncClient]:
    transport = ASGITransport(Front(app), raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://bole.test") as client:
        client.headers["x-bole-request"] = "1"
        yield client


async def sent(api: AsyncClient, case: Any) -> Any:
    """The request of a case, byte for byte as it would go over the wire."""
    kwargs = case.as_transport_kwargs(base_url="http://bole.test")
    prepared = requests.Request(**{k: v for k, v in kwargs.items() if k != "timeout"}).prepare()
    headers = {
        k: v.encode("utf-8") if isinstance(v, str) else v
        for k, v in prepared.headers.items()
        if k.lower() not in ("accept-encoding", "connection")
    }
    body = prepared.body.encode() if isinstance(prepared.body, str) else prepared.body
    return await api.request(str(prepared.method), str(prepared.url), headers=headers, content=body)


# REST -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda m: m.value)
@given(data=st.data())
@settings(max_examples=250, deadline=None, suppress_health_check=PATIENT)
async def test_every_route_answers_by_its_contract(
    api: AsyncClient, mode: GenerationMode, data: st.DataObject
) -> None:
    route = data.draw(st.sampled_from(ROUTES))
    case = data.draw(route.as_strategy(generation_mode=mode))
    answer = await sent(api, case)
    told = (route.label, answer.status_code, answer.text[:500])
    assert answer.status_code < 500, told
    if answer.status_code >= 400:
        problem = answer.json()
        assert answer.headers["content-type"] == "application/problem+json", told
        assert problem["status"] == answer.status_code and problem["code"].isupper(), told
        assert has_chinese(problem["title"]), told
    route.validate_response(answer)


# GraphQL --------------------------------------------------------------------------------------------------


@given(data=st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=PATIENT)
async def test_every_field_answers_by_the_schema(api: AsyncClient, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(FIELDS))
    case = data.draw(field.as_strategy())
    answer = await api.post("/graphql", json={"query": case.body})
    said = (field.label, answer.text[:500], case.body)
    assert answer.status_code < 500, said
    told = answer.json()
    assert told.get("data") is not None or told.get("errors"), said
    for error in told.get("errors", ()):
        assert error["extensions"]["code"].isupper() and has_chinese(error["message"]), said


def test_the_whole_contracts_are_drawn_from() -> None:
    assert len(ROUTES) > 10 and len(FIELDS) > 180
