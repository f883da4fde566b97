"""The city of tests/card/world.py, in a database of its own for each test."""

from collections.abc import AsyncIterator

import pytest
from tests.card.world import City, a_city
from tests.support.postgres import TestDatabase

from bole.core.database import Database


@pytest.fixture
async def city(database: Database, db: TestDatabase) -> AsyncIterator[City]:
    made = await a_city(database)
    made.services.extras["superuser"] = db.superuser
    yield made
