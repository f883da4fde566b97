"""What is held of a person and what erasure makes of it: each slice tells its tables, the catalogue decides.

    holding("needs", "需求", Need, ground="contact", blank={"content": GONE})       # in contact/erasing.py

`ground` is an entry of the catalogue (data_ground): it says whether the rows go when the person is erased, or stay
and until when. `blank`: these columns are emptied and the row stays, because counts and ledgers stand on it; without
it the rows are deleted. `fixed`: rows that nobody may touch (append-only); their ground must keep them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import sqlalchemy as sa

GONE: Final = "（已删除）"

Mine = Callable[[Any], Any]


@dataclass(frozen=True)
class Holding:
    """Rows of one table about one person. `files`: columns that hold keys of files, which go with the row."""

    code: str
    title: str
    table: Any
    ground: str
    position: int
    mine: Callable[[Any, Any], Any]
    blank: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    fixed: bool = False

    def rows(self, talent_id: Any) -> Any:
        return self.mine(self.table, talent_id)

    def count(self, talent_id: Any) -> Any:
        return sa.select(sa.func.count()).select_from(self.table).where(self.rows(talent_id))

    def erase(self, talent_id: Any) -> Any:
        """The statement that erases for good."""
        if self.blank:
            return sa.update(self.table).where(self.rows(talent_id)).values(**self.blank)
        return sa.delete(self.table).where(self.rows(talent_id))


HOLDINGS: Final[dict[str, Holding]] = {}


def of_talent(table: Any, talent_id: Any) -> Any:
    return table.talent_id == talent_id


def holding(
    code: str,
    title: str,
    table: Any,
    *,
    ground: str,
    position: int,
    mine: Callable[[Any, Any], Any] = of_talent,
    **more: Any,
) -> None:
    """Declares what a slice holds, beside its tables."""
    HOLDINGS[code] = Holding(code, title, table, ground, position, mine, **more)


def in_order() -> list[Holding]:
    return sorted(HOLDINGS.values(), key=lambda h: (h.position, h.code))
