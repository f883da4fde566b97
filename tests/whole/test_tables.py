"""Row-level security stands on every table that has rows of somebody; the app's roles cannot step around it."""

import re
from collections.abc import AsyncIterator

import asyncpg
import pytest
from tests.support.postgres import TestDatabase, TestServer

import bole.tables  # noqa: F401
from bole.core.actor import ActorKind
from bole.core.ddl import APP, ROLES, _mapped
from bole.core.table import Internal, Owned, Scoped, Shared

EMPLOYER = ActorKind.EMPLOYER.database_role
"""A member of staff's role: what staff may, it may, on its own unit's rows."""

NEITHER = {
    "audit": "written by every role through a trigger, read by auditors only; its rows have no one unit",
    "audit_head": "the trigger's own",
    "idempotency": "kept answers, reached by actor and key only, never listed",
    "oidc_attempt": "before anybody has signed in; the platform's alone",
    "outbox": "facts of all units on their way to the worker; the platform's alone",
    "partner_nonce": "signatures seen once; the platform's alone",
    "sign_in_throttle": "before anybody has signed in; the platform's alone",
    "talent_key": "digests by which records of one person meet: written by triggers, read by the platform",
    "talent_gram": "search tokens: scoped by hand-written policies, without an id of their own",
    "talent_period": "what was on each day: written by triggers alone, scoped by hand-written policies for reading",
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
    "talent_period": set(ROLES) - {"bole_partner"},
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
        own = [p for p in policies if p["name"] == name]
        for p in own:
            if (
                p["roles"] == [EMPLOYER] and p["command"] == "r"
            ):  # what it sees besides staff's, and only sees
                assert "current_setting('app." in p["rows"], f"{name}: an employer sees {p['rows']}"
        mine = {role: p for p in own for role in p["roles"] if p["command"] != "r"}
        mine.setdefault(EMPLOYER, mine["bole_staff"]) if "bole_staff" in mine else None
        assert "bole_system" in mine, name
        for row in await catalog.fetch(REACH, name, list(ROLES)):
            assert row["role"] in mine, f"{name}: {row['role']} may {row['privilege']} without a policy"
        for role, p in mine.items():
            assert p["polpermissive"] and p["command"] == "*", name
            if role != "bole_system" and p["rows"] != "false":
                by = re.findall(r"FROM \(?(\w+)", p["rows"])  # a policy may lean on another table's
                leans = any(found[t]["forced"] for t in by if t in found)
                assert leans or "current_setting('app." in p["rows"], f"{name}: {role} sees {p['rows']}"
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
        listed = READERS.get(name, {"bole_system"})
        assert readers <= listed | ({EMPLOYER} if "bole_staff" in listed else set()), name


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
