"""What campaigns and frozen quarters show and let do: a table of contents."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry
from sqlmodel import col

from bole.campaign import answering_service, service, snapshot_service
from bole.campaign.models import Campaign, CampaignItem, FigureCorrection, QuarterSnapshot
from bole.campaign.rules import CampaignStatus, ItemStatus, Span
from bole.core.graph import Page, computed, many, node, read, register_enums, write
from bole.roster.graphql import TalentNode
from bole.roster.rules import FigureAxis, TalentStatus

register_enums(Span)


@node(Campaign, allow=None)
class CampaignNode:
    """季度更新"""

    id: UUID
    version: int
    quarter: str
    opened_on: date
    due_on: date
    remind_on: date
    undo_minutes: int
    status: CampaignStatus
    opened_by: str
    closed_on: date | None
    closed_reason: str | None
    reminded_on: date | None


@node(CampaignItem, allow=None)
class CampaignItemNode:
    """季度更新名册中的一条"""

    id: UUID
    status: ItemStatus
    was: TalentStatus
    answered_at: datetime | None
    answered_by: str | None
    note: str | None
    talent: TalentNode | None
    campaign: CampaignNode


@node(FigureCorrection, allow=None)
class FigureCorrectionNode:
    """一项更正"""

    id: UUID
    axis: FigureAxis
    key: str
    label: str
    talents_before: int
    stale_before: int
    talents: int
    stale: int
    reason: str
    corrected_at: datetime
    corrected_by: str


def _corrections(snapshot: Any) -> Any:
    mine = sa.select(sa.func.count()).where(col(FigureCorrection.snapshot_id) == snapshot.id)
    return sa.cast(mine.scalar_subquery(), sa.Integer)


@node(QuarterSnapshot, allow=None)
class QuarterSnapshotNode:
    """冻结的季度"""

    id: UUID
    quarter: str
    last_day: date
    frozen_at: datetime
    frozen_by: str
    row_count: int
    sha256: str
    correction_count: int = computed(_corrections, description="更正了几处")
    corrections: list[FigureCorrectionNode] = many(lambda c: [c.id.desc()], first=100)


@strawberry.type(description="一个单位的季度更新进度")
class UnitProgress:
    unit_id: UUID = strawberry.field(description="单位")
    unit: str = strawberry.field(description="单位名称")
    closed: bool = strawberry.field(description="单位是否已撤并")
    records: int = strawberry.field(description="应确认")
    pending: int = strawberry.field(description="待确认")
    confirmed: int = strawberry.field(description="已确认")
    changed: int = strawberry.field(description="已更改")
    left: int = strawberry.field(description="已离开")
    unconfirmed: int = strawberry.field(description="到期未确认")
    rate: float | None = strawberry.field(description="完成率（%）")


@strawberry.type(description="确认期限的算法")
class DueExplained:
    due_on: str = strawberry.field(description="期限")
    summary: str = strawberry.field(description="逐日说明")
    provisional: str | None = strawberry.field(description="暂定日历的说明")


@strawberry.type(description="一条记录的办理结果")
class ItemOutcome:
    item_id: UUID = strawberry.field(description="名册中的记录")
    done: bool = strawberry.field(description="是否办成")
    words: str = strawberry.field(description="结果或原因")


@strawberry.type(description="逐条办理结果")
class AnswerOutcome:
    done: int = strawberry.field(description="办成几条")
    rows: list[ItemOutcome] = strawberry.field(description="各条结果")


@strawberry.type(description="冻结数字的一行")
class SnapshotLine:
    key: str = strawberry.field(description="代码")
    label: str = strawberry.field(description="名称")
    talents: int = strawberry.field(description="人数（更正后）")
    stale: int = strawberry.field(description="其中待更新（更正后）")
    talents_published: int = strawberry.field(description="公布时人数")
    stale_published: int = strawberry.field(description="公布时待更新")
    corrected: bool = strawberry.field(description="是否更正过")


@strawberry.type(description="一个季度冻结的数字")
class SnapshotFigures:
    quarter: str = strawberry.field(description="季度")
    last_day: date = strawberry.field(description="数字截至")
    frozen_at: datetime = strawberry.field(description="冻结时间")
    frozen_by: str = strawberry.field(description="冻结人")
    row_count: int = strawberry.field(description="记录条数")
    sha256: str = strawberry.field(description="摘要")
    by: FigureAxis = strawberry.field(description="按什么分列")
    lines: list[SnapshotLine] = strawberry.field(description="各行")


@strawberry.type(description="对比的一行")
class Compared:
    key: str = strawberry.field(description="代码")
    label: str = strawberry.field(description="名称")
    talents: int = strawberry.field(description="本期人数")
    stale: int = strawberry.field(description="本期待更新")
    talents_before: int = strawberry.field(description="上期人数")
    stale_before: int = strawberry.field(description="上期待更新")
    difference: int = strawberry.field(description="增减")
    rate: float | None = strawberry.field(description="增减（%）")


@strawberry.type(description="两个冻结季度的对比")
class Comparison:
    quarter: str = strawberry.field(description="本期")
    last_day: date = strawberry.field(description="本期截至")
    against: str = strawberry.field(description="上期")
    against_last_day: date = strawberry.field(description="上期截至")
    by: FigureAxis = strawberry.field(description="按什么分列")
    talents: int = strawberry.field(description="本期合计")
    talents_before: int = strawberry.field(description="上期合计")
    lines: list[Compared] = strawberry.field(description="各行")


@strawberry.type(description="快照核对结果")
class Verified:
    quarter: str = strawberry.field(description="季度")
    row_count: int = strawberry.field(description="记录条数")
    sha256: str = strawberry.field(description="冻结时的摘要")
    sha256_now: str = strawberry.field(description="现在重算的摘要")
    intact: bool = strawberry.field(description="是否一致")


@strawberry.type
class CampaignQuery:
    campaigns = read(service.campaigns, Page[CampaignNode])
    campaign = read(service.campaign, CampaignNode)
    campaign_progress = read(service.campaign_progress, list[UnitProgress])
    campaign_due = read(service.campaign_due, DueExplained)
    campaign_items = read(answering_service.campaign_items, Page[CampaignItemNode])
    snapshot = read(snapshot_service.snapshot, QuarterSnapshotNode)
    snapshots = read(snapshot_service.snapshots, Page[QuarterSnapshotNode])
    snapshot_figures = read(snapshot_service.snapshot_figures, SnapshotFigures)
    snapshot_comparison = read(snapshot_service.snapshot_comparison, Comparison)
    verify_snapshot = read(snapshot_service.verify_snapshot, Verified)


@strawberry.type
class CampaignMutation:
    open_campaign = write(service.open_campaign, CampaignNode)
    close_campaign = write(service.close_campaign, CampaignNode)
    urge_campaign = write(service.urge, CampaignNode)
    confirm_campaign_items = write(answering_service.confirm_items, AnswerOutcome)
    undo_campaign_items = write(answering_service.undo_items, AnswerOutcome)
    mark_left_in_campaign = write(answering_service.mark_left, CampaignItemNode)
    freeze_quarter = write(snapshot_service.freeze_quarter, QuarterSnapshotNode)
    correct_figure = write(snapshot_service.correct_figure, FigureCorrectionNode)
