"""The sample workbooks: the clean ones are clean, and of the one to mend exactly the 37 planted errors are found."""

from collections.abc import AsyncIterator
from pathlib import Path

import openpyxl
import pytest
from tests.roster.importing import Desk, counted
from tests.support.postgres import OneOfMany, TestDatabase

from bole.roster import samples
from bole.roster.columns import column_of
from bole.roster.identity_numbers import DEMO_AREA
from bole.roster.population import people
from bole.roster.samples import CLEAN, DISTRICT, FIRST_ROW, PLANTED, SIZE, TITLES, TO_MEND, WARNED


@pytest.fixture
async def desk(roster_db: TestDatabase, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = OneOfMany(roster_db.app, size=6)
    yield await Desk(opened, tmp_path / "desk").ready()
    await opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("samples")
    samples.write_samples(made)
    return made


def told(planted: samples.Planted) -> tuple[int, str, str]:
    found = column_of(planted.found or planted.title.replace("名称", "用人单位名称"))
    assert found is not None
    return planted.row, found[0], planted.code


def test_37_errors_are_planted_each_in_a_row_of_its_own_and_of_many_kinds():
    rows = [p.row for p in (*PLANTED, *WARNED)]
    assert len(PLANTED) == 37 and len(set(rows)) == len(rows)
    assert len({p.code for p in PLANTED}) >= 30 and len({p.title for p in PLANTED}) >= 12


def test_the_samples_are_the_same_every_time(folder, tmp_path):
    samples.write_samples(tmp_path)
    assert (tmp_path / DISTRICT).read_bytes() == (folder / DISTRICT).read_bytes()
    for name in (CLEAN, TO_MEND):
        first, second = (
            [[c.value for c in r] for r in openpyxl.load_workbook(f / name).active]
            for f in (folder, tmp_path)
        )
        assert first == second
        assert len(first) == SIZE + FIRST_ROW - 1


def test_nobody_in_the_samples_is_anybody(folder):
    text = (folder / DISTRICT).read_text("gb18030")
    for person in people(50, samples.SEED, start=SIZE):
        assert (
            person.number.startswith(DEMO_AREA)
            and person.phone.startswith("154")
            and person.email.endswith("example.org")
        )
    assert "13800138000" not in text


async def test_of_the_workbook_to_mend_exactly_the_37_planted_errors_are_found(desk, folder):
    job = await desk.check(folder / TO_MEND)
    assert job.failure is None
    errors = [(row, f.column, f.code) for row, f in await desk.findings(job) if f.severity == "error"]
    assert sorted(errors) == sorted(told(p) for p in PLANTED)
    warnings = [(row, f.column, f.code) for row, f in await desk.findings(job) if f.severity == "warning"]
    assert sorted(warnings) == sorted(told(p) for p in WARNED)
    assert (job.rows_total, job.rows_error, job.rows_warned) == (SIZE, 37, len(WARNED))
    letters = {f.cell for row, f in await desk.findings(job) if row == PLANTED[0].row}
    assert letters == {f"B{PLANTED[0].row}"}


async def test_a_district_takes_in_its_tables_and_then_the_263_good_rows(desk, everything, folder):
    first = await desk.take(folder / CLEAN)
    assert (first.failure, first.rows_error, first.entered) == (None, 0, SIZE), await desk.codes(first)
    other = await desk.take(folder / DISTRICT, desk.officer("湘桥区"))
    assert (other.failure, other.rows_error, other.entered) == (None, 0, SIZE), await desk.codes(other)
    job = await desk.take(folder / TO_MEND)
    assert (job.rows_error, job.rows_update, job.entered, job.changed) == (37, 3, SIZE - 37 - 3, 3)
    assert (await counted(everything))["talent"] == 2 * SIZE + 260
    again = await desk.take(folder / CLEAN)
    assert (again.rows_new, again.rows_unchanged, again.rows_update) == (0, SIZE - 3, 3), (
        "the three go back to what the table says"
    )
    assert await everything.fetchval("select count(*) from talent where name ~ '\\s'") == 0


def test_every_way_of_writing_is_in_the_clean_table():
    rows = list(samples.clean("潮安区", 0))
    kinds = {(title, type(row[title]).__name__) for row in rows for title in TITLES}
    assert {("出生日期", "int"), ("出生日期", "date"), ("手机", "float"), ("到岗日期", "int")} <= kinds
    assert any(len(str(r["证件号码"])) == 15 for r in rows) and any("　" in r["姓名"] for r in rows)
