"""Two ways of answering, one answer: the compiled statement, and graphql-core with a resolver for every field."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from graphql import is_required_argument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select
from tests.support.city import city_template
from tests.support.plain import Plain
from tests.support.postgres import TestServer
from tests.support.queries import queries

from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.roster.models import Education, Honour, LevelGrant, Talent, Title
from bole.roster.names import prepare_name
from bole.roster.rules import Degree, HonourGrade, TalentStatus, TitleRank
from bole.schema import schema

PLAIN = Plain(schema)
ROOTS = {
    name: field
    for name, field in schema._schema.query_type.fields.items()  # type: ignore[union-attr]
    if field.extensions["strawberry-definition"].metadata["operation"].form == "select"
    and all(a in ("id", "first") or not is_required_argument(t) for a, t in field.args.items())
}


@dataclass
class World:
    endpoint: Endpoint
    work: Work
    ids: dict[str, list[str]]
    actors: dict[str, Actor]


@pytest.fixture(scope="module")
async def world(postgres: TestServer, template: str) -> AsyncIterator[World]:
    mine = await postgres.fresh(await city_template(postgres, template))
    database = Database(mine.app, size=4)
    services = Services(database)
    work = Work(services)
    async with work.write(PLATFORM) as ctx:
        units = list(await ctx.db.scalars(select(Unit).where(col(Unit.depth) > 1).order_by(col(Unit.path))))
        towns = units[::7][:6]
        for i, name in enumerate(
            ["林晓岚", "张三", "欧阳𬭎", "Ana-María", "李四", "王五", "陈六", "黄七", "赵八", "单雄信"] * 3
        ):
            unit = towns[i % len(towns)]
            keys = prepare_name(name)
            talent = Talent(
                unit_id=unit.id, unit_path=unit.path, name=name, name_key=keys.name_key, pinyin=keys.pinyin,
                initials=keys.initials, search_tokens=list(keys.tokens), status=list(TalentStatus)[i % 4],
                birth_date=date(1960 + i, 1, 1 + i) if i % 3 else None, sources={"name": {"by": "导入"}},
                level="L1" if i % 2 else None, level_since=date(2026, 1, 1) if i % 2 else None,
            )  # fmt: skip
            ctx.db.add(talent)
            await ctx.db.flush()
            shared = {"talent_id": talent.id, "unit_path": talent.unit_path}
            for j in range(i % 4):
                ctx.db.add(Education(**shared, degree=list(Degree)[j], graduated_on=date(2000 + j, 7, 1)))
                ctx.db.add(
                    Honour(
                        **shared, name=f"奖{j}", grade=list(HonourGrade)[j], granted_on=date(2010, 1, 1 + j)
                    )
                )
                ctx.db.add(
                    Title(**shared, name="工程师", rank=list(TitleRank)[j], granted_on=date(2011, 1, 1 + j))
                )
            if talent.level:
                ctx.db.add(LevelGrant(**shared, level="L1", valid_from=talent.level_since))
    async with work.read(PLATFORM) as ctx:
        ids = {"Talent": [str(i) for i in await ctx.db.scalars(select(col(Talent.id)).limit(8))]}
        ids["Unit"] = [str(u.id) for u in units[:8]]
    district = towns[0]
    lo = district.path // 10**13 * 10**13
    actors = {
        "all": Actor(UUID(int=5), "人才办", ActorKind.STAFF, frozenset(Permission), 0, 10**18),
        "district": Actor(UUID(int=6), "县区", ActorKind.STAFF, frozenset(Permission), lo, lo + 10**13),
        "few": Actor(
            UUID(int=7), "窗口", ActorKind.STAFF,
            frozenset(Permission) - {Permission.ROSTER_SENSITIVE, Permission.FASTTRACK_NAME}, 0, 10**18,
        ),
        "talent": Actor(
            UUID(int=8), "本人", ActorKind.TALENT,
            frozenset({Permission.ROSTER_READ, Permission.ORG_READ, Permission.CATALOGUE_READ, Permission.NOTICE_READ}),
            0, 0, UUID(ids["Talent"][0]),
        ),
    }  # fmt: skip

    async def nobody(_: object) -> None:
        return None

    endpoint = Endpoint(schema, services, nobody, Documents(schema._schema), {})
    yield World(endpoint, work, ids, actors)
    await database.close()
    await postgres.drop(mine)


async def both(world: World, actor: Actor, text: str, variables: dict[str, object]) -> tuple[object, object]:
    compiled = json.loads(await world.endpoint.answer(text, variables, actor))
    if "errors" in compiled:
        return compiled["errors"], None
    async with world.work.read(actor) as ctx:
        plain = await ctx.db.run_sync(lambda s: PLAIN.execute(s, actor, text, variables))
    return compiled["data"], json.loads(json.dumps(plain))


@given(data=st.data())
@settings(
    max_examples=70,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
async def test_a_random_query_gets_the_same_answer_both_ways(world: World, data: st.DataObject) -> None:
    text, variables = data.draw(queries(schema._schema, ROOTS, world.ids))
    actor = world.actors[data.draw(st.sampled_from(sorted(world.actors)))]
    compiled, plain = await both(world, actor, text, variables)
    if plain is None:
        codes = {e["extensions"]["code"] for e in compiled}  # type: ignore[union-attr, attr-defined]
        assert codes <= {"TOO_COSTLY", "FORBIDDEN"}, (compiled, text, variables)
        return
    assert compiled == plain, (text, variables)


@pytest.mark.parametrize(
    "asked", ["pageInfo { hasPreviousPage }", "pageInfo { __typename }", "__typename", "totalCount"]
)
async def test_a_page_is_one_answer_whatever_is_asked_of_it(world: World, asked: str) -> None:
    for actor in ("all", "talent"):
        compiled, plain = await both(world, world.actors[actor], f"{{ talents(first: 2) {{ {asked} }} }}", {})
        assert compiled == plain, compiled


async def test_walking_by_cursor_meets_every_row_once_in_order(world: World) -> None:
    text = "query ($after: String) { talents(first: 4, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }"
    seen: list[str] = []
    after = None
    for _ in range(20):
        page = json.loads(await world.endpoint.answer(text, {"after": after}, world.actors["all"]))["data"][
            "talents"
        ]
        seen += [n["id"] for n in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    whole = await world.endpoint.answer(
        "{ talents(first: 100) { nodes { id } totalCount } }", {}, world.actors["all"]
    )
    told = json.loads(whole)["data"]["talents"]
    assert seen == [n["id"] for n in told["nodes"]] and len(seen) == told["totalCount"] == 30


async def test_another_districts_staff_sees_none_of_it_not_even_in_a_count(world: World) -> None:
    far = Actor(UUID(int=9), "外地", ActorKind.STAFF, frozenset(Permission), 9 * 10**17, 10**18)
    text = "query ($id: UUID!) { talents { totalCount nodes { id } } talent(id: $id) { id } }"
    told = json.loads(await world.endpoint.answer(text, {"id": world.ids["Talent"][0]}, far))
    assert told["data"] == {"talents": {"totalCount": 0, "nodes": []}, "talent": None}


async def test_two_root_fields_see_one_moment(world: World) -> None:
    document = world.endpoint.documents.get(
        "{ a: talents { totalCount } b: talents { nodes { id } } units { totalCount } }"
    )
    variables = world.endpoint.documents.variables(document, {})
    bound = world.endpoint.documents.read(document, variables, world.actors["all"])
    assert bound is not None and bound.sql.upper().count("SET_CONFIG(") == 4, "one statement, one context"


async def test_a_cursor_of_another_list_is_refused(world: World) -> None:
    page = await world.endpoint.answer(
        "{ units(first: 1) { pageInfo { endCursor } } }", {}, world.actors["all"]
    )
    cursor = json.loads(page)["data"]["units"]["pageInfo"]["endCursor"]
    text = "query ($c: String) { notices(after: $c) { nodes { id } } }"
    for wrong in (cursor, "", "%%%", "bnVsbA==", "WzEsMiwzXQ==", "W251bGwsIG51bGxd"):
        answer = json.loads(await world.endpoint.answer(text, {"c": wrong}, world.actors["all"]))
        assert answer["errors"][0]["extensions"]["code"] == "INVALID_CURSOR", wrong


def test_most_lists_are_among_the_roots_drawn() -> None:
    assert len(ROOTS) > 15
