"""An application, who takes part in it, and every step it took."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from bole.catalogue.models import Entry
from bole.core import ddl
from bole.core.faults import constraint
from bole.core.table import HI, IN_RANGE, LO, Scoped, Versioned, choice, link, moment
from bole.org.models import Unit
from bole.recognition.flow_rules import (
    APPLICATION_FLOW,
    RUNNING,
    ApplicationStatus,
    CriterionResult,
    RecognitionRole,
    RecognitionRoute,
)
from bole.recognition.models.scope import (
    APPLICATION_POLICIES,
    MINE,
    NEVER_ALTERED,
    PART_POLICIES,
    of_its_application,
    of_its_person,
)
from bole.recognition.rules import AlreadyApplying
from bole.roster.models import Talent

if TYPE_CHECKING:
    from bole.recognition.models.evidence import Attachment
    from bole.recognition.models.granted import Recognition
    from bole.recognition.models.review import JointReview, NoticeObjection, PublicNotice, ScoreSheet

IS_RUNNING = f"status in ({', '.join(repr(s.value) for s in RUNNING)})"


class RecognitionApplication(Scoped, Versioned, table=True):
    """One person, to be recognised at one level by one criterion of one version of the directory."""

    __tablename__ = "recognition_application"
    __table_args__ = (
        of_its_person("recognition_application"),
        UniqueConstraint("id", "talent_id", "unit_path", name="recognition_application_place_key"),
        UniqueConstraint("number"),
        CheckConstraint(
            "(submitted_on is null) = (terms is null) and (submitted_on is null) = (number is null)"
            " and (status in ('draft', 'withdrawn') or submitted_on is not null)",
            name="submitted_whole",
        ),
        CheckConstraint(
            "(due_on is null) = (due_from is null) and (due_on is null) = (due_days is null)",
            name="due_whole",
        ),
        CheckConstraint(
            "route <> 'public' or recommenders is not null or status = 'draft'", name="public_has_names"
        ),
        Index(
            "recognition_application_one_running", "talent_id", unique=True, postgresql_where=text(IS_RUNNING)
        ),
        Index("recognition_application_newest_idx", text("started_on desc"), text("id desc")),
        Index("recognition_application_unit_path_idx", "unit_path", "status"),
        Index("recognition_application_due_idx", "due_on", postgresql_where=text("due_on is not null")),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    __policies__: ClassVar[dict[str, str]] = APPLICATION_POLICIES
    __grants__: ClassVar[dict[str, str]] = dict.fromkeys(
        ("staff", "talent", "system"), "select, insert, update"
    )

    number: str | None = Field(default=None, max_length=24, description="申报编号（首次提交时给出）")
    talent_id: UUID = Field(index=True, description="人才")
    talent_name: str = Field(max_length=60, description="申报人姓名（起草时的，提交时更新）")
    employer_name: str | None = Field(
        default=None, max_length=120, description="用人单位名称（起草时的，提交时更新）"
    )
    route: RecognitionRoute = Field(sa_type=choice(RecognitionRoute), description="申报方式")
    status: ApplicationStatus = Field(
        default=APPLICATION_FLOW.start, sa_type=choice(ApplicationStatus), description="状态"
    )
    level: str = Field(max_length=60, description="申报层次代码")
    talent_type: str = Field(max_length=60, description="申报类型代码")
    criterion: str = Field(max_length=40, description="所依标准代码")
    directory_id: UUID = Field(foreign_key="catalogue_entry.id", index=True, description="所依目录的版本")
    statement: str = Field(default="", max_length=2000, description="业绩陈述")
    finding: CriterionResult | None = Field(
        default=None, sa_type=choice(CriterionResult), description="系统核对结果（不能由系统核对的为空）"
    )
    finding_missing: list[str] = Field(
        default_factory=list,
        sa_type=JSONB,
        sa_column_kwargs={"server_default": "[]"},
        description="待核的，缺哪些资料",
    )
    recommenders: list[dict[str, str]] | None = Field(
        default=None, sa_type=JSONB(none_as_null=True), description="公荐的推荐人"
    )
    kinship: list[str] = Field(
        default_factory=list,
        sa_type=JSONB,
        sa_column_kwargs={"server_default": "[]"},
        description="须回避的亲属姓名（申报人声明）",
    )
    unit_id: UUID | None = Field(
        default=None, foreign_key="unit.id", description="申报或提名的单位（个人申报为空）"
    )
    employer_id: UUID | None = Field(
        default=None, foreign_key="unit.id", index=True, description="推荐的用人单位"
    )
    district_id: UUID = Field(foreign_key="unit.id", index=True, description="初审的人才办")
    lead_id: UUID = Field(foreign_key="unit.id", index=True, description="牵头的人才办")
    holder_id: UUID | None = Field(
        default=None, foreign_key="unit.id", index=True, description="等哪个单位办理（部门联审、公示时为空）"
    )
    started_on: date = Field(description="起草日")
    started_by: UUID = Field(description="起草人账号")
    submitted_on: date | None = Field(default=None, description="首次提交日（按这一天的目录评判）")
    terms: dict[str, Any] | None = Field(
        default=None, sa_type=JSONB(none_as_null=True), description="提交时的认定规则"
    )
    terms_version: int | None = Field(default=None, description="认定规则的版次")
    due_from: date | None = Field(default=None, description="本环节起算日（不计入）")
    due_days: int | None = Field(default=None, description="本环节工作日")
    due_on: date | None = Field(default=None, description="本环节应办日")
    due_provisional: bool = Field(default=False, description="应办日是否暂定")
    returned_reason: str | None = Field(default=None, max_length=1000, description="退回补正的理由")
    scoring_round: int = Field(default=1, description="专家评分第几轮（事实有变的，补正后重新评分）")
    expert_score: float | None = Field(default=None, description="专家平均分")
    expert_count: int | None = Field(default=None, description="有效评分表份数")
    expert_passed: bool | None = Field(default=None, description="专家评分是否达到要求")
    decided_on: date | None = Field(default=None, description="审定日")
    ended_on: date | None = Field(default=None, description="办结日")
    end_reason: str | None = Field(default=None, max_length=1000, description="不予认定或撤回的理由")
    last_step: int = Field(default=0, description="已办步骤数")

    talent: Talent = link(reverse="applications", viewonly=True)
    directory: Entry = link(foreign_keys="RecognitionApplication.directory_id")
    unit: Unit = link(foreign_keys="RecognitionApplication.unit_id")
    employer: Unit = link(foreign_keys="RecognitionApplication.employer_id")
    district: Unit = link(foreign_keys="RecognitionApplication.district_id")
    lead: Unit = link(foreign_keys="RecognitionApplication.lead_id")
    holder: Unit = link(foreign_keys="RecognitionApplication.holder_id")
    parties: list["ApplicationParty"] = link(back="application")
    stages: list["ApplicationStage"] = link(back="application")
    reviews: list["JointReview"] = link(back="application")
    sheets: list["ScoreSheet"] = link(back="application")
    notices: list["PublicNotice"] = link(back="application")
    objections: list["NoticeObjection"] = link(back="application")
    attachments: list["Attachment"] = link(back="application")
    recognitions: list["Recognition"] = link(back="application")


class ApplicationParty(Scoped, table=True):
    """A unit takes part in an application and therefore sees it. `unit_path` is the party's own; the person's
    stands beside it, so that a policy here need not ask the application, whose policy asks us."""

    __tablename__ = "recognition_party"
    __table_args__ = (
        ForeignKeyConstraint(
            ["application_id", "talent_id", "application_path"],
            [
                "recognition_application.id",
                "recognition_application.talent_id",
                "recognition_application.unit_path",
            ],
            name="recognition_party_application_fkey",
            onupdate="CASCADE",
        ),
        UniqueConstraint("application_id", "unit_id", "role", name="recognition_party_once"),
        Index("recognition_party_path_idx", "unit_path", "application_id"),
    )
    __policies__: ClassVar[dict[str, str]] = {
        "staff": f"({IN_RANGE}) or (application_path >= {LO} and application_path < {HI})"
        f" or (lead_path >= {LO} and lead_path < {HI}) or (district_path >= {LO} and district_path < {HI})",
        "talent": MINE,
    }
    __grants__: ClassVar[dict[str, str]] = dict.fromkeys(
        ("staff", "talent", "system"), "select, insert, update, delete"
    )

    application_id: UUID = Field(description="认定申请")
    talent_id: UUID = Field(description="人才")
    application_path: int = Field(sa_type=BigInteger, description="人才所属单位路径")
    lead_path: int = Field(sa_type=BigInteger, description="牵头单位路径")
    district_path: int = Field(sa_type=BigInteger, description="初审单位路径")
    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="单位")
    role: RecognitionRole = Field(sa_type=choice(RecognitionRole), description="身份")
    joined_on: date = Field(description="加入日")

    application: RecognitionApplication = link(back="parties")
    unit: Unit = link(foreign_keys="ApplicationParty.unit_id")


class ApplicationStage(Scoped, table=True):
    """One step that was taken: by whom, with what words, and whose turn it was then. Never altered."""

    __tablename__ = "recognition_stage"
    __table_args__ = (
        of_its_application("recognition_stage"),
        UniqueConstraint("application_id", "seq", name="recognition_stage_seq_key"),
    )
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES
    __grants__: ClassVar[dict[str, str]] = NEVER_ALTERED

    application_id: UUID = Field(description="认定申请")
    talent_id: UUID = Field(description="人才")
    seq: int = Field(description="第几步")
    step: str = Field(max_length=40, description="步骤")
    status: ApplicationStatus = Field(sa_type=choice(ApplicationStatus), description="此后状态")
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id", description="办理单位")
    holder_id: UUID | None = Field(default=None, foreign_key="unit.id", description="此后等哪个单位")
    account_id: UUID = Field(description="办理人账号")
    account_name: str = Field(max_length=60, description="办理人")
    taken_on: date = Field(description="办理日")
    taken_at: datetime = Field(sa_type=moment(), description="办理时间")
    note: str | None = Field(default=None, max_length=2000, description="意见或说明")
    inside: bool = Field(default=False, description="意见是否只供评审单位查看")

    application: RecognitionApplication = link(back="stages")
    unit: Unit = link(foreign_keys="ApplicationStage.unit_id")
    holder: Unit = link(foreign_keys="ApplicationStage.holder_id")


ddl.append_only("recognition_stage", moves=True)
ddl.EXTRA.append("create sequence recognition_application_number")
constraint("recognition_application_one_running", AlreadyApplying)
