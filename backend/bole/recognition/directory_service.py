"""The directory before it is published: drawn up, tried out, published, or thrown away."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col

from bole.catalogue import lookup, shapes
from bole.catalogue import service as catalogue
from bole.catalogue.models import Entry
from bole.catalogue.rules import Difference, NothingPublished, difference
from bole.core.context import Context
from bole.core.errors import InvalidInput, Stale
from bole.core.operation import Ask, Json, command, query
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.org.rules import filled
from bole.recognition import rules
from bole.recognition.catalogue import DIRECTORY, Directory
from bole.recognition.events import DirectoryPublished
from bole.recognition.flow_rules import DIRECTORY_DRAFT_FLOW, DirectoryDraftStatus
from bole.recognition.models import DirectoryDraft, DirectoryImpact
from bole.roster.editing import last_hand

KIND = "talent_directory"


@query(allow=Permission.DIRECTORY_DRAFT)
def directory_drafts(ask: Ask, *, status: DirectoryDraftStatus | None = None) -> Select[DirectoryDraft]:
    """目录草案，新的在前。"""
    stmt = sa.select(DirectoryDraft)
    if status is not None:
        stmt = stmt.where(col(DirectoryDraft.status) == status)
    return stmt.order_by(col(DirectoryDraft.created_at).desc(), col(DirectoryDraft.id).desc())


@query(allow=Permission.DIRECTORY_DRAFT)
def directory_draft(ask: Ask, *, id: UUID) -> Select[DirectoryDraft]:
    """一份目录草案。"""
    return sa.select(DirectoryDraft).where(col(DirectoryDraft.id) == id)


@query(allow=Permission.CATALOGUE_READ)
def directory_versions(ask: Ask) -> Select[Entry]:
    """重点人才目录的历次版本，新版在前。"""
    stmt = sa.select(Entry).where(col(Entry.kind) == KIND, col(Entry.code) == DIRECTORY)
    return stmt.order_by(col(Entry.number).desc(), col(Entry.id))


@query(allow=Permission.DIRECTORY_DRAFT)
async def draft_difference(ctx: Context, *, draft_id: UUID) -> list[Difference]:
    """草案与其所依版本之间逐项的不同。"""
    draft = await ctx.get(DirectoryDraft, draft_id)
    if draft.based_on is None:
        return []
    stmt = sa.select(Entry).where(
        col(Entry.kind) == KIND, col(Entry.code) == DIRECTORY, col(Entry.number) == draft.based_on
    )
    before = (await ctx.db.execute(stmt)).scalar_one_or_none()
    if before is None:
        raise NothingPublished(kind="重点人才目录", code=f"第 {draft.based_on} 版")
    return difference(before.body, draft.body)


@command(allow=Permission.DIRECTORY_DRAFT)
async def draft_directory(
    ctx: Context,
    *,
    name: str,
    valid_from: date,
    source: str,
    body: Json | None = None,
) -> DirectoryDraft:
    """起草新版目录；不写内容即从现行版本抄起。"""
    if ctx.actor.unit_id is None:
        raise rules.NoUnitToApplyFor()
    office = await ctx.get(Unit, ctx.actor.unit_id)
    present = next(iter(await lookup.entries(ctx, KIND)), None)
    given = body if body is not None else (present.body if present is not None else None)
    if given is None:
        raise rules.StatementMissing(what="目录内容", field="body")
    made = DirectoryDraft(
        unit_path=office.path,
        name=filled("name", name, 80),
        valid_from=valid_from,
        source=filled("source", source, 200),
        based_on=present.number if present is not None else None,
        body=await _checked(ctx, given),
        drafted_name=ctx.actor.name,
    )
    ctx.db.add(made)
    return made


@command(allow=Permission.DIRECTORY_DRAFT)
async def change_directory_draft(
    ctx: Context,
    *,
    draft_id: UUID,
    version: int,
    name: str | None = None,
    valid_from: date | None = None,
    source: str | None = None,
    body: Json | None = None,
) -> DirectoryDraft:
    """修改目录草案；改了内容或施行日的，须重新试算。"""
    draft = await _open(ctx, draft_id, "change")
    if draft.version != version:
        by = await last_hand(ctx, "directory_draft", draft.id)
        raise Stale(by=by, version=draft.version, field="version")
    if name is not None:
        draft.name = filled("name", name, 80)
    if source is not None:
        draft.source = filled("source", source, 200)
    told = (draft.body, draft.valid_from)
    if body is not None:
        draft.body = await _checked(ctx, body)
    if valid_from is not None:
        draft.valid_from = valid_from
    if told != (draft.body, draft.valid_from):
        draft.asked_at = draft.counted_at = draft.counted_ms = None
        draft.people = draft.gain = draft.lose = draft.pending = draft.money = None
        await ctx.db.flush()
        await ctx.db.execute(sa.delete(DirectoryImpact).where(col(DirectoryImpact.draft_id) == draft.id))
    return draft


async def _checked(ctx: Context, body: object) -> dict[str, Any]:
    """The body in its shape; refuses levels and types that the catalogue does not have."""
    if not isinstance(body, dict):
        raise InvalidInput(reason="目录内容应为 JSON 对象", field="body")
    told = shapes.normal(KIND, body)
    directory = Directory.model_validate(told)
    levels = {e.code for e in await lookup.entries(ctx, "level")}
    types = {e.code for e in await lookup.entries(ctx, "talent_type")}
    unknown = {c.level for c in directory.criteria} - levels
    unknown |= {c.talent_type for c in directory.criteria if c.talent_type is not None} - types
    if unknown:
        raise rules.UnknownLevelInDirectory(codes="、".join(sorted(unknown)), field="body")
    return told


async def _open(ctx: Context, draft_id: UUID, step: str) -> DirectoryDraft:
    draft = await ctx.lock(DirectoryDraft, draft_id)
    DIRECTORY_DRAFT_FLOW.after(draft.status, step)
    return draft


@command(allow=Permission.DIRECTORY_DRAFT)
async def try_out_directory(ctx: Context, *, draft_id: UUID) -> DirectoryDraft:
    """试算影响：后台逐人核对全部在库人才，得出谁达到、谁不再达到、卡种与资金变动。"""
    draft = await _open(ctx, draft_id, "try_out")
    draft.asked_at, draft.counted_at = ctx.now, None
    ctx.enqueue("recognition.what_if", {"draft_id": str(draft.id)})
    return draft


@command(allow=Permission.DIRECTORY_PUBLISH)
async def publish_directory(ctx: Context, *, draft_id: UUID, allow_past: bool = False) -> DirectoryDraft:
    """发布目录：须已试算影响。旧版在施行日的前一天截止；已提交的申请仍按提交日的版本评判。"""
    draft = await _open(ctx, draft_id, "publish")
    if draft.counted_at is None:
        raise rules.NotTriedOut()
    entry = await catalogue.publish_entry(
        ctx,
        kind=KIND,
        code=DIRECTORY,
        name=draft.name,
        body=Json(draft.body),
        valid_from=draft.valid_from,
        source=draft.source,
        allow_past=allow_past,
    )
    draft.status = DIRECTORY_DRAFT_FLOW.after(draft.status, "publish")
    draft.published_number = entry.number
    ctx.emit(DirectoryPublished(entry.id, entry.number, entry.valid_from))
    return draft


@command(allow=Permission.DIRECTORY_DRAFT)
async def discard_directory_draft(ctx: Context, *, draft_id: UUID) -> DirectoryDraft:
    """作废目录草案。"""
    draft = await _open(ctx, draft_id, "discard")
    draft.status = DIRECTORY_DRAFT_FLOW.after(draft.status, "discard")
    return draft


@command(allow=Permission.DIRECTORY_PUBLISH)
async def withdraw_directory(ctx: Context, *, last_day: date) -> Entry:
    """停用现行目录：到某日为止，其后不再受理新的申报；已提交的仍按原版本评判。"""
    return await catalogue.withdraw_entry(ctx, kind=KIND, code=DIRECTORY, last_day=last_day)
