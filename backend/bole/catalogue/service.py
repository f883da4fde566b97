"""Reading the catalogue, and publishing a new version of an entry."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.catalogue import rules, shapes
from bole.catalogue.events import EntryPublished, EntryWithdrawn
from bole.catalogue.lookup import in_force
from bole.catalogue.models import Entry
from bole.core.context import Context
from bole.core.errors import InvalidInput
from bole.core.operation import Ask, Json, command, query
from bole.core.permissions import Permission
from bole.org.models import holds
from bole.org.rules import check_ending, filled


@query(allow=Permission.CATALOGUE_READ)
def entries(ask: Ask, *, kind: str, on: date | None = None, code: str | None = None) -> Select[Entry]:
    """某一天有效的目录条目（不写日期即今天）。"""
    stmt = sa.select(Entry).where(in_force(kind, ask.today if on is None else on, code))
    return stmt.order_by(col(Entry.position), col(Entry.code), col(Entry.id))


@query(allow=Permission.CATALOGUE_READ)
def entry_versions(ask: Ask, *, kind: str, code: str) -> Select[Entry]:
    """一个目录条目的历次版本，新版在前。"""
    stmt = sa.select(Entry).where(col(Entry.kind) == kind, col(Entry.code) == code)
    return stmt.order_by(col(Entry.number).desc(), col(Entry.id))


@query(allow=Permission.CATALOGUE_READ)
async def entry_difference(
    ctx: Context, *, kind: str, code: str, before: int, after: int
) -> list[rules.Difference]:
    """两个版本之间逐项的不同。"""
    old, new = await _version(ctx, kind, code, before), await _version(ctx, kind, code, after)
    return rules.difference(_said(old), _said(new))


@query(allow=Permission.CATALOGUE_READ)
async def entry_kinds(ctx: Context) -> list[rules.Kind]:
    """有哪些类别的目录，各类有多少个条目在有效期内。"""
    stmt = select(col(Entry.kind), sa.func.count(col(Entry.id))).where(holds(Entry, ctx.today))
    found = (await ctx.db.exec(stmt.group_by(col(Entry.kind)))).all()
    counted = {kind: entries for kind, entries in found}  # noqa: C416  (rows, which dict() is not typed for)
    return [
        rules.Kind(kind, name, counted.get(kind, 0), shapes.fields(shapes.shape_of(kind)))
        for kind, name in shapes.kinds().items()
    ]


@command(allow=Permission.CATALOGUE_PUBLISH)
async def publish_entry(
    ctx: Context,
    *,
    kind: str,
    code: str,
    name: str,
    body: Json,
    valid_from: date,
    source: str,
    allow_past: bool = False,
    allow_gap: bool = False,
) -> Entry:
    """发布目录条目的新版。

    旧版在新版起始日的前一天截止；已按旧版办理、发放的，一律保持原有的次数与标准。
    """
    checked = shapes.normal(kind, _object(body))
    versions = await _versions(ctx, kind, code)
    placed = rules.place(
        versions, valid_from, checked, today=ctx.today, allow_past=allow_past, allow_gap=allow_gap
    )
    if placed.closes_on is not None:
        versions[-1].valid_until = placed.closes_on
        await ctx.db.flush()  # before the new version comes: the two would overlap
    told = Entry(
        kind=kind,
        code=filled("code", code, 60),
        number=placed.number,
        name=filled("name", name, 80),
        position=versions[-1].position if versions else await _last_position(ctx, kind) + 1,
        body=checked,
        source=filled("source", source, 200),
        valid_from=valid_from,
        published_by=ctx.actor.id,
        published_by_name=ctx.actor.name,
        published_at=ctx.now,
    )
    ctx.db.add(told)
    await ctx.db.flush()
    ctx.emit(EntryPublished(told.id, kind, code, told.number, valid_from))
    return told


@command(allow=Permission.CATALOGUE_PUBLISH)
async def withdraw_entry(ctx: Context, *, kind: str, code: str, last_day: date) -> Entry:
    """停用目录条目：到某日为止，其后不再有效。"""
    versions = await _versions(ctx, kind, code)
    if not versions:
        raise rules.NothingPublished(kind=shapes.kinds().get(kind, kind), code=code)
    last = versions[-1]
    check_ending(last.valid_from, last.valid_until, last_day)
    rules.check_withdrawal(last_day, ctx.today)
    last.valid_until = last_day
    ctx.emit(EntryWithdrawn(last.id, kind, code, last_day))
    return last


async def _versions(ctx: Context, kind: str, code: str) -> list[Entry]:
    """Every version, oldest first, held until this unit of work ends."""
    stmt = select(Entry).where(col(Entry.kind) == kind, col(Entry.code) == code)
    await ctx.db.exec(stmt.with_for_update())
    # Looked at again once held: whoever held it before may have published one more.
    again = stmt.order_by(col(Entry.valid_from))
    return list((await ctx.db.exec(again, execution_options={"populate_existing": True})).all())


async def _version(ctx: Context, kind: str, code: str, number: int) -> Entry:
    stmt = select(Entry).where(col(Entry.kind) == kind, col(Entry.code) == code, col(Entry.number) == number)
    found = (await ctx.db.exec(stmt)).first()
    if found is None:
        raise rules.NothingPublished(kind=shapes.kinds().get(kind, kind), code=f"{code} 第 {number} 版")
    return found


async def _last_position(ctx: Context, kind: str) -> int:
    stmt = select(sa.func.coalesce(sa.func.max(Entry.position), 0)).where(col(Entry.kind) == kind)
    return (await ctx.db.exec(stmt)).one()


def _said(entry: Entry) -> dict[str, Any]:
    """What two versions may say differently: name, source and body."""
    return {"name": entry.name, "source": entry.source, **entry.body}


def _object(body: object) -> Mapping[str, Any]:
    if not isinstance(body, Mapping):
        raise InvalidInput(reason="目录内容应为 JSON 对象", field="body")
    return body
