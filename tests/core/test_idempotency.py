"""One key, one effect, one answer: whichever edge it came through and however the command is written."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest
from tests.support.documents import ids_of
from tests.support.whole import Whole

from bole import worker
from bole.core import clock

Answer = httpx.Response


@dataclass(frozen=True)
class Way:
    """One way to do something. `send(whole, ids, key, note)`: `note` makes another body of it."""

    name: str
    who: str
    other: str
    """Another account that may do the same."""
    send: Callable[[Whole, dict[str, str], str, str, str], Awaitable[Answer]]
    effects: str
    """SQL: how often it was done."""


def posted(text: str, **shape: str) -> Callable[..., Awaitable[Answer]]:
    """A GraphQL mutation whose variables are made from the ids and the note."""

    async def send(whole: Whole, ids: dict[str, str], who: str, key: str, note: str) -> Answer:
        said = {
            "key": key[-36:],
            "number": ids["number"],
            "talent": ids["talent"],
            "post": str(whole.actors["lianxi"].post_id),
            "note": note,
            "today": str(clock.today()),
        }
        variables = {n: v.format(**said) if isinstance(v, str) else v for n, v in shape.items()}
        contact = {"occurredOn": said["today"], "mode": "VISIT", "greeting": note}
        if "$c: ContactIn!" in text:
            variables["c"] = contact
        async with whole.client(who, **{"idempotency-key": key}) as client:
            return await client.post("/graphql", json={"query": text, "variables": variables})

    return send


async def recorded_by_rest(whole: Whole, ids: dict[str, str], who: str, key: str, note: str) -> Answer:
    post = str(whole.actors["lianxi"].post_id)
    body = {
        "talent_id": ids["talent"],
        "post_id": post,
        "occurred_on": str(clock.today()),
        "mode": "visit",
        "greeting": note,
    }
    async with whole.client(who, **{"idempotency-key": key}) as client:
        return await client.post("/api/v1/contacts", json=body)


NEED = "mutation ($t: UUID!, $n: String!) { raiseNeed(talentId: $t, content: $n) { id content status } }"
RECORD = """mutation ($t: UUID!, $p: UUID, $c: ContactIn!) {
  recordContact(talentId: $t, postId: $p, contact: $c) { id greeting } }"""
# `venues`: eight a month. The slip's own key is another one each time: only the header holds these together.
REDEEM = (
    """mutation ($n: String!, $k: String!) { redeem(cardNumber: $n, service: "venues", key: $k) { %s } }"""
)
SLIPS = "select count(*) from redemption where service_code = 'venues'"

WAYS = [
    Way("an ordinary command", "jingban", "zhuren", posted(NEED, t="{talent}", n="公寓{note}"),
        "select count(*) from need where content like '公寓%'"),
    Way("a command tried as one statement", "lianxi", "zhuren", posted(RECORD, t="{talent}", p="{post}"),
        "select count(*) from contact_log where greeting in ('一', '二')"),
    Way("a hot command", "jingban", "zhuren", posted(REDEEM % "id day amount", n="{number}", k="{key}{note}"), SLIPS),
    Way("a hot command whose answer reads what it wrote", "jingban", "zhuren",
        posted(REDEEM % "id card { entitlements { serviceName remaining } }", n="{number}", k="{key}{note}"), SLIPS),
    Way("REST", "lianxi", "zhuren", recorded_by_rest,
        "select count(*) from contact_log where greeting in ('一', '二')"),
]  # fmt: skip
EVERY_WAY = pytest.mark.parametrize("way", WAYS, ids=lambda w: w.name)


_turn = itertools.count()


async def ids_for(whole: Whole) -> dict[str, str]:
    """Ids for one test: each has a card of its own turn, so that no month's uses run out."""
    async with whole.sees() as db:
        cards = await db.fetch("select id, number from card where status = 'active' order by id")
    card = cards[next(_turn) % len(cards)]
    return {**await ids_of(whole), "card": str(card["id"]), "number": card["number"]}


async def counted(whole: Whole, sql: str) -> int:
    async with whole.sees() as db:
        found: int = await db.fetchval(sql)
        return found


def code(answer: Answer) -> str | None:
    told = answer.json()
    if "errors" in told:
        return str(told["errors"][0]["extensions"]["code"])
    return told.get("code") if answer.status_code >= 400 else None


@EVERY_WAY
async def test_the_same_key_and_body_get_the_same_bytes_and_one_effect(whole: Whole, way: Way) -> None:
    ids, key, before = await ids_for(whole), str(uuid4()), await counted(whole, way.effects)
    first = await way.send(whole, ids, way.who, key, "一")
    assert code(first) is None, first.text
    for _ in range(3):
        again = await way.send(whole, ids, way.who, key, "一")
        assert (again.status_code, again.content) == (first.status_code, first.content)
        assert again.headers["content-type"] == first.headers["content-type"]
    assert await counted(whole, way.effects) == before + 1


@EVERY_WAY
async def test_the_same_key_with_another_body_is_refused_and_changes_nothing(whole: Whole, way: Way) -> None:
    ids, key = await ids_for(whole), str(uuid4())
    assert code(await way.send(whole, ids, way.who, key, "一")) is None
    before = await counted(whole, way.effects)
    other = await way.send(whole, ids, way.who, key, "二")
    assert code(other) == "IDEMPOTENCY_KEY_REUSED" and "幂等键" in other.text
    assert other.status_code == (422 if way.name == "REST" else 200)
    assert await counted(whole, way.effects) == before


@EVERY_WAY
async def test_five_at_once_with_one_key_have_one_effect(whole: Whole, way: Way) -> None:
    ids, key, before = await ids_for(whole), str(uuid4()), await counted(whole, way.effects)
    answers = await asyncio.gather(*(way.send(whole, ids, way.who, key, "一") for _ in range(5)))
    assert {code(a) for a in answers} == {None}, [a.text for a in answers]
    assert len({a.content for a in answers}) == 1
    assert await counted(whole, way.effects) == before + 1


@EVERY_WAY
async def test_a_key_is_its_own_actors(whole: Whole, way: Way) -> None:
    """Whoever guesses another's key gets neither the answer nor stops the work."""
    ids, key, before = await ids_for(whole), str(uuid4()), await counted(whole, way.effects)
    mine = await way.send(whole, ids, way.who, key, "一")
    theirs = await way.send(whole, ids, way.other, key, "二")
    assert code(mine) is None and code(theirs) is None, theirs.text
    assert mine.content != theirs.content
    assert await counted(whole, way.effects) == before + 2


@EVERY_WAY
async def test_without_a_key_each_request_is_its_own(whole: Whole, way: Way) -> None:
    ids, before = await ids_for(whole), await counted(whole, way.effects)
    kept = await counted(whole, "select count(*) from idempotency")
    await way.send(whole, ids, way.who, "", "一")
    assert await counted(whole, "select count(*) from idempotency") == kept
    assert await counted(whole, way.effects) >= before


# What is kept, and what is not -----------------------------------------------------------------------------


async def keyed(whole: Whole, who: str | None, key: str, text: str, **variables: Any) -> Answer:
    async with whole.client(who, **{"idempotency-key": key}) as client:
        return await client.post("/graphql", json={"query": text, "variables": variables})


async def test_a_refusal_is_not_kept_so_the_same_key_works_once_the_reason_is_gone(whole: Whole) -> None:
    card, key = (await ids_for(whole))["card"], str(uuid4())
    thaw = "mutation ($c: UUID!) { thawCard(cardId: $c) { status } }"
    assert code(await keyed(whole, "jingban", key, thaw, c=card)) == "STEP_NOT_ALLOWED"
    await whole.do(
        "jingban", 'mutation ($c: UUID!) { freezeCard(cardId: $c, reason: "核实") { id } }', c=card
    )
    assert (await keyed(whole, "jingban", key, thaw, c=card)).json() == {
        "data": {"thawCard": {"status": "ACTIVE"}}
    }


async def test_a_refused_hot_command_is_not_kept_either(whole: Whole) -> None:
    ids, key = await ids_for(whole), str(uuid4())
    freeze = 'mutation ($c: UUID!) { freezeCard(cardId: $c, reason: "核实") { id } }'
    await whole.do("jingban", freeze, c=ids["card"])
    text, given = REDEEM % "status", {"n": ids["number"], "k": "refused first"}
    assert code(await keyed(whole, "jingban", key, text, **given)) is not None
    await whole.do("jingban", "mutation ($c: UUID!) { thawCard(cardId: $c) { id } }", c=ids["card"])
    assert code(await keyed(whole, "jingban", key, text, **given)) is None


async def test_an_answer_that_holds_a_secret_is_never_kept(whole: Whole) -> None:
    account = str(whole.actors["ducha"].id)
    reset, key = "mutation ($a: UUID!) { resetPassword(accountId: $a) { password } }", str(uuid4())
    answers = {(await keyed(whole, "guanli", key, reset, a=account)).text for _ in range(2)}
    assert len(answers) == 2, "another password each time"
    assert await counted(whole, f"select count(*) from idempotency where key = '{key}'") == 0


async def test_nobodys_answer_is_kept(whole: Whole) -> None:
    key = str(uuid4())
    async with whole.client(None, **{"idempotency-key": key}) as client:
        body = {"login": "jingban", "password": "wrong", "totp": "000000"}
        assert (await client.post("/api/v1/session", json=body)).status_code == 401
    assert await counted(whole, f"select count(*) from idempotency where key = '{key}'") == 0


async def test_a_read_takes_no_notice_of_a_key(whole: Whole) -> None:
    key, text = str(uuid4()), "{ me { login } }"
    assert (await keyed(whole, "jingban", key, text)).json()["data"]["me"]["login"] == "jingban"
    assert (await keyed(whole, "jingban", key, "{ talents { totalCount } }")).json()["data"] is not None


@pytest.mark.parametrize("key", ["x" * 256, "x" * 5000])
async def test_a_key_too_long_is_refused_in_words(whole: Whole, key: str) -> None:
    ids = await ids_for(whole)
    for way in WAYS:
        before = await counted(whole, way.effects)
        answer = await way.send(whole, ids, way.who, key, "一")
        assert code(answer) == "INVALID_INPUT" and answer.status_code < 500, answer.text
        assert await counted(whole, way.effects) == before


async def test_kept_answers_go_after_two_days_and_not_before(whole: Whole) -> None:
    key, old = str(uuid4()), str(uuid4())
    ids = await ids_for(whole)
    for each in (key, old):
        await WAYS[0].send(whole, ids, "jingban", each, "一")
    async with whole.sees() as db:
        await db.execute("update idempotency set at = at - interval '47 hours' where key = $1", key)
        await db.execute("update idempotency set at = at - interval '49 hours' where key = $1", old)
    await worker.forget_answers(whole.services)
    assert await counted(whole, f"select count(*) from idempotency where key = '{key}'") == 1
    assert await counted(whole, f"select count(*) from idempotency where key = '{old}'") == 0


FLUSHED = "select pg_logical_emit_message(false, 'test', 'here', true)"
"""Writes a line of its own to the log, to the disk, and tells where."""


@EVERY_WAY
async def test_a_replayed_answer_waits_for_the_standby_as_the_first_did(whole: Whole, way: Way) -> None:
    """It writes to the log, so that a synchronous standby must have confirmed before the caller hears."""
    ids, key = await ids_for(whole), str(uuid4())
    await way.send(whole, ids, way.who, key, "一")
    async with whole.sees() as db:
        await db.execute("create extension if not exists pg_walinspect")
        before = await db.fetchval(FLUSHED)
        await way.send(whole, ids, way.who, key, "一")
        await db.execute(FLUSHED)
        told = """select count(*) from pg_get_wal_records_info($1, pg_current_wal_flush_lsn())
            where resource_manager = 'LogicalMessage' and description like '%transactional%replayed%'"""
        assert await db.fetchval(told, before) >= 1
