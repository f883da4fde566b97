"""A14 and the part of A4 that is about levels, as they are told; and what dates do at their edges."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.recognition.world import World, at

from bole.card import jobs as card_jobs
from bole.card.models import Card
from bole.card.rules import CardStatus, Succession
from bole.catalogue import lookup
from bole.catalogue import service as catalogue
from bole.core.actor import PLATFORM
from bole.core.context import Work
from bole.recognition import application_service, directory_service, review_service, rules, service
from bole.recognition import what_if_service as what_if
from bole.recognition.flow_rules import (
    ApplicationStatus,
    DirectoryDraftStatus,
    ImpactKind,
    RecognitionCheckOutcome,
    RecognitionStatus,
)
from bole.recognition.models import DirectoryDraft, DirectoryImpact, Recognition, RecognitionApplication
from bole.roster.models import Talent


def directory(*criteria: dict[str, Any], **transition: str) -> dict[str, Any]:
    return {
        "criteria": list(criteria),
        "evidence_kinds": [
            {"code": "title", "name": "职称证书"},
            {"code": "contract", "name": "劳动合同"},
            {"code": "paper", "name": "论文检索证明"},
            {"code": "naming", "name": "命名文件"},
        ],
        "transition": transition,
    }


NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往"


PAPER = {
    "code": "paper",
    "level": "L4",
    "text": "以第一作者发表论文",
    "evidence": ["paper"],
    "predicate": "honours.exists(h, h.contains('论文'))",
}
CRAFT = {
    "code": "craft",
    "level": "L3",
    "text": "省级工艺美术大师",
    "evidence": ["naming"],
    "predicate": "honours.exists(h, h.contains('工艺美术大师'))",
}
SENIOR = {"code": "senior", "level": "L5", "text": "正高级职称", "evidence": ["title"]}


async def two_versions(world: World) -> None:
    """v2025 in force to 06-30; v2026 from 07-01: papers out, masters of craft in."""
    async with Work(world.services).write(PLATFORM) as ctx:
        present = await lookup.entry(ctx, "talent_directory", "directory")
        await catalogue.publish_entry(
            ctx,
            kind="talent_directory",
            code="directory",
            name="目录 v2025",
            body=directory(PAPER, SENIOR),
            valid_from=present.valid_from + timedelta(days=1),
            source="演示数据",
            allow_past=True,
        )
    async with Work(world.services).write(PLATFORM) as ctx:
        await catalogue.publish_entry(
            ctx,
            kind="talent_directory",
            code="directory",
            name="目录 v2026",
            body=directory(CRAFT, SENIOR),
            valid_from=date(2026, 7, 1),
            source="演示数据",
        )


async def test_an_application_is_judged_by_the_directory_of_the_day_it_was_submitted(world: World) -> None:
    with at("2026-06-01"):
        await two_versions(world)
        mine, late = await world.a_talent("陈砚秋"), await world.a_talent("李四维")
    with at("2026-06-25"):
        draft = await world.started(late, "paper", papers=("paper",))
    with at("2026-06-28"):
        application = await world.submitted(mine, "paper", papers=("paper",))
    # reviewed on 07-20, when papers no longer count: judged by v2025 all the same
    with at("2026-07-20"):
        application = await world.do(
            world.district, review_service.review, application_id=application.id, opinion="按提交日目录，符合"
        )
        assert application.status is ApplicationStatus.REVIEWED
        async with Work(world.services).read(PLATFORM) as ctx:
            told = await ctx.get(RecognitionApplication, application.id)
            judged = await lookup.entry(ctx, "talent_directory", "directory", date(2026, 6, 28))
            assert told.directory_id == judged.id and judged.name == "目录 v2025"
    # the draft of 06-25 is submitted on 07-02: refused, with the differences
    with at("2026-07-02"):
        with pytest.raises(rules.DirectoryChanged) as no:
            await world.do(world.hr(), application_service.submit, application_id=draft.id)
        changes = {c["path"]: (c["before"], c["after"]) for c in no.value.facts["changes"]}
        assert changes["criteria.paper"][1] is None and changes["criteria.craft"][0] is None
        async with Work(world.services).read(world.hr()) as ctx:
            check = await service.draft_check(ctx, application_id=draft.id)
        assert check.must_confirm and not check.criterion_kept
        assert check.criterion_before == "以第一作者发表论文"
        assert {c.path for c in check.changes} == {"criteria.paper", "criteria.craft"}
        # its criterion is gone: another is chosen, confirmed, and then it goes
        with pytest.raises(rules.UnknownCriterion):
            await world.do(world.hr(), application_service.confirm_directory, application_id=draft.id)
        await world.do(
            world.hr(), application_service.confirm_directory, application_id=draft.id, criterion="senior"
        )
        await world.evidence(world.hr(), late, "title", application_id=draft.id)
        done = await world.do(world.hr(), application_service.submit, application_id=draft.id)
        assert (done.level, done.status) == ("L5", ApplicationStatus.RECOMMENDED)


async def test_a_version_withdrawn_after_submission_still_judges(world: World) -> None:
    with at("2026-06-01"):
        talent = await world.a_talent()
        application = await world.submitted(talent)
        await world.do(world.director, directory_service.withdraw_directory, last_day=date(2026, 6, 2))
    with at("2026-06-03"):
        await world.do(world.district, review_service.review, application_id=application.id, opinion="符合")
        # nobody begins anew meanwhile, and is told why
        with pytest.raises(rules.NoDirectory, match="2026-06-03"):
            await world.started(await world.a_talent("李四维"))


async def test_a_what_if_lists_who_gains_and_who_loses_and_they_keep_the_level(world: World) -> None:
    with at("2026-06-01"):
        await two_versions(world)
        for i in range(37):
            await world.a_talent(
                f"工艺{NAMES[i]}", honours=("省级工艺美术大师",), level="L5" if i % 2 else None
            )
        losing = [
            await world.a_talent(f"论文{NAMES[i]}", honours=("优秀论文奖",), level="L4") for i in range(5)
        ]
        await world.a_talent("未知", level="L4")  # nothing is known of honours: neither meets nor loses
        await world.add_sql(
            "update level_grant set valid_until = '2027-12-31' where talent_id = $1", losing[0].id
        )
        draft = await world.do(
            world.office,
            directory_service.draft_directory,
            name="目录 v2027",
            valid_from=date(2026, 6, 30),
            source="演示数据",
            body=directory(CRAFT, SENIOR),
        )
        with pytest.raises(rules.NotTriedOut):
            await world.do(world.director, directory_service.publish_directory, draft_id=draft.id)
        await world.do(world.office, directory_service.try_out_directory, draft_id=draft.id)
        await what_if.try_out(world.services, draft_id=str(draft.id))
        draft = await world.one(DirectoryDraft, id=draft.id)
        assert (draft.gain, draft.lose, draft.pending, draft.people) == (37, 5, 0, 43)
        rows = await world.all(DirectoryImpact, draft_id=draft.id)
        lost = [r for r in rows if r.kind is ImpactKind.LOSE]
        assert {r.talent_id for r in lost} == {t.id for t in losing}
        assert {(r.level_before, r.level_after, r.benefit_before, r.benefit_after) for r in lost} == {
            ("L4", None, "银卡", None)
        }
        assert next(r for r in lost if r.talent_id == losing[0].id).keeps_until == date(2027, 12, 31)
        gained = [r for r in rows if r.kind is ImpactKind.GAIN]
        assert {(r.level_before, r.level_after, r.benefit_after) for r in gained} == {
            (None, "L3", "银卡"),
            ("L5", "L3", "银卡"),
        }
        # 19 from nothing and 18 from L5 to 36,000 a year; five lose 18,000
        assert draft.money == 19 * 36000 + 18 * 30000 - 5 * 18000
        async with Work(world.services).read(world.office) as ctx:
            table = await what_if.impact_table(ctx, draft_id=draft.id)
        assert len(table.splitlines()) == 43 and "不再达到,论文甲" in table
        # what changes afterwards is tried out anew
        body = directory({**CRAFT, "level": "L2"}, SENIOR)
        draft = await world.do(
            world.office,
            directory_service.change_directory_draft,
            draft_id=draft.id,
            version=draft.version,
            body=body,
        )
        assert draft.counted_at is None and await world.all(DirectoryImpact, draft_id=draft.id) == []
        # and whoever would lose stands where they stood
        assert [await world.level_of(t) for t in losing] == ["L4"] * 5


async def test_a_draft_that_was_tried_out_is_published_and_old_drafts_are_told(world: World) -> None:
    with at("2026-06-01"):
        started = await world.started(await world.a_talent())
        draft = await world.do(
            world.office,
            directory_service.draft_directory,
            name="目录 v2027",
            valid_from=date(2026, 7, 1),
            source="演示数据",
            body=directory(CRAFT, SENIOR),
        )
        await world.do(world.office, directory_service.try_out_directory, draft_id=draft.id)
        await what_if.try_out(world.services, draft_id=str(draft.id))
        draft = await world.do(world.director, directory_service.publish_directory, draft_id=draft.id)
        assert (draft.status, draft.published_number) == (DirectoryDraftStatus.PUBLISHED, 2)
    with at("2026-07-01"), pytest.raises(rules.DirectoryChanged):
        await world.do(world.hr(), application_service.submit, application_id=started.id)


# -- A4: what a level does to the card -----------------------------------------------------------------------


async def a_card(world: World, talent: Talent, tier: str, tier_name: str) -> Card:
    """A valid card as issued before."""
    from bole.core import clock

    fresh = await world.one(Talent, id=talent.id)
    made = Card(
        unit_path=fresh.unit_path,
        talent_id=fresh.id,
        number=f"CZ26-{fresh.id.hex[-9:].upper()}",
        scheme="youcai",
        scheme_version=1,
        tier=tier,
        tier_name=tier_name,
        level=fresh.level or "L4",
        valid_from=date(2026, 3, 2),
        valid_until=date(2029, 3, 1),
        status=CardStatus.ACTIVE,
        status_since=clock.now(),
    )
    await world.add(made)
    return made


SCORES = {"ability": 90, "achievement": 85, "innovation": 80}


async def recognised_at_l2(world: World, talent: Talent, on: date) -> Recognition:
    """By 国家级重大人才工程, with experts; decided so that the certificate can begin on that day."""
    from tests.recognition.test_experts import scored

    application = await world.in_joint_review(talent, "l2_programme", papers=("selection",))
    await world.answers(application)
    await scored(world, application, [SCORES] * 3)
    await world.do(world.office, review_service.gather, application_id=application.id)
    from bole.recognition.flow_rules import RecognitionDecision

    application = await world.do(
        world.director,
        review_service.decide,
        application_id=application.id,
        outcome=RecognitionDecision.APPROVED,
        opinion="同意",
    )
    ends = (await world.notice(application)).ends_on
    with at((ends + timedelta(days=1)).isoformat()):
        held = await world.certified(application, on)
        await world.tell()
        return held


async def test_a_silver_holder_recognised_at_l2_from_july_holds_gold_from_midnight(world: World) -> None:
    with at("2026-03-02"):
        talent = await world.a_talent(level="L4", honours=("国家级重大人才工程入选者",))
        old = await a_card(world, talent, "silver", "银卡")
    with at("2026-06-15"):
        held = await recognised_at_l2(world, talent, date(2026, 7, 1))
    assert (held.valid_from, held.applied) == (date(2026, 7, 1), False)
    # told ahead: the old card ends the day before, and the roster still says L4
    card = await world.one(Card, id=old.id)
    assert (card.status, card.succession, card.valid_until) == (
        CardStatus.ACTIVE,
        Succession.TIER,
        date(2026, 6, 30),
    )
    with at("2026-06-30", 23, 0):
        await world.night()
        assert await world.level_of(talent) == "L4"
    with at("2026-07-01", 0, 1):
        await world.night()
        await card_jobs.night(world.services)
        new = await world.one(Card, predecessor_id=old.id)
        assert (new.tier, new.valid_from, new.valid_until) == ("gold", date(2026, 7, 1), held.valid_until)
        assert (await world.one(Card, id=old.id)).status is CardStatus.REPLACED
        assert await world.level_of(talent) == "L2"
    assert await world.grants(talent) == [
        ("L4", date(2025, 3, 1), date(2026, 6, 30)),
        ("L2", date(2026, 7, 1), date(2029, 6, 30)),
    ]


async def test_a_review_that_downgrades_brings_the_lower_tier(world: World) -> None:
    with at("2026-03-02"):
        talent = await world.a_talent(honours=("国家级重大人才工程入选者",))
        held = await recognised_at_l2(world, talent, date(2026, 4, 1))
    with at("2026-04-01", 0, 1):
        await world.night()
        old = await a_card(world, talent, "gold", "金卡")
    from bole.recognition import granted_service

    with at("2026-07-01"):
        with pytest.raises(rules.NotLower):
            await world.do(
                world.director,
                granted_service.check_recognition,
                recognition_id=held.id,
                outcome=RecognitionCheckOutcome.DOWNGRADE,
                opinion="x",
                level="L1",
            )
        await world.do(
            world.director,
            granted_service.check_recognition,
            recognition_id=held.id,
            outcome=RecognitionCheckOutcome.DOWNGRADE,
            opinion="聘期任务未完成",
            level="L4",
        )
        await world.tell()
        assert (await world.one(Card, predecessor_id=old.id)).tier == "silver"
        assert await world.level_of(talent) == "L4"
    first, second = await world.all(Recognition, talent_id=talent.id)
    assert (first.status, first.ended_on) == (RecognitionStatus.EXITED, date(2026, 6, 30))
    assert (second.status, second.valid_from, second.valid_until) == (
        RecognitionStatus.EFFECTIVE,
        date(2026, 7, 1),
        first.valid_until,
    )


async def test_as_of_the_second_quarter_the_person_still_stands_at_l4(world: World) -> None:
    with at("2026-03-02"):
        talent = await world.a_talent(level="L4", honours=("国家级重大人才工程入选者",))
    with at("2026-06-15"):
        await recognised_at_l2(world, talent, date(2026, 7, 1))
    with at("2026-07-01", 0, 1):
        await world.night()
    grants = await world.grants(talent)
    on = date(2026, 6, 30)
    assert [level for level, since, until in grants if since <= on and (until is None or until >= on)] == [
        "L4"
    ]


async def test_a_recognition_that_ran_out_ends_the_level_and_the_card(world: World) -> None:
    with at("2026-04-28"):
        talent = await world.a_talent()
        application = await world.on_notice(talent)
    with at("2026-05-11"):
        held = await world.certified(application)
        card = await a_card(world, talent, "silver", "银卡")
    with at("2029-05-10", 23, 0):
        await world.night()
        assert await world.level_of(talent) == "L4"
    with at("2029-05-11", 0, 1):
        await world.night()
        assert await world.level_of(talent) is None
        assert (await world.one(Card, id=card.id)).status is CardStatus.CANCELLED
    ended = await world.one(Recognition, id=held.id)
    assert (ended.status, ended.ended_on) == (RecognitionStatus.EXPIRED, date(2029, 5, 10))
