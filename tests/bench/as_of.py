"""The roster page of a past day against today's: the same people asked for, with a history of three years behind them.

    python -m tests.bench.as_of 100000        # the world is kept in .demo/bench (BENCH_DIR)

Two thirds of the people have three periods, the rest one: level, status and unit changed in between. The pages are
asked for one after the other, each by turns today and as of a day, through the endpoint of the product.
"""

import asyncio
import os
import statistics
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import orjson
from tests.bench.cases import Asked
from tests.bench.documents import BOLE
from tests.bench.world import TODAY, BenchWorld, made

from bole.core import server
from bole.core.actor import Actor, ActorKind
from bole.core.context import Services
from bole.core.database import Database
from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.core.permissions import Permission
from bole.core.secrets import Vault
from bole.core.table import new_id
from bole.schema import schema
from bole.settings import settings

PAGES = 400
LIMIT = 1.3
HISTORY = """
update talent set entered_on = current_date - 1100 + (hashtext(id::text) & 63);
update talent set level = 'L' || (1 + (hashtext(id::text) & 3)), level_since = current_date - 400
  where level is not null and abs(hashtext(id::text)) % 3 > 0;
insert into departure (id, unit_path, talent_id, left_on, reason, told_to, told_on, came_back_on)
  select uuidv7(), unit_path, id, current_date - 800, 'other', '人才办', current_date - 800, current_date - 700
  from talent where abs(hashtext(id::text)) % 3 = 1;
"""
TODAYS = BOLE["roster_page"]
PAST = TODAYS.replace("query RosterPage(", "query PastPage($day: Date, ").replace(
    "talents(", "talents(asOf: $day, "
)


async def _nobody(_: Any) -> Actor | None:
    return None


async def measured(world: BenchWorld) -> dict[str, list[float]]:
    database = Database(world.app, size=2)
    chosen = settings()
    endpoint = Endpoint(
        schema,
        Services(database, chosen, Vault.of(chosen)),
        _nobody,
        Documents(schema._schema, introspection=False),
        {},
    )
    actor = Actor(new_id(), "测速员", ActorKind.STAFF, frozenset(Permission), world.lo, world.hi)
    asked = (await Asked.of(world)).values["roster_page"][:PAGES]
    took: dict[str, list[float]] = {"today": [], "past": []}
    for turn in range(2):  # the first turn warms plans and pages
        for given in asked:
            for name, text, more in (
                ("today", TODAYS, {}),
                ("past", PAST, {"day": TODAY - timedelta(days=500)}),
            ):
                began = time.perf_counter()
                answer = await endpoint.answer(
                    text, orjson.loads(orjson.dumps({**given, **more}, default=str)), actor
                )
                if turn:
                    took[name].append((time.perf_counter() - began) * 1000)
                assert b'"errors"' not in answer, answer[:300]
    await database.close()
    return took


async def run(size: int) -> float:
    folder = Path(os.environ.get("BENCH_DIR", ".demo/bench"))
    base = await asyncio.to_thread(server.start, folder / "pg")
    try:
        world = await made(base, size, print)
        db = await asyncpg.connect(world.superuser)
        began = time.perf_counter()
        await db.execute(HISTORY, timeout=3600)
        periods = await db.fetchval("select count(*) from talent_period")
        print(f"历史：{periods:,} 段，{time.perf_counter() - began:.0f} 秒")
        await db.execute("vacuum analyze")
        await db.close()
        took = await measured(world)
    finally:
        await asyncio.to_thread(base.stop)
    for name, each in took.items():
        middle, slow = statistics.median(each), statistics.quantiles(each, n=100)[98]
        print(f"{name:6} p50 {middle:.2f} ms  p99 {slow:.2f} ms  best {min(each):.2f} ms")
    return statistics.median(p / t for p, t in zip(took["past"], took["today"], strict=True))


if __name__ == "__main__":
    ratio = asyncio.run(run(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
    print(f"截至某日 ÷ 今日 = {ratio:.2f}（上限 {LIMIT}）")
    sys.exit(ratio > LIMIT)
