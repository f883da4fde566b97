"""What an import keeps between check and letting in, how long, and whom it tells."""

import collections
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest
from tests.roster.importing import HEADER, Desk, counted, number, person, workbook
from tests.support.postgres import OneOfMany, TestDatabase

from bole import worker
from bole.core.actor import PLATFORM
from bole.core.context import Work
from bole.core.errors import NotFound
from bole.core.table import new_id
from bole.identity.models import Account
from bole.identity.rules import AccountKind
from bole.roster import importing, importing_reactions, reader
from bole.roster import importing_service as service
from bole.roster.checked import checked_key
from bole.roster.importing_rules import ImportStatus
from bole.roster.populate import populate
from bole.roster.population import people
from bole.roster.reading import reading
from bole.roster.rows import Known


@pytest.fixture
async def desk(roster_db: TestDatabase, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = OneOfMany(roster_db.app, size=6)
    yield await Desk(opened, tmp_path).ready()
    await opened.close()


async def test_what_the_officer_saw_is_let_in_without_reading_the_file_again(desk, everything, tmp_path):
    job = await desk.check(workbook(tmp_path / "a.xlsx", [HEADER, person(0), person(1)]))
    await desk.services.files.put(job.file_key, b"no workbook any more")
    job = await desk.commit(job)
    assert (job.status, job.entered) == (ImportStatus.DONE, 2), job.failure
    with pytest.raises(NotFound):
        await desk.services.files.get(checked_key(job.id))


async def test_what_is_kept_of_a_check_is_sealed(desk, tmp_path):
    job = await desk.check(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    kept = await desk.services.files.get(checked_key(job.id))
    assert number(0).encode() not in kept and "林晓岚".encode() not in kept and b"document_number" not in kept


async def test_without_what_was_kept_or_under_another_catalogue_the_workbook_is_read_again(
    desk, everything, tmp_path
):
    header = [*HEADER, "人才层次"]
    job = await desk.check(workbook(tmp_path / "a.xlsx", [header, [*person(0), "领军人才"]]))
    await desk.services.files.delete(checked_key(job.id))
    assert (await desk.commit(job)).entered == 1
    job = await desk.check(workbook(tmp_path / "b.xlsx", [header, [*person(1), "领军人才"]]))
    await everything.execute(
        "update catalogue_entry set valid_until = current_date - 1 where kind = 'level' and code = 'L3'"
    )
    job = await desk.commit(job)
    assert (job.status, job.entered) == (ImportStatus.DONE, 0)
    assert await desk.codes(job) == [(2, "level", "LEVEL_UNKNOWN")]


async def test_a_check_of_another_sheet_does_not_let_in_what_was_kept_of_the_first(
    desk, everything, tmp_path
):
    def second(page):
        other = page.parent.create_sheet("补充")
        for row in (HEADER, person(5)):
            other.append(row)

    job = await desk.check(workbook(tmp_path / "a.xlsx", [HEADER, person(0), person(1)], change=second))
    await desk.say(service.recheck_import, job.id, sheet="补充")
    job = await desk.run(job.id)
    assert (job.rows_new, (await desk.commit(job)).entered) == (1, 1)
    assert await everything.fetchval("select name from talent") == person(5)[0]


async def test_files_go_a_week_after_the_end_and_forgotten_imports_after_a_month(desk, everything, tmp_path):
    done = await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    waiting = await desk.check(workbook(tmp_path / "b.xlsx", [HEADER, person(1)]))
    await importing.clean_imports(desk.services)
    assert (await desk.services.files.get(done.file_key)) and (
        await desk.services.files.get(waiting.file_key)
    )
    await everything.execute(
        "update import_job set finished_at = finished_at - interval '8 days', touched_at = touched_at - interval '31 days'"
    )
    await importing.clean_imports(desk.services)
    for job in (done, waiting):
        for key in (job.file_key, checked_key(job.id)):
            with pytest.raises(NotFound):
                await desk.services.files.get(key)
    assert (await desk.job(waiting.id)).status is ImportStatus.CANCELLED
    assert (await desk.job(done.id)).status is ImportStatus.DONE


async def test_the_officer_is_told_of_the_check_the_end_and_a_failure_once_each(desk, everything, tmp_path):
    assert importing_reactions  # loaded, as the worker loads every part
    officer = desk.officer("潮安区")
    async with Work(desk.services).write(PLATFORM) as ctx:
        ctx.db.add(
            Account(id=officer.id, login="chaoan", name="经办", kind=AccountKind.STAFF, person_id=new_id())
        )
    await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, person(0), person(1, 证件号码="x")]), officer)
    await desk.check(workbook(tmp_path / "b.xlsx", [["不是", "表头"], ["1", "2"]]), officer)
    for _ in range(2):
        await worker.deliver_all(desk.services)
        await everything.execute("update outbox set delivered_at = null where fact like 'Import%'")
    told = [r["title"] for r in await everything.fetch("select title from notice order by created_at, title")]
    assert sorted(told) == [
        "名录导入“a.xlsx”已入库：新增 1 人，更新 0 人",
        "名录导入“a.xlsx”检查完成，1 行有错误，请决定是否入库",
        "名录导入“b.xlsx”未能完成",
    ]
    assert "表头" in await everything.fetchval("select body from notice where title like '%未能完成'")


async def test_a_credit_code_alone_finds_its_employer_in_the_roster(desk, everything, tmp_path):
    header = [*HEADER, "用人单位", "统一社会信用代码"]
    code = "91350100M000100Y43"
    job = await desk.check(workbook(tmp_path / "a.xlsx", [header, [*person(0), "", code]]))
    assert await desk.codes(job) == [(2, "employer", "EMPLOYER_MISSING")]
    await desk.take(workbook(tmp_path / "b.xlsx", [header, [*person(1), "潮州市某厂", code]]))
    await desk.take(workbook(tmp_path / "c.xlsx", [header, [*person(0), "", code]]))
    assert {r[0] for r in await everything.fetch("select employer_name from employment")} == {"潮州市某厂"}
    assert (await counted(everything))["employment"] == 2


async def test_more_rows_than_the_limit_are_refused(tmp_path, monkeypatch):
    path = workbook(tmp_path / "a.xlsx", [HEADER, *[person(i) for i in range(30)]])
    monkeypatch.setattr(reader, "MAX_ROWS", 20)
    grid, header, rows = reader.find_table(path, None)
    known = Known("2026-11-22", {}, "", {}, "", {}, ["u", 1])
    with pytest.raises(reader.TooManyRows):
        list(reader.read_rows(reader.RowReader(grid, header, known), rows, header, 0))


async def test_a_sheet_that_would_fill_the_memory_ends_its_own_process_and_is_refused(desk, tmp_path):
    """Two cells far apart make the reader build all the emptiness between them: some 3 GB here."""

    def far(page):
        page["CT1048576"] = "x"

    job = await desk.check(workbook(tmp_path / "a.xlsx", [HEADER, person(0)], change=far))
    assert (job.status, job.failure_code) == (ImportStatus.FAILED, "FILE_UNPACKS_TOO_BIG")


async def test_a_reading_process_gets_no_keys_and_no_database_address(tmp_path, monkeypatch):
    for name in ("BOLE_SECRET_KEYS", "DATABASE_URL", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "secret")
    path = tmp_path / "a.csv"
    path.write_text("姓名,证件号码\n" + f"林晓岚,{number(0)}\n" * 40_000)
    known = Known("2026-11-22", {}, "", {}, "", {}, ["u", 1])
    async with reading(path, known, chunk=50) as read:  # more than a pipe holds: it waits for us
        (child,) = [p for p in psutil.Process().children() if "bole.roster.reader" in " ".join(p.cmdline())]
        assert "secret" not in str(child.environ())
        assert read.head["rows"] == 40_000


async def test_the_invented_population_enters_once_however_often_it_is_asked_for(desk, everything):
    assert await populate(desk.services, 120) == 120
    assert await populate(desk.services, 150) == 30
    kept = await counted(everything)
    assert kept["talent"] == kept["identity_document"] == kept["employment"] == kept["education"] == 150
    assert kept["level_grant"] > 60 and kept["title"] > 90 and kept["talent_gram"] > 750
    assert await everything.fetchval("select count(distinct unit_path) from talent") > 20


def test_an_invented_person_is_the_same_whoever_asks_and_nobody_shares_a_number():
    assert list(people(5, 3, start=40)) == list(people(50, 3))[40:45]
    crowd = list(people(3000))
    assert len({p.number for p in crowd}) == len({p.phone for p in crowd}) == 3000
    surnames = collections.Counter(p.name[0] for p in crowd)
    assert surnames["陈"] > surnames["黄"] > surnames["丁"], "as around Chaozhou"
