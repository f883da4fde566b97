"""A record after it was written: put right, sent for review, handed back, archived."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.contact import asked_rules, rules
from bole.contact.asked_rules import SECTION_LABELS, Consequences, Section
from bole.contact.assignment_service import EARLIEST_DUE
from bole.contact.catalogue import CODE, ContactCadence
from bole.contact.forms import ContactWords
from bole.contact.models import ContactAssignment, ContactLog, Need, Suggestion
from bole.contact.rules import (
    DONE,
    LOG_FLOW,
    NEED_FLOW,
    SUGGESTION_FLOW,
)
from bole.contact.service import fill, follow_up
from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.errors import Stale
from bole.core.operation import command
from bole.core.permissions import Permission
from bole.roster.models import Talent
from bole.roster.proposal_models import ProposedChange
from bole.roster.proposal_rules import CHANGE_FLOW

T = TypeVar("T", Need, ProposedChange, Suggestion)


@command(allow=Permission.CONTACT_RECORD)
async def amend_contact(ctx: Context, *, log_id: UUID, version: int, contact: ContactWords) -> ContactLog:
    """更正联系记录。

    记录后规定天数内可以更正。已据某栏登记的事项尚未办理的随之改写；新填的一栏照常产生后续。
    """
    rules.check_day(contact.occurred_on, today=ctx.today)
    asked_rules.check_contact(contact.asked)
    policy = await lookup.body(ctx, ContactCadence, CODE)
    log = await ctx.lock(ContactLog, log_id)
    if ctx.actor.kind is ActorKind.LEADER and log.post_id != ctx.actor.self_id:
        raise rules.OwnPostOnly()
    LOG_FLOW.after(log.status, "submit")  # a record under review or in the archive is nobody's to edit
    rules.check_editable(log.recorded_on or ctx.today, days=policy.edit_days, today=ctx.today)
    if log.version != version:
        raise Stale(by=log.amended_by_name or log.recorded_by_name, version=log.version)
    talent = await ctx.get(Talent, log.talent_id)
    before = {s: getattr(log, s.value) for s in Section}
    moved = (log.occurred_on, log.mode) != (contact.occurred_on, contact.mode)
    fill(log, contact)
    log.amended_by_name = ctx.actor.name
    await _rewrite(ctx, log, talent.name, before, policy.default_need_kind)
    await ctx.db.flush()
    if moved:
        await _recount(ctx, log, policy)
    return log


async def _rewrite(
    ctx: Context, log: ContactLog, talent_name: str, before: dict[Section, str | None], default_kind: str
) -> None:
    """What followed from a section is written anew with it, as long as nobody has acted on it."""
    asked = asked_rules.FourAsked(log.greeting, log.condition, log.need, log.advice)
    new = asked_rules.consequences(asked, default_kind=default_kind)
    changes = await _of(ctx, ProposedChange, log)
    needs = await _of(ctx, Need, log)
    suggestions = await _of(ctx, Suggestion, log)
    _check_kept(asked, Section.CONDITION, changes, "待核实的资料变动")
    _check_kept(asked, Section.NEED, needs, "需求")
    _check_kept(asked, Section.ADVICE, suggestions, "建议")
    for change in changes:
        if change.status is CHANGE_FLOW.start and change.value == before[Section.CONDITION]:
            change.value = log.condition or ""
    for need in needs:
        if need.status is NEED_FLOW.start and need.content == before[Section.NEED]:
            need.content = log.need or ""
    for suggestion in suggestions:
        if suggestion.status is SUGGESTION_FLOW.start:
            suggestion.content = log.advice or ""
    first_time = Consequences(
        changes=() if changes else new.changes,
        needs=() if needs else new.needs,
        suggestions=() if suggestions else new.suggestions,
    )
    follow_up(ctx, log, talent_name, first_time)


def _check_kept(asked: asked_rules.FourAsked, section: Section, rows: Sequence[object], what: str) -> None:
    if rows and section not in asked.follows:
        raise rules.SectionInUse(section=SECTION_LABELS[section], what=what, field=section.value)


async def _of(ctx: Context, table: type[T], log: ContactLog) -> Sequence[T]:
    """What followed from a contact so far, held until this unit of work ends."""
    stmt = select(table).where(col(table.log_id) == log.id).order_by(col(table.id)).with_for_update()
    return (await ctx.db.exec(stmt, execution_options={"populate_existing": True})).all()


async def _recount(ctx: Context, log: ContactLog, policy: ContactCadence) -> None:
    """The day or the mode was put right: the last contact is counted again from the records."""
    counted = select(func.max(col(ContactLog.occurred_on))).where(
        col(ContactLog.talent_id) == log.talent_id,
        col(ContactLog.status).in_(DONE),
        col(ContactLog.mode).in_(policy.modes_that_count),
    )
    if log.assignment_id is not None:
        assignment = await ctx.lock(ContactAssignment, log.assignment_id)
        mine = counted.where(
            col(ContactLog.post_id) == log.post_id, col(ContactLog.occurred_on) >= assignment.valid_from
        )
        last: date | None = (await ctx.db.exec(mine)).one()
        if last is None and assignment.person_id is not None and assignment.follows_id is not None:
            last = (await ctx.get(ContactAssignment, assignment.follows_id)).last_contact_on
        assignment.last_contact_on = last
        await ctx.db.flush()
    await ctx.db.exec(
        update(Talent)
        .where(col(Talent.id) == log.talent_id)
        .values(last_contact_on=counted.scalar_subquery(), next_contact_due=EARLIEST_DUE),
        execution_options={"synchronize_session": False},
    )


@command(allow=Permission.CONTACT_RECORD)
async def submit_contact(ctx: Context, *, log_id: UUID) -> ContactLog:
    """送审联系记录。"""
    return await _step(ctx, log_id, "submit")


@command(allow=Permission.CONTACT_ASSIGN)
async def hand_back_contact(ctx: Context, *, log_id: UUID, note: str) -> ContactLog:
    """退改联系记录。"""
    return await _step(ctx, log_id, "hand_back", asked_rules.required(note, field="note"))


@command(allow=Permission.CONTACT_ASSIGN)
async def archive_contact(ctx: Context, *, log_id: UUID, note: str | None = None) -> ContactLog:
    """归档联系记录。"""
    return await _step(ctx, log_id, "archive", asked_rules.told(note))


async def _step(ctx: Context, log_id: UUID, step: str, note: str | None = None) -> ContactLog:
    log = await ctx.lock(ContactLog, log_id)
    log.status = LOG_FLOW.after(log.status, step)
    log.review_note = note or log.review_note
    await ctx.db.flush()
    return log
