"""A quarter's figures frozen: rows and counts that nobody changes, reproduced at any time, corrected beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson
from sqlalchemy import Select
from sqlmodel import col, select

from bole.campaign import reports, rules
from bole.campaign.events import FigureCorrected, QuarterWasFrozen
from bole.campaign.models import Campaign, FigureCorrection, QuarterSnapshot
from bole.campaign.rules import CampaignStatus, Compared, Span
from bole.core.context import Context
from bole.core.faults import constraint
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.roster.figures import categories_on, roster_figures
from bole.roster.quarter_rules import Quarter
from bole.roster.rules import FigureAxis

FREEZING_SECONDS = 120
AXES = tuple(FigureAxis)

constraint("quarter_snapshot_once", rules.QuarterFrozen)


@dataclass(frozen=True)
class SnapshotLine:
    """A line as it was published, and what it says after corrections."""

    key: str
    label: str
    talents: int
    stale: int
    talents_published: int
    stale_published: int
    corrected: bool


@dataclass(frozen=True)
class SnapshotFigures:
    """The frozen figures of one axis."""

    quarter: str
    last_day: date
    frozen_at: datetime
    frozen_by: str
    row_count: int
    sha256: str
    by: FigureAxis
    lines: Sequence[SnapshotLine]


@dataclass(frozen=True)
class Comparison:
    """The frozen figures of two quarters, corrections included."""

    quarter: str
    last_day: date
    against: str
    against_last_day: date
    by: FigureAxis
    talents: int
    talents_before: int
    lines: Sequence[Compared]


@dataclass(frozen=True)
class Verified:
    """Whether the rows are those of which the digest was taken."""

    quarter: str
    row_count: int
    sha256: str
    sha256_now: str
    intact: bool


@query(allow=Permission.ROSTER_READ)
def snapshots(ask: Ask) -> Select[QuarterSnapshot]:
    """已冻结的季度，最近的在前。"""
    return select(QuarterSnapshot).order_by(col(QuarterSnapshot.quarter).desc(), col(QuarterSnapshot.id))


@query(allow=Permission.ROSTER_READ)
def snapshot(ask: Ask, *, quarter: str) -> Select[QuarterSnapshot]:
    """一个冻结的季度及其更正。"""
    return select(QuarterSnapshot).where(col(QuarterSnapshot.quarter) == quarter)


@query(allow=Permission.ROSTER_READ)
async def snapshot_figures(
    ctx: Context, *, quarter: str, by: FigureAxis = FigureAxis.LEVEL
) -> SnapshotFigures:
    """一个季度冻结的数字。

    同时给出公布时的数与更正后的数；公布时的数永远不变。
    """
    kept = await _kept(ctx, Quarter.read(quarter))
    return SnapshotFigures(
        kept.quarter,
        kept.last_day,
        kept.frozen_at,
        kept.frozen_by,
        kept.row_count,
        kept.sha256,
        by,
        [_line(x) for x in await _lines(ctx, kept, by)],
    )


@query(allow=Permission.ROSTER_READ)
async def snapshot_comparison(
    ctx: Context, *, quarter: str, span: Span = Span.QUARTER, by: FigureAxis = FigureAxis.LEVEL
) -> Comparison:
    """季度、半年、全年的数字对比：两个已冻结的季度逐行相比，更正后的数为准。"""
    wanted = Quarter.read(quarter)
    kept = await _kept(ctx, wanted)
    before = await _kept(ctx, wanted.before(span.quarters))
    lines = rules.compare(await _lines(ctx, kept, by), await _lines(ctx, before, by))
    return Comparison(
        kept.quarter,
        kept.last_day,
        before.quarter,
        before.last_day,
        by,
        sum(x.talents for x in lines),
        sum(x.talents_before for x in lines),
        lines,
    )


@query(allow=Permission.CAMPAIGN_MANAGE)
async def verify_snapshot(ctx: Context, *, quarter: str) -> Verified:
    """核对一个季度的快照：按原样重算全部记录的摘要，与冻结时的比较。"""
    kept = await _kept(ctx, Quarter.read(quarter))
    found = (await ctx.db.execute(reports.OF_ROWS, {"snapshot": kept.id})).mappings().one()
    intact = (found["rows"], found["sha256"]) == (kept.row_count, kept.sha256)
    return Verified(kept.quarter, kept.row_count, kept.sha256, found["sha256"], intact)


@command(allow=Permission.CAMPAIGN_MANAGE)
async def freeze_quarter(ctx: Context, *, quarter: str) -> QuarterSnapshot:
    """冻结一个季度的数字。

    把季度末日的名录逐条存下并算出摘要，此后不能更改；发现差错的，登记更正，原数照旧可查。
    """
    wanted = Quarter.read(quarter)
    rules.check_over(wanted, ctx.today)
    if (there := await _find(ctx, wanted)) is not None:
        raise rules.QuarterFrozen(
            quarter=wanted.words, frozen_on=there.frozen_at.date().isoformat(), field="quarter"
        )
    running = select(Campaign).where(
        col(Campaign.quarter) == str(wanted), col(Campaign.status) == CampaignStatus.OPEN
    )
    if (asked := (await ctx.db.exec(running)).first()) is not None:
        raise rules.CampaignStillOpen(quarter=wanted.words, due_on=asked.due_on.isoformat(), field="quarter")
    here = await ctx.connection()
    await here.execute(f"set local statement_timeout = '{FREEZING_SECONDS}s'")
    day, kept = wanted.last_day, new_id()
    categories = orjson.dumps(await categories_on(ctx, day)).decode()
    told = (await ctx.db.execute(reports.OF_DAY, {"day": day, "categories": categories})).mappings().one()
    made = QuarterSnapshot(
        id=kept,
        quarter=str(wanted),
        last_day=day,
        frozen_at=ctx.now,
        frozen_by=ctx.actor.name,
        row_count=told["rows"],
        sha256=told["sha256"],
        figures={axis.value: await _figures(ctx, axis, day) for axis in AXES},
    )
    ctx.db.add(made)
    await ctx.db.flush()
    await ctx.db.execute(reports.FREEZE, {"day": day, "categories": categories, "snapshot": kept})
    ctx.emit(QuarterWasFrozen(kept, made.quarter, made.sha256))
    return made


@command(allow=Permission.CAMPAIGN_MANAGE)
async def correct_figure(
    ctx: Context, *, quarter: str, by: FigureAxis, key: str, talents: int, stale: int, reason: str
) -> FigureCorrection:
    """登记更正：冻结后发现差错的一行，写明更正后的数与原因；公布时的数保留。"""
    wanted = Quarter.read(quarter)
    kept = await ctx.lock(QuarterSnapshot, (await _kept(ctx, wanted)).id)
    why = rules.reason("更正原因", reason)
    rules.check_figure(talents, stale)
    line = next((x for x in await _lines(ctx, kept, by) if x["key"] == key), None)
    if line is None:
        raise rules.NoSuchFigure(quarter=wanted.words, key=key, field="key")
    if (line["talents"], line["stale"]) == (talents, stale):
        raise rules.NothingCorrected(talents=talents, stale=stale, field="talents")
    made = FigureCorrection(
        snapshot_id=kept.id,
        axis=by,
        key=key,
        label=line["label"],
        talents_before=line["talents"],
        stale_before=line["stale"],
        talents=talents,
        stale=stale,
        reason=why,
        corrected_at=ctx.now,
        corrected_by=ctx.actor.name,
    )
    ctx.db.add(made)
    ctx.emit(FigureCorrected(made.id, kept.quarter))
    return made


async def _figures(ctx: Context, axis: FigureAxis, day: date) -> list[dict[str, Any]]:
    """Of the whole city, whoever freezes it."""
    told = await roster_figures(ctx, by=axis, as_of=day)
    return [{"key": x.key, "label": x.label, "talents": x.talents, "stale": x.stale} for x in told.lines]


async def _find(ctx: Context, quarter: Quarter) -> QuarterSnapshot | None:
    found = select(QuarterSnapshot).where(col(QuarterSnapshot.quarter) == str(quarter))
    return (await ctx.db.exec(found)).first()


async def _kept(ctx: Context, quarter: Quarter) -> QuarterSnapshot:
    kept = await _find(ctx, quarter)
    if kept is None:
        raise rules.NotFrozen(quarter=quarter.words, field="quarter")
    return kept


async def _lines(ctx: Context, kept: QuarterSnapshot, by: FigureAxis) -> list[dict[str, Any]]:
    """The lines after corrections, the latest of each; `published` beside."""
    said = select(FigureCorrection).where(
        col(FigureCorrection.snapshot_id) == kept.id, col(FigureCorrection.axis) == by
    )
    last = {c.key: c for c in await ctx.db.exec(said.order_by(col(FigureCorrection.id)))}
    made = []
    for line in kept.figures[by.value]:
        mended = last.get(line["key"])
        now = {"talents": mended.talents, "stale": mended.stale} if mended else {}
        made.append({**line, **now, "published": line, "corrected": mended is not None})
    return made


def _line(told: dict[str, Any]) -> SnapshotLine:
    published = told["published"]
    return SnapshotLine(
        told["key"],
        told["label"],
        told["talents"],
        told["stale"],
        published["talents"],
        published["stale"],
        told["corrected"],
    )
