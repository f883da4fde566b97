"""Brings a database to the newest migration, and tells how far one is."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable

import asyncpg

from bole.core import server
from bole.settings import ROOT

MIGRATIONS = ROOT / "migrations"
FIRST = "0001_first"
FIRST_SQL = MIGRATIONS / "versions" / f"{FIRST}.sql"
ANOTHER_DRAFT = "这个数据库是按另一份尚未发布的结构建立的，无法迁移。演示数据请用 RESET=1 重新建立"


def head() -> str:
    """The newest migration. The file exists so that two branches which both add one collide in git."""
    return (MIGRATIONS / "HEAD").read_text().strip()


def migrate(owner_dsn: str) -> str:
    """Brings the database to the newest migration, as its owner; returns the migration it was at before.

    Call it outside an event loop: alembic makes one of its own.
    """
    before = asyncio.run(_with(owner_dsn, _prepare))
    if before == head():
        return before
    from alembic import command  # heavy, and a database is most often where it should be
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["dsn"] = owner_dsn
    command.upgrade(config, "head")
    asyncio.run(_with(owner_dsn, _finish))
    return before


async def _with(dsn: str, act: Callable[[asyncpg.Connection], Awaitable[str]]) -> str:
    try:
        connection = await asyncpg.connect(dsn, timeout=10)
    except (OSError, TimeoutError, asyncpg.PostgresError) as refused:
        raise server.ServerFailure(f"无法以属主身份连接数据库（DATABASE_URL）：{refused}") from refused
    try:
        return await act(connection)
    finally:
        await connection.close()


async def _prepare(owner: asyncpg.Connection) -> str:
    """What must hold before the first migration: the right server, and the roles that it grants to."""
    if found := await server.faults(owner):
        raise server.ServerFailure("；".join(found))
    await server.ensure_roles(owner)
    if await behind(owner) == ANOTHER_DRAFT:
        raise server.ServerFailure(ANOTHER_DRAFT)
    return await current(owner) or ""


async def _finish(owner: asyncpg.Connection) -> str:
    """Lets the app see how far the database is, and notes which draft of the first migration made it."""
    async with owner.transaction():
        # the lock of migrations/env.py: two migrators must not both write to the row of this table's rights
        await owner.execute("select pg_advisory_xact_lock(hashtext('bole migrations'))")
        await owner.execute("grant select on alembic_version to public")
        if head() == FIRST:
            await owner.execute(f"comment on table alembic_version is '{drafted()}'")
    return head()


async def behind(db: asyncpg.Connection) -> str | None:
    """In words, how the database lags behind this program; None when it does not."""
    revision = await current(db)
    if revision is None:
        return "数据库还是空的，请运行 make migrate"
    if revision != head():
        return f"数据库在迁移 {revision}，程序需要 {head()}，请运行 make migrate"
    if revision == FIRST:
        made = await db.fetchval("select obj_description('alembic_version'::regclass)")
        if made is not None and made != drafted():
            return ANOTHER_DRAFT
    return None


async def current(db: asyncpg.Connection) -> str | None:
    """The migration `db` is at; None is an empty database."""
    if await db.fetchval("select to_regclass('alembic_version')") is None:
        return None
    revision: str | None = await db.fetchval("select version_num from alembic_version")
    return revision


def drafted() -> str:
    """Which text the first migration has now, while it may still change."""
    return hashlib.sha256(FIRST_SQL.read_bytes()).hexdigest()[:16]
