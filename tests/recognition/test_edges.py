"""Who left, who lied, two at once, somebody else's rows; programmes and their places."""

import asyncio
from datetime import date
from typing import Any

import asyncpg
import pytest
from tests.recognition.world import HOME, World, at

from bole.catalogue.calendar_service import publish_work_calendar
from bole.catalogue.days import Holiday
from bole.core.actor import PLATFORM
from bole.core.context import Work
from bole.notice.models import Notice
from bole.recognition import (
    application_service,
    exempting,
    granted_service,
    notice_service,
    programme_service,
    review_service,
    rules,
    service,
)
from bole.recognition.flow_rules import (
    ApplicationStatus,
    CriterionResult,
    ProgrammeStatus,
    RecognitionRoute,
    RecognitionStatus,
)
from bole.recognition.models import (
    ApplicationStage,
    CertificateNumber,
    JointReview,
    NoticeObjection,
    ProgrammeBatch,
    ProgrammeMember,
    PublicNotice,
    Recognition,
    RecognitionApplication,
    RecognitionBan,
)
from bole.roster import standing_service
from bole.roster.models import Talent
from bole.roster.rules import DepartureReason

NEVER = (asyncpg.exceptions.RestrictViolationError, asyncpg.exceptions.InsufficientPrivilegeError)
"""Not granted, and where it is granted a trigger refuses."""


async def leaves(world: World, talent: Talent, reason: DepartureReason, on: date) -> None:
    told = {"talent_id": talent.id, "left_on": on, "reason": reason, "told_to": "人才办", "told_on": on}
    await world.do(PLATFORM, standing_service.leave, **told)
    await world.tell()


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        (DepartureReason.DECEASED, RecognitionStatus.EXITED),
        (DepartureReason.RETIRED, RecognitionStatus.EFFECTIVE),
    ],
)
async def test_who_dies_loses_it_and_who_retires_keeps_it_as_the_rules_say(
    world: World, reason: DepartureReason, status: RecognitionStatus
) -> None:
    with at("2026-04-28"):
        talent = await world.a_talent()
        application = await world.on_notice(talent)
    with at("2026-05-11"):
        held = await world.certified(application)
    with at("2026-06-10"):
        await leaves(world, talent, reason, date(2026, 6, 9))
        assert (await world.one(Recognition, id=held.id)).status is status
        assert (await world.level_of(talent) is None) is (status is RecognitionStatus.EXITED)


async def test_an_application_of_somebody_who_died_ends_with_words(world: World) -> None:
    with at("2026-04-20"):
        talent = await world.a_talent()
        application = await world.in_joint_review(talent)
        await leaves(world, talent, DepartureReason.DECEASED, date(2026, 4, 19))
        ended = await world.one(RecognitionApplication, id=application.id)
        assert ended.status is ApplicationStatus.WITHDRAWN and "去世" in str(ended.end_reason)
        assert [r.status for r in await world.all(JointReview, application_id=application.id)] == [
            "called_off"
        ]
        with pytest.raises(rules.NobodyToApplyFor, match="离开"):
            await world.started(talent)


async def test_who_lied_loses_the_level_at_once_and_is_refused_for_three_years(world: World) -> None:
    with at("2026-04-28"):
        talent = await world.a_talent()
        application = await world.on_notice(talent)
    with at("2026-05-11"):
        held = await world.certified(application)
    with at("2026-08-03"):
        told = {"recognition_id": held.id, "reason": "学历证书系伪造", "fraud": True}
        await world.do(world.director, granted_service.cancel_recognition, **told)
        assert await world.level_of(talent) is None
        cancelled = await world.one(Recognition, id=held.id)
        assert (cancelled.status, cancelled.ended_on) == (RecognitionStatus.CANCELLED, date(2026, 8, 2))
        with pytest.raises(rules.Banned, match=r"学历证书系伪造.*2029-08-02"):
            await world.started(talent)
    with at("2029-08-03"):
        assert (await world.started(talent)).status is ApplicationStatus.DRAFT
    (ban,) = await world.all(RecognitionBan, talent_id=talent.id)
    with pytest.raises(NEVER):
        await world.add_sql("delete from recognition_ban where id = $1", ban.id)


async def test_certificates_are_numbered_without_a_gap_by_whoever_is_faster(world: World) -> None:
    with at("2026-04-28"):
        waiting = [await world.on_notice(await world.a_talent(n)) for n in ("陈甲", "陈乙", "陈丙")]
    with at("2026-05-11"):

        async def one(application: RecognitionApplication, then_fail: bool) -> None:
            async with Work(world.services).write(world.office) as ctx:
                await notice_service.certify(ctx, application_id=application.id)
                if then_fail:
                    raise RuntimeError

        told = await asyncio.gather(
            one(waiting[0], False), one(waiting[1], True), one(waiting[2], False), return_exceptions=True
        )
        assert [type(t).__name__ for t in told] == ["NoneType", "RuntimeError", "NoneType"]
        await world.certified(waiting[1])
    assert sorted(r.ordinal for r in await world.all(Recognition)) == [1, 2, 3]
    assert (await world.one(CertificateNumber)).last == 3


async def test_two_who_certify_at_once_make_one_certificate(world: World) -> None:
    with at("2026-04-28"):
        application = await world.on_notice(await world.a_talent())
    with at("2026-05-11"):

        async def one() -> None:
            async with Work(world.services).write(world.office) as ctx:
                await notice_service.certify(ctx, application_id=application.id)

        told = await asyncio.gather(one(), one(), return_exceptions=True)
        assert sorted(type(t).__name__ for t in told) == ["NoneType", "StepNotAllowed"]
    assert len(await world.all(Recognition)) == 1


async def test_a_certificate_says_what_it_said(world: World) -> None:
    with at("2026-04-28"):
        application = await world.on_notice(await world.a_talent())
    with at("2026-05-11"):
        held = await world.certified(application)
    for change in ("level_name = '顶尖人才'", "valid_until = '2099-01-01'", "certificate_number = 'x'"):
        with pytest.raises(NEVER):
            await world.add_sql(f"update recognition set {change} where id = $1", held.id)
    stage, *_ = await world.all(ApplicationStage, application_id=application.id)
    with pytest.raises(NEVER):
        await world.add_sql("update recognition_stage set note = 'x' where id = $1", stage.id)


async def test_an_objection_that_stands_ends_it_and_one_that_does_not_lets_it_go_on(world: World) -> None:
    with at("2026-04-28"):
        first, second = [await world.on_notice(await world.a_talent(n)) for n in ("陈甲", "陈乙")]
    with at("2026-05-06"):
        for application in (first, second):
            told = {"application_id": application.id, "objector": "郑先生", "content": "业绩不实"}
            await world.do(world.district, notice_service.file_objection, **told)
    with at("2026-05-12"):
        with pytest.raises(Exception, match="异议核查"):
            await world.certified(first)
        for application, sustained in ((first, True), (second, False)):
            (objection,) = await world.all(NoticeObjection, application_id=application.id)
            told = {"objection_id": objection.id, "sustained": sustained, "conclusion": "已核查"}
            await world.do(world.office, notice_service.settle_objection, **told)
        await world.certified(second)
    assert (await world.one(RecognitionApplication, id=first.id)).status is ApplicationStatus.DECLINED
    (notice,) = await world.all(PublicNotice, application_id=first.id)
    assert notice.withdrawn


async def test_who_holds_the_level_does_not_apply_for_it_again_until_it_runs_out(world: World) -> None:
    with at("2026-04-28"):
        talent = await world.a_talent()
        application = await world.on_notice(talent)
    with at("2026-05-11"):
        await world.certified(application)
        with pytest.raises(rules.SameLevelHeld, match="拔尖人才"):
            await world.started(talent)
        with pytest.raises(rules.SameLevelHeld):
            await world.started(talent, "l5_title")


async def test_a_person_moves_and_the_application_goes_along(world: World) -> None:
    with at("2026-04-20"):
        talent = await world.a_talent()
        application = await world.in_joint_review(talent)
        fresh = await world.one(Talent, id=talent.id)
        to = world.units["emp-ca-hospital"]
        told = {"talent_id": talent.id, "version": fresh.version, "unit_id": to.id}
        await world.do(PLATFORM, standing_service.move, **told)
        chaoan = world.staff("chaoan-office", "R5", "chaoan")
        assert [a.id for a in await world.all(RecognitionApplication, chaoan)] == [application.id]
        await world.answers(application)  # and those who take part still do
        assert len(await world.all(ApplicationStage, chaoan, application_id=application.id)) == 4


async def test_a_draft_of_a_person_is_nobody_else_s_to_change(world: World) -> None:
    talent = await world.a_talent()
    draft = await world.started(talent, by=world.person(talent), route=RecognitionRoute.SELF)
    for by in (world.hr(), world.district, world.office):
        with pytest.raises(rules.NotYourDraft):
            await world.do(by, application_service.submit, application_id=draft.id)


async def test_the_system_proposes_what_somebody_meets_and_they_say_yes(world: World) -> None:
    with at("2026-04-20"):
        talent = await world.a_talent(rank="senior")
        nothing = await world.a_talent("李四维", rank="junior")
        made = await world.do(world.office, exempting.propose_exemptions)
        (draft,) = [a for a in made if a.talent_id == talent.id]
        assert (draft.route, draft.level, draft.finding) == (
            RecognitionRoute.EXEMPT,
            "L4",
            CriterionResult.MET,
        )
        assert nothing.id not in {a.talent_id for a in made}
        assert await world.do(world.office, exempting.propose_exemptions) == []
        me = world.person(talent)
        for kind in ("title", "contract"):
            await world.evidence(me, talent, kind, application_id=draft.id)
        done = await world.do(me, application_service.submit, application_id=draft.id)
        assert done.status is ApplicationStatus.REVIEWED
        done = await world.do(world.office, review_service.skip_joint_review, application_id=draft.id)
        assert done.status is ApplicationStatus.AWAITING_DECISION
    application = await world.submitted(nothing)
    await world.do(world.district, review_service.review, application_id=application.id, opinion="同意")
    with pytest.raises(rules.NotExemptable):
        await world.do(world.office, review_service.skip_joint_review, application_id=application.id)


async def test_a_calendar_published_anew_moves_open_deadlines_and_tells_it(world: World) -> None:
    with at("2026-12-30"):
        application = await world.submitted(await world.a_talent())
        assert application.due_provisional
        before = application.due_on
        rest = Holiday(name="元旦", first=date(2027, 1, 1), last=date(2027, 1, 3))
        more = Holiday(name="春节", first=date(2027, 1, 4), last=date(2027, 1, 6))
        told = {"year": 2027, "source": "国办发明电〔2026〕1号", "holidays": [rest, more]}
        await world.do(PLATFORM, publish_work_calendar, **told)
        await world.tell()
        after = await world.one(RecognitionApplication, id=application.id)
        assert not after.due_provisional and after.due_on > before
        async with Work(world.services).read(world.district) as ctx:
            explained = await service.clock(ctx, application_id=application.id)
        assert explained is not None and explained.end == after.due_on and "春节" in explained.summary


async def test_the_person_and_whoever_is_next_hear_of_a_step_once(world: World) -> None:
    talent = await world.a_talent()
    account = await world.an_account(talent.name, talent)
    await world.submitted(talent)
    await world.tell()
    told = [n.title for n in await world.all(Notice, account_id=account.id)]
    assert len(told) == 2 and any("单位推荐" in t for t in told)


# -- programmes ----------------------------------------------------------------------------------------------


async def a_batch(world: World, quota: int = 2, **more: Any) -> ProgrammeBatch:
    told = {"programme": "hanjiang", "year": 2026, "quota": quota, "term_from": date(2026, 7, 1), **more}
    return await world.do(world.office, programme_service.open_programme_batch, **told)


async def test_a_batch_takes_its_numbers_from_the_catalogue_and_fills_to_its_quota(world: World) -> None:
    batch = await a_batch(world)
    assert (batch.name, batch.term_until, str(batch.funding)) == (
        "2026 年韩江人才计划",
        date(2029, 6, 30),
        "300000.00",
    )
    people = [await world.a_talent(n, level="L3") for n in ("陈甲", "陈乙", "陈丙")]
    for i, person in enumerate(people[:2]):
        told = {"batch_id": batch.id, "talent_id": person.id, "basis": "业绩突出"}
        assert (await world.do(world.office, programme_service.select_member, **told)).selected == i + 1
    with pytest.raises(rules.ProgrammeQuotaFull):
        told = {"batch_id": batch.id, "talent_id": people[2].id, "basis": "x"}
        await world.do(world.office, programme_service.select_member, **told)
    with pytest.raises(rules.NotEligible, match="限顶尖人才"):
        low = await world.a_talent("陈丁", level="L5")
        await world.do(world.office, programme_service.set_programme_quota, batch_id=batch.id, quota=3)
        told = {"batch_id": batch.id, "talent_id": low.id, "basis": "x"}
        await world.do(world.office, programme_service.select_member, **told)
    done = await world.do(world.office, programme_service.announce_programme, batch_id=batch.id)
    assert done.status is ProgrammeStatus.ANNOUNCED
    assert [b.id for b in await world.all(ProgrammeBatch, world.person(people[0]))] == [batch.id]
    assert [m.talent_id for m in await world.all(ProgrammeMember, world.person(people[0]))] == [people[0].id]


async def test_the_database_counts_the_places_itself(world: World) -> None:
    batch = await a_batch(world, quota=1)
    first, second = [await world.a_talent(n, level="L3") for n in ("陈甲", "陈乙")]

    def member(talent: Talent) -> ProgrammeMember:
        return ProgrammeMember(
            unit_path=talent.unit_path,
            batch_id=batch.id,
            talent_id=talent.id,
            basis="x",
            selected_on=date(2026, 7, 1),
            selected_name="x",
        )

    await world.add(member(first))
    with pytest.raises(Exception, match="programme_batch_within_quota"):
        await world.add(member(second))
    assert (await world.one(ProgrammeBatch, id=batch.id)).selected == 1


async def test_departments_see_what_they_are_asked_and_no_more(world: World) -> None:
    mine = await world.in_joint_review(await world.a_talent("陈甲"))
    await world.submitted(await world.a_talent("陈乙"))
    renshe, keji = world.department("renshe"), world.department("keji")
    assert [a.id for a in await world.all(RecognitionApplication, renshe)] == [mine.id]
    assert await world.all(RecognitionApplication, keji) == []
    assert await world.all(Recognition, keji) == []
    assert HOME in world.units
