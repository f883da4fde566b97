"""`make bench`: all contenders up at once, six rounds in rotated order, ratios of one run.

One process each on one CPU, PostgreSQL and the client on the other, 16 connections. The limit runs twice in every
round (A/A): a difference within the spread of the two is none. Ratios are medians over rounds of the ratio within
the round.
"""

import argparse
import asyncio
import json
import os
import shutil
import statistics
import sys
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import uvloop

from bole.core import server
from tests.bench import cases as asked
from tests.bench.load import press
from tests.bench.machine import Server, cpu_ms, pin, start, tree
from tests.bench.world import BenchWorld, made

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CONNECTIONS = 16
Reading = dict[str, dict[str, list[dict[str, float]]]]


@dataclass
class Result:
    """One row of `--json`."""

    case: str
    contender: str
    rps: float
    p50_ms: float
    p99_ms: float
    app_cpu_ms: float
    db_cpu_ms: float
    ratio_to_limit: float | None
    ratio_to_postgraphile: float | None


@dataclass
class Contender:
    name: str
    server: Server
    maker: asked.Maker
    cases: tuple[str, ...] = asked.CASES


def say(words: str) -> None:
    print(words, flush=True)


def uvicorn(app: str, port: int) -> list[str]:
    flags = ["--port", str(port), "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"]
    return [sys.executable, "-m", "uvicorn", app, *flags]


def contenders(world: BenchWorld, logs: Path, names: list[str]) -> list[Contender]:
    cpu, port = 0, iter(range(int(os.environ.get("BENCH_PORT", "18700")), 65_000))
    bearer = {"Authorization": f"Bearer {world.token}"}
    scope = {"LO": str(world.lo), "HI": str(world.hi), "ACTOR": str(world.account), "TOKEN": world.token}
    python_path = os.pathsep.join([str(ROOT), str(ROOT / "backend")])
    found: list[Contender] = []

    def up(name: str, command: list[str], env: dict[str, str], at: int) -> Server:
        return start(name, command, at, {"PYTHONPATH": python_path, **env}, cpu=cpu, log=logs / f"{name}.log")

    if "limit" in names:
        at = next(port)
        env = {"DSN": world.superuser, **scope}
        limit = up("limit", uvicorn("tests.bench.limit:app", at), env, at)
        found += [Contender(n, limit, asked.plain(bearer)) for n in ("limit", "limit_again")]
    if {"bole_graphql", "bole_rest"} & set(names):
        at = next(port)
        env = {"BOLE_ENV": "demo", "BOLE_APP_DATABASE_URL": world.app, "BOLE_OPEN_DOCUMENTS": "true", "BOLE_DATA_DIR": str(logs / "data")}
        bole = up("bole", uvicorn("bole.serving:app", at) + ["--factory"], env, at)
        if "bole_graphql" in names:
            found.append(Contender("bole_graphql", bole, asked.graphql(asked.BOLE, bearer)))
        if "bole_rest" in names:
            found.append(Contender("bole_rest", bole, asked.rest(bearer)))
    if "postgraphile" in names:
        for name, policies in (("postgraphile", "0"), ("postgraphile_rls", "1")):
            at = next(port)
            env = {
                "DSN": f"postgresql://{'postgres' if policies == '0' else 'bole_app'}@localhost/{world.name}?host={_socket(world)}",
                "PORT": str(at), "SCHEMAS": "public,bench", "POLICIES": policies, "ROLE": "bole_staff",
                "GRAPHILE_ENV": "production", "NODE_ENV": "production", **scope,
            }  # fmt: skip
            node = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
            made_server = up(name, [node, str(HERE / "postgraphile" / "server.mjs")], env, at)
            found.append(Contender(name, made_server, asked.graphql(asked.POSTGRAPHILE, {})))
    if "strawberry_orm" in names:
        at = next(port)
        env = {"DSN": world.superuser, **scope}
        orm = up("strawberry_orm", uvicorn("tests.bench.strawberry_orm:app", at), env, at)
        found.append(Contender("strawberry_orm", orm, asked.graphql(asked.BOLE, bearer)))
    return found


def _socket(world: BenchWorld) -> str:
    return world.superuser.partition("?host=")[2]


async def measure(
    one: Contender, case: str, values: asked.Asked, seconds: float, postmaster: int, offset: int
) -> dict[str, float]:
    count = 12_000 if case.startswith(("redeem", "record")) else len(values.values[case])
    requests = [one.maker(case, given) for given in values.each(case, count)]
    app, database = tree(one.server.process.pid), tree(postmaster)
    before = cpu_ms(app), cpu_ms(database)
    sample = await press(one.server.port, requests, seconds=seconds, connections=CONNECTIONS, offset=offset)
    after = cpu_ms(tree(one.server.process.pid)), cpu_ms(tree(postmaster))
    if sample.errors:
        raise RuntimeError(f"{one.name} {case}: {sample.errors} errors, first:\n{sample.first_error}")
    n = max(len(sample.latencies), 1)
    return {
        "rps": sample.rps, "p50": sample.percentile(0.5), "p99": sample.percentile(0.99),
        "app": (after[0] - before[0]) / n, "db": (after[1] - before[1]) / n,
    }  # fmt: skip


async def rounds(
    found: list[Contender], chosen: list[str], values: asked.Asked, args: Any, postmaster: int
) -> Reading:
    read: Reading = defaultdict(lambda: defaultdict(list))
    for case in chosen:
        for one in found:  # warm: plans, caches, pools
            await measure(one, case, values, 0.5, postmaster, 0)
        for i in range(args.rounds):
            order = found[i % len(found) :] + found[: i % len(found)]
            for one in order:
                read[case][one.name].append(await measure(one, case, values, args.seconds, postmaster, i * 997))
            say(f"  {case} 第 {i + 1}/{args.rounds} 轮  " + "  ".join(
                f"{n} {v[-1]['rps']:,.0f}" for n, v in read[case].items()
            ))  # fmt: skip
    return read


def results(read: Reading) -> list[Result]:
    made = []
    for case, by_name in read.items():
        for name, rows in by_name.items():
            middle = {k: statistics.median(r[k] for r in rows) for k in rows[0]}

            def ratio(to: str, rows: list[dict[str, float]] = rows, by_name: Any = by_name) -> float | None:
                others = by_name.get(to)
                if not others:
                    return None
                return statistics.median(a["rps"] / b["rps"] for a, b in zip(rows, others, strict=True))

            made.append(
                Result(
                    case, name, middle["rps"], middle["p50"], middle["p99"], middle["app"], middle["db"],
                    ratio("limit"), ratio("postgraphile"),
                )  # fmt: skip
            )
    return made


def table(rows: list[Result]) -> str:
    lines = [f"{'case':<16}{'contender':<18}{'rps':>8}{'p50 ms':>9}{'p99 ms':>9}{'app ms':>8}{'db ms':>8}{'÷limit':>8}{'÷postgr.':>9}"]
    for r in rows:
        limit = f"{r.ratio_to_limit:.2f}" if r.ratio_to_limit else "-"
        other = f"{r.ratio_to_postgraphile:.2f}" if r.ratio_to_postgraphile else "-"
        lines.append(
            f"{r.case:<16}{r.contender:<18}{r.rps:>8,.0f}{r.p50_ms:>9.2f}{r.p99_ms:>9.2f}{r.app_cpu_ms:>8.3f}"
            f"{r.db_cpu_ms:>8.3f}{limit:>8}{other:>9}"
        )
    return "\n".join(lines)


async def run(args: Any) -> list[Result]:
    folder = Path(args.data)
    logs = folder / "log"
    logs.mkdir(parents=True, exist_ok=True)
    base = server.start(folder / "pg")
    found: list[Contender] = []
    try:
        world = await made(base, args.size, say)
        await asked.prepare(world)
        values = await asked.Asked.of(world)
        chosen = args.cases.split(",")
        if pages := [c for c in chosen if c != "import_xlsx"]:
            found = contenders(world, logs, args.contenders.split(","))
            pin(os.getpid(), {1})
            for pid in tree(base.pid):
                pin(pid, {1})
            read = await rounds(found, pages, values, args, base.pid)
        else:
            read = {}
        made_results = results(read)
        if "import_xlsx" in chosen:
            from tests.bench.importing import measured

            made_results += await measured(base, args, say)
        return made_results
    finally:
        for one in {c.server.name: c.server for c in found}.values():
            one.stop()
        base.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description="伯乐与手写 SQL、PostGraphile、Strawberry ORM 的对比")
    parser.add_argument("--size", type=int, default=int(os.environ.get("SIZE", "100000")), help="人才数")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=2.0, help="每轮每项秒数")
    parser.add_argument("--cases", default=",".join((*asked.CASES, "import_xlsx")))
    parser.add_argument("--contenders", default=",".join(asked.CONTENDERS))
    parser.add_argument("--data", default=os.environ.get("BENCH_DIR", str(ROOT / ".demo" / "bench")))
    parser.add_argument("--json", help="结果另存为 JSON")
    args = parser.parse_args()
    rows = uvloop.run(run(args))
    say("\n" + table(rows))
    if args.json:
        Path(args.json).write_text(json.dumps([asdict(r) for r in rows], ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
