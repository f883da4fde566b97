"""The town of tests/merge: cards, counties, and the rules of introductions."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from tests.card.conftest import city, city_template, db
from tests.card.world import City
from tests.merge.town import Town
from tests.support.postgres import TestDatabase

from bole import parts

parts.load()

__all__ = ["city", "city_template", "db"]


@pytest.fixture
async def town(city: City, db: TestDatabase) -> AsyncIterator[Town]:
    sight = await asyncpg.connect(db.superuser)
    yield await Town.of(city, sight)
    await sight.close()
