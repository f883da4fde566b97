"""Before anybody is measured: does everybody do the same job?

Each contender answers a few requests of each case; rows, order and values must be the limit's, names and case of
enums apart. After a write, what it left in the database is compared too: the record, its consequences, the event,
the audit entry. bole's REST contract is narrower than the documents, so there only what it does tell is compared.
"""

from collections.abc import Iterator
from typing import Any

import asyncpg
from tests.bench.cases import WRITES, Asked, operation
from tests.bench.contenders import Contender
from tests.bench.load import answer
from tests.bench.world import BenchWorld

TRIED = {"roster_page": 12, "talent_detail": 12, "name_search": 12}
"""Requests compared of each case; of a write two."""

OWN = {"id", "occurredAt", "endCursor", "next"}
"""What may differ: ids and moments of what a write made, and how a page's end is called."""

RESET = {
    "record_contact": (
        "update contact_assignment set last_contact_on = null where talent_id = $1",
        "update talent set last_contact_on = null, next_contact_due = null where id = $1",
    ),
    "redeem": ("update entitlement set used = 0 where card_id = (select id from card where number = $1)",),
}
LEFT = {
    "record_contact": """
select to_jsonb(l) - '{id,created_at}'::text[] as record,
  (select jsonb_agg(jsonb_build_array(a.last_contact_on, a.next_due_on)) from contact_assignment a
    where a.id = l.assignment_id) as assignment,
  (select jsonb_build_array(t.last_contact_on, t.next_contact_due, t.version) from talent t where t.id = l.talent_id)
    as talent,
  (select jsonb_agg(jsonb_build_array(o.fact, o.body - 'log_id', o.actor_id)) from outbox o
    where o.body ->> 'log_id' = l.id::text) as event, {audit} as audit
from contact_log l where l.id = $1""",
    "redeem": """
select to_jsonb(l) - '{id,created_at,occurred_at,key}'::text[] as record,
  (select jsonb_agg(e.used) from entitlement e where e.card_id = l.card_id) as used,
  (select jsonb_agg(to_jsonb(d) - '{id,created_at,redemption_id,key}'::text[]) from entitlement_ledger d
    where d.redemption_id = l.id) as ledger,
  (select jsonb_agg(jsonb_build_array(o.fact, o.body - 'redemption_id', o.actor_id)) from outbox o
    where o.body ->> 'redemption_id' = l.id::text) as event, {audit} as audit
from redemption l where l.id = $1""",
}
AUDIT = """
  (select jsonb_agg(jsonb_build_array(a.actor_id, a.actor_name, a.operations,
    (select jsonb_agg(split_part(r, '/', 1) order by r) from unnest(a.rows) r),
    (select jsonb_agg(k ->> 0 order by k) from (select jsonb_build_array(split_part(c, '/', 1)) k
      from jsonb_object_keys(a.changes) c) x)))
    from audit a where a.rows @> array[concat('{table}/', l.id)])"""
TABLES = {"record_contact": "contact_log", "redeem": "redemption"}


class Different(Exception):
    """Somebody did another job; the message says where."""


async def agreed(found: list[Contender], cases: list[str], values: Asked, world: BenchWorld) -> None:
    """Refuses (Different) unless all contenders do the limit's job; quiet without the limit."""
    if not any(c.name == "limit" for c in found):
        return
    db = await asyncpg.connect(world.superuser)
    try:
        for case in cases:
            for i in range(TRIED.get(case, 2)):
                await _agree(found, case, values, i, db)
    finally:
        await db.close()


async def _agree(found: list[Contender], case: str, values: Asked, i: int, db: asyncpg.Connection) -> None:
    wanted: Any = None
    left: Any = None
    for one in found:
        given = list(values.each(case, i + 1))[i]
        if case in WRITES:
            for reset in RESET[operation(case)]:
                await db.execute(reset, given.get("talent") or given.get("card"))
        status, told = await answer(one.server.port, one.maker(case, given))
        rows = unwrapped(told)
        if status not in (200, 201) or not rows or "errors" in told:
            raise Different(f"{one.name} {case}: {status} {str(told)[:600]}")
        after = await _left(case, rows, db) if case in WRITES else None
        if wanted is None:
            wanted, left = rows, after
            continue
        less = one.name == "bole_rest"
        for place, mine, theirs in differences(rows, wanted, less, case in WRITES):
            raise Different(f"{one.name} {case} {given}: {place} is {mine!r}, the limit's {theirs!r}")
        for place, mine, theirs in differences(after, left, False, True):
            raise Different(f"{one.name} {case} left {place} {mine!r}, the limit {theirs!r}")


async def _left(case: str, row: Any, db: asyncpg.Connection) -> dict[str, Any]:
    about = operation(case)
    sql = LEFT[about].replace("{audit}", AUDIT.replace("{table}", TABLES[about]))
    found = await db.fetchrow(sql, row["id"])
    missing = [k for k, v in found.items() if v is None] if found else ["everything"]
    if missing:
        raise Different(f"{case}: a write left no {missing}")
    return dict(found)


def unwrapped(told: Any) -> Any:
    """The rows, or the row, without what each interface wraps around them; names in camel case."""
    told = told.get("data", told)
    while isinstance(told, dict) and len(told) == 1:
        told = next(iter(told.values()))
    if isinstance(told, dict):
        told = told.get("nodes") or told.get("items") or told
    return _camel(told)


def _camel(told: Any) -> Any:
    if isinstance(told, list):
        return [_camel(t) for t in told]
    if isinstance(told, dict):
        return {
            k.split("_")[0] + "".join(w.title() for w in k.split("_")[1:]): _camel(v) for k, v in told.items()
        }
    return told


def differences(
    mine: Any, theirs: Any, less: bool, made: bool, at: str = ""
) -> Iterator[tuple[str, Any, Any]]:
    """Places where `mine` is not `theirs`. `less`: it may tell less; `made`: ids and moments are its own."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        if not less and mine.keys() != theirs.keys():
            yield at or "its fields", sorted(mine), sorted(theirs)
        for key in mine.keys() & theirs.keys():
            if not (made and key in OWN):
                yield from differences(mine[key], theirs[key], less, made, f"{at}.{key}")
    elif isinstance(mine, list) and isinstance(theirs, list):
        if len(mine) != len(theirs):
            yield f"{at} length", len(mine), len(theirs)
        for n, (a, b) in enumerate(zip(mine, theirs, strict=False)):
            yield from differences(a, b, less, made, f"{at}[{n}]")
    elif isinstance(mine, str) and isinstance(theirs, str):
        if mine.casefold() != theirs.casefold():
            yield at, mine, theirs
    elif mine != theirs:
        yield at, mine, theirs
