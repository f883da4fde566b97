"""What happened to a person's rights over their data."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class DataRequested:
    request_id: UUID
    talent_id: UUID
    kind: str


@dataclass(frozen=True)
class DataAnswered:
    """Answered or refused, with its words."""

    request_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class ErasureOrdered:
    """The plan was approved; the platform carries it out."""

    erasure_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class TalentErased:
    """Nothing of the person is left but what the plan said must stay."""

    talent_id: UUID
