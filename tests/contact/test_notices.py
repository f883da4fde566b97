"""Who hears of what: each fact told twice by the worker, each account told once."""

from datetime import date

import asyncpg
import pytest
from tests.contact.world import City, at

from bole.contact import need_service, notice_reactions, reactions, service
from bole.contact.events import (
    ContactAssigned,
    HandoverProposed,
    NeedFinished,
    NeedRaised,
    NeedReturned,
    NeedRouted,
    NeedSettled,
)
from bole.contact.forms import PlanIn
from bole.contact.models import ContactHandover, ContactLog, Need
from bole.contact.rules import ContactMode, LogStatus, TalentNotInService
from bole.core.table import new_id
from bole.identity.models import Account
from bole.identity.rules import AccountKind
from bole.roster.events import TalentClosed
from bole.roster.rules import TalentStatus


async def an_account(city: City, login: str, kind: AccountKind, **who: object) -> Account:
    made = Account(login=login, name=login, kind=kind, **who)
    await city.add(made)
    return made


async def told(sees: asyncpg.Connection, account: Account) -> list[str]:
    rows = await sees.fetch(
        "select title from notice where account_id = $1 order by created_at, id", account.id
    )
    return [r["title"] for r in rows]


async def test_the_leader_hears_of_a_new_talent_and_the_successor_once_of_all_who_wait(
    city: City, sees: asyncpg.Connection
):
    first, second = new_id(), new_id()
    term = await city.a_term("P-017", "许志涛", person=first)
    one = await an_account(city, "xu", AccountKind.LEADER, person_id=first)
    two = await an_account(city, "zeng", AccountKind.LEADER, person_id=second)
    with at("2026-07-01"):
        for name in ("林晓岚", "陈嘉禾"):
            talent = await city.a_talent(name, "湘桥一中")
            made = await city.assign(talent, "P-017")
            fact = ContactAssigned(made.id, talent.id, made.post_id)
            await city.told(notice_reactions.tell_the_leader, fact)
        assert await told(sees, one) == ["请您联系人才林晓岚", "请您联系人才陈嘉禾"]
    with at("2026-08-16"):
        await city.end_term(term, date(2026, 8, 15))
        came = await city.a_term("P-017", "曾振达", person=second, valid_from=date(2026, 8, 16))
        await city.midnight()
        for waiting in await city.sees(city.office, ContactHandover):
            fact = HandoverProposed(waiting.id, waiting.assignment_id, came.id)
            await city.told(notice_reactions.tell_the_successor, fact)
        assert await told(sees, two) == ["有人才待您接续联系"]
        assert len(await told(sees, one)) == 2


async def test_a_need_is_heard_of_by_whoever_must_act_next(city: City, sees: asyncpg.Connection):
    desk, clerk, head = new_id(), new_id(), new_id()
    await city.a_post("专员", "教育局", None, "苏慧平", person=desk, name="人才工作科科长")
    await city.a_post("区经办", "湘桥人才办", None, "苏秋航", person=clerk, name="经办")
    await city.a_term("P-017", "许志涛", person=head)
    bureau = await an_account(city, "bureau", AccountKind.STAFF, person_id=desk)
    office = await an_account(city, "office", AccountKind.STAFF, person_id=clerk)
    leader = await an_account(city, "leader", AccountKind.LEADER, person_id=head)
    with at("2026-04-24"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        own = await an_account(city, "talent", AccountKind.TALENT, talent_id=talent.id, role_code="R9")
        await city.assign(talent, "P-017")
        await city.record(city.leader("P-017"), talent, need="孩子入学")
        (need,) = await city.sees(city.office, Need)
        await city.told(notice_reactions.tell_the_office, NeedRaised(need.id, talent.id, need.kind))
        assert await told(sees, office) == ["有新的人才需求待分办"]
        route = {"need_id": need.id, "handler_unit_id": city.units["教育局"].id}
        routed = await city.do(city.office, need_service.route_need, **route)
        fact = NeedRouted(need.id, talent.id, routed.handler_unit_id, routed.due_on)
        await city.told(notice_reactions.tell_the_handler, fact)
        assert await told(sees, bureau) == ["有人才需求分办到您单位"]

        handler = city.staff("教育局")
        await city.do(handler, need_service.decline_need, need_id=need.id, reason="不属本局")
        await city.told(notice_reactions.tell_of_a_return, NeedReturned(need.id, talent.id, "不属本局"))
        assert (await told(sees, office))[1:] == ["分办的需求被退回，请重新分办"]
        assert len(await told(sees, bureau)) == 1
    with at("2026-04-27"):
        routed = await city.do(city.office, need_service.route_need, **route)
        fact = NeedRouted(need.id, talent.id, routed.handler_unit_id, routed.due_on)
        await city.told(notice_reactions.tell_the_handler, fact)
        await city.do(handler, need_service.accept_need, need_id=need.id)
        await city.do(handler, need_service.finish_need, need_id=need.id, result="城南小学")
        await city.told(notice_reactions.tell_the_talent, NeedFinished(need.id, talent.id))
        assert await told(sees, own) == ["您提出的需求已有办理结果，请确认"]
        assert await told(sees, leader) == ["您提出的需求已有办理结果，请确认"]
        await city.do(city.talent(talent), need_service.send_back_need, need_id=need.id, reason="太远")
        await city.told(notice_reactions.tell_of_a_return, NeedReturned(need.id, talent.id, "太远"))
        assert (await told(sees, bureau))[-1] == "人才不满意，需求退回重办"
        assert (await told(sees, office))[-1] == "人才不满意，需求退回重办"
        await city.do(city.office, need_service.route_need, **route)
        await city.do(handler, need_service.accept_need, need_id=need.id)
        await city.do(handler, need_service.finish_need, need_id=need.id, result="昌黎路小学")
        await city.do(city.talent(talent), need_service.confirm_need, need_id=need.id)
        await city.told(notice_reactions.tell_of_the_end, NeedSettled(need.id, talent.id))
        assert (await told(sees, leader))[-1] == "林晓岚的需求已办结"


async def test_a_closed_record_is_visited_no_more(city: City, sees: asyncpg.Connection):
    with at("2026-07-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        await city.do(
            city.office,
            service.plan_contact,
            talent_id=talent.id,
            post_id=city.posts["P-018"].id,
            plan=PlanIn(planned_on=date(2026, 7, 20), mode=ContactMode.VISIT),
        )
        await sees.execute(
            "update talent set status = $1 where id = $2", TalentStatus.CLOSED.value, talent.id
        )
        await city.told(reactions.a_record_was_closed, TalentClosed(talent.id))
        (plan,) = await city.sees(city.office, ContactLog)
        assert (plan.status, plan.cancel_reason) == (LogStatus.CANCELLED, "名录记录注销")
        with pytest.raises(TalentNotInService):
            await city.record(city.office, talent, "P-018")
