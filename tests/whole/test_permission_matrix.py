"""Who may do what: fifteen roles × every way in, written down, compared, and called."""

from collections.abc import AsyncIterator, Iterator
from typing import Any
from uuid import UUID

import orjson
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from httpx import ASGITransport, AsyncClient
from starlette.requests import Request
from tests.support.values import document_of, example

from bole import documents, generate
from bole.app import PUBLIC, create_app
from bole.core.actor import Actor, ActorKind
from bole.core.context import Services
from bole.core.database import Database
from bole.core.endpoint import Endpoint
from bole.core.faults import refusal_of
from bole.core.files import Files
from bole.core.operation import OPERATIONS, Operation
from bole.core.permissions import Permission
from bole.core.secrets import Vault
from bole.schema import schema
from bole.settings import Environment, read_settings

ROLES = documents.demo_roles()
NOWHERE = "postgresql://nobody@/none?host=/nonexistent"
"""No server is there: whatever asks the database is told UNAVAILABLE, and never gets as far as FORBIDDEN."""


def actor(role: str, kind: str, permissions: frozenset[Permission]) -> Actor:
    number = int(role[1:])
    return Actor(
        UUID(int=number),
        role,
        ActorKind(kind),
        permissions,
        0,
        10**18,
        UUID(int=number),
        UUID(int=1),
        UUID(int=2),
    )


ACTORS = {code: actor(code, kind, held) for code, (_, kind, held) in ROLES.items()}
CALLER = "x-test-role"


async def by_header(request: Request) -> Actor | None:
    return ACTORS.get(request.headers.get(CALLER, ""))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    settings = read_settings(env=Environment.TEST, files_dir=tmp_path_factory.mktemp("files"))
    return create_app(
        Services(Database(NOWHERE), settings, Vault.of(settings), Files.of(settings)), by_header
    )


@pytest.fixture(scope="module")
def endpoint(app: FastAPI) -> Endpoint:
    found: Endpoint = app.state.endpoint
    return found


@pytest.fixture(scope="module")
async def api(app: FastAPI) -> AsyncIterator[AsyncClient]:
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://bole.test") as client:
        client.headers["x-bole-request"] = "1"
        yield client


def fields() -> Iterator[tuple[str, str, Operation]]:
    """(query or mutation, field, operation) of every root field."""
    for kind, root in (("query", schema._schema.query_type), ("mutation", schema._schema.mutation_type)):
        assert root is not None
        for name, field in root.fields.items():
            yield kind, name, field.extensions["strawberry-definition"].metadata["operation"]


FIELDS = list(fields())


def test_the_matrix_is_committed_as_it_is() -> None:
    path = generate.DOCS / "permission_matrix.txt"
    assert path.read_text("utf-8") == documents.permission_matrix(), "make generate"


def test_the_matrix_has_fifteen_roles_and_every_operation() -> None:
    told = documents.permission_matrix()
    assert list(ROLES) == [f"R{n}" for n in range(1, 16)]
    rows = {line.split()[0]: line.split()[1:] for line in told.splitlines() if "." in line.split(" ")[0]}
    for op in OPERATIONS.values():
        if not op.public:
            assert len(rows[op.name]) == 15, op.name
            for mark, (_, _, held) in zip(rows[op.name], ROLES.values(), strict=True):
                assert (mark != documents.MAY_NOT) is (op.allow is None or op.allow in held), op.name


def test_every_permission_guards_something_and_is_held_by_some_role() -> None:
    guarded = documents.permission_matrix()
    used = {op.allow for op in OPERATIONS.values()}
    held = frozenset().union(*(permissions for _, _, permissions in ROLES.values()))
    unheld = {op.name for op in OPERATIONS.values() if op.allow is not None and op.allow not in held}
    assert unheld == set(), guarded
    assert len(used) > 25


def test_who_keeps_the_system_does_not_read_the_people_and_the_auditor_changes_nothing() -> None:
    """职责分离：administrators and auditors."""
    people = ("roster:", "contact:", "card:", "fasttrack:", "need:")
    for role in ("R13", "R14", "R15"):
        assert not [p for p in ROLES[role][2] if p.startswith(people)], role
    assert Permission.AUDIT_READ not in ROLES["R14"][2]
    assert all(p.endswith(":read") for p in ROLES["R15"][2])


# Called ---------------------------------------------------------------------------------------------------


async def code_of(endpoint: Endpoint, who: Actor | None, kind: str, field: str) -> str | None:
    """The code of the refusal, or None where there was an answer."""
    text, variables = document_of(schema._schema, kind, field, leaves=False)
    try:
        told = orjson.loads(await endpoint.answer(text, variables, who))
    except Exception as error:  # as the endpoint does with the request as a whole
        return refusal_of(error).code()
    return told["errors"][0]["extensions"]["code"] if "errors" in told else None


@pytest.mark.parametrize("role", list(ROLES))
async def test_what_a_role_may_not_do_is_refused_before_any_sql(role: str, endpoint: Endpoint) -> None:
    who, refused = ACTORS[role], 0
    for kind, field, op in FIELDS:
        if op.public or op.allow is None or op.allow in who.permissions:
            continue
        assert await code_of(endpoint, who, kind, field) == "FORBIDDEN", f"{role} {field}"
        refused += 1
    assert refused > 40


OTHERS = {
    "my_cards": "talents' own",
    "my_entitlements": "talents' own",
    "my_contact_leaders": "talents' own",
    "my_needs": "talents' own",
    "my_profile": "talents' own",
    "join_pool_line": "at a partner's counter one redeems; the line is kept by the office",
    "leave_pool_line": "at a partner's counter one redeems; the line is kept by the office",
}
"""Open by the operation's permission, closed by the node's: who holds the one without the other has no use for it."""


@pytest.mark.parametrize("role", list(ROLES))
async def test_what_a_role_may_do_it_may_also_see_the_answer_of(role: str, endpoint: Endpoint) -> None:
    """Allowed by the operation and refused by its node would be a role that can do nothing with what it may do."""
    who, allowed = ACTORS[role], 0
    for kind, field, op in FIELDS:
        if op.allow is None or op.allow not in who.permissions:
            continue
        code = await code_of(endpoint, who, kind, field)
        known = who.kind is not ActorKind.TALENT and op.name.partition(".")[2] in OTHERS
        assert code not in ("FORBIDDEN", "NOT_SIGNED_IN", "INTERNAL") or known, f"{role} {field}: {code}"
        allowed += 1
    assert allowed > 3


async def test_each_exception_is_still_one(endpoint: Endpoint) -> None:
    closed = set()
    for kind, field, op in FIELDS:
        name = op.name.partition(".")[2]
        if name in OTHERS:
            held = [a for a in ACTORS.values() if op.allow in a.permissions]
            closed |= {name for a in held if await code_of(endpoint, a, kind, field) == "FORBIDDEN"}
    assert closed == set(OTHERS)


async def test_nobody_does_nothing_but_sign_in(endpoint: Endpoint) -> None:
    for kind, field, op in FIELDS:
        code = await code_of(endpoint, None, kind, field)
        assert code == "NOT_SIGNED_IN" or op.public, f"{field}: {code}"


async def test_a_selection_that_may_not_be_seen_refuses_before_any_sql(endpoint: Endpoint) -> None:
    """An edge's node is authorised like a root's: R11 may list units, and see no accounts through them."""
    text = "{ partners { nodes { id keys { id } } } }"
    told = orjson.loads(await endpoint.answer(text, {}, ACTORS["R11"]))
    assert told["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    seat = 'mutation { seat(accountId: "%s", postId: "%s", validFrom: "2026-01-01") { id } }' % (
        (UUID(int=1),) * 2
    )
    told = orjson.loads(await endpoint.answer(seat, {}, ACTORS["R1"]))
    assert told["errors"][0]["extensions"]["code"] == "FORBIDDEN"


# REST -----------------------------------------------------------------------------------------------------


def routes() -> list[tuple[str, str, Operation]]:
    app = create_app(Services(Database(NOWHERE)), by_header)
    found = []
    for route in iter_route_contexts(app.routes):
        if route.path in PUBLIC or not isinstance(route.original_route, APIRoute):
            continue
        needs = route.original_route.dependant.dependencies
        (op,) = [n.call.operation for n in needs if hasattr(n.call, "operation")]  # type: ignore[union-attr]
        found += [(m, str(route.path), op) for m in sorted(route.methods or ())]
    return found


async def called(api: AsyncClient, role: str, method: str, path: str) -> Any:
    spec = api._transport.app.openapi()  # type: ignore[attr-defined]
    told = spec["paths"][path][method.lower()]
    headers = {CALLER: role, "idempotency-key": "k"}
    for given in told.get("parameters", ()):
        if given["in"] == "path":
            path = path.replace("{" + given["name"] + "}", str(example(given["schema"], spec)))
    query = {
        p["name"]: example(p["schema"], spec)
        for p in told.get("parameters", ())
        if p["in"] == "query" and p.get("required")
    }
    content = told.get("requestBody", {}).get("content", {})
    if "application/json" in content:
        body = example(content["application/json"]["schema"], spec)
        return await api.request(method, path, json=body, params=query, headers=headers)
    files = {"file": ("x.csv", b"x")} if content else None
    return await api.request(method, path, files=files, params=query, headers=headers)


@pytest.mark.parametrize(("method", "path", "op"), routes(), ids=lambda v: getattr(v, "name", v))
async def test_a_route_refuses_whom_its_operation_refuses(
    api: AsyncClient, method: str, path: str, op: Operation
) -> None:
    for role, who in ACTORS.items():
        answer = await called(api, role, method, path)
        assert answer.status_code in (*range(200, 500), 503), f"{role} {method} {path}: {answer.text}"
        may = op.public or op.allow is None or op.allow in who.permissions
        assert (answer.status_code == 403) is not may, (
            f"{role} {method} {path}: {answer.status_code} {answer.text}"
        )
        if not may:
            assert (
                answer.json()["code"] == "FORBIDDEN"
                and answer.headers["content-type"] == "application/problem+json"
            )
    if not op.public:
        assert (await called(api, "nobody", method, path)).status_code == 401
