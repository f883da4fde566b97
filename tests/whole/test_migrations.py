"""Migrations: what they make is what the models say; each database says in words how it lags."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from tests.support.postgres import TestDatabase, TestServer

from bole import migrate
from bole.core import server


@pytest.fixture
async def empty(postgres: TestServer) -> AsyncIterator[TestDatabase]:
    """A database with nothing in it."""
    name = f"bole_t_{os.getpid()}_empty"
    async with postgres.maintenance() as db:
        await server.create_database(db, name)
    yield postgres.database(name)
    async with postgres.maintenance() as db:
        await server.drop_database(db, name)


def schema_of(dsn: str) -> list[str]:
    """The schema as pg_dump tells it, line by line and sorted: the order of definitions is no difference."""
    dumped = subprocess.run(
        [server.POSTGRES_BIN_PATH / "pg_dump", "--schema-only", "--exclude-table=alembic_version", dsn],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    # \restrict carries a random word
    return sorted(line for line in dumped.splitlines() if line and not line.startswith(("--", "\\")))


async def run(dsn: str) -> str:
    return await asyncio.to_thread(migrate.migrate, dsn)


async def test_a_migrated_database_equals_one_made_from_the_models(
    empty: TestDatabase, db: TestDatabase
) -> None:
    assert await run(empty.owner) == ""
    migrated, made = schema_of(empty.superuser), schema_of(db.superuser)
    assert len(made) > 500
    assert migrated == made


async def test_migrating_twice_changes_nothing(empty: TestDatabase) -> None:
    await run(empty.owner)
    before = schema_of(empty.superuser)
    assert await run(empty.owner) == migrate.head()
    assert schema_of(empty.superuser) == before


async def test_two_migrators_at_once_take_turns(empty: TestDatabase) -> None:
    environment = {**os.environ, "DATABASE_URL": empty.owner}
    command = [sys.executable, "-m", "bole.cli", "migrate"]
    pair = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for one in pair:
        _, told = await asyncio.to_thread(one.communicate)
        assert one.returncode == 0, told
    connection = await asyncpg.connect(empty.app)
    assert await migrate.behind(connection) is None
    await connection.close()


async def test_an_empty_database_says_that_it_is_behind(empty: TestDatabase) -> None:
    connection = await asyncpg.connect(empty.app)
    assert "make migrate" in (await migrate.behind(connection) or "")
    await connection.close()


async def test_another_draft_of_the_first_migration_is_refused(empty: TestDatabase) -> None:
    await run(empty.owner)
    owner = await asyncpg.connect(empty.owner)
    await owner.execute("comment on table alembic_version is 'an older draft'")
    assert await migrate.behind(owner) == migrate.ANOTHER_DRAFT
    await owner.close()
    with pytest.raises(server.ServerFailure, match="RESET=1"):
        await run(empty.owner)


async def test_a_failed_migration_leaves_the_database_empty(
    empty: TestDatabase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "migrations"
    subprocess.run(["cp", "-r", str(migrate.MIGRATIONS), broken], check=True)
    with (broken / "versions" / "0001_first.sql").open("a") as script:
        script.write("select no_such_function();\n")
    monkeypatch.setattr(migrate, "MIGRATIONS", broken)
    with pytest.raises(Exception, match="no_such_function"):
        await run(empty.owner)
    connection = await asyncpg.connect(empty.owner)
    assert await migrate.current(connection) is None
    assert await connection.fetchval("select count(*) from pg_tables where schemaname = 'public'") == 0
    await connection.close()


def test_there_is_one_head_and_the_file_names_it() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [migrate.head()]
    files = sorted(p.stem for p in (migrate.MIGRATIONS / "versions").glob("*.py"))
    assert files[-1] == migrate.head()


def test_the_sql_of_the_migrations_can_be_read_beforehand() -> None:
    """What a database administrator asks for: the statements, without running them."""
    done = subprocess.run(
        [Path(sys.executable).parent / "alembic", "upgrade", "head", "--sql"],
        cwd=migrate.MIGRATIONS.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "CREATE TABLE talent" in done.stdout
