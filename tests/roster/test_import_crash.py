"""Workers that die, workers that meet, officers who type while an import runs: everybody enters once."""

import asyncio
import functools
import itertools
import multiprocessing
from collections.abc import AsyncIterator
from multiprocessing.process import BaseProcess
from pathlib import Path
from uuid import UUID

import asyncpg
import orjson
import psutil
import pytest
from tests.roster import import_worker
from tests.roster.importing import HEADER, Desk, counted, number, person, workbook
from tests.support.postgres import TestDatabase

from bole.core.context import Services
from bole.core.database import Database
from bole.core.table import new_id
from bole.roster import importing
from bole.roster import importing_service as service
from bole.roster.checked import checked_key
from bole.roster.importing_rules import ImportStatus

pytestmark = pytest.mark.long(minutes=1)

ROWS = 600
# each worker is a process of its own, forked from one that has imported everything: importing takes longer than its work
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([import_worker.__name__])


@pytest.fixture
async def desk(roster_db: TestDatabase, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = Database(roster_db.app, size=8)
    yield await Desk(opened, tmp_path).ready()
    await opened.close()


async def committing(desk: Desk, tmp_path: Path, rows: int = ROWS) -> UUID:
    """An import that waits to be let in."""
    job = await desk.check(workbook(tmp_path / "a.xlsx", [HEADER, *[person(i) for i in range(rows)]]))
    assert job.rows_new == rows, await desk.codes(job)
    await desk.say(service.commit_import, job.id)
    return job.id


def worker(desk: Desk, roster_db: TestDatabase, import_id: UUID, chunk: int) -> BaseProcess:
    told = (roster_db.app, str(desk.folder), str(import_id), str(chunk))
    process = PROCESSES.Process(target=import_worker.work, args=told)
    process.start()
    return process


@pytest.mark.parametrize("from_file", [False, True], ids=["as the check kept it", "reading the file again"])
async def test_a_worker_killed_again_and_again_lets_everybody_in_exactly_once(
    desk, roster_db, everything, tmp_path, monkeypatch, from_file
):
    monkeypatch.setattr(importing, "reading", functools.partial(importing.reading, chunk=40))
    import_id = await committing(desk, tmp_path)
    if from_file:
        await desk.services.files.delete(checked_key(import_id))
    reached, kills = 0, 0
    for _ in range(40):
        process = worker(desk, roster_db, import_id, 40)
        while process.is_alive():
            position = await everything.fetchval("select position from import_job where id = $1", import_id)
            if kills < 3 and position >= reached + 80:
                reached, kills = position, kills + 1
                readers = psutil.Process(process.pid).children()
                process.kill()
                await asyncio.to_thread(process.join)
                _, alive = await asyncio.to_thread(psutil.wait_procs, readers, timeout=10)
                assert alive == [], "a reading process without its worker ends by itself"
            await asyncio.sleep(0.01)
        if await everything.fetchval("select status from import_job where id = $1", import_id) == "done":
            break
        await asyncio.sleep(0.1)
    job = await desk.job(import_id)
    assert (job.status, job.entered, job.rows_done, kills) == (ImportStatus.DONE, ROWS, ROWS, 3)
    kept = await counted(everything)
    assert (kept["talent"], kept["identity_document"]) == (ROWS, ROWS)
    facts = await everything.fetch("select body from outbox where fact = 'TalentsImported' order by seq")
    told = [talent for fact in facts for talent in orjson.loads(fact["body"])["entered"]]
    assert len(told) == len(set(told)) == ROWS
    rows = [(orjson.loads(f["body"])["first_row"], orjson.loads(f["body"])["last_row"]) for f in facts]
    assert all(b[0] == a[1] + 1 for a, b in itertools.pairwise(rows)), "no row twice, none left out"


async def test_two_workers_at_one_import_let_everybody_in_once(desk, everything, tmp_path):
    import_id = await committing(desk, tmp_path, 200)
    other = Database(desk.database.dsn, size=4)
    services = Services(other, desk.services.settings, desk.services.vault, desk.services.files)
    await asyncio.gather(
        *(importing.run_import(s, import_id=str(import_id)) for s in (desk.services, services, desk.services))
    )
    await other.close()
    job = await desk.job(import_id)
    assert (job.status, job.entered) == (ImportStatus.DONE, 200)
    assert (await counted(everything))["talent"] == 200


async def test_of_two_counties_importing_the_same_people_at_once_one_has_them_and_one_has_candidates(
    desk, everything, tmp_path
):
    jobs = []
    for unit in ("潮安区", "饶平县"):
        rows = [HEADER, *[person(i, 归口单位=unit) for i in range(150)]]
        jobs.append(await desk.check(workbook(tmp_path / f"{unit}.xlsx", rows), desk.officer(unit)))
        await desk.say(service.commit_import, jobs[-1].id, desk.officer(unit))
    done = await asyncio.gather(*(desk.run(job.id) for job in jobs))
    assert [job.status for job in done] == [ImportStatus.DONE] * 2, [j.failure for j in done]
    assert sum(job.entered for job in done) == 300
    told = [code for job in done for _, _, code in await desk.codes(job)]
    assert told == ["HELD_ELSEWHERE"] * 150
    in_use = "select count(*), count(distinct number_blind) from identity_document where active"
    assert tuple(await everything.fetchrow(in_use)) == (150, 150)
    waiting = "select count(*) from talent where status = 'candidate'"
    assert await everything.fetchval(waiting) == 150


async def test_who_is_entered_by_hand_meanwhile_is_found_and_not_entered_twice(
    desk, roster_db, everything, tmp_path
):
    import_id = await committing(desk, tmp_path, 20)
    hand = await asyncpg.connect(roster_db.superuser)
    entering = hand.transaction()
    await entering.start()
    talent_id, vault, unit = new_id(), desk.services.vault, desk.units["潮安区"]
    await hand.execute(
        "insert into talent (id, unit_id, unit_path, name, name_key, pinyin, initials, search_tokens, gender, nationality,"
        " status, version) values ($1, $2, $3, '林晓岚', 'lin 林xiao 晓lan 岚', 'linxiaolan', 'lxl', '{}', 'female', '中国',"
        " 'active', 1)", talent_id, unit.id, unit.path,
    )  # fmt: skip
    await hand.execute(
        "insert into identity_document (id, unit_path, talent_id, kind, number_sealed, number_blind, number_masked, active)"
        " values ($1, $2, $3, 'resident_id', 'x', $4, 'x', true)",
        new_id(), unit.path, talent_id, vault.blind("identity_number", number(10)),
    )  # fmt: skip
    running = asyncio.create_task(desk.run(import_id))
    for _ in range(500):
        waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        if await everything.fetchval(waiting):
            break
        await asyncio.sleep(0.02)
    await entering.commit()
    await hand.close()
    job = await running
    assert (job.status, job.entered, job.changed) == (ImportStatus.DONE, 19, 1), job.failure
    assert (await counted(everything))["talent"] == 20


async def test_a_dead_database_leaves_the_import_to_be_taken_up_again(desk, everything, tmp_path):
    import_id = await committing(desk, tmp_path, 200)
    importing_now = asyncio.create_task(desk.run(import_id))
    for _ in range(500):
        if await everything.fetchval(
            "select count(*) from pg_stat_activity where query like '%import_stage%' and pid <> pg_backend_pid()"
        ):
            break
        await asyncio.sleep(0.005)
    await everything.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
    )
    await asyncio.gather(importing_now, return_exceptions=True)
    await asyncio.sleep(0.2)
    for _ in range(3):
        job = (await asyncio.gather(desk.run(import_id), return_exceptions=True))[0]
    assert not isinstance(job, BaseException) and job.status is ImportStatus.DONE
    assert (await counted(everything))["talent"] == 200
