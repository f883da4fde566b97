"""What happened between leaders and talents."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class ContactAssigned:
    assignment_id: UUID
    talent_id: UUID
    post_id: UUID


@dataclass(frozen=True)
class AssignmentVacated:
    """The leader left the post; the 人才办 answers in the interim."""

    assignment_id: UUID
    talent_id: UUID
    post_id: UUID
    last_day: date
    interim_unit_id: UUID | None


@dataclass(frozen=True)
class HandoverProposed:
    """Someone took up the post: will they take over this talent too?"""

    handover_id: UUID
    assignment_id: UUID
    appointment_id: UUID


@dataclass(frozen=True)
class AssignmentTakenOver:
    assignment_id: UUID
    talent_id: UUID
    post_id: UUID
    appointment_id: UUID


@dataclass(frozen=True)
class AssignmentClosed:
    assignment_id: UUID
    talent_id: UUID
    post_id: UUID
    last_day: date
    reason: str


@dataclass(frozen=True)
class ContactPlanned:
    log_id: UUID
    talent_id: UUID
    post_id: UUID
    planned_on: date


@dataclass(frozen=True)
class ContactRecorded:
    log_id: UUID
    talent_id: UUID
    post_id: UUID
    occurred_on: date


@dataclass(frozen=True)
class ContactCancelled:
    log_id: UUID
    talent_id: UUID
    post_id: UUID
    reason: str


@dataclass(frozen=True)
class NeedRaised:
    need_id: UUID
    talent_id: UUID
    kind: str


@dataclass(frozen=True)
class NeedRouted:
    need_id: UUID
    talent_id: UUID
    handler_unit_id: UUID
    due_on: date


@dataclass(frozen=True)
class NeedFinished:
    """The handling unit says it is done; the talent has not said so yet."""

    need_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class NeedSettled:
    need_id: UUID
    talent_id: UUID


@dataclass(frozen=True)
class NeedReturned:
    """Not for this unit, or not to the talent's satisfaction: somebody must route it anew."""

    need_id: UUID
    talent_id: UUID
    reason: str


@dataclass(frozen=True)
class SuggestionDecided:
    suggestion_id: UUID
    talent_id: UUID
    status: str
