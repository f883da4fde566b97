"""Changing the key of sealed columns while people work.

Every `<x>_sealed` column is found in the database by its name. Rows sealed by another key than the active one are
opened and sealed again, some hundred at a time, and written back only where nobody has written meanwhile. What is
left to do is told by the rows themselves: rotation may be stopped anywhere, started again, or run twice at once.
"""

# ruff: noqa: S608 (names of tables and columns come from the database's own catalogue, and are quoted)

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import asyncpg

from bole.core.errors import Refusal
from bole.core.events import job
from bole.core.secrets import KEY_ID_AT, SEALED, Vault

BATCH: Final = 500
LOWEST: Final = UUID(int=0)
PASSES: Final = 20
"""How often a column is gone over: a process that still seals by the old key (it has not been restarted with the
new ring) adds rows behind us; after so many passes that is a fault to be told, not a race to be won."""

COLUMNS: Final = r"""
select c.table_name, c.column_name
from information_schema.columns c
join information_schema.tables t using (table_schema, table_name)
where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
  and c.data_type = 'bytea' and c.column_name like '%\_sealed'
order by c.table_name, c.column_name
"""


@dataclass(frozen=True)
class Column:
    table: str
    name: str

    def __str__(self) -> str:
        return f"{self.table}.{self.name}"


@dataclass
class Rotated:
    """What one run did to one column. `broken`: rows that do not open; they are left as they are."""

    column: Column
    done: int = 0
    broken: list[UUID] = field(default_factory=list)
    left: int = 0


@dataclass(frozen=True)
class Held:
    """How many cells of a column a key still opens. `key`: its id."""

    column: Column
    key: str
    cells: int


async def columns(db: asyncpg.Connection) -> list[Column]:
    return [Column(*row) for row in await db.fetch(COLUMNS)]


async def census(db: asyncpg.Connection) -> list[Held]:
    """Which keys are still needed: one that is named nowhere may be destroyed."""
    found = []
    for column in await columns(db):
        name, table = _quoted(column)
        # the third byte is the length of the key id that follows it
        key = f"substring({name} from {KEY_ID_AT + 1} for get_byte({name}, {KEY_ID_AT - 1}))"
        sql = (
            f"select encode({key}, 'escape') as key, count(*) as cells from {table}"
            f" where length({name}) > {KEY_ID_AT} group by 1 order by 1"
        )
        found += [Held(column, row["key"], row["cells"]) for row in await db.fetch(sql)]
    return found


async def rotate(
    db: asyncpg.Connection, vault: Vault, *, told: Callable[[Rotated], None] | None = None, batch: int = BATCH
) -> list[Rotated]:
    """Every sealed cell under the active key. `told` hears of every batch."""
    done = []
    for column in await columns(db):
        state = Rotated(column)
        done.append(state)
        for _ in range(PASSES):
            await _once_over(db, vault, state, told, batch)
            state.left = await _left(db, vault, column) - len(state.broken)
            if state.left <= 0:
                break
    return done


async def _once_over(
    db: asyncpg.Connection,
    vault: Vault,
    state: Rotated,
    told: Callable[[Rotated], None] | None,
    batch: int,
) -> None:
    name, table = _quoted(state.column)
    old = f"substring({name} from 1 for {len(vault.active)}) <> $1"
    read = f"select id, {name} as cell from {table} where {old} and id > $2 order by id limit {batch}"
    write = (
        f"update {table} t set {name} = n.after"
        " from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as n (id, before, after)"
        # a cell that somebody changed meanwhile is theirs; the next pass looks at it again
        f" where t.id = n.id and t.{name} = n.before"
    )
    last = LOWEST
    while rows := await db.fetch(read, vault.active, last):
        last = rows[-1]["id"]
        before: list[tuple[UUID, bytes, bytes]] = []
        for row in rows:
            try:
                again = vault.rotate(state.column.table, state.column.name, row["id"], row["cell"])
            except Refusal:
                if row["id"] not in state.broken:
                    state.broken.append(row["id"])
                continue
            before.append((row["id"], row["cell"], again))
        if before:
            ids, cells, after = zip(*before, strict=True)
            state.done += _count(await db.execute(write, ids, cells, after))
        if told is not None:
            told(state)


async def _left(db: asyncpg.Connection, vault: Vault, column: Column) -> int:
    name, table = _quoted(column)
    old = f"substring({name} from 1 for {len(vault.active)}) <> $1"
    left: int = await db.fetchval(f"select count(*) from {table} where {old}", vault.active)
    return left


def _quoted(column: Column) -> tuple[str, str]:
    """As SQL writes the names. They come from the catalogue of the database, not from a request."""
    if not column.name.endswith(SEALED):
        raise ValueError(f"{column} is no sealed column")
    name, table = (word.replace('"', '""') for word in (column.name, column.table))
    return f'"{name}"', f'"{table}"'


def _count(tag: str) -> int:
    return int(tag.rpartition(" ")[2])


@job("keys.rotate")
async def work(services: Any) -> None:
    """The same, asked of the worker: `ctx.enqueue("keys.rotate", {})`."""
    async with services.database.pool("bole_system").acquire() as db:
        await rotate(db, services.vault)
