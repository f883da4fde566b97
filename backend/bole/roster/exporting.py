"""The worker's half of an export: reads under the officer's own row-level security, writes the file, lets it expire."""

import asyncio
import base64
import csv
import tempfile
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid5

import sqlalchemy as sa
import structlog
from sqlmodel import col

from bole.catalogue import lookup
from bole.catalogue.models import DEMO
from bole.core import clock
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Context, Services, Work
from bole.core.database import lost
from bole.core.errors import Refusal
from bole.core.events import every, job
from bole.core.faults import refusal_of
from bole.core.permissions import Permission
from bole.roster.exporting_models import ExportJob
from bole.roster.exporting_rows import SECRET, Teller, selected
from bole.roster.exporting_rules import (
    COLUMN_OF,
    EXPORT_FLOW,
    KEPT_HOURS,
    MAX_ROWS,
    ExportFormat,
    ExportStatus,
    ExportTooBig,
    NobodyToExport,
)
from bole.roster.exporting_service import forget_file
from bole.roster.importing_events import RosterExported
from bole.roster.locking import alone
from bole.roster.sheets import Field, Sheet

log = structlog.get_logger("bole.roster")
BATCH: Final = 2000
STILL: Final = timedelta(minutes=2)
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
TRACE_TITLE: Final = "追溯码"

PROGRESS: Final = """
update export_job set rows_done = $2, touched_at = now() where id = $1 and status = 'writing' returning id"""
READS: Final = """
insert into sensitive_read (id, unit_path, talent_id, field, purpose, reason, actor_id, actor_name, read_at)
select asked.id, t.unit_path, t.id, asked.field, $4, $5, $6, $7, $8
from unnest($1::uuid[], $2::uuid[], $3::text[]) as asked(id, talent_id, field)
join talent t on t.id = asked.talent_id
on conflict do nothing"""


@job("roster.export")
async def run_export(services: Services, *, export_id: str) -> None:
    """Writes the file of an export. Safe to run again: it begins anew and replaces what there was."""
    about = UUID(export_id)
    async with alone(services, about) as mine:
        if not mine:
            return
        try:
            async with Work(services).write(PLATFORM) as ctx:
                export = await ctx.lock(ExportJob, about)
                if export.status not in (ExportStatus.ASKED, ExportStatus.WRITING):
                    return
                if export.status is ExportStatus.ASKED:
                    export.status = EXPORT_FLOW.after(export.status, "begin")
                ctx.performed.append("roster.run_export")
                export.touched_at = ctx.now
            await _Writing(services, export).run()
        except Exception as error:
            if lost(error):
                raise  # the database is away: the timer below asks again
            no = refusal_of(error)
            log.warning("export_failed", export_id=export_id, code=no.code())
            await _fail(services, about, no)


class _Writing:
    """One export being written."""

    def __init__(self, services: Services, export: ExportJob) -> None:
        self.services, self.export = services, export
        self.columns = [COLUMN_OF[c] for c in export.columns]
        self.actor = Actor(
            id=export.actor_id,
            name=export.actor_name,
            kind=ActorKind.STAFF,
            permissions=frozenset({Permission.ROSTER_EXPORT, Permission.ROSTER_READ}),
            lo=export.scope_lo,
            hi=export.scope_hi,
        )

    async def run(self) -> None:
        with tempfile.TemporaryDirectory(prefix="bole-") as folder:
            path = Path(folder) / "export"
            rows = await self._write(path)
            if rows is None:
                return  # cancelled meanwhile
            key = f"exports/{self.export.id}/{self.export.trace}.{self.export.format.value}"
            stored = await self.services.files.put(key, _pieces(path))
        async with Work(self.services).write(self.actor) as ctx:
            export = await ctx.lock(ExportJob, self.export.id)
            if export.status is not ExportStatus.WRITING:
                await self.services.files.delete(key)
                return
            ctx.performed.append("roster.run_export")
            export.status = EXPORT_FLOW.after(export.status, "finish")
            export.file_key, export.size = key, stored.size
            export.rows_total = export.rows_done = rows
            export.expires_at = ctx.now + timedelta(hours=KEPT_HOURS)
            ctx.emit(RosterExported(export.id, export.actor_id, rows))

    async def _write(self, path: Path) -> int | None:
        async with Work(self.services).read(self.actor) as ctx:
            here = await ctx.connection()
            await here.execute("set local statement_timeout = '120s'")
            chosen = selected(self.export.filters, self.actor)
            total = (await ctx.db.execute(chosen.count, chosen.binds)).scalar()
            if not total:
                raise NobodyToExport()
            if total > MAX_ROWS:
                raise ExportTooBig(rows=f"{total:,}", limit=f"{MAX_ROWS:,}")
            file = await self._open(ctx, path)
            teller = await self._teller(ctx)
            done = 0
            piecemeal = {"yield_per": BATCH}
            streamed = await ctx.db.stream(chosen.rows, chosen.binds, execution_options=piecemeal)
            async for batch in streamed.mappings().partitions(BATCH):
                await asyncio.to_thread(self._batch, file, teller, batch)
                if self.export.clear:
                    await self._tell_the_talents([row["id"] for row in batch])
                done += len(batch)
                if not await self._still(done):
                    return None
            await asyncio.to_thread(file.close)
            return done

    def _batch(self, file: "_Table", teller: Teller, batch: Sequence[Any]) -> None:
        file.rows([[*teller.cells(row), self._trace(row["id"])] for row in batch])

    def _trace(self, talent_id: UUID) -> str:
        """Which export a line comes from and, for who holds the key, which person's line it is."""
        digest = self.services.vault.blind("export", f"{self.export.id}:{talent_id}")
        return f"{self.export.trace}-{base64.b32encode(digest[:5]).decode()}"

    async def _open(self, ctx: Context, path: Path) -> "_Table":
        entries = [*await lookup.entries(ctx, "level"), *await lookup.entries(ctx, "talent_type")]
        watermark = [
            f"导出人：{self.export.actor_name}　时间：{clock.now().astimezone(clock.SHANGHAI):%Y-%m-%d %H:%M}"
            f"　用途：{self.export.purpose.label}（{self.export.reason}）　追溯码：{self.export.trace}",
            "仅限上述用途使用，用毕删除，不得外传；每一行都可追溯到本次导出。",
        ]
        if any(entry.source == DEMO for entry in entries):
            watermark.append("人才层次、类型目录为演示数据。")
        fields = [Field(c.label, c.width) for c in self.columns] + [Field(TRACE_TITLE, 20)]
        kind = _Workbook if self.export.format is ExportFormat.XLSX else _Csv
        return await asyncio.to_thread(kind, path, fields, watermark)

    async def _teller(self, ctx: Context) -> Teller:
        names = {
            kind: {entry.code: entry.name for entry in await lookup.entries(ctx, kind)}
            for kind in ("level", "talent_type")
        }
        return Teller(
            self.columns,
            names,
            self.services.vault,
            clear=self.export.clear,
            sensitive=self.export.sensitive,
        )

    async def _still(self, done: int) -> bool:
        pool = self.services.database.pool(ActorKind.SYSTEM.database_role)
        return await pool.fetchval(PROGRESS, self.export.id, done) is not None

    async def _tell_the_talents(self, ids: list[UUID]) -> None:
        """Numbers leave in the clear: each person sees who took them and why. The ids of the entries follow
        from export, person and field, so that a second run of the job tells nothing twice."""
        fields = [SECRET[c][0].value for c in self.columns if c in SECRET]
        asked = [(uuid5(self.export.id, f"{i}:{field}"), i, field) for i in ids for field in fields]
        async with Work(self.services).write(self.actor) as ctx:
            ctx.performed.append("roster.run_export")
            here = await ctx.connection()
            columns = [list(part) for part in zip(*asked, strict=True)]
            e = self.export
            await here.execute(
                READS,
                *columns,
                e.purpose.label,
                f"导出名录：{e.reason}"[:200],
                e.actor_id,
                e.actor_name,
                ctx.now,
            )


class _Workbook:
    def __init__(self, path: Path, fields: Sequence[Field], watermark: Sequence[str]) -> None:
        properties = {"title": "人才名录", "comments": watermark[0]}
        self._sheet = Sheet(path, "人才名录", properties=properties)
        self._sheet.columns(fields)
        for line in watermark:
            self._sheet.note(line)
        self._sheet.head(fields)

    def rows(self, rows: Iterable[list[str]]) -> None:
        for row in rows:
            self._sheet.row(row)

    def close(self) -> None:
        self._sheet.close()


class _Csv:
    """For programs. Still opened by spreadsheets: what looks like a formula gets an apostrophe before it."""

    def __init__(self, path: Path, fields: Sequence[Field], watermark: Sequence[str]) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerows([f"# {line}"] for line in watermark)
        self._writer.writerow([field.title for field in fields])

    def rows(self, rows: Iterable[list[str]]) -> None:
        self._writer.writerows([[_harmless(cell) for cell in row] for row in rows])

    def close(self) -> None:
        self._file.close()


_Table = _Workbook | _Csv


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    with path.open("rb") as file:
        while piece := await asyncio.to_thread(file.read, 1 << 20):
            yield piece


async def _fail(services: Services, about: UUID, no: Refusal) -> None:
    async with Work(services).write(PLATFORM) as ctx:
        export = await ctx.lock(ExportJob, about)
        if export.status in (ExportStatus.ASKED, ExportStatus.WRITING):
            ctx.performed.append("roster.run_export")
            export.status = EXPORT_FLOW.after(export.status, "fail")
            export.failure_code, export.failure = no.code(), str(no)[:400]


@every("* * * * *", "roster.exports_kept_up")
async def keep_up_exports(services: Services) -> None:
    """Files past their day go; exports whose worker died are asked for again."""
    async with Work(services).write(PLATFORM) as ctx:
        over = sa.select(ExportJob).where(
            col(ExportJob.status) == ExportStatus.READY, col(ExportJob.expires_at) <= ctx.now
        )
        for export in (await ctx.db.execute(over.with_for_update(skip_locked=True))).scalars():
            ctx.performed.append("roster.expire_export")
            export.status = EXPORT_FLOW.after(export.status, "expire")
            forget_file(ctx, export)
        stuck = sa.select(col(ExportJob.id)).where(
            col(ExportJob.status).in_([ExportStatus.ASKED, ExportStatus.WRITING]),
            col(ExportJob.touched_at) < ctx.now - STILL,
        )
        for export_id in (await ctx.db.execute(stuck)).scalars():
            ctx.enqueue("roster.export", {"export_id": str(export_id)})
