"""The demo's people: invented ones in any number, and those of the sample workbooks, which go the way that a
district's own workbook goes: sent, checked, let in."""

import asyncio
import hashlib
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.server import ServerFailure
from bole.core.table import new_id
from bole.identity.models import Account
from bole.roster.importing import run_import
from bole.roster.importing_models import ImportJob
from bole.roster.importing_rules import ImportStatus
from bole.roster.importing_service import begin_import, commit_import, original_key
from bole.roster.models import Talent
from bole.roster.rules import TalentStatus
from bole.roster.samples import CLEAN, DISTRICT, write_samples


async def import_samples(services: Services, folder: Path) -> None:
    """Writes the sample workbooks into `folder` and lets the two clean ones in. The third, with its planted
    errors, is left for whoever imports for the first time."""
    await asyncio.to_thread(write_samples, folder)
    for name in (CLEAN, DISTRICT):
        await _import(services, await asyncio.to_thread((folder / name).read_bytes), name)


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


async def _import(services: Services, data: bytes, filename: str) -> None:
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
        raise ServerFailure(f"{filename} 未能全部入库：{job.failure or f'{job.rows_error} 行有错误'}")
