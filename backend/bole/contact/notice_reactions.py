"""Who is told of what: the leader of a new talent or of a handover, the unit of a need, the talent of its end."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from bole.contact.events import (
    ContactAssigned,
    HandoverProposed,
    NeedFinished,
    NeedRaised,
    NeedReturned,
    NeedRouted,
    NeedSettled,
)
from bole.contact.models import ContactAssignment, ContactLog, Need
from bole.contact.rules import AssignmentStatus
from bole.core.context import Context
from bole.core.events import on
from bole.identity.models import Account
from bole.notice.service import notify
from bole.org.models import Appointment
from bole.org.offices import desk, office_above
from bole.roster.models import Talent


@on(ContactAssigned)
async def tell_the_leader(ctx: Context, fact: ContactAssigned) -> None:
    talent = await ctx.get(Talent, fact.talent_id)
    assignment = await ctx.get(ContactAssignment, fact.assignment_id)
    await notify(
        ctx,
        kind="contact",
        title=f"请您联系人才{talent.name}",
        body=f"下次联系请于 {assignment.next_due_on.isoformat()} 前进行。",
        about="contact_assignment",
        about_id=assignment.id,
        key=f"contact_assigned/{assignment.id}",
        posts=[fact.post_id],
    )


@on(HandoverProposed)
async def tell_the_successor(ctx: Context, fact: HandoverProposed) -> None:
    """Once for a term, however many talents wait: the list itself says which."""
    term = await ctx.get(Appointment, fact.appointment_id)
    await notify(
        ctx,
        kind="contact",
        title="有人才待您接续联系",
        body="前任联系的人才待接续，请与人才办商定由您接续，或改由其他领导联系。",
        about="appointment",
        about_id=term.id,
        key=f"handover_proposed/{term.id}",
        posts=[term.post_id],
    )


@on(NeedRaised)
async def tell_the_office(ctx: Context, fact: NeedRaised) -> None:
    need = await ctx.get(Need, fact.need_id)
    office = await office_above(ctx, need.unit_path)
    await notify(
        ctx,
        kind="need",
        title="有新的人才需求待分办",
        body=need.content[:400],
        about="need",
        about_id=need.id,
        key=f"need_raised/{need.id}",
        posts=await desk(ctx, office) if office else [],
    )


@on(NeedRouted)
async def tell_the_handler(ctx: Context, fact: NeedRouted) -> None:
    need = await ctx.get(Need, fact.need_id)
    await notify(
        ctx,
        kind="need",
        title="有人才需求分办到您单位",
        body=f"请于 {fact.due_on.isoformat()} 前办结。",
        about="need",
        about_id=need.id,
        # routed anew after it came back, it is news again
        key=f"need_routed/{need.id}/{need.returns}/{fact.due_on.isoformat()}",
        posts=await desk(ctx, fact.handler_unit_id),
    )


@on(NeedFinished)
async def tell_the_talent(ctx: Context, fact: NeedFinished) -> None:
    need = await ctx.get(Need, fact.need_id)
    accounts = await ctx.db.exec(select(Account.id).where(col(Account.talent_id) == fact.talent_id))
    await notify(
        ctx,
        kind="need",
        title="您提出的需求已有办理结果，请确认",
        body=(need.result or "")[:400],
        about="need",
        about_id=need.id,
        key=f"need_finished/{need.id}/{need.returns}",
        accounts=accounts.all(),
        posts=await _leaders(ctx, fact.talent_id),
    )


@on(NeedReturned)
async def tell_of_a_return(ctx: Context, fact: NeedReturned) -> None:
    """Sent back by the talent: the unit that thought it was done, and the office that routes it anew.
    Declined by the unit: the office alone."""
    need = await ctx.get(Need, fact.need_id)
    back = need.finished_on is not None
    units = [await office_above(ctx, need.unit_path), need.handler_unit_id if back else None]
    await notify(
        ctx,
        kind="need",
        title="人才不满意，需求退回重办" if back else "分办的需求被退回，请重新分办",
        body=fact.reason,
        about="need",
        about_id=need.id,
        key=f"need_returned/{need.id}/{need.returns}/{need.routed_on}",
        posts=[p for unit in units if unit for p in await desk(ctx, unit)],
    )


@on(NeedSettled)
async def tell_of_the_end(ctx: Context, fact: NeedSettled) -> None:
    """The leader who brought it up, so that the next visit can begin with it."""
    need = await ctx.get(Need, fact.need_id)
    brought = await ctx.find(ContactLog, need.log_id) if need.log_id else None
    if brought is not None:
        await notify(
            ctx,
            kind="need",
            title=f"{need.talent_name}的需求已办结",
            body=need.content[:400],
            about="need",
            about_id=need.id,
            key=f"need_settled/{need.id}",
            posts=[brought.post_id],
        )


async def _leaders(ctx: Context, talent_id: UUID) -> Sequence[UUID]:
    """The posts that look after a talent today."""
    posts = select(ContactAssignment.post_id).where(
        col(ContactAssignment.talent_id) == talent_id,
        col(ContactAssignment.status) == AssignmentStatus.ACTIVE,
    )
    return (await ctx.db.exec(posts)).all()
