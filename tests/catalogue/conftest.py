"""Units of work for those who act on the catalogue: on an empty database, or on 潮州."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager

import pytest
from tests.support.city import city_template
from tests.support.postgres import TestDatabase, TestServer

from bole.core.actor import WHOLE_CITY, Actor, ActorKind
from bole.core.context import Context, Services, Work
from bole.core.database import Database
from bole.core.permissions import Permission
from bole.core.table import new_id

Acting = Callable[[], AbstractAsyncContextManager[Context]]


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
    opened = Database(city_db.app, size=10)
    yield opened
    await opened.close()


@pytest.fixture
def in_city(city: Database, officer: Actor) -> Acting:
    """`async with in_city() as ctx:` acts on 潮州."""
    return lambda: Work(Services(city)).write(officer)
