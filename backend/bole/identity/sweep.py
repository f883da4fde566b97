"""Every night: tries, attempts and signatures that are over are forgotten, so that their tables stay small."""

from bole.core import clock
from bole.core.actor import ActorKind
from bole.core.context import Services
from bole.core.events import every
from bole.identity import reports


@every("40 18 * * *", "identity.sweep")  # 02:40 in China
async def sweep(services: Services) -> None:
    async with services.database.pool(ActorKind.SYSTEM.database_role).acquire() as db:
        for statement in reports.SWEEP:
            await db.execute(statement, clock.now())
