"""What a card may still be used for, the ledger of every change to it, and each use."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from bole.card.models import GRANTED_SERVICES, MINE, MY_POSTS, Card
from bole.card.quota_rules import (
    REDEMPTION_FLOW,
    WAIT_FLOW,
    ChildHasRights,
    Entry,
    Period,
    RedemptionStatus,
    WaitStatus,
)
from bole.core.ddl import EXTRA
from bole.core.faults import constraint
from bole.core.table import SELF, Scoped, Shared, Versioned, choice, link, moment

IN_GRANTED_SERVICES = f"service_code = any ({GRANTED_SERVICES})"
HOLDER = ("talent_id", "unit_path")


def follows(table: str, column: str) -> ForeignKeyConstraint:
    """The row is whose `table`'s row is, and moves with it: one check keeps all three equal."""
    return ForeignKeyConstraint(
        [column, *HOLDER], [f"{table}.id", *(f"{table}.{c}" for c in HOLDER)], onupdate="CASCADE"
    )


ROOM_FOR_UPDATES: dict[str, Any] = {"postgresql_with": {"fillfactor": 70}}
"""Counters change often: a new version of the row finds room on its own page, and no index is touched."""


class Entitlement(Scoped, table=True):
    """A right of one card to one service in one period. A service with two limits (one a day, 24 a year)
    has two rows; a use must find room in both. Numbers stay as they were granted."""

    __table_args__ = (
        follows("card", "card_id"),
        UniqueConstraint(
            "card_id",
            "service_code",
            "period",
            "starts_on",
            "child_id",
            "stage",
            name="entitlement_once",
            postgresql_nulls_not_distinct=True,
        ),
        UniqueConstraint("id", *HOLDER, name="entitlement_holder_key"),
        CheckConstraint("used >= 0 and reserved >= 0 and lapsed >= 0", name="nothing_negative"),
        CheckConstraint("quota is null or used + reserved + lapsed <= quota", name="quota_kept"),
        CheckConstraint("(quota is null) = (tier_quota is null)", name="unlimited_is_unlimited"),
        CheckConstraint("quota is null or quota = greatest(0, tier_quota - carried)", name="quota_explained"),
        CheckConstraint("carried >= 0 and limits >= 1", name="sensible"),
        CheckConstraint("ends_on > starts_on", name="period_in_order"),
        Index("entitlement_window_idx", "talent_id", "service_code", "period", "starts_on"),
        Index("entitlement_ending_idx", "ends_on", postgresql_where=text("closed_at is null")),
        ROOM_FOR_UPDATES,
    )
    __policies__: ClassVar[dict[str, str]] = {
        "talent": MINE,
        "leader": MY_POSTS,
        "partner": IN_GRANTED_SERVICES,
    }
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, insert, update",
        "system": "select, insert, update",
        "talent": "select",
        "leader": "select",
        "partner": "select, update (used, reserved)",
    }

    card_id: UUID = Field(description="卡")
    talent_id: UUID = Field(description="持卡人")
    service_code: str = Field(max_length=60, description="服务代码")
    service_name: str = Field(max_length=80, description="服务名称")
    service_class: str = Field(max_length=40, description="服务类别代码")
    service_version: int = Field(description="服务目录版次（授予时）")
    position: int = Field(default=0, description="在服务指南中的次序")
    tier: str = Field(max_length=60, description="卡种代码")
    period: Period = Field(sa_type=choice(Period), description="周期")
    starts_on: date = Field(description="周期起（含）")
    ends_on: date = Field(description="周期止（不含）")
    limits: int = Field(default=1, description="这项服务共有几条次数限制")
    main: bool = Field(default=True, description="是否最长周期的一条（全市名额记在这一条）")
    pooled: bool = Field(default=False, description="是否另占全市名额")
    child_id: UUID | None = Field(default=None, foreign_key="family_member.id", description="为哪位子女")
    stage: str = Field(default="", max_length=20, description="学段")
    tier_quota: int | None = Field(default=None, description="本卡种额度（空为不限）")
    carried: int = Field(default=0, description="本周期内换卡前已用")
    quota: int | None = Field(default=None, description="实际授予（空为不限）")
    used: int = Field(default=0, description="已用")
    reserved: int = Field(default=0, description="已预约")
    lapsed: int = Field(default=0, description="到期作废")
    live: bool = Field(default=False, description="所属的卡是否可用（随卡的状态）")
    closed_at: datetime | None = Field(default=None, sa_type=moment(), description="结清时间")

    card: Card = link(reverse="entitlements")
    entries: list["EntitlementLedger"] = link(back="entitlement")


class CityPool(Shared, table=True):
    """What the whole city may use of one service in one period. `held`: places freed while people wait,
    kept for the next in line."""

    __tablename__ = "city_pool"
    __table_args__ = (
        UniqueConstraint("service_code", "starts_on", name="city_pool_once"),
        CheckConstraint(
            "used >= 0 and reserved >= 0 and held >= 0 and waiting >= 0", name="nothing_negative"
        ),
        CheckConstraint("used + reserved + held <= quota", name="quota_kept"),
        CheckConstraint("held <= waiting", name="held_for_someone"),
        CheckConstraint("ends_on > starts_on", name="period_in_order"),
        ROOM_FOR_UPDATES,
    )
    __grants__: ClassVar[dict[str, str]] = {"partner": "update (used, reserved, held)"}

    service_code: str = Field(max_length=60, description="服务代码")
    service_name: str = Field(max_length=80, description="服务名称")
    period: Period = Field(sa_type=choice(Period), description="周期")
    starts_on: date = Field(description="周期起（含）")
    ends_on: date = Field(description="周期止（不含）")
    quota: int = Field(description="全市名额")
    used: int = Field(default=0, description="已用")
    reserved: int = Field(default=0, description="已预约")
    held: int = Field(default=0, description="留给候补")
    waiting: int = Field(default=0, description="候补人数")


class Redemption(Scoped, table=True):
    """One use of a service, or its booking. A correction is a row of its own that names what it reverses."""

    __table_args__ = (
        follows("card", "card_id"),
        # The same key of the same caller is the same act: counters retry after a timeout.
        UniqueConstraint("by_id", "key", name="redemption_once"),
        UniqueConstraint("reverses_id", name="redemption_reversed_once"),
        CheckConstraint(
            "amount <> 0 and (amount < 0) = (reverses_id is not null)", name="reversal_is_negative"
        ),
        Index("redemption_provider_idx", "provider_id", "day", "occurred_at", "id"),
        Index("redemption_talent_idx", "talent_id", "day", "occurred_at", "id"),
        Index("redemption_card_idx", "card_id", "day", "occurred_at", "id"),
        Index("redemption_booked_idx", "day", postgresql_where=text("status = 'reserved'")),
        Index("redemption_unit_path_idx", "unit_path", "day", "occurred_at", "id"),
    )
    __policies__: ClassVar[dict[str, str]] = {
        "talent": MINE,
        "partner": f"provider_id = {SELF} and {IN_GRANTED_SERVICES}",
    }
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select, insert, update",
        "system": "select, insert, update",
        "talent": "select",
        "partner": "select, insert, update (status, occurred_at, reason, needs_decision)",
    }

    card_id: UUID = Field(description="卡")
    talent_id: UUID = Field(description="持卡人")
    service_code: str = Field(max_length=60, description="服务代码")
    service_name: str = Field(max_length=80, description="服务名称")
    tier: str = Field(max_length=60, description="卡种代码")
    day: date = Field(description="使用或预约的日期")
    occurred_at: datetime = Field(sa_type=moment(), description="发生时间")
    amount: int = Field(default=1, description="次数")
    status: RedemptionStatus = Field(
        default=REDEMPTION_FLOW.start, sa_type=choice(RedemptionStatus), description="状态"
    )
    child_id: UUID | None = Field(default=None, foreign_key="family_member.id", description="为哪位子女")
    stage: str = Field(default="", max_length=20, description="学段")
    pool_id: UUID | None = Field(default=None, foreign_key="city_pool.id", description="所占全市名额")
    provider_id: UUID = Field(description="服务提供单位或伙伴系统")
    by_id: UUID = Field(description="经办账号")
    key: str = Field(max_length=255, description="幂等键")
    reverses_id: UUID | None = Field(default=None, foreign_key="redemption.id", description="冲正哪一笔")
    reason: str = Field(default="", max_length=200, description="取消或冲正原因")
    needs_decision: bool = Field(default=False, description="换级后额度不足，待人才办裁定")
    presentation_id: UUID | None = Field(
        default=None, foreign_key="card_presentation.id", description="凭哪次核验"
    )

    card: Card = link(reverse="redemptions")
    pool: CityPool = link()
    reverses: "Redemption" = link(
        back="reversed_by", foreign_keys="Redemption.reverses_id", remote_side="Redemption.id"
    )
    reversed_by: "Redemption" = link(back="reverses", foreign_keys="Redemption.reverses_id", uselist=False)
    entries: list["EntitlementLedger"] = link(back="redemption")


class EntitlementLedger(Scoped, table=True):
    """Every change to what is left: the balance is the sum of `amount`, and rows are only ever added."""

    __tablename__ = "entitlement_ledger"
    __table_args__ = (
        follows("entitlement", "entitlement_id"),
        UniqueConstraint("entitlement_id", "key", name="entitlement_ledger_once"),
        CheckConstraint(
            "case entry when 'granted' then true"
            " when 'reserved' then amount < 0 when 'confirmed' then amount < 0 when 'lapsed' then amount < 0"
            " else amount > 0 end",
            name="sign_follows_entry",
        ),
        CheckConstraint("redemption_id is not null or pool_id is null", name="pools_are_used_by_someone"),
        Index("entitlement_ledger_redemption_idx", "redemption_id"),
        Index("entitlement_ledger_pool_idx", "pool_id", postgresql_where=text("pool_id is not null")),
    )
    __policies__: ClassVar[dict[str, str]] = {
        "talent": MINE,
        "partner": "exists (select from entitlement e where e.id = entitlement_id)",
    }
    __grants__: ClassVar[dict[str, str]] = dict.fromkeys(("staff", "system", "partner"), "select, insert") | {
        "talent": "select"
    }

    entitlement_id: UUID = Field(description="权益")
    talent_id: UUID = Field(description="持卡人")
    entry: Entry = Field(sa_type=choice(Entry), description="授予、预占、确认、取消、冲正或过期")
    amount: int = Field(description="可用次数的增减（不限次数的授予记零）")
    redemption_id: UUID | None = Field(default=None, foreign_key="redemption.id", description="哪一笔核销")
    pool_id: UUID | None = Field(default=None, foreign_key="city_pool.id", description="同时增减的全市名额")
    key: str = Field(max_length=120, description="同一事由只记一次")
    note: str = Field(default="", max_length=200, description="说明")
    by_id: UUID = Field(description="经办")

    entitlement: Entitlement = link(back="entries")
    redemption: Redemption = link(back="entries")


class PoolWait(Scoped, Versioned, table=True):
    """A place in the line for a city pool that is used up."""

    __tablename__ = "pool_wait"
    __table_args__ = (
        follows("card", "card_id"),
        Index(
            "pool_wait_once",
            "pool_id",
            "talent_id",
            unique=True,
            postgresql_where=text("status = 'waiting'"),
        ),
        Index("pool_wait_line_idx", "pool_id", "id", postgresql_where=text("status = 'waiting'")),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    __policies__: ClassVar[dict[str, str]] = {"talent": MINE}
    __grants__: ClassVar[dict[str, str]] = {"talent": "select"}

    pool_id: UUID = Field(foreign_key="city_pool.id", description="全市名额")
    card_id: UUID = Field(description="卡")
    talent_id: UUID = Field(description="持卡人")
    service_code: str = Field(max_length=60, description="服务代码")
    day: date = Field(description="希望的日期")
    status: WaitStatus = Field(default=WAIT_FLOW.start, sa_type=choice(WaitStatus), description="状态")
    redemption_id: UUID | None = Field(
        default=None, foreign_key="redemption.id", description="递补所得的预约"
    )
    reason: str = Field(default="", max_length=200, description="退出原因")
    by_id: UUID = Field(description="登记人")
    by_name: str = Field(max_length=80, description="登记人姓名")

    card: Card = link()
    pool: CityPool = link()


_KEEP = """
create function entitlement_ledger_kept() returns trigger language plpgsql as $$
begin
  -- A holder who moves takes the rows along (the foreign key cascades); nothing else of a row ever changes.
  if to_jsonb(new) - 'unit_path' - 'talent_id' = to_jsonb(old) - 'unit_path' - 'talent_id' then
    return new;
  end if;
  raise exception 'entitlement_ledger is append-only' using errcode = 'restrict_violation';
end $$"""
_COUNT = """
create function entitlement_count(held uuid, amount integer, to_use integer, to_reserve integer)
returns table (id uuid, talent_id uuid, unit_path bigint, used integer, reserved integer, limits integer,
  main boolean, pooled boolean, service_name varchar) language plpgsql as $$
begin
  -- A small statement of its own (card/taking.py): of a row that was waited for, PostgreSQL begins the whole
  -- statement anew. `live` is the card's status as the right knows it, looked at again under the lock.
  return query update entitlement e set used = e.used + to_use, reserved = e.reserved + to_reserve
    where e.id = held and e.live and (e.quota is null or e.used + e.reserved + e.lapsed + amount <= e.quota)
    returning e.id, e.talent_id, e.unit_path, e.used, e.reserved, e.limits, e.main, e.pooled, e.service_name;
end $$"""
EXTRA += [
    _COUNT,
    _KEEP,
    "create trigger entitlement_ledger_kept before update on entitlement_ledger "
    "for each row execute function entitlement_ledger_kept()",
    "create trigger entitlement_ledger_append_only before delete or truncate on entitlement_ledger "
    "for each statement execute function bole_append_only()",
    "alter table entitlement_ledger enable always trigger entitlement_ledger_kept",
    "alter table entitlement_ledger enable always trigger entitlement_ledger_append_only",
]

for _table in ("entitlement", "redemption"):
    constraint(f"{_table}_child_id_fkey", ChildHasRights)
