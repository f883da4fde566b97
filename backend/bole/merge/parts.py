"""What becomes of everything that hangs on a talent when two records are one: every slice tells it of its tables.

    goes("need", "需求", Need, told=lambda n: n.content)        # moves to the survivor
    stays("import_row", "导入的行", why="说的是那次导入")        # says what was true then
    follows("redemption", "核销与预约", Redemption)             # moves along with the card it belongs to

A table with a `talent_id` that no slice has told of fails a test (tests/merge/test_rules_of_all.py).
"""

from collections.abc import Awaitable, Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from bole.core.words import Word

if TYPE_CHECKING:
    from bole.merge.joining import Joining
    from bole.merge.parting import Parting

Settle = Callable[["Joining"], Awaitable[None]]
Undo = Callable[["Parting"], Awaitable[None]]
Told = Callable[[Mapping[str, Any]], str]

DERIVED: Final = frozenset({"id", "created_at", "version", "changed_at"})
"""Columns that no merge gives back: they say which row it is, and how often it was written."""


class Way(Word):
    """合并时这类事项怎样处理"""

    GOES = "goes"
    FOLLOWS = "follows"
    STAYS = "stays"


@dataclass(frozen=True)
class Part:
    """One table. `settle`: before rows go, what else must change (two open ones of which one may be); `undo`: what
    images alone do not undo."""

    table: str
    word: str
    way: Way
    rule: str
    told: Told = field(default=lambda row: "")
    settle: Settle | None = None
    then: Settle | None = None
    """After everything went: what follows from its being one person's."""
    undo: Undo | None = None
    loosen: Mapping[str, str] = field(default_factory=dict)
    """Columns that let only one row be so at a time, with the SQL that lets go of it while rows are put back."""
    single: Callable[[Mapping[str, Any]], Hashable | None] | None = None
    """Of rows with the same answer a talent has one at most (None: as many as there are)."""
    lose: Callable[[Mapping[str, Any], Mapping[str, Any]], dict[str, Any]] | None = None
    """What a row that is put back becomes where a later one stands in its place."""
    computed: frozenset[str] = frozenset()
    """Columns that the database computes, or that `undo` gives back."""
    together: frozenset[str] = frozenset()
    """Columns that mean something only together: given back all, or, if one was changed since, none."""
    later: str = ""
    """What an officer hears beside a row that changed after the merge."""
    placed: bool = True
    """Whether the row's unit_path is its talent's."""
    alone: bool = False
    """Follows, and yet may have changed hands by itself."""
    kept: bool = True
    """Whether images are taken of it: not of what only follows along."""
    choosable: bool = True
    """Whether a row that came later may go to the restored record by itself."""
    position: int = 50


PARTS: Final[dict[str, Part]] = {}


def part(table: str, word: str, way: Way, rule: str, **more: Any) -> None:
    if table in PARTS:
        raise ValueError(f"what becomes of {table} is told twice")
    PARTS[table] = Part(table, word, way, rule, **more)


def goes(table: str, word: str, *, rule: str = "转入保留的记录", **more: Any) -> None:
    part(table, word, Way.GOES, rule, **more)


def follows(table: str, word: str, *, rule: str, **more: Any) -> None:
    part(table, word, Way.FOLLOWS, rule, choosable=False, **more)


def stays(table: str, word: str, *, why: str, **more: Any) -> None:
    part(table, word, Way.STAYS, why, kept=False, choosable=False, **more)


def in_order() -> list[Part]:
    return sorted(PARTS.values(), key=lambda p: (p.position, p.table))


def kept() -> list[Part]:
    """Those of which images are taken."""
    return [p for p in in_order() if p.kept]
