"""Nothing is open that was not declared: root fields, routes, node fields. For tables see test_tables.py."""

from collections.abc import AsyncIterator, Iterator
from typing import Annotated

import pytest
import sqlalchemy as sa
import strawberry
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from graphql import GraphQLObjectType
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from strawberry.types import get_object_definition
from tests.support.whole import Whole

import bole.tables  # noqa: F401
from bole.app import PUBLIC, create_app
from bole.core import http
from bole.core.context import Context, Services
from bole.core.database import Database
from bole.core.ddl import _mapped
from bole.core.graph import computed, guarded, make_schema, many, node, read
from bole.core.nodes import NODES
from bole.core.operation import OPERATIONS, Prep, Prepared, command
from bole.core.pages import Pages
from bole.core.permissions import Permission
from bole.roster import service
from bole.roster.graphql import TalentNode
from bole.roster.models import FamilyMember, Talent
from bole.schema import schema

# GraphQL ------------------------------------------------------------------------------------------------


ROOTS = ("Query", "Mutation", "Subscription")


def test_every_root_field_names_an_operation_of_its_kind() -> None:
    kinds = {"Query": "query", "Mutation": "command", "Subscription": "query"}
    seen = set()
    for name in ROOTS:
        root = schema.get_type_by_name(name)
        assert root is not None
        for field in root.fields:  # type: ignore[union-attr]
            op = field.metadata["operation"]
            assert OPERATIONS[op.name] is op
            assert op.kind == kinds[name], f"{name}.{field.python_name}"
            seen.add(op.name)
    assert len(seen) > 150


def test_a_root_field_without_an_operation_stops_the_start() -> None:
    @strawberry.type
    class Query:
        talent = read(service.talent, TalentNode)

        @strawberry.field
        def secret(self) -> str:
            return "anybody may read this"

    with pytest.raises(TypeError, match=r"Query\.secret is no operation"):
        make_schema(Query, None)


def test_an_operation_is_no_operation_until_it_is_declared() -> None:
    async def helper(ctx: object) -> str:
        return "x"

    with pytest.raises(TypeError, match="is no operation"):
        read(helper, str)


def test_a_type_with_a_resolver_stops_the_start() -> None:
    @strawberry.type
    class Answer:
        @strawberry.field
        def secret(self) -> str:
            return "anybody may read this"

    @strawberry.type
    class Query:
        talent = read(service.talent, TalentNode)

    with pytest.raises(TypeError, match=r"Answer\.secret has a resolver"):
        make_schema(Query, None, types=[Answer])


@pytest.fixture
def forgets() -> Iterator[None]:
    """Nodes that a test declares are not the product's."""
    known = set(NODES)
    yield
    for added in set(NODES) - known:
        del NODES[added]


def starts_with(shown: type) -> None:
    @strawberry.type
    class Query:
        talent = read(service.talent, shown)

    make_schema(Query, None)


def test_a_node_that_keeps_the_rules_starts(forgets: None) -> None:
    @node(FamilyMember, allow=None)
    class FineNode:
        id: strawberry.ID
        name: str | None = guarded(Permission.ROSTER_SENSITIVE)

    starts_with(FineNode)


def test_a_node_field_with_a_resolver_stops_the_start(forgets: None) -> None:
    @node(Talent, allow=None)
    class WrongNode:
        name: str

        @strawberry.field
        def secret(self) -> str:
            return "anybody may read this"

    with pytest.raises(TypeError, match="without a resolver"):
        starts_with(WrongNode)


def test_a_node_field_that_is_nothing_in_the_database_stops_the_start(forgets: None) -> None:
    @node(Talent, allow=None)
    class WrongNode:
        nick_name: str | None

    with pytest.raises(TypeError, match="no such column"):
        starts_with(WrongNode)


@pytest.mark.parametrize(
    ("annotation", "declared", "words"),
    [
        (str | None, "name", "a sensitive column is shown through guarded"),
        (str | None, computed(lambda f: sa.func.upper(f.name), description="x"), "reads \\['name'\\]"),
        (
            str | None,
            guarded(Permission.ROSTER_SENSITIVE, otherwise=lambda f: sa.func.left(f.name, 1)),
            "reads \\['name'\\]",
        ),
        (str, guarded(Permission.ROSTER_SENSITIVE), "a guarded field must be optional"),
    ],
)
def test_a_sensitive_column_that_leaks_stops_the_start(
    forgets: None, annotation: object, declared: object, words: str
) -> None:
    namespace: dict[str, object] = {"__annotations__": {"name": annotation}}
    if declared != "name":
        namespace["name"] = declared
    wrong = node(FamilyMember, allow=None)(type("WrongNode", (), namespace))
    with pytest.raises(TypeError, match=words):
        starts_with(wrong)


@pytest.mark.parametrize(
    ("name", "annotation", "words"),
    [
        ("phone_sealed", str | None, "sealed bytes are never shown"),
        ("level", str, "the column may be null"),
    ],
)
def test_a_column_shown_as_it_is_not_stops_the_start(
    forgets: None, name: str, annotation: object, words: str
) -> None:
    wrong = node(Talent, allow=None)(type("WrongNode", (), {"__annotations__": {name: annotation}}))
    with pytest.raises(TypeError, match=words):
        starts_with(wrong)


def test_a_list_that_is_not_bounded_stops_the_start(forgets: None) -> None:
    wrong = node(Talent, allow=None)(type("WrongNode", (), {"__annotations__": {"titles": list[TalentNode]}}))
    with pytest.raises(TypeError, match="a list needs many"):
        starts_with(wrong)
    many(lambda t: [t.id])


def test_every_field_of_every_node_is_a_column_an_expression_or_an_edge() -> None:
    told = 0
    for cls, shown in NODES.items():
        for f in get_object_definition(cls, strict=True).fields:
            field = shown.fields[f.python_name]
            assert sum([field.column is not None, field.expression is not None, field.edge is not None]) == 1
            told += 1
    assert told > 300


def test_every_object_type_is_a_root_a_node_a_page_or_plain_data() -> None:
    for kind in schema._schema.type_map.values():
        if not isinstance(kind, GraphQLObjectType) or kind.name.startswith("__") or kind.name in ROOTS:
            continue
        definition = kind.extensions["strawberry-definition"]
        if definition.origin not in NODES:
            assert all(f.base_resolver is None for f in definition.fields), kind.name


def test_sensitive_columns_are_declared_on_the_tables_that_hold_them() -> None:
    """A sealed column is bytes and has a masked twin or is shown to nobody."""
    sealed = 0
    for cls in _mapped():
        columns = cls.__table__.columns  # type: ignore[attr-defined]
        for column in columns:
            if column.name.endswith(("_sealed", "_blind")):
                assert isinstance(column.type, sa.LargeBinary), f"{cls.__name__}.{column.name}"
                sealed += 1
    assert sealed > 4


# REST ---------------------------------------------------------------------------------------------------


async def nobody(_: Request) -> None:
    return None


@pytest.fixture
async def services() -> AsyncIterator[Services]:
    yield Services(Database("postgresql://nobody@nowhere/none"))


def test_every_route_of_the_served_app_names_an_operation(whole: Whole) -> None:
    named = set()
    for found in iter_route_contexts(whole.app.routes):
        if found.path in PUBLIC:
            continue
        route = found.original_route
        if isinstance(route, Mount) and isinstance(route.app, Pages):
            continue  # a built front end: files, the same for everybody
        assert isinstance(route, APIRoute), found.path
        (op,) = [n.call.operation for n in route.dependant.dependencies if hasattr(n.call, "operation")]  # type: ignore[union-attr]
        assert OPERATIONS[op.name] is op
        named.add(op.name)
    assert {"card.redeem", "identity.sign_in", "roster.begin_import"} <= named


def included(app: FastAPI, router: APIRouter) -> None:
    app.include_router(router)
    http.check_routes(app, PUBLIC)


def test_a_route_without_an_operation_stops_the_start(services: Services) -> None:
    router = APIRouter(prefix="/api/v1")

    @router.get("/talents.csv")
    async def export() -> str:
        return "anybody may read this"

    with pytest.raises(TypeError, match=r"/api/v1/talents\.csv names no operation"):
        included(create_app(services, nobody), router)


def test_a_plain_route_is_no_way_around(services: Services) -> None:
    async def export(_: Request) -> Response:
        return Response("anybody may read this")

    router = APIRouter()
    router.add_route("/export", export, methods=["GET"])
    with pytest.raises(TypeError, match="/export names no operation"):
        included(create_app(services, nobody), router)
    app = create_app(services, nobody)
    app.mount("/files", Response("x"))
    with pytest.raises(TypeError, match="/files names no operation"):
        http.check_routes(app, PUBLIC)


def test_a_router_inside_a_router_is_no_way_around(services: Services) -> None:
    inner, outer = APIRouter(prefix="/inner"), APIRouter(prefix="/outer")

    @inner.get("/x")
    async def x() -> str:
        return "anybody may read this"

    outer.include_router(inner)
    with pytest.raises(TypeError, match="/outer/inner/x names no operation"):
        included(create_app(services, nobody), outer)


def test_a_mark_that_an_optional_argument_would_lose_is_refused() -> None:
    async def wrong(
        ctx: Context, *, name: Annotated[str, Prepared(lambda v: Prep((), v=v))] | None = None
    ) -> None:
        """错的声明。"""

    with pytest.raises(TypeError, match=r"wrong\.name: write Annotated\[X \| None"):
        command(allow=Permission.CARD_READ)(wrong)
