"""Fixtures for every test. Real PostgreSQL 18, no mocks of our own code.

    db        a database that this test has for itself, with today's schema and no rows (about 0.1 s):
              `.name`, `.owner` (DSN that migrates), `.app` (DSN the product uses), `.superuser` (sees all rows)
    database  `bole.core.database.Database` opened on `db.app`, closed after the test
    sees      an asyncpg connection on `db.superuser`: what really stands in the tables, policies or not
    whole     the app over 潮州 with an account of every role and rows of every slice, one for each module of tests
              (tests/support/whole.py)

Several test processes (xdist, other checkouts) share one server; see tests/support/postgres.py.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest
import uvloop
from tests.support.postgres import OneOfMany, TestDatabase, TestServer

from bole.core.database import Database

if TYPE_CHECKING:
    from tests.support.whole import Whole


def pytest_configure() -> None:
    """The loop of production. And a seventh of all time went to walking objects that live as long as the process."""
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    gc.set_threshold(50_000, 20, 100)


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest modules first: one that begins last leaves the other processes waiting for it."""
    items.sort(key=_minutes, reverse=True)


def _minutes(item: pytest.Item) -> int:
    long = item.get_closest_marker("long")
    return long.kwargs["minutes"] if long else 0


@pytest.fixture(scope="session")
def postgres() -> TestServer:
    """The shared embedded server, running. It stops with the last process that uses it."""
    return TestServer()


@pytest.fixture(scope="session")
async def template(postgres: TestServer) -> str:
    """The name of the database that `db` is cloned from."""
    await postgres.clear_leftovers()
    return await postgres.template()


@pytest.fixture
async def db(postgres: TestServer, template: str) -> AsyncIterator[TestDatabase]:
    mine = await postgres.fresh(template)
    yield mine
    await postgres.drop(mine)


@pytest.fixture
async def database(db: TestDatabase) -> AsyncIterator[Database]:
    opened = OneOfMany(db.app, size=10)
    yield opened
    await opened.close()


@pytest.fixture
async def sees(db: TestDatabase) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(db.superuser)
    yield connection
    await connection.close()


@pytest.fixture(scope="session")
async def whole_template(postgres: TestServer, template: str) -> str:
    """The name of the database that `whole` is cloned from."""
    from tests.support import whole as wholes  # the whole product: most tests need less

    return await wholes.whole_template(postgres, template)


@pytest.fixture(scope="module")
async def whole(
    postgres: TestServer, whole_template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator["Whole"]:
    from tests.support import whole as wholes

    mine = await postgres.fresh(whole_template)
    opened = await wholes.opened(mine, Path(tmp_path_factory.mktemp("files")))
    yield opened
    await wholes.closed(opened)
    await postgres.drop(mine)
