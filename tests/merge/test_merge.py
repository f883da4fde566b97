"""Two records become one, and two again."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import time_machine
from sqlmodel import select
from tests.roster.importing import HEADER, Desk, workbook
from tests.roster.people import People

from bole import worker
from bole.core.actor import Actor
from bole.core.context import Work
from bole.core.errors import NotFound
from bole.core.faults import refusal_of
from bole.merge import finding, jobs, merge_service, rules, service
from bole.merge.merge_service import ChoiceIn
from bole.merge.models import DuplicatePair, DuplicateSign, TalentMerge
from bole.merge.rules import PairStatus, Side
from bole.roster import career_service, standing_service
from bole.roster import service as roster
from bole.roster.forms import DocumentIn, EducationIn, EmploymentIn, NewTalentIn, OtherNameIn, TalentChangeIn
from bole.roster.identity_numbers import DocumentKind
from bole.roster.models import Talent
from bole.roster.rules import AlreadyInRoster, Degree, DepartureReason, NameKind, TalentStatus

BORN = date(1992, 11, 7)
PHONE = "13900001234"


async def two(people: People, **more: Any) -> tuple[Talent, Talent]:
    """The two counties' records of one person."""
    told = {"phone": PHONE, "birth_date": BORN, "documents": [], **more}
    return (
        await people.enter("林晓岚", "xiangqiao", people.district("xiangqiao"), **told),
        await people.enter("林曉嵐", "raoping", people.district("raoping"), **told),
    )


async def merged(people: People, a: Talent, b: Talent, **given: Any) -> TalentMerge:
    return await people.do(
        people.office,
        merge_service.merge_talents,
        survivor_id=a.id,
        absorbed_id=b.id,
        **{"reason": "核实为同一人", **given},
    )


async def parted(people: People, merge: TalentMerge, **given: Any) -> TalentMerge:
    return await people.do(
        people.office, merge_service.undo_merge, merge_id=merge.id, **{"reason": "核实为姐妹", **given}
    )


async def seen(people: People, table: Any, actor: Actor | None = None) -> list[Any]:
    """What this actor's policies let them see."""
    async with Work(people.services).read(actor or people.office) as ctx:
        return list((await ctx.db.exec(select(table).order_by(table.id))).all())


async def test_two_records_become_one_and_two_again(people: People, everything: asyncpg.Connection) -> None:
    a, b = await two(people)
    before = await everything.fetch("select * from talent order by id")
    merge = await merged(people, a, b, choices=[ChoiceIn(field="name", side=Side.ABSORBED)])
    one = await everything.fetchrow("select * from talent where id = $1", a.id)
    other = await everything.fetchrow("select * from talent where id = $1", b.id)
    assert one["name"] == "林曉嵐" and one["status"] == "active"
    assert other["status"] == "closed" and "林曉嵐" in other["closed_reason"]
    assert await people.found(people.office, "林晓岚") == ["林曉嵐", "林曉嵐"]
    await parted(people, merge)
    after = await everything.fetch("select * from talent order by id")
    unheeded = {"version", "changed_at"}
    for was, is_ in zip(before, after, strict=True):
        assert {k: v for k, v in was.items() if k not in unheeded} == {
            k: v for k, v in is_.items() if k not in unheeded
        }
    assert await everything.fetchval("select count(*) from talent_name") == 0


async def test_a_name_that_was_not_chosen_still_finds_the_person(people: People) -> None:
    a, b = await two(people)
    merge = await merged(people, a, b)
    assert await people.found(people.district("xiangqiao"), "林曉嵐") == ["林晓岚"]
    assert any("别名" in words for words in merge.summary)


async def test_pairs_across_counties_are_the_offices_and_a_county_hears_of_its_own_side_alone(
    people: People,
) -> None:
    a, b = await two(people)
    await worker.deliver_all(people.services)
    (pair,) = await seen(people, DuplicatePair)
    assert pair.likelihood is rules.Likelihood.CERTAIN and pair.clues == ["phone", "name", "birth_date"]
    county = people.district("raoping")
    assert await seen(people, DuplicatePair, county) == []
    (sign,) = await seen(people, DuplicateSign, county)
    assert sign.talent_id == b.id
    assert len(await seen(people, DuplicateSign)) == 2
    with pytest.raises(NotFound):
        await people.do(county, service.tell_apart, pair_id=pair.id, reason="不是")
    with pytest.raises(NotFound):
        await people.do(county, merge_service.merge_talents, survivor_id=b.id, absorbed_id=a.id, reason="是")


async def test_told_apart_is_remembered_until_the_evidence_changes(people: People) -> None:
    _, b = await two(people)
    await worker.deliver_all(people.services)
    (pair,) = await seen(people, DuplicatePair)
    told = await people.do(people.office, service.tell_apart, pair_id=pair.id, reason="姐妹共用电话")
    assert told.decided_by == "市委人才办" and told.reason == "姐妹共用电话"
    assert await seen(people, DuplicateSign) == []
    await worker.run_job(people.services, "merge.find", {})
    assert [p.status for p in await seen(people, DuplicatePair)] == [PairStatus.NOT_SAME]
    with pytest.raises(rules.AlreadyDecided, match="市委人才办"):
        await people.do(people.office, service.tell_apart, pair_id=pair.id, reason="又核一次")
    county, renamed = people.district("raoping"), TalentChangeIn(name="林晓岚")
    await people.do(county, roster.change, talent_id=b.id, version=b.version, change=renamed)
    await worker.deliver_all(people.services)
    (again,) = await seen(people, DuplicatePair)
    assert again.status is PairStatus.OPEN and again.asked_before


async def test_a_document_held_elsewhere_may_be_entered_for_the_office_to_look_at(people: People) -> None:
    await people.enter("林晓岚", "xiangqiao", documents=[resident("445122199211070027")])
    newcomer = NewTalentIn(name="林曉嵐", documents=[resident("445122921107002")])
    county, unit = people.district("raoping"), people.units["raoping"].id
    with pytest.raises(Exception) as no:
        await people.do(county, roster.enter, unit_id=unit, talent=newcomer)
    assert refusal_of(no.value).code() == "HELD_ELSEWHERE"
    made = await people.do(county, roster.enter, unit_id=unit, talent=newcomer, to_review=True)
    assert made.status is TalentStatus.CANDIDATE
    with pytest.raises(AlreadyInRoster, match="林曉嵐"):  # sent twice, it is looked at once
        await people.do(county, roster.enter, unit_id=unit, talent=newcomer, to_review=True)
    await worker.deliver_all(people.services)
    (pair,) = await seen(people, DuplicatePair)
    assert pair.clues[0] == "document" and pair.likelihood is rules.Likelihood.CERTAIN


async def test_two_counties_import_one_person_and_the_office_is_shown_the_pair(
    people: People, tmp_path: Path
) -> None:
    """A6 as the story has it: 简体 with the number of today, 繁体 with the old one."""
    desk = await Desk(people.database, tmp_path).ready()
    for name, code, number in (
        ("林晓岚", "湘桥区", "445122199211070027"),
        ("林曉嵐", "饶平县", "445122921107002"),
    ):
        path = workbook(tmp_path / f"{code}.xlsx", [HEADER, [name, number, PHONE, code]])
        done = await desk.take(path, desk.officer(code))
        assert done.entered == 1
    await worker.deliver_all(people.services)
    entered = [str(t.id) for t in await seen(people, Talent)]
    await worker.run_job(people.services, "merge.look_at", {"talent_ids": entered})
    (pair,) = await seen(people, DuplicatePair)
    assert pair.status is PairStatus.OPEN and pair.likelihood is rules.Likelihood.CERTAIN
    assert {"document", "phone"} <= set(pair.clues)
    assert {s.talent_id for s in await seen(people, DuplicateSign)} == {pair.low_id, pair.high_id}


async def test_who_enters_someone_is_shown_who_it_may_be_and_of_others_only_how_many(people: People) -> None:
    await two(people)
    asked = {"name": "林晓嵐", "phone": PHONE, "birth_date": BORN}
    found = await people.do(people.district("xiangqiao"), service.check_newcomer, **asked)
    assert [c.name for c in found.candidates] == ["林晓岚"] and found.elsewhere == 1
    assert "电话相同" in found.candidates[0].clues
    nobody = await people.do(people.office, service.check_newcomer, name="欧阳无名", birth_date=BORN)
    assert nobody.candidates == [] and nobody.elsewhere == 0


async def test_rare_characters_and_former_names_meet(people: People) -> None:
    await people.enter(
        "王𬭎", birth_date=BORN, other_names=[OtherNameIn(kind=NameKind.FORMER, name="王㛃")], documents=[]
    )
    for name in ("王㛃", "王𬭎"):
        found = await people.do(people.office, service.check_newcomer, name=name, birth_date=BORN)
        assert [c.name for c in found.candidates] == ["王𬭎"], name


async def test_a_key_that_too_many_share_is_told_and_not_compared(people: People) -> None:
    for i in range(22):
        name = f"总机{chr(0x4E00 + i * 31)}"
        await people.enter(name, phone="07682990000", documents=[])
    told = await worker_find(people)
    assert told["crowded"] == 1 and told["compared"] == 0
    (crowd,) = await people.do(people.office, service.crowded_keys)
    assert crowd.people == 22 and crowd.kind == "电话"


async def test_everything_of_a_career_goes_along_once(people: People, everything: asyncpg.Connection) -> None:
    work = EmploymentIn(employer_name="韩江陶瓷研究院", started_on=date(2024, 5, 6), main=True)
    learnt = EducationIn(degree=Degree.DOCTOR, school="韩江理工学院")
    a, b = await two(people, employment=work, educations=[learnt])
    await people.do(
        people.office,
        career_service.add_education,
        talent_id=b.id,
        education=EducationIn(degree=Degree.MASTER),
    )
    await people.do(
        people.office,
        standing_service.grant_level,
        talent_id=b.id,
        version=await version(people, b),
        level="L2",
        since=date(2025, 1, 1),
        basis="认定",
    )
    before = await dump(everything)
    merge = await merged(people, a, b)
    held = await everything.fetch("select degree from education where talent_id = $1 order by 1", a.id)
    assert [r["degree"] for r in held] == ["doctor", "master"], "told by both, it is there once"
    assert (
        await everything.fetchval("select count(*) from employment where talent_id = $1 and main", a.id) == 1
    )
    assert await everything.fetchval("select level from talent where id = $1", a.id) == "L2"
    assert await everything.fetchval("select count(*) from level_grant where talent_id = $1", a.id) == 1
    await parted(people, merge)
    assert await dump(everything) == before


async def test_what_came_later_stays_or_goes_as_the_officer_says(
    people: People, everything: asyncpg.Connection
) -> None:
    a, b = await two(people)
    merge = await merged(people, a, b)
    for degree in (Degree.MASTER, Degree.BACHELOR):
        await people.do(
            people.office, career_service.add_education, talent_id=a.id, education=EducationIn(degree=degree)
        )
    one = await people.do(
        people.office,
        roster.change,
        talent_id=a.id,
        version=await version(people, a),
        change=TalentChangeIn(residence="潮州"),
    )
    later = await people.do(people.office, merge_service.later_than_merge, merge_id=merge.id)
    assert {(f.word, f.changed, f.may_go) for f in later} == {
        ("学历", False, True),
        ("人才资料", True, False),
    }
    going = next(f.row_id for f in later if f.word == "学历" and f.told == "master")
    with pytest.raises(rules.FactCannotGo):
        await parted(people, merge, going=[one.id])
    await parted(people, merge, going=[going])
    held = dict(await everything.fetch("select talent_id, degree from education"))
    assert held == {b.id: "master", a.id: "bachelor"}
    rows = dict(await everything.fetch("select id, highest_degree from talent"))
    assert rows == {a.id: "bachelor", b.id: "master"}
    assert await everything.fetchval("select residence from talent where id = $1", a.id) == "潮州"


async def test_two_reviewers_at_once_one_merges_and_the_other_hears_who(people: People) -> None:
    a, b = await two(people)
    done = await asyncio.gather(merged(people, a, b), merged(people, b, a), return_exceptions=True)
    (no,) = [d for d in done if isinstance(d, Exception)]
    assert isinstance(no, rules.AlreadyMerged) and "市委人才办" in str(no)
    (merge,) = [d for d in done if isinstance(d, TalentMerge)]
    done = await asyncio.gather(parted(people, merge), parted(people, merge), return_exceptions=True)
    (no,) = [d for d in done if isinstance(d, Exception)]
    assert isinstance(no, rules.AlreadyParted) and "市委人才办" in str(no)


async def test_a_chain_is_undone_from_its_end(people: People) -> None:
    a, b = await two(people)
    c = await people.enter("林小岚", "chaoan", birth_date=BORN, documents=[])
    first = await merged(people, b, a)
    second = await merged(people, c, b)
    with pytest.raises(rules.AlreadyMerged):
        await merged(people, a, c)
    with pytest.raises(rules.UndoOutOfOrder, match="林小岚"):
        await parted(people, first)
    await parted(people, second)
    await parted(people, first)
    assert {t.status for t in await seen(people, Talent)} == {TalentStatus.ACTIVE}


async def test_a_merge_is_undone_within_its_days(people: People) -> None:
    a, b = await two(people)
    merge = await merged(people, a, b)
    with (
        time_machine.travel(datetime.now(UTC) + timedelta(days=182)),
        pytest.raises(rules.UndoTooLate, match="180"),
    ):
        await parted(people, merge)


async def test_images_go_when_nobody_may_need_them_and_not_a_day_before(
    people: People, everything: asyncpg.Connection
) -> None:
    """What stood before a merge is personal data kept for one purpose: it goes with the purpose."""
    a, b = await two(people)
    standing = await merged(people, a, b)
    kept = await everything.fetchval("select count(*) from merge_image")
    await jobs.forget_images(people.services)
    assert kept and await everything.fetchval("select count(*) from merge_image") == kept
    with pytest.raises(asyncpg.RestrictViolationError):
        await everything.execute("delete from merge_image")
    with pytest.raises(asyncpg.RestrictViolationError):
        await everything.execute("update merge_image set before = null")
    with pytest.raises(asyncpg.CheckViolationError, match="images_stay"):
        await everything.execute("update talent_merge set images_gone_on = merged_at::date")
    with time_machine.travel(datetime.now(UTC) + timedelta(days=182)):
        await jobs.forget_images(people.services)
        with pytest.raises(rules.UndoTooLate):
            await parted(people, standing)
        with pytest.raises(rules.ImagesGone, match="清除"):
            async with Work(people.services).read(people.office) as ctx:
                await merge_service.later_than_merge(ctx, merge_id=standing.id)
    assert await everything.fetchval("select count(*) from merge_image") == 0


async def test_images_of_a_merge_that_was_undone_go_the_next_night(
    people: People, everything: asyncpg.Connection
) -> None:
    await parted(people, await merged(people, *await two(people)))
    assert await everything.fetchval("select count(*) from merge_image")
    await jobs.forget_images(people.services)
    assert await everything.fetchval("select count(*) from merge_image") == 0


async def test_what_may_not_be_merged_is_refused_with_what_to_do(people: People) -> None:
    a, b = await two(people)
    with pytest.raises(rules.SameRecord):
        await merged(people, a, a)
    with pytest.raises(rules.UnknownChoice, match="身高"):
        await merged(people, a, b, choices=[ChoiceIn(field="身高", side=Side.ABSORBED)])
    gone = {"left_on": date(2026, 1, 1), "told_to": "人才办", "told_on": date(2026, 1, 2)}
    c = await people.enter("林三", documents=[])
    await people.do(
        people.office, standing_service.leave, talent_id=c.id, reason=DepartureReason.TRANSFER, **gone
    )
    with pytest.raises(rules.GoneSurvivor):
        await merged(people, c, a)
    await merged(people, a, c)
    await people.do(
        people.office, standing_service.leave, talent_id=b.id, reason=DepartureReason.DECEASED, **gone
    )
    with pytest.raises(rules.DeadAndPresent):
        await merged(people, a, b)
    d = await people.enter("林四", documents=[])
    await people.do(people.office, standing_service.close, talent_id=d.id, version=d.version, reason="误录")
    with pytest.raises(rules.ClosedRecord):
        await merged(people, a, d)


async def test_who_moves_takes_their_keys_along(people: People, everything: asyncpg.Connection) -> None:
    made = await people.enter("林晓岚", phone=PHONE)
    await people.do(
        people.office,
        standing_service.move,
        talent_id=made.id,
        version=made.version,
        unit_id=people.units["raoping"].id,
    )
    keys = await everything.fetch("select kind, talent_id from talent_key order by kind")
    assert [tuple(k) for k in keys] == [(kind, made.id) for kind in ("document", "phone", "spelling")]


# -- words used above ---------------------------------------------------------------------------------------


def resident(number: str) -> DocumentIn:
    return DocumentIn(kind=DocumentKind.RESIDENT_ID, number=number)


async def worker_find(people: People) -> dict[str, int]:
    return await finding.find_all(people.services)


async def version(people: People, talent: Talent) -> int:
    async with Work(people.services).read(people.office) as ctx:
        return (await ctx.get(Talent, talent.id)).version


TOLD = (
    "talent",
    "talent_name",
    "identity_document",
    "level_grant",
    "employment",
    "education",
    "talent_gram",
    "talent_key",
)


async def dump(everything: asyncpg.Connection) -> dict[str, list[dict[str, Any]]]:
    """Every row, but how often and when it was written."""
    return {
        table: sorted(
            (
                {k: v for k, v in r.items() if k not in {"version", "changed_at"}}
                for r in await everything.fetch(f"select * from {table}")
            ),
            key=str,
        )
        for table in TOLD
    }
