"""All or nothing: rows, facts, audit, jobs and the kept answer commit together, and only then somebody is told."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

import asyncpg
import pytest
import sqlalchemy as sa
from sqlmodel import col
from tests.support.documents import ids_of
from tests.support.postgres import TestDatabase
from tests.support.whole import Whole

from bole import worker
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Context, Key, Services, Work
from bole.core.database import Database
from bole.core.errors import Refusal
from bole.core.events import FACTS, JOBS, REACTIONS, job, on
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.org.rules import UnitKind

CLERK = Actor(UUID(int=9), "王科员", ActorKind.STAFF, frozenset(Permission), 0, 10**18)


class Enough(Refusal):
    """够了，不办。"""


@dataclass(frozen=True)
class LampLit:
    """A fact of this test's own."""

    number: int


@pytest.fixture(autouse=True)
def forgets() -> Iterator[None]:
    """What a test registers is not the product's."""
    kept = dict(FACTS), {k: list(v) for k, v in REACTIONS.items()}, dict(JOBS)
    yield
    for register, before in zip((FACTS, REACTIONS, JOBS), kept, strict=True):
        register.clear()
        register.update(before)  # type: ignore[arg-type]


def a_unit(number: int) -> Unit:
    path = 10**16 * number
    return Unit(
        code=f"u{number}", name=f"单位{number}", short_name="x", kind=next(iter(UnitKind)), depth=1,
        ordinal=number, path=path, path_end=path + 10**16, valid_from=date(2020, 1, 1),
    )  # fmt: skip


@pytest.fixture
def work(database: Database) -> Work:
    return Work(Services(database))


async def everything(sees: asyncpg.Connection) -> dict[str, int]:
    """How many rows every table has."""
    names = await sees.fetch("select tablename from pg_tables where schemaname = 'public'")
    return {n: await sees.fetchval(f'select count(*) from "{n}"') for (n,) in names}


# A refusal leaves nothing behind ---------------------------------------------------------------------------


async def much(ctx: Context) -> str:
    """Writes by row and in bulk, tells, asks for a job, and wants to say so after the commit."""
    ctx.performed.append("test.much")
    ctx.db.add(a_unit(1))
    await ctx.db.flush()
    await ctx.db.exec(sa.update(Unit).where(col(Unit.code) == "u1").values(short_name="一"))
    ctx.emit(LampLit(1))
    ctx.enqueue("test.job", {"n": 1})
    ctx.after_commit.append(_never)
    return "done"


async def _never() -> None:
    raise AssertionError("the unit of work was not committed")


async def _done() -> None:
    return None


async def as_bytes(_: Context, answer: str) -> bytes:
    return answer.encode()


async def test_a_refusal_leaves_nothing_behind(work: Work, sees: asyncpg.Connection) -> None:
    async def act(ctx: Context) -> str:
        await much(ctx)
        raise Enough()

    before = await everything(sees)
    for key in (None, Key.of("k", b"body")):
        with pytest.raises(Enough):
            await work.run(CLERK, act, as_bytes, key=key)
        assert await everything(sees) == before


async def test_an_answer_that_cannot_be_rendered_leaves_nothing_behind(
    work: Work, sees: asyncpg.Connection
) -> None:
    async def broken(_: Context, __: str) -> bytes:
        raise ZeroDivisionError

    before = await everything(sees)
    with pytest.raises(ZeroDivisionError):
        await work.run(CLERK, much, broken, key=Key.of("k", b"body"))
    assert await everything(sees) == before


async def test_a_caller_who_goes_away_leaves_nothing_behind(work: Work, sees: asyncpg.Connection) -> None:
    started = asyncio.Event()

    async def act(ctx: Context) -> str:
        await much(ctx)
        started.set()
        await asyncio.sleep(60)
        return ""

    before = await everything(sees)
    task = asyncio.create_task(work.run(CLERK, act, as_bytes))
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await everything(sees) == before


async def test_what_is_committed_is_committed_together(work: Work, sees: asyncpg.Connection) -> None:
    async def act(ctx: Context) -> str:
        await much(ctx)
        ctx.after_commit[:] = [_done]
        return "done"

    before = await everything(sees)
    assert await work.run(CLERK, act, as_bytes, key=Key.of("k", b"body")) == b"done"
    after = await everything(sees)
    more = {n: after[n] - before[n] for n in after if after[n] != before[n]}
    assert more == {"unit": 1, "outbox": 1, "audit": 1, "pgqueuer": 1, "pgqueuer_log": 1, "idempotency": 1}
    stamps = "select distinct xmin::text from {} union select distinct xmin::text from {}"
    assert len(await sees.fetch(stamps.format("outbox", "audit"))) == 1


REFUSED = {
    "an ordinary command": "mutation ($c: UUID!) { thawCard(cardId: $c) { id } }",
    "a hot command": 'mutation ($n: String!) { redeem(cardNumber: $n, service: "vip_lounge", key: "x", amount: 9) { id } }',
    "a late refusal": "mutation ($t: UUID!, $p: UUID!) { assignContact(talentId: $t, postId: $p) { id } }",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
async def test_a_refused_command_of_the_product_leaves_nothing_behind(whole: Whole, text: str) -> None:
    ids = await ids_of(whole)
    given = {
        "c": ids["card"],
        "n": ids["number"],
        "t": ids["talent"],
        "p": str(whole.actors["lianxi"].post_id),
    }
    async with whole.sees() as sees:
        before = await everything(sees)
        told = await whole.say("zhuren", text, **{k: v for k, v in given.items() if f"${k}:" in text})
        assert told["errors"][0]["extensions"]["code"] not in ("INTERNAL", "BAD_REQUEST"), told
        assert await everything(sees) == before


# A failed commit is never answered as success --------------------------------------------------------------

AT_COMMIT = {
    "a constraint that is checked at the end": "raise exception 'no' using errcode = 'check_violation'",
    "a server that goes down at the end": "perform pg_terminate_backend(pg_backend_pid())",
}
COMMANDS = {
    "an ordinary command": ("need", "mutation ($t: UUID!) { raiseNeed(talentId: $t, content: \"提交时失败\") { id } }"),
    "a hot command": ("redemption", 'mutation ($n: String!, $k: String!) { redeem(cardNumber: $n, service: "transit", key: $k) { id } }'),
    "a hot command in two statements": (
        "redemption",
        """mutation ($n: String!, $k: String!) { redeem(cardNumber: $n, service: "transit", key: $k) {
          id card { redemptions { id } } } }""",
    ),
}  # fmt: skip


@asynccontextmanager
async def failing(whole: Whole, table: str, what: str) -> AsyncIterator[asyncpg.Connection]:
    """Every commit that inserted into `table` fails."""
    async with whole.sees() as sees:
        await sees.execute(f"""
            create or replace function fails() returns trigger language plpgsql security definer as $$
            begin {what}; return null; end $$;
            create constraint trigger fails after insert on {table} deferrable initially deferred
              for each row execute function fails()""")
        try:
            yield sees
        finally:
            await sees.execute(f"drop trigger fails on {table}")


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("what", AT_COMMIT.values(), ids=AT_COMMIT)
async def test_a_failed_commit_is_never_answered_as_success(
    whole: Whole, what: str, command: tuple[str, str]
) -> None:
    ids, (table, text), key = await ids_of(whole), command, str(uuid4())
    given = {k: v for k, v in {"t": ids["talent"], "n": ids["number"], "k": key}.items() if f"${k}:" in text}
    async with whole.client("jingban", **{"idempotency-key": key}) as client:
        async with failing(whole, table, what) as sees:
            before = await everything(sees)
            answer = await client.post("/graphql", json={"query": text, "variables": given})
            code = answer.json()["errors"][0]["extensions"]["code"]
            assert answer.json()["data"] is None and code in ("RULE_BROKEN", "UNAVAILABLE"), answer.text
            assert answer.status_code == (503 if code == "UNAVAILABLE" else 200)
            assert await everything(sees) == before
        again = await client.post("/graphql", json={"query": text, "variables": given})
        assert again.json()["data"] is not None, "nothing was kept of the failed one"


# Facts: at least once --------------------------------------------------------------------------------------


async def lit(work: Work, *numbers: int) -> None:
    async with work.write(CLERK) as ctx:
        for number in numbers:
            ctx.emit(LampLit(number))


async def test_a_fact_is_told_to_every_reaction(work: Work, sees: asyncpg.Connection) -> None:
    heard: list[tuple[str, int, str]] = []
    for name in ("one", "two"):

        @on(LampLit)
        async def reaction(ctx: Context, fact: LampLit, name: str = name) -> None:
            heard.append((name, fact.number, ctx.actor.name))

    await lit(work, 7)
    assert heard == [], "not before the worker tells it"
    assert await worker.deliver_all(work.services) == 1
    assert heard == [("one", 7, PLATFORM.name), ("two", 7, PLATFORM.name)]
    assert await sees.fetchval("select count(*) from outbox where delivered_at is null") == 0
    assert await worker.deliver_all(work.services) == 0


async def test_a_reaction_that_fails_is_told_again_and_its_half_work_is_undone(
    work: Work, sees: asyncpg.Connection
) -> None:
    tries = 0

    @on(LampLit)
    async def reaction(ctx: Context, fact: LampLit) -> None:
        nonlocal tries
        tries += 1
        ctx.db.add(a_unit(fact.number))
        await ctx.db.flush()
        if tries == 1:
            raise Enough()

    await lit(work, 3)
    await worker.deliver_all(work.services)
    waiting = await sees.fetchrow("select attempts, error, delivered_at from outbox")
    assert dict(waiting) == {"attempts": 1, "error": "ENOUGH", "delivered_at": None}
    assert await sees.fetchval("select count(*) from unit") == 0
    await sees.execute(
        "update outbox set at = at - interval '1 minute'"
    )  # it waits longer after each failure
    await worker.deliver_all(work.services)
    assert tries == 2 and await sees.fetchval("select count(*) from unit") == 1
    assert await sees.fetchval("select delivered_at is not null and error is null from outbox")


async def test_a_failing_fact_does_not_hold_up_the_others(work: Work) -> None:
    heard: list[int] = []

    @on(LampLit)
    async def reaction(_: Context, fact: LampLit) -> None:
        if fact.number == 1:
            raise Enough()
        heard.append(fact.number)

    await lit(work, 1, 2, 3)
    await worker.deliver_all(work.services)
    assert heard == [2, 3]


async def test_a_worker_that_dies_half_way_leaves_the_fact_to_the_next(work: Work, db: TestDatabase) -> None:
    heard: list[str] = []
    reached = asyncio.Event()

    @on(LampLit)
    async def reaction(_: Context, __: LampLit) -> None:
        heard.append("told")
        if len(heard) == 1:
            reached.set()
            await asyncio.sleep(60)

    await lit(work, 1)
    doomed = asyncio.create_task(worker.deliver_one(work.services))
    await reached.wait()
    doomed.cancel()
    with suppress(asyncio.CancelledError):
        await doomed
    other = Database(db.app, size=2)
    assert await worker.deliver_all(Services(other)) == 1
    await other.close()
    assert heard == ["told", "told"], "at least once, so twice here"


async def test_three_workers_tell_sixty_facts_once_each(
    work: Work, db: TestDatabase, sees: asyncpg.Connection
) -> None:
    heard: list[int] = []

    @on(LampLit)
    async def reaction(_: Context, fact: LampLit) -> None:
        await asyncio.sleep(0.001)
        heard.append(fact.number)

    await lit(work, *range(60))
    databases = [Database(db.app, size=3) for _ in range(3)]
    counts = await asyncio.gather(*(worker.deliver_all(Services(d)) for d in databases))
    for each in databases:
        await each.close()
    assert sorted(heard) == list(range(60)) and sum(counts) == 60
    assert all(c > 0 for c in counts), "they share the work"
    assert await sees.fetchval("select count(*) from outbox where delivered_at is null") == 0


# Jobs ------------------------------------------------------------------------------------------------------


async def test_a_job_of_a_unit_that_was_rolled_back_never_runs_and_a_committed_one_does(
    work: Work, db: TestDatabase, sees: asyncpg.Connection
) -> None:
    ran: list[int] = []
    done = asyncio.Event()

    @job("test.lamp")
    async def lamp(_: Services, n: int) -> None:
        ran.append(n)
        done.set()

    with pytest.raises(Enough):
        async with work.write(CLERK) as ctx:
            ctx.enqueue("test.lamp", {"n": 1})
            raise Enough()
    assert await sees.fetchval("select count(*) from pgqueuer") == 0
    async with work.write(CLERK) as ctx:
        ctx.enqueue("test.lamp", {"n": 2})
    assert await sees.fetchval("select count(*) from pgqueuer") == 1
    running = asyncio.create_task(worker.run(work.services, db.app))
    try:
        await asyncio.wait_for(done.wait(), 20)
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError, BaseExceptionGroup):
            await running
    assert ran == [2]
