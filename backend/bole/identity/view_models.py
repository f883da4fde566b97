"""What a person keeps of how they look at things: filters of a list under a name, columns, appearance."""

from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, Text

from bole.core.ddl import EXTRA
from bole.core.faults import constraint
from bole.core.table import ACTOR, Internal, link, moment
from bole.identity.models import Account
from bole.identity.view_rules import PAGE, PREFERENCE, PREFERENCE_BYTES, PreferenceTooBig, ViewNameTaken

KEPT: Final = dict.fromkeys(("leader", "talent", "partner"), "select, insert, update, delete")
MY_UNITS: Final = f"""any (array(select p.unit_id from account a
  join appointment t on t.person_id = a.person_id
    and current_date between t.valid_from and coalesce(t.valid_until, 'infinity')
  join post p on p.id = t.post_id where a.id = {ACTOR}))"""  # noqa: S608  (no input)
"""The units of the posts that the account's owner holds today; read once a statement."""


class SavedView(Internal, table=True):
    """A list with its filters as somebody wants to see it again. Shared, their unit sees it too."""

    __tablename__ = "saved_view"
    __table_args__ = (
        UniqueConstraint("account_id", "page", "name", name="saved_view_name_once"),
        CheckConstraint(f"page ~ '^{PAGE}$'", name="page_is_a_word"),
        CheckConstraint("btrim(name) <> '' and length(name) <= 40", name="has_a_name"),
        CheckConstraint("length(query) <= 2000", name="query_is_short"),
        CheckConstraint(
            "columns is null or (cardinality(columns) <= 60 and length(array_to_string(columns, '')) <= 3600)",
            name="columns_are_few",
        ),
        Index("saved_view_unit_idx", "unit_id", "page", postgresql_where=text("unit_id is not null")),
    )
    __grants__: ClassVar[dict[str, str]] = KEPT

    account_id: UUID = Field(foreign_key="account.id", description="所有人")
    unit_id: UUID | None = Field(
        default=None, foreign_key="unit.id", description="与哪个单位共享（空为仅自己）"
    )
    page: str = Field(max_length=60, description="哪个列表")
    name: str = Field(max_length=40, description="名称")
    query: str = Field(sa_type=Text, description="筛选条件（地址中的查询串）")
    columns: list[str] | None = Field(default=None, sa_type=ARRAY(Text), description="显示的列（空为默认）")
    changed_at: datetime = Field(sa_type=moment(), description="最近更改时间")

    account: Account = link()


class Preference(Internal, table=True):
    """One setting of one account: the last writing counts."""

    __table_args__ = (
        UniqueConstraint("account_id", "key", name="preference_once"),
        CheckConstraint(f"key ~ '^{PREFERENCE}$'", name="key_is_known"),
        CheckConstraint(f"octet_length(value::text) <= {PREFERENCE_BYTES}", name="value_is_small"),
    )
    __grants__: ClassVar[dict[str, str]] = KEPT

    account_id: UUID = Field(foreign_key="account.id", description="账号")
    key: str = Field(max_length=80, description="哪一项")
    value: Any = Field(sa_type=JSONB, description="内容", sa_column_kwargs={"nullable": False})
    changed_at: datetime = Field(sa_type=moment(), description="最近更改时间")


def _everyone(table: str, rows: str, check: str) -> None:
    """Every kind of actor reaches these rows, and only the platform all of them."""
    EXTRA.append(f"alter table {table} enable row level security")
    EXTRA.append(f"alter table {table} force row level security")
    EXTRA.append(f"create policy {table}_system on {table} to bole_system using (true) with check (true)")
    EXTRA.append(
        f"create policy {table}_owner on {table} to bole_staff, bole_leader, bole_talent, bole_partner"
        f" using ({rows}) with check ({check})"
    )


_OWN = f"account_id = {ACTOR}"
_everyone("preference", _OWN, _OWN)
_everyone("saved_view", _OWN, f"{_OWN} and (unit_id is null or unit_id = {MY_UNITS})")
EXTRA.append(
    "create policy saved_view_unit on saved_view for select to bole_staff, bole_leader"
    f" using (unit_id = {MY_UNITS})"
)

constraint("saved_view_name_once", ViewNameTaken)
constraint("preference_value_is_small", PreferenceTooBig)
