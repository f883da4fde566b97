"""A card's life: found, activated, frozen, lost, replaced, ended."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import Select, and_, select
from sqlmodel import col

from bole.card import lifecycle, rules
from bole.card.events import CardActivated, CardCancelled, CardFound, CardFrozen, CardReportedLost, CardThawed
from bole.card.granting import grant, open_pools
from bole.card.history import held_on
from bole.card.models import Card
from bole.card.offers import offers
from bole.card.rules import CARD_FLOW, LIVE, CardStatus
from bole.core.context import Context
from bole.core.operation import Ask, Prep, Prepared, command, query
from bole.core.permissions import Permission
from bole.org.models import Unit

# Queries ------------------------------------------------------------------------------------------


def spelled(typed: str) -> Prep:
    """A card number in its one spelling; what cannot be one finds nothing."""
    return Prep(None, number=rules.read_number(typed) or "")


Number = Annotated[str, Prepared(spelled)]


def within(table: Any, unit_id: Any) -> Any:
    """SQL: the row lies in the unit or below it."""
    path = select(col(Unit.path)).where(col(Unit.id) == unit_id).scalar_subquery()
    end = select(col(Unit.path_end)).where(col(Unit.id) == unit_id).scalar_subquery()
    return and_(col(table.unit_path) >= path, col(table.unit_path) < end)


@query(allow=Permission.CARD_READ)
def cards(
    ask: Ask,
    *,
    unit_id: UUID | None = None,
    scheme: str | None = None,
    tier: str | None = None,
    status: CardStatus | None = None,
    number: Annotated[str | None, Prepared(spelled)] = None,
    batch_id: UUID | None = None,
    ends_before: date | None = None,
    as_of: date | None = None,
) -> Select[Card]:
    """卡片清单。

    新发的在前；“截至某日到期”只列仍在手的卡。asOf 为某日：只列那一天在手的卡，卡种与层次是那一天的，状态为现状。
    """
    stmt = select(Card)
    if unit_id is not None:
        stmt = stmt.where(within(Card, unit_id))
    if scheme is not None:
        stmt = stmt.where(col(Card.scheme) == scheme)
    if tier is not None:
        stmt = stmt.where(col(Card.tier) == tier)
    if status is not None:
        stmt = stmt.where(col(Card.status) == status)
    if number is not None:
        stmt = stmt.where(col(Card.number) == number.number)  # type: ignore[attr-defined]
    if batch_id is not None:
        stmt = stmt.where(col(Card.batch_id) == batch_id)
    if ends_before is not None:
        stmt = stmt.where(col(Card.valid_until) < ends_before, col(Card.status).in_(LIVE))
    if as_of is not None:
        stmt = stmt.where(held_on(Card, as_of))
    return stmt.order_by(col(Card.id).desc())


@query(allow=Permission.CARD_READ)
def card(ask: Ask, *, id: UUID) -> Select[Card]:
    """一张卡。"""
    return select(Card).where(col(Card.id) == id)


@query(allow=Permission.SELF_READ)
def my_cards(ask: Ask) -> Select[Card]:
    """我的卡，现用的在前。"""
    return select(Card).where(col(Card.talent_id) == ask.self_id).order_by(col(Card.id).desc())


@query(allow=Permission.CARD_VERIFY)
def verify_card(ask: Ask, *, number: Number) -> Select[Card]:
    """核验一张卡：今天有效的给出卡种与有效期，其余一律无结果。"""
    return select(Card).where(
        col(Card.number) == number.number,  # type: ignore[attr-defined]
        col(Card.status) == CardStatus.ACTIVE,
        col(Card.valid_from) <= ask.today,
        col(Card.valid_until) >= ask.today,
    )


@dataclass(frozen=True)
class Verified:
    """What a counter learns of a card: yes or no, the tier, until when; nothing of the person."""

    valid: bool
    tier: str | None = None
    tier_name: str | None = None
    valid_until: date | None = None


@query(allow=Permission.CARD_VERIFY)
async def verify_holder(ctx: Context, *, card: str) -> Verified:
    """核验持卡人。

    无此卡、已停用、卡号有误，答复一样，也都要查一次，不因写法而快慢有别。
    """
    stmt = select(col(Card.tier), col(Card.tier_name), col(Card.valid_until)).where(
        col(Card.number) == (rules.read_number(card) or ""),
        col(Card.status) == CardStatus.ACTIVE,
        col(Card.valid_from) <= ctx.today,
        col(Card.valid_until) >= ctx.today,
    )
    found = (await ctx.db.execute(stmt)).first()
    return Verified(valid=False) if found is None else Verified(True, *found)


# Steps --------------------------------------------------------------------------------------------


@command(allow=Permission.CARD_ISSUE)
async def activate_card(ctx: Context, *, card_id: UUID) -> Card:
    """激活一张卡，并授予本期权益。"""
    found = await lifecycle.hold(ctx, card_id)
    after = CARD_FLOW.after(found.status, "activate")
    if not found.valid_from <= ctx.today <= found.valid_until:
        raise rules.CardOutOfDate(start=found.valid_from.isoformat(), until=found.valid_until.isoformat())
    await lifecycle.enter(ctx, found, after)
    versions = await offers(ctx, found.scheme)
    await grant(ctx, found, versions, ctx.today)
    await open_pools(ctx, versions, ctx.today)
    ctx.emit(CardActivated(found.id, found.talent_id))
    return found


@command(allow=Permission.CARD_MANAGE)
async def freeze_card(ctx: Context, *, card_id: UUID, reason: str) -> Card:
    """冻结一张卡。

    冻结期间不能核销，额度与预约保留；原因告知持卡人。
    """
    found = await lifecycle.hold(ctx, card_id)
    after = CARD_FLOW.after(found.status, "freeze")
    await lifecycle.enter(ctx, found, after, reason=rules.check_reason(reason, step="冻结"))
    ctx.emit(CardFrozen(found.id, found.talent_id, found.status_reason))
    return found


@command(allow=Permission.CARD_MANAGE)
async def thaw_card(ctx: Context, *, card_id: UUID) -> Card:
    """解冻一张卡。"""
    found = await lifecycle.hold(ctx, card_id)
    await lifecycle.enter(ctx, found, CARD_FLOW.after(found.status, "thaw"))
    ctx.emit(CardThawed(found.id, found.talent_id))
    return found


@command(allow=Permission.CARD_MANAGE)
async def report_card_lost(ctx: Context, *, card_id: UUID, reason: str = "") -> Card:
    """挂失一张卡。"""
    found = await lifecycle.hold(ctx, card_id)
    await lifecycle.enter(ctx, found, CARD_FLOW.after(found.status, "report_lost"), reason=reason.strip())
    ctx.emit(CardReportedLost(found.id, found.talent_id))
    return found


@command(allow=Permission.CARD_MANAGE)
async def find_card(ctx: Context, *, card_id: UUID) -> Card:
    """解除挂失。"""
    found = await lifecycle.hold(ctx, card_id)
    await lifecycle.enter(ctx, found, CARD_FLOW.after(found.status, "find"))
    ctx.emit(CardFound(found.id, found.talent_id))
    return found


@command(allow=Permission.CARD_MANAGE)
async def replace_card(ctx: Context, *, card_id: UUID, reason: str) -> Card:
    """换发一张卡，返回新卡。

    旧卡号立即失效；卡种、有效期、额度、预约原样转到新卡。冻结的卡换发后仍为冻结。
    """
    found = await lifecycle.hold(ctx, card_id)
    return await lifecycle.reissue(ctx, found, reason=rules.check_reason(reason, step="换发"))


@command(allow=Permission.CARD_MANAGE)
async def cancel_card(ctx: Context, *, card_id: UUID, reason: str) -> Card:
    """注销一张卡。

    未用的额度作废，预约取消并告知；用过的记录保留。
    """
    found = await lifecycle.hold(ctx, card_id)
    words = rules.check_reason(reason, step="注销")
    await lifecycle.end(ctx, found, "cancel", reason=words)
    ctx.emit(CardCancelled(found.id, found.talent_id, words))
    return found
