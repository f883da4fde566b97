"""Who is measured: each brought up as its own process, on one CPU, with ten database connections."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import cases, documents, node
from tests.bench.machine import Server, start
from tests.bench.world import BenchWorld

ROOT = Path(__file__).parents[2]
CPU = 0


@dataclass
class Contender:
    """One name in the results. Two may share a server."""

    name: str
    server: Server
    maker: cases.Maker


def brought_up(world: BenchWorld, logs: Path, names: list[str], say: Any) -> list[Contender]:
    """All contenders of these names. Who is up is stopped again when a later one does not come."""
    found: list[Contender] = []
    try:
        for one in _each(world, logs, names, say):
            found += one
    except BaseException:
        stopped(found)
        raise
    return found


def stopped(found: list[Contender]) -> None:
    for server in {id(c.server): c.server for c in found}.values():
        server.stop()


def _each(world: BenchWorld, logs: Path, names: list[str], say: Any) -> Any:
    ports = iter(range(int(os.environ.get("BENCH_PORT", "18700")), 65_000))
    bearer = {"Authorization": f"Bearer {world.token}"}
    scope = {
        "LO": str(world.lo),
        "HI": str(world.hi),
        "ACTOR": str(world.account),
        "PROVIDER": str(world.post),
        "TOKEN": world.token,
        "DSN": world.superuser,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "backend")]),
    }

    def up(name: str, command: list[str], **env: str) -> Server:
        port = next(ports)
        ready = [word.format(port=port) for word in command]
        return start(
            name, ready, port, {**scope, "PORT": str(port), **env}, cpu=CPU, log=logs / f"{name}.log"
        )

    if "limit" in names:
        limit = up("limit", uvicorn("tests.bench.limit:app"))
        yield [Contender(n, limit, cases.plain(bearer)) for n in ("limit", "limit_again")]
    if {"bole_graphql", "bole_rest"} & set(names):
        settings = {
            "BOLE_ENV": "demo",
            "BOLE_APP_DATABASE_URL": world.app,
            "BOLE_OPEN_DOCUMENTS": "true",
            "BOLE_DATA_DIR": str(logs.parent / "bole"),
        }
        bole = up("bole", [*uvicorn("bole.serving:served"), "--factory"], **settings)
        makers = {"bole_graphql": cases.graphql(documents.BOLE, bearer), "bole_rest": cases.rest(bearer)}
        yield [Contender(name, bole, maker) for name, maker in makers.items() if name in names]
    if "postgraphile" in names:
        command = node.postgraphile(say)
        fixed = {"lo": str(world.lo), "hi": str(world.hi), "actor": world.account, "provider": world.post}
        maker = cases.graphql(documents.POSTGRAPHILE, bearer, **fixed)
        for name, dsn, policies in (
            ("postgraphile", world.superuser, "0"),
            ("postgraphile_rls", world.app, "1"),
        ):
            # node's driver wants a host before the path; the socket's folder then comes from ?host=
            env = {"DSN": dsn.replace("@/", "@localhost/"), "POLICIES": policies, "ROLE": "bole_staff"}
            production = {"NODE_ENV": "production", "GRAPHILE_ENV": "production"}
            yield [Contender(name, up(name, command, **env, **production), maker)]
    if "strawberry_orm" in names:
        orm = up("strawberry_orm", uvicorn("tests.bench.strawberry_orm:app"))
        yield [Contender("strawberry_orm", orm, cases.graphql(documents.BOLE, bearer))]


def uvicorn(app: str) -> list[str]:
    """As bole is served: uvloop, httptools, one process, no access log."""
    served = ["--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"]
    return [sys.executable, "-m", "uvicorn", app, "--port", "{port}", *served]
