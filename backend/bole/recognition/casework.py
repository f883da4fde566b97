"""What every step of an application has in common: who may, the ledger of steps, the clock, who takes part."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.catalogue import Level
from bole.catalogue.models import Entry
from bole.catalogue.rules import NotOffered
from bole.catalogue.work_calendar import work_calendar
from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.pauses import PauseLedger
from bole.org.models import Unit, holds
from bole.org.rules import UnitKind
from bole.recognition import rules
from bole.recognition.catalogue import DIRECTORY, RULE, Directory, DirectoryCriterion, RecognitionRule
from bole.recognition.events import ApplicationDueMoved, ApplicationMoved
from bole.recognition.flow_rules import (
    APPLICATION_FLOW,
    RUNNING,
    JointReviewStatus,
    RecognitionRole,
    RecognitionRoute,
)
from bole.recognition.models import (
    ApplicationParty,
    ApplicationStage,
    JointReview,
    PublicNotice,
    RecognitionApplication,
)
from bole.roster.models import Employment, Talent

# -- who may -------------------------------------------------------------------------------------------------


async def by_unit(ctx: Context, unit_id: UUID | None) -> None:
    """Refuses whoever does not act for this unit."""
    if ctx.actor.kind is ActorKind.SYSTEM or (unit_id is not None and ctx.actor.unit_id == unit_id):
        return
    named = await ctx.find(Unit, unit_id) if unit_id is not None else None
    raise rules.NotYourApplication(unit=named.short_name if named else "另一单位")


async def led(ctx: Context, application_id: UUID) -> RecognitionApplication:
    """The application, held, for the office that leads it."""
    application = await ctx.lock(RecognitionApplication, application_id)
    await by_unit(ctx, application.lead_id)
    return application


async def drafted(ctx: Context, application_id: UUID) -> RecognitionApplication:
    """The application, held, for whoever drafts it: the person, the unit that applies, or for an exemption
    the employer that confirms it."""
    application = await ctx.lock(RecognitionApplication, application_id)
    mine(ctx, application)
    return application


def mine(ctx: Context, application: RecognitionApplication) -> None:
    """Refuses whoever does not draft this: a person's own is theirs alone, a unit's is the unit's."""
    actor, route = ctx.actor, application.route
    exempt = route is RecognitionRoute.EXEMPT
    person = actor.kind is ActorKind.TALENT and actor.self_id == application.talent_id
    unit = application.employer_id if exempt else application.unit_id
    if person and (exempt or route is RecognitionRoute.SELF):
        return
    if (unit is not None and actor.unit_id == unit) or actor.kind is ActorKind.SYSTEM:
        return
    raise rules.NotYourDraft()


def may(application: RecognitionApplication, step: str) -> None:
    """Refuses a step that the state does not allow, before anything else is asked."""
    APPLICATION_FLOW.after(application.status, step)


# -- steps ---------------------------------------------------------------------------------------------------


async def take(
    ctx: Context,
    application: RecognitionApplication,
    step: str,
    *,
    holder: UUID | None = None,
    days: int | None = None,
    note: str | None = None,
    inside: bool = False,
    tell: tuple[UUID, ...] | None = None,
) -> None:
    """Moves the application by one step, starts the clock of the next stage, writes the step down and tells it.

    `inside`: the words are for the reviewers only; `tell`: which units hear of it (the next holder, if not said)."""
    application.status = APPLICATION_FLOW.after(application.status, step)
    application.holder_id = holder
    await start_clock(ctx, application, days)
    if application.status not in RUNNING:
        application.ended_on = ctx.today
    application.last_step += 1
    ctx.db.add(
        ApplicationStage(
            unit_path=application.unit_path,
            application_id=application.id,
            talent_id=application.talent_id,
            seq=application.last_step,
            step=step,
            status=application.status,
            unit_id=ctx.actor.unit_id,
            holder_id=holder,
            account_id=ctx.actor.id,
            account_name=ctx.actor.name,
            taken_on=ctx.today,
            taken_at=ctx.now,
            note=rules.noted(note),
            inside=inside,
        )
    )
    units = tell if tell is not None else ((holder,) if holder is not None else ())
    ctx.emit(ApplicationMoved(application.id, application.talent_id, application.last_step, step, units))


async def start_clock(ctx: Context, application: RecognitionApplication, days: int | None) -> None:
    """So many working days from today for the stage that begins; none where nobody is waited for."""
    if days is None:
        application.due_from = application.due_days = application.due_on = None
        application.due_provisional = False
        return
    reading = PauseLedger(ctx.today, days).read(await work_calendar(ctx), ctx.today)
    application.due_from, application.due_days = ctx.today, days
    application.due_on, application.due_provisional = reading.due, reading.provisional


async def recount_open(ctx: Context, cause: str) -> None:
    """A year's calendar stands: every running clock, open review and notice is computed anew, and what moved is
    told. Dates are computed, not shifted: told twice, nothing moves the second time."""
    calendar = await work_calendar(ctx)
    running = select(RecognitionApplication).where(col(RecognitionApplication.due_on).is_not(None))
    for application in (await ctx.db.exec(running.with_for_update())).all():
        if application.due_from is None or application.due_days is None or application.due_on is None:
            continue
        reading = PauseLedger(application.due_from, application.due_days).read(calendar, ctx.today)
        application.due_provisional = reading.provisional
        if reading.due != application.due_on:
            units = (application.holder_id or application.lead_id,)
            ctx.emit(
                ApplicationDueMoved(application.id, "stage", application.due_on, reading.due, cause, units)
            )
            application.due_on = reading.due
    asked = select(JointReview).where(col(JointReview.status) == JointReviewStatus.PENDING)
    for review in (await ctx.db.exec(asked.with_for_update())).all():
        reading = PauseLedger(review.asked_on, review.working_days).read(calendar, ctx.today)
        review.due_provisional = reading.provisional
        if reading.due != review.due_on:
            moved = ApplicationDueMoved(
                review.application_id, "review", review.due_on, reading.due, cause, (review.unit_id,)
            )
            ctx.emit(moved)
            review.due_on = reading.due
    notices = select(PublicNotice).where(col(PublicNotice.ends_on) >= ctx.today, ~col(PublicNotice.withdrawn))
    for notice in (await ctx.db.exec(notices.with_for_update())).all():
        # a notice that runs is never cut short of what was announced
        ends_on = max(notice.ends_on, calendar.add_working_days(notice.starts_on, notice.working_days))
        notice.provisional = calendar.provisional_between(notice.starts_on, ends_on)
        notice.ends_on = ends_on


# -- the directory and the rules -----------------------------------------------------------------------------


async def directory_in_force(ctx: Context, on: date | None = None) -> Entry:
    try:
        return await lookup.entry(ctx, "talent_directory", DIRECTORY, on)
    except NotOffered:
        raise rules.NoDirectory(day=(on or ctx.today).isoformat()) from None


async def directory_of(ctx: Context, application: RecognitionApplication) -> Directory:
    """The version that judges this application, in force or not."""
    return Directory.model_validate((await ctx.get(Entry, application.directory_id)).body)


async def rule_in_force(ctx: Context) -> tuple[RecognitionRule, int]:
    try:
        entry = await lookup.entry(ctx, "recognition_rule", RULE)
    except NotOffered:
        raise rules.NoRule(day=ctx.today.isoformat()) from None
    return RecognitionRule.model_validate(entry.body), entry.number


async def rule_of(ctx: Context, application: RecognitionApplication) -> RecognitionRule:
    """The rules as they stood on submission; of a draft those of today."""
    if application.terms is not None:
        return RecognitionRule.model_validate(application.terms)
    return (await rule_in_force(ctx))[0]


def criterion_in(directory: Directory, number: int, code: str, talent_type: str) -> DirectoryCriterion:
    found = directory.criterion(code)
    if found is None:
        raise rules.UnknownCriterion(number=number, criterion=code, field="criterion")
    if found.talent_type is not None and found.talent_type != talent_type:
        raise rules.WrongType(expected=found.talent_type, talent_type=talent_type, field="talentType")
    return found


async def ranks(ctx: Context, on: date | None = None) -> dict[str, int]:
    """Levels by code: one is the highest."""
    return {code: level.ordinal for code, level in (await lookup.bodies(ctx, Level, on)).items()}


async def name_of(ctx: Context, kind: str, code: str) -> str:
    """What the catalogue calls this code today; the code where it no longer stands there."""
    named = select(Entry.name).where(lookup.in_force(kind, ctx.today, code))
    return (await ctx.db.exec(named)).first() or code


# -- who takes part ------------------------------------------------------------------------------------------


async def office_over(ctx: Context, path: int, *, city: bool = False) -> Unit:
    """The talent office that is nearest above a unit, or the city's."""
    above = aliased(Unit)
    depth = col(above.depth)
    stmt = (
        select(Unit)
        .join(above, col(Unit.parent_id) == col(above.id))
        .where(
            col(Unit.kind) == UnitKind.TALENT_OFFICE,
            col(above.path) <= path,
            col(above.path_end) > path,
            holds(Unit, ctx.today),
        )
        .order_by(depth if city else depth.desc(), col(Unit.ordinal))
        .limit(1)
    )
    found = (await ctx.db.exec(stmt)).first()
    if found is None:
        raise rules.NoOffice()
    return found


def their_employers(talent_id: UUID) -> "sa.Select[Unit]":
    """SQL: units of ours that employ this person today, the main one first; and the unit that keeps the record, if
    that is an employer."""
    work = (
        sa.select(
            col(Employment.employer_unit_id).label("unit_id"),
            sa.func.bool_or(col(Employment.main)).label("main"),
        )
        .where(
            col(Employment.talent_id) == talent_id,
            col(Employment.ended_on).is_(None),
            col(Employment.employer_unit_id).is_not(None),
        )
        .group_by(col(Employment.employer_unit_id))
        .subquery("work")
    )
    kept_by = sa.select(col(Talent.unit_id)).where(col(Talent.id) == talent_id).scalar_subquery()
    keeps = sa.and_(col(Unit.id) == kept_by, col(Unit.kind) == UnitKind.EMPLOYER)
    return (
        sa.select(Unit)
        .outerjoin(work, work.c.unit_id == col(Unit.id))
        .where(sa.or_(work.c.unit_id.is_not(None), keeps))
        .order_by(sa.func.coalesce(work.c.main, sa.false()).desc(), col(Unit.path))
    )


async def employers_of(ctx: Context, talent: Talent) -> list[Unit]:
    return list((await ctx.db.execute(their_employers(talent.id))).scalars())


async def join(ctx: Context, application: RecognitionApplication, unit: Unit, role: RecognitionRole) -> None:
    """Lets a unit see the application from now on. Joining twice is joining once."""
    known = select(ApplicationParty.id).where(
        col(ApplicationParty.application_id) == application.id,
        col(ApplicationParty.unit_id) == unit.id,
        col(ApplicationParty.role) == role,
    )
    if (await ctx.db.exec(known)).first() is not None:
        return
    lead, district = await ctx.get(Unit, application.lead_id), await ctx.get(Unit, application.district_id)
    ctx.db.add(
        ApplicationParty(
            unit_path=unit.path,
            application_id=application.id,
            talent_id=application.talent_id,
            application_path=application.unit_path,
            lead_path=lead.path,
            district_path=district.path,
            unit_id=unit.id,
            role=role,
            joined_on=ctx.today,
        )
    )


async def live_reviews(ctx: Context, application: RecognitionApplication) -> list[JointReview]:
    """The latest review of each department: asked or answered."""
    live = (JointReviewStatus.PENDING, JointReviewStatus.ANSWERED)
    stmt = select(JointReview).where(
        col(JointReview.application_id) == application.id, col(JointReview.status).in_(live)
    )
    return list((await ctx.db.exec(stmt.order_by(col(JointReview.id)))).all())


async def names_of(ctx: Context, ids: list[UUID]) -> dict[UUID, str]:
    stmt = select(Unit.id, Unit.short_name).where(col(Unit.id).in_(ids))
    return dict((await ctx.db.exec(stmt)).all())
