"""The unit tree and its posts, for pickers and pages; founding, renaming and closing units."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.org import rules
from bole.org.checks import check_code, check_open
from bole.org.events import UnitCreated, UnitRenamed, UnitWasClosed
from bole.org.models import Appointment, Membership, Post, Unit, UnitName, holds
from bole.org.rules import Commissioner, LeaderLevel, UnitKind

# Reading ----------------------------------------------------------------------------------------------


@query(allow=Permission.ORG_READ)
def units(
    ask: Ask,
    *,
    kind: UnitKind | None = None,
    within: UUID | None = None,
    text: str | None = None,
    on: date | None = None,
) -> Select[Unit]:
    """单位清单，按单位树的次序。

    “within”只列某单位及其下级；“text”按名称、简称或编号查找；“on”列某一天在册的单位（不写即今天）。
    """
    stmt = sa.select(Unit).where(holds(Unit, ask.today if on is None else on))
    if kind is not None:
        stmt = stmt.where(col(Unit.kind) == kind)
    if within is not None:
        stmt = stmt.where(below(Unit.path, within))
    if text is not None:
        stmt = stmt.where(
            sa.or_(
                sa.func.strpos(col(Unit.name), text) > 0,
                sa.func.strpos(col(Unit.short_name), text) > 0,
                col(Unit.code) == text,
            )
        )
    return stmt.order_by(col(Unit.path), col(Unit.id))


@query(allow=Permission.ORG_READ)
def government_units(ask: Ask) -> Select[Unit]:
    """党政机构的单位树（不含用人单位与服务机构），用于选择单位。"""
    others = (UnitKind.EMPLOYER, UnitKind.PROVIDER)
    stmt = sa.select(Unit).where(holds(Unit, ask.today), col(Unit.kind).not_in(others))
    return stmt.order_by(col(Unit.path), col(Unit.id)).limit(1000)


@query(allow=Permission.ORG_READ)
def unit(ask: Ask, *, id: UUID) -> Select[Unit]:
    """一个单位。"""
    return sa.select(Unit).where(col(Unit.id) == id)


@query(allow=Permission.ORG_READ)
def posts(
    ask: Ask,
    *,
    unit_id: UUID | None = None,
    leader_level: LeaderLevel | None = None,
    vacant: bool | None = None,
    leaders: bool | None = None,
    text: str | None = None,
    on: date | None = None,
) -> Select[Post]:
    """岗位清单。

    “vacant”只列空缺（或只列在任）的岗位；“leaders”只列领导岗位（或只列其他）；“text”按岗位、单位或任职者的姓名查找；
    “on”按某一天的情况（不写即今天）。
    """
    day = ask.today if on is None else on
    stmt = sa.select(Post).join(Unit, col(Unit.id) == col(Post.unit_id)).where(holds(Post, day))
    if unit_id is not None:
        stmt = stmt.where(col(Post.unit_id) == unit_id)
    if leader_level is not None:
        stmt = stmt.where(col(Post.leader_level) == leader_level)
    if vacant is not None:
        held = sa.exists().where(col(Appointment.post_id) == col(Post.id), holds(Appointment, day))
        stmt = stmt.where(~held if vacant else held)
    if leaders is not None:
        level = col(Post.leader_level)
        stmt = stmt.where(level.is_not(None) if leaders else level.is_(None))
    if text is not None:
        held_by = sa.exists().where(
            col(Appointment.post_id) == col(Post.id),
            holds(Appointment, day),
            sa.func.strpos(col(Appointment.person_name), text) > 0,
        )
        named = (sa.func.strpos(name, text) > 0 for name in (col(Post.name), col(Unit.short_name)))
        stmt = stmt.where(sa.or_(*named, held_by))
    return stmt.order_by(col(Unit.path), col(Post.rank), col(Post.id))


@query(allow=Permission.ORG_READ)
def post(ask: Ask, *, id: UUID) -> Select[Post]:
    """一个岗位。"""
    return sa.select(Post).where(col(Post.id) == id)


@query(allow=Permission.ORG_READ)
def units_without_commissioners(ask: Ask, *, on: date | None = None) -> Select[Unit]:
    """人才工作专员不齐的部门：应恰有一名分管领导和一名科室负责人。

    是否在任以某一天为准（不写即今天）。
    """
    day = ask.today if on is None else on
    wrong = sa.or_(*(_holding(part, day) != 1 for part in Commissioner))
    stmt = sa.select(Unit).where(holds(Unit, day), col(Unit.kind).in_(rules.DEPARTMENTS), wrong)
    return stmt.order_by(col(Unit.path), col(Unit.id))


def below(path: Any, unit_id: Any) -> ColumnElement[bool]:
    """SQL: `path` lies at or below the unit of this id."""
    top = aliased(Unit)
    return sa.exists().where(
        col(top.id) == unit_id, col(path) >= col(top.path), col(path) < col(top.path_end)
    )


def _holding(part: Commissioner, day: Any) -> Any:
    """SQL: how many hold this half of a department's 专员 on the day."""
    counted = (
        sa.select(sa.func.count()).select_from(Appointment).join(Post, col(Post.id) == Appointment.post_id)
    )
    return (
        counted.where(col(Post.unit_id) == col(Unit.id), col(Post.commissioner) == part)
        .where(holds(Appointment, day))
        .correlate(Unit)
        .scalar_subquery()
    )


# Founding, renaming, closing --------------------------------------------------------------------------


@command(allow=Permission.ORG_MANAGE)
async def create_unit(
    ctx: Context,
    *,
    parent_id: UUID,
    kind: UnitKind,
    code: str,
    name: str,
    short_name: str | None = None,
    division_code: str | None = None,
    supervisor_id: UUID | None = None,
    valid_from: date | None = None,
) -> Unit:
    """设立单位。

    单位编号在本系统内唯一；有行政区划代码的另填，功能区没有。
    """
    parent = await ctx.lock(Unit, parent_id)  # its children are numbered one at a time
    check_open(parent)
    await check_code(ctx, Unit, code)
    last = select(sa.func.coalesce(sa.func.max(Unit.ordinal), 0)).where(col(Unit.parent_id) == parent.id)
    ordinal, depth = (await ctx.db.exec(last)).one() + 1, parent.depth + 1
    path = rules.child_path(parent.path, depth, ordinal, parent=parent.name)
    if supervisor_id is not None:
        await ctx.get(Unit, supervisor_id)
    made = Unit(
        parent_id=parent.id,
        supervisor_id=supervisor_id,
        kind=kind,
        code=rules.filled("code", code, 40),
        name=rules.filled("name", name, 80),
        short_name=rules.filled("shortName", short_name or name, 40),
        division_code=division_code,
        depth=depth,
        ordinal=ordinal,
        path=path,
        path_end=rules.range_of(path, depth)[1],
        valid_from=valid_from or ctx.today,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    ctx.db.add(_name_of(made, made.valid_from))
    ctx.emit(UnitCreated(made.id))
    return made


@command(allow=Permission.ORG_MANAGE)
async def rename_unit(
    ctx: Context, *, unit_id: UUID, name: str, short_name: str | None = None, from_day: date | None = None
) -> Unit:
    """单位更名。

    旧名保留在历史中：更名之前的记录仍显示当时的名称。
    """
    unit = await ctx.lock(Unit, unit_id)
    check_open(unit)
    start = from_day or ctx.today
    rules.check_not_future("更名", start, ctx.today)
    last = await _present_name(ctx, unit)
    if start <= last.valid_from:
        raise rules.PeriodsOverlap(
            start=start.isoformat(), other=rules.period_words(last.valid_from, last.valid_until)
        )
    last.valid_until = rules.day_before(start)
    unit.name = rules.filled("name", name, 80)
    unit.short_name = rules.filled("shortName", short_name or name, 40)
    await ctx.db.flush()  # the old name ends before the new one begins
    ctx.db.add(_name_of(unit, start))
    ctx.emit(UnitRenamed(unit.id, unit.name, start))
    return unit


@command(allow=Permission.ORG_MANAGE)
async def close_unit(
    ctx: Context, *, unit_id: UUID, last_day: date, successor_id: UUID | None = None
) -> Unit:
    """撤销单位，可写明承接单位。

    须先撤并下级单位、结束在任；岗位与成员资格随之终止，历史记录照旧可查。
    """
    unit = await ctx.lock(Unit, unit_id)
    rules.check_ending(unit.valid_from, unit.valid_until, last_day)
    units = await _count(ctx, Unit, col(Unit.parent_id) == unit.id, _lasts_beyond(Unit, last_day))
    terms = await _count(
        ctx,
        Appointment,
        col(Appointment.post_id).in_(sa.select(col(Post.id)).where(col(Post.unit_id) == unit.id)),
        _lasts_beyond(Appointment, last_day),
    )
    if units or terms:
        raise rules.StillInUse(unit=unit.name, units=units, terms=terms)
    if successor_id is not None:
        successor = await ctx.get(Unit, successor_id)
        check_open(successor)
        unit.successor_id = successor.id
    unit.valid_until = last_day
    for table, mine in (
        (Post, col(Post.unit_id) == unit.id),
        (Membership, col(Membership.unit_id) == unit.id),
        (UnitName, col(UnitName.unit_id) == unit.id),
    ):
        for row in (await ctx.db.exec(select(table).where(mine, _lasts_beyond(table, last_day)))).all():
            row.valid_until = last_day
    ctx.emit(UnitWasClosed(unit.id, last_day, successor_id))
    return unit


def _lasts_beyond(dated: Any, day: date) -> ColumnElement[bool]:
    return sa.or_(col(dated.valid_until).is_(None), col(dated.valid_until) > day)


async def _count(ctx: Context, table: Any, *where: ColumnElement[bool]) -> int:
    return (await ctx.db.exec(select(sa.func.count()).select_from(table).where(*where))).one()


def _name_of(unit: Unit, start: date) -> UnitName:
    return UnitName(
        unit_id=unit.id,
        name=unit.name,
        short_name=unit.short_name,
        division_code=unit.division_code,
        valid_from=start,
    )


async def _present_name(ctx: Context, unit: Unit) -> UnitName:
    stmt = select(UnitName).where(col(UnitName.unit_id) == unit.id).with_for_update()
    return (await ctx.db.exec(stmt.order_by(col(UnitName.valid_from).desc()).limit(1))).one()
