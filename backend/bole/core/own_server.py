"""An own PostgreSQL server, by the address of the database's owner (`DATABASE_URL`), made ready for a demo."""

from urllib.parse import quote

import asyncpg
import orjson

from bole.core import server
from bole.core.server import ServerFailure

MARK = "bole demo"
"""What the comment on a database says that a demo made: only such a one may ever be emptied."""


async def provide(owner_dsn: str, *, reset: bool) -> None:
    """The database of `owner_dsn` exists; with `reset` it is empty."""
    try:
        name, owner = await _who(owner_dsn)
        if reset or name is None:
            wanted = owner_dsn.partition("://")[2].partition("?")[0].rpartition("/")[2]
            await fresh(with_database(owner_dsn, "postgres"), name or wanted, owner, reset=reset)
    except (OSError, TimeoutError, asyncpg.PostgresError) as refused:
        raise ServerFailure(f"无法使用 DATABASE_URL 的数据库：{refused}") from refused


async def fresh(maintenance_dsn: str, name: str, owner: str, *, reset: bool) -> None:
    """The database `name`; with `reset` it is emptied first, if a demo made it."""
    db = await asyncpg.connect(maintenance_dsn)
    try:
        made = await db.fetchrow(
            "select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1", name
        )
        if made is not None and reset:
            if not (made["mark"] or "").startswith(MARK):
                raise ServerFailure(f"数据库“{name}”不是 make demo 建立的，RESET=1 不会清空它。请手工处理")
            await server.drop_database(db, name)
        if made is None or reset:
            await server.create_database(db, name, owner=owner)
            await db.execute(f"comment on database {server.quoted(name)} is '{MARK}'")
    finally:
        await db.close()


async def marks(owner_dsn: str) -> dict[str, str]:
    """What a demo has done to this database, and from what: kept in its comment, `bole demo {"city": "3f2a"}`."""
    db = await asyncpg.connect(owner_dsn)
    try:
        told = await db.fetchval(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()"
        )
    finally:
        await db.close()
    body = (told or "").removeprefix(MARK).strip()
    return dict(orjson.loads(body)) if body.startswith("{") else {}


async def mark(owner_dsn: str, done: dict[str, str]) -> None:
    """Notes it. A database that no demo made keeps the comment it has, and each step is taken again."""
    db = await asyncpg.connect(owner_dsn)
    try:
        row = await db.fetchrow(
            "select datname, shobj_description(oid, 'pg_database') as told from pg_database"
            " where datname = current_database()"
        )
        if (row["told"] or "").startswith(MARK):
            told = f"{MARK} {orjson.dumps(done).decode()}".replace("'", "''")
            await db.execute(f"comment on database {server.quoted(row['datname'])} is '{told}'")
    finally:
        await db.close()


async def app_way_in(owner_dsn: str, password: str, *, new: bool) -> str:
    """The DSN of `bole_app`. A new password is set only together with the role: another's is not touched."""
    db = await asyncpg.connect(owner_dsn)
    try:
        existed = await db.fetchval("select exists (select from pg_roles where rolname = $1)", server.APP)
        if existed and new:
            raise ServerFailure(f"角色 {server.APP} 已存在。请设置 BOLE_APP_DATABASE_URL，写明它的口令")
        await server.ensure_roles(db)
        if new:
            await db.execute(f"alter role {server.APP} password '{password}'")
    finally:
        await db.close()
    return with_user(owner_dsn, server.APP, password)


async def _who(owner_dsn: str) -> tuple[str | None, str]:
    """The database (None: it does not exist yet) and the role of `owner_dsn`."""
    try:
        db = await asyncpg.connect(owner_dsn, timeout=10)
        exists = True
    except asyncpg.InvalidCatalogNameError:
        db = await asyncpg.connect(with_database(owner_dsn, "postgres"), timeout=10)
        exists = False
    try:
        row = await db.fetchrow("select current_database() as name, current_user as role")
        return (row["name"] if exists else None), row["role"]
    finally:
        await db.close()


def with_database(dsn: str, name: str) -> str:
    scheme, _, rest = dsn.partition("://")
    place, mark, options = rest.partition("?")
    return f"{scheme}://{place.partition('/')[0]}/{name}{mark}{options}"


def with_user(dsn: str, user: str, password: str) -> str:
    scheme, _, rest = dsn.partition("://")
    place, slash, tail = rest.partition("/")
    return f"{scheme}://{user}:{quote(password)}@{place.rpartition('@')[2]}{slash}{tail}"
