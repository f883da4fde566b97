"""What the interface shows of cards, rights and uses, and what may be asked of them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry
from sqlmodel import col

from bole.card import (
    batch_service,
    code_service,
    counter_service,
    month_service,
    quota_service,
    redeem_service,
    service,
    use_service,
    wait_service,
)
from bole.card.catalogue import CardService
from bole.card.history import tier_then
from bole.card.models import BatchLine, Card, CardBatch
from bole.card.quota_models import CityPool, Entitlement, EntitlementLedger, PoolWait, Redemption
from bole.card.quota_rules import REDEMPTION_FLOW, WAIT_FLOW, Entry, Period, RedemptionStatus, WaitStatus
from bole.card.rules import (
    BATCH_FLOW,
    CARD_FLOW,
    LIVE,
    BatchStatus,
    CardStatus,
    LineStatus,
    SkipReason,
    Succession,
)
from bole.catalogue.models import Entry as CatalogueEntry
from bole.core.graph import Page, computed, extend, guarded, many, newest, node, read, steps, write
from bole.core.permissions import Permission
from bole.identity.models import Account, Partner
from bole.org.models import Unit, holds
from bole.roster.graphql import TalentNode

READ = Permission.CARD_READ
TAIL = 3
"""The signs of a card number that tell a counter's uses and bookings of one day apart, and nothing of the holder."""


def _provider_name(r: Any) -> Any:
    unit = sa.select(col(Unit.name)).where(col(Unit.id) == r.provider_id).scalar_subquery()
    partner = sa.select(col(Partner.name)).where(col(Partner.id) == r.provider_id).scalar_subquery()
    return sa.func.coalesce(unit, partner)


def _by_name(r: Any) -> Any:
    return sa.select(col(Account.name)).where(col(Account.id) == r.by_id).scalar_subquery()


def _card_tail(r: Any) -> Any:
    return sa.select(sa.func.right(col(Card.number), TAIL)).where(col(Card.id) == r.card_id).scalar_subquery()


def _ends_on(e: Any) -> Any:
    """The last day, exclusive; a right for life has none (`FOREVER`, which PostgreSQL holds as infinity)."""
    return sa.func.nullif(e.ends_on, sa.literal_column("'infinity'::date"))


def _reversible_until(r: Any) -> Any:
    """As `reverse_redemption` reckons: the service as it stood on the day of the use, or as last published."""
    e = CatalogueEntry
    hours = sa.func.coalesce(
        sa.cast(col(e.body)["reverse_within_hours"].astext, sa.Integer()),
        CardService.model_fields["reverse_within_hours"].default,
    )
    stood = (
        sa.select(sa.func.make_interval(0, 0, 0, 0, hours))
        .where(col(e.kind) == "card_service", col(e.code) == r.service_code)
        .order_by(holds(e, r.day).desc(), col(e.number).desc())
        .limit(1)
    )
    mine = sa.and_(r.status == RedemptionStatus.CONFIRMED, r.amount > 0)
    return sa.case((mine, r.occurred_at + stood.scalar_subquery()))


@node(Card, allow=Permission.CARD_VERIFY)
class CardFaceNode:
    """核验所见：只有卡种与有效期"""

    tier: str
    tier_name: str
    valid_from: date
    valid_until: date


@node(CityPool, allow=READ)
class CityPoolNode:
    """一项服务一个周期的全市名额"""

    id: UUID
    service_code: str
    service_name: str
    period: Period
    starts_on: date
    ends_on: date | None = computed(_ends_on, description="止（不含；空为不设期限）")
    quota: int
    used: int
    reserved: int
    held: int
    waiting: int
    remaining: int = computed(lambda p: p.quota - p.used - p.reserved - p.held, description="余额")


@node(EntitlementLedger, allow=READ)
class LedgerEntryNode:
    """权益账的一行"""

    id: UUID
    entry: Entry
    amount: int
    note: str
    created_at: datetime
    redemption: "RedemptionNode | None"


@node(Redemption, allow=None)
class RedemptionNode:
    """一次核销、预约或冲正"""

    id: UUID
    service_code: str
    service_name: str
    tier: str
    day: date
    occurred_at: datetime
    amount: int
    status: RedemptionStatus
    stage: str
    reason: str
    needs_decision: bool
    provider_id: UUID
    provider_name: str | None = computed(_provider_name, description="服务提供单位")
    by_name: str | None = computed(_by_name, description="经办人")
    created_at: datetime
    card_tail: str = computed(_card_tail, description="卡号末三位，与持卡人的卡面核对")
    presented: bool = computed(
        lambda r: r.presentation_id.is_not(None), description="是否凭持卡人出示的码（否则凭卡号）"
    )
    reversible_until: datetime | None = computed(
        _reversible_until, description="网点可自行撤销到何时（空为不是可撤销的一笔；人才办不受此限）"
    )
    allowed_steps: list[str] = steps(REDEMPTION_FLOW)
    card: "CardNode"
    reverses: "RedemptionNode | None"
    reversed_by: "RedemptionNode | None"


@node(Entitlement, allow=READ)
class EntitlementNode:
    """一张卡在一个周期内对一项服务的权益"""

    id: UUID
    service_code: str
    service_name: str
    service_class: str
    service_version: int
    tier: str
    period: Period
    starts_on: date
    ends_on: date | None = computed(_ends_on, description="止（不含；空为不设期限）")
    child_id: UUID | None
    stage: str
    tier_quota: int | None
    carried: int
    quota: int | None
    used: int
    reserved: int
    lapsed: int
    remaining: int | None = computed(
        lambda e: e.quota - e.used - e.reserved - e.lapsed, description="余额（空为不限）"
    )
    pooled: bool
    closed_at: datetime | None
    ledger: list[LedgerEntryNode] = many(lambda row: [row.id], first=10, edge="entries", description="账")


@node(Card, allow=READ)
class CardNode:
    """一张优才卡"""

    id: UUID
    number: str
    scheme: str
    scheme_version: int
    tier: str
    tier_name: str
    level: str
    valid_from: date
    valid_until: date
    status: CardStatus
    status_reason: str
    status_since: datetime
    succession: Succession | None
    succeeded_on: date | None
    version: int
    allowed_steps: list[str] = steps(CARD_FLOW)
    talent: TalentNode
    predecessor: "CardNode | None"
    successor: "CardNode | None"
    entitlements: list[EntitlementNode] = many(
        lambda e: [e.position, e.service_code, e.ends_on.desc(), e.id],
        first=30,
        only=lambda e: e.closed_at.is_(None),
        description="未结清的权益",
    )
    redemptions: list[RedemptionNode] = many(
        lambda r: [r.day.desc(), r.occurred_at.desc(), r.id.desc()], first=20, description="使用记录"
    )


@node(BatchLine, allow=Permission.CARD_ISSUE)
class CardBatchLineNode:
    """批次名单中的一人"""

    id: UUID
    level: str | None
    tier: str | None
    tier_name: str | None
    valid_until: date | None
    status: LineStatus
    skip: SkipReason | None
    talent: TalentNode
    card: CardNode | None


@node(CardBatch, allow=Permission.CARD_ISSUE)
class CardBatchNode:
    """一个发卡批次"""

    id: UUID
    title: str
    scheme: str
    scheme_version: int
    status: BatchStatus
    people: int
    planned: int
    issued: int
    prepared_by_name: str
    approved_by_name: str | None
    approved_at: datetime | None
    note: str
    created_at: datetime
    version: int
    allowed_steps: list[str] = steps(BATCH_FLOW)


@node(PoolWait, allow=READ)
class PoolWaitNode:
    """一个候补"""

    id: UUID
    service_code: str
    day: date
    status: WaitStatus
    reason: str
    created_at: datetime
    allowed_steps: list[str] = steps(WAIT_FLOW)
    card: CardNode
    pool: CityPoolNode


extend(
    TalentNode,
    card=(
        CardNode | None,
        newest(
            lambda c: [c.id.desc()],
            edge="cards",
            only=lambda c: c.status.in_([s.value for s in sorted(LIVE)]),
            description="现用的卡",
        ),
    ),
    cards=(list[CardNode], many(lambda c: [c.id.desc()], first=10, description="历次的卡，新的在前")),
    card_tier=(
        str | None,
        guarded(READ, computed(tier_then, description="卡种名称：今日的；按 asOf 查的为那一天的")),
    ),
)


@strawberry.type(description="一种卡在管辖范围内的张数")
class TierCount:
    scheme: str = strawberry.field(description="卡方案代码")
    tier: str = strawberry.field(description="卡种代码")
    tier_name: str = strawberry.field(description="卡种")
    active: int = strawberry.field(description="有效")
    pending: int = strawberry.field(description="待发")
    frozen: int = strawberry.field(description="冻结")
    lost: int = strawberry.field(description="挂失")


@strawberry.type(description="一个动态码：在自己的时段内出示")
class CodeWindow:
    starts_at: datetime = strawberry.field(description="起（含）")
    ends_at: datetime = strawberry.field(description="止（不含）；此后出示下一个")
    digits: str = strawberry.field(description="八位数字，印在二维码下方，扫不了时输入")
    qr: str = strawberry.field(description="二维码的内容，原样编码")


@strawberry.type(description="一批动态码")
class CardCodes:
    server_time: datetime = strawberry.field(description="服务器的时间；手机以收到时为准校时，不信自己的钟")
    windows: list[CodeWindow] = strawberry.field(description="各时段的码，先后相接；时段重叠的用后开始的")


@strawberry.type(description="凭一次核验可核销的一项服务")
class PresentedService:
    code: str = strawberry.field(description="服务代码")
    name: str = strawberry.field(description="服务名称")
    shown_on_use: list[str] = strawberry.field(description="使用时须出示")
    needs_child: bool = strawberry.field(description="是否须选择为哪一位子女办理")
    stages: list[str] = strawberry.field(description="须选择的学段（空为不分学段）")
    most: int | None = strawberry.field(description="一次至多几次（空为不限）；还余几次，核销时答复")


@strawberry.type(description="一次核验：只有卡种与有效期，没有持卡人的信息")
class CardPresentation:
    id: UUID = strawberry.field(description="编号，凭它核销")
    tier: str = strawberry.field(description="卡种代码")
    tier_name: str = strawberry.field(description="卡种")
    valid_from: date = strawberry.field(description="卡片有效期起")
    valid_until: date = strawberry.field(description="卡片有效期止")
    presented_at: datetime = strawberry.field(description="核验时间")
    lasts_until: datetime = strawberry.field(description="可核销到何时")
    services: list[PresentedService] = strawberry.field(description="本窗口可核销的服务")


@strawberry.type(description="一项服务一个月的核销")
class ServiceMonth:
    service_code: str = strawberry.field(description="服务代码")
    service_name: str = strawberry.field(description="服务名称")
    uses: int = strawberry.field(description="核销次数（含后来冲正的）")
    reversals: int = strawberry.field(description="本月冲正的次数")
    net: int = strawberry.field(description="净次数，即结算的次数")
    settled_on: date = strawberry.field(description="结算日")
    settled: bool = strawberry.field(description="是否已结算")


@strawberry.type(description="本网点可核销的一项服务")
class CounterService:
    code: str = strawberry.field(description="服务代码")
    name: str = strawberry.field(description="服务名称")


@strawberry.type(description="本网点一个月的对账")
class CounterMonth:
    month: str = strawberry.field(description="月份，例如 2026-11")
    provider_name: str = strawberry.field(description="服务提供单位")
    services: list[ServiceMonth] = strawberry.field(description="各项服务")


@strawberry.type
class CardQuery:
    cards = read(service.cards, Page[CardNode])
    card = read(service.card, CardNode)
    my_cards = read(service.my_cards, list[CardNode])
    verify_card = read(service.verify_card, CardFaceNode)
    entitlements = read(quota_service.entitlements, Page[EntitlementNode])
    my_entitlements = read(quota_service.my_entitlements, list[EntitlementNode])
    entitlement_ledger = read(quota_service.entitlement_ledger, Page[LedgerEntryNode])
    redemptions = read(quota_service.redemptions, Page[RedemptionNode])
    counter_redemptions = read(quota_service.counter_redemptions, Page[RedemptionNode])
    counter_services = read(counter_service.counter_services, list[CounterService])
    counter_month = read(month_service.counter_month, CounterMonth)
    card_presentation = read(code_service.card_presentation, CardPresentation)
    my_redemptions = read(quota_service.my_redemptions, Page[RedemptionNode])
    card_tier_distribution = read(quota_service.card_tier_distribution, list[TierCount])
    card_batches = read(batch_service.card_batches, Page[CardBatchNode])
    card_batch = read(batch_service.card_batch, CardBatchNode)
    card_batch_lines = read(batch_service.card_batch_lines, Page[CardBatchLineNode])
    city_pools = read(wait_service.city_pools, Page[CityPoolNode])
    pool_waits = read(wait_service.pool_waits, Page[PoolWaitNode])


@strawberry.type
class CardMutation:
    draw_up_card_batch = write(batch_service.draw_up_card_batch, CardBatchNode)
    remove_from_card_batch = write(batch_service.remove_from_card_batch, CardBatchNode)
    submit_card_batch = write(batch_service.submit_card_batch, CardBatchNode)
    return_card_batch = write(batch_service.return_card_batch, CardBatchNode)
    withdraw_card_batch = write(batch_service.withdraw_card_batch, CardBatchNode)
    approve_card_batch = write(batch_service.approve_card_batch, CardBatchNode)
    activate_card = write(service.activate_card, CardNode)
    freeze_card = write(service.freeze_card, CardNode)
    thaw_card = write(service.thaw_card, CardNode)
    report_card_lost = write(service.report_card_lost, CardNode)
    find_card = write(service.find_card, CardNode)
    replace_card = write(service.replace_card, CardNode)
    cancel_card = write(service.cancel_card, CardNode)
    redeem = write(redeem_service.redeem, RedemptionNode)
    issue_card_codes = write(code_service.issue_card_codes, CardCodes)
    present_card = write(code_service.present_card, CardPresentation)
    redeem_presented = write(redeem_service.redeem_presented, RedemptionNode)
    record_redemption = write(redeem_service.record_redemption, RedemptionNode)
    reserve = write(use_service.reserve, RedemptionNode)
    confirm_reservation = write(use_service.confirm_reservation, RedemptionNode)
    cancel_reservation = write(use_service.cancel_reservation, RedemptionNode)
    reverse_redemption = write(use_service.reverse_redemption, RedemptionNode)
    join_pool_line = write(wait_service.join_pool_line, PoolWaitNode)
    leave_pool_line = write(wait_service.leave_pool_line, PoolWaitNode)
    set_pool_quota = write(wait_service.set_pool_quota, CityPoolNode)
