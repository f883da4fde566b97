"""One worker at a time for one import or export."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from bole.core.actor import ActorKind
from bole.core.context import Services


@asynccontextmanager
async def alone(services: Services, about: UUID) -> AsyncIterator[bool]:
    """Whether no other worker has this in hand. A dead worker's hold ends with its connection."""
    key = about.int % 2**63
    async with services.database.pool(ActorKind.SYSTEM.database_role).acquire() as connection:
        mine = await connection.fetchval("select pg_try_advisory_lock($1)", key)
        try:
            yield mine
        finally:
            if mine and not connection.is_closed():
                await connection.execute("select pg_advisory_unlock($1)", key)
