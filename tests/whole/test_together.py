"""Two at once, and one too late: a stale version, a row changed meanwhile, a ring of waiting."""

import asyncio
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from tests.support.documents import ids_of
from tests.support.refusals import has_chinese
from tests.support.values import document_of
from tests.support.whole import Whole

from bole.core.faults import refusal_of
from bole.org.models import Unit
from bole.schema import schema

MUTATIONS = schema._schema.mutation_type.fields  # type: ignore[union-attr]
VERSIONED = [n for n, field in MUTATIONS.items() if "version" in field.args and n != "giveConsent"]
"""Of a row. The version of a consent is that of the words it is given to (CONSENT_WORDS_CHANGED)."""
ROWS = {
    "talentId": "talent",
    "caseId": "fasttrack_case",
    "logId": "contact_log",
    "draftId": "directory_draft",
    "applicationId": "recognition_application",
}
WHO = {
    "talentId": "xiangqiao",
    "caseId": "jingban",
    "logId": "lianxi",
    "draftId": "zhuren",
    "applicationId": "xiangqiao",
}


@pytest.mark.parametrize("name", VERSIONED)
@pytest.mark.parametrize("version", [0, -1, 10**6, 2**31 - 1])
async def test_a_stale_version_is_refused_with_who_changed_it(whole: Whole, name: str, version: int) -> None:
    ids = await ids_of(whole)
    text, variables = document_of(schema._schema, "mutation", name, leaves=False)
    argument = next(a for a in ROWS if a in variables)
    table = ROWS[argument]
    variables |= {argument: ids[table], "version": version}
    if "contact" in variables:
        variables["contact"] = {"occurredOn": "2026-03-02", "mode": "VISIT", "greeting": "看望"}
    if name == "grantLevel":
        text = text.replace("version: $version", 'version: $version, level: "L1"')
    async with whole.sees() as db:
        before = await db.fetchrow(f"select t::text from {table} t where id = $1::uuid", ids[table])
        told = await whole.say(WHO[argument], text, **variables)
        error = told["errors"][0]
        assert error["extensions"]["code"] == "STALE", told
        assert has_chinese(error["message"]) and "修改" in error["message"]
        assert await db.fetchrow(f"select t::text from {table} t where id = $1::uuid", ids[table]) == before


async def test_two_officers_with_one_version_and_the_second_is_told(whole: Whole) -> None:
    talent = (await ids_of(whole))["talent"]
    seen = await whole.do("xiangqiao", "query ($t: UUID!) { talent(id: $t) { version specialty } }", t=talent)
    text = """mutation ($t: UUID!, $v: Int!, $c: TalentChangeIn!) {
      changeTalent(talentId: $t, version: $v, change: $c) { version specialty } }"""
    told = await asyncio.gather(
        *(
            whole.say(who, text, t=talent, v=seen["version"], c={"specialty": f"{who}改"})
            for who in ("xiangqiao", "jingban")
        )
    )
    won = [t["data"]["changeTalent"] for t in told if "errors" not in t]
    lost = [t["errors"][0]["extensions"]["code"] for t in told if "errors" in t]
    assert len(won) == 1 and lost == ["STALE"]
    assert won[0]["version"] == seen["version"] + 1
    now = await whole.do("xiangqiao", "query ($t: UUID!) { talent(id: $t) { version specialty } }", t=talent)
    assert now == won[0]


async def test_a_row_changed_under_a_command_that_did_not_lock_it_is_told_to_try_again(whole: Whole) -> None:
    """The optimistic lock of the table itself, where a command forgot its own."""
    unit = (await ids_of(whole))["unit"]
    with pytest.raises(Exception) as fault:
        async with whole.work.write(whole.actors["guanli"]) as ctx:
            mine = await ctx.get(Unit, UUID(unit))
            async with whole.work.write(whole.actors["guanli"]) as other:
                (await other.lock(Unit, UUID(unit))).short_name = "先改"
            mine.short_name = "后改"
    no = refusal_of(fault.value)
    assert (no.code(), no.status) == ("TRY_AGAIN", 409) and has_chinese(str(no))


async def test_a_ring_of_waiting_is_broken_and_told(whole: Whole) -> None:
    """PostgreSQL ends one of the two; it is told to try again, the other goes on."""

    async def turn(db: asyncpg.Connection, first: Any, second: Any, met: asyncio.Barrier) -> None:
        async with db.transaction():
            await db.execute("set local deadlock_timeout = '50ms'")
            await db.execute("select from unit where id = $1 for update", first)
            await met.wait()
            await db.execute("select from unit where id = $1 for update", second)

    async with whole.sees() as one, whole.sees() as other:
        a, b = [r["id"] for r in await one.fetch("select id from unit limit 2")]
        met = asyncio.Barrier(2)
        ends = await asyncio.gather(turn(one, a, b, met), turn(other, b, a, met), return_exceptions=True)
    (fault,) = [e for e in ends if e is not None]
    assert refusal_of(fault).code() == "TRY_AGAIN"
