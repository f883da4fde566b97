"""Issuing in batches: drawn up by one person, approved by another, issued as approved, each person once."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, insert, select
from sqlmodel import col
from sqlmodel import select as rows

from bole.card import lifecycle, rules
from bole.card.events import BatchApproved, BatchIssued, BatchReturned, BatchSubmitted, CardIssued
from bole.card.models import BatchLine, Card, CardBatch
from bole.card.offers import Scheme, scheme
from bole.card.rules import BATCH_FLOW, LIVE, BatchStatus, LineStatus, SkipReason, Tier
from bole.card.service import within
from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.roster.models import Talent
from bole.roster.rules import TalentStatus

MOST = 5000
AT_ONCE = 100
"""People issued to in one unit of work; the worker goes on with the rest."""

JOB = "card.issue_batch"
IN_ROSTER = (TalentStatus.ACTIVE, TalentStatus.STALE)


# Queries ------------------------------------------------------------------------------------------


@query(allow=Permission.CARD_ISSUE)
def card_batches(ask: Ask, *, status: BatchStatus | None = None) -> Select[CardBatch]:
    """发卡批次。"""
    stmt = select(CardBatch)
    if status is not None:
        stmt = stmt.where(col(CardBatch.status) == status)
    return stmt.order_by(col(CardBatch.id).desc())


@query(allow=Permission.CARD_ISSUE)
def card_batch(ask: Ask, *, id: UUID) -> Select[CardBatch]:
    """一个发卡批次。"""
    return select(CardBatch).where(col(CardBatch.id) == id)


@query(allow=Permission.CARD_ISSUE)
def card_batch_lines(
    ask: Ask, *, batch_id: UUID, status: LineStatus | None = None, tier: str | None = None
) -> Select[BatchLine]:
    """批次名单：谁领哪种卡，谁不发、为什么。"""
    stmt = select(BatchLine).where(col(BatchLine.batch_id) == batch_id)
    if status is not None:
        stmt = stmt.where(col(BatchLine.status) == status)
    if tier is not None:
        stmt = stmt.where(col(BatchLine.tier) == tier)
    return stmt.order_by(col(BatchLine.unit_path), col(BatchLine.id))


# Commands -----------------------------------------------------------------------------------------


@command(allow=Permission.CARD_ISSUE)
async def draw_up_card_batch(
    ctx: Context,
    *,
    title: str,
    scheme_code: str,
    unit_id: UUID | None = None,
    levels: list[str] | None = None,
    talent_ids: list[UUID] | None = None,
) -> CardBatch:
    """拟定发卡批次。

    按名单，或按单位与层次：列出在库、层次有对应卡种、尚未持卡的人。名单即预览，提交前可移出个别人。
    """
    plan = await scheme(ctx, scheme_code)
    people = await _people(ctx, plan, unit_id, levels, talent_ids)
    batch = CardBatch(
        unit_path=ctx.actor.lo,
        title=title.strip()[:80] or f"{plan.name}发卡",
        scheme=plan.code,
        scheme_version=plan.version,
        prepared_by=ctx.actor.id,
        prepared_by_name=ctx.actor.name,
    )
    judged = await _judge(ctx, plan, people)
    batch.people = len(people)
    batch.planned = sum(skip is None for _, _, skip, _ in judged)
    ctx.db.add(batch)
    await ctx.db.flush()
    if judged:
        # Lines are the batch's own list: one statement, and no line of each in the audit of drawing it up.
        await ctx.db.execute(insert(BatchLine), [_line(batch, *one) for one in judged])
    return batch


@command(allow=Permission.CARD_ISSUE)
async def remove_from_card_batch(ctx: Context, *, batch_id: UUID, line_ids: list[UUID]) -> CardBatch:
    """从草拟的批次中移出个别人。"""
    batch = await ctx.lock(CardBatch, batch_id)
    BATCH_FLOW.after(batch.status, "submit")  # only what may still be submitted may still be changed
    stmt = rows(BatchLine).where(
        col(BatchLine.batch_id) == batch.id,
        col(BatchLine.id).in_(line_ids),
        col(BatchLine.status) == LineStatus.PLANNED,
    )
    for line in await ctx.db.exec(stmt.with_for_update()):
        line.status, line.skip = LineStatus.SKIPPED, SkipReason.REMOVED
        batch.planned -= 1
    return batch


@command(allow=Permission.CARD_ISSUE)
async def submit_card_batch(ctx: Context, *, batch_id: UUID) -> CardBatch:
    """提交发卡批次待批。"""
    batch = await ctx.lock(CardBatch, batch_id)
    after = BATCH_FLOW.after(batch.status, "submit")
    if batch.planned == 0:
        raise rules.NobodyToIssue(lines=batch.people)
    batch.status = after
    batch.note = ""
    ctx.emit(BatchSubmitted(batch.id, batch.planned))
    return batch


@command(allow=Permission.CARD_APPROVE)
async def return_card_batch(ctx: Context, *, batch_id: UUID, note: str) -> CardBatch:
    """退回发卡批次修改。"""
    batch = await ctx.lock(CardBatch, batch_id)
    batch.status = BATCH_FLOW.after(batch.status, "return")
    batch.note = rules.check_reason(note, step="退回")
    ctx.emit(BatchReturned(batch.id, batch.note))
    return batch


@command(allow=Permission.CARD_ISSUE)
async def withdraw_card_batch(ctx: Context, *, batch_id: UUID) -> CardBatch:
    """撤回发卡批次。"""
    batch = await ctx.lock(CardBatch, batch_id)
    batch.status = BATCH_FLOW.after(batch.status, "withdraw")
    return batch


@command(allow=Permission.CARD_APPROVE)
async def approve_card_batch(ctx: Context, *, batch_id: UUID) -> CardBatch:
    """批准发卡批次，并即发放。

    人数多的由后台继续发放，进度见已发卡数。批准后层次有变化、已离开或已持卡的人不发，注明原因。
    """
    batch = await ctx.lock(CardBatch, batch_id)
    after = BATCH_FLOW.after(batch.status, "approve")
    plan = await scheme(ctx, batch.scheme)
    if plan.body.approve_batches and batch.prepared_by == ctx.actor.id:
        raise rules.SamePerson()
    batch.status = after
    batch.approved_by, batch.approved_by_name, batch.approved_at = ctx.actor.id, ctx.actor.name, ctx.now
    await ctx.db.flush()
    ctx.emit(BatchApproved(batch.id))
    if not await issue_some(ctx, batch):
        ctx.enqueue(JOB, {"batch_id": str(batch.id)})
    return batch


async def issue_some(ctx: Context, batch: CardBatch) -> bool:
    """Issues to the next people of an approved batch that the caller holds; True when nobody is left."""
    plan = await scheme(ctx, batch.scheme)
    stmt = (
        rows(BatchLine)
        .where(col(BatchLine.batch_id) == batch.id, col(BatchLine.status) == LineStatus.PLANNED)
        .order_by(col(BatchLine.id))
        .limit(AT_ONCE)
        .with_for_update()
    )
    lines = list(await ctx.db.exec(stmt))
    talents = {line.talent_id for line in lines}
    found = await ctx.db.exec(rows(Talent).where(col(Talent.id).in_(talents)))
    judged = {one[0].id: one for one in await _judge(ctx, plan, list(found))}
    for line in lines:
        await _issue_one(ctx, batch, plan, line, judged.get(line.talent_id))
    if len(lines) == AT_ONCE:
        return False
    batch.status = BATCH_FLOW.after(batch.status, "finish")
    ctx.emit(BatchIssued(batch.id, batch.issued))
    return True


async def _issue_one(
    ctx: Context, batch: CardBatch, plan: Scheme, line: BatchLine, judged: "Judged | None"
) -> None:
    """The list was approved as it was seen: who is no longer what it says gets no card."""
    talent, tier, skip, until = judged or (None, None, SkipReason.LEFT, ctx.today)
    if talent is None or tier is None or skip is not None or tier.code != line.tier:
        line.status, line.skip = LineStatus.SKIPPED, skip or SkipReason.CHANGED
        batch.planned -= 1
        return
    made = Card(
        talent_id=talent.id,
        unit_path=talent.unit_path,
        batch_id=batch.id,
        number=await lifecycle.new_number(ctx, plan.body.number_prefix),
        scheme=plan.code,
        scheme_version=plan.version,
        tier=tier.code,
        tier_name=tier.name,
        level=talent.level or "",
        valid_from=ctx.today,
        valid_until=until,
        status_since=ctx.now,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    line.status, line.card_id = LineStatus.ISSUED, made.id
    batch.issued += 1
    ctx.emit(CardIssued(made.id, talent.id, tier.code))


# Who gets what ------------------------------------------------------------------------------------

Judged = tuple[Talent, Tier | None, SkipReason | None, date]


async def _people(
    ctx: Context,
    plan: Scheme,
    unit_id: UUID | None,
    levels: list[str] | None,
    talent_ids: list[UUID] | None,
) -> list[Talent]:
    stmt = rows(Talent)
    if talent_ids is not None:
        stmt = stmt.where(col(Talent.id).in_(talent_ids))
    else:
        wanted = {level for tier in plan.tiers for level in tier.levels}
        wanted = wanted & set(levels) if levels is not None else wanted
        holders = select(col(Card.talent_id)).where(col(Card.scheme) == plan.code, col(Card.status).in_(LIVE))
        stmt = stmt.where(
            col(Talent.level).in_(wanted),
            col(Talent.status).in_(IN_ROSTER),
            col(Talent.id).not_in(holders),
        )
    if unit_id is not None:
        stmt = stmt.where(within(Talent, unit_id))
    people = list(await ctx.db.exec(stmt.order_by(col(Talent.unit_path), col(Talent.id)).limit(MOST + 1)))
    if len(people) > MOST:
        raise rules.TooManyForOneBatch(people=f"{MOST} 以上", limit=MOST)
    return people


async def _judge(ctx: Context, plan: Scheme, people: Sequence[Talent]) -> list[Judged]:
    """For each: the tier, why they get no card, and until when the card would hold."""
    ids = [t.id for t in people]
    holding = select(col(Card.talent_id)).where(
        col(Card.talent_id).in_(ids), col(Card.scheme) == plan.code, col(Card.status).in_(LIVE)
    )
    holders = set((await ctx.db.execute(holding)).scalars())
    ends = await lifecycle.recognised_until(ctx, ids)
    made = []
    for talent in people:
        tier = rules.tier_of(talent.level, plan.tiers)
        skip = rules.skip_reason(
            in_roster=talent.status in IN_ROSTER,
            level=talent.level,
            tier=tier,
            recognised_until=ends.get(talent.id),
            holds_one=talent.id in holders,
            today=ctx.today,
        )
        until = rules.valid_until(
            ctx.today, years=plan.body.valid_years, recognised_until=ends.get(talent.id)
        )
        made.append((talent, tier, skip, until))
    return made


def _line(
    batch: CardBatch, talent: Talent, tier: Tier | None, skip: SkipReason | None, until: date
) -> dict[str, object]:
    return {
        "id": new_id(),
        "batch_id": batch.id,
        "talent_id": talent.id,
        "unit_path": talent.unit_path,
        "level": talent.level,
        "tier": tier.code if tier else None,
        "tier_name": tier.name if tier else None,
        "valid_until": until if skip is None else None,
        "status": LineStatus.PLANNED if skip is None else LineStatus.SKIPPED,
        "skip": skip,
        "card_id": None,
    }
