"""What happened to records of one person."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class TalentsMerged:
    """Of two records one goes on. `level_changed`: the survivor now stands at the other's level."""

    merge_id: UUID
    survivor_id: UUID
    absorbed_id: UUID


@dataclass(frozen=True)
class TalentsParted:
    """A merge was undone: both are here again."""

    merge_id: UUID
    survivor_id: UUID
    absorbed_id: UUID


@dataclass(frozen=True)
class TalentsToldApart:
    """An officer looked, and they are two."""

    pair_id: UUID
