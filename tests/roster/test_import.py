"""From a district's spreadsheet into the roster: checked without touching it, then let in, once."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.roster.importing import HEADER, Desk, counted, number, person, standing, workbook
from tests.support.postgres import OneOfMany, TestDatabase

from bole.core import clock
from bole.core.context import Work
from bole.core.errors import NotFound, Refusal, StepNotAllowed
from bole.roster import importing
from bole.roster import importing_service as service
from bole.roster.importing_models import ImportJob
from bole.roster.importing_rules import ImportStatus

WIDE = [
    *HEADER,
    "性别",
    "用人单位",
    "统一社会信用代码",
    "职务",
    "到岗日期",
    "人才层次",
    "人才类型",
    "最高学历",
    "毕业院校",
    "职称",
    "职称级别",
    "曾用名",
    "电子邮箱",
]


def wide(i, **more):
    told = dict(zip(HEADER, person(i), strict=True))
    told |= {
        "性别": "女",
        "用人单位": "潮州市某陶瓷厂",
        "统一社会信用代码": "91350100M000100Y43",
        "职务": "工程师",
        "到岗日期": "2020.7",
        "人才层次": "领军人才",
        "人才类型": "产业人才",
        "最高学历": "硕士",
        "毕业院校": "韩江理工学院",
        "职称": "高级工程师",
        "职称级别": "副高",
        "曾用名": "林小兰",
        "电子邮箱": f"u{i}@example.org",
    }
    return list({**told, **more}.values())


@pytest.fixture
async def desk(roster_db: TestDatabase, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = OneOfMany(roster_db.app, size=6)
    yield await Desk(opened, tmp_path).ready()
    await opened.close()


# -- the plain way ------------------------------------------------------------------------------------------


async def test_a_check_says_what_would_happen_and_touches_nothing(desk, everything, tmp_path):
    rows = [HEADER, person(0), person(1), person(2, 证件号码="445199199211070026")]
    before = await standing(everything)
    job = await desk.check(workbook(tmp_path / "a.xlsx", rows))
    assert (job.failure, job.status) == (None, ImportStatus.CHECKED)
    assert (job.rows_total, job.rows_done, job.rows_new, job.rows_error) == (3, 3, 2, 1)
    assert await desk.codes(job) == [(4, "document_number", "WRONG_CHECK_DIGIT")]
    assert await standing(everything) == before


async def test_the_good_rows_enter_and_the_bad_stay_out(desk, everything, tmp_path):
    rows = [HEADER, person(0), person(1), person(2, 证件号码="445199199211070026")]
    job = await desk.take(workbook(tmp_path / "a.xlsx", rows))
    assert (job.failure, job.status) == (None, ImportStatus.DONE)
    assert (job.entered, job.changed, job.rows_error) == (2, 0, 1)
    kept = await counted(everything)
    assert (kept["talent"], kept["identity_document"]) == (2, 2)


async def test_the_same_file_again_changes_nothing_not_even_a_version(desk, everything, tmp_path):
    path = workbook(tmp_path / "a.xlsx", [WIDE, wide(0), wide(1, 人才层次="")])
    await desk.take(path)
    before = await standing(everything)
    again = await desk.check(path)
    assert (again.rows_new, again.rows_update, again.rows_unchanged, again.rows_error) == (0, 0, 2, 0)
    again = await desk.commit(again)
    assert (again.status, again.entered, again.changed) == (ImportStatus.DONE, 0, 0)
    assert await standing(everything) == before


async def test_an_imported_person_is_what_the_form_would_have_made(desk, everything, tmp_path):
    job = await desk.take(workbook(tmp_path / "a.xlsx", [WIDE, wide(0)]))
    assert job.entered == 1, await desk.codes(job)
    t = await everything.fetchrow("select * from talent")
    assert (t["name"], t["name_key"], t["pinyin"], t["initials"]) == (
        "林晓岚",
        "lin 林xiao 晓lan 岚",
        "linxiaolan",
        "lxl",
    )
    assert (t["status"], t["version"], t["gender"], t["birth_date"]) == (
        "active",
        1,
        "female",
        date(1992, 11, 7),
    )
    assert (t["level"], t["level_since"], t["talent_type"]) == ("L3", clock.today(), "industry")
    assert (t["employer_name"], t["position"], t["highest_degree"]) == ("潮州市某陶瓷厂", "工程师", "master")
    assert (t["highest_title"], t["highest_rank"]) == ("高级工程师", "associate_senior")
    vault = desk.services.vault
    assert vault.open("talent", "phone_sealed", t["id"], t["phone_sealed"]) == "15400000000"
    assert vault.open("talent", "email_sealed", t["id"], t["email_sealed"]) == "u0@example.org"
    assert t["phone_blind"] == vault.blind("phone", "15400000000") and t["phone_masked"] == "154****0000"
    d = await everything.fetchrow("select * from identity_document")
    assert vault.open("identity_document", "number_sealed", d["id"], d["number_sealed"]) == number(0)
    assert (d["kind"], d["active"], d["number_masked"]) == (
        "resident_id",
        True,
        f"4451**********{number(0)[-4:]}",
    )
    e = await everything.fetchrow("select * from employment")
    assert (e["employer_uscc"], e["started_on"], e["main"], e["kind"]) == (
        "91350100M000100Y43",
        date(2020, 7, 1),
        True,
        "full",
    )
    grant = await everything.fetchrow("select * from level_grant")
    assert (grant["level"], grant["valid_until"], grant["basis"]) == ("L3", None, "名录导入：a.xlsx")
    assert await everything.fetchval("select name from talent_name where kind = 'former'") == "林小兰"
    assert (await everything.fetchrow("select school, degree from education")) == ("韩江理工学院", "master")
    tokens = {r["gram"] for r in await everything.fetch("select gram from talent_gram")}
    assert tokens == set(t["search_tokens"]) and {"晓岚", "小兰", "lxl", "linxiaolan"} <= tokens
    source = await everything.fetchval("select sources->'*' from talent")
    assert '"import"' in source and str(job.id) in source and '"row": 2' in source


async def test_a_csv_in_gbk_with_semicolons_enters_like_a_workbook(desk, everything, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(
        "\r\n".join(";".join(map(str, r)) for r in [HEADER, person(0, 姓名="镕喆")]).encode("gbk")
    )
    job = await desk.take(path)
    assert (job.entered, job.head["encoding"], job.head["format"]) == (1, "gb18030", "csv")
    assert await everything.fetchval("select name from talent") == "镕喆"


async def test_columns_that_are_not_read_are_reported(desk, tmp_path):
    job = await desk.check(
        workbook(tmp_path / "a.xlsx", [[*HEADER, "备注", "联系电话"], [*person(0), "x", "y"]])
    )
    assert job.head["unused"] == [["E", "备注"], ["F", "联系电话"]]
    assert job.head["columns"]["phone"] == ["C", "手机", "手机"]


async def test_the_first_sheet_with_a_header_is_read_and_another_on_request(desk, tmp_path):
    def second(page):
        other = page.parent.create_sheet("补充")
        for row in (HEADER, person(5), person(6)):
            other.append(row)

    path = workbook(tmp_path / "a.xlsx", [["填表说明"], ["请如实填写"]], sheet="说明", change=second)
    job = await desk.check(path)
    assert (job.head["sheet"], job.rows_new) == ("补充", 2)
    assert job.head["sheets"] == ["说明", "补充"]
    refused = await desk.check(path, sheet="说明")
    assert (refused.status, refused.failure_code) == (ImportStatus.FAILED, "HEADER_MISSING")


# -- people who are there already ---------------------------------------------------------------------------


async def test_a_known_document_updates_its_person_and_says_what_changes(desk, everything, tmp_path):
    await desk.take(workbook(tmp_path / "a.xlsx", [WIDE, wide(0)]))
    row = wide(
        0,
        手机="15400009999",
        职务="总工程师",
        最高学历="博士",
        人才类型="",
        电子邮箱="new@example.org",
        姓名="林曉嵐",
    )
    job = await desk.check(workbook(tmp_path / "b.xlsx", [WIDE, row]))
    assert (job.rows_new, job.rows_update, job.rows_error) == (0, 1, 0), await desk.codes(job)
    told = {f.column: (f.before, f.shown, f.cell) for _, f in await desk.findings(job)}
    assert told == {
        "phone": ("154****0000", "154****9999", "C2"),
        "email": ("u***@example.org", "n***@example.org", "Q2"),
        "position": ("工程师", "总工程师", "H2"),
        "degree": ("硕士研究生", "博士研究生", "L2"),
    }
    job = await desk.commit(job)
    assert (job.entered, job.changed) == (0, 1)
    t = await everything.fetchrow("select * from talent")
    assert (t["name"], t["version"], t["position"], t["talent_type"]) == ("林晓岚", 2, "总工程师", "industry")
    assert t["highest_degree"] == "doctor"
    assert desk.services.vault.open("talent", "phone_sealed", t["id"], t["phone_sealed"]) == "15400009999"
    assert await everything.fetchval("select position from employment") == "总工程师"
    assert await everything.fetchval("select count(*) from education") == 2
    rows = await everything.fetch("select talent_id, outcome from import_row where import_id = $1", job.id)
    assert [(r["talent_id"], r["outcome"]) for r in rows] == [(t["id"], "update")]


async def test_a_new_employer_takes_over_and_the_old_one_stays_as_a_side_post(desk, everything, tmp_path):
    await desk.take(workbook(tmp_path / "a.xlsx", [WIDE, wide(0)]))
    await desk.take(
        workbook(tmp_path / "b.xlsx", [WIDE, wide(0, 用人单位="潮州市另一家厂", 到岗日期="2025-01-01")])
    )
    rows = await everything.fetch("select employer_name, main, ended_on from employment order by started_on")
    assert [tuple(r) for r in rows] == [("潮州市某陶瓷厂", False, None), ("潮州市另一家厂", True, None)]
    assert await everything.fetchval("select employer_name from talent") == "潮州市另一家厂"


async def test_a_new_level_begins_when_the_row_says_and_ends_the_one_before(desk, everything, tmp_path):
    header = [*WIDE, "层次起始日"]
    await desk.take(workbook(tmp_path / "a.xlsx", [header, [*wide(0), "2024-01-01"]]))
    job = await desk.take(
        workbook(tmp_path / "b.xlsx", [header, [*wide(0, 人才层次="第二层次"), "2026-03-01"]])
    )
    grants = await everything.fetch(
        "select level, valid_from, valid_until from level_grant order by valid_from"
    )
    assert [tuple(g) for g in grants] == [
        ("L3", date(2024, 1, 1), date(2026, 2, 28)),
        ("L2", date(2026, 3, 1), None),
    ]
    facts = await everything.fetch("select fact from outbox where body->>'before' = 'L3'")
    assert [f["fact"] for f in facts] == ["LevelChanged"] and job.changed == 1
    backward = await desk.check(
        workbook(tmp_path / "c.xlsx", [header, [*wide(0, 人才层次="第一层次"), "2025-01-01"]])
    )
    assert await desk.codes(backward) == [(2, "level", "DATE_NOT_PLAUSIBLE")]


async def test_another_name_under_a_known_number_is_an_error_not_a_renaming(desk, tmp_path):
    await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    job = await desk.check(workbook(tmp_path / "b.xlsx", [HEADER, person(0, 姓名="王海东")]))
    assert await desk.codes(job) == [(2, "name", "NAME_DIFFERS")]


async def test_name_and_phone_of_somebody_else_are_a_warning_and_the_row_still_enters(
    desk, everything, tmp_path
):
    await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    twin = person(10, 姓名="林曉嵐", 手机="154 0000 0000")
    job = await desk.take(workbook(tmp_path / "b.xlsx", [HEADER, twin]))
    assert await desk.codes(job) == [(2, "phone", "NAME_AND_PHONE")] and job.rows_warned == 1
    assert job.entered == 1


async def test_the_old_and_the_new_form_of_a_number_are_one_person(desk, everything, tmp_path):
    await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, person(0, 证件号码="445122199211070027")]))
    job = await desk.take(
        workbook(tmp_path / "b.xlsx", [HEADER, person(0, 姓名="林曉嵐", 证件号码="445122921107002")])
    )
    assert (job.rows_unchanged, job.entered) == (1, 0)
    assert (await counted(everything))["talent"] == 1


async def test_someone_who_left_is_not_changed_by_an_import(desk, everything, tmp_path):
    await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    await everything.execute("update talent set status = 'left'")
    job = await desk.check(workbook(tmp_path / "b.xlsx", [HEADER, person(0, 手机="15411111111")]))
    assert await desk.codes(job) == [(2, "name", "RECORD_CLOSED")]


async def test_an_import_never_moves_a_person_to_another_unit(desk, everything, tmp_path):
    city = desk.officer()
    await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]), city)
    job = await desk.take(workbook(tmp_path / "b.xlsx", [HEADER, person(0, 归口单位="饶平县")]), city)
    assert await desk.codes(job) == [(2, "unit", "UNIT_DIFFERS")]
    assert await everything.fetchval("select unit_id from talent") == desk.units["潮安区"].id


# -- whose rows ---------------------------------------------------------------------------------------------


async def test_rows_for_another_county_stay_out(desk, tmp_path):
    job = await desk.check(
        workbook(tmp_path / "a.xlsx", [HEADER, person(0, 归口单位="饶平县"), person(1, 归口单位="市教育局")])
    )
    assert [c for _, _, c in await desk.codes(job)] == ["UNIT_OUT_OF_SCOPE"] * 2


async def test_a_countys_officer_sees_no_import_of_another_county(desk, tmp_path):
    job = await desk.check(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    for command in (service.commit_import, service.cancel_import, service.recheck_import):
        with pytest.raises(NotFound):
            await desk.say(command, job.id, desk.officer("饶平县"))
    async with Work(desk.services).read(desk.officer("饶平县")) as ctx:
        assert (await ctx.db.execute(sa.select(ImportJob))).all() == []


async def test_rows_without_a_unit_go_to_the_officers_county_or_the_one_chosen(desk, everything, tmp_path):
    path = workbook(tmp_path / "a.xlsx", [HEADER[:3], person(0)[:3]])
    await desk.take(path)
    assert await everything.fetchval("select unit_id from talent") == desk.units["潮安区"].id
    city = await desk.check(workbook(tmp_path / "b.xlsx", [HEADER[:3], person(1)[:3]]), desk.officer())
    assert await desk.codes(city) == [(2, "unit", "UNIT_MISSING")]
    chosen = desk.units["市教育局"].id
    await desk.say(service.recheck_import, city.id, desk.officer(), unit_id=chosen)
    city = await desk.run(city.id)
    assert city.rows_new == 1
    await desk.commit(city, desk.officer())
    assert await everything.fetchval("select count(*) from talent where unit_id = $1", chosen) == 1


async def test_rows_cannot_be_put_into_a_unit_out_of_reach_by_choosing_it_at_upload(desk, tmp_path):
    path = workbook(tmp_path / "a.xlsx", [HEADER[:3], person(0)[:3]])
    with pytest.raises(Refusal) as no:
        await desk.send(path, unit_id=desk.units["饶平县"].id)
    assert no.value.code() == "UNIT_OUT_OF_REACH"


async def test_who_lets_in_reaches_no_further_than_themselves(desk, everything, tmp_path):
    rows = [HEADER, person(0), person(1, 归口单位="饶平县")]
    job = await desk.check(
        workbook(tmp_path / "a.xlsx", rows), desk.officer(), unit_id=desk.units["潮安区"].id
    )
    assert job.rows_new == 2
    job = await desk.commit(job, desk.officer("潮安区"))
    assert (job.status, job.entered) == (ImportStatus.DONE, 1)
    assert await desk.codes(job) == [(3, "unit", "UNIT_OUT_OF_SCOPE")]


# -- its states ---------------------------------------------------------------------------------------------


async def test_a_cancelled_import_leaves_nothing_behind_not_even_its_file(desk, everything, tmp_path):
    job = await desk.check(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    key = job.file_key
    await desk.say(service.cancel_import, job.id)
    with pytest.raises(NotFound):
        await desk.services.files.get(key)
    with pytest.raises(StepNotAllowed):
        await desk.say(service.commit_import, job.id)
    assert (await counted(everything))["talent"] == 0


async def test_an_import_cancelled_while_it_is_checked_stops(desk, tmp_path):
    import_id = await desk.send(workbook(tmp_path / "a.xlsx", [HEADER, *[person(i) for i in range(50)]]))
    await desk.say(service.cancel_import, import_id)
    job = await desk.run(import_id)
    assert (job.status, job.rows_total) == (ImportStatus.CANCELLED, None)


async def test_a_committed_import_cannot_be_cancelled_nor_committed_twice(desk, tmp_path):
    job = await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    for command in (service.cancel_import, service.commit_import, service.recheck_import):
        with pytest.raises(StepNotAllowed):
            await desk.say(command, job.id)


async def test_a_table_of_errors_alone_cannot_be_let_in(desk, tmp_path):
    job = await desk.check(workbook(tmp_path / "a.xlsx", [HEADER, person(0, 证件号码="x")]))
    with pytest.raises(Refusal) as no:
        await desk.say(service.commit_import, job.id)
    assert no.value.code() == "NOTHING_TO_COMMIT"


async def test_an_old_result_must_be_checked_anew(desk, everything, tmp_path):
    job = await desk.check(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    await everything.execute("update import_job set checked_at = now() - interval '8 days'")
    with pytest.raises(Refusal) as no:
        await desk.say(service.commit_import, job.id)
    assert no.value.code() == "IMPORT_CHANGED_SINCE"
    await desk.say(service.recheck_import, job.id)
    assert (await desk.commit(await desk.run(job.id))).entered == 1


async def test_a_broken_file_fails_with_words_and_can_be_dropped(desk, tmp_path):
    path = workbook(tmp_path / "a.xlsx", [HEADER, person(0)])
    path.write_bytes(path.read_bytes()[:3000])
    job = await desk.check(path)
    assert (job.status, job.failure_code) == (ImportStatus.FAILED, "FILE_DAMAGED") and "另存" in job.failure
    await desk.say(service.cancel_import, job.id)


async def test_what_changed_between_check_and_letting_in_is_seen_then(desk, everything, tmp_path):
    path = workbook(tmp_path / "a.xlsx", [HEADER, person(0), person(1)])
    job = await desk.check(path)
    other = await desk.take(workbook(tmp_path / "b.xlsx", [HEADER, person(0, 手机="15477777777")]))
    assert other.entered == 1
    job = await desk.commit(job)
    assert (job.entered, job.changed) == (1, 1), "who came in between is updated, not entered twice"
    assert (await counted(everything))["talent"] == 2


async def test_one_audit_entry_and_one_fact_for_each_chunk(desk, everything, tmp_path):
    job = await desk.take(workbook(tmp_path / "a.xlsx", [HEADER, *[person(i) for i in range(30)]]))
    facts = await everything.fetch("select body from outbox where fact = 'TalentsImported'")
    assert len(facts) == 1
    audited = await everything.fetch(
        "select * from audit where 'roster.commit_import' = any(operations) and changes::text like '%position%'"
    )
    assert [a["actor_name"] for a in audited] == ["潮安区经办"] and audited[0]["rows"] == [
        f"import_job/{job.id}"
    ]
    told = await everything.fetchval("select string_agg(changes::text, '') from audit")
    assert number(3) not in told and "15400000003" not in told


async def test_nothing_sensitive_lies_in_the_clear_in_what_an_import_leaves(desk, everything, tmp_path):
    wrong = [person(i, 姓名=f"{number(i)}", 归口单位=f"单位{number(i)}") for i in range(3)]
    await desk.check(workbook(tmp_path / "a.xlsx", [HEADER, *wrong, person(4, 手机=f"{number(4)}")]))
    for table in ("import_job", "import_row", "import_finding", "audit", "outbox"):
        for row in await everything.fetch(f"select t::text as line from {table} t"):
            assert not any(number(i)[5:15] in row["line"] for i in range(5)), (table, row["line"])


async def test_stuck_imports_are_asked_for_again(desk, everything, tmp_path):
    import_id = await desk.send(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    await everything.execute("delete from pgqueuer")
    await importing.resume_imports(desk.services)
    assert await everything.fetchval("select count(*) from pgqueuer") == 0, "it was only just sent"
    await everything.execute("update import_job set touched_at = now() - interval '3 minutes'")
    await importing.resume_imports(desk.services)
    waiting = await everything.fetchrow("select entrypoint, payload from pgqueuer")
    assert waiting["entrypoint"] == "roster.import" and str(import_id).encode() in waiting["payload"]
