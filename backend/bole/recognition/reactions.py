"""What recognition does when others tell of something. Each may be told twice."""

from datetime import date
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue.events import WorkCalendarPublished
from bole.core.context import Context
from bole.core.events import on
from bole.recognition import application_service, casework, granting, review_service, scoring
from bole.recognition.catalogue import RecognitionRule
from bole.recognition.events import ApplicationMoved
from bole.recognition.flow_rules import APPLICATION_FLOW, RUNNING, ApplicationStatus
from bole.recognition.granting import ONE_DAY
from bole.recognition.models import PublicNotice, RecognitionApplication
from bole.recognition.rules import NoRule
from bole.roster.events import TalentClosed, TalentLeft
from bole.roster.models import Talent
from bole.roster.rules import DepartureReason, TalentStatus

OVER = frozenset(s.name for s in APPLICATION_FLOW.steps.values() if s.to not in RUNNING)


@on(WorkCalendarPublished)
async def count_anew(ctx: Context, event: WorkCalendarPublished) -> None:
    """A year's calendar stands: running clocks are computed anew, and every date that moved is told."""
    await casework.recount_open(ctx, f"{event.year} 年工作日历发布（{event.source}）")


@on(ApplicationMoved)
async def clear_up(ctx: Context, event: ApplicationMoved) -> None:
    """An application that is over asks nobody for anything, and stands on notice no more."""
    if event.step not in OVER and event.step != "send_back":
        return
    application = await ctx.lock(RecognitionApplication, event.application_id)
    if application.status in RUNNING and application.status is not ApplicationStatus.DRAFT:
        return  # moved on since
    await review_service.call_off(ctx, application)
    await scoring.call_off_sheets(ctx, application.id)
    if application.status in (ApplicationStatus.WITHDRAWN, ApplicationStatus.DECLINED):
        notices = select(PublicNotice).where(
            col(PublicNotice.application_id) == application.id, ~col(PublicNotice.withdrawn)
        )
        for notice in (await ctx.db.exec(notices)).all():
            notice.withdrawn = True


@on(TalentLeft)
async def end_on_leaving(ctx: Context, event: TalentLeft) -> None:
    """Whoever left, retired or died: what is running ends; what stands ends where the rules say so."""
    talent = await ctx.find(Talent, event.talent_id)
    if talent is None or talent.status is not TalentStatus.LEFT:
        return  # came back before we heard of it
    reason = DepartureReason(event.reason)
    words = f"申报人于 {event.left_on.isoformat()} 离开名录（{reason.label}）"
    await _end_running(ctx, event.talent_id, words)
    rule = await _rule(ctx)
    if rule is not None and reason in rule.ends_on_leaving:
        await _end_standing(ctx, event.talent_id, event.left_on, words)


@on(TalentClosed)
async def end_on_closing(ctx: Context, event: TalentClosed) -> None:
    """A record closed for good keeps neither application nor recognition."""
    await _end_running(ctx, event.talent_id, "名录记录已注销")
    await _end_standing(ctx, event.talent_id, ctx.today - ONE_DAY, "名录记录已注销")


async def _rule(ctx: Context) -> RecognitionRule | None:
    try:
        return (await casework.rule_in_force(ctx))[0]
    except NoRule:
        return None


async def _end_running(ctx: Context, talent_id: UUID, words: str) -> None:
    running = select(RecognitionApplication.id).where(
        col(RecognitionApplication.talent_id) == talent_id, col(RecognitionApplication.status).in_(RUNNING)
    )
    for application_id in (await ctx.db.exec(running)).all():
        application = await ctx.lock(RecognitionApplication, application_id)
        await application_service.withdrawn(ctx, application, words)


async def _end_standing(ctx: Context, talent_id: UUID, last_day: date, words: str) -> None:
    held = await granting.standing(ctx, talent_id)
    if held is not None:
        await granting.end(ctx, held, "exit", last_day=min(last_day, ctx.today - ONE_DAY), reason=words)
