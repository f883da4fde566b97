"""Nothing is open that was not declared: root fields, routes, node fields, tables, database roles."""

from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest
import sqlalchemy as sa
import strawberry
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from graphql import GraphQLObjectType
from starlette.requests import Request
from starlette.responses import Response
from strawberry.types import get_object_definition
from tests.support.postgres import TestDatabase, TestServer
from tests.support.whole import Whole

import bole.tables  # noqa: F401
from bole.app import PUBLIC, create_app
from bole.core import http
from bole.core.actor import ActorKind
from bole.core.context import Services
from bole.core.database import Database
from bole.core.ddl import APP, ROLES, _mapped
from bole.core.graph import computed, guarded, make_schema, many, node, read
from bole.core.nodes import NODES
from bole.core.operation import OPERATIONS
from bole.core.permissions import Permission
from bole.core.promises import ROOTS
from bole.core.table import Internal, Owned, Scoped, Shared
from bole.roster import service
from bole.roster.graphql import TalentNode
from bole.roster.models import FamilyMember, Talent
from bole.schema import schema

# GraphQL ------------------------------------------------------------------------------------------------


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


# The database -------------------------------------------------------------------------------------------

NEITHER = {
    "audit": "written by every role through a trigger, read by auditors only; its rows have no one unit",
    "audit_head": "the trigger's own",
    "idempotency": "kept answers, reached by actor and key only, never listed",
    "oidc_attempt": "before anybody has signed in; the platform's alone",
    "outbox": "facts of all units on their way to the worker; the platform's alone",
    "partner_nonce": "signatures seen once; the platform's alone",
    "sign_in_throttle": "before anybody has signed in; the platform's alone",
    "talent_gram": "search tokens: scoped by hand-written policies, without an id of their own",
    "worker_heartbeat": "one row, a moment",
    "pgqueuer": "the queue's own table: others may put and not read",
    "pgqueuer_log": "the queue's own table: others may put and not read",
    "pgqueuer_schedules": "the queue's own table; the platform's alone",
    "pgqueuer_statistics": "the queue's own table; the platform's alone",
}
"""Tables that are neither Scoped, Owned, Shared nor Internal, each with its reason."""

READERS = {
    "audit": {"bole_staff", "bole_system"},
    "audit_head": {"bole_staff", "bole_system"},
    "idempotency": set(ROLES),  # by columns; see core/context.py
    "worker_heartbeat": {"bole_staff", "bole_system"},
    "talent_gram": set(ROLES) - {"bole_partner"},
}
"""Who may read what is listed above; where nothing is said, only the platform."""


@pytest.fixture(scope="module")
async def empty(postgres: TestServer, template: str) -> AsyncIterator[TestDatabase]:
    mine = await postgres.fresh(template)
    yield mine
    await postgres.drop(mine)


@pytest.fixture
async def catalog(empty: TestDatabase) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(empty.superuser)
    yield connection
    await connection.close()


TABLES = """
select relname as name, relrowsecurity as secured, relforcerowsecurity as forced, relkind::text as kind,
  pg_get_userbyid(relowner) as owner
from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1"""
POLICIES = """
select polname, polpermissive, polcmd::text as command, polrelid::regclass::text as name,
  array(select rolname::text from pg_roles where oid = any (polroles)) as roles,
  pg_get_expr(polqual, polrelid) as rows, pg_get_expr(polwithcheck, polrelid) as checked
from pg_policy"""
REACH = """
select r as role, p as privilege from unnest($2::text[]) r, unnest(array['select', 'insert', 'update', 'delete']) p
where has_table_privilege(r, $1, p) or (p in ('select', 'insert', 'update') and has_any_column_privilege(r, $1, p))"""


def kind_of(cls: type) -> type | None:
    return next((k for k in (Scoped, Owned, Shared, Internal) if issubclass(cls, k)), None)


async def test_every_table_is_scoped_owned_shared_internal_or_listed_with_a_reason(
    catalog: asyncpg.Connection,
) -> None:
    mapped = {c.__table__.name: kind_of(c) for c in _mapped()}  # type: ignore[attr-defined]
    found = {r["name"]: r["kind"] for r in await catalog.fetch(TABLES)}
    assert set(found) == set(mapped) | {n for n in NEITHER if n.startswith("pgqueuer")}
    assert {n for n in found if mapped.get(n) is None} == set(NEITHER)
    assert set(found.values()) == {"r"}, "a view or a materialised view needs a check of its own"


async def test_every_scoped_and_owned_table_has_forced_row_level_security_and_policies(
    catalog: asyncpg.Connection,
) -> None:
    found = {r["name"]: r for r in await catalog.fetch(TABLES)}
    policies = await catalog.fetch(POLICIES)
    for cls in _mapped():
        if kind_of(cls) not in (Scoped, Owned):
            continue
        name = cls.__table__.name  # type: ignore[attr-defined]
        assert found[name]["secured"] and found[name]["forced"], name
        mine = {role: p for p in policies if p["name"] == name for role in p["roles"]}
        assert "bole_system" in mine, name
        for row in await catalog.fetch(REACH, name, list(ROLES)):
            assert row["role"] in mine, f"{name}: {row['role']} may {row['privilege']} without a policy"
        for role, p in mine.items():
            assert p["polpermissive"] and p["command"] == "*", name
            if role != "bole_system" and p["rows"] != "false":
                assert "current_setting('app." in p["rows"], f"{name}: {role} sees {p['rows']}"
            assert p["checked"] is not None, f"{name}: {role} may write rows it cannot see"


async def test_policies_read_the_context_once_a_statement_not_once_a_row(catalog: asyncpg.Connection) -> None:
    """Each setting stands in a scalar sub-select: PostgreSQL makes it an InitPlan."""
    for p in await catalog.fetch(POLICIES):
        told = " ".join((p["rows"] or "").split())
        for name in ("app.lo", "app.hi", "app.actor", "app.self"):
            for i in range(told.count(f"current_setting('{name}'")):
                at = told.split(f"current_setting('{name}'")[i]
                assert at.endswith("( SELECT (NULLIF(") or at.endswith("( SELECT NULLIF("), (
                    p["polname"],
                    told,
                )


async def test_the_apps_roles_are_neither_owner_nor_superuser_nor_bypass_row_security(
    catalog: asyncpg.Connection,
) -> None:
    rows = await catalog.fetch("select * from pg_roles where rolname = any ($1)", [*ROLES, APP])
    assert {r["rolname"] for r in rows} == {*ROLES, APP}
    for r in rows:
        powers = ("rolsuper", "rolbypassrls", "rolcreaterole", "rolcreatedb", "rolreplication")
        assert not any(r[p] for p in powers), r["rolname"]
        assert r["rolcanlogin"] is (r["rolname"] == APP)
        assert r["rolname"] != APP or not r["rolinherit"], "the login itself may do nothing"
    owned = "select count(*) from pg_class where pg_get_userbyid(relowner) = any ($1)"
    assert await catalog.fetchval(owned, [*ROLES, APP]) == 0
    owners = {r["owner"] for r in await catalog.fetch(TABLES)}
    for role in [*ROLES, APP]:
        for owner in owners:
            assert not await catalog.fetchval("select pg_has_role($1, $2, 'member')", role, owner), role


async def test_nobody_else_is_granted_anything(catalog: asyncpg.Connection) -> None:
    stranger = """
    select table_name, grantee, privilege_type from information_schema.role_table_grants
    where table_schema = 'public' and not grantee = any ($1)"""
    assert await catalog.fetch(stranger, [*ROLES, "bole_owner"]) == []
    assert not await catalog.fetchval("select has_schema_privilege('bole_app', 'public', 'create')")


async def test_unlisted_tables_are_read_by_those_listed_only(catalog: asyncpg.Connection) -> None:
    for name in NEITHER:
        if name == "pgqueuer":
            continue  # what was put is read back by its own columns: see core/ddl.py
        readers = {
            r["role"] for r in await catalog.fetch(REACH, name, list(ROLES)) if r["privilege"] == "select"
        }
        assert readers <= READERS.get(name, {"bole_system"}), name


async def test_secrets_of_accounts_are_internal_or_ones_own(catalog: asyncpg.Connection) -> None:
    policies = {(p["name"], r): p["rows"] for p in await catalog.fetch(POLICIES) for r in p["roles"]}
    for name in ("credential", "session", "account"):
        for kind in (ActorKind.TALENT, ActorKind.LEADER, ActorKind.PARTNER):
            assert "app.actor" in policies[name, kind.database_role], (name, kind)


async def test_functions_that_run_as_their_owner_fix_their_search_path(catalog: asyncpg.Connection) -> None:
    loose = """
    select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and not coalesce(proconfig::text, '') like '%search_path=%'
      and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')"""
    assert await catalog.fetch(loose) == []
