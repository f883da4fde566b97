"""How many there were on a day, by level, type, category, unit or status; and how many of them are 待更新."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

import orjson
from sqlalchemy import TextClause, text
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.models import DEMO
from bole.catalogue.shapes import kinds
from bole.core.context import Context
from bole.core.operation import query
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.roster.catalogue import TalentCategory
from bole.roster.rules import COUNTED, TALENT_FLOW, FigureAxis, TalentStatus

NOBODYS: Final = ""
"""The key of those whom an axis does not name: no level, no type, no category, kept by the unit itself."""


@dataclass(frozen=True)
class Figure:
    """One line: how many, of them how many 待更新."""

    key: str
    label: str
    talents: int
    stale: int


@dataclass(frozen=True)
class Figures:
    """The lines add up to the whole."""

    as_of: date
    by: FigureAxis
    talents: int
    stale: int
    lines: Sequence[Figure]
    unit: str
    """Of whom: a unit and what is below it."""
    definition: str
    """Who is counted, and by which versions of the catalogue: the same day and the same words give the same numbers."""


COUNT: Final[TextClause] = text("""
-- Who counts on a day and how many of them wait for an update. Row policies say whose: by the unit of that day.
select coalesce(case cast(:axis as text)
         when 'level' then p.level when 'type' then p.talent_type when 'status' then p.status
         when 'category' then cast(:categories as jsonb) ->> p.talent_type
         when 'unit' then cast(u.id as text) end, '') as key,
       count(*) as talents, count(*) filter (where p.status = 'stale') as stale
from talent_period p
left join unit u on cast(:axis as text) = 'unit' and u.parent_id = :top
  and p.unit_path >= u.path and p.unit_path < u.path_end
where p.valid_from <= :day and p.valid_until > :day and p.status = any(cast(:statuses as text[]))
  and p.unit_path >= :lo and p.unit_path < :hi
group by 1
""")


@query(allow=Permission.ROSTER_READ)
async def roster_figures(
    ctx: Context, *, by: FigureAxis, as_of: date | None = None, unit_id: UUID | None = None
) -> Figures:
    """名录数字。

    某日的人数，按层次、类型、六类人才、下级单位或状态分列，每项另列待更新人数。在库与待更新的计入；按状态分列时各状态都列出，
    注销的不计。层次、单位等都按当日计，与当日以后的变动无关。
    """
    day = min(as_of or ctx.today, ctx.today)
    top = await top_of(ctx, unit_id)
    statuses = (
        [s for s in TalentStatus if s is not TalentStatus.CLOSED] if by is FigureAxis.STATUS else COUNTED
    )
    lo, hi = (top.path, top.path_end) if top else (ctx.actor.lo, ctx.actor.hi)
    given = {
        "axis": by.value,
        "categories": orjson.dumps(await categories_on(ctx, day)).decode(),
        "top": top.id if top else None,
        "day": day,
        "statuses": [s.value for s in statuses],
        "lo": max(lo, ctx.actor.lo),
        "hi": min(hi, ctx.actor.hi),
    }
    counted = {r["key"]: r for r in (await ctx.db.execute(COUNT, given)).mappings()}
    names = await _names(ctx, by, day, top)
    known = [key for key in names if key in counted] + sorted(counted.keys() - names.keys())
    lines = [Figure(k, str(names.get(k, k)), counted[k]["talents"], counted[k]["stale"]) for k in known]
    return Figures(
        day,
        by,
        sum(x.talents for x in lines),
        sum(x.stale for x in lines),
        lines,
        top.name if top else "管理范围内全部",
        await _definition(ctx, by, day),
    )


KINDS: Final = {
    FigureAxis.LEVEL: ("level",),
    FigureAxis.TYPE: ("talent_type",),
    FigureAxis.CATEGORY: ("talent_category", "talent_type"),
}


async def _definition(ctx: Context, by: FigureAxis, day: date) -> str:
    counted = "各状态分列，注销的不计" if by is FigureAxis.STATUS else "在库与待更新的计入，待更新另列"
    told = [counted]
    for kind in KINDS.get(by, ()):
        entries = await lookup.entries(ctx, kind, on=day)
        if not entries:
            told.append(f"{kinds()[kind]}目录当日无条目")
            continue
        since = max(e.valid_from for e in entries)
        same = len({e.number for e in entries}) == 1
        versions = "、".join(f"{e.name}第{e.number}版" for e in entries)
        versions = f"各项均为第{entries[0].number}版" if same else versions
        demo = "，演示数据" if any(e.source == DEMO for e in entries) else ""
        told.append(f"{kinds()[kind]}目录自 {since} 起施行（{versions}{demo}）")
    return "；".join(told)


async def top_of(ctx: Context, unit_id: UUID | None) -> Unit | None:
    """The unit asked for, or the smallest that holds all the actor sees."""
    if unit_id is not None:
        return await ctx.get(Unit, unit_id)
    whole = select(Unit).where(col(Unit.path) <= ctx.actor.lo, col(Unit.path_end) >= ctx.actor.hi)
    found = (await ctx.db.exec(whole.order_by(col(Unit.depth).desc()).limit(1))).first()
    if found is None:  # the whole city's range is wider than its root
        found = (
            await ctx.db.exec(select(Unit).where(col(Unit.depth) == 1).order_by(col(Unit.path)).limit(1))
        ).first()
    return found


async def categories_on(ctx: Context, day: date) -> dict[str, str]:
    """Talent type → category, as the catalogue had it on the day."""
    bodies = await lookup.bodies(ctx, TalentCategory, on=day)
    return {talent_type: code for code, body in bodies.items() for talent_type in body.types}


async def _names(ctx: Context, by: FigureAxis, day: date, top: Unit | None) -> dict[str, str]:
    """What each key is called on the day, in the order in which they are shown."""
    match by:
        case FigureAxis.STATUS:
            return {s.value: TALENT_FLOW.labels[s] for s in TalentStatus}
        case FigureAxis.UNIT:
            below = (
                select(Unit).where(col(Unit.parent_id) == (top.id if top else None)).order_by(col(Unit.path))
            )
            units = {str(u.id): u.name for u in await ctx.db.exec(below)}
            return {**units, NOBODYS: f"{top.name}直接管理" if top else "其他"}
        case _:
            kind = {FigureAxis.LEVEL: "level", FigureAxis.TYPE: "talent_type"}.get(by, "talent_category")
            words = {FigureAxis.LEVEL: "未定层次", FigureAxis.TYPE: "未定类型"}.get(by, "未归类")
            return {**{e.code: e.name for e in await lookup.entries(ctx, kind, on=day)}, NOBODYS: words}
