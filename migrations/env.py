"""Runs migrations as the owner: one at a time on a database, never waiting long for a lock."""

import asyncio
from typing import Any

from alembic import context
from sqlalchemy import Connection, pool, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import SQLModel

import bole.tables  # noqa: F401  (all of the metadata)
from bole.settings import settings

QUEUE = "pgqueuer"


def include_object(_: Any, name: str | None, kind: str, reflected: bool, __: Any) -> bool:
    """The queue's tables are its library's, not our metadata's."""
    return not (kind == "table" and reflected and (name or "").startswith(QUEUE))


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        include_object=include_object,
        compare_type=True,
    )
    with context.begin_transaction():
        # A second migrator waits here and then finds nothing to do. A lock that a running application holds
        # is given up on quickly, rather than letting every later request queue behind us.
        connection.execute(text("select pg_advisory_xact_lock(hashtext('bole migrations'))"))
        connection.execute(text("set local lock_timeout = '5s'"))
        context.run_migrations()


async def run_online(dsn: str) -> None:
    engine = create_async_engine("postgresql+asyncpg://" + dsn.partition("://")[2], poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run)
    await engine.dispose()


if context.is_offline_mode():
    context.configure(dialect_name="postgresql", target_metadata=SQLModel.metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    dsn = context.config.attributes.get("dsn") or settings().owner_dsn
    if not dsn:
        raise SystemExit("请设置 DATABASE_URL：要迁移的数据库，以属主连接")
    asyncio.run(run_online(dsn))
