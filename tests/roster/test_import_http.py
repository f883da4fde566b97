"""The upload as a browser sends it, the progress and the findings by GraphQL, and the files that come back."""

import io
import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from httpx import ASGITransport, AsyncClient
from tests.roster.importing import HEADER, Desk, person, scrambled, workbook
from tests.support.postgres import OneOfMany, TestDatabase

from bole.app import create_app
from bole.core.actor import Actor
from bole.core.permissions import Permission
from bole.roster import importing
from bole.roster.columns import COLUMNS, column_of

JOB = """query($id: UUID!) { importJob(importId: $id) { status rowsTotal rowsDone percent rowsNew rowsError allowedSteps head } }"""
ROWS = """query($id: UUID!, $outcome: RowOutcome, $first: Int!, $after: String) {
  importRows(importId: $id, outcome: $outcome, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { rowNumber outcome name findings { severity cell title shown before code words } } } }"""


class Client:
    """Somebody's browser."""

    def __init__(self, desk: Desk, http: AsyncClient, who: list[Actor | None]) -> None:
        self.desk, self.http, self._who = desk, http, who

    def become(self, actor: Actor | None) -> None:
        self._who[0] = actor

    async def upload(self, data: bytes, name: str = "名单.xlsx", **fields: str) -> Any:
        return await self.http.post("/api/v1/imports", data=fields, files={"file": (name, data)})

    async def ask(self, document: str, **variables: Any) -> Any:
        answer = (await self.http.post("/graphql", json={"query": document, "variables": variables})).json()
        assert "errors" not in answer, answer
        return answer["data"]

    async def checked(self, path: Path, **fields: str) -> str:
        answer = await self.upload(path.read_bytes(), path.name, **fields)
        assert answer.status_code == 201, answer.text
        await importing.run_import(self.desk.services, import_id=answer.json()["id"])
        return answer.json()["id"]


@pytest.fixture
async def client(roster_db: TestDatabase, tmp_path: Path) -> AsyncIterator[Client]:
    opened = OneOfMany(roster_db.app, size=6)
    desk = await Desk(opened, tmp_path / "desk").ready()
    who: list[Actor | None] = [desk.officer("潮安区")]

    async def identify(_: Any) -> Actor | None:
        return who[0]

    transport = ASGITransport(create_app(desk.services, identify), raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://bole.test", timeout=60) as http:
        http.headers["x-bole-request"] = "1"
        yield Client(desk, http, who)
    await opened.close()


def kept(desk: Desk) -> list[Path]:
    return [p for p in desk.services.settings.files.rglob("*") if p.is_file()]


async def test_an_uploaded_workbook_is_checked_and_its_findings_are_paged(client, tmp_path):
    rows = [HEADER, *[person(i, 证件号码="x") for i in range(5)], person(7)]
    import_id = await client.checked(workbook(tmp_path / "a.xlsx", rows))
    job = (await client.ask(JOB, id=import_id))["importJob"]
    assert (job["status"], job["rowsTotal"], job["percent"], job["rowsNew"], job["rowsError"]) == (
        "CHECKED",
        6,
        100,
        1,
        5,
    )
    assert set(job["allowedSteps"]) == {"check", "commit", "cancel"}
    assert job["head"]["sheet"] == "人才名录"
    page = (await client.ask(ROWS, id=import_id, outcome="ERROR", first=3))["importRows"]
    assert page["totalCount"] == 5 and [n["rowNumber"] for n in page["nodes"]] == [2, 3, 4]
    assert page["nodes"][0]["findings"][0]["cell"] == "B2"
    rest = await client.ask(ROWS, id=import_id, outcome="ERROR", first=3, after=page["pageInfo"]["endCursor"])
    assert [n["rowNumber"] for n in rest["importRows"]["nodes"]] == [5, 6]


async def test_the_rows_are_let_in_by_a_mutation_and_the_worker(client, tmp_path):
    import_id = await client.checked(workbook(tmp_path / "a.xlsx", [HEADER, person(0), person(1)]))
    told = await client.ask(
        "mutation($id: UUID!) { commitImport(importId: $id) { status committedBy } }", id=import_id
    )
    assert told["commitImport"] == {"status": "COMMITTING", "committedBy": "潮安区经办"}
    await importing.run_import(client.desk.services, import_id=import_id)
    found = await client.ask('{ talents(search: "晓岚") { nodes { name employerName } } }')
    assert [n["name"] for n in found["talents"]["nodes"]] == ["林晓岚"]


async def test_the_error_workbook_marks_the_cells_says_why_and_can_be_sent_again(client, tmp_path):
    rows = [
        ["潮安区人才名录"],
        HEADER,
        person(0),
        person(1, 证件号码="4451", 手机="123"),
        person(2),
        person(3, 姓名=""),
    ]
    import_id = await client.checked(workbook(tmp_path / "a.xlsx", rows))
    answer = await client.http.get(f"/api/v1/imports/{import_id}/errors")
    assert answer.status_code == 200 and "attachment" in answer.headers["content-disposition"]
    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    told = [[c.value for c in row] for row in page.iter_rows()]
    assert told[0] == [*HEADER, "原行号", "错误说明"]
    assert [row[4] for row in told[1:]] == ["4", "6"]
    assert "18 位" in told[1][5] and "手机" in told[1][5] and "请补上姓名" in told[2][5]
    colours = {
        c.coordinate for row in page.iter_rows(min_row=2) for c in row if c.fill.fgColor.rgb == "FFF8CBAD"
    }
    assert colours == {"B2", "C2", "A3"}
    for cell, right in (("B2", person(1)[1]), ("C2", "15400000001"), ("A3", "吴嘉泽")):
        page[cell] = right
    page.parent.save(tmp_path / "mended.xlsx")
    again = await client.checked(tmp_path / "mended.xlsx")
    job = (await client.ask(JOB, id=again))["importJob"]
    assert (job["rowsNew"], job["rowsError"]) == (2, 0)
    assert [title for _, title in job["head"]["unused"]] == ["原行号", "错误说明"]


async def test_a_cell_that_looks_like_a_formula_comes_back_as_text(client, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f"姓名,证件号码,备注\n=1+1,{person(0)[1]},+cmd|' /C calc'!A0\n", "utf-8")
    import_id = await client.checked(path)
    answer = await client.http.get(f"/api/v1/imports/{import_id}/errors")
    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert [(c.value, c.data_type) for c in page[2]][:3:2] == [("=1+1", "s"), ("+cmd|' /C calc'!A0", "s")]


async def test_an_import_without_errors_has_no_error_workbook(client, tmp_path):
    import_id = await client.checked(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    answer = await client.http.get(f"/api/v1/imports/{import_id}/errors")
    assert (answer.status_code, answer.json()["code"]) == (404, "NOTHING_WRONG")


async def test_the_template_is_a_workbook_that_the_import_understands(client, tmp_path):
    answer = await client.http.get("/api/v1/imports/template")
    assert answer.status_code == 200
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    titles = [c.value for c in book.active[2]]
    assert [column_of(t)[0] for t in titles] == [c.key for c in COLUMNS]
    offered = {str(v.sqref).split(":")[0]: v.formula1 for v in book.active.data_validations.dataValidation}
    assert any("领军人才" in o for o in offered.values()) and any("男,女" in o for o in offered.values())
    page = book.active
    values = {"name": "林晓岚", "document_number": person(0)[1], "unit": "潮安区"}
    page.append([values.get(c.key) for c in COLUMNS])
    book.save(tmp_path / "filled.xlsx")
    job = (await client.ask(JOB, id=await client.checked(tmp_path / "filled.xlsx")))["importJob"]
    assert (job["rowsNew"], job["rowsError"]) == (1, 0)


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", 422, "FILE_EMPTY"),
        (b"%PDF-1.7", 422, "FILE_NOT_WORKBOOK"),
        (b"PK\x03\x04 and nothing more", 422, "FILE_DAMAGED"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), 422, "FILE_ENCRYPTED"),
    ],
)
async def test_what_is_no_workbook_is_refused_at_once_and_not_kept(client, data, status, code):
    answer = await client.upload(data)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert kept(client.desk) == []


async def test_a_file_over_the_limit_is_refused_while_it_arrives_and_not_kept(client, monkeypatch):
    monkeypatch.setattr("bole.roster.importing_rest.MAX_FILE", 1_000_000)

    async def endless() -> AsyncIterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
        for _ in range(30):
            yield b"x" * 100_000

    answer = await client.http.post(
        "/api/v1/imports", content=endless(), headers={"content-type": "multipart/form-data; boundary=b"}
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "FILE_TOO_BIG")
    assert kept(client.desk) == []


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("application/json", b"{}", 400),
        ("multipart/form-data", b"", 400),
        ("multipart/form-data; boundary=b", b"", 422),
        ("multipart/form-data; boundary=b", b"--b--\r\n", 422),
        ("multipart/form-data; boundary=b", b"rubbish", 400),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n',
            422,
        ),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nab',
            400,
        ),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="unit_id"\r\n\r\nzz\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nab\r\n--b--\r\n',
            422,
        ),
    ],
)
async def test_a_broken_form_is_refused_in_words(client, content_type, body, status):
    answer = await client.http.post("/api/v1/imports", content=body, headers={"content-type": content_type})
    assert answer.status_code == status and answer.json()["title"]
    assert kept(client.desk) == []


async def test_only_officers_who_may_import_can_send_and_only_their_own_units_files_come_back(
    client, tmp_path
):
    import_id = await client.checked(workbook(tmp_path / "a.xlsx", [HEADER, person(0, 证件号码="x")]))
    client.become(client.desk.officer("饶平县"))
    assert (await client.http.get(f"/api/v1/imports/{import_id}/errors")).status_code == 404
    assert (await client.ask(JOB, id=import_id))["importJob"] is None
    client.become(client.desk.officer("潮安区", Permission.ROSTER_IMPORT))
    assert (await client.upload(b"x")).status_code == 403
    assert (await client.http.get(f"/api/v1/imports/{import_id}/errors")).status_code == 403
    client.become(None)
    assert (await client.upload(b"x")).status_code == 401
    assert (await client.http.get("/api/v1/imports/template")).status_code == 401


async def test_a_full_disk_is_unavailable_and_loses_nothing(client, tmp_path):
    """The store's folder turned into one that takes no more: what was there stays, what comes is refused."""
    first = await client.checked(workbook(tmp_path / "a.xlsx", [HEADER, person(0)]))
    before = {p: p.read_bytes() for p in kept(client.desk)}
    store = client.desk.services.settings.files
    (store / "imports").rename(store / "kept")
    (store / "imports").write_bytes(b"a file where a folder should be")
    answer = await client.upload((tmp_path / "a.xlsx").read_bytes())
    assert (answer.status_code, answer.json()["code"]) == (503, "UNAVAILABLE")
    (store / "imports").unlink()
    (store / "kept").rename(store / "imports")
    assert {p: p.read_bytes() for p in kept(client.desk)} == before
    assert (await client.ask(JOB, id=first))["importJob"]["status"] == "CHECKED"


async def test_scrambled_workbooks_and_tables_never_break_the_server(client, tmp_path):
    """Cut anywhere, any bytes flipped: each is taken in or refused, never a fault of ours."""
    book = workbook(tmp_path / "a.xlsx", [HEADER, *[person(i) for i in range(40)]]).read_bytes()
    table = "\n".join(",".join(map(str, r)) for r in [HEADER, *[person(i) for i in range(40)]]).encode("gbk")
    chance = random.Random(2026)
    for i in range(24):
        answer = await client.upload(
            scrambled(table if i % 3 == 0 else book, chance), "a.csv" if i % 3 == 0 else "a.xlsx"
        )
        assert answer.status_code in (201, 422), answer.text
        if answer.status_code == 201 and i % 2 == 0:
            job = await client.desk.run(answer.json()["id"])
            assert job.status in ("checked", "failed"), job.status
            assert job.failure_code is None or job.failure_code.startswith(
                ("FILE", "HEADER", "SHEET", "TOO")
            ), job.failure_code


async def test_a_caller_who_hangs_up_leaves_no_file(client):
    """As the server tells the app: a first piece, then the news that nobody is there any more."""
    start = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n' + b"x" * 500_000
    coming = [{"type": "http.request", "body": start, "more_body": True}, {"type": "http.disconnect"}]
    headers = [
        (b"content-type", b"multipart/form-data; boundary=b"),
        (b"x-bole-request", b"1"),
        (b"host", b"bole.test"),
    ]
    scope = {
        "type": "http", "method": "POST", "path": "/api/v1/imports", "raw_path": b"/api/v1/imports", "root_path": "",
        "query_string": b"", "headers": headers, "http_version": "1.1", "scheme": "http", "server": ("bole.test", 80),
        "client": ("10.0.0.1", 1), "asgi": {"version": "3.0"},
    }  # fmt: skip
    told: list[Any] = []

    async def receive() -> Any:
        return coming.pop(0)

    async def send(message: Any) -> None:
        told.append(message)

    await client.http._transport.app(scope, receive, send)
    assert told[0]["status"] == 400
    assert kept(client.desk) == []
