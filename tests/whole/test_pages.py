"""Every list shows the same rows page by page as at once, whatever its order and its values."""

from typing import Any

from graphql import get_named_type, is_required_argument
from tests.support.documents import ids_of
from tests.support.values import selection, value
from tests.support.whole import Whole

from bole.core.clock import today
from bole.schema import schema

NAMED = {
    "cardId": "card", "entitlementId": "entitlement", "batchId": "card_batch", "poolId": "city_pool",
    "importId": "import_job",
}  # fmt: skip
"""The arguments that a list cannot do without, and the kind of row they name."""
ENOUGH = 8


def lists() -> dict[str, Any]:
    assert schema._schema.query_type is not None
    return {
        name: field
        for name, field in schema._schema.query_type.fields.items()
        if str(get_named_type(field.type)).endswith("Page")
    }


async def test_every_list_pages_as_it_reads_at_once(whole: Whole) -> None:
    ids, walked = await ids_of(whole), 0
    async with whole.sees() as db:  # of a card with a right for life, whose end is infinite
        ids["card"] = str(
            await db.fetchval("select card_id from entitlement where ends_on = 'infinity' limit 1")
        )
    for name, field in lists().items():
        required = {n: a for n, a in field.args.items() if is_required_argument(a)}
        declared = "".join(f", ${n}: {a.type}" for n, a in required.items())
        given = "".join(f", {n}: ${n}" for n in required)
        rows = selection(get_named_type(field.type)).removesuffix("}")
        text = f"""query ($first: Int!, $after: String{declared}) {{
          {name}(first: $first, after: $after{given}) {rows} pageInfo {{ hasNextPage endCursor }} }} }}"""
        variables = {
            n: ids[NAMED[n]] if n in NAMED else today() if n == "by" else value(a.type)
            for n, a in required.items()
        }
        for login in ("jingban", "xiangqiao", "yiyuan", "lianxi", "rencai", "guanli"):
            told = await whole.say(login, text, first=100, after=None, **variables)
            if "errors" in told:
                continue
            at_once, after, by_page = told["data"][name]["nodes"], None, []
            for _ in range(ENOUGH):
                told = await whole.say(login, text, first=1, after=after, **variables)
                assert "errors" not in told, (name, login, told)
                by_page += told["data"][name]["nodes"]
                after = told["data"][name]["pageInfo"]["endCursor"]
                if not told["data"][name]["pageInfo"]["hasNextPage"]:
                    break
            assert by_page == at_once[:ENOUGH], (name, login)
            walked += len(by_page) > 1
    assert walked > 30
