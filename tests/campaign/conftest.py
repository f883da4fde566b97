"""潮州 with a roster, and days that pass as told; a database of its own for each test."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from tests.campaign.quarter import Quarterly
from tests.roster.people import people_of
from tests.support.city import city_template
from tests.support.postgres import OneOfMany, TestDatabase, TestServer


@pytest.fixture(scope="session")
async def roster_template(postgres: TestServer, template: str) -> str:
    return await city_template(postgres, template)


@pytest.fixture
async def roster_db(postgres: TestServer, roster_template: str) -> AsyncIterator[TestDatabase]:
    mine = await postgres.fresh(roster_template)
    yield mine
    await postgres.drop(mine)


@pytest.fixture
async def city(roster_db: TestDatabase) -> AsyncIterator[Quarterly]:
    opened = OneOfMany(roster_db.app, size=10)
    yield Quarterly(await people_of(opened))
    await opened.close()


@pytest.fixture
async def everything(roster_db: TestDatabase) -> AsyncIterator[asyncpg.Connection]:
    """A connection that row policies do not bind: what really stands in the tables."""
    connection = await asyncpg.connect(roster_db.superuser)
    yield connection
    await connection.close()
