"""Jobs: asked for inside a transaction, run by a worker at least once. The queue is pgqueuer's."""

from typing import Any

import orjson
from pgqueuer.db import AsyncpgDriver
from pgqueuer.queries import Queries


async def enqueue(connection: Any, jobs: list[tuple[str, dict[str, Any]]]) -> None:
    """Puts the jobs on the queue within the transaction of `connection` (asyncpg)."""
    queries = Queries(AsyncpgDriver(connection))
    names = [name for name, _ in jobs]
    bodies: list[bytes | None] = [orjson.dumps(payload, default=str) for _, payload in jobs]
    await queries.enqueue(names, bodies, [0] * len(jobs))
