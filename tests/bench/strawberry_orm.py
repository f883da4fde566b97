"""Strawberry as its documentation teaches: types with resolvers, a DataLoader for each nested part, SQLAlchemy's ORM
with an async session, FastAPI's GraphQLRouter. What the documentation offers for speed is on: parser and validation
cache, orjson. It takes bole's documents; the viewer comes from the Authorization header, the scope is a WHERE.
"""

import os
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson
import sqlalchemy as sa
import strawberry
from fastapi import FastAPI, HTTPException, Request
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from strawberry.dataloader import DataLoader
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.fastapi import GraphQLRouter
from tests.bench import strawberry_writes

import bole.tables  # noqa: F401  the ORM's mappings
from bole.card.models import Card
from bole.card.rules import LIVE, CardStatus
from bole.contact.models import ContactLog, Need
from bole.contact.rules import DONE, ContactMode, NeedStatus
from bole.org.models import Unit
from bole.roster.models import Education, Employment, Honour, Talent, TalentGram, Title
from bole.roster.rules import Degree, EmploymentKind, Gender, HonourGrade, TalentStatus, TitleRank

for choice in (
    CardStatus,
    ContactMode,
    NeedStatus,
    Degree,
    EmploymentKind,
    Gender,
    HonourGrade,
    TalentStatus,
    TitleRank,
):
    strawberry.enum(choice)

engine = create_async_engine(
    "postgresql+asyncpg://" + os.environ["DSN"].split("://", 1)[1],
    pool_size=10,
    max_overflow=0,
    json_serializer=lambda value: orjson.dumps(value, default=str).decode(),
    connect_args={"server_settings": {"jit": "off", "timezone": "Asia/Shanghai"}},
)
Session = async_sessionmaker(engine, expire_on_commit=False)


@dataclass(frozen=True)
class Viewer:
    id: UUID
    provider: UUID
    lo: int
    hi: int

    def sees(self, table: Any) -> Any:
        return sa.and_(table.unit_path >= self.lo, table.unit_path < self.hi)


VIEWERS = {
    "Bearer " + os.environ["TOKEN"]: Viewer(
        UUID(os.environ["ACTOR"]), UUID(os.environ["PROVIDER"]), int(os.environ["LO"]), int(os.environ["HI"])
    )
}


# Loaders -----------------------------------------------------------------------------------------------------


def many(stmt: Any) -> Callable[[list[UUID]], Awaitable[list[Any]]]:
    """Rows of each talent, as the statement orders them."""

    async def load(ids: list[UUID]) -> list[Any]:
        entity = stmt.column_descriptions[0]["entity"]
        async with Session() as session:
            rows = (await session.scalars(stmt.where(entity.talent_id.in_(ids)))).all()
        found = defaultdict(list)
        for row in rows:
            found[row.talent_id].append(row)
        return [found[id] for id in ids]

    return load


def first(stmt: Any) -> Callable[[list[UUID]], Awaitable[list[Any]]]:
    """The first row of each talent: DISTINCT ON."""

    async def load(ids: list[UUID]) -> list[Any]:
        entity = stmt.column_descriptions[0]["entity"]
        async with Session() as session:
            rows = await session.scalars(stmt.distinct(entity.talent_id).where(entity.talent_id.in_(ids)))
            found = {row.talent_id: row for row in rows}
        return [found.get(id) for id in ids]

    return load


async def units(ids: list[UUID]) -> list[Unit | None]:
    async with Session() as session:
        found = {unit.id: unit for unit in await session.scalars(sa.select(Unit).where(Unit.id.in_(ids)))}
    return [found.get(id) for id in ids]


def loaders(viewer: Viewer) -> dict[str, DataLoader[UUID, Any]]:
    """New for each request, as they remember what they loaded."""
    a, n, o = Card, Need, ContactLog
    by = {
        "unit": units,
        "card": first(
            sa.select(a).where(viewer.sees(a), a.status.in_(sorted(LIVE))).order_by(a.talent_id, a.id.desc())
        ),
        "last_contact": first(
            sa.select(o)
            .where(viewer.sees(o), o.status.in_(sorted(DONE)))
            .order_by(o.talent_id, o.occurred_on.desc(), o.id.desc())
        ),
        "open_needs": many(
            sa.select(n).where(viewer.sees(n), n.status != NeedStatus.SETTLED).order_by(n.raised_on, n.id)
        ),
        "contact_logs": many(sa.select(o).where(viewer.sees(o)).order_by(o.occurred_on.desc(), o.id.desc())),
        "employments": many(
            sa.select(Employment).order_by(
                Employment.main.desc(), Employment.started_on.desc().nulls_last(), Employment.id
            )
        ),
        "educations": many(
            sa.select(Education).order_by(Education.graduated_on.desc().nulls_last(), Education.id)
        ),
        "titles": many(sa.select(Title).order_by(Title.granted_on.desc().nulls_last(), Title.id)),
        "honours": many(sa.select(Honour).order_by(Honour.granted_on.desc().nulls_last(), Honour.id)),
    }
    return {name: DataLoader(load_fn=load) for name, load in by.items()}


# Types -------------------------------------------------------------------------------------------------------
# Resolvers return rows of the ORM; the fields without a resolver are read from them by name.


@strawberry.type(name="Unit")
class UnitType:
    id: UUID
    name: str


@strawberry.type(name="Card")
class CardType:
    number: str
    tier_name: str
    status: CardStatus
    valid_until: date


@strawberry.type(name="ContactLog")
class ContactLogType:
    id: UUID
    occurred_on: date
    mode: ContactMode
    post_then: str
    greeting: str | None


@strawberry.type(name="Need")
class NeedType:
    kind: str
    status: NeedStatus
    raised_on: date


@strawberry.type(name="Employment")
class EmploymentType:
    employer_name: str
    kind: EmploymentKind
    position: str | None
    started_on: date | None
    ended_on: date | None
    main: bool


@strawberry.type(name="Education")
class EducationType:
    degree: Degree
    school: str | None
    major: str | None
    graduated_on: date | None


@strawberry.type(name="Title")
class TitleType:
    name: str
    rank: TitleRank
    granted_on: date | None


@strawberry.type(name="Honour")
class HonourType:
    name: str
    grade: HonourGrade
    granted_on: date | None


@strawberry.type(name="Redemption")
class RedemptionType:
    id: UUID
    service_name: str
    tier: str
    amount: int
    status: str
    occurred_at: datetime


@strawberry.type(name="Talent")
class TalentType:
    id: UUID
    version: int
    unit_id: UUID
    name: str
    gender: Gender
    status: TalentStatus
    level: str | None
    talent_type: str | None
    employer_name: str | None
    position: str | None
    highest_degree: Degree | None
    highest_title: str | None
    highest_rank: TitleRank | None
    phone_masked: str | None
    last_contact_on: date | None
    next_contact_due: date | None

    @strawberry.field
    async def unit(self, info: strawberry.Info) -> UnitType:
        return await info.context["unit"].load(self.unit_id)

    @strawberry.field
    async def card(self, info: strawberry.Info) -> CardType | None:
        return await info.context["card"].load(self.id)

    @strawberry.field
    async def last_contact(self, info: strawberry.Info) -> ContactLogType | None:
        return await info.context["last_contact"].load(self.id)

    @strawberry.field
    async def open_needs(self, info: strawberry.Info, first: int = 20) -> list[NeedType]:
        return (await info.context["open_needs"].load(self.id))[:first]

    @strawberry.field
    async def employments(self, info: strawberry.Info) -> list[EmploymentType]:
        return await info.context["employments"].load(self.id)

    @strawberry.field
    async def educations(self, info: strawberry.Info) -> list[EducationType]:
        return await info.context["educations"].load(self.id)

    @strawberry.field
    async def titles(self, info: strawberry.Info) -> list[TitleType]:
        return await info.context["titles"].load(self.id)

    @strawberry.field
    async def honours(self, info: strawberry.Info) -> list[HonourType]:
        return await info.context["honours"].load(self.id)

    @strawberry.field
    async def contact_logs(self, info: strawberry.Info, first: int = 20) -> list[ContactLogType]:
        return (await info.context["contact_logs"].load(self.id))[:first]


@strawberry.type
class PageInfo:
    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class TalentPage:
    nodes: list[TalentType]
    page_info: PageInfo


@strawberry.input
class ContactIn:
    occurred_on: date
    mode: ContactMode
    greeting: str | None = None


# Roots -------------------------------------------------------------------------------------------------------


@strawberry.type
class Query:
    @strawberry.field
    async def talents(
        self,
        info: strawberry.Info,
        level: str | None = None,
        unit_id: UUID | None = None,
        search: str | None = None,
        first: int = 50,
    ) -> TalentPage:
        stmt = sa.select(Talent).where(info.context["viewer"].sees(Talent)).limit(first + 1)
        if level is not None:
            stmt = stmt.where(Talent.level == level)
        if search is not None:
            both = sa.and_(TalentGram.talent_id == Talent.id, TalentGram.unit_path == Talent.unit_path)
            stmt = (
                stmt.join(TalentGram, both)
                .where(TalentGram.gram == search)
                .order_by(Talent.unit_path, Talent.id)
            )
        else:
            stmt = stmt.order_by(Talent.unit_path, Talent.name_key, Talent.id)
        async with Session() as session:
            if unit_id is not None:
                unit = await session.get_one(Unit, unit_id)
                stmt = stmt.where(Talent.unit_path >= unit.path, Talent.unit_path < unit.path_end)
            rows = (await session.scalars(stmt)).all()
        nodes: Any = rows[:first]
        end = PageInfo(has_next_page=len(rows) > first, end_cursor=str(nodes[-1].id) if nodes else None)
        return TalentPage(nodes=nodes, page_info=end)

    @strawberry.field
    async def talent(self, info: strawberry.Info, id: UUID) -> TalentType | None:
        async with Session() as session:
            stmt = sa.select(Talent).where(Talent.id == id, info.context["viewer"].sees(Talent))
            return await session.scalar(stmt)


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def record_contact(
        self, info: strawberry.Info, talent_id: UUID, post_id: UUID, contact: ContactIn
    ) -> ContactLogType:
        async with Session.begin() as session:
            return await strawberry_writes.record_contact(
                session, info.context["viewer"], talent_id, post_id, contact
            )

    @strawberry.mutation
    async def redeem(self, info: strawberry.Info, card_number: str, service: str, key: str) -> RedemptionType:
        async with Session.begin() as session:
            return await strawberry_writes.redeem(session, info.context["viewer"], card_number, service, key)


async def context(request: Request) -> dict[str, Any]:
    viewer = VIEWERS.get(request.headers.get("authorization", ""))
    if viewer is None:
        raise HTTPException(401)
    return {"viewer": viewer, **loaders(viewer)}


class Router(GraphQLRouter):
    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)


schema = strawberry.Schema(
    Query, Mutation, extensions=[ParserCache(maxsize=100), ValidationCache(maxsize=100)]
)
app = FastAPI()
app.include_router(Router(schema, context_getter=context, graphql_ide=None), prefix="/graphql")
