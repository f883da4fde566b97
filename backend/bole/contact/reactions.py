"""What leaders' transfers, talents who leave, and new levels mean for contact. Each may be told twice."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.events import EntryPublished
from bole.catalogue.rules import NotOffered
from bole.contact import reports
from bole.contact.assignment_service import end, refresh_due
from bole.contact.cadence_rules import first_due
from bole.contact.catalogue import CODE, ContactCadence
from bole.contact.events import ContactRecorded
from bole.contact.handover_service import align
from bole.contact.models import ContactAssignment, ContactLog
from bole.contact.rules import LOG_FLOW, STANDING, LogStatus
from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.events import every, on
from bole.org.events import AppointmentEnded, PostFilled
from bole.org.models import Appointment
from bole.roster.events import LevelChanged, TalentClosed, TalentLeft


@on(AppointmentEnded)
async def a_leader_left(ctx: Context, fact: AppointmentEnded) -> None:
    """From the day after the last day their talents wait for the next; a day that lies ahead is left to it."""
    await align(ctx, post_id=fact.post_id)


@on(PostFilled)
async def a_leader_came(ctx: Context, fact: PostFilled) -> None:
    term = await ctx.find(Appointment, fact.appointment_id)
    await align(ctx, post_id=fact.post_id, person_id=term.person_id if term else None)


@on(TalentLeft)
async def a_talent_left(ctx: Context, fact: TalentLeft) -> None:
    await _end_all(ctx, fact.talent_id, reason="人才离开", last_day=fact.left_on)


@on(TalentClosed)
async def a_record_was_closed(ctx: Context, fact: TalentClosed) -> None:
    await _end_all(ctx, fact.talent_id, reason="名录记录注销", last_day=ctx.today)


async def _end_all(ctx: Context, talent_id: UUID, *, reason: str, last_day: date) -> None:
    standing = (
        select(ContactAssignment)
        .where(col(ContactAssignment.talent_id) == talent_id, col(ContactAssignment.status).in_(STANDING))
        .order_by(col(ContactAssignment.id))
        .with_for_update()
    )
    for assignment in (await ctx.db.exec(standing, execution_options={"populate_existing": True})).all():
        await end(ctx, assignment, reason=reason, last_day=min(last_day, ctx.today))
    planned = (
        select(ContactLog)
        .where(
            col(ContactLog.talent_id) == talent_id,
            col(ContactLog.status).in_((LogStatus.PLANNED, LogStatus.LAPSED)),
        )
        .order_by(col(ContactLog.id))
        .with_for_update()
    )
    for log in (await ctx.db.exec(planned, execution_options={"populate_existing": True})).all():
        log.status, log.cancel_reason = LOG_FLOW.after(log.status, "cancel"), reason
    await ctx.db.flush()


@on(LevelChanged)
async def a_level_changed(ctx: Context, fact: LevelChanged) -> None:
    await apply_cadence(ctx, talent_id=fact.talent_id)


@on(EntryPublished)
async def a_rule_was_published(ctx: Context, fact: EntryPublished) -> None:
    if fact.kind == "contact_cadence" and fact.from_day <= ctx.today:
        await apply_cadence(ctx)


@on(ContactRecorded)
async def a_contact_was_recorded(ctx: Context, fact: ContactRecorded) -> None:
    """A leader sees only their own assignment, so only the platform knows whether another is due earlier."""
    await refresh_due(ctx, [fact.talent_id])


@every("5 16 * * *", "contact.day_turns")
async def day_turns(services: Services) -> None:
    """00:05 in China: terms that ended or began with the day, plans that were missed, a cadence from today."""
    async with Work(services).write(PLATFORM) as ctx:
        await turn_day(ctx)


async def turn_day(ctx: Context) -> None:
    await align(ctx)
    await _lapse(ctx)
    await apply_cadence(ctx)


async def _lapse(ctx: Context) -> None:
    """A plan whose day passed without a record waits to be written up."""
    missed = (
        select(ContactLog)
        .where(col(ContactLog.status) == LogStatus.PLANNED, col(ContactLog.occurred_on) < ctx.today)
        .order_by(col(ContactLog.id))
        .with_for_update(skip_locked=True)
    )
    for log in (await ctx.db.exec(missed, execution_options={"populate_existing": True})).all():
        log.status = LOG_FLOW.after(log.status, "lapse")
    await ctx.db.flush()


async def apply_cadence(ctx: Context, *, talent_id: UUID | None = None) -> None:
    """Standing assignments follow the cadence in force for the level their talent has."""
    try:
        policy = await lookup.body(ctx, ContactCadence, CODE)
    except NotOffered:
        return  # a city that has decided nothing: what was arranged stays as it was
    levels = policy.levels
    given: dict[str, Any] = {
        "levels": [level.talent_level for level in levels],
        "months": [level.months for level in levels],
        "aligned": [level.aligned for level in levels],
        "first_due": [
            first_due(level.cadence, ctx.today, settle_days=policy.settle_days) for level in levels
        ],
        "talent_id": talent_id,
        "today": ctx.today,
    }
    changed = (await ctx.db.execute(reports.CADENCE_CHANGED, given)).scalars().all()
    if changed:
        await refresh_due(ctx, sorted(set(changed)))
