"""What a day brings: overdue requests and notices are told, families forgotten, what need no longer stay erased."""

from datetime import date, timedelta

import sqlalchemy as sa
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.rules import NotOffered
from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.events import every
from bole.core.permissions import Permission
from bole.identity.models import PostRole
from bole.notice.service import notify
from bole.org.offices import desk_above
from bole.privacy.anomaly_service import look
from bole.privacy.catalogue import CODE, PrivacyTerms
from bole.privacy.models import DataRequest, DeletionNotice, Erasure
from bole.privacy.reactions import erase_rows
from bole.privacy.rules import OPEN, Fate, NoticeStatus
from bole.roster.erasing import HOLDINGS
from bole.roster.models import Departure, FamilyMember, Talent
from bole.roster.rules import TalentStatus


@every("20 17 * * *", "privacy.day_turns")
async def day_turns(services: Services) -> None:
    """01:20 in China. Each part is a unit of work of its own: one that fails keeps no other from its work."""
    for part in (tell_overdue, tell_partners_again, forget_families, erase_what_is_over, look_at_yesterday):
        async with Work(services).write(PLATFORM) as ctx:
            await part(ctx)


async def tell_overdue(ctx: Context) -> None:
    """Once for each request: the office that should have answered."""
    late = select(DataRequest).where(
        col(DataRequest.status).in_(OPEN),
        col(DataRequest.due_on) < ctx.today,
        ~col(DataRequest.overdue_told),
    )
    for request in (await ctx.db.exec(late.with_for_update(skip_locked=True))).all():
        request.overdue_told = True
        await notify(
            ctx,
            kind="privacy",
            title=f"个人信息请求（{request.kind.label}）已逾期",
            body=f"应于 {request.due_on.isoformat()} 前答复，请立即办理，并向本人说明。",
            about="data_request",
            about_id=request.id,
            key=f"data_overdue/{request.id}",
            posts=await desk_above(ctx, request.unit_path),
        )


async def tell_partners_again(ctx: Context) -> None:
    """A notice past its day stands in the partner's list anew, and those who look after partners are told."""
    late = select(DeletionNotice).where(
        col(DeletionNotice.status) != NoticeStatus.ACKNOWLEDGED,
        col(DeletionNotice.due_on) < ctx.today,
        col(DeletionNotice.told_at) < ctx.now - timedelta(days=1),
    )
    found = (await ctx.db.exec(late.with_for_update(skip_locked=True))).all()
    if not found:
        return
    roles = {
        e.code
        for e in await lookup.entries(ctx, "role")
        if Permission.PARTNER_MANAGE.value in e.body.get("permissions", ())
    }
    posts = (await ctx.db.exec(select(col(PostRole.post_id)).where(col(PostRole.role_code).in_(roles)))).all()
    for told in found:
        told.told_times, told.told_at = told.told_times + 1, ctx.now
        await notify(
            ctx,
            kind="privacy",
            title=f"{told.partner_name}尚未回执删除通知",
            body=f"应于 {told.due_on.isoformat()} 前回执，已通知 {told.told_times} 次，请联系该单位。",
            about="deletion_notice",
            about_id=told.id,
            key=f"deletion_late/{told.id}/{told.told_times}",
            posts=posts,
        )


async def forget_families(ctx: Context) -> None:
    """Of those who left or whose record is closed: the services that needed their family are over."""
    try:
        terms = await lookup.body(ctx, PrivacyTerms, CODE)
    except NotOffered:
        return  # a city that has decided nothing keeps what it has
    over = ctx.today - timedelta(days=terms.family_days)
    left = sa.select(col(Departure.talent_id)).where(
        col(Departure.left_on) <= over, col(Departure.came_back_on).is_(None)
    )
    gone = (
        select(col(Talent.id))
        .distinct()
        .join(FamilyMember, col(FamilyMember.talent_id) == col(Talent.id))
        .where(
            col(FamilyMember.birth_date).is_not(None) | col(FamilyMember.purpose).is_not(None),
            sa.or_(
                col(Talent.status) == TalentStatus.CLOSED,
                sa.and_(col(Talent.status) == TalentStatus.LEFT, col(Talent.id).in_(left)),
            ),
        )
    )
    for talent_id in (await ctx.db.exec(gone)).all():
        await erase_rows(ctx, "family", talent_id)


async def erase_what_is_over(ctx: Context) -> None:
    """What had to stay after an erasure goes when its term is over."""
    due = select(Erasure).where(col(Erasure.next_due) < ctx.today, col(Erasure.done_at).is_not(None))
    for erasure in (await ctx.db.exec(due.with_for_update(skip_locked=True))).all():
        today = ctx.today.isoformat()
        for line in erasure.lines:
            held = HOLDINGS.get(line["code"])
            over = line["until"] is not None and line["until"] < today
            if held is not None and not held.fixed and line["fate"] == Fate.KEPT.value and over:
                await erase_rows(ctx, held.code, erasure.talent_id)
        waiting = [line["until"] for line in erasure.lines if line["until"] and line["until"] >= today]
        erasure.next_due = None if not waiting else date.fromisoformat(min(waiting))


async def look_at_yesterday(ctx: Context) -> None:
    await look(ctx, since=ctx.today - timedelta(days=1), until=ctx.today - timedelta(days=1))
