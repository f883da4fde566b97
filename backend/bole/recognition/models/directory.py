"""A directory before it is published, and whom it would touch."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from bole.core.table import IN_RANGE, Scoped, Versioned, choice, link, moment
from bole.recognition.flow_rules import DIRECTORY_DRAFT_FLOW, DirectoryDraftStatus, ImpactKind
from bole.recognition.models.scope import of_its_person
from bole.roster.models import Talent


class DirectoryDraft(Scoped, Versioned, table=True):
    """A new version of the directory in the making. Only its office sees it."""

    __tablename__ = "directory_draft"
    __table_args__ = (
        CheckConstraint("jsonb_typeof(body) = 'object'", name="body_is_object"),
        CheckConstraint(
            "(status = 'published') = (published_number is not null)", name="published_has_a_number"
        ),
        Index("directory_draft_newest_idx", "created_at", "id"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}

    name: str = Field(max_length=80, description="名称")
    status: DirectoryDraftStatus = Field(
        default=DIRECTORY_DRAFT_FLOW.start, sa_type=choice(DirectoryDraftStatus), description="状态"
    )
    based_on: int | None = Field(default=None, description="在第几版的基础上修改")
    body: dict[str, Any] = Field(sa_type=JSONB, description="目录内容")
    valid_from: date = Field(description="拟施行日")
    source: str = Field(max_length=200, description="依据")
    drafted_name: str = Field(max_length=60, description="拟定人")
    asked_at: datetime | None = Field(default=None, sa_type=moment(), description="何时要求试算")
    counted_at: datetime | None = Field(
        default=None, sa_type=moment(), description="试算完成时间（改过内容即为空）"
    )
    counted_ms: int | None = Field(default=None, description="试算用时（毫秒）")
    people: int | None = Field(default=None, description="核对人数")
    gain: int | None = Field(default=None, description="新达到的人数")
    lose: int | None = Field(default=None, description="不再达到的人数")
    pending: int | None = Field(default=None, description="待核的人数")
    money: Decimal | None = Field(default=None, sa_type=Numeric(16, 2), description="每年资金增减（元）")
    published_number: int | None = Field(default=None, description="发布为第几版")

    impacts: list["DirectoryImpact"] = link(back="draft")


class DirectoryImpact(Scoped, table=True):
    """One person whom a draft would touch, as counted on that day."""

    __tablename__ = "directory_impact"
    __table_args__ = (
        of_its_person("directory_impact"),
        UniqueConstraint("draft_id", "talent_id", name="directory_impact_once"),
        Index("directory_impact_list_idx", "draft_id", "kind", "id"),
    )
    __policies__: ClassVar[dict[str, str]] = {"staff": IN_RANGE}

    draft_id: UUID = Field(foreign_key="directory_draft.id", description="目录草案")
    talent_id: UUID = Field(index=True, description="人才")
    kind: ImpactKind = Field(sa_type=choice(ImpactKind), description="影响")
    level_before: str | None = Field(default=None, max_length=60, description="现层次")
    level_after: str | None = Field(default=None, max_length=60, description="按新目录可达层次")
    benefit_before: str | None = Field(default=None, max_length=80, description="现卡种")
    benefit_after: str | None = Field(default=None, max_length=80, description="按新目录的卡种")
    money_before: Decimal = Field(default=Decimal(0), sa_type=Numeric(14, 2), description="现每年资金（元）")
    money_after: Decimal = Field(
        default=Decimal(0), sa_type=Numeric(14, 2), description="按新目录每年资金（元）"
    )
    keeps_until: date | None = Field(default=None, description="现层次保留至（认定到期日）")

    draft: DirectoryDraft = link(back="impacts")
    talent: Talent = link(viewonly=True)
