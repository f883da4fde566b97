"""By EXPLAIN: the context is set before any row that a policy guards is looked at, in every read and hot command.

Were a plan ever to look first, policies would see no context and show no rows: it would fail closed, as an empty
page. That it does not happen is proved here of the plans themselves, on an empty database and on a filled one.
"""

import json
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest
from tests.support.documents import DOCUMENTS, Doc, ids_of
from tests.support.plans import Reading, tables
from tests.support.postgres import TestDatabase, TestServer
from tests.support.whole import Whole

import bole.tables  # noqa: F401
from bole.core import clock
from bole.core.context import Key
from bole.core.ddl import _mapped
from bole.core.documents import Documents
from bole.core.hot import Hot
from bole.core.inputs import values
from bole.core.table import Owned, Scoped

GUARDED = {c.__table__.name for c in _mapped() if issubclass(c, (Scoped, Owned))} | {"talent_gram"}  # type: ignore[attr-defined]
MANY = 4000
COPY = """
insert into {table} select (made.r).* from (
  select jsonb_populate_record(c, jsonb_build_object('id', uuidv7()) || more) as r
  from {table} c, ({others}) o (more) where c.id = (select id from {table} where {one} limit 1)) made"""
OF_TALENT = "select jsonb_build_object('talent_id', id, 'unit_path', unit_path) from talent"
FILL = [
    COPY.format(
        table="talent",
        one="status = 'active'",
        others=f"select '{{}}'::jsonb from generate_series(1, {MANY})",
    ),
    COPY.format(table="title", one="true", others=OF_TALENT),
    COPY.format(table="need", one="true", others=OF_TALENT),
    COPY.format(table="contact_log", one="status <> 'planned'", others=OF_TALENT),
]


@pytest.fixture(scope="module")
async def filled(postgres: TestServer, whole_template: str) -> AsyncIterator[TestDatabase]:
    """The world with many more people, so that the planner has reasons to read it in other ways."""
    mine = await postgres.fresh(whole_template)
    db = await asyncpg.connect(mine.superuser)
    async with db.transaction():
        await db.execute("set local session_replication_role = replica")
        for statement in FILL:
            await db.execute(statement)
    await db.execute("analyze")
    assert await db.fetchval("select count(*) from talent") > MANY
    await db.close()
    yield mine
    await postgres.drop(mine)


@pytest.fixture(scope="module")
async def empty(postgres: TestServer, template: str) -> AsyncIterator[TestDatabase]:
    mine = await postgres.fresh(template)
    yield mine
    await postgres.drop(mine)


async def plan_of(database: TestDatabase, role: str, sql: str, count: int) -> dict[str, Any]:
    """The generic plan, as the product's pools ask for it."""
    db = await asyncpg.connect(database.app, server_settings={"role": role, "jit": "off"})
    try:
        await db.execute("set plan_cache_mode = force_generic_plan")
        await db.execute(f"prepare asked as {sql}")
        given = f"({', '.join(['null'] * count)})" if count else ""
        (told,) = json.loads(await db.fetchval(f"explain (format json, verbose) execute asked{given}"))
        plan: dict[str, Any] = told["Plan"]
        return plan
    finally:
        await db.close()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
@pytest.mark.parametrize("where", ["empty", "filled"])
async def test_the_context_is_set_before_any_guarded_table_is_read(
    whole: Whole, empty: TestDatabase, filled: TestDatabase, where: str, document: Doc
) -> None:
    actor, documents = whole.actors[document.who], whole.app.state.endpoint.documents
    read = documents.get(document.text)
    variables = documents.variables(read, document.given(await ids_of(whole)))
    bound = documents.read(read, variables, actor)
    assert bound is not None
    database = {"empty": empty, "filled": filled}[where]
    plan = await plan_of(database, actor.kind.database_role, bound.sql, len(bound.arguments))
    read_first = Reading(plan, GUARDED)
    assert read_first.early == [] and read_first.sets_context


UNSEEN = {"export_job", "card_code", "card_presentation", "snapshot_row"}
"""Guarded tables that no compiled read shows; operations of their own answer of them."""


async def test_the_documents_read_most_guarded_tables(whole: Whole) -> None:
    """The proof above is of what people really read."""
    documents, seen, ids = whole.app.state.endpoint.documents, set(), await ids_of(whole)
    for document in DOCUMENTS:
        actor = whole.actors[document.who]
        read = documents.get(document.text)
        bound = documents.read(read, documents.variables(read, document.given(ids)), actor)
        plan = await plan_of(whole.db, actor.kind.database_role, bound.sql, len(bound.arguments))
        seen |= set(tables(plan))
    assert sorted(GUARDED - seen - UNSEEN) == []


HOT = {
    "redeem": """mutation ($n: String!) { redeem(cardNumber: $n, service: "scenic", key: "k") {
      id status amount card { number talent { name } } } }""",
    "record a contact": """mutation ($t: UUID!, $c: ContactIn!) { recordContact(talentId: $t, contact: $c) {
      id occurredOn talent { name } needs { content } } }""",
}


@pytest.mark.parametrize("name", list(HOT))
@pytest.mark.parametrize("where", ["empty", "filled"])
@pytest.mark.parametrize("keyed", [False, True], ids=["", "with a key"])
async def test_a_hot_command_waits_for_the_context_once_before_it_reads_or_writes(
    whole: Whole, empty: TestDatabase, filled: TestDatabase, name: str, where: str, keyed: bool
) -> None:
    ids = await ids_of(whole)
    documents: Documents = whole.app.state.endpoint.documents
    contact = {"occurredOn": str(clock.today()), "mode": "VISIT", "greeting": "看望", "need": "公寓"}
    given = {"n": ids["number"]} if name == "redeem" else {"t": ids["talent"], "c": contact}
    actor = whole.actors["jingban" if name == "redeem" else "lianxi"]
    read = documents.get(HOT[name])
    variables = documents.variables(read, given)
    (root,) = documents.roots(read, variables)
    op, arguments = root.op, values(root.op, documents.given(root, variables))
    if op.quick is not None and op.when is not None:
        quick = op.when(actor, clock.today(), **arguments)
        assert quick is not None, "this one is out of the ordinary"
        op, arguments = op.quick, quick
    key = Key.of("k", b"x") if keyed else None
    plan = documents.hot(read, root, variables, Hot(whole.services, actor, op, arguments, key, None))
    database = {"empty": empty, "filled": filled}[where]
    explained = await plan_of(database, actor.kind.database_role, plan.compiled.sql, len(plan.compiled.names))
    run = Reading(explained, GUARDED)
    assert run.early == [] and run.sets_context


# The proof can fail -----------------------------------------------------------------------------------------

CTX = (
    "with ctx as materialized (select set_config('app.lo', '0', true) as s0, set_config('app.hi', '9', true))"
)
LOOSE = {
    "a join that may start at either side": "{ctx} select count(*) from talent join ctx on s0 = talent.name",
    "a write that waits for nothing": "{ctx}, x as (update talent set level = 'x' returning id) select count(*) from ctx, x",
    "no context at all": "select count(*) from talent",
}
TIED = {
    "a sub-select that names the context": "{ctx} select (select count(*) from talent where ctx.s0 is not null) from ctx",
    "a write that waits once": "{ctx}, x as (update talent set level = 'x' where (select s0 from ctx) is not null "
    "returning id), y as (insert into title (id, unit_path, talent_id, name, rank) select uuidv7(), 1, id, 'x', 'none' "
    "from x returning id) select count(*) from y",
}


async def judged(whole: Whole, sql: str) -> Reading:
    return Reading(await plan_of(whole.db, "bole_staff", sql.format(ctx=CTX), 0), GUARDED)


@pytest.mark.parametrize("sql", LOOSE.values(), ids=LOOSE)
async def test_a_plan_that_may_look_first_is_found(whole: Whole, sql: str) -> None:
    assert (await judged(whole, sql)).early != []


@pytest.mark.parametrize("sql", TIED.values(), ids=TIED)
async def test_a_plan_that_waits_is_let_pass(whole: Whole, sql: str) -> None:
    found = await judged(whole, sql)
    assert found.early == [] and found.sets_context
