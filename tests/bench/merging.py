"""One person once, at the size of the roster: the check of a new entry, the nightly pass, a merge and its undoing.

The limits: the index look-ups alone, by hand; one sorted scan of the table; and for the merge there is none, it is told.
"""

import statistics
import time
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any
from uuid import UUID

import asyncpg
from tests.bench.world import made

from bole import parts
from bole.core import server
from bole.core.actor import WHOLE_CITY, Actor, ActorKind
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.permissions import Permission
from bole.core.secrets import Vault
from bole.core.table import new_id
from bole.merge import finding, merge_service, service
from bole.settings import Environment, read_settings

CASES = ("duplicate_check", "nightly_blocking", "merge_unmerge")
CHECKS, MERGES, DEPENDENTS = 1000, 12, 100

SCAN = """
select count(*) from (
  select id, name_key, birth_date, phone_blind from talent order by name_key, birth_date, id offset 0) sorted"""
LOOK = """
select distinct found.talent_id from talent_key mine
cross join lateral (select k.talent_id from talent_key k where k.kind = mine.kind and k.key = mine.key limit 20) found
where mine.kind = any(array['phone', 'spelling']) and mine.key = any($1::bytea[])"""
SOME = "select id, name, birth_date, phone_masked from talent where birth_date is not null order by md5(id::text) limit $1"
DEPEND = """
insert into education (id, unit_path, talent_id, degree, school, full_time)
select uuidv7(), t.unit_path, t.id, 'other', '学校' || n || t.id, true
from talent t, generate_series(1, $2) n where t.id = $1"""


async def measured(base: server.Server, chosen: list[str], args: Any, say: Any) -> list[Any]:
    from tests.bench.run import Result

    parts.load()
    world = await made(base, args.size, say)
    database = Database(world.app, size=4)
    settings = read_settings(env=Environment.TEST)
    services = Services(database, settings, Vault.of(settings))
    office = Actor(new_id(), "人才办", ActorKind.STAFF, frozenset(Permission), *WHOLE_CITY)
    owner = await asyncpg.connect(world.superuser)
    try:
        await owner.execute("vacuum analyze talent_key")
        rows: list[Any] = []

        def told(case: str, limit: list[float] | None, ours: list[float]) -> None:
            both = [("limit", limit)] if limit else []
            for name, taken in (*both, ("bole", ours)):
                ratio = statistics.median(limit) / statistics.median(taken) if limit else None
                p99 = sorted(taken)[int(len(taken) * 0.99)] if len(taken) > 20 else max(taken)
                middle = statistics.median(taken)
                rows.append(Result(case, name, 1 / middle, middle * 1000, p99 * 1000, 0, 0, ratio, None))

        if "duplicate_check" in chosen:
            told("duplicate_check", *await _checks(services, office, owner))
        if "nightly_blocking" in chosen:
            told("nightly_blocking", *await _nights(services, owner))
        if "merge_unmerge" in chosen:
            told("merge_unmerge", None, await _merges(services, office, owner))
        return rows
    finally:
        await owner.close()
        await database.close()


async def _timed(act: Callable[[], Awaitable[Any]]) -> float:
    begun = time.perf_counter()
    await act()
    return time.perf_counter() - begun


async def _checks(
    services: Services, office: Actor, owner: asyncpg.Connection
) -> tuple[list[float], list[float]]:
    """Newcomers who resemble people that are here: the look-ups find something, which is the slower way."""
    some, chance = await owner.fetch(SOME, CHECKS), Random(7)
    limit, ours = [], []
    for person in some:
        phone = f"199{chance.randrange(10**8):08d}"
        keys = [
            k for (k,) in await owner.fetch("select key from talent_key where talent_id = $1", person["id"])
        ]
        limit.append(await _timed(lambda keys=keys: owner.fetch(LOOK, keys)))

        async def check(p: Any = person, phone: str = phone) -> None:
            async with Work(services).read(office) as ctx:
                await service.check_newcomer(ctx, name=p["name"], birth_date=p["birth_date"], phone=phone)

        ours.append(await _timed(check))
    return limit[50:], ours[50:]


async def _nights(services: Services, owner: asyncpg.Connection) -> tuple[list[float], list[float]]:
    """The first pass writes what there is to write; the passes after it are those of every other night."""
    await finding.find_all(services)
    limit = [await _timed(lambda: owner.fetchval(SCAN)) for _ in range(3)]
    ours = [await _timed(lambda: finding.find_all(services)) for _ in range(3)]
    return limit, ours


async def _merges(services: Services, office: Actor, owner: asyncpg.Connection) -> list[float]:
    """Each with a hundred dependents; the longer of merge and undoing."""
    some = [r["id"] for r in await owner.fetch(SOME, 2 * MERGES)]
    taken = []
    for a, b in zip(some[::2], some[1::2], strict=True):
        for talent in (a, b):
            await owner.execute(DEPEND, talent, DEPENDENTS // 2)
        done: list[UUID] = []

        async def join(a: UUID = a, b: UUID = b, done: list[UUID] = done) -> None:
            async with Work(services).write(office) as ctx:
                merge = await merge_service.merge_talents(ctx, survivor_id=a, absorbed_id=b, reason="测量")
                done.append(merge.id)

        async def part(done: list[UUID] = done) -> None:
            async with Work(services).write(office) as ctx:
                await merge_service.undo_merge(ctx, merge_id=done[0], reason="测量")

        taken.append(max(await _timed(join), await _timed(part)))
    return taken[2:]


__all__ = ["CASES", "measured"]
