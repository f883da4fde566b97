"""What somebody who does not own a record proposes to change in it. A fact only when its owner says so."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from bole.core.ddl import EXTRA
from bole.core.faults import constraint
from bole.core.table import ACTOR, SELF, choice, link
from bole.roster.employing import MY_PEOPLE, MY_UNITS
from bole.roster.grams import MY_TALENTS
from bole.roster.models import OfTalent, Talent, of_talent
from bole.roster.proposal_rules import CHANGE_FLOW, ChangeStatus, ProposalSource, ProposedAlready


class ProposedChange(OfTalent, table=True):
    """From a leader's contact, from the employer's HR, or from the talent: one list for who owns the record."""

    __tablename__ = "proposed_change"
    __table_args__ = (
        *of_talent("proposed_change", "raised_on"),
        Index("proposed_change_scope_idx", "unit_path", "raised_on", "id"),
        Index(
            "proposed_change_employer_idx",
            "proposer_unit_id",
            "raised_on",
            "id",
            postgresql_where=text("proposer_unit_id is not null"),
        ),
        Index(
            "proposed_change_one_open",
            "talent_id",
            "field",
            "proposed_by",
            unique=True,
            postgresql_where=text("status = 'proposed' and source <> 'leader' and field <> 'note'"),
        ),
        CheckConstraint("(status = 'proposed') = (decided_on is null)", name="decided_has_a_day"),
        CheckConstraint("(source = 'leader') = (log_id is not null)", name="leaders_by_contact"),
        CheckConstraint("(source = 'employer') = (proposer_unit_id is not null)", name="employers_by_unit"),
        CheckConstraint("(evidence_key is null) = (evidence_name is null)", name="evidence_whole"),
    )
    __policies__: ClassVar[dict[str, str]] = {
        "talent": f"talent_id = {SELF} and source = 'talent' and proposed_by = {ACTOR}",
        "leader": f"talent_id = {MY_TALENTS}",
    }
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, insert, update",
        "leader": "select, insert, update",
        "talent": "select, insert, update (status, decided_on, decided_by_name, evidence_key, evidence_name,"
        " evidence_type)",
    }

    source: ProposalSource = Field(
        default=ProposalSource.LEADER, sa_type=choice(ProposalSource), description="由谁提出"
    )
    log_id: UUID | None = Field(
        default=None, foreign_key="contact_log.id", index=True, description="由哪次联系得知（其他来源的为空）"
    )
    proposed_by: UUID | None = Field(default=None, description="提出人账号")
    proposed_by_name: str | None = Field(default=None, max_length=60, description="提出人")
    proposer_unit_id: UUID | None = Field(default=None, foreign_key="unit.id", description="提出的用人单位")
    field: str = Field(max_length=40, description="资料项（note 为文字情况，由数据责任人核实）")
    value: str = Field(sa_type=Text, description="拟更正为（电话、邮箱为掩码）")
    value_sealed: bytes | None = Field(default=None, sa_type=LargeBinary, description="拟更正为（加密）")
    details: dict[str, Any] | None = Field(
        default=None, sa_type=JSONB(none_as_null=True), description="离开报告的日期、原因、去向与说明"
    )
    reason: str | None = Field(default=None, max_length=400, description="更正理由")
    evidence_key: str | None = Field(default=None, max_length=200, description="佐证文件位置")
    evidence_name: str | None = Field(default=None, max_length=200, description="佐证文件名")
    evidence_type: str | None = Field(default=None, max_length=60, description="佐证文件格式")
    raised_on: date = Field(description="提出日期")
    status: ChangeStatus = Field(default=CHANGE_FLOW.start, sa_type=choice(ChangeStatus), description="状态")
    value_before: str | None = Field(
        default=None, sa_type=Text, description="采用时的原值（电话、邮箱为掩码）"
    )
    value_taken: str | None = Field(
        default=None, sa_type=Text, description="部分采用时实际写入的内容（电话、邮箱为掩码）"
    )
    decided_on: date | None = Field(default=None, description="核实日期")
    decided_by_name: str | None = Field(default=None, max_length=60, description="核实人")
    decision_note: str | None = Field(default=None, max_length=400, description="核实说明")

    talent: Talent = link(reverse="proposed_changes")


constraint("proposed_change_one_open", ProposedAlready)

EXTRA.append(
    "create policy proposed_change_employer on proposed_change to bole_employer"
    f" using (proposer_unit_id = {MY_UNITS})"
    f" with check (proposer_unit_id = {MY_UNITS} and talent_id = {MY_PEOPLE} and source = 'employer')"
)
