"""An application from its draft to the certificate, each step by whoever takes it."""

from datetime import date

import pytest
from tests.recognition.world import HOME, World, at

from bole.core.context import Work
from bole.core.errors import StepNotAllowed
from bole.recognition import application_service, casework, notice_service, review_service, rules
from bole.recognition.flow_rules import (
    ApplicationStatus,
    JointOpinion,
    JointReviewStatus,
    RecognitionDecision,
    RecognitionRole,
    RecognitionRoute,
    RecognitionStatus,
)
from bole.recognition.models import (
    ApplicationParty,
    ApplicationStage,
    JointReview,
    Recognition,
    RecognitionApplication,
)


async def test_an_employer_applies_and_the_certificate_comes_when_nobody_objected(world: World) -> None:
    with at("2026-04-20"):
        talent = await world.a_talent()
        application = await world.submitted(talent)
        assert application.number is not None and application.status is ApplicationStatus.RECOMMENDED
        assert application.holder_id == world.units["xiangqiao-office"].id
        # five working days from 04-20: the Monday after
        assert application.due_on == date(2026, 4, 27)
    with at("2026-04-22"):
        application = await world.do(
            world.district, review_service.review, application_id=application.id, opinion="材料真实"
        )
        application = await world.do(
            world.office, review_service.send_to_departments, application_id=application.id
        )
        asked = await world.all(JointReview, application_id=application.id)
        assert [r.unit_id for r in asked] == [world.units["renshe"].id]
        await world.answers(application)
        await world.do(world.office, review_service.gather, application_id=application.id)
    with at("2026-04-28"):
        application = await world.do(
            world.director,
            review_service.decide,
            application_id=application.id,
            outcome=RecognitionDecision.APPROVED,
            opinion="同意",
        )
        notice = await world.notice(application)
        # the first of May is free, the ninth is worked: five working days end on 05-08
        assert notice.ends_on == date(2026, 5, 8)
        assert set(notice.shown) == {"name", "employer", "level", "talent_type", "criterion"}
    with at("2026-05-08", 23, 50), pytest.raises(rules.NoticeNotOver):
        await world.certified(application)
    with at("2026-05-09", 0, 1):
        await world.night()
        held = await world.one(Recognition, talent_id=talent.id)
        assert (held.status, held.level, held.certificate_number) == (
            RecognitionStatus.EFFECTIVE,
            "L4",
            "潮才认〔2026〕1号",
        )
        assert (held.valid_from, held.valid_until) == (date(2026, 5, 9), date(2029, 5, 8))
        assert await world.level_of(talent) == "L4"
        assert await world.grants(talent) == [("L4", date(2026, 5, 9), date(2029, 5, 8))]
    steps = [s.step for s in await world.all(ApplicationStage, application_id=application.id)]
    assert steps == ["submit", "recommend", "review", "send_to_departments", "gather", "approve", "certify"]


async def test_a_person_applies_and_chooses_who_recommends(world: World) -> None:
    with at("2026-04-20"):
        talent = await world.a_talent(second="emp-hanjiang-college")
        me = world.person(talent)
        application = await world.submitted(
            talent,
            by=me,
            route=RecognitionRoute.SELF,
            employer_id=world.units["emp-hanjiang-college"].id,
        )
        assert application.status is ApplicationStatus.SUBMITTED
        college, home = world.hr("emp-hanjiang-college"), world.hr()
        # both employers see it, the chosen one recommends
        for by in (college, home, me, world.district):
            assert [a.id for a in await world.all(RecognitionApplication, by)] == [application.id]
        assert await world.all(RecognitionApplication, world.hr("emp-ca-hospital")) == []
        with pytest.raises(rules.NotYourApplication):
            await world.do(home, review_service.recommend, application_id=application.id, opinion="同意")
        application = await world.do(
            college, review_service.recommend, application_id=application.id, opinion="业绩突出"
        )
        assert application.status is ApplicationStatus.RECOMMENDED


async def test_a_person_with_two_employers_is_told_both_and_may_choose_the_other_in_the_draft(
    world: World,
) -> None:
    with at("2026-04-20"):
        talent = await world.a_talent(second="emp-hanjiang-college")
        me = world.person(talent)
        college, first = world.units["emp-hanjiang-college"], world.units[HOME]
        async with Work(world.services).read(me) as ctx:
            assert [u.id for u in await casework.employers_of(ctx, talent)] == [first.id, college.id]
        application = await world.started(talent, by=me, route=RecognitionRoute.SELF)
        assert application.employer_id == first.id
        changed = await world.do(
            me,
            application_service.change,
            application_id=application.id,
            version=application.version,
            employer_id=college.id,
        )
        assert changed.employer_id == college.id
        # an employer of the city's own: the city's office reviews, and the county's has no part in it any more
        assert (changed.district_id, changed.lead_id) == (application.lead_id, application.lead_id)
        parties = await world.all(ApplicationParty, me, application_id=application.id)
        assert {(p.unit_id, p.role) for p in parties} == {
            (college.id, RecognitionRole.EMPLOYER),
            (first.id, RecognitionRole.OTHER_EMPLOYER),
            (application.lead_id, RecognitionRole.DISTRICT),
            (application.lead_id, RecognitionRole.LEAD),
        }
        assert {(p.district_path, p.lead_path) for p in parties} == {(world.units["office"].path,) * 2}


async def test_an_employer_that_is_none_of_theirs_is_not_chosen(world: World) -> None:
    talent = await world.a_talent()
    with pytest.raises(rules.NotTheirEmployer):
        await world.started(
            talent,
            by=world.person(talent),
            route=RecognitionRoute.SELF,
            employer_id=world.units["emp-ca-hospital"].id,
        )
    with pytest.raises(rules.NotTheirEmployer):
        await world.do(
            world.staff("emp-hanjiang-college", "R8", "cz"),
            application_service.start,
            route=RecognitionRoute.EMPLOYER,
            criterion="l4_senior",
            talent_id=talent.id,
        )


async def test_a_person_has_one_application_at_a_time(world: World) -> None:
    talent = await world.a_talent()
    await world.started(talent)
    with pytest.raises(Exception, match="recognition_application_one_running"):
        await world.started(talent)


async def test_submitting_twice_is_refused_the_second_time(world: World) -> None:
    talent = await world.a_talent()
    application = await world.submitted(talent)
    with pytest.raises(StepNotAllowed, match="单位推荐"):
        await world.do(world.hr(), application_service.submit, application_id=application.id)


async def test_without_its_papers_it_is_not_submitted(world: World) -> None:
    talent = await world.a_talent()
    application = await world.started(talent, papers=("title",))
    with pytest.raises(rules.EvidenceMissing, match="劳动合同"):
        await world.do(world.hr(), application_service.submit, application_id=application.id)


async def test_what_is_sent_back_is_mended_and_keeps_its_day(world: World) -> None:
    with at("2026-04-20"):
        talent = await world.a_talent()
        application = await world.submitted(talent)
    with at("2026-04-22"):
        application = await world.do(
            world.district, review_service.send_back, application_id=application.id, reason="补劳动合同续签页"
        )
        assert (
            application.status is ApplicationStatus.DRAFT
            and application.returned_reason == "补劳动合同续签页"
        )
        number = application.number
        application = await world.do(world.hr(), application_service.submit, application_id=application.id)
        assert (application.submitted_on, application.number) == (date(2026, 4, 20), number)
        assert application.returned_reason is None


async def test_a_department_that_disagrees_holds_it_up_until_it_is_asked_again(world: World) -> None:
    with at("2026-04-20"):
        application = await world.in_joint_review(await world.a_talent())
        with pytest.raises(rules.ReviewersOutstanding, match="市人社局"):
            await world.do(world.office, review_service.gather, application_id=application.id)
        await world.answers(application, JointOpinion.DISAGREE)
        with pytest.raises(rules.ReviewersDisagree, match="市人社局"):
            await world.do(world.office, review_service.gather, application_id=application.id)
        units = [world.units["renshe"].id]
        await world.do(
            world.office,
            review_service.ask_again,
            application_id=application.id,
            unit_ids=units,
            note="已补证",
        )
        await world.answers(application)
        application = await world.do(world.office, review_service.gather, application_id=application.id)
        assert application.status is ApplicationStatus.AWAITING_DECISION
    rounds = [(r.round, r.status) for r in await world.all(JointReview, application_id=application.id)]
    assert rounds == [(1, JointReviewStatus.SUPERSEDED), (2, JointReviewStatus.ANSWERED)]


async def test_whoever_withdraws_leaves_nobody_asked(world: World) -> None:
    application = await world.in_joint_review(await world.a_talent())
    await world.do(world.hr(), application_service.withdraw, application_id=application.id, reason="另行申报")
    await world.tell()
    (review,) = await world.all(JointReview, application_id=application.id)
    assert review.status is JointReviewStatus.CALLED_OFF


async def test_a_district_nominates_what_needs_no_recommendation(world: World) -> None:
    talent = await world.a_talent()
    application = await world.submitted(talent, by=world.district, route=RecognitionRoute.DISTRICT)
    assert application.status is ApplicationStatus.REVIEWED
    assert application.holder_id == world.units["office"].id


async def test_a_public_recommendation_names_who_recommends(world: World) -> None:
    talent = await world.a_talent()
    by = world.hr()
    application = await world.started(talent, by=by, route=RecognitionRoute.PUBLIC)
    with pytest.raises(rules.RecommendersMissing):
        await world.do(by, application_service.submit, application_id=application.id)
    names = [
        application_service.RecommenderIn(name=n, unit="潮州市工商业联合会") for n in ("陈一鸣", "郑思远")
    ]
    application = await world.one(RecognitionApplication, id=application.id)
    await world.do(
        by,
        application_service.change,
        application_id=application.id,
        version=application.version,
        recommenders=names,
    )
    application = await world.do(by, application_service.submit, application_id=application.id)
    assert application.status is ApplicationStatus.RECOMMENDED


async def test_nobody_takes_anothers_step(world: World) -> None:
    talent = await world.a_talent()
    application = await world.submitted(talent)
    other = world.staff("chaoan-office", "R5", "cz")
    with pytest.raises(rules.NotYourApplication, match="湘桥区人才办"):
        await world.do(other, review_service.review, application_id=application.id, opinion="同意")
    with pytest.raises(rules.NotYourDraft):
        await world.do(
            world.person(talent), application_service.withdraw, application_id=application.id, reason="x"
        )


async def test_an_objection_in_the_last_ten_minutes_counts_and_one_at_midnight_does_not(world: World) -> None:
    with at("2026-04-28"):
        application = await world.on_notice(await world.a_talent())
    told = {"application_id": application.id, "objector": "郑先生", "content": "业绩材料系他人所有"}
    with at("2026-05-08", 23, 50):
        application = await world.do(world.office, notice_service.file_objection, **told)
        assert application.status is ApplicationStatus.OBJECTED
    with at("2026-05-09", 0, 0), pytest.raises(rules.NoticeOver, match="2026-05-08"):
        await world.do(world.office, notice_service.file_objection, **told)
    with at("2026-05-10", 0, 1):
        await world.night()
        assert await world.all(Recognition, talent_id=application.talent_id) == []
