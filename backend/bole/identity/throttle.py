"""Tries are counted in the database, so that ten processes count together, and outside the unit of work that
they belong to, so that a refused one counts too."""

from datetime import datetime

from bole.core.actor import ActorKind
from bole.core.context import Services
from bole.identity import reports
from bole.identity.rules import Bucket, TooManyTries

SYSTEM = ActorKind.SYSTEM.database_role


async def take(services: Services, wanted: list[tuple[str, Bucket]], now: datetime) -> None:
    """One try of each bucket; refuses (TooManyTries) while one of them is empty."""
    keys = [key for key, _ in wanted]
    sizes = [bucket.capacity for _, bucket in wanted]
    every = [bucket.every for _, bucket in wanted]
    async with services.database.pool(SYSTEM).acquire() as connection:
        taken = await connection.fetch(reports.TAKE, keys, sizes, every, now)
        if len(taken) == len(keys):
            return
        wait = await connection.fetchval(reports.WAIT, keys, sizes, every, now)
    raise TooManyTries(retry_after=max(int(wait or 0), 1))


async def give_back(services: Services, key: str) -> None:
    """Whoever proved to be the owner starts afresh."""
    await services.database.pool(SYSTEM).fetchval(reports.GIVE_BACK, key)
