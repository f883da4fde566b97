"""Requests of the person, what was erased and what stays, notices to partners, reads that are looked at."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from bole.core.faults import constraint
from bole.core.table import SELF, Scoped, choice, link, moment
from bole.identity.models import Partner
from bole.privacy.rules import (
    ANOMALY_FLOW,
    NOTICE_FLOW,
    REQUEST_FLOW,
    AnomalyStatus,
    Asker,
    NoticeReason,
    NoticeStatus,
    RequestKind,
    RequestRunning,
    RequestStatus,
)
from bole.roster.models import OfTalent, Talent, of_talent

MINE: dict[str, str] = {"talent": f"talent_id = {SELF}"}


class DataRequest(OfTalent, table=True):
    """One request of the person (个人信息保护法 44–50 条), with its own deadline, until it is answered."""

    __tablename__ = "data_request"
    __table_args__ = (
        *of_talent("data_request", "raised_on"),
        Index("data_request_due_idx", "unit_path", "due_on", "id"),
        Index(
            "data_request_one_open",
            "talent_id",
            "kind",
            unique=True,
            postgresql_where=text("status in ('raised', 'in_hand', 'erasing')"),
        ),
        CheckConstraint("due_on > raised_on", name="due_after_raised"),
        CheckConstraint(
            "(status in ('answered', 'refused')) = (answer is not null)", name="answered_in_words"
        ),
        CheckConstraint(
            "(status in ('raised', 'in_hand', 'erasing')) = (closed_on is null)", name="closed_on_a_day"
        ),
        CheckConstraint("(asker = 'person') or asker_name is not null", name="others_have_names"),
    )
    __policies__: ClassVar[dict[str, str]] = MINE
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, insert, update",
        "system": "select, insert, update",
        "talent": "select, insert, update (status, closed_on)",
    }

    kind: RequestKind = Field(sa_type=choice(RequestKind), description="请求种类")
    content: str = Field(sa_type=Text, description="请求内容")
    purpose: str | None = Field(default=None, max_length=60, description="撤回哪一项授权（代码）")
    asker: Asker = Field(default=Asker.PERSON, sa_type=choice(Asker), description="由谁提出")
    asker_name: str | None = Field(default=None, max_length=120, description="提出人姓名与关系")
    raised_on: date = Field(description="提出日期")
    due_on: date = Field(description="答复期限")
    due_words: str = Field(sa_type=Text, description="期限如何计算")
    status: RequestStatus = Field(
        default=REQUEST_FLOW.start, sa_type=choice(RequestStatus), description="状态"
    )
    handled_by_name: str | None = Field(default=None, max_length=60, description="办理人")
    answer: str | None = Field(default=None, sa_type=Text, description="答复或不予办理的理由")
    closed_on: date | None = Field(default=None, description="办结日期")
    overdue_told: bool = Field(default=False, description="是否已提醒逾期")

    talent: Talent = link(reverse="data_requests")
    erasures: list["Erasure"] = link(back="request")


constraint("data_request_one_open", RequestRunning)


class Erasure(OfTalent, table=True):
    """What was erased and what stayed, why and until when: counts and grounds, nothing of the person."""

    __table_args__ = (
        *of_talent("erasure", "ordered_at"),
        UniqueConstraint("request_id"),
        Index("erasure_due_idx", "next_due", postgresql_where=text("next_due is not null")),
    )
    __policies__: ClassVar[dict[str, str]] = MINE
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, insert",
        "system": "select, insert, update",
        "talent": "select",
    }

    request_id: UUID = Field(foreign_key="data_request.id", description="依哪项请求")
    ordered_at: datetime = Field(sa_type=moment(), description="批准时间")
    ordered_by_name: str = Field(max_length=60, description="批准人")
    lines: list[dict[str, Any]] = Field(sa_type=JSONB, description="各类资料的处理：数量、去留、依据、保存至")
    done_at: datetime | None = Field(default=None, sa_type=moment(), description="执行完成时间")
    next_due: date | None = Field(default=None, description="留存的最早到期日，届时再清除")

    request: DataRequest = link(back="erasures")
    talent: Talent = link()


class DeletionNotice(OfTalent, table=True):
    """A partner that received something is told that its ground is gone, until it says that it did its part."""

    __tablename__ = "deletion_notice"
    __table_args__ = (
        *of_talent("deletion_notice", "asked_on"),
        UniqueConstraint("partner_id", "cause", name="deletion_notice_once"),
        Index("deletion_notice_partner_idx", "partner_id", "status", "id"),
        CheckConstraint(
            "(status = 'acknowledged') = (acknowledged_at is not null)", name="acknowledged_at_a_time"
        ),
    )
    __policies__: ClassVar[dict[str, str]] = {**MINE, "partner": f"partner_id = {SELF}"}
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, update (told_times, told_at)",
        "system": "select, insert, update",
        "talent": "select",
        "partner": "select, update (status, fetched_at, acknowledged_at, receipt)",
    }

    partner_id: UUID = Field(foreign_key="partner.id", description="伙伴单位")
    partner_name: str = Field(max_length=80, description="伙伴单位名称")
    reason: NoticeReason = Field(sa_type=choice(NoticeReason), description="为何通知")
    cause: str = Field(max_length=80, description="由何事引起（同一事只通知一次）")
    received: str = Field(max_length=200, description="曾提供的内容")
    cards: list[str] = Field(sa_type=ARRAY(Text), description="所涉卡号（伙伴据此查找）")
    asked_on: date = Field(description="通知日期")
    due_on: date = Field(description="回执期限")
    status: NoticeStatus = Field(default=NOTICE_FLOW.start, sa_type=choice(NoticeStatus), description="状态")
    fetched_at: datetime | None = Field(default=None, sa_type=moment(), description="首次领取时间")
    acknowledged_at: datetime | None = Field(default=None, sa_type=moment(), description="回执时间")
    receipt: str | None = Field(default=None, max_length=200, description="回执内容")
    told_times: int = Field(default=1, description="已通知次数")
    told_at: datetime = Field(sa_type=moment(), description="最近一次通知")

    partner: Partner = link()
    talent: Talent = link()


class ReadAnomaly(Scoped, table=True):
    """Reads that a rule of the catalogue lists for somebody to look at. A fact to be explained, no accusation."""

    __tablename__ = "read_anomaly"
    __table_args__ = (
        UniqueConstraint("rule", "actor_id", "day", name="read_anomaly_once_a_day"),
        Index("read_anomaly_scope_idx", "unit_path", "day", "id"),
        CheckConstraint("(status = 'open') = (reviewed_on is null)", name="reviewed_on_a_day"),
    )
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, insert, update",
        "system": "select, insert, update",
    }

    rule: str = Field(max_length=60, description="规则代码")
    rule_name: str = Field(max_length=80, description="规则")
    actor_id: UUID = Field(description="查看人编号")
    actor_name: str = Field(max_length=60, description="查看人")
    day: date = Field(description="哪一日")
    since: datetime = Field(sa_type=moment(), description="首次查看")
    until: datetime = Field(sa_type=moment(), description="末次查看")
    reads: int = Field(description="查看次数")
    persons: int = Field(description="涉及人数")
    talent_ids: list[UUID] = Field(sa_type=ARRAY(Uuid()), description="涉及人才（至多一百名）")
    words: str = Field(max_length=300, description="所列事实")
    status: AnomalyStatus = Field(
        default=ANOMALY_FLOW.start, sa_type=choice(AnomalyStatus), description="复核"
    )
    review: str | None = Field(default=None, max_length=400, description="复核意见")
    reviewed_by_name: str | None = Field(default=None, max_length=60, description="复核人")
    reviewed_on: date | None = Field(default=None, description="复核日期")
