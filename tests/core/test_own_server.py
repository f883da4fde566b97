"""An own server by its owner's address: made ready, emptied only if a demo made it, others' roles left alone."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import asyncpg
import pytest

from bole.core import own_server, server
from bole.core.server import ServerFailure


@pytest.fixture(scope="module")
def theirs() -> Iterator[server.Server]:
    """A server that knows nothing of us but its superuser."""
    folder = Path(mkdtemp(prefix="bole-own-"))
    running = server.start(folder / "data", durable=False)
    asyncio.run(_strip(running))
    yield running
    running.stop()
    shutil.rmtree(folder)


async def _strip(running: server.Server) -> None:
    db = await asyncpg.connect(running.dsn("postgres"))
    for (role,) in await db.fetch("select rolname from pg_roles where rolname like 'bole%'"):
        await db.execute(f"drop role {role}")
    await db.execute("create role chief login superuser")
    await db.close()


async def databases(running: server.Server) -> set[str]:
    db = await asyncpg.connect(running.dsn("postgres"))
    found = {row["datname"] for row in await db.fetch("select datname from pg_database")}
    await db.close()
    return found


async def test_a_missing_database_is_made_as_it_must_be(theirs: server.Server) -> None:
    dsn = theirs.dsn("city", "chief")
    await own_server.provide(dsn, reset=False)
    db = await asyncpg.connect(dsn)
    assert await server.faults(db) == []
    await db.close()


async def test_reset_empties_what_a_demo_made(theirs: server.Server) -> None:
    dsn = theirs.dsn("again", "chief")
    await own_server.provide(dsn, reset=False)
    db = await asyncpg.connect(dsn)
    await db.execute("create table full_of_people (id int)")
    await db.close()
    await own_server.provide(dsn, reset=True)
    db = await asyncpg.connect(dsn)
    assert await db.fetchval("select to_regclass('full_of_people')") is None
    await db.close()


async def test_reset_never_empties_another_database(theirs: server.Server) -> None:
    chief = await asyncpg.connect(theirs.dsn("postgres", "chief"))
    await server.create_database(chief, "payroll", owner="chief")
    await chief.close()
    with pytest.raises(ServerFailure, match="不会清空"):
        await own_server.provide(theirs.dsn("payroll", "chief"), reset=True)
    assert "payroll" in await databases(theirs)


async def test_what_a_demo_did_is_noted_and_forgotten_with_the_data(theirs: server.Server) -> None:
    dsn = theirs.dsn("noted", "chief")
    await own_server.provide(dsn, reset=False)
    assert await own_server.marks(dsn) == {}
    await own_server.mark(dsn, {"city": "it's 3f2a"})
    assert await own_server.marks(dsn) == {"city": "it's 3f2a"}
    await own_server.provide(dsn, reset=True)
    assert await own_server.marks(dsn) == {}


async def test_another_databases_comment_is_left_alone(theirs: server.Server) -> None:
    chief = await asyncpg.connect(theirs.dsn("postgres", "chief"))
    await server.create_database(chief, "archive", owner="chief")
    await chief.execute("comment on database archive is '归档'")
    await chief.close()
    dsn = theirs.dsn("archive", "chief")
    await own_server.mark(dsn, {"city": "3f2a"})
    assert await own_server.marks(dsn) == {}
    db = await asyncpg.connect(dsn)
    assert (
        await db.fetchval(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = 'archive'"
        )
        == "归档"
    )
    await db.close()


async def test_the_app_gets_a_password_with_its_role_and_never_again(theirs: server.Server) -> None:
    dsn = theirs.dsn("roles", "chief")
    await own_server.provide(dsn, reset=False)
    app = await own_server.app_way_in(dsn, "first-word", new=True)
    assert app.startswith("postgresql://bole_app:first-word@/roles?")
    db = await asyncpg.connect(app)
    assert await server.role_faults(db) == []
    await db.close()
    assert await own_server.app_way_in(dsn, "first-word", new=False) == app
    with pytest.raises(ServerFailure, match="BOLE_APP_DATABASE_URL"):
        await own_server.app_way_in(dsn, "second-word", new=True)


async def test_an_owner_who_may_not_make_roles_is_told_what_to_do(theirs: server.Server) -> None:
    chief = await asyncpg.connect(theirs.dsn("postgres", "chief"))
    await chief.execute("create role modest login createdb")
    for (role,) in await chief.fetch("select rolname from pg_roles where rolname like 'bole\\_%'"):
        await chief.execute(f"drop owned by {role}; drop role {role}")
    await chief.close()
    dsn = theirs.dsn("modest", "modest")
    await own_server.provide(dsn, reset=False)
    modest = await asyncpg.connect(dsn)
    with pytest.raises(ServerFailure, match=r"roles\.sql"):
        await server.ensure_roles(modest)
    await modest.close()


async def test_a_server_that_is_away_is_told_in_words() -> None:
    with pytest.raises(ServerFailure, match="DATABASE_URL"):
        await own_server.provide("postgresql://chief@127.0.0.1:9/city", reset=False)


@pytest.mark.parametrize(
    ("dsn", "told"),
    [
        ("postgresql://o:p@h:5/d?host=/x", "postgresql://app:s%20%3A@h:5/d?host=/x"),
        ("postgresql://h/d", "postgresql://app:s%20%3A@h/d"),
        ("postgresql:///d?host=/x", "postgresql://app:s%20%3A@/d?host=/x"),
    ],
)
def test_another_user_in_the_same_address(dsn: str, told: str) -> None:
    assert own_server.with_user(dsn, "app", "s :") == told
