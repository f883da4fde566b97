"""`make bench`: all contenders up at once, six rounds in rotated order, ratios of one run.

One process each on one CPU, PostgreSQL and the client on the other, 16 connections. The limit runs twice in every
round (A/A): a difference within the spread of the two is none. Ratios are medians over rounds of the ratio within
the round.
"""

import os
import statistics
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import as_of, merging
from tests.bench import cases as asked
from tests.bench.contenders import Contender, brought_up, stopped
from tests.bench.load import press
from tests.bench.machine import cpu, pin, tree, used
from tests.bench.node import functions_made
from tests.bench.same import agreed
from tests.bench.world import made

from bole.core import server

CONNECTIONS = 16
FASTEST = 8000
"""Writes a second that nobody reaches: so many requests are made beforehand that none is sent twice."""

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


def say(words: str) -> None:
    print(words, flush=True)


async def measure(
    one: Contender, case: str, values: asked.Asked, seconds: float, postmaster: int, offset: int
) -> dict[str, float]:
    """Presses one contender. CPU is told per request, of the whole process tree. How long one waits is taken from
    a single caller afterwards: under full load it only says how many stand in line."""
    count = int(seconds * 1.5 * FASTEST) if case in asked.WRITES else len(values.values[case])
    requests = [one.maker(case, given) for given in values.each(case, count)]
    app, db = cpu(one.server.process.pid), cpu(postmaster)
    sample = await press(one.server.port, requests, seconds=seconds, connections=CONNECTIONS, offset=offset)
    app_ms, db_ms = used(app, cpu(one.server.process.pid)), used(db, cpu(postmaster))
    n = max(len(sample.latencies), 1)
    rest = requests[len(requests) * 2 // 3 :]  # never sent before: a key used twice is no new act
    alone = await press(one.server.port, rest, seconds=seconds / 2, connections=1)
    for done in (sample, alone):
        if done.errors:
            raise RuntimeError(f"{one.name} {case}: {done.errors} errors, first:\n{done.first_error}")
    return {
        "rps": sample.rps,
        "p50": alone.percentile(0.5),
        "p99": alone.percentile(0.99),
        "app": app_ms / n,
        "db": db_ms / n,
    }


async def rounds(
    found: list[Contender], chosen: list[str], values: asked.Asked, args: Any, postmaster: int
) -> Reading:
    read: Reading = defaultdict(lambda: defaultdict(list))
    for case in chosen:
        for one in found:  # warm: plans, caches, pools
            await measure(one, case, values, 0.5, postmaster, 0)
        for i in range(args.rounds):
            turn = i % len(found)
            for one in found[turn:] + found[:turn]:
                read[case][one.name].append(
                    await measure(one, case, values, args.seconds, postmaster, i * 997)
                )
            told = "  ".join(f"{name} {of[-1]['rps']:,.0f}" for name, of in read[case].items())
            say(f"  {case} 第 {i + 1}/{args.rounds} 轮  {told}")
    return read


def ratio(by_name: dict[str, list[dict[str, float]]], name: str, to: str) -> float | None:
    """The median over rounds of the ratio within each round."""
    if to not in by_name:
        return None
    return statistics.median(a["rps"] / b["rps"] for a, b in zip(by_name[name], by_name[to], strict=True))


def results(read: Reading) -> list[Result]:
    made_results = []
    for case, by_name in read.items():
        for name, rows in by_name.items():
            middle = [statistics.median(r[k] for r in rows) for k in ("rps", "p50", "p99", "app", "db")]
            ratios = ratio(by_name, name, "limit"), ratio(by_name, name, "postgraphile")
            made_results.append(Result(case, name, *middle, *ratios))
    return made_results


def table(rows: list[Result], read: Reading) -> str:
    """For people: the results, with the ratio to PostGraphile under policies, and the spread of each."""
    names = ("rps", "p50 ms", "p99 ms", "app ms", "db ms", "÷limit", "÷pg", "÷pg+rls", "±%")
    lines = [f"{'case':<18}{'contender':<17}" + "".join(f"{n:>10}" for n in names)]
    for r in rows:
        by_name = read.get(r.case, {})
        numbers = [
            f"{r.rps:,.0f}",
            f"{r.p50_ms:,.2f}",
            f"{r.p99_ms:,.2f}",
            f"{r.app_cpu_ms:.3f}",
            f"{r.db_cpu_ms:.3f}",
        ]
        under = ratio(by_name, r.contender, "postgraphile_rls") if by_name else None
        numbers += [
            "-" if n is None else f"{n:.2f}" for n in (r.ratio_to_limit, r.ratio_to_postgraphile, under)
        ]
        numbers.append(spread([v["rps"] for v in by_name.get(r.contender, [])]))
        lines.append(f"{r.case:<18}{r.contender:<17}" + "".join(f"{n:>10}" for n in numbers))
    return "\n".join(lines)


def spread(values: list[float]) -> str:
    """Half the distance between the quartiles, in per cent of the median."""
    if len(values) < 3:
        return "-"
    low, middle, high = statistics.quantiles(values, n=4)
    return f"{(high - low) / 2 / middle * 100:.0f}"


async def run(args: Any) -> tuple[list[Result], Reading]:
    folder = Path(args.data)
    logs = folder / "log"
    logs.mkdir(parents=True, exist_ok=True)
    base = server.start(folder / "pg")
    found: list[Contender] = []
    try:
        chosen = args.cases.split(",")
        read: Reading = {}
        if served := [c for c in chosen if c not in ("import_xlsx", "browser", *as_of.CASES, *merging.CASES)]:
            world = await made(base, args.size, say)
            await functions_made(world)
            values = await asked.Asked.of(world)
            found = brought_up(world, logs, args.contenders.split(","), say)
            await agreed(found, served, values, world)
            say("答复一致，开始测量")
            pin(os.getpid(), {1})
            for pid in tree(base.pid):
                pin(pid, {1})
            read = await rounds(found, served, values, args, base.pid)
            stopped(found)
            found = []
        rows = results(read)
        if "import_xlsx" in chosen:
            from tests.bench.importing import measured

            rows += await measured(base, args, say)
        if as_of.CASES[0] in chosen:
            rows += await as_of.measured(base, args, say)
        if once := [c for c in chosen if c in merging.CASES]:
            rows += await merging.measured(base, once, args, say)
        if "browser" in chosen:
            from tests.bench.browser import measured as waited

            say(await waited(folder))
        return rows, read
    finally:
        stopped(found)
        base.stop()
