"""Alive, ready, counted: the process as a whole, on a real database, well and unwell."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from tests.support.postgres import TestDatabase, TestServer

from bole import migrate, serving
from bole.core import server
from bole.settings import Settings, read_settings


def settings_for(dsn: str, folder: Path) -> Settings:
    return read_settings(env="test", app_database_url=dsn, files_dir=folder)


@pytest.fixture
async def migrated(db: TestDatabase, sees: asyncpg.Connection) -> TestDatabase:
    """A database that says of itself that it is at the newest migration, and where a worker lives."""
    await sees.execute("create table alembic_version (version_num varchar(32) primary key)")
    await sees.execute("insert into alembic_version values ($1)", migrate.head())
    await sees.execute("grant select on alembic_version to public")
    await sees.execute("insert into worker_heartbeat (name, at) values ('worker', clock_timestamp())")
    return db


@pytest.fixture
async def ask(migrated: TestDatabase, tmp_path: Path) -> AsyncIterator[Any]:
    app = serving.app(settings_for(migrated.app, tmp_path))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bole.test") as client:
        yield client.get
    await app.state.services.database.close()


async def test_all_is_well(ask: Any) -> None:
    answer = await ask("/readyz")
    assert answer.json() == {
        "ready": True,
        "checks": dict.fromkeys(("database", "server", "role", "migrations", "worker"), "ok"),
    }
    assert (await ask("/healthz")).text == "ok"


async def test_a_silent_worker_is_told(ask: Any, sees: asyncpg.Connection) -> None:
    await sees.execute("update worker_heartbeat set at = clock_timestamp() - interval '5 minutes'")
    answer = await ask("/readyz")
    assert answer.status_code == 503
    assert "没有心跳" in answer.json()["checks"]["worker"][0]


async def test_a_worker_that_never_ran_is_told(ask: Any, sees: asyncpg.Connection) -> None:
    await sees.execute("delete from worker_heartbeat")
    assert "从未运行" in (await ask("/readyz")).json()["checks"]["worker"][0]


async def test_a_database_behind_the_program_is_told(ask: Any, sees: asyncpg.Connection) -> None:
    await sees.execute("update alembic_version set version_num = '0000_older'")
    answer = await ask("/readyz")
    assert answer.status_code == 503
    assert "make migrate" in answer.json()["checks"]["migrations"][0]


async def test_an_owner_as_the_app_is_told(
    migrated: TestDatabase, sees: asyncpg.Connection, tmp_path: Path
) -> None:
    await sees.execute("grant bole_system to postgres")
    app = serving.app(settings_for(migrated.superuser, tmp_path))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bole.test") as client:
        answer = await client.get("/readyz")
    await app.state.services.database.close()
    assert answer.status_code == 503
    assert "超级用户" in answer.json()["checks"]["role"][0]


async def test_a_dead_database_leaves_the_process_alive_and_not_ready(
    ask: Any, migrated: TestDatabase, postgres: TestServer
) -> None:
    async with postgres.maintenance() as maintenance:
        await server.drop_database(maintenance, migrated.name)
    answer = await ask("/readyz")
    assert answer.status_code == 503
    assert answer.json()["checks"]["database"] == ["数据库无法连接"]
    assert (await ask("/healthz")).status_code == 200
    assert (await ask("/metrics")).status_code == 200


async def test_metrics_tell_what_waits(ask: Any, sees: asyncpg.Connection) -> None:
    await sees.execute(
        "insert into outbox (fact, body, actor_id) values ('Something', '{}', gen_random_uuid())"
    )
    text = (await ask("/metrics")).text
    assert 'bole_waiting{queue="outbox"} 1.0' in text
    assert "bole_worker_silent_seconds" in text


async def test_nothing_else_is_open_to_nobody(ask: Any) -> None:
    for path in ("/docs", "/redoc", "/openapi.json", "/graphql"):
        assert (await ask(path)).status_code in (404, 405)
