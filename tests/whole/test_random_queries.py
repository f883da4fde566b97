"""Random valid queries over the whole schema, as every role: the compiler and plain graphql-core agree."""

import json
from typing import Any

import pytest
from graphql import is_required_argument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.documents import ids_of
from tests.support.plain import Plain
from tests.support.queries import queries
from tests.support.whole import Whole

from bole.core.actor import Actor
from bole.schema import schema

PLAIN = Plain(schema)
SELECTS = {
    name: field
    for name, field in schema._schema.query_type.fields.items()  # type: ignore[union-attr]
    if field.extensions["strawberry-definition"].metadata["operation"].form == "select"
    and all(a in ("id", "first") or not is_required_argument(t) for a, t in field.args.items())
}
KINDS = {
    "Talent": "talent", "Card": "card", "ContactLog": "contact_log", "FastTrackCase": "fasttrack_case",
    "Unit": "unit", "Post": "post", "Account": "account", "Partner": "partner", "CardBatch": "card_batch",
}  # fmt: skip
LOGINS = (
    "jingban", "zhuren", "zuzhang", "lianxi", "xiangqiao", "chaoan", "yizhan", "zhuanyuan", "danwei", "rencai",
    "yiyuan", "ducha", "zhuanjia", "gongxiang", "guanli", "shenji",
)  # fmt: skip


@pytest.fixture(scope="module")
async def known(whole: Whole) -> dict[str, list[str]]:
    """Ids that the queries may name, of the caller's district and of another."""
    ids = await ids_of(whole)
    found = {kind: [ids[row]] for kind, row in KINDS.items()}
    found["Talent"].append(ids["foreign talent"])
    return found


CLOSED = [{"extensions": {"code": "CLOSED_TO_ROLE"}}]


async def both(whole: Whole, actor: Actor, text: str, variables: dict[str, Any]) -> tuple[Any, Any]:
    compiled = await whole.say(actor, text, **variables)
    if "errors" in compiled:
        return compiled["errors"], None
    async with whole.work.read(actor) as ctx:
        try:
            plain = await ctx.db.run_sync(lambda s: PLAIN.execute(s, actor, text, variables))
        except PermissionError:  # a table closed to the role, of which only what needs no row was asked
            return CLOSED, None
    return compiled["data"], json.loads(json.dumps(plain))


@given(data=st.data())
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)
async def test_a_random_query_of_any_role_gets_the_same_answer_both_ways(
    whole: Whole, known: dict[str, list[str]], data: st.DataObject
) -> None:
    login = data.draw(st.sampled_from(LOGINS))
    actor = whole.actors[login]
    may = {
        name: field
        for name, field in SELECTS.items()
        if (allow := field.extensions["strawberry-definition"].metadata["operation"].allow) is None
        or allow in actor.permissions
    }
    text, variables = data.draw(queries(schema._schema, may, known))
    compiled, plain = await both(whole, actor, text, variables)
    if plain is None:
        codes = {e["extensions"]["code"] for e in compiled}
        assert codes <= {"TOO_COSTLY", "FORBIDDEN", "CLOSED_TO_ROLE"}, (login, compiled, text, variables)
        return
    assert compiled == plain, (login, text, variables)


def test_nearly_every_list_is_among_the_roots_drawn() -> None:
    assert len(SELECTS) > 40
