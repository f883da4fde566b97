"""What recognition looks after by itself each night."""

from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

import structlog
from sqlmodel import col, select

from bole.catalogue.work_calendar import work_calendar
from bole.core.actor import PLATFORM
from bole.core.calendar import CalendarNotCovered
from bole.core.context import Context, Services, Work
from bole.core.events import every
from bole.core.faults import refusal_of
from bole.core.permissions import Permission
from bole.recognition import casework, granting, notice_service
from bole.recognition.flow_rules import (
    PROGRAMME_FLOW,
    UNDER_REVIEW,
    ApplicationStatus,
    JointReviewStatus,
    ProgrammeStatus,
    RecognitionStatus,
    ScoreSheetStatus,
)
from bole.recognition.models import (
    JointReview,
    ProgrammeBatch,
    PublicNotice,
    Recognition,
    RecognitionApplication,
    ScoreSheet,
)
from bole.recognition.notice_reactions import posts_of, told, told_expert
from bole.recognition.rules import NoRule
from bole.roster.models import Talent

log = structlog.get_logger("bole.recognition")


@every("1 16 * * *", "recognition.night")
async def night(services: Services) -> None:
    """A minute past midnight in China, before cards look at who stands where."""
    await _each(services, due_to_begin, begin)
    await _each(services, run_out, expire)
    await _each(services, undisputed, issue)
    await _each(services, over, close_batch)
    async with Work(services).write(PLATFORM) as ctx:
        await remind(ctx)


async def _each(
    services: Services,
    due: Callable[[Context], Awaitable[Sequence[UUID]]],
    step: Callable[[Context, UUID], Awaitable[None]],
) -> None:
    """Every one that is due, each in its own unit of work; what fails is told and tried again tomorrow."""
    async with Work(services).read(PLATFORM) as ctx:
        waiting = await due(ctx)
    for id_ in waiting:
        try:
            async with Work(services).write(PLATFORM) as ctx:
                ctx.performed.append(f"job.recognition.{step.__name__}")
                await step(ctx, id_)
        except Exception as error:
            log.warning(
                "recognition_night", step=step.__name__, code=refusal_of(error).code(), exc_info=error
            )


async def due_to_begin(ctx: Context) -> Sequence[UUID]:
    """Recognitions told ahead, whose first day is here."""
    stmt = select(Recognition.id).where(
        col(Recognition.status) == RecognitionStatus.EFFECTIVE,
        ~col(Recognition.applied),
        col(Recognition.valid_from) <= ctx.today,
    )
    return (await ctx.db.exec(stmt)).all()


async def begin(ctx: Context, recognition_id: UUID) -> None:
    """Begins a recognition, unless somebody was faster."""
    found = await ctx.lock(Recognition, recognition_id)
    if found.status is RecognitionStatus.EFFECTIVE and not found.applied:
        await granting.take_effect(ctx, found, await ctx.lock(Talent, found.talent_id))


async def run_out(ctx: Context) -> Sequence[UUID]:
    stmt = select(Recognition.id).where(
        col(Recognition.status) == RecognitionStatus.EFFECTIVE, col(Recognition.valid_until) < ctx.today
    )
    return (await ctx.db.exec(stmt)).all()


async def expire(ctx: Context, recognition_id: UUID) -> None:
    """Ends what ran out, unless somebody was faster."""
    found = await ctx.lock(Recognition, recognition_id)
    if found.status is RecognitionStatus.EFFECTIVE and found.valid_until < ctx.today:
        await granting.end(ctx, found, "expire", last_day=found.valid_until, reason="认定有效期届满")


async def undisputed(ctx: Context) -> Sequence[UUID]:
    """Applications whose notice ended without an objection that is open."""
    stmt = (
        select(RecognitionApplication.id)
        .join(PublicNotice, col(PublicNotice.application_id) == col(RecognitionApplication.id))
        .where(
            col(RecognitionApplication.status) == ApplicationStatus.ON_NOTICE,
            col(PublicNotice.ends_on) < ctx.today,
            ~col(PublicNotice.withdrawn),
        )
        .order_by(col(RecognitionApplication.decided_on), col(RecognitionApplication.id))
    )
    return (await ctx.db.exec(stmt)).all()


async def issue(ctx: Context, application_id: UUID) -> None:
    """The certificate, where the rules let it come by itself."""
    application = await ctx.lock(RecognitionApplication, application_id)
    rule = await casework.rule_of(ctx, application)
    if application.status is ApplicationStatus.ON_NOTICE and rule.certify_automatically:
        await notice_service.certified(ctx, application, None)


async def over(ctx: Context) -> Sequence[UUID]:
    stmt = select(ProgrammeBatch.id).where(
        col(ProgrammeBatch.status) == ProgrammeStatus.ANNOUNCED, col(ProgrammeBatch.term_until) < ctx.today
    )
    return (await ctx.db.exec(stmt)).all()


async def close_batch(ctx: Context, batch_id: UUID) -> None:
    batch = await ctx.lock(ProgrammeBatch, batch_id)
    if batch.status is ProgrammeStatus.ANNOUNCED:
        batch.status = PROGRAMME_FLOW.after(batch.status, "end")


# -- reminders -----------------------------------------------------------------------------------------------


async def remind(ctx: Context) -> None:
    """One reminder before a due date and one after it, for each due date: the key tells them apart."""
    calendar = await work_calendar(ctx)
    try:
        days = (await casework.rule_in_force(ctx))[0].working_days.remind
    except NoRule:
        days = 1
    try:
        soon = calendar.add_working_days(ctx.today, days)
    except CalendarNotCovered:
        soon = ctx.today  # no calendar for these days yet: what is due today or late is told all the same
    held = select(RecognitionApplication).where(
        col(RecognitionApplication.status).in_((*UNDER_REVIEW, ApplicationStatus.OBJECTED)),
        col(RecognitionApplication.due_on) <= soon,
        col(RecognitionApplication.holder_id).is_not(None),
    )
    for application in (await ctx.db.exec(held)).all():
        unit = application.holder_id
        posts = await posts_of(ctx, [unit] if unit else [], Permission.RECOGNITION_HANDLE)
        await _remind(
            ctx, application.id, f"{application.id}:{application.status}", application.due_on, posts, "本环节"
        )
    asked = select(JointReview).where(
        col(JointReview.status) == JointReviewStatus.PENDING, col(JointReview.due_on) <= soon
    )
    for review in (await ctx.db.exec(asked)).all():
        posts = await posts_of(ctx, [review.unit_id], Permission.RECOGNITION_JOINT)
        await _remind(ctx, review.application_id, str(review.id), review.due_on, posts, "部门联审")
    sheets = select(ScoreSheet).where(
        col(ScoreSheet.status).in_((ScoreSheetStatus.INVITED, ScoreSheetStatus.ACCEPTED)),
        col(ScoreSheet.due_on) <= soon,
    )
    for sheet in (await ctx.db.exec(sheets)).all():
        late = sheet.due_on < ctx.today
        words = f"专家评分{'已逾期' if late else '即将到期'}，期限为 {sheet.due_on}"
        await told_expert(
            ctx, sheet, words=words, key=f"{'late' if late else 'soon'}:{sheet.id}:{sheet.due_on}"
        )


async def _remind(
    ctx: Context, application_id: UUID, of: str, due_on: object, posts: Sequence[UUID], what: str
) -> None:
    late = str(due_on) < ctx.today.isoformat()
    kind = "Overdue" if late else "DueSoon"
    words = f"{what}已逾期，期限为 {due_on}" if late else f"{what}将于 {due_on} 到期"
    await told(ctx, application_id, kind=kind, words=words, key=f"{kind}:{of}:{due_on}", posts=posts)
