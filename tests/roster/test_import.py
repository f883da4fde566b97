"""From a district's spreadsheet into the roster: checked without touching it, then let in, once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.roster.importing import HEADER, Desk, counted, person, workbook
from tests.support.postgres import TestDatabase

from bole.core.database import Database
from bole.roster.importing_rules import ImportStatus


@pytest.fixture
async def desk(roster_db: TestDatabase, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = Database(roster_db.app, size=6)
    yield await Desk(opened, tmp_path).ready()
    await opened.close()


async def test_a_check_says_what_would_happen_and_touches_nothing(desk, everything, tmp_path):
    rows = [HEADER, person(0), person(1), person(2, 证件号码="445199199211070026")]
    job = await desk.check(workbook(tmp_path / "a.xlsx", rows))
    assert (job.failure, job.status) == (None, ImportStatus.CHECKED)
    assert (job.rows_total, job.rows_new, job.rows_error) == (3, 2, 1)
    assert await desk.codes(job) == [(4, "document_number", "WRONG_CHECK_DIGIT")]
    assert (await counted(everything))["talent"] == 0


async def test_the_good_rows_enter_and_the_bad_stay_out(desk, everything, tmp_path):
    rows = [HEADER, person(0), person(1), person(2, 证件号码="445199199211070026")]
    job = await desk.take(workbook(tmp_path / "a.xlsx", rows))
    assert (job.failure, job.status) == (None, ImportStatus.DONE)
    assert (job.entered, job.changed, job.rows_error) == (2, 0, 1)
    kept = await counted(everything)
    assert (kept["talent"], kept["identity_document"]) == (2, 2)
    assert kept["talent_gram"] > 10
