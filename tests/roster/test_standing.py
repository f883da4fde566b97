"""Where a person stands: moved, gone, back, closed; levels, career, and the tokens that follow all of it."""

from datetime import date, timedelta
from typing import Any

import asyncpg
import pytest
from tests.roster.people import People, a_number

from bole.core import clock
from bole.core.actor import ActorKind
from bole.core.faults import ClosedToRole, OutOfScope, refusal_of
from bole.roster import career_service, rules, service, standing_service
from bole.roster.forms import (
    DocumentIn,
    EducationIn,
    EmploymentIn,
    FamilyIn,
    HonourIn,
    OtherNameIn,
    TalentChangeIn,
    TitleIn,
)
from bole.roster.identity_numbers import DocumentKind
from bole.roster.models import Talent
from bole.roster.rules import Degree, DepartureReason, NameKind, Relation, TalentStatus

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


# Move, leave, return, close


async def test_everything_follows_a_talent_to_another_unit(
    people: People, everything: asyncpg.Connection
) -> None:
    one = await people.enter(
        "林晓岚",
        level="L4",
        other_names=[OtherNameIn(kind=NameKind.FORMER, name="林秀英")],
        employment=EmploymentIn(employer_name="韩江陶瓷研究院"),
        educations=[EducationIn(degree=Degree.MASTER)],
        titles=[TitleIn(name="工程师")],
        honours=[HonourIn(name="省劳动模范")],
    )
    member = FamilyIn(relation=Relation.CHILD, name="陈小", purpose="子女入学")
    await people.do(people.office, career_service.add_family_member, talent_id=one.id, member=member)
    chaoan = people.units["chaoan"]
    now = await people.do(
        people.office, standing_service.move, talent_id=one.id, version=one.version + 1, unit_id=chaoan.id
    )
    assert now.unit_id == chaoan.id
    children = "talent_name identity_document level_grant employment education title honour family_member talent_gram"
    for table in children.split():
        rows = await everything.fetch(f"select unit_path from {table} where talent_id = $1", one.id)
        assert rows, table
        assert {r["unit_path"] for r in rows} == {chaoan.path}, table
    assert await people.found(people.district("chaoan"), "秀英") == ["林晓岚"]
    assert await people.found(people.district("xiangqiao"), "晓岚") == []


async def test_a_district_cannot_push_people_onto_another(people: People) -> None:
    one = await people.enter("林晓岚")
    with pytest.raises(Exception) as broken:
        await people.do(
            people.district("xiangqiao"),
            standing_service.move,
            talent_id=one.id,
            version=one.version,
            unit_id=people.units["chaoan"].id,
        )
    assert isinstance(refusal_of(broken.value), OutOfScope)
    assert await people.found(people.district("xiangqiao"), "晓岚") == ["林晓岚"]


async def leave(people: People, talent: Talent, **more: Any) -> Talent:
    today = clock.today()
    given = {
        "left_on": today,
        "reason": DepartureReason.RESIGNED,
        "told_to": "市委人才办",
        "told_on": today,
        **more,
    }
    return await people.do(people.office, standing_service.leave, talent_id=talent.id, **given)


async def test_leaving_ends_the_work_and_tells_the_others(
    people: People, everything: asyncpg.Connection
) -> None:
    one = await people.enter("林晓岚", employment=EmploymentIn(employer_name="韩江陶瓷研究院"))
    gone = await leave(people, one, note="赴外地任职")
    assert (gone.status, gone.employer_name) == (TalentStatus.LEFT, None)
    work = await everything.fetchrow("select ended_on, main, end_reason from employment")
    assert tuple(work) == (clock.today(), False, "辞职离开")
    told = await everything.fetchval("select body from outbox where fact = 'TalentLeft'")
    assert str(one.id) in told
    with pytest.raises(rules.RecordClosed, match="离开"):
        await change(people, gone, residence="x")


async def test_whom_one_told_is_not_left_open_and_no_day_lies_ahead(people: People) -> None:
    one = await people.enter("林晓岚")
    with pytest.raises(rules.NotToBeEmpty, match="报告对象"):
        await leave(people, one, told_to=" ")
    with pytest.raises(rules.DateNotPlausible, match="离开日期"):
        await leave(people, one, left_on=clock.today() + timedelta(days=1))


async def test_who_comes_back_has_both_days_on_record(people: People, everything: asyncpg.Connection) -> None:
    one = await people.enter("林晓岚")
    today = clock.today()
    await leave(people, one, left_on=today - timedelta(days=30))
    with pytest.raises(rules.DateNotPlausible):
        await people.do(
            people.office,
            standing_service.come_back,
            talent_id=one.id,
            returned_on=today - timedelta(days=31),
        )
    back = await people.do(people.office, standing_service.come_back, talent_id=one.id, returned_on=today)
    assert back.status is TalentStatus.ACTIVE
    row = await everything.fetchrow("select left_on, came_back_on from departure")
    assert tuple(row) == (today - timedelta(days=30), today)


async def test_a_closed_record_frees_the_number(people: People) -> None:
    number = a_number()
    one = await people.enter("林晓岚", documents=[document(number)])
    closed = await people.do(
        people.office, standing_service.close, talent_id=one.id, version=one.version, reason="误录"
    )
    assert closed.status is TalentStatus.CLOSED
    again = await people.enter("林晓岚", documents=[document(number)])
    assert again.id != one.id


# Level


async def test_a_level_is_dated_and_the_former_stays_on_record(
    people: People, everything: asyncpg.Connection
) -> None:
    one = await people.enter("林晓岚", level="L4", level_since=date(2024, 1, 1), level_basis="认定文件")
    two = await people.do(
        people.office,
        standing_service.grant_level,
        talent_id=one.id,
        version=one.version,
        level="L2",
        since=date(2026, 7, 1),
        basis="2026年认定",
    )
    assert (two.level, two.level_since) == ("L2", date(2026, 7, 1))
    rows = await everything.fetch(
        "select level, valid_from, valid_until from level_grant order by valid_from"
    )
    assert [tuple(r) for r in rows] == [
        ("L4", date(2024, 1, 1), date(2026, 6, 30)),
        ("L2", date(2026, 7, 1), None),
    ]
    told = await everything.fetchval("select body from outbox where fact = 'LevelChanged'")
    assert '"before": "L4"' in told
    for since, refusal in (
        (date(2026, 7, 1), rules.DateNotPlausible),
        (date(2025, 1, 1), rules.DateNotPlausible),
    ):
        with pytest.raises(refusal):
            await people.do(
                people.office,
                standing_service.grant_level,
                talent_id=one.id,
                version=two.version,
                level="L3",
                since=since,
                basis="x",
            )


async def test_a_level_withdrawn_leaves_none(people: People) -> None:
    one = await people.enter("林晓岚", level="L4", level_since=date(2024, 1, 1))
    two = await people.do(
        people.office,
        standing_service.grant_level,
        talent_id=one.id,
        version=one.version,
        level=None,
        since=date(2026, 7, 1),
        basis="退出",
    )
    assert (two.level, two.level_since) == (None, None)


# Career


async def test_one_employment_is_the_main_one(people: People, everything: asyncpg.Connection) -> None:
    one = await people.enter("林晓岚", employment=EmploymentIn(employer_name="甲厂"))
    two = await people.do(
        people.office,
        career_service.add_employment,
        talent_id=one.id,
        employment=EmploymentIn(employer_name="乙院", employer_uscc="91350100M000100Y43"),
    )
    assert two.employer_name == "乙院"
    rows = await everything.fetch("select id, employer_name, main from employment order by employer_name")
    assert {r["employer_name"]: r["main"] for r in rows} == {"甲厂": False, "乙院": True}
    ended = await people.do(
        people.office,
        career_service.end_employment,
        employment_id=next(r["id"] for r in rows if r["main"]),
        ended_on=clock.today(),
    )
    assert ended.employer_name is None
    with pytest.raises(rules.AlreadyEnded):
        await people.do(
            people.office,
            career_service.end_employment,
            employment_id=next(r["id"] for r in rows if r["main"]),
            ended_on=clock.today(),
        )


async def test_a_renewed_passport_stands_beside_the_old_until_that_is_retired(
    people: People, everything: asyncpg.Connection
) -> None:
    one = await people.enter(
        "Jean Roy", documents=[document("E12345678", DocumentKind.PASSPORT)], nationality="法国"
    )
    new = document("E87654321", DocumentKind.PASSPORT)
    await people.do(people.office, career_service.add_document, talent_id=one.id, document=new)
    old = await everything.fetchval("select id from identity_document where number_masked like '%78'")
    await people.do(people.office, career_service.retire_document, document_id=old)
    assert await everything.fetchval("select count(*) from identity_document where active") == 1


async def test_family_is_erased_when_no_service_needs_it(
    people: People, everything: asyncpg.Connection
) -> None:
    one = await people.enter("林晓岚")
    member = FamilyIn(relation=Relation.CHILD, name="陈小", purpose="子女入学")
    await people.do(people.office, career_service.add_family_member, talent_id=one.id, member=member)
    kept = await everything.fetchval("select id from family_member")
    await people.do(people.office, career_service.remove_family_member, member_id=kept)
    assert await everything.fetchval("select count(*) from family_member") == 0
    assert await everything.fetchval("select count(*) from audit where changes::text like '%陈小%'") == 0


# The token table


async def test_tokens_follow_every_way_a_row_arrives(people: People, everything: asyncpg.Connection) -> None:
    one, two = await people.enter("林晓岚"), await people.enter("陈𬭎", unit="chaoan")
    await everything.execute("update talent set search_tokens = '{甲,乙}' where id = $1", one.id)
    await everything.execute("delete from identity_document where talent_id = $1", two.id)
    await everything.execute("delete from talent where id = $1", two.id)
    odd = """
        select count(*) from (
          (select id, unit_path, unnest(search_tokens) from talent except select talent_id, unit_path, gram from talent_gram)
          union all
          (select talent_id, unit_path, gram from talent_gram except select id, unit_path, unnest(search_tokens) from talent)
        ) x"""
    assert await everything.fetchval(odd) == 0
    assert {r["gram"] for r in await everything.fetch("select gram from talent_gram")} == {"甲", "乙"}


async def test_a_talent_changes_nothing_by_hand(people: People) -> None:
    one = await people.enter("林晓岚")
    with pytest.raises(Exception) as broken:
        await change(people, one, people.own(ActorKind.TALENT, one.id), residence="x")
    assert isinstance(refusal_of(broken.value), ClosedToRole)
