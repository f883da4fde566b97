"""What a unit answers for each of its people: nothing changed, changed, left; one by one or many at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select
from sqlmodel import col, select

from bole.campaign import rules
from bole.campaign.models import Campaign, CampaignItem
from bole.campaign.rules import ITEM_FLOW, CampaignStatus, ItemStatus
from bole.core.context import Context
from bole.core.errors import InvalidInput, Refusal
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.roster import standing_service
from bole.roster.editing import touch
from bole.roster.models import Talent
from bole.roster.rules import TALENT_FLOW, DepartureReason, TalentStatus
from bole.roster.search import within

AT_ONCE = 500
Act = Callable[[Context, Campaign, CampaignItem, Talent], str]


@dataclass(frozen=True)
class ItemOutcome:
    """What became of one of several records."""

    item_id: UUID
    done: bool
    words: str


@dataclass(frozen=True)
class AnswerOutcome:
    """Row by row; what was done stays done."""

    done: int
    rows: Sequence[ItemOutcome]


@query(allow=Permission.ROSTER_READ)
def campaign_items(
    ask: Ask, *, campaign_id: UUID, unit_id: UUID | None = None, status: ItemStatus | None = None
) -> Select[CampaignItem]:
    """季度更新名册，按单位、姓名排列。"""
    stmt = select(CampaignItem).where(col(CampaignItem.campaign_id) == campaign_id)
    if unit_id is not None:
        stmt = stmt.where(within(col(CampaignItem.unit_path), unit_id))
    if status is not None:
        stmt = stmt.where(col(CampaignItem.status) == status)
    return stmt.order_by(col(CampaignItem.unit_path), col(CampaignItem.name_key), col(CampaignItem.id))


@command(allow=Permission.CAMPAIGN_ANSWER)
async def confirm_items(ctx: Context, *, item_ids: list[UUID]) -> AnswerOutcome:
    """确认所选的记录没有变动。

    逐条给出结果：已由他人确认的、已离开的不重复办理，其余照办。截止后的为补确认，待更新的随即恢复在库。
    """
    return await _each(ctx, item_ids, _confirm)


@command(allow=Permission.CAMPAIGN_ANSWER)
async def undo_items(ctx: Context, *, item_ids: list[UUID]) -> AnswerOutcome:
    """撤销刚才的确认。

    只在规定的分钟内、由确认人本人撤销；其间更改过的不撤销。
    """
    return await _each(ctx, item_ids, _undo)


@command(allow=Permission.CAMPAIGN_ANSWER)
async def mark_left(
    ctx: Context,
    *,
    item_id: UUID,
    left_on: date,
    reason: DepartureReason,
    told_to: str,
    told_on: date,
    destination: str | None = None,
    note: str | None = None,
) -> CampaignItem:
    """在季度更新中登记离开，写明日期、原因、已向谁报告。"""
    found = await ctx.get(CampaignItem, item_id)
    await standing_service.leave(
        ctx,
        talent_id=found.talent_id,
        left_on=left_on,
        reason=reason,
        told_to=told_to,
        told_on=told_on,
        destination=destination,
        note=note,
    )
    item = await ctx.lock(CampaignItem, item_id)  # after the person, as everybody takes them
    answer(ctx, item, "leave", note=reason.label)
    return item


def answer(
    ctx: Context, item: CampaignItem, step: str, *, by: str | None = None, note: str | None = None
) -> None:
    item.status = ITEM_FLOW.after(item.status, step)
    item.answered_at, item.answered_by, item.note = ctx.now, by or ctx.actor.name, note


async def _each(ctx: Context, item_ids: list[UUID], act: Act) -> AnswerOutcome:
    wanted = list(dict.fromkeys(item_ids))
    if not 0 < len(wanted) <= AT_ONCE:
        raise InvalidInput(reason=f"一次可选 1 至 {AT_ONCE} 条，现选了 {len(wanted)} 条", field="itemIds")
    # people before items, and both in the order of their ids: whoever edits a person holds it before its item
    asked = select(CampaignItem.id, CampaignItem.talent_id).where(col(CampaignItem.id).in_(wanted))
    whose = dict((await ctx.db.exec(asked)).all())
    people = select(Talent).where(col(Talent.id).in_(list(whose.values())))
    held = {t.id: t for t in await ctx.db.exec(people.order_by(col(Talent.id)).with_for_update(of=Talent))}
    items = select(CampaignItem).where(col(CampaignItem.id).in_(wanted)).order_by(col(CampaignItem.id))
    locked = {i.id: i for i in await ctx.db.exec(items.with_for_update(of=CampaignItem))}
    running = select(Campaign).where(col(Campaign.id).in_({i.campaign_id for i in locked.values()}))
    campaigns = {c.id: c for c in await ctx.db.exec(running)}
    rows = []
    for item_id in wanted:
        item = locked.get(item_id)
        talent = held.get(item.talent_id) if item else None
        if item is None or talent is None:
            rows.append(ItemOutcome(item_id, False, "没有这条记录，或已转到您范围之外的单位"))
            continue
        try:
            rows.append(ItemOutcome(item_id, True, act(ctx, campaigns[item.campaign_id], item, talent)))
        except Refusal as no:
            rows.append(ItemOutcome(item_id, False, f"{talent.name}：{no}"))
    return AnswerOutcome(sum(r.done for r in rows), rows)


def _confirm(ctx: Context, campaign: Campaign, item: CampaignItem, talent: Talent) -> str:
    if item.status not in (ItemStatus.PENDING, ItemStatus.UNCONFIRMED):
        raise rules.AlreadyAnswered(by=item.answered_by or "系统", status=ITEM_FLOW.labels[item.status])
    if talent.status not in (TalentStatus.ACTIVE, TalentStatus.STALE):
        raise rules.NoLongerHere(status=TALENT_FLOW.labels[talent.status])
    late = item.status is ItemStatus.UNCONFIRMED or campaign.status is CampaignStatus.CLOSED
    if item.status is ItemStatus.PENDING and late:
        item.status = ITEM_FLOW.after(item.status, "lapse")  # closed, and the night has not come to it yet
    item.was = talent.status
    answer(ctx, item, "confirm_late" if late else "confirm")
    if talent.status is TalentStatus.STALE:
        talent.status = TALENT_FLOW.after(talent.status, "confirm")
        touch(ctx, talent, "status")
    return ITEM_FLOW.labels[item.status]


def _undo(ctx: Context, campaign: Campaign, item: CampaignItem, talent: Talent) -> str:
    if item.status is not ItemStatus.CONFIRMED:
        raise rules.NotToUndo(why=f"现为“{ITEM_FLOW.labels[item.status]}”")
    if item.answered_by != ctx.actor.name:
        raise rules.NotToUndo(why=f"是由{item.answered_by}确认的")
    if campaign.status is CampaignStatus.CLOSED or not rules.may_undo(
        item.answered_at, ctx.now, campaign.undo_minutes
    ):
        raise rules.NotToUndo(why=f"已超过 {campaign.undo_minutes} 分钟或已截止")
    item.status = ITEM_FLOW.after(item.status, "undo")
    item.answered_at = item.answered_by = None
    if item.was is TalentStatus.STALE and talent.status is TalentStatus.ACTIVE:
        talent.status = TALENT_FLOW.after(talent.status, "ask_update")
        touch(ctx, talent, "status")
    return ITEM_FLOW.labels[item.status]
