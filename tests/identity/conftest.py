"""A small city: a committee with its talent office, two counties with theirs; roles, posts, people, accounts."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from sqlmodel import select
from tests.support.postgres import TestDatabase, TestServer

from bole.app import create_app
from bole.catalogue.models import Entry
from bole.core import clock
from bole.core.actor import PLATFORM, Actor
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.permissions import Permission
from bole.core.secrets import Vault
from bole.core.table import new_id
from bole.identity import rules
from bole.identity.identify import Identity
from bole.identity.models import Account, Credential, PostRole
from bole.identity.passwords import digest
from bole.identity.rules import AccountKind
from bole.org.models import Appointment, Post, Unit
from bole.org.rules import UnitKind, child_path, range_of
from bole.settings import Settings

PASSWORD = "Chaozhou-2026!"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
P = Permission
ROLES: dict[str, tuple[str, list[Permission]]] = {
    "R1": ("staff", [P.SELF_READ, P.ROSTER_READ, P.ROSTER_WRITE, P.ROSTER_EXPORT, P.CARD_ISSUE]),
    "R4": ("leader", [P.SELF_READ, P.CONTACT_READ, P.CONTACT_RECORD]),
    "R5": ("staff", [P.SELF_READ, P.ROSTER_READ, P.ROSTER_WRITE]),
    "R9": ("talent", [P.SELF_READ, P.CARD_READ]),
    "R10": ("partner", [P.CARD_VERIFY, P.CARD_REDEEM]),
    "R13": ("staff", [P.SELF_READ, P.PARTNER_MANAGE]),
    "R14": ("staff", [P.SELF_READ, P.ACCOUNT_READ, P.ACCOUNT_MANAGE, P.ORG_READ, P.ORG_MANAGE]),
    "R15": ("staff", [P.SELF_READ, P.ACCOUNT_READ, P.AUDIT_READ]),
}
BEGAN = date(2020, 1, 1)
_hash: dict[str, str] = {}


@dataclass
class City:
    """What the tests talk about, by name."""

    services: Services
    identity: Identity
    units: dict[str, Unit] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)

    @property
    def work(self) -> Work:
        return Work(self.services)

    async def unit(self, name: str, kind: UnitKind, ordinal: int, parent: str | None = None) -> Unit:
        above = self.units[parent] if parent else None
        depth = above.depth + 1 if above else 1
        path = child_path(above.path if above else 0, depth, ordinal)
        made = Unit(
            parent_id=above.id if above else None, kind=kind, code=name, name=name, short_name=name,
            depth=depth, ordinal=ordinal, path=path, path_end=range_of(path, depth)[1], valid_from=BEGAN,
        )  # fmt: skip
        async with self.work.write(PLATFORM) as ctx:
            ctx.db.add(made)
        self.units[name] = made
        return made

    async def post(self, name: str, unit: str, *roles: str, shared: bool = False, rank: int = 0) -> Post:
        made = Post(
            unit_id=self.units[unit].id, code=name, name=name, shared=shared, rank=rank, valid_from=BEGAN
        )
        async with self.work.write(PLATFORM) as ctx:
            ctx.db.add(made)
            await ctx.db.flush()
            ctx.db.add_all([PostRole(post_id=made.id, role_code=role) for role in roles])
        self.posts[name] = made
        return made

    async def appoint(
        self, login: str, post: str, *, begins: date = BEGAN, until: date | None = None
    ) -> Appointment:
        account = self.accounts[login]
        assert account.person_id is not None
        made = Appointment(
            post_id=self.posts[post].id, shared=self.posts[post].shared, person_id=account.person_id,
            person_name=account.name, valid_from=begins, valid_until=until,
        )  # fmt: skip
        async with self.work.write(PLATFORM) as ctx:
            ctx.db.add(made)
        return made

    async def account(
        self,
        login: str,
        *posts: str,
        kind: AccountKind = AccountKind.STAFF,
        enrolled: bool = True,
        **more: Any,
    ) -> Account:
        """An account whose owner has set it up: own password, and an authenticator where one is needed."""
        made = Account(
            login=login, name=more.pop("name", login), kind=kind,
            person_id=new_id() if kind in rules.SITS_ON_POSTS else None, **more,
        )  # fmt: skip
        if "it" not in _hash:
            _hash["it"] = await digest(PASSWORD)
        credential = Credential(
            account_id=made.id, password_hash=_hash["it"], password_changed_at=clock.now()
        )
        if enrolled and kind in rules.TWO_FACTORS:
            credential.totp_sealed = self.services.vault.seal("credential", "totp", credential.id, SECRET)
        async with self.work.write(PLATFORM) as ctx:
            ctx.db.add(made)
            await ctx.db.flush()
            ctx.db.add(credential)
        self.accounts[login] = made
        for post in posts:
            await self.appoint(login, post)
        return made

    async def session(self, login: str, *, source: str = "10.0.0.1") -> str:
        """A fresh session's token, opened as signing in opens it."""
        from bole.identity.service import open_session

        async with self.work.write(PLATFORM) as ctx:
            account = await ctx.get(Account, self.accounts[login].id)
            opened = await open_session(
                ctx, account, rules.SignInMethod.PASSWORD, source=source, agent="test"
            )
        return opened.token

    async def actor(self, login: str) -> Actor:
        """As whom this account acts right after signing in."""
        acting = await self.identity.sessions.actor_of(await self.session(login))
        assert acting is not None
        return acting


def code(at: timedelta = timedelta()) -> str:
    """What the authenticator of every enrolled account here shows."""
    return rules.totp_code(SECRET, clock.now() + at)


@pytest.fixture
async def services(database: Database) -> Services:
    return Services(database, settings=Settings(), vault=Vault.of(Settings()))


async def build(made: City) -> None:
    async with made.work.write(PLATFORM) as ctx:
        for code_, (actor, permissions) in ROLES.items():
            body = {"actor": actor, "permissions": [str(p) for p in permissions], "daily": []}
            told = {"kind": "role", "code": code_, "name": code_, "body": body, "source": "测试"}
            ctx.db.add(Entry(**told, valid_from=BEGAN, published_at=clock.now()))
    await made.unit("市委", UnitKind.COMMITTEE, 1)
    await made.unit("市委人才办", UnitKind.TALENT_OFFICE, 1, "市委")
    for i, county in enumerate(("湘桥区", "潮安区"), start=2):
        await made.unit(county, UnitKind.COUNTY, i, "市委")
        await made.unit(f"{county}人才办", UnitKind.TALENT_OFFICE, 1, county)
    await made.post("综合科经办", "市委人才办", "R1", shared=True)
    await made.post("系统管理员", "市委人才办", "R14")
    await made.post("安全审计员", "市委人才办", "R15")
    await made.post("数据共享管理员", "市委人才办", "R13")
    await made.post("湘桥区经办", "湘桥区人才办", "R5", shared=True)
    await made.post("潮安区经办", "潮安区人才办", "R5", shared=True)
    await made.post("副市长", "市委", "R4")
    await made.account("clerk", "综合科经办")
    await made.account("admin", "系统管理员")
    await made.account("xiangqiao", "湘桥区经办")


@pytest.fixture(scope="session")
async def bare_template(postgres: TestServer) -> str:
    """A database with today's schema and no rows."""
    await postgres.clear_leftovers()
    return await postgres.template()


@pytest.fixture(scope="session")
async def template(postgres: TestServer, bare_template: str) -> str:
    """With the city in it, built once: every test of identity gets a clone."""
    told = hashlib.sha256(bare_template.encode() + Path(__file__).read_bytes()).hexdigest()[:16]
    name = f"bole_tpl_city_{told}"

    async def make(there: TestDatabase) -> None:
        database = Database(there.app)
        services = Services(database, settings=Settings(), vault=Vault.of(Settings()))
        await build(City(services, Identity(services)))
        await database.close()

    await postgres.made_once(name, make, template=bare_template)
    return name


@pytest.fixture
async def city(services: Services) -> AsyncIterator[City]:
    made = City(services, Identity(services))
    async with made.work.read(PLATFORM) as ctx:
        made.units = {u.name: u for u in (await ctx.db.exec(select(Unit))).all()}
        made.posts = {p.name: p for p in (await ctx.db.exec(select(Post))).all()}
        made.accounts = {a.login: a for a in (await ctx.db.exec(select(Account))).all()}
    yield made
    await made.identity.stop()


@pytest.fixture
async def api(city: City) -> AsyncIterator[AsyncClient]:
    """A browser's client: our header set, cookies kept. The app keeps answers in memory, as it does in production."""
    await city.identity.start()
    transport = ASGITransport(create_app(city.services, city.identity), raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://bole.test") as client:
        client.headers["x-bole-request"] = "1"
        yield client


async def sign_in(api: AsyncClient, login: str, password: str = PASSWORD, totp: str | None = None) -> Any:
    body = {"login": login, "password": password} | ({"totp": totp} if totp is not None else {})
    return await api.post("/api/v1/session", json=body)


async def gql(api: AsyncClient, text: str, token: str | None = None, **variables: Any) -> Any:
    headers = {"authorization": f"Bearer {token}"} if token else {}
    answer = await api.post("/graphql", json={"query": text, "variables": variables}, headers=headers)
    return answer.json()
