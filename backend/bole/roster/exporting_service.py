"""Asking for a list of people, and fetching it."""

import base64
import secrets
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy import Select
from sqlmodel import col

from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.roster import rules
from bole.roster.exporting_models import ExportJob
from bole.roster.exporting_rules import (
    EXPORT_FLOW,
    IN_THE_CLEAR,
    KEPT_HOURS,
    USUAL,
    ExportColumn,
    ExportFormat,
    ExportGone,
    ExportNotReady,
    ExportStatus,
    NothingInTheClear,
    NotYourExport,
)
from bole.roster.forms import Form
from bole.roster.importing_events import ExportDownloaded
from bole.roster.rules import RevealPurpose, TalentStatus

TRACE_BYTES: Final = 5
"""40 random bits, 8 letters: two exports never share a code by chance in the life of a city."""


MOST_CHOSEN: Final = 500
"""People picked one by one; more are told by what they have in common."""


class ExportFilterIn(Form):
    """与名录列表相同的筛选条件，或逐个选定的人"""

    unit_id: UUID | None = Field(default=None, description="单位（含下级）")
    level: str | None = Field(default=None, max_length=60, description="人才层次（目录代码）")
    talent_type: str | None = Field(default=None, max_length=60, description="人才类型（目录代码）")
    status: TalentStatus | None = Field(default=None, description="状态")
    search: str | None = Field(default=None, max_length=60, description="姓名检索")
    due_before: date | None = Field(default=None, description="应联系日期早于")
    ids: list[UUID] | None = Field(default=None, max_length=MOST_CHOSEN, description="只导出这些人（编号）")


@query(allow=Permission.ROSTER_EXPORT)
def exports(ask: Ask, *, trace: str | None = None) -> Select[ExportJob]:
    """名录导出，最近的在前。

    每份文件、每一行都带追溯码：在外流传的文件，用行上追溯码的前八位即可查到由谁、何时、为何导出。
    """
    stmt = sa.select(ExportJob)
    if trace is not None:
        stmt = stmt.where(col(ExportJob.trace) == sa.func.upper(sa.func.left(trace, 8)))
    return stmt.order_by(col(ExportJob.created_at).desc(), col(ExportJob.id).desc())


@query(allow=Permission.ROSTER_EXPORT)
def export_job(ask: Ask, *, export_id: UUID) -> Select[ExportJob]:
    """一次导出：进展、用途、下载次数。"""
    return sa.select(ExportJob).where(col(ExportJob.id) == export_id)


@command(allow=Permission.ROSTER_EXPORT)
async def ask_export(
    ctx: Context,
    *,
    purpose: RevealPurpose,
    reason: str,
    filters: ExportFilterIn | None = None,
    columns: list[ExportColumn] | None = None,
    format: ExportFormat = ExportFormat.XLSX,
    clear: bool = False,
) -> ExportJob:
    """申请导出名录。

    须写明用途和具体事由。证件号码、电话、邮箱默认遮盖；显示明文须另有查看明文的权限，每名人才都能看到由谁、为何导出。
    文件带水印和逐行追溯码，只有申请人能下载，保存 24 小时。
    """
    said = rules.filled("具体事由", reason, field="reason")
    chosen = list(dict.fromkeys(columns or USUAL))
    if clear:
        ctx.actor.require(Permission.ROSTER_REVEAL)
        if not IN_THE_CLEAR & set(chosen):
            raise NothingInTheClear(field="clear")
    told = filters.model_dump(mode="json", exclude_none=True) if filters else {}
    export = ExportJob(
        unit_path=ctx.actor.lo,
        actor_id=ctx.actor.id,
        actor_name=ctx.actor.name,
        scope_lo=ctx.actor.lo,
        scope_hi=ctx.actor.hi,
        purpose=purpose,
        reason=said[:200],
        filters=told,
        columns=[str(c.value) for c in chosen],
        clear=clear,
        sensitive=ctx.actor.may(Permission.ROSTER_SENSITIVE),
        format=format,
        trace=base64.b32encode(secrets.token_bytes(TRACE_BYTES)).decode(),
        touched_at=ctx.now,
    )
    ctx.db.add(export)
    ctx.enqueue("roster.export", {"export_id": str(export.id)})
    return export


@command(allow=Permission.ROSTER_EXPORT)
async def cancel_export(ctx: Context, *, export_id: UUID) -> ExportJob:
    """取消导出，已生成的文件随即删除。"""
    export = await ctx.lock(ExportJob, export_id)
    _check_own(ctx, export)
    export.status = EXPORT_FLOW.after(export.status, "cancel")
    forget_file(ctx, export)
    return export


@dataclass(frozen=True)
class ExportFile:
    """Where the file lies and what it is called."""

    key: str
    name: str
    format: ExportFormat
    size: int


@command(allow=Permission.ROSTER_EXPORT, replayable=False)
async def download_export(ctx: Context, *, export_id: UUID) -> ExportFile:
    """下载导出的文件。

    只有申请人能下载，每次下载都留下记录。
    """
    export = await ctx.lock(ExportJob, export_id)
    _check_own(ctx, export)
    gone = export.status is ExportStatus.EXPIRED or (
        export.expires_at is not None and export.expires_at <= ctx.now
    )
    if gone:
        raise ExportGone(hours=KEPT_HOURS)
    if export.status is not ExportStatus.READY or export.file_key is None:
        raise ExportNotReady(state=EXPORT_FLOW.labels[export.status])
    export.downloads += 1
    ctx.emit(ExportDownloaded(export.id, ctx.actor.id))
    size = await ctx.files.size(export.file_key)  # a store that is away refuses here, before it counts
    return ExportFile(export.file_key, f"人才名录-{export.trace}.{export.format.value}", export.format, size)


def _check_own(ctx: Context, export: ExportJob) -> None:
    if export.actor_id != ctx.actor.id:
        raise NotYourExport(who=export.actor_name)


def forget_file(ctx: Context, export: ExportJob) -> None:
    """Deletes the file once the unit of work is committed."""
    key, export.file_key = export.file_key, None
    if key is not None:

        async def forget() -> None:
            await ctx.files.delete(key)

        ctx.after_commit.append(forget)
