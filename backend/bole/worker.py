"""The worker: delivers facts to reactions, runs jobs and timers. At least once; several may run side by side."""

import asyncio
import contextlib
import dataclasses
import typing
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import structlog
from pgqueuer import PgQueuer
from pgqueuer.db import AsyncpgDriver
from pgqueuer.models import Job, Schedule

from bole.core.actor import PLATFORM
from bole.core.context import Services, Work
from bole.core.events import FACTS, JOBS, REACTIONS, SCHEDULES, every
from bole.core.faults import refusal_of
from bole.core.operation import bare

log = structlog.get_logger("bole.worker")
PAUSE_SECONDS = 0.25
MAX_ATTEMPTS = 8

TAKE = """
select seq, fact, body from outbox
where delivered_at is null and attempts < $1
  and (attempts = 0 or at + make_interval(secs => 2 ^ attempts) < clock_timestamp())
order by seq limit 1 for update skip locked"""
DONE = "update outbox set delivered_at = clock_timestamp(), error = null where seq = $1"
FAILED = "update outbox set attempts = attempts + 1, error = $2 where seq = $1"


async def deliver_one(services: Services) -> bool:
    """Takes one waiting fact and tells it to every reaction, each in its own unit of work.

    The message stays locked meanwhile, so no second worker takes it; a crash leaves it waiting.
    """
    async with services.database.pool("bole_system").acquire() as connection, connection.transaction():
        message = await connection.fetchrow(TAKE, MAX_ATTEMPTS)
        if message is None:
            return False
        try:
            for reaction in REACTIONS.get(message["fact"], ()):
                fact = revived(FACTS[message["fact"]], orjson.loads(message["body"]))
                async with Work(services).write(PLATFORM) as ctx:
                    ctx.performed.append(f"reaction.{reaction.__module__.split('.')[-2]}.{reaction.__name__}")
                    await reaction(ctx, fact)
        except Exception as error:
            no = refusal_of(error)
            log.warning("reaction_failed", fact=message["fact"], seq=message["seq"], code=no.code())
            await connection.execute(FAILED, message["seq"], no.code())
            return True
        await connection.execute(DONE, message["seq"])
        return True


def revived(kind: type, body: dict[str, Any]) -> Any:
    """A fact as it was told: ids, days and words from their JSON."""
    hints = typing.get_type_hints(kind)
    return kind(**{f.name: _revive(hints[f.name], body.get(f.name)) for f in dataclasses.fields(kind)})


def _revive(annotation: Any, value: Any) -> Any:
    if value is None:
        return None
    if typing.get_origin(annotation) in (list, tuple, frozenset):
        (item, *_) = typing.get_args(annotation)
        made = [_revive(item, v) for v in value]
        return made if typing.get_origin(annotation) is list else typing.get_origin(annotation)(made)
    inner = bare(annotation)
    if inner is UUID:
        return UUID(value)
    if inner in (date, datetime):
        return inner.fromisoformat(value)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return inner(value)
    return value


async def deliver_all(services: Services) -> int:
    """Everything that waits now; what tests and the demo call."""
    count = 0
    while await deliver_one(services):
        count += 1
    return count


async def run(services: Services, dsn: str) -> None:
    """Until cancelled."""
    connection = await asyncpg.connect(dsn, server_settings={"role": "bole_system"})
    try:
        queue = PgQueuer(AsyncpgDriver(connection))
        register(queue, services)
        async with asyncio.TaskGroup() as group:
            group.create_task(_deliver(services))
            group.create_task(_beat(services))
            group.create_task(queue.run())
    finally:
        with contextlib.suppress(Exception):
            await connection.close()


def register(queue: PgQueuer, services: Services) -> None:
    """Every job and every timer of the slices. A failed job is held for a person to look at, never deleted."""
    for name, work in JOBS.items():

        async def handle(job: Job, work: Any = work) -> None:
            await work(services, **orjson.loads(job.payload or b"{}"))

        queue.entrypoint(name, on_failure="hold")(handle)
    for name, (cron, tick) in SCHEDULES.items():

        async def act(schedule: Schedule, tick: Any = tick) -> None:
            await tick(services)

        queue.schedule(name, cron)(act)


async def run_job(services: Services, name: str, payload: dict[str, Any]) -> None:
    """One job here and now; what tests call."""
    await JOBS[name](services, **payload)


async def _deliver(services: Services) -> None:
    while True:
        try:
            if not await deliver_one(services):
                await asyncio.sleep(PAUSE_SECONDS)
        except Exception as error:
            log.warning("outbox_waits", code=refusal_of(error).code())
            await asyncio.sleep(2)


FORGET = "delete from idempotency where at < clock_timestamp() - interval '48 hours'"


@every("17 * * * *", "answers.forgotten")
async def forget_answers(services: Services) -> None:
    """Kept answers serve retries, and nobody retries after two days."""
    async with services.database.pool("bole_system").acquire() as connection:
        await connection.execute(FORGET)


BEAT = """
insert into worker_heartbeat (name, at) values ('worker', clock_timestamp())
on conflict (name) do update set at = excluded.at"""


async def _beat(services: Services) -> None:
    while True:
        with contextlib.suppress(Exception):
            async with services.database.pool("bole_system").acquire() as connection:
                await connection.execute(BEAT)
        await asyncio.sleep(5)
