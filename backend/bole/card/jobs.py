"""The worker's part: large batches, and what each night brings."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from bole.card.batch_service import JOB, issue_some
from bole.card.housekeeping import (
    bring_successor,
    expire_card,
    grant_periods,
    lapse_booking,
    lapse_periods,
)
from bole.card.models import CardBatch
from bole.card.rules import BatchStatus
from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.events import every, job


@job(JOB)
async def issue_batch(services: Services, *, batch_id: str) -> None:
    """Issues an approved batch to its end, a hundred people in each unit of work; begun again, it goes on."""
    done = False
    while not done:
        async with Work(services).write(PLATFORM) as ctx:
            ctx.performed.append("job.card.issue_batch")
            batch = await ctx.lock(CardBatch, UUID(batch_id))
            done = batch.status is not BatchStatus.APPROVED or await issue_some(ctx, batch)


@every("5 16 * * *", "card.night")
async def night(services: Services) -> None:
    """Five past midnight in China."""
    for step in (bring_successor, expire_card, lapse_booking, lapse_periods):
        await _until_done(services, step)
    await _grant_all(services)


async def _until_done(services: Services, step: Callable[[Context], Awaitable[object]]) -> None:
    more = True
    while more:
        async with Work(services).write(PLATFORM) as ctx:
            ctx.performed.append(f"job.card.{step.__name__}")
            more = bool(await step(ctx))


async def _grant_all(services: Services) -> None:
    last: UUID | None = None
    while True:
        async with Work(services).write(PLATFORM) as ctx:
            ctx.performed.append("job.card.grant_periods")
            found = await grant_periods(ctx, after=last)
        if not found:
            return
        last = found[-1].id
