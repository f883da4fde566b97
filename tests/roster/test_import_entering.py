"""How people of a table enter: as candidates whose document another county holds, and from the day the table tells."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from tests.roster.importing import HEADER, Desk, counted, person, workbook
from tests.support.postgres import OneOfMany, TestDatabase

from bole.core import clock
from bole.roster import template
from bole.roster.importing_rules import ImportStatus


@pytest.fixture
async def desk(roster_db: TestDatabase, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = OneOfMany(roster_db.app, size=6)
    yield await Desk(opened, tmp_path / "desk").ready()
    await opened.close()


async def test_a_document_held_in_another_county_enters_as_a_candidate_without_saying_where(
    desk, everything, tmp_path
):
    """A6: the second county's row is kept for the office to compare, and its document is not in use."""
    await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    raoping = desk.officer("饶平县")
    rows = [HEADER, person(0, 归口单位="饶平县"), person(1, 归口单位="饶平县")]
    job = await desk.check(workbook(tmp_path / "b.xlsx", rows), raoping)
    ((row, finding),) = await desk.findings(job)
    assert (row, finding.code, finding.severity) == (2, "HELD_ELSEWHERE", "warning")
    assert "市委人才办" in finding.words and "潮安" not in finding.words and "林晓岚" not in finding.words
    assert (job.rows_new, job.rows_error, job.rows_warned) == (2, 0, 1)
    done = await desk.commit(job, raoping)
    assert (done.status, done.entered) == (ImportStatus.DONE, 2)
    stand = """select t.status, d.active from talent t join identity_document d on d.talent_id = t.id
      where t.unit_id = $1 order by t.status"""
    there = [tuple(r) for r in await everything.fetch(stand, desk.units["饶平县"].id)]
    assert there == [("active", True), ("candidate", False)]


async def test_the_same_row_sent_again_is_the_candidate_and_not_one_more(desk, everything, tmp_path):
    await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    raoping = desk.officer("饶平县")
    for phone, codes in (("15400000000", {"HELD_ELSEWHERE"}), ("15400000009", {"UNDER_REVIEW", "CHANGED"})):
        rows = [HEADER, person(0, 归口单位="饶平县", 手机=phone)]
        job = await desk.take(workbook(tmp_path / "b.xlsx", rows), raoping)
        assert {code for _, _, code in await desk.codes(job)} == codes
    assert (job.entered, job.changed) == (0, 1)
    assert (await counted(everything))["talent"] == 2
    same = await desk.check(tmp_path / "b.xlsx", raoping)
    assert (same.rows_unchanged, same.rows_warned) == (1, 1)


async def test_the_day_of_entry_that_the_table_tells_is_the_first_day_of_the_person(
    desk, everything, tmp_path
):
    head = [*HEADER, "入库日期"]
    rows = [head, [*person(0), "2024-03-01"], [*person(1), ""], [*person(2), date(2023, 5, 4)]]
    await desk.take(workbook(tmp_path / "a.xlsx", rows))
    told = "select t.entered_on, p.valid_from from talent t join talent_period p on p.talent_id = t.id order by 1"
    days = [tuple(r) for r in await everything.fetch(told)]
    today = clock.today()
    assert days == [(day, day) for day in (date(2023, 5, 4), date(2024, 3, 1), today)]


async def test_an_import_does_not_move_the_day_of_entry_of_who_is_there(desk, everything, tmp_path):
    head = [*HEADER, "入库日期"]
    await desk.take(workbook(tmp_path / "a.xlsx", [head, [*person(0), "2024-03-01"]]))
    job = await desk.take(workbook(tmp_path / "b.xlsx", [head, [*person(0), "2020-01-01"]]))
    ((_, finding),) = await desk.findings(job)
    assert (
        finding.code == "ENTERED_DIFFERS" and "2024-03-01" in finding.words and finding.severity == "warning"
    )
    assert job.rows_unchanged == 1
    assert await everything.fetchval("select entered_on from talent") == date(2024, 3, 1)


async def test_the_template_offers_the_day_of_entry_and_takes_it_back(desk, everything, tmp_path):
    template.write_template(tmp_path / "t.xlsx", {})
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    page = book.active
    head = next(row for row in page.iter_rows() if str(row[0].value).startswith("*姓名"))
    at = {str(c.value).lstrip("*").partition("（")[0]: c.column for c in head}
    values = {**dict(zip(HEADER, person(0), strict=True)), "入库日期": "2024-03-01"}
    for title, value in values.items():
        page.cell(head[0].row + 1, at[title], value)
    book.save(tmp_path / "filled.xlsx")
    job = await desk.take(tmp_path / "filled.xlsx")
    assert (job.entered, job.rows_error, job.rows_warned) == (1, 0, 0)
    assert await everything.fetchval("select entered_on from talent") == date(2024, 3, 1)
