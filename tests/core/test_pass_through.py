"""The executor's one overridden method, and that both ways of answering a document say the same."""

import inspect
import json
from typing import Any

import graphql
import orjson
import pytest
import strawberry
from graphql import GraphQLError
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from tests.support.documents import DOCUMENTS, Doc, ids_of
from tests.support.whole import Whole

from bole.core.graph import Completed, PassThrough
from bole.schema import schema

# The contract -----------------------------------------------------------------------------------------------


@strawberry.type
class Inner:
    name: str

    @strawberry.field
    def computed(self) -> str:
        return "by a resolver"


@strawberry.type
class Query:
    @strawberry.field
    async def completed(self) -> Inner:
        return Completed({"whatever": ["was", "selected"]})  # type: ignore[return-value]

    @strawberry.field
    async def completed_nothing(self) -> Inner:
        return Completed(None)  # type: ignore[return-value]

    @strawberry.field
    async def completed_list(self) -> list[Inner]:
        return Completed(orjson.Fragment(b'[{"a":1}]'))  # type: ignore[return-value]

    @strawberry.field
    async def ordinary(self) -> Inner:
        return Inner(name="甲")

    @strawberry.field
    async def refused(self) -> Inner | None:
        raise GraphQLError("不行", extensions={"code": "NO"})


SCHEMA = strawberry.Schema(Query, execution_context_class=PassThrough)


async def run(text: str) -> Any:
    return await SCHEMA.execute(text)


async def test_a_completed_value_is_handed_through_as_it_is() -> None:
    told = await run("{ completed { name computed } }")
    assert told.errors is None and told.data == {"completed": {"whatever": ["was", "selected"]}}


async def test_completed_bytes_of_json_stand_in_the_answer_untouched() -> None:
    told = await run("{ completedList { name } }")
    assert orjson.dumps(told.data) == b'{"completedList":[{"a":1}]}'


async def test_completed_nothing_is_null_even_where_the_schema_says_never() -> None:
    """Whether it may be null is checked at start and kept by the database; see core/promises.py."""
    told = await run("{ completedNothing { name } }")
    assert told.errors is None and told.data == {"completedNothing": None}


async def test_everything_else_is_completed_as_ever() -> None:
    told = await run("{ ordinary { name computed __typename } a: completed { name } refused { name } }")
    assert told.data == {
        "ordinary": {"name": "甲", "computed": "by a resolver", "__typename": "Inner"},
        "a": {"whatever": ["was", "selected"]},
        "refused": None,
    }
    assert [e.extensions for e in told.errors or ()] == [{"code": "NO"}]


def test_the_library_still_calls_the_method_that_we_override() -> None:
    """The version is pinned. Whoever raises it reads this: same name, same arguments, called for every value."""
    assert graphql.version == "3.3.2"
    theirs = inspect.signature(StrawberryGraphQLCoreExecutionContext.complete_value)
    ours = inspect.signature(PassThrough.complete_value)
    assert list(theirs.parameters) == list(ours.parameters)
    assert schema.execution_context_class is PassThrough


# Both ways ----------------------------------------------------------------------------------------------------


async def direct(whole: Whole, document: Doc, given: dict[str, Any]) -> Any:
    """One statement for the whole document."""
    endpoint, actor = whole.app.state.endpoint, whole.actors[document.who]
    read = endpoint.documents.get(document.text)
    assert endpoint.documents.read(read, endpoint.documents.variables(read, given), actor) is not None
    return json.loads(await endpoint.answer(document.text, given, actor))


async def by_resolvers(whole: Whole, document: Doc, given: dict[str, Any]) -> Any:
    """graphql-core walks the roots; each is a statement of its own."""
    endpoint, actor = whole.app.state.endpoint, whole.actors[document.who]
    read = endpoint.documents.get(document.text)
    variables = endpoint.documents.variables(read, given)
    return json.loads(await endpoint._execute(read, variables, actor, None))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
async def test_a_document_gets_the_same_answer_both_ways(whole: Whole, document: Doc) -> None:
    given = document.given(await ids_of(whole))
    one, other = await direct(whole, document, given), await by_resolvers(whole, document, given)
    assert "errors" not in one and one == other
    assert list(one["data"]) == list(other["data"]), "in the order that was asked"


async def test_most_documents_have_something_to_show(whole: Whole) -> None:
    """Equal emptiness would prove little."""
    ids, empty = await ids_of(whole), []
    for document in DOCUMENTS:
        told = await direct(whole, document, document.given(ids))
        if not any(shown(value) for value in told["data"].values()):
            empty.append(document.name)
    assert empty == ["who read what"] or empty == []


def shown(value: Any) -> bool:
    return bool(value["nodes"] if isinstance(value, dict) and "nodes" in value else value)


async def test_a_document_that_is_more_than_selects_goes_the_other_way_by_itself(whole: Whole) -> None:
    """`me` is computed; beside it, a select is the same as alone."""
    text = "{ me { login permissions } talents(first: 2) { nodes { name } totalCount } __typename }"
    both = await whole.say("xiangqiao", text)
    alone = await whole.say("xiangqiao", "{ talents(first: 2) { nodes { name } totalCount } }")
    assert both["data"]["talents"] == alone["data"]["talents"]
    assert both["data"]["me"]["login"] == "xiangqiao" and both["data"]["__typename"] == "Query"


async def test_a_refusal_is_the_same_both_ways(whole: Whole) -> None:
    for text in (
        "{ talents { nodes { id } } accounts { nodes { id } } }",
        '{ talents(after: "x") { nodes { id } } }',
        "{ talents(first: 101) { nodes { id } } }",
    ):
        document = Doc("refused", "xiangqiao", text, {})
        one, other = await direct_or_refused(whole, document), await by_resolvers(whole, document, {})
        assert one["errors"][0]["extensions"] == other["errors"][0]["extensions"], text
        assert one["errors"][0]["message"] == other["errors"][0]["message"]


async def direct_or_refused(whole: Whole, document: Doc) -> Any:
    return json.loads(await whole.app.state.endpoint.answer(document.text, {}, whole.actors[document.who]))
