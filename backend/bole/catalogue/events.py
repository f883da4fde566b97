"""What was published."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class EntryPublished:
    """A code means something new from `from_day` on. What was issued before keeps its numbers."""

    entry_id: UUID
    kind: str
    code: str
    number: int
    from_day: date


@dataclass(frozen=True)
class EntryWithdrawn:
    """A code means nothing any more after `last_day`."""

    entry_id: UUID
    kind: str
    code: str
    last_day: date


@dataclass(frozen=True)
class WorkCalendarPublished:
    """A year's calendar stands. `changed`: days known before that are now worked or free, or now certain."""

    year: int
    source: str
    changed: tuple[date, ...]
