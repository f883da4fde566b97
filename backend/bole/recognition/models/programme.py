"""Talent programmes: a batch of a year with its quota, and who was selected."""

from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric, UniqueConstraint
from sqlmodel import Field

from bole.core import ddl
from bole.core.faults import constraint
from bole.core.table import IN_RANGE, Scoped, Versioned, choice, link
from bole.org.models import Unit
from bole.recognition.flow_rules import PROGRAMME_FLOW, ProgrammeStatus
from bole.recognition.models.scope import MINE, of_its_person
from bole.recognition.rules import AlreadySelected, ProgrammeQuotaFull
from bole.roster.models import Talent


class ProgrammeBatch(Scoped, Versioned, table=True):
    """One year's batch of a programme: so many places, a term, money for each."""

    __tablename__ = "programme_batch"
    __table_args__ = (
        UniqueConstraint("programme", "year", name="programme_batch_once_a_year"),
        CheckConstraint("quota between 1 and 10000", name="quota_in_range"),
        CheckConstraint("selected between 0 and quota", name="within_quota"),
        CheckConstraint("term_until > term_from", name="term_in_order"),
        CheckConstraint("funding >= 0", name="funding_is_no_debt"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    __policies__: ClassVar[dict[str, str]] = {
        "staff": f"({IN_RANGE}) or status <> 'open'",
        "talent": f"id in (select batch_id from programme_member where {MINE} and announced)",  # noqa: S608
    }
    __grants__: ClassVar[dict[str, str]] = {"talent": "select"}

    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="组织单位")
    programme: str = Field(max_length=60, description="人才计划代码")
    name: str = Field(max_length=80, description="名称")
    year: int = Field(description="年度")
    quota: int = Field(description="名额")
    selected: int = Field(default=0, description="已入选人数")
    status: ProgrammeStatus = Field(
        default=PROGRAMME_FLOW.start, sa_type=choice(ProgrammeStatus), description="状态"
    )
    criteria: str = Field(max_length=1000, description="入选条件")
    term_from: date = Field(description="支持期起")
    term_until: date = Field(description="支持期止")
    funding: Decimal = Field(sa_type=Numeric(14, 2), description="每人资助（元）")
    demo: bool = Field(default=False, description="是否演示数据")

    unit: Unit = link(foreign_keys="ProgrammeBatch.unit_id")
    members: list["ProgrammeMember"] = link(back="batch")


class ProgrammeMember(Scoped, table=True):
    """One person selected. The database counts the places: one more than the quota is refused."""

    __tablename__ = "programme_member"
    __table_args__ = (
        of_its_person("programme_member"),
        UniqueConstraint("batch_id", "talent_id", name="programme_member_once"),
        Index("programme_member_talent_idx", "talent_id"),
    )
    __policies__: ClassVar[dict[str, str]] = {"talent": f"{MINE} and announced"}
    __grants__: ClassVar[dict[str, str]] = {"talent": "select"}

    batch_id: UUID = Field(foreign_key="programme_batch.id", description="批次")
    talent_id: UUID = Field(description="人才")
    announced: bool = Field(default=False, description="是否已公布（此前本人不可见）")
    basis: str = Field(max_length=500, description="入选理由")
    selected_on: date = Field(description="入选日")
    selected_name: str = Field(max_length=60, description="经办人")

    batch: ProgrammeBatch = link(back="members")
    talent: Talent = link(reverse="programmes", viewonly=True)


ddl.EXTRA.append("""
create function programme_member_counted() returns trigger language plpgsql as $$
begin
  -- the row of the batch is held to the end: two who select the last place wait for each other
  if tg_op = 'INSERT' then
    update programme_batch set selected = selected + 1 where id = new.batch_id;
  else
    update programme_batch set selected = selected - 1 where id = old.batch_id;
  end if;
  if not found then
    raise exception 'the batch is out of scope' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$""")
ddl.EXTRA.append(
    "create trigger programme_member_counted after insert or delete on programme_member "
    "for each row execute function programme_member_counted()"
)
constraint("programme_batch_within_quota", ProgrammeQuotaFull)
constraint("programme_member_once", AlreadySelected)
