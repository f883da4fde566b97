"""`bole …` as an operator meets it: sentences, exit codes, nothing left running."""

import os
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest
from tests.support.postgres import TestDatabase

ENTRY = (
    "insert into audit (actor_id, actor_name, operations, rows, changes) values ($1, '平台', $2, $3, '{}')"
)
NOBODY = "00000000-0000-0000-0000-000000000000"


def bole(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("BOLE_", "DATABASE_"))}
    return subprocess.run(
        [sys.executable, "-m", "bole.cli", *command],
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
async def audited(db: TestDatabase) -> TestDatabase:
    """A database whose audit trail holds three entries."""
    for _ in range(3):
        # each on a connection of its own, as the app's would be: chains are by backend
        connection = await asyncpg.connect(db.app, server_settings={"role": "bole_system"})
        await connection.execute(ENTRY, NOBODY, ["card.freeze"], ["card/1"])
        await connection.close()
    return db


def test_a_whole_audit_trail_is_said_to_be_whole(audited: TestDatabase) -> None:
    done = bole("audit", "verify", BOLE_APP_DATABASE_URL=audited.app)
    assert done.returncode == 0, done.stderr
    assert "共 3 条" in done.stdout


async def test_an_edited_entry_is_found(audited: TestDatabase, sees: asyncpg.Connection) -> None:
    await sees.execute("alter table audit disable trigger all")
    await sees.execute(
        "update audit set actor_name = '别人' where (shard, seq) = (select min(shard), 1 from audit)"
    )
    done = bole("audit", "verify", BOLE_APP_DATABASE_URL=audited.app)
    assert done.returncode == 1
    assert "内容被改动" in done.stderr


async def test_a_trail_rewritten_to_its_end_is_found_by_an_anchor(
    audited: TestDatabase, sees: asyncpg.Connection, tmp_path: Path
) -> None:
    kept = str(tmp_path / "anchor.json")
    assert bole("audit", "anchor", kept, BOLE_APP_DATABASE_URL=audited.app).returncode == 0
    assert bole("audit", "verify", "--anchor", kept, BOLE_APP_DATABASE_URL=audited.app).returncode == 0
    await sees.execute("alter table audit disable trigger all")
    await sees.execute("delete from audit")
    await sees.execute("update audit_head set seq = 0, hash = '\\x00'")
    assert bole("audit", "verify", BOLE_APP_DATABASE_URL=audited.app).returncode == 0  # alone it cannot know
    done = bole("audit", "verify", "--anchor", kept, BOLE_APP_DATABASE_URL=audited.app)
    assert done.returncode == 1
    assert "锚点" in done.stderr


def test_an_anchor_that_was_changed_is_not_believed(audited: TestDatabase, tmp_path: Path) -> None:
    kept = tmp_path / "anchor.json"
    bole("audit", "anchor", str(kept), BOLE_APP_DATABASE_URL=audited.app)
    kept.write_text(kept.read_text().replace('"seq":1', '"seq":2'))
    done = bole("audit", "verify", "--anchor", str(kept), BOLE_APP_DATABASE_URL=audited.app)
    assert done.returncode == 1
    assert "签名不符" in done.stderr


def test_a_database_that_is_away_is_told_in_a_sentence() -> None:
    gone = "postgresql://bole_app@127.0.0.1:9/bole"
    done = bole("audit", "verify", BOLE_APP_DATABASE_URL=gone)
    assert done.returncode == 1
    assert "无法连接数据库" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_settings_are_told_line_by_line() -> None:
    done = bole("serve", BOLE_ENV="production")
    assert done.returncode == 1
    assert "BOLE_SECRET_KEYS" in done.stderr
    assert "BOLE_PUBLIC_URL" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["serve"], ["worker"], ["audit", "verify"], ["account", "demo"]])
def test_without_a_database_each_command_says_what_to_do(command: list[str], tmp_path: Path) -> None:
    done = bole(*command, BOLE_DATA_DIR=str(tmp_path))
    assert done.returncode == 1
    assert "make demo" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_demo_does_not_run_in_production() -> None:
    key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    done = bole(
        "demo",
        BOLE_ENV="production",
        BOLE_SECRET_KEYS=f"k1:{key}",
        BOLE_BLIND_KEY=key,
        BOLE_SIGNING_KEY=key,
        BOLE_APP_DATABASE_URL="postgresql://bole_app@127.0.0.1:9/bole",
        BOLE_FILES_DIR="/nowhere",
        BOLE_PUBLIC_URL="https://rencai.example.gov.cn",
    )
    assert done.returncode == 1
    assert "演示系统不能在生产环境" in done.stderr


def test_migrating_says_where_it_came_from_and_got_to(db: TestDatabase) -> None:
    assert "DATABASE_URL" in bole("migrate").stderr
    done = bole("migrate", DATABASE_URL="postgresql://bole_owner@127.0.0.1:9/bole")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_generated_files_are_current() -> None:
    done = bole("generate", "--check")
    assert done.returncode == 0, done.stdout + done.stderr
