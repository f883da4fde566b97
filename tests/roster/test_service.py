"""How a person enters the roster, how the data change, and what two officers at once are told."""

import asyncio
from datetime import date
from typing import Any

import asyncpg
import pytest
from sqlmodel import select
from tests.roster.people import People, a_number

from bole.core import clock
from bole.core.context import Work
from bole.core.errors import NotFound, Refusal, Stale
from bole.core.faults import OutOfScope, refusal_of
from bole.core.ledger import AuditEntry
from bole.core.permissions import Permission
from bole.roster import career_service, rules, service, standing_service
from bole.roster.forms import (
    DocumentIn,
    EducationIn,
    EmploymentIn,
    HonourIn,
    OtherNameIn,
    TalentChangeIn,
    TitleIn,
)
from bole.roster.identity_numbers import DocumentKind
from bole.roster.models import Talent
from bole.roster.rules import Degree, Gender, NameKind, TalentStatus, TitleRank

RESIDENT = DocumentKind.RESIDENT_ID


def document(number: str, kind: DocumentKind = RESIDENT) -> DocumentIn:
    return DocumentIn(kind=kind, number=number)


async def change(
    people: People, talent: Talent, actor: Any = None, version: int | None = None, **to: Any
) -> Talent:
    return await people.do(
        actor or people.office,
        service.change,
        talent_id=talent.id,
        version=version or talent.version,
        change=TalentChangeIn(**to),
    )


# Enter


async def test_the_number_says_what_the_form_leaves_open(people: People) -> None:
    one = await people.enter("林晓岚", documents=[document("445122921107002")])
    assert (one.birth_date, one.gender, one.status) == (date(1992, 11, 7), Gender.FEMALE, TalentStatus.ACTIVE)


async def test_a_candidate_is_admitted_later(people: People) -> None:
    one = await people.enter("林晓岚", candidate=True)
    assert one.status is TalentStatus.CANDIDATE
    assert (
        await people.do(people.office, standing_service.admit, talent_id=one.id)
    ).status is TalentStatus.ACTIVE


async def test_the_same_document_is_refused_however_it_is_written(people: People) -> None:
    one = await people.enter("林晓岚", documents=[document("445122199211070027")])
    with pytest.raises(rules.AlreadyInRoster, match=r"林晓岚.*湘桥区") as refused:
        await people.enter("林曉嵐", documents=[document("４４５１２２ 921107 002")])
    assert refused.value.facts["talentId"] == str(one.id)


async def test_a_document_held_out_of_sight_is_refused_without_a_name(people: People) -> None:
    await people.enter("林晓岚", unit="raoping", documents=[document("445122199211070027")])
    with pytest.raises(Exception) as broken:
        await people.enter(
            "林晓岚", actor=people.district("xiangqiao"), documents=[document("445122921107002")]
        )
    refused = refusal_of(broken.value)
    assert isinstance(refused, rules.HeldElsewhere)
    assert "林晓岚" not in str(refused)
    assert "市委人才办" in str(refused)


async def test_two_who_enter_one_person_at_once_enter_one(people: People) -> None:
    number = a_number()
    told = await asyncio.gather(
        *(people.enter("林晓岚", documents=[document(number)]) for _ in range(5)), return_exceptions=True
    )
    assert sum(isinstance(t, Talent) for t in told) == 1
    assert all(
        isinstance(refusal_of(t), (rules.HeldElsewhere, rules.AlreadyInRoster))
        for t in told
        if isinstance(t, BaseException)
    )


async def test_name_and_phone_alike_are_asked_about_and_may_be_two(people: People) -> None:
    one = await people.enter("林晓岚", phone="15400001234")
    with pytest.raises(rules.PossibleDuplicate, match="不是同一人") as refused:
        await people.enter("林曉嵐", phone="+86 154-0000-1234")
    assert refused.value.facts["talentId"] == str(one.id)
    assert refused.value.field == "phone"
    from bole.roster.forms import NewTalentIn

    other = NewTalentIn(name="林曉嵐", phone="154 0000 1234")
    unit = people.units["xiangqiao"].id
    twin = await people.do(people.office, service.enter, unit_id=unit, talent=other, not_same_as=[one.id])
    assert twin.id != one.id
    await people.enter("林晓明", phone="15400001234")  # sisters share a phone


async def test_the_same_number_twice_in_one_form_is_refused(people: People) -> None:
    with pytest.raises(rules.SameDocumentTwice):
        await people.enter("林晓岚", documents=[document("445122199211070027"), document("445122921107002")])


async def test_a_birth_date_that_the_number_contradicts_is_refused(people: People) -> None:
    with pytest.raises(rules.DateNotPlausible, match="1992-11-07"):
        await people.enter("林晓岚", birth_date=date(1992, 11, 8), documents=[document("445122199211070027")])


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"level": "L9"}, rules.UnknownLevel),
        ({"talent_type": "astronaut"}, rules.UnknownType),
        ({"birth_date": date(2999, 1, 1), "documents": []}, rules.DateNotPlausible),
        ({"level": "L1", "level_since": date(2999, 1, 1)}, rules.DateNotPlausible),
        (
            {"employment": EmploymentIn(employer_name="厂", started_on=date(2999, 1, 1))},
            rules.DateNotPlausible,
        ),
        ({"phone": "12345"}, Refusal),
        ({"email": "nobody"}, Refusal),
        ({"other_names": [OtherNameIn(kind=NameKind.ALIAS, name="123")]}, Refusal),
    ],
)
async def test_what_cannot_be_is_refused_and_leaves_nothing(
    people: People, everything: asyncpg.Connection, given: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as refused:
        await people.enter("林晓岚", **given)
    assert "{" not in str(refused.value)
    for table in ("talent", "identity_document", "talent_gram"):
        assert await everything.fetchval(f"select count(*) from {table}") == 0, table
    assert await everything.fetchval("select count(*) from outbox where fact = 'TalentEntered'") == 0


async def test_nobody_enters_people_into_units_of_others(people: People) -> None:
    with pytest.raises(Exception) as broken:
        await people.enter("林晓岚", unit="chaoan", actor=people.district("xiangqiao"))
    assert isinstance(refusal_of(broken.value), OutOfScope)


async def test_a_whole_career_enters_at_once_and_shows_on_the_record(people: People) -> None:
    one = await people.enter(
        "林晓岚",
        employment=EmploymentIn(employer_name="韩江陶瓷研究院", position="所长", started_on=date(2020, 3, 1)),
        educations=[EducationIn(degree=Degree.MASTER), EducationIn(degree=Degree.DOCTOR, school="中山大学")],
        titles=[
            TitleIn(name="工程师", rank=TitleRank.INTERMEDIATE),
            TitleIn(name="研究员", rank=TitleRank.SENIOR),
        ],
        honours=[HonourIn(name="省劳动模范")],
    )
    assert (one.employer_name, one.position, one.highest_degree) == ("韩江陶瓷研究院", "所长", Degree.DOCTOR)
    assert (one.highest_title, one.highest_rank) == ("研究员", TitleRank.SENIOR)


async def test_nothing_secret_lies_in_the_clear(people: People, everything: asyncpg.Connection) -> None:
    number = "445122199211070027"
    one = await people.enter(
        "林晓岚", documents=[document(number)], phone="15400001234", email="xiaolan.lin@example.com"
    )
    await change(people, one, phone="15400005678", email="new.address@example.com")
    secrets = (number, "15400001234", "15400005678", "xiaolan.lin", "new.address")
    tables = await everything.fetch("select tablename from pg_tables where schemaname = 'public'")
    for (table,) in tables:
        for row in await everything.fetch(f"select to_jsonb(t)::text as row from {table} t"):
            assert not any(s in row["row"] for s in secrets), table
            assert not any(s.encode().hex() in row["row"] for s in secrets), table
    masks = await everything.fetchrow("select phone_masked, email_masked from talent")
    assert tuple(masks) == ("154****5678", "n***@example.com")


# Change


async def test_a_stale_version_is_told_what_the_other_changed(people: People) -> None:
    one = await people.enter("林晓岚", specialty="陶瓷材料")
    district = people.district("xiangqiao")
    seen = one.version
    await change(people, one, district, residence="湘桥区桥东街道", specialty="陶瓷釉料")
    with pytest.raises(Stale, match="湘桥区经办") as refused:
        await change(people, one, version=seen, specialty="机械")
    told = {c["field"]: c for c in refused.value.facts["changes"]}
    assert told["specialty"]["before"] == "陶瓷材料"
    assert told["specialty"]["after"] == "陶瓷釉料"
    assert told["residence"]["label"] == "常住地"
    assert told["residence"]["by"] == district.name
    assert told["residence"]["at"].startswith(str(clock.now().date()))
    assert set(told) == {"specialty", "residence"}
    assert refused.value.facts["version"] > seen


async def test_a_stale_version_is_told_all_changes_since_and_none_before(people: People) -> None:
    one = await people.enter("林晓岚")
    two = await change(people, one, residence="一")
    seen = two.version
    three = await change(people, two, residence="二")
    await change(people, three, phone="15400001234")
    await people.do(people.office, career_service.add_title, talent_id=one.id, title=TitleIn(name="工程师"))
    with pytest.raises(Stale) as refused:
        await change(people, one, version=seen, specialty="x")
    told = refused.value.facts["changes"]
    assert [(c["field"], c["before"], c["after"]) for c in told if c["field"] == "residence"] == [
        ("residence", "一", "二")
    ]
    phone = next(c for c in told if c["field"] == "phone_masked")
    assert phone["after"] == "154****1234"
    assert any(c["label"] in ("最高职称", "登记职称或技能等级") for c in told)


async def test_a_stale_version_is_told_who_was_last_and_what_stands_in_the_fields_to_be_changed(
    people: People,
) -> None:
    one = await people.enter("林晓岚", specialty="陶瓷材料", phone="15400001234")
    district = people.district("xiangqiao")
    two = await change(people, one, residence="一")
    three = await change(people, two, district, specialty="陶瓷釉料", phone="15400005678")
    with pytest.raises(Stale) as refused:
        await change(people, one, version=one.version, specialty="机械", phone="15400009999", residence="一")
    facts = refused.value.facts
    assert facts["changed_by"] == district.name
    assert facts["changed_at"] == facts["changes"][0]["at"]
    assert facts["version"] == three.version > one.version
    assert facts["current"] == {"specialty": "陶瓷釉料", "phone": "154****5678", "residence": "一"}


async def test_what_the_officer_may_not_see_is_no_current_value(people: People) -> None:
    one = await people.enter("林晓岚")
    born = one.birth_date
    await change(people, one, residence="一")
    for without, shown in (((), str(born)), ((Permission.ROSTER_SENSITIVE,), "•••")):
        by = people.district("xiangqiao", *without)
        with pytest.raises(Stale) as refused:
            await change(people, one, by, version=one.version, birth_date=born, gender="male")
        assert refused.value.facts["current"]["birth_date"] == shown
        assert set(refused.value.facts["current"]) == {"birth_date", "gender"}


async def test_who_may_not_read_the_trail_is_told_all_the_same(
    people: People, everything: asyncpg.Connection
) -> None:
    """The trail is its auditor's; of the record one holds its changes are told."""
    one = await people.enter("林晓岚")
    await change(people, one, residence="一")
    async with Work(people.services).read(people.office) as ctx:
        assert (await ctx.db.exec(select(AuditEntry))).all() == []
    with pytest.raises(Stale, match="市委人才办") as refused:
        await change(people, one, version=one.version, residence="二")
    assert refused.value.facts["current"] == {"residence": "一"}


async def test_a_recorded_contact_makes_nobody_stale(people: People, everything: asyncpg.Connection) -> None:
    one = await people.enter("林晓岚")
    await everything.execute("update talent set last_contact_on = current_date where id = $1", one.id)
    assert (await change(people, one, residence="意溪镇")).residence == "意溪镇"


async def test_of_two_at_once_one_is_refused(people: People) -> None:
    one = await people.enter("林晓岚")
    told = await asyncio.gather(
        change(people, one, residence="甲"), change(people, one, residence="乙"), return_exceptions=True
    )
    assert sum(isinstance(t, Stale) for t in told) == 1
    assert sum(isinstance(t, Talent) for t in told) == 1


async def test_what_is_not_filled_in_stays_and_what_is_emptied_goes(people: People) -> None:
    one = await people.enter("林晓岚", phone="15400001234", residence="意溪镇", talent_type="industry")
    two = await change(people, one, residence=None)
    assert (two.residence, two.phone_masked, two.talent_type) == (None, "154****1234", "industry")
    three = await change(people, two, phone=None)
    assert (three.phone_masked, three.phone_sealed, three.phone_blind) == (None, None, None)


async def test_the_same_data_again_are_no_change(people: People) -> None:
    one = await people.enter("林晓岚", phone="15400001234", residence="意溪镇")
    with pytest.raises(rules.NothingChanged):
        await change(people, one, residence="意溪镇", phone="154 0000 1234", name="林 晓岚")


@pytest.mark.parametrize("empty", [{"name": None}, {"gender": None}, {"nationality": ""}, {"name": " "}])
async def test_what_everyone_has_cannot_be_emptied(people: People, empty: dict[str, Any]) -> None:
    one = await people.enter("林晓岚")
    with pytest.raises(Refusal, match=r"不能为空|请填写姓名"):
        await change(people, one, **empty)


async def test_a_birth_date_is_not_changed_against_the_own_documents(people: People) -> None:
    one = await people.enter("林晓岚", documents=[document("445122199211070027")])
    with pytest.raises(rules.DateNotPlausible, match="1992-11-07"):
        await change(people, one, birth_date=date(1992, 7, 11))


async def test_a_change_that_makes_someone_a_double_is_asked_about(people: People) -> None:
    await people.enter("林晓岚", phone="15400001234")
    one = await people.enter("林晓岚", phone="15400005678")
    with pytest.raises(rules.PossibleDuplicate):
        await change(people, one, phone="15400001234")


async def test_each_field_says_where_it_came_from(people: People) -> None:
    one = await people.enter("林晓岚", residence="意溪镇")
    two = await change(people, one, people.district("xiangqiao"), residence="桥东街道")
    assert two.sources["name"]["by"] == "市委人才办"
    assert two.sources["residence"]["by"] == people.district("xiangqiao").name
    assert two.sources["residence"]["source"] == "staff"


async def test_another_district_cannot_even_find_what_to_change(people: People) -> None:
    one = await people.enter("林晓岚")
    with pytest.raises(NotFound):
        await change(people, one, people.district("chaoan"), residence="x")


async def test_recently_changed_come_first(people: People) -> None:
    one, two = await people.enter("甲一"), await people.enter("乙二")
    await change(people, one, residence="意溪镇")
    data = await people.gql(people.office, "{ talents(order: RECENT) { nodes { name } } }")
    assert [n["name"] for n in data["talents"]["nodes"]] == ["甲一", "乙二"]
    assert two.changed_at is not None
