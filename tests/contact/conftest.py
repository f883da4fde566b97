"""The city of tests/contact/world.py: built once, cloned for each test."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.contact.world import City, a_city, the_city
from tests.support.postgres import TestDatabase, TestServer

from bole.core.database import Database


@pytest.fixture(scope="session")
async def template(postgres: TestServer, template: str) -> str:
    """Today's schema with the city in it."""
    told = hashlib.sha256(template.encode() + (Path(__file__).parent / "world.py").read_bytes())
    name = f"bole_tpl_{told.hexdigest()[:16]}"

    async def build(database: TestDatabase) -> None:
        opened = Database(database.app, size=2)
        try:
            await a_city(opened)
        finally:
            await opened.close()

    await postgres.made_once(name, build, template=template)
    return name


@pytest.fixture
async def city(database: Database) -> AsyncIterator[City]:
    yield await the_city(database)
