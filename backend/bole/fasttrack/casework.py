"""What every step of a case has in common: who may, the ledger of steps, the clock, who takes part."""

from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.rules import NotOffered
from bole.catalogue.work_calendar import work_calendar
from bole.core.actor import ActorKind
from bole.core.calendar import Pause, WorkCalendar
from bole.core.context import Context
from bole.core.pauses import PauseLedger, Reading
from bole.core.table import new_id
from bole.fasttrack import rules
from bole.fasttrack.catalogue import FastTrackTerm
from bole.fasttrack.events import DueDateMoved
from bole.fasttrack.models import (
    CaseNumber,
    CaseParty,
    CasePause,
    CaseStage,
    Countersign,
    DueMove,
    FastTrackCase,
    Measure,
    Recusal,
)
from bole.fasttrack.rules import CASE_FLOW, CountersignStatus, MeasureStatus, PartyRole
from bole.org.models import Post, Unit

NOT_HELD_UP = frozenset({"withdraw", "stop", "decline"})
"""Steps that a paused case may take: ending it needs no clock."""


async def led(ctx: Context, case_id: UUID) -> FastTrackCase:
    """The case, held, for those who lead it."""
    case = await ctx.lock(FastTrackCase, case_id)
    await by_unit(ctx, case.lead_id)
    return case


async def by_unit(ctx: Context, unit_id: UUID) -> None:
    """Refuses whoever does not act for this unit."""
    if ctx.actor.unit_id != unit_id and ctx.actor.kind is not ActorKind.SYSTEM:
        raise rules.NotYourCase(unit=(await ctx.get(Unit, unit_id)).name)


async def not_recused(ctx: Context, case: FastTrackCase) -> None:
    """Who keeps out of a case does nothing in it."""
    stmt = select(Post.name).join(Recusal, col(Recusal.deputy_id) == col(Post.id))
    stmt = stmt.where(col(Recusal.case_id) == case.id, col(Recusal.account_id) == ctx.actor.id)
    deputy = (await ctx.db.exec(stmt)).first()
    if deputy is not None:
        raise rules.Recused(deputy=deputy)


async def may(ctx: Context, case: FastTrackCase, step: str) -> None:
    """Refuses a step that the state does not allow, that a pause holds up, or by someone who keeps out."""
    chosen = CASE_FLOW.steps[step]
    CASE_FLOW.after(case.status, step)
    if step not in NOT_HELD_UP:
        rules.check_running(await clock_of(ctx, case), chosen.label)
    await not_recused(ctx, case)


async def take(
    ctx: Context, case: FastTrackCase, step: str, *, holder: UUID | None, note: str | None = None
) -> None:
    """Moves the case by one step and writes the step down."""
    await may(ctx, case, step)
    before = case.status
    case.status = CASE_FLOW.after(case.status, step)
    if before in rules.BEFORE_DECISION and case.status not in rules.BEFORE_DECISION:
        await _settle(ctx, case)
    case.holder_id = holder
    note_step(ctx, case, step, rules.noted(note, most=2000))


def note_step(ctx: Context, case: FastTrackCase, step: str, note: str | None) -> None:
    """One more line in the ledger of steps."""
    case.last_step += 1
    ctx.db.add(
        CaseStage(
            unit_path=case.unit_path,
            case_id=case.id,
            seq=case.last_step,
            step=step,
            status=case.status,
            unit_id=ctx.actor.unit_id,
            holder_id=case.holder_id,
            account_id=ctx.actor.id,
            account_name=ctx.actor.name,
            taken_on=ctx.today,
            taken_at=ctx.now,
            note=note,
        )
    )


async def _settle(ctx: Context, case: FastTrackCase) -> None:
    """The clock stops for good: what it shows now is what was used."""
    case.settled_on = ctx.today
    if (still := await open_pause(ctx, case)) is not None:
        still.resumed_on, still.resumed_by, still.resumed_name = ctx.today, ctx.actor.id, ctx.actor.name
        await ctx.db.flush()
        await recount(ctx, case, "暂停因办结而终止")


async def next_number(ctx: Context) -> str:
    """The next number of this year. The row stays locked to the commit: no gap, no twin."""
    stmt = (
        insert(CaseNumber)
        .values(id=new_id(), year=ctx.today.year, last=1)
        .on_conflict_do_update(index_elements=["year"], set_={"last": col(CaseNumber.last) + 1})
        .returning(col(CaseNumber.last))
    )
    return rules.case_number(ctx.today.year, (await ctx.db.exec(stmt)).scalar_one())


async def terms_in_force(ctx: Context, level: str) -> tuple[FastTrackTerm, int]:
    """The terms for this level today, and which version they are."""
    try:
        entry = await lookup.entry(ctx, "fasttrack_term", level)
    except NotOffered:
        raise rules.LevelNotFastTracked(level=level, field="level") from None
    return FastTrackTerm.model_validate(entry.body), entry.number


def terms_of(case: FastTrackCase) -> FastTrackTerm:
    """The terms frozen when the case was accepted; an older shape is read by today's (new fields default)."""
    return FastTrackTerm.model_validate(case.terms)


async def last_taken(ctx: Context, case: FastTrackCase, steps: tuple[str, ...]) -> int:
    """At which place in the ledger one of these steps was last taken; 0 if never."""
    stmt = select(func.coalesce(func.max(col(CaseStage.seq)), 0))
    stmt = stmt.where(col(CaseStage.case_id) == case.id, col(CaseStage.step).in_(steps))
    return (await ctx.db.exec(stmt)).one()


# -- the clock -----------------------------------------------------------------------------------------------


async def pauses_of(ctx: Context, case: FastTrackCase) -> list[CasePause]:
    # flushed order: two pauses on one day are told apart by their ids, which are in time's order
    stmt = select(CasePause).where(col(CasePause.case_id) == case.id)
    return list((await ctx.db.exec(stmt.order_by(col(CasePause.paused_on), col(CasePause.id)))).all())


async def open_pause(ctx: Context, case: FastTrackCase) -> CasePause | None:
    return next((p for p in await pauses_of(ctx, case) if p.resumed_on is None), None)


async def clock_of(ctx: Context, case: FastTrackCase) -> PauseLedger | None:
    """The case's clock, or None before it was accepted."""
    if case.accepted_on is None or case.working_days is None:
        return None
    told = tuple(
        Pause(p.paused_on, p.resumed_on, p.reason, p.expected_end) for p in await pauses_of(ctx, case)
    )
    return PauseLedger(case.accepted_on, case.working_days, told)


async def recount(ctx: Context, case: FastTrackCase, cause: str, *, tell: bool = True) -> list[DueMove]:
    """Computes the due dates anew, the case's and its open countersigns', and tells which moved and why.

    `tell=False`: an estimate that slides from day to day is kept right, and written down only once.
    """
    moves: list[DueMove | None] = []
    for asked, reading in await readings(ctx, case, await work_calendar(ctx)):
        moves.append(_moved(ctx, case, asked, reading.due, cause))
        if asked is not None:
            asked.due_on, asked.due_provisional = reading.due, reading.provisional
        else:
            case.due_on, case.due_provisional = reading.due, reading.provisional
            case.due_estimated = reading.estimated and case.settled_on is None
    if not tell:
        return []
    told = [m for m in moves if m is not None]
    for move in told:
        ctx.db.add(move)
        ctx.emit(await _news(ctx, case, move))
    return told


async def readings(
    ctx: Context, case: FastTrackCase, calendar: WorkCalendar
) -> list[tuple[Countersign | None, Reading]]:
    """What a calendar makes of the case's clock, and of the clock of each open countersign."""
    clock = await clock_of(ctx, case)
    if clock is None or case.due_on is None:
        return []
    until = case.settled_on or ctx.today
    found: list[tuple[Countersign | None, Reading]] = [(None, clock.read(calendar, until))]
    for asked in await waiting(ctx, case):
        own = rules.clock_from(asked.asked_on, asked.working_days, clock.pauses)
        found.append((asked, own.read(calendar, until)))
    return found


def _moved(
    ctx: Context, case: FastTrackCase, asked: Countersign | None, new: date, cause: str
) -> DueMove | None:
    """The line in the ledger of moved dates, if this one moves."""
    old = asked.due_on if asked is not None else case.due_on
    if old is None or old == new:
        return None
    return DueMove(
        unit_path=case.unit_path,
        case_id=case.id,
        countersign_id=asked.id if asked is not None else None,
        old_due=old,
        new_due=new,
        cause=cause,
        moved_on=ctx.today,
    )


async def _news(ctx: Context, case: FastTrackCase, move: DueMove) -> DueDateMoved:
    units: tuple[UUID, ...] = (case.unit_id, case.lead_id)
    if move.countersign_id is not None:
        units = ((await ctx.get(Countersign, move.countersign_id)).unit_id,)
    return DueDateMoved(case.id, move.countersign_id, move.old_due, move.new_due, move.cause, units)


async def recount_open(ctx: Context, cause: str) -> list[DueMove]:
    """Computes every running clock anew; what moved, from when to when."""
    stmt = select(FastTrackCase.id).where(col(FastTrackCase.status).in_(rules.ON_THE_CLOCK))
    moves: list[DueMove] = []
    for case_id in (await ctx.db.exec(stmt.order_by(col(FastTrackCase.id)))).all():
        moves += await recount(ctx, await ctx.lock(FastTrackCase, case_id), cause)
    return moves


async def recount_overrun(ctx: Context) -> None:
    """Pauses that outlast their expected end: the estimate slides on with today, the news of it is told once."""
    stmt = select(CasePause).where(
        col(CasePause.resumed_on).is_(None), col(CasePause.expected_end) < ctx.today
    )
    for pause in (await ctx.db.exec(stmt.order_by(col(CasePause.case_id)))).all():
        case = await ctx.lock(FastTrackCase, pause.case_id)
        cause = f"暂停已过预计恢复日 {pause.expected_end}，尚未恢复"
        known = select(DueMove.id).where(col(DueMove.case_id) == case.id, col(DueMove.cause) == cause)
        await recount(ctx, case, cause, tell=(await ctx.db.exec(known)).first() is None)


# -- who takes part ------------------------------------------------------------------------------------------


async def join(
    ctx: Context, case: FastTrackCase, unit: Unit, role: PartyRole, post_id: UUID | None = None
) -> None:
    """Lets a unit, or one post, see the case from now on. Joining twice is joining once."""
    stmt = select(func.count()).select_from(CaseParty)
    stmt = stmt.where(
        col(CaseParty.case_id) == case.id,
        col(CaseParty.unit_id) == unit.id,
        col(CaseParty.role) == role,
        col(CaseParty.post_id).is_not_distinct_from(post_id),
    )
    if (await ctx.db.exec(stmt)).one():
        return
    lead = await ctx.get(Unit, case.lead_id)
    ctx.db.add(
        CaseParty(
            unit_path=unit.path,
            case_id=case.id,
            unit_id=unit.id,
            post_id=post_id,
            role=role,
            case_path=case.unit_path,
            lead_path=lead.path,
            joined_on=ctx.today,
        )
    )


async def waiting(ctx: Context, case: FastTrackCase) -> list[Countersign]:
    """Countersigns still to be answered, in a fixed order."""
    return [c for c in await live_countersigns(ctx, case) if c.status is CountersignStatus.PENDING]


async def live_countersigns(ctx: Context, case: FastTrackCase) -> list[Countersign]:
    """The latest countersign of each department: asked or answered."""
    live = (CountersignStatus.PENDING, CountersignStatus.ANSWERED)
    stmt = select(Countersign).where(col(Countersign.case_id) == case.id, col(Countersign.status).in_(live))
    return list((await ctx.db.exec(stmt.order_by(col(Countersign.id)))).all())


async def call_off(ctx: Context, case: FastTrackCase) -> None:
    """Withdraws what was asked and is not answered."""
    for asked in await waiting(ctx, case):
        asked.status = rules.COUNTERSIGN_FLOW.after(asked.status, "call_off")


async def names_of(ctx: Context, ids: list[UUID]) -> dict[UUID, str]:
    stmt = select(Unit.id, Unit.short_name).where(col(Unit.id).in_(ids))
    return dict((await ctx.db.exec(stmt)).all())


# -- the plan ------------------------------------------------------------------------------------------------


async def measures_of(ctx: Context, case: FastTrackCase) -> list[Measure]:
    stmt = select(Measure).where(col(Measure.case_id) == case.id).order_by(col(Measure.ordinal))
    return list((await ctx.db.exec(stmt)).all())


async def drop_measures(ctx: Context, case: FastTrackCase, reason: str) -> None:
    """What is not kept yet will not be: the case ends."""
    for measure in await measures_of(ctx, case):
        if measure.status not in (MeasureStatus.DONE, MeasureStatus.DROPPED):
            measure.status = rules.MEASURE_FLOW.after(measure.status, "drop")
            measure.result = reason
