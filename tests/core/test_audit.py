"""The audit trail: written with every change, append-only for the service, and whoever alters it is found."""

import asyncio
from datetime import date
from uuid import UUID

import asyncpg
import pytest

from bole.core import audit
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.org.rules import UnitKind

CLERK = Actor(UUID(int=9), "王科员", ActorKind.STAFF, frozenset(Permission), 0, 10**18)


def a_unit(name: str, ordinal: int) -> Unit:
    path = 10**16 * ordinal
    return Unit(
        code=f"u{ordinal}", name=name, short_name=name, kind=next(iter(UnitKind)), depth=1, ordinal=ordinal,
        path=path, path_end=path + 10**16, valid_from=date(2020, 1, 1),
    )  # fmt: skip


@pytest.fixture
async def trail(database: Database) -> Work:
    work = Work(Services(database))
    for i in range(1, 13):
        async with work.write(CLERK) as ctx:
            ctx.performed.append("org.create_unit")
            ctx.db.add(a_unit(f"单位{i}", i))
    return work


async def test_every_change_leaves_who_what_before_and_after(trail: Work, sees: asyncpg.Connection) -> None:
    async with trail.write(CLERK) as ctx:
        ctx.performed.append("org.rename_unit")
        unit = await ctx.lock(Unit, await sees.fetchval("select id from unit where name = '单位3'"))
        unit.name = "第三单位"
    row = await sees.fetchrow("select * from audit where operations = '{org.rename_unit}'")
    assert row["actor_name"] == "王科员" and row["rows"] == [f"unit/{unit.id}"]
    assert '"name": ["单位3", "第三单位"]' in row["changes"]


async def test_a_refused_change_leaves_no_trace(trail: Work, sees: asyncpg.Connection) -> None:
    before = await sees.fetchval("select count(*) from audit")
    with pytest.raises(RuntimeError):
        async with trail.write(CLERK) as ctx:
            ctx.performed.append("org.create_unit")
            ctx.db.add(a_unit("没有", 50))
            await ctx.db.flush()
            raise RuntimeError
    assert await sees.fetchval("select count(*) from audit") == before
    assert await sees.fetchval("select count(*) from unit where name = '没有'") == 0


async def test_an_untouched_trail_is_whole(trail: Work, sees: asyncpg.Connection) -> None:
    verdict = await audit.verify(sees)
    assert verdict.whole and verdict.entries == 12


async def _forge(sees: asyncpg.Connection, statement: str) -> None:
    """As a superuser who switches the triggers off would."""
    await sees.execute("alter table audit disable trigger user")
    await sees.execute(statement)
    for trigger in ("audit_chain", "audit_append_only"):
        await sees.execute(f"alter table audit enable always trigger {trigger}")


@pytest.mark.parametrize(
    ("what", "forgery"),
    [
        ("an edited word", "update audit set actor_name = '别人' where seq = 1"),
        ("an edited change", "update audit set changes = '{}' where seq = 1"),
        ("a shifted time", "update audit set at = at - interval '1 day' where seq = 1"),
        ("a deleted entry", "delete from audit where seq = 1"),
        ("a cut tail", "delete from audit a using audit_head h where a.shard = h.shard and a.seq = h.seq"),
        ("a truncated trail", "truncate audit"),
        ("swapped entries", "update audit set hash = prev"),
    ],
)
async def test_verify_finds(trail: Work, sees: asyncpg.Connection, what: str, forgery: str) -> None:
    await _forge(sees, forgery)
    assert not (await audit.verify(sees)).whole, what


async def test_an_anchor_finds_a_chain_rewritten_to_its_end(trail: Work, sees: asyncpg.Connection) -> None:
    key = b"k" * 32
    kept = audit.opened(await audit.anchor(sees, key), key)
    await _forge(sees, "delete from audit a using audit_head h where a.shard = h.shard and a.seq = h.seq")
    await sees.execute(
        "update audit_head h set seq = coalesce(m.seq, 0), hash = coalesce(m.hash, '\\x00') from audit_head k"
        " left join lateral (select seq, hash from audit where shard = k.shard order by seq desc limit 1) m on true"
        " where k.shard = h.shard"
    )
    assert (await audit.verify(sees)).whole, "the database alone cannot know"
    assert not (await audit.verify(sees, kept)).whole


def test_a_forged_anchor_is_no_anchor() -> None:
    async def made() -> bytes:
        class One:
            async def fetch(self, _: str) -> list[dict[str, object]]:
                return [{"shard": 1, "seq": 2, "hash": b"\x01"}]

        return await audit.anchor(One(), b"a" * 32)  # type: ignore[arg-type]

    text = asyncio.run(made())
    assert audit.opened(text, b"a" * 32)["heads"]["1"]["seq"] == 2
    with pytest.raises(ValueError, match="签名"):
        audit.opened(text.replace(b'"seq":2', b'"seq":3'), b"a" * 32)


@pytest.mark.parametrize(
    "attack",
    [
        "update audit set actor_name = 'x'",
        "delete from audit",
        "truncate audit",
        "update audit_head set seq = 0",
        "alter table audit disable trigger all",
        "set session_replication_role = replica",
        "insert into audit (shard, seq, at, actor_id, actor_name, operations, rows, changes, prev, hash)"
        " values (0, 1, now(), gen_random_uuid(), 'x', '{}', '{}', '{}', '', '')",
        "select bole_audit_chain()",
    ],
)
@pytest.mark.parametrize("role", ["bole_staff", "bole_system", "bole_partner"])
async def test_the_service_itself_cannot(trail: Work, database: Database, role: str, attack: str) -> None:
    async with database.pool(role).acquire() as connection:
        with pytest.raises(asyncpg.PostgresError):
            await connection.execute(attack)


async def test_entries_written_at_once_never_break_a_chain(
    database: Database, sees: asyncpg.Connection
) -> None:
    work = Work(Services(database))

    async def one(i: int) -> None:
        async with work.write(PLATFORM) as ctx:
            ctx.performed.append("test.at_once")
            ctx.db.add(a_unit(f"并发{i}", i))

    await asyncio.gather(*[one(i) for i in range(1, 41)])
    verdict = await audit.verify(sees)
    assert verdict.whole and verdict.entries == 40
