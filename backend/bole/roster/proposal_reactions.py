"""Who is told of a proposed change: the office that keeps the record, and whoever proposed it."""

from sqlmodel import col, select

from bole.core.context import Context
from bole.core.events import on
from bole.identity.models import Account
from bole.notice.service import notify
from bole.org.offices import desk, desk_above
from bole.roster.events import ChangeDecided, ChangeProposed
from bole.roster.models import Talent
from bole.roster.proposal_models import ProposedChange
from bole.roster.proposal_rules import CHANGE_FLOW, ProposalSource, label_of


@on(ChangeProposed)
async def tell_the_keeper(ctx: Context, fact: ChangeProposed) -> None:
    change = await ctx.find(ProposedChange, fact.change_id)
    if change is None:
        return
    talent = await ctx.get(Talent, change.talent_id)
    await notify(
        ctx,
        kind="change",
        title=f"{change.source.label}提出更正{talent.name}的{label_of(change.field)}",
        body="请核实后采用，或写明理由不采用。",
        about="proposed_change",
        about_id=change.id,
        key=f"change_proposed/{change.id}",
        posts=await desk(ctx, talent.unit_id) or await desk_above(ctx, talent.unit_path),
    )


@on(ChangeDecided)
async def tell_who_proposed(ctx: Context, fact: ChangeDecided) -> None:
    change = await ctx.find(ProposedChange, fact.change_id)
    if change is None or change.source is ProposalSource.LEADER:
        return
    told = select(col(Account.id)).where(col(Account.id) == change.proposed_by)
    await notify(
        ctx,
        kind="change",
        title=f"您提出的更正（{label_of(change.field)}）：{CHANGE_FLOW.labels[change.status]}",
        body=change.decision_note or "",
        about="proposed_change",
        about_id=change.id,
        key=f"change_decided/{change.id}",
        accounts=(await ctx.db.exec(told)).all(),
    )
