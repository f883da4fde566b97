"""A database that is 潮州 already: the profile loaded once, then cloned for each test (about 0.1 s)."""

import hashlib
from pathlib import Path

from tests.support.postgres import TestDatabase, TestServer

import bole.profiles
from bole.catalogue.profile import load_profile, read_profile
from bole.core.actor import PLATFORM
from bole.core.context import Services, Work
from bole.core.database import Database

CHAOZHOU = Path(bole.profiles.__path__[0]) / "chaozhou"


async def city_template(postgres: TestServer, template: str) -> str:
    """The name of a template with today's schema and the whole profile in it."""
    told = hashlib.sha256(template.encode())
    for path in sorted(p for p in CHAOZHOU.rglob("*") if p.suffix in {".toml", ".csv"}):
        told.update(path.read_bytes())
    name = f"bole_tpl_{told.hexdigest()[:16]}"

    async def build(database: TestDatabase) -> None:
        opened = Database(database.app, size=2)
        try:
            async with Work(Services(opened)).write(PLATFORM) as ctx:
                await load_profile(ctx, read_profile(CHAOZHOU))
        finally:
            await opened.close()

    await postgres.made_once(name, build, template=template)
    return name
