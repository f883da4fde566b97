"""Units of work on a fresh database, for those who act on units and the catalogue."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager

import pytest

from bole.core.actor import PLATFORM, WHOLE_CITY, Actor, ActorKind
from bole.core.context import Context, Services, Work
from bole.core.database import Database
from bole.core.permissions import Permission
from bole.core.table import new_id

Writing = Callable[[], AbstractAsyncContextManager[Context]]


@pytest.fixture
def work(database: Database) -> Work:
    return Work(Services(database))


@pytest.fixture
def acting(work: Work) -> Writing:
    """Opens a unit of work as the platform: `async with acting() as ctx:`."""
    return lambda: work.write(PLATFORM)


@pytest.fixture
def officer() -> Actor:
    """Staff who sees the whole city and may do everything."""
    lo, hi = WHOLE_CITY
    return Actor(new_id(), "配置员", ActorKind.STAFF, frozenset(Permission), lo, hi)


@pytest.fixture
async def ctx(work: Work, officer: Actor) -> AsyncIterator[Context]:
    """One unit of work of that officer; committed when the test ends well."""
    async with work.write(officer) as ctx:
        yield ctx
