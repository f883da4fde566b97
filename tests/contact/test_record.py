"""Recording 四问: each section has its consequence, and the cadence goes on."""

import asyncio
from datetime import date

import pytest
from tests.contact.world import City, at

from bole.contact import asked_rules, rules, service
from bole.contact.models import ContactAssignment, ContactLog, Need, ProposedChange, Suggestion
from bole.contact.rules import ChangeStatus, ContactMode, LogStatus, NeedStatus, SuggestionStatus
from bole.contact.service import ChangeIn, ContactIn, NeedIn
from bole.core.errors import NotFound
from bole.roster.models import Talent


@pytest.fixture
def on_the_tenth_of_july():
    with at("2026-07-10"):
        yield


async def test_each_of_the_four_sections_has_its_consequence(city: City, on_the_tenth_of_july):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    await city.a_term("P-017", "许志涛")
    await city.assign(talent, "P-017")
    log = await city.record(
        city.leader("P-017", "许志涛"),
        talent,
        greeting="代表市委市政府看望",
        condition="新任教研室主任",
        need="孩子秋季入学",
        advice="建议设立青年教师周转房",
    )
    assert log.status is LogStatus.RECORDED
    (change,) = await city.sees(city.office, ProposedChange)
    assert (change.field, change.value, change.status) == ("note", "新任教研室主任", ChangeStatus.PROPOSED)
    (need,) = await city.sees(city.office, Need)
    assert (need.content, need.kind, need.status) == ("孩子秋季入学", "other", NeedStatus.REGISTERED)
    assert need.talent_name == "林晓岚"
    (suggestion,) = await city.sees(city.office, Suggestion)
    assert (suggestion.content, suggestion.status) == ("建议设立青年教师周转房", SuggestionStatus.OPEN)
    assert {change.log_id, need.log_id, suggestion.log_id} == {log.id}


async def test_a_greeting_alone_counts_as_contact_and_sets_nothing_else_going(
    city: City, on_the_tenth_of_july
):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    await city.a_term("P-017", "许志涛")
    await city.assign(talent, "P-017")
    await city.record(city.leader("P-017"), talent, greeting="教师节慰问", need="暂无", advice="无")
    for consequence in (ProposedChange, Need, Suggestion):
        assert await city.sees(city.office, consequence) == []
    (assignment,) = await city.sees(city.office, ContactAssignment)
    assert assignment.last_contact_on == date(2026, 7, 10)
    assert assignment.next_due_on == date(2026, 12, 31)


async def test_an_empty_contact_is_refused_and_leaves_nothing_behind(city: City, on_the_tenth_of_july):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    with pytest.raises(asked_rules.EmptyContact):
        await city.record(city.office, talent, "P-018", greeting=" ", condition="暂无")
    assert await city.sees(city.office, ContactLog) == []
    (kept,) = await city.sees(city.office, Talent)
    assert kept.last_contact_on is None
