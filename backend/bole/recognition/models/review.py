"""Others' words on an application: departments, experts, and whoever objects while it is on notice."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from bole.core import ddl
from bole.core.table import ACTOR, IN_RANGE, Scoped, choice, link, moment
from bole.org.models import Unit
from bole.recognition.flow_rules import (
    OBJECTION_FLOW,
    REVIEW_FLOW,
    SHEET_FLOW,
    JointOpinion,
    JointReviewStatus,
    ObjectionStatus,
    ScoreSheetStatus,
)
from bole.recognition.models.application import RecognitionApplication
from bole.recognition.models.scope import PART_POLICIES, TOLD_BY_STAFF, of_its_application

SENSITIVE: dict[str, Any] = {"info": {"sensitive": True}}


class JointReview(Scoped, table=True):
    """One department asked for its word. A word once given stands; asked anew, a new row."""

    __tablename__ = "recognition_review"
    __table_args__ = (
        of_its_application("recognition_review"),
        UniqueConstraint("application_id", "unit_id", "round", name="recognition_review_round_key"),
        Index(
            "recognition_review_live",
            "application_id",
            "unit_id",
            unique=True,
            postgresql_where=text("status in ('pending', 'answered')"),
        ),
        CheckConstraint(
            "(opinion is not null) = (status in ('answered', 'superseded'))"
            " and (answered_on is null) = (opinion is null)",
            name="answered_has_an_opinion",
        ),
        CheckConstraint("opinion is null or opinion = 'agree' or reason is not null", name="says_why"),
    )
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES
    __grants__: ClassVar[dict[str, str]] = TOLD_BY_STAFF

    application_id: UUID = Field(description="认定申请")
    talent_id: UUID = Field(description="人才")
    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="联审部门")
    round: int = Field(default=1, description="第几轮")
    status: JointReviewStatus = Field(
        default=REVIEW_FLOW.start, sa_type=choice(JointReviewStatus), description="状态"
    )
    asked_on: date = Field(description="送达日（起算日，不计入）")
    working_days: int = Field(description="时限（工作日）")
    due_on: date = Field(description="应答复日")
    due_provisional: bool = Field(default=False, description="应答复日是否暂定")
    note: str | None = Field(default=None, max_length=500, description="送审说明")
    opinion: JointOpinion | None = Field(default=None, sa_type=choice(JointOpinion), description="意见")
    reason: str | None = Field(default=None, max_length=1000, description="理由")
    answered_on: date | None = Field(default=None, description="答复日")
    answered_by: UUID | None = Field(default=None, description="答复人账号")
    answered_name: str | None = Field(default=None, max_length=60, description="答复人")

    application: RecognitionApplication = link(back="reviews")
    unit: Unit = link(foreign_keys="JointReview.unit_id")


class Expert(Scoped, table=True):
    """Somebody who may be asked to score: an account, and where they work, so that they keep out of their own
    employer's cases. `unit_path` is the office that keeps the list."""

    __tablename__ = "recognition_expert"
    __table_args__ = (UniqueConstraint("account_id", name="recognition_expert_once"),)
    __policies__: ClassVar[dict[str, str]] = {"staff": f"({IN_RANGE}) or account_id = {ACTOR}"}

    account_id: UUID = Field(foreign_key="account.id", description="账号")
    name: str = Field(max_length=60, description="姓名")
    employer_name: str = Field(max_length=120, description="所在单位")
    employer_id: UUID | None = Field(
        default=None, foreign_key="unit.id", description="所在单位（本系统单位）"
    )
    types: list[str] = Field(
        default_factory=list,
        sa_type=JSONB,
        sa_column_kwargs={"server_default": "[]"},
        description="擅长的人才类型",
    )
    specialty: str | None = Field(default=None, max_length=200, description="专业")
    active: bool = Field(default=True, description="是否在聘")

    sheets: list["ScoreSheet"] = link(back="expert")


class ScoreSheet(Scoped, table=True):
    """What one expert scores, blind: the sheet holds what they may know, and no name. It lies with the office
    that leads, and with the expert; nobody else reads it. An application that came back with other facts is scored
    anew: the sheets of former rounds stay as they are, and count no more."""

    __tablename__ = "recognition_sheet"
    __table_args__ = (
        Index(
            "recognition_sheet_once",
            "application_id",
            "expert_id",
            "round",
            unique=True,
            postgresql_where=text("status <> 'called_off'"),
        ),
        CheckConstraint("(status = 'scored') = (total is not null)", name="scored_has_a_total"),
        CheckConstraint("(status = 'recused') = (recusal is not null)", name="recused_for_a_reason"),
        CheckConstraint("total is null or total between 0 and 100", name="total_in_range"),
        Index("recognition_sheet_account_idx", "account_id", "status"),
    )
    __policies__: ClassVar[dict[str, str]] = {"staff": f"({IN_RANGE}) or account_id = {ACTOR}"}
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, insert, update",
        "system": "select, insert, update",
    }

    application_id: UUID = Field(foreign_key="recognition_application.id", description="认定申请")
    expert_id: UUID = Field(foreign_key="recognition_expert.id", index=True, description="专家")
    account_id: UUID = Field(description="专家账号")
    round: int = Field(default=1, description="第几轮评分")
    code: str = Field(max_length=12, description="盲评代号")
    status: ScoreSheetStatus = Field(
        default=SHEET_FLOW.start, sa_type=choice(ScoreSheetStatus), description="状态"
    )
    invited_on: date = Field(description="邀请日")
    due_on: date = Field(description="应评分日")
    material: dict[str, Any] = Field(sa_type=JSONB, description="评分材料（不含姓名与单位）")
    items: list[dict[str, Any]] = Field(sa_type=JSONB, description="评分项与权重")
    scores: dict[str, int] | None = Field(
        default=None, sa_type=JSONB(none_as_null=True), description="各项得分（百分制）"
    )
    total: float | None = Field(default=None, description="加权总分")
    comment: str | None = Field(default=None, max_length=1000, description="评语")
    recusal: str | None = Field(default=None, max_length=500, description="回避理由")
    answered_at: datetime | None = Field(default=None, sa_type=moment(), description="评分或回避的时间")

    application: RecognitionApplication = link(back="sheets")
    expert: Expert = link(back="sheets")


class PublicNotice(Scoped, table=True):
    """What the city was told, and until when it may object: the last minute of `ends_on`, in China."""

    __tablename__ = "recognition_notice"
    __table_args__ = (
        of_its_application("recognition_notice"),
        CheckConstraint("ends_on > starts_on", name="runs_for_a_while"),
        Index("recognition_notice_ends_idx", "ends_on"),
    )
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES
    __grants__: ClassVar[dict[str, str]] = TOLD_BY_STAFF

    application_id: UUID = Field(index=True, description="认定申请")
    talent_id: UUID = Field(description="人才")
    starts_on: date = Field(description="公示起日（起算日，不计入）")
    working_days: int = Field(description="公示工作日")
    ends_on: date = Field(description="公示止日（至当日二十四时）")
    provisional: bool = Field(default=False, description="公示止日是否暂定")
    shown: dict[str, str] = Field(sa_type=JSONB, description="公示内容")
    withdrawn: bool = Field(default=False, description="是否已撤下")

    application: RecognitionApplication = link(back="notices")


class NoticeObjection(Scoped, table=True):
    """An objection raised in time, and what came of it. Who raised it is sealed: the person never learns it."""

    __tablename__ = "recognition_objection"
    __table_args__ = (
        of_its_application("recognition_objection"),
        CheckConstraint("(status = 'open') = (conclusion is null)", name="settled_with_a_conclusion"),
        CheckConstraint("(contact_sealed is null) = (contact_masked is null)", name="contact_whole"),
        Index("recognition_objection_application_idx", "application_id"),
    )
    __policies__: ClassVar[dict[str, str]] = {k: v for k, v in PART_POLICIES.items() if k != "talent"}
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, insert, update",
        "system": "select, insert, update",
    }

    application_id: UUID = Field(description="认定申请")
    talent_id: UUID = Field(description="人才")
    notice_id: UUID = Field(foreign_key="recognition_notice.id", description="公示")
    status: ObjectionStatus = Field(
        default=OBJECTION_FLOW.start, sa_type=choice(ObjectionStatus), description="状态"
    )
    objector: str = Field(max_length=60, sa_column_kwargs=SENSITIVE, description="异议人")
    contact_sealed: bytes | None = Field(
        default=None, sa_type=LargeBinary, description="异议人联系方式（加密）"
    )
    contact_masked: str | None = Field(default=None, max_length=60, description="异议人联系方式（掩码）")
    content: str = Field(max_length=2000, description="异议内容")
    received_at: datetime = Field(sa_type=moment(), description="收到时间")
    due_on: date = Field(description="应核查完毕日")
    conclusion: str | None = Field(default=None, max_length=2000, description="核查结论")
    settled_on: date | None = Field(default=None, description="核查完毕日")
    settled_name: str | None = Field(default=None, max_length=60, description="核查人")

    application: RecognitionApplication = link(back="objections")


ddl.EXTRA.append("""
create function recognition_sheet_fixed() returns trigger language plpgsql as $$
begin
  if old.status in ('scored', 'recused') and to_jsonb(new) - 'unit_path' is distinct from to_jsonb(old) - 'unit_path' then
    raise exception 'a score sheet is fixed once it is handed in' using errcode = 'restrict_violation';
  end if;
  return new;
end $$""")
ddl.EXTRA.append(
    "create trigger recognition_sheet_fixed before update on recognition_sheet "
    "for each row execute function recognition_sheet_fixed()"
)
