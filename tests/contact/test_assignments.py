"""Who looks after whom: begun once, ended whole, and as often as the city has decided."""

import asyncio
import random
from datetime import date, timedelta

import asyncpg
import pytest
from tests.contact.world import City, at

from bole.catalogue.events import EntryPublished
from bole.contact import assignment_service, cadence_rules, coverage_service, reactions, rules
from bole.contact.cadence_rules import Cadence
from bole.contact.models import NEXT_DUE, ContactAssignment, ContactHandover
from bole.contact.rules import AssignmentStatus
from bole.core.faults import refusal_of
from bole.core.table import new_id
from bole.org.rules import LeaderLevel
from bole.roster.events import LevelChanged, TalentLeft
from bole.roster.models import FamilyMember, Talent
from bole.roster.rules import Relation, TalentStatus


async def test_an_assignment_says_when_it_is_first_due(city: City):
    with at("2026-07-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        made = await city.assign(talent, "P-018", reason="分工")
    assert (made.level, made.first_due_on, made.next_due_on) == (
        LeaderLevel.CITY,
        date(2026, 9, 30),
        date(2026, 9, 30),
    )
    (kept,) = await city.sees(city.office, Talent)
    assert kept.next_contact_due == date(2026, 9, 30)


async def test_the_database_and_the_rule_agree_on_every_due_day(city: City, sees: asyncpg.Connection):
    chance = random.Random(20260815)
    for _ in range(400):
        aligned = chance.random() < 0.5
        months = chance.choice([1, 2, 3, 4, 6, 12]) if aligned else chance.randint(1, 24)
        last = date(2020, 1, 1) + timedelta(days=chance.randrange(6000))
        stated = await sees.fetchval(
            f"select {NEXT_DUE} from (select $1::date as last_contact_on, $2::int as cadence_months,"
            " $3::bool as cadence_aligned, $4::date as first_due_on) a",
            None if chance.random() < 0.05 else last,
            months,
            aligned,
            last,
        )
        cadence = Cadence(months, aligned)
        expected = {last, cadence_rules.next_due(cadence, last=last, first=last)}
        assert stated in expected, (last, cadence)
    for last in (date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 31)):
        for months in (1, 3, 12):
            for aligned in (True, False):
                stated = await sees.fetchval(
                    f"select {NEXT_DUE} from (select $1::date as last_contact_on, $2::int as cadence_months,"
                    " $3::bool as cadence_aligned, null::date as first_due_on) a",
                    last,
                    months,
                    aligned,
                )
                assert stated == cadence_rules.next_due(Cadence(months, aligned), last=last, first=last)


async def test_the_same_post_is_assigned_once_even_if_two_officers_click_at_once(city: City):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    with at("2026-07-10"):
        done = await asyncio.gather(*(city.assign(talent, "P-018") for _ in range(6)), return_exceptions=True)
    refused = [d for d in done if isinstance(d, rules.AlreadyAssigned)]
    assert len(refused) == 5
    assert len(await city.sees(city.office, ContactAssignment)) == 1


@pytest.mark.parametrize(("post", "refusal"), [("P-017", rules.NoHolder), ("办事员", rules.NotALeader)])
async def test_only_a_leaders_post_that_somebody_holds_can_contact(city: City, post, refusal):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    with pytest.raises(refusal):
        await city.assign(talent, post)


async def test_a_level_without_a_cadence_and_a_talent_who_left_are_refused(city: City):
    without = await city.a_talent("林晓岚", "湘桥一中", level="L3")
    gone = await city.a_talent("陈嘉禾", "湘桥一中", status=TalentStatus.LEFT)
    with pytest.raises(rules.ContactNotDue):
        await city.assign(without, "P-018")
    with pytest.raises(rules.TalentNotInService):
        await city.assign(gone, "P-018")


async def test_a_leader_of_a_relatives_name_is_assigned_only_with_a_word_on_the_check(city: City):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    await city.add(
        FamilyMember(
            unit_path=talent.unit_path,
            talent_id=talent.id,
            relation=Relation.SPOUSE,
            name="陈思齐",
            purpose="配偶就业",
        )
    )
    with pytest.raises(rules.PossibleKinship) as warned:
        await city.assign(talent, "P-018")
    assert "配偶" in str(warned.value)
    made = await city.assign(talent, "P-018", kinship_checked="经核实系同名")
    assert made.kinship_checked == "经核实系同名"


async def test_the_post_loses_sight_when_the_assignment_ends_and_may_be_assigned_again(city: City):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    made = await city.assign(talent, "P-018")
    await city.do(city.office, assignment_service.end_contact, assignment_id=made.id, reason="分工调整")
    assert await city.sees(city.leader("P-018"), Talent) == []
    (kept,) = await city.sees(city.office, Talent)
    assert kept.next_contact_due is None
    again = await city.assign(talent, "P-018")
    assert again.id != made.id


async def test_who_leaves_the_city_is_looked_after_by_nobody_any_more(city: City):
    term = await city.a_term("P-017", "许志涛")
    talent = await city.a_talent("林晓岚", "湘桥一中")
    with at("2026-07-01"):
        await city.assign(talent, "P-017")
        await city.assign(talent, "P-018")
    with at("2026-08-16"):
        await city.end_term(term, date(2026, 8, 15))
        await city.midnight()
        await city.told(reactions.a_talent_left, TalentLeft(talent.id, date(2026, 8, 14), "transfer"))
        ended = await city.sees(city.office, ContactAssignment)
        assert {a.status for a in ended} == {AssignmentStatus.ENDED}
        assert {a.valid_until for a in ended} == {date(2026, 8, 14)}
        (waiting,) = await city.sees(city.office, ContactHandover)
        assert waiting.closed_on == date(2026, 8, 16)


async def test_a_new_level_brings_its_own_cadence(city: City):
    with at("2026-05-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中", level="L5")
        await city.assign(talent, "P-018")
        await city.assign(talent, "湘桥书记")
        await city.record(city.office, talent, "P-018")
    with at("2026-07-10"):
        await city.relevel(talent, "L1")
        await city.told(reactions.a_level_changed, LevelChanged(talent.id, "L5", "L1", date(2026, 7, 10)))
        due = {a.post_id: a.next_due_on for a in await city.sees(city.office, ContactAssignment)}
        assert due[city.posts["P-018"].id] == date(2026, 9, 30)  # visited in the second quarter
        assert due[city.posts["湘桥书记"].id] == date(2026, 9, 30)  # never visited: from today
        (kept,) = await city.sees(city.office, Talent)
        assert kept.next_contact_due == date(2026, 9, 30)


async def test_an_overdue_first_contact_is_not_forgiven_by_a_new_cadence(city: City):
    with at("2026-01-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        await city.assign(talent, "P-018")
    await city.change_cadence(
        levels=[{"talent_level": "L1", "months": 12, "aligned": True, "leader_level": "city"}]
    )
    with at("2026-07-10"):
        await city.midnight()
        (assignment,) = await city.sees(city.office, ContactAssignment)
        assert (assignment.cadence_months, assignment.next_due_on) == (12, date(2026, 3, 31))


async def test_coverage_is_counted_from_structure_by_level_and_by_unit_as_of_a_day(city: City):
    with at("2026-03-01"):
        first = await city.a_talent("林晓岚", "湘桥一中")
        await city.a_talent("陈嘉禾", "湘桥一中", level="L5")
        third = await city.a_talent("黄思远", "饶平一中", level="L5")
        await city.a_talent("许文博", "饶平一中", level=None)
        await city.a_talent("蔡子衿", "饶平一中", status=TalentStatus.CANDIDATE)
        await city.assign(first, "P-018")
        await city.assign(first, "湘桥书记")
    with at("2026-04-01"):
        await city.assign(third, "P-018")
        told = await city.ask(city.office, coverage_service.contact_coverage)
        assert (told.talents, told.covered, told.rate) == (4, 2, 0.5)
        assert [(c.level, c.talents, c.covered) for c in told.levels] == [
            ("L1", 1, 1),
            ("L5", 2, 1),
            ("", 1, 0),
        ]
        assert [(c.unit, c.talents, c.covered) for c in told.units] == [("湘桥", 2, 1), ("饶平", 2, 1)]
        before = await city.ask(city.office, coverage_service.contact_coverage, on=date(2026, 3, 31))
        assert (before.talents, before.covered) == (4, 1)
        district = await city.ask(city.staff("湘桥"), coverage_service.contact_coverage)
        assert (district.talents, district.covered) == (2, 1)
        assert [(c.unit, c.talents) for c in district.units] == [("湘桥一中", 2)]
        nobody = await city.ask(city.staff("教育局"), coverage_service.contact_coverage)
        assert (nobody.talents, nobody.rate) == (0, None)


async def test_a_foreign_unit_asked_for_by_name_tells_a_district_nothing(city: City):
    await city.a_talent("黄思远", "饶平一中")
    told = await city.ask(
        city.staff("湘桥"), coverage_service.contact_coverage, unit_id=city.units["饶平"].id
    )
    assert (told.talents, told.units) == (0, [])


async def test_the_load_of_a_post_shows_who_waits_and_who_is_overdue(city: City):
    term = await city.a_term("P-017", "许志涛")
    with at("2026-01-10"):
        for name in ("林晓岚", "陈嘉禾"):
            talent = await city.a_talent(name, "湘桥一中")
            await city.assign(talent, "P-017")
        await city.assign(talent, "P-018")
    with at("2026-04-02"):
        await city.record(city.leader("P-017"), talent)
        await city.end_term(term, date(2026, 4, 1))
        await city.midnight()
        rows = await city.ask(city.office, coverage_service.contact_load)
    assert [(r.post, r.leader, r.talents, r.waiting, r.overdue) for r in rows] == [
        ("副市长", None, 2, 2, 1),
        ("副书记", "陈思齐", 1, 0, 1),
    ]


async def test_a_post_that_two_hold_carries_each_talent_once(city: City):
    await city.a_post("P-030", "潮州", LeaderLevel.COUNTY, "许志涛", shared=True)
    await city.a_term("P-030", "陈思齐", shared=True, valid_from=date(2026, 3, 1))
    for name in ("林晓岚", "陈嘉禾"):
        await city.assign(await city.a_talent(name, "湘桥一中"), "P-030")
    (row,) = await city.ask(city.office, coverage_service.contact_load)
    assert (row.leader, row.talents) == ("许志涛、陈思齐", 2)


async def test_the_database_itself_refuses_a_second_assignment_of_a_post(
    city: City, sees: asyncpg.Connection
):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    made = await city.assign(talent, "P-018")
    columns = (
        "unit_path, talent_id, post_id, appointment_id, level, status, cadence_months, cadence_aligned,"
        " first_due_on, valid_from"
    )
    with pytest.raises(asyncpg.UniqueViolationError) as refused:
        await sees.execute(
            f"insert into contact_assignment (id, {columns}) select gen_random_uuid(), {columns}"
            " from contact_assignment where id = $1",
            made.id,
        )
    assert refusal_of(refused.value).code() == "ALREADY_THERE"


async def test_a_talent_who_moves_takes_the_assignments_along(city: City, sees: asyncpg.Connection):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    await city.assign(talent, "P-018")
    await city.record(city.office, talent, "P-018", need="住房", advice="周转房", condition="新任")
    path = city.units["饶平一中"].path
    await sees.execute("update talent set unit_path = $1 where id = $2", path, talent.id)
    for table in ("contact_assignment", "contact_log", "need", "suggestion", "proposed_change"):
        assert await sees.fetchval(f"select unit_path from {table}") == path, table


async def test_a_new_rule_holds_from_its_day_and_not_before(city: City):
    with at("2026-04-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        await city.assign(talent, "P-018")
        await city.record(city.leader("P-018"), talent)
        await city.change_cadence(levels=[{"talent_level": "L1", "months": 6, "leader_level": "city"}])
        told = EntryPublished(new_id(), "contact_cadence", "four-asked", 2, date(2026, 7, 1))
        await city.told(reactions.a_rule_was_published, told)
        (before,) = await city.sees(city.office, ContactAssignment)
        assert (before.cadence_months, before.next_due_on) == (3, date(2026, 9, 30))
    with at("2026-07-01"):
        await city.told(reactions.a_rule_was_published, told)
        (after,) = await city.sees(city.office, ContactAssignment)
        assert (after.cadence_months, after.next_due_on) == (6, date(2026, 12, 31))
