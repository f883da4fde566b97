"""问策: a suggestion is answered. What 问情 brought to light is decided in roster/proposal_service.py."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col

from bole.contact import asked_rules
from bole.contact.events import SuggestionDecided
from bole.contact.models import Suggestion
from bole.contact.rules import SUGGESTION_FLOW, SuggestionStatus
from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.core.words import Word
from bole.roster.search import within


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
