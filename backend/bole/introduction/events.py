"""What happened to claims of having brought a person in."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class IntroductionClaimed:
    claim_id: UUID
    talent_id: UUID
    unit_id: UUID


@dataclass(frozen=True)
class AttributionOpened:
    """Two units claim one person in one period."""

    case_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class AttributionDecided:
    case_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class AttributionDropped:
    """There is no dispute any more: a claim was withdrawn, or they were two persons after all."""

    case_id: UUID
    talent_id: UUID
