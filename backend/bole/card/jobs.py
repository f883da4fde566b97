"""The worker's part: large batches, and what each night brings."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import structlog

from bole.card.batch_service import JOB, issue_some
from bole.card.code_service import PRUNED_AT_ONCE, prune_codes
from bole.card.housekeeping import (
    bring_successor,
    ended_cards,
    expire_card,
    grant_periods,
    lapse_booking,
    lapse_periods,
    missed_bookings,
    succeeded_cards,
)
from bole.card.models import CardBatch
from bole.card.rules import BatchStatus
from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.events import every, job
from bole.core.faults import refusal_of

log = structlog.get_logger("bole.card")


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
    await _each(services, succeeded_cards, bring_successor)
    await _each(services, ended_cards, expire_card)
    await _each(services, missed_bookings, lapse_booking)
    await _lapse_all(services)
    await _grant_all(services)


async def _each(
    services: Services,
    due: Callable[[Context], Awaitable[list[UUID]]],
    step: Callable[[Context, UUID], Awaitable[None]],
) -> None:
    """Every one that is due, each in its own unit of work; what fails is told and tried again tomorrow."""
    async with Work(services).read(PLATFORM) as ctx:
        waiting = await due(ctx)
    failed = 0
    for id_ in waiting:
        try:
            async with Work(services).write(PLATFORM) as ctx:
                ctx.performed.append(f"job.card.{step.__name__}")
                await step(ctx, id_)
        except Exception as error:
            failed += 1
            log.warning("card_night", step=step.__name__, code=refusal_of(error).code(), exc_info=error)
    if waiting:
        log.info("card_night", step=step.__name__, done=len(waiting) - failed, failed=failed)


async def _lapse_all(services: Services) -> None:
    more = True
    while more:
        async with Work(services).write(PLATFORM) as ctx:
            more = bool(await lapse_periods(ctx))


async def _grant_all(services: Services) -> None:
    last: UUID | None = None
    while True:
        async with Work(services).write(PLATFORM) as ctx:
            ctx.performed.append("job.card.grant_periods")
            found = await grant_periods(ctx, after=last)
        if not found:
            return
        last = found[-1].id


@every("7 * * * *", "card.codes")
async def codes(services: Services) -> None:
    """Codes that are over, every hour: a phone in use leaves a hundred and twenty of them in that time."""
    while True:
        async with Work(services).write(PLATFORM) as ctx:
            if await prune_codes(ctx) < PRUNED_AT_ONCE:
                return
