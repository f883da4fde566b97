"""An application that came back with other facts is scored anew, by the same experts if need be; with the same facts
the experts' word stands. Former sheets stay and count no more. And in what order an expert finds the sheets."""

from datetime import date
from typing import Any

import asyncpg
import pytest
from tests.recognition.test_experts import GOOD, POOR, an_expert, to_be_scored
from tests.recognition.test_pages import ask
from tests.recognition.world import World

from bole.core.actor import Actor
from bole.recognition import application_service, expert_rules, expert_service, review_service, rules
from bole.recognition.expert_service import ScoreIn
from bole.recognition.flow_rules import ScoreSheetStatus
from bole.recognition.models import Expert, RecognitionApplication, ScoreSheet

Experts = list[tuple[Expert, Actor]]


SHEETS = "query ($id: UUID!) { recognitionApplication(id: $id) { sheets { round code total } } }"
MINE = """query ($first: Int!, $after: String) { myScoreSheets(first: $first, after: $after) {
  nodes { code } pageInfo { endCursor hasNextPage } } }"""


async def three(world: World) -> Experts:
    return [await an_expert(world, name) for name in ("甲", "乙", "丙")]


async def invite(world: World, application: RecognitionApplication, experts: Experts) -> None:
    ids = [expert.id for expert, _ in experts]
    await world.do(world.office, expert_service.invite_experts, application_id=application.id, expert_ids=ids)


async def sheet_of(
    world: World, expert: Expert, application: RecognitionApplication, ordinal: int = 1
) -> ScoreSheet:
    where = {"expert_id": expert.id, "application_id": application.id, "round": ordinal}
    return (await world.all(ScoreSheet, **where))[-1]


async def score(
    world: World,
    application: RecognitionApplication,
    experts: Experts,
    points: dict[str, int],
    ordinal: int = 1,
) -> None:
    for expert, actor in experts:
        sheet = await sheet_of(world, expert, application, ordinal)
        await world.do(actor, expert_service.accept_sheet, sheet_id=sheet.id)
        given = [ScoreIn(code=c, score=n) for c, n in points.items()]
        await world.do(actor, expert_service.score_sheet, sheet_id=sheet.id, scores=given)


async def close(world: World, application: RecognitionApplication) -> RecognitionApplication:
    return await world.do(world.office, expert_service.close_scoring, application_id=application.id)


async def back_again(
    world: World, application: RecognitionApplication, *, heard: bool = True, **changed: Any
) -> RecognitionApplication:
    """Sent back, changed, submitted, reviewed, and with the departments once more; `heard`: the worker was quick."""
    given = {"application_id": application.id}
    await world.do(world.office, review_service.send_back, **given, reason="请补充业绩")
    if heard:
        await world.tell()
    if changed:
        version = (await world.one(RecognitionApplication, id=application.id)).version
        await world.do(world.hr(), application_service.change, **given, version=version, **changed)
    await world.do(world.hr(), application_service.submit, **given)
    await world.do(world.district, review_service.review, **given, opinion="已补正")
    await world.do(world.office, review_service.send_to_departments, **given)
    await world.answers(application)
    return await world.one(RecognitionApplication, id=application.id)


async def test_with_other_facts_the_same_experts_score_anew_and_the_former_sheets_count_no_more(
    world: World,
) -> None:
    application, experts = await to_be_scored(world), await three(world)
    await invite(world, application, experts)
    await score(world, application, experts, POOR)
    assert (await close(world, application)).expert_passed is False
    before = [s.model_dump() for s in await world.all(ScoreSheet, application_id=application.id)]

    application = await back_again(world, application, statement="补充：主持国家级项目三项。")
    assert application.scoring_round == 2
    assert (application.expert_count, application.expert_score, application.expert_passed) == (None,) * 3
    with pytest.raises(rules.NotDone):
        await world.do(world.office, review_service.gather, application_id=application.id)
    with pytest.raises(expert_rules.TooFewSheets, match="0 份"):
        await close(world, application)

    await invite(world, application, experts)
    await score(world, application, experts, GOOD, 2)
    application = await close(world, application)
    assert (application.expert_count, application.expert_score, application.expert_passed) == (3, 82.0, True)
    # as they were handed in, for whoever looks into it later
    after = [s.model_dump() for s in await world.all(ScoreSheet, application_id=application.id, round=1)]
    assert after == before
    sheets = (await ask(world, world.office, SHEETS, id=application.id))["data"]["recognitionApplication"]
    assert [(s["round"], s["total"]) for s in sheets["sheets"]] == [(2, 82.0)] * 3 + [(1, 60.0)] * 3
    assert {s["code"][-2:] for s in sheets["sheets"][:3]} == {"-2"}


async def test_with_the_same_facts_the_experts_word_stands(world: World) -> None:
    application, experts = await to_be_scored(world), await three(world)
    await invite(world, application, experts)
    await score(world, application, experts, GOOD)
    await close(world, application)
    application = await back_again(world, application)
    assert (application.scoring_round, application.expert_passed) == (1, True)
    with pytest.raises(expert_rules.ExpertOut):
        await invite(world, application, experts[:1])
    await world.do(world.office, review_service.gather, application_id=application.id)


async def test_an_expert_called_off_before_scoring_is_asked_again_beside_those_whose_word_stands(
    world: World,
) -> None:
    application, experts = await to_be_scored(world), await three(world)
    await invite(world, application, experts)
    await score(world, application, experts[:2], GOOD)
    application = await back_again(world, application)
    assert application.scoring_round == 1
    assert (await sheet_of(world, experts[2][0], application)).status is ScoreSheetStatus.CALLED_OFF
    await invite(world, application, experts[2:])
    await score(world, application, experts[2:], GOOD)
    assert (await close(world, application)).expert_count == 3


async def test_what_is_still_out_from_the_former_round_is_called_off_even_if_the_worker_is_slow(
    world: World,
) -> None:
    application, experts = await to_be_scored(world), await three(world)
    await invite(world, application, experts)
    application = await back_again(world, application, heard=False, statement="补充业绩")
    assert {s.status for s in await world.all(ScoreSheet)} == {ScoreSheetStatus.CALLED_OFF}
    await invite(world, application, experts)
    await world.tell()  # who hears only now that it was sent back leaves the new sheets alone
    assert {s.status for s in await world.all(ScoreSheet, round=2)} == {ScoreSheetStatus.INVITED}


async def test_who_must_keep_out_by_now_makes_it_scored_anew_without_them(world: World) -> None:
    application, experts = await to_be_scored(world), await three(world)
    await invite(world, application, experts)
    await score(world, application, experts, GOOD)
    await close(world, application)
    application = await back_again(world, application, kinship=[experts[0][0].name])
    assert (application.scoring_round, application.expert_passed) == (2, None)
    with pytest.raises(expert_rules.ExpertIsKin):
        await invite(world, application, experts[:1])
    await invite(world, application, experts[1:])


async def test_who_kept_out_once_is_not_asked_in_a_later_round(world: World) -> None:
    application, experts = await to_be_scored(world), await three(world)
    await invite(world, application, experts)
    expert, actor = experts[0]
    sheet = await sheet_of(world, expert, application)
    await world.do(actor, expert_service.recuse_sheet, sheet_id=sheet.id, reason="曾为其导师")
    await score(world, application, experts[1:], GOOD)
    application = await back_again(world, application, statement="补充业绩")
    assert application.scoring_round == 2
    with pytest.raises(expert_rules.ExpertKeptOut, match="甲"):
        await invite(world, application, experts[:1])
    await invite(world, application, experts[1:])


async def test_the_database_keeps_one_standing_sheet_of_an_expert_a_round(world: World) -> None:
    application, (first, *_) = await to_be_scored(world), await three(world)
    await invite(world, application, [first])
    copy = (
        "insert into recognition_sheet (id, unit_path, application_id, expert_id, account_id, round, code, status,"
        " invited_on, due_on, material, items) select uuidv7(), unit_path, application_id, expert_id, account_id,"
        " $1, code, $2, invited_on, due_on, material, items from recognition_sheet limit 1"
    )
    for ordinal, status in ((2, "invited"), (1, "called_off")):
        await world.add_sql(copy, ordinal, status)
    with pytest.raises(asyncpg.exceptions.UniqueViolationError, match="recognition_sheet_once"):
        await world.add_sql(copy, 1, "invited")


def test_a_birthday_is_no_new_fact() -> None:
    before = {"statement": "主持研发", "facts": {"age": 39, "degree": "博士"}}
    assert expert_rules.same_facts(before, {**before, "facts": {"age": 40, "degree": "博士"}})
    assert not expert_rules.same_facts(before, {**before, "facts": {"age": 39, "degree": "硕士"}})


async def test_an_expert_finds_what_is_owed_first_by_its_day_then_the_rest_newest_first(world: World) -> None:
    application, ((expert, me), *_) = await to_be_scored(world), await three(world)
    days = {  # by code: invited, due, status
        "已评旧": (date(2026, 1, 5), date(2026, 1, 9), "scored"),
        "已评新": (date(2026, 3, 2), date(2026, 3, 6), "scored"),
        "评分中": (date(2026, 2, 2), date(2026, 4, 10), "accepted"),
        "待接受": (date(2026, 4, 1), date(2026, 4, 8), "invited"),
        "已回避": (date(2026, 2, 3), date(2026, 2, 9), "recused"),
    }
    for ordinal, (code, (invited_on, due_on, status)) in enumerate(days.items(), 1):
        await world.add(
            ScoreSheet(
                unit_path=expert.unit_path,
                application_id=application.id,
                expert_id=expert.id,
                account_id=expert.account_id,
                round=ordinal,
                code=code,
                status=ScoreSheetStatus(status),
                invited_on=invited_on,
                due_on=due_on,
                material={},
                items=[],
                total=80 if status == "scored" else None,
                recusal="同学" if status == "recused" else None,
            )
        )
    order = ["待接受", "评分中", "已评新", "已回避", "已评旧"]
    whole = (await ask(world, me, MINE, first=10))["data"]["myScoreSheets"]
    assert [s["code"] for s in whole["nodes"]] == order
    # and one page after the other, over the border between the two
    told: list[str] = []
    after = None
    while len(told) < len(order):
        page = (await ask(world, me, MINE, first=1, after=after))["data"]["myScoreSheets"]
        told += [s["code"] for s in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
    assert told == order and page["pageInfo"]["hasNextPage"] is False
