"""What happened to units and posts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class UnitCreated:
    unit_id: UUID


@dataclass(frozen=True)
class UnitRenamed:
    unit_id: UUID
    name: str
    from_day: date


@dataclass(frozen=True)
class UnitWasClosed:
    unit_id: UUID
    last_day: date
    successor_id: UUID | None


@dataclass(frozen=True)
class PostCreated:
    post_id: UUID
    unit_id: UUID


@dataclass(frozen=True)
class PostFilled:
    """Someone took up a post. What hangs on the post (contacts, cases, access) is theirs from that day."""

    post_id: UUID
    appointment_id: UUID
    person_name: str
    from_day: date


@dataclass(frozen=True)
class AppointmentEnded:
    """Someone leaves a post at the end of `last_day`, which may lie ahead."""

    post_id: UUID
    appointment_id: UUID
    person_name: str
    last_day: date


@dataclass(frozen=True)
class UnitJoined:
    unit_id: UUID
    group_id: UUID
    from_day: date


@dataclass(frozen=True)
class UnitLeft:
    unit_id: UUID
    group_id: UUID
    last_day: date
