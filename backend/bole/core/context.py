"""One unit of work: who acts, on which data, at what time, and what came of it.

Rows, outbox, audit and the kept answer commit together, and only then does the caller hear of it.
"""

import dataclasses
import enum
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

import orjson
from sqlalchemy import ARRAY, Text, column, event, insert, inspect, table, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import ORMExecuteState, Session
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bole.core import clock
from bole.core.actor import Actor
from bole.core.database import Database
from bole.core.errors import IdempotencyKeyReused, NotFound, Refusal
from bole.core.ledger import AuditEntry, AuditHead, KeptAnswer, OutboxMessage
from bole.core.table import Table

T = TypeVar("T", bound=SQLModel)
R = TypeVar("R")
UNSEEN = (OutboxMessage, AuditEntry, AuditHead, KeptAnswer)
MASK = "•••"


@dataclass
class Services:
    """What a process holds for its whole life."""

    database: Database
    settings: Any = None
    vault: Any = None
    files: Any = None
    extras: dict[str, Any] = field(default_factory=dict)
    now: Callable[[], datetime] = clock.now
    """What time it is for every unit of work; the demo's past weeks are played with another one."""


@dataclass
class Context:
    """What an operation is given. `ctx` first, the rest by name."""

    actor: Actor
    db: AsyncSession
    now: datetime
    services: Services
    request_id: str | None = None
    performed: list[str] = field(default_factory=list)
    emitted: list[Any] = field(default_factory=list)
    jobs: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    after_commit: list[Callable[[], Awaitable[None]]] = field(default_factory=list)

    @property
    def today(self) -> date:
        return clock.day_of(self.now)

    @property
    def vault(self) -> Any:
        return self.services.vault

    @property
    def files(self) -> Any:
        return self.services.files

    @property
    def settings(self) -> Any:
        return self.services.settings

    async def find(self, table: type[T], id: UUID) -> T | None:
        """The row, or None where there is none in scope."""
        return (await self.db.exec(select(table).where(_id(table) == id))).first()

    async def get(self, table: type[T], id: UUID) -> T:
        """The row; refuses NotFound."""
        return _found(await self.find(table, id))

    async def lock(self, table: type[T], id: UUID) -> T:
        """The row as it is now, held until this unit of work ends; refuses NotFound."""
        stmt = select(table).where(_id(table) == id).with_for_update(of=table)
        return _found((await self.db.exec(stmt, execution_options={"populate_existing": True})).first())

    def emit(self, fact: Any) -> None:
        """Tells, in the past tense, what happened: a frozen dataclass of ids and words."""
        self.emitted.append(fact)

    def enqueue(self, job: str, payload: dict[str, Any]) -> None:
        """Asks the worker for `job`, once this unit of work is committed."""
        self.jobs.append((job, payload))

    async def connection(self) -> Any:
        """The asyncpg connection of this transaction, for COPY and for statements compiled by the core."""
        raw = await (await self.db.connection()).get_raw_connection()
        return raw.driver_connection


def _id(table: type[Any]) -> Any:
    return col(table.id)


def _found(row: T | None) -> T:
    if row is None:
        raise NotFound()
    return row


@dataclass(frozen=True)
class Key:
    """An idempotency key and the digest of what it was sent with."""

    key: str
    body_hash: bytes

    @classmethod
    def of(cls, key: str | None, *body: bytes) -> "Key | None":
        return cls(key, hashlib.sha256(b"\x00".join(body)).digest()) if key else None


@dataclass
class Work:
    """Opens units of work on one database."""

    services: Services

    @asynccontextmanager
    async def read(self, actor: Actor) -> AsyncIterator[Context]:
        """A read-only snapshot under the actor's row-level security."""
        engine = self.services.database.engine(actor.kind.database_role)
        snapshot = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        async with AsyncSession(snapshot, expire_on_commit=False, autoflush=False) as db:
            db.sync_session.info["actor"] = actor
            yield Context(actor, db, self.services.now(), self.services)

    @asynccontextmanager
    async def write(self, actor: Actor, *, request_id: str | None = None) -> AsyncIterator[Context]:
        """All or nothing. Leaving the block without an exception commits; then jobs become visible."""
        engine = self.services.database.engine(actor.kind.database_role)
        async with AsyncSession(engine, expire_on_commit=False) as db:
            ctx = Context(actor, db, self.services.now(), self.services, request_id)
            db.sync_session.info.update(actor=actor, day=ctx.today)
            changes: dict[str, dict[str, list[Any]]] = {}
            event.listen(db.sync_session, "before_flush", lambda s, *_: _note(s, changes))
            event.listen(db.sync_session, "do_orm_execute", lambda state: _note_bulk(state, changes))
            async with db.begin():
                yield ctx
                await db.flush()
                await _tell(ctx, changes)
            for then in ctx.after_commit:
                await then()

    async def run(
        self,
        actor: Actor,
        act: Callable[[Context], Awaitable[R]],
        render: Callable[[Context, R], Awaitable[bytes]],
        *,
        key: Key | None = None,
        request_id: str | None = None,
    ) -> bytes:
        """One command and its rendered answer. With a key, the same request gets the same answer again."""
        if key is None:
            async with self.write(actor, request_id=request_id) as ctx:
                return await render(ctx, await act(ctx))
        if (kept := await self.kept(actor, key)) is not None:
            return kept
        try:
            async with self.write(actor, request_id=request_id) as ctx:
                answer = await render(ctx, await act(ctx))
                ctx.db.add(KeptAnswer(actor_id=actor.id, key=key.key, body_hash=key.body_hash, answer=answer))
        except (Refusal, IntegrityError):
            # The twin of this request may have committed while we waited for its locks.
            if (kept := await self.kept(actor, key)) is not None:
                return kept
            raise
        return answer

    async def kept(self, actor: Actor, key: Key) -> bytes | None:
        """The answer this key got before; refuses the key for another body."""
        async with self.services.database.pool(actor.kind.database_role).acquire() as connection:
            return await kept_answer(connection, actor, key)


KEPT = "select body_hash, answer from idempotency where actor_id = $1 and key = $2"
REPLAYED = "select pg_logical_emit_message(true, 'replayed', '')"
"""A replayed answer waits for the standby like the first one did (architecture.md 10)."""


async def kept_answer(connection: Any, actor: Actor, key: Key) -> bytes | None:
    row = await connection.fetchrow(KEPT, actor.id, key.key)
    if row is None:
        return None
    if row["body_hash"] != key.body_hash:
        raise IdempotencyKeyReused(field="Idempotency-Key")
    await connection.execute(REPLAYED)
    answer: bytes = row["answer"]
    return answer


@event.listens_for(Session, "after_begin")
def _enter(session: Session, _: Any, connection: Any) -> None:
    """Sets whom row-level security sees, and on which day triggers act, for this transaction only; fires again
    after every commit."""
    actor: Actor | None = session.info.get("actor")
    if actor is not None:
        lo, hi, who, own = actor.settings
        day = session.info.get("day")
        connection.execute(ENTER, {"lo": lo, "hi": hi, "who": who, "own": own, "day": str(day or "")})


ENTER = text(
    "select set_config('app.day', :day, true), set_config('app.lo', :lo, true), set_config('app.hi', :hi, true), "
    "set_config('app.actor', :who, true), set_config('app.self', :own, true)"
)


_AUDIT = table(
    "audit",
    *[column(n) for n in ("actor_id", "actor_name", "request_id")],
    column("operations", ARRAY(Text)),
    column("rows", ARRAY(Text)),
    column("changes", JSONB),
)
"""The columns a unit of work may write; the trigger fills the chain's."""


async def _tell(ctx: Context, changes: dict[str, dict[str, list[Any]]]) -> None:
    """Outbox, jobs and one audit row, inside the same transaction."""
    facts = []
    for fact in ctx.emitted:
        body = plain(dataclasses.asdict(fact))
        facts.append({"fact": type(fact).__name__, "body": body, "actor_id": ctx.actor.id})
    # Core inserts without RETURNING: these roles may write here and read nothing back.
    connection = await ctx.db.connection()
    if facts:
        await connection.execute(insert(OutboxMessage).inline(), facts)
    if ctx.performed or changes:
        await connection.execute(
            insert(_AUDIT).values(
                actor_id=ctx.actor.id,
                actor_name=ctx.actor.name,
                request_id=ctx.request_id,
                operations=ctx.performed,
                rows=sorted(changes),
                changes=plain(changes),
            )
        )
    if ctx.jobs:
        from bole.core.jobs import enqueue

        await enqueue(await ctx.connection(), ctx.jobs)


def _note(session: Session, changes: dict[str, dict[str, list[Any]]]) -> None:
    """Every changed column before and after; sensitive ones masked."""
    for row in [*session.new, *session.dirty, *session.deleted]:
        if isinstance(row, UNSEEN):
            continue
        state = inspect(row)
        table = state.mapper.local_table
        gone = row in session.deleted
        diff: dict[str, list[Any]] = {}
        for attribute in state.mapper.column_attrs:
            history = state.attrs[attribute.key].history
            before = history.deleted[0] if history.deleted else None
            after = None if gone else (history.added[0] if history.added else None)
            if gone:
                before = getattr(row, attribute.key, None)
            if history.has_changes() or gone:
                diff[attribute.key] = _masked(table.c[attribute.columns[0].name], [before, after])
        if diff and (version := state.mapper.version_id_col) is not None and row in session.dirty:
            # the flush will count on: noted here, the trail tells which entry made which version
            diff[version.key] = [getattr(row, version.key), getattr(row, version.key) + 1]
        if diff:
            key = f"{table.name}/{getattr(row, 'id', '') or '-'}"
            for name, pair in diff.items():
                first = changes.setdefault(key, {}).get(name)
                changes[key][name] = [first[0] if first else pair[0], pair[1]]


def _note_bulk(state: ORMExecuteState, changes: dict[str, dict[str, list[Any]]]) -> None:
    """A statement that changes many rows at once: which table, which columns; the rows are not read for it."""
    if not (state.is_update or state.is_insert or state.is_delete) or state.bind_mapper is None:
        return
    table: Any = state.bind_mapper.local_table
    kind = "update" if state.is_update else "insert" if state.is_insert else "delete"
    columns = sorted(getattr(c, "name", str(c)) for c in getattr(state.statement, "_values", None) or ())
    changes.setdefault(f"{table.name}/*", {})[kind] = [None, columns]


def _masked(column: Any, pair: list[Any]) -> list[Any]:
    if column.info.get("sensitive") or column.name.endswith(("_sealed", "_blind", "_hash")):
        return [MASK if v is not None else None for v in pair]
    return pair


def plain(value: Any) -> Any:
    """`value` as JSON may hold it."""
    if isinstance(value, Table):
        return str(value.id)
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(v) for v in value]
    if isinstance(value, enum.Enum):
        return value.value
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, bytes):
        return MASK
    return str(value)


def dumps(value: Any) -> bytes:
    return orjson.dumps(value, default=str)
