"""One embedded server for every test process of this user on this machine; a database of its own for each test.

A template is made once for each state of the schema (named by the hash of its SQL) and cloned: 0.03 s where the
server's files lie in memory, 0.2–0.3 s where they lie on a disk (700 small files are copied).
Whoever was killed leaves clones behind; the next run drops those whose process is gone.
"""

import asyncio
import hashlib
import itertools
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import ClassVar

import asyncpg
import psutil
from sqlalchemy import Engine
from sqlalchemy.ext.asyncio import AsyncEngine

from bole.core import ddl, server
from bole.core.database import Database

MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30
KEPT_TEMPLATES = 60
"""Several states of the schema, of some eight templates each: a run that is under way must find its own."""
_numbers = itertools.count(1)


def _folder() -> Path:
    """In memory, if there is room for it; a container's `/dev/shm` may be of 64 MB."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM < psutil.virtual_memory().available
    return (MEMORY if roomy else Path(tempfile.gettempdir())) / f"bole-test-pg-{os.getuid()}"


@dataclass(frozen=True)
class TestDatabase:
    """A database that one test has for itself."""

    __test__ = False  # its name is no test's

    name: str
    owner: str
    """DSN of the tables' owner: sees no rows of forced tables either."""
    app: str
    """DSN of the app's login, a member of every `bole_*` role: what the product connects as."""
    superuser: str
    """DSN that row policies do not bind: for looking at what is really there."""


CONNECTED = "default_isolation_level"
"""What SQLAlchemy learns of a server when it connects first."""


class OneOfMany(Database):
    """Databases of tests are alike: what SQLAlchemy compiled for one of them serves the next."""

    first: ClassVar[dict[str, Engine]] = {}

    def engine(self, role: str) -> AsyncEngine:
        made = super().engine(role)
        mine, first = made.sync_engine, self.first.get(role)
        if first is None or not hasattr(first.dialect, CONNECTED):
            self.first[role] = mine  # it has never connected: its dialect knows nothing of the server yet
        else:
            mine.dialect, mine._compiled_cache = first.dialect, first._compiled_cache
        return made


Build = Callable[[TestDatabase], Awaitable[None]]


class TestServer:
    """The shared server, and the maintenance work on it."""

    __test__ = False

    def __init__(self) -> None:
        self.server = server.start(_folder(), durable=False)
        self._kept: dict[asyncio.AbstractEventLoop, asyncpg.Connection] = {}

    def database(self, name: str) -> TestDatabase:
        address = self.server.address(name)
        return TestDatabase(name, address.owner, address.app, self.server.dsn(name))

    @asynccontextmanager
    async def maintenance(self) -> AsyncIterator[asyncpg.Connection]:
        connection = await asyncpg.connect(self.server.dsn("postgres"))
        try:
            yield connection
        finally:
            await connection.close()

    async def _keeper(self) -> asyncpg.Connection:
        """This process's own connection for making and dropping: one for each would cost a tenth of the work."""
        loop = asyncio.get_running_loop()
        if loop not in self._kept or self._kept[loop].is_closed():
            self._kept[loop] = await asyncpg.connect(self.server.dsn("postgres"))
        return self._kept[loop]

    async def template(self) -> str:
        """The name of an empty database with today's schema."""
        import_module("bole.tables")
        statements = list(ddl.everything())
        name = "bole_tpl_" + hashlib.sha256("\n".join(statements).encode()).hexdigest()[:16]

        async def build(database: TestDatabase) -> None:
            owner = await asyncpg.connect(database.owner)
            try:
                async with owner.transaction():
                    for statement in statements:
                        await owner.execute(statement)
            finally:
                await owner.close()

        await self.made_once(name, build)
        return name

    async def made_once(self, name: str, build: Build, *, template: str | None = None) -> None:
        """Makes the template `name` by `build`, on top of `template`, unless some process has made it already."""
        async with self.maintenance() as db:
            await db.execute("select pg_advisory_lock(hashtext($1))", name)
            if await db.fetchval("select datistemplate from pg_database where datname = $1", name):
                return
            await server.drop_database(db, name)  # half made by one that was killed
            if template:
                await self._clone(db, template, name)
            else:
                await server.create_database(db, name)
            await build(self.database(name))
            await db.execute(f"alter database {name} is_template true allow_connections false")
            await self._forget_old_templates(db)

    async def fresh(self, template: str) -> TestDatabase:
        name = f"bole_t_{os.getpid()}_{next(_numbers)}"
        await self._clone(await self._keeper(), template, name)
        return self.database(name)

    async def drop(self, database: TestDatabase) -> None:
        await server.drop_database(await self._keeper(), database.name)

    async def clear_leftovers(self) -> None:
        """Drops the clones of test processes that are gone."""
        async with self.maintenance() as db:
            names = await db.fetch("select datname from pg_database where datname like 'bole\\_t\\_%'")
            for (name,) in names:
                if not psutil.pid_exists(int(name.split("_")[2])):
                    await server.drop_database(db, name)

    async def _clone(self, db: asyncpg.Connection, template: str, name: str) -> None:
        await db.execute(
            f"create database {name} template {template} strategy file_copy owner {server.OWNER}"
        )

    async def _forget_old_templates(self, db: asyncpg.Connection) -> None:
        old = await db.fetch(
            "select datname from pg_database where datname like 'bole\\_tpl\\_%' and datistemplate"
            " order by oid desc offset $1",
            KEPT_TEMPLATES,
        )
        for (name,) in old:
            await db.execute(f"alter database {name} is_template false")
            await server.drop_database(db, name)
