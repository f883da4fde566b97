"""潮州 with people of its employers, and whoever handles recognition: every role by its own permissions."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import time_machine
from sqlmodel import SQLModel, select

from bole import parts, worker
from bole.catalogue import lookup
from bole.catalogue.catalogue import Role
from bole.catalogue.models import Entry
from bole.catalogue.work_calendar import work_calendar
from bole.core import clock
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Services, Work
from bole.core.table import new_id
from bole.identity.models import Account
from bole.org.models import Unit
from bole.org.rules import range_of
from bole.recognition import (
    application_service,
    evidence_service,
    notice_service,
    review_service,
    timers,
)
from bole.recognition.flow_rules import (
    JointOpinion,
    RecognitionDecision,
    RecognitionRoute,
)
from bole.recognition.models import JointReview, PublicNotice, Recognition, RecognitionApplication
from bole.roster import service as roster
from bole.roster.forms import EmploymentIn, HonourIn, NewTalentIn, TitleIn
from bole.roster.models import Employment, LevelGrant, Talent

R = TypeVar("R")
M = TypeVar("M", bound=SQLModel)
SHANGHAI = ZoneInfo("Asia/Shanghai")
HOME = "emp-xq-software"  # an employer under 湘桥区
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"


def at(day: str, hour: int = 9, minute: int = 0) -> Any:
    """Travels to that hour of that day in China; the clock keeps running."""
    y, m, d = map(int, day.split("-"))
    return time_machine.travel(datetime(y, m, d, hour, minute, tzinfo=SHANGHAI), tick=True)


@dataclass
class World:
    services: Services
    units: dict[str, Unit] = field(default_factory=dict, repr=False)
    roles: dict[str, Role] = field(default_factory=dict, repr=False)
    known: dict[tuple[str, str], UUID] = field(default_factory=dict)

    # Whoever asks ---------------------------------------------------------------------------------
    def staff(self, unit: str, role: str, scope: str | None = None, name: str = "经办") -> Actor:
        seen, place = self.units[scope or unit], self.units[unit]
        id_ = self.known.setdefault((unit, role + name), uuid4())
        lo, hi = range_of(seen.path, seen.depth)
        return Actor(
            id_,
            f"{place.short_name}{name}",
            ActorKind.STAFF,
            frozenset(self.roles[role].permissions),
            lo,
            hi,
            unit_id=place.id,
        )

    @property
    def office(self) -> Actor:
        return self.staff("office", "R1", "cz")

    @property
    def director(self) -> Actor:
        return self.staff("office", "R2", "cz", "主任")

    @property
    def district(self) -> Actor:
        return self.staff("xiangqiao-office", "R5", "xiangqiao")

    def hr(self, unit: str = HOME) -> Actor:
        return self.staff(unit, "R8")

    def department(self, unit: str) -> Actor:
        return self.staff(unit, "R7")

    def person(self, talent: Talent) -> Actor:
        permissions = frozenset(self.roles["R9"].permissions)
        id_ = self.known.setdefault(("talent", str(talent.id)), uuid4())
        return Actor(id_, talent.name, ActorKind.TALENT, permissions, self_id=talent.id)

    # What they do ---------------------------------------------------------------------------------
    async def do(self, actor: Actor, act: Callable[..., Awaitable[R]], **given: Any) -> R:
        """One command in its own unit of work, as the endpoint runs it."""
        operation = act.operation  # type: ignore[attr-defined]
        actor.require(operation.allow)
        async with Work(self.services).write(actor) as ctx:
            ctx.performed.append(operation.name)
            return await act(ctx, **given)

    async def tell(self) -> None:
        """The worker tells what happened."""
        await worker.deliver_all(self.services)

    async def all(self, table: type[M], actor: Actor = PLATFORM, **where: Any) -> list[M]:
        """Every row that the policies let this actor see."""
        stmt = select(table)
        for name, value in where.items():
            stmt = stmt.where(getattr(table, name) == value)
        async with Work(self.services).read(actor) as ctx:
            return list((await ctx.db.exec(stmt.order_by(table.id))).all())  # type: ignore[attr-defined]

    async def one(self, table: type[M], **where: Any) -> M:
        (found,) = await self.all(table, **where)
        return found

    async def add(self, *rows: SQLModel) -> None:
        async with Work(self.services).write(PLATFORM) as ctx:
            for row in rows:
                ctx.db.add(row)
                await ctx.db.flush()

    async def add_sql(self, sql: str, *args: Any) -> None:
        async with self.services.database.pool("bole_system").acquire() as connection:
            await connection.execute(sql, *args)

    async def night(self) -> None:
        await timers.night(self.services)
        await self.tell()

    async def publish(
        self, kind: str, code: str, body: dict[str, Any], number: int, since: str, until: str | None = None
    ) -> Entry:
        """A version as a seed leaves it; what stood before ends where this begins."""
        made = Entry(
            kind=kind,
            code=code,
            number=number,
            name=f"{kind} {number}",
            body=body,
            source="演示数据",
            published_at=clock.now(),
            valid_from=date.fromisoformat(since),
            valid_until=date.fromisoformat(until) if until else None,
        )
        await self.add(made)
        return made

    # Making ---------------------------------------------------------------------------------------
    async def a_talent(
        self,
        name: str = "林晓岚",
        unit: str = HOME,
        *,
        level: str | None = None,
        talent_type: str = "skilled",
        rank: str = "senior",
        honours: tuple[str, ...] = (),
        second: str | None = None,
        since: date = date(2025, 3, 1),
    ) -> Talent:
        place = self.units[unit]
        told = NewTalentIn(
            name=name,
            level=level,
            level_since=since if level else None,
            level_basis="演示" if level else None,
            talent_type=talent_type,
            employment=EmploymentIn(employer_name=place.name, position="工程师", started_on=date(2024, 5, 6)),
            titles=[TitleIn(name="高级工程师", rank=rank)],
            honours=[HonourIn(name=h) for h in honours],
        )
        made = await self.do(PLATFORM, roster.enter, unit_id=place.id, talent=told)
        await self.add_sql(
            "update employment set employer_unit_id = $2 where talent_id = $1 and employer_unit_id is null",
            made.id,
            place.id,
        )
        if second is not None:
            other = self.units[second]
            await self.add(
                Employment(
                    unit_path=made.unit_path,
                    talent_id=made.id,
                    employer_name=other.name,
                    employer_unit_id=other.id,
                    kind="flexible",
                    started_on=date(2025, 1, 1),
                )
            )
        return await self.one(Talent, id=made.id)

    async def an_account(self, name: str, talent: Talent | None = None) -> Account:
        made = Account(
            login=f"u{uuid4().hex[:10]}",
            name=name,
            kind=ActorKind.TALENT if talent else ActorKind.STAFF,
            talent_id=talent.id if talent else None,
            person_id=None if talent else uuid4(),
            role_code="R9" if talent else None,
        )
        await self.add(made)
        return made

    async def evidence(self, by: Actor, talent: Talent, kind: str, **more: Any) -> Any:
        return await self.do(
            by,
            evidence_service.keep_evidence,
            evidence_id=new_id(),
            talent_id=talent.id,
            kind=kind,
            filename=f"{kind}.pdf",
            media_type="application/pdf",
            size=len(PDF),
            sha256=more.pop("sha256", uuid4().hex * 2),
            **more,
        )

    async def started(
        self,
        talent: Talent,
        criterion: str = "l4_senior",
        *,
        by: Actor | None = None,
        route: RecognitionRoute = RecognitionRoute.EMPLOYER,
        papers: tuple[str, ...] = ("title", "contract"),
        **more: Any,
    ) -> RecognitionApplication:
        actor = by or self.hr()
        made = await self.do(
            actor, application_service.start, route=route, criterion=criterion, talent_id=talent.id, **more
        )
        for kind in papers:
            await self.evidence(actor, talent, kind, application_id=made.id)
        return made

    async def submitted(
        self, talent: Talent, criterion: str = "l4_senior", **more: Any
    ) -> RecognitionApplication:
        by = more.get("by") or self.hr()
        made = await self.started(talent, criterion, **more)
        return await self.do(by, application_service.submit, application_id=made.id)

    async def reviewed(
        self, talent: Talent, criterion: str = "l4_senior", **more: Any
    ) -> RecognitionApplication:
        made = await self.submitted(talent, criterion, **more)
        return await self.do(
            self.district, review_service.review, application_id=made.id, opinion="材料真实，符合标准"
        )

    async def in_joint_review(
        self, talent: Talent, criterion: str = "l4_senior", **more: Any
    ) -> RecognitionApplication:
        made = await self.reviewed(talent, criterion, **more)
        return await self.do(self.office, review_service.send_to_departments, application_id=made.id)

    async def answers(
        self, application: RecognitionApplication, opinion: JointOpinion = JointOpinion.AGREE
    ) -> None:
        codes = {u.id: code for code, u in self.units.items()}
        for asked in await self.all(JointReview, application_id=application.id, status="pending"):
            by = self.department(codes[asked.unit_id])
            reason = None if opinion is JointOpinion.AGREE else "业绩不实"
            await self.do(
                by, review_service.answer_review, review_id=asked.id, opinion=opinion, reason=reason
            )

    async def gathered(
        self, talent: Talent, criterion: str = "l4_senior", **more: Any
    ) -> RecognitionApplication:
        made = await self.in_joint_review(talent, criterion, **more)
        await self.answers(made)
        return await self.do(self.office, review_service.gather, application_id=made.id)

    async def on_notice(
        self, talent: Talent, criterion: str = "l4_senior", **more: Any
    ) -> RecognitionApplication:
        made = await self.gathered(talent, criterion, **more)
        return await self.do(
            self.director,
            review_service.decide,
            application_id=made.id,
            outcome=RecognitionDecision.APPROVED,
            opinion="同意认定",
        )

    async def notice(self, application: RecognitionApplication) -> PublicNotice:
        *_, last = await self.all(PublicNotice, application_id=application.id)
        return last

    async def certified(
        self, application: RecognitionApplication, effective_on: date | None = None
    ) -> Recognition:
        given = {"application_id": application.id, "effective_on": effective_on}
        await self.do(self.office, notice_service.certify, **given)
        return await self.one(Recognition, application_id=application.id)

    async def level_of(self, talent: Talent) -> str | None:
        return (await self.one(Talent, id=talent.id)).level

    async def grants(self, talent: Talent) -> list[tuple[str, date, date | None]]:
        return [
            (g.level, g.valid_from, g.valid_until) for g in await self.all(LevelGrant, talent_id=talent.id)
        ]


async def the_world(services: Services, kept: dict[str, Any]) -> World:
    """`kept`: what all clones of the template agree on, as the first test read it."""
    if not kept:
        parts.load()  # reactions of every slice: what happens is told as a worker tells it
        async with Work(services).read(PLATFORM) as ctx:
            kept["units"] = {u.code: u for u in (await ctx.db.exec(select(Unit))).all()}
            kept["roles"] = await lookup.bodies(ctx, Role)
            await work_calendar(ctx)
        kept["extras"] = dict(services.extras)
    services.extras |= kept["extras"]
    return World(services, dict(kept["units"]), dict(kept["roles"]))
