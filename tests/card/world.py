"""A small city with the demo card scheme: talents with cards, a hospital, a scenic spot, and who asks.

Rows are put in as the platform puts them; what is tested goes through the operations of the slice.
"""

import tomllib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import orjson
import time_machine
from sqlmodel import SQLModel, col, select

import bole
from bole.card import batch_service, lifecycle, redeem_service, service
from bole.card.models import Card
from bole.card.quota_models import CityPool, Entitlement, EntitlementLedger, Redemption
from bole.card.rules import CardStatus
from bole.catalogue.models import Entry
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Context, Key, Services, Work
from bole.core.hot import Hot
from bole.core.nodes import Field as NodeField
from bole.core.nodes import Node
from bole.core.operation import operation_of
from bole.core.permissions import Permission
from bole.core.projection import Want
from bole.identity.models import Partner, PartnerGrant
from bole.org.models import Unit
from bole.org.rules import STEPS, UnitKind, child_path
from bole.roster.models import FamilyMember, LevelGrant, Talent
from bole.roster.names import prepare_name
from bole.roster.rules import Relation, TalentStatus

R = TypeVar("R")
M = TypeVar("M", bound=SQLModel)
SHANGHAI = ZoneInfo("Asia/Shanghai")
BEGIN = date(2025, 1, 1)
PROFILE = Path(bole.__file__).parent / "profiles" / "chaozhou" / "card_scheme.toml"
SHOWN = ("id", "status", "amount", "service_code", "card_id")
REDEMPTION = Node(Redemption, None, {n: NodeField(column=n) for n in SHOWN}, "Redemption")


def at(day: str, hour: int = 9, minute: int = 0) -> Any:
    """Travels to that hour of that day in China."""
    y, m, d = map(int, day.split("-"))
    return time_machine.travel(datetime(y, m, d, hour, minute, tzinfo=SHANGHAI), tick=True)


@dataclass
class City:
    services: Services
    units: dict[str, Unit] = field(default_factory=dict)

    # Whoever asks ---------------------------------------------------------------------------------
    @property
    def office(self) -> Actor:
        """市委人才办, which sees the whole city."""
        city = self.units["潮州"]
        return self.actor(ActorKind.STAFF, "人才办经办", city.path, city.path_end)

    def staff(self, unit: str, name: str = "经办", *without: Permission) -> Actor:
        place = self.units[unit]
        may = frozenset(Permission) - set(without)
        return self.actor(
            ActorKind.STAFF, f"{unit}{name}", place.path, place.path_end, unit_id=place.id, may=may
        )

    def talent(self, talent: Talent) -> Actor:
        return self.actor(ActorKind.TALENT, talent.name, self_id=talent.id)

    def actor_of(self, card: Card) -> Actor:
        """The holder."""
        return self.actor(ActorKind.TALENT, f"持卡人{card.number}", self_id=card.talent_id)

    async def partner(self, name: str, *services: str) -> Actor:
        """A partner that was granted these services."""
        made = Partner(code=f"p-{uuid4().hex[:8]}", name=name, role_code="R10")
        await self.add(made)
        await self.add(
            *(PartnerGrant(partner_id=made.id, service_code=s, valid_from=BEGIN) for s in services)
        )
        may = frozenset({Permission.CARD_VERIFY, Permission.CARD_REDEEM, Permission.SELF_READ})
        return self.actor(ActorKind.PARTNER, name, self_id=made.id, may=may)

    def actor(
        self,
        kind: ActorKind,
        name: str,
        lo: int = 0,
        hi: int = 0,
        *,
        self_id: UUID | None = None,
        unit_id: UUID | None = None,
        may: frozenset[Permission] = frozenset(Permission),
    ) -> Actor:
        known = self.services.extras.setdefault("actors", {})
        id_ = known.setdefault((kind, name), uuid4())
        return Actor(id_, name, kind, may, lo, hi, self_id, unit_id)

    # What they do ---------------------------------------------------------------------------------
    async def do(self, actor: Actor, act: Callable[..., Awaitable[R]], **given: Any) -> R:
        """One command in its own unit of work."""
        async with Work(self.services).write(actor) as ctx:
            return await act(ctx, **given)

    async def redeem(
        self, actor: Actor, card: Card | str, service: str, key: str | None = None, **given: Any
    ) -> dict[str, Any]:
        """核销, through the frame of hot commands as the edges call it."""
        number = card if isinstance(card, str) else card.number
        return await self.at_once(
            actor, redeem_service.redeem, card_number=number, service=service, key=key, **given
        )

    async def redeem_presented(
        self, actor: Actor, presentation_id: UUID, service: str, key: str | None = None, **given: Any
    ) -> dict[str, Any]:
        """核销 by what was shown, through the same frame."""
        asked = {"presentation_id": presentation_id, "service": service, "key": key, **given}
        return await self.at_once(actor, redeem_service.redeem_presented, **asked)

    async def at_once(self, actor: Actor, use: Callable[..., Any], **given: Any) -> dict[str, Any]:
        op = operation_of(use)
        asked = {"amount": 1, "child_id": None, "stage": "", **given}
        asked["key"] = asked["key"] or uuid4().hex
        header = asked.pop("header", None)
        arguments = {
            p.name: p.prepare(asked[p.name]) if p.prepare and asked[p.name] is not None else asked[p.name]
            for p in op.params
        }
        kept = Key.of(header, orjson.dumps(asked, default=str)) if header else None
        hot = Hot(self.services, actor, op, arguments, kept, "test")
        plans = self.services.extras.setdefault("plans", {})
        at = (op.name, hot.shape(), kept is not None)
        plan = plans.get(at) or plans.setdefault(at, hot.plan(REDEMPTION, tuple(Want(n, n) for n in SHOWN)))
        answer: dict[str, Any] = orjson.loads(await hot.run(plan))
        return answer

    async def tell(self, reaction: Callable[[Context, Any], Awaitable[None]], fact: Any) -> None:
        """The worker tells a fact: at least once, so twice here."""
        for _ in range(2):
            async with Work(self.services).write(PLATFORM) as ctx:
                await reaction(ctx, fact)

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

    async def right(self, card: Card, service: str, period: str = "year") -> Entitlement:
        """The latest right of a card to a service."""
        *_, found = await self.all(Entitlement, card_id=card.id, service_code=service, period=period)
        return found

    async def books(self) -> None:
        """Every counter equals the ledger: told after any story."""
        entries = await self.all(EntitlementLedger)
        cards = {c.id: c for c in await self.all(Card)}
        for right in await self.all(Entitlement):
            mine = [e for e in entries if e.entitlement_id == right.id]
            total = {k: sum(e.amount for e in mine if e.entry == k) for k in {e.entry for e in mine}}
            assert -total.get("confirmed", 0) - total.get("reversed", 0) == right.used, right
            assert -total.get("reserved", 0) - total.get("cancelled", 0) == right.reserved, right
            assert -total.get("lapsed", 0) == right.lapsed, right
            assert total["granted"] == (right.quota or 0), right
            live = cards[right.card_id].status is CardStatus.ACTIVE
            assert right.live == live or right.closed_at is not None, right
            if right.quota is not None:
                left = right.quota - right.used - right.reserved - right.lapsed
                assert sum(e.amount for e in mine) == left >= 0, right
        for pool in await self.all(CityPool):
            taken = -sum(e.amount for e in entries if e.pool_id == pool.id)
            assert taken == pool.used + pool.reserved <= pool.quota, pool

    # Making ---------------------------------------------------------------------------------------
    async def add(self, *rows: SQLModel) -> None:
        async with Work(self.services).write(PLATFORM) as ctx:
            for row in rows:
                ctx.db.add(row)
                await ctx.db.flush()

    async def add_sql(self, sql: str, *args: Any) -> None:
        """As the platform, around the operations."""
        async with self.services.database.pool("bole_system").acquire() as connection:
            await connection.execute(sql, *args)

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

    async def a_talent(
        self,
        name: str = "陈思齐",
        unit: str = "湘桥",
        *,
        level: str | None = "L4",
        until: date | None = None,
        **given: Any,
    ) -> Talent:
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
            grant = LevelGrant(
                unit_path=made.unit_path, talent_id=made.id, level=level, valid_from=BEGIN, valid_until=until
            )
            await self.add(grant)
        return made

    async def a_child(self, talent: Talent, relation: Relation = Relation.CHILD) -> FamilyMember:
        made = FamilyMember(talent_id=talent.id, unit_path=talent.unit_path, relation=relation, name="陈小满")
        await self.add(made)
        return made

    async def a_card(self, talent: Talent | None = None, *, active: bool = True, **given: Any) -> Card:
        """Issued by a batch of one, approved by another, and activated today."""
        talent = talent or await self.a_talent(**given)
        batch = await self.do(
            self.office,
            batch_service.draw_up_card_batch,
            title="测试",
            scheme_code="youcai",
            talent_ids=[talent.id],
        )
        await self.do(self.office, batch_service.submit_card_batch, batch_id=batch.id)
        await self.do(self.staff("潮州", "主任"), batch_service.approve_card_batch, batch_id=batch.id)
        card = await self.one(Card, batch_id=batch.id)
        if active:
            card = await self.do(self.office, service.activate_card, card_id=card.id)
        return card

    async def many_cards(self, count: int, unit: str = "湘桥", level: str = "L5") -> list[Card]:
        """Active cards, put in directly: for tests that need a crowd."""
        made = []
        for i in range(count):
            talent = await self.a_talent(f"林某{i}", unit, level=level)
            card = Card(
                talent_id=talent.id,
                unit_path=talent.unit_path,
                number=await self.do(PLATFORM, _number),
                scheme="youcai",
                scheme_version=1,
                tier="regular",
                tier_name="普通卡",
                level=level,
                valid_from=BEGIN,
                valid_until=date(2028, 12, 31),
                status=CardStatus.ACTIVE,
                status_since=datetime(2025, 1, 1, tzinfo=SHANGHAI),
            )
            await self.add(card)
            made.append(card)
        return made

    async def publish(
        self, code: str, start: date, until: date | None = None, *, kind: str = "card_service", **changes: Any
    ) -> None:
        """A new version of a service, or of the scheme, from `start` on."""
        async with Work(self.services).write(PLATFORM) as ctx:
            stmt = select(Entry).where(col(Entry.kind) == kind, col(Entry.code) == code)
            *_, last = (await ctx.db.exec(stmt.order_by(col(Entry.number)))).all()
            body = {**last.body, **changes}
            last.valid_until = start - timedelta(days=1)
            await ctx.db.flush()
            ctx.db.add(
                Entry(
                    **{
                        **last.model_dump(include={"kind", "code", "name", "position", "source"}),
                        "number": last.number + 1,
                        "body": body,
                        "valid_from": start,
                        "valid_until": until,
                        "published_at": last.published_at,
                    }
                )
            )


async def _number(ctx: Context) -> str:
    return await lifecycle.new_number(ctx, "CZ")


async def visit(services: Services) -> City:
    """The city as it was founded."""
    city = City(services)
    city.units = {unit.code: unit for unit in await city.all(Unit)}
    return city


async def found(services: Services) -> None:
    city = City(services)
    await city.a_unit("潮州", UnitKind.COMMITTEE)
    for district in ("湘桥", "饶平"):
        await city.a_unit(district, UnitKind.COUNTY, "潮州")
    await city.a_unit("中心医院", UnitKind.PROVIDER, "潮州")
    told = tomllib.loads(PROFILE.read_text())
    published = datetime(2025, 1, 1, tzinfo=SHANGHAI)
    await city.add(
        *(
            Entry(
                kind=one["kind"],
                code=one["code"],
                name=one["name"],
                position=i,
                body=one["body"],
                source=told["source"],
                published_at=published,
                valid_from=BEGIN,
            )
            for i, one in enumerate(told["entry"])
        )
    )
