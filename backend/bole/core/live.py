"""Live rows over server-sent events: one listening connection a process, one queue a subscriber.

A trigger announces `channel account id` in the transaction that wrote the row; the subscriber then reads
the row by the compiled statement, under its own row-level security: an announcement alone tells nothing.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import asyncpg
import structlog

log = structlog.get_logger("bole.live")
LISTENED = "bole_live"
BREATH_SECONDS = 15
"""A comment line this often keeps proxies from closing the stream, and asks again who is listening."""
LONGEST_QUEUE = 100


class Live:
    """The process's ear. `dsn` is the app's; reconnects until closed."""

    def __init__(self, dsn: str) -> None:
        self.dsn = dsn
        self._queues: dict[tuple[str, UUID], set[asyncio.Queue[UUID]]] = defaultdict(set)
        self._task: asyncio.Task[None] | None = None
        self._hearing = asyncio.Event()

    @contextlib.asynccontextmanager
    async def subscribed(self, channel: str, account: UUID) -> AsyncIterator["asyncio.Queue[UUID]"]:
        """Ids of new rows for `account`; the oldest are dropped when nobody reads."""
        queue: asyncio.Queue[UUID] = asyncio.Queue(LONGEST_QUEUE)
        self._queues[channel, account].add(queue)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._listen())
        try:
            await asyncio.wait_for(self._hearing.wait(), 5)
            yield queue
        finally:
            self._queues[channel, account].discard(queue)
            if not self._queues[channel, account]:
                del self._queues[channel, account]

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _listen(self) -> None:
        while True:
            try:
                connection = await asyncpg.connect(self.dsn)
                lost = asyncio.Event()
                connection.add_termination_listener(lambda _, lost=lost: lost.set())
                await connection.add_listener(LISTENED, self._heard)
                self._hearing.set()
                try:
                    await lost.wait()
                finally:
                    self._hearing.clear()
                    connection.terminate()
            except (OSError, asyncpg.PostgresError) as error:
                log.warning("live_waits", error=type(error).__name__)
            await asyncio.sleep(1)

    def _heard(self, *args: Any) -> None:
        channel, account, row = args[-1].split(" ")
        for queue in self._queues.get((channel, UUID(account)), ()):
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(UUID(row))


def announced(table: str) -> list[str]:
    """DDL: each new row of `table` (an Owned table) is announced to its account."""
    return [
        f"""
create function {table}_announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('{LISTENED}', concat_ws(' ', '{table}', new.account_id, new.id));
  return null;
end $$""",
        f"create trigger {table}_announced after insert on {table} for each row "
        f"execute function {table}_announce()",
    ]
