"""What happened to imports and exports of the roster."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ImportChecked:
    """A workbook was checked and waits for its officer's word."""

    import_id: UUID
    actor_id: UUID
    rows_error: int


@dataclass(frozen=True)
class TalentsImported:
    """A chunk of rows entered the roster: who is new there, and whose data changed. Ids as text: thousands."""

    import_id: UUID
    first_row: int
    last_row: int
    entered: list[str]
    changed: list[str]


@dataclass(frozen=True)
class ImportFinished:
    import_id: UUID
    actor_id: UUID
    entered: int
    changed: int


@dataclass(frozen=True)
class ImportFailed:
    import_id: UUID
    actor_id: UUID
    code: str


@dataclass(frozen=True)
class RosterExported:
    """A file with people's data was made for someone."""

    export_id: UUID
    actor_id: UUID
    rows: int


@dataclass(frozen=True)
class ExportDownloaded:
    export_id: UUID
    actor_id: UUID
