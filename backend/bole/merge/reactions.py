"""Whoever enters, or whose data change, is looked at against everybody who shares a key. Each may be told twice."""

from typing import Final
from uuid import UUID

from sqlmodel import col, select

from bole.core.context import Context
from bole.core.events import on
from bole.merge.events import TalentsMerged, TalentsParted
from bole.merge.finding import JOB_OF, look_at
from bole.merge.models import DuplicatePair, TalentMerge
from bole.merge.rules import PAIR_FLOW, PairStatus
from bole.merge.service import forget_signs
from bole.notice.service import notify
from bole.org.offices import desk_of
from bole.roster.events import TalentChanged, TalentClosed, TalentEntered
from bole.roster.importing_events import TalentsImported
from bole.roster.models import Talent

COMPARED: Final = {"name", "phone", "birth_date", "gender", "names", "documents"}
"""Fields by which people are compared; a change of others is no new evidence."""

TOLD_BY_ENTRY: Final = "录入时已核对，确认不是同一人"


@on(TalentEntered)
async def look_at_a_newcomer(ctx: Context, fact: TalentEntered) -> None:
    await look_at(ctx, [fact.talent_id])
    told = [sorted((fact.talent_id, other)) for other in fact.not_same_as or ()]
    talent = await ctx.find(Talent, fact.talent_id)
    for low, high in told:
        found = select(DuplicatePair).where(
            col(DuplicatePair.low_id) == low,
            col(DuplicatePair.high_id) == high,
            col(DuplicatePair.status) == PairStatus.OPEN,
        )
        if talent is not None and (pair := (await ctx.db.exec(found.with_for_update())).first()):
            pair.status = PAIR_FLOW.after(pair.status, "tell_apart")
            source = talent.sources.get("name", {})
            pair.reason, pair.decided_by, pair.decided_at = TOLD_BY_ENTRY, source.get("by", "录入人"), ctx.now
            await forget_signs(ctx, pair.id)


@on(TalentChanged)
async def look_again(ctx: Context, fact: TalentChanged) -> None:
    if COMPARED & set(fact.fields):
        await look_at(ctx, [fact.talent_id])


@on(TalentsImported)
async def look_at_the_imported(ctx: Context, fact: TalentsImported) -> None:
    if ids := [*fact.entered, *fact.changed]:
        ctx.enqueue(JOB_OF, {"talent_ids": ids})


@on(TalentClosed)
async def nothing_left_to_compare(ctx: Context, fact: TalentClosed) -> None:
    await _forget(ctx, fact.talent_id)


@on(TalentsMerged)
async def others_now_stand_against_the_survivor(ctx: Context, fact: TalentsMerged) -> None:
    await _forget(ctx, fact.absorbed_id)
    await look_at(ctx, [fact.survivor_id])
    merge = await ctx.get(TalentMerge, fact.merge_id)
    title = f"“{merge.absorbed_name}”的记录经核重并入他条，不再使用"
    await _tell_the_keeper(ctx, merge, "merged", title, merge.reason)


@on(TalentsParted)
async def both_are_compared_again(ctx: Context, fact: TalentsParted) -> None:
    await look_at(ctx, [fact.survivor_id, fact.absorbed_id])
    merge = await ctx.get(TalentMerge, fact.merge_id)
    title = f"“{merge.absorbed_name}”的合并已撤销，记录恢复使用"
    await _tell_the_keeper(ctx, merge, "parted", title, merge.undo_reason or "")


async def _tell_the_keeper(ctx: Context, merge: TalentMerge, what: str, title: str, reason: str) -> None:
    """Whoever kept the record that was absorbed: of the other one they hear nothing."""
    absorbed = await ctx.get(Talent, merge.absorbed_id)
    await notify(
        ctx,
        kind="merge",
        title=title,
        body=reason,
        about="talent",
        about_id=absorbed.id,
        key=f"merge/{merge.id}/{what}",
        posts=await desk_of(ctx, absorbed.unit_id),
    )


async def _forget(ctx: Context, talent_id: UUID) -> None:
    """Open pairs of a record that is closed: there is nobody to compare with any more."""
    mine = select(DuplicatePair).where(
        (col(DuplicatePair.low_id) == talent_id) | (col(DuplicatePair.high_id) == talent_id),
        col(DuplicatePair.status) == PairStatus.OPEN,
    )
    for pair in (await ctx.db.exec(mine.with_for_update())).all():
        await forget_signs(ctx, pair.id)
        await ctx.db.delete(pair)
