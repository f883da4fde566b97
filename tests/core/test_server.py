"""The embedded server, and what any server must be like."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import asyncpg
import psutil
import pytest
from tests.support.postgres import TestDatabase, TestServer

from bole.core import ddl, server


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(mkdtemp(prefix="bole-pg-"))
    yield made / "data"
    shutil.rmtree(made)


def over(process: psutil.Process) -> bool:
    """Ended: whether somebody has collected it yet is not ours to say."""
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_a_folder_becomes_a_server_and_stops_again(folder: Path) -> None:
    running = server.start(folder, durable=False)
    process = psutil.Process(running.pid)
    assert "postgres" in process.name()
    running.stop()
    assert over(process)


def test_a_killed_user_of_the_server_does_not_keep_it_running(folder: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from bole.core import server;"
        "server.start(Path(sys.argv[1]), durable=False); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", script, str(folder)], check=False)
    joined = server.start(folder, durable=False)
    process = psutil.Process(joined.pid)
    assert json.loads((folder / ".handle_pids.json").read_text()) == [os.getpid()]
    joined.stop()
    assert over(process)


def test_a_stale_pid_file_that_names_another_program_is_no_running_server(folder: Path) -> None:
    first = server.start(folder, durable=False)
    noted = (folder / "postmaster.pid").read_text().splitlines()
    first.stop()
    (folder / "postmaster.pid").write_text("\n".join([str(os.getpid()), *noted[1:]]) + "\n")
    again = server.start(folder, durable=False)
    assert again.pid != os.getpid()
    again.stop()


def test_a_path_too_long_for_a_socket_works(folder: Path) -> None:
    deep = folder / ("深" * 30) / ("x" * 60)
    running = server.start(deep, durable=False)
    assert len(str(deep)) > 108 > len(running.dsn("postgres").partition("host=")[2])
    running.stop()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root widens the permissions of parent folders")
def test_as_root_parent_folders_can_be_passed_but_not_read(folder: Path) -> None:
    folder.parent.chmod(0o700)
    server.start(folder, durable=False).stop()
    assert folder.parent.stat().st_mode & 0o777 == 0o711


async def test_the_app_connects_as_neither_owner_nor_superuser(db: TestDatabase) -> None:
    for dsn, bad in ((db.app, False), (db.owner, True), (db.superuser, True)):
        connection = await asyncpg.connect(dsn)
        assert bool(await server.role_faults(connection)) is bad
        await connection.close()


def test_the_app_has_one_name() -> None:
    assert server.APP == ddl.APP


async def test_our_own_database_has_no_faults(db: TestDatabase) -> None:
    connection = await asyncpg.connect(db.app)
    assert await server.faults(connection) == []
    await connection.close()


async def test_a_database_with_another_locale_is_refused_with_the_remedy(postgres: TestServer) -> None:
    async with postgres.maintenance() as maintenance:
        found = await server.faults(maintenance)
    assert len(found) == 1
    assert "libc" in found[0]
    assert "builtin_locale 'C.UTF-8'" in found[0]


async def test_a_database_in_another_encoding_is_refused(postgres: TestServer) -> None:
    name = f"bole_t_{os.getpid()}_latin"
    async with postgres.maintenance() as maintenance:
        await maintenance.execute(
            f"create database {name} template template0 encoding 'LATIN1' locale_provider libc locale 'C'"
        )
        connection = await asyncpg.connect(postgres.server.dsn(name))
        found = await server.faults(connection)
        await connection.close()
        await server.drop_database(maintenance, name)
    assert any("UTF8" in fault for fault in found)


async def test_trigrams_know_chinese_characters(db: TestDatabase, postgres: TestServer) -> None:
    connection = await asyncpg.connect(db.superuser)
    await connection.execute("create extension pg_trgm")
    assert await server.faults(connection) == []
    assert await connection.fetchval("select cardinality(show_trgm('张三'))") > 0
    await connection.close()


async def test_roles_are_made_again_when_one_is_missing_only(postgres: TestServer) -> None:
    async with postgres.maintenance() as maintenance:
        before = await maintenance.fetch("select oid, rolname from pg_roles where rolname like 'bole%'")
        await server.ensure_roles(maintenance)
        assert before == await maintenance.fetch(
            "select oid, rolname from pg_roles where rolname like 'bole%'"
        )
    assert {"bole_app", "bole_owner", "bole_staff", "bole_system"} <= {row["rolname"] for row in before}
