"""What happened to people in the roster."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class TalentEntered:
    """`not_same_as`: records that the officer looked at and told apart."""

    talent_id: UUID
    unit_id: UUID
    level: str | None
    not_same_as: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class TalentChanged:
    """`fields`: which of the person's data; what they were and are is in the audit trail."""

    talent_id: UUID
    fields: tuple[str, ...]


@dataclass(frozen=True)
class TalentMoved:
    talent_id: UUID
    from_unit_id: UUID
    to_unit_id: UUID


@dataclass(frozen=True)
class TalentLeft:
    """Left the city's talent force on `left_on`; what was granted on the ground of being here ends."""

    talent_id: UUID
    left_on: date
    reason: str


@dataclass(frozen=True)
class TalentReturned:
    talent_id: UUID


@dataclass(frozen=True)
class TalentClosed:
    """The record is closed for good: recorded by mistake, or one with another."""

    talent_id: UUID


@dataclass(frozen=True)
class LevelChanged:
    """From `since` on the person stands at `after` (None: at no level)."""

    talent_id: UUID
    before: str | None
    after: str | None
    since: date


@dataclass(frozen=True)
class ConsentGiven:
    """`version`: of the words that were shown."""

    talent_id: UUID
    purpose: str
    version: int


@dataclass(frozen=True)
class ConsentWithdrawn:
    """Whatever was done on the ground of this consent ends."""

    talent_id: UUID
    purpose: str


@dataclass(frozen=True)
class ChangeProposed:
    """The employer or the talent asks the owner of the record to put it right."""

    change_id: UUID
    talent_id: UUID
    field: str


@dataclass(frozen=True)
class ChangeDecided:
    change_id: UUID
    talent_id: UUID
    field: str
    accepted: bool
