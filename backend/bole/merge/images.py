"""Everything that hangs on two talents, row by row as JSON: what a merge keeps, and what is compared on parting.

`to_jsonb` keeps every column (sealed bytes as they are), `jsonb_populate_recordset` brings it back: no table needs
code of its own to be restored.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

import orjson

from bole.merge.parts import DERIVED, Part, Way, kept

Rows = dict[str, dict[UUID, dict[str, Any]]]
"""By table, by id."""


TALENT: Final = Part("talent", "人才资料", Way.STAYS, "按所选逐项取用")
"""The two records themselves."""


async def taken(connection: Any, talents: Sequence[UUID]) -> Rows:
    """All that slices told of (merge/parts.py), and the talents, by one statement."""
    one = "select '{0}' as t, r.id, to_jsonb(r)::text as body from {0} r where r.{1} = any($1::uuid[])"
    named = [("talent", "id"), *((p.table, "talent_id") for p in kept())]
    found: Rows = defaultdict(dict)
    for table, id_, body in await connection.fetch(
        " union all ".join(one.format(*n) for n in named), list(talents)
    ):
        found[table][id_] = orjson.loads(body)
    return found


async def put(connection: Any, table: str, rows: Mapping[UUID, Mapping[str, Any]]) -> None:
    """Sets these columns of these rows, one statement for each set of columns; who changes hands goes first and makes
    room: a talent has one live card of a scheme."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for id_, values in rows.items():
        if values:
            alike[tuple(sorted(values))].append({**values, "id": str(id_)})
    for columns, told in sorted(alike.items(), key=lambda one: "talent_id" not in one[0]):
        sets = ", ".join(f'"{c}" = r."{c}"' for c in columns)
        await connection.execute(
            f"update {table} t set {sets} from jsonb_populate_recordset(null::{table}, $1::text::jsonb) r "  # noqa: S608
            "where t.id = r.id",
            orjson.dumps(told).decode(),
        )


INSERT: Final = """
insert into merge_image (id, merge_id, table_name, row_id, before, after)
select uuidv7(), $1, i.t, i.id, i.before, i.after
from jsonb_to_recordset($2::text::jsonb) as i(t text, id uuid, before jsonb, after jsonb)"""


async def keep(connection: Any, merge_id: UUID, before: Rows, after: Rows) -> None:
    """What changed, whole; what did not, by its id: whatever else is there later came later."""
    told: list[dict[str, Any]] = []
    for part in (TALENT, *kept()):
        for id_ in before[part.table].keys() | after[part.table].keys():
            was, is_ = before[part.table].get(id_), after[part.table].get(id_)
            same = part is not TALENT and was is not None and is_ is not None and not differs(was, is_, part)
            told.append(
                {
                    "t": part.table,
                    "id": str(id_),
                    "before": None if same else was,
                    "after": None if same else is_,
                }
            )
    await connection.execute(INSERT, merge_id, orjson.dumps(told).decode())


def differs(was: Mapping[str, Any], is_: Mapping[str, Any], part: Part) -> bool:
    unheeded = {*DERIVED, *_carried(part)}
    return any(was[c] != is_.get(c) for c in was if c not in unheeded)


def ignored(part: Part) -> set[str]:
    """Columns that are not given back: how often a row was written, and what follows from others."""
    return {*DERIVED, *part.computed, *_carried(part)}


def _carried(part: Part) -> tuple[str, ...]:
    return ("talent_id", "unit_path") if part.way is Way.FOLLOWS and not part.alone else ()


KEPT: Final = "select table_name, row_id, before::text, after::text from merge_image where merge_id = $1"


class Images:
    """What was kept of one merge."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self.before: Rows = defaultdict(dict)
        self.after: Rows = defaultdict(dict)
        self.known: dict[str, set[UUID]] = defaultdict(set)
        for table, id_, before, after in rows:
            self.known[table].add(id_)
            if before is not None:
                self.before[table][id_] = orjson.loads(before)
            if after is not None:
                self.after[table][id_] = orjson.loads(after)

    @classmethod
    async def of(cls, connection: Any, merge_id: UUID) -> "Images":
        return cls(await connection.fetch(KEPT, merge_id))

    def made(self, table: str) -> list[UUID]:
        """Rows that the merge itself wrote."""
        return [i for i in self.after[table] if i not in self.before[table]]
