"""A small city: two counties, the city's talent office, departments, the leading group, an employer."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
import time_machine
from sqlmodel import select
from tests.support.days import OFFICIAL, d, days, guessed
from tests.support.days import __file__ as DAYS
from tests.support.postgres import TestDatabase, TestServer

import bole.tables  # noqa: F401
from bole.catalogue.models import Entry, WorkDay, WorkYear
from bole.core import clock
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.calendar import Day, DayStatus
from bole.core.context import Context, Services, Work
from bole.core.database import Database
from bole.core.permissions import Permission
from bole.fasttrack import service
from bole.fasttrack.models import FastTrackCase
from bole.org.models import Post, Unit
from bole.org.rules import UnitKind, child_path, range_of

P = Permission
SEES = frozenset({P.ORG_READ, P.FASTTRACK_READ, P.FASTTRACK_NAME})
LEADS = SEES | {P.FASTTRACK_OPEN, P.FASTTRACK_LEAD, P.FASTTRACK_DELIVER}
OPENS = SEES | {P.FASTTRACK_OPEN, P.FASTTRACK_DELIVER}
SIGNS = SEES | {P.FASTTRACK_COUNTERSIGN, P.FASTTRACK_DELIVER}
DECIDES = SEES | {P.FASTTRACK_DECIDE}

DEPARTMENTS = {
    "renshe": "市人社局",
    "caizheng": "市财政局",
    "keji": "市科技局",
    "jiaoyu": "市教育局",
    "weijian": "市卫健局",
    "zhujian": "市住建局",
    "gongan": "市公安局",
}
NAME = "陈砚秋"
REQUEST = "院士团队整体引进，需要实验室与科研经费"
TERMS = {
    "working_days": 15,
    "countersign_days": 5,
    "experts_required": True,
    "experts_fewest": 5,
    "expert_quorum": "2/3",
    "expert_majority": "2/3",
    "measure_kinds": [
        {"code": "research_fund", "name": "科研经费", "money": True},
        {"code": "team", "name": "团队组建", "money": False},
    ],
}


@dataclass
class World:
    work: Work
    units: dict[str, Unit] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)

    def as_(self, actor: Actor) -> AbstractAsyncContextManager[Context]:
        return self.work.write(actor)

    def reading(self, actor: Actor) -> AbstractAsyncContextManager[Context]:
        return self.work.read(actor)

    def someone(
        self,
        unit: str,
        permissions: frozenset[Permission],
        *,
        post: str | None = None,
        scope: str | None = None,
        name: str | None = None,
    ) -> Actor:
        """A staff member of `unit` who sees `scope` (the unit itself if not said)."""
        seen = self.units[scope or unit]
        return Actor(
            id=uuid4(),
            name=name or f"{self.units[unit].short_name}经办",
            kind=ActorKind.STAFF,
            permissions=permissions,
            lo=seen.path,
            hi=seen.path_end,
            unit_id=self.units[unit].id,
            post_id=self.posts[post].id if post else None,
        )

    @property
    def county(self) -> Actor:
        return self.someone("raoping-office", OPENS, scope="raoping")

    @property
    def other_county(self) -> Actor:
        return self.someone("chaoan-office", OPENS, scope="chaoan")

    @property
    def office(self) -> Actor:
        return self.someone("office", LEADS, scope="cz")

    @property
    def chair(self) -> Actor:
        return self.someone("group", DECIDES, post="chair", scope="cz", name="组长")

    def department(self, code: str, post: str = "head") -> Actor:
        return self.someone(code, SIGNS, post=f"{code}-{post}")

    async def open_case(self, **told: Any) -> UUID:
        given = {
            "level": "L1",
            "candidate_name": NAME,
            "request": REQUEST,
            "lead_id": self.units["office"].id,
            "employer_id": self.units["employer"].id if "employer" in self.units else None,
            "team": True,
        }
        async with self.as_(told.pop("by", self.county)) as ctx:
            return (await service.open_case(ctx, **{**given, **told})).id

    async def do(self, actor: Actor, operation: Callable[..., Any], **arguments: Any) -> Any:
        """One command in its own unit of work, as the endpoint runs it."""
        operation_of = operation.operation  # type: ignore[attr-defined]
        actor.require(operation_of.allow)
        async with self.as_(actor) as ctx:
            ctx.performed.append(operation_of.name)
            return await operation(ctx, **arguments)

    async def case(self, id: UUID) -> FastTrackCase:
        async with self.reading(PLATFORM) as ctx:
            return await ctx.get(FastTrackCase, id)


def at(day: str, clock_time: str = "09:00") -> datetime:
    return datetime.combine(d(day), time.fromisoformat(clock_time), clock.SHANGHAI)


@pytest.fixture
def travel() -> Iterator[Callable[..., None]]:
    """`travel("09-24", "17:30")`: the wall clock in China from now on; it keeps running."""
    with contextmanager(_travelling)() as go:
        yield go


def _travelling() -> Iterator[Callable[..., None]]:
    with time_machine.travel(at("09-18"), tick=True) as traveller:
        yield lambda day, clock_time="09:00": traveller.move_to(at(day, clock_time))


@pytest.fixture(scope="session")
async def template(postgres: TestServer, template: str) -> str:
    """The city is built once for each state of the schema and of this file, then cloned."""
    told = hashlib.sha256(template.encode() + Path(__file__).read_bytes() + Path(DAYS).read_bytes())
    name = f"bole_tpl_{told.hexdigest()[:16]}"

    async def build(mine: TestDatabase) -> None:
        opened = Database(mine.app, size=2)
        try:
            async with Work(Services(database=opened)).write(PLATFORM) as ctx:
                await _units(ctx)
                await publish_days(ctx, [x for x in OFFICIAL if x.date.year == 2026])
                await publish_days(ctx, [guessed(x) for x in days(date(2027, 1, 1), date(2027, 12, 31))])
                await publish_terms(ctx, "L1", TERMS)
        finally:
            await opened.close()

    await postgres.made_once(name, build, template=template)
    return name


@pytest.fixture
async def world(database: Database) -> World:
    made = World(Work(Services(database=database)))
    async with made.reading(PLATFORM) as ctx:
        made.units = {u.code: u for u in await ctx.db.exec(select(Unit))}
        made.posts = {p.code: p for p in await ctx.db.exec(select(Post))}
    return made


async def publish_days(ctx: Context, told: list[Day]) -> None:
    """Rows of the calendar as a seed leaves them."""
    for year in sorted({x.date.year for x in told}):
        status = next(x.status for x in told if x.date.year == year)
        ctx.db.add(
            WorkYear(
                year=year,
                status=status,
                source="暂定" if status is DayStatus.PROVISIONAL else f"{year} 年放假通知",
                published_at=clock.now(),
            )
        )
    await ctx.db.flush()
    rows = [
        {
            "day": x.date,
            "kind": x.kind,
            "name": x.name,
            "source": x.source,
            "status": x.status,
            "set_by": x.date.year,
        }
        for x in told
    ]
    await ctx.db.exec(sa.insert(WorkDay), params=rows)


async def publish_terms(
    ctx: Context, level: str, body: dict[str, Any], number: int = 1, since: date = date(2020, 1, 1)
) -> Entry:
    made = Entry(
        kind="fasttrack_term",
        code=level,
        number=number,
        name="一事一议",
        body=body,
        source="演示数据",
        published_at=clock.now(),
        valid_from=since,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    return made


async def _units(ctx: Context) -> None:
    since = date(2020, 1, 1)
    units: dict[str, Unit] = {}

    async def unit(code: str, kind: UnitKind, name: str, parent: str | None, ordinal: int) -> None:
        above = units[parent] if parent else None
        depth = above.depth + 1 if above else 1
        path = child_path(above.path if above else 0, depth, ordinal)
        units[code] = Unit(
            code=code,
            kind=kind,
            name=name,
            short_name=name,
            parent_id=above.id if above else None,
            depth=depth,
            ordinal=ordinal,
            path=path,
            path_end=range_of(path, depth)[1],
            valid_from=since,
        )
        ctx.db.add(units[code])
        await ctx.db.flush()

    async def post(code: str, unit: str, name: str) -> None:
        ctx.db.add(Post(unit_id=units[unit].id, code=code, name=name, valid_from=since))

    await unit("cz", UnitKind.COMMITTEE, "市委", None, 1)
    await unit("group", UnitKind.LEADING_GROUP, "领导小组", "cz", 1)
    await unit("office", UnitKind.TALENT_OFFICE, "市委人才办", "cz", 2)
    await unit("raoping", UnitKind.COUNTY, "饶平县", "cz", 3)
    await unit("chaoan", UnitKind.COUNTY, "潮安区", "cz", 4)
    await unit("raoping-office", UnitKind.TALENT_OFFICE, "饶平县人才办", "raoping", 1)
    await unit("chaoan-office", UnitKind.TALENT_OFFICE, "潮安区人才办", "chaoan", 1)
    await unit("employer", UnitKind.EMPLOYER, "陶瓷研究院", "raoping", 2)
    for i, (code, name) in enumerate(DEPARTMENTS.items(), start=10):
        await unit(code, UnitKind.MEMBER, name, "cz", i)
        await post(f"{code}-head", code, f"{name}人才科科长")
        await post(f"{code}-leader", code, f"{name}分管副局长")
    await post("chair", "group", "组长")
    await post("vice", "group", "副组长")
