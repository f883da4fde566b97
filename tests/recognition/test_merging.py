"""Two records that are one, and are parted again: applications, papers, certificates and places."""

from datetime import date
from typing import Any

import asyncpg
from tests.recognition.world import World, at

from bole.merge import merge_service
from bole.recognition import programme_service
from bole.recognition.flow_rules import ApplicationStatus, RecognitionStatus
from bole.recognition.models import (
    Attachment,
    EvidenceFile,
    JointReview,
    ProgrammeMember,
    Recognition,
    RecognitionApplication,
)
from bole.roster.models import Talent

OURS = (
    "recognition_application", "recognition_party", "recognition_stage", "recognition_review",
    "recognition_evidence", "recognition_attachment", "recognition", "programme_member", "level_grant",
)  # fmt: skip


async def rows(sees: asyncpg.Connection) -> dict[str, list[dict[str, Any]]]:
    told = {}
    for table in OURS:
        found = await sees.fetch(f"select * from {table} order by id")
        told[table] = [{k: v for k, v in r.items() if k != "version"} for r in found]
    return told


async def merged(world: World, survivor: Talent, absorbed: Talent) -> Any:
    about = {"survivor_id": survivor.id, "absorbed_id": absorbed.id, "reason": "同一人"}
    return await world.do(world.office, merge_service.merge_talents, **about)


async def test_merge_then_unmerge_gives_every_row_of_recognition_back(
    world: World, sees: asyncpg.Connection
) -> None:
    with at("2026-04-28"):
        mine, theirs = await world.a_talent("林晓岚"), await world.a_talent("林曉嵐")
        application = await world.on_notice(theirs)
    with at("2026-05-11"):
        held = await world.certified(application)
        running = await world.started(mine)
        second = await world.started(theirs, "l3_craft", papers=("naming",), talent_type="culture")
        told = {"programme": "hanjiang", "year": 2026, "quota": 2, "term_from": date(2026, 7, 1)}
        batch = await world.do(world.office, programme_service.open_programme_batch, **told)
        who = {"batch_id": batch.id, "talent_id": theirs.id, "basis": "x"}
        await world.do(world.office, programme_service.select_member, **who)
        before = await rows(sees)
        merge = await merged(world, mine, theirs)
        # everything is the kept record's; of two that ran, the kept one's runs
        for table in (
            RecognitionApplication,
            EvidenceFile,
            Attachment,
            JointReview,
            Recognition,
            ProgrammeMember,
        ):
            assert {r.talent_id for r in await world.all(table)} == {mine.id}, table
        assert (await world.one(RecognitionApplication, id=running.id)).status is ApplicationStatus.DRAFT
        ended = await world.one(RecognitionApplication, id=second.id)
        assert ended.status is ApplicationStatus.WITHDRAWN and "合并" in str(ended.end_reason)
        assert (await world.one(Recognition, id=held.id)).status is RecognitionStatus.EFFECTIVE
        about = {"merge_id": merge.id, "reason": "核实为姐妹"}
        await world.do(world.office, merge_service.undo_merge, **about)
        assert await rows(sees) == before


async def test_of_two_certificates_in_force_one_holds_on(world: World) -> None:
    with at("2026-04-28"):
        people = [await world.a_talent(n) for n in ("林晓岚", "林曉嵐")]
        applications = [await world.on_notice(p) for p in people]
    with at("2026-05-11"):
        first, second = [await world.certified(a) for a in applications]
    with at("2026-06-01"):
        await merged(world, *people)
        assert (await world.one(Recognition, id=first.id)).status is RecognitionStatus.EFFECTIVE
        other = await world.one(Recognition, id=second.id)
        assert (other.status, other.ended_on) == (RecognitionStatus.EXITED, date(2026, 5, 31))
        assert await world.level_of(people[0]) == "L4"
