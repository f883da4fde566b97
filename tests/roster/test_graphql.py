"""What the roster shows, to whom, and how it refuses."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
import time_machine
from tests.roster.people import People

from bole.core import clock
from bole.core.actor import ActorKind
from bole.core.errors import TooManyRequests
from bole.core.permissions import Permission
from bole.roster import reveal_service, standing_service
from bole.roster.forms import DocumentIn, EducationIn, EmploymentIn, OtherNameIn, TitleIn
from bole.roster.identity_numbers import DocumentKind
from bole.roster.models import Talent
from bole.roster.rules import (
    REVEALS_PER_HOUR,
    Degree,
    NameKind,
    NothingToReveal,
    RevealPurpose,
    SecretField,
)

NUMBER = "445122199211070027"
LIST = """query ($unit: UUID, $level: String, $status: TalentStatus, $due: Date) {
  talents(unitId: $unit, level: $level, status: $status, dueBefore: $due, first: 100) {
    totalCount nodes { name unit { code } employerName employerUnit { code } phoneMasked levelName allowedSteps } } }"""
DETAIL = """query ($id: UUID!) { talent(id: $id) {
  name birthDate age gender levelName talentTypeName version unit { name } highestDegree sources
  names { kind name } documents { kind numberMasked active }
  levels { level levelName validFrom basis } employments { employerName main kind }
  educations { degree school } titles { name rank } honours { name grade } departures { reason } } }"""
ENTER = """mutation ($unit: UUID!, $t: NewTalentIn!) { enterTalent(unitId: $unit, talent: $t) {
  id version name status allowedSteps documents { numberMasked } unit { code } } }"""
CHANGE = """mutation ($id: UUID!, $v: Int!, $c: TalentChangeIn!) {
  changeTalent(talentId: $id, version: $v, change: $c) { version residence name } }"""
REVEAL = """mutation ($id: UUID!, $f: SecretField!, $d: UUID, $r: String!) {
  revealField(talentId: $id, field: $f, documentId: $d, purpose: VERIFY, reason: $r) { value until } }"""


async def someone(people: People, **more: Any) -> Talent:
    given: dict[str, Any] = {
        "level": "L4",
        "level_since": date(2025, 1, 1),
        "talent_type": "industry",
        "phone": "15400001234",
        "documents": [DocumentIn(kind=DocumentKind.RESIDENT_ID, number=NUMBER)],
        "other_names": [OtherNameIn(kind=NameKind.FORMER, name="林秀英")],
        "employment": EmploymentIn(employer_name="韩江陶瓷研究院"),
        "educations": [
            EducationIn(degree=Degree.MASTER, school="华南理工大学", graduated_on=date(2017, 6, 30)),
            EducationIn(degree=Degree.DOCTOR, school="中山大学", graduated_on=date(2021, 6, 30)),
        ],
        "titles": [TitleIn(name="高级工程师")],
    }
    return await people.enter("林晓岚", **{**given, **more})


async def refused(people: People, actor: Any, text: str, **variables: Any) -> dict[str, Any]:
    told = await people.told(actor, text, **variables)
    assert told.get("data") is None or not any(told["data"].values())
    (error,) = told["errors"]
    return {"message": error["message"], **error["extensions"]}


async def test_the_list_shows_a_page_of_the_directory(people: People) -> None:
    await someone(people)
    await people.enter("陈一", unit="chaoan")
    data = await people.gql(people.office, LIST)
    assert data["talents"]["totalCount"] == 2
    by_name = {n["name"]: n for n in data["talents"]["nodes"]}
    assert by_name["林晓岚"] == {
        "name": "林晓岚",
        "unit": {"code": "xiangqiao"},
        "employerName": "韩江陶瓷研究院",
        "employerUnit": None,
        "phoneMasked": "154****1234",
        "levelName": "拔尖人才",
        "allowedSteps": ["ask_update", "leave", "close"],
    }


async def test_the_directory_sorts_by_unit_and_pinyin(people: People) -> None:
    for name in ("林晓岚", "曾乐欣", "单国强", "陈一"):
        await people.enter(name)
    data = await people.gql(people.office, LIST)
    assert [n["name"] for n in data["talents"]["nodes"]] == ["陈一", "林晓岚", "单国强", "曾乐欣"]


async def test_filters_narrow_the_list(people: People, everything: asyncpg.Connection) -> None:
    one = await someone(people)
    await people.enter("陈一", unit="chaoan", candidate=True)
    await everything.execute("update talent set next_contact_due = '2026-03-01' where id = $1", one.id)

    async def names(**given: Any) -> list[str]:
        return [n["name"] for n in (await people.gql(people.office, LIST, **given))["talents"]["nodes"]]

    assert await names(level="L4") == ["林晓岚"]
    assert await names(level="L1") == []
    assert await names(status="CANDIDATE") == ["陈一"]
    assert await names(unit=str(people.units["chaoan"].id)) == ["陈一"]
    assert len(await names(unit=str(people.units["cz"].id))) == 2
    assert await names(due="2026-03-01") == []
    assert await names(due="2026-03-02") == ["林晓岚"]
    assert await names(unit=str(uuid4())) == []


async def test_the_detail_holds_the_whole_person(people: People) -> None:
    one = await someone(people)
    with time_machine.travel(one.created_at or clock.now(), tick=True):
        data = (await people.gql(people.office, DETAIL, id=str(one.id)))["talent"]
    assert data["names"] == [{"kind": "FORMER", "name": "林秀英"}]
    assert data["documents"] == [
        {"kind": "RESIDENT_ID", "numberMasked": "4451**********0027", "active": True}
    ]
    assert data["levels"][0]["levelName"] == data["levelName"] == "拔尖人才"
    assert data["talentTypeName"] == "产业人才"
    assert [e["degree"] for e in data["educations"]] == ["DOCTOR", "MASTER"]
    assert data["highestDegree"] == "DOCTOR"
    assert data["age"] == clock.today().year - 1992 - ((clock.today().month, clock.today().day) < (11, 7))
    assert data["sources"]["phone"]["by"] == "市委人才办"


async def test_what_is_sensitive_is_null_without_the_permission(people: People) -> None:
    one = await someone(people)
    officer = people.district("xiangqiao", Permission.ROSTER_SENSITIVE)
    data = (await people.gql(officer, DETAIL, id=str(one.id)))["talent"]
    assert (data["birthDate"], data["age"]) == (None, None)
    assert data["documents"][0]["numberMasked"] == "4451**********0027"
    family = "query ($id: UUID!) { talent(id: $id) { family { name } } }"
    assert (await refused(people, officer, family, id=str(one.id)))["code"] == "FORBIDDEN"


async def test_no_list_and_no_detail_without_the_permission(people: People) -> None:
    one = await someone(people)
    nobody = people.district("xiangqiao", Permission.ROSTER_READ)
    assert (await refused(people, nobody, LIST))["code"] == "FORBIDDEN"
    assert (await refused(people, nobody, DETAIL, id=str(one.id)))["code"] == "FORBIDDEN"


async def test_another_district_sees_nothing_at_all(people: People) -> None:
    one = await someone(people)
    chaoan = people.district("chaoan")
    assert (await people.gql(chaoan, LIST))["talents"] == {"totalCount": 0, "nodes": []}
    assert (await people.gql(chaoan, DETAIL, id=str(one.id)))["talent"] is None
    # asking for the other's unit does not help either
    data = await people.gql(chaoan, LIST, unit=str(people.units["xiangqiao"].id))
    assert data["talents"]["totalCount"] == 0


async def test_a_talent_sees_their_own_record_and_who_read_it(people: People) -> None:
    one = await someone(people)
    await people.enter("陈一")
    me = people.own(ActorKind.TALENT, one.id)
    data = await people.gql(
        me, "{ myProfile { name phoneMasked educations { degree } } talents { totalCount } }"
    )
    assert data["myProfile"]["name"] == "林晓岚"
    assert data["talents"]["totalCount"] == 1
    await people.gql(people.office, REVEAL, id=str(one.id), f="PHONE", r="核对号码后通知体检")
    seen = await people.gql(me, "{ readsOfMe { nodes { field purpose reason actorName } } }")
    assert seen["readsOfMe"]["nodes"] == [
        {"field": "PHONE", "purpose": "身份核验", "reason": "核对号码后通知体检", "actorName": "市委人才办"}
    ]


async def test_a_leader_sees_the_talents_of_the_post_and_no_others(
    people: People, everything: asyncpg.Connection
) -> None:
    mine, _ = await someone(people), await people.enter("林晓明")
    post = await everything.fetchrow("select id, unit_id from post limit 1")
    columns = await everything.fetch(
        "select column_name from information_schema.columns where table_name = 'contact_assignment'"
    )
    assert {"talent_id", "post_id", "status"} <= {c["column_name"] for c in columns}
    await everything.execute(
        "insert into appointment (id, post_id, shared, person_id, person_name, valid_from) "
        "select gen_random_uuid(), id, shared, gen_random_uuid(), '陈某', '2020-01-01' from post where id = $1 "
        "and not exists (select 1 from appointment a where a.post_id = $1)",
        post["id"],
    )
    term = await everything.fetchval("select id from appointment where post_id = $1", post["id"])
    await everything.execute(
        "insert into contact_assignment (id, unit_path, valid_from, talent_id, post_id, appointment_id, level, status,"
        " cadence_months, cadence_aligned, first_due_on)"
        " values (gen_random_uuid(), $1, '2025-01-01', $2, $3, $4, 'city', 'active', 3, true, '2025-03-31')",
        mine.unit_path,
        mine.id,
        post["id"],
        term,
    )
    leader = people.own(ActorKind.LEADER, post["id"])
    assert await people.found(leader, "林晓") == ["林晓岚"]
    data = await people.gql(leader, LIST)
    assert data["talents"]["totalCount"] == 1
    whole = (await people.gql(leader, DETAIL, id=str(mine.id)))["talent"]
    assert whole["educations"][0]["school"] == "中山大学"
    await everything.execute("update contact_assignment set status = 'pending', appointment_id = null")
    assert (await people.gql(leader, LIST))["talents"]["totalCount"] == 0


# Commands through GraphQL


async def test_a_person_enters_through_graphql(people: People) -> None:
    form = {
        "name": "林曉嵐",
        "documents": [{"kind": "RESIDENT_ID", "number": "445122921107002"}],
        "employment": {"employerName": "韩江陶瓷研究院"},
        "educations": [{"degree": "DOCTOR"}],
    }
    data = await people.gql(people.office, ENTER, unit=str(people.units["xiangqiao"].id), t=form)
    told = data["enterTalent"]
    assert told["name"] == "林曉嵐"
    assert told["status"] == "ACTIVE"
    assert told["documents"] == [{"numberMasked": "4451**********0027"}]
    again = await refused(people, people.office, ENTER, unit=str(people.units["xiangqiao"].id), t=form)
    assert again["code"] == "ALREADY_IN_ROSTER"
    assert again["talentId"] == told["id"]


async def test_null_empties_and_absence_leaves(people: People) -> None:
    one = await someone(people, residence="意溪镇")
    data = await people.gql(people.office, CHANGE, id=str(one.id), v=one.version, c={"specialty": "陶瓷"})
    assert data["changeTalent"]["residence"] == "意溪镇"
    version = data["changeTalent"]["version"]
    data = await people.gql(people.office, CHANGE, id=str(one.id), v=version, c={"residence": None})
    assert data["changeTalent"]["residence"] is None
    told = await refused(
        people, people.office, CHANGE, id=str(one.id), v=version, c={"residence": "桥东街道"}
    )
    assert told["code"] == "STALE"
    assert told["changes"][0]["field"] == "residence"
    assert "市委人才办" in told["message"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("445122199211070028", "WRONG_CHECK_DIGIT"),
        ("4.45122E+17", "NUMBER_LOST_DIGITS"),
        ("44512219921107002", "WRONG_LENGTH"),
        ("", "NUMBER_MISSING"),
    ],
)
async def test_a_wrong_number_is_refused_with_code_and_words(people: People, number: str, code: str) -> None:
    form = {"name": "林晓岚", "documents": [{"kind": "RESIDENT_ID", "number": number}]}
    told = await refused(people, people.office, ENTER, unit=str(people.units["xiangqiao"].id), t=form)
    assert told["code"] == code


async def test_departure_and_return_through_graphql(people: People) -> None:
    one = await someone(people)
    today = clock.today().isoformat()
    data = await people.gql(
        people.office,
        "mutation ($id: UUID!, $d: Date!) { recordDeparture(talentId: $id, leftOn: $d, reason: RETIRED,"
        ' toldTo: "市委人才办", toldOn: $d) { status allowedSteps departures { reason toldTo } } }',
        id=str(one.id),
        d=today,
    )
    assert data["recordDeparture"] == {
        "status": "LEFT",
        "allowedSteps": ["come_back", "close"],
        "departures": [{"reason": "RETIRED", "toldTo": "市委人才办"}],
    }
    told = await refused(
        people, people.office, "mutation ($id: UUID!) { confirmTalent(talentId: $id) { id } }", id=str(one.id)
    )
    assert told["code"] == "STEP_NOT_ALLOWED"


async def test_a_number_is_looked_at_before_it_is_entered(people: People) -> None:
    look = "query ($n: String!) { lookAtNumber(number: $n) { kind masked birthDate gender warnings } }"
    data = await people.gql(people.office, look, n="445122 921107 002")
    assert data["lookAtNumber"] == {
        "kind": "RESIDENT_ID",
        "masked": "4451**********0027",
        "birthDate": "1992-11-07",
        "gender": "FEMALE",
        "warnings": [],
    }


# Reveal


async def test_a_number_is_read_for_a_purpose_for_minutes_and_on_record(
    people: People, everything: asyncpg.Connection
) -> None:
    one = await someone(people)
    document = await everything.fetchval("select id from identity_document")
    data = await people.gql(
        people.office, REVEAL, id=str(one.id), f="IDENTITY_NUMBER", d=str(document), r="办理体检登记"
    )
    assert data["revealField"]["value"] == NUMBER
    row = await everything.fetchrow("select * from sensitive_read")
    assert (row["field"], row["reason"], row["actor_name"]) == (
        "identity_number",
        "办理体检登记",
        "市委人才办",
    )
    with pytest.raises(asyncpg.RestrictViolationError):
        await everything.execute("update sensitive_read set reason = 'x'")
    with pytest.raises(asyncpg.RestrictViolationError):
        await everything.execute("delete from sensitive_read")


async def test_a_changed_phone_is_the_one_revealed(people: People) -> None:
    one = await someone(people)
    await people.gql(people.office, CHANGE, id=str(one.id), v=one.version, c={"phone": "0768-2280001"})
    data = await people.gql(people.office, REVEAL, id=str(one.id), f="PHONE", r="联系本人")
    assert data["revealField"]["value"] == "0768-2280001"


async def test_no_reading_without_purpose_permission_or_reason(people: People) -> None:
    one = await someone(people)
    officer = people.district("xiangqiao", Permission.ROSTER_REVEAL)
    assert (await refused(people, officer, REVEAL, id=str(one.id), f="PHONE", r="x"))["code"] == "FORBIDDEN"
    told = await refused(people, people.office, REVEAL, id=str(one.id), f="PHONE", r="  ")
    assert told["code"] == "NOT_TO_BE_EMPTY"
    told = await refused(people, people.district("chaoan"), REVEAL, id=str(one.id), f="PHONE", r="x")
    assert told["code"] == "NOT_FOUND"
    told = await refused(people, people.office, REVEAL, id=str(one.id), f="EMAIL", r="x")
    assert told["code"] == "NOTHING_TO_REVEAL"
    assert NothingToReveal.status == 404


async def test_a_document_of_somebody_else_is_not_opened(
    people: People, everything: asyncpg.Connection
) -> None:
    one, other = await someone(people), await people.enter("陈一")
    document = await everything.fetchval("select id from identity_document where talent_id = $1", other.id)
    told = await refused(
        people, people.office, REVEAL, id=str(one.id), f="IDENTITY_NUMBER", d=str(document), r="x"
    )
    assert told["code"] == "NOT_FOUND"


async def test_copying_out_a_list_by_hand_is_slowed(people: People, everything: asyncpg.Connection) -> None:
    one = await someone(people)
    officer = people.office
    await everything.execute(
        "insert into sensitive_read (id, unit_path, talent_id, field, purpose, reason, actor_id, actor_name, read_at)"
        " select gen_random_uuid(), $1, $2, 'phone', 'x', 'x', $3, 'x', now() - interval '10 minutes'"
        " from generate_series(1, $4)",
        one.unit_path,
        one.id,
        officer.id,
        REVEALS_PER_HOUR,
    )
    with pytest.raises(TooManyRequests) as slowed:
        await people.do(
            officer,
            reveal_service.reveal,
            talent_id=one.id,
            field=SecretField.PHONE,
            purpose=RevealPurpose.CONTACT,
            reason="x",
        )
    assert 2900 < slowed.value.facts["retry_after"] <= 3001
    later = clock.now() + timedelta(minutes=51)
    with time_machine.travel(later, tick=True):
        got = await people.do(
            officer,
            reveal_service.reveal,
            talent_id=one.id,
            field=SecretField.PHONE,
            purpose=RevealPurpose.CONTACT,
            reason="x",
        )
    assert got.value == "15400001234"


async def test_the_auditor_sees_who_read_what(people: People) -> None:
    one = await someone(people)
    await people.gql(people.office, REVEAL, id=str(one.id), f="PHONE", r="联系本人")
    auditor = people.office
    text = "query ($id: UUID) { sensitiveReads(talentId: $id) { totalCount nodes { field reason } } }"
    data = await people.gql(auditor, text, id=str(one.id))
    assert data["sensitiveReads"]["totalCount"] == 1
    without = people.district("xiangqiao", Permission.AUDIT_READ)
    assert (await refused(people, without, text, id=str(one.id)))["code"] == "FORBIDDEN"


async def test_reads_stay_on_record_when_the_talent_moves(
    people: People, everything: asyncpg.Connection
) -> None:
    one = await someone(people)
    await people.gql(people.office, REVEAL, id=str(one.id), f="PHONE", r="联系本人")
    chaoan = people.units["chaoan"]
    await people.do(
        people.office, standing_service.move, talent_id=one.id, version=one.version, unit_id=chaoan.id
    )
    assert await everything.fetchval("select unit_path from sensitive_read") == chaoan.path
