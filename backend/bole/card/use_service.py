"""Bookings: made, confirmed, given up; and redemptions taken back."""

from datetime import date
from uuid import UUID

from sqlmodel import col, select

from bole.card import offers
from bole.card.counters import SPENT, card_of, hold_for_waiters, lock_pool, release, spend_held, tell, touched
from bole.card.events import (
    EntitlementRedeemed,
    EntitlementReserved,
    RedemptionReversed,
    ReservationCancelled,
)
from bole.card.explaining import check_card
from bole.card.quota_models import Redemption
from bole.card.quota_rules import (
    REDEMPTION_FLOW,
    Entry,
    RedemptionStatus,
    check_bookable,
    check_reversible,
)
from bole.card.redeem_service import amount_of, key_of, number_of, take
from bole.card.taking import Taking
from bole.core.context import Context
from bole.core.operation import command
from bole.core.permissions import Permission

TRIES = 4
"""How often a use is tried when what was in its way is gone: a right granted just now, a place given back."""

MOST_AT_ONCE = 100


@command(allow=Permission.CARD_REDEEM)
async def reserve(
    ctx: Context,
    *,
    card_number: str,
    service: str,
    day: date,
    key: str,
    amount: int = 1,
    child_id: UUID | None = None,
    stage: str = "",
) -> Redemption:
    """预约一项服务。

    预占本人额度与全市名额，到时核销或取消；逾期未到的自动退回。
    """
    told = await offers.offer(ctx, service, day)
    check_bookable(day, today=ctx.today, days_ahead=told.body.book_ahead_days)
    taking = Taking(
        number=number_of(card_number),
        service=service,
        day=day,
        occurred_at=ctx.now,
        key=key_of(key),
        amount=amount_of(amount),
        booked=True,
        child_id=child_id,
        stage=stage,
    )
    made, new = await take(ctx, taking)
    if new:
        ctx.emit(EntitlementReserved(made.id, made.card_id, made.talent_id, service, day, amount))
    return made


@command(allow=Permission.CARD_REDEEM)
async def confirm_reservation(ctx: Context, *, redemption_id: UUID) -> Redemption:
    """核销一笔预约。"""
    card, redemption = await card_of(ctx, redemption_id)
    if redemption.status is RedemptionStatus.CONFIRMED:
        return redemption  # the same act again: a counter retries after a timeout
    after = REDEMPTION_FLOW.after(redemption.status, "confirm")
    await check_card(ctx, card, ctx.today)
    redemption.status = after
    redemption.occurred_at = ctx.now
    await spend_held(ctx, redemption)
    ctx.emit(
        EntitlementRedeemed(
            redemption.id, card.id, card.talent_id, redemption.service_code, redemption.amount
        )
    )
    return redemption


@command(allow=Permission.CARD_REDEEM)
async def cancel_reservation(ctx: Context, *, redemption_id: UUID, reason: str = "") -> Redemption:
    """取消一笔预约。

    预占的额度退回；有人候补全市名额时，空出的名额依次递补。
    """
    _, redemption = await card_of(ctx, redemption_id)
    if redemption.status is RedemptionStatus.CANCELLED:
        return redemption
    await release(ctx, redemption, "cancel", reason=reason.strip())
    ctx.emit(
        ReservationCancelled(
            redemption.id, redemption.talent_id, redemption.service_code, redemption.reason, lapsed=False
        )
    )
    return redemption


@command(allow=Permission.CARD_REDEEM)
async def reverse_redemption(ctx: Context, *, redemption_id: UUID, key: str, reason: str = "") -> Redemption:
    """冲正一笔核销。

    另记一笔负数，原核销保留。网点在时限内可自行撤销；超过时限由人才办办理，已结算的须写明原因，计入本月。
    """
    card, redemption = await card_of(ctx, redemption_id)
    earlier = (
        await ctx.db.exec(select(Redemption).where(col(Redemption.reverses_id) == redemption.id))
    ).first()
    if earlier is not None and (earlier.by_id, earlier.key) == (ctx.actor.id, key):
        return earlier
    after = REDEMPTION_FLOW.after(redemption.status, "reverse")
    told = await offers.offer_or_last(ctx, redemption.service_code, redemption.day)
    scheme = await offers.scheme_or_last(ctx, card.scheme, redemption.day)
    check_reversible(
        occurred_at=redemption.occurred_at,
        now=ctx.now,
        hours=told.reverse_within_hours,
        settlement_day=scheme.settlement_day,
        by_office=ctx.actor.may(Permission.CARD_MANAGE),
        reason=reason,
    )
    redemption.status = after
    await ctx.db.flush()
    made = Redemption(
        **redemption.model_dump(
            include={"card_id", "talent_id", "unit_path", "service_code", "service_name", "tier"}
            | {"child_id", "stage", "pool_id", "provider_id"}
        ),
        day=ctx.today,
        occurred_at=ctx.now,
        amount=-redemption.amount,
        status=RedemptionStatus.CONFIRMED,
        by_id=ctx.actor.id,
        key=key_of(key),
        reverses_id=redemption.id,
        reason=reason.strip(),
    )
    ctx.db.add(made)
    await ctx.db.flush()
    for right, n, pooled in await touched(ctx, redemption, SPENT):
        right.used -= n
        back = f"{redemption.id}:reversed"
        tell(ctx, right, Entry.REVERSED, n, key=back, redemption=redemption, pool=pooled, note=made.reason)
    if redemption.pool_id is not None:
        pool = await lock_pool(ctx, redemption.pool_id)
        pool.used -= redemption.amount
        hold_for_waiters(ctx, pool, redemption.amount)
    ctx.emit(
        RedemptionReversed(
            redemption.id, made.id, card.talent_id, redemption.service_code, redemption.day, made.reason
        )
    )
    return made
