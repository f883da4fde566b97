"""问需: a need is raised, routed, handled, and done when the talent says so."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col

from bole.catalogue import lookup
from bole.catalogue.work_calendar import work_calendar
from bole.contact import asked_rules, rules
from bole.contact.catalogue import CODE, ContactCadence
from bole.contact.events import NeedFinished, NeedRaised, NeedReturned, NeedRouted, NeedSettled
from bole.contact.models import Need
from bole.contact.rules import NEED_FLOW, NeedStatus
from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.errors import InvalidInput
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.org.rules import UnitClosed, holds_on
from bole.roster.models import Talent
from bole.roster.search import within

# Queries ------------------------------------------------------------------------------------------


@query(allow=Permission.CONTACT_READ)
def needs(
    ask: Ask,
    *,
    status: NeedStatus | None = None,
    kind: str | None = None,
    unit_id: UUID | None = None,
    handler_unit_id: UUID | None = None,
    overdue_on: date | None = None,
) -> Select[Need]:
    """人才需求。"""
    stmt = sa.select(Need)
    if status is not None:
        stmt = stmt.where(col(Need.status) == status)
    if kind is not None:
        stmt = stmt.where(col(Need.kind) == kind)
    if unit_id is not None:
        stmt = stmt.where(within(col(Need.unit_path), unit_id))
    if handler_unit_id is not None:
        stmt = stmt.where(col(Need.handler_unit_id) == handler_unit_id)
    if overdue_on is not None:
        stmt = stmt.where(col(Need.due_on) < overdue_on, col(Need.status).in_(rules.NEED_RUNNING))
    return stmt.order_by(col(Need.raised_on).desc(), col(Need.id).desc())


@query(allow=Permission.CONTACT_READ)
def need(ask: Ask, *, id: UUID) -> Select[Need]:
    """一项需求。"""
    return sa.select(Need).where(col(Need.id) == id)


@query(allow=Permission.SELF_READ)
def my_needs(ask: Ask) -> Select[Need]:
    """我的需求。"""
    stmt = sa.select(Need).where(col(Need.talent_id) == ask.self_id)
    return stmt.order_by(col(Need.raised_on).desc(), col(Need.id).desc())


# Commands -----------------------------------------------------------------------------------------


@command(allow=Permission.NEED_RAISE)
async def raise_need(
    ctx: Context, *, content: str, kind: str | None = None, talent_id: UUID | None = None
) -> Need:
    """提出需求。

    人才本人提出；联系领导、联络员或窗口也可代为登记，此时须写明是哪位人才。
    """
    chosen = ctx.actor.self_id if ctx.actor.kind is ActorKind.TALENT else talent_id
    if chosen is None:
        raise InvalidInput(reason="请选择人才", field="talentId")
    policy = await lookup.body(ctx, ContactCadence, CODE)
    chosen_kind = kind or policy.default_need_kind
    rules.check_need_kind(chosen_kind, policy.kind_names)
    rules.check_need(content)
    talent = await ctx.get(Talent, chosen)
    need = Need(
        unit_path=talent.unit_path,
        talent_id=talent.id,
        talent_name=talent.name,
        kind=chosen_kind,
        content=content.strip(),
        raised_on=ctx.today,
    )
    ctx.db.add(need)
    await ctx.db.flush()
    ctx.emit(NeedRaised(need.id, talent.id, chosen_kind))
    return need


@command(allow=Permission.NEED_HANDLE)
async def route_need(ctx: Context, *, need_id: UUID, handler_unit_id: UUID) -> Need:
    """分办需求。

    办理期限按需求类别规定的工作日自分办次日起算。退回的需求由此重新分办，期限重新计算。
    """
    need = await ctx.lock(Need, need_id)
    _check_home(ctx, need)
    unit = await ctx.get(Unit, handler_unit_id)
    if not holds_on(unit.valid_from, unit.valid_until, ctx.today):
        raise UnitClosed(unit=unit.name, until=unit.valid_until or unit.valid_from)
    policy = await lookup.body(ctx, ContactCadence, CODE)
    days = await work_calendar(ctx)
    need.status = NEED_FLOW.after(need.status, "route")
    need.handler_unit_id, need.handler_path = unit.id, unit.path
    need.routed_on = ctx.today
    need.due_on = days.add_working_days(ctx.today, policy.working_days(need.kind))
    need.finished_on = None
    await ctx.db.flush()
    ctx.emit(NeedRouted(need.id, need.talent_id, unit.id, need.due_on))
    return need


@command(allow=Permission.NEED_HANDLE)
async def accept_need(ctx: Context, *, need_id: UUID) -> Need:
    """受理分办的需求。"""
    need = await _handled(ctx, need_id, "accept")
    await ctx.db.flush()
    return need


@command(allow=Permission.NEED_HANDLE)
async def decline_need(ctx: Context, *, need_id: UUID, reason: str) -> Need:
    """退回分办的需求。

    不属本单位职责的，写明理由退回，由人才办重新分办。
    """
    need = await _handled(ctx, need_id, "decline")
    need.return_reason = asked_rules.required(reason, field="reason")
    await ctx.db.flush()
    ctx.emit(NeedReturned(need.id, need.talent_id, need.return_reason))
    return need


@command(allow=Permission.NEED_HANDLE)
async def finish_need(ctx: Context, *, need_id: UUID, result: str) -> Need:
    """报办结。

    写明办理结果；本人确认后才算办结。
    """
    need = await _handled(ctx, need_id, "finish")
    need.result = asked_rules.required(result, field="result")
    need.finished_on = ctx.today
    await ctx.db.flush()
    ctx.emit(NeedFinished(need.id, need.talent_id))
    return need


@command(allow=Permission.NEED_RAISE)
async def confirm_need(ctx: Context, *, need_id: UUID) -> Need:
    """确认办结。"""
    need = await ctx.lock(Need, need_id)
    need.status = NEED_FLOW.after(need.status, "confirm")
    _check_home(ctx, need)
    need.settled_on = ctx.today
    await ctx.db.flush()
    ctx.emit(NeedSettled(need.id, need.talent_id))
    return need


@command(allow=Permission.NEED_RAISE)
async def send_back_need(ctx: Context, *, need_id: UUID, reason: str) -> Need:
    """不满意，退回重办。"""
    need = await ctx.lock(Need, need_id)
    need.status = NEED_FLOW.after(need.status, "send_back")
    _check_home(ctx, need)
    need.return_reason = asked_rules.required(reason, field="reason")
    need.returns += 1
    await ctx.db.flush()
    ctx.emit(NeedReturned(need.id, need.talent_id, need.return_reason))
    return need


async def _handled(ctx: Context, need_id: UUID, step: str) -> Need:
    """A step of the unit that the need was routed to. Who merely sees it does not take it."""
    need = await ctx.lock(Need, need_id)
    after = NEED_FLOW.after(need.status, step)
    if need.handler_path is None or not ctx.actor.lo <= need.handler_path < ctx.actor.hi:
        unit = await ctx.find(Unit, need.handler_unit_id) if need.handler_unit_id else None
        raise rules.NotTheHandler(unit=unit.name if unit else "尚未分办")
    need.status = after
    return need


def _check_home(ctx: Context, need: Need) -> None:
    """The talent, their leader, or the office of the place they belong to; not the unit that handled it."""
    staff = ctx.actor.kind.governs
    if staff and not ctx.actor.lo <= need.unit_path < ctx.actor.hi:
        raise rules.NotForTheHandler()
