"""Which departments belong to a 领导小组, from when to when."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.org import rules
from bole.org.checks import check_open
from bole.org.events import UnitJoined, UnitLeft
from bole.org.models import Membership, Unit, holds
from bole.org.rules import DEPARTMENTS, UnitKind


@query(allow=Permission.ORG_READ)
def memberships(
    ask: Ask, *, group_id: UUID | None = None, unit_id: UUID | None = None, on: date | None = None
) -> Select[Membership]:
    """领导小组成员清单（某一天的成员，不写即今天）。"""
    stmt = sa.select(Membership).join(Unit, col(Unit.id) == col(Membership.unit_id))
    stmt = stmt.where(holds(Membership, ask.today if on is None else on))
    if group_id is not None:
        stmt = stmt.where(col(Membership.group_id) == group_id)
    if unit_id is not None:
        stmt = stmt.where(col(Membership.unit_id) == unit_id)
    return stmt.order_by(col(Unit.path), col(Membership.id))


@command(allow=Permission.ORG_MANAGE)
async def join_group(
    ctx: Context, *, group_id: UUID, unit_id: UUID, from_day: date | None = None
) -> Membership:
    """部门加入领导小组，成为成员单位。

    年中加入的，从加入之日起适用成员单位的指标。
    """
    group, unit = await ctx.get(Unit, group_id), await ctx.lock(Unit, unit_id)
    start = from_day or ctx.today
    _check(group, unit)
    check_open(unit)
    rules.check_not_future("加入", start, ctx.today)
    for term in await _terms(ctx, group, unit):
        if term.valid_until is None or start <= term.valid_until:
            raise rules.AlreadyMember(
                unit=unit.name,
                group=group.name,
                start=start.isoformat(),
                period=rules.period_words(term.valid_from, term.valid_until),
            )
    made = Membership(group_id=group.id, unit_id=unit.id, valid_from=start)
    unit.kind = UnitKind.MEMBER
    ctx.db.add(made)
    await ctx.db.flush()
    ctx.emit(UnitJoined(unit.id, group.id, start))
    return made


@command(allow=Permission.ORG_MANAGE)
async def leave_group(ctx: Context, *, group_id: UUID, unit_id: UUID, last_day: date) -> Membership:
    """部门退出领导小组，成为非成员单位。"""
    group, unit = await ctx.get(Unit, group_id), await ctx.lock(Unit, unit_id)
    _check(group, unit)
    rules.check_not_future("退出", last_day, ctx.today)
    open_terms = [t for t in await _terms(ctx, group, unit) if t.valid_until is None]
    if not open_terms:
        raise rules.NotAMember(unit=unit.name, group=group.name)
    (term,) = open_terms
    rules.check_ending(term.valid_from, term.valid_until, last_day)
    term.valid_until = last_day
    unit.kind = UnitKind.NON_MEMBER
    ctx.emit(UnitLeft(unit.id, group.id, last_day))
    return term


def _check(group: Unit, unit: Unit) -> None:
    if group.kind is not UnitKind.LEADING_GROUP:
        raise rules.NotALeadingGroup(unit=group.name, field="groupId")
    if unit.kind not in DEPARTMENTS:
        raise rules.NotADepartment(unit=unit.name, kind=unit.kind.label, field="unitId")


async def _terms(ctx: Context, group: Unit, unit: Unit) -> list[Membership]:
    stmt = select(Membership).where(col(Membership.group_id) == group.id, col(Membership.unit_id) == unit.id)
    return list((await ctx.db.exec(stmt.order_by(col(Membership.valid_from)))).all())
