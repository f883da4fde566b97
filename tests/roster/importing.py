"""潮州 with a file store: who imports, what they send, and what came of it."""

import hashlib
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import openpyxl
import sqlalchemy as sa
from sqlmodel import col

from bole.core.actor import PLATFORM, WHOLE_CITY, Actor, ActorKind
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.files import Files
from bole.core.permissions import Permission
from bole.core.secrets import Vault
from bole.core.table import new_id
from bole.org.models import Unit
from bole.roster import importing, importing_service
from bole.roster.identity_numbers import DEMO_AREA, make_resident_number
from bole.roster.importing_models import ImportFinding, ImportJob, ImportRow
from bole.settings import Environment, read_settings

HEADER = ["姓名", "证件号码", "手机", "归口单位"]


def number(i: int = 0, born: date = date(1992, 11, 7), *, man: bool = False) -> str:
    return make_resident_number(DEMO_AREA, born + timedelta(days=i // 400), 2 * (i % 400) + 2 - man)


def person(i: int, **more: Any) -> list[Any]:
    """Row i of a plain workbook."""
    names = ["林晓岚", "陈小明", "黄伟强", "张芳", "李静怡", "王海东", "吴嘉泽", "刘雯", "蔡志明", "杨柳"]
    told = dict(zip(HEADER, [names[i % 10], number(i), f"154{i:08d}", "潮安区"], strict=True))
    return list({**told, **more}.values())


def workbook(
    path: Path, rows: Iterable[Sequence[Any]], *, sheet: str = "人才名录", change: Any = None
) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(list(row))
    if change:
        change(page)
    book.save(path)
    return path


@dataclass
class Desk:
    """Where workbooks come in. `database` is 潮州's, `folder` the file store's."""

    database: Database
    folder: Path
    units: dict[str, Unit] = field(default_factory=dict)
    services: Services = field(init=False)

    def __post_init__(self) -> None:
        settings = read_settings(env=Environment.TEST, files_dir=self.folder / "files", data_dir=self.folder)
        self.services = Services(self.database, settings, Vault.of(settings), Files.of(settings))

    async def ready(self) -> "Desk":
        async with Work(self.services).read(PLATFORM) as ctx:
            self.units = {u.short_name: u for u in (await ctx.db.execute(sa.select(Unit))).scalars()}
        return self

    def officer(self, unit: str | None = None, *without: Permission) -> Actor:
        """Staff of a county, or of the city."""
        lo, hi = (self.units[unit].path, self.units[unit].path_end) if unit else WHOLE_CITY
        return Actor(
            new_id(), f"{unit or '市'}经办", ActorKind.STAFF, frozenset(Permission) - set(without), lo, hi
        )

    async def send(self, path: Path, by: Actor | None = None, **more: Any) -> UUID:
        """Uploads, as the REST route does, without checking yet."""
        import_id = new_id()
        stored = await self.services.files.put(importing_service.original_key(import_id), path.read_bytes())
        async with Work(self.services).write(by or self.officer("潮安区")) as ctx:
            ctx.performed.append("roster.begin_import")
            await importing_service.begin_import(
                ctx,
                import_id=import_id,
                filename=path.name,
                size=stored.size,
                digest=stored.sha256.hex(),
                **more,
            )
        return import_id

    async def run(self, import_id: UUID) -> ImportJob:
        """What the worker does with it now."""
        await importing.run_import(self.services, import_id=str(import_id))
        return await self.job(import_id)

    async def check(self, path: Path, by: Actor | None = None, **more: Any) -> ImportJob:
        return await self.run(await self.send(path, by, **more))

    async def say(self, command: Any, import_id: UUID, by: Actor | None = None, **more: Any) -> None:
        async with Work(self.services).write(by or self.officer("潮安区")) as ctx:
            ctx.performed.append(command.operation.name)
            await command(ctx, import_id=import_id, **more)

    async def commit(self, job: ImportJob, by: Actor | None = None) -> ImportJob:
        await self.say(importing_service.commit_import, job.id, by)
        return await self.run(job.id)

    async def take(self, path: Path, by: Actor | None = None, **more: Any) -> ImportJob:
        """The whole way: sent, checked, let in."""
        return await self.commit(await self.check(path, by, **more), by)

    async def job(self, import_id: UUID) -> ImportJob:
        async with Work(self.services).read(PLATFORM) as ctx:
            return await ctx.get(ImportJob, import_id)

    async def findings(self, job: ImportJob) -> list[tuple[int, ImportFinding]]:
        """(row, finding), in order."""
        stmt = (
            sa.select(col(ImportRow.row_number), ImportFinding)
            .join(ImportRow, col(ImportRow.id) == col(ImportFinding.row_id))
            .where(col(ImportRow.import_id) == job.id)
            .order_by(col(ImportRow.row_number), col(ImportFinding.ordinal))
        )
        async with Work(self.services).read(PLATFORM) as ctx:
            return [(row, finding) for row, finding in (await ctx.db.execute(stmt)).all()]

    async def codes(self, job: ImportJob) -> list[tuple[int, str | None, str]]:
        return [(row, f.column, f.code) for row, f in await self.findings(job)]


async def counted(everything: asyncpg.Connection) -> dict[str, int]:
    """How many rows really stand in the roster's tables."""
    tables = [
        "talent",
        "identity_document",
        "employment",
        "education",
        "title",
        "talent_name",
        "level_grant",
        "talent_gram",
    ]
    return {t: await everything.fetchval(f"select count(*) from {t}") for t in tables}


async def standing(everything: asyncpg.Connection) -> str:
    """A digest of everything in the roster: equal before and after means nothing was touched, not even a version."""
    told = hashlib.sha256()
    for table in (
        "talent",
        "identity_document",
        "employment",
        "education",
        "title",
        "talent_name",
        "level_grant",
        "talent_gram",
    ):
        for row in await everything.fetch(f"select t::text as line from {table} t order by t::text"):
            told.update(row["line"].encode())
    return told.hexdigest()


def scrambled(data: bytes, chance: random.Random) -> bytes:
    """A file cut off somewhere, or with some bytes flipped."""
    made = bytearray(data[: chance.randrange(1, len(data))] if chance.random() < 0.5 else data)
    for _ in range(chance.choice([0, 1, 8, 64])):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)
