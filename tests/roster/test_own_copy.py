"""The talent's own copy: everything they may see, nothing else, and a record that it was taken."""

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

import orjson
import pytest
from tests.support.refusals import refused
from tests.support.whole import Whole

from bole.core.ddl import _mapped
from bole.roster.copying import PARTS
from bole.roster.copying_page import _said, page_of
from bole.roster.models import Talent

COPY = "/api/v1/my/copy"


async def copy_of(whole: Whole, login: str = "rencai", format: str = "json") -> Any:
    async with whole.client(login) as client:
        return await client.get(COPY, params={"format": format})


@pytest.fixture
async def document(whole: Whole) -> dict[str, Any]:
    answer = await copy_of(whole)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = orjson.loads(answer.content)
    return told


async def own_id(whole: Whole) -> Any:
    return whole.actors["rencai"].self_id


async def test_the_copy_holds_what_is_kept_of_the_talent(whole: Whole, document: dict[str, Any]) -> None:
    async with whole.sees() as db:
        mine = await own_id(whole)
        counts = {
            "documents": "identity_document", "names": "talent_name", "levels": "level_grant",
            "employments": "employment", "educations": "education", "titles": "title", "honours": "honour",
            "family": "family_member", "departures": "departure", "contact_leaders": "contact_assignment",
            "needs": "need", "suggestions": "suggestion", "cards": "card", "entitlements": "entitlement",
            "redemptions": "redemption", "pool_waits": "pool_wait", "consents": "consent",
            "reads": "sensitive_read",
        }  # fmt: skip
        filled = 0
        for section, table in counts.items():
            held = await db.fetchval(f"select count(*) from {table} where talent_id = $1", mine)
            assert len(document[section]) == held, section
            filled += held > 0
        assert filled > 8
        number = await db.fetchval("select number from card where talent_id = $1 limit 1", mine)
    assert number in {card["number"] for card in document["cards"]}
    (profile,) = document["profile"]
    assert profile["name"] == document["name"] and profile["level_name"]
    (account,) = document["account"]
    assert account["login"] == "rencai" and document["sessions"]


async def test_ones_own_numbers_stand_in_the_clear(document: dict[str, Any]) -> None:
    assert re.fullmatch(r"1990000\d{4}", document["profile"][0]["phone"])
    assert re.fullmatch(r"445199\d{12}", document["documents"][0]["number"])
    assert document["words"]["documents"]["columns"]["number"] == "证件号码"


async def test_what_is_not_open_to_the_talent_is_not_in_it(whole: Whole) -> None:
    mine = await own_id(whole)
    async with whole.sees() as db:
        closed = await db.fetch(
            "select id from contact_log where talent_id = $1 and confidentiality <> 'open'", mine
        )
        logs = await db.fetch("select id from contact_log where talent_id = $1", mine)
        if not closed:  # one of each
            await db.execute(
                "update contact_log set confidentiality = 'internal' where id = $1", logs[0]["id"]
            )
    told = orjson.loads((await copy_of(whole)).content)
    async with whole.sees() as db:
        is_open = await db.fetchval(
            "select count(*) from contact_log where talent_id = $1 and confidentiality = 'open'", mine
        )
        await db.execute("update contact_log set confidentiality = 'open' where talent_id = $1", mine)
    assert len(told["contacts"]) == is_open < len(logs)
    assert len(orjson.loads((await copy_of(whole)).content)["contacts"]) == len(logs)


async def test_nothing_of_anybody_else_is_in_it(whole: Whole) -> None:
    body = (await copy_of(whole)).text + (await copy_of(whole, format="html")).text
    async with whole.sees() as db:
        mine = await own_id(whole)
        others = await db.fetch("select name from talent where id <> $1", mine)
        cards = await db.fetch("select number from card where talent_id <> $1", mine)
    assert len(others) > 10 and len(cards) > 5
    assert not [r["name"] for r in others if r["name"] in body]
    assert not [r["number"] for r in cards if r["number"] in body]


async def test_who_read_what_for_which_purpose_is_in_it(whole: Whole) -> None:
    reveal = """mutation ($t: UUID!) {
      revealField(talentId: $t, field: PHONE, purpose: CONTACT, reason: "通知体检时间") { value } }"""
    await whole.do("jingban", reveal, t=await own_id(whole))
    (first, *_) = orjson.loads((await copy_of(whole)).content)["reads"]
    async with whole.sees() as db:
        name = await db.fetchval("select name from account where login = 'jingban'")
    assert (first["reason"], first["actor_name"], first["field"]) == ("通知体检时间", name, "phone")


async def test_taking_it_leaves_a_record_first(whole: Whole) -> None:
    counted = "select count(*) from audit where operations = '{roster.my_copy}' and actor_id = $1"
    async with whole.sees() as db:
        before = await db.fetchval(counted, whole.actors["rencai"].id)
        await copy_of(whole)
        await copy_of(whole, format="html")
        assert await db.fetchval(counted, whole.actors["rencai"].id) == before + 2


@pytest.mark.parametrize(("format", "kind"), [("json", "application/json"), ("html", "text/html")])
async def test_the_file_has_a_chinese_name_and_is_kept_nowhere(whole: Whole, format: str, kind: str) -> None:
    answer = await copy_of(whole, format=format)
    assert answer.headers["content-type"] == f"{kind}; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    how, _, name = answer.headers["content-disposition"].partition("; filename*=UTF-8''")
    assert how == "attachment"
    assert re.fullmatch(rf"本人资料副本-\w+-\d{{8}}\.{format}", unquote(name))


class Headings(HTMLParser):
    """The titles of the sections, and whether every tag that opens closes."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "h2":
            self.titles.append(data)


async def test_the_page_for_reading_has_every_section_and_needs_nothing_from_elsewhere(whole: Whole) -> None:
    text = (await copy_of(whole, format="html")).text
    read = Headings()
    read.feed(text)
    assert read.open == []
    assert read.titles == [p.title for p in sorted(PARTS.values(), key=lambda p: p.position)]
    assert "没有记录" in text and "领军人才" in text
    assert not re.search(r"<script|src=|href=|url\(", text)


def test_what_people_wrote_is_text_on_the_page_and_no_markup() -> None:
    profile = PARTS["profile"]
    row: dict[str, Any] = dict.fromkeys(profile.words) | {"specialty": "<script>alert(1)</script>&"}
    from bole.core import clock

    text = page_of("<b>林</b>", clock.now(), [(profile, [row]), (PARTS["titles"], [])]).decode()
    assert "<script" not in text and "<b>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in text


def test_values_are_said_as_people_read_them() -> None:
    assert [_said(v) for v in (None, True, False, date.max, ["甲", "乙"], 3)] == [
        "—",
        "是",
        "否",
        "长期",
        "甲、乙",
        "3",
    ]


@pytest.mark.parametrize("login", ["jingban", "lianxi", "yiyuan", "shenji"])
async def test_only_a_talent_takes_a_copy(whole: Whole, login: str) -> None:
    refused(await copy_of(whole, login), "NOT_THE_TALENT", status=409)


async def test_nobody_takes_it_unasked(whole: Whole) -> None:
    async with whole.client() as client:
        refused(await client.get(COPY), "NOT_SIGNED_IN", status=401)
    async with whole.client("rencai", **{"sec-fetch-site": "cross-site"}) as client:
        refused(await client.get(COPY), "CROSS_SITE", status=403)
    async with whole.client("rencai") as client:
        refused(await client.get(COPY, params={"format": "xml"}), "INVALID_INPUT", status=422)


NOT_THEIRS = {
    "recognition_party": "units that take part in an application; its own line says which recommends",
    "recognition_stage": "steps with reviewers' words; the application's own line says where it stands",
    "recognition_review": "opinions of departments, given in confidence",
    "recognition_notice": "what the public was shown, all of it from the application",
    "recognition_objection": "what others told in confidence",
    "recognition_attachment": "which of one's papers an application uses; the papers themselves are in it",
    "recognition_check": "opinions of reviewers; what became of the certificate is in it",
    "directory_impact": "a trial of a directory that may never come",
    "card_batch_line": "an office's list; what came of it is the card",
    "talent_gram": "tokens of the name",
    "talent_period": "made of the levels, posts and departures that are in the copy",
    "snapshot_row": "what one counted as in a frozen figure, without a name",
    "card_code": "digits that stand for the card for half a minute",
    "entitlement_ledger": "every step of a right; its sum is in the rights",
    "attribution_case": "between units; what came of it is in the claims",
    "duplicate_sign": "an office's note while it looks; what came of it is in the record",
    "talent_key": "digests of what the copy tells in the clear",
}
"""Tables about a talent that the copy leaves out, each with its reason."""


def test_every_table_about_a_talent_is_in_the_copy_or_left_out_for_a_reason() -> None:
    about = {
        c.__table__.name  # type: ignore[attr-defined]
        for c in _mapped()
        if "talent_id" in c.__table__.columns and c.__name__ != "Account"  # type: ignore[attr-defined]
    }
    told = {p.table.__table__.name for p in PARTS.values()} - {Talent.__table__.name}  # type: ignore[attr-defined]
    assert about - told == set(NOT_THEIRS) | {
        t for t in about - told if t.startswith(("import_", "fasttrack_"))
    }
