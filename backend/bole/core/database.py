"""The database as a process sees it: one pool and one engine for each database role."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bole.core.errors import Unavailable

DEADLINE_SECONDS = 8
"""PostgreSQL ends a statement of the app after this long; the edge's own deadline is a little later."""

SETTINGS = {"timezone": "Asia/Shanghai", "jit": "off", "statement_timeout": f"{DEADLINE_SECONDS}s"}
LOST = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
)
"""What a dead or dying server looks like to asyncpg."""


class _Connection(asyncpg.Connection):  # type: ignore[misc]
    """Nothing outlives a statement here (no session state is ever set), so nothing needs a reset:
    the default reset query doubled the cost of a short read."""

    def get_reset_query(self) -> str:
        return ""


class Database:
    """Opened once a process. `dsn` logs in as the app's login role, a member of every `bole_*` role."""

    def __init__(self, dsn: str, *, size: int = 10) -> None:
        self.dsn, self.size = dsn, size
        self._pools: dict[str, asyncpg.Pool] = {}
        self._engines: dict[str, AsyncEngine] = {}
        self._opening = asyncio.Lock()

    def engine(self, role: str) -> AsyncEngine:
        """For commands: SQLAlchemy over asyncpg, under `role`."""
        if role not in self._engines:
            url = "postgresql+asyncpg://" + self.dsn.split("://", 1)[1]
            made = self._engines[role] = create_async_engine(
                url,
                pool_size=self.size,
                max_overflow=0,
                pool_timeout=DEADLINE_SECONDS,
                pool_pre_ping=False,
                json_serializer=_dumps,
                enable_from_linting=False,  # it warns of every join with a CTE of one row
                connect_args={"server_settings": {**SETTINGS, "role": role}, "timeout": 5},
            )
            event.listen(made.sync_engine, "checkout", _still_open)
        return self._engines[role]

    def pool(self, role: str) -> "_Pool":
        """For reads and hot commands: raw asyncpg under `role`, autocommit, generic plans."""
        return _Pool(self, role)

    async def _raw(self, role: str) -> asyncpg.Pool:
        if role not in self._pools:
            async with self._opening:
                if role not in self._pools:
                    self._pools[role] = await asyncpg.create_pool(
                        self.dsn,
                        min_size=0,
                        max_size=self.size,
                        max_inactive_connection_lifetime=300,
                        statement_cache_size=1000,
                        max_cached_statement_lifetime=0,
                        connection_class=_Connection,
                        init=_init,
                        timeout=5,
                        server_settings={**SETTINGS, "role": role, "plan_cache_mode": "force_generic_plan"},
                    )
        return self._pools[role]

    async def close(self) -> None:
        for pool in self._pools.values():
            pool.terminate()
        for engine in self._engines.values():
            await engine.dispose()
        self._pools.clear()
        self._engines.clear()


class _Pool:
    """A pool that turns a dead server into a refusal (Unavailable)."""

    def __init__(self, database: Database, role: str) -> None:
        self.database, self.role = database, role

    @asynccontextmanager
    async def acquire(self) -> AsyncIterator[asyncpg.Connection]:
        pool = self.database._pools.get(self.role) or await self.database._raw(self.role)
        connection = await pool.acquire(timeout=DEADLINE_SECONDS)
        try:
            yield connection
        finally:
            await pool.release(connection)

    async def fetchval(self, sql: str, *args: Any) -> Any:
        pool = self.database._pools.get(self.role) or await self.database._raw(self.role)
        return await pool.fetchval(sql, *args)

    async def fetchrow(self, sql: str, *args: Any) -> Any:
        pool = self.database._pools.get(self.role) or await self.database._raw(self.role)
        return await pool.fetchrow(sql, *args)


def _still_open(connection: Any, _: Any, __: Any) -> None:
    """A connection that broke while nobody used it is replaced, without asking the server each time."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


async def _init(connection: asyncpg.Connection) -> None:
    """JSON arrives as the bytes PostgreSQL wrote: they go out as they came."""
    await connection.set_type_codec(
        "json", schema="pg_catalog", encoder=_as_bytes, decoder=_as_bytes, format="binary"
    )


def _as_bytes(value: bytes) -> bytes:
    return value


def _dumps(value: Any) -> str:
    import orjson

    return orjson.dumps(value, default=str).decode()


def lost(error: BaseException) -> bool:
    """Is this error the database being away, rather than a wrong request?"""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, LOST) and not isinstance(seen, asyncpg.PostgresSyntaxError):
            return True
        seen = seen.__cause__ or getattr(seen, "orig", None)
    return isinstance(error, TimeoutError)


def away() -> Unavailable:
    return Unavailable(what="数据库")
