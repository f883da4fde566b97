"""What happened to cards, rights and batches."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class BatchSubmitted:
    batch_id: UUID
    planned: int


@dataclass(frozen=True)
class BatchReturned:
    batch_id: UUID
    note: str


@dataclass(frozen=True)
class BatchApproved:
    batch_id: UUID


@dataclass(frozen=True)
class BatchIssued:
    batch_id: UUID
    issued: int


@dataclass(frozen=True)
class CardIssued:
    card_id: UUID
    talent_id: UUID
    tier: str


@dataclass(frozen=True)
class CardActivated:
    card_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class CardFrozen:
    card_id: UUID
    talent_id: UUID
    reason: str


@dataclass(frozen=True)
class CardThawed:
    card_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class CardReportedLost:
    card_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class CardFound:
    card_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class CardReplaced:
    """The old number is dead; the new card has the same tier and the same balances."""

    card_id: UUID
    new_card_id: UUID
    talent_id: UUID
    reason: str


@dataclass(frozen=True)
class CardTierChanged:
    """A card of another tier takes over. `undecided`: bookings that the new tier has no room for."""

    card_id: UUID
    new_card_id: UUID
    talent_id: UUID
    tier: str
    undecided: int


@dataclass(frozen=True)
class CardExpired:
    card_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class CardCancelled:
    card_id: UUID
    talent_id: UUID
    reason: str


@dataclass(frozen=True)
class EntitlementRedeemed:
    redemption_id: UUID
    card_id: UUID
    talent_id: UUID
    service_code: str
    amount: int


@dataclass(frozen=True)
class EntitlementReserved:
    redemption_id: UUID
    card_id: UUID
    talent_id: UUID
    service_code: str
    day: date
    amount: int


@dataclass(frozen=True)
class ReservationCancelled:
    """A booking was given up, or nobody came (`lapsed`)."""

    redemption_id: UUID
    talent_id: UUID
    service_code: str
    reason: str
    lapsed: bool


@dataclass(frozen=True)
class RedemptionReversed:
    redemption_id: UUID
    reversal_id: UUID
    talent_id: UUID
    service_code: str
    day: date
    reason: str


@dataclass(frozen=True)
class PoolPlaceFreed:
    """A place of a used-up city pool came free while people wait for one."""

    pool_id: UUID


@dataclass(frozen=True)
class WaiterPromoted:
    wait_id: UUID
    redemption_id: UUID
    talent_id: UUID
    service_code: str
    day: date


@dataclass(frozen=True)
class PoolQuotaSet:
    """The office changed how many places the city has of a service in a period."""

    pool_id: UUID
    service_code: str
    quota: int
    reason: str


@dataclass(frozen=True)
class CardPresented:
    presentation_id: UUID
    card_id: UUID
    talent_id: UUID
