"""Catalogue entries: published in versions that are never edited; and the days of the work calendar."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from bole.core import ddl
from bole.core.calendar import Day, DayKind, DayStatus
from bole.core.table import Shared, choice, link, moment
from bole.org.models import Dated, in_order, no_overlap

DEMO = "演示数据"
"""The source of what is our own proposal, not a customer's rule: shown wherever the entry shows."""


class Entry(Shared, Dated, table=True):
    """One version of what a code means. It is published once; afterwards only its open end may be closed."""

    __tablename__ = "catalogue_entry"
    __table_args__ = (
        no_overlap("catalogue_entry_one_version_a_day", "kind", "code"),
        UniqueConstraint("kind", "code", "number", name="catalogue_entry_number_key"),
        CheckConstraint("jsonb_typeof(body) = 'object'", name="body_is_object"),
        CheckConstraint("number >= 1", name="number_from_one"),
        in_order(),
        Index("catalogue_entry_kind_idx", "kind", "position", "code"),
    )

    kind: str = Field(max_length=40, description="目录类别")
    code: str = Field(max_length=60, description="代码")
    number: int = Field(default=1, description="版次")
    name: str = Field(max_length=80, description="名称")
    position: int = Field(default=0, description="排序")
    body: dict[str, Any] = Field(sa_type=JSONB, description="内容")
    source: str = Field(max_length=200, description="依据（演示数据或文件名称）")
    published_by: UUID | None = Field(default=None, description="发布人")
    published_by_name: str | None = Field(default=None, max_length=60, description="发布人姓名")
    published_at: datetime = Field(sa_type=moment(), description="发布时间")


class WorkYear(Shared, table=True):
    """A published calendar: the paper a year's days rest on, or the word that there is none yet."""

    __tablename__ = "work_year"
    __table_args__ = (
        UniqueConstraint("year"),
        CheckConstraint("year between 2000 and 2100", name="year_is_near"),
    )

    year: int = Field(description="年份")
    status: DayStatus = Field(sa_type=choice(DayStatus), description="正式或暂定")
    source: str = Field(max_length=200, description="依据文件")
    published_by: UUID | None = Field(default=None, description="发布人")
    published_at: datetime = Field(sa_type=moment(), description="发布时间")

    days: list["WorkDay"] = link(back="calendar")


class WorkDay(Shared, table=True):
    """One day of the calendar. Every day of a covered year has its row.

    `set_by` is the year whose notice decided the day: New Year's notice may reach back into December.
    """

    __tablename__ = "work_day"
    __table_args__ = (UniqueConstraint("day"),)

    day: date = Field(description="日期")
    kind: DayKind = Field(sa_type=choice(DayKind), description="工作日、周末、节假日或调休上班")
    name: str | None = Field(default=None, max_length=60, description="节日名称")
    source: str | None = Field(default=None, max_length=200, description="依据文件")
    status: DayStatus = Field(sa_type=choice(DayStatus), description="正式或暂定")
    set_by: int = Field(foreign_key="work_year.year", index=True, description="由哪一年的放假通知确定")

    calendar: WorkYear = link(back="days")

    def value(self) -> Day:
        """As the calendar's arithmetic takes it."""
        return Day(self.day, self.kind, self.name, self.source, self.status)


KEEP_VERSIONS = """
create function catalogue_entry_is_published() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and old.valid_until is null and new.valid_until is not null
     and to_jsonb(new) - 'valid_until' = to_jsonb(old) - 'valid_until' then
    return new;
  end if;
  raise exception 'catalogue entry % % version % is published: publish a new version instead',
    old.kind, old.code, old.number using errcode = 'restrict_violation';
end
$$
"""

GUARD_VERSIONS = """
create trigger catalogue_entry_is_published before update or delete on catalogue_entry
for each row execute function catalogue_entry_is_published()
"""

ddl.EXTRA += [KEEP_VERSIONS, GUARD_VERSIONS]
