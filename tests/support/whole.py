"""The whole city: 潮州 with an account of every role, and rows of every slice, made through the operations.

Built once for each state of the schema, the profile and this file; a module's tests share a clone (fixture
`whole`), so they look, or change only what they made themselves.
"""

import hashlib
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import orjson
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from sqlmodel import col, select
from tests.support import least
from tests.support.city import CHAOZHOU, city_template
from tests.support.postgres import TestDatabase, TestServer

from bole import serving, worker
from bole.core import clock
from bole.core.actor import PLATFORM, Actor
from bole.core.context import Services, Work
from bole.core.front import Front
from bole.core.table import new_id
from bole.identity import rules as identity_rules
from bole.identity.demo import DemoFile, make_demo_accounts, read_demo_accounts
from bole.identity.identify import Identity
from bole.identity.models import Account
from bole.identity.service import open_session
from bole.org.models import Post, Unit
from bole.roster.identity_numbers import DEMO_AREA, make_resident_number
from bole.roster.importing import run_import
from bole.roster.importing_service import begin_import, original_key
from bole.roster.models import Talent
from bole.settings import Environment, read_settings

DEMO = CHAOZHOU / "demo_accounts.toml"
DISTRICTS = ("xiangqiao", "chaoan", "emp-ceramic-institute")
NAMES = [
    "林晓岚",
    "张三",
    "欧阳慕云",
    "陈砚秋",
    "李四维",
    "王五岳",
    "陈思齐",
    "黄志远",
    "赵八方",
    "单雄信",
    "许文彬",
    "蔡静仪",
]


@dataclass
class Whole:
    """What a module's tests share."""

    db: TestDatabase
    app: FastAPI
    files: Path
    actors: dict[str, Actor] = field(default_factory=dict)
    """By login of the demo account, as right after signing in."""
    tokens: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    """The login of each role's first account."""

    @property
    def services(self) -> Services:
        found: Services = self.app.state.services
        return found

    @property
    def work(self) -> Work:
        return Work(self.services)

    def client(self, login: str | None = None, **headers: str) -> AsyncClient:
        """A script's client: our header, the account's token. `raise_app_exceptions=False`: as a server does."""
        given = {"x-bole-request": "1", **headers}
        if login is not None:
            given["authorization"] = f"Bearer {self.tokens[login]}"
        transport = ASGITransport(Front(self.app), raise_app_exceptions=False)
        return AsyncClient(transport=transport, base_url="http://bole.test", headers=given)

    async def say(self, who: str | Actor, text: str, **variables: Any) -> Any:
        """The answer to a document, without HTTP around it."""
        actor = self.actors[who] if isinstance(who, str) else who
        return orjson.loads(await self.app.state.endpoint.answer(text, _plain(variables), actor))

    async def do(self, who: str | Actor, text: str, **variables: Any) -> Any:
        """What the one root field of the document answers; fails on errors."""
        told = await self.say(who, text, **variables)
        assert "errors" not in told, (text, told["errors"])
        (value,) = told["data"].values()
        return value

    @asynccontextmanager
    async def sees(self) -> AsyncIterator[asyncpg.Connection]:
        """A connection that row policies do not bind."""
        connection = await asyncpg.connect(self.db.superuser)
        try:
            yield connection
        finally:
            await connection.close()


def _plain(variables: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = orjson.loads(orjson.dumps(variables, default=str))
    return plain


def app_on(db: TestDatabase, files: Path, **more: Any) -> FastAPI:
    """The app as a process serves it, on this database."""
    return serving.app(
        read_settings(env=Environment.TEST, app_database_url=db.app, files_dir=files, pool_max=6, **more)
    )


async def opened(db: TestDatabase, files: Path, **more: Any) -> Whole:
    """The app on `db`, with a session for every demo account."""
    whole = Whole(db, app_on(db, files, **more), files)
    for row in _demo().account:
        whole.roles.setdefault(row.role, row.login)
    identity = Identity(whole.services)
    async with whole.work.write(PLATFORM) as ctx:
        for account in (await ctx.db.exec(select(Account).where(col(Account.demo)))).all():
            method = identity_rules.SignInMethod.PASSWORD
            session = await open_session(ctx, account, method, source="10.0.0.1", agent="test")
            whole.tokens[account.login] = session.token
    for login, token in whole.tokens.items():
        acting = await identity.sessions.actor_of(token)
        assert acting is not None, login
        whole.actors[login] = acting
    return whole


async def closed(whole: Whole) -> None:
    await whole.services.extras["live"].close()
    await whole.services.database.close()


async def whole_template(postgres: TestServer, template: str) -> str:
    """The name of a template with the whole city in it."""
    base = await city_template(postgres, template)
    told = hashlib.sha256(base.encode() + Path(__file__).read_bytes() + Path(least.__file__).read_bytes())
    name = f"bole_tpl_{told.hexdigest()[:16]}"

    async def build(database: TestDatabase) -> None:
        with tempfile.TemporaryDirectory(prefix="bole-whole-") as folder:
            await _fill(database, Path(folder))

    await postgres.made_once(name, build, template=base)
    return name


# What stands in it ------------------------------------------------------------------------------------


def _demo() -> DemoFile:
    return read_demo_accounts(DEMO)


async def _fill(database: TestDatabase, files: Path) -> None:
    whole = Whole(database, app_on(database, files), files)
    try:
        talents = await _people(whole)
        async with whole.work.write(PLATFORM) as ctx:

            async def a_talent(level: str | None) -> tuple[UUID, str]:
                of_level = select(Talent).where(col(Talent.level) == level).order_by(col(Talent.id))
                talent = (await ctx.db.exec(of_level)).first()
                assert talent is not None
                return talent.id, talent.name

            await make_demo_accounts(ctx, _demo(), a_talent)
        filled = await opened(database, files)
        try:
            await _contacts(filled, talents)
            await _cards(filled, talents)
            await _cases(filled)
            await _import(filled)
            await _seldom(filled, talents)
            await _rights(filled, talents)
            await _shown(filled)
            await worker.deliver_all(filled.services)
            await least.one_of_each(filled, sorted(talents[:2]))
        finally:
            await closed(filled)
    finally:
        await closed(whole)


async def ids(whole: Whole, table: Any) -> dict[str, UUID]:
    """Ids of units or posts by their codes."""
    async with whole.work.read(PLATFORM) as ctx:
        return {row.code: row.id for row in (await ctx.db.exec(select(table))).all()}


ENTER = "mutation ($u: UUID!, $t: NewTalentIn!) { enterTalent(unitId: $u, talent: $t) { id } }"


async def _people(whole: Whole) -> list[str]:
    """Twelve persons of three places, with a career each."""
    units, made = await ids(whole, Unit), []
    for i, name in enumerate(NAMES):
        born = date(1970 + i, 1 + i, 3 + i)
        told = {
            "name": name,
            "level": f"L{1 + i % 5}",
            "levelSince": "2025-03-01",
            "levelBasis": "演示",
            "specialty": "陶瓷新材料",
            "phone": f"1990000{1000 + i}",
            "documents": [
                {"kind": "RESIDENT_ID", "number": make_resident_number(DEMO_AREA, born, 2 * i + 1)}
            ],
            "otherNames": [{"kind": "FORMER", "name": f"{name[0]}旧名"}] if i % 3 == 0 else [],
            "employment": {"employerName": "韩江陶瓷研究院", "position": "研究员", "startedOn": "2024-05-06"},
            "educations": [{"degree": "DOCTOR", "school": "韩江理工学院", "graduatedOn": "2000-07-01"}],
            "titles": [{"name": "高级工程师", "rank": "ASSOCIATE_SENIOR" if i % 2 else "SENIOR"}],
            "honours": [{"name": "市级优秀人才", "grade": "CITY", "grantedOn": "2020-01-01"}],
        }
        entered = await whole.do(PLATFORM, ENTER, u=units[DISTRICTS[i % 3]], t=told)
        made.append(entered["id"])
    family = "mutation ($t: UUID!, $m: FamilyIn!) { addFamilyMember(talentId: $t, member: $m) { id } }"
    child = {"relation": "CHILD", "name": "林小满", "birthDate": "2018-06-01", "purpose": "子女入学"}
    await whole.do(PLATFORM, family, t=made[0], m=child)
    return made


ASSIGN = "mutation ($t: UUID!, $p: UUID!) { assignContact(talentId: $t, postId: $p) { id } }"
RECORD = "mutation ($t: UUID!, $p: UUID, $c: ContactIn!) { recordContact(talentId: $t, postId: $p, contact: $c) { id } }"
PLAN = (
    "mutation ($t: UUID!, $p: UUID, $c: PlanIn!) { planContact(talentId: $t, postId: $p, plan: $c) { id } }"
)


async def _contacts(whole: Whole, talents: list[str]) -> None:
    posts = await ids(whole, Post)
    today = clock.today()
    for talent in talents[:6]:
        await whole.do("zhuren", ASSIGN, t=talent, p=posts["p-017"])
    for i, talent in enumerate(talents[:6]):
        told = {
            "occurredOn": today - timedelta(days=i),
            "mode": "VISIT",
            "greeting": "登门看望，了解近况。",
            "condition": "已任首席研究员" if i % 2 else None,
            "need": "子女入学" if i % 2 else None,
            "advice": "建议设立中试基地" if i % 3 == 0 else None,
            "confidentiality": "OPEN" if i % 2 else "INTERNAL",
            "needs": [] if i % 2 else [{"content": "人才公寓", "kind": "housing"}],
            "changes": [] if i % 2 else [{"field": "specialty", "value": "日用陶瓷"}],
        }
        await whole.do("lianxi", RECORD, t=talent, c=told)
    plan = {"plannedOn": today + timedelta(days=9), "mode": "PHONE"}
    await whole.do("lianxi", PLAN, t=talents[0], c=plan)


DRAW_UP = """mutation ($s: String!, $t: [UUID!]) {
  drawUpCardBatch(title: "首批", schemeCode: $s, talentIds: $t) { id } }"""
REDEEM = """mutation ($n: String!, $s: String!, $k: String!) {
  redeem(cardNumber: $n, service: $s, key: $k) { id } }"""
RESERVE = """mutation ($n: String!, $s: String!, $d: Date!, $k: String!) {
  reserve(cardNumber: $n, service: $s, day: $d, key: $k) { id } }"""


async def _cards(whole: Whole, talents: list[str]) -> None:
    batch = (await whole.do("jingban", DRAW_UP, s="youcai", t=talents[:10]))["id"]
    await whole.do("jingban", "mutation ($b: UUID!) { submitCardBatch(batchId: $b) { id } }", b=batch)
    await whole.do("zhuren", "mutation ($b: UUID!) { approveCardBatch(batchId: $b) { id } }", b=batch)
    await whole.do("jingban", DRAW_UP, s="youcai", t=talents[10:])
    cards = (await whole.do("jingban", "{ cards { nodes { id number tier talent { id } } } }"))["nodes"]
    cards.sort(key=lambda card: (card["tier"] == "regular", talents.index(card["talent"]["id"])))
    for card in cards[:8]:
        await whole.do("jingban", "mutation ($c: UUID!) { activateCard(cardId: $c) { id } }", c=card["id"])
    for i, card in enumerate(cards[:4]):
        await whole.do("jingban", REDEEM, n=card["number"], s="scenic", k=f"whole-{i}")
        await whole.do("yiyuan", REDEEM, n=card["number"], s="checkup", k=f"whole-c{i}")
    tomorrow = clock.today() + timedelta(days=1)
    await whole.do("jingban", RESERVE, n=cards[0]["number"], s="vip_lounge", d=tomorrow, k="whole-r")


OPEN = """mutation ($l: UUID!, $n: String!) {
  openCase(level: "L1", candidateName: $n, request: "院士团队整体引进", leadId: $l) { id } }"""
SET_PLAN = """mutation ($c: UUID!, $v: Int!, $m: [MeasureIn!]!) { setCasePlan(caseId: $c, version: $v, measures: $m) { id } }"""
ASK = "mutation ($c: UUID!, $u: [UUID!]!) { sendToCountersign(caseId: $c, unitIds: $u) { id } }"


async def _cases(whole: Whole) -> None:
    """Three cases of 湘桥区: opened, accepted and paused, being countersigned."""
    units = await ids(whole, Unit)
    for i in range(3):
        case = (await whole.do("xiangqiao", OPEN, l=units["office"], n=f"人选{i}"))["id"]
        if i == 0:
            continue
        await whole.do("jingban", "mutation ($c: UUID!) { acceptCase(caseId: $c) { id } }", c=case)
        if i == 1:
            pause = 'mutation ($c: UUID!, $d: Date!) { pauseCase(caseId: $c, reason: "补正学位认证", expectedEnd: $d) { id } }'
            await whole.do("jingban", pause, c=case, d=clock.today() + timedelta(days=10))
            continue
        verify = 'mutation ($c: UUID!) { verifyCase(caseId: $c, note: "资格属实") { version } }'
        version = (await whole.do("jingban", verify, c=case))["version"]
        due = clock.today() + timedelta(days=200)
        measure = {"kind": "team", "content": "配备团队成员", "unitId": units["caizheng"], "dueOn": due}
        await whole.do("jingban", SET_PLAN, c=case, v=version, m=[measure])
        await whole.do("jingban", ASK, c=case, u=[units["caizheng"], units["renshe"]])
    await _settled_case(whole, units)


async def _settled_case(whole: Whole, units: dict[str, UUID]) -> None:
    """From opening to its first assessment, with somebody who kept out."""

    async def step(text: str, by: Actor | str = PLATFORM, **told: Any) -> Any:
        args = ", ".join(f"{name}: {value}" for name, value in told.items())
        return await whole.do(
            by, f"mutation ($c: UUID!) {{ {text}(caseId: $c, {args}) {{ version }} }}", c=case
        )

    posts = await ids(whole, Post)
    case = (await whole.do("xiangqiao", OPEN, l=units["office"], n="人选九"))["id"]
    await whole.do(PLATFORM, "mutation ($c: UUID!) { acceptCase(caseId: $c) { id } }", c=case)
    version = (await step("verifyCase", note='"资格属实"'))["version"]
    due = clock.today() + timedelta(days=300)
    measures = [
        {
            "kind": "team",
            "content": f"第{i}期",
            "unitId": units["caizheng"],
            "dueOn": due,
            "afterAssessment": i > 1,
        }
        for i in (1, 2)
    ]
    await whole.do(PLATFORM, SET_PLAN, c=case, v=version, m=measures)
    await whole.do(PLATFORM, ASK, c=case, u=[units["caizheng"]])
    mine = "{ myCountersigns(status: PENDING) { nodes { id case { id } } } }"
    asked = (await whole.do("zhuanyuan", mine))["nodes"]
    (sign,) = [a["id"] for a in asked if a["case"]["id"] == case]
    recuse = """mutation ($s: UUID!, $d: UUID!) {
      recuse(countersignId: $s, deputyId: $d, reason: "与人选系姻亲") { id } }"""
    await whole.do("zhuanyuan", recuse, s=sign, d=posts["caizheng-leader"])
    agree = "mutation ($s: UUID!) { countersign(countersignId: $s, opinion: AGREE) { id } }"
    await whole.do(replace(PLATFORM, post_id=posts["caizheng-leader"]), agree, s=sign)
    await step("consultExperts", note='"论证"')
    await step("recordExpertVote", invited=9, present=9, agree=9, recused=0)
    await step("submitCase", deciderId=f'"{posts["p-001"]}"')
    await step("decideCase", "zuzhang", outcome="APPROVED", opinion='"同意"', form='"组长审定"')
    await step("signCase", agreement='"演示〔2026〕1号"')
    await whole.do(PLATFORM, "mutation ($c: UUID!) { deliverCase(caseId: $c) { id } }", c=case)
    await step("assessCase", period='"首年"', passed="true", conclusion='"合格"')


async def _rights(whole: Whole, talents: list[str]) -> None:
    """A request of a person, and the records of an erasure, a notice and a read: nobody here is really erased."""
    from bole.identity.models import Partner
    from bole.privacy.models import DataRequest, DeletionNotice, Erasure, ReadAnomaly
    from bole.privacy.rules import NoticeReason, RequestKind

    async with whole.work.write(PLATFORM) as ctx:
        for one in talents[:2]:
            talent = await ctx.get(Talent, UUID(str(one)))
            of = {"talent_id": talent.id, "unit_path": talent.unit_path}
            partner = (await ctx.db.exec(select(Partner).order_by(col(Partner.code)))).first()
            assert partner is not None
            request = DataRequest(
                **of,
                kind=RequestKind.ERASE,
                content="请删除",
                raised_on=ctx.today,
                due_on=ctx.today + timedelta(days=20),
                due_words="十五个工作日",
            )
            ctx.db.add(request)
            await ctx.db.flush()
            ctx.db.add_all(
                [
                    Erasure(
                        **of, request_id=request.id, ordered_at=ctx.now, ordered_by_name="林主任", lines=[]
                    ),
                    DeletionNotice(
                        **of,
                        partner_id=partner.id,
                        partner_name=partner.name,
                        reason=NoticeReason.ERASED,
                        cause=f"erasure/{request.id}",
                        received="卡种与有效期",
                        cards=[],
                        asked_on=ctx.today,
                        due_on=ctx.today + timedelta(days=14),
                        told_at=ctx.now,
                    ),
                    ReadAnomaly(
                        unit_path=talent.unit_path,
                        rule="many",
                        rule_name="一小时内查看多人",
                        actor_id=talent.id,
                        actor_name="王科员",
                        day=ctx.today,
                        since=ctx.now,
                        until=ctx.now,
                        reads=12,
                        persons=12,
                        talent_ids=[talent.id],
                        words="请核对",
                    ),
                ]
            )


async def _seldom(whole: Whole, talents: list[str]) -> None:
    """What happens seldom: a handover, a departure, a look at a number, a line for a pool."""
    posts, today = await ids(whole, Post), clock.today()
    await whole.do("zhuren", ASSIGN, t=talents[6], p=posts["p-018"])
    terms = "query ($p: UUID!) { appointments(postId: $p) { nodes { id } } }"
    (term,) = (await whole.do("guanli", terms, p=posts["p-018"]))["nodes"]
    end = "mutation ($a: UUID!, $d: Date!) { endAppointment(appointmentId: $a, lastDay: $d) { id } }"
    await whole.do("guanli", end, a=term["id"], d=today - timedelta(days=1))
    leave = """mutation ($t: UUID!, $d: Date!) {
      recordDeparture(talentId: $t, leftOn: $d, reason: TRANSFER, toldTo: "人才办", toldOn: $d) { id } }"""
    await whole.do("xiangqiao", leave, t=talents[9], d=today)
    reveal = """mutation ($t: UUID!) {
      revealField(talentId: $t, field: PHONE, purpose: CONTACT, reason: "通知年审") { value } }"""
    await whole.do("xiangqiao", reveal, t=talents[0])
    (pool,) = (await whole.do("jingban", "{ cityPools { nodes { id used reserved } } }"))["nodes"]
    narrow = """mutation ($p: UUID!, $q: Int!) {
      setPoolQuota(poolId: $p, quota: $q, reason: "演示") { id } }"""
    await whole.do("jingban", narrow, p=pool["id"], q=pool["used"] + pool["reserved"])
    cards = "{ cards(status: ACTIVE, first: 20) { nodes { number redemptions(first: 1) { id } } } }"
    idle = [c for c in (await whole.do("xiangqiao", cards))["nodes"] if not c["redemptions"]]
    line = 'mutation ($n: String!, $d: Date!) { joinPoolLine(cardNumber: $n, service: "checkup", day: $d) { id } }'
    await whole.do("jingban", line, n=idle[0]["number"], d=today)
    scope = "mutation ($p: UUID!) { setScope(postId: $p) { id } }"
    await whole.do("guanli", scope, p=posts["caizheng-leader"])


async def _shown(whole: Whole) -> None:
    """A holder agrees to something and shows the card at a counter."""
    (*_, last) = await whole.do("rencai", "{ myConsents { purpose version } }")
    give = "mutation ($p: String!, $v: Int!) { giveConsent(purpose: $p, version: $v) { givenAt } }"
    await whole.do("rencai", give, p=last["purpose"], v=last["version"])
    cards = await whole.do("rencai", "{ myCards { id status } }")
    (card,) = [c["id"] for c in cards if c["status"] == "ACTIVE"]
    issue = "mutation ($c: UUID!) { issueCardCodes(cardId: $c) { windows { digits } } }"
    codes = await whole.do("rencai", issue, c=card)
    present = "mutation ($d: String!) { presentCard(code: $d) { id } }"
    await whole.do("yiyuan", present, d=codes["windows"][0]["digits"])


async def _import(whole: Whole) -> None:
    """A table of three rows, one of them wrong, read and waiting for its commit."""
    import_id = new_id()
    rows = ["姓名,证件号码,归口单位,手机", "林知微,,xiangqiao,19900002001", "周望舒,,xiangqiao,19900002002"]
    data = "\r\n".join([*rows, "郑不全,445199199001011,nowhere,12"]).encode()
    await whole.services.files.put(original_key(import_id), data)
    async with whole.work.write(whole.actors["xiangqiao"]) as ctx:
        digest = hashlib.sha256(data).hexdigest()
        await begin_import(ctx, import_id=import_id, filename="名录.csv", size=len(data), digest=digest)
    await run_import(whole.services, import_id=str(import_id))
