"""What cards may still be used for, and what they were used for."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlmodel import col

from bole.card.models import Card
from bole.card.quota_models import Entitlement, EntitlementLedger, Redemption
from bole.card.quota_rules import RedemptionStatus
from bole.card.rules import CardStatus
from bole.card.service import within
from bole.core.context import Context
from bole.core.operation import Ask, query
from bole.core.permissions import Permission


@query(allow=Permission.CARD_READ)
def entitlements(
    ask: Ask, *, card_id: UUID, day: date | None = None, service: str | None = None
) -> Select[Entitlement]:
    """一张卡的权益与余额。

    给出日期的，只列当日所在周期的权益。
    """
    stmt = select(Entitlement).where(col(Entitlement.card_id) == card_id)
    if day is not None:
        stmt = stmt.where(col(Entitlement.starts_on) <= day, col(Entitlement.ends_on) > day)
    if service is not None:
        stmt = stmt.where(col(Entitlement.service_code) == service)
    return stmt.order_by(
        col(Entitlement.position),
        col(Entitlement.service_code),
        col(Entitlement.starts_on),
        col(Entitlement.ends_on).desc(),
        col(Entitlement.id),
    )


@query(allow=Permission.SELF_READ)
def my_entitlements(ask: Ask) -> Select[Entitlement]:
    """我的权益与余额。"""
    return (
        select(Entitlement)
        .where(
            col(Entitlement.talent_id) == ask.self_id,
            col(Entitlement.closed_at).is_(None),
            col(Entitlement.starts_on) <= ask.today,
            col(Entitlement.ends_on) > ask.today,
        )
        .order_by(col(Entitlement.position), col(Entitlement.service_code), col(Entitlement.id))
    )


@query(allow=Permission.CARD_READ)
def entitlement_ledger(ask: Ask, *, entitlement_id: UUID) -> Select[EntitlementLedger]:
    """一项权益的账：授予、预占、确认、取消、冲正、过期，合计即余额。"""
    stmt = select(EntitlementLedger).where(col(EntitlementLedger.entitlement_id) == entitlement_id)
    return stmt.order_by(col(EntitlementLedger.id))


@query(allow=Permission.CARD_REDEEM)
def counter_redemptions(
    ask: Ask, *, service: str | None = None, day_from: date | None = None, day_to: date | None = None
) -> Select[Redemption]:
    """本网点的核销、预约与冲正。"""
    mine = func.coalesce(ask.self_id, ask.unit_id, ask.actor_id)
    stmt = select(Redemption).where(col(Redemption.provider_id) == mine)
    if service is not None:
        stmt = stmt.where(col(Redemption.service_code) == service)
    return newest_first(between(stmt, day_from, day_to))


@query(allow=Permission.CARD_READ)
def redemptions(
    ask: Ask,
    *,
    provider_id: UUID | None = None,
    service: str | None = None,
    unit_id: UUID | None = None,
    talent_id: UUID | None = None,
    status: RedemptionStatus | None = None,
    day_from: date | None = None,
    day_to: date | None = None,
    undecided: bool | None = None,
) -> Select[Redemption]:
    """核销与预约清单。

    可按服务单位、服务、持卡人、状态与日期筛选；“待裁定”为换级后额度不足的预约。
    """
    stmt = select(Redemption)
    if provider_id is not None:
        stmt = stmt.where(col(Redemption.provider_id) == provider_id)
    if service is not None:
        stmt = stmt.where(col(Redemption.service_code) == service)
    if unit_id is not None:
        stmt = stmt.where(within(Redemption, unit_id))
    if talent_id is not None:
        stmt = stmt.where(col(Redemption.talent_id) == talent_id)
    if status is not None:
        stmt = stmt.where(col(Redemption.status) == status)
    if undecided is not None:
        stmt = stmt.where(col(Redemption.needs_decision) == undecided)
    return newest_first(between(stmt, day_from, day_to))


@query(allow=Permission.SELF_READ)
def my_redemptions(ask: Ask) -> Select[Redemption]:
    """我的使用记录。"""
    return newest_first(select(Redemption).where(col(Redemption.talent_id) == ask.self_id))


def between(stmt: Select[Redemption], first: date | None, last: date | None) -> Select[Redemption]:
    if first is not None:
        stmt = stmt.where(col(Redemption.day) >= first)
    return stmt if last is None else stmt.where(col(Redemption.day) <= last)


def newest_first(stmt: Select[Redemption]) -> Select[Redemption]:
    r = Redemption
    return stmt.order_by(col(r.day).desc(), col(r.occurred_at).desc(), col(r.id).desc())


@dataclass(frozen=True)
class TierCount:
    """How many cards of a tier lie in scope, by state."""

    scheme: str
    tier: str
    tier_name: str
    active: int
    pending: int
    frozen: int
    lost: int


@query(allow=Permission.CARD_READ)
async def card_tier_distribution(ctx: Context, *, unit_id: UUID | None = None) -> list[TierCount]:
    """各卡种持卡人数。"""
    c = Card

    def counted(status: CardStatus) -> ColumnElement[int]:
        return func.count().filter(col(c.status) == status)

    statuses = (CardStatus.ACTIVE, CardStatus.PENDING, CardStatus.FROZEN, CardStatus.LOST)
    stmt = (
        select(col(c.scheme), col(c.tier), func.max(col(c.tier_name)), *map(counted, statuses))
        .where(col(c.status).in_(statuses))
        .group_by(col(c.scheme), col(c.tier))
        .order_by(col(c.scheme), func.min(col(c.level)), col(c.tier))
    )
    if unit_id is not None:
        stmt = stmt.where(within(Card, unit_id))
    return [
        TierCount(scheme=s, tier=t, tier_name=n, active=a, pending=p, frozen=f, lost=lo)
        for s, t, n, a, p, f, lo in await ctx.db.execute(stmt)
    ]
