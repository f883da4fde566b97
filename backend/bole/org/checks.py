"""What several operations on units and posts check against the rows there are."""

from typing import Any

from sqlmodel import col, select

from bole.core.context import Context
from bole.org import rules
from bole.org.models import Unit


async def check_code(ctx: Context, table: Any, code: str) -> None:
    taken = (await ctx.db.exec(select(table).where(col(table.code) == code))).first()
    if taken is not None:
        raise rules.CodeTaken(code=code, name=taken.name, field="code")


def check_open(unit: Unit) -> None:
    if unit.valid_until is not None:
        raise rules.UnitClosed(unit=unit.name, until=unit.valid_until.isoformat())
