"""Changing keys while people work: nothing is lost, nothing is skipped, the old key may then be destroyed."""

import asyncio
import base64
import os
from uuid import UUID

import asyncpg
import pytest
from tests.support.postgres import TestDatabase
from typer.testing import CliRunner

from bole.cli import app
from bole.core import rotation
from bole.core.database import Database
from bole.core.secrets import SealBroken, Vault
from bole.core.table import new_id
from bole.settings import settings

OLD, NEW, BLIND = os.urandom(32), os.urandom(32), os.urandom(32)
BEFORE = Vault({"2026": OLD}, BLIND)
BOTH = Vault({"2027": NEW, "2026": OLD}, BLIND)
AFTER = Vault({"2027": NEW}, BLIND)

# A table that nobody else has: rotation finds sealed columns by their name, whatever slice brings them.
TABLE = """
create table locker (id uuid primary key, content_sealed bytea, "odd Name_sealed" bytea, note text);
create table empty_locker (id uuid primary key, content_sealed bytea);
grant select, insert, update on locker, empty_locker to bole_system
"""


@pytest.fixture
async def lockers(db: TestDatabase, sees: asyncpg.Connection) -> list[UUID]:
    ids = [new_id() for _ in range(250)]
    await sees.execute(TABLE)
    await fill(sees, BEFORE, {id: f"内容 {n}" for n, id in enumerate(ids)})
    return ids


async def fill(db: asyncpg.Connection, vault: Vault, texts: dict[UUID, str]) -> None:
    cells = [(id, vault.seal("locker", "content", id, text)) for id, text in texts.items()]
    await db.executemany("insert into locker (id, content_sealed) values ($1, $2)", cells)


async def opened(db: asyncpg.Connection, vault: Vault) -> dict[UUID, str]:
    rows = await db.fetch("select id, content_sealed from locker")
    return {r["id"]: vault.open("locker", "content", r["id"], r["content_sealed"]) for r in rows}


async def run(database: Database, vault: Vault, **more: int) -> dict[str, rotation.Rotated]:
    async with database.pool("bole_system").acquire() as db:
        return {str(r.column): r for r in await rotation.rotate(db, vault, **more)}


async def test_every_cell_moves_to_the_new_key_and_the_old_one_may_be_destroyed(
    database: Database, sees: asyncpg.Connection, lockers: list[UUID]
) -> None:
    done = await run(database, BOTH, batch=40)
    assert (done["locker.content_sealed"].done, done["locker.content_sealed"].left) == (250, 0)
    assert await opened(sees, AFTER) == {id: f"内容 {n}" for n, id in enumerate(lockers)}


async def test_the_columns_are_found_by_their_name_alone(
    database: Database, sees: asyncpg.Connection, lockers: list[UUID]
) -> None:
    found = {str(c) for c in await rotation.columns(sees)}
    assert {"locker.content_sealed", "locker.odd Name_sealed", "empty_locker.content_sealed"} <= found
    assert {"credential.totp_sealed", "partner_key.secret_sealed"} <= found
    odd = BEFORE.seal("locker", "odd Name", lockers[0], "怪名")
    await sees.execute('update locker set "odd Name_sealed" = $2 where id = $1', lockers[0], odd)
    assert (await run(database, BOTH))["locker.odd Name_sealed"].done == 1


async def test_a_run_that_was_stopped_goes_on_where_it_stood(
    database: Database, sees: asyncpg.Connection, lockers: list[UUID]
) -> None:
    class Stopped(Exception):
        pass

    def stop(state: rotation.Rotated) -> None:
        if state.done >= 100:
            raise Stopped

    async with database.pool("bole_system").acquire() as db:
        with pytest.raises(Stopped):
            await rotation.rotate(db, BOTH, told=stop, batch=50)
    held = {h.key: h.cells for h in await rotation.census(sees) if h.column.table == "locker"}
    assert held == {"2026": 150, "2027": 100}
    assert (await run(database, BOTH))["locker.content_sealed"].done == 150
    assert len(await opened(sees, AFTER)) == 250


async def test_running_again_does_nothing(database: Database, lockers: list[UUID]) -> None:
    await run(database, BOTH)
    assert {r.done for r in (await run(database, BOTH)).values()} == {0}


async def test_what_people_write_meanwhile_is_kept(
    database: Database, sees: asyncpg.Connection, db: TestDatabase, lockers: list[UUID]
) -> None:
    """Two hundred writes by a process that has the new ring, among them into rows being rotated just then."""
    expected = {id: f"内容 {n}" for n, id in enumerate(lockers)}
    writer = await asyncpg.connect(db.superuser)

    async def people() -> None:
        for n, id in enumerate(lockers[:200]):
            expected[id] = f"改过 {n}"
            cell = BOTH.seal("locker", "content", id, expected[id])
            await writer.execute("update locker set content_sealed = $2 where id = $1", id, cell)

    done, _ = await asyncio.gather(run(database, BOTH, batch=7), people())
    await writer.close()
    assert done["locker.content_sealed"].left == 0
    assert await opened(sees, AFTER) == expected


async def test_two_runs_at_once_do_the_work_once(
    database: Database, sees: asyncpg.Connection, lockers: list[UUID]
) -> None:
    first, second = await asyncio.gather(run(database, BOTH, batch=11), run(database, BOTH, batch=13))
    assert first["locker.content_sealed"].done + second["locker.content_sealed"].done == 250
    assert len(await opened(sees, AFTER)) == 250


async def test_a_process_still_on_the_old_ring_is_told_and_not_chased_for_ever(
    database: Database, sees: asyncpg.Connection, lockers: list[UUID]
) -> None:
    late = lockers[0]

    async def stubborn() -> None:
        while True:
            cell = BEFORE.seal("locker", "content", late, "旧环")
            await sees.execute("update locker set content_sealed = $2 where id = $1", late, cell)

    writing = asyncio.create_task(stubborn())
    try:
        async with asyncio.timeout(60):
            await run(database, BOTH)
    finally:
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
    assert (await run(database, BOTH))["locker.content_sealed"].left == 0


async def test_a_damaged_cell_is_reported_and_left_alone(
    database: Database, sees: asyncpg.Connection, lockers: list[UUID]
) -> None:
    hurt = lockers[3]
    await sees.execute(
        "update locker set content_sealed = set_byte(content_sealed, 25, get_byte(content_sealed, 25) # 1)"
        " where id = $1",
        hurt,
    )
    done = (await run(database, BOTH, batch=40))["locker.content_sealed"]
    assert (done.done, done.broken, done.left) == (249, [hurt], 0)
    cell = await sees.fetchval("select content_sealed from locker where id = $1", hurt)
    with pytest.raises(SealBroken):
        BOTH.open("locker", "content", hurt, cell)


async def test_the_operator_counts_rotates_and_counts_again(
    db: TestDatabase, sees: asyncpg.Connection, lockers: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    def ring(*keys: tuple[str, bytes]) -> None:
        told = ",".join(f"{name}:{base64.b64encode(key).decode()}" for name, key in keys)
        monkeypatch.setenv("BOLE_SECRET_KEYS", told)
        settings.cache_clear()

    async def say(*words: str) -> tuple[int, str]:
        done = await asyncio.to_thread(CliRunner().invoke, app, list(words))
        return done.exit_code, done.output

    monkeypatch.setenv("BOLE_APP_DATABASE_URL", db.app)
    ring(("2027", NEW), ("2026", OLD))
    try:
        status, said = await say("keys", "list")
        assert status == 0 and "2026" in said and "250" in said and "2027" not in said
        status, said = await say("keys", "rotate")
        assert status == 0 and "locker.content_sealed：换到 2027，共 250 条" in said
        status, said = await say("keys", "list")
        assert "2027" in said and "2026" not in said
        ring(("2028", OLD))
        status, said = await say("keys", "rotate")
        assert status == 1 and "缺少密钥" in said
    finally:
        settings.cache_clear()


async def test_versions_and_other_columns_are_not_touched(
    database: Database, sees: asyncpg.Connection, lockers: list[UUID]
) -> None:
    await sees.execute("update locker set note = 'x'")
    await run(database, BOTH)
    assert await sees.fetchval("select count(*) from locker where note = 'x'") == 250
