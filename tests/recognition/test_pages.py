"""What the pages ask beside the flow: whom one may enrol, scores that are told only when all have given theirs, and
the applicant's name, which departments read and experts do not."""

from typing import Any

import orjson
import sqlalchemy as sa
from graphql import GraphQLObjectType, get_named_type
from tests.recognition.test_experts import GOOD, an_expert, to_be_scored
from tests.recognition.world import HOME, World

from bole.core.actor import PLATFORM, Actor
from bole.core.context import Work
from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.recognition import application_service, expert_service
from bole.recognition.expert_graphql import once_all_are_in
from bole.recognition.expert_service import ScoreIn
from bole.recognition.flow_rules import RecognitionRoute
from bole.recognition.models import RecognitionApplication, ScoreSheet
from bole.roster.erasing import GONE, HOLDINGS
from bole.roster.models import Talent
from bole.schema import schema


async def test_who_sits_where_experts_sit_may_be_enrolled_once(world: World) -> None:
    async def candidates() -> set[str]:
        async with Work(world.services).read(world.office) as ctx:
            return {one.name for one in await expert_service.expert_candidates(ctx)}

    assert await candidates() == set()
    account = await world.an_account("方宇岚")
    await world.add_sql(
        "update account set person_id = (select person_id from appointment a join post p on p.id = a.post_id"
        " where p.code = 'kexie-experts' limit 1) where id = $1",
        account.id,
    )
    assert await candidates() == {"方宇岚"}
    await world.do(world.office, expert_service.enrol_expert, account_id=account.id, employer_name="韩江大学")
    assert await candidates() == set()


async def test_nobody_reads_a_score_while_another_expert_may_still_be_swayed(world: World) -> None:
    application = await to_be_scored(world)
    (first, me), (second, other) = await an_expert(world, "甲"), await an_expert(world, "乙")
    ids = [first.id, second.id]
    await world.do(world.office, expert_service.invite_experts, application_id=application.id, expert_ids=ids)

    async def scores(expert_id: object, actor: object) -> None:
        sheet = await world.one(ScoreSheet, expert_id=expert_id)
        await world.do(actor, expert_service.accept_sheet, sheet_id=sheet.id)  # type: ignore[arg-type]
        given = [ScoreIn(code=c, score=n) for c, n in GOOD.items()]
        await world.do(actor, expert_service.score_sheet, sheet_id=sheet.id, scores=given)  # type: ignore[arg-type]

    async def told() -> list[float | None]:
        table = ScoreSheet.__table__  # type: ignore[attr-defined]
        stmt = sa.select(once_all_are_in("total")(table.c)).where(table.c.application_id == application.id)
        async with Work(world.services).read(world.office) as ctx:
            return list((await ctx.db.execute(stmt)).scalars())

    await scores(first.id, me)
    assert await told() == [None, None]
    await scores(second.id, other)
    assert await told() == [82.0, 82.0]


# -- the applicant's name ------------------------------------------------------------------------------------


async def ask(world: World, actor: Actor, text: str, **variables: Any) -> Any:
    async def nobody(_: Any) -> None:
        return None

    endpoint = Endpoint(schema, world.services, nobody, DOCUMENTS, {})
    given = orjson.loads(orjson.dumps(variables, default=str))
    return orjson.loads(await endpoint.answer(text, given, actor))


DOCUMENTS = Documents(schema._schema)
LISTS = """{ recognitionApplications { nodes { talentName employerName talent { name } } }
  myJointReviews { nodes { application { talentName employerName talent { name } } } } }"""
CASE = "query ($id: UUID!) { recognitionApplication(id: $id) { talentName employerName talent { name } } }"


async def test_a_department_reads_the_names_of_an_applicant_outside_its_scope_and_of_the_employer(
    world: World,
) -> None:
    application = await world.in_joint_review(await world.a_talent("林晓岚"))
    told = {"talentName": "林晓岚", "employerName": world.units[HOME].name, "talent": None}
    department = world.department("renshe")
    lists = (await ask(world, department, LISTS))["data"]
    assert lists["recognitionApplications"]["nodes"] == [told]
    assert lists["myJointReviews"]["nodes"] == [{"application": told}]
    case = await ask(world, department, CASE, id=application.id)
    assert case["data"] == {"recognitionApplication": told}
    # who is no party to it reads nothing
    stranger = world.hr("emp-ca-hospital")
    assert (await ask(world, stranger, CASE, id=application.id))["data"]["recognitionApplication"] is None


async def test_the_name_is_that_of_the_roster_when_it_is_submitted_and_stays_so(world: World) -> None:
    talent = await world.a_talent("林晓岚")
    draft = await world.started(talent)
    assert draft.talent_name == "林晓岚"
    rename = "update talent set name = $2 where id = $1"
    await world.add_sql(rename, talent.id, "林知夏")
    sent = await world.do(world.hr(), application_service.submit, application_id=draft.id)
    assert sent.talent_name == "林知夏"
    await world.add_sql(rename, talent.id, "林若水")
    assert (await world.one(RecognitionApplication, id=draft.id)).talent_name == "林知夏"


async def test_an_employer_that_is_no_unit_of_ours_is_named_as_the_roster_names_it(world: World) -> None:
    talent = await world.a_talent(unit="xiangqiao-office")
    await world.add_sql("update employment set employer_unit_id = null, employer_name = '南海造船厂'")
    await world.add_sql("update talent set employer_name = '南海造船厂' where id = $1", talent.id)
    by = world.person(talent)
    draft = await world.started(talent, by=by, route=RecognitionRoute.SELF)
    assert (draft.employer_id, draft.employer_name) == (None, "南海造船厂")
    sent = await world.do(by, application_service.submit, application_id=draft.id)
    assert sent.employer_name == "南海造船厂"


async def test_the_name_goes_with_the_words_when_the_person_is_erased(world: World) -> None:
    talent = await world.a_talent("林晓岚")
    draft = await world.started(talent)
    async with Work(world.services).write(PLATFORM) as ctx:
        await ctx.db.execute(HOLDINGS["recognition_applications"].erase(talent.id))
    blank = await world.one(RecognitionApplication, id=draft.id)
    assert (blank.talent_name, blank.employer_name) == (GONE, None)
    assert (await world.one(Talent, id=talent.id)).name == "林晓岚", "the roster blanks its own row itself"


async def test_an_expert_s_sheet_leads_to_no_name(world: World) -> None:
    application = await to_be_scored(world)
    expert, me = await an_expert(world, "周评审")
    invited = {"application_id": application.id, "expert_ids": [expert.id]}
    await world.do(world.office, expert_service.invite_experts, **invited)
    sheet = await world.one(ScoreSheet, expert_id=expert.id)
    await world.do(me, expert_service.accept_sheet, sheet_id=sheet.id)

    node = schema._schema.type_map["MyScoreSheet"]
    assert isinstance(node, GraphQLObjectType)
    assert [n for n, f in node.fields.items() if isinstance(get_named_type(f.type), GraphQLObjectType)] == []
    whole = f"{{ myScoreSheets {{ nodes {{ {' '.join(node.fields)} }} }} }}"
    (mine,) = (await ask(world, me, whole))["data"]["myScoreSheets"]["nodes"]
    assert mine["material"] and "林晓岚" not in str(mine)
    for text in (LISTS, CASE):
        told = await ask(world, me, text, **({"id": application.id} if text is CASE else {}))
        assert told["errors"][0]["extensions"]["code"] == "FORBIDDEN", told
        assert "林晓岚" not in str(told)


INVITE = "mutation ($a: UUID!, $e: [UUID!]!) { inviteExperts(applicationId: $a, expertIds: $e) { sheets { code } } }"
CLOCK = "query ($id: UUID!) { recognitionClock(applicationId: $id) { end summary } }"


async def test_an_expert_who_is_invited_already_is_not_invited_twice(world: World) -> None:
    application = await to_be_scored(world)
    (first, _), (second, _) = await an_expert(world, "周评审"), await an_expert(world, "吴评审")
    told = await ask(world, world.office, INVITE, a=application.id, e=[first.id])
    assert len(told["data"]["inviteExperts"]["sheets"]) == 1
    again = await ask(world, world.office, INVITE, a=application.id, e=[second.id, first.id])
    (error,) = again["errors"]
    assert error["extensions"]["code"] == "EXPERT_OUT" and "“周评审”不在聘或已受邀" in error["message"]
    assert error["extensions"]["field"] == "expertIds"
    assert len(await world.all(ScoreSheet)) == 1, (
        "a refusal leaves nothing behind, of the other expert neither"
    )
    # the same one twice in one list is one
    both = await ask(world, world.office, INVITE, a=application.id, e=[second.id, second.id])
    assert len(both["data"]["inviteExperts"]["sheets"]) == 2


async def test_the_clock_is_none_where_nobody_is_waited_for(world: World) -> None:
    talent = await world.a_talent()
    draft = await world.started(talent)
    asked = {"id": draft.id}
    assert (await ask(world, world.office, CLOCK, **asked)) == {"data": {"recognitionClock": None}}
    await world.do(world.hr(), application_service.submit, application_id=draft.id)
    running = (await ask(world, world.office, CLOCK, **asked))["data"]["recognitionClock"]
    stands = await world.one(RecognitionApplication, id=draft.id)
    assert running["end"] == str(stands.due_on) and "工作日" in running["summary"]
