"""The roster as a file: for a purpose, masked, watermarked, traceable, and gone after a day."""

import csv
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from httpx import ASGITransport, AsyncClient
from tests.roster.importing import HEADER, Desk, number, person, workbook
from tests.support.postgres import OneOfMany, TestDatabase

from bole.app import create_app
from bole.core.actor import Actor
from bole.core.context import Work
from bole.core.errors import Forbidden, NotFound, Refusal, StepNotAllowed
from bole.core.permissions import Permission
from bole.roster import exporting, exporting_service
from bole.roster.exporting_models import ExportJob
from bole.roster.exporting_rules import ExportColumn, ExportFormat, ExportStatus
from bole.roster.exporting_service import ExportFilterIn
from bole.roster.rules import RevealPurpose

C = ExportColumn
WIDE = [*HEADER, "出生日期", "人才层次", "用人单位", "职务", "最高学历", "毕业院校", "职称", "电子邮箱"]


class Office(Desk):
    """A desk where lists are asked for."""

    async def export(self, by: Actor, **more: Any) -> ExportJob:
        async with Work(self.services).write(by) as ctx:
            ctx.performed.append("roster.ask_export")
            told = {"purpose": RevealPurpose.REPORT, "reason": "上报年度统计", **more}
            export = await exporting_service.ask_export(ctx, **told)
        await exporting.run_export(self.services, export_id=str(export.id))
        return await self.look(export.id)

    async def look(self, export_id: UUID) -> ExportJob:
        async with Work(self.services).read(self.officer()) as ctx:
            return await ctx.get(ExportJob, export_id)

    async def table(self, export: ExportJob) -> list[list[str]]:
        assert export.status is ExportStatus.READY, (export.status, export.failure)
        data = await self.services.files.get(export.file_key)
        if export.format is ExportFormat.CSV:
            return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        return [[c.value or "" for c in row] for row in openpyxl.load_workbook(io.BytesIO(data)).active]


@pytest.fixture
async def office(roster_db: TestDatabase, tmp_path: Path) -> AsyncIterator[Office]:
    opened = OneOfMany(roster_db.app, size=8)
    made = Office(opened, tmp_path)
    await made.ready()
    yield made
    await opened.close()


async def filled(office: Office, tmp_path: Path) -> Actor:
    """Five people in 潮安区 and two in 饶平县; the officer of 潮安区."""
    rows = [
        WIDE,
        *[
            [
                *person(i),
                "1992-11-07",
                "领军人才" if i % 2 else "",
                "潮州市某厂",
                "工程师",
                "硕士",
                "某大学",
                "工程师",
                f"u{i}@example.org",
            ]
            for i in range(5)
        ],
    ]
    officer = office.officer("潮安区")
    job = await office.take(workbook(tmp_path / "a.xlsx", rows), officer)
    assert job.entered == 5, await office.codes(job)
    other = [HEADER, *[person(i, 归口单位="饶平县") for i in (10, 11)]]
    await office.take(workbook(tmp_path / "b.xlsx", other), office.officer("饶平县"))
    return officer


def people_of(table: list[list[str]]) -> list[list[str]]:
    """The rows below the header."""
    start = next(i for i, row in enumerate(table) if row[0] == "姓名")
    return table[start + 1 :]


async def test_a_list_is_masked_and_says_who_took_it_when_and_why(office, tmp_path):
    officer = await filled(office, tmp_path)
    export = await office.export(officer)
    table = await office.table(export)
    assert (
        "潮安区经办" in table[0][0]
        and "依法依规上报（上报年度统计）" in table[0][0]
        and export.trace in table[0][0]
    )
    assert "不得外传" in table[1][0] and "演示数据" in table[2][0]
    assert (export.rows_total, export.rows_done, len(people_of(table))) == (5, 5, 5)
    text = str(table)
    assert not any(number(i) in text or f"154{i:08d}" in text for i in range(5))
    assert "154****0001" in text and f"4451**********{number(1)[-4:]}" in text


async def test_every_line_carries_a_trace_code_of_its_own_that_leads_to_its_export(office, tmp_path):
    officer = await filled(office, tmp_path)
    first, second = await office.export(officer), await office.export(officer)
    codes = [row[-1] for row in people_of(await office.table(first))]
    assert len(set(codes)) == 5 and all(code.startswith(f"{first.trace}-") for code in codes)
    assert not set(codes) & {row[-1] for row in people_of(await office.table(second))}


async def test_the_list_is_what_the_officer_sees_with_the_filters_of_the_list(office, tmp_path):
    officer = await filled(office, tmp_path)
    assert len(people_of(await office.table(await office.export(office.officer())))) == 7
    only = await office.export(officer, filters=ExportFilterIn(level="L3"), columns=[C.NAME, C.LEVEL])
    assert [row[1] for row in people_of(await office.table(only))] == ["领军人才"] * 2
    found = await office.export(office.officer(), filters=ExportFilterIn(search="晓岚"))
    assert {row[0] for row in people_of(await office.table(found))} == {"林晓岚"}
    below = await office.export(office.officer(), filters=ExportFilterIn(unit_id=office.units["饶平县"].id))
    assert len(people_of(await office.table(below))) == 2


async def test_people_picked_one_by_one_are_exported_and_none_out_of_scope_with_them(
    office, everything, tmp_path
):
    officer = await filled(office, tmp_path)
    own = "select id from talent where unit_path >= $1 and unit_path < $2 order by id limit 2"
    picked = [row["id"] for row in await everything.fetch(own, officer.lo, officer.hi)]
    elsewhere = "select id from talent where not (unit_path >= $1 and unit_path < $2)"
    others = [row["id"] for row in await everything.fetch(elsewhere, officer.lo, officer.hi)]
    export = await office.export(officer, filters=ExportFilterIn(ids=[*picked, *others]))
    assert (export.rows_total, len(people_of(await office.table(export)))) == (2, 2)


async def test_another_countys_people_are_not_in_it_whatever_the_filter_says(office, tmp_path):
    officer = await filled(office, tmp_path)
    export = await office.export(officer, filters=ExportFilterIn(unit_id=office.units["饶平县"].id))
    assert (export.status, export.failure_code) == (ExportStatus.FAILED, "NOBODY_TO_EXPORT")


async def test_chosen_columns_stand_in_their_order(office, tmp_path):
    officer = await filled(office, tmp_path)
    columns = [C.NAME, C.UNIT, C.STATUS, C.DEGREE, C.SCHOOL, C.EMPLOYER, C.POSITION, C.TITLE, C.BIRTH_DATE]
    table = await office.table(await office.export(officer, columns=columns))
    assert table[3] == [*[c.label for c in columns], "追溯码"]
    by_name = {row[0]: row for row in people_of(table)}
    assert by_name["林晓岚"][1:-1] == [
        "潮安区",
        "在库",
        "硕士研究生",
        "某大学",
        "潮州市某厂",
        "工程师",
        "工程师",
        "1992-11-07",
    ]


async def test_the_day_of_birth_is_masked_for_who_may_not_see_it(office, tmp_path):
    await filled(office, tmp_path)
    clerk = office.officer("潮安区", Permission.ROSTER_SENSITIVE)
    table = await office.table(await office.export(clerk, columns=[C.NAME, C.BIRTH_DATE]))
    assert {row[1] for row in people_of(table)} == {"1992-**-**"}


async def test_numbers_in_the_clear_need_their_own_permission_and_every_person_sees_who_took_them(
    office, everything, tmp_path
):
    officer = await filled(office, tmp_path)
    with pytest.raises(Forbidden):
        await office.export(office.officer("潮安区", Permission.ROSTER_REVEAL), clear=True)
    with pytest.raises(Refusal) as no:
        await office.export(officer, columns=[C.NAME], clear=True)
    assert no.value.code() == "NOTHING_IN_THE_CLEAR"
    export = await office.export(officer, columns=[C.NAME, C.DOCUMENT_NUMBER, C.PHONE, C.EMAIL], clear=True)
    rows = {row[0]: row[1:4] for row in people_of(await office.table(export))}
    assert rows["陈小明"] == [number(1), "15400000001", "u1@example.org"]
    reads = await everything.fetch(
        "select field, purpose, reason, actor_name, count(*) as n from sensitive_read group by 1, 2, 3, 4 order by 1"
    )
    assert [(r["field"], r["n"]) for r in reads] == [("email", 5), ("identity_number", 5), ("phone", 5)]
    assert reads[0]["reason"] == "导出名录：上报年度统计" and reads[0]["actor_name"] == "潮安区经办"


async def test_a_job_that_runs_twice_tells_nothing_twice(office, everything, tmp_path):
    officer = await filled(office, tmp_path)
    export = await office.export(officer, clear=True)
    await everything.execute("update export_job set status = 'writing', file_key = null")
    await exporting.run_export(office.services, export_id=str(export.id))
    assert (await office.look(export.id)).status is ExportStatus.READY
    assert await everything.fetchval("select count(*) from sensitive_read") == 10
    await exporting.run_export(office.services, export_id=str(export.id))
    assert await everything.fetchval("select count(*) from outbox where fact = 'RosterExported'") == 2


async def test_what_looks_like_a_formula_is_text_in_the_workbook_and_harmless_in_the_csv(
    office, everything, tmp_path
):
    officer = await filled(office, tmp_path)
    await everything.execute(
        "update talent set position = '=HYPERLINK(\"http://x\")', employer_name = '@SUM(1)'"
    )
    export = await office.export(officer, columns=[C.NAME, C.POSITION, C.EMPLOYER])
    data = await office.services.files.get(export.file_key)
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert {(c.value[0], c.data_type) for c in page[5][1:3]} == {("=", "s"), ("@", "s")}
    told = await office.table(
        await office.export(officer, columns=[C.NAME, C.POSITION, C.EMPLOYER], format=ExportFormat.CSV)
    )
    assert {cell[:2] for row in people_of(told) for cell in row[1:3]} == {"'=", "'@"}


async def test_a_purpose_must_be_said(office, tmp_path):
    officer = await filled(office, tmp_path)
    with pytest.raises(Refusal) as no:
        await office.export(officer, reason="  ")
    assert no.value.field == "reason"


async def test_after_a_day_the_file_is_gone(office, everything, tmp_path):
    officer = await filled(office, tmp_path)
    export = await office.export(officer)
    await exporting.keep_up_exports(office.services)
    assert (await office.look(export.id)).status is ExportStatus.READY
    await everything.execute("update export_job set expires_at = now() - interval '1 second'")
    await exporting.keep_up_exports(office.services)
    assert (await office.look(export.id)).status is ExportStatus.EXPIRED
    with pytest.raises(NotFound):
        await office.services.files.get(export.file_key)


async def test_stuck_exports_are_asked_for_again_and_cancelled_ones_leave_no_file(
    office, everything, tmp_path
):
    officer = await filled(office, tmp_path)
    export = await office.export(officer)
    await everything.execute("delete from pgqueuer")
    await everything.execute(
        "update export_job set status = 'writing', touched_at = now() - interval '3 minutes'"
    )
    await exporting.keep_up_exports(office.services)
    assert await everything.fetchval("select entrypoint from pgqueuer") == "roster.export"
    async with Work(office.services).write(officer) as ctx:
        await exporting_service.cancel_export(ctx, export_id=export.id)
    with pytest.raises(NotFound):
        await office.services.files.get(export.file_key)
    await exporting.run_export(office.services, export_id=str(export.id))
    assert (await office.look(export.id)).status is ExportStatus.CANCELLED


async def test_nothing_sensitive_lies_in_the_clear_in_what_an_export_leaves(office, everything, tmp_path):
    await office.export(await filled(office, tmp_path), clear=True)
    for table in ("export_job", "sensitive_read", "audit", "outbox"):
        for row in await everything.fetch(f"select t::text as line from {table} t"):
            assert not any(
                number(i)[5:15] in row["line"] or f"1540000000{i}" in row["line"] for i in range(5)
            ), table


async def test_the_file_is_fetched_by_who_asked_and_by_nobody_else(office, everything, tmp_path):
    officer = await filled(office, tmp_path)
    who: list[Actor | None] = [officer]

    async def identify(_: Any) -> Actor | None:
        return who[0]

    transport = ASGITransport(create_app(office.services, identify), raise_app_exceptions=False)
    async with AsyncClient(
        transport=transport, base_url="http://bole.test", headers={"x-bole-request": "1"}
    ) as http:
        ask = """mutation { askExport(purpose: REPORT, reason: "年度统计", format: CSV, columns: [NAME, PHONE],
          filters: { status: ACTIVE }) { id status trace columns purpose } }"""
        told = (await http.post("/graphql", json={"query": ask})).json()["data"]["askExport"]
        assert (told["status"], told["columns"]) == ("ASKED", ["name", "phone"])
        early = await http.get(f"/api/v1/exports/{told['id']}/file")
        assert (early.status_code, early.json()["code"]) == (409, "EXPORT_NOT_READY")
        await exporting.run_export(office.services, export_id=told["id"])
        answer = await http.get(f"/api/v1/exports/{told['id']}/file")
        assert answer.status_code == 200 and answer.content.startswith(b"\xef\xbb\xbf")
        assert told["trace"] in answer.headers["content-disposition"] and int(
            answer.headers["content-length"]
        ) == len(answer.content)
        look = "query($t: String) { exports(trace: $t) { nodes { actorName downloads reason rowsTotal status } } }"
        line = people_of(list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))))[0][-1]
        found = (await http.post("/graphql", json={"query": look, "variables": {"t": line}})).json()["data"][
            "exports"
        ]["nodes"]
        assert found == [
            {
                "actorName": "潮安区经办",
                "downloads": 1,
                "reason": "年度统计",
                "rowsTotal": 5,
                "status": "READY",
            }
        ]
        who[0] = office.officer("潮安区")
        other = await http.get(f"/api/v1/exports/{told['id']}/file")
        assert (other.status_code, other.json()["code"]) == (403, "NOT_YOUR_EXPORT")
        who[0] = office.officer("饶平县")
        assert (await http.get(f"/api/v1/exports/{told['id']}/file")).status_code == 404
        who[0] = office.officer("潮安区", Permission.ROSTER_EXPORT)
        assert (await http.get(f"/api/v1/exports/{told['id']}/file")).status_code == 403
        who[0] = officer
        await everything.execute("update export_job set expires_at = now()")
        gone = await http.get(f"/api/v1/exports/{told['id']}/file")
        assert (gone.status_code, gone.json()["code"]) == (410, "EXPORT_GONE")
    audited = await everything.fetch(
        "select operations from audit where 'roster.download_export' = any(operations)"
    )
    assert len(audited) == 1, "a refused download changes nothing, a granted one is on record"


async def test_an_export_that_is_done_cannot_be_cancelled_twice(office, tmp_path):
    officer = await filled(office, tmp_path)
    export = await office.export(officer)
    for _ in range(2):
        async with Work(office.services).write(officer) as ctx:
            if (await ctx.get(ExportJob, export.id)).status is ExportStatus.CANCELLED:
                with pytest.raises(StepNotAllowed):
                    await exporting_service.cancel_export(ctx, export_id=export.id)
            else:
                await exporting_service.cancel_export(ctx, export_id=export.id)
