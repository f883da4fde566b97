"""Saved views and settings: everyone keeps their own, and shows a view to the own unit."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from bole.core.context import Context
from bole.core.errors import NotFound
from bole.core.operation import Ask, Json, command, query
from bole.core.table import new_id
from bole.identity import view_rules as rules
from bole.identity.models import Account
from bole.identity.view_models import Preference, SavedView
from bole.org.models import Appointment, Post, holds


# Views ---------------------------------------------------------------------------------------------
@query(allow=None)
def views(ask: Ask, *, page: str) -> Select[SavedView]:
    """一个列表上保存的视图：自己的在前，其后是当前岗位所在单位共享的。"""
    mine = col(SavedView.account_id) == ask.actor_id
    return (
        sa.select(SavedView)
        .where(col(SavedView.page) == page, sa.or_(mine, col(SavedView.unit_id) == ask.unit_id))
        .order_by(mine.desc(), col(SavedView.name), col(SavedView.id))
        .limit(sa.literal_column("200"))
    )


@command(allow=None)
async def save_view(
    ctx: Context,
    *,
    page: str,
    name: str,
    query: str,
    columns: list[str] | None = None,
    shared: bool = False,
    replace: bool = False,
) -> SavedView:
    """把列表的筛选条件存为视图。

    shared 为与当前岗位所在单位共享；replace 为覆盖自己同名的视图。
    """
    page, name = rules.checked_page(page), rules.checked_name(name)
    shown = {"query": rules.checked_query(query), "columns": rules.checked_columns(columns)}
    if shared and ctx.actor.unit_id is None:
        raise rules.NoUnitToShareWith(field="shared")
    mine = col(SavedView.account_id) == ctx.actor.id
    named = select(SavedView).where(mine, col(SavedView.page) == page, col(SavedView.name) == name)
    view = (await ctx.db.exec(named.with_for_update())).first()
    if view is not None and not replace:
        raise rules.ViewNameTaken(field="name")
    if view is None:
        kept = (await ctx.db.exec(select(sa.func.count()).select_from(SavedView).where(mine))).one()
        if kept >= rules.MOST_VIEWS:
            raise rules.TooManyViews(limit=rules.MOST_VIEWS)
        view = SavedView(account_id=ctx.actor.id, page=page, name=name, query=query, changed_at=ctx.now)
        ctx.db.add(view)
    view.query, view.columns = shown["query"], shown["columns"]  # type: ignore[assignment]
    view.unit_id = ctx.actor.unit_id if shared else None
    view.changed_at = ctx.now
    await ctx.db.flush()
    return view


@command(allow=None)
async def rename_view(ctx: Context, *, view_id: UUID, name: str) -> SavedView:
    """给自己的视图改名。"""
    view, said = await _own(ctx, view_id), rules.checked_name(name)
    if view.unit_id is not None and view.unit_id not in await _my_units(ctx):
        view.unit_id = None  # who left the unit shares nothing with it any more
    view.name, view.changed_at = said, ctx.now
    await ctx.db.flush()
    return view


@command(allow=None)
async def delete_view(ctx: Context, *, view_id: UUID) -> bool:
    """删除自己的视图；已经删除的不再提示。"""
    try:
        view = await _own(ctx, view_id)
    except NotFound:
        return False
    await ctx.db.delete(view)
    return True


async def _own(ctx: Context, view_id: UUID) -> SavedView:
    view = await ctx.get(SavedView, view_id)
    if view.account_id != ctx.actor.id:
        name = select(col(Account.name)).where(col(Account.id) == view.account_id)
        raise rules.NotYourView(owner=(await ctx.db.exec(name)).first() or "他人")
    return await ctx.lock(SavedView, view_id)


async def _my_units(ctx: Context) -> set[UUID]:
    held = (
        select(col(Post.unit_id))
        .join(Appointment, col(Appointment.post_id) == col(Post.id))
        .join(Account, col(Account.person_id) == col(Appointment.person_id))
        .where(col(Account.id) == ctx.actor.id, holds(Appointment, ctx.today))
    )
    return set((await ctx.db.exec(held)).all())


# Settings ------------------------------------------------------------------------------------------
@query(allow=None)
def preferences(ask: Ask) -> Select[Preference]:
    """我的设置：列、外观与看过的引导。"""
    mine = sa.select(Preference).where(col(Preference.account_id) == ask.actor_id)
    return mine.order_by(col(Preference.key), col(Preference.id)).limit(sa.literal_column("300"))


@command(allow=None)
async def set_preference(ctx: Context, *, key: str, value: Json | None = None) -> bool:
    """保存我的一项设置，后写的为准；内容为空则恢复默认。"""
    rules.checked_preference(key, value)
    mine = col(Preference.account_id) == ctx.actor.id
    if value is None:
        await ctx.db.execute(sa.delete(Preference).where(mine, col(Preference.key) == key))
        return True
    others = select(sa.func.count()).select_from(Preference).where(mine, col(Preference.key) != key)
    if (await ctx.db.exec(others)).one() >= rules.MOST_PREFERENCES:
        raise rules.TooManyPreferences(limit=rules.MOST_PREFERENCES)
    told = {"value": value, "changed_at": ctx.now}
    put = insert(Preference).values(id=new_id(), account_id=ctx.actor.id, key=key, **told)
    await ctx.db.execute(put.on_conflict_do_update(constraint="preference_once", set_=told))
    return True
