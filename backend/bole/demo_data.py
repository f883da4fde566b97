"""What a demo shows: the city 潮州, its people and one account for each role. Each step may be taken again."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from bole.catalogue.profile import load_profile, read_profile
from bole.core.actor import PLATFORM
from bole.core.context import Services, Work
from bole.serving import open_services
from bole.settings import Settings

T = TypeVar("T")
PROFILES = Path(__file__).parent / "profiles"
CITY = "chaozhou"


async def with_services(chosen: Settings, dsn: str, act: Callable[[Services], Awaitable[T]]) -> T:
    """One chore with everything a process has, closed after it."""
    services = open_services(chosen, dsn)
    try:
        return await act(services)
    finally:
        await services.database.close()


async def load_city(services: Services) -> None:
    """Units, posts, catalogues and the calendar of the demo's city."""
    async with Work(services).write(PLATFORM) as ctx:
        ctx.performed.append("profile.import")
        await load_profile(ctx, read_profile(PROFILES / CITY))
