"""Notices: list, mark as read, and telling the accounts that sit on a post."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Select, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.identity.models import Account
from bole.notice.models import Notice
from bole.org.models import Appointment, holds


@query(allow=Permission.NOTICE_READ)
def notices(ask: Ask, *, unread: bool = False) -> Select[Notice]:
    """我的消息，最新的在前。"""
    stmt = select(Notice).where(col(Notice.account_id) == ask.actor_id)
    if unread:
        stmt = stmt.where(col(Notice.read_at).is_(None))
    return stmt.order_by(col(Notice.created_at).desc(), col(Notice.id).desc())


@query(allow=Permission.NOTICE_READ)
def notice(ask: Ask, *, id: UUID) -> Select[Notice]:
    """随到随看：与我有关的新消息。"""
    return select(Notice).where(col(Notice.id) == id, col(Notice.account_id) == ask.actor_id)


@command(allow=Permission.NOTICE_READ)
async def mark_read(ctx: Context, *, ids: list[UUID]) -> list[Notice]:
    """把消息标为已读。"""
    mine = (col(Notice.id).in_(ids), col(Notice.account_id) == ctx.actor.id)
    await ctx.db.execute(update(Notice).where(*mine, col(Notice.read_at).is_(None)).values(read_at=ctx.now))
    return list(await ctx.db.scalars(select(Notice).where(*mine)))


async def notify(
    ctx: Context,
    *,
    kind: str,
    title: str,
    about: str,
    about_id: UUID,
    key: str,
    body: str = "",
    posts: Iterable[UUID] = (),
    accounts: Iterable[UUID] = (),
) -> int:
    """Tells these accounts, and whoever sits on these posts today, once for each `key`.

    For reactions, which run as the platform. Returns how many were told now."""
    people = select(col(Appointment.person_id)).where(
        col(Appointment.post_id).in_(list(posts)),
        holds(Appointment, ctx.today),
    )
    found = select(col(Account.id)).where(
        or_(col(Account.person_id).in_(people), col(Account.id).in_(list(accounts)))
    )
    rows = [
        {
            "id": new_id(),
            "created_at": ctx.now,
            "account_id": account,
            "kind": kind,
            "title": title,
            "body": body,
            "about": about,
            "about_id": about_id,
            "key": key,
        }
        for account in await ctx.db.scalars(found)
    ]
    if not rows:
        return 0
    told = insert(Notice).on_conflict_do_nothing(constraint="notice_told_once").returning(col(Notice.id))
    return len(list(await ctx.db.scalars(told, rows)))
