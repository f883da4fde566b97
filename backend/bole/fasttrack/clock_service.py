"""The clock of a case: paused, resumed, read, and computed anew when the calendar changes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue.calendar_service import calendar_under, notice_of
from bole.catalogue.days import Holiday
from bole.catalogue.work_calendar import work_calendar
from bole.core.actor import PLATFORM
from bole.core.calendar import CONVENTION, DayStatus, WorkCalendar
from bole.core.context import Context, Work
from bole.core.operation import command, query
from bole.core.permissions import Permission
from bole.fasttrack import casework, rules
from bole.fasttrack.events import CasePaused, CaseResumed
from bole.fasttrack.models import CasePause, FastTrackCase
from bole.org.models import Unit


@dataclass(frozen=True)
class CaseClock:
    """What a case's clock shows today, and how its due date came about."""

    case_id: UUID
    accepted_on: date
    working_days: int
    due_on: date
    used_days: int
    remaining_days: int
    overdue_days: int
    paused_days: int
    paused: bool
    estimated: bool
    provisional: bool
    summary: str
    provisional_words: str | None
    convention: str = CONVENTION


@query(allow=Permission.FASTTRACK_READ)
async def clock(ctx: Context, *, case_id: UUID) -> CaseClock:
    """案件的计时：已用、剩余、暂停，以及应审定日怎样算出。逐日说明见案件的 clockDays。"""
    case = await ctx.get(FastTrackCase, case_id)
    ledger = await casework.clock_of(ctx, case)
    if ledger is None:
        raise rules.NotYetAccepted()
    days = await work_calendar(ctx)
    until = case.settled_on or ctx.today
    reading, told = ledger.read(days, until), ledger.explain(days, until)
    return CaseClock(
        case_id=case.id,
        accepted_on=ledger.started_on,
        working_days=ledger.budget,
        due_on=reading.due,
        used_days=reading.used,
        remaining_days=reading.remaining,
        overdue_days=reading.overdue_by,
        paused_days=reading.paused_days,
        paused=reading.paused,
        estimated=reading.estimated,
        provisional=reading.provisional,
        summary=told.summary,
        provisional_words=told.provisional_words,
    )


@dataclass(frozen=True)
class WouldMove:
    """A deadline that a calendar not yet published would move."""

    case_id: UUID
    number: str | None
    countersigned_by: str | None
    old_due: date
    new_due: date


@query(allow=Permission.FASTTRACK_READ)
async def would_move(
    ctx: Context, *, year: int, holidays: list[Holiday], status: DayStatus = DayStatus.OFFICIAL
) -> list[WouldMove]:
    """试算：按这份放假安排发布工作日历，哪些未办结事项的期限会变动。只试算，不发布。"""
    return await _moves(ctx, await calendar_under(ctx, notice_of(year, "试算", holidays, status)))


@dataclass(frozen=True)
class WouldMoveCount:
    """How much a calendar would move in the whole city, and not of whom."""

    cases: int
    deadlines: int


@query(allow=Permission.CATALOGUE_PUBLISH)
async def would_move_count(
    ctx: Context, *, year: int, holidays: list[Holiday], status: DayStatus = DayStatus.OFFICIAL
) -> WouldMoveCount:
    """试算：按这份放假安排发布，全市会变动多少个期限。

    只有件数，不含案号；发布工作日历的人不一定看得到案件，但应知道发布的后果。
    """
    calendar = await calendar_under(ctx, notice_of(year, "试算", holidays, status))
    async with Work(ctx.services).read(PLATFORM) as everywhere:
        moves = await _moves(everywhere, calendar)
    return WouldMoveCount(len({m.case_id for m in moves}), len(moves))


async def _moves(ctx: Context, calendar: WorkCalendar) -> list[WouldMove]:
    found: list[WouldMove] = []
    running = select(FastTrackCase).where(col(FastTrackCase.status).in_(rules.ON_THE_CLOCK))
    for case in (await ctx.db.exec(running)).all():
        for asked, reading in await casework.readings(ctx, case, calendar):
            old = case.due_on if asked is None else asked.due_on
            if old is not None and old != reading.due:
                by = None if asked is None else (await ctx.get(Unit, asked.unit_id)).short_name
                found.append(WouldMove(case.id, case.number, by, old, reading.due))
    return sorted(found, key=lambda move: (move.old_due, move.case_id))


@command(allow=Permission.FASTTRACK_LEAD)
async def pause(ctx: Context, *, case_id: UUID, reason: str, expected_end: date) -> FastTrackCase:
    """暂停计时，写明理由和预计恢复日。当日仍计入，次日起不计；各部门会签期限一并顺延。"""
    case = await casework.led(ctx, case_id)
    rules.check_pause(case.status, today=ctx.today, expected_end=expected_end)
    rules.check_running(await casework.clock_of(ctx, case), "暂停")
    await casework.not_recused(ctx, case)
    told = rules.told(reason, "暂停理由", "reason")
    ctx.db.add(
        CasePause(
            unit_path=case.unit_path,
            case_id=case.id,
            paused_on=ctx.today,
            reason=told,
            expected_end=expected_end,
            paused_by=ctx.actor.id,
            paused_name=ctx.actor.name,
        )
    )
    await ctx.db.flush()
    casework.note_step(ctx, case, "pause", told)
    await casework.recount(ctx, case, f"暂停：{told}（预计 {expected_end} 恢复）")
    ctx.emit(CasePaused(case.id, ctx.today, expected_end, (case.unit_id,)))
    return case


@command(allow=Permission.FASTTRACK_LEAD)
async def resume(ctx: Context, *, case_id: UUID, note: str | None = None) -> FastTrackCase:
    """恢复计时。恢复当日不计，次日起接着计算剩余的工作日。"""
    case = await casework.led(ctx, case_id)
    still = await casework.open_pause(ctx, case)
    if still is None or case.due_on is None:
        raise rules.CaseNotPaused()
    await casework.not_recused(ctx, case)
    still.resumed_on, still.resumed_by, still.resumed_name = ctx.today, ctx.actor.id, ctx.actor.name
    await ctx.db.flush()
    casework.note_step(ctx, case, "resume", rules.noted(note))
    await casework.recount(
        ctx, case, f"恢复：{still.paused_on} 起的暂停于 {ctx.today} 结束（{still.reason}）"
    )
    ctx.emit(CaseResumed(case.id, ctx.today, case.due_on, (case.unit_id, case.lead_id)))
    return case
