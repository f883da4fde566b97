"""What the roster shows and lets do: a table of contents."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry
from sqlmodel import col

from bole.catalogue.lookup import in_force
from bole.catalogue.models import Entry
from bole.core.graph import Json, Page, computed, guarded, many, node, read, register_enums, steps, write
from bole.core.operation import ASK
from bole.core.permissions import Permission
from bole.org.graphql import UnitNode
from bole.roster import career_service, figures, reveal_service, service, standing_service
from bole.roster.identity_numbers import DocumentKind
from bole.roster.models import (
    Departure,
    Education,
    Employment,
    FamilyMember,
    Honour,
    IdentityDocument,
    LevelGrant,
    SensitiveRead,
    Talent,
    TalentName,
    Title,
)
from bole.roster.quality import gaps, score
from bole.roster.rules import (
    TALENT_FLOW,
    Degree,
    DepartureReason,
    EmploymentKind,
    FigureAxis,
    Gender,
    HonourGrade,
    NameKind,
    Relation,
    SecretField,
    TalentStatus,
    TitleRank,
)

SENSITIVE, CAREER = Permission.ROSTER_SENSITIVE, Permission.ROSTER_CAREER


def _age(talent: Any) -> Any:
    return sa.cast(sa.func.date_part("year", sa.func.age(ASK.today, talent.birth_date)), sa.Integer)


def entry_name(kind: str, code: str) -> Any:
    """What the catalogue calls this code today."""

    def expression(row: Any) -> Any:
        named = sa.select(col(Entry.name)).where(in_force(kind, ASK.today, getattr(row, code)))
        return named.limit(sa.literal_column("1")).scalar_subquery()

    return expression


def _own(column: str) -> Any:
    """An employer's: of the current employments that it sees, the foremost. Another's is none of its business."""

    def expression(talent: Any) -> Any:
        work = sa.orm.aliased(Employment)
        found = sa.select(getattr(work, column)).where(
            col(work.talent_id) == talent.id, col(work.ended_on).is_(None)
        )
        found = found.order_by(col(work.main).desc(), col(work.started_on).desc().nulls_last(), col(work.id))
        return found.limit(sa.literal_column("1")).correlate_except(work).scalar_subquery()

    return expression


@node(TalentName, allow=None)
class TalentNameNode:
    """曾用名、别名、外文名"""

    id: UUID
    kind: NameKind
    name: str
    until: date | None


@node(IdentityDocument, allow=None)
class IdentityDocumentNode:
    """身份证件"""

    id: UUID
    kind: DocumentKind
    number_masked: str
    valid_from: date | None
    valid_until: date | None
    active: bool


@node(LevelGrant, allow=None)
class LevelGrantNode:
    """历次层次"""

    id: UUID
    level: str
    level_name: str | None = computed(entry_name("level", "level"), description="层次名称（今日目录）")
    valid_from: date
    valid_until: date | None
    basis: str | None


@node(Employment, allow=None)
class EmploymentNode:
    """任职"""

    id: UUID
    employer_name: str
    employer_uscc: str | None
    establishment: str | None
    kind: EmploymentKind
    position: str | None
    started_on: date | None
    ended_on: date | None
    service_until: date | None
    end_reason: str | None
    main: bool
    employer_unit: UnitNode | None


@node(Education, allow=None)
class EducationNode:
    """学历"""

    id: UUID
    degree: Degree
    school: str | None
    major: str | None
    full_time: bool
    graduated_on: date | None
    certificate: str | None


@node(Title, allow=None)
class TitleNode:
    """职称或技能等级"""

    id: UUID
    name: str
    rank: TitleRank
    granted_on: date | None
    granted_by: str | None


@node(Honour, allow=None)
class HonourNode:
    """荣誉与人才计划"""

    id: UUID
    name: str
    grade: HonourGrade
    granted_on: date | None
    granted_by: str | None


@node(FamilyMember, allow=SENSITIVE)
class FamilyMemberNode:
    """家庭成员（只为办理服务）"""

    id: UUID
    relation: Relation
    name: str | None = guarded(SENSITIVE)
    birth_date: date | None = guarded(SENSITIVE)
    school_or_work: str | None = guarded(SENSITIVE)
    purpose: str | None


@node(Departure, allow=None)
class DepartureNode:
    """离开记录"""

    id: UUID
    left_on: date
    reason: DepartureReason
    note: str | None
    destination: str | None
    told_to: str
    told_on: date
    came_back_on: date | None


@node(SensitiveRead, allow=None)
class SensitiveReadNode:
    """敏感信息的一次查看"""

    id: UUID
    talent_id: UUID
    field: SecretField
    purpose: str
    reason: str
    actor_name: str
    read_at: datetime


@node(Talent, allow=Permission.ROSTER_READ)
class TalentNode:
    """人才"""

    id: UUID
    version: int
    unit_id: UUID
    name: str
    pinyin: str
    initials: str
    gender: Gender
    birth_date: date | None = guarded(SENSITIVE)
    age: int | None = guarded(SENSITIVE, computed(_age, description="年龄（今日周岁）"))
    nationality: str
    status: TalentStatus
    allowed_steps: list[str] = steps(TALENT_FLOW)
    entered_on: date
    closed_reason: str | None
    level: str | None
    level_name: str | None = computed(entry_name("level", "level"), description="人才层次名称（今日目录）")
    level_since: date | None
    talent_type: str | None
    talent_type_name: str | None = computed(
        entry_name("talent_type", "talent_type"), description="人才类型名称（今日目录）"
    )
    specialty: str | None
    residence: str | None
    phone_masked: str | None
    email_masked: str | None
    employer_name: str | None = guarded(CAREER, otherwise=_own("employer_name"))
    position: str | None = guarded(CAREER, otherwise=_own("position"))
    highest_degree: Degree | None
    highest_title: str | None
    highest_rank: TitleRank | None
    last_contact_on: date | None
    next_contact_due: date | None
    sources: Json
    quality: int = computed(score, description="资料质量分（0–100，按目录的权重）")
    quality_gaps: list[str] = computed(gaps, description="资料质量扣分之处")
    labels: list[str]
    created_at: datetime
    changed_at: datetime
    unit: UnitNode
    employer_unit: UnitNode | None = guarded(CAREER)
    names: list[TalentNameNode] = many(lambda n: [n.kind, n.name, n.id])
    documents: list[IdentityDocumentNode] = many(lambda d: [d.active.desc(), d.kind, d.id])
    levels: list[LevelGrantNode] = many(lambda g: [g.valid_from.desc(), g.id])
    employments: list[EmploymentNode] = many(
        lambda e: [e.main.desc(), e.started_on.desc().nulls_last(), e.id]
    )
    educations: list[EducationNode] = many(lambda e: [e.graduated_on.desc().nulls_last(), e.id])
    titles: list[TitleNode] = many(lambda t: [t.granted_on.desc().nulls_last(), t.id])
    honours: list[HonourNode] = many(lambda h: [h.granted_on.desc().nulls_last(), h.id])
    family: list[FamilyMemberNode] = many(lambda f: [f.relation, f.id])
    departures: list[DepartureNode] = many(lambda d: [d.left_on.desc(), d.id])


@strawberry.type(description="一项敏感信息的明文，限时显示")
class RevealedField:
    value: str = strawberry.field(description="明文")
    until: datetime = strawberry.field(description="显示至")


@strawberry.type(description="证件号码自身说明的内容")
class NumberFacts:
    kind: DocumentKind = strawberry.field(description="证件种类")
    masked: str = strawberry.field(description="规范写法（掩码）")
    birth_date: str | None = strawberry.field(description="号码中的出生日期")
    gender: Gender | None = strawberry.field(description="号码中的性别")
    warnings: list[str] = strawberry.field(description="须人工确认之处")


register_enums(FigureAxis)


@strawberry.type(description="名录数字的一行")
class Figure:
    key: str = strawberry.field(description="代码（空为未归入的）")
    label: str = strawberry.field(description="名称")
    talents: int = strawberry.field(description="人数")
    stale: int = strawberry.field(description="其中待更新")


@strawberry.type(description="某日的名录数字")
class Figures:
    as_of: date = strawberry.field(description="截至")
    by: FigureAxis = strawberry.field(description="按什么分列")
    talents: int = strawberry.field(description="人数")
    stale: int = strawberry.field(description="其中待更新")
    lines: list[Figure] = strawberry.field(description="各行")
    unit: str = strawberry.field(description="统计单位（含下级）")
    definition: str = strawberry.field(description="口径：计入哪些人，按目录的哪一版")


@strawberry.type
class RosterQuery:
    talents = read(service.talents, Page[TalentNode])
    talent = read(service.talent, TalentNode)
    roster_figures = read(figures.roster_figures, Figures)
    my_profile = read(service.my_profile, TalentNode)
    sensitive_reads = read(reveal_service.sensitive_reads, Page[SensitiveReadNode])
    reads_of_me = read(reveal_service.reads_of_me, Page[SensitiveReadNode])
    look_at_number = read(reveal_service.look_at_number, NumberFacts)


@strawberry.type
class RosterMutation:
    enter_talent = write(service.enter, TalentNode)
    change_talent = write(service.change, TalentNode)
    admit_talent = write(standing_service.admit, TalentNode)
    ask_talent_update = write(standing_service.ask_update, TalentNode)
    confirm_talent = write(standing_service.confirm, TalentNode)
    record_departure = write(standing_service.leave, TalentNode)
    record_return = write(standing_service.come_back, TalentNode)
    close_talent = write(standing_service.close, TalentNode)
    move_talent = write(standing_service.move, TalentNode)
    grant_level = write(standing_service.grant_level, TalentNode)
    add_employment = write(career_service.add_employment, TalentNode)
    end_employment = write(career_service.end_employment, TalentNode)
    add_education = write(career_service.add_education, TalentNode)
    add_title = write(career_service.add_title, TalentNode)
    add_honour = write(career_service.add_honour, TalentNode)
    add_family_member = write(career_service.add_family_member, TalentNode)
    remove_family_member = write(career_service.remove_family_member, TalentNode)
    add_talent_name = write(career_service.add_name, TalentNode)
    remove_talent_name = write(career_service.remove_name, TalentNode)
    add_identity_document = write(career_service.add_document, TalentNode)
    retire_identity_document = write(career_service.retire_document, TalentNode)
    reveal_field = write(reveal_service.reveal, RevealedField)
