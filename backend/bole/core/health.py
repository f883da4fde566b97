"""Is the process alive (`/healthz`), and is everything that it needs as it should be (`/readyz`)?"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bole.core import server
from bole.core.actor import ActorKind
from bole.core.context import Services

AWAY = (TimeoutError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""Whatever the reason: no answer from the database is what matters here."""

SECONDS = 3
SYSTEM = ActorKind.SYSTEM.database_role
WORKER_SEEN = "select extract(epoch from clock_timestamp() - max(at)) from worker_heartbeat"
Behind = Callable[[asyncpg.Connection], Awaitable[str | None]]


@dataclass
class Health:
    """What this process asks of its surroundings. `behind` says in words how the migrations lag, or None."""

    services: Services
    behind: Behind
    worker_seconds: int

    async def faults(self) -> dict[str, list[str]]:
        """Each check by name, with what is wrong in words; an empty list is well."""
        found: dict[str, list[str]] = {}
        try:
            async with asyncio.timeout(SECONDS), self.services.database.pool(SYSTEM).acquire() as db:
                found["database"] = []
                found["server"] = await server.faults(db)
                found["role"] = await server.role_faults(db)
                behind = await self.behind(db)
                found["migrations"] = [behind] if behind else []
                found["worker"] = [] if behind else await self._worker(db)
        except AWAY:
            found["database"] = ["数据库无法连接"]
        return found

    async def _worker(self, db: asyncpg.Connection) -> list[str]:
        silent = await db.fetchval(WORKER_SEEN)
        if silent is None:
            return ["后台进程从未运行，请启动 bole worker"]
        if silent > self.worker_seconds:
            return [f"后台进程已 {int(silent)} 秒没有心跳，请检查 bole worker"]
        return []

    def routes(self) -> list[Route]:
        return [Route("/healthz", self._healthz), Route("/readyz", self._readyz)]

    async def _healthz(self, _: Request) -> Response:
        """The process answers. Nothing else is asked: a dead database must not restart every process."""
        return PlainTextResponse("ok", headers={"cache-control": "no-store"})

    async def _readyz(self, _: Request) -> Response:
        found = await self.faults()
        ready = not any(found.values())
        body: dict[str, Any] = {"ready": ready, "checks": {k: v or "ok" for k, v in found.items()}}
        return Response(
            orjson.dumps(body),
            200 if ready else 503,
            media_type="application/json",
            headers={"cache-control": "no-store"},
        )
