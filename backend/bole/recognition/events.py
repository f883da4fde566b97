"""What happened in recognition. `units`, `posts` and `talent_id` say who is to be told; names are never in here."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class ApplicationMoved:
    """A step was taken, the application's `seq`-th; `units` have the next one or are told of it."""

    application_id: UUID
    talent_id: UUID
    seq: int
    step: str
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class ExemptionProposed:
    """The system finds that somebody meets a higher level by what is known."""

    application_id: UUID
    talent_id: UUID
    level: str


@dataclass(frozen=True)
class JointReviewAsked:
    application_id: UUID
    review_id: UUID
    due_on: date
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class JointReviewsGathered:
    """The last department that was asked has answered."""

    application_id: UUID
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class ExpertInvited:
    sheet_id: UUID
    account_id: UUID
    due_on: date


@dataclass(frozen=True)
class ExpertRecused:
    application_id: UUID
    sheet_id: UUID
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class NoticePosted:
    application_id: UUID
    talent_id: UUID
    ends_on: date
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class ObjectionReceived:
    application_id: UUID
    objection_id: UUID
    due_on: date
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class Recognised:
    recognition_id: UUID
    application_id: UUID | None
    talent_id: UUID
    level: str
    valid_from: date
    valid_until: date


@dataclass(frozen=True)
class RecognitionEnded:
    """`step`: expire, upgrade, downgrade, exit or cancel; `last_day`: the last on which it held."""

    recognition_id: UUID
    talent_id: UUID
    step: str
    last_day: date


@dataclass(frozen=True)
class ApplicationDueMoved:
    application_id: UUID
    what: str
    old_due: date
    new_due: date
    cause: str
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class DirectoryTriedOut:
    draft_id: UUID
    gain: int
    lose: int


@dataclass(frozen=True)
class DirectoryPublished:
    entry_id: UUID
    number: int
    from_day: date


@dataclass(frozen=True)
class ProgrammeAnnounced:
    batch_id: UUID
    members: int
