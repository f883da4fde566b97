"""The thread of the demo's past: who acts, what the clock says, and the days one after the other."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from bole import worker
from bole.card import jobs as card_nights
from bole.card.models import CardBatch
from bole.contact import reactions as contact_nights
from bole.contact.models import ContactAssignment
from bole.core import clock
from bole.core.actor import PLATFORM, Actor
from bole.core.context import Context, Services, Work
from bole.core.operation import operation_of
from bole.fasttrack import timers as fasttrack_nights
from bole.fasttrack.models import FastTrackCase
from bole.identity.identify import Identity
from bole.identity.models import Account, Partner
from bole.identity.rules import SignInMethod
from bole.identity.service import open_session, sign_out
from bole.org.models import Appointment, Post, Unit, holds
from bole.recognition import timers as recognition_nights
from bole.roster.models import LevelGrant, Talent
from bole.roster.rules import TalentStatus

R = TypeVar("R")
Act = Callable[[], Awaitable[None]]
NIGHTS = (recognition_nights.night, contact_nights.day_turns, fasttrack_nights.night)
NIGHTS_COUNT = 21
"""Nights of longer ago find nothing due."""
OPENS, CLOSES = timedelta(hours=9), timedelta(hours=17, minutes=30)
"""The hours in which the offices work."""


async def told_before(services: Services) -> bool:
    """Whether anybody has worked here already: nothing is played twice, nor over somebody's own work."""
    async with Work(services).read(PLATFORM) as ctx:
        for table in (ContactAssignment, CardBatch, FastTrackCase):
            if (await ctx.db.execute(sa.select(col(table.id)).limit(1))).first() is not None:
                return True
    return False


@dataclass
class Seat:
    """A post, its unit, and who holds it today since when."""

    post: UUID
    unit: UUID
    name: str
    since: date


@dataclass
class Story:
    services: Services
    told: dict[str, Any]
    samples: Path
    now: datetime
    actors: dict[str, Actor] = field(default_factory=dict)
    """By login."""
    units: dict[str, Unit] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    partners: dict[str, Partner] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    """By the key of `[[person]]`; who was not found is not there, and what concerns them does not happen."""
    planned: dict[int, list[Act]] = field(default_factory=dict)
    """What happens on which day, told as so many days ago."""
    playing: int = 10_000
    """How many days ago it is."""
    past: Services = field(init=False)
    """The services at the moment that is being played."""

    @classmethod
    @asynccontextmanager
    async def opened(cls, services: Services, told: dict[str, Any], samples: Path) -> AsyncIterator["Story"]:
        story = cls(services, told, samples, clock.now())
        await story._sign_in()
        await story._look_around()
        yield story
        for actor in story.actors.values():
            async with Work(services).write(actor) as ctx:
                await sign_out(ctx)

    def __post_init__(self) -> None:
        self.past = self.services

    async def _sign_in(self) -> None:
        """Everybody acts as the account they sign in with, no more and no less."""
        identity, tokens = Identity(self.services), {}
        async with Work(self.services).write(PLATFORM) as ctx:
            ctx.performed.append("identity.sign_in")
            for account in (await ctx.db.exec(select(Account).where(col(Account.demo)))).all():
                method = SignInMethod.PASSWORD
                session = await open_session(ctx, account, method, source="127.0.0.1", agent="演示")
                tokens[account.login] = session.token
        for login, token in tokens.items():
            if (actor := await identity.sessions.actor_of(token)) is not None:
                self.actors[login] = actor

    async def _look_around(self) -> None:
        async with Work(self.services).read(PLATFORM) as ctx:
            self.units = {u.code: u for u in (await ctx.db.exec(select(Unit))).all()}
            self.partners = {p.code: p for p in (await ctx.db.exec(select(Partner))).all()}
            terms = select(Post, Appointment).join(Appointment, col(Appointment.post_id) == col(Post.id))
            for post, term in (await ctx.db.exec(terms.where(holds(Appointment, ctx.today)))).all():
                self.seats.setdefault(
                    post.code, Seat(post.id, post.unit_id, term.person_name, term.valid_from)
                )
            await self._cast(ctx)

    async def _cast(self, ctx: Context) -> None:
        """Gives each part to somebody of its level and place, who held that level when the story begins."""
        taken = set((await ctx.db.exec(select(Account.talent_id))).all())
        for part in self.told["person"]:
            if (login := part.get("account")) is not None:
                if login in self.actors:
                    self.people[part["key"]] = self.own_talent(login)
                continue
            found = await self.somebody(ctx, part["level"], self.units[part["place"]], but=taken, most=1)
            if found:
                taken.add(found[0])
                self.people[part["key"]] = found[0]

    async def somebody(
        self, ctx: Context, level: str, place: Unit, *, but: set[Any], most: int
    ) -> list[UUID]:
        """People of this level and place: those first who held the level when the story begins."""
        held = sa.select(col(LevelGrant.talent_id)).where(
            col(LevelGrant.level) == level, col(LevelGrant.valid_from) <= self.day(self.told["begins"])
        )
        stmt = (
            sa.select(col(Talent.id))
            .where(
                col(Talent.level) == level,
                col(Talent.status) == TalentStatus.ACTIVE,
                col(Talent.unit_path) >= place.path,
                col(Talent.unit_path) < place.path_end,
                col(Talent.id).not_in([one for one in but if one is not None]),
            )
            .order_by(col(Talent.id).in_(held).desc(), col(Talent.id))
        )
        return list((await ctx.db.execute(stmt.limit(most))).scalars())

    def own_talent(self, login: str) -> UUID:
        own = self.actors[login].self_id
        if own is None:
            raise ValueError(f"{login} is no talent's account")
        return own

    # Time ---------------------------------------------------------------------------------------------
    def day(self, ago: int) -> date:
        return clock.day_of(self.now) - timedelta(days=ago)

    def ago(self, day: date) -> int:
        return (clock.day_of(self.now) - day).days

    def on(self, ago: int, act: Act) -> None:
        """On that many days ago; of one day what was planned first happens first. While the story is played, what
        should have been before today happens today."""
        self.planned.setdefault(min(ago, self.playing), []).append(act)

    async def play(self) -> None:
        """Day by day, each begun by its night and ended by those who react to what happened."""
        for ago in range(max(self.planned), -1, -1):
            self.playing = ago
            midnight = datetime.combine(self.day(ago), time(0, 10), clock.SHANGHAI)
            self._at(min(midnight, self.now))
            for night in NIGHTS if ago <= NIGHTS_COUNT else ():
                await night(self.past)
            if self._brings_rights(ago):
                await card_nights.night(self.past)
            acts = self.planned.get(ago, [])
            moments = self._hours(ago, len(acts))
            for i, act in enumerate(acts):  # an act may plan another for the same day
                self._at(moments[min(i, len(moments) - 1)])
                await act()
            await worker.deliver_all(self.past)
        self._at(self.now)

    def _brings_rights(self, ago: int) -> bool:
        """The night in which this month or this year began: cards have rights of them by now."""
        day, today = self.day(ago), self.day(0)
        return day == today.replace(day=1) or (day.month, day.day, day.year) == (1, 1, today.year)

    def _at(self, moment: datetime) -> None:
        self.past = replace(self.services, now=lambda: moment)

    def _hours(self, ago: int, acts: int) -> list[datetime]:
        """So many moments of that day, in order; of today none that is still to come."""
        midnight = datetime.combine(self.day(ago), time(0), clock.SHANGHAI)
        first, last = midnight + OPENS, min(midnight + CLOSES, self.now)
        first = min(first, max(midnight, last - (CLOSES - OPENS)))
        return [first + (last - first) * (i + 1) / (acts + 1) for i in range(acts)]

    # Acting -------------------------------------------------------------------------------------------
    def who(self, name: str) -> Actor:
        """The account of this login; else whoever holds this post, or works for this partner."""
        if (actor := self.actors.get(name)) is not None:
            return actor
        if (code := name.removeprefix("partner:")) != name:
            partner = self.partners[code]
            return replace(PLATFORM, name=partner.name, self_id=partner.id)
        seat = self.seats[name]
        return replace(PLATFORM, name=seat.name, unit_id=seat.unit, post_id=seat.post)

    def there(self, *names: str) -> bool:
        """Whether all of these can act here: nobody holds a post, or an account was not made, and it rests."""
        return all(n in self.actors or n in self.seats or n.startswith("partner:") for n in names)

    async def do(self, by: str, operation: Callable[..., Awaitable[R]], /, **arguments: Any) -> R:
        """One command in a unit of work of its own, as the endpoint runs it, at the moment being played."""
        op, actor = operation_of(operation), self.who(by)
        actor.require(op.allow)
        async with Work(self.past).write(actor) as ctx:
            ctx.performed.append(op.name)
            return await operation(ctx, **arguments)

    async def find(self, stmt: Any) -> Any:
        """The one row that the platform finds."""
        async with Work(self.past).read(PLATFORM) as ctx:
            return (await ctx.db.exec(stmt)).one()
