"""Row-level security: no context, no rows; nobody ever sees another's; nothing stays behind on a connection."""

import asyncio
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import pytest
from sqlmodel import col, select
from tests.support.documents import DOCUMENTS, ids_of
from tests.support.whole import Whole

from bole.core.actor import Actor, ActorKind
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.ddl import ROLES, _mapped
from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.core.projection import SETTINGS as CONTEXT
from bole.core.table import Owned, Scoped
from bole.roster.models import Talent
from bole.schema import schema

GUARDED = [c for c in _mapped() if issubclass(c, (Scoped, Owned))]
EMPTY = {"partner_key", "post_scope", "export_job"}
"""Guarded tables with no rows in the world: no row can prove anything there."""


def name_of(cls: type) -> str:
    name: str = cls.__table__.name  # type: ignore[attr-defined]
    return name


@asynccontextmanager
async def as_role(whole: Whole, role: str, actor: Actor | None = None) -> AsyncIterator[asyncpg.Connection]:
    """The app's own connection under a role; with an actor, inside a transaction that knows them."""
    db = await asyncpg.connect(whole.db.app, server_settings={"role": role})
    try:
        if actor is None:
            yield db
            return
        async with db.transaction():
            for name, value in zip(CONTEXT, actor.settings, strict=True):
                await db.execute("select set_config($1, $2, true)", name, value)
            yield db
    finally:
        await db.close()


async def count(db: asyncpg.Connection, table: str) -> int | None:
    """How many rows are seen, or None where not even asking is allowed."""
    try:
        async with db.transaction():
            found: int = await db.fetchval(f'select count(*) from "{table}"')
            return found
    except asyncpg.InsufficientPrivilegeError:
        return None


# No context, no rows --------------------------------------------------------------------------------------


async def test_without_a_context_no_role_sees_a_row_of_any_guarded_table(whole: Whole) -> None:
    async with whole.sees() as really:
        rows = {name_of(c): await really.fetchval(f'select count(*) from "{name_of(c)}"') for c in GUARDED}
    assert sorted(n for n, c in rows.items() if c == 0 and n not in EMPTY) == []
    assert len(rows) > 35
    asked = 0
    for role in ROLES:
        async with as_role(whole, role) as db:
            for name, there in rows.items():
                seen = await count(db, name)
                if role == "bole_system":
                    assert seen == there, f"{name}: the platform works for all"
                else:
                    assert seen in (0, None), f"{role} sees {seen} rows of {name}"
                    asked += seen == 0
    assert asked > 80


async def test_without_a_context_nothing_is_changed_either(whole: Whole) -> None:
    async with as_role(whole, "bole_staff") as db:
        assert await db.execute("update talent set name = 'x'") == "UPDATE 0"
        assert await db.execute("delete from title") == "DELETE 0"
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await db.execute("insert into notice (id, account_id, kind, title, body, about) "
                             "values (uuidv7(), uuidv7(), 'x', 'x', 'x', 'x')")  # fmt: skip
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
            await db.execute("insert into title (id, unit_path, talent_id, name, rank) "
                             "select uuidv7(), 1, uuidv7(), 'x', 'none'")  # fmt: skip


async def test_a_district_sees_the_rows_of_its_own_units_and_no_others(whole: Whole) -> None:
    """Tables whose policy for staff is not the range alone say so: cases are also seen by who takes part."""
    for login in ("xiangqiao", "chaoan"):
        actor, seen = whole.actors[login], 0
        async with as_role(whole, "bole_staff", actor) as db, whole.sees() as really:
            for cls in GUARDED:
                if not issubclass(cls, Scoped) or "staff" in cls.__policies__:
                    continue
                name = name_of(cls)
                mine = f'select count(*) from "{name}" where unit_path >= $1 and unit_path < $2'
                rows = await count(db, name)
                assert rows == await really.fetchval(mine, actor.lo, actor.hi), f"{login} {name}"
                seen += rows or 0
        assert seen > 20


async def test_a_row_cannot_be_moved_or_written_out_of_sight(whole: Whole) -> None:
    actor, stranger = whole.actors["xiangqiao"], whole.actors["chaoan"]
    for statement in (
        "update talent set unit_path = $1",
        "insert into title (id, unit_path, talent_id, name, rank) "
        "select uuidv7(), $1, id, 'x', 'none' from talent limit 1",
    ):
        async with as_role(whole, "bole_staff", actor) as db:
            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
                await db.execute(statement, stranger.lo)


async def test_a_forged_context_of_words_sees_nothing(whole: Whole) -> None:
    async with as_role(whole, "bole_staff") as db:
        for lo, hi in (("", ""), ("0", ""), ("", "1000000000000000000")):
            async with db.transaction():
                await db.execute(
                    "select set_config('app.lo', $1, true), set_config('app.hi', $2, true)", lo, hi
                )
                assert await count(db, "talent") == 0
        async with db.transaction():
            await db.execute("select set_config('app.lo', 'x', true), set_config('app.hi', 'y', true)")
            with pytest.raises(asyncpg.DataError):
                await db.fetchval("select count(*) from talent")


# Nothing is left behind -----------------------------------------------------------------------------------


@pytest.fixture
async def narrow(whole: Whole) -> AsyncIterator[Endpoint]:
    """The endpoint over a pool of two connections for each role."""
    told = whole.services
    database = Database(whole.db.app, size=2)
    services = Services(database, told.settings, told.vault, told.files)

    async def nobody(_: Any) -> None:
        return None

    yield Endpoint(schema, services, nobody, Documents(schema._schema), {})
    await database.close()


LEFT = "select " + ", ".join(f"current_setting('{name}', true)" for name in CONTEXT)


async def left(database: Database, role: str) -> set[Any]:
    """What the settings are on every connection of a pool, between two requests."""
    pool = await database._raw(role)
    held = [await pool.acquire() for _ in range(database.size)]
    try:
        return {value for db in held for value in await db.fetchrow(LEFT)}
    finally:
        for db in held:
            await pool.release(db)


REDEEM = (
    """mutation ($n: String!, $k: String!) { redeem(cardNumber: $n, service: "scenic", key: $k) { id } }"""
)


async def test_nothing_is_left_behind_after_a_read_a_command_a_refusal_or_a_fault(
    whole: Whole, narrow: Endpoint
) -> None:
    ids, database = await ids_of(whole), narrow.services.database
    for document in DOCUMENTS:
        await narrow.answer(document.text, document.given(ids), whole.actors[document.who])
    number = {"n": ids["number"], "k": "left"}
    await narrow.answer(REDEEM, number, whole.actors["jingban"])
    await narrow.answer(REDEEM, {"n": "CZ26-0000-0000-000", "k": "x"}, whole.actors["jingban"])
    with pytest.raises(asyncpg.DivisionByZeroError):
        await database.pool("bole_staff").fetchval("select set_config('app.lo', '7', true), 1 / 0")
    async with Work(narrow.services).read(whole.actors["xiangqiao"]) as ctx:
        await ctx.db.exec(select(Talent))
    for role in ROLES:
        assert await left(database, role) <= {None, ""}, role
    async with database.engine("bole_staff").connect() as connection:
        row = (await connection.exec_driver_sql(LEFT)).one()
        assert set(row) <= {None, ""}


async def test_six_hundred_at_once_with_cancellations_never_see_anothers_rows(
    whole: Whole, narrow: Endpoint
) -> None:
    dice = random.Random(20260302)
    pages = "{ talents(first: 50) { nodes { id unitId titles(first: 2) { name } } totalCount } }"
    askers = ["xiangqiao", "chaoan", "jingban", "rencai", "lianxi", "danwei"]
    expected = {a: await narrow.answer(pages, {}, whole.actors[a]) for a in askers}
    assert len(set(expected.values())) == len(askers), "each of them sees something else"
    names = {a: {n["id"] for n in orjson.loads(t)["data"]["talents"]["nodes"]} for a, t in expected.items()}

    async def ask(login: str) -> None:
        match dice.randrange(3):
            case 0:
                assert await narrow.answer(pages, {}, whole.actors[login]) == expected[login]
            case 1:
                async with Work(narrow.services).read(whole.actors[login]) as ctx:
                    found = (await ctx.db.exec(select(col(Talent.id)))).all()
                    assert {str(i) for i in found} == names[login], login
            case _:
                async with Work(narrow.services).write(whole.actors[login]) as ctx:
                    one = UUID(dice.choice(sorted(set.union(*names.values()))))
                    found_one = await ctx.find(Talent, one)
                    assert (found_one is not None) is (str(one) in names[login]), login

    cancelled = 0

    async def turn(gate: asyncio.Semaphore, login: str) -> None:
        nonlocal cancelled
        async with gate:
            task = asyncio.create_task(ask(login))
            if dice.random() < 0.4:
                await asyncio.sleep(dice.random() * 0.02)
                if task.cancel():
                    cancelled += 1
            with suppress(asyncio.CancelledError):
                await task

    gate = asyncio.Semaphore(40)
    await asyncio.gather(*(turn(gate, dice.choice(askers)) for _ in range(600)))
    assert cancelled > 60
    database = narrow.services.database
    for role in ("bole_staff", "bole_talent", "bole_leader"):
        assert await left(database, role) <= {None, ""}, role
    for login in askers:  # the pools still work, and still tell the truth
        assert await narrow.answer(pages, {}, whole.actors[login]) == expected[login]
    async with whole.sees() as db:
        stuck = "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in%'"
        assert await db.fetchval(stuck) == 0


# Another district's ids -----------------------------------------------------------------------------------


async def test_another_districts_ids_and_cursors_find_nothing(whole: Whole) -> None:
    ids = await ids_of(whole, "xiangqiao")
    stranger = replace(whole.actors["chaoan"], permissions=whole.actors["zhuren"].permissions)
    asked = {
        "talent(id: $id) { id }": "talent",
        "card(id: $id) { id }": "card",
        "contactLog(id: $id) { id }": "contact_log",
        "fasttrackCase(id: $id) { id }": "fasttrack_case",
        "importJob(importId: $id) { id }": "import_job",
    }
    held = replace(stranger, permissions=stranger.permissions | whole.actors["xiangqiao"].permissions)
    for text, kind in asked.items():
        seen = await whole.say(whole.actors["xiangqiao"], f"query ($id: UUID!) {{ x: {text} }}", id=ids[kind])
        assert seen.get("data", {}).get("x") or "card" in text, (text, seen)
        told = await whole.say(held, f"query ($id: UUID!) {{ x: {text} }}", id=ids[kind])
        assert told == {"data": {"x": None}}, (text, told)
    lists = {
        "entitlements(cardId: $id) { totalCount nodes { id } }": "card",
        "entitlementLedger(entitlementId: $id) { totalCount nodes { id } }": "entitlement",
        "contactLogs(talentId: $id) { totalCount nodes { id } }": "talent",
        "contactAssignments(talentId: $id) { totalCount nodes { id } }": "talent",
        "importRows(importId: $id) { totalCount nodes { id } }": "import_job",
    }
    for text, kind in lists.items():
        told = await whole.say(held, f"query ($id: UUID!) {{ x: {text} }}", id=ids[kind])
        assert told == {"data": {"x": {"totalCount": 0, "nodes": []}}}, (text, told)


async def test_a_cursor_taken_in_one_district_shows_another_only_its_own_rows(whole: Whole) -> None:
    first = "{ talents(first: 1) { pageInfo { endCursor } } }"
    cursor = (await whole.do("xiangqiao", first))["pageInfo"]["endCursor"]
    text = "query ($c: String) { talents(after: $c) { nodes { id } } }"
    mine = {n["id"] for n in (await whole.do("chaoan", "{ talents { nodes { id } } }"))["nodes"]}
    beyond = {n["id"] for n in (await whole.do("chaoan", text, c=cursor))["nodes"]}
    assert beyond <= mine


IDS = {
    "talentId": "talent", "cardId": "card", "batchId": "card_batch", "redemptionId": "redemption",
    "waitId": "pool_wait", "assignmentId": "contact_assignment", "logId": "contact_log", "needId": "need",
    "suggestionId": "suggestion", "changeId": "proposed_change", "caseId": "fasttrack_case",
    "measureId": "fasttrack_measure", "countersignId": "fasttrack_countersign", "employmentId": "employment",
    "memberId": "family_member", "nameId": "talent_name", "documentId": "identity_document",
    "importId": "import_job",
}  # fmt: skip
"""Arguments that name a row of one district, and the kind of row."""


SENSIBLE = {
    "contact": {"occurredOn": "2026-03-02", "mode": "VISIT", "greeting": "看望"},
    "plan": {"plannedOn": "2099-03-02", "mode": "VISIT"},
}
"""What a command would otherwise refuse before it looks for the row."""


def foreign_commands() -> Iterator[tuple[str, str]]:
    assert schema._schema.mutation_type is not None
    for name, field in schema._schema.mutation_type.fields.items():
        named = [a for a in field.args if a in IDS]
        if named:
            yield name, named[0]


async def test_every_command_on_another_districts_row_is_not_found_and_changes_nothing(whole: Whole) -> None:
    from tests.support.values import document_of

    ids = await ids_of(whole, "xiangqiao")
    everything = frozenset.union(*(a.permissions for a in whole.actors.values()))
    stranger = replace(whole.actors["chaoan"], permissions=everything)
    assert stranger.kind is ActorKind.STAFF

    async def state() -> dict[str, Any]:
        async with whole.sees() as db:
            return {
                name_of(c): await db.fetchval(f'select md5(string_agg(t::text, $1 order by t::text)) from "{name_of(c)}" t', "|")
                for c in GUARDED if issubclass(c, Scoped)
            }  # fmt: skip

    before, tried = await state(), 0
    for name, argument in foreign_commands():
        text, variables = document_of(schema._schema, "mutation", name, leaves=False)
        for given in variables:
            if given in IDS:
                variables[given] = ids[IDS[given]]
        if argument not in variables or name == "grantLevel":
            continue  # named, but may be left out; and a level must be given, even if it is none
        variables |= {n: v for n, v in SENSIBLE.items() if n in variables}
        told = await whole.say(stranger, text, **variables)
        code = told["errors"][0]["extensions"]["code"]
        assert code == "NOT_FOUND", (name, told)
        tried += 1
    assert tried > 50
    assert await state() == before
