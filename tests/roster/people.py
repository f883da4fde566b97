"""潮州's units with a roster to be filled: who acts, how they act, and people to act on."""

import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

import orjson
import strawberry

from bole.core.actor import PLATFORM, WHOLE_CITY, Actor, ActorKind
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.core.graph import make_schema
from bole.core.permissions import Permission
from bole.core.secrets import Vault
from bole.core.table import new_id
from bole.org.graphql import OrgQuery
from bole.org.models import Unit
from bole.roster import service
from bole.roster.forms import DocumentIn, NewTalentIn
from bole.roster.graphql import RosterMutation, RosterQuery
from bole.roster.identity_numbers import DEMO_AREA, DocumentKind, make_resident_number
from bole.roster.models import Talent
from bole.settings import Environment, read_settings

R = TypeVar("R")

SCHEMA = make_schema(
    strawberry.type(type("Query", (RosterQuery, OrgQuery), {"__annotations__": {}})),
    strawberry.type(type("Mutation", (RosterMutation,), {"__annotations__": {}})),
)
DOCUMENTS = Documents(SCHEMA._schema, introspection=False)
_numbers = itertools.count(1)


def a_number(born: date = date(1985, 5, 17), *, man: bool = False) -> str:
    """An identity number nobody has, another one each time."""
    n = next(_numbers)
    return make_resident_number(DEMO_AREA, date(born.year, 1 + n // 480 % 12, born.day), (n % 480) * 2 + man)


async def _nobody(_: Any) -> Actor | None:
    return None


@dataclass
class People:
    database: Database
    units: dict[str, Unit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        settings = read_settings(env=Environment.TEST)
        self.services = Services(self.database, settings, Vault.of(settings))
        self.endpoint = Endpoint(SCHEMA, self.services, _nobody, DOCUMENTS, {})

    # Whoever acts
    @property
    def office(self) -> Actor:
        """市委人才办: the whole city."""
        return self.staff(*WHOLE_CITY, name="市委人才办")

    def district(self, code: str, *without: Permission) -> Actor:
        """An officer of one district, with every permission but those."""
        unit = self.units[code]
        return self.staff(unit.path, unit.path_end, *without, name=f"{unit.short_name}经办")

    def staff(self, lo: int, hi: int, *without: Permission, name: str) -> Actor:
        return Actor(new_id(), name, ActorKind.STAFF, frozenset(Permission) - set(without), lo, hi)

    def own(self, kind: ActorKind, self_id: UUID) -> Actor:
        """A talent, or the leader on a post: they see what is theirs."""
        return Actor(new_id(), "本人", kind, frozenset(Permission), self_id=self_id)

    # What they do
    async def do(self, actor: Actor, act: Callable[..., Awaitable[R]], **given: Any) -> R:
        async with Work(self.services).write(actor) as ctx:
            ctx.performed.append(act.operation.name)  # type: ignore[attr-defined]
            return await act(ctx, **given)

    async def gql(self, actor: Actor, text: str, **variables: Any) -> Any:
        """`data` of the answer; fails on errors."""
        told = await self.told(actor, text, **variables)
        assert "errors" not in told, told["errors"]
        return told["data"]

    async def told(self, actor: Actor, text: str, **variables: Any) -> Any:
        return orjson.loads(await self.endpoint.answer(text, variables, actor))

    async def found(self, actor: Actor, search: str, **variables: Any) -> list[str]:
        """Names that a search brings, in its order."""
        data = await self.gql(
            actor, "query ($s: String) { talents(search: $s) { nodes { name } } }", s=search
        )
        return [n["name"] for n in data["talents"]["nodes"]]

    # Whom it is about
    async def enter(
        self, name: str, unit: str = "xiangqiao", actor: Actor | None = None, **more: Any
    ) -> Talent:
        """Somebody of that unit, with an identity number of their own unless `documents` are given."""
        given = {"documents": [DocumentIn(kind=DocumentKind.RESIDENT_ID, number=a_number())], **more}
        return await self.do(
            actor or self.office,
            service.enter,
            unit_id=self.units[unit].id,
            talent=NewTalentIn(name=name, **given),
        )


async def people_of(database: Database) -> People:
    from sqlmodel import select

    made = People(database)
    async with Work(made.services).read(PLATFORM) as ctx:
        made.units = {u.code: u for u in (await ctx.db.exec(select(Unit))).all()}
    return made
