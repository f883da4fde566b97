"""Who looks after whom: begin and end; and who is due. Handing over is in handover_service.py."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select, func, update
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.contact import asked_rules, rules
from bole.contact.cadence_rules import first_due
from bole.contact.catalogue import CODE, ContactCadence
from bole.contact.events import AssignmentClosed, ContactAssigned
from bole.contact.models import ContactAssignment, ContactHandover
from bole.contact.rules import ASSIGNMENT_FLOW, STANDING, AssignmentStatus
from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.org.models import Appointment, Post, holds
from bole.roster.models import FamilyMember, Talent
from bole.roster.rules import Relation
from bole.roster.search import within

# Queries ------------------------------------------------------------------------------------------


@query(allow=Permission.CONTACT_READ)
def contact_assignments(
    ask: Ask,
    *,
    talent_id: UUID | None = None,
    post_id: UUID | None = None,
    unit_id: UUID | None = None,
    status: AssignmentStatus | None = None,
) -> Select[ContactAssignment]:
    """联系安排。"""
    stmt = sa.select(ContactAssignment)
    if talent_id is not None:
        stmt = stmt.where(col(ContactAssignment.talent_id) == talent_id)
    if post_id is not None:
        stmt = stmt.where(col(ContactAssignment.post_id) == post_id)
    if unit_id is not None:
        stmt = stmt.where(within(col(ContactAssignment.unit_path), unit_id))
    if status is not None:
        stmt = stmt.where(col(ContactAssignment.status) == status)
    return stmt.order_by(col(ContactAssignment.next_due_on), col(ContactAssignment.id))


@query(allow=Permission.CONTACT_READ)
def contact_assignment(ask: Ask, *, id: UUID) -> Select[ContactAssignment]:
    """一项联系安排。"""
    return sa.select(ContactAssignment).where(col(ContactAssignment.id) == id)


@query(allow=Permission.CONTACT_READ)
def contacts_due(
    ask: Ask,
    *,
    by: date,
    since: date | None = None,
    post_id: UUID | None = None,
    unit_id: UUID | None = None,
) -> Select[ContactAssignment]:
    """到期应联系名单。

    截至某日应完成而尚未完成的联系，按岗位计算：换了任职者，前任的联系仍然算数。待接续的也在其中。
    “since”不列更早到期的（一个月的日历）。
    """
    stmt = sa.select(ContactAssignment).where(
        col(ContactAssignment.next_due_on) <= by, col(ContactAssignment.status).in_(STANDING)
    )
    if since is not None:
        stmt = stmt.where(col(ContactAssignment.next_due_on) >= since)
    if post_id is not None:
        stmt = stmt.where(col(ContactAssignment.post_id) == post_id)
    if unit_id is not None:
        stmt = stmt.where(within(col(ContactAssignment.unit_path), unit_id))
    return stmt.order_by(col(ContactAssignment.next_due_on), col(ContactAssignment.id))


@query(allow=Permission.CONTACT_ASSIGN)
def contact_handovers(ask: Ask, *, post_id: UUID | None = None) -> Select[ContactHandover]:
    """待办理的联系接续。"""
    stmt = sa.select(ContactHandover).where(col(ContactHandover.closed_on).is_(None))
    if post_id is not None:
        of_post = sa.select(col(ContactAssignment.id)).where(col(ContactAssignment.post_id) == post_id)
        stmt = stmt.where(col(ContactHandover.assignment_id).in_(of_post))
    return stmt.order_by(col(ContactHandover.vacated_on), col(ContactHandover.id))


@query(allow=Permission.SELF_READ)
def my_contact_leaders(ask: Ask) -> Select[ContactAssignment]:
    """我的联系领导。"""
    stmt = sa.select(ContactAssignment).where(
        col(ContactAssignment.talent_id) == ask.self_id, col(ContactAssignment.status).in_(STANDING)
    )
    return stmt.order_by(col(ContactAssignment.valid_from), col(ContactAssignment.id))


# Begin and end ------------------------------------------------------------------------------------


@command(allow=Permission.CONTACT_ASSIGN)
async def assign_contact(
    ctx: Context,
    *,
    talent_id: UUID,
    post_id: UUID,
    reason: str | None = None,
    kinship_checked: str | None = None,
) -> ContactAssignment:
    """安排联系领导。

    联系挂在岗位上，任职者变动时由继任者接续。与人才亲属同名的，须填写核实情况。
    """
    talent = await ctx.lock(Talent, talent_id)
    post = await ctx.get(Post, post_id)
    term = await holder(ctx, post)
    if await standing(ctx, talent_id, post_id) is not None:
        raise rules.AlreadyAssigned(post=post.name, field="postId")
    await check_kinship(ctx, talent_id, term, checked=kinship_checked)
    return await begin(ctx, talent, post, term, reason=reason, kinship_checked=kinship_checked)


@command(allow=Permission.CONTACT_ASSIGN)
async def end_contact(ctx: Context, *, assignment_id: UUID, reason: str) -> ContactAssignment:
    """结束联系安排。

    联系记录保留；该岗位自此不再看到这位人才。
    """
    assignment = await ctx.lock(ContactAssignment, assignment_id)
    return await end(ctx, assignment, reason=reason)


async def begin(
    ctx: Context,
    talent: Talent,
    post: Post,
    term: Appointment,
    *,
    reason: str | None,
    kinship_checked: str | None = None,
    follows: ContactAssignment | None = None,
    personal: bool = False,
) -> ContactAssignment:
    """A new assignment of `post`, held under `term`; refuses for a talent who is not in service."""
    rules.check_served(talent.status)
    policy = await lookup.body(ctx, ContactCadence, CODE)
    cadence = policy.of(talent.level).cadence
    made = ContactAssignment(
        unit_path=talent.unit_path,
        talent_id=talent.id,
        post_id=post.id,
        appointment_id=term.id,
        person_id=term.person_id if personal else None,
        follows_id=follows.id if follows else None,
        level=rules.leader_level(post.name, post.leader_level),
        reason=asked_rules.told(reason),
        kinship_checked=asked_rules.told(kinship_checked),
        cadence_months=cadence.months,
        cadence_aligned=cadence.aligned,
        first_due_on=first_due(cadence, ctx.today, settle_days=policy.settle_days),
        # who keeps a talent personally has kept up the contact: it goes on where it stood
        last_contact_on=follows.last_contact_on if follows and personal else None,
        valid_from=ctx.today,
    )
    ctx.db.add(made)
    await refresh_due(ctx, [talent.id])
    ctx.emit(ContactAssigned(made.id, talent.id, post.id))
    return made


async def end(
    ctx: Context, assignment: ContactAssignment, *, reason: str, last_day: date | None = None
) -> ContactAssignment:
    """Ends a locked assignment, and the handover that was waiting for an answer."""
    assignment.status = ASSIGNMENT_FLOW.after(assignment.status, "end")
    assignment.valid_until = max(last_day or ctx.today, assignment.valid_from)
    assignment.appointment_id = None
    assignment.end_reason = reason
    if (waiting := await open_handover(ctx, assignment.id)) is not None:
        waiting.closed_on, waiting.outcome = ctx.today, f"终止：{reason}"[:400]
    await refresh_due(ctx, [assignment.talent_id])
    ctx.emit(
        AssignmentClosed(
            assignment.id, assignment.talent_id, assignment.post_id, assignment.valid_until, reason
        )
    )
    return assignment


# What both halves use -----------------------------------------------------------------------------


async def holder(ctx: Context, post: Post) -> Appointment:
    """The term under which a leader's post is held today; refuses NotALeader, NoHolder."""
    rules.leader_level(post.name, post.leader_level)
    terms = select(Appointment).where(col(Appointment.post_id) == post.id, holds(Appointment, ctx.today))
    term = (await ctx.db.exec(terms.order_by(col(Appointment.valid_from), col(Appointment.id)))).first()
    if term is None:
        raise rules.NoHolder(post=post.name, field="postId")
    return term


async def standing(ctx: Context, talent_id: UUID, post_id: UUID) -> ContactAssignment | None:
    """The assignment, active or waiting, of this post to this talent; held until the unit of work ends."""
    stmt = (
        select(ContactAssignment)
        .where(
            col(ContactAssignment.talent_id) == talent_id,
            col(ContactAssignment.post_id) == post_id,
            col(ContactAssignment.status).in_(STANDING),
        )
        .with_for_update()
    )
    return (await ctx.db.exec(stmt, execution_options={"populate_existing": True})).first()


async def open_handover(ctx: Context, assignment_id: UUID) -> ContactHandover | None:
    stmt = select(ContactHandover).where(
        col(ContactHandover.assignment_id) == assignment_id, col(ContactHandover.closed_on).is_(None)
    )
    return (await ctx.db.exec(stmt.with_for_update(), execution_options={"populate_existing": True})).first()


async def check_kinship(ctx: Context, talent_id: UUID, term: Appointment, *, checked: str | None) -> None:
    family = await ctx.db.exec(
        select(FamilyMember.name, FamilyMember.relation).where(col(FamilyMember.talent_id) == talent_id)
    )
    rules.check_kinship(
        term.person_name, [(name, Relation(relation).label) for name, relation in family], checked=checked
    )


async def refresh_due(ctx: Context, talents: Sequence[UUID]) -> None:
    """Keeps what the roster shows: the earliest day on which any post owes these talents a contact.

    No version of the talent is used up by it: an officer who edits the record meanwhile loses nothing.
    """
    await ctx.db.flush()
    await ctx.db.exec(
        update(Talent).where(col(Talent.id).in_(talents)).values(next_contact_due=EARLIEST_DUE),
        execution_options={"synchronize_session": False},
    )


EARLIEST_DUE = (
    select(func.min(col(ContactAssignment.next_due_on)))
    .where(col(ContactAssignment.talent_id) == col(Talent.id), col(ContactAssignment.status).in_(STANDING))
    .scalar_subquery()
)
"""SQL, in an update of the talent: the earliest day on which any post owes them a contact."""
