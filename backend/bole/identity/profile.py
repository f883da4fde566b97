"""The roles and scopes of posts, as a city's profile tells them and is told them."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue.profile.access import Access, Keeper, access_is_kept_by
from bole.core.context import Context
from bole.identity.models import PostRole, PostScope
from bole.org.models import Post, Unit


async def access_told(ctx: Context) -> Mapping[str, Access]:
    """What every post that has any may do and see."""
    posts = {p.id: p.code for p in (await ctx.db.exec(select(Post))).all()}
    units = {u.id: u.code for u in (await ctx.db.exec(select(Unit))).all()}
    roles: dict[UUID, list[str]] = defaultdict(list)
    for given in (await ctx.db.exec(select(PostRole).order_by(col(PostRole.role_code)))).all():
        roles[given.post_id].append(given.role_code)
    seen = {s.post_id: units[s.unit_id] for s in (await ctx.db.exec(select(PostScope))).all()}
    return {
        posts[id]: Access(tuple(roles[id]), seen.get(id))
        for id in [*roles, *(s for s in seen if s not in roles)]
    }


async def give_access(ctx: Context, told: Mapping[str, Access]) -> None:
    """These posts may do and see exactly this from now on."""
    posts = {p.code: p.id for p in (await ctx.db.exec(select(Post))).all()}
    units = {u.code: u.id for u in (await ctx.db.exec(select(Unit))).all()}
    given = {(r.post_id, r.role_code): r for r in (await ctx.db.exec(select(PostRole))).all()}
    seen = {s.post_id: s for s in (await ctx.db.exec(select(PostScope))).all()}
    for code, access in told.items():
        post = posts[code]
        for (post_id, role), row in given.items():
            if post_id == post and role not in access.roles:
                await ctx.db.delete(row)
        new = [role for role in access.roles if (post, role) not in given]
        ctx.db.add_all([PostRole(post_id=post, role_code=role) for role in new])
        scope = seen.get(post)
        if access.sees is None:
            if scope is not None:
                await ctx.db.delete(scope)
        elif scope is None:
            ctx.db.add(PostScope(post_id=post, unit_id=units[access.sees]))
        else:
            scope.unit_id = units[access.sees]
    await ctx.db.flush()


access_is_kept_by(Keeper(tell=access_told, give=give_access))
