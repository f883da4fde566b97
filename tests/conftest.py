"""Fixtures for every test. Real PostgreSQL 18, no mocks of our own code.

    db        a database that this test has for itself, with today's schema and no rows (about 0.1 s):
              `.name`, `.owner` (DSN that migrates), `.app` (DSN the product uses), `.superuser` (sees all rows)
    database  `bole.core.database.Database` opened on `db.app`, closed after the test
    sees      an asyncpg connection on `db.superuser`: what really stands in the tables, policies or not

Several test processes (xdist, other checkouts) share one server; see tests/support/postgres.py.
"""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from tests.support.postgres import TestDatabase, TestServer

from bole.core.database import Database


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
    opened = Database(db.app, size=10)
    yield opened
    await opened.close()


@pytest.fixture
async def sees(db: TestDatabase) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(db.superuser)
    yield connection
    await connection.close()
