"""A row of every table about people, as small as the table allows: what is proved of rows needs one."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import DATERANGE, JSONB
from sqlmodel import SQLModel

from bole.core import clock
from bole.core.ddl import _mapped
from bole.core.table import Scoped, Shared, new_id

if TYPE_CHECKING:
    from tests.support.whole import Whole


async def one_of_each(whole: "Whole", two: list[str]) -> None:
    """A row of every table about people that has none by now, as small as the table allows: what is proved of rows
    needs one, and the stories of these slices have tests of their own."""
    tables = {c.__table__ for c in _mapped() if issubclass(c, (Scoped, Shared))}  # type: ignore[attr-defined]
    async with whole.sees() as db:
        home = await db.fetchval("select unit_path from talent where id = $1", UUID(str(two[0])))
        for table in SQLModel.metadata.sorted_tables:
            if (
                table not in tables
                or table.name in NEVER
                or await db.fetchval(f'select 1 from "{table.name}" limit 1')
            ):
                continue
            values = {c.name: _least(c) for c in table.columns if not c.nullable and c.server_default is None}
            for key in table.foreign_key_constraints:
                values |= await _referred(db, key, two, needed=set(values))
            if "unit_path" in values and values["unit_path"] == 1:
                values["unit_path"] = home
            values |= SPECIAL.get(table.name, {})
            if table.name == "recognition_application":  # a draft of the district that keeps the person
                values |= {"route": "district", "unit_id": whole.actors["xiangqiao"].unit_id}
            names = ", ".join(f'"{n}"' for n in values)
            marks = ", ".join(f"${n}" for n in range(1, len(values) + 1))
            await db.execute(f'insert into "{table.name}" ({names}) values ({marks})', *values.values())


NEVER = {"post_scope", "export_job"}
LATER = date(2100, 1, 1)
SPECIAL: dict[str, dict[str, Any]] = {
    "programme_batch": {"year": 2026, "term_until": LATER},
    "campaign": {"quarter": "2026Q1", "due_on": LATER},
    "quarter_snapshot": {"quarter": "2026Q1"},
    "introduction_claim": {"quarter": "2026Q1", "share": Decimal(1)},
    "introduction_credit": {"quarter": "2026Q1", "amount": Decimal(1)},
    "recognition_notice": {"ends_on": LATER},
    "directory_draft": {"body": "{}"},
}
"""What a CHECK of the table demands beyond the least."""


def _least(column: Any) -> Any:
    """The start of a flow, or the smallest value of the column's kind."""
    if column.default is not None and column.default.is_scalar:
        return getattr(column.default.arg, "value", column.default.arg)
    if isinstance(column.type, sa.Enum):
        return column.type.enums[0]
    if isinstance(column.type, JSONB):
        return "[]" if column.default is not None and column.default.is_callable else "{}"
    if isinstance(column.type, DATERANGE):
        return asyncpg.Range(clock.today(), None)
    if isinstance(column.type, sa.types.TypeDecorator):  # SQLModel's text
        return "x"
    kind = column.type.python_type
    least = {
        UUID: new_id,
        str: lambda: "x",
        int: lambda: 1,
        bool: lambda: False,
        date: clock.today,
        datetime: clock.now,
    }
    return {**least, bytes: lambda: b"x", list: list, Decimal: Decimal, float: float}[kind]()


async def _referred(db: asyncpg.Connection, key: Any, two: list[str], *, needed: set[str]) -> dict[str, Any]:
    """A row that the key may refer to, the talent's own where it is about one."""
    pairs = [(e.parent.name, e.column.name) for e in key.elements]
    if not any(mine in needed for mine, _ in pairs):
        return {}
    other = key.referred_table
    talent = two[any(mine in ("high_id", "absorbed_id") for mine, _ in pairs)]  # of two records the other one
    own = "id" if other.name == "talent" else "talent_id" if "talent_id" in other.columns else None
    found = await db.fetchrow(
        f'select * from "{other.name}" order by {own or "null::uuid"} = $1 desc nulls last limit 1',
        UUID(str(talent)),
    )
    assert found is not None, f"{key.table.name} refers to {other.name}, which is empty"
    return {mine: found[theirs] for mine, theirs in pairs}
