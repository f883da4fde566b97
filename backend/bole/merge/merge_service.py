"""合并与撤销合并."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.core.clock import SHANGHAI
from bole.core.context import Context
from bole.core.operation import command, query
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.merge import images, rules
from bole.merge.catalogue import CODE, DuplicateRules
from bole.merge.events import TalentsMerged, TalentsParted
from bole.merge.joining import Joining, as_platform, join, read_choices
from bole.merge.models import DuplicatePair, TalentMerge
from bole.merge.parting import LaterFact, Parting, later_facts, part_again
from bole.merge.parts import in_order
from bole.merge.rules import PAIR_FLOW, PairStatus, Side
from bole.merge.service import forget_signs
from bole.org.models import Unit
from bole.roster.events import LevelChanged
from bole.roster.models import Departure, Talent
from bole.roster.rules import PRESENT, DepartureReason, TalentStatus, filled


class ChoiceIn(BaseModel):
    """一项资料取哪一条记录的"""

    field: str = Field(max_length=40, description="资料项")
    side: Side = Field(description="取哪一条的")


@dataclass(frozen=True)
class MergeRule:
    """What becomes of one kind of thing."""

    table: str
    word: str
    rule: str


@query(allow=Permission.MERGE_READ)
async def merge_rules(ctx: Context) -> list[MergeRule]:
    """合并时各类事项如何处理。"""
    return [MergeRule(p.table, p.word, p.rule) for p in in_order()]


@command(allow=Permission.MERGE_DECIDE)
async def merge_talents(
    ctx: Context,
    *,
    survivor_id: UUID,
    absorbed_id: UUID,
    reason: str,
    choices: list[ChoiceIn] | None = None,
) -> TalentMerge:
    """合并两条记录。

    choices 逐项说明取哪一条的资料，未说明的取保留记录的、其为空时取并入记录的；卡、联系、需求、案件等按各自的规则
    处理。合并前的内容全部留存，在目录规定的期限内可以撤销。
    """
    said = filled("合并理由", reason, field="reason")
    survivor, absorbed = await _both(ctx, survivor_id, absorbed_id)
    await _check(ctx, survivor, absorbed)
    policy = await lookup.body(ctx, DuplicateRules, CODE)
    chosen = read_choices({c.field: c.side for c in choices or ()}, survivor, absorbed)
    unit = await ctx.get(Unit, absorbed.unit_id)
    level, absorbed_name, survivor_name = survivor.level, absorbed.name, survivor.name
    made = TalentMerge(
        id=new_id(),
        unit_path=survivor.unit_path,
        survivor_id=survivor.id,
        absorbed_id=absorbed.id,
        survivor_name=survivor_name,
        absorbed_name=absorbed_name,
        absorbed_unit=unit.name,
        reason=said,
        choices={name: side.value for name, side in chosen.items()},
        summary=[],
        merged_by=ctx.actor.name,
        merged_by_id=ctx.actor.id,
        merged_at=ctx.now,
        undo_until=rules.undo_until(ctx.today, policy.undo_days),
    )
    async with as_platform(ctx) as connection:
        before = await images.taken(connection, [survivor.id, absorbed.id])
        joining = Joining(ctx, connection, made.id, survivor, absorbed, chosen, before)
        after = await join(joining)
        made.summary = joining.summary
        ctx.db.add(made)
        await ctx.db.flush()
        await images.keep(connection, made.id, before, after)
        await _settle_pair(ctx, survivor.id, absorbed.id, "merge", said)
    ctx.emit(TalentsMerged(made.id, survivor.id, absorbed.id))
    if survivor.level != level and survivor.level_since is not None:
        ctx.emit(LevelChanged(survivor.id, level, survivor.level, survivor.level_since))
    return made


@query(allow=Permission.MERGE_DECIDE)
async def later_than_merge(ctx: Context, *, merge_id: UUID) -> Sequence[LaterFact]:
    """撤销合并前，列出合并之后新增或更改的事项。

    撤销时这些事项留在保留的记录上；可以另行选择转给恢复的记录。
    """
    merge = await ctx.get(TalentMerge, merge_id)
    _check_images(merge)
    survivor, absorbed = await ctx.get(Talent, merge.survivor_id), await ctx.get(Talent, merge.absorbed_id)
    async with as_platform(ctx) as connection:
        return later_facts(await _parting(ctx, connection, merge, survivor, absorbed))


@command(allow=Permission.MERGE_DECIDE)
async def undo_merge(
    ctx: Context, *, merge_id: UUID, reason: str, going: list[UUID] | None = None
) -> TalentMerge:
    """撤销一次合并。

    两条记录及其卡、联系、需求等恢复原状；合并之后新增的事项留在保留的记录上，going 所列的转给恢复的记录。
    """
    said = filled("撤销理由", reason, field="reason")
    told = await ctx.get(TalentMerge, merge_id)
    await _lock(ctx, told.survivor_id, told.absorbed_id)
    merge = await ctx.lock(TalentMerge, merge_id)
    survivor, absorbed = await ctx.get(Talent, merge.survivor_id), await ctx.get(Talent, merge.absorbed_id)
    await _check_undo(ctx, merge)
    level = survivor.level
    async with as_platform(ctx) as connection:
        parting = await _parting(ctx, connection, merge, survivor, absorbed)
        parting.going = set(going or ())
        await part_again(parting)
        merge.undone_by, merge.undone_at, merge.undo_reason = ctx.actor.name, ctx.now, said
        await ctx.db.flush()
        await _settle_pair(ctx, merge.survivor_id, merge.absorbed_id, "part", said)
    ctx.emit(TalentsParted(merge.id, survivor.id, absorbed.id))
    if survivor.level != level:
        ctx.emit(LevelChanged(survivor.id, level, survivor.level, survivor.level_since or ctx.today))
    return merge


# -- what both share ----------------------------------------------------------------------------------------


async def _both(ctx: Context, survivor_id: UUID, absorbed_id: UUID) -> tuple[Talent, Talent]:
    if survivor_id == absorbed_id:
        raise rules.SameRecord(field="absorbedId")
    held = await _lock(ctx, survivor_id, absorbed_id)
    return held[survivor_id], held[absorbed_id]


async def _lock(ctx: Context, *ids: UUID) -> dict[UUID, Talent]:
    """In the order of ids, as everybody does who locks two: nobody waits crosswise."""
    return {i: await ctx.lock(Talent, i) for i in sorted(ids)}


def _at(moment: datetime | None) -> str:
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" if moment else ""


async def _check(ctx: Context, survivor: Talent, absorbed: Talent) -> None:
    for talent in (absorbed, survivor):
        if talent.status is TalentStatus.CLOSED:
            standing = select(TalentMerge).where(
                col(TalentMerge.absorbed_id) == talent.id, col(TalentMerge.undone_at).is_(None)
            )
            if done := (await ctx.db.exec(standing)).first():
                raise rules.AlreadyMerged(name=talent.name, by=done.merged_by, at=_at(done.merged_at))
            raise rules.ClosedRecord(name=talent.name)
    if survivor.status is absorbed.status:
        return
    gone = [t for t in (survivor, absorbed) if t.status not in PRESENT]
    if not gone:
        return
    last = (
        select(Departure.reason)
        .where(col(Departure.talent_id).in_([t.id for t in gone]), col(Departure.came_back_on).is_(None))
        .order_by(col(Departure.left_on).desc())
    )
    if DepartureReason.DECEASED in (await ctx.db.exec(last)).all():
        raise rules.DeadAndPresent()
    if survivor in gone:
        raise rules.GoneSurvivor(name=survivor.name, field="survivorId")


async def _check_undo(ctx: Context, merge: TalentMerge) -> None:
    if merge.undone_at is not None:
        raise rules.AlreadyParted(by=merge.undone_by, at=_at(merge.undone_at))
    if ctx.today > merge.undo_until:
        days = (merge.undo_until - merge.merged_at.astimezone(SHANGHAI).date()).days
        raise rules.UndoTooLate(days=days, until=merge.undo_until.isoformat())
    _check_images(merge)
    both = [merge.survivor_id, merge.absorbed_id]
    later = (
        select(TalentMerge)
        .where(
            col(TalentMerge.undone_at).is_(None),
            col(TalentMerge.merged_at) > merge.merged_at,
            col(TalentMerge.survivor_id).in_(both) | col(TalentMerge.absorbed_id).in_(both),
        )
        .order_by(col(TalentMerge.merged_at).desc())
    )
    if blocking := (await ctx.db.exec(later)).first():
        names = f"“{blocking.absorbed_name}”并入“{blocking.survivor_name}”"
        raise rules.UndoOutOfOrder(name=names, at=_at(blocking.merged_at), mergeId=str(blocking.id))


def _check_images(merge: TalentMerge) -> None:
    if merge.images_gone_on is not None:
        raise rules.ImagesGone(on=merge.images_gone_on.isoformat())


async def _parting(
    ctx: Context, connection: object, merge: TalentMerge, survivor: Talent, absorbed: Talent
) -> Parting:
    kept = await images.Images.of(connection, merge.id)
    now = await images.taken(connection, [survivor.id, absorbed.id])
    return Parting(ctx, connection, merge, survivor, absorbed, kept, now)


async def _settle_pair(ctx: Context, one: UUID, other: UUID, step: str, reason: str) -> None:
    """The pair that led here, if there was one; a merge that was undone is a pair told apart."""
    low, high = sorted((one, other))
    found = select(DuplicatePair).where(col(DuplicatePair.low_id) == low, col(DuplicatePair.high_id) == high)
    pair = (await ctx.db.exec(found.with_for_update())).first()
    if pair is None or (step == "part" and pair.status is not PairStatus.MERGED):
        return
    if step == "merge" and pair.status is PairStatus.NOT_SAME:
        pair.status = PAIR_FLOW.after(pair.status, "reopen")
    pair.status = PAIR_FLOW.after(pair.status, step)
    pair.reason, pair.decided_by, pair.decided_at = reason, ctx.actor.name, ctx.now
    await forget_signs(ctx, pair.id)
    await ctx.db.flush()


__all__ = ["ChoiceIn", "MergeRule", "later_than_merge", "merge_rules", "merge_talents", "undo_merge"]
