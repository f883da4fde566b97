"""What privacy shows and lets do: a table of contents."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry
from sqlmodel import col

from bole.catalogue.graphql import CatalogueEntryNode
from bole.core.graph import Json, Page, computed, many, node, read, register_enums, steps, write
from bole.core.operation import ASK
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.privacy import anomaly_service, notice_service, service
from bole.privacy.models import DataRequest, DeletionNotice, Erasure, ReadAnomaly
from bole.privacy.rules import (
    ANOMALY_FLOW,
    OPEN,
    REQUEST_FLOW,
    AnomalyStatus,
    Asker,
    Fate,
    NoticeReason,
    NoticeStatus,
    RequestKind,
    RequestStatus,
)
from bole.roster import grounds
from bole.roster.models import Talent


def _overdue(row: Any) -> Any:
    return sa.and_(row.status.in_(OPEN), row.due_on < ASK.today)


def _late(row: Any) -> Any:
    return sa.and_(row.status != NoticeStatus.ACKNOWLEDGED, row.due_on < ASK.today)


def _name(row: Any) -> Any:
    """Of a tombstone: what the tombstone says."""
    return sa.select(col(Talent.name)).where(col(Talent.id) == row.talent_id).scalar_subquery()


def _keeper(row: Any) -> Any:
    return sa.select(col(Unit.short_name)).where(col(Unit.path) == row.unit_path).scalar_subquery()


@node(Erasure, allow=None)
class ErasureNode:
    """一次删除的记录"""

    id: UUID
    ordered_at: datetime
    ordered_by_name: str
    lines: Json
    done_at: datetime | None
    next_due: date | None


@node(DataRequest, allow=None)
class DataRequestNode:
    """一项个人信息请求"""

    id: UUID
    talent_id: UUID
    talent_name: str | None = computed(_name, description="姓名（已删除的不再显示）")
    keeper_name: str | None = computed(_keeper, description="归口单位")
    kind: RequestKind
    content: str
    purpose: str | None
    asker: Asker
    asker_name: str | None
    raised_on: date
    due_on: date
    due_words: str
    overdue: bool = computed(_overdue, description="是否逾期")
    status: RequestStatus
    allowed_steps: list[str] = steps(REQUEST_FLOW)
    handled_by_name: str | None
    answer: str | None
    closed_on: date | None
    erasures: list[ErasureNode] = many(lambda e: [e.ordered_at, e.id], description="删除记录")


@node(DeletionNotice, allow=None)
class DeletionNoticeNode:
    """给伙伴单位的删除通知"""

    id: UUID
    partner_name: str
    reason: NoticeReason
    received: str
    cards: list[str]
    asked_on: date
    due_on: date
    late: bool = computed(_late, description="是否超过回执期限")
    status: NoticeStatus
    fetched_at: datetime | None
    acknowledged_at: datetime | None
    receipt: str | None
    told_times: int


@node(ReadAnomaly, allow=Permission.AUDIT_READ)
class ReadAnomalyNode:
    """待核实的访问"""

    id: UUID
    rule: str
    rule_name: str
    actor_id: UUID
    actor_name: str
    day: date
    since: datetime
    until: datetime
    reads: int
    persons: int
    words: str
    status: AnomalyStatus
    allowed_steps: list[str] = steps(ANOMALY_FLOW)
    review: str | None
    reviewed_by_name: str | None
    reviewed_on: date | None


register_enums(Fate)


@strawberry.type(description="删除方案中的一类资料")
class PlanLineView:
    code: str = strawberry.field(description="代码")
    title: str = strawberry.field(description="资料")
    rows: int = strawberry.field(description="多少条")
    fate: Fate = strawberry.field(description="如何处理")
    why: str = strawberry.field(description="依据与理由")
    until: date | None = strawberry.field(description="保存至")


@strawberry.type(description="删除方案")
class ErasurePlanView:
    digest: str = strawberry.field(description="方案摘要，执行时一并提交")
    lines: list[PlanLineView] = strawberry.field(description="各类资料")


@strawberry.type
class PrivacyQuery:
    data_requests = read(service.data_requests, Page[DataRequestNode])
    data_request = read(service.data_request, DataRequestNode)
    my_data_requests = read(service.my_data_requests, Page[DataRequestNode])
    erasure_plan = read(service.erasure_plan, ErasurePlanView)
    deletion_notices = read(notice_service.deletion_notices, Page[DeletionNoticeNode])
    read_anomalies = read(anomaly_service.read_anomalies, Page[ReadAnomalyNode])
    data_grounds = read(grounds.data_grounds, list[CatalogueEntryNode])


@strawberry.type
class PrivacyMutation:
    raise_data_request = write(service.raise_data_request, DataRequestNode)
    record_data_request = write(service.record_data_request, DataRequestNode)
    withdraw_data_request = write(service.withdraw_data_request, DataRequestNode)
    accept_data_request = write(service.accept_data_request, DataRequestNode)
    answer_data_request = write(service.answer_data_request, DataRequestNode)
    refuse_data_request = write(service.refuse_data_request, DataRequestNode)
    carry_out_erasure = write(service.carry_out_erasure, DataRequestNode)
    look_for_anomalies = write(anomaly_service.look_for_anomalies, int)
    review_anomaly = write(anomaly_service.review_anomaly, ReadAnomalyNode)
