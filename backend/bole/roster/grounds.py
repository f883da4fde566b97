"""On what ground each field of a person is held: the catalogue says it, and every field must have one."""

from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import SQLModel, col

from bole.catalogue.lookup import in_force
from bole.catalogue.models import Entry
from bole.core.operation import Ask, query
from bole.core.permissions import Permission
from bole.roster.catalogue import DataGround, Ground
from bole.roster.copying import part

KIND: Final = "data_ground"
TECHNICAL: Final = frozenset(
    {"id", "created_at", "unit_path", "talent_id", "unit_id", "version", "name_key", "pinyin", "initials"}
    | {"search_tokens", "changed_at", "sources", "labels"}
)
"""Keys, and what follows from other fields."""


def fields_of_person() -> set[str]:
    """Every field of every table that tells of a person: `talent` itself and what carries a `talent_id`."""
    found: set[str] = set()
    for table in SQLModel.metadata.tables.values():
        if table.name == "talent" or "talent_id" in table.columns:
            found |= {f"{table.name}.{c.name}" for c in table.columns if c.name not in TECHNICAL}
    return found


def ground_of(field: str, grounds: Mapping[str, DataGround]) -> str | None:
    """The entry that a field belongs to: told by its own name before the rest of its table."""
    whole = f"{field.partition('.')[0]}.*"
    named = [code for code, g in grounds.items() if field in g.fields]
    return next(iter(named), None) or next((code for code, g in grounds.items() if whole in g.fields), None)


def groundless(grounds: Mapping[str, DataGround]) -> list[str]:
    """Fields of a person that no entry speaks for."""
    return sorted(f for f in fields_of_person() if ground_of(f, grounds) is None)


@query(allow=Permission.CATALOGUE_READ)
def data_grounds(ask: Ask) -> Select[Entry]:
    """依据什么处理个人信息：每组资料的依据、用途与保存期限。"""
    return sa.select(Entry).where(in_force(KIND, ask.today)).order_by(col(Entry.position), col(Entry.code))


def _body(name: str) -> Any:
    return lambda entry: entry.body[name].astext


def _ground(entry: Any) -> Any:
    words = {g.value: g.label for g in Ground}
    return sa.case(words, value=entry.body["ground"].astext)


part(
    "grounds", "依据什么处理我的资料", Entry, ("name",),
    more={"ground": ("依据种类", _ground), "basis": ("依据", _body("basis")), "purpose": ("用途", _body("purpose")),
          "keep_years": ("删除后仍须保存的年数", _body("keep_years")), "keep_why": ("为何须保存", _body("keep_why"))},
    order=lambda e: [e.position, e.code], mine=lambda e, _: in_force(KIND, sa.func.current_date()), position=75,
)  # fmt: skip
