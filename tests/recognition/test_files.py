"""Evidence by its content, the certificate, and what anybody may ask: over HTTP, as a browser does."""

import asyncio
import base64
import re
import struct
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from tests.recognition.world import PDF, World, at

from bole.app import create_app
from bole.core.actor import Actor
from bole.recognition import certificate, public_service, scanning
from bole.recognition.certificate import Certificate
from bole.recognition.models import Attachment, EvidenceFile, NoticeObjection, RecognitionApplication
from bole.settings import Environment, read_settings

EICAR = scanning.SIGNATURES["EICAR-Test-File"]
JPEG = b"\xff\xd8\xff\xe0" + bytes(40) + b"\xff\xd9"


class Browser:
    """A client that is whoever `actor` says."""

    def __init__(self, client: AsyncClient) -> None:
        self.client, self.actor = client, None

    async def upload(self, talent: Any, data: bytes, name: str = "证书.pdf", **fields: str) -> Any:
        told = {"kind": "title", "talent_id": str(talent.id), **fields}
        files = {"file": (name, data)}
        return await self.client.post("/api/v1/recognition/evidence", data=told, files=files)


@pytest.fixture
async def browser(world: World) -> AsyncIterator[Browser]:
    async def identify(_: Any) -> Actor | None:
        return made.actor

    app = create_app(world.services, identify)
    headers = {"x-bole-request": "1"}
    async with AsyncClient(transport=ASGITransport(app), base_url="http://test", headers=headers) as client:
        made = Browser(client)
        made.actor = world.hr()
        yield made


async def test_a_pdf_is_kept_once_and_used_again(world: World, browser: Browser) -> None:
    talent = await world.a_talent()
    draft = await world.started(talent, papers=())
    first = await browser.upload(talent, PDF, application_id=str(draft.id))
    assert first.status_code == 201, first.text
    again = await browser.upload(talent, PDF, name="另存.pdf", kind="contract", application_id=str(draft.id))
    assert again.json()["id"] == first.json()["id"]
    (kept,) = await world.all(EvidenceFile, talent_id=talent.id)
    told = await browser.client.get(f"/api/v1/recognition/evidence/{kept.id}/file")
    assert (told.content, told.headers["content-type"]) == (PDF, "application/pdf")
    assert kept.media_type == "application/pdf" and kept.size == len(PDF)


async def nothing_is_left(world: World, files: Path) -> bool:
    """Neither a row nor a byte, not even of a file that was being written."""
    rows = [*await world.all(EvidenceFile), *await world.all(Attachment)]
    return not rows and not [p for p in files.rglob("*") if p.is_file()]


async def test_a_virus_test_file_is_refused_with_words_and_gone(
    world: World, browser: Browser, tmp_path: Path
) -> None:
    talent = await world.a_talent()
    for data in (EICAR, PDF[:20] + EICAR + PDF[20:]):
        no = await browser.upload(talent, data)
        assert no.status_code == 422 and no.json()["code"] == "VIRUS_FOUND", no.text
        assert "病毒" in no.json()["title"] and "杀毒软件" in no.json()["title"]
    assert await nothing_is_left(world, tmp_path / "files")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<html>not a pdf</html>", "证书.pdf"),
        (b"%PDF-1.7\nno end", "证书.pdf"),
        (b"PK\x03\x04" + bytes(100), "证书.pdf"),
        (b"x", "证书.pdf"),
    ],
)
async def test_what_is_called_pdf_and_is_none_is_refused(
    world: World, browser: Browser, data: bytes, name: str, tmp_path: Path
) -> None:
    talent = await world.a_talent()
    draft = await world.started(talent, papers=())
    no = await browser.upload(talent, data, name, application_id=str(draft.id))
    assert no.status_code == 422 and no.json()["code"] == "NOT_THAT_FORMAT", no.text
    assert name in no.json()["title"] and "另存为 PDF" in no.json()["title"]
    assert await nothing_is_left(world, tmp_path / "files")


async def test_an_image_is_taken_where_the_rules_say_so_whatever_its_name(
    world: World, browser: Browser
) -> None:
    told = await browser.upload(await world.a_talent(), JPEG, "照片.pdf")
    assert told.status_code == 201 and told.json()["media_type"] == "image/jpeg"


@pytest.mark.parametrize("size", [10_000_001, 60_000_000])
async def test_a_file_over_the_limit_is_refused_with_the_limit(
    world: World, browser: Browser, tmp_path: Path, size: int
) -> None:
    """Over what the rules allow it is cut off while it is written; far over that it is not even begun."""
    no = await browser.upload(await world.a_talent(), PDF + bytes(size))
    assert no.status_code == 413 and no.json()["code"] == "FILE_TOO_LARGE", no.text
    assert "10 MB" in no.json()["title"] and "压缩" in no.json()["title"]
    assert await nothing_is_left(world, tmp_path / "files")


async def test_a_good_file_that_may_not_be_used_leaves_nothing(
    world: World, browser: Browser, tmp_path: Path
) -> None:
    """Refused after it was written and scanned: for a case under way, for a stranger, without its kind."""
    talent, other = await world.a_talent(), await world.a_talent("陈砚秋")
    draft = await world.started(other, papers=())
    somebody_else_s = await browser.upload(talent, PDF, application_id=str(draft.id))
    assert somebody_else_s.json()["code"] == "SOMEBODY_ELSES_FILE", somebody_else_s.text
    assert (await browser.upload(talent, PDF, kind=" ")).json()["code"] == "STATEMENT_MISSING"
    assert (await browser.upload(talent, PDF, application_id="不是编号")).status_code == 422
    browser.actor = world.hr("emp-ca-hospital")
    assert (await browser.upload(talent, PDF)).status_code == 404
    browser.actor = None
    assert (await browser.upload(talent, PDF)).status_code == 401
    assert await nothing_is_left(world, tmp_path / "files")


async def test_another_person_s_file_is_not_reached(world: World, browser: Browser) -> None:
    talent = await world.a_talent()
    kept = (await browser.upload(talent, PDF)).json()["id"]
    browser.actor = world.hr("emp-ca-hospital")
    assert (await browser.client.get(f"/api/v1/recognition/evidence/{kept}/file")).status_code == 404
    browser.actor = world.person(talent)
    assert (await browser.client.get(f"/api/v1/recognition/evidence/{kept}/file")).status_code == 200


async def test_clamav_is_asked_by_its_own_words(tmp_path: Path) -> None:
    """A clamd of a few lines, which finds the test file: both scanners pass the same contract."""
    seen: list[bytes] = []

    async def clamd(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readexactly(10) == b"zINSTREAM\0"
        data = b""
        while size := struct.unpack("!I", await reader.readexactly(4))[0]:
            data += await reader.readexactly(size)
        seen.append(data)
        writer.write(b"stream: Eicar-Test-Signature FOUND\0" if EICAR in data else b"stream: OK\0")
        await writer.drain()
        writer.close()

    socket = tmp_path / "clamd.sock"
    server = await asyncio.start_unix_server(clamd, str(socket))
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_bytes(PDF * 5000)
    bad.write_bytes(PDF * 3000 + EICAR)
    settings = read_settings(env=Environment.TEST, clamav=str(socket))
    for scanner in (scanning.scanner_of(settings), scanning.KnownSignatures()):
        assert await scanner.scan(good) is None
        assert "icar" in str(await scanner.scan(bad)).lower()
    assert seen == [good.read_bytes(), bad.read_bytes()]
    server.close()
    from bole.core.errors import Unavailable

    with pytest.raises(Unavailable, match="病毒扫描"):
        await scanning.ClamAV(str(tmp_path / "nobody.sock")).scan(good)


# -- the certificate -----------------------------------------------------------------------------------------

TOLD = Certificate(
    name="𬭎㛃喆",
    level="拔尖人才",
    talent_type="高技能人才",
    number="潮才认〔2026〕1号",
    issuer="中共潮州市委人才工作领导小组办公室",
    issued_on=date(2026, 5, 9),
    valid_from=date(2026, 5, 9),
    valid_until=date(2029, 5, 8),
    verify_code="23456789ABCD",
)


def test_a_certificate_is_the_same_bytes_each_time_and_knows_rare_characters() -> None:
    first = certificate.render(TOLD, None)
    assert first.startswith(b"%PDF-") and certificate.render(TOLD, None) == first
    assert len(first) < 400_000
    import typst

    # every character of the name has a glyph in what ships: typst warns where one is missing
    *_, warnings = typst.compile_with_warnings(
        b'#set text(font: "Noto Serif SC", fallback: false)\n' + TOLD.name.encode(),
        font_paths=certificate._fonts(None),
    )
    assert warnings == [], warnings


def test_the_certificate_leads_to_its_page_by_a_symbol_beside_the_code() -> None:
    public = SimpleNamespace(public_url="https://talent.example.gov.cn/", fonts_dir=None)
    address = "https://talent.example.gov.cn/api/v1/recognition/public/certificates/23456789ABCD"

    def page(settings: Any) -> str:
        import typst

        given, fonts = certificate.printed(TOLD, settings), certificate._fonts(None)
        drawn = typst.compile(certificate.TEMPLATE, font_paths=fonts, sys_inputs=given, format="svg")
        return bytes(drawn).decode()

    (drawn,) = re.findall(r"data:image/svg\+xml;base64,([\w+/=]+)", page(public))
    symbol = base64.b64decode(drawn).decode()
    assert symbol == certificate.symbol(address) != certificate.symbol(address[:-1] + "E")
    # as many modules as so many letters need where a quarter may be worn off: nothing was cut
    assert 'width="45" height="45"' in symbol
    # without an address that people can open there is a code to type, and no symbol
    assert "data:image" not in page(None) and certificate.printed(TOLD, None)["symbol"] == ""
    assert len(certificate.render(TOLD, public)) < 400_000


async def a_certificate(world: World) -> Any:
    with at("2026-04-28"):
        application = await world.on_notice(await world.a_talent("林晓岚"))
    with at("2026-05-11"):
        return await world.certified(application)


async def test_a_certificate_is_downloaded_by_its_person_and_nobody_else_s(
    world: World, browser: Browser
) -> None:
    held = await a_certificate(world)
    path = f"/api/v1/recognition/certificates/{held.id}"
    with at("2026-05-12"):
        for actor in (
            world.person(await world.one(_talent(), id=held.talent_id)),
            world.hr(),
            world.district,
        ):
            browser.actor = actor
            told = await browser.client.get(path)
            assert told.status_code == 200 and told.content.startswith(b"%PDF-")
        browser.actor = world.hr("emp-ca-hospital")
        assert (await browser.client.get(path)).status_code == 404


def _talent() -> Any:
    from bole.roster.models import Talent

    return Talent


async def test_anybody_verifies_a_certificate_and_learns_no_number_of_a_document(
    world: World, browser: Browser
) -> None:
    held = await a_certificate(world)
    browser.actor = None
    path = f"/api/v1/recognition/public/certificates/{held.verify_code.lower()}"
    with at("2026-05-12"):
        told = (await browser.client.get(path)).json()
        assert told == {
            "certificate_number": "潮才认〔2026〕1号",
            "name": "林＊岚",
            "level": "拔尖人才",
            "talent_type": "高技能人才",
            "issuer": "中共潮州市委人才工作领导小组办公室",
            "valid_from": "2026-05-11",
            "valid_until": "2029-05-10",
            "status": "生效",
            "valid": True,
        }
        page = await browser.client.get(path, headers={"accept": "text/html"})
        assert "证书有效" in page.text and "林晓岚" not in page.text and "script" not in page.text
        no = await browser.client.get("/api/v1/recognition/public/certificates/ZZZZZZZZZZZZ")
        assert no.status_code == 404 and no.json()["code"] == "NO_SUCH_CERTIFICATE"
    with at("2029-05-11"):
        assert (await browser.client.get(path)).json()["valid"] is False


async def test_guessing_codes_is_slowed_down(world: World, browser: Browser) -> None:
    browser.actor = None
    path = "/api/v1/recognition/public/certificates/"
    answers = [(await browser.client.get(f"{path}A{i}")).status_code for i in range(40)]
    assert answers[:30] == [404] * 30 and 429 in answers[30:]


async def test_the_public_reads_what_may_be_public_and_objects_in_time(
    world: World, browser: Browser
) -> None:
    with at("2026-04-28"):
        application = await world.on_notice(await world.a_talent("林晓岚"))
    browser.actor = None
    with at("2026-05-08", 23, 50):
        (notice,) = (await browser.client.get("/api/v1/recognition/public/notices")).json()
        assert set(notice["shown"]) == {"name", "employer", "level", "talent_type", "criterion"}
        path = f"/api/v1/recognition/public/notices/{notice['id']}/objections"
        told = {"objector": "郑先生", "contact": "19900001234", "content": "业绩不实"}
        assert (await browser.client.post(path, json=told)).status_code == 201
    (objection,) = await world.all(NoticeObjection, application_id=application.id)
    assert objection.contact_masked == "*******1234" and b"19900001234" not in objection.contact_sealed
    # the person sees that there is one, and neither who nor what
    assert await world.all(NoticeObjection, world.district)
    with at("2026-05-09", 0, 0):
        late = await browser.client.post(path, json=told)
        assert late.status_code == 409 and late.json()["code"] == "NOTICE_OVER"
        assert (await browser.client.get("/api/v1/recognition/public/notices")).json() == []
    assert (await world.one(RecognitionApplication, id=application.id)).status == "objected"


def test_the_public_page_tells_html_as_text() -> None:
    told = public_service.Verified(
        certificate_number="<b>1</b>",
        name="林＊岚",
        level="拔尖人才",
        talent_type="高技能人才",
        issuer="人才办",
        valid_from=date(2026, 1, 1),
        valid_until=date(2027, 1, 1),
        status="生效",
        valid=True,
    )
    assert "&lt;b&gt;1&lt;/b&gt;" in certificate.page(told)
