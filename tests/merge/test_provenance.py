"""Each field says who wrote it, by which way and when: after a merge, after its undoing, after accepted proposals."""

from datetime import date
from typing import Any
from uuid import UUID

from tests.merge.test_merge import merged, parted, two, version
from tests.privacy.test_own_data import INSTITUTE, hr, works
from tests.roster.people import People

from bole.core.actor import ActorKind
from bole.core.context import Work
from bole.merge.merge_service import ChoiceIn
from bole.merge.rules import Side
from bole.roster import career_service, proposal_service
from bole.roster import service as roster
from bole.roster.forms import EducationIn, TalentChangeIn
from bole.roster.models import Talent
from bole.roster.proposal_forms import DepartureReportIn, ProposalIn
from bole.roster.rules import Degree, DepartureReason


async def sources(people: People, talent_id: UUID) -> dict[str, Any]:
    async with Work(people.services).read(people.office) as ctx:
        return (await ctx.get(Talent, talent_id)).sources


async def test_a_field_that_a_merge_brought_says_so_by_whom_when_and_where_it_came_from(
    people: People,
) -> None:
    a, b = await two(people)
    for one, district, told in (
        (a, "xiangqiao", {"specialty": "釉料"}),
        (b, "raoping", {"residence": "饶平县"}),
    ):
        await people.do(
            people.district(district),
            roster.change,
            talent_id=one.id,
            version=one.version,
            change=TalentChangeIn(**told),
        )
    learnt = EducationIn(degree=Degree.MASTER)
    await people.do(
        people.district("raoping"), career_service.add_education, talent_id=b.id, education=learnt
    )
    before = {one.id: await sources(people, one.id) for one in (a, b)}
    merge = await merged(people, a, b, choices=[ChoiceIn(field="name", side=Side.ABSORBED)])
    told = await sources(people, a.id)
    for field in ("name", "residence"):
        said = told[field]
        assert (said["source"], said["by"], said["merge"]) == ("merge", "市委人才办", str(merge.id))
        assert said["at"] == merge.merged_at.isoformat()
        assert said["was"] == before[b.id][field]
    assert {told[f]["source"] for f in ("educations", "names")} == {"merge"}
    kept = {f: s for f, s in before[a.id].items() if f != "name"}
    assert {f: told[f] for f in kept} == kept, "what the merge did not touch says what it said"
    assert (await sources(people, b.id))["status"]["source"] == "merge"
    await parted(people, merge)
    assert {one.id: await sources(people, one.id) for one in (a, b)} == before


async def test_undone_after_a_later_change_each_field_says_who_wrote_what_stands_there(
    people: People,
) -> None:
    a, b = await two(people)
    told = TalentChangeIn(residence="饶平县", specialty="釉料")
    await people.do(people.district("raoping"), roster.change, talent_id=b.id, version=b.version, change=told)
    merge = await merged(people, a, b)
    assert (await sources(people, a.id))["specialty"]["source"] == "merge"
    await people.do(
        people.district("xiangqiao"),
        roster.change,
        talent_id=a.id,
        version=await version(people, a),
        change=TalentChangeIn(residence="潮州"),
    )
    await parted(people, merge)
    said = await sources(people, a.id)
    assert "specialty" not in said, "it is empty again, and nobody told it"
    assert (said["residence"]["source"], said["residence"]["by"]) == (
        "staff",
        people.district("xiangqiao").name,
    )


async def test_a_chain_of_merges_still_knows_who_told_it_first(people: People) -> None:
    a, b = await two(people)
    c = await people.enter("林小岚", "chaoan", people.district("chaoan"), documents=[], residence="潮安区")
    await merged(people, b, c)
    await merged(people, a, b)
    said = (await sources(people, a.id))["residence"]
    assert said["source"] == "merge" and said["was"]["source"] == "staff"
    assert said["was"]["by"] == people.district("chaoan").name


async def test_a_proposal_that_was_accepted_says_who_proposed_and_who_took_it(people: People) -> None:
    one = await people.enter("林晓岚")
    me = people.own(ActorKind.TALENT, one.id)
    told = ProposalIn(field="residence", value="湘桥区")
    change = await people.do(me, proposal_service.propose_own_change, proposal=told)
    await people.do(people.district("xiangqiao"), proposal_service.accept_change, change_id=change.id)
    said = (await sources(people, one.id))["residence"]
    assert (said["source"], said["proposed_by"]) == ("talent", "本人")
    assert said["by"] == people.district("xiangqiao").name and said["at"]


async def test_a_departure_that_an_employer_reported_says_so_of_the_post_and_of_the_status(
    people: People,
) -> None:
    one, me = await people.enter("林晓岚"), hr(people, INSTITUTE)
    await works(people, one, INSTITUTE, main=True)
    before = await sources(people, one.id)
    departure = DepartureReportIn(left_on=date(2026, 10, 1), reason=next(iter(DepartureReason)))
    change = await people.do(me, proposal_service.report_departure, talent_id=one.id, departure=departure)
    await people.do(people.district("xiangqiao"), proposal_service.accept_change, change_id=change.id)
    after = await sources(people, one.id)
    written = {f for f, s in after.items() if s != before.get(f)}
    assert "status" in written
    assert {(after[f]["source"], after[f]["proposed_by"]) for f in written} == {("employer", me.name)}
    assert {after[f]["by"] for f in written} == {people.district("xiangqiao").name}
