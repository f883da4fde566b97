"""潮州 with an empty roster for what is the roster's; a town with cards, a leader's post and quarters for the rest."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from tests.card.conftest import city, city_template, db
from tests.card.world import City
from tests.merge.town import Town
from tests.roster.conftest import everything, people, roster_db, roster_template
from tests.support.postgres import TestDatabase

from bole import parts

parts.load()

__all__ = ["city", "city_template", "db", "everything", "people", "roster_db", "roster_template"]


@pytest.fixture
async def town(city: City, db: TestDatabase) -> AsyncIterator[Town]:
    sight = await asyncpg.connect(db.superuser)
    yield await Town.of(city, sight)
    await sight.close()
