"""The worker's half of an import: check the workbook without touching the roster, then let the good rows in.

Both go by chunks and both may die at any moment. A check begins anew; letting in goes on where the last
committed chunk ended, since position, people, findings and audit of a chunk are one transaction. Who runs
twice finds the work held by an advisory lock, and past it the position moved on: nobody enters twice.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, suppress
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa
import structlog
from sqlmodel import col

from bole.core import clock
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Context, Services, Work
from bole.core.database import lost
from bole.core.errors import Refusal
from bole.core.events import every, job
from bole.core.faults import AlreadyThere, refusal_of
from bole.core.permissions import Permission
from bole.roster.checked import Keeper, checked_key, kept
from bole.roster.events import LevelChanged
from bole.roster.importing_events import ImportChecked, ImportFailed, ImportFinished, TalentsImported
from bole.roster.importing_models import ImportJob
from bole.roster.importing_rules import IMPORT_FLOW, ImportStatus, RowOutcome, Severity
from bole.roster.importing_service import forget_files
from bole.roster.locking import alone
from bole.roster.matching import Decision, Matcher, Reference, needs_employer, reference
from bole.roster.noting import forget_rows, note_rows
from bole.roster.reading import reading
from bole.roster.rows import Found, Known
from bole.roster.rules import HeldElsewhere
from bole.roster.staging import Stager, enter
from bole.roster.updating import Updater

log = structlog.get_logger("bole.roster")
MAY: Final = frozenset({Permission.ROSTER_IMPORT, Permission.ROSTER_WRITE, Permission.ROSTER_READ})
SLOW: Final = "set local statement_timeout = '120s'"
ATTEMPTS: Final = 3
AT_ONCE: Final = 2
"""Imports that one worker has in hand: each has a reading process that may take gigabytes."""

STILL: Final = timedelta(minutes=2)
"""An import without progress for so long has lost its worker, and is asked for again."""

KEPT_AFTER: Final = timedelta(days=7)
"""What was sent stays this long after the import ended: the error workbook is made from it."""

KEPT_WAITING: Final = timedelta(days=30)
"""An import that nobody let in or dropped is dropped."""


@job("roster.import")
async def run_import(services: Services, *, import_id: str) -> None:
    """Does what the import's status asks for: the check, or letting in. Safe to run again at any time."""
    about = UUID(import_id)
    at_once: asyncio.Semaphore = services.extras.setdefault("imports", asyncio.Semaphore(AT_ONCE))
    async with at_once, alone(services, about) as mine:
        if not mine:
            return
        found = await _load(services, about)
        if found is None:
            return
        try:
            if found.status in (ImportStatus.UPLOADED, ImportStatus.CHECKING):
                await _check(services, found)
            elif found.status is ImportStatus.COMMITTING:
                await _let_in(services, found)
        except Exception as error:
            if lost(error):
                raise  # the database is away: the timer below asks again
            no = refusal_of(error)
            log.warning("import_failed", import_id=import_id, code=no.code())
            await _fail(services, about, no)


@every("* * * * *", "roster.imports_resumed")
async def resume_imports(services: Services) -> None:
    """Asks again for imports whose worker died."""
    async with Work(services).write(PLATFORM) as ctx:
        waiting = sa.select(col(ImportJob.id)).where(
            col(ImportJob.status).in_(
                [ImportStatus.UPLOADED, ImportStatus.CHECKING, ImportStatus.COMMITTING]
            ),
            col(ImportJob.touched_at) < ctx.now - STILL,
        )
        for import_id in (await ctx.db.execute(waiting)).scalars():
            ctx.enqueue("roster.import", {"import_id": str(import_id)})


@every("23 18 * * *", "roster.imports_cleaned")
async def clean_imports(services: Services) -> None:
    """Each night: what was sent is deleted a week after its import ended; what nobody came back to, after a month."""
    async with Work(services).write(PLATFORM) as ctx:
        over = sa.or_(
            col(ImportJob.finished_at) < ctx.now - KEPT_AFTER,
            sa.and_(
                col(ImportJob.status).in_([ImportStatus.CHECKED, ImportStatus.FAILED]),
                col(ImportJob.touched_at) < ctx.now - KEPT_WAITING,
            ),
        )
        found = sa.select(ImportJob).where(col(ImportJob.file_key).is_not(None), over)
        for import_job in (await ctx.db.execute(found.with_for_update(skip_locked=True))).scalars():
            ctx.performed.append("roster.clean_imports")
            if import_job.status in (ImportStatus.CHECKED, ImportStatus.FAILED):
                import_job.status = IMPORT_FLOW.after(import_job.status, "cancel")
            forget_files(ctx, import_job)


# -- check --------------------------------------------------------------------------------------------------


async def _check(services: Services, found: ImportJob) -> None:
    async with _working(services, found.id, ImportStatus.UPLOADED, ImportStatus.CHECKING) as (ctx, told):
        if told is None:
            return
        if told.status is ImportStatus.UPLOADED:
            told.status = IMPORT_FLOW.after(told.status, "check")
        await forget_rows(await ctx.connection(), told.id)
        about = await reference(ctx, unit_id=told.unit_id, lo=told.scope_lo, hi=told.scope_hi)
    await services.files.delete(checked_key(found.id))  # of an earlier check, perhaps of another sheet
    matcher = Matcher(about, services.vault, clock.today())
    counts = _Counts()
    everywhere = services.database.pool(ActorKind.SYSTEM.database_role)
    async with (
        services.files.local(found.file_key) as path,
        reading(path, about.known, sheet=found.sheet) as read,
        aclosing(Keeper(services.vault, found.id)) as keeper,
    ):
        await keeper.begin(read.head, about.known)
        async with everywhere.acquire() as here:
            await here.execute(HEAD, found.id, orjson.dumps(read.head).decode(), read.head["rows"])
        async for raw, chunk in read.chunks:
            decisions, _ = await asyncio.gather(asyncio.to_thread(matcher.look, chunk), keeper.keep(raw))
            async with everywhere.acquire() as here:
                await matcher.decide(here, here, decisions, lock=False)
                counts.add(decisions)
                async with here.transaction():
                    still = await here.fetchval(PROGRESS, found.id, counts.rows)
                    if still is None:
                        return  # cancelled meanwhile
                    await note_rows(here, found.id, found.unit_path, read.head, decisions)
        await keeper.store(services.files)
    async with _working(services, found.id, ImportStatus.CHECKING) as (ctx, told):
        if told is None:
            return
        told.status = IMPORT_FLOW.after(told.status, "report")
        told.rows_total = told.rows_done = counts.rows
        told.rows_new, told.rows_update = counts.of(RowOutcome.NEW), counts.of(RowOutcome.UPDATE)
        told.rows_unchanged, told.rows_error = counts.of(RowOutcome.UNCHANGED), counts.of(RowOutcome.ERROR)
        told.rows_warned, told.checked_at = counts.warned, ctx.now
        ctx.emit(ImportChecked(told.id, told.actor_id, told.rows_error))


HEAD: Final = "update import_job set head = $2::text::jsonb, rows_total = $3, rows_done = 0 where id = $1"
PROGRESS: Final = """
update import_job set rows_done = $2, touched_at = now() where id = $1 and status = 'checking' returning id"""


class _Counts:
    def __init__(self) -> None:
        self.rows = self.warned = 0
        self._outcomes: dict[RowOutcome, int] = {}

    def add(self, decisions: Sequence[Decision]) -> None:
        for decision in decisions:
            self.rows += 1
            self._outcomes[decision.outcome] = self._outcomes.get(decision.outcome, 0) + 1
            self.warned += any(p["severity"] == Severity.WARNING for p in decision.found.problems)

    def of(self, outcome: RowOutcome) -> int:
        return self._outcomes.get(outcome, 0)


# -- let in -------------------------------------------------------------------------------------------------


async def _let_in(services: Services, found: ImportJob) -> None:
    async with Work(services).read(_for(found)) as ctx:
        about = await reference(ctx, unit_id=found.unit_id, lo=found.scope_lo, hi=found.scope_hi)
    source = {
        "source": "import",
        "import_id": str(found.id),
        "by": found.committed_by,
        "at": clock.now().isoformat(),
    }
    chunks = _Chunks(services, found, about, source)
    async with (
        _rows(services, found, about.known) as (head, read),
        aclosing(ahead(read, chunks.prepare)) as prepared,
    ):
        async for decisions in prepared:
            if not await chunks.let_in(head, decisions):
                return
    async with _working(services, found.id, ImportStatus.COMMITTING) as (ctx, told):
        if told is not None:
            told.status = IMPORT_FLOW.after(told.status, "finish")
            told.finished_at = ctx.now
            ctx.emit(ImportFinished(told.id, told.actor_id, told.entered, told.changed))
    await services.files.delete(checked_key(found.id))


@asynccontextmanager
async def _rows(
    services: Services, found: ImportJob, known: Known
) -> AsyncIterator[tuple[dict[str, Any], AsyncIterator[list[Found]]]]:
    """The rows below the last one let in: as the check kept them, else read from the workbook again."""
    async with AsyncExitStack() as open_files:
        try:
            path = await open_files.enter_async_context(services.files.local(checked_key(found.id)))
            still_holds = await kept(path, services.vault, found.id, known, found.position)
        except Refusal:
            still_holds = None
        if still_holds is not None:
            yield still_holds.head, still_holds.chunks
            return
        path = await open_files.enter_async_context(services.files.local(found.file_key))
        again = reading(path, known, sheet=found.sheet, after=found.position)
        read = await open_files.enter_async_context(again)
        yield read.head, (rows async for _, rows in read.chunks)


class _Chunks:
    """Lets chunks in, each in one unit of work of the officer who said so."""

    def __init__(
        self, services: Services, found: ImportJob, about: Reference, source: dict[str, Any]
    ) -> None:
        self.services, self.found, self.about = services, found, about
        today = clock.today()
        basis = f"名录导入：{found.filename}"[:200]
        self.matcher = Matcher(about, services.vault, today)
        self.stager = Stager(services.vault, about, today, source)
        self.updater = Updater(services.vault, about, source, basis)
        self.basis = basis

    def prepare(self, chunk: list[Found]) -> list[Decision]:
        """All that can be done while the database is busy with the chunk before."""
        decisions = self.matcher.look(chunk)
        if self.found.rows_new:
            self.stager.prepare([d for d in decisions if not needs_employer(d.found)])
        return decisions

    async def let_in(self, head: dict[str, Any], decisions: list[Decision]) -> bool:
        """False once the import is no longer to go on. Somebody who enters one of these people by hand at the
        same moment wins: the chunk is decided anew and finds the person there."""
        before = [(d.outcome, len(d.found.problems)) for d in decisions]
        for attempt in range(ATTEMPTS):
            try:
                return await self._once(head, decisions)
            except Exception as error:
                if not _held_meanwhile(error) or attempt == ATTEMPTS - 1:
                    raise
                for decision, (outcome, problems) in zip(decisions, before, strict=True):
                    decision.outcome, decision.held, decision.plan, decision.changes = outcome, None, None, []
                    decision.resting = False
                    del decision.found.problems[problems:]
        return False

    async def _once(self, head: dict[str, Any], decisions: list[Decision]) -> bool:
        pool = self.services.database.pool(ActorKind.SYSTEM.database_role)
        async with Work(self.services).write(_for(self.found)) as ctx, pool.acquire() as everywhere:
            told = await ctx.lock(ImportJob, self.found.id)
            if told.status is not ImportStatus.COMMITTING:
                return False
            rows = [d for d in decisions if d.found.number > told.position]
            if not rows:
                return True
            here = await ctx.connection()
            await here.execute(SLOW)
            await self.matcher.decide(everywhere, here, rows, lock=True)
            fresh = [d for d in rows if d.outcome is RowOutcome.NEW]
            if any(d.record is None for d in fresh):
                await asyncio.to_thread(self.stager.prepare, fresh)
            entered = await enter(here, fresh, self.basis)
            changed = await self.updater.write(here, rows)
            await note_rows(here, told.id, told.unit_path, head, rows, entered)
            last = rows[-1].found.number
            told.position, told.touched_at = last, ctx.now
            told.rows_done += len(rows)
            told.entered += len(entered)
            told.changed += len(changed)
            ctx.performed.append("roster.commit_import")
            new, other = [str(i) for i in entered.values()], [str(i) for i in changed]
            ctx.emit(TalentsImported(told.id, rows[0].found.number, last, new, other))
            for fact in _levels(rows):
                ctx.emit(fact)
        return True


def _levels(decisions: Sequence[Decision]) -> list[LevelChanged]:
    return [
        LevelChanged(d.held.id, *d.plan.level_from)
        for d in decisions
        if d.held is not None and d.plan is not None and d.plan.level_from is not None
    ]


def _held_meanwhile(error: Exception) -> bool:
    """Another unit of work entered one of these people since we looked."""
    return isinstance(refusal_of(error), HeldElsewhere | AlreadyThere)


async def ahead(
    chunks: AsyncIterator[list[Found]], prepare: Callable[[list[Found]], list[Decision]]
) -> AsyncGenerator[list[Decision], None]:
    """Each chunk prepared in a thread while the caller is busy with the one before."""

    async def one() -> list[Decision] | None:
        chunk = await anext(chunks, None)
        return None if chunk is None else await asyncio.to_thread(prepare, chunk)

    coming = asyncio.create_task(one())
    try:
        while (decisions := await coming) is not None:
            coming = asyncio.create_task(one())
            yield decisions
    finally:
        coming.cancel()
        with suppress(Exception, asyncio.CancelledError):
            await coming


# -- what both share ----------------------------------------------------------------------------------------


def _for(found: ImportJob) -> Actor:
    """The officer who lets the rows in: row-level security and audit are theirs, not the platform's."""
    assert found.committer_id is not None and found.committed_by is not None
    return Actor(
        id=found.committer_id,
        name=found.committed_by,
        kind=ActorKind.STAFF,
        permissions=MAY,
        lo=found.scope_lo,
        hi=found.scope_hi,
    )


@asynccontextmanager
async def _working(
    services: Services, about: UUID, *statuses: ImportStatus
) -> AsyncIterator[tuple[Context, ImportJob | None]]:
    """A unit of work on the import, or None where its status has moved on."""
    async with Work(services).write(PLATFORM) as ctx:
        told = await ctx.lock(ImportJob, about)
        if told.status in statuses:
            ctx.performed.append("roster.run_import")
            told.touched_at = ctx.now
            yield ctx, told
        else:
            yield ctx, None


async def _load(services: Services, about: UUID) -> ImportJob | None:
    async with Work(services).read(PLATFORM) as ctx:
        return await ctx.find(ImportJob, about)


async def _fail(services: Services, about: UUID, no: Refusal) -> None:
    async with _working(services, about, ImportStatus.CHECKING, ImportStatus.COMMITTING) as (ctx, told):
        if told is not None:
            told.status = IMPORT_FLOW.after(told.status, "fail")
            told.failure_code, told.failure, told.finished_at = no.code(), str(no)[:400], ctx.now
            ctx.emit(ImportFailed(told.id, told.actor_id, no.code()))


__all__ = ["resume_imports", "run_import"]
