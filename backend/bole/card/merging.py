"""What becomes of cards when two records are one: the older card goes on, with what was used of both.

The newer one of a scheme is cancelled. What was used of it in a running period counts as used before
(`carried`), as at a change of card, never below nothing left; its bookings wait for the office. Undone, the
ledger takes the same back by rows of its own.
"""

from typing import Any, Final
from uuid import UUID

from sqlmodel import col, select

from bole.card.counters import leave, lock_pool, tell
from bole.card.events import CardCancelled
from bole.card.lifecycle import enter, hold
from bole.card.models import Card
from bole.card.quota_models import CityPool, Entitlement, PoolWait, Redemption
from bole.card.quota_rules import Entry, RedemptionStatus, WaitStatus, granted
from bole.card.rules import CARD_FLOW, LIVE
from bole.core.context import Context
from bole.merge.joining import Joining
from bole.merge.parting import Parting
from bole.merge.parts import follows, goes, stays

ALIVE: Final = {s.value for s in LIVE}


async def _cards(joining: Joining) -> None:
    """Of each scheme one card stays: the older."""
    await _hold_rights(joining)
    mine, theirs = (
        {r["scheme"]: r for r in joining.of("card", t) if r["status"] in ALIVE}
        for t in (joining.survivor, joining.absorbed)
    )
    for plan in sorted(mine.keys() & theirs.keys()):
        older, newer = sorted((mine[plan], theirs[plan]), key=lambda r: (r["valid_from"], r["id"]))
        kept, dropped = await hold(joining.ctx, UUID(older["id"])), await hold(joining.ctx, UUID(newer["id"]))
        await _one_card(joining, kept, dropped)


async def _hold_rights(joining: Joining) -> None:
    """Rights before cards, as a use of the card takes them: the two never wait crosswise."""
    both = (joining.survivor.id, joining.absorbed.id)
    rights = select(Entitlement).where(
        col(Entitlement.talent_id).in_(both), col(Entitlement.closed_at).is_(None)
    )
    await joining.ctx.db.exec(rights.order_by(col(Entitlement.id)).with_for_update(key_share=True))


async def _one_card(joining: Joining, kept: Card, dropped: Card) -> None:
    ctx = joining.ctx
    counted = await _count_both(ctx, joining.merge_id, kept, dropped)
    await enter(ctx, dropped, CARD_FLOW.after(dropped.status, "cancel"), reason=joining.reason)
    booked = await ctx.db.exec(_booked(dropped))
    waiting = 0
    for booking in booked:
        booking.needs_decision = True
        waiting += 1
    await _one_place_in_line(ctx, kept, dropped)
    ctx.emit(CardCancelled(dropped.id, dropped.talent_id, dropped.status_reason))
    words = f"{kept.tier_name} {kept.number} 保留，{dropped.number} 注销，已用次数合并（{counted} 次）"
    joining.summary.append(words + (f"；{waiting} 个预约待人才办裁定" if waiting else ""))
    await ctx.db.flush()


async def _open_rights(ctx: Context, card: Card) -> list[Entitlement]:
    stmt = select(Entitlement).where(
        col(Entitlement.card_id) == card.id, col(Entitlement.closed_at).is_(None)
    )
    return list(
        await ctx.db.exec(
            stmt.order_by(col(Entitlement.id)).with_for_update(key_share=True),
            execution_options={"populate_existing": True},
        )
    )


def _key(right: Entitlement) -> tuple[Any, ...]:
    return (right.service_code, right.period, right.starts_on, right.child_id, right.stage)


async def _count_both(ctx: Context, merge_id: UUID, kept: Card, dropped: Card) -> int:
    """What was used of the one that goes counts on the one that stays, as far as there is room."""
    spent = {_key(r): r.used + r.carried for r in await _open_rights(ctx, dropped)}
    counted = 0
    for right in await _open_rights(ctx, kept):
        room = None if right.quota is None else right.quota - right.used - right.reserved - right.lapsed
        more = spent.get(_key(right), 0) if room is None else min(room, spent.get(_key(right), 0))
        if more > 0:
            _carry(ctx, right, more, key=f"merge:{merge_id}", note="并入另一张卡已用的次数")
            counted += more
    await ctx.db.flush()
    return counted


def _carry(ctx: Context, right: Entitlement, more: int, *, key: str, note: str) -> None:
    """As used before this card; the ledger tells by how much the grant changes."""
    right.carried += more
    quota = granted(right.tier_quota, used_before=right.carried)
    change = 0 if quota is None or right.quota is None else quota - right.quota
    right.quota = quota
    tell(ctx, right, Entry.GRANTED, change, key=key, note=note)


def _booked(card: Card) -> Any:
    return (
        select(Redemption)
        .where(col(Redemption.card_id) == card.id, col(Redemption.status) == RedemptionStatus.RESERVED)
        .order_by(col(Redemption.id))
        .with_for_update()
    )


def _waiting(card: Card) -> Any:
    return (
        select(PoolWait)
        .where(col(PoolWait.card_id) == card.id, col(PoolWait.status) == WaitStatus.WAITING)
        .order_by(col(PoolWait.pool_id))
        .with_for_update()
    )


async def _one_place_in_line(ctx: Context, kept: Card, dropped: Card) -> None:
    """A place in line goes over; who stands in the same line twice stands there once."""
    mine = {w.pool_id for w in await ctx.db.exec(_waiting(kept))}
    for wait in list(await ctx.db.exec(_waiting(dropped))):
        if wait.pool_id in mine:
            leave(wait, await lock_pool(ctx, wait.pool_id), reason="记录合并，同一名额只候补一次")
        else:
            wait.card_id, wait.talent_id, wait.unit_path = kept.id, kept.talent_id, kept.unit_path


# -- undone -------------------------------------------------------------------------------------------------


async def _rights_back(parting: Parting) -> None:
    """What was counted as used before is taken back, as far as it is still counted."""
    ctx = parting.ctx
    before, after = parting.stood.before["entitlement"], parting.stood.after["entitlement"]
    for id_ in sorted(before):
        more = after[id_]["carried"] - before[id_]["carried"]
        if more <= 0:
            continue
        right = await ctx.lock(Entitlement, id_)
        if (still := min(more, right.carried)) > 0:
            _carry(ctx, right, -still, key=f"unmerge:{parting.merge.id}", note="撤销合并，恢复次数")


async def _lines_back(parting: Parting) -> None:
    """Who left a line because of the merge stands in it again, while it lasts."""
    before, after = parting.stood.before["pool_wait"], parting.stood.after["pool_wait"]
    for id_ in sorted(before):
        left = before[id_]["status"] == "waiting" and after[id_]["status"] == "left"
        wait = await parting.ctx.lock(PoolWait, id_)
        if left and wait.status is WaitStatus.WAITING:
            pool: CityPool = await lock_pool(parting.ctx, wait.pool_id)
            pool.waiting += 1


goes(
    "card", "优才卡", settle=_cards, told=lambda r: r["number"], position=40,
    rule="同一方案两张有效的，较新的一张注销，已用次数合并；其余转入保留的记录",
)  # fmt: skip
follows(
    "entitlement", "权益", told=lambda r: r["service_name"], undo=_rights_back, position=41,
    rule="随卡；注销的卡已用的次数计入保留的卡，余额不为负",
    computed=frozenset({"used", "reserved", "lapsed", "carried", "quota"}),
)  # fmt: skip
follows(
    "redemption", "核销与预约", told=lambda r: f"{r['day']} {r['service_name']}", position=42,
    rule="随卡；注销的卡尚未使用的预约由人才办裁定",
)  # fmt: skip
follows(
    "pool_wait", "候补", told=lambda r: f"{r['day']} {r['service_code']}", undo=_lines_back, position=43,
    rule="随卡；同一名额只候补一次", alone=True,
)  # fmt: skip
follows("entitlement_ledger", "权益账", rule="随权益，只增不改；合并与撤销各记一行", kept=False)
follows("card_presentation", "核验", rule="随卡", kept=False)
follows("card_code", "动态码", rule="随卡", kept=False)
stays("card_batch_line", "发卡名单", why="写的是当时拟定、批准的名单，不改")
