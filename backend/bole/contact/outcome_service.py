"""问策 and 问情: a suggestion is answered, a proposed change becomes a fact or does not."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col

from bole.contact import asked_rules
from bole.contact.asked_rules import NOTE
from bole.contact.events import ChangeDecided, SuggestionDecided
from bole.contact.models import ProposedChange, Suggestion
from bole.contact.rules import CHANGE_FLOW, SEALED, SUGGESTION_FLOW, ChangeStatus, SuggestionStatus
from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.core.words import Word
from bole.roster.forms import TalentChangeIn
from bole.roster.models import Talent
from bole.roster.rules import NothingChanged
from bole.roster.search import within
from bole.roster.service import change as change_talent


@query(allow=Permission.CONTACT_READ)
def suggestions(
    ask: Ask, *, status: SuggestionStatus | None = None, unit_id: UUID | None = None
) -> Select[Suggestion]:
    """人才建议。"""
    stmt = sa.select(Suggestion)
    if status is not None:
        stmt = stmt.where(col(Suggestion.status) == status)
    if unit_id is not None:
        stmt = stmt.where(within(col(Suggestion.unit_path), unit_id))
    return stmt.order_by(col(Suggestion.raised_on).desc(), col(Suggestion.id).desc())


class Answer(Word):
    """对建议的答复：采纳、部分采纳、不采纳。"""

    ADOPT = "adopt"
    ADOPT_PARTLY = "adopt_partly"
    DECLINE = "decline"


@command(allow=Permission.NEED_HANDLE)
async def answer_suggestion(ctx: Context, *, suggestion_id: UUID, answer: Answer, reply: str) -> Suggestion:
    """答复建议。

    写明采纳、部分采纳或不采纳，并说明理由；人才本人可见。
    """
    suggestion = await ctx.lock(Suggestion, suggestion_id)
    suggestion.status = SUGGESTION_FLOW.after(suggestion.status, answer.value)
    suggestion.reply = asked_rules.required(reply, field="reply")
    suggestion.decided_on, suggestion.decided_by_name = ctx.today, ctx.actor.name
    await ctx.db.flush()
    ctx.emit(SuggestionDecided(suggestion.id, suggestion.talent_id, suggestion.status.value))
    return suggestion


@query(allow=Permission.CONTACT_READ)
def proposed_changes(
    ask: Ask,
    *,
    status: ChangeStatus | None = None,
    talent_id: UUID | None = None,
    unit_id: UUID | None = None,
) -> Select[ProposedChange]:
    """联系中了解到的资料变动。"""
    stmt = sa.select(ProposedChange)
    if status is not None:
        stmt = stmt.where(col(ProposedChange.status) == status)
    if talent_id is not None:
        stmt = stmt.where(col(ProposedChange.talent_id) == talent_id)
    if unit_id is not None:
        stmt = stmt.where(within(col(ProposedChange.unit_path), unit_id))
    return stmt.order_by(col(ProposedChange.raised_on).desc(), col(ProposedChange.id).desc())


@command(allow=Permission.ROSTER_WRITE)
async def accept_change(ctx: Context, *, change_id: UUID, note: str | None = None) -> ProposedChange:
    """采用资料变动。

    由数据责任人核实后采用：写入名录，并注明来自哪次联系。文字情况（note）由责任人自行更改名录，在此办结。
    """
    change = await ctx.lock(ProposedChange, change_id)
    after = CHANGE_FLOW.after(change.status, "accept")
    before = None if change.field == NOTE else await _write_to_roster(ctx, change)
    change.status, change.value_before = after, before
    return await _decided(ctx, change, asked_rules.told(note))


@command(allow=Permission.ROSTER_WRITE)
async def reject_change(ctx: Context, *, change_id: UUID, reason: str) -> ProposedChange:
    """不采用资料变动。"""
    change = await ctx.lock(ProposedChange, change_id)
    change.status = CHANGE_FLOW.after(change.status, "reject")
    return await _decided(ctx, change, asked_rules.required(reason, field="reason"))


async def _decided(ctx: Context, change: ProposedChange, note: str | None) -> ProposedChange:
    change.decision_note = note
    change.decided_on, change.decided_by_name = ctx.today, ctx.actor.name
    await ctx.db.flush()
    accepted = change.status is ChangeStatus.ACCEPTED
    ctx.emit(ChangeDecided(change.id, change.talent_id, change.field, accepted))
    return change


async def _write_to_roster(ctx: Context, change: ProposedChange) -> str | None:
    """The roster's own command makes the change; beside it stands which contact it came from."""
    field, value = change.field, change.value
    if change.value_sealed is not None:
        value = ctx.vault.open("proposed_change", "value_sealed", change.id, change.value_sealed)
    talent = await ctx.lock(Talent, change.talent_id)
    before = getattr(talent, f"{field}_masked" if field in SEALED else field)
    try:
        told = TalentChangeIn.model_validate({field: value})
        await change_talent(ctx, talent_id=talent.id, version=talent.version, change=told)
    except NothingChanged:
        return str(before)  # somebody was faster: the roster says so already
    source = {**talent.sources[field], "source": "contact", "log": str(change.log_id)}
    talent.sources = {**talent.sources, field: source}
    return before if before is None else str(before)
