"""The codes that holders show, and what a counter learned by scanning one."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, column, literal_column, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlmodel import Field

from bole.card.code_rules import CodeUsed
from bole.card.models import GRANTED_SERVICES, MINE
from bole.card.quota_models import follows
from bole.core.ddl import EXTRA
from bole.core.faults import constraint
from bole.core.table import ACTOR, IN_RANGE, Scoped, moment

NAMED = "digits = (select nullif(current_setting('app.code', true), ''))"
"""Whoever verifies reaches the code whose digits they name (`app.code`, set by the command), never a list."""


class CardPresentation(Scoped, table=True):
    """A holder stood at a counter: for some minutes this counter, and no other, may use the card by it."""

    __tablename__ = "card_presentation"
    __table_args__ = (
        follows("card", "card_id"),
        CheckConstraint("lasts_until > presented_at", name="period_in_order"),
        Index("card_presentation_card_idx", "card_id", "presented_at"),
    )
    __policies__: ClassVar[dict[str, str]] = {
        "talent": MINE,
        "partner": f"by_id = {ACTOR} and cardinality({GRANTED_SERVICES}) > 0",
    }
    __grants__: ClassVar[dict[str, str]] = dict.fromkeys(("staff", "system", "partner"), "select, insert") | {
        "talent": "select"
    }

    card_id: UUID = Field(description="卡")
    talent_id: UUID = Field(description="持卡人")
    tier: str = Field(max_length=60, description="卡种代码")
    tier_name: str = Field(max_length=80, description="卡种")
    valid_from: date = Field(description="卡片有效期起")
    valid_until: date = Field(description="卡片有效期止")
    scanned: bool = Field(description="扫码（否则为输入数字）")
    presented_at: datetime = Field(sa_type=moment(), description="核验时间")
    lasts_until: datetime = Field(sa_type=moment(), description="凭这次核验可核销到何时")
    provider_id: UUID = Field(description="服务提供单位或伙伴系统")
    by_id: UUID = Field(description="核验的账号")


class CardCode(Scoped, table=True):
    """One code of one card for one window. Kept a short while after it is over, to tell used from expired."""

    __tablename__ = "card_code"
    __table_args__ = (
        follows("card", "card_id"),
        CheckConstraint("digits ~ '^[0-9]{8}$'", name="eight_digits"),
        CheckConstraint("ends_at > starts_at and accepted_until >= ends_at", name="period_in_order"),
        # typed digits mean one card at any moment
        ExcludeConstraint(
            (column("digits"), "="),
            (literal_column("tstzrange(starts_at, accepted_until)"), "&&"),
            name="card_code_digits_once",
            using="gist",
        ),
        # two phones of one holder that fetch at once get the same codes; a used one may be followed at once
        Index(
            "card_code_window_once",
            "card_id",
            "starts_at",
            unique=True,
            postgresql_where=text("presentation_id is null"),
        ),
        UniqueConstraint("presentation_id"),
        Index("card_code_over_idx", "accepted_until"),
    )
    __policies__: ClassVar[dict[str, str]] = {
        "staff": f"{IN_RANGE} and {NAMED}",
        "talent": MINE,
        "partner": f"{NAMED} and cardinality({GRANTED_SERVICES}) > 0",
    }
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, update (presentation_id)",
        "system": "select, delete, update (presentation_id)",
        "talent": "select, insert",
        "partner": "select, update (presentation_id)",
    }

    card_id: UUID = Field(description="卡")
    talent_id: UUID = Field(description="持卡人")
    digits: str = Field(max_length=8, description="八位数字")
    starts_at: datetime = Field(sa_type=moment(), description="起（含）")
    ends_at: datetime = Field(sa_type=moment(), description="止（不含）")
    accepted_until: datetime = Field(sa_type=moment(), description="最迟核验到何时（含宽限）")
    presentation_id: UUID | None = Field(
        default=None, foreign_key="card_presentation.id", description="用于哪次核验"
    )


_SPENT = """
create function card_code_spent_once() returns trigger language plpgsql as $$
begin
  raise exception 'a code is used once' using errcode = 'restrict_violation', constraint = 'card_code_spent_once';
end $$"""
EXTRA += [
    _SPENT,
    "create trigger card_code_spent_once before update on card_code for each row"
    " when (old.presentation_id is not null and new.presentation_id is distinct from old.presentation_id)"
    " execute function card_code_spent_once()",
    "alter table card_code enable always trigger card_code_spent_once",
]
constraint("card_code_spent_once", CodeUsed)
