"""Recording 四问: each section has its consequence, and the cadence goes on."""

import asyncio
from datetime import date

import pytest
from tests.contact.world import City, at

from bole.contact import asked_rules, rules, service
from bole.contact.forms import ChangeIn, ContactIn, NeedIn, PlanIn
from bole.contact.models import ContactAssignment, ContactLog, Need, Suggestion
from bole.contact.rules import ContactMode, LogStatus, NeedStatus, SuggestionStatus
from bole.core.errors import NotFound
from bole.roster.models import Talent
from bole.roster.proposal_models import ProposedChange
from bole.roster.proposal_rules import ChangeStatus, FieldNotProposable


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


async def test_a_section_taken_apart_becomes_its_parts_and_a_number_is_sealed(
    city: City, on_the_tenth_of_july
):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    log = await city.record(
        city.office,
        talent,
        "P-018",
        greeting=None,
        changes=[
            ChangeIn(field="specialty", value="陶瓷釉料"),
            ChangeIn(field="phone", value="１９９ ５５５５ ０１２３"),
        ],
        needs=[NeedIn(content="孩子入学", kind="school"), NeedIn(content="周转房")],
    )
    assert log.condition == "专业专长：陶瓷釉料；电话有变动"
    assert log.need == "孩子入学；周转房"
    changes = {c.field: c for c in await city.sees(city.office, ProposedChange)}
    assert changes["specialty"].value == "陶瓷釉料"
    assert changes["phone"].value == "199****0123"
    sealed = changes["phone"].value_sealed
    assert b"19955550123" not in sealed
    vault = city.services.vault
    assert vault.open("proposed_change", "value_sealed", changes["phone"].id, sealed) == "19955550123"
    kinds = {n.content: n.kind for n in await city.sees(city.office, Need)}
    assert kinds == {"孩子入学": "school", "周转房": "other"}


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"occurred_on": date(2026, 7, 11)}, rules.ContactInFuture),
        ({"needs": [NeedIn(content="周转房", kind="villa")]}, rules.UnknownNeedKind),
        ({"changes": [ChangeIn(field="level", value="L1")]}, FieldNotProposable),
    ],
)
async def test_what_cannot_be_recorded_is_refused_whole(city: City, on_the_tenth_of_july, told, refusal):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    with pytest.raises(refusal):
        await city.record(city.office, talent, "P-018", **told)
    for table in (ContactLog, Need, ProposedChange):
        assert await city.sees(city.office, table) == []


async def test_a_mode_that_does_not_count_leaves_the_cadence_where_it_was(city: City, on_the_tenth_of_july):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    await city.assign(talent, "P-018")
    await city.record(city.leader("P-018"), talent, mode=ContactMode.FESTIVAL)
    (assignment,) = await city.sees(city.office, ContactAssignment)
    assert assignment.last_contact_on is None
    assert assignment.next_due_on == date(2026, 9, 30)


async def test_a_late_record_does_not_turn_the_cadence_back(city: City):
    with at("2026-06-20"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        await city.assign(talent, "P-018")
    with at("2026-07-10"):
        leader = city.leader("P-018")
        await city.record(leader, talent, occurred_on=date(2026, 7, 10))
        await city.record(leader, talent, occurred_on=date(2026, 6, 30))
        (assignment,) = await city.sees(city.office, ContactAssignment)
        assert assignment.last_contact_on == date(2026, 7, 10)
        (kept,) = await city.sees(city.office, Talent)
        assert (kept.last_contact_on, kept.next_contact_due) == (date(2026, 7, 10), date(2026, 12, 31))
        assert kept.version == talent.version  # an officer editing the record meanwhile is not refused


async def test_the_record_keeps_who_held_the_post_on_that_day(city: City):
    await city.a_term("P-017", "许志涛", valid_until=date(2026, 8, 15))
    await city.a_term("P-017", "曾振达", valid_from=date(2026, 9, 3))
    talent = await city.a_talent("林晓岚", "湘桥一中")
    with at("2026-09-04"):
        late = await city.record(city.office, talent, "P-017", occurred_on=date(2026, 7, 10))
        now = await city.record(city.office, talent, "P-017")
        between = await city.record(city.office, talent, "P-017", occurred_on=date(2026, 8, 20))
    assert (late.leader_then, late.post_then) == ("许志涛", "副市长")
    assert now.leader_then == "曾振达"
    assert between.leader_then == "人才办经办"  # nobody held the post: who wrote it was there


async def test_a_leader_records_only_for_the_talents_of_their_post(city: City, on_the_tenth_of_july):
    mine = await city.a_talent("林晓岚", "湘桥一中")
    other = await city.a_talent("陈嘉禾", "湘桥一中")
    await city.assign(mine, "P-018")
    leader = city.leader("P-018", "陈思齐")
    log = await city.record(leader, mine)
    assert (log.leader_then, log.recorded_by_name) == ("陈思齐", "陈思齐")
    with pytest.raises(NotFound):
        await city.record(leader, other)
    with pytest.raises(rules.OwnPostOnly):
        await city.record(leader, mine, "湘桥书记")


async def test_two_leaders_who_record_at_once_both_count(city: City, on_the_tenth_of_july):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    await city.assign(talent, "P-018")
    await city.assign(talent, "湘桥书记")
    await asyncio.gather(
        city.record(city.leader("P-018"), talent, need="住房"),
        city.record(city.leader("湘桥书记"), talent, occurred_on=date(2026, 7, 9)),
        *(city.record(city.office, talent, "P-018", need=f"需求{i}") for i in range(6)),
    )
    assert len(await city.sees(city.office, ContactLog)) == 8
    assert len(await city.sees(city.office, Need)) == 7
    (kept,) = await city.sees(city.office, Talent)
    assert kept.last_contact_on == date(2026, 7, 10)


async def test_a_plan_is_written_up_or_lapses_or_is_called_off_with_a_reason(city: City):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    with at("2026-07-10"):
        plan = {"mode": ContactMode.VISIT, "place": "校办公楼"}
        made = [
            await city.do(
                city.office,
                service.plan_contact,
                talent_id=talent.id,
                post_id=city.posts["P-018"].id,
                plan=PlanIn(planned_on=day, **plan),
            )
            for day in (date(2026, 7, 12), date(2026, 7, 20), date(2026, 7, 25))
        ]
        assert {p.status for p in made} == {LogStatus.PLANNED}
        with pytest.raises(asked_rules.ReasonMissing):
            await city.do(city.office, service.cancel_contact, log_id=made[2].id, reason=" ")
        await city.do(city.office, service.cancel_contact, log_id=made[2].id, reason="人才出差")
    with at("2026-07-13"):
        await city.midnight()
        await city.midnight()
        status = {p.id: p.status for p in await city.sees(city.office, ContactLog)}
        assert [status[p.id] for p in made] == [LogStatus.LAPSED, LogStatus.PLANNED, LogStatus.CANCELLED]
        done = await city.do(
            city.office,
            service.complete_contact,
            log_id=made[0].id,
            contact=ContactIn(occurred_on=date(2026, 7, 12), mode=ContactMode.VISIT, need="住房"),
        )
        assert (done.status, done.recorded_on) == (LogStatus.RECORDED, date(2026, 7, 13))
        (need,) = await city.sees(city.office, Need)
        assert need.log_id == done.id


async def test_a_contact_counts_for_the_talent_even_if_nobody_is_assigned(city: City, on_the_tenth_of_july):
    talent = await city.a_talent("林晓岚", "湘桥一中")
    log = await city.record(city.office, talent, "P-018")
    assert log.assignment_id is None
    (kept,) = await city.sees(city.office, Talent)
    assert (kept.last_contact_on, kept.next_contact_due) == (date(2026, 7, 10), None)
