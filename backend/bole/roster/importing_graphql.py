"""What imports of the roster show and let do: a table of contents."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry

from bole.core.graph import BigInt, Json, Page, computed, many, node, read, steps, write
from bole.core.permissions import Permission
from bole.org.graphql import UnitNode
from bole.roster import importing_service as service
from bole.roster.importing_models import ImportFinding, ImportJob, ImportRow
from bole.roster.importing_rules import IMPORT_FLOW, ImportStatus, RowOutcome, Severity


def _share(job: Any) -> Any:
    """Rows done of all, in per cent; a file whose length is not known yet has none."""
    return sa.cast(100 * job.rows_done / sa.func.nullif(job.rows_total, 0), sa.Integer)


@node(ImportFinding, allow=Permission.ROSTER_IMPORT)
class ImportFindingNode:
    """一格的错误、提醒或改动"""

    id: UUID
    severity: Severity
    column: str | None
    title: str | None
    cell: str | None
    shown: str | None
    before: str | None
    code: str
    words: str


@node(ImportRow, allow=Permission.ROSTER_IMPORT)
class ImportRowNode:
    """导入中有话要说的一行"""

    id: UUID
    row_number: int
    outcome: RowOutcome
    name: str
    talent_id: UUID | None
    findings: list[ImportFindingNode] = many(lambda f: [f.ordinal.asc(), f.id.asc()], first=40)


@node(ImportJob, allow=Permission.ROSTER_IMPORT)
class ImportJobNode:
    """一次名录导入"""

    id: UUID
    created_at: datetime
    actor_name: str
    filename: str
    size: BigInt
    unit: UnitNode | None
    sheet: str | None
    status: ImportStatus
    allowed_steps: list[str] = steps(IMPORT_FLOW)
    head: Json
    rows_total: int | None
    rows_done: int
    percent: int | None = computed(_share, description="进度（百分之几）")
    rows_new: int
    rows_update: int
    rows_unchanged: int
    rows_error: int
    rows_warned: int
    entered: int
    changed: int
    failure_code: str | None
    failure: str | None
    committed_by: str | None
    checked_at: datetime | None
    finished_at: datetime | None


@strawberry.type
class ImportQuery:
    imports = read(service.imports, Page[ImportJobNode])
    import_job = read(service.import_job, ImportJobNode)
    import_rows = read(service.import_rows, Page[ImportRowNode])


@strawberry.type
class ImportMutation:
    recheck_import = write(service.recheck_import, ImportJobNode)
    commit_import = write(service.commit_import, ImportJobNode)
    cancel_import = write(service.cancel_import, ImportJobNode)
