"""The demo's people go the way that a district's people go: as a workbook, checked, then let into the roster."""

import asyncio
import hashlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import cycle
from uuid import UUID

import sqlalchemy as sa
import xlsxwriter
from sqlmodel import col

from bole.catalogue.models import Entry
from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.server import ServerFailure
from bole.core.table import new_id
from bole.identity.models import Account
from bole.org.models import Unit
from bole.org.rules import UnitKind
from bole.roster.importing import run_import
from bole.roster.importing_models import ImportJob
from bole.roster.importing_rules import ImportStatus
from bole.roster.importing_service import begin_import, commit_import, original_key
from bole.roster.models import Talent
from bole.roster.population import Person, people
from bole.roster.rules import TalentStatus

WORKBOOK_ROWS = 50_000
COLUMNS = (
    "姓名", "曾用名", "性别", "证件号码", "手机", "电子邮箱", "归口单位", "用人单位", "统一社会信用代码", "职务",
    "到岗日期", "用人方式", "人才层次", "人才类型", "最高学历", "毕业院校", "专业", "毕业日期", "职称", "职称级别",
    "专业专长",
)  # fmt: skip
GOVERNING = (UnitKind.COUNTY, UnitKind.ZONE)


async def enter_people(services: Services, start: int, until: int) -> None:
    """The invented people from number `start` to `until`, spread over the counties and zones."""
    async with Work(services).read(PLATFORM) as ctx:
        units = await _words(
            ctx, sa.select(col(Unit.code)).where(col(Unit.kind).in_(GOVERNING)).order_by(col(Unit.path))
        )
        levels, types = [await _codes(ctx, kind) for kind in ("level", "talent_type")]
    for first in range(start, until, WORKBOOK_ROWS):
        n = min(WORKBOOK_ROWS, until - first)
        told = people(n, levels=levels, types=types, start=first)
        data = await asyncio.to_thread(workbook, told, units)
        await _enter(services, data, f"演示人才 {first + 1}–{first + n}.xlsx")


async def a_talent(ctx: Context, level: str | None) -> tuple[UUID, str] | None:
    """Somebody of this level without an account, for the demo account of a talent."""
    taken = sa.select(col(Account.talent_id)).where(col(Account.talent_id).is_not(None))
    stmt = sa.select(col(Talent.id), col(Talent.name)).where(
        col(Talent.status) == TalentStatus.ACTIVE, col(Talent.id).not_in(taken)
    )
    if level is not None:
        stmt = stmt.where(col(Talent.level) == level)
    row = (await ctx.db.execute(stmt.order_by(col(Talent.unit_path), col(Talent.name_key)).limit(1))).first()
    return None if row is None else (row[0], row[1])


def workbook(told: Iterable[Person], units: list[str]) -> bytes:
    """A workbook as an officer would send it, with the titles of the template."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("人才名录")
        for column, title in enumerate(COLUMNS):
            sheet.write_string(0, column, title)
        for number, (person, unit) in enumerate(zip(told, cycle(units), strict=False), start=1):
            for column, value in enumerate(_row(person, unit)):
                if value:
                    sheet.write_string(number, column, value)
    return made.getvalue()


def _row(p: Person, unit: str) -> Iterator[str | None]:
    yield from (p.name, p.former_name, p.gender.label, p.number, p.phone, p.email, unit)
    yield from (p.employer, p.employer_uscc, p.position, p.employed_from.isoformat(), p.employment_kind.label)
    yield from (p.level, p.talent_type, p.degree.label, p.school, p.major, p.graduated_on.isoformat())
    yield from (p.title, p.title_rank.label if p.title_rank else None, p.specialty)


async def _enter(services: Services, data: bytes, filename: str) -> None:
    import_id = new_id()
    await services.files.put(original_key(import_id), data)
    async with Work(services).write(PLATFORM) as ctx:
        ctx.performed.append("roster.begin_import")
        digest = hashlib.sha256(data).hexdigest()
        await begin_import(ctx, import_id=import_id, filename=filename, size=len(data), digest=digest)
    await run_import(services, import_id=str(import_id))
    async with Work(services).write(PLATFORM) as ctx:
        ctx.performed.append("roster.commit_import")
        await commit_import(ctx, import_id=import_id)
    await run_import(services, import_id=str(import_id))
    async with Work(services).read(PLATFORM) as ctx:
        job = await ctx.get(ImportJob, import_id)
    if job.status is not ImportStatus.DONE or job.rows_error:
        raise ServerFailure(f"演示人才未能全部入库：{job.failure or f'{job.rows_error} 行有错误'}")


async def _codes(ctx: Context, kind: str) -> list[str]:
    in_force = sa.select(col(Entry.code)).where(col(Entry.kind) == kind, col(Entry.valid_until).is_(None))
    return await _words(ctx, in_force.order_by(col(Entry.code)))


async def _words(ctx: Context, stmt: sa.Select[str]) -> list[str]:
    return list((await ctx.db.execute(stmt)).scalars())
