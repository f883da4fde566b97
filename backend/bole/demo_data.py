"""What a demo shows: the city 潮州, one account for each role, the sample workbooks, and people.

Each step notes from what it was made; a step whose source is unchanged is not taken again.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bole.core import own_server
from bole.core.server import Address
from bole.settings import Settings

if TYPE_CHECKING:
    from bole.core.context import Services

PROFILES = Path(__file__).parent / "profiles"
CITY = "chaozhou"


@dataclass(frozen=True)
class Step:
    """One step: `source` is what it is made from, in a word that changes with it."""

    key: str
    label: str
    source: str
    act: Callable[["Services"], Awaitable[None]]


def steps() -> Iterator[Step]:
    yield Step("city", "城市方案：潮州", _digest(PROFILES / CITY), load_city)


def todo(address: Address) -> list[Step]:
    """The steps that this database has not seen yet."""
    done = asyncio.run(own_server.marks(address.owner))
    return [step for step in steps() if done.get(step.key) != step.source]


def take(step: Step, chosen: Settings, address: Address) -> None:
    asyncio.run(_take(step, chosen, address))


async def _take(step: Step, chosen: Settings, address: Address) -> None:
    from bole.process import services_of  # brings the whole product with it

    async with services_of(chosen, address.app) as services:
        await step.act(services)
    done = await own_server.marks(address.owner)
    await own_server.mark(address.owner, {**done, step.key: step.source})


def _digest(folder: Path) -> str:
    """Changes with any file of `folder`."""
    seen = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        seen.update(path.relative_to(folder).as_posix().encode() + b"\x00" + path.read_bytes())
    return seen.hexdigest()[:16]


async def load_city(services: "Services") -> None:
    """Units, posts, catalogues and the calendar of the demo's city."""
    from bole.catalogue.profile import load_profile, read_profile
    from bole.core.actor import PLATFORM
    from bole.core.context import Work

    async with Work(services).write(PLATFORM) as ctx:
        ctx.performed.append("profile.import")
        await load_profile(ctx, read_profile(PROFILES / CITY))
