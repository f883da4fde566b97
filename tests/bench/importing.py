"""Import: a workbook of invented people let into an empty 潮州, by bole and by what nobody can do without.

bole: the real import, uploaded, checked cell by cell, committed by an officer under row-level security, with audit.
The limit: the same workbook read by python-calamine, and the very rows that bole left behind (names spelt, numbers
sealed beforehand) copied and upserted by a superuser, without a check.
"""

import asyncio
import contextlib
import hashlib
import os
import resource
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
import xlsxwriter
from python_calamine import CalamineWorkbook
from tests.bench.machine import cpu, tree, used
from tests.bench.world import copied, kept

from bole.core import server
from bole.core.actor import WHOLE_CITY, Actor, ActorKind
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.files import Files
from bole.core.permissions import Permission
from bole.core.secrets import Vault
from bole.core.table import new_id
from bole.roster import importing, importing_service
from bole.roster.importing_models import ImportJob
from bole.roster.importing_rules import ImportStatus
from bole.roster.names import prepare_names
from bole.roster.population import Person, people
from bole.settings import Environment, read_settings

MOST = 100_000
"""Rows of the workbook at most: the size that the aim speaks of."""

RUN = "bole_bench_import"
TITLES = (
    "姓名", "曾用名", "性别", "证件号码", "手机", "电子邮箱", "归口单位", "用人单位", "统一社会信用代码", "职务",
    "到岗日期", "用人方式", "人才层次", "人才类型", "最高学历", "毕业院校", "专业", "毕业日期", "职称", "职称级别",
    "专业专长",
)  # fmt: skip
TABLES = ("talent", "identity_document", "employment", "education", "title", "level_grant", "talent_name")
"""What an import fills; the name tokens follow talent by trigger, for both alike."""


@dataclass
class Taken:
    """One import: seconds, and CPU of the importing processes and of the database, in ms."""

    seconds: float
    app: float
    db: float


async def measured(base: server.Server, args: Any, say: Any) -> list[Any]:
    """Both, in turn and each on a fresh copy: as many rounds as asked for, three at most."""
    from tests.bench.run import Result

    anywhere(base)
    prepare_names(["预热"])  # a worker has read its dictionaries long ago
    n = min(args.size, MOST)
    source = await kept(base, 0, say)
    path = await _workbook(base, source, Path(args.data), n, say)
    limit: list[Taken] = []
    ours: list[Taken] = []
    rows: dict[str, tuple[list[str], list[Any]]] = {}
    for i in range(min(args.rounds, 3)):
        await copied(base, source, RUN)
        ours.append(await _timed(base, partial(_by_bole, base, path, Path(args.data) / "bole")))
        rows = rows or await _left(base, n)
        await copied(base, source, RUN)
        limit.append(await _timed(base, partial(_by_hand, base, path, rows)))
        await _same_rows(base, rows)
        say(
            f"  import_xlsx 第 {i + 1} 轮  limit {limit[-1].seconds:.2f} 秒  bole_graphql {ours[-1].seconds:.2f} 秒"
        )
    ratio = statistics.median(a.seconds / b.seconds for a, b in zip(limit, ours, strict=True))
    made = []
    for name, taken, to_limit in (("limit", limit, 1.0), ("bole_graphql", ours, ratio)):
        seconds = statistics.median(t.seconds for t in taken)
        app, db = (
            statistics.median(values) / n for values in ([t.app for t in taken], [t.db for t in taken])
        )
        longest = max(t.seconds for t in taken)
        made.append(
            Result("import_xlsx", name, n / seconds, seconds * 1000, longest * 1000, app, db, to_limit, None)
        )
    return made


def anywhere(base: server.Server) -> None:
    """Both CPUs for everybody: an import is not a contest of one process."""
    for pid in (os.getpid(), *tree(base.pid)):
        with contextlib.suppress(OSError):
            os.sched_setaffinity(pid, range(os.cpu_count() or 1))


async def _timed(base: server.Server, act: Callable[[], Awaitable[Callable[[], Awaitable[None]]]]) -> Taken:
    """Runs `act`, which hands back how to close what it opened: while that is open, its CPU can be counted."""
    app, db, began = _own_cpu(), cpu(base.pid), time.perf_counter()
    close = await act()
    taken = Taken(time.perf_counter() - began, _own_cpu() - app, used(db, cpu(base.pid)))
    await close()
    return taken


def _own_cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used) * 1000


# bole --------------------------------------------------------------------------------------------------------


async def _by_bole(base: server.Server, path: Path, folder: Path) -> Callable[[], Awaitable[None]]:
    """As upload, worker and officer do it: begin, check, commit, let in."""
    chosen = read_settings(env=Environment.TEST, files_dir=folder / "files", data_dir=folder)
    services = Services(Database(base.address(RUN).app), chosen, Vault.of(chosen), Files.of(chosen))
    officer = Actor(new_id(), "测速员", ActorKind.STAFF, frozenset(Permission), *WHOLE_CITY)
    data, import_id = path.read_bytes(), new_id()
    await services.files.put(importing_service.original_key(import_id), data)
    async with Work(services).write(officer) as ctx:
        ctx.performed.append("roster.begin_import")
        await importing_service.begin_import(
            ctx,
            import_id=import_id,
            filename=path.name,
            size=len(data),
            digest=hashlib.sha256(data).hexdigest(),
        )
    await importing.run_import(services, import_id=str(import_id))
    async with Work(services).write(officer) as ctx:
        ctx.performed.append("roster.commit_import")
        await importing_service.commit_import(ctx, import_id=import_id)
    await importing.run_import(services, import_id=str(import_id))
    async with Work(services).read(officer) as ctx:
        job = await ctx.get(ImportJob, import_id)
    if job.status is not ImportStatus.DONE or job.rows_error:
        raise RuntimeError(f"import_xlsx: {job.status} {job.failure or ''} {job.rows_error} rows with errors")

    async def close() -> None:
        await services.files.delete(importing_service.original_key(import_id))
        await services.database.close()

    return close


# By hand -----------------------------------------------------------------------------------------------------


async def _left(base: server.Server, n: int) -> dict[str, tuple[list[str], list[Any]]]:
    """The rows that bole left, as they are copied: columns and records of each table."""
    db = await asyncpg.connect(base.dsn(RUN))
    found = {}
    for table in TABLES:
        rows = await db.fetch(f"select * from {table}")
        found[table] = (list(rows[0].keys()) if rows else [], [tuple(r.values()) for r in rows])
    await db.close()
    if len(found["talent"][1]) != n:
        raise RuntimeError(f"import_xlsx: {len(found['talent'][1])} of {n} people came in")
    return found


async def _by_hand(base: server.Server, path: Path, rows: dict[str, Any]) -> Callable[[], Awaitable[None]]:
    """Read, COPY, upsert; one transaction."""
    db = await asyncpg.connect(base.dsn(RUN))
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    read = sum(1 for _ in sheet.iter_rows())
    assert read == len(rows["talent"][1]) + 1
    async with db.transaction():
        for table, (columns, records) in rows.items():
            if not records:
                continue
            await db.execute(f"create temporary table s (like {table}) on commit drop")
            await db.copy_records_to_table("s", records=records, columns=columns)
            told = ", ".join(f'"{c}"' for c in columns)
            again = ", ".join(f'"{c}" = excluded."{c}"' for c in columns if c != "id")
            await db.execute(
                f"insert into {table} ({told}) select {told} from s on conflict (id) do update set {again}"
            )
            await db.execute("drop table s")
    return db.close


async def _same_rows(base: server.Server, rows: dict[str, Any]) -> None:
    db = await asyncpg.connect(base.dsn(RUN))
    for table, (_, records) in rows.items():
        there = await db.fetchval(f"select count(*) from {table}")
        assert there == len(records), f"import_xlsx: {table} has {there} of {len(records)} rows"
    await db.close()


# The workbook ------------------------------------------------------------------------------------------------


async def _workbook(base: server.Server, source: str, folder: Path, n: int, say: Any) -> Path:
    """A workbook as an officer would send it, with the template's titles. Made once."""
    path = folder / f"{n}-{source[-10:]}.xlsx"
    if path.exists():
        return path
    say(f"制作 {n:,} 行的工作簿")
    db = await asyncpg.connect(base.dsn(source))
    units = [
        r[0] for r in await db.fetch("select code from unit where kind in ('county', 'zone') order by path")
    ]
    words = "select code from catalogue_entry where kind = $1 and valid_until is null order by code"
    levels, types = [[r[0] for r in await db.fetch(words, kind)] for kind in ("level", "talent_type")]
    await db.close()
    half = path.with_suffix(".part")
    await asyncio.to_thread(_write, half, people(n, 11, levels=levels, types=types), units)
    half.rename(path)
    return path


def _write(path: Path, told: Any, units: list[str]) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("人才名录")
        for column, title in enumerate(TITLES):
            sheet.write_string(0, column, title)
        for number, person in enumerate(told, start=1):
            for column, value in enumerate(_row(person, units[number % len(units)])):
                if value:
                    sheet.write_string(number, column, value)


def _row(p: Person, unit: str) -> tuple[str | None, ...]:
    return (
        p.name, p.former_name, p.gender.label, p.number, p.phone, p.email, unit, p.employer, p.employer_uscc,
        p.position, p.employed_from.isoformat(), p.employment_kind.label, p.level, p.talent_type, p.degree.label,
        p.school, p.major, p.graduated_on.isoformat(), p.title, p.title_rank.label if p.title_rank else None,
        p.specialty,
    )  # fmt: skip
