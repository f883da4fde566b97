"""The city of tests/contact/world.py, in a database of its own for each test."""

from collections.abc import AsyncIterator

import pytest
from tests.contact.world import City, a_city

from bole.core.database import Database


@pytest.fixture
async def city(database: Database) -> AsyncIterator[City]:
    yield await a_city(database)
