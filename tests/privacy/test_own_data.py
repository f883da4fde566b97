"""Employers and talents keep their own data: who sees whom, who proposes, and who decides."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from tests.roster.people import People

from bole import worker
from bole.core.actor import Actor, ActorKind
from bole.core.context import Work
from bole.core.errors import NotFound
from bole.core.faults import refusal_of
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.roster import career_service, proposal_service, service, standing_service
from bole.roster.forms import EmploymentIn, TalentChangeIn
from bole.roster.models import Talent
from bole.roster.proposal_forms import DepartureReportIn, ProposalIn
from bole.roster.proposal_rules import (
    ChangeStatus,
    KeptByYou,
    NotProposable,
    NotTheKeeper,
    ProposedAlready,
    SameAlready,
)
from bole.roster.rules import AdmittedByTheOffice, DepartureReason, EmploymentKind, TalentStatus

INSTITUTE, COLLEGE = "emp-ceramic-institute", "emp-hanjiang-college"


def hr(people: People, code: str) -> Actor:
    unit = people.units[code]
    held = frozenset(Permission) - {Permission.ROSTER_CAREER}
    return Actor(
        new_id(),
        f"{unit.short_name}人事",
        ActorKind.EMPLOYER,
        held,
        unit.path,
        unit.path_end,
        unit_id=unit.id,
    )


async def works(people: People, who: Talent, code: str, **more: Any) -> Talent:
    unit = people.units[code]
    told = {"employer_name": unit.name, "employer_unit_id": unit.id, "started_on": date(2024, 3, 1), **more}
    return await people.do(
        people.office, career_service.add_employment, talent_id=who.id, employment=EmploymentIn(**told)
    )


SEEN = """{ myPeople(first: 5) { totalCount nodes { name employerName position employerUnit { name }
  employments { employerName } family { name } } } talents(first: 5) { nodes { name employerName } } }"""


async def sees(people: People, actor: Actor) -> list[str]:
    async with Work(people.services).read(actor) as ctx:
        found = await ctx.db.execute(service.sa.select(Talent).order_by(Talent.name_key))  # type: ignore[arg-type]
        return [t.name for t in found.scalars()]


async def test_an_employer_sees_those_who_work_for_it_today_and_nobody_else(people: People) -> None:
    ours, theirs, gone, own = (
        await people.enter("林晓岚"),
        await people.enter("陈文轩", unit="chaoan"),
        await people.enter("许绍明"),
        await people.enter("蔡丹妮", unit=INSTITUTE),
    )
    await works(people, ours, INSTITUTE, main=True, position="研究员")
    await works(people, theirs, COLLEGE, main=True)
    left = await works(people, gone, INSTITUTE, main=True)
    async with Work(people.services).read(people.office) as ctx:
        work = (
            await ctx.db.execute(
                service.sa.text("select id from employment where talent_id = :t"), {"t": left.id}
            )
        ).scalar_one()
    await people.do(
        people.office,
        career_service.end_employment,
        employment_id=work,
        ended_on=date(2026, 6, 30),
        reason="聘期届满",
    )
    assert await sees(people, hr(people, INSTITUTE)) == [own.name, ours.name]
    assert await sees(people, hr(people, COLLEGE)) == ["陈文轩"]


async def test_of_a_talent_with_two_employers_each_sees_its_own_employment_only(people: People) -> None:
    one = await people.enter("林晓岚")
    await works(people, one, INSTITUTE, main=True, position="首席研究员")
    await works(people, one, COLLEGE, kind=EmploymentKind.FLEXIBLE, main=False, position="特聘教授")
    for code, position in ((INSTITUTE, "首席研究员"), (COLLEGE, "特聘教授")):
        async with Work(people.services).read(hr(people, code)) as ctx:
            rows = (
                await ctx.db.execute(service.sa.text("select employer_name, position from employment"))
            ).all()
        assert [tuple(r) for r in rows] == [(people.units[code].name, position)]


async def test_an_employer_reads_of_a_record_kept_elsewhere_only_its_own_employment(
    people: People, ask: Any
) -> None:
    one = await people.enter("林晓岚")
    await works(people, one, INSTITUTE, main=True, position="首席研究员")
    await works(people, one, COLLEGE, kind=EmploymentKind.FLEXIBLE, main=False, position="特聘教授")
    data = await ask(hr(people, COLLEGE), SEEN)
    (shown,) = data["myPeople"]["nodes"]
    assert data["myPeople"]["totalCount"] == 1
    college = people.units[COLLEGE].name
    assert (shown["employerName"], shown["position"], shown["employerUnit"]) == (college, "特聘教授", None)
    assert shown["employments"] == [{"employerName": college}] and shown["family"] == []
    assert data["talents"]["nodes"] == [{"name": "林晓岚", "employerName": college}]
    office = await ask(people.office, "{ talents(first: 5) { nodes { employerName position } } }")
    assert office["talents"]["nodes"] == [
        {"employerName": people.units[INSTITUTE].name, "position": "首席研究员"}
    ]


async def test_an_employer_finds_in_the_roster_whom_it_employs_by_every_way_of_typing(
    people: People, ask: Any
) -> None:
    """The words of a record kept elsewhere are its keeper's; the search of an employer asks the person."""
    one, own = await people.enter("林晓岚"), await people.enter("林可儿", unit=INSTITUTE)
    await people.enter("林晓明")
    await works(people, one, INSTITUTE, main=True)
    found = "query ($s: String, $o: TalentOrder!) { talents(search: $s, order: $o) { nodes { name } } }"
    for typed in ("林", "lin", "l", "林晓", "linxiao", "lxl", "晓岚"):
        for order in ("UNIT", "RECENT", "QUALITY"):
            told = await ask(hr(people, INSTITUTE), found, s=typed, o=order)
            names = {n["name"] for n in told["talents"]["nodes"]}
            assert names == ({one.name, own.name} if typed in ("林", "lin", "l") else {one.name}), typed
    within = "query ($u: UUID) { talents(unitId: $u) { nodes { name } } }"
    told = await ask(hr(people, INSTITUTE), within, u=str(people.units["xiangqiao"].id))
    assert told["talents"]["nodes"] == [{"name": one.name}]


async def test_an_employer_cannot_write_what_another_unit_keeps(people: People) -> None:
    one = await people.enter("林晓岚")
    await works(people, one, INSTITUTE, main=True)
    with pytest.raises((NotFound, NotTheKeeper)):
        await people.do(
            hr(people, INSTITUTE),
            service.change,
            talent_id=one.id,
            version=2,
            change=TalentChangeIn(specialty="釉料"),
        )
    async with Work(people.services).write(hr(people, INSTITUTE)) as ctx:
        for sql in ("update talent set specialty = 'x'", "delete from title", "delete from employment"):
            assert (await ctx.db.execute(service.sa.text(sql))).rowcount == 0  # type: ignore[attr-defined]


async def test_a_rename_and_a_merger_of_the_employer_keep_its_people(people: People, everything: Any) -> None:
    one = await people.enter("林晓岚")
    await works(people, one, INSTITUTE, main=True, employer_uscc=None)
    college, institute = people.units[COLLEGE], people.units[INSTITUTE]
    await everything.execute("update unit set name = '新名研究院' where id = $1", institute.id)
    assert await sees(people, hr(people, INSTITUTE)) == ["林晓岚"]
    assert await sees(people, hr(people, COLLEGE)) == []
    await everything.execute(
        "update unit set successor_id = $1, valid_until = current_date where id = $2",
        college.id,
        institute.id,
    )
    assert await sees(people, hr(people, COLLEGE)) == ["林晓岚"]


async def test_what_an_employer_proposes_is_decided_by_the_keeper_and_by_nobody_else(people: People) -> None:
    one, me = await people.enter("林晓岚"), hr(people, INSTITUTE)
    await works(people, one, INSTITUTE, main=True)
    change = await people.do(
        me,
        proposal_service.propose_employee_change,
        talent_id=one.id,
        proposal=ProposalIn(field="specialty", value="釉料"),
    )
    with pytest.raises(NotTheKeeper):
        await people.do(me, proposal_service.accept_change, change_id=change.id)
    with pytest.raises(NotFound):
        await people.do(people.district("raoping"), proposal_service.accept_change, change_id=change.id)
    await people.do(people.district("xiangqiao"), proposal_service.accept_change, change_id=change.id)
    async with Work(people.services).read(people.office) as ctx:
        after = await ctx.get(Talent, one.id)
    assert after.specialty == "釉料" and after.sources["specialty"]["source"] == "employer"


async def test_a_stranger_to_the_employer_is_not_proposed_about(people: People) -> None:
    stranger, own = await people.enter("陈文轩"), await people.enter("蔡丹妮", unit=INSTITUTE)
    told = ProposalIn(field="specialty", value="釉料")
    with pytest.raises(NotFound):
        await people.do(
            hr(people, INSTITUTE),
            proposal_service.propose_employee_change,
            talent_id=stranger.id,
            proposal=told,
        )
    with pytest.raises(KeptByYou):
        await people.do(
            hr(people, INSTITUTE), proposal_service.propose_employee_change, talent_id=own.id, proposal=told
        )
    await people.do(
        hr(people, INSTITUTE),
        service.change,
        talent_id=own.id,
        version=own.version,
        change=TalentChangeIn(specialty="釉料"),
    )


async def test_a_talent_proposes_the_keeper_takes_a_part_and_the_talent_sees_it(people: People) -> None:
    one = await people.enter("林晓岚", phone="13800001111")
    me = people.own(ActorKind.TALENT, one.id)
    change = await people.do(
        me,
        proposal_service.propose_own_change,
        proposal=ProposalIn(field="residence", value="湘桥区桥东街道", reason="搬家"),
    )
    with pytest.raises(IntegrityError) as twice:
        await people.do(
            me, proposal_service.propose_own_change, proposal=ProposalIn(field="residence", value="意溪镇")
        )
    assert isinstance(refusal_of(twice.value), ProposedAlready)
    with pytest.raises(SameAlready):
        await people.do(
            me, proposal_service.propose_own_change, proposal=ProposalIn(field="phone", value="138 0000 1111")
        )
    with pytest.raises(NotProposable):
        await people.do(
            me, proposal_service.propose_own_change, proposal=ProposalIn(field="level", value="L1")
        )
    await people.do(
        people.district("xiangqiao"),
        proposal_service.accept_change,
        change_id=change.id,
        value="湘桥区",
        note="只记到区",
    )
    async with Work(people.services).read(me) as ctx:
        seen = await ctx.get(type(change), change.id)
        assert (seen.status, seen.value_taken, seen.decision_note) == (
            ChangeStatus.PARTLY,
            "湘桥区",
            "只记到区",
        )
        assert (await ctx.get(Talent, one.id)).residence == "湘桥区"
    other = people.own(ActorKind.TALENT, (await people.enter("陈文轩")).id)
    async with Work(people.services).read(other) as ctx:
        assert await ctx.find(type(change), change.id) is None


async def test_a_phone_number_proposed_lies_sealed_and_arrives_whole(people: People, everything: Any) -> None:
    one = await people.enter("林晓岚")
    me = people.own(ActorKind.TALENT, one.id)
    change = await people.do(
        me, proposal_service.propose_own_change, proposal=ProposalIn(field="phone", value="13912345678")
    )
    kept = await everything.fetchrow("select value, value_sealed from proposed_change")
    assert "12345678" not in kept["value"] and kept["value_sealed"] is not None
    await people.do(people.office, proposal_service.accept_change, change_id=change.id)
    async with Work(people.services).read(people.office) as ctx:
        after = await ctx.get(Talent, one.id)
    assert people.services.vault.open("talent", "phone_sealed", one.id, after.phone_sealed) == "13912345678"


@pytest.mark.parametrize("elsewhere", [False, True])
async def test_a_departure_reported_by_the_employer_ends_what_the_keeper_confirms(
    people: People, elsewhere: bool
) -> None:
    one = await people.enter("林晓岚")
    await works(people, one, INSTITUTE, main=True)
    if elsewhere:
        await works(people, one, COLLEGE, kind=EmploymentKind.FLEXIBLE, main=False)
    told = DepartureReportIn(left_on=date(2026, 6, 30), reason=DepartureReason.RESIGNED, destination="广州")
    change = await people.do(
        hr(people, INSTITUTE), proposal_service.report_departure, talent_id=one.id, departure=told
    )
    assert await sees(people, hr(people, INSTITUTE)) == ["林晓岚"], "a report alone changes nothing"
    await people.do(people.district("xiangqiao"), proposal_service.accept_change, change_id=change.id)
    async with Work(people.services).read(people.office) as ctx:
        after = await ctx.get(Talent, one.id)
    assert after.status is (TalentStatus.ACTIVE if elsewhere else TalentStatus.LEFT)
    assert await sees(people, hr(people, INSTITUTE)) == []
    await worker.deliver_all(people.services)


async def test_whom_an_employer_enters_is_a_candidate_until_the_office_admits_them(people: People) -> None:
    me = hr(people, INSTITUTE)
    one = await people.enter("蔡丹妮", unit=INSTITUTE, actor=me)
    assert one.status is TalentStatus.CANDIDATE
    with pytest.raises(AdmittedByTheOffice):
        await people.do(me, standing_service.admit, talent_id=one.id)
    assert (
        await people.do(people.office, standing_service.admit, talent_id=one.id)
    ).status is TalentStatus.ACTIVE
