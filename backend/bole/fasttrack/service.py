"""A case from opening to closing, and the lists in which cases are found."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select, and_, or_
from sqlmodel import col

from bole.catalogue.work_calendar import work_calendar
from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.pauses import PauseLedger
from bole.core.permissions import Permission
from bole.fasttrack import casework, rules
from bole.fasttrack.events import (
    CaseAccepted,
    CaseClosed,
    CaseMoved,
    CaseOpened,
    CaseStopped,
    SupportDeclined,
)
from bole.fasttrack.models import Countersign, DueMove, FastTrackCase, Measure
from bole.fasttrack.rules import CaseStatus, CountersignStatus, MeasureStatus, PartyRole
from bole.org.models import Unit
from bole.org.rules import UnitKind
from bole.roster.models import Talent

# -- lists ---------------------------------------------------------------------------------------------------


@query(allow=Permission.FASTTRACK_READ)
def cases(
    ask: Ask,
    *,
    status: CaseStatus | None = None,
    unit_id: UUID | None = None,
    level: str | None = None,
    number: str | None = None,
    due_before: date | None = None,
    open_only: bool = False,
    mine: bool = False,
) -> Select[FastTrackCase]:
    """一事一议案件清单。

    mine：只列等我单位（或我的岗位）办理的；dueBefore：应审定日在这一天之前且尚未审定的；openOnly：只列未了结的。
    """
    stmt = sa.select(FastTrackCase)
    if status is not None:
        stmt = stmt.where(col(FastTrackCase.status) == status)
    if unit_id is not None:
        stmt = stmt.where(col(FastTrackCase.unit_id) == unit_id)
    if level is not None:
        stmt = stmt.where(col(FastTrackCase.level) == level)
    if number is not None:
        stmt = stmt.where(col(FastTrackCase.number) == number)
    if due_before is not None:
        stmt = stmt.where(col(FastTrackCase.due_on) < due_before, col(FastTrackCase.settled_on).is_(None))
    if open_only:
        stmt = stmt.where(col(FastTrackCase.status).in_(rules.OPEN))
    if mine:
        stmt = stmt.where(_waits_for(ask))
    return stmt.order_by(col(FastTrackCase.opened_on).desc(), col(FastTrackCase.id).desc())


def _waits_for(ask: Ask) -> ColumnElement[bool]:
    """SQL: the next step is this actor's: their unit has the case, or owes a countersign or a measure."""
    owes_word = sa.select(col(Countersign.case_id)).where(
        col(Countersign.unit_id) == ask.unit_id, col(Countersign.status) == CountersignStatus.PENDING
    )
    owes_deed = sa.select(col(Measure.case_id)).where(
        col(Measure.unit_id) == ask.unit_id, col(Measure.status) == MeasureStatus.ASSIGNED
    )
    decides = and_(
        col(FastTrackCase.status) == CaseStatus.AWAITING_DECISION,
        col(FastTrackCase.decider_id) == ask.post_id,
    )
    holds = and_(
        col(FastTrackCase.holder_id) == ask.unit_id, col(FastTrackCase.status) != CaseStatus.AWAITING_DECISION
    )
    return or_(holds, decides, col(FastTrackCase.id).in_(owes_word), col(FastTrackCase.id).in_(owes_deed))


@query(allow=Permission.FASTTRACK_READ)
def case(ask: Ask, *, id: UUID) -> Select[FastTrackCase]:
    """一件一事一议案件。"""
    return sa.select(FastTrackCase).where(col(FastTrackCase.id) == id)


@query(allow=Permission.FASTTRACK_COUNTERSIGN)
def my_countersigns(ask: Ask, *, status: CountersignStatus | None = None) -> Select[Countersign]:
    """我单位的会签件，先到期的在前。"""
    stmt = sa.select(Countersign).where(col(Countersign.unit_id) == ask.unit_id)
    if status is not None:
        stmt = stmt.where(col(Countersign.status) == status)
    return stmt.order_by(col(Countersign.due_on), col(Countersign.id))


@query(allow=Permission.FASTTRACK_READ)
def my_measures(ask: Ask, *, status: MeasureStatus | None = None) -> Select[Measure]:
    """由我单位落实的措施，先到期的在前。"""
    stmt = sa.select(Measure).where(col(Measure.unit_id) == ask.unit_id)
    if status is not None:
        stmt = stmt.where(col(Measure.status) == status)
    return stmt.order_by(col(Measure.due_on), col(Measure.id))


@query(allow=Permission.FASTTRACK_READ)
def due_moves(ask: Ask, *, since: date | None = None) -> Select[DueMove]:
    """变动过的期限：原来哪天、现在哪天、为什么。"""
    stmt = sa.select(DueMove)
    if since is not None:
        stmt = stmt.where(col(DueMove.moved_on) >= since)
    return stmt.order_by(col(DueMove.moved_on).desc(), col(DueMove.id).desc())


# -- from opening to closing ---------------------------------------------------------------------------------


@command(allow=Permission.FASTTRACK_OPEN)
async def open_case(
    ctx: Context,
    *,
    level: str,
    candidate_name: str,
    request: str,
    lead_id: UUID,
    employer_id: UUID | None = None,
    talent_id: UUID | None = None,
    team: bool = False,
    secret: bool = True,
) -> FastTrackCase:
    """发起一件一事一议。

    level：拟引进层次；leadId：牵头办理的人才办；secret：限知，姓名与事由只有参办人员可见。编号在受理时给出。
    """
    if ctx.actor.unit_id is None:
        raise rules.NoUnitToOpenFor()
    await casework.terms_in_force(ctx, level)
    unit, lead = await ctx.get(Unit, ctx.actor.unit_id), await ctx.get(Unit, lead_id)
    if lead.kind is not UnitKind.TALENT_OFFICE:
        raise rules.NotATalentOffice(unit=lead.name, field="leadId")
    employer = await ctx.get(Unit, employer_id) if employer_id is not None else None
    if talent_id is not None:
        await ctx.get(Talent, talent_id)
    made = FastTrackCase(
        unit_path=unit.path,
        unit_id=unit.id,
        lead_id=lead.id,
        employer_id=employer_id,
        holder_id=lead.id,
        talent_id=talent_id,
        level=level,
        candidate_name=rules.told(candidate_name, "人选姓名", "candidateName", 60),
        request=rules.told(request, "事由与诉求", "request", 2000),
        team=team,
        secret=secret,
        opened_on=ctx.today,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    await casework.join(ctx, made, unit, PartyRole.INITIATOR)
    await casework.join(ctx, made, lead, PartyRole.LEAD)
    if employer is not None:
        await casework.join(ctx, made, employer, PartyRole.EMPLOYER)
    casework.note_step(ctx, made, "open", None)
    ctx.emit(CaseOpened(made.id, (lead.id,)))
    return made


@command(allow=Permission.FASTTRACK_LEAD)
async def accept(ctx: Context, *, case_id: UUID) -> FastTrackCase:
    """受理：给号、起算，时限按当日有效的规定冻结。"""
    case = await casework.led(ctx, case_id)
    await casework.take(ctx, case, "accept", holder=case.lead_id)
    terms, version = await casework.terms_in_force(ctx, case.level)
    reading = PauseLedger(ctx.today, terms.working_days).read(await work_calendar(ctx), ctx.today)
    case.number = await casework.next_number(ctx)
    case.accepted_on, case.due_on, case.due_provisional = ctx.today, reading.due, reading.provisional
    case.working_days, case.terms_version = terms.working_days, version
    case.terms = terms.model_dump(mode="json")
    ctx.emit(CaseAccepted(case.id, case.number, reading.due, (case.unit_id,)))
    return case


@command(allow=Permission.FASTTRACK_LEAD)
async def verify(ctx: Context, *, case_id: UUID, note: str) -> FastTrackCase:
    """核验通过：资格与硬性条件已核实，转入方案拟定。"""
    case = await casework.led(ctx, case_id)
    await casework.take(ctx, case, "verify", holder=case.lead_id, note=rules.told(note, "核验情况", "note"))
    ctx.emit(CaseMoved(case.id, "verify", (case.unit_id,)))
    return case


@command(allow=Permission.FASTTRACK_LEAD)
async def decline(ctx: Context, *, case_id: UUID, reason: str) -> FastTrackCase:
    """不予支持：不符合条件或论证未通过，写明理由。"""
    case = await casework.led(ctx, case_id)
    told = rules.told(reason, "不予支持的理由", "reason")
    await casework.take(ctx, case, "decline", holder=None, note=told)
    await casework.call_off(ctx, case)
    await casework.drop_measures(ctx, case, told)
    ctx.emit(SupportDeclined(case.id, (case.unit_id,)))
    return case


@command(allow=Permission.FASTTRACK_OPEN)
async def withdraw(ctx: Context, *, case_id: UUID, reason: str) -> FastTrackCase:
    """撤回：发起单位在审定之前撤回案件，编号保留。"""
    case = await ctx.lock(FastTrackCase, case_id)
    await casework.by_unit(ctx, case.unit_id)
    return await _end(ctx, case, "withdraw", reason)


@command(allow=Permission.FASTTRACK_LEAD)
async def stop(ctx: Context, *, case_id: UUID, reason: str) -> FastTrackCase:
    """中止：牵头单位终止案件，未落实的措施一并取消。"""
    return await _end(ctx, await casework.led(ctx, case_id), "stop", reason)


async def _end(ctx: Context, case: FastTrackCase, step: str, reason: str) -> FastTrackCase:
    told = rules.told(reason, "理由", "reason")
    await casework.take(ctx, case, step, holder=None, note=told)
    await casework.call_off(ctx, case)
    await casework.drop_measures(ctx, case, told)
    ctx.emit(CaseStopped(case.id, step, (case.unit_id, case.lead_id)))
    return case


@command(allow=Permission.FASTTRACK_LEAD)
async def close(ctx: Context, *, case_id: UUID, note: str | None = None) -> FastTrackCase:
    """结案：措施都已落实或取消。"""
    case = await casework.led(ctx, case_id)
    await casework.may(ctx, case, "close")
    rules.check_finished([m.status for m in await casework.measures_of(ctx, case)])
    await casework.take(ctx, case, "close", holder=None, note=note)
    ctx.emit(CaseClosed(case.id, (case.unit_id,)))
    return case
