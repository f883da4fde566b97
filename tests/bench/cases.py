"""What is asked: the same rows, fields and effects of every contender, in its own words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import asyncpg
import orjson
from tests.bench.load import request
from tests.bench.world import TODAY, BenchWorld

READS = ("roster_page", "talent_detail", "name_search")
WRITES = ("record_contact", "redeem_hot", "redeem_cold")
CASES = (*READS, *WRITES)
CONTENDERS = ("limit", "bole_graphql", "bole_rest", "postgraphile", "strawberry_orm")
"""As they are named in the results; `postgraphile_rls` is PostGraphile with the same policies, `limit_again` the
limit a second time: a difference within theirs is none."""


@dataclass
class Asked:
    """The variables of each case, the same for every contender."""

    values: dict[str, list[dict[str, Any]]]

    @classmethod
    async def of(cls, world: BenchWorld) -> "Asked":
        db = await asyncpg.connect(world.superuser)

        async def some(sql: str) -> list[Any]:
            scope = "unit_path >= $1 and unit_path < $2"
            return [r[0] for r in await db.fetch(sql.format(scope=scope), world.lo, world.hi)]

        units = await some(
            "select unit_id from talent where {scope} group by 1 order by count(*) desc limit 12"
        )
        ids = await some(
            "select id from talent where {scope} and level is not null order by md5(id::text) limit 4000"
        )
        cards = await some("select number from card where {scope} order by md5(id::text) limit 4000")
        grams = await some(
            "select distinct substr(name, 2, 2) from talent where {scope} and length(name) >= 3 order by 1 limit 600"
        )
        (post,) = await some("select post_id from contact_assignment where {scope} limit 1")
        await db.close()
        chance = Random(11)
        levels = ["L3", "L4", "L5"]
        return cls(
            {
                "roster_page": [
                    {"level": chance.choice(levels), "unit": chance.choice([None, None, *units])}
                    for _ in range(600)
                ],
                "talent_detail": [{"id": i} for i in ids],
                "name_search": [{"text": g} for g in grams],
                "record_contact": [{"talent": i, "post": post, "on": TODAY} for i in ids],
                "redeem_hot": [{"card": cards[0]}],
                "redeem_cold": [{"card": c} for c in cards[1:]],
            }
        )

    def each(self, case: str, count: int) -> Iterator[dict[str, Any]]:
        """`count` sets of variables; what must be new each time is."""
        known = self.values[case]
        for i in range(count):
            given = dict(known[i % len(known)])
            if case.startswith("redeem"):
                given["key"] = f"bench-{uuid4()}"
            yield given


Maker = Callable[[str, dict[str, Any]], bytes]
"""The bytes of one request for a case with these variables."""


def operation(case: str) -> str:
    """Hot and cold redemptions are one operation."""
    return "redeem" if case.startswith("redeem") else case


def graphql(documents: dict[str, str], headers: dict[str, str], **fixed: Any) -> Maker:
    """Requests of a GraphQL server. `fixed` variables go to every document that declares them."""

    def made(case: str, given: dict[str, Any]) -> bytes:
        document = documents[operation(case)]
        variables = {**{k: v for k, v in fixed.items() if f"${k}:" in document}, **given}
        return request(
            "POST",
            "/graphql",
            orjson.dumps({"query": document, "variables": variables}, default=str),
            headers,
        )

    return made


def plain(headers: dict[str, str]) -> Maker:
    """Requests of the hand-written server: the operation is the path."""

    def made(case: str, given: dict[str, Any]) -> bytes:
        return request("POST", f"/{operation(case)}", orjson.dumps(given, default=str), headers)

    return made


def rest(headers: dict[str, str]) -> Maker:
    """Requests of bole's REST interface."""

    def made(case: str, given: dict[str, Any]) -> bytes:
        if case == "roster_page":
            unit = f"&unit_id={given['unit']}" if given["unit"] else ""
            return request("GET", f"/api/v1/talents?first=50&level={given['level']}{unit}", headers=headers)
        if case == "talent_detail":
            return request("GET", f"/api/v1/talents/{given['id']}", headers=headers)
        if case == "name_search":
            return request("GET", f"/api/v1/talents?first=50&search={quote(given['text'])}", headers=headers)
        if case == "record_contact":
            body = {
                "talent_id": given["talent"],
                "post_id": given["post"],
                "occurred_on": given["on"],
                "mode": "visit",
                "greeting": "登门看望，了解近况。",
            }
            return request("POST", "/api/v1/contacts", orjson.dumps(body, default=str), headers)
        body = {"card": given["card"], "service": "venues"}
        keyed = {**headers, "Idempotency-Key": given["key"]}
        return request("POST", "/partner/v1/redemptions", orjson.dumps(body), keyed)

    return made
