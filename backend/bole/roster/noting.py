"""Keeps what there is to tell about rows: two statements a chunk, whatever their number."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

import orjson

from bole.core.table import new_id
from bole.roster.matching import Decision

FORGET: Final = "delete from import_row where import_id = $1"
FORGET_THESE: Final = "delete from import_row where import_id = $1 and row_number = any($2::int[])"
ROWS: Final = """
insert into import_row (id, unit_path, import_id, row_number, outcome, name, talent_id)
select r.id, $2, $3, r.row_number, r.outcome, r.name, r.talent_id
from jsonb_to_recordset($1::text::jsonb)
  as r(id uuid, row_number int, outcome text, name text, talent_id uuid)"""
FINDINGS: Final = """
insert into import_finding (id, unit_path, row_id, ordinal, severity, "column", title, cell, shown, before, code, words)
select uuidv7(), $2, f.row_id, f.ordinal, f.severity, f."column", f.title, f.cell, f.shown, f.before, f.code, f.words
from jsonb_to_recordset($1::text::jsonb)
  as f(row_id uuid, ordinal int, severity text, "column" text, title text, cell text, shown text, before text,
       code text, words text)"""


async def forget_rows(connection: Any, import_id: UUID) -> None:
    await connection.execute(FORGET, import_id)


async def note_rows(
    connection: Any,
    import_id: UUID,
    unit_path: int,
    head: Mapping[str, Any],
    decisions: Sequence[Decision],
    entered: Mapping[int, UUID] | None = None,
) -> None:
    """Replaces what was noted of these rows. Rows without a finding are only counted."""
    told = [d for d in decisions if d.found.problems or d.changes]
    if not told:
        return
    rows, findings = [], []
    for decision in told:
        row_id, number = str(new_id()), decision.found.number
        talent_id = decision.held.id if decision.held else (entered or {}).get(number)
        rows.append(
            {
                "id": row_id,
                "row_number": number,
                "outcome": decision.outcome.value,
                "name": decision.found.name[:120],
                "talent_id": str(talent_id) if talent_id else None,
            }
        )
        for ordinal, finding in enumerate(decision.findings):
            findings.append({"row_id": row_id, "ordinal": ordinal, **_placed(finding, head, number)})
    if entered is not None:
        await connection.execute(FORGET_THESE, import_id, [d.found.number for d in told])
    await connection.execute(ROWS, orjson.dumps(rows).decode(), unit_path, import_id)
    await connection.execute(FINDINGS, orjson.dumps(findings).decode(), unit_path)


def _placed(finding: dict[str, Any], head: Mapping[str, Any], number: int) -> dict[str, Any]:
    """The finding with its cell, if its column stands in the sheet, and within what the table holds."""
    place = head["columns"].get(finding["column"])
    cell = finding["cell"] or (f"{place[0]}{number}" if place else None)
    title = place[1] if place else finding["title"]
    before = finding.get("before")
    return {
        **finding,
        "cell": cell,
        "title": (title or "")[:120] or None,
        "before": before[:200] if before else None,
        "words": finding["words"][:600],
    }
