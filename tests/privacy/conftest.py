"""潮州's units and catalogues with people to ask for their data; a database of its own for each test."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import orjson
import pytest
from tests.roster.conftest import everything, roster_db, roster_template  # noqa: F401  (fixtures)
from tests.roster.people import People, people_of
from tests.support.postgres import OneOfMany, TestDatabase

from bole import parts
from bole.core.actor import Actor
from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.core.files import Files


@pytest.fixture
async def people(roster_db: TestDatabase, tmp_path: Path) -> AsyncIterator[People]:  # noqa: F811
    parts.load()
    opened = OneOfMany(roster_db.app, size=6)
    made = await people_of(opened)
    made.services.files = Files.at(tmp_path / "files")
    yield made
    await opened.close()


@pytest.fixture
async def partner(everything: asyncpg.Connection) -> str:  # noqa: F811
    """The id of a hospital that verifies cards."""
    return str(
        await everything.fetchval(
            "insert into partner (id, code, name, role_code, status, version)"
            " values (uuidv7(), 'hosp', '潮州市中心医院', 'R10', 'active', 1) returning id"
        )
    )


@pytest.fixture
def ask(people: People) -> Any:
    """Sends a document of the whole schema as an actor; fails on errors."""
    from bole.schema import schema

    endpoint = Endpoint(schema, people.services, _nobody, Documents(schema._schema, introspection=False), {})

    async def send(actor: Actor, text: str, **variables: Any) -> Any:
        told = orjson.loads(await endpoint.answer(text, variables, actor))
        assert "errors" not in told, told["errors"]
        return told["data"]

    return send


async def _nobody(_: Any) -> Actor | None:
    return None
