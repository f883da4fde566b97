"""What a plan promises, and how the promise was kept."""

from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Numeric,
    UniqueConstraint,
)
from sqlmodel import Field

from bole.core import ddl
from bole.core.table import Scoped, choice, link
from bole.fasttrack.flow_rules import (
    MEASURE_FLOW,
    MeasureStatus,
)
from bole.fasttrack.models.case import FastTrackCase
from bole.fasttrack.models.scope import NEVER_ALTERED, PART_POLICIES, of_its_case
from bole.org.models import Unit


class Measure(Scoped, table=True):
    """One thing the plan promises: what, who sees to it, until when, for how much."""

    __tablename__ = "fasttrack_measure"
    __table_args__ = (
        of_its_case("fasttrack_measure"),
        UniqueConstraint(
            "case_id",
            "ordinal",
            name="fasttrack_measure_ordinal_key",
            deferrable=True,  # measures change places with each other within one transaction
            initially="DEFERRED",
        ),
        CheckConstraint("amount is null or amount >= 0", name="amount_not_negative"),
        CheckConstraint("(status = 'done') = (done_on is not null)", name="done_has_a_day"),
    )
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES

    case_id: UUID = Field(description="案件")
    ordinal: int = Field(description="序号（依方案的次序，已取消的不重用）")
    kind: str = Field(max_length=40, description="类别代码")
    kind_name: str = Field(max_length=30, description="类别")
    content: str = Field(max_length=500, description="内容")
    amount: Decimal | None = Field(default=None, sa_type=Numeric(14, 2), description="金额（元）")
    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="责任单位")
    due_on: date = Field(description="完成时限")
    after_assessment: bool = Field(default=False, description="是否评估合格后落实")
    status: MeasureStatus = Field(
        default=MEASURE_FLOW.start, sa_type=choice(MeasureStatus), index=True, description="状态"
    )
    done_on: date | None = Field(default=None, description="落实日")
    result: str | None = Field(default=None, max_length=500, description="落实情况或取消理由")

    case: FastTrackCase = link(back="measures")
    unit: Unit = link(foreign_keys="Measure.unit_id")


class CaseAssessment(Scoped, table=True):
    """How the promise was kept on both sides: some measures wait for a good one."""

    __tablename__ = "fasttrack_assessment"
    __table_args__ = (of_its_case("fasttrack_assessment"),)
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES
    __grants__: ClassVar[dict[str, str]] = NEVER_ALTERED

    case_id: UUID = Field(index=True, description="案件")
    period: str = Field(max_length=40, description="评估期（如第一年度）")
    passed: bool = Field(description="是否合格")
    conclusion: str = Field(max_length=2000, description="评估结论")
    assessed_on: date = Field(description="评估日")
    account_id: UUID = Field(description="登记人账号")
    account_name: str = Field(max_length=60, description="登记人")

    case: FastTrackCase = link(back="assessments")


ddl.append_only("fasttrack_assessment")
