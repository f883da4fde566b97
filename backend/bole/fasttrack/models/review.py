"""Others' words on a case: departments, experts, who decides."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from bole.core import ddl
from bole.core.table import Scoped, choice, link, moment
from bole.fasttrack.flow_rules import (
    COUNTERSIGN_FLOW,
    CountersignStatus,
    Opinion,
    Outcome,
)
from bole.fasttrack.models.case import FastTrackCase
from bole.fasttrack.models.scope import NEVER_ALTERED, PART_POLICIES, of_its_case
from bole.org.models import Post, Unit


class Countersign(Scoped, table=True):
    """One department asked for its word on the plan. A word once given stands; asked anew, a new row."""

    __tablename__ = "fasttrack_countersign"
    __table_args__ = (
        of_its_case("fasttrack_countersign"),
        UniqueConstraint("case_id", "unit_id", "round", name="fasttrack_countersign_round_key"),
        Index(
            "fasttrack_countersign_live",
            "case_id",
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

    case_id: UUID = Field(description="案件")
    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="会签单位")
    round: int = Field(default=1, description="第几轮")
    status: CountersignStatus = Field(
        default=COUNTERSIGN_FLOW.start, sa_type=choice(CountersignStatus), description="状态"
    )
    asked_on: date = Field(description="送达日（起算日，不计入）")
    working_days: int = Field(description="会签时限（工作日）")
    due_on: date = Field(description="应答复日")
    due_provisional: bool = Field(default=False, description="应答复日是否暂定")
    note: str | None = Field(default=None, max_length=500, description="送审或协调说明")
    deputy_id: UUID | None = Field(default=None, foreign_key="post.id", description="因回避指定的代签岗位")
    opinion: Opinion | None = Field(default=None, sa_type=choice(Opinion), description="意见")
    reason: str | None = Field(default=None, max_length=1000, description="理由或修改意见")
    answered_on: date | None = Field(default=None, description="答复日")
    answered_by: UUID | None = Field(default=None, description="会签人账号")
    answered_name: str | None = Field(default=None, max_length=60, description="会签人")

    case: FastTrackCase = link(back="countersigns")
    unit: Unit = link(foreign_keys="Countersign.unit_id")
    deputy: Post = link(foreign_keys="Countersign.deputy_id")
    recusals: list["Recusal"] = link(back="countersign")


class Recusal(Scoped, table=True):
    """Someone who is related to the candidate, or has an interest, keeps out of the whole case."""

    __tablename__ = "fasttrack_recusal"
    __table_args__ = (
        of_its_case("fasttrack_recusal"),
        UniqueConstraint("case_id", "account_id", name="fasttrack_recusal_once"),
    )
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES
    __grants__: ClassVar[dict[str, str]] = NEVER_ALTERED

    case_id: UUID = Field(description="案件")
    countersign_id: UUID = Field(
        foreign_key="fasttrack_countersign.id", index=True, description="所回避的会签"
    )
    account_id: UUID = Field(description="回避人账号")
    account_name: str = Field(max_length=60, description="回避人")
    reason: str = Field(max_length=500, description="回避理由")
    deputy_id: UUID = Field(foreign_key="post.id", description="代签岗位")
    recused_on: date = Field(description="回避日")

    countersign: Countersign = link(back="recusals")
    deputy: Post = link(foreign_keys="Recusal.deputy_id")


class ExpertVote(Scoped, table=True):
    """What a panel of experts counted."""

    __tablename__ = "fasttrack_vote"
    __table_args__ = (
        of_its_case("fasttrack_vote"),
        CheckConstraint(
            "recused >= 0 and agree between 0 and present and present between 1 and invited - recused",
            name="adds_up",
        ),
    )
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES
    __grants__: ClassVar[dict[str, str]] = NEVER_ALTERED

    case_id: UUID = Field(index=True, description="案件")
    after_step: int = Field(description="登记时的步骤序号（此前拟定的方案即论证对象）")
    held_on: date = Field(description="论证日")
    invited: int = Field(description="应邀人数")
    recused: int = Field(default=0, description="回避人数")
    present: int = Field(description="到会人数")
    agree: int = Field(description="同意人数")
    majority: str = Field(max_length=8, description="须达到的比例")
    passed: bool = Field(description="是否通过")
    note: str | None = Field(default=None, max_length=2000, description="论证意见")

    case: FastTrackCase = link(back="votes")


class CaseDecision(Scoped, table=True):
    """What was decided, with the plan as it then stood. Nobody alters it: a trigger refuses."""

    __tablename__ = "fasttrack_decision"
    __table_args__ = (
        of_its_case("fasttrack_decision"),
        UniqueConstraint("case_id", "round", name="fasttrack_decision_round_key"),
    )
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES
    __grants__: ClassVar[dict[str, str]] = NEVER_ALTERED

    case_id: UUID = Field(description="案件")
    round: int = Field(description="第几次审定")
    outcome: Outcome = Field(sa_type=choice(Outcome), description="审定结果")
    opinion: str = Field(max_length=2000, description="审定意见")
    form: str = Field(max_length=120, description="审定形式（组长审定、领导小组会议及期次）")
    decided_on: date = Field(description="审定日")
    decided_at: datetime = Field(sa_type=moment(), description="审定时间")
    post_id: UUID = Field(foreign_key="post.id", description="审定人岗位")
    account_id: UUID = Field(description="审定人账号")
    account_name: str = Field(max_length=60, description="审定人")
    plan: dict[str, Any] = Field(sa_type=JSONB, description="审定时的方案、会签意见与论证结果")

    case: FastTrackCase = link(back="decisions")
    post: Post = link(foreign_keys="CaseDecision.post_id")


for _table in ("fasttrack_recusal", "fasttrack_vote", "fasttrack_decision"):
    ddl.append_only(_table)
