"""What time alone brings about: cards expire, periods end and begin, nobody comes to a booking.

Each step is a small unit of work that may be done again. What touches pools takes one card or one booking at
a time, so that no unit of work holds two cards and waits, and one that cannot be done does not stop the others.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import select
from sqlmodel import col
from sqlmodel import select as rows

from bole.card import lifecycle
from bole.card.counters import card_of, release
from bole.card.events import CardExpired, ReservationCancelled
from bole.card.granting import grant, open_pools
from bole.card.models import Card
from bole.card.offers import offers
from bole.card.quota_models import Entitlement, EntitlementLedger, Redemption
from bole.card.quota_rules import Entry, RedemptionStatus
from bole.card.rules import LIVE, CardStatus
from bole.core.context import Context
from bole.roster.models import Talent

AT_ONCE = 100
LAPSE_AT_ONCE = 1000
GRACE_DAYS = 10
"""A period that ended stays open this long for uses recorded late: the longest any scheme may allow."""


async def ended_cards(ctx: Context) -> list[UUID]:
    """Cards whose last day is over."""
    over = col(Card.valid_until) < ctx.today
    stmt = select(col(Card.id)).where(over, col(Card.status).in_(LIVE), col(Card.succession).is_(None))
    return list((await ctx.db.execute(stmt.order_by(col(Card.id)))).scalars())


async def expire_card(ctx: Context, card_id: UUID) -> None:
    card = await lifecycle.hold(ctx, card_id)
    if card.status in LIVE and card.valid_until < ctx.today:
        await lifecycle.end(ctx, card, "expire", reason="有效期满")
        ctx.emit(CardExpired(card.id, card.talent_id))


async def succeeded_cards(ctx: Context) -> list[UUID]:
    """Cards whose change of tier was told ahead, and is due."""
    stmt = select(col(Card.id)).where(col(Card.succeeded_on) <= ctx.today, col(Card.status).in_(LIVE))
    return list((await ctx.db.execute(stmt.order_by(col(Card.id)))).scalars())


async def bring_successor(ctx: Context, card_id: UUID) -> None:
    card = await ctx.get(Card, card_id)
    talent = await ctx.get(Talent, card.talent_id)
    await lifecycle.align(ctx, talent.id, level=talent.level, since=card.succeeded_on or ctx.today)


async def missed_bookings(ctx: Context) -> list[UUID]:
    """Bookings whose day passed, and nobody came."""
    over = col(Redemption.day) < ctx.today - timedelta(days=GRACE_DAYS)
    stmt = select(col(Redemption.id)).where(col(Redemption.status) == RedemptionStatus.RESERVED, over)
    return list((await ctx.db.execute(stmt.order_by(col(Redemption.id)))).scalars())


async def lapse_booking(ctx: Context, redemption_id: UUID) -> None:
    """Gives back what was held for it."""
    _, booking = await card_of(ctx, redemption_id)
    if booking.status is RedemptionStatus.RESERVED:
        await release(ctx, booking, "lapse", reason="逾期未到")
        words = booking.reason
        ctx.emit(
            ReservationCancelled(booking.id, booking.talent_id, booking.service_code, words, lapsed=True)
        )


async def lapse_periods(ctx: Context) -> int:
    """Closes rights whose period is over: what is left lapses and is not carried over; how many."""
    return int((await ctx.db.execute(_LAPSE, {"over": ctx.today - timedelta(days=GRACE_DAYS), "now": ctx.now,
                                              "by": ctx.actor.id})).scalar_one())  # fmt: skip


def _lapse() -> sa.Select[Any]:
    e: Any = Entitlement.__table__.c  # type: ignore[attr-defined]
    over = sa.bindparam("over", type_=sa.Date())
    now = sa.bindparam("now", type_=sa.DateTime(timezone=True))
    by = sa.bindparam("by", type_=sa.Uuid())
    left = sa.func.coalesce(e.quota - e.used - e.reserved - e.lapsed, 0)
    ended = (
        select(e.id, e.talent_id, e.unit_path, left.label("left"))
        .where(e.closed_at.is_(None), e.ends_on <= over, e.reserved == 0)
        .order_by(e.ends_on, e.id)
        .limit(LAPSE_AT_ONCE)
        .with_for_update(key_share=True, skip_locked=True)
        .cte("ended")
    )
    closed = (
        sa.update(Entitlement)
        .values(lapsed=e.lapsed + ended.c.left, closed_at=now)
        .where(e.id == ended.c.id)
        .returning(e.id)
        .cte("closed")
    )
    lapsed = sa.select(
        sa.func.uuidv7(),
        ended.c.id,
        ended.c.talent_id,
        ended.c.unit_path,
        sa.literal_column(f"'{Entry.LAPSED.value}'"),
        -ended.c.left,
        sa.literal_column("'lapsed'"),
        sa.literal_column("'周期届满，未用部分作废'"),
        by,
    ).where(ended.c.left > 0)
    names = ["id", "entitlement_id", "talent_id", "unit_path", "entry", "amount", "key", "note", "by_id"]
    told = (
        sa.insert(EntitlementLedger)
        .from_select(names, lapsed, include_defaults=False)
        .returning(col(EntitlementLedger.id))
        .cte("told")
    )
    return sa.select(sa.func.count()).select_from(closed).add_cte(told)


_LAPSE = _lapse()


async def grant_periods(ctx: Context, after: object = None) -> list[Card]:
    """Grants the rights of today's and tomorrow's periods to the next cards, in order of id."""
    stmt = rows(Card).where(
        col(Card.status).in_((CardStatus.ACTIVE, CardStatus.FROZEN, CardStatus.LOST)),
        col(Card.valid_until) >= ctx.today,
    )
    if after is not None:
        stmt = stmt.where(col(Card.id) > after)
    held = stmt.order_by(col(Card.id)).limit(AT_ONCE).with_for_update(read=True)
    found = list(await ctx.db.exec(held))
    tomorrow = ctx.today + timedelta(days=1)
    for scheme in sorted({card.scheme for card in found}):
        versions = await offers(ctx, scheme)
        for day in (ctx.today, tomorrow):
            await open_pools(ctx, versions, day)
            for card in found:
                if card.scheme == scheme and card.valid_from <= day <= card.valid_until:
                    await grant(ctx, card, versions, day)
    return found
