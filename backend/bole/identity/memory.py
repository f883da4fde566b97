"""What a process may remember of who may do what: for a second at most, and only while it hears the database.

Triggers NOTIFY whatever changes an actor (a sign-out, a disabled account, a transfer, a role, a key), and the
process forgets what it kept. A command of this process does not even wait for that: it forgets as soon as it
has committed. So no request asks the database who is asking, and none is answered from old knowledge.
"""

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

import asyncpg
import structlog

from bole.core import clock
from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.database import SETTINGS, Database
from bole.identity.models import CHANNEL

T = TypeVar("T")
log = structlog.get_logger("bole.memory")

FRESH: Final = timedelta(seconds=1)
LATEST: Final = timedelta(seconds=3)
"""While one request asks again, others may still use what it asks about; but not for longer than this."""

KEPT: Final = 20_000
SYSTEM: Final = ActorKind.SYSTEM.database_role


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What the database said, and whose account (or partner) it is about."""

    value: T
    about: UUID


@dataclass(slots=True)
class _Kept:
    answer: Answer[Any]
    since: datetime
    asking: bool = False


class Memory:
    """One for each process. `start()` lets it keep answers; without, every request asks the database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._kept: OrderedDict[bytes, _Kept] = OrderedDict()
        self._generation = 0
        self._hears = False
        self._listening: asyncio.Task[None] | None = None

    async def recall(self, key: bytes, ask: Callable[[], Awaitable[Answer[T] | None]]) -> T | None:
        """What is kept under `key`, or else what `ask` finds out."""
        now = clock.now()
        kept = self._kept.get(key)
        if kept is not None:
            age = now - kept.since
            if timedelta(0) <= age < (LATEST if kept.asking else FRESH):
                value: T = kept.answer.value
                return value
            kept.asking = True
        generation = self._generation
        try:
            answer = await ask()
        finally:
            if kept is not None:
                kept.asking = False
        if answer is None:
            self._kept.pop(key, None)
            return None
        # What was read before somebody said that it changed is used once, and not kept.
        if self._hears and generation == self._generation:
            self._kept[key] = _Kept(answer, now)
            self._kept.move_to_end(key)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return answer.value

    def forget(self, about: UUID | None = None) -> None:
        """Forgets what is kept about one account, or everything."""
        self._generation += 1
        if about is None:
            self._kept.clear()
            return
        for key in [k for k, kept in self._kept.items() if kept.answer.about == about]:
            del self._kept[key]

    @property
    def hears(self) -> bool:
        return self._hears

    async def start(self) -> None:
        """Begins to listen; returns once it does."""
        hearing = asyncio.Event()
        self._listening = asyncio.create_task(self._listen(hearing))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(hearing.wait(), 5)

    async def stop(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listening
            self._listening = None
        self._deaf()

    async def _listen(self, hearing: asyncio.Event) -> None:
        """One connection that only listens; when it is lost, nothing is kept until there is another."""
        while True:
            connection: Any = None
            try:
                connection = await asyncpg.connect(
                    self.database.dsn, timeout=5, server_settings={**SETTINGS, "role": SYSTEM}
                )
                gone = asyncio.Event()
                connection.add_termination_listener(self._lost(gone))
                await connection.add_listener(CHANNEL, self._heard)
                self.forget()
                self._hears = True
                hearing.set()
                await gone.wait()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError) as lost:
                log.warning("memory_deaf", error=type(lost).__name__)
            finally:
                self._deaf()
                if connection is not None:
                    connection.terminate()
            await asyncio.sleep(1)

    def _lost(self, gone: asyncio.Event) -> Callable[[Any], None]:
        def lost(_connection: Any) -> None:
            self._deaf()
            gone.set()

        return lost

    def _heard(self, _connection: Any, _pid: int, _channel: str, payload: str) -> None:
        self.forget(UUID(payload) if payload else None)

    def _deaf(self) -> None:
        self._hears = False
        self.forget()


def forget_after(ctx: Context, about: UUID | None) -> None:
    """What this unit of work changes counts in this process from the moment it is committed."""
    memory: Memory | None = ctx.services.extras.get("memory")
    if memory is not None:

        async def forget() -> None:
            memory.forget(about)

        ctx.after_commit.append(forget)
