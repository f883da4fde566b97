"""The city of tests/card/world.py, in a database of its own for each test: built once, then cloned."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from tests.card import world
from tests.card.caller import Caller
from tests.card.world import City
from tests.support.postgres import OneOfMany, TestDatabase, TestServer

from bole.app import create_app
from bole.core.actor import Actor
from bole.core.context import Services
from bole.core.database import Database
from bole.core.secrets import Vault


@pytest.fixture(scope="session")
async def city_template(postgres: TestServer, template: str) -> str:
    told = world.PROFILE.read_bytes() + Path(world.__file__).read_bytes()
    name = f"{template}_card_{hashlib.sha256(told).hexdigest()[:8]}"

    async def build(made: TestDatabase) -> None:
        opened = Database(made.app, size=2)
        await world.found(Services(opened))
        await opened.close()

    await postgres.made_once(name, build, template=template)
    return name


@pytest.fixture
async def db(postgres: TestServer, city_template: str) -> AsyncIterator[TestDatabase]:
    mine = await postgres.fresh(city_template)
    yield mine
    await postgres.drop(mine)


@pytest.fixture
async def city(database: Database, db: TestDatabase) -> City:
    vault = Vault({"2026": bytes(32)}, bytes(32))
    return await world.visit(Services(database, vault=vault, extras={"superuser": db.superuser}))


@pytest.fixture
async def crowd(city: City, db: TestDatabase) -> AsyncIterator[City]:
    """The same city, with as many connections as there are callers."""
    wide = OneOfMany(db.app, size=50)
    yield City(Services(wide, vault=city.services.vault, extras=city.services.extras), city.units)
    await wide.close()


@pytest.fixture
async def caller(city: City) -> AsyncIterator[Caller]:
    async def identify(_: Any) -> Actor | None:
        return made.actor

    app = create_app(city.services, identify)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://test") as client:
        made = Caller(client)
        made.actor = city.office
        yield made
