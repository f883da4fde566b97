"""What a person's own copy is made of: each slice names its tables, and row-level security says which rows.

    part("cards", "优才卡", Card, ("number", "tier_name"), order=lambda c: [c.id.desc()], position=60)

A part selects columns of one table, told by the words of the model; nothing is shown that is not listed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import sqlalchemy as sa

from bole.core.actor import Actor
from bole.core.nodes import column_description
from bole.roster.rules import SecretField

Mine = Callable[[Any, Actor], Any]


@dataclass(frozen=True)
class Part:
    """One section of the copy. `more`: columns computed in SQL, each with its word; `clear`: sealed columns told
    in the clear, each with its word and what is sealed there."""

    code: str
    title: str
    table: Any
    columns: tuple[str, ...]
    order: Callable[[Any], Sequence[Any]]
    mine: Mine
    position: int
    more: Mapping[str, tuple[str, Callable[[Any], Any]]] = field(default_factory=dict)
    clear: Mapping[str, tuple[str, SecretField]] = field(default_factory=dict)

    def select(self, actor: Actor) -> Any:
        table = self.table
        return (
            sa.select(
                table.id.label("id"),
                *(getattr(table, name).label(name) for name in (*self.columns, *self.clear)),
                *(made(table).label(name) for name, (_, made) in self.more.items()),
            )
            .where(self.mine(table, actor))
            .order_by(*self.order(table))
        )

    @property
    def words(self) -> dict[str, str]:
        """The word of each column, in the order in which they are shown."""
        plain = {name: column_description(self.table, name) or name for name in self.columns}
        return (
            plain
            | {n: word for n, (word, _) in self.more.items()}
            | {_clear_name(n): word for n, (word, _) in self.clear.items()}
        )

    def told(
        self, row: Mapping[str, Any], opened: Callable[[SecretField, Any, bytes], str]
    ) -> dict[str, Any]:
        """One row, its sealed columns opened."""
        made = {name: row[name] for name in (*self.columns, *self.more)}
        for name, (_, secret) in self.clear.items():
            sealed = row[name]
            made[_clear_name(name)] = opened(secret, row["id"], sealed) if sealed is not None else None
        return made


PARTS: Final[dict[str, Part]] = {}


def of_talent(table: Any, actor: Actor) -> Any:
    return table.talent_id == actor.self_id


def part(
    code: str, title: str, table: Any, columns: Sequence[str], *, mine: Mine = of_talent, **more: Any
) -> None:
    """Declares a section, beside the tables that it shows."""
    PARTS[code] = Part(code, title, table, tuple(columns), mine=mine, **more)


def in_order() -> list[Part]:
    return sorted(PARTS.values(), key=lambda p: (p.position, p.code))


def _clear_name(column: str) -> str:
    return column.removesuffix("_sealed")
