"""What becomes of 问需, 问策 and 问情; and how a record is put right."""

import asyncio
from datetime import date
from typing import Any

import pytest
from tests.contact.world import City, at

from bole.contact import (
    asked_rules,
    coverage_service,
    need_service,
    outcome_service,
    review_service,
    rules,
)
from bole.contact.forms import ChangeIn, ContactWords
from bole.contact.models import ContactAssignment, ContactLog, Need, Suggestion
from bole.contact.outcome_service import Answer
from bole.contact.rules import ContactMode, LogStatus, NeedStatus, SuggestionStatus
from bole.core.errors import NotFound, Stale, StepNotAllowed
from bole.roster import proposal_service
from bole.roster.models import Talent
from bole.roster.proposal_models import ProposedChange
from bole.roster.proposal_rules import ChangeStatus


async def a_need(city: City, **told: Any) -> tuple[Talent, Need]:
    talent = await city.a_talent("林晓岚", "湘桥一中")
    await city.record(city.office, talent, "P-018", need="孩子入学", **told)
    (need,) = await city.sees(city.office, Need)
    return talent, need


async def test_a_need_is_done_when_the_talent_says_so(city: City):
    with at("2026-04-24"):
        talent, need = await a_need(city)
        bureau = city.staff("教育局")
        assert await city.sees(bureau, Need) == []
        await city.do(
            city.office,
            need_service.route_need,
            need_id=need.id,
            handler_unit_id=city.units["教育局"].id,
        )
        (routed,) = await city.sees(bureau, Need)
        assert (routed.status, routed.due_on) == (NeedStatus.ROUTED, date(2026, 5, 12))
        assert await city.sees(bureau, Talent) == []  # the need and its name, not the person's record
        await city.do(bureau, need_service.accept_need, need_id=need.id)
    with at("2026-05-11"):
        await city.do(bureau, need_service.finish_need, need_id=need.id, result="已安排城南小学")
        with pytest.raises(rules.NotForTheHandler):
            await city.do(bureau, need_service.confirm_need, need_id=need.id)
        await city.do(city.talent(talent), need_service.send_back_need, need_id=need.id, reason="学校太远")
        (back,) = await city.sees(city.talent(talent), Need)
        assert (back.status, back.returns, back.return_reason) == (NeedStatus.RETURNED, 1, "学校太远")
        await city.do(
            city.staff("湘桥"),
            need_service.route_need,
            need_id=need.id,
            handler_unit_id=city.units["教育局"].id,
        )
        await city.do(bureau, need_service.accept_need, need_id=need.id)
        await city.do(bureau, need_service.finish_need, need_id=need.id, result="改为昌黎路小学")
    with at("2026-05-13"):
        await city.do(city.talent(talent), need_service.confirm_need, need_id=need.id)
        (settled,) = await city.sees(city.talent(talent), Need)
        assert (settled.status, settled.settled_on) == (NeedStatus.SETTLED, date(2026, 5, 13))


async def test_only_the_unit_it_was_routed_to_takes_a_need_in_hand(city: City):
    with at("2026-04-24"):
        _, need = await a_need(city)
        await city.do(
            city.office,
            need_service.route_need,
            need_id=need.id,
            handler_unit_id=city.units["教育局"].id,
        )
        with pytest.raises(rules.NotTheHandler) as refused:
            await city.do(city.staff("湘桥"), need_service.accept_need, need_id=need.id)
        assert "教育局" in str(refused.value)
        with pytest.raises(NotFound):
            await city.do(city.staff("饶平"), need_service.accept_need, need_id=need.id)
        await city.do(
            city.staff("教育局"), need_service.decline_need, need_id=need.id, reason="属区教育局职责"
        )
        assert (await city.sees(city.office, Need))[0].status is NeedStatus.RETURNED
        with pytest.raises(rules.NotForTheHandler):
            await city.do(
                city.staff("教育局"),
                need_service.route_need,
                need_id=need.id,
                handler_unit_id=city.units["湘桥"].id,
            )


async def test_a_talent_raises_a_need_and_nobody_can_raise_it_as_someone_else(city: City):
    mine = await city.a_talent("林晓岚", "湘桥一中")
    other = await city.a_talent("陈嘉禾", "湘桥一中")
    made = await city.do(
        city.talent(mine), need_service.raise_need, content="住房补贴", kind="housing", talent_id=other.id
    )
    assert (made.talent_id, made.talent_name, made.log_id) == (mine.id, "林晓岚", None)
    with pytest.raises(NotFound):
        await city.do(city.staff("饶平"), need_service.raise_need, content="住房补贴", talent_id=mine.id)
    with pytest.raises(rules.EmptyNeed):
        await city.do(city.talent(mine), need_service.raise_need, content="暂无")
    assert await city.sees(city.talent(other), Need) == []


async def test_collected_and_solved_are_counted_by_kind(city: City):
    with at("2026-04-24"):
        talent, need = await a_need(city)
        await city.do(city.talent(talent), need_service.raise_need, content="补贴", kind="housing")
        await city.do(
            city.office,
            need_service.route_need,
            need_id=need.id,
            handler_unit_id=city.units["教育局"].id,
        )
    with at("2026-05-13"):
        given = {"since": date(2026, 4, 1), "until": date(2026, 6, 30)}
        rows = await city.ask(city.office, coverage_service.needs_by_kind, **given)
        told = {r.kind: (r.collected, r.solved, r.overdue) for r in rows}
        assert told == {"other": (1, 0, 1), "housing": (1, 0, 0)}
        assert await city.ask(city.staff("饶平"), coverage_service.needs_by_kind, **given) == []
        handler = city.staff("教育局")
        await city.do(handler, need_service.accept_need, need_id=need.id)
        await city.do(handler, need_service.finish_need, need_id=need.id, result="已安排入学")
        rows = await city.ask(city.office, coverage_service.needs_by_kind, **given)
        assert [r.overdue for r in rows if r.kind == "other"] == [0], (
            "the unit has answered: it waits no longer"
        )


async def test_a_suggestion_is_answered_once_with_its_reasons(city: City):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    await city.record(city.office, talent, "P-018", advice="设立陶瓷研发平台")
    (made,) = await city.sees(city.office, Suggestion)
    answer = {"suggestion_id": made.id, "reply": "已列入年度要点"}
    with pytest.raises(asked_rules.ReasonMissing):
        await city.do(
            city.office,
            outcome_service.answer_suggestion,
            suggestion_id=made.id,
            answer=Answer.DECLINE,
            reply=" ",
        )
    done = await asyncio.gather(
        *(
            city.do(city.office, outcome_service.answer_suggestion, answer=a, **answer)
            for a in (Answer.ADOPT_PARTLY, Answer.ADOPT, Answer.DECLINE)
        ),
        return_exceptions=True,
    )
    assert sum(isinstance(d, StepNotAllowed) for d in done) == 2
    (kept,) = await city.sees(city.talent(talent), Suggestion)
    assert kept.status is not SuggestionStatus.OPEN
    assert kept.reply == "已列入年度要点"


async def test_a_change_becomes_a_fact_when_the_owner_of_the_data_says_so(city: City):
    with at("2026-07-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中", specialty="陶瓷")
        log = await city.record(
            city.office,
            talent,
            "P-018",
            changes=[
                ChangeIn(field="specialty", value="陶瓷釉料"),
                ChangeIn(field="phone", value="19955550123"),
            ],
        )
        changes = {c.field: c for c in await city.sees(city.office, ProposedChange)}
        (kept,) = await city.sees(city.office, Talent)
        assert (kept.specialty, kept.phone_masked) == ("陶瓷", None)
        owner = city.staff("湘桥一中")
        for change in changes.values():
            await city.do(owner, proposal_service.accept_change, change_id=change.id)
        (kept,) = await city.sees(city.office, Talent)
        assert (kept.specialty, kept.phone_masked) == ("陶瓷釉料", "199****0123")
        assert kept.sources["specialty"]["source"] == "contact"
        assert kept.sources["phone"]["log"] == str(log.id)
        told = {c.field: c for c in await city.sees(city.office, ProposedChange)}
        assert (told["specialty"].status, told["specialty"].value_before) == (ChangeStatus.ACCEPTED, "陶瓷")
        vault = city.services.vault
        assert vault.open("talent", "phone_sealed", talent.id, kept.phone_sealed) == "19955550123"
        with pytest.raises(StepNotAllowed):
            await city.do(owner, proposal_service.accept_change, change_id=changes["phone"].id)


async def test_a_change_that_is_no_fact_leaves_the_roster_as_it_was(city: City):
    talent = await city.a_talent("林晓岚", "湘桥一中", specialty="陶瓷")
    await city.record(
        city.office, talent, "P-018", changes=[ChangeIn(field="specialty", value="釉料")], condition="改行"
    )
    (change,) = await city.sees(city.office, ProposedChange)
    with pytest.raises(NotFound):
        await city.do(city.staff("饶平"), proposal_service.accept_change, change_id=change.id)
    await city.do(city.staff("湘桥一中"), proposal_service.reject_change, change_id=change.id, reason="口误")
    assert (await city.sees(city.office, Talent))[0].specialty == "陶瓷"


async def test_words_about_a_talent_are_settled_without_touching_the_roster(city: City):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    await city.record(city.office, talent, "P-018", condition="近期返乡创业")
    (note,) = await city.sees(city.office, ProposedChange)
    done = await city.do(
        city.staff("湘桥一中"), proposal_service.accept_change, change_id=note.id, note="已更改任职"
    )
    assert (done.status, done.decision_note) == (ChangeStatus.ACCEPTED, "已更改任职")
    assert (await city.sees(city.office, Talent))[0].version == talent.version


def words(**told: Any) -> ContactWords:
    given = {"occurred_on": date(2026, 7, 10), "mode": ContactMode.VISIT, "greeting": "看望", **told}
    return ContactWords(**given)


async def test_a_record_is_put_right_and_what_nobody_has_touched_follows(city: City):
    with at("2026-07-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        log = await city.record(city.office, talent, "P-018", need="住房", condition="升职")
        await city.do(
            city.office,
            review_service.amend_contact,
            log_id=log.id,
            version=log.version,
            contact=words(need="周转房一套", condition="升职", advice="办人才公寓"),
        )
        (need,) = await city.sees(city.office, Need)
        (suggestion,) = await city.sees(city.office, Suggestion)
        assert (need.content, suggestion.content) == ("周转房一套", "办人才公寓")
        with pytest.raises(rules.SectionInUse):
            await city.do(
                city.office,
                review_service.amend_contact,
                log_id=log.id,
                version=log.version + 1,
                contact=words(need="暂无", condition="升职", advice="办人才公寓"),
            )
        await city.do(
            city.office,
            need_service.route_need,
            need_id=need.id,
            handler_unit_id=city.units["教育局"].id,
        )
        await city.do(
            city.office,
            review_service.amend_contact,
            log_id=log.id,
            version=log.version + 1,
            contact=words(need="三居室", condition="升职", advice="办人才公寓"),
        )
        (need,) = await city.sees(city.office, Need)
        assert need.content == "周转房一套"  # somebody is already working on what it said


async def test_two_who_amend_at_once_are_told_of_each_other(city: City):
    with at("2026-07-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        log = await city.record(city.office, talent, "P-018")
        done = await asyncio.gather(
            *(
                city.do(
                    city.office,
                    review_service.amend_contact,
                    log_id=log.id,
                    version=log.version,
                    contact=words(greeting=f"看望{i}"),
                )
                for i in range(3)
            ),
            return_exceptions=True,
        )
        assert sum(isinstance(d, Stale) for d in done) == 2
        (stale, *_) = [d for d in done if isinstance(d, Stale)]
        assert "人才办经办" in str(stale)


async def test_the_window_to_amend_closes_and_a_record_under_review_is_nobodys_to_edit(city: City):
    with at("2026-07-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        log = await city.record(city.office, talent, "P-018")
        await city.do(city.office, review_service.submit_contact, log_id=log.id)
        amend = {"log_id": log.id, "version": log.version + 1, "contact": words(greeting="慰问")}
        with pytest.raises(StepNotAllowed):
            await city.do(city.office, review_service.amend_contact, **amend)
        await city.do(city.office, review_service.hand_back_contact, log_id=log.id, note="请补充地点")
        amend["version"] += 1
    with at("2026-07-14"):
        with pytest.raises(rules.TooLateToEdit):
            await city.do(city.office, review_service.amend_contact, **amend)
        await city.do(city.office, review_service.archive_contact, log_id=log.id)
        (kept,) = await city.sees(city.office, ContactLog)
        assert (kept.status, kept.review_note) == (LogStatus.ARCHIVED, "请补充地点")


async def test_a_wrong_date_put_right_is_counted_again(city: City):
    with at("2026-06-01"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        await city.assign(talent, "P-018")
    with at("2026-07-10"):
        leader = city.leader("P-018")
        await city.record(leader, talent, occurred_on=date(2026, 6, 20))
        log = await city.record(leader, talent, occurred_on=date(2026, 7, 9))
        await city.do(
            leader,
            review_service.amend_contact,
            log_id=log.id,
            version=log.version,
            contact=words(occurred_on=date(2026, 6, 29)),
        )
        (assignment,) = await city.sees(city.office, ContactAssignment)
        assert (assignment.last_contact_on, assignment.next_due_on) == (
            date(2026, 6, 29),
            date(2026, 9, 30),
        )
        (kept,) = await city.sees(city.office, Talent)
        assert (kept.last_contact_on, kept.next_contact_due) == (date(2026, 6, 29), date(2026, 9, 30))
