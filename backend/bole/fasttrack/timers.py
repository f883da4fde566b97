"""What the fast track looks after by itself each night."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue.work_calendar import work_calendar
from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.events import every
from bole.core.permissions import Permission
from bole.fasttrack import casework
from bole.fasttrack.flow_rules import ON_THE_CLOCK, CountersignStatus
from bole.fasttrack.models import CasePause, Countersign, FastTrackCase
from bole.fasttrack.notice_reactions import posts_of, told

SOON = 1
"""Working days before its due date that a thing is called to mind."""


@every("10 16 * * *", "fasttrack.night")
async def night(services: Services) -> None:
    """At 00:10 in China: estimates of overrun pauses slide on, and what is due soon or overdue is told once."""
    async with Work(services).write(PLATFORM) as ctx:
        await casework.recount_overrun(ctx)
    async with Work(services).write(PLATFORM) as ctx:
        await remind(ctx)


async def remind(ctx: Context) -> None:
    """One reminder before a due date and one after it, for each due date: the key tells them apart."""
    soon = (await work_calendar(ctx)).add_working_days(ctx.today, SOON)
    stands = select(CasePause.case_id).where(col(CasePause.resumed_on).is_(None))
    cases = select(FastTrackCase).where(
        col(FastTrackCase.status).in_(ON_THE_CLOCK),
        col(FastTrackCase.due_on) <= soon,
        col(FastTrackCase.id).not_in(stands),
    )
    for case in (await ctx.db.exec(cases)).all():
        if case.due_on is not None:
            posts = await posts_of(ctx, [case.lead_id], Permission.FASTTRACK_LEAD)
            await _remind(ctx, case.id, f"{case.id}:{case.due_on}", case.due_on, posts, "审定")
    waiting = select(Countersign).where(
        col(Countersign.status) == CountersignStatus.PENDING,
        col(Countersign.due_on) <= soon,
        col(Countersign.case_id).not_in(stands),
    )
    for asked in (await ctx.db.exec(waiting)).all():
        posts = await posts_of(ctx, [asked.unit_id], Permission.FASTTRACK_COUNTERSIGN)
        await _remind(ctx, asked.case_id, f"{asked.id}:{asked.due_on}", asked.due_on, posts, "会签")


async def _remind(
    ctx: Context, case_id: UUID, of: str, due_on: date, posts: Sequence[UUID], what: str
) -> None:
    late = due_on < ctx.today
    kind = "Overdue" if late else "DueSoon"
    words = f"{what}已逾期，期限为 {due_on}" if late else f"{what}将于 {due_on} 到期"
    await told(ctx, case_id, kind=kind, words=words, key=f"{kind}:{of}", posts=posts)
