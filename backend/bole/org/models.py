"""Units in a tree of numeric path ranges, posts in units, and who held which post when."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    and_,
    column,
    literal_column,
    or_,
)
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlmodel import Field, SQLModel, col

from bole.core.faults import constraint
from bole.core.table import Shared, Versioned, choice, link
from bole.org.rules import STEPS, AnotherCameFirst, Commissioner, LeaderLevel, UnitKind

PERIOD = "daterange(valid_from, valid_until, '[]')"
"""A period as PostgreSQL compares it; both days belong to it, and no last day means it is still open."""


class Dated(SQLModel):
    """Mixin: what holds from one day to another, both included."""

    valid_from: date = Field(description="起始日")
    valid_until: date | None = Field(default=None, description="截止日（空为至今）")


def holds(dated: Any, day: Any) -> ColumnElement[bool]:
    """SQL: the row's period covers `day` (a date or a bind)."""
    return and_(
        col(dated.valid_from) <= day, or_(col(dated.valid_until).is_(None), col(dated.valid_until) >= day)
    )


def no_overlap(name: str, *same: str, where: str | None = None) -> ExcludeConstraint:
    """Two rows that agree in `same` never share a day."""
    return ExcludeConstraint(
        *((column(part), "=") for part in same),
        (literal_column(PERIOD), "&&"),
        name=name,
        using="gist",
        where=literal_column(where) if where else None,
    )


def in_order() -> CheckConstraint:
    return CheckConstraint("valid_until is null or valid_until >= valid_from", name="period_in_order")


class Unit(Shared, Dated, Versioned, table=True):
    """A body that takes part in talent work. Its place in the tree is its path range, never a county code:
    functional zones govern like counties and have none, and codes change when borders do."""

    __table_args__ = (
        UniqueConstraint("code"),
        UniqueConstraint("path"),
        UniqueConstraint("parent_id", "ordinal", name="unit_one_place_each"),
        CheckConstraint(
            f"depth between 1 and {len(STEPS)}"
            f" and path_end - path = (array[{', '.join(map(str, STEPS))}])[depth]"
            " and mod(path, path_end - path) = 0",
            name="range_fits_depth",
        ),
        CheckConstraint("(parent_id is null) = (depth = 1)", name="only_roots_lack_parents"),
        in_order(),
        Index("unit_name_idx", "name"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}

    parent_id: UUID | None = Field(default=None, foreign_key="unit.id", description="上级单位")
    supervisor_id: UUID | None = Field(
        default=None, foreign_key="unit.id", index=True, description="主管部门（下抓一级）"
    )
    successor_id: UUID | None = Field(default=None, foreign_key="unit.id", description="撤并后的承接单位")
    kind: UnitKind = Field(sa_type=choice(UnitKind), index=True, description="单位类别")
    code: str = Field(max_length=40, description="单位编号（本系统内唯一，不是行政区划代码）")
    name: str = Field(max_length=80, description="单位名称")
    short_name: str = Field(max_length=40, description="简称")
    division_code: str | None = Field(default=None, max_length=12, description="行政区划代码（功能区没有）")
    key_employer: bool = Field(default=False, description="是否重点用人部门")
    depth: int = Field(description="层级（根为 1）")
    ordinal: int = Field(description="在同级中的序号")
    path: int = Field(sa_type=BigInteger, description="路径起（含）")
    path_end: int = Field(sa_type=BigInteger, description="路径止（不含）")

    parent: "Unit" = link(back="children", foreign_keys="Unit.parent_id", remote_side="Unit.id")
    children: list["Unit"] = link(back="parent", foreign_keys="Unit.parent_id")
    supervisor: "Unit" = link(foreign_keys="Unit.supervisor_id", remote_side="Unit.id")
    successor: "Unit" = link(foreign_keys="Unit.successor_id", remote_side="Unit.id")
    names: list["UnitName"] = link(back="unit")
    posts: list["Post"] = link(back="unit")
    memberships: list["Membership"] = link(back="unit", foreign_keys="Membership.unit_id")
    members: list["Membership"] = link(back="group", foreign_keys="Membership.group_id")


class UnitName(Shared, Dated, table=True):
    """What a unit was called, and which division code it bore, in a period."""

    __tablename__ = "unit_name"
    __table_args__ = (no_overlap("unit_name_at_a_time", "unit_id"), in_order())

    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="单位")
    name: str = Field(max_length=80, description="当时的名称")
    short_name: str = Field(max_length=40, description="当时的简称")
    division_code: str | None = Field(default=None, max_length=12, description="当时的行政区划代码")

    unit: Unit = link(back="names")


class Post(Shared, Dated, table=True):
    """A seat in a unit. Roles, contacts and cases hang on it, so that they move with the post."""

    __table_args__ = (
        UniqueConstraint("code"),
        UniqueConstraint("id", "shared", name="post_id_shared_key"),
        in_order(),
    )

    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="所在单位")
    code: str = Field(max_length=40, description="岗位编号")
    name: str = Field(max_length=60, description="岗位名称")
    leader_level: LeaderLevel | None = Field(
        default=None, sa_type=choice(LeaderLevel), description="领导层级（非领导岗位为空）"
    )
    commissioner: Commissioner | None = Field(
        default=None, sa_type=choice(Commissioner), description="人才工作专员（分管领导或科室负责人）"
    )
    shared: bool = Field(default=False, description="是否可多人同任")
    rank: int = Field(default=0, description="排序")

    unit: Unit = link(back="posts")
    appointments: list["Appointment"] = link(back="post")


class Appointment(Shared, Dated, table=True):
    """One person's term in a post."""

    __table_args__ = (
        # `shared` follows the post, so that the database itself knows where one holder is the limit
        ForeignKeyConstraint(
            ["post_id", "shared"],
            ["post.id", "post.shared"],
            onupdate="CASCADE",
            name="appointment_post_fkey",
        ),
        no_overlap("appointment_one_holder", "post_id", where="not shared"),
        no_overlap("appointment_person_once", "post_id", "person_id"),
        in_order(),
    )

    post_id: UUID = Field(index=True, description="岗位")
    shared: bool = Field(default=False, description="岗位是否可多人同任")
    person_id: UUID = Field(index=True, description="任职人（同一人在各岗位相同；其账号亦记此编号）")
    person_name: str = Field(max_length=60, description="姓名")
    document: str | None = Field(default=None, max_length=120, description="任免文件")

    post: Post = link(back="appointments")


class Membership(Shared, Dated, table=True):
    """A department belongs to a 领导小组 in a period."""

    __table_args__ = (
        no_overlap("membership_once_at_a_time", "group_id", "unit_id"),
        CheckConstraint("group_id <> unit_id", name="not_of_itself"),
        in_order(),
    )

    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="成员单位")
    group_id: UUID = Field(foreign_key="unit.id", index=True, description="领导小组")

    unit: Unit = link(back="memberships", foreign_keys="Membership.unit_id")
    group: Unit = link(back="members", foreign_keys="Membership.group_id")


for _name in ("appointment_one_holder", "appointment_person_once", "membership_once_at_a_time"):
    constraint(_name, AnotherCameFirst)
