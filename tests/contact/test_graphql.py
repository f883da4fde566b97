"""Contact over GraphQL: the same operations, the row's own answer, one key one record."""

import asyncio
from typing import Any

import orjson
import pytest
import strawberry
from tests.contact.world import City, at

from bole.contact.graphql import ContactMutation, ContactQuery
from bole.contact.models import ContactAssignment, ContactLog, Need
from bole.contact.rules import Confidentiality
from bole.core.actor import Actor
from bole.core.context import Key
from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.core.graph import make_schema
from bole.core.permissions import Permission
from bole.org.graphql import OrgQuery
from bole.roster.graphql import RosterQuery
from bole.roster.models import Talent

SCHEMA = make_schema(
    strawberry.type(type("Query", (ContactQuery, RosterQuery, OrgQuery), {"__annotations__": {}})),
    strawberry.type(type("Mutation", (ContactMutation,), {"__annotations__": {}})),
)
DOCUMENTS = Documents(SCHEMA._schema, introspection=False)

RECORD = """
mutation ($talent: UUID!, $contact: ContactIn!, $post: UUID) {
  recordContact(talentId: $talent, contact: $contact, postId: $post) {
    id status titleThen occurredOn mode greeting allowedSteps
    talent { name lastContactOn nextContactDue }
    needs { content kind kindName status allowedSteps overdue }
    suggestions { content status }
    proposedChanges { field value status }
  }
}"""


async def nobody(_: Any) -> Actor | None:
    return None


async def told(
    city: City, actor: Actor, text: str, key: str | None = None, **variables: Any
) -> dict[str, Any]:
    endpoint = Endpoint(SCHEMA, city.services, nobody, DOCUMENTS, {})
    kept = Key.of(key, text.encode(), orjson.dumps(variables))
    answer: dict[str, Any] = orjson.loads(await endpoint.answer(text, variables, actor, kept))
    return answer


async def data(city: City, actor: Actor, text: str, key: str | None = None, **variables: Any) -> Any:
    answer = await told(city, actor, text, key, **variables)
    assert "errors" not in answer, answer["errors"]
    return answer["data"]


def four(**more: Any) -> dict[str, Any]:
    return {"occurredOn": "2026-07-10", "mode": "VISIT", "greeting": "看望", **more}


@pytest.fixture
async def talent(city: City):
    with at("2026-07-10"):
        made = await city.a_talent("林晓岚", "湘桥一中")
        await city.assign(made, "P-018")
        yield made


async def test_a_record_answers_with_what_it_set_going(city: City, talent: Talent):
    leader = city.leader("P-018", "陈思齐")
    contact = four(condition="升职", need="住房", advice="周转房")
    answer = await data(city, leader, RECORD, talent=str(talent.id), contact=contact)
    made = answer["recordContact"]
    assert made.pop("id")
    assert made == {
        "status": "RECORDED",
        "titleThen": "陈思齐（时任副书记）",
        "occurredOn": "2026-07-10",
        "mode": "VISIT",
        "greeting": "看望",
        "allowedSteps": ["submit", "archive"],
        "talent": {"name": "林晓岚", "lastContactOn": "2026-07-10", "nextContactDue": "2026-12-31"},
        "needs": [
            {
                "content": "住房",
                "kind": "other",
                "kindName": "其他",
                "status": "REGISTERED",
                "allowedSteps": ["route"],
                "overdue": False,
            }
        ],
        "suggestions": [{"content": "周转房", "status": "OPEN"}],
        "proposedChanges": [{"field": "note", "value": "升职", "status": "PROPOSED"}],
    }


async def test_a_double_click_with_one_key_records_once(city: City, talent: Talent):
    leader = city.leader("P-018")
    given = {"talent": str(talent.id), "contact": four(need="住房")}
    answers = await asyncio.gather(*(data(city, leader, RECORD, "k-1", **given) for _ in range(5)))
    assert len({a["recordContact"]["id"] for a in answers}) == 1
    assert len(await city.sees(city.office, ContactLog)) == 1
    assert len(await city.sees(city.office, Need)) == 1
    other = await told(city, leader, RECORD, "k-1", talent=str(talent.id), contact=four(need="别的"))
    assert other["errors"][0]["extensions"]["code"] == "IDEMPOTENCY_KEY_REUSED"
    await data(city, leader, RECORD, "k-2", **given)
    assert len(await city.sees(city.office, ContactLog)) == 2


@pytest.mark.parametrize(
    ("contact", "code", "field"),
    [
        (four(greeting=" "), "EMPTY_CONTACT", "greeting"),
        (four(occurredOn="2026-07-11"), "CONTACT_IN_FUTURE", "occurredOn"),
        (four(greeting="长" * 4001), "INVALID_INPUT", "contact.greeting"),
        (four(needs=[{"content": "房"}]), "INVALID_INPUT", "contact.needs.0.content"),
        (four(greeting="看\x00望"), "INVALID_INPUT", None),
        (four(changes=[{"field": "phone", "value": "123"}]), "PHONE_NOT_PLAUSIBLE", "phone"),
    ],
)
async def test_bad_input_is_refused_with_its_code_and_leaves_nothing(
    city: City, talent: Talent, contact: dict[str, Any], code: str, field: str | None
):
    answer = await told(city, city.leader("P-018"), RECORD, talent=str(talent.id), contact=contact)
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == code
    assert field is None or error["extensions"]["field"] == field
    assert await city.sees(city.office, ContactLog) == []


async def test_the_brief_before_a_visit_is_one_selection(city: City, talent: Talent):
    leader = city.leader("P-018", "陈思齐")
    for need in ("住房", "入学"):
        await data(city, leader, RECORD, talent=str(talent.id), contact=four(need=need, advice="办公寓"))
    brief = """
    query ($id: UUID!) { talent(id: $id) {
      name level lastContactOn nextContactDue
      lastContact { occurredOn titleThen greeting }
      contactLogs(first: 1) { need }
      openNeeds { content status }
      suggestions { content }
      contactAssignments { status overdue nextDueOn post { name unit { name } } appointment { personName } }
    } }"""
    told_talent = (await data(city, leader, brief, id=str(talent.id)))["talent"]
    assert told_talent["lastContact"] == {
        "occurredOn": "2026-07-10",
        "titleThen": "陈思齐（时任副书记）",
        "greeting": "看望",
    }
    assert [n["content"] for n in told_talent["openNeeds"]] == ["住房", "入学"]
    assert [s["content"] for s in told_talent["suggestions"]] == ["办公寓", "办公寓"]
    assert told_talent["contactLogs"] == [{"need": "入学"}]
    assert told_talent["contactAssignments"] == [
        {
            "status": "ACTIVE",
            "overdue": False,
            "nextDueOn": "2026-12-31",
            "post": {"name": "副书记", "unit": {"name": "潮州"}},
            "appointment": {"personName": "陈思齐"},
        }
    ]


async def test_who_is_due_comes_in_pages_and_only_from_ones_own_place(city: City, talent: Talent):
    for name in ("陈嘉禾", "黄思远"):
        await city.assign(await city.a_talent(name, "饶平一中"), "P-018")
    due = """
    query ($by: Date!, $after: String, $unit: UUID) { contactsDue(by: $by, first: 2, after: $after, unitId: $unit) {
      totalCount nodes { talent { name } } pageInfo { hasNextPage endCursor } } }"""
    first = (await data(city, city.office, due, by="2026-09-30"))["contactsDue"]
    assert (first["totalCount"], len(first["nodes"])) == (3, 2)
    after = first["pageInfo"]["endCursor"]
    second = (await data(city, city.office, due, by="2026-09-30", after=after))["contactsDue"]
    names = [n["talent"]["name"] for n in first["nodes"] + second["nodes"]]
    assert sorted(names) == ["林晓岚", "陈嘉禾", "黄思远"]
    mine = (await data(city, city.staff("湘桥"), due, by="2026-09-30"))["contactsDue"]
    assert mine["totalCount"] == 1
    there = {"by": "2026-09-30", "unit": str(city.units["饶平"].id)}
    assert (await data(city, city.staff("湘桥"), due, **there))["contactsDue"]["totalCount"] == 0
    assert (await data(city, city.office, due, **there))["contactsDue"]["totalCount"] == 2
    assert (await data(city, city.office, due, by="2026-09-29"))["contactsDue"]["totalCount"] == 0


async def test_a_months_calendar_leaves_out_what_was_due_before(city: City, talent: Talent):
    due = """query ($by: Date!, $since: Date) { contactsDue(by: $by, since: $since) { totalCount } }"""
    month = {"by": "2026-09-30", "since": "2026-09-01"}
    assert (await data(city, city.office, due, **month))["contactsDue"]["totalCount"] == 1
    later = {"by": "2026-10-31", "since": "2026-10-01"}
    assert (await data(city, city.office, due, **later))["contactsDue"]["totalCount"] == 0


async def test_one_need_and_one_assignment_are_opened_by_their_address_where_they_may_be_seen(
    city: City, talent: Talent
):
    made = (await data(city, city.leader("P-018"), RECORD, talent=str(talent.id), contact=four(need="住房")))[
        "recordContact"
    ]
    assert made["needs"]
    (need,) = await city.sees(city.office, Need)
    (assignment,) = await city.sees(city.office, ContactAssignment)
    asked = """query ($need: UUID!, $assignment: UUID!) {
      need(id: $need) { content } contactAssignment(id: $assignment) { talent { name } post { name } } }"""
    ids = {"need": str(need.id), "assignment": str(assignment.id)}
    assert await data(city, city.office, asked, **ids) == {
        "need": {"content": "住房"},
        "contactAssignment": {"talent": {"name": "林晓岚"}, "post": {"name": "副书记"}},
    }
    assert await data(city, city.staff("饶平"), asked, **ids) == {"need": None, "contactAssignment": None}


async def test_what_a_restricted_record_says_only_those_read_who_may(city: City, talent: Talent):
    await city.record(
        city.leader("P-018", "陈思齐"),
        talent,
        greeting="谈心",
        condition="有调离意向",
        confidentiality=Confidentiality.RESTRICTED,
    )
    asked = (
        """{ contactLogs(first: 5) { nodes { greeting condition proposedChanges(first: 1) { value } } } }"""
    )

    async def seen(actor: Actor) -> Any:
        (log,) = (await data(city, actor, asked))["contactLogs"]["nodes"]
        return log["greeting"], log["condition"], log["proposedChanges"][0]["value"]

    plain = city.staff("潮州", Permission.CONTACT_CONFIDENTIAL)
    assert await seen(plain) == (None, None, None)
    assert await seen(city.staff("潮州")) == ("谈心", "有调离意向", "有调离意向")
    assert await seen(city.leader("P-018")) == ("谈心", "有调离意向", None)
    assert (await data(city, city.talent(talent), asked))["contactLogs"]["nodes"] == []


async def test_without_the_permission_nothing_of_contact_is_asked_or_done(city: City, talent: Talent):
    blind = city.staff("湘桥", Permission.CONTACT_READ, Permission.CONTACT_RECORD)
    nested = "query ($id: UUID!) { talent(id: $id) { name contactLogs { need } } }"
    for answer in (
        await told(city, blind, "{ contactLogs { totalCount } }"),
        await told(city, blind, nested, id=str(talent.id)),
        await told(city, blind, RECORD, talent=str(talent.id), contact=four()),
    ):
        assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_coverage_and_load_answer_over_graphql(city: City, talent: Talent):
    await city.a_talent("陈嘉禾", "饶平一中", level="L5")
    asked = """query ($on: Date) {
      contactCoverage(on: $on) { on talents covered rate interimCounts
        levels { level talents covered rate } units { unit talents covered } }
      contactLoad { post unit leader talents waiting overdue earliestDue }
      needsByKind(since: "2026-01-01", until: "2026-12-31") { kind collected solved }
    }"""
    answer = await data(city, city.office, asked, on="2026-07-10")
    assert answer["contactCoverage"] == {
        "on": "2026-07-10",
        "talents": 2,
        "covered": 1,
        "rate": 0.5,
        "interimCounts": False,
        "levels": [
            {"level": "L1", "talents": 1, "covered": 1, "rate": 1.0},
            {"level": "L5", "talents": 1, "covered": 0, "rate": 0.0},
        ],
        "units": [
            {"unit": "湘桥", "talents": 1, "covered": 1},
            {"unit": "饶平", "talents": 1, "covered": 0},
        ],
    }
    assert answer["contactLoad"] == [
        {
            "post": "副书记",
            "unit": "潮州",
            "leader": "陈思齐",
            "talents": 1,
            "waiting": 0,
            "overdue": 0,
            "earliestDue": "2026-09-30",
        }
    ]
    assert answer["needsByKind"] == []


async def test_the_talents_own_page(city: City, talent: Talent):
    mine = city.talent(talent)
    raise_need = """mutation { raiseNeed(content: "孩子入学", kind: "school") { status kindName } }"""
    made = (await data(city, mine, raise_need))["raiseNeed"]
    assert made == {"status": "REGISTERED", "kindName": "子女教育"}
    page = """{ myContactLeaders { level nextDueOn kinshipChecked post { name } appointment { personName } }
                myNeeds { totalCount nodes { content talentName } } }"""
    answer = await data(city, mine, page)
    assert answer["myContactLeaders"] == [
        {
            "level": "CITY",
            "nextDueOn": "2026-09-30",
            "kinshipChecked": None,
            "post": {"name": "副书记"},
            "appointment": {"personName": "陈思齐"},
        }
    ]
    assert answer["myNeeds"] == {"totalCount": 1, "nodes": [{"content": "孩子入学", "talentName": "林晓岚"}]}


async def test_hand_over_and_plan_and_review_answer_over_graphql(city: City, talent: Talent):
    plan = """mutation ($talent: UUID!, $post: UUID!) {
      planContact(talentId: $talent, postId: $post, plan: {plannedOn: "2026-07-20", mode: VISIT, place: "校办"}) {
        id status occurredOn place greeting allowedSteps } }"""
    ids = {"talent": str(talent.id), "post": str(city.posts["P-018"].id)}
    planned = (await data(city, city.office, plan, **ids))["planContact"]
    log_id = planned.pop("id")
    assert planned == {
        "status": "PLANNED",
        "occurredOn": "2026-07-20",
        "place": "校办",
        "greeting": None,
        "allowedSteps": ["lapse", "record", "cancel"],
    }
    cancel = 'mutation ($id: UUID!) { cancelContact(logId: $id, reason: "人才出差") { status cancelReason } }'
    assert (await data(city, city.office, cancel, id=log_id))["cancelContact"] == {
        "status": "CANCELLED",
        "cancelReason": "人才出差",
    }
    again = await told(city, city.office, cancel, id=log_id)
    assert again["errors"][0]["extensions"]["code"] == "STEP_NOT_ALLOWED"
