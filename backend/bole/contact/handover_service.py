"""A leader leaves, a leader comes: what happens to the talents that their post looks after."""

from uuid import UUID

from sqlalchemy import and_, not_, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from bole.contact import asked_rules, rules
from bole.contact.assignment_service import (
    begin,
    check_kinship,
    end,
    holder,
    open_handover,
    standing,
)
from bole.contact.events import AssignmentTakenOver, AssignmentVacated, HandoverProposed
from bole.contact.forms import HandoverMove
from bole.contact.models import ContactAssignment, ContactHandover
from bole.contact.rules import ASSIGNMENT_FLOW, AssignmentStatus
from bole.core.context import Context
from bole.core.operation import command
from bole.core.permissions import Permission
from bole.org.models import Appointment, Post, Unit, holds
from bole.org.offices import office_above
from bole.roster.models import Talent


@command(allow=Permission.CONTACT_ASSIGN)
async def hand_over_contacts(
    ctx: Context, *, moves: list[HandoverMove], reason: str | None = None
) -> list[ContactAssignment]:
    """办理联系接续。

    逐项写明由原岗位的继任者接续，或改由其他岗位联系；没有写到的仍为待接续。要么全部办成，要么一项不动。
    """
    return [await _move(ctx, m, reason) for m in sorted(moves, key=lambda m: m.handover_id)]


async def _move(ctx: Context, move: HandoverMove, reason: str | None) -> ContactAssignment:
    waiting = await ctx.get(ContactHandover, move.handover_id)
    assignment = await ctx.lock(ContactAssignment, waiting.assignment_id)
    waiting = await ctx.lock(ContactHandover, move.handover_id)
    if waiting.closed_on is not None:
        raise rules.HandoverClosed(on=waiting.closed_on.isoformat(), outcome=waiting.outcome or "")
    post = await ctx.get(Post, move.to_post_id or assignment.post_id)
    term = await holder(ctx, post)
    await check_kinship(ctx, assignment.talent_id, term, checked=move.kinship_checked)
    if post.id == assignment.post_id:
        return await _take_over(ctx, assignment, waiting, term, move.kinship_checked)
    return await _pass_on(
        ctx, assignment, post, term, reason=reason or "移交", kinship_checked=move.kinship_checked
    )


async def _take_over(
    ctx: Context,
    assignment: ContactAssignment,
    waiting: ContactHandover,
    term: Appointment,
    kinship_checked: str | None,
) -> ContactAssignment:
    """The next holder goes on. What the post did before still counts: the cadence is the post's."""
    assignment.status = ASSIGNMENT_FLOW.after(assignment.status, "take_over")
    assignment.appointment_id = term.id
    assignment.kinship_checked = asked_rules.told(kinship_checked)
    waiting.taken_on = waiting.closed_on = ctx.today
    waiting.proposed_appointment_id = term.id
    waiting.outcome = f"由{term.person_name}接续"
    await ctx.db.flush()
    ctx.emit(AssignmentTakenOver(assignment.id, assignment.talent_id, assignment.post_id, term.id))
    return assignment


async def _pass_on(
    ctx: Context,
    assignment: ContactAssignment,
    post: Post,
    term: Appointment,
    *,
    reason: str,
    kinship_checked: str | None = None,
    personal: bool = False,
) -> ContactAssignment:
    """Another post goes on: the old assignment ends, and a new one says what it follows."""
    talent = await ctx.get(Talent, assignment.talent_id)
    if await standing(ctx, talent.id, post.id) is not None:
        raise rules.AlreadyAssigned(post=post.name, field="toPostId")
    await end(ctx, assignment, reason=f"移交{post.name}：{reason}")
    return await begin(
        ctx,
        talent,
        post,
        term,
        reason=reason,
        kinship_checked=kinship_checked,
        follows=assignment,
        personal=personal,
    )


@command(allow=Permission.CONTACT_ASSIGN)
async def keep_contact_personally(
    ctx: Context, *, assignment_id: UUID, post_id: UUID, reason: str
) -> ContactAssignment:
    """随人联系。

    领导调任后经批准继续联系原来的人才：这一项随人转到其新岗位，以后再调任时仍随人走。
    """
    assignment = await ctx.lock(ContactAssignment, assignment_id)
    ASSIGNMENT_FLOW.after(assignment.status, "end")
    waiting = await open_handover(ctx, assignment.id)
    term_id = waiting.left_appointment_id if waiting else assignment.appointment_id
    former = (await ctx.db.exec(select(Appointment).where(col(Appointment.id) == term_id))).one()
    post = await ctx.get(Post, post_id)
    term = await holder(ctx, post)
    if term.person_id != former.person_id:
        raise rules.NotTheSamePerson(leader=former.person_name, post=post.name, field="postId")
    return await _pass_on(
        ctx, assignment, post, term, reason=asked_rules.required(reason, field="reason"), personal=True
    )


# In step with who holds which post ----------------------------------------------------------------


async def align(ctx: Context, *, post_id: UUID | None = None, person_id: UUID | None = None) -> None:
    """Brings assignments in step with who holds the posts today. Said twice, it does nothing the second time.

    Whose holder has left waits for the next (the 人才办 answers meanwhile); where someone new holds the post,
    or a talent follows their leader to another, the handover is proposed to them.
    """
    await _vacate(ctx, post_id)
    await _propose(ctx, post_id, person_id)


async def _vacate(ctx: Context, post_id: UUID | None) -> None:
    left = (
        select(ContactAssignment, Appointment)
        .join(Appointment, col(Appointment.id) == col(ContactAssignment.appointment_id))
        .where(
            col(ContactAssignment.status) == AssignmentStatus.ACTIVE,
            col(Appointment.valid_until) < ctx.today,
        )
        .order_by(col(ContactAssignment.id))
        .with_for_update(of=ContactAssignment)
    )
    if post_id is not None:
        left = left.where(col(ContactAssignment.post_id) == post_id)
    offices: dict[UUID, UUID | None] = {}
    for assignment, term in (await ctx.db.exec(left, execution_options={"populate_existing": True})).all():
        last_day = term.valid_until or ctx.today
        if term.post_id not in offices:
            offices[term.post_id] = await _interim_unit(ctx, term.post_id)
        interim = offices[term.post_id]
        assignment.status = ASSIGNMENT_FLOW.after(assignment.status, "vacate")
        assignment.appointment_id = None
        ctx.db.add(
            ContactHandover(
                unit_path=assignment.unit_path,
                assignment_id=assignment.id,
                left_appointment_id=term.id,
                vacated_on=last_day,
                interim_unit_id=interim,
            )
        )
        ctx.emit(
            AssignmentVacated(assignment.id, assignment.talent_id, assignment.post_id, last_day, interim)
        )
    await ctx.db.flush()


async def _interim_unit(ctx: Context, post_id: UUID) -> UUID | None:
    """The 人才办 that answers while the post is vacant."""
    seat = select(Unit.path).join(Post, col(Post.unit_id) == col(Unit.id)).where(col(Post.id) == post_id)
    return await office_above(ctx, (await ctx.db.exec(seat)).one())


async def _propose(ctx: Context, post_id: UUID | None, person_id: UUID | None) -> None:
    """Each open handover to whoever holds the post today, or to the leader whom the talent follows."""
    theirs = or_(
        and_(
            col(ContactAssignment.person_id).is_(None),
            col(Appointment.post_id) == col(ContactAssignment.post_id),
        ),
        col(ContactAssignment.person_id) == col(Appointment.person_id),
    )
    proposed = aliased(Appointment)
    still_good = (
        select(proposed.id)
        .where(col(proposed.id) == col(ContactHandover.proposed_appointment_id), holds(proposed, ctx.today))
        .exists()
    )
    stmt = (
        select(ContactHandover, Appointment)
        .join(ContactAssignment, col(ContactAssignment.id) == col(ContactHandover.assignment_id))
        .join(Appointment, theirs)
        .join(Post, col(Post.id) == col(Appointment.post_id))
        .where(
            col(ContactHandover.closed_on).is_(None),
            col(Post.leader_level).is_not(None),
            holds(Appointment, ctx.today),
            not_(still_good),
        )
        .order_by(col(ContactHandover.id), col(Appointment.valid_from).desc(), col(Appointment.id))
        .with_for_update(of=ContactHandover)
    )
    if post_id is not None:
        stmt = stmt.where(
            or_(col(ContactAssignment.post_id) == post_id, col(ContactAssignment.person_id) == person_id)
        )
    done: set[UUID] = set()
    for waiting, term in (await ctx.db.exec(stmt, execution_options={"populate_existing": True})).all():
        if waiting.id not in done:
            done.add(waiting.id)
            waiting.proposed_appointment_id = term.id
            ctx.emit(HandoverProposed(waiting.id, waiting.assignment_id, term.id))
    await ctx.db.flush()
