"""What the organisation shows and lets do."""

from datetime import date
from typing import Any
from uuid import UUID

import strawberry
from sqlalchemy import func, select

from bole.core.graph import Page, computed, many, node, read, write
from bole.core.permissions import Permission
from bole.org import membership_service, post_service, service
from bole.org.models import Appointment, Membership, Post, Unit, UnitName
from bole.org.rules import Commissioner, LeaderLevel, UnitKind


def _below(unit: Any) -> Any:
    child = Unit.__table__.alias("child")  # type: ignore[attr-defined]
    return select(func.count()).select_from(child).where(child.c.parent_id == unit.id).scalar_subquery()


@node(Unit, allow=Permission.ORG_READ)
class UnitNode:
    """单位"""

    id: UUID
    parent_id: UUID | None
    kind: UnitKind
    code: str
    name: str
    short_name: str
    division_code: str | None
    key_employer: bool
    depth: int
    valid_from: date
    valid_until: date | None
    version: int
    child_count: int = computed(_below, description="下级单位数")
    parent: "UnitNode | None"
    supervisor: "UnitNode | None"
    successor: "UnitNode | None"
    children: list["UnitNode"] = many(lambda u: [u.path, u.id], first=100, description="下级单位")
    names: list["UnitNameNode"] = many(lambda n: [n.valid_from.desc(), n.id], description="历次名称")
    posts: list["PostNode"] = many(lambda p: [p.rank, p.id], first=50, description="岗位")
    memberships: list["MembershipNode"] = many(
        lambda m: [m.valid_from.desc(), m.id], description="领导小组成员资格"
    )


@node(UnitName, allow=Permission.ORG_READ)
class UnitNameNode:
    """单位在一段时间的名称与区划代码"""

    id: UUID
    name: str
    short_name: str
    division_code: str | None
    valid_from: date
    valid_until: date | None


@node(Post, allow=Permission.ORG_READ)
class PostNode:
    """岗位"""

    id: UUID
    unit_id: UUID
    code: str
    name: str
    leader_level: LeaderLevel | None
    commissioner: Commissioner | None
    shared: bool
    rank: int
    valid_from: date
    valid_until: date | None
    unit: UnitNode
    appointments: list["AppointmentNode"] = many(lambda a: [a.valid_from.desc(), a.id], description="历任")


@node(Appointment, allow=Permission.ORG_READ)
class AppointmentNode:
    """任职"""

    id: UUID
    post_id: UUID
    person_id: UUID
    person_name: str
    document: str | None
    valid_from: date
    valid_until: date | None
    post: PostNode


@node(Membership, allow=Permission.ORG_READ)
class MembershipNode:
    """领导小组成员资格"""

    id: UUID
    unit_id: UUID
    group_id: UUID
    valid_from: date
    valid_until: date | None
    unit: UnitNode
    group: UnitNode


@strawberry.type
class OrgQuery:
    units = read(service.units, Page[UnitNode])
    government_units = read(service.government_units, list[UnitNode])
    unit = read(service.unit, UnitNode)
    posts = read(service.posts, Page[PostNode])
    post = read(service.post, PostNode)
    appointments = read(post_service.appointments, Page[AppointmentNode])
    memberships = read(membership_service.memberships, list[MembershipNode])
    units_without_commissioners = read(service.units_without_commissioners, list[UnitNode])


@strawberry.type
class OrgMutation:
    create_unit = write(service.create_unit, UnitNode)
    rename_unit = write(service.rename_unit, UnitNode)
    close_unit = write(service.close_unit, UnitNode)
    create_post = write(post_service.create_post, PostNode)
    appoint = write(post_service.appoint, AppointmentNode)
    end_appointment = write(post_service.end_appointment, AppointmentNode)
    join_group = write(membership_service.join_group, MembershipNode)
    leave_group = write(membership_service.leave_group, MembershipNode)
