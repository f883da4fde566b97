"""What the metadata alone does not say: roles, row policies, grants, append-only triggers, the audit chain.

`everything()` is the whole schema as SQL. It is frozen into the first migration; a test compares a migrated
database with one created from here.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table as SqlTable
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateTable, ForeignKeyConstraint
from sqlmodel import SQLModel

from bole.core.actor import ActorKind
from bole.core.table import ACTOR, IN_RANGE, Internal, Owned, Scoped, Shared

APP = "bole_app"
ROLES = tuple(k.database_role for k in ActorKind)
STAFF, SYSTEM = ActorKind.STAFF.database_role, ActorKind.SYSTEM.database_role
DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]
AUDIT_SHARDS = 64
EXTRA: list[str] = []
"""Statements a slice adds for its own tables (exclusion, triggers): `EXTRA.append(sql)` in its models.py."""


def append_only(table: str, *, moves: bool = False) -> None:
    """Refuses UPDATE, DELETE and TRUNCATE on `table` to everyone, by trigger.

    `moves`: the rows belong to somebody who may change units, or turn out to be somebody else (`talent_id`), and
    they follow (a foreign key cascades); a statement trigger would refuse the move even of those who have no rows
    here."""
    what = "delete or truncate" if moves else "update or delete or truncate"
    EXTRA.append(
        f"create trigger {table}_append_only before {what} on {table} "
        "for each statement execute function bole_append_only()"
    )
    EXTRA.append(f"alter table {table} enable always trigger {table}_append_only")
    if moves:
        EXTRA.append(
            f"create trigger {table}_kept before update on {table} for each row "
            "when (to_jsonb(new) - 'unit_path' - 'talent_id' is distinct from "
            "to_jsonb(old) - 'unit_path' - 'talent_id') "
            "execute function bole_append_only()"
        )
        EXTRA.append(f"alter table {table} enable always trigger {table}_kept")


def everything() -> Iterator[str]:
    """Every statement, in order, that makes an empty database into ours. Roles are the cluster's: see roles()."""
    # here, because every process imports this module and few ask for the schema
    from pgqueuer.adapters.persistence.qb import QueryBuilderEnvironment

    yield "create extension if not exists btree_gist"
    yield _APPEND_ONLY
    tables = SQLModel.metadata.sorted_tables
    for table in tables:
        yield str(CreateTable(table, include_foreign_key_constraints=[]).compile(dialect=DIALECT)).strip()
    for table in tables:
        for key in sorted(table.constraints, key=lambda c: str(c.name)):
            if isinstance(key, ForeignKeyConstraint):
                yield str(AddConstraint(key).compile(dialect=DIALECT)).strip()
        for index in sorted(table.indexes, key=lambda i: str(i.name)):
            yield str(CreateIndex(index).compile(dialect=DIALECT)).strip()
        yield from _comments(table)
    for cls in _mapped():
        yield from _visibility(cls)
    yield from _AUDIT
    yield from _LEDGERS
    yield from EXTRA
    yield QueryBuilderEnvironment().build_install_query()
    for name in ("pgqueuer", "pgqueuer_log", "pgqueuer_schedules", "pgqueuer_statistics"):
        yield f"grant select, insert, update, delete on {name} to {SYSTEM}"
    for role in ROLES:
        # putting a job on the queue also reads back what was put: nothing of others' payloads
        yield f"grant insert, select (id, entrypoint, priority, dedupe_key) on pgqueuer to {role}"
        yield f"grant insert on pgqueuer_log to {role}"
        yield f"grant usage on all sequences in schema public to {role}"


def roles() -> Iterator[str]:
    """The cluster's roles: one for each kind of actor, none owner, superuser or BYPASSRLS; and the app's login."""
    for role in ROLES:
        yield _make_role(role, "nologin")
    # An employer has staff's policies and grants, and a few policies of its own beside them
    yield f"grant {STAFF} to {ActorKind.EMPLOYER.database_role}"
    yield _make_role(APP, "login noinherit")
    yield f"grant {', '.join(ROLES)} to {APP}"


def _make_role(role: str, kind: str) -> str:
    attributes = f"{kind} nosuperuser nocreatedb nocreaterole nobypassrls"
    return (
        f"do $$ begin create role {role} {attributes}; "
        f"exception when duplicate_object or unique_violation then null; end $$"
    )


def _mapped() -> list[type]:
    found: dict[str, type] = {}

    def walk(base: type) -> None:
        subs: list[Any] = base.__subclasses__()
        for sub in subs:
            if hasattr(sub, "__table__"):
                found[sub.__table__.name] = sub
            walk(sub)

    walk(SQLModel)
    return [found[n] for n in sorted(found)]


def _comments(table: SqlTable) -> Iterator[str]:
    cls = next((c for c in _mapped() if c.__table__ is table), None)  # type: ignore[attr-defined]
    for column in table.columns:
        info = getattr(cls, "model_fields", {}).get(column.name)
        if info is not None and info.description:
            words = info.description.replace("'", "''")
            yield f"comment on column {table.name}.{DIALECT.identifier_preparer.quote(column.name)} is '{words}'"


def _visibility(cls: type) -> Iterator[str]:
    """Grants and policies of one table: who may reach it, and which rows."""
    table: str = cls.__table__.name  # type: ignore[attr-defined]
    policies: dict[str, str] = dict(getattr(cls, "__policies__", {}))
    grants: dict[str, str] = dict(getattr(cls, "__grants__", {}))
    if issubclass(cls, Scoped):
        policies = {"staff": IN_RANGE, "system": "true", **policies}
        yield f"alter table {table} enable row level security"
        yield f"alter table {table} force row level security"
        for kind, rows in policies.items():
            role = ActorKind(kind).database_role
            yield f"create policy {table}_{kind} on {table} to {role} using ({rows}) with check ({rows})"
            yield f"grant {grants.get(kind, 'select, insert, update, delete')} on {table} to {role}"
    elif issubclass(cls, Owned):
        yield f"alter table {table} enable row level security"
        yield f"alter table {table} force row level security"
        for kind in ActorKind:
            rows = "true" if kind is ActorKind.SYSTEM else f"account_id = {ACTOR}"
            yield f"create policy {table}_{kind} on {table} to {kind.database_role} using ({rows}) with check ({rows})"
            yield f"grant select, update on {table} to {kind.database_role}"
        yield f"grant insert, delete on {table} to {SYSTEM}"
    elif issubclass(cls, Shared):
        for role in ROLES:
            yield f"grant select on {table} to {role}"
        for role in (STAFF, SYSTEM):
            yield f"grant insert, update, delete on {table} to {role}"
        for kind, what in grants.items():
            yield f"grant {what} on {table} to {ActorKind(kind).database_role}"
    elif issubclass(cls, Internal):
        for role in (STAFF, SYSTEM):
            yield f"grant select, insert, update, delete on {table} to {role}"
        for kind, what in grants.items():
            yield f"grant {what} on {table} to {ActorKind(kind).database_role}"
    # Tables that are neither say for themselves who may reach them (core/ledger.py, token tables).


_APPEND_ONLY = """
create or replace function bole_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$"""

_LEDGERS = (
    *(f"grant insert (fact, body, actor_id, attempts) on outbox to {r}" for r in ROLES),
    f"grant select, update on outbox to {SYSTEM}",
    *(f"grant select (actor_id, key, body_hash, answer, at), insert on idempotency to {r}" for r in ROLES),
    f"grant delete on idempotency to {SYSTEM}",
    f"grant select, insert, update on worker_heartbeat to {SYSTEM}",
    f"grant select on worker_heartbeat to {STAFF}",
)

_AUDIT = (
    f"insert into audit_head select n, 0, '\\x00' from generate_series(0, {AUDIT_SHARDS - 1}) n",  # noqa: S608  a number of ours
    """
create function bole_audit_hash(e audit) returns bytea language sql immutable as $$
  select sha256(convert_to(concat_ws(chr(31), e.shard, e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
    e.actor_id, e.actor_name, coalesce(e.request_id, ''), array_to_string(e.operations, chr(30)),
    array_to_string(e.rows, chr(30)), e.changes::text, encode(e.prev, 'hex')), 'UTF8'))
$$""",
    f"""
create function bole_audit_chain() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare head audit_head;
begin
  -- Sharded by backend: two transactions at once are on two backends, so chains never make them wait.
  select * into head from audit_head where shard = pg_backend_pid() % {AUDIT_SHARDS} for update;
  new.shard := head.shard; new.seq := head.seq + 1; new.at := clock_timestamp(); new.prev := head.hash;
  new.hash := bole_audit_hash(new);
  update audit_head set seq = new.seq, hash = new.hash where shard = head.shard;
  return new;
end $$""",  # noqa: S608  the same number
    "create trigger audit_chain before insert on audit for each row execute function bole_audit_chain()",
    "alter table audit enable always trigger audit_chain",
    "create trigger audit_append_only before update or delete or truncate on audit "
    "for each statement execute function bole_append_only()",
    "alter table audit enable always trigger audit_append_only",
    *(
        f"grant insert (actor_id, actor_name, request_id, operations, rows, changes) on audit to {r}"
        for r in ROLES
    ),
    f"grant select on audit, audit_head to {SYSTEM}, {STAFF}",
    # Everyone writes the trail; the slice that knows who audits says which of the staff reads it. Not forced:
    # the trigger and `bole audit verify` are its owner's.
    *(f"alter table {table} enable row level security" for table in ("audit", "audit_head")),
    f"create policy audit_written on audit for insert to {', '.join(ROLES)} with check (true)",
    *(
        f"create policy {table}_system on {table} for select to {SYSTEM} using (true)"
        for table in ("audit", "audit_head")
    ),
)

__all__ = ["APP", "AUDIT_SHARDS", "EXTRA", "ROLES", "append_only", "everything", "roles"]
