"""The roster page of a past day against today's: the same people asked for, with a history of three years behind them.

Two thirds of the people have three periods, the rest one: level, status and unit changed in between. The pages are
asked for one after the other, each by turns today and as of a day, through the endpoint of the product.
"""

import statistics
import time
from datetime import timedelta
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

CASES = ("roster_page_as_of",)
PAGES = 400
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


async def measured(base: server.Server, args: Any, say: Any) -> list[Any]:
    """Today's page is the limit of the page of a day long past (÷limit must be 0.77 or more: at most 1.3 times)."""
    from tests.bench.run import Result

    world = await made(base, args.size, say)
    await _with_a_past(world, say)
    took = await _asked(world)
    ratio = statistics.median(t / p for t, p in zip(took["limit"], took["bole"], strict=True))
    return [
        Result(
            CASES[0],
            name,
            1000 / statistics.median(each),
            statistics.median(each),
            statistics.quantiles(each, n=100)[98],
            0,
            0,
            1.0 if name == "limit" else ratio,
            None,
        )
        for name, each in took.items()
    ]


async def _with_a_past(world: BenchWorld, say: Any) -> None:
    db = await asyncpg.connect(world.superuser)
    began = time.perf_counter()
    await db.execute(HISTORY, timeout=3600)
    periods = await db.fetchval("select count(*) from talent_period")
    await db.execute("vacuum analyze", timeout=3600)
    await db.close()
    say(f"历史：{periods:,} 段，{time.perf_counter() - began:.0f} 秒")


async def _asked(world: BenchWorld) -> dict[str, list[float]]:
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
    took: dict[str, list[float]] = {"limit": [], "bole": []}
    for turn in range(2):  # the first turn warms plans and pages
        for given in asked:
            for name, text, more in (
                ("limit", TODAYS, {}),
                ("bole", PAST, {"day": TODAY - timedelta(days=500)}),
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


async def _nobody(_: Any) -> Actor | None:
    return None
