"""What the card does when others tell what happened. Each may be told twice."""

from uuid import UUID

from sqlmodel import col
from sqlmodel import select as rows

from bole.card import lifecycle
from bole.card.counters import recount
from bole.card.events import (
    CardCancelled,
    CardFrozen,
    PoolPlaceFreed,
    RedemptionReversed,
    ReservationCancelled,
)
from bole.card.models import Card
from bole.card.offers import scheme
from bole.card.rules import CARD_FLOW, LIVE, CardStatus
from bole.card.wait_service import promote_next
from bole.core.context import Context
from bole.core.events import on
from bole.roster.events import LevelChanged, TalentClosed, TalentLeft
from bole.roster.models import Talent
from bole.roster.rules import DepartureReason, TalentStatus


@on(LevelChanged)
async def follow_level(ctx: Context, fact: LevelChanged) -> None:
    """Another level may mean another tier, or none."""
    await lifecycle.align(ctx, fact.talent_id, level=fact.after, since=fact.since)


@on(TalentLeft)
async def end_on_leaving(ctx: Context, fact: TalentLeft) -> None:
    """Frozen until it is clear what follows, or cancelled where the scheme says so (death, for one). Open
    bookings are given up either way."""
    talent = await ctx.find(Talent, fact.talent_id)
    if talent is None or talent.status is not TalentStatus.LEFT:
        return  # came back before we heard of it
    words = f"持卡人于 {fact.left_on.isoformat()} 离开名录（{DepartureReason(fact.reason).label}）"
    for card in await _live(ctx, fact.talent_id):
        plan = await scheme(ctx, card.scheme)
        if fact.reason in plan.body.ends_on_leaving or card.status is CardStatus.PENDING:
            await lifecycle.end(ctx, card, "cancel", reason=words)
            ctx.emit(CardCancelled(card.id, card.talent_id, words))
            continue
        if card.status is CardStatus.ACTIVE:
            await lifecycle.enter(ctx, card, CARD_FLOW.after(card.status, "freeze"), reason=words)
            ctx.emit(CardFrozen(card.id, card.talent_id, words))
        await lifecycle.give_up(ctx, card, reason=words)


@on(TalentClosed)
async def cancel_on_closing(ctx: Context, fact: TalentClosed) -> None:
    """A record closed for good keeps no card."""
    for card in await _live(ctx, fact.talent_id):
        await lifecycle.end(ctx, card, "cancel", reason="名录记录已注销")
        ctx.emit(CardCancelled(card.id, card.talent_id, card.status_reason))


@on(PoolPlaceFreed)
async def promote_waiters(ctx: Context, fact: PoolPlaceFreed) -> None:
    """The next in line gets the place that came free; whether there is another is told again, so that each
    waiter is served in a unit of work of its own."""
    if await promote_next(ctx, fact.pool_id):
        ctx.emit(PoolPlaceFreed(fact.pool_id))


@on(RedemptionReversed)
async def settle_reversal(ctx: Context, fact: RedemptionReversed) -> None:
    """What came back to a closed right lapses there, or goes to the card that followed."""
    await recount(ctx, fact.talent_id, fact.service_code, cause=str(fact.redemption_id))


@on(ReservationCancelled)
async def settle_cancellation(ctx: Context, fact: ReservationCancelled) -> None:
    """As for a reversal."""
    await recount(ctx, fact.talent_id, fact.service_code, cause=str(fact.redemption_id))


async def _live(ctx: Context, talent_id: UUID) -> list[Card]:
    stmt = (
        rows(Card)
        .where(col(Card.talent_id) == talent_id, col(Card.status).in_(LIVE))
        .order_by(col(Card.id))
        .with_for_update(key_share=True)
    )
    return list(await ctx.db.exec(stmt))
