"""Giving back and settling: bookings confirmed or given up, uses reversed, rights closed. Internal steps of
commands; whoever calls them holds the card already (lock order: card, redemption, entitlements, pools)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel import select as rows

from bole.card.events import PoolPlaceFreed
from bole.card.models import Card
from bole.card.quota_models import CityPool, Entitlement, EntitlementLedger, PoolWait, Redemption
from bole.card.quota_rules import REDEMPTION_FLOW, WAIT_FLOW, Entry, Period, granted
from bole.core.context import Context
from bole.core.errors import NotFound

HELD = (Entry.RESERVED, Entry.CANCELLED)
SPENT = (Entry.CONFIRMED, Entry.REVERSED)


async def card_of(ctx: Context, redemption_id: UUID) -> tuple[Card, Redemption]:
    """The redemption and its card, both locked in the common order; refuses NotFound."""
    redemption = await ctx.get(Redemption, redemption_id)
    shared = rows(Card).where(col(Card.id) == redemption.card_id).with_for_update(read=True)
    card = (await ctx.db.exec(shared, execution_options={"populate_existing": True})).one()
    return card, await ctx.lock(Redemption, redemption_id)


async def touched(
    ctx: Context, redemption: Redemption, entries: Sequence[Entry]
) -> list[tuple[Entitlement, int, bool]]:
    """The rights that a redemption still holds or has spent, locked: each with how much, and whether the
    city's pool is counted along with it."""
    ledger = EntitlementLedger
    stmt = (
        select(col(ledger.entitlement_id), -func.sum(col(ledger.amount)), func.count(col(ledger.pool_id)))
        .where(col(ledger.redemption_id) == redemption.id, col(ledger.entry).in_(entries))
        .group_by(col(ledger.entitlement_id))
        .having(func.sum(col(ledger.amount)) < 0)
    )
    found = {id_: (int(n), bool(pools)) for id_, n, pools in await ctx.db.execute(stmt)}
    locked = (
        rows(Entitlement)
        .where(col(Entitlement.id).in_(found))
        .order_by(col(Entitlement.id))
        .with_for_update(key_share=True)
    )
    rights = await ctx.db.exec(locked, execution_options={"populate_existing": True})
    return [(right, *found[right.id]) for right in rights]


def tell(
    ctx: Context,
    right: Entitlement,
    entry: Entry,
    amount: int,
    *,
    key: str,
    redemption: Redemption | None = None,
    pool: bool = False,
    note: str = "",
) -> None:
    """One row of the ledger."""
    ctx.db.add(
        EntitlementLedger(
            entitlement_id=right.id,
            talent_id=right.talent_id,
            unit_path=right.unit_path,
            entry=entry,
            amount=amount,
            redemption_id=redemption.id if redemption else None,
            pool_id=redemption.pool_id if redemption and pool else None,
            key=key,
            note=note,
            by_id=ctx.actor.id,
        )
    )


async def lock_pool(ctx: Context, pool_id: UUID) -> CityPool:
    """Refuses NotFound."""
    stmt = rows(CityPool).where(col(CityPool.id) == pool_id).with_for_update(key_share=True)
    found = (await ctx.db.exec(stmt, execution_options={"populate_existing": True})).first()
    if found is None:
        raise NotFound()
    return found


def leave(wait: PoolWait, pool: CityPool, *, reason: str) -> None:
    """Out of the line of a pool that the caller holds; a place that was kept for nobody else is free."""
    wait.status = WAIT_FLOW.after(wait.status, "leave")
    wait.reason = reason
    pool.waiting -= 1
    pool.held = min(pool.held, pool.waiting)


async def spend_held(ctx: Context, redemption: Redemption) -> None:
    """A booking becomes a use: what was held is given up and spent in one go."""
    for right, n, pooled in await touched(ctx, redemption, HELD):
        right.reserved -= n
        right.used += n
        kept, spent = f"{redemption.id}:kept", f"{redemption.id}:confirmed"
        words = "预约转为核销"
        tell(ctx, right, Entry.CANCELLED, n, key=kept, redemption=redemption, pool=pooled, note=words)
        tell(ctx, right, Entry.CONFIRMED, -n, key=spent, redemption=redemption, pool=pooled)
    if redemption.pool_id is not None:
        pool = await lock_pool(ctx, redemption.pool_id)
        pool.reserved -= redemption.amount
        pool.used += redemption.amount


async def release(ctx: Context, redemption: Redemption, step: str, *, reason: str) -> None:
    """A booking is given up (`cancel`) or nobody came (`lapse`): what it held is free again."""
    redemption.status = REDEMPTION_FLOW.after(redemption.status, step)
    redemption.reason = reason
    redemption.needs_decision = False
    for right, n, pooled in await touched(ctx, redemption, HELD):
        right.reserved -= n
        key = f"{redemption.id}:cancelled"
        tell(ctx, right, Entry.CANCELLED, n, key=key, redemption=redemption, pool=pooled, note=reason)
    if redemption.pool_id is not None:
        pool = await lock_pool(ctx, redemption.pool_id)
        pool.reserved -= redemption.amount
        hold_for_waiters(ctx, pool, redemption.amount)


def hold_for_waiters(ctx: Context, pool: CityPool, places: int) -> None:
    """Places that came free go to those in line before anyone who walks in."""
    if pool.ends_on <= ctx.today:
        return
    held = min(places, pool.waiting - pool.held, pool.quota - pool.used - pool.reserved - pool.held)
    if held > 0:
        pool.held += held
        ctx.emit(PoolPlaceFreed(pool.id))


async def close(ctx: Context, rights: Sequence[Entitlement], *, note: str) -> None:
    """What is left of these rights lapses. Bookings stay held until they are decided."""
    for right in rights:
        left = 0 if right.quota is None else right.quota - right.used - right.reserved - right.lapsed
        if left > 0:
            right.lapsed += left
            tell(
                ctx, right, Entry.LAPSED, -left, key=f"lapsed:{right.lapsed}:{ctx.now.isoformat()}", note=note
            )
        right.closed_at, right.live = ctx.now, False


async def recount(ctx: Context, talent_id: UUID, service: str, *, cause: str) -> None:
    """After something came back to a right that is closed: it lapses there, and the right that followed it
    under a new card is given as much more. Doing it twice does it once."""
    e = Entitlement
    stmt = (
        rows(Entitlement)
        .where(col(e.talent_id) == talent_id, col(e.service_code) == service)
        .order_by(col(e.id))
        .with_for_update(key_share=True)
    )
    rights = list(await ctx.db.exec(stmt, execution_options={"populate_existing": True}))
    await close(ctx, [r for r in rights if r.closed_at is not None], note="已结清的权益退回后作废")
    for right in rights:
        if right.closed_at is not None or not right.carried or right.period is Period.CARD:
            continue
        before = sum(r.used for r in rights if r.id != right.id and _same_period(r, right))
        if before >= right.carried:
            continue
        right.carried = before
        quota = granted(right.tier_quota, used_before=before)
        if quota is not None and right.quota is not None and quota > right.quota:
            more, right.quota = quota - right.quota, quota
            tell(ctx, right, Entry.GRANTED, more, key=f"recount:{cause}", note="换卡前的核销已冲正，补回额度")


def _same_period(one: Entitlement, other: Entitlement) -> bool:
    def key(r: Entitlement) -> tuple[object, ...]:
        return (r.period, r.starts_on, r.child_id, r.stage)

    return key(one) == key(other)
