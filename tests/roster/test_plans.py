"""The roster's reads need the first rows of an index, row policies and generic plans included."""

import itertools
import json
import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest
from tests.roster.people import DOCUMENTS, People, people_of
from tests.support.postgres import TestDatabase, TestServer

from bole.core.actor import Actor, ActorKind
from bole.core.database import Database
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.roster.names import prepare_names

MANY = 20_000
EMPLOYED = 100
EMPLOYER = "emp-tcm-hospital"
FIELDS = "nodes { id name employerName level status phoneMasked } pageInfo { endCursor }"
PAGE = "query ($l: String, $u: UUID) { talents(level: $l, unitId: $u) { " + FIELDS + " } }"
RECENT = "{ talents(order: RECENT) { " + FIELDS + " } }"
SEARCH = "query ($s: String, $u: UUID) { talents(search: $s, unitId: $u) { " + FIELDS + " } }"


@pytest.fixture(scope="module")
async def crowd(postgres: TestServer, roster_template: str) -> AsyncIterator[TestDatabase]:
    """A city of many, with the skew of real surnames."""
    made = await postgres.fresh(roster_template)
    chance = random.Random(7)
    surnames, weights = "王李张刘陈杨黄赵吴周林曾单欧", [9, 8, 8, 6, 5, 4, 3, 3, 2, 2, 2, 1, 1, 1]
    given = [chr(c) for c in range(0x4E10, 0x4E10 + 300)]
    names = [
        chance.choices(surnames, weights)[0] + "".join(chance.choices(given, k=chance.choice([1, 2, 2])))
        for _ in range(MANY)
    ]
    c = await asyncpg.connect(made.superuser)
    units = await c.fetch("select id, path from unit where kind in ('town', 'employer', 'county', 'zone')")
    start = datetime(2026, 1, 1, tzinfo=UTC)
    rows = [
        (new_id(), unit["path"], unit["id"], k.name, k.name_key, k.pinyin, k.initials, list(k.tokens), "unknown", "中国",
         "active", f"L{1 + i % 5}", start.date(), start + timedelta(minutes=chance.randrange(400_000)), 1)
        for i, (k, unit) in enumerate(zip(prepare_names(names), itertools.cycle(units)))
    ]  # fmt: skip
    columns = (
        "id unit_path unit_id name name_key pinyin initials search_tokens gender nationality status level level_since"
        " changed_at version"
    )
    await c.copy_records_to_table("talent", records=rows, columns=columns.split())
    mine = await c.fetchrow("select id, path from unit where code = $1", EMPLOYER)
    others = [unit["id"] for unit in units if unit["path"] != mine["path"]]
    works = [
        (
            new_id(),
            row[1],
            row[0],
            "某单位",
            mine["id"] if n % (MANY // EMPLOYED) == 0 else chance.choice(others),
            "full",
            False,
        )
        for n, row in enumerate(rows)
    ]
    told = "id unit_path talent_id employer_name employer_unit_id kind main"
    await c.copy_records_to_table("employment", records=works, columns=told.split())
    await c.execute("vacuum analyze talent, talent_gram, talent_period, employment, unit")
    await c.close()
    yield made
    await postgres.drop(made)


@pytest.fixture
async def many(crowd: TestDatabase) -> AsyncIterator[People]:
    opened = Database(crowd.app, size=2)
    yield await people_of(opened)
    await opened.close()


class Plan:
    """What a statement does with the two tables, and how many rows it touches."""

    def __init__(self, root: Any) -> None:
        self.nodes = list(self._walk(root))
        self.indexes = {n["Index Name"] for n in self.nodes if "Index Name" in n}
        self.kinds = {n["Node Type"] for n in self.nodes}
        self.touched = sum(
            n["Actual Rows"] * n["Actual Loops"] + n.get("Rows Removed by Filter", 0) * n["Actual Loops"]
            for n in self.nodes
            if n.get("Relation Name") in ("talent", "talent_gram", "talent_period", "employment")
        )
        self.scanned = {n["Relation Name"] for n in self.nodes if n["Node Type"] == "Seq Scan"}

    def _walk(self, node: Any) -> Any:
        yield node
        for below in node.get("Plans", ()):
            yield from self._walk(below)


async def plan_of(people: People, actor: Actor, text: str, **given: Any) -> Plan:
    """As the product runs it: the compiled statement, the role, a generic plan."""
    document = DOCUMENTS.get(text)
    bound = DOCUMENTS.read(document, DOCUMENTS.variables(document, given), actor)
    assert bound is not None
    pool = people.database.pool(actor.kind.database_role)
    literals = ", ".join(
        "null" if a is None else "'" + str(a).replace("'", "''") + "'" for a in bound.arguments
    )
    async with pool.acquire() as c:
        assert await c.fetchval("show plan_cache_mode") == "force_generic_plan"
        assert await c.fetchval("select current_user") == actor.kind.database_role
        await c.execute(f"prepare p as {bound.sql}")
        try:
            told = await c.fetchval(f"explain (analyze, timing off, format json) execute p({literals})")
        finally:
            await c.execute("deallocate p")
    return Plan(json.loads(told)[0]["Plan"])


def actors(people: People) -> list[Actor]:
    return [people.office, people.district("raoping"), people.district("fengxi")]


async def test_the_roster_page_reads_its_rows_from_the_directory_index(many: People) -> None:
    for actor in actors(many):
        plan = await plan_of(many, actor, PAGE)
        assert "talent_directory_idx" in plan.indexes
        assert "Sort" not in plan.kinds
        assert plan.touched <= 60


async def test_a_level_has_its_own_order(many: People) -> None:
    for actor in actors(many):
        plan = await plan_of(many, actor, PAGE, l="L3")
        assert plan.indexes & {"talent_level_idx", "talent_directory_idx"}
        assert "Sort" not in plan.kinds
        assert plan.touched <= 400


async def test_a_unit_is_a_range_of_the_same_index(many: People) -> None:
    plan = await plan_of(many, many.office, PAGE, u=str(many.units["raoping"].id))
    assert "talent_directory_idx" in plan.indexes
    assert plan.scanned.isdisjoint({"talent", "talent_gram"})
    assert plan.touched <= 60


async def test_recent_changes_never_walk_the_table(many: People) -> None:
    """Planned without knowing the scope, the planner walks the newest rows or sorts the scope: both by index."""
    for actor in actors(many):
        plan = await plan_of(many, actor, RECENT)
        assert plan.indexes & {"talent_changed_idx", "talent_directory_idx"}
        assert plan.scanned.isdisjoint({"talent"})


@pytest.mark.parametrize("typed", ["王", "丽", "林专", "王丽", "wang", "w", "lin", "wl", "林专且"])
async def test_a_search_reads_what_it_shows_and_little_more(many: People, typed: str) -> None:
    for actor in actors(many):
        plan = await plan_of(many, actor, SEARCH, s=typed)
        assert "talent_gram_pkey" in plan.indexes
        assert plan.scanned.isdisjoint({"talent", "talent_gram"})
        assert plan.kinds.isdisjoint({"Sort", "Incremental Sort", "Hash Join"})
        # 51 rows of each table, plus tokens of other units that a prefix passes by
        assert plan.touched <= (120 if actor.hi == many.office.hi else 1500), plan.touched


async def test_a_search_within_a_unit_stays_in_its_range(many: People) -> None:
    for typed in ("王", "林专"):
        plan = await plan_of(many, many.office, SEARCH, s=typed, u=str(many.units["fengxi"].id))
        assert "talent_gram_pkey" in plan.indexes
        assert plan.touched <= 120


ROSTER = """query ($l: String, $u: UUID, $s: String, $d: Date, $t: TalentStatus, $q: Int, $due: Date, $after: String,
  $o: TalentOrder! = UNIT) { talents(level: $l, unitId: $u, search: $s, asOf: $d, status: $t, qualityBelow: $q,
  dueBefore: $due, after: $after, first: 20, order: $o) { nodes { id name } pageInfo { endCursor hasNextPage } } }"""


def hr(people: People) -> Actor:
    unit, held = people.units[EMPLOYER], frozenset(Permission)
    return Actor(new_id(), "人事", ActorKind.EMPLOYER, held, unit.path, unit.path_end, unit_id=unit.id)


@pytest.mark.parametrize(
    "asked",
    [
        {}, {"l": "L3"}, {"t": "ACTIVE"}, {"q": 50}, {"due": "2030-01-01"}, {"o": "RECENT"}, {"o": "QUALITY"},
        *({"s": typed} for typed in ("王", "王丽", "wang", "w", "wl")), {"d": "2026-11-01"}, {"s": "王", "d": "2026-11-01"},
    ],
    ids=str,
)  # fmt: skip
async def test_an_employers_roster_begins_with_its_own_people(many: People, asked: dict[str, Any]) -> None:
    """However large the city: no page walks the directory for the few whom the policies let through."""
    actor = hr(many)
    kept = await many.gql(actor, "{ talents { totalCount } }")
    mine = kept["talents"]["totalCount"]
    assert EMPLOYED <= mine < 1000
    plan = await plan_of(many, actor, ROSTER, **asked)
    assert plan.scanned.isdisjoint({"talent", "talent_gram", "talent_period", "employment"})
    # the list of its own is read (the employed, the kept), then each of them once
    assert plan.touched <= 4 * mine, plan.touched


async def test_an_employers_later_pages_and_units_begin_so_too(many: People) -> None:
    actor, seen, after, pages = hr(many), set[str](), None, 0
    while True:
        page = (await many.gql(actor, ROSTER, after=after))["talents"]
        seen |= {n["id"] for n in page["nodes"]}
        pages += 1
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
        plan = await plan_of(many, actor, ROSTER, after=after, u=str(many.units["raoping"].id))
        assert plan.touched <= 4000
        plan = await plan_of(many, actor, ROSTER, after=after)
        assert plan.scanned.isdisjoint({"talent", "employment"})
        assert plan.touched <= 4000, plan.touched
    own = await many.gql(actor, "{ talents { totalCount } }")
    assert len(seen) == own["talents"]["totalCount"] and pages > 5


async def test_no_operator_of_the_search_is_kept_from_the_index_by_row_policies(crowd: TestDatabase) -> None:
    c = await asyncpg.connect(crowd.superuser)
    leaky = await c.fetch(
        "select proname from pg_proc where proname = any($1) and not proleakproof",
        ["texteq", "text_lt", "text_ge", "int8ge", "int8lt", "uuid_eq", "byteaeq"],
    )
    await c.close()
    assert leaky == []
