"""Where a person stands in the roster: let in, asked to be updated, moved, gone, back, closed; and the level."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col, select

from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.operation import command
from bole.core.permissions import Permission
from bole.roster import rules
from bole.roster.career import of, show_career
from bole.roster.editing import check_catalogue, editable, hold, open_unit, touch
from bole.roster.events import LevelChanged, TalentClosed, TalentLeft, TalentMoved, TalentReturned
from bole.roster.models import Departure, Employment, IdentityDocument, LevelGrant, Talent
from bole.roster.rules import TALENT_FLOW, DepartureReason


@command(allow=Permission.ROSTER_WRITE)
async def admit(ctx: Context, *, talent_id: UUID) -> Talent:
    """候选人才入库。"""
    if ctx.actor.kind is ActorKind.EMPLOYER:
        raise rules.AdmittedByTheOffice()
    return await _step(ctx, talent_id, "admit")


@command(allow=Permission.ROSTER_WRITE)
async def ask_update(ctx: Context, *, talent_id: UUID) -> Talent:
    """标记资料待更新。"""
    return await _step(ctx, talent_id, "ask_update")


@command(allow=Permission.ROSTER_WRITE)
async def confirm(ctx: Context, *, talent_id: UUID) -> Talent:
    """确认资料已更新。"""
    return await _step(ctx, talent_id, "confirm")


async def _step(ctx: Context, talent_id: UUID, step: str) -> Talent:
    talent = await hold(ctx, talent_id)
    talent.status = TALENT_FLOW.after(talent.status, step)
    touch(ctx, talent, "status")
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def leave(
    ctx: Context,
    *,
    talent_id: UUID,
    left_on: date,
    reason: DepartureReason,
    told_to: str,
    told_on: date,
    destination: str | None = None,
    note: str | None = None,
) -> Talent:
    """登记离开。

    写明离开日期、原因、已向谁报告。现任职随之结束；联系安排、优才卡由系统依规收尾。
    """
    talent = await hold(ctx, talent_id)
    rules.check_past("离开日期", left_on, today=ctx.today, field="leftOn")
    rules.check_past("报告日期", told_on, today=ctx.today, field="toldOn")
    told = rules.filled("报告对象", told_to, field="toldTo")
    talent.status = TALENT_FLOW.after(talent.status, "leave")
    ctx.db.add(
        Departure(
            **of(talent),
            left_on=left_on,
            reason=reason,
            note=note,
            destination=destination,
            told_to=told,
            told_on=told_on,
        )
    )
    current = select(Employment).where(
        col(Employment.talent_id) == talent.id, col(Employment.ended_on).is_(None)
    )
    for work in await ctx.db.exec(current):
        # a post entered with a later start was never taken up: it ends on the day it would have begun
        work.ended_on = max(left_on, work.started_on or left_on)
        work.main, work.end_reason = False, reason.label
    await show_career(ctx, talent)
    touch(ctx, talent, "status")
    ctx.emit(TalentLeft(talent.id, left_on, reason.value))
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def come_back(ctx: Context, *, talent_id: UUID, returned_on: date) -> Talent:
    """离开的人才重新入库。"""
    talent = await hold(ctx, talent_id)
    rules.check_past("重新入库日期", returned_on, today=ctx.today, field="returnedOn")
    talent.status = TALENT_FLOW.after(talent.status, "come_back")
    last = (
        select(Departure)
        .where(col(Departure.talent_id) == talent.id, col(Departure.came_back_on).is_(None))
        .order_by(col(Departure.left_on).desc(), col(Departure.id).desc())
        .limit(1)
    )
    if gone := (await ctx.db.exec(last)).first():
        rules.check_span("重新入库日期", gone.left_on, returned_on, field="returnedOn")
        gone.came_back_on = returned_on
    touch(ctx, talent, "status")
    ctx.emit(TalentReturned(talent.id))
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def close(ctx: Context, *, talent_id: UUID, version: int, reason: str) -> Talent:
    """注销一条记录。

    用于误录或与他条合并。注销后不能恢复，证件号码可重新录入。
    """
    talent = await hold(ctx, talent_id, version)
    talent.closed_reason = rules.filled("注销原因", reason, field="reason")
    talent.status = TALENT_FLOW.after(talent.status, "close")
    held = select(IdentityDocument).where(
        col(IdentityDocument.talent_id) == talent.id, col(IdentityDocument.active)
    )
    for document in await ctx.db.exec(held):
        document.active = False
    touch(ctx, talent, "status")
    ctx.emit(TalentClosed(talent.id))
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def move(ctx: Context, *, talent_id: UUID, version: int, unit_id: UUID) -> Talent:
    """转到另一归口单位。

    学历、任职等全部资料随之转去；须对两个单位都有管理权限，否则请由市委人才办办理。
    """
    talent = editable(await hold(ctx, talent_id, version))
    unit, before = await open_unit(ctx, unit_id), talent.unit_id
    if unit.id == before:
        raise rules.SameUnit(unit=unit.name, field="unitId")
    talent.unit_id, talent.unit_path = unit.id, unit.path
    touch(ctx, talent, "unit_id")
    ctx.emit(TalentMoved(talent.id, before, unit.id))
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def grant_level(
    ctx: Context,
    *,
    talent_id: UUID,
    version: int,
    level: str | None,
    since: date,
    basis: str,
) -> Talent:
    """登记人才层次变动。

    自 since 起为新层次，此前的层次保留在历次层次中；level 为空即不再列入任何层次。
    """
    talent = editable(await hold(ctx, talent_id, version))
    rules.check_past("层次起始日", since, today=ctx.today, field="since")
    ground = rules.filled("依据", basis, field="basis")
    await check_catalogue(ctx, level, None)
    rules.check_level_change(talent.level, level, talent.level_since, since)
    await set_level(ctx, talent, level, since, basis=ground)
    return talent


async def set_level(
    ctx: Context, talent: Talent, level: str | None, since: date, *, basis: str, until: date | None = None
) -> None:
    """From `since` on the person, who is held, stands at `level` (None: at none), up to `until` if that is known.

    A level that would have begun on that very day never held: it leaves no trace but the audit's."""
    before = talent.level
    covers = or_(col(LevelGrant.valid_until).is_(None), col(LevelGrant.valid_until) >= since)
    standing = select(LevelGrant).where(col(LevelGrant.talent_id) == talent.id, covers)
    for held in (await ctx.db.exec(standing)).all():
        if held.valid_from >= since:
            await ctx.db.delete(held)
        else:
            held.valid_until = since - timedelta(days=1)
    await ctx.db.flush()  # only one may be open: this one is closed before the next begins
    if level is not None:
        ctx.db.add(LevelGrant(**of(talent), level=level, valid_from=since, valid_until=until, basis=basis))
    talent.level, talent.level_since = level, since if level is not None else None
    touch(ctx, talent, "level")
    if before != level:
        ctx.emit(LevelChanged(talent.id, before, level, since))
