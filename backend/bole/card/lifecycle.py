"""What follows from a card's steps: rights that move to the next card, are granted anew, or lapse. Internal
steps of commands, reactions and jobs; whoever calls them holds the card (`hold`)."""

import secrets
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import and_, literal, or_, select, update
from sqlmodel import col
from sqlmodel import select as rows

from bole.card import rules
from bole.card.counters import HELD, close, leave, lock_pool, release, tell, touched
from bole.card.events import CardCancelled, CardReplaced, CardTierChanged, ReservationCancelled
from bole.card.granting import Subject, grant
from bole.card.models import Card
from bole.card.offers import Offer, Scheme, offers, scheme
from bole.card.quota_models import CityPool, Entitlement, PoolWait, Redemption
from bole.card.quota_rules import Entry, RedemptionStatus, WaitStatus
from bole.card.rules import CARD_FLOW, LIVE, CardStatus, Succession, Tier
from bole.core.context import Context
from bole.core.errors import NotFound
from bole.roster.models import LevelGrant


async def recognised_until(ctx: Context, talent_ids: Sequence[UUID]) -> dict[UUID, date | None]:
    """The last day of the level that each holds today (None: no end)."""
    g = LevelGrant
    stmt = select(col(g.talent_id), col(g.valid_until)).where(
        col(g.talent_id).in_(talent_ids),
        col(g.valid_from) <= ctx.today,
        or_(col(g.valid_until).is_(None), col(g.valid_until) >= ctx.today),
    )
    return {row.talent_id: row.valid_until for row in await ctx.db.execute(stmt)}


async def hold(ctx: Context, card_id: UUID) -> Card:
    """The card, held for a step of its life; refuses NotFound. Not FOR UPDATE (`ctx.lock`): that would bar the
    foreign key of a use which holds a right of the card already, and the two would wait for each other."""
    stmt = rows(Card).where(col(Card.id) == card_id).with_for_update(key_share=True)
    found = (await ctx.db.exec(stmt, execution_options={"populate_existing": True})).first()
    if found is None:
        raise NotFound()
    return found


async def enter(ctx: Context, card: Card, status: CardStatus, *, reason: str = "") -> None:
    """Puts a card that the caller holds into a status that its flow allowed, and tells its rights."""
    card.status = status
    card.status_reason = reason
    card.status_since = ctx.now
    await ctx.db.flush()
    e = Entitlement
    mine = select(col(e.id)).where(col(e.card_id) == card.id, col(e.closed_at).is_(None))
    in_order = mine.order_by(col(e.id)).with_for_update(key_share=True).cte("mine")
    told = update(e).where(col(e.id) == in_order.c.id).values(live=status is CardStatus.ACTIVE)
    await ctx.db.execute(told, execution_options={"synchronize_session": False})


async def new_number(ctx: Context, prefix: str) -> str:
    """A number nobody has. Of 2^50 a second try is practically never made; the constraint decides."""
    while True:
        number = rules.card_number(prefix, ctx.today.year, secrets.randbits(50))
        if (await ctx.db.execute(select(col(Card.id)).where(col(Card.number) == number))).first() is None:
            return number


async def reissue(ctx: Context, old: Card, *, reason: str) -> Card:
    """A new number for the same right: rights, bookings and places in line go over as they are."""
    status = CardStatus.ACTIVE if old.status is CardStatus.LOST else old.status
    frozen_for = old.status_reason if status is CardStatus.FROZEN else ""
    prefix = old.number.partition("-")[0][:-2]
    await _succeed(ctx, old, Succession.REISSUE, reason=reason)
    new = Card(
        **old.model_dump(
            include={"talent_id", "unit_path", "scheme", "scheme_version", "tier", "tier_name", "level"}
            | {"valid_from", "valid_until", "batch_id"}
        ),
        number=await new_number(ctx, prefix),
        predecessor_id=old.id,
        status=status,
        status_reason=frozen_for,
        status_since=ctx.now,
    )
    ctx.db.add(new)
    await ctx.db.flush()
    booked = col(Redemption.status) == RedemptionStatus.RESERVED
    await ctx.db.execute(
        update(Redemption).where(col(Redemption.card_id) == old.id, booked).values(card_id=new.id)
    )
    usable = and_(col(Entitlement.closed_at).is_(None), literal(status is CardStatus.ACTIVE))
    moved = update(Entitlement).where(col(Entitlement.card_id) == old.id)
    await ctx.db.execute(moved.values(card_id=new.id, live=usable))
    await _keep_place_in_line(ctx, old, new)
    ctx.emit(CardReplaced(old.id, new.id, old.talent_id, reason))
    return new


async def align(ctx: Context, talent_id: UUID, *, level: str | None, since: date) -> None:
    """Makes the talent's cards say what `level` gives from `since` on: the same, another tier, or an end.
    A change that lies ahead closes the old card the day before, so that no hour of it is missed at midnight;
    the night's job then brings the new one."""
    live = rows(Card).where(col(Card.talent_id) == talent_id, col(Card.status).in_(LIVE))
    for card in await ctx.db.exec(live.order_by(col(Card.id)).with_for_update(key_share=True)):
        plan = await scheme(ctx, card.scheme)
        tier = rules.tier_of(level, plan.tiers)
        if tier is not None and tier.code == card.tier and card.succession is None:
            continue
        if since > ctx.today:
            if card.valid_from < since:
                card.succession, card.succeeded_on = Succession.TIER, since
                card.valid_until = min(card.valid_until, since - timedelta(days=1))
        elif tier is None or level is None:
            await end(ctx, card, "cancel", reason="层次不再对应任何卡种")
            ctx.emit(CardCancelled(card.id, card.talent_id, card.status_reason))
        else:
            ends = await recognised_until(ctx, [talent_id])
            await regrade(ctx, card, plan, tier, level=level, recognised_until=ends.get(talent_id))


async def regrade(
    ctx: Context, old: Card, plan: Scheme, tier: Tier, *, level: str, recognised_until: date | None = None
) -> Card:
    """A card of another tier takes over from today. Its rights are granted anew: the new tier's quota less
    what was used in the period, never below zero, nothing clawed back. Bookings move where there is room;
    where there is none they stay for the office to decide."""
    status = CardStatus.ACTIVE if old.status is CardStatus.LOST else old.status
    frozen_for = old.status_reason if status is CardStatus.FROZEN else ""
    words = f"层次变为{tier.name}对应层次"
    await _succeed(ctx, old, Succession.TIER, reason=words)
    start = min(old.valid_from, ctx.today) if status is CardStatus.PENDING else ctx.today
    new = Card(
        talent_id=old.talent_id,
        unit_path=old.unit_path,
        batch_id=old.batch_id,
        number=await new_number(ctx, plan.body.number_prefix),
        scheme=old.scheme,
        scheme_version=plan.version,
        tier=tier.code,
        tier_name=tier.name,
        level=level,
        valid_from=start,
        valid_until=rules.valid_until(start, years=plan.body.valid_years, recognised_until=recognised_until),
        predecessor_id=old.id,
        status=status,
        status_reason=frozen_for,
        status_since=ctx.now,
    )
    ctx.db.add(new)
    await ctx.db.flush()
    versions = await offers(ctx, old.scheme)
    booked = await _bookings(ctx, old)
    mine = await _open_rights(ctx, old)
    if status is not CardStatus.PENDING:
        await grant(ctx, new, versions, ctx.today)
    undecided = 0
    for booking in booked:
        booking.card_id = new.id
        if not await _move(ctx, booking, new, versions):
            booking.needs_decision = True
            undecided += 1
    await close(ctx, mine, note="换级结清")
    await _keep_place_in_line(ctx, old, new)
    ctx.emit(CardTierChanged(old.id, new.id, old.talent_id, tier.code, undecided))
    return new


async def end(ctx: Context, card: Card, step: str, *, reason: str) -> None:
    """The card ends (`cancel`, `expire`): bookings are given up, what is left lapses."""
    await enter(ctx, card, CARD_FLOW.after(card.status, step), reason=reason)
    await give_up(ctx, card, reason=reason)
    await close(ctx, await _open_rights(ctx, card), note=reason)


async def give_up(ctx: Context, card: Card, *, reason: str) -> None:
    """Bookings and places in line are given up. Locks rights, then all pools concerned by id, before either."""
    await _open_rights(ctx, card)
    waits = select(col(PoolWait.pool_id)).where(
        col(PoolWait.card_id) == card.id, col(PoolWait.status) == WaitStatus.WAITING
    )
    booked = select(col(Redemption.pool_id)).where(
        col(Redemption.card_id) == card.id, col(Redemption.status) == RedemptionStatus.RESERVED
    )
    pools = select(col(CityPool.id)).where(or_(col(CityPool.id).in_(waits), col(CityPool.id).in_(booked)))
    await ctx.db.execute(pools.order_by(col(CityPool.id)).with_for_update(key_share=True))
    await _leave_line(ctx, card, reason=reason)
    for booking in await _bookings(ctx, card):
        await release(ctx, booking, "cancel", reason=reason)
        ctx.emit(ReservationCancelled(booking.id, card.talent_id, booking.service_code, reason, lapsed=False))


async def _succeed(ctx: Context, old: Card, how: Succession, *, reason: str) -> None:
    after = CARD_FLOW.after(old.status, "replace")
    old.succession = how
    old.succeeded_on = ctx.today if old.succeeded_on is None else min(old.succeeded_on, ctx.today)
    if how is Succession.TIER and old.valid_from < ctx.today:
        old.valid_until = min(old.valid_until, ctx.today - timedelta(days=1))
    await enter(ctx, old, after, reason=reason)


async def _leave_line(ctx: Context, card: Card, *, reason: str) -> None:
    """Who can use the card no longer waits for no place."""
    stmt = (
        rows(PoolWait)
        .where(col(PoolWait.card_id) == card.id, col(PoolWait.status) == WaitStatus.WAITING)
        .order_by(col(PoolWait.pool_id))
        .with_for_update()
    )
    for wait in await ctx.db.exec(stmt):
        leave(wait, await lock_pool(ctx, wait.pool_id), reason=reason)


async def _keep_place_in_line(ctx: Context, old: Card, new: Card) -> None:
    waiting = col(PoolWait.status) == WaitStatus.WAITING
    stmt = update(PoolWait).where(col(PoolWait.card_id) == old.id, waiting)
    await ctx.db.execute(stmt.values(card_id=new.id))


async def _bookings(ctx: Context, card: Card) -> list[Redemption]:
    stmt = (
        rows(Redemption)
        .where(col(Redemption.card_id) == card.id, col(Redemption.status) == RedemptionStatus.RESERVED)
        # pools are locked one booking after the other: in one order, so that two cards never cross
        .order_by(col(Redemption.pool_id), col(Redemption.day), col(Redemption.id))
        .with_for_update()
    )
    return list(await ctx.db.exec(stmt, execution_options={"populate_existing": True}))


async def _open_rights(ctx: Context, card: Card) -> list[Entitlement]:
    stmt = (
        rows(Entitlement)
        .where(col(Entitlement.card_id) == card.id, col(Entitlement.closed_at).is_(None))
        .order_by(col(Entitlement.id))
        .with_for_update(key_share=True)
    )
    return list(await ctx.db.exec(stmt, execution_options={"populate_existing": True}))


async def _move(ctx: Context, booking: Redemption, new: Card, versions: list[Offer]) -> bool:
    """A booking goes over to the new card's rights, all of them or none."""
    of_service = [o for o in versions if o.code == booking.service_code]
    subject = Subject(booking.child_id, booking.stage)
    await grant(ctx, new, of_service, booking.day, daily=True, subject=subject)
    e = Entitlement
    stmt = (
        rows(Entitlement)
        .where(
            col(e.card_id) == new.id,
            col(e.service_code) == booking.service_code,
            col(e.starts_on) <= booking.day,
            col(e.ends_on) > booking.day,
            col(e.child_id).is_not_distinct_from(booking.child_id),
            col(e.stage) == booking.stage,
        )
        .order_by(col(e.id))
        .with_for_update(key_share=True)
    )
    there = list(await ctx.db.exec(stmt, execution_options={"populate_existing": True}))
    n = booking.amount
    if not there or any(r.quota is not None and r.used + r.reserved + r.lapsed + n > r.quota for r in there):
        return False
    for right, held, pooled in await touched(ctx, booking, HELD):
        right.reserved -= held
        key = f"{booking.id}:moved:{new.id}"
        tell(ctx, right, Entry.CANCELLED, held, key=key, redemption=booking, pool=pooled, note="预约转入新卡")
    for right in there:
        right.reserved += n
        key = f"{booking.id}:moved:{new.id}"
        tell(ctx, right, Entry.RESERVED, -n, key=key, redemption=booking, pool=right.main, note="由旧卡转入")
    booking.tier = new.tier
    return True
