"""Experts score blind, keep out where they must, and what they handed in stands."""

import json
from typing import Any

import asyncpg
import pytest
from tests.recognition.world import HOME, World

from bole.core.actor import Actor, ActorKind
from bole.core.context import Work
from bole.core.errors import Forbidden, NotFound
from bole.recognition import evidence_service, expert_rules, expert_service, review_service, rules, service
from bole.recognition.expert_service import ScoreIn
from bole.recognition.flow_rules import ScoreSheetStatus
from bole.recognition.models import Expert, RecognitionApplication, ScoreSheet


async def an_expert(world: World, name: str, employer: str = "韩江大学") -> tuple[Expert, Actor]:
    account = await world.an_account(name)
    expert = await world.do(
        world.office, expert_service.enrol_expert, account_id=account.id, employer_name=employer
    )
    kexie = world.units["kexie"]
    permissions = frozenset(world.roles["R12"].permissions)
    actor = Actor(
        account.id, name, ActorKind.STAFF, permissions, kexie.path, kexie.path_end, unit_id=kexie.id
    )
    return expert, actor


async def scored(
    world: World, application: RecognitionApplication, sheets: list[dict[str, int]], *, close: bool = True
) -> None:
    """So many experts, each handing in these scores."""
    asked = [await an_expert(world, f"专家{i}") for i in range(len(sheets))]
    ids = [expert.id for expert, _ in asked]
    await world.do(world.office, expert_service.invite_experts, application_id=application.id, expert_ids=ids)
    for (expert, actor), scores in zip(asked, sheets, strict=True):
        sheet = await world.one(ScoreSheet, expert_id=expert.id)
        await world.do(actor, expert_service.accept_sheet, sheet_id=sheet.id)
        given = [ScoreIn(code=c, score=n) for c, n in scores.items()]
        await world.do(actor, expert_service.score_sheet, sheet_id=sheet.id, scores=given)
    if close:
        await world.do(world.office, expert_service.close_scoring, application_id=application.id)


GOOD, POOR = (
    {"ability": 90, "achievement": 80, "innovation": 70},
    dict.fromkeys(("ability", "achievement", "innovation"), 60),
)


async def to_be_scored(world: World, **more: Any) -> RecognitionApplication:
    talent = await world.a_talent(honours=("国家级重大人才工程入选者",))
    application = await world.in_joint_review(talent, "l2_programme", papers=("selection",), **more)
    await world.answers(application)
    return application


async def test_a_sheet_tells_no_name_and_no_employer(world: World) -> None:
    application = await to_be_scored(world, statement="林晓岚在湘桥区韩东软件有限公司主持研发，林晓岚获奖。")
    expert, _ = await an_expert(world, "周评审")
    await world.do(
        world.office, expert_service.invite_experts, application_id=application.id, expert_ids=[expert.id]
    )
    sheet = await world.one(ScoreSheet, expert_id=expert.id)
    told = json.dumps(sheet.material, ensure_ascii=False)
    assert "林晓岚" not in told and world.units[HOME].short_name not in told
    assert "＊＊在湘桥区" in told and set(sheet.material["facts"]) == {"degree", "title", "specialty"}


async def test_an_expert_sees_own_sheets_only_and_no_application(world: World) -> None:
    application = await to_be_scored(world)
    (mine, me), (other, _) = await an_expert(world, "甲"), await an_expert(world, "乙")
    ids = [mine.id, other.id]
    await world.do(world.office, expert_service.invite_experts, application_id=application.id, expert_ids=ids)
    assert [s.expert_id for s in await world.all(ScoreSheet, me)] == [mine.id]
    assert await world.all(RecognitionApplication, me) == []
    theirs = await world.one(ScoreSheet, expert_id=other.id)
    with pytest.raises(NotFound):
        await world.do(me, expert_service.accept_sheet, sheet_id=theirs.id)
    with pytest.raises(Forbidden):
        me.require(service.application.operation.allow)  # type: ignore[attr-defined]
    # a district or an employer sees no sheet
    for by in (world.district, world.hr()):
        assert await world.all(ScoreSheet, by) == []


async def test_an_expert_of_the_same_house_or_a_relative_is_not_invited(world: World) -> None:
    application = await to_be_scored(world)
    await world.add_sql(
        "update recognition_application set kinship = '[\"林远山\"]' where id = $1", application.id
    )
    colleague, _ = await an_expert(world, "同事", employer=world.units[HOME].name)
    kin, _ = await an_expert(world, "林远山")
    for expert, no in ((colleague, expert_rules.ExpertFromSameEmployer), (kin, expert_rules.ExpertIsKin)):
        with pytest.raises(no):
            await world.do(
                world.office,
                expert_service.invite_experts,
                application_id=application.id,
                expert_ids=[expert.id],
            )


async def test_who_keeps_out_does_not_count_and_cannot_come_back(world: World) -> None:
    application = await to_be_scored(world)
    expert, actor = await an_expert(world, "甲")
    await world.do(
        world.office, expert_service.invite_experts, application_id=application.id, expert_ids=[expert.id]
    )
    sheet = await world.one(ScoreSheet, expert_id=expert.id)
    await world.do(actor, expert_service.recuse_sheet, sheet_id=sheet.id, reason="曾为其导师")
    with pytest.raises(expert_rules.ExpertKeptOut):
        await world.do(
            world.office, expert_service.invite_experts, application_id=application.id, expert_ids=[expert.id]
        )
    with pytest.raises(expert_rules.TooFewSheets, match="0 份，至少须 3 份"):
        await world.do(world.office, expert_service.close_scoring, application_id=application.id)


async def test_scores_are_weighted_and_fixed_once_handed_in(world: World) -> None:
    application = await to_be_scored(world)
    await scored(world, application, [GOOD, GOOD, POOR], close=False)
    first, *_ = await world.all(ScoreSheet, application_id=application.id)
    assert first.total == 0.4 * 90 + 0.4 * 80 + 0.2 * 70
    with pytest.raises(asyncpg.exceptions.RestrictViolationError, match="fixed"):
        await world.add_sql("update recognition_sheet set total = 100 where id = $1", first.id)
    application = await world.do(world.office, expert_service.close_scoring, application_id=application.id)
    assert (application.expert_count, application.expert_score, application.expert_passed) == (
        3,
        74.67,
        False,
    )
    with pytest.raises(rules.ScoresTooLow, match=r"74\.67"):
        await world.do(world.office, review_service.gather, application_id=application.id)


async def test_without_the_experts_word_it_is_not_gathered(world: World) -> None:
    application = await to_be_scored(world)
    with pytest.raises(rules.NotDone):
        await world.do(world.office, review_service.gather, application_id=application.id)
    await scored(world, application, [GOOD] * 3)
    await world.do(world.office, review_service.gather, application_id=application.id)


async def test_a_sheet_with_a_missing_or_strange_score_is_refused(world: World) -> None:
    application = await to_be_scored(world)
    expert, actor = await an_expert(world, "甲")
    await world.do(
        world.office, expert_service.invite_experts, application_id=application.id, expert_ids=[expert.id]
    )
    sheet = await world.one(ScoreSheet, expert_id=expert.id)
    await world.do(actor, expert_service.accept_sheet, sheet_id=sheet.id)
    with pytest.raises(expert_rules.ScoresIncomplete, match="业绩贡献"):
        given = [ScoreIn(code="ability", score=90)]
        await world.do(actor, expert_service.score_sheet, sheet_id=sheet.id, scores=given)
    assert (await world.one(ScoreSheet, id=sheet.id)).status is ScoreSheetStatus.ACCEPTED


async def test_experts_read_only_what_hides_the_name(world: World) -> None:
    talent = await world.a_talent(honours=("国家级重大人才工程入选者",))
    application = await world.started(talent, "l2_programme", papers=())
    open_, hidden = [
        await world.evidence(world.hr(), talent, "selection", application_id=application.id, anonymous=a)
        for a in (False, True)
    ]
    from bole.recognition import application_service

    await world.do(world.hr(), application_service.submit, application_id=application.id)
    await world.do(world.district, review_service.review, application_id=application.id, opinion="同意")
    await world.do(world.office, review_service.send_to_departments, application_id=application.id)
    expert, actor = await an_expert(world, "甲")
    await world.do(
        world.office, expert_service.invite_experts, application_id=application.id, expert_ids=[expert.id]
    )
    sheet = await world.one(ScoreSheet, expert_id=expert.id)
    assert [e["id"] for e in sheet.material["evidence"]] == [str(hidden.id)]
    await world.do(actor, expert_service.accept_sheet, sheet_id=sheet.id)
    async with Work(world.services).read(actor) as ctx:
        assert (await evidence_service.blind_file(ctx, evidence_id=hidden.id)).name == "材料"
        with pytest.raises(rules.NotForExperts):
            await evidence_service.blind_file(ctx, evidence_id=open_.id)
