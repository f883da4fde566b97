"""A small city for these tests: two districts, a vice-mayor's post, an education bureau, a few talents.

Rows are put in as the platform puts them; what is tested goes through the operations of the slice.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import time_machine
from sqlmodel import SQLModel, col, select
from tests.support.days import OFFICIAL

from bole.catalogue.models import Entry, WorkDay, WorkYear
from bole.contact import assignment_service, service
from bole.contact.catalogue import CODE
from bole.contact.forms import ContactIn
from bole.contact.models import ContactAssignment, ContactLog
from bole.contact.rules import ContactMode
from bole.core.actor import PLATFORM, WHOLE_CITY, Actor, ActorKind
from bole.core.context import Context, Services, Work
from bole.core.database import Database
from bole.core.permissions import Permission
from bole.core.secrets import Vault
from bole.core.table import new_id
from bole.org.models import Appointment, Post, Unit
from bole.org.rules import STEPS, LeaderLevel, UnitKind, child_path
from bole.roster.models import LevelGrant, Talent
from bole.roster.names import prepare_name
from bole.roster.rules import TalentStatus

R = TypeVar("R")
M = TypeVar("M", bound=SQLModel)
BEGIN = date(2025, 1, 1)
SHANGHAI = ZoneInfo("Asia/Shanghai")

TALENT = frozenset(
    {
        Permission.SELF_READ,
        Permission.ORG_READ,
        Permission.CATALOGUE_READ,
        Permission.ROSTER_READ,
        Permission.CONTACT_READ,
        Permission.NEED_RAISE,
    }
)
LEADER = TALENT | {Permission.CONTACT_RECORD}

CADENCE: dict[str, Any] = {
    "levels": [
        {"talent_level": "L1", "months": 3, "leader_level": "city"},
        {"talent_level": "L5", "months": 12, "leader_level": "county"},
    ],
    "modes_that_count": ["visit", "meeting", "phone"],
    "interim_counts": False,
    "settle_days": 30,
    "edit_days": 3,
    "need_kinds": [
        {"code": "school", "name": "子女教育", "working_days": 10},
        {"code": "housing", "name": "住房安居", "working_days": 15},
        {"code": "other", "name": "其他", "working_days": 10},
    ],
    "default_need_kind": "other",
}


def at(day: str, hour: int = 9) -> Any:
    """Travels to that hour of that day in China."""
    y, m, d = map(int, day.split("-"))
    return time_machine.travel(datetime(y, m, d, hour, tzinfo=SHANGHAI), tick=True)


@dataclass
class City:
    """The units, the posts and whoever asks."""

    services: Services
    units: dict[str, Unit] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)

    # Whoever asks -----------------------------------------------------------------------------------
    @property
    def office(self) -> Actor:
        """市委人才办, which sees the whole city."""
        return self._actor(ActorKind.STAFF, "人才办经办", *WHOLE_CITY)

    def staff(self, unit: str, *without: Permission) -> Actor:
        place = self.units[unit]
        may = frozenset(Permission) - set(without)
        return self._actor(ActorKind.STAFF, f"{unit}经办", place.path, place.path_end, may=may)

    def leader(self, post: str, name: str = "领导") -> Actor:
        """Who holds the post today: rows are those of the post."""
        return self._actor(ActorKind.LEADER, name, 0, 0, self.posts[post].id, may=LEADER)

    def talent(self, talent: Talent) -> Actor:
        return self._actor(ActorKind.TALENT, talent.name, 0, 0, talent.id, may=TALENT)

    def _actor(
        self,
        kind: ActorKind,
        name: str,
        lo: int,
        hi: int,
        self_id: UUID | None = None,
        *,
        may: frozenset[Permission] = frozenset(Permission),
    ) -> Actor:
        return Actor(
            id=UUID(int=abs(hash((kind, name))) % 10**12),
            name=name,
            kind=kind,
            permissions=may,
            lo=lo,
            hi=hi,
            self_id=self_id,
        )

    # What they do -----------------------------------------------------------------------------------
    async def do(self, actor: Actor, act: Callable[..., Awaitable[R]], **given: Any) -> R:
        """One command in its own unit of work."""
        async with Work(self.services).write(actor) as ctx:
            return await act(ctx, **given)

    async def ask(self, actor: Actor, act: Callable[..., Awaitable[R]], **given: Any) -> R:
        async with Work(self.services).read(actor) as ctx:
            return await act(ctx, **given)

    async def sees(self, actor: Actor, table: type[M]) -> list[M]:
        """Every row of the table that the policies let this actor see."""
        async with Work(self.services).read(actor) as ctx:
            return list((await ctx.db.exec(select(table))).all())

    async def told(self, reaction: Callable[[Context, Any], Awaitable[None]], fact: Any) -> None:
        """The worker tells a fact: at least once, so twice here."""
        for _ in range(2):
            async with Work(self.services).write(PLATFORM) as ctx:
                await reaction(ctx, fact)

    async def midnight(self) -> None:
        """The nightly timer, just past."""
        from bole.contact import reactions

        await reactions.day_turns(self.services)

    async def assign(self, talent: Talent, post: str, **given: Any) -> ContactAssignment:
        return await self.do(
            self.office,
            assignment_service.assign_contact,
            talent_id=talent.id,
            post_id=self.posts[post].id,
            **given,
        )

    async def record(self, actor: Actor, talent: Talent, post: str | None = None, **told: Any) -> ContactLog:
        given = {"mode": ContactMode.VISIT, "greeting": "看望", **told}
        given.setdefault("occurred_on", date.today())
        return await self.do(
            actor,
            service.record_contact,
            talent_id=talent.id,
            post_id=self.posts[post].id if post else None,
            contact=ContactIn(**given),
        )

    async def end_term(self, term: Appointment, last_day: date) -> None:
        async with Work(self.services).write(self.office) as ctx:
            (await ctx.lock(Appointment, term.id)).valid_until = last_day

    async def relevel(self, talent: Talent, level: str) -> None:
        async with Work(self.services).write(self.office) as ctx:
            (await ctx.lock(Talent, talent.id)).level = level

    async def change_cadence(self, **changes: Any) -> None:
        """Another rule, as if it had always been this one."""
        async with Work(self.services).write(PLATFORM) as ctx:
            kept = (await ctx.db.exec(select(Entry).where(col(Entry.kind) == "contact_cadence"))).one()
            number = kept.number
            until = date(2025, 1, 1) + timedelta(days=number - 1)
            kept.valid_until = until
            await ctx.db.flush()
            ctx.db.add(
                Entry(
                    kind=kept.kind,
                    code=kept.code,
                    number=number + 1,
                    name=kept.name,
                    body={**kept.body, **changes},
                    source=kept.source,
                    published_at=kept.published_at,
                    valid_from=until + timedelta(days=1),
                )
            )

    # Making -----------------------------------------------------------------------------------------
    async def add(self, *rows: SQLModel) -> None:
        async with Work(self.services).write(PLATFORM) as ctx:
            for row in rows:
                ctx.db.add(row)
                await ctx.db.flush()

    async def a_unit(self, code: str, kind: UnitKind, under: str | None = None) -> Unit:
        parent = self.units[under] if under else None
        depth = parent.depth + 1 if parent else 1
        ordinal = 1 + sum(1 for u in self.units.values() if u.parent_id == (parent.id if parent else None))
        path = child_path(parent.path if parent else 0, depth, ordinal)
        made = Unit(
            parent_id=parent.id if parent else None,
            kind=kind,
            code=code,
            name=code,
            short_name=code,
            depth=depth,
            ordinal=ordinal,
            path=path,
            path_end=path + STEPS[depth - 1],
            valid_from=BEGIN,
        )
        self.units[code] = made
        await self.add(made)
        return made

    async def a_post(
        self, code: str, unit: str, level: LeaderLevel | None, holder: str | None, **given: Any
    ) -> Post:
        made = Post(
            unit_id=self.units[unit].id,
            code=code,
            name=given.pop("name", code),
            leader_level=level,
            valid_from=BEGIN,
            shared=given.get("shared", False),
        )
        self.posts[code] = made
        await self.add(made)
        if holder:
            await self.a_term(code, holder, **given)
        return made

    async def a_term(self, post: str, holder: str, person: UUID | None = None, **given: Any) -> Appointment:
        made = Appointment(
            post_id=self.posts[post].id,
            person_id=person or new_id(),
            person_name=holder,
            **{"valid_from": BEGIN, **given},
        )
        await self.add(made)
        return made

    async def a_talent(self, name: str, unit: str, *, level: str | None = "L1", **given: Any) -> Talent:
        keys = prepare_name(name)
        made = Talent(
            unit_path=self.units[unit].path,
            unit_id=self.units[unit].id,
            name=name,
            name_key=keys.name_key,
            pinyin=keys.pinyin,
            initials=keys.initials,
            search_tokens=list(keys.tokens),
            level=level,
            level_since=BEGIN if level else None,
            **{"status": TalentStatus.ACTIVE, **given},
        )
        await self.add(made)
        if level:
            await self.add(
                LevelGrant(unit_path=made.unit_path, talent_id=made.id, level=level, valid_from=BEGIN)
            )
        return made


def services(database: Database) -> Services:
    return Services(database, vault=Vault({"test": b"k" * 32}, b"b" * 32))


async def the_city(database: Database) -> City:
    """The city that a_city put into the database this one was cloned from."""
    city = City(services(database))
    async with Work(city.services).read(PLATFORM) as ctx:
        city.units = {u.code: u for u in (await ctx.db.exec(select(Unit))).all()}
        city.posts = {p.code: p for p in (await ctx.db.exec(select(Post))).all()}
    return city


async def a_city(database: Database) -> City:
    city = City(services(database))
    await city.a_unit("潮州", UnitKind.COMMITTEE)
    await city.a_unit("市委人才办", UnitKind.TALENT_OFFICE, "潮州")
    await city.a_unit("教育局", UnitKind.MEMBER, "潮州")
    for district in ("湘桥", "饶平"):
        await city.a_unit(district, UnitKind.COUNTY, "潮州")
        await city.a_unit(f"{district}人才办", UnitKind.TALENT_OFFICE, district)
        await city.a_unit(f"{district}一中", UnitKind.EMPLOYER, district)
    await city.a_post("P-017", "潮州", LeaderLevel.CITY, None, name="副市长")
    await city.a_post("P-018", "潮州", LeaderLevel.CITY, "陈思齐", name="副书记")
    await city.a_post("湘桥书记", "湘桥", LeaderLevel.COUNTY, "黄志远", name="区委书记")
    await city.a_post("办事员", "市委人才办", None, "林小文", name="综合科经办")
    moment = datetime(2025, 1, 1, tzinfo=SHANGHAI)
    cadence = Entry(
        kind="contact_cadence",
        code=CODE,
        name="四问服务法",
        body=CADENCE,
        source="演示数据",
        published_at=moment,
        valid_from=BEGIN,
    )
    await city.add(cadence)
    await a_calendar(city)
    return city


async def a_calendar(city: City) -> None:
    """The days of 2026, for what has a term in working days."""
    days = [d for d in OFFICIAL if d.date.year == 2026]
    year = WorkYear(
        year=2026,
        status=days[0].status,
        source=days[0].source or "国务院办公厅通知",
        published_at=datetime(2025, 11, 1, tzinfo=SHANGHAI),
    )
    async with Work(city.services).write(PLATFORM) as ctx:
        ctx.db.add(year)
        await ctx.db.flush()
        ctx.db.add_all(
            WorkDay(day=d.date, kind=d.kind, name=d.name, source=d.source, status=d.status, set_by=2026)
            for d in days
        )
