"""What officers do with an import: send it, look at what was found, let it in, or drop it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col

from bole.catalogue import lookup
from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.org.rules import UnitKind
from bole.roster.checked import checked_key
from bole.roster.editing import open_unit
from bole.roster.identity_numbers import DocumentKind
from bole.roster.importing_models import ImportFinding, ImportJob, ImportRow
from bole.roster.importing_rules import (
    IMPORT_FLOW,
    ImportChangedSince,
    ImportFileGone,
    ImportStatus,
    NothingToCommit,
    NothingWrong,
    RowOutcome,
    Severity,
    UnitOutOfReach,
)
from bole.roster.rules import Degree, EmploymentKind, Gender, TitleRank

FRESH_DAYS: Final = 7
"""A result older than this speaks of a roster that has changed since."""

NOT_A_HOME: Final = frozenset({UnitKind.COMMITTEE, UnitKind.LEADING_GROUP})
"""Kinds of unit that keep no people of their own: nothing is put there for want of a better place."""


@query(allow=Permission.ROSTER_IMPORT)
def imports(ask: Ask, *, status: ImportStatus | None = None) -> Select[ImportJob]:
    """名录导入，最近的在前。"""
    stmt = sa.select(ImportJob)
    if status is not None:
        stmt = stmt.where(col(ImportJob.status) == status)
    return stmt.order_by(col(ImportJob.created_at).desc(), col(ImportJob.id).desc())


@query(allow=Permission.ROSTER_IMPORT)
def import_job(ask: Ask, *, import_id: UUID) -> Select[ImportJob]:
    """一次导入：进展、认出的列、检查结果。"""
    return sa.select(ImportJob).where(col(ImportJob.id) == import_id)


@query(allow=Permission.ROSTER_IMPORT)
def import_rows(ask: Ask, *, import_id: UUID, outcome: RowOutcome | None = None) -> Select[ImportRow]:
    """一次导入中有话要说的行：错误、提醒与将作的改动，逐格列出；没有问题的新增行只计数。"""
    stmt = sa.select(ImportRow).where(col(ImportRow.import_id) == import_id)
    if outcome is not None:
        stmt = stmt.where(col(ImportRow.outcome) == outcome)
    return stmt.order_by(col(ImportRow.row_number), col(ImportRow.id))


@dataclass(frozen=True)
class ErrorTable:
    """What the error workbook is made from."""

    file_key: str
    filename: str
    sheet: str | None
    marks: dict[str, list[tuple[str, str]]]
    """Row number → (column, words) of each error, in order."""


@query(allow=Permission.ROSTER_IMPORT)
async def error_table(ctx: Context, *, import_id: UUID) -> ErrorTable:
    """错误表：没有入库的行，错处已标出，旁边写明改法，改好后可直接再上传。"""
    job = await ctx.get(ImportJob, import_id)
    if job.file_key is None:
        raise ImportFileGone()
    stmt = (
        sa.select(col(ImportRow.row_number), col(ImportFinding.column), col(ImportFinding.words))
        .join(ImportRow, col(ImportRow.id) == col(ImportFinding.row_id))
        .where(
            col(ImportRow.import_id) == import_id,
            col(ImportRow.outcome) == RowOutcome.ERROR,
            col(ImportFinding.severity) == Severity.ERROR,
        )
        .order_by(col(ImportRow.row_number), col(ImportFinding.ordinal))
    )
    marks: dict[str, list[tuple[str, str]]] = {}
    for number, column, words in (await ctx.db.execute(stmt)).all():
        marks.setdefault(str(number), []).append((column or "", words))
    if not marks:
        raise NothingWrong()
    return ErrorTable(job.file_key, job.filename, job.sheet, marks)


@query(allow=Permission.ROSTER_IMPORT)
async def template_words(ctx: Context) -> dict[str, list[str]]:
    """导入模板中各列可选的内容，按现行目录。"""
    kinds: tuple[tuple[str, Any], ...] = (
        ("document_kind", DocumentKind),
        ("employment_kind", EmploymentKind),
        ("degree", Degree),
        ("title_rank", TitleRank),
    )
    words = {key: [member.label for member in kind] for key, kind in kinds}
    words["gender"] = [Gender.MALE.label, Gender.FEMALE.label]
    words["level"] = [e.name for e in await lookup.entries(ctx, "level")]
    words["talent_type"] = [e.name for e in await lookup.entries(ctx, "talent_type")]
    return words


@command(allow=Permission.ROSTER_IMPORT, replayable=False)
async def begin_import(
    ctx: Context,
    *,
    import_id: UUID,
    filename: str,
    size: int,
    digest: str,
    unit_id: UUID | None = None,
    sheet: str | None = None,
) -> ImportJob:
    """上传名录表格。

    上传后自动检查，不改动名录；检查结果出来后再决定是否入库。表中没有“归口单位”列的行，归到 unitId 所指的单位。
    """
    unit = await _own_unit(ctx, unit_id) if unit_id else await _home(ctx)
    job = ImportJob(
        id=import_id,
        unit_path=unit.path if unit else ctx.actor.lo,
        actor_id=ctx.actor.id,
        actor_name=ctx.actor.name,
        filename=filename[-200:] or "未命名",
        size=size,
        digest=bytes.fromhex(digest),
        file_key=original_key(import_id),
        unit_id=unit.id if unit else None,
        sheet=sheet,
        scope_lo=ctx.actor.lo,
        scope_hi=ctx.actor.hi,
        touched_at=ctx.now,
    )
    ctx.db.add(job)
    ctx.enqueue("roster.import", {"import_id": str(import_id)})
    return job


@command(allow=Permission.ROSTER_IMPORT)
async def recheck_import(
    ctx: Context, *, import_id: UUID, unit_id: UUID | None = None, sheet: str | None = None
) -> ImportJob:
    """重新检查。

    名录或目录有了变化，或要换一张工作表、换一个默认归口单位时用；没有入库的内容不受影响。
    """
    job = await ctx.lock(ImportJob, import_id)
    if job.file_key is None:
        raise ImportFileGone()
    if unit_id is not None:
        job.unit_id = (await _own_unit(ctx, unit_id)).id
    if sheet is not None:
        job.sheet = sheet
    job.status = IMPORT_FLOW.after(job.status, "check")
    job.scope_lo, job.scope_hi, job.touched_at = ctx.actor.lo, ctx.actor.hi, ctx.now
    job.failure_code = job.failure = None
    ctx.enqueue("roster.import", {"import_id": str(import_id)})
    return job


@command(allow=Permission.ROSTER_IMPORT)
async def commit_import(ctx: Context, *, import_id: UUID) -> ImportJob:
    """入库。

    没有错误的行进入名录：新的录入，已有的按检查结果更新；有错误的行留在错误表里，改好后可再导入。
    """
    job = await ctx.lock(ImportJob, import_id)
    status = IMPORT_FLOW.after(job.status, "commit")
    if job.file_key is None:
        raise ImportFileGone()
    if not job.rows_new + job.rows_update + job.rows_unchanged:
        raise NothingToCommit(errors=job.rows_error)
    if job.checked_at is not None and ctx.now - job.checked_at > timedelta(days=FRESH_DAYS):
        raise ImportChangedSince(days=(ctx.now - job.checked_at).days)
    job.status = status
    job.committer_id, job.committed_by = ctx.actor.id, ctx.actor.name
    # who lets the rows in may reach no further than both that officer and the one who checked
    job.scope_lo, job.scope_hi = max(job.scope_lo, ctx.actor.lo), min(job.scope_hi, ctx.actor.hi)
    job.position = job.entered = job.changed = job.rows_done = 0
    job.touched_at = ctx.now
    ctx.enqueue("roster.import", {"import_id": str(import_id)})
    return job


@command(allow=Permission.ROSTER_IMPORT)
async def cancel_import(ctx: Context, *, import_id: UUID) -> ImportJob:
    """取消导入。

    入库之前都可以取消，名录不受任何影响，上传的文件随即删除。
    """
    job = await ctx.lock(ImportJob, import_id)
    job.status = IMPORT_FLOW.after(job.status, "cancel")
    job.finished_at = ctx.now
    forget_files(ctx, job)
    return job


def forget_files(ctx: Context, job: ImportJob) -> None:
    """Deletes what was sent, and what the check kept of it, once the unit of work is committed."""
    keys, job.file_key = (job.file_key, checked_key(job.id)), None

    async def forget() -> None:
        for key in keys:
            if key is not None:
                await ctx.files.delete(key)

    ctx.after_commit.append(forget)


def original_key(import_id: UUID) -> str:
    return f"imports/{import_id}/original"


async def _own_unit(ctx: Context, unit_id: UUID) -> Unit:
    unit = await open_unit(ctx, unit_id)
    if not ctx.actor.lo <= unit.path < ctx.actor.hi:
        raise UnitOutOfReach(unit=unit.name, field="unitId")
    return unit


async def _home(ctx: Context) -> Unit | None:
    """The unit that the officer's whole scope is, where people may be kept: a county for a county's office."""
    stmt = sa.select(Unit).where(
        col(Unit.path) == ctx.actor.lo,
        col(Unit.path_end) == ctx.actor.hi,
        col(Unit.kind).not_in(NOT_A_HOME),
    )
    return (await ctx.db.execute(stmt)).scalars().first()
