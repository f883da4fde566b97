"""A5: a vice-mayor is transferred; the talents stay with the post, and nobody falls between two leaders."""

from datetime import date

import pytest
from sqlmodel import col, select
from tests.contact.world import City, at

from bole.contact import assignment_service, coverage_service, handover_service, reactions, rules
from bole.contact.events import ContactRecorded
from bole.contact.forms import HandoverMove
from bole.contact.models import ContactAssignment, ContactHandover, ContactLog, Need
from bole.contact.rules import AssignmentStatus, NeedStatus
from bole.core.context import Work
from bole.core.errors import NotFound, StepNotAllowed
from bole.core.operation import ASK
from bole.core.table import new_id
from bole.org.events import AppointmentEnded, PostFilled
from bole.org.models import Appointment
from bole.roster.models import Talent

NAMES = ("林晓岚", "陈嘉禾", "黄思远", "许文博", "蔡子衿")
PENDING, ACTIVE = AssignmentStatus.PENDING, AssignmentStatus.ACTIVE


async def ends(city: City, term: Appointment, last_day: date) -> AppointmentEnded:
    """The personnel office registers the end of a term; the fact is on its way."""
    await city.end_term(term, last_day)
    return AppointmentEnded(term.post_id, term.id, term.person_name, last_day)


async def fills(city: City, post: str, name: str, from_day: date, **given: object) -> PostFilled:
    term = await city.a_term(post, name, valid_from=from_day, **given)
    return PostFilled(term.post_id, term.id, name, from_day)


async def due(city: City, by: date, post: str) -> list[str]:
    """Names of those whom the post owes a contact by that day, as the list of who is due has them."""
    stmt = assignment_service.contacts_due(ASK, by=by, post_id=city.posts[post].id)
    async with Work(city.services).read(city.office) as ctx:
        owed = [a.talent_id for a in (await ctx.db.exec(stmt)).scalars()]
        names = dict((await ctx.db.exec(select(Talent.id, Talent.name))).all())
    return sorted(names[t] for t in owed)


async def covered(city: City, day: date) -> tuple[int, int]:
    told = await city.ask(city.office, coverage_service.contact_coverage, on=day)
    return told.covered, told.talents


async def test_a_transfer_from_the_last_visit_to_the_next(city: City):
    first = await city.a_term("P-017", "许志涛")
    with at("2026-01-05"):
        talents = [await city.a_talent(name, "湘桥一中") for name in NAMES]
        for talent in talents:
            await city.assign(talent, "P-017")
    with at("2026-05-20"):
        for talent in talents:
            await city.record(city.leader("P-017"), talent)
    with at("2026-07-10"):
        for talent in talents[:3]:
            await city.record(city.leader("P-017", "许志涛"), talent, need=f"{talent.name}的住房")
        assert await due(city, date(2026, 9, 30), "P-017") == ["蔡子衿", "许文博"]

    with at("2026-08-10"):  # 免职 is announced, effective the 15th
        left = await ends(city, first, date(2026, 8, 15))
        await city.told(reactions.a_leader_left, left)
        assert {a.status for a in await city.sees(city.office, ContactAssignment)} == {ACTIVE}
        assert len(await city.sees(city.leader("P-017"), Talent)) == 5

    with at("2026-08-16", 0):
        await city.midnight()
        await city.midnight()
        assert {a.status for a in await city.sees(city.office, ContactAssignment)} == {PENDING}
        assert await city.sees(city.leader("P-017"), Talent) == []
        assert await city.sees(city.leader("P-017"), ContactLog) == []
        with pytest.raises(NotFound):
            await city.record(city.leader("P-017", "许志涛"), talents[0])
        handovers = await city.sees(city.office, ContactHandover)
        office = city.units["市委人才办"]
        assert {h.interim_unit_id for h in handovers} == {office.id}
        assert {h.vacated_on for h in handovers} == {date(2026, 8, 15)}
        assert {n.status for n in await city.sees(city.office, Need)} == {NeedStatus.REGISTERED}

    with at("2026-09-03"):
        came = await fills(city, "P-017", "曾振达", date(2026, 9, 3))
        await city.told(reactions.a_leader_came, came)
        waiting = await city.sees(city.office, ContactHandover)
        assert {h.proposed_appointment_id for h in waiting} == {came.appointment_id}
        assert await city.sees(city.leader("P-017", "曾振达"), Talent) == []  # proposed, not yet accepted
        by_talent = await handovers_by_talent(city)
        moves = [HandoverMove(handover_id=by_talent[t.name].id) for t in talents[1:]]
        moves.append(HandoverMove(handover_id=by_talent["林晓岚"].id, to_post_id=city.posts["P-018"].id))
        await city.do(city.office, handover_service.hand_over_contacts, moves=moves, reason="分工调整")
        assert {t.name for t in await city.sees(city.leader("P-017"), Talent)} == set(NAMES[1:])
        assert {t.name for t in await city.sees(city.leader("P-018"), Talent)} == {"林晓岚"}
        # the cadence is the post's: three were visited in the quarter by the one before
        assert await due(city, date(2026, 9, 30), "P-017") == ["蔡子衿", "许文博"]
        assert await due(city, date(2026, 9, 30), "P-018") == []

    with at("2026-09-20"):
        await city.record(city.leader("P-017", "曾振达"), talents[3])
        assert await due(city, date(2026, 9, 30), "P-017") == ["蔡子衿"]
        told = {
            (log.occurred_on.isoformat(), log.leader_then)
            for log in await city.sees(city.leader("P-017"), ContactLog)
        }
        assert told == {
            ("2026-05-20", "许志涛"),
            ("2026-07-10", "许志涛"),
            ("2026-09-20", "曾振达"),
        }
        assert await covered(city, date(2026, 8, 15)) == (5, 5)
        assert await covered(city, date(2026, 8, 16)) == (0, 5)
        assert await covered(city, date(2026, 8, 31)) == (0, 5)
        assert await covered(city, date(2026, 9, 3)) == (5, 5)


async def handovers_by_talent(city: City) -> dict[str, ContactHandover]:
    async with Work(city.services).read(city.office) as ctx:
        stmt = (
            select(Talent.name, ContactHandover)
            .join(ContactAssignment, col(ContactAssignment.talent_id) == col(Talent.id))
            .join(ContactHandover, col(ContactHandover.assignment_id) == col(ContactAssignment.id))
            .where(col(ContactHandover.closed_on).is_(None))
        )
        return dict((await ctx.db.exec(stmt)).all())


async def a_vacant_post(city: City, *names: str) -> list[Talent]:
    """P-017 after 许志涛 left at the end of 08-15, with these talents waiting."""
    term = await city.a_term("P-017", "许志涛")
    talents = [await city.a_talent(name, "湘桥一中") for name in names]
    with at("2026-01-05"):
        for talent in talents:
            await city.assign(talent, "P-017")
    with at("2026-08-16", 0):
        await city.told(reactions.a_leader_left, await ends(city, term, date(2026, 8, 15)))
    return talents


async def test_the_interim_counts_where_the_city_says_so(city: City):
    await a_vacant_post(city, "林晓岚")
    with at("2026-08-31"):
        assert await covered(city, date(2026, 8, 31)) == (0, 1)
    await city.change_cadence(interim_counts=True)
    with at("2026-08-31"):
        assert await covered(city, date(2026, 8, 31)) == (1, 1)


async def test_a_successor_of_the_next_day_still_has_to_accept(city: City):
    term = await city.a_term("P-017", "许志涛")
    talent = await city.a_talent("林晓岚", "湘桥一中")
    with at("2026-08-10"):
        await city.assign(talent, "P-017")
        await ends(city, term, date(2026, 8, 15))
        await fills(city, "P-017", "曾振达", date(2026, 8, 16))
    with at("2026-08-16", 0):
        await city.midnight()
        (waiting,) = await city.sees(city.office, ContactHandover)
        assert waiting.proposed_appointment_id is not None
        assert await city.sees(city.leader("P-017", "曾振达"), Talent) == []


async def test_a_handover_is_all_or_nothing_and_only_once(city: City):
    await a_vacant_post(city, "林晓岚", "陈嘉禾")
    with at("2026-09-03"):
        by_talent = await handovers_by_talent(city)
        moves = [HandoverMove(handover_id=h.id) for h in by_talent.values()]
        with pytest.raises(rules.NoHolder):
            await city.do(city.office, handover_service.hand_over_contacts, moves=moves)
        await fills(city, "P-017", "曾振达", date(2026, 9, 3))
        with pytest.raises(NotFound):
            await city.do(
                city.office,
                handover_service.hand_over_contacts,
                moves=[*moves, HandoverMove(handover_id=new_id())],
            )
        assert {a.status for a in await city.sees(city.office, ContactAssignment)} == {PENDING}
        await city.do(city.office, handover_service.hand_over_contacts, moves=moves)
        with pytest.raises(rules.HandoverClosed):
            await city.do(city.office, handover_service.hand_over_contacts, moves=moves[:1])


async def test_a_leader_may_keep_one_talent_personally_and_the_cadence_goes_on(city: City):
    person = new_id()
    first = await city.a_term("P-017", "许志涛", person=person)
    with at("2026-07-10"):
        kept, left = [await city.a_talent(name, "湘桥一中") for name in NAMES[:2]]
        for talent in (kept, left):
            await city.assign(talent, "P-017")
            await city.record(city.leader("P-017"), talent)
    with at("2026-08-16"):
        await ends(city, first, date(2026, 8, 15))
        await city.midnight()
        await city.a_post("政协副主席", "潮州", rules.LeaderLevel.CITY, None)
        own = (await handovers_by_talent(city))["林晓岚"].assignment_id
        keep = {
            "assignment_id": own,
            "post_id": city.posts["政协副主席"].id,
            "reason": "长期联系，经批准",
        }
        with pytest.raises(rules.NoHolder):
            await city.do(city.office, handover_service.keep_contact_personally, **keep)
        await city.a_term("政协副主席", "许志涛", person=person, valid_from=date(2026, 8, 16))
        made = await city.do(city.office, handover_service.keep_contact_personally, **keep)
        assert (made.person_id, made.last_contact_on) == (person, date(2026, 7, 10))
        assert made.next_due_on == date(2026, 12, 31)
        assert [t.name for t in await city.sees(city.leader("政协副主席"), Talent)] == ["林晓岚"]
        with pytest.raises(rules.NotTheSamePerson):
            await city.do(
                city.office,
                handover_service.keep_contact_personally,
                assignment_id=(await handovers_by_talent(city))["陈嘉禾"].assignment_id,
                post_id=city.posts["P-018"].id,
                reason="请求",
            )


async def test_who_is_kept_personally_follows_to_the_next_post_too(city: City):
    person = new_id()
    await city.a_term("P-017", "许志涛", person=person, valid_until=date(2026, 8, 15))
    await city.a_post("政协副主席", "潮州", rules.LeaderLevel.CITY, None)
    second = await city.a_term("政协副主席", "许志涛", person=person, valid_from=date(2026, 8, 1))
    with at("2026-08-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        old = await city.assign(talent, "P-017")
        await city.do(
            city.office,
            handover_service.keep_contact_personally,
            assignment_id=old.id,
            post_id=city.posts["政协副主席"].id,
            reason="经批准",
        )
    with at("2026-10-02"):
        await ends(city, second, date(2026, 10, 1))
        await city.a_post("人大副主任", "潮州", rules.LeaderLevel.CITY, None)
        await city.midnight()
        came = await fills(city, "人大副主任", "许志涛", date(2026, 10, 2), person=person)
        await city.told(reactions.a_leader_came, came)
        (waiting,) = (await handovers_by_talent(city)).values()
        assert waiting.proposed_appointment_id == came.appointment_id


async def test_an_ended_assignment_cannot_be_handed_over_or_kept(city: City):
    (talent,) = await a_vacant_post(city, "林晓岚")
    with at("2026-08-20"):
        waiting = (await handovers_by_talent(city))[talent.name]
        await city.do(
            city.office,
            assignment_service.end_contact,
            assignment_id=waiting.assignment_id,
            reason="人才已由区里联系",
        )
        with pytest.raises(rules.HandoverClosed):
            await city.do(
                city.office,
                handover_service.hand_over_contacts,
                moves=[HandoverMove(handover_id=waiting.id, to_post_id=city.posts["P-018"].id)],
            )
        with pytest.raises(StepNotAllowed):
            await city.do(
                city.office,
                handover_service.keep_contact_personally,
                assignment_id=waiting.assignment_id,
                post_id=city.posts["P-018"].id,
                reason="请求",
            )


async def test_the_secretary_may_write_up_a_visit_of_the_leader_who_left(city: City):
    (talent,) = await a_vacant_post(city, "林晓岚")
    with at("2026-08-20"):
        log = await city.record(city.office, talent, "P-017", occurred_on=date(2026, 8, 14))
        assert log.leader_then == "许志涛"
        (assignment,) = await city.sees(city.office, ContactAssignment)
        assert (assignment.status, assignment.last_contact_on) == (PENDING, date(2026, 8, 14))


async def test_a_leaders_own_view_never_hides_that_another_post_is_due_earlier(city: City):
    with at("2026-07-10"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        await city.assign(talent, "P-018")
        await city.assign(talent, "湘桥书记")
        log = await city.record(city.leader("P-018"), talent)
        told = ContactRecorded(log.id, talent.id, log.post_id, log.occurred_on)
        await city.told(reactions.a_contact_was_recorded, told)
        (kept,) = await city.sees(city.office, Talent)
        assert kept.next_contact_due == date(2026, 9, 30)
