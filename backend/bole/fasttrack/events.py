"""What happened to a case. `units` and `posts` are those to be told; names are never in here."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class CaseOpened:
    case_id: UUID
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class CaseAccepted:
    case_id: UUID
    number: str
    due_on: date
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class CaseMoved:
    """A step without news of its own was taken: verified, planned, sent to experts."""

    case_id: UUID
    step: str
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class SupportDeclined:
    case_id: UUID
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class CountersignAsked:
    case_id: UUID
    countersign_id: UUID
    due_on: date
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class CountersignGiven:
    case_id: UUID
    countersign_id: UUID
    opinion: str
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class CountersignsGathered:
    """The last department that was asked has answered."""

    case_id: UUID
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class SignerRecused:
    case_id: UUID
    countersign_id: UUID
    account_id: UUID
    units: tuple[UUID, ...]
    posts: tuple[UUID, ...]


@dataclass(frozen=True)
class ExpertsVoted:
    case_id: UUID
    passed: bool
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class DecisionAsked:
    case_id: UUID
    posts: tuple[UUID, ...]


@dataclass(frozen=True)
class CaseDecided:
    case_id: UUID
    outcome: str
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class AgreementSigned:
    case_id: UUID
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class MeasureAssigned:
    case_id: UUID
    measure_id: UUID
    due_on: date
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class MeasureCompleted:
    case_id: UUID
    measure_id: UUID
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class CasePaused:
    case_id: UUID
    paused_on: date
    expected_end: date
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class CaseResumed:
    case_id: UUID
    resumed_on: date
    due_on: date
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class DueDateMoved:
    """`countersign_id` is None for the case's own due date."""

    case_id: UUID
    countersign_id: UUID | None
    old_due: date
    new_due: date
    cause: str
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class CaseAssessed:
    case_id: UUID
    passed: bool
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class CaseStopped:
    case_id: UUID
    step: str
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class CaseClosed:
    case_id: UUID
    units: tuple[UUID, ...]
