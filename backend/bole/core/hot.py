"""Hot commands: one statement that checks, changes, tells, audits and keeps the answer.

A sync `@command` returns a `Change`: data-modifying CTEs that depend on each other, so that either all of them
write or none. The frame adds the row-level-security context, the outbox, the audit row, the kept answer and the
answer itself. On one hot row this does twice the transactions of lock-then-write (perf.md 6).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import asyncpg
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, array
from sqlalchemy.orm import aliased
from sqlalchemy.sql import Select
from sqlalchemy.sql.selectable import CTE

from bole.core.actor import Actor
from bole.core.change import Change, Write
from bole.core.context import Key, Services, Work, kept_answer
from bole.core.documents import compile_answer, context_binds
from bole.core.faults import TryAgain, null_in, refusal_of
from bole.core.nodes import Node
from bole.core.operation import ASK, Operation, binds_of, shape_of, stand_in
from bole.core.permissions import Permission
from bole.core.projection import Compiled, Want, columns_of, finish, object_of


@dataclass
class HotPlan:
    compiled: Compiled
    change: Change
    stale: bool
    """The answer reads a table that the statement writes: it is rendered by a second statement."""
    answer: Compiled | None = None


def compile_change(
    change: Change,
    op: Operation,
    node: Node | None,
    wants: tuple[Want, ...],
    permissions: frozenset[Permission],
    *,
    keyed: bool,
) -> HotPlan:
    """The whole statement for one selection of the answer."""
    row: Any = aliased(change.table, change.rows)
    written = {change.table.__table__, *(w.table.__table__ for w in change.writes)}  # type: ignore[attr-defined]
    answer: Any = sa.literal_column("null")
    stale = False
    if node is not None:
        columns = [e.label(k) for k, e in columns_of(node, row, wants, permissions)]
        stale = any(t in written for c in columns for t in _tables(c))
        if not stale:
            answer = object_of(sa.select(*columns).select_from(row))
    made = sa.select(
        change.rows,
        (sa.cast(answer, sa.Text()) if not stale else sa.literal_column("''")).label("answer text"),
    ).cte("made")
    parts = [made, _audit(change, op, made), *_outbox(change, made)]
    if keyed and not stale:
        parts.append(_keep(made))
    statement = sa.select(made.c.id, made.c["answer text"]).add_cte(*parts)
    return HotPlan(finish(statement, {}), change, stale)


def _tables(expression: Any) -> Iterator[Any]:
    """Tables an expression reads, not counting those inside the change's own CTEs."""
    waiting = [expression]
    while waiting:
        element = waiting.pop()
        if isinstance(element, CTE):
            continue
        if isinstance(element, sa.Table):
            yield element
        if isinstance(element, sa.Column):
            continue
        if isinstance(element, Select):
            waiting += element.get_final_froms()
        waiting += list(element.get_children())


def _text(name: str) -> Any:
    return sa.bindparam(name, type_=sa.Text())


def _audit(change: Change, op: Operation, made: CTE) -> CTE:
    table = sa.table(
        "audit", sa.column("actor_id", sa.Uuid()), sa.column("actor_name"), sa.column("request_id"),
        sa.column("operations", ARRAY(sa.Text())), sa.column("rows", ARRAY(sa.Text())), sa.column("changes", JSONB),
    )  # fmt: skip
    writes = (Write(change.table, change.rows), *change.writes)
    keys, changes = [], []
    for write in writes:
        name = write.table.__table__.name  # type: ignore[attr-defined]
        key = sa.func.concat(sa.literal_column(f"'{name}/'"), write.rows.c.id)
        keys.append(key)
        changes += [key, sa.func.jsonb_build_object(*_diff(write), type_=JSONB)]
    froms: Any = made
    for write in change.writes:
        froms = froms.join(write.rows, sa.literal_column("true"))
    values = sa.select(
        ASK.actor_id, _text("hot_actor_name"), _text("hot_request_id"),
        sa.literal_column(f"array['{op.name}']", type_=ARRAY(sa.Text())),
        sa.func.array_cat(sa.literal_column("'{}'::text[]"), array(_from(keys, change, made))),
        sa.func.jsonb_build_object(*_from(changes, change, made), type_=JSONB),
    ).select_from(froms)  # fmt: skip
    return sa.insert(table).from_select([c.name for c in table.columns], values).cte("audited")


def _from(expressions: list[Any], change: Change, made: CTE) -> list[Any]:
    """The same expressions, with the answer's row read from `made`."""
    from sqlalchemy.sql.util import ClauseAdapter

    adapter = ClauseAdapter(made)
    return [adapter.traverse(e) for e in expressions]


HIDDEN = ("_sealed", "_blind", "_hash")
DULL = ("id", "unit_path", "created_at", "version")


def _diff(write: Write) -> list[Any]:
    """`column, [before, after]` pairs of one changed row."""
    flat: list[Any] = []
    for column in write.table.__table__.columns:  # type: ignore[attr-defined]
        name = column.name
        if name in DULL or name not in write.rows.c or (write.before and name not in write.before):
            continue
        after: Any = write.rows.c[name]
        before: Any = write.rows.c[write.before[name]] if name in write.before else sa.null()
        if column.info.get("sensitive") or name.endswith(HIDDEN):
            after, before = sa.literal_column("'•••'::text"), sa.null()
        pair = sa.func.jsonb_build_array(before, after, type_=JSONB)
        flat += [sa.literal_column(f"'{name}'::text"), pair]
    return flat


def _outbox(change: Change, made: CTE) -> Iterator[CTE]:
    table = sa.table("outbox", sa.column("fact"), sa.column("body", JSONB), sa.column("actor_id", sa.Uuid()))
    for i, told in enumerate(change.facts):
        body: list[Any] = []
        for name, value in told.columns.items():
            body += [sa.literal_column(f"'{name}'::text"), value]
        froms: Any = made
        for write in change.writes:
            froms = froms.join(write.rows, sa.literal_column("true"))
        values = sa.select(
            sa.literal_column(f"'{told.kind.__name__}'"),
            sa.func.jsonb_build_object(*_from(body, change, made), type_=JSONB),
            ASK.actor_id,
        ).select_from(froms)
        yield sa.insert(table).from_select(["fact", "body", "actor_id"], values).cte(f"told{i}")


def _keep(made: CTE) -> CTE:
    table = sa.table(
        "idempotency", sa.column("actor_id", sa.Uuid()), sa.column("key"),
        sa.column("body_hash", sa.LargeBinary()), sa.column("answer", sa.LargeBinary()),
    )  # fmt: skip
    whole = sa.func.convert_to(
        sa.func.concat(_text("hot_before"), made.c["answer text"], _text("hot_after")),
        sa.literal_column("'UTF8'"),
    )
    values = sa.select(
        ASK.actor_id, _text("hot_key"), sa.bindparam("hot_hash", type_=sa.LargeBinary()), whole
    ).select_from(made)
    return sa.insert(table).from_select(["actor_id", "key", "body_hash", "answer"], values).cte("kept")


@dataclass
class Hot:
    """One call of one hot command."""

    services: Services
    actor: Actor
    op: Operation
    arguments: dict[str, Any]
    key: Key | None
    request_id: str | None
    before: bytes = b""
    after: bytes = b""
    """What stands around the row's JSON in the answer that is kept and sent."""

    def shape(self) -> tuple[Any, ...]:
        return tuple(shape_of(p, self.arguments[p.name]) for p in self.op.params)

    def change(self) -> Change:
        """The operation's statement, with binds in the place of its arguments."""
        stand_ins = {p.name: stand_in(p, self.arguments[p.name], "h") for p in self.op.params}
        made = self.op.run(ASK, **stand_ins)
        assert isinstance(made, Change)
        return made

    def plan(self, node: Node | None, wants: tuple[Want, ...]) -> HotPlan:
        """Compiled once for one selection of the answer."""
        permissions, keyed = self.actor.permissions, self.key is not None
        plan = compile_change(self.change(), self.op, node, wants, permissions, keyed=keyed)
        if plan.stale and node is not None:
            plan.answer = compile_answer(node, wants, "one", permissions)
        return plan

    def binds(self) -> dict[str, Any]:
        made = context_binds(self.actor)
        for p in self.op.params:
            made.update(binds_of(p, self.arguments[p.name], "h"))
        made["hot_actor_name"], made["hot_request_id"] = self.actor.name, self.request_id
        if self.key is not None:
            made["hot_key"], made["hot_hash"] = self.key.key, self.key.body_hash
            made["hot_before"], made["hot_after"] = self.before.decode(), self.after.decode()
        return made

    async def run(self, plan: HotPlan) -> bytes:
        """The whole answer. Refuses with what `otherwise` finds."""
        answer = await self.tried(plan)
        if answer is None:
            raise TryAgain()
        return answer

    async def tried(self, plan: HotPlan) -> bytes | None:
        """The whole answer; None where nothing was written and the statement is only a quick try."""
        pool = self.services.database.pool(self.actor.kind.database_role)
        arguments = plan.compiled.arguments(self.binds())
        for _ in range(2):
            try:
                if plan.stale:
                    answer = await self._twice(pool, plan, arguments)
                else:
                    row = await pool.fetchrow(plan.compiled.sql, *arguments)
                    answer = None if row is None else self._around(row[1])
            except asyncpg.IntegrityConstraintViolationError as taken:
                if plan.change.half is not None and null_in(taken) == plan.change.half:
                    answer = None
                elif (kept := await self._kept(pool)) is not None:
                    return kept
                else:
                    raise refusal_of(taken) from taken
            if answer is not None:
                return answer
            if (kept := await self._kept(pool)) is not None:
                return kept
            if plan.change.otherwise is None:
                break
            async with Work(self.services).read(self.actor) as ctx:
                await plan.change.otherwise(ctx, **self.arguments)
        return None

    def _around(self, text: str | None) -> bytes:
        return self.before + (text or "null").encode() + self.after

    async def _kept(self, pool: Any) -> bytes | None:
        if self.key is None:
            return None
        async with pool.acquire() as connection:
            return await kept_answer(connection, self.actor, self.key)

    async def _twice(self, pool: Any, plan: HotPlan, arguments: list[Any]) -> bytes | None:
        """Where the answer reads what the statement wrote: write, render, keep, in one transaction."""
        assert plan.answer is not None
        async with pool.acquire() as connection, connection.transaction():
            row = await connection.fetchrow(plan.compiled.sql, *arguments)
            if row is None:
                return None
            text = await connection.fetchval(
                plan.answer.sql, *plan.answer.arguments({**self.binds(), "ids": [row[0]]})
            )
            answer = self._around(text)
            if self.key is not None:
                await connection.execute(KEEP, self.actor.id, self.key.key, self.key.body_hash, answer)
            return answer


KEEP = "insert into idempotency (actor_id, key, body_hash, answer) values ($1, $2, $3, $4)"
