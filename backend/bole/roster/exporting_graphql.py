"""What exports of the roster show and let do: a table of contents."""

from datetime import datetime
from uuid import UUID

import strawberry

from bole.core.graph import BigInt, Json, Page, node, read, steps, write
from bole.core.permissions import Permission
from bole.roster import exporting_service as service
from bole.roster.exporting_models import ExportJob
from bole.roster.exporting_rules import EXPORT_FLOW, ExportFormat, ExportStatus
from bole.roster.rules import RevealPurpose


@node(ExportJob, allow=Permission.ROSTER_EXPORT)
class ExportJobNode:
    """一次名录导出"""

    id: UUID
    created_at: datetime
    actor_name: str
    purpose: RevealPurpose
    reason: str
    filters: Json
    columns: list[str]
    clear: bool
    format: ExportFormat
    status: ExportStatus
    allowed_steps: list[str] = steps(EXPORT_FLOW)
    trace: str
    rows_total: int | None
    rows_done: int
    size: BigInt | None
    downloads: int
    expires_at: datetime | None
    failure_code: str | None
    failure: str | None


@strawberry.type
class ExportQuery:
    exports = read(service.exports, Page[ExportJobNode])
    export_job = read(service.export_job, ExportJobNode)


@strawberry.type
class ExportMutation:
    ask_export = write(service.ask_export, ExportJobNode)
    cancel_export = write(service.cancel_export, ExportJobNode)
