"""Units of work and GraphQL calls for those who act on units and the catalogue: on nothing, or on 潮州."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from tests.support.city import city_template
from tests.support.postgres import OneOfMany, TestDatabase, TestServer

from bole.core.actor import WHOLE_CITY, Actor, ActorKind
from bole.core.context import Context, Services, Work
from bole.core.database import Database
from bole.core.permissions import Permission
from bole.core.table import new_id

Acting = Callable[[], AbstractAsyncContextManager[Context]]
Asking = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def officer() -> Actor:
    """Staff who sees the whole city and may do everything."""
    lo, hi = WHOLE_CITY
    return Actor(new_id(), "配置员", ActorKind.STAFF, frozenset(Permission), lo, hi)


@pytest.fixture
def acting(database: Database, officer: Actor) -> Acting:
    """Opens a unit of work of that officer: `async with acting() as ctx:`."""
    return lambda: Work(Services(database)).write(officer)


@pytest.fixture(scope="session")
async def chaozhou_template(postgres: TestServer, template: str) -> str:
    return await city_template(postgres, template)


@pytest.fixture
async def city_db(postgres: TestServer, chaozhou_template: str) -> AsyncIterator[TestDatabase]:
    mine = await postgres.fresh(chaozhou_template)
    yield mine
    await postgres.drop(mine)


@pytest.fixture
async def city(city_db: TestDatabase) -> AsyncIterator[Database]:
    """潮州, opened as the product opens it."""
    opened = OneOfMany(city_db.app, size=10)
    yield opened
    await opened.close()


@pytest.fixture
def in_city(city: Database, officer: Actor) -> Acting:
    """`async with in_city() as ctx:` acts on 潮州."""
    return lambda: Work(Services(city)).write(officer)


@pytest.fixture
async def ask(city: Database, officer: Actor) -> AsyncIterator[Asking]:
    """`await ask("{ units { … } }", name=value)` over HTTP, as that officer; `as_actor=…` for another."""
    from bole.app import create_app

    who: list[Actor] = [officer]

    async def identify(_: Any) -> Actor:
        return who[-1]

    transport = ASGITransport(create_app(Services(city), identify), raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://bole.test") as client:
        client.headers["x-bole-request"] = "1"

        async def asked(document: str, *, as_actor: Actor | None = None, **variables: Any) -> dict[str, Any]:
            who.append(as_actor or officer)
            answer = await client.post("/graphql", json={"query": document, "variables": variables})
            told: dict[str, Any] = answer.json()
            return told

        yield asked
