"""What happened in a quarterly campaign."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class CampaignOpened:
    campaign_id: UUID
    quarter: str
    records: int


@dataclass(frozen=True)
class CampaignClosed:
    campaign_id: UUID
    quarter: str


@dataclass(frozen=True)
class QuarterWasFrozen:
    """`sha256`: of the rows in their canonical form."""

    snapshot_id: UUID
    quarter: str
    sha256: str


@dataclass(frozen=True)
class FigureCorrected:
    correction_id: UUID
    quarter: str
