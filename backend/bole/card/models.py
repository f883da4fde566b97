"""Cards, and the batches they are issued in."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from bole.card.rules import (
    BATCH_FLOW,
    CARD_FLOW,
    LIVE,
    BatchStatus,
    CardStatus,
    LineStatus,
    SkipReason,
    Succession,
)
from bole.core.table import SELF, Scoped, Versioned, choice, link, moment
from bole.roster.models import OfTalent, Talent

MINE, MY_POSTS = OfTalent.__policies__["talent"], OfTalent.__policies__["leader"]
GRANTED_SERVICES = (
    f"array(select g.service_code from partner_grant g where g.partner_id = {SELF}"  # noqa: S608 (no input)
    " and current_date between g.valid_from and coalesce(g.valid_until, 'infinity'))"
)
"""What a partner may see follows from the services granted to it today: read once a statement."""

IS_LIVE = f"status in ({', '.join(repr(s.value) for s in sorted(LIVE))})"


class CardBatch(Scoped, Versioned, table=True):
    """A list of people to be given cards: drawn up by one person, approved by another, then issued."""

    __tablename__ = "card_batch"
    __table_args__ = (
        CheckConstraint("issued between 0 and planned and planned <= people", name="counts_agree"),
        CheckConstraint(
            "status not in ('approved', 'issued') or approved_by is not null", name="approved_by_someone"
        ),
        Index("card_batch_unit_path_idx", "unit_path", "id"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}

    title: str = Field(max_length=80, description="批次名称")
    scheme: str = Field(max_length=60, description="卡方案代码")
    scheme_version: int = Field(description="卡方案版次")
    status: BatchStatus = Field(default=BATCH_FLOW.start, sa_type=choice(BatchStatus), description="状态")
    people: int = Field(default=0, description="名单人数")
    planned: int = Field(default=0, description="可发卡人数")
    issued: int = Field(default=0, description="已发卡数")
    prepared_by: UUID = Field(description="拟定人")
    prepared_by_name: str = Field(max_length=60, description="拟定人姓名")
    approved_by: UUID | None = Field(default=None, description="批准人")
    approved_by_name: str | None = Field(default=None, max_length=60, description="批准人姓名")
    approved_at: datetime | None = Field(default=None, sa_type=moment(), description="批准时间")
    note: str = Field(default="", max_length=500, description="说明或退回意见")

    lines: list["BatchLine"] = link(back="batch")


class BatchLine(Scoped, table=True):
    """One person of a batch, as judged when the list was drawn up: what is approved is what was seen."""

    __tablename__ = "card_batch_line"
    __table_args__ = (
        ForeignKeyConstraint(
            ["talent_id", "unit_path"], ["talent.id", "talent.unit_path"], onupdate="CASCADE"
        ),
        UniqueConstraint("batch_id", "talent_id"),
        CheckConstraint("(status = 'skipped') = (skip is not null)", name="skipped_for_a_reason"),
        CheckConstraint("(status = 'issued') = (card_id is not null)", name="issued_with_a_card"),
        CheckConstraint(
            "status = 'skipped' or (tier is not null and valid_until is not null)", name="complete"
        ),
        Index("card_batch_line_planned_idx", "batch_id", postgresql_where=text("status = 'planned'")),
    )

    batch_id: UUID = Field(foreign_key="card_batch.id", description="批次")
    talent_id: UUID = Field(index=True, description="人才")
    level: str | None = Field(default=None, max_length=60, description="拟定时的层次")
    tier: str | None = Field(default=None, max_length=60, description="卡种代码")
    tier_name: str | None = Field(default=None, max_length=80, description="卡种")
    valid_until: date | None = Field(default=None, description="卡片有效期止")
    status: LineStatus = Field(default=LineStatus.PLANNED, sa_type=choice(LineStatus), description="状态")
    skip: SkipReason | None = Field(default=None, sa_type=choice(SkipReason), description="不发的原因")
    card_id: UUID | None = Field(default=None, foreign_key="card.id", unique=True, description="所发的卡")

    batch: CardBatch = link(back="lines")
    talent: Talent = link()
    card: "Card" = link(foreign_keys="BatchLine.card_id")


class Card(Scoped, Versioned, table=True):
    """One card: what was handed out, under which scheme, until when, and what became of it."""

    __table_args__ = (
        ForeignKeyConstraint(
            ["talent_id", "unit_path"], ["talent.id", "talent.unit_path"], onupdate="CASCADE"
        ),
        UniqueConstraint("number"),
        # What entitlements and redemptions refer to: they follow a holder who moves to another unit.
        UniqueConstraint("id", "talent_id", "unit_path", name="card_holder_key"),
        CheckConstraint("valid_until >= valid_from", name="period_in_order"),
        CheckConstraint("(succession is null) = (succeeded_on is null)", name="succession_whole"),
        CheckConstraint("status <> 'replaced' or succession is not null", name="replaced_for_a_reason"),
        Index(
            "card_one_live",
            "talent_id",
            "scheme",
            unique=True,
            postgresql_where=text(IS_LIVE),
        ),
        Index("card_unit_path_id_idx", "unit_path", "id"),
        Index("card_due_idx", "valid_until", postgresql_where=text(IS_LIVE)),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    __policies__: ClassVar[dict[str, str]] = {
        "talent": MINE,
        "leader": MY_POSTS,
        # Any holder may come to any counter: whoever was granted a service may look up a card by its number.
        "partner": f"cardinality({GRANTED_SERVICES}) > 0",
    }
    # A partner never changes a card; `for share` alone, which keeps a freeze from slipping in between
    # looking at a card and using it, wants the right to update some column.
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, insert, update",
        "system": "select, insert, update",
        "talent": "select",
        "leader": "select",
        "partner": "select, update (created_at)",
    }

    talent_id: UUID = Field(index=True, description="持卡人")
    batch_id: UUID | None = Field(
        default=None, foreign_key="card_batch.id", index=True, description="发卡批次"
    )
    number: str = Field(max_length=24, description="卡号")
    scheme: str = Field(max_length=60, description="卡方案代码")
    scheme_version: int = Field(description="卡方案版次（发卡时）")
    tier: str = Field(max_length=60, description="卡种代码")
    tier_name: str = Field(max_length=80, description="卡种")
    level: str = Field(max_length=60, description="发卡时的层次")
    valid_from: date = Field(description="有效期起")
    valid_until: date = Field(description="有效期止")
    status: CardStatus = Field(default=CARD_FLOW.start, sa_type=choice(CardStatus), description="状态")
    status_reason: str = Field(default="", max_length=200, description="状态原因")
    status_since: datetime = Field(sa_type=moment(), description="状态起始时间")
    predecessor_id: UUID | None = Field(
        default=None, foreign_key="card.id", unique=True, description="由哪一张卡换发而来"
    )
    succession: Succession | None = Field(
        default=None, sa_type=choice(Succession), description="换发缘由：补换或换级"
    )
    succeeded_on: date | None = Field(default=None, description="改用新卡之日")

    talent: Talent = link(reverse="cards")
    batch: CardBatch = link()
    predecessor: "Card" = link(back="successor", foreign_keys="Card.predecessor_id", remote_side="Card.id")
    successor: "Card" = link(back="predecessor", foreign_keys="Card.predecessor_id", uselist=False)
