"""A campaign and its list; a quarter's frozen rows and figures, and what was corrected since."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from bole.campaign.rules import CAMPAIGN_FLOW, ITEM_FLOW, CampaignStatus, ItemStatus
from bole.core.ddl import EXTRA, append_only
from bole.core.table import Scoped, Shared, Versioned, choice, link, moment
from bole.roster.models import OfTalent, Talent, of_talent
from bole.roster.rules import FigureAxis, TalentStatus

QUARTER = "~ '^20[0-9]{2}Q[1-4]$'"


class Campaign(Shared, Versioned, table=True):
    """One round of 每季一更新. Its rules are those of the day on which it was opened."""

    __table_args__ = (
        UniqueConstraint("quarter", name="campaign_once_a_quarter"),
        CheckConstraint(f"quarter {QUARTER}", name="quarter_is_written"),
        CheckConstraint("due_on > opened_on", name="time_to_answer"),
        CheckConstraint("(status = 'closed') = (closed_on is not null)", name="closed_is_dated"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}

    quarter: str = Field(max_length=6, description="季度（如 2026Q3）")
    opened_on: date = Field(description="开展日期")
    due_on: date = Field(description="确认期限")
    remind_on: date = Field(description="提醒日期")
    undo_minutes: int = Field(description="确认后多少分钟内可以撤销")
    status: CampaignStatus = Field(
        default=CAMPAIGN_FLOW.start, sa_type=choice(CampaignStatus), description="状态"
    )
    opened_by: str = Field(max_length=60, description="开展人")
    closed_on: date | None = Field(default=None, description="截止日期")
    closed_reason: str | None = Field(default=None, max_length=200, description="提前截止的原因")
    reminded_on: date | None = Field(default=None, description="已提醒日期")


class CampaignItem(OfTalent, table=True):
    """One record that a unit is asked about. It goes with the person to another unit, until it is answered."""

    __tablename__ = "campaign_item"
    __table_args__ = (
        *of_talent("campaign_item"),
        UniqueConstraint("campaign_id", "talent_id", name="campaign_item_once"),
        Index("campaign_item_list_idx", "campaign_id", "unit_path", "name_key", "id"),
        Index(
            "campaign_item_pending_idx",
            *("campaign_id", "unit_path", "id"),
            postgresql_where=text("status = 'pending'"),
        ),
        CheckConstraint(
            "(status in ('pending', 'unconfirmed')) = (answered_at is null)", name="answer_is_dated"
        ),
    )

    campaign_id: UUID = Field(foreign_key="campaign.id", description="季度更新")
    name_key: str = Field(sa_type=Text, description="排序用拼音")
    status: ItemStatus = Field(default=ITEM_FLOW.start, sa_type=choice(ItemStatus), description="状态")
    was: TalentStatus = Field(sa_type=choice(TalentStatus), description="确认前在名录中的状态")
    answered_at: datetime | None = Field(default=None, sa_type=moment(), description="答复时间")
    answered_by: str | None = Field(default=None, max_length=60, description="答复人")
    note: str | None = Field(default=None, max_length=200, description="说明")

    campaign: Campaign = link()
    talent: Talent = link(
        primaryjoin="CampaignItem.talent_id == Talent.id",
        foreign_keys="CampaignItem.talent_id",
        viewonly=True,
    )


class QuarterSnapshot(Shared, table=True):
    """The figures of a quarter's last day as they were known when they were frozen. Never changed."""

    __tablename__ = "quarter_snapshot"
    __table_args__ = (
        UniqueConstraint("quarter", name="quarter_snapshot_once"),
        CheckConstraint(f"quarter {QUARTER}", name="quarter_is_written"),
    )

    quarter: str = Field(max_length=6, description="季度（如 2026Q3）")
    last_day: date = Field(description="数字截至")
    frozen_at: datetime = Field(sa_type=moment(), description="冻结时间")
    frozen_by: str = Field(max_length=60, description="冻结人")
    row_count: int = Field(description="记录条数")
    sha256: str = Field(max_length=64, description="全部记录的摘要（SHA-256）")
    figures: dict[str, Any] = Field(sa_type=JSONB, description="各项数字")

    corrections: list["FigureCorrection"] = link(back="snapshot")


class SnapshotRow(Scoped, table=True):
    """What one person counted as. No names: whose it was is asked of the roster, under its own rules."""

    __tablename__ = "snapshot_row"
    __table_args__ = (UniqueConstraint("snapshot_id", "talent_id", name="snapshot_row_once"),)
    __grants__: ClassVar[dict[str, str]] = {"staff": "select, insert", "system": "select, insert"}

    snapshot_id: UUID = Field(foreign_key="quarter_snapshot.id", description="季度快照")
    talent_id: UUID = Field(description="人才编号")
    unit_id: UUID = Field(description="当时的归口单位")
    status: TalentStatus = Field(sa_type=choice(TalentStatus), description="当时的状态")
    level: str | None = Field(default=None, max_length=60, description="当时的人才层次")
    talent_type: str | None = Field(default=None, max_length=60, description="当时的人才类型")
    category: str | None = Field(default=None, max_length=60, description="当时归入的六类人才")


class FigureCorrection(Shared, table=True):
    """更正: what a frozen figure should have said, and why. The figure itself stays as it was published."""

    __tablename__ = "figure_correction"
    __table_args__ = (
        CheckConstraint("stale between 0 and talents", name="is_plausible"),
        Index("figure_correction_line_idx", "snapshot_id", "axis", "key", "id"),
    )

    snapshot_id: UUID = Field(foreign_key="quarter_snapshot.id", description="季度快照")
    axis: FigureAxis = Field(sa_type=choice(FigureAxis), description="按什么分列")
    key: str = Field(max_length=60, description="哪一行（代码）")
    label: str = Field(max_length=80, description="哪一行")
    talents_before: int = Field(description="更正前人数")
    stale_before: int = Field(description="更正前待更新")
    talents: int = Field(description="更正后人数")
    stale: int = Field(description="更正后待更新")
    reason: str = Field(max_length=400, description="更正原因")
    corrected_at: datetime = Field(sa_type=moment(), description="更正时间")
    corrected_by: str = Field(max_length=60, description="更正人")

    snapshot: QuarterSnapshot = link(back="corrections")


for _table in ("quarter_snapshot", "snapshot_row", "figure_correction"):
    append_only(_table)

EXTRA.append(
    # A name is spelt anew: the list stays in the roster's order.
    """
create function campaign_item_names() returns trigger language plpgsql as $$
begin
  update campaign_item set name_key = new.name_key where talent_id = new.id;
  return null;
end $$"""
)
EXTRA.append(
    "create trigger campaign_item_named after update of name_key on talent for each row"
    " when (old.name_key <> new.name_key) execute function campaign_item_names()"
)
