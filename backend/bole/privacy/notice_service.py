"""Deletion notices: the office sees who has answered, a partner fetches its own and says that it did its part."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.privacy.models import DeletionNotice
from bole.privacy.rules import NOTICE_FLOW, NoticeStatus
from bole.roster.rules import filled

MOST_AT_ONCE = 100


@query(allow=Permission.PRIVACY_NOTICE)
def deletion_notices(ask: Ask, *, status: NoticeStatus | None = None) -> Select[DeletionNotice]:
    """删除通知与回执：通知了哪些伙伴单位、领取与回执的时间。"""
    stmt = sa.select(DeletionNotice)
    if status is not None:
        stmt = stmt.where(col(DeletionNotice.status) == status)
    return stmt.order_by(col(DeletionNotice.due_on), col(DeletionNotice.id))


@dataclass(frozen=True)
class Fetched:
    """What a partner has yet to answer."""

    items: list[DeletionNotice]


@command(allow=Permission.PRIVACY_ACKNOWLEDGE)
async def fetch_deletions(ctx: Context) -> Fetched:
    """领取尚未回执的删除通知，最早的在前，一次至多一百条。没有回执的下次仍会给出。"""
    open_ones = (
        select(DeletionNotice)
        .where(
            col(DeletionNotice.partner_id) == ctx.actor.self_id,
            col(DeletionNotice.status) != NoticeStatus.ACKNOWLEDGED,
        )
        .order_by(col(DeletionNotice.asked_on), col(DeletionNotice.id))
        .limit(MOST_AT_ONCE)
        .with_for_update()
    )
    found = list((await ctx.db.exec(open_ones)).all())
    for told in found:
        told.status = NOTICE_FLOW.after(told.status, "fetch")
        told.fetched_at = told.fetched_at or ctx.now
    await ctx.db.flush()
    return Fetched(found)


@command(allow=Permission.PRIVACY_ACKNOWLEDGE)
async def acknowledge_deletion(ctx: Context, *, notice_id: UUID, receipt: str) -> DeletionNotice:
    """回执一条删除通知，写明删除了什么或为何依法保存。重复回执的以第一次为准。"""
    told = await ctx.lock(DeletionNotice, notice_id)
    if told.status is NoticeStatus.ACKNOWLEDGED:
        return told
    told.receipt = filled("回执内容", receipt, field="receipt")
    told.status = NOTICE_FLOW.after(told.status, "acknowledge")
    told.fetched_at, told.acknowledged_at = told.fetched_at or ctx.now, ctx.now
    await ctx.db.flush()
    return told
