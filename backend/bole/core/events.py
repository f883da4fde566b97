"""Facts in the past tense, who reacts to them, and the jobs a worker runs.

Both are delivered at least once: a reaction or a job must be idempotent. They run as the platform.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Awaitable[Any]])

REACTIONS: dict[str, list[Callable[..., Awaitable[Any]]]] = {}
FACTS: dict[str, type] = {}
JOBS: dict[str, Callable[..., Awaitable[Any]]] = {}
SCHEDULES: dict[str, tuple[str, Callable[..., Awaitable[Any]]]] = {}


def on(fact: type) -> Callable[[F], F]:
    """`async def reaction(ctx, fact)` is called once or more for every such fact, after it was committed."""

    def register(reaction: F) -> F:
        FACTS[fact.__name__] = fact
        REACTIONS.setdefault(fact.__name__, []).append(reaction)
        return reaction

    return register


def job(name: str) -> Callable[[F], F]:
    """`async def work(services, **payload)`: long work that opens its own units of work, chunk by chunk."""

    def register(work: F) -> F:
        if name in JOBS:
            raise ValueError(f"job {name} is declared twice")
        JOBS[name] = work
        return work

    return register


def every(cron: str, name: str) -> Callable[[F], F]:
    """`async def tick(services)` at each `cron` time. Cron is told in UTC: 08:00 in China is `0 0 * * *`."""

    def register(tick: F) -> F:
        SCHEDULES[name] = (cron, tick)
        return tick

    return register
