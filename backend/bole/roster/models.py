"""The talent master: one person once, with names, documents, career, and how the person is found."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Date,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from bole.core.ddl import append_only
from bole.core.table import SELF, Scoped, Versioned, choice, link, moment
from bole.org.models import Unit
from bole.roster.grams import MY_TALENTS, TalentGram
from bole.roster.identity_numbers import DocumentKind
from bole.roster.periods import TalentPeriod
from bole.roster.rules import (
    TALENT_FLOW,
    Degree,
    DepartureReason,
    EmploymentKind,
    Gender,
    HonourGrade,
    NameKind,
    Relation,
    SecretField,
    TalentStatus,
    TitleRank,
)

SENSITIVE: dict[str, Any] = {"info": {"sensitive": True}}
"""Shown through `guarded` only, and starred in the audit trail."""

READERS: dict[str, str] = {"talent": "select", "leader": "select"}
"""Talents and leaders read here; what they tell goes through proposed changes."""


class Talent(Scoped, Versioned, table=True):
    """A person of the talent force, kept by one unit."""

    __table_args__ = (
        UniqueConstraint("id", "unit_path"),
        Index("talent_directory_idx", "unit_path", "name_key", "id"),
        Index("talent_level_idx", "level", "unit_path", "name_key", "id"),
        Index("talent_changed_idx", text("changed_at desc"), text("id desc")),
        Index(
            "talent_due_idx",
            "unit_path",
            "next_contact_due",
            postgresql_where=text("next_contact_due is not null"),
        ),
        Index("talent_phone_idx", "phone_blind", postgresql_where=text("phone_blind is not null")),
        CheckConstraint("(phone_sealed is null) = (phone_blind is null)", name="phone_whole"),
        CheckConstraint("(phone_sealed is null) = (phone_masked is null)", name="phone_shown"),
        CheckConstraint("(email_sealed is null) = (email_masked is null)", name="email_whole"),
        CheckConstraint("(level is null) = (level_since is null)", name="level_is_dated"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    __policies__: ClassVar[dict[str, str]] = {"talent": f"id = {SELF}", "leader": f"id = {MY_TALENTS}"}
    __grants__: ClassVar[dict[str, str]] = {
        "talent": "select",
        "leader": "select, update (last_contact_on, next_contact_due)",
    }

    unit_id: UUID = Field(foreign_key="unit.id", description="归口单位")
    name: str = Field(max_length=60, description="姓名")
    name_key: str = Field(sa_type=Text, description="排序用拼音")
    pinyin: str = Field(sa_type=Text, description="姓名全拼")
    initials: str = Field(sa_type=Text, description="姓名拼音首字母")
    search_tokens: list[str] = Field(sa_type=ARRAY(Text), description="检索用字词")
    gender: Gender = Field(default=Gender.UNKNOWN, sa_type=choice(Gender), description="性别")
    birth_date: date | None = Field(default=None, sa_column_kwargs=SENSITIVE, description="出生日期")
    nationality: str = Field(default="中国", max_length=40, description="国籍（地区）")
    status: TalentStatus = Field(default=TALENT_FLOW.start, sa_type=choice(TalentStatus), description="状态")
    entered_on: date | None = Field(
        default=None,
        sa_type=Date,
        sa_column_kwargs={
            "server_default": text("(now() at time zone 'Asia/Shanghai')::date"),
            "nullable": False,
        },
        description="入库日期（名录自此日起有此人）",
    )
    level: str | None = Field(default=None, max_length=60, description="人才层次（目录代码）")
    level_since: date | None = Field(default=None, description="现层次起始日")
    talent_type: str | None = Field(default=None, max_length=60, description="人才类型（目录代码）")
    specialty: str | None = Field(default=None, max_length=200, description="专业专长")
    residence: str | None = Field(default=None, max_length=120, description="常住地")
    phone_sealed: bytes | None = Field(default=None, sa_type=LargeBinary, description="电话（加密）")
    phone_blind: bytes | None = Field(default=None, sa_type=LargeBinary, description="电话（检索）")
    phone_masked: str | None = Field(default=None, max_length=40, description="电话（掩码）")
    email_sealed: bytes | None = Field(default=None, sa_type=LargeBinary, description="电子邮箱（加密）")
    email_masked: str | None = Field(default=None, max_length=120, description="电子邮箱（掩码）")
    # What a list shows of a career, kept by roster/career.py, so that a page needs no join
    employer_name: str | None = Field(default=None, max_length=120, description="用人单位")
    employer_unit_id: UUID | None = Field(
        default=None, foreign_key="unit.id", description="用人单位（本系统单位）"
    )
    position: str | None = Field(default=None, max_length=120, description="职务")
    highest_degree: Degree | None = Field(default=None, sa_type=choice(Degree), description="最高学历")
    highest_title: str | None = Field(default=None, max_length=80, description="最高职称")
    highest_rank: TitleRank | None = Field(
        default=None, sa_type=choice(TitleRank), description="最高职称级别"
    )
    closed_reason: str | None = Field(default=None, max_length=200, description="注销原因")
    last_contact_on: date | None = Field(default=None, description="最近联系日")
    next_contact_due: date | None = Field(default=None, description="下次联系期限")
    sources: dict[str, Any] = Field(
        default_factory=dict,
        sa_type=JSONB,
        sa_column_kwargs={"server_default": "{}"},
        description="各项资料的来源",
    )
    labels: list[str] = Field(
        default_factory=list,
        sa_type=ARRAY(Text),
        sa_column_kwargs={"server_default": "{}"},
        description="数据标签",
    )
    changed_at: datetime | None = Field(
        default=None,
        sa_type=moment(),
        sa_column_kwargs={"server_default": func.now(), "nullable": False},
        description="最近更改时间",
    )

    unit: Unit = link(foreign_keys="Talent.unit_id")
    employer_unit: Unit = link(foreign_keys="Talent.employer_unit_id")
    names: list["TalentName"] = link(back="talent")
    documents: list["IdentityDocument"] = link(back="talent")
    levels: list["LevelGrant"] = link(back="talent")
    employments: list["Employment"] = link(back="talent")
    educations: list["Education"] = link(back="talent")
    titles: list["Title"] = link(back="talent")
    honours: list["Honour"] = link(back="talent")
    family: list["FamilyMember"] = link(back="talent")
    departures: list["Departure"] = link(back="talent")
    reads: list["SensitiveRead"] = link(back="talent")


def of_talent(table: str, *order: str) -> tuple[Any, ...]:
    """A row belongs where its talent belongs, moves along, and is read in this order."""
    return (
        ForeignKeyConstraint(
            ["talent_id", "unit_path"], ["talent.id", "talent.unit_path"], onupdate="CASCADE"
        ),
        Index(f"{table}_talent_idx", "talent_id", *order, "id"),
    )


class OfTalent(Scoped):
    """Base of what is told about one talent."""

    __policies__: ClassVar[dict[str, str]] = {
        "talent": f"talent_id = {SELF}",
        "leader": f"talent_id = {MY_TALENTS}",
    }
    __grants__: ClassVar[dict[str, str]] = READERS

    talent_id: UUID = Field(description="人才")


class TalentName(OfTalent, table=True):
    """A name beside the present one: 曾用名、别名、外文名."""

    __tablename__ = "talent_name"
    __table_args__ = (*of_talent("talent_name", "kind"), UniqueConstraint("talent_id", "kind", "name"))

    kind: NameKind = Field(sa_type=choice(NameKind), description="名称种类")
    name: str = Field(max_length=60, description="名称")
    until: date | None = Field(default=None, description="使用至")

    talent: Talent = link(back="names")


class IdentityDocument(OfTalent, table=True):
    """An identity document. No two active ones of one kind have the same number: a person is here once."""

    __tablename__ = "identity_document"
    __table_args__ = (
        *of_talent("identity_document", "kind"),
        Index(
            "identity_document_once",
            "kind",
            "number_blind",
            unique=True,
            postgresql_where=text("active"),
        ),
        CheckConstraint(
            "valid_until is null or valid_from is null or valid_until >= valid_from", name="in_order"
        ),
    )

    kind: DocumentKind = Field(sa_type=choice(DocumentKind), description="证件种类")
    number_sealed: bytes = Field(sa_type=LargeBinary, description="证件号码（加密）")
    number_blind: bytes = Field(sa_type=LargeBinary, description="证件号码（检索）")
    number_masked: str = Field(max_length=40, description="证件号码（掩码）")
    valid_from: date | None = Field(default=None, description="有效期起")
    valid_until: date | None = Field(default=None, description="有效期止")
    active: bool = Field(default=True, description="是否现用")

    talent: Talent = link(back="documents")


class LevelGrant(OfTalent, table=True):
    """A level from one day to another: what the talent was on the day a figure speaks of."""

    __tablename__ = "level_grant"
    __table_args__ = (
        *of_talent("level_grant", "valid_from"),
        Index("level_grant_one_open", "talent_id", unique=True, postgresql_where=text("valid_until is null")),
        CheckConstraint("valid_until is null or valid_until >= valid_from", name="in_order"),
    )

    level: str = Field(max_length=60, description="人才层次（目录代码）")
    valid_from: date = Field(description="起始日")
    valid_until: date | None = Field(default=None, description="截止日（空为至今）")
    basis: str | None = Field(default=None, max_length=200, description="依据")

    talent: Talent = link(back="levels")


class Employment(OfTalent, table=True):
    """Work for an employer. Where the post is held on paper may be elsewhere than the work (编制与实际)."""

    __table_args__ = (
        *of_talent("employment", "started_on"),
        Index("employment_employer_idx", "employer_uscc", postgresql_where=text("employer_uscc is not null")),
        # whom an employer sees (roster/employing.py)
        Index(
            "employment_unit_idx", "employer_unit_id", "talent_id", postgresql_where=text("ended_on is null")
        ),
        CheckConstraint("ended_on is null or started_on is null or ended_on >= started_on", name="in_order"),
        CheckConstraint("not main or ended_on is null", name="main_is_current"),
        Index("employment_one_main", "talent_id", unique=True, postgresql_where=text("main")),
    )

    employer_name: str = Field(max_length=120, description="实际用人单位")
    employer_uscc: str | None = Field(default=None, max_length=18, description="统一社会信用代码")
    employer_unit_id: UUID | None = Field(
        default=None, foreign_key="unit.id", description="用人单位（本系统单位）"
    )
    establishment: str | None = Field(default=None, max_length=120, description="编制所在单位")
    kind: EmploymentKind = Field(
        default=EmploymentKind.FULL, sa_type=choice(EmploymentKind), description="用人方式"
    )
    position: str | None = Field(default=None, max_length=120, description="职务")
    started_on: date | None = Field(default=None, description="到岗日期")
    ended_on: date | None = Field(default=None, description="结束日期")
    service_until: date | None = Field(default=None, description="服务期至")
    end_reason: str | None = Field(default=None, max_length=200, description="结束原因")
    main: bool = Field(default=False, description="是否现主要任职")

    talent: Talent = link(back="employments")
    employer_unit: Unit = link(foreign_keys="Employment.employer_unit_id")


class Education(OfTalent, table=True):
    """A completed education."""

    __table_args__ = of_talent("education", "graduated_on")

    degree: Degree = Field(sa_type=choice(Degree), description="学历")
    school: str | None = Field(default=None, max_length=120, description="毕业院校")
    major: str | None = Field(default=None, max_length=80, description="专业")
    full_time: bool = Field(default=True, description="是否全日制")
    graduated_on: date | None = Field(default=None, description="毕业日期")
    certificate: str | None = Field(default=None, max_length=60, description="证书编号")

    talent: Talent = link(back="educations")


class Title(OfTalent, table=True):
    """A professional title or vocational skill grade."""

    __table_args__ = of_talent("title", "granted_on")

    name: str = Field(max_length=80, description="职称或技能等级")
    rank: TitleRank = Field(default=TitleRank.NONE, sa_type=choice(TitleRank), description="级别")
    granted_on: date | None = Field(default=None, description="取得日期")
    granted_by: str | None = Field(default=None, max_length=120, description="评定机构")

    talent: Talent = link(back="titles")


class Honour(OfTalent, table=True):
    """A distinction conferred."""

    __table_args__ = of_talent("honour", "granted_on")

    name: str = Field(max_length=120, description="荣誉或人才计划")
    grade: HonourGrade = Field(default=HonourGrade.OTHER, sa_type=choice(HonourGrade), description="级别")
    granted_on: date | None = Field(default=None, description="授予日期")
    granted_by: str | None = Field(default=None, max_length=120, description="授予机关")

    talent: Talent = link(back="honours")


class FamilyMember(OfTalent, table=True):
    """Family whom services may reach: only what a service needs, and only while it needs it."""

    __tablename__ = "family_member"
    __table_args__ = of_talent("family_member", "relation")

    relation: Relation = Field(sa_type=choice(Relation), description="与本人关系")
    name: str = Field(max_length=60, sa_column_kwargs=SENSITIVE, description="姓名")
    birth_date: date | None = Field(default=None, sa_column_kwargs=SENSITIVE, description="出生日期")
    school_or_work: str | None = Field(
        default=None, max_length=120, sa_column_kwargs=SENSITIVE, description="就读学校或工作单位"
    )
    purpose: str | None = Field(default=None, max_length=120, description="登记用途（如子女入学）")

    talent: Talent = link(back="family")


class Departure(OfTalent, table=True):
    """Who left, when and why, and whom the unit told: the loss statistics stand on it."""

    __table_args__ = of_talent("departure", "left_on")

    left_on: date = Field(description="离开日期")
    reason: DepartureReason = Field(sa_type=choice(DepartureReason), description="离开原因")
    note: str | None = Field(default=None, max_length=400, description="情况说明")
    destination: str | None = Field(default=None, max_length=120, description="去向")
    told_to: str = Field(max_length=120, description="已向谁报告")
    told_on: date = Field(description="报告日期")
    came_back_on: date | None = Field(default=None, description="重新入库日期")

    talent: Talent = link(back="departures")


class SensitiveRead(OfTalent, table=True):
    """Somebody read a sealed field in full. Append-only; the talent sees it."""

    __tablename__ = "sensitive_read"
    __table_args__ = (
        *of_talent("sensitive_read", "read_at"),
        Index("sensitive_read_actor_idx", "actor_id", "read_at"),
    )
    __policies__: ClassVar[dict[str, str]] = {"talent": f"talent_id = {SELF}"}
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, insert",
        "system": "select, insert, update (talent_id, unit_path)",
        "talent": "select",
    }

    field: SecretField = Field(sa_type=choice(SecretField), description="查看了什么")
    purpose: str = Field(max_length=40, description="用途")
    reason: str = Field(max_length=200, description="具体事由")
    actor_id: UUID = Field(description="查看人编号")
    actor_name: str = Field(max_length=60, description="查看人")
    read_at: datetime = Field(sa_type=moment(), description="查看时间")

    talent: Talent = link(back="reads")


append_only("sensitive_read", moves=True)


__all__ = [
    "Departure",
    "Education",
    "Employment",
    "FamilyMember",
    "Honour",
    "IdentityDocument",
    "LevelGrant",
    "OfTalent",
    "SensitiveRead",
    "Talent",
    "TalentGram",
    "TalentName",
    "TalentPeriod",
    "Title",
    "of_talent",
]
