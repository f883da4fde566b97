"""四问: plan a contact, record it, put the record right, close it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select, func, update
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.contact import asked_rules, recording, rules
from bole.contact.assignment_service import EARLIEST_DUE, standing
from bole.contact.catalogue import CODE, ContactCadence
from bole.contact.events import ContactCancelled, ContactPlanned, ContactRecorded, NeedRaised
from bole.contact.forms import ContactIn, ContactWords, PlanIn
from bole.contact.models import ContactAssignment, ContactLog, Need, Suggestion
from bole.contact.rules import LOG_FLOW, LogStatus
from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.errors import InvalidInput
from bole.core.operation import Ask, Quick, command, query
from bole.core.permissions import Permission
from bole.org.models import Appointment, Post, holds
from bole.roster.models import Talent
from bole.roster.proposal_models import ProposedChange
from bole.roster.proposal_rules import SEALED, ProposalSource, check_proposable, read_sealed
from bole.roster.search import within

# Queries ------------------------------------------------------------------------------------------


@query(allow=Permission.CONTACT_READ)
def contact_logs(
    ask: Ask,
    *,
    talent_id: UUID | None = None,
    post_id: UUID | None = None,
    unit_id: UUID | None = None,
    status: LogStatus | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Select[ContactLog]:
    """联系记录，新的在前。"""
    stmt = sa.select(ContactLog)
    if talent_id is not None:
        stmt = stmt.where(col(ContactLog.talent_id) == talent_id)
    if post_id is not None:
        stmt = stmt.where(col(ContactLog.post_id) == post_id)
    if unit_id is not None:
        stmt = stmt.where(within(col(ContactLog.unit_path), unit_id))
    if status is not None:
        stmt = stmt.where(col(ContactLog.status) == status)
    if since is not None:
        stmt = stmt.where(col(ContactLog.occurred_on) >= since)
    if until is not None:
        stmt = stmt.where(col(ContactLog.occurred_on) <= until)
    return stmt.order_by(col(ContactLog.occurred_on).desc(), col(ContactLog.id).desc())


@query(allow=Permission.CONTACT_READ)
def contact_log(ask: Ask, *, id: UUID) -> Select[ContactLog]:
    """一次联系。"""
    return sa.select(ContactLog).where(col(ContactLog.id) == id)


# Record -------------------------------------------------------------------------------------------


@command(allow=Permission.CONTACT_RECORD, quick=Quick(recording.quickly, recording.statement))
async def record_contact(
    ctx: Context, *, talent_id: UUID, contact: ContactIn, post_id: UUID | None = None
) -> ContactLog:
    """记录四问。

    问候只计一次联系；问情列为待核实的资料变动；问需登记为需求并跟踪到本人确认；问策登记为建议并答复采纳情况。
    四栏皆空的不能记录。联系领导以本人岗位记录；联络员代记的写明岗位。
    """
    rules.check_day(contact.occurred_on, today=ctx.today)
    asked_rules.check_contact(contact.asked)
    policy = await lookup.body(ctx, ContactCadence, CODE)
    talent = await ctx.get(Talent, talent_id)
    rules.check_on_record(talent.status)
    seat = await _seat(ctx, talent_id, post_id, contact.occurred_on)
    log = ContactLog(
        unit_path=talent.unit_path,
        talent_id=talent_id,
        post_id=seat.post.id,
        post_then=seat.post.name,
        leader_then=seat.leader,
        assignment_id=seat.assignment.id if seat.assignment else None,
        recorded_by=ctx.actor.id,
        recorded_by_name=ctx.actor.name,
        occurred_on=contact.occurred_on,
        mode=contact.mode,
    )
    ctx.db.add(log)
    return await _write_down(ctx, log, contact, talent=talent, assignment=seat.assignment, policy=policy)


async def _write_down(
    ctx: Context,
    log: ContactLog,
    contact: ContactIn,
    *,
    talent: Talent,
    assignment: ContactAssignment | None,
    policy: ContactCadence,
) -> ContactLog:
    """The four sections into the record, what follows from them, and the cadence."""
    follow = asked_rules.consequences(
        contact.asked,
        changes=[(c.field, c.value) for c in contact.changes],
        needs=[(n.kind, n.content) for n in contact.needs],
        default_kind=policy.default_need_kind,
    )
    for kind, _ in follow.needs:
        rules.check_need_kind(kind, policy.kind_names)
    for field, _ in follow.changes:
        check_proposable(field)
    fill(log, contact)
    log.recorded_on = ctx.today
    log.status = LOG_FLOW.after(log.status, "record")
    await ctx.db.flush()
    follow_up(ctx, log, talent.name, follow)
    if log.mode in policy.modes_that_count:
        await _count(ctx, log, assignment)
    ctx.emit(ContactRecorded(log.id, talent.id, log.post_id, log.occurred_on))
    return log


def follow_up(ctx: Context, log: ContactLog, talent_name: str, follow: asked_rules.Consequences) -> None:
    """Adds what follows from a contact. The log itself must be in the database already."""
    of, day = log.talent_id, ctx.today
    for field, value in follow.changes:
        ctx.db.add(proposal(ctx, log, field, value))
    for kind, content in follow.needs:
        need = Need(
            unit_path=log.unit_path,
            talent_id=of,
            log_id=log.id,
            talent_name=talent_name,
            kind=kind,
            content=content,
            raised_on=day,
        )
        ctx.db.add(need)
        ctx.emit(NeedRaised(need.id, of, kind))
    for content in follow.suggestions:
        ctx.db.add(
            Suggestion(unit_path=log.unit_path, talent_id=of, log_id=log.id, content=content, raised_on=day)
        )


def proposal(ctx: Context, log: ContactLog, field: str, value: str) -> ProposedChange:
    """A change the owner of the data is asked to confirm. A number that the roster seals is sealed here too."""
    made = ProposedChange(
        unit_path=log.unit_path,
        talent_id=log.talent_id,
        source=ProposalSource.LEADER,
        log_id=log.id,
        proposed_by=ctx.actor.id,
        proposed_by_name=ctx.actor.name,
        field=field,
        value=value,
        raised_on=ctx.today,
    )
    if field in SEALED:
        clear, made.value = read_sealed(field, value)
        made.value_sealed = ctx.vault.seal("proposed_change", "value_sealed", made.id, clear)
    return made


def fill(log: ContactLog, contact: ContactWords) -> None:
    """What was said, as written."""
    texts = contact.asked
    log.occurred_on, log.mode = contact.occurred_on, contact.mode
    log.place, log.attendees = asked_rules.told(contact.place), asked_rules.told(contact.attendees)
    log.greeting, log.condition = asked_rules.told(texts.greeting), asked_rules.told(texts.condition)
    log.need, log.advice = asked_rules.told(texts.need), asked_rules.told(texts.advice)
    log.confidentiality = contact.confidentiality


async def _count(ctx: Context, log: ContactLog, assignment: ContactAssignment | None) -> None:
    """The post's cadence goes on from here, and the roster shows it. A late record turns nothing back."""
    on = log.occurred_on
    if assignment is not None and on >= assignment.valid_from:
        assignment.last_contact_on = max(on, assignment.last_contact_on or on)
    await ctx.db.flush()
    await ctx.db.exec(
        update(Talent)
        .where(col(Talent.id) == log.talent_id)
        .values(
            last_contact_on=func.greatest(col(Talent.last_contact_on), on), next_contact_due=EARLIEST_DUE
        ),
        execution_options={"synchronize_session": False},
    )


@dataclass(frozen=True)
class _Seat:
    """In whose name a contact is recorded."""

    post: Post
    leader: str
    assignment: ContactAssignment | None


async def _seat(ctx: Context, talent_id: UUID, post_id: UUID | None, on: date) -> _Seat:
    """The post, who held it on that day, and its assignment to this talent."""
    leader = ctx.actor.kind is ActorKind.LEADER
    own = ctx.actor.self_id if leader else ctx.actor.post_id
    if leader and post_id not in (None, own):
        raise rules.OwnPostOnly(field="postId")
    if (chosen := post_id or own) is None:
        raise InvalidInput(reason="请选择以哪个岗位联系", field="postId")
    post = await ctx.get(Post, chosen)
    assignment = await standing(ctx, talent_id, chosen)
    if leader and assignment is None:
        raise rules.NotAssigned(post=post.name)
    terms = select(Appointment.person_name).where(col(Appointment.post_id) == chosen, holds(Appointment, on))
    names = (await ctx.db.exec(terms.limit(2))).all()
    # a post that several hold, or nobody held that day: the one who writes is the one who was there
    return _Seat(post, names[0] if len(names) == 1 else ctx.actor.name, assignment)


# Plan ---------------------------------------------------------------------------------------------


@command(allow=Permission.CONTACT_RECORD)
async def plan_contact(
    ctx: Context, *, talent_id: UUID, plan: PlanIn, post_id: UUID | None = None
) -> ContactLog:
    """登记联系计划。

    到期没有记录的转为待补记，不计入完成。
    """
    rules.check_plan(plan.planned_on, today=ctx.today)
    talent = await ctx.get(Talent, talent_id)
    rules.check_served(talent.status)
    seat = await _seat(ctx, talent_id, post_id, ctx.today)
    log = ContactLog(
        unit_path=talent.unit_path,
        talent_id=talent_id,
        post_id=seat.post.id,
        post_then=seat.post.name,
        leader_then=seat.leader,
        assignment_id=seat.assignment.id if seat.assignment else None,
        recorded_by=ctx.actor.id,
        recorded_by_name=ctx.actor.name,
        occurred_on=plan.planned_on,
        mode=plan.mode,
        place=asked_rules.told(plan.place),
        attendees=asked_rules.told(plan.attendees),
    )
    ctx.db.add(log)
    await ctx.db.flush()
    ctx.emit(ContactPlanned(log.id, talent_id, log.post_id, plan.planned_on))
    return log


@command(allow=Permission.CONTACT_RECORD)
async def complete_contact(ctx: Context, *, log_id: UUID, contact: ContactIn) -> ContactLog:
    """按计划记录四问。

    计划中的联系已经进行，填写四问；待补记的也由此补记。
    """
    rules.check_day(contact.occurred_on, today=ctx.today)
    asked_rules.check_contact(contact.asked)
    policy = await lookup.body(ctx, ContactCadence, CODE)
    log = await ctx.lock(ContactLog, log_id)
    LOG_FLOW.after(log.status, "record")
    talent = await ctx.get(Talent, log.talent_id)
    seat = await _seat(ctx, log.talent_id, log.post_id, contact.occurred_on)
    log.post_then, log.leader_then = seat.post.name, seat.leader
    log.assignment_id = seat.assignment.id if seat.assignment else None
    log.recorded_by, log.recorded_by_name = ctx.actor.id, ctx.actor.name
    return await _write_down(ctx, log, contact, talent=talent, assignment=seat.assignment, policy=policy)


@command(allow=Permission.CONTACT_RECORD)
async def cancel_contact(ctx: Context, *, log_id: UUID, reason: str) -> ContactLog:
    """取消联系计划。"""
    log = await ctx.lock(ContactLog, log_id)
    log.status = LOG_FLOW.after(log.status, "cancel")
    log.cancel_reason = asked_rules.required(reason, field="reason")
    await ctx.db.flush()
    ctx.emit(ContactCancelled(log.id, log.talent_id, log.post_id, log.cancel_reason))
    return log
