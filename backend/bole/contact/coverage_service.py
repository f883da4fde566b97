"""How well the talents of a place are looked after: coverage, the load of each post, what became of needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue import lookup
from bole.contact import reports, rules
from bole.contact.catalogue import CODE, ContactCadence
from bole.core.context import Context
from bole.core.operation import query
from bole.core.permissions import Permission
from bole.org.models import Unit


@dataclass(frozen=True)
class LevelCoverage:
    """Coverage of one talent level; `level` is empty for talents without one."""

    level: str
    talents: int
    covered: int
    rate: float | None


@dataclass(frozen=True)
class UnitCoverage:
    """Coverage of one unit below the one asked for; the unit itself stands for those directly in it."""

    unit_id: UUID
    unit: str
    talents: int
    covered: int
    rate: float | None


@dataclass(frozen=True)
class Coverage:
    """Talents in scope on a day, and those whom at least one leader looked after."""

    on: date
    talents: int
    covered: int
    rate: float | None
    interim_counts: bool
    levels: Sequence[LevelCoverage]
    units: Sequence[UnitCoverage]


@dataclass(frozen=True)
class PostLoad:
    """What one leader's post carries."""

    post_id: UUID
    post: str
    unit: str
    leader: str | None
    talents: int
    waiting: int
    overdue: int
    earliest_due: date


@dataclass(frozen=True)
class NeedsOfKind:
    """Needs of one kind in a period."""

    kind: str
    collected: int
    solved: int
    settled_then: int
    overdue: int


@query(allow=Permission.CONTACT_READ)
async def contact_coverage(ctx: Context, *, on: date | None = None, unit_id: UUID | None = None) -> Coverage:
    """联系服务覆盖率。

    某日在库人才中至少有一位领导联系的比例，按层次和下级单位分列；层次按当日计。待接续期间是否计入，按目录规定。
    没有人才的，比例为空，不作零。
    """
    day = on or ctx.today
    unit = await _place(ctx, unit_id)
    policy = await lookup.body(ctx, ContactCadence, CODE, on=day)
    lo, hi = _narrowed(ctx, unit)
    given = {
        "day": day,
        "lo": lo,
        "hi": hi,
        "unit_id": unit.id if unit else None,
        "interim_counts": policy.interim_counts,
    }
    rows = (await ctx.db.execute(reports.COVERAGE, given)).mappings().all()
    names = await _names(ctx, [r["unit_id"] for r in rows if r["unit_id"] is not None])
    whole = next(r for r in rows if r["level"] is None and r["unit_id"] is None)
    return Coverage(
        on=day,
        talents=whole["talents"],
        covered=whole["covered"],
        rate=rules.rate(whole["covered"], whole["talents"]),
        interim_counts=policy.interim_counts,
        levels=sorted(
            (
                LevelCoverage(r["level"], r["talents"], r["covered"], rules.rate(r["covered"], r["talents"]))
                for r in rows
                if r["level"] is not None
            ),
            key=lambda c: (c.level == "", c.level),
        ),
        units=sorted(
            (
                UnitCoverage(
                    r["unit_id"],
                    names[r["unit_id"]][1],
                    r["talents"],
                    r["covered"],
                    rules.rate(r["covered"], r["talents"]),
                )
                for r in rows
                if r["unit_id"] is not None
            ),
            key=lambda c: names[c.unit_id][0],
        ),
    )


@query(allow=Permission.CONTACT_READ)
async def contact_load(ctx: Context, *, unit_id: UUID | None = None) -> list[PostLoad]:
    """各岗位联系人数。

    每个领导岗位现联系多少人才，其中待接续、已逾期各多少；多的在前，最多一百个岗位。
    """
    lo, hi = _narrowed(ctx, await _place(ctx, unit_id))
    rows = await ctx.db.execute(reports.LOAD, {"day": ctx.today, "lo": lo, "hi": hi})
    return [PostLoad(**r) for r in rows.mappings()]


@query(allow=Permission.CONTACT_READ)
async def needs_by_kind(
    ctx: Context, *, since: date, until: date, unit_id: UUID | None = None
) -> list[NeedsOfKind]:
    """需求收集与解决情况。

    一段时间内提出的需求，按类别分列收集、解决、逾期的件数。
    """
    lo, hi = _narrowed(ctx, await _place(ctx, unit_id))
    given: dict[str, Any] = {"since": since, "until": until, "today": ctx.today, "lo": lo, "hi": hi}
    rows = await ctx.db.execute(reports.NEEDS_BY_KIND, given)
    return [NeedsOfKind(**r) for r in rows.mappings()]


async def _place(ctx: Context, unit_id: UUID | None) -> Unit | None:
    """The unit asked for; else the topmost one in the actor's range."""
    if unit_id is not None:
        return await ctx.get(Unit, unit_id)
    mine = select(Unit).where(col(Unit.path) >= ctx.actor.lo, col(Unit.path_end) <= ctx.actor.hi)
    return (await ctx.db.exec(mine.order_by(col(Unit.depth), col(Unit.path)).limit(1))).first()


def _narrowed(ctx: Context, unit: Unit | None) -> tuple[int, int]:
    """The part of the unit that lies in the actor's range: figures follow the same limits as rows."""
    if unit is None:
        return ctx.actor.lo, ctx.actor.hi
    return max(unit.path, ctx.actor.lo), min(unit.path_end, ctx.actor.hi)


async def _names(ctx: Context, ids: Sequence[UUID]) -> dict[UUID, tuple[int, str]]:
    rows = await ctx.db.exec(select(Unit.id, Unit.path, Unit.short_name).where(col(Unit.id).in_(ids)))
    return {id: (path, name) for id, path, name in rows}
