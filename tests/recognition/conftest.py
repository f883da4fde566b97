"""潮州 of its profile, cloned for each test, and a world on it."""

from pathlib import Path
from typing import Any

import pytest
from tests.recognition.world import World, the_world
from tests.support.city import city_template
from tests.support.postgres import TestServer

from bole.core.context import Services
from bole.core.database import Database
from bole.core.files import Files
from bole.core.secrets import Vault


@pytest.fixture(scope="session")
async def template(postgres: TestServer, template: str) -> str:
    return await city_template(postgres, template)


@pytest.fixture(scope="session")
def kept() -> dict[str, Any]:
    return {}


@pytest.fixture
async def world(database: Database, tmp_path: Path, kept: dict[str, Any]) -> World:
    vault = Vault({"2026": bytes(32)}, bytes(32))
    return await the_world(Services(database, vault=vault, files=Files.at(tmp_path / "files")), kept)
