"""Waiting for a place of a city pool that is used up: in line, promoted in order, or given up."""

from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlmodel import col
from sqlmodel import select as rows

from bole.card import rules
from bole.card.counters import hold_for_waiters, leave, lock_pool
from bole.card.events import PoolQuotaSet, WaiterPromoted
from bole.card.explaining import check_card, why_not
from bole.card.models import Card
from bole.card.quota_models import CityPool, Entitlement, PoolWait
from bole.card.quota_rules import (
    WAIT_FLOW,
    AlreadyInLine,
    CityPoolExhausted,
    StillRoom,
    WaitStatus,
    check_pool_quota,
)
from bole.card.redeem_service import number_of, take
from bole.card.taking import Taking
from bole.core.context import Context
from bole.core.errors import NotFound, Refusal
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission


@query(allow=Permission.CARD_READ)
def city_pools(ask: Ask, *, service: str | None = None, day: date | None = None) -> Select[CityPool]:
    """全市名额。"""
    stmt = select(CityPool)
    if service is not None:
        stmt = stmt.where(col(CityPool.service_code) == service)
    if day is not None:
        stmt = stmt.where(col(CityPool.starts_on) <= day, col(CityPool.ends_on) > day)
    return stmt.order_by(col(CityPool.starts_on).desc(), col(CityPool.service_code), col(CityPool.id))


@query(allow=Permission.CARD_READ)
def pool_waits(ask: Ask, *, pool_id: UUID, status: WaitStatus | None = None) -> Select[PoolWait]:
    """候补名单，先登记的在前。"""
    stmt = select(PoolWait).where(col(PoolWait.pool_id) == pool_id)
    if status is not None:
        stmt = stmt.where(col(PoolWait.status) == status)
    return stmt.order_by(col(PoolWait.id))


@command(allow=Permission.CARD_REDEEM)
async def join_pool_line(ctx: Context, *, card_number: str, service: str, day: date) -> PoolWait:
    """登记候补。

    全市名额用完时登记；有人取消时按登记先后递补为预约，并告知持卡人。
    """
    taking = Taking(number_of(card_number), service, day, ctx.now, key="", booked=True)
    card = (await ctx.db.exec(rows(Card).where(col(Card.number) == taking.number))).first()
    if card is None:
        raise NotFound(field="cardNumber")
    await check_card(ctx, card, day)
    pool = await _pool(ctx, service, day)
    twin = rows(PoolWait).where(
        col(PoolWait.pool_id) == pool.id,
        col(PoolWait.talent_id) == card.talent_id,
        col(PoolWait.status) == WaitStatus.WAITING,
    )
    if (await ctx.db.exec(twin)).first() is not None:
        raise AlreadyInLine(service=pool.service_name)
    if not await _only_the_pool_is_full(ctx, taking):
        raise StillRoom(service=pool.service_name)
    made = PoolWait(
        pool_id=pool.id,
        card_id=card.id,
        talent_id=card.talent_id,
        unit_path=card.unit_path,
        service_code=service,
        day=day,
        by_id=ctx.actor.id,
        by_name=ctx.actor.name,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    (await lock_pool(ctx, pool.id)).waiting += 1
    return made


@command(allow=Permission.CARD_REDEEM)
async def leave_pool_line(ctx: Context, *, wait_id: UUID, reason: str = "") -> PoolWait:
    """退出候补。"""
    wait = await ctx.lock(PoolWait, wait_id)
    pool = await lock_pool(ctx, wait.pool_id)
    leave(wait, pool, reason=reason.strip())
    return wait


@command(allow=Permission.CARD_MANAGE)
async def set_pool_quota(ctx: Context, *, pool_id: UUID, quota: int, reason: str) -> CityPool:
    """调整本期全市名额。

    调增的名额先留给候补；不能调减到已用以下。
    """
    words = rules.check_reason(reason, step="调整名额")
    pool = await lock_pool(ctx, pool_id)
    check_pool_quota(quota, taken=pool.used + pool.reserved + pool.held)
    more = quota - pool.quota
    pool.quota = quota
    await ctx.db.flush()
    if more > 0:
        hold_for_waiters(ctx, pool, more)
    ctx.emit(PoolQuotaSet(pool.id, pool.service_code, quota, words))
    return pool


async def promote_next(ctx: Context, pool_id: UUID) -> bool:
    """Gives a held place to the next in line who can still use it; False when no place is held. Acts as the
    platform. Who can no longer use it leaves the line with the reason."""
    first = (
        rows(PoolWait)
        .where(col(PoolWait.pool_id) == pool_id, col(PoolWait.status) == WaitStatus.WAITING)
        .order_by(col(PoolWait.id))
        .limit(1)
    )
    found = (await ctx.db.exec(first)).first()
    if found is None or (await ctx.get(CityPool, pool_id)).held == 0:
        return False
    card = await _lock_rights(ctx, found)
    wait = await ctx.lock(PoolWait, found.id)
    pool = await lock_pool(ctx, pool_id)
    if wait.status is not WaitStatus.WAITING or pool.held == 0:
        return pool.held > 0
    if wait.day < ctx.today:
        leave(wait, pool, reason="希望的日期已过")
        return True
    taking = Taking(card.number, wait.service_code, wait.day, ctx.now, key=f"wait:{wait.id}", booked=True)
    try:
        async with ctx.db.begin_nested():
            pool.held -= 1
            pool.waiting -= 1
            await ctx.db.flush()
            made, _ = await take(ctx, taking)
    except Refusal as no:
        await ctx.db.refresh(pool)
        leave(wait, pool, reason=str(no)[:200])
        return True
    wait.status = WAIT_FLOW.after(wait.status, "promote")
    wait.redemption_id = made.id
    ctx.emit(WaiterPromoted(wait.id, made.id, wait.talent_id, wait.service_code, wait.day))
    return True


async def _only_the_pool_is_full(ctx: Context, taking: Taking) -> bool:
    """Refuses whatever else stands in the way. The first look may grant a right that was not there yet."""
    for _ in range(2):
        try:
            await why_not(ctx, taking)
        except CityPoolExhausted:
            return True
    return False


async def _pool(ctx: Context, service: str, day: date) -> CityPool:
    stmt = rows(CityPool).where(
        col(CityPool.service_code) == service, col(CityPool.starts_on) <= day, col(CityPool.ends_on) > day
    )
    pool = (await ctx.db.exec(stmt)).first()
    if pool is None:
        raise StillRoom(service=service)
    return pool


async def _lock_rights(ctx: Context, wait: PoolWait) -> Card:
    """In the common order, before the pool: card, then rights."""
    shared = rows(Card).where(col(Card.id) == wait.card_id).with_for_update(read=True)
    card = (await ctx.db.exec(shared, execution_options={"populate_existing": True})).one()
    e = Entitlement
    stmt = (
        select(col(e.id))
        .where(col(e.card_id) == card.id, col(e.service_code) == wait.service_code)
        .order_by(col(e.id))
        .with_for_update(key_share=True)
    )
    await ctx.db.execute(stmt)
    return card
