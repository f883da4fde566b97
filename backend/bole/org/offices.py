"""Whose desk something belongs on: the nearest 人才办, and who hears of what concerns a unit."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from bole.core.context import Context
from bole.org.models import Post, Unit, holds
from bole.org.rules import UnitKind


async def desk_of(ctx: Context, unit_id: UUID) -> list[UUID]:
    """All who hear of what concerns a unit: every post of it and of the 人才办 that is a part of it. (`desk`: who
    in a unit handles its post.) Who sits there today is for the notice to find."""
    office = (col(Unit.parent_id) == unit_id) & (col(Unit.kind) == UnitKind.TALENT_OFFICE)
    posts = (
        select(col(Post.id))
        .join(Unit, col(Unit.id) == col(Post.unit_id))
        .where((col(Unit.id) == unit_id) | office, holds(Post, ctx.today))
    )
    return list((await ctx.db.exec(posts)).all())


async def office_above(ctx: Context, path: int) -> UUID | None:
    """The nearest 人才办: that of the innermost body which the place belongs to."""
    above = select(Unit.id).where(col(Unit.path) <= path, col(Unit.path_end) > path)
    offices = select(Unit.id).where(
        col(Unit.kind) == UnitKind.TALENT_OFFICE, holds(Unit, ctx.today), col(Unit.parent_id).in_(above)
    )
    return (await ctx.db.exec(offices.order_by(col(Unit.depth).desc(), col(Unit.ordinal)))).first()


async def desk(ctx: Context, unit_id: UUID) -> Sequence[UUID]:
    """Who in a unit gets its post: the 人才工作专员 where there are any, else every post of the unit."""
    posts = select(Post).where(col(Post.unit_id) == unit_id, holds(Post, ctx.today))
    found = (await ctx.db.exec(posts.order_by(col(Post.rank), col(Post.id)))).all()
    return [p.id for p in found if p.commissioner] or [p.id for p in found]


async def desk_above(ctx: Context, path: int) -> Sequence[UUID]:
    """The posts of the nearest 人才办 that get its post; none where the place has no office above it."""
    office = await office_above(ctx, path)
    return await desk(ctx, office) if office else []
