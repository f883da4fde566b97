"""Who hears of what concerns a unit: its own posts, and those of the 人才办 that is a part of it."""

from uuid import UUID

from sqlmodel import col, select

from bole.core.context import Context
from bole.org.models import Post, Unit, holds
from bole.org.rules import UnitKind


async def desk_of(ctx: Context, unit_id: UUID) -> list[UUID]:
    """The posts; who sits there today is for the notice to find."""
    office = (col(Unit.parent_id) == unit_id) & (col(Unit.kind) == UnitKind.TALENT_OFFICE)
    posts = (
        select(col(Post.id))
        .join(Unit, col(Unit.id) == col(Post.unit_id))
        .where((col(Unit.id) == unit_id) | office, holds(Post, ctx.today))
    )
    return list((await ctx.db.exec(posts)).all())
