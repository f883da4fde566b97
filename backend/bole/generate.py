"""What a machine can write is written here, committed, and checked: a difference is a change of contract."""

from collections.abc import Callable, Iterator
from pathlib import Path

import orjson

from bole import documents, migrate
from bole.documents import BANNER
from bole.settings import ROOT, Settings

DOCS = ROOT / "backend" / "docs"
KIT = ROOT / "frontend" / "kit"
Writer = Callable[[], str]


def files() -> Iterator[tuple[Path, Writer]]:
    """Every generated file and what writes it."""
    if migrate.head() == migrate.FIRST:
        yield migrate.FIRST_SQL, first_migration
    yield ROOT / "backend" / "schema.graphql", graphql
    yield ROOT / "backend" / "openapi.json", openapi
    yield DOCS / "operations.md", documents.operations
    yield DOCS / "flows.md", documents.flows
    yield DOCS / "refusals.md", documents.refusals
    yield DOCS / "permission_matrix.txt", documents.permission_matrix
    yield KIT / "auth" / "permissions.ts", documents.permissions_ts
    yield KIT / "i18n" / "labels.ts", documents.labels_ts
    yield KIT / "i18n" / "flows.ts", documents.flows_ts
    yield ROOT / "deploy" / "postgres" / "roles.sql", roles
    yield ROOT / "deploy" / "env.example", environment


def first_migration() -> str:
    """The whole schema as SQL, while nothing has been released."""
    import bole.tables  # noqa: F401  (all of the metadata)
    from bole.core import ddl

    statements = (s.strip().rstrip(";") + ";" for s in ddl.everything())
    return f"-- {BANNER}\n\n" + "\n\n".join(statements) + "\n"


def graphql() -> str:
    """The whole schema: a difference is a change of contract with the front ends."""
    from bole.schema import schema

    return f"# {BANNER}\n\n{schema.as_str()}\n"


def openapi() -> str:
    """What partners call: a difference is a change of contract with them."""
    from bole.app import create_app
    from bole.core.context import Services
    from bole.core.database import Database

    async def nobody(_: object) -> None:
        return None

    app = create_app(Services(Database("postgresql://nobody@nowhere/none")), nobody)
    return orjson.dumps(app.openapi(), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS).decode() + "\n"


def roles() -> str:
    from bole.core import ddl, server

    head = (
        f"-- {BANNER}\n"
        "-- 数据库管理员在集群上执行一次，随后为 bole_owner 与 bole_app 各设一个口令，并建库：\n"
        f"--   {server.CREATE.format(name='bole', owner=server.OWNER)};\n\n"
        f"create role {server.OWNER} login nosuperuser nocreatedb nocreaterole nobypassrls;\n"
    )
    return head + "".join(f"{statement};\n" for statement in ddl.roles())


def environment() -> str:
    """Every setting with its meaning, for `deploy/`."""
    lines = [f"# {BANNER}", "# 生产环境：复制为 env，逐项填写；未填的用默认值。", ""]
    for name, field in Settings.model_fields.items():
        alias = getattr(field.validation_alias, "choices", [f"BOLE_{name.upper()}"])[0]
        default = (
            "" if field.default is None or "key" in name else getattr(field.default, "value", field.default)
        )
        if isinstance(default, Path):
            default = ""
        lines += [f"# {field.description}", f"#{alias}={default}", ""]
    return "\n".join(lines)


def write() -> list[Path]:
    """Writes what differs; returns it."""
    written = []
    for path, writer in files():
        text = writer()
        if not path.exists() or path.read_text() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            written.append(path)
    return written


def stale() -> list[Path]:
    """The files that are not what they would be written as now."""
    return [path for path, writer in files() if not path.exists() or path.read_text() != writer()]
