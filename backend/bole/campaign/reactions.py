"""What a campaign learns from the roster: an edit answers, who left or was closed need not be asked."""

from uuid import UUID

from sqlmodel import col, select

from bole.campaign.answering_service import answer
from bole.campaign.models import Campaign, CampaignItem
from bole.campaign.rules import ITEM_FLOW, CampaignStatus, ItemStatus
from bole.core.context import Context
from bole.core.events import on
from bole.merge.events import TalentsMerged, TalentsParted
from bole.roster.editing import touch
from bole.roster.events import TalentChanged, TalentClosed, TalentLeft
from bole.roster.models import Talent
from bole.roster.rules import TALENT_FLOW, TalentStatus

NO_ANSWER = {"status", "unit_id", "level"}
"""Changes that are not the unit's word on its record: where it stands, whose it is, what was recognised."""
EDITED, GONE, CLOSED = "资料已更改", "已登记离开", "记录已注销或合并"


@on(TalentChanged)
async def an_edit_answers(ctx: Context, fact: TalentChanged) -> None:
    """And whoever waited for an update is up to date again."""
    if not set(fact.fields) - NO_ANSWER:
        return
    talent = await ctx.lock(Talent, fact.talent_id)
    items = await _open(ctx, fact.talent_id, ItemStatus.PENDING, ItemStatus.UNCONFIRMED)
    for item in items:
        answer(ctx, item, "change" if item.status is ItemStatus.PENDING else "confirm_late", by=EDITED)
    if items and talent.status is TalentStatus.STALE:
        talent.status = TALENT_FLOW.after(talent.status, "confirm")
        touch(ctx, talent, "status")


@on(TalentLeft)
async def who_left_was_answered_for(ctx: Context, fact: TalentLeft) -> None:
    for item in await _open(ctx, fact.talent_id, *_leaving("leave")):
        answer(ctx, item, "leave", by=GONE, note=fact.left_on.isoformat() if fact.left_on else None)


@on(TalentClosed)
async def a_closed_record_is_not_asked_about(ctx: Context, fact: TalentClosed) -> None:
    for item in await _open(ctx, fact.talent_id, *_leaving("drop")):
        answer(ctx, item, "drop", by=CLOSED)


@on(TalentsMerged)
async def a_record_merged_away_is_not_asked_about(ctx: Context, fact: TalentsMerged) -> None:
    for item in await _open(ctx, fact.absorbed_id, *_leaving("drop")):
        answer(ctx, item, "drop", by=CLOSED)


@on(TalentsParted)
async def whoever_is_back_is_asked_about_again(ctx: Context, fact: TalentsParted) -> None:
    """While the campaign runs; afterwards it is over for this record as it is for newcomers."""
    for item in await _open(ctx, fact.absorbed_id, ItemStatus.DROPPED):
        item.status = ITEM_FLOW.after(item.status, "ask_again")
        item.answered_at = item.answered_by = item.note = None


def _leaving(step: str) -> tuple[ItemStatus, ...]:
    return tuple(ITEM_FLOW.steps[step].before)


async def _open(ctx: Context, talent_id: UUID, *statuses: ItemStatus) -> list[CampaignItem]:
    """The person's items of campaigns that run; of closed ones those that nobody answered."""
    stmt = (
        select(CampaignItem)
        .join(Campaign, col(Campaign.id) == col(CampaignItem.campaign_id))
        .where(col(CampaignItem.talent_id) == talent_id, col(CampaignItem.status).in_(statuses))
        .where(
            (col(Campaign.status) == CampaignStatus.OPEN)
            | (col(CampaignItem.status) == ItemStatus.UNCONFIRMED)
        )
        .order_by(col(CampaignItem.id))
        .with_for_update(of=CampaignItem)
    )
    return list((await ctx.db.exec(stmt)).all())
