"""Whose desk a campaign is on: the posts of a unit that may answer for its people."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.catalogue import Role
from bole.core.context import Context
from bole.core.permissions import Permission
from bole.identity.models import PostRole
from bole.org.models import Post, holds


async def desks_of(ctx: Context, units: Iterable[UUID]) -> list[UUID]:
    """Posts of these units, valid today, one of whose roles may answer."""
    may = Permission.CAMPAIGN_ANSWER
    roles = [code for code, role in (await lookup.bodies(ctx, Role)).items() if may in role.permissions]
    stmt = select(Post.id).join(PostRole, col(PostRole.post_id) == col(Post.id)).distinct()
    stmt = stmt.where(col(Post.unit_id).in_(list(units)), col(PostRole.role_code).in_(roles))
    return list((await ctx.db.exec(stmt.where(holds(Post, ctx.today)))).all())
