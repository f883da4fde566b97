"""Who is told what: those who can act on it, once, and never the name. The real city of the profile."""

from datetime import date
from uuid import UUID

import asyncpg
import pytest
from sqlmodel import col, select
from tests.fasttrack.conftest import DECIDES, LEADS, NAME, OPENS, SIGNS, World
from tests.fasttrack.steps import Travel, countersign_of, says
from tests.support.city import city_template
from tests.support.days import d
from tests.support.postgres import TestServer

from bole.core.actor import PLATFORM, Actor
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.fasttrack import clock_service, notice_reactions, reactions, review_service, service, timers
from bole.fasttrack.plan_service import MeasureIn, deliver, set_plan, sign
from bole.identity.models import Account
from bole.identity.rules import AccountKind
from bole.org.models import Appointment, Post, Unit
from bole.worker import deliver_one


@pytest.fixture(scope="session")
async def template(postgres: TestServer, template: str) -> str:
    return await city_template(postgres, template)


@pytest.fixture
async def city(database: Database, travel: Travel) -> World:
    """潮州 as the profile tells it, with an account for whoever sits on a post."""
    made = World(Work(Services(database=database)))
    async with made.as_(PLATFORM) as ctx:
        made.units = {u.code: u for u in await ctx.db.exec(select(Unit))}
        made.posts = {p.code: p for p in await ctx.db.exec(select(Post))}
        held = select(Appointment).order_by(col(Appointment.id))
        people = {a.person_id: a.person_name for a in await ctx.db.exec(held)}
        known = set((await ctx.db.exec(select(Account.person_id))).all())
        for person, name in people.items():
            if person not in known:
                login = f"t{person.hex}"
                ctx.db.add(Account(login=login, name=name, kind=AccountKind.STAFF, person_id=person))
    return made


async def delivered(world: World) -> None:
    while await deliver_one(world.work.services):
        pass


# what tells and what counts anew is known by being imported, as the worker imports it
assert notice_reactions.TOLD
assert reactions.count_anew


async def told(sees: asyncpg.Connection, kind: str) -> dict[str, list[str]]:
    """Titles of this kind, by the name of who was told."""
    rows = await sees.fetch(
        "select a.name, array_agg(n.title order by n.created_at) as titles from notice n"
        " join account a on a.id = n.account_id where n.kind = $1 group by a.name",
        kind,
    )
    return {r["name"]: r["titles"] for r in rows}


def officer(city: World) -> Actor:
    return city.someone("office", LEADS, scope="cz")


async def opened(city: World) -> UUID:
    by = city.someone("raoping-office", OPENS, scope="raoping")
    return await city.open_case(by=by, employer_id=None)


async def asked(city: World, travel: Travel, *units: str) -> UUID:
    """Accepted on 09-21, sent to these departments on 09-22."""
    id = await opened(city)
    travel("09-21")
    office = officer(city)
    await city.do(office, service.accept, case_id=id)
    await city.do(office, service.verify, case_id=id, note="属实")
    plan = MeasureIn(
        kind="team", content="配备团队", unit_id=city.units[units[0]].id, due_on=date(2026, 12, 31)
    )
    version = (await city.case(id)).version
    await city.do(office, set_plan, case_id=id, version=version, measures=[plan])
    travel("09-22")
    await city.do(
        office,
        review_service.send_to_countersign,
        case_id=id,
        unit_ids=[city.units[u].id for u in units],
    )
    return id


async def test_those_who_can_act_are_told_and_nobody_else(
    city: World, sees: asyncpg.Connection, travel: Travel
) -> None:
    await asked(city, travel, "keji", "caizheng")
    await delivered(city)
    opened_to = await told(sees, "fasttrack_case_opened")
    # the office's clerks and directors; not its system administrator, auditor or inspectors
    assert set(opened_to) == {"沈明芸", "林书彬", "庄敏诚", "丁文彬", "魏雅川", "陈继岚"}
    # the county that opened it; not another one
    assert set(await told(sees, "fasttrack_case_accepted")) == {"邱敏宏", "陈泽薇", "丁春平"}
    # both commissioners of each department that was asked
    asked_of = await told(sees, "fasttrack_countersign_asked")
    assert set(asked_of) == {"郭晓川", "李昭润", "陈佩璇", "庄淑东"}
    assert asked_of["郭晓川"] == ["一事一议 FT-2026-01 请会签，应于 2026-09-30 前答复"]


async def test_a_fact_delivered_twice_is_told_once(
    city: World, sees: asyncpg.Connection, travel: Travel
) -> None:
    await asked(city, travel, "keji")
    await delivered(city)
    before = await sees.fetchval("select count(*) from notice")
    assert before > 0
    await sees.execute("update outbox set delivered_at = null")
    await delivered(city)
    assert await sees.fetchval("select count(*) from notice") == before
    assert await sees.fetchval("select count(*) from outbox where error is not null") == 0


async def test_no_notice_holds_the_name(city: World, sees: asyncpg.Connection, travel: Travel) -> None:
    await asked(city, travel, "keji")
    await delivered(city)
    assert await sees.fetchval("select count(*) from notice where title || body like $1", f"%{NAME}%") == 0


async def test_every_fact_of_the_slice_reaches_somebody(
    city: World, sees: asyncpg.Connection, travel: Travel
) -> None:
    id = await asked(city, travel, "keji")
    office = officer(city)
    await city.do(office, clock_service.pause, case_id=id, reason="补正", expected_end=d("09-24"))
    travel("09-28")
    await city.do(office, clock_service.resume, case_id=id)
    await says(city, id, "keji", by=city.someone("keji", SIGNS, post="keji-head"))
    await city.do(office, review_service.consult_experts, case_id=id)
    await city.do(office, review_service.record_vote, case_id=id, invited=9, present=8, agree=6)
    chair = city.posts["group-chair"]
    await city.do(office, review_service.submit, case_id=id, decider_id=chair.id)
    await city.do(
        city.someone("group", DECIDES, post="group-chair", scope="cz"),
        review_service.decide,
        case_id=id,
        outcome=review_service.Outcome.APPROVED,
        opinion="同意",
        form="组长审定",
    )
    await city.do(office, sign, case_id=id, agreement="1号")
    await city.do(office, deliver, case_id=id)
    await delivered(city)
    facts = {r["fact"] for r in await sees.fetch("select distinct fact from outbox")}
    kinds = {r["kind"] for r in await sees.fetch("select distinct kind from notice")}
    assert len(facts) == 14
    assert {k.removeprefix("fasttrack_").replace("_", "") for k in kinds} == {f.lower() for f in facts}
    assert await told(sees, "fasttrack_decision_asked") == {"杜书平": ["一事一议 FT-2026-01 请审定"]}


# At night -----------------------------------------------------------------------------------------------


async def test_what_is_due_is_called_to_mind_once_before_and_once_after(
    city: World, sees: asyncpg.Connection, travel: Travel
) -> None:
    await asked(city, travel, "keji")  # the word is due on 09-30, the decision on 10-19
    for day in ("09-28", "09-29", "09-30", "10-01", "10-09", "10-18", "10-20", "10-21"):
        travel(day, "00:10")
        await timers.night(city.work.services)
        await timers.night(city.work.services)
    assert (await told(sees, "fasttrack_due_soon"))["郭晓川"] == [
        "一事一议 FT-2026-01 会签将于 2026-09-30 到期"
    ]
    assert (await told(sees, "fasttrack_overdue"))["郭晓川"] == [
        "一事一议 FT-2026-01 会签已逾期，期限为 2026-09-30"
    ]
    assert (await told(sees, "fasttrack_due_soon"))["庄敏诚"] == [
        "一事一议 FT-2026-01 审定将于 2026-10-19 到期"
    ]
    assert (await told(sees, "fasttrack_overdue"))["庄敏诚"] == [
        "一事一议 FT-2026-01 审定已逾期，期限为 2026-10-19"
    ]


async def test_a_paused_case_is_not_called_to_mind(
    city: World, sees: asyncpg.Connection, travel: Travel
) -> None:
    id = await asked(city, travel, "keji")
    await city.do(officer(city), clock_service.pause, case_id=id, reason="补正", expected_end=d("11-30"))
    travel("10-21", "00:10")
    await timers.night(city.work.services)
    assert await told(sees, "fasttrack_overdue") == {}


async def test_a_pause_that_outlasts_its_end_moves_the_estimate_and_is_told_once(
    city: World, sees: asyncpg.Connection, travel: Travel
) -> None:
    id = await asked(city, travel, "keji")
    travel("09-24")
    await city.do(officer(city), clock_service.pause, case_id=id, reason="补正", expected_end=d("10-10"))
    estimates = []
    for day in ("10-10", "10-11", "10-12", "10-13", "10-14"):
        travel(day, "00:10")
        await timers.night(city.work.services)
        estimates.append((await city.case(id)).due_on)
    assert estimates == [d("10-27"), d("10-27"), d("10-28"), d("10-29"), d("10-30")]
    causes = [
        r["cause"]
        for r in await sees.fetch(
            "select cause from fasttrack_due_move where countersign_id is null order by id"
        )
    ]
    assert causes == ["暂停：补正（预计 2026-10-10 恢复）", "暂停已过预计恢复日 2026-10-10，尚未恢复"]
    travel("10-14", "10:00")
    case = await city.do(officer(city), clock_service.resume, case_id=id)
    assert (case.due_on, case.due_estimated) == (d("10-30"), False)
    assert (await countersign_of(city, id, "keji")).due_on == d("10-19")
