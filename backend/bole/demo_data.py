"""What a demo shows: the city 潮州, the sample workbooks, people, accounts of each role, and their work.

Each step notes from what it was made; a step whose source is unchanged is not taken again.
"""

import asyncio
import hashlib
import tomllib
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import typer

from bole.core import own_server
from bole.core.server import Address
from bole.settings import Settings

if TYPE_CHECKING:
    from bole.core.context import Services

PROFILES = Path(__file__).parent / "profiles"
CITY = "chaozhou"
ACCOUNTS = PROFILES / CITY / "demo_accounts.toml"
WORK = PROFILES / CITY / "demo_work.toml"


@dataclass(frozen=True)
class Step:
    """One step: `source` is what it is made from, in a word that changes with it."""

    key: str
    label: str
    source: str
    act: Callable[["Services", "Step", str | None], Awaitable[None]]
    """Of the services, this step, and the source that it was taken from before."""


def steps(chosen: Settings) -> Iterator[Step]:
    yield Step("city", "城市方案：潮州", _digest(PROFILES / CITY), load_city)
    samples = _digest(Path(__file__).parent / "roster" / "samples.py")
    yield Step("samples", "样例表格：检查并入库", f"{samples} {samples_folder(chosen)}", import_samples)
    yield Step("people", f"演示人才：{chosen.size} 人", str(chosen.size), enter_people)
    if chosen.makes_demo_accounts:
        yield Step("accounts", "演示账号", _digest(ACCOUNTS), make_accounts)
        yield Step("work", "演示业务：过去三个多月", _digest(WORK), play_work)


def samples_folder(chosen: Settings) -> Path:
    """Where the sample workbooks lie, for whoever wants to import one."""
    return chosen.data_dir.resolve() / "samples"


def remaining(chosen: Settings, address: Address) -> list[Step]:
    """The steps that this database has not seen yet."""
    done = asyncio.run(own_server.marks(address.owner))
    return [step for step in steps(chosen) if done.get(step.key) != step.source]


def take(step: Step, chosen: Settings, address: Address) -> None:
    asyncio.run(_take(step, chosen, address))


async def _take(step: Step, chosen: Settings, address: Address) -> None:
    from bole.process import services_of  # brings the whole product with it

    done = await own_server.marks(address.owner)
    async with services_of(chosen, address.app) as services:
        await step.act(services, step, done.get(step.key))
    await own_server.mark(address.owner, {**done, step.key: step.source})


def _digest(place: Path) -> str:
    """Changes with the file, or with any file of the folder."""
    seen = hashlib.sha256()
    for path in sorted(p for p in (place, *place.rglob("*")) if p.is_file()):
        seen.update(path.name.encode() + b"\x00" + path.read_bytes())
    return seen.hexdigest()[:16]


async def load_city(services: "Services", _: Step, __: str | None) -> None:
    """Units, posts, catalogues and the calendar of the demo's city."""
    from bole.catalogue.calendar_jobs import tell_years_ahead
    from bole.catalogue.profile import load_profile, read_profile
    from bole.core.actor import PLATFORM
    from bole.core.context import Work

    async with Work(services).write(PLATFORM) as ctx:
        ctx.performed.append("profile.import")
        await load_profile(ctx, read_profile(PROFILES / CITY))
        await tell_years_ahead(ctx)


async def enter_people(services: "Services", step: Step, before: str | None) -> None:
    """As many invented people as SIZE says. A smaller SIZE than before takes nobody away."""
    from bole.roster.populate import populate

    start, until = int(before or 0), int(step.source)
    if until > start:
        every = max(20_000, (until - start) // 5 // 5000 * 5000)

        def told(done: int) -> None:
            if done % every == 0:
                typer.echo(f"{start + done} 人 … ", nl=False)

        await populate(services, until - start, start=start, told=told)


async def import_samples(services: "Services", step: Step, _: str | None) -> None:
    """The sample workbooks, as their districts would import them."""
    from bole.demo_people import import_samples

    await import_samples(services, Path(step.source.partition(" ")[2]))


async def make_accounts(services: "Services", _: Step, __: str | None) -> None:
    """One account for each role; they cannot exist in production."""
    from bole.core.actor import PLATFORM
    from bole.core.context import Work
    from bole.demo_people import a_talent
    from bole.identity.demo import make_demo_accounts, read_demo_accounts

    async with Work(services).write(PLATFORM) as ctx:
        ctx.performed.append("identity.make_demo_accounts")
        await make_demo_accounts(ctx, read_demo_accounts(ACCOUNTS), lambda level: a_talent(ctx, level))


async def play_work(services: "Services", _: Step, before: str | None) -> None:
    """What everybody has done and has still to do. Played once: another telling of it needs RESET=1."""
    from bole.demo_work import play

    if before is None:
        await play(services, WORK, samples_folder(services.settings))


ACCOUNTS_THERE = "select login, name from account where demo"


async def accounts(app_dsn: str) -> list[tuple[str, str, str]]:
    """Login, name and what it is for, of every demo account there is; without loading the product."""
    told = tomllib.loads(ACCOUNTS.read_text(encoding="utf-8"))["account"]
    db = await asyncpg.connect(app_dsn, server_settings={"role": "bole_system"})
    try:
        there = dict(await db.fetch(ACCOUNTS_THERE))
    finally:
        await db.close()
    return [
        (a["login"], there[a["login"]], f"{a['role']} {a.get('does', '')}")
        for a in told
        if a["login"] in there
    ]


def password() -> str:
    """Everybody knows it: it opens demo accounts only."""
    told: str = tomllib.loads(ACCOUNTS.read_text(encoding="utf-8"))["password"]
    return told
