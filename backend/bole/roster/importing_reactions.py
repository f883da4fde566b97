"""Who sent a workbook or asked for a list is told when it is ready, or why it is not."""

from uuid import UUID

from bole.core.context import Context
from bole.core.events import on
from bole.notice.service import notify
from bole.roster.importing_events import ImportChecked, ImportFailed, ImportFinished, RosterExported
from bole.roster.importing_models import ImportJob


@on(ImportChecked)
async def tell_checked(ctx: Context, fact: ImportChecked) -> None:
    errors = f"，{fact.rows_error} 行有错误" if fact.rows_error else "，没有错误"
    await _tell(ctx, fact.import_id, fact.actor_id, "checked", f"检查完成{errors}，请决定是否入库")


@on(ImportFinished)
async def tell_finished(ctx: Context, fact: ImportFinished) -> None:
    words = f"已入库：新增 {fact.entered} 人，更新 {fact.changed} 人"
    await _tell(ctx, fact.import_id, fact.actor_id, "finished", words)


@on(ImportFailed)
async def tell_failed(ctx: Context, fact: ImportFailed) -> None:
    await _tell(ctx, fact.import_id, fact.actor_id, "failed", "未能完成")


@on(RosterExported)
async def tell_exported(ctx: Context, fact: RosterExported) -> None:
    await notify(
        ctx,
        kind="roster.export",
        title=f"名录导出已生成，共 {fact.rows} 人，请在一天内下载",
        about="export_job",
        about_id=fact.export_id,
        key=f"export {fact.export_id}",
        accounts=[fact.actor_id],
    )


async def _tell(ctx: Context, import_id: UUID, actor_id: UUID, what: str, words: str) -> None:
    found = await ctx.find(ImportJob, import_id)
    if found is None:
        return
    await notify(
        ctx,
        kind="roster.import",
        title=f"名录导入“{found.filename[-80:]}”{words}",
        body=found.failure or "",
        about="import_job",
        about_id=import_id,
        # a second check of the same import is news again; the same fact told twice is not
        key=f"import {import_id} {what} {found.checked_at or found.created_at}",
        accounts=[actor_id],
    )
