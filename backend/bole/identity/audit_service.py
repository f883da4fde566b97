"""The audit trail as its auditor reads it: who did what to which record, and whether the chain is whole."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlalchemy.dialects.postgresql import array
from sqlmodel import SQLModel, col

from bole.core import audit
from bole.core.context import Context
from bole.core.ledger import AuditEntry
from bole.core.operation import Ask, query
from bole.core.permissions import Permission

NEWEST: Final = 20_000
"""Entries recomputed while somebody waits for it, about a second. `bole audit verify` reads them all."""

FAULTS_TOLD: Final = 50


@dataclass(frozen=True)
class AuditStanding:
    """What the check of the chain found."""

    whole: bool
    complete: bool
    entries: int
    since: datetime | None
    checked_at: datetime
    fault_count: int
    faults: list[str]


@query(allow=Permission.AUDIT_READ)
def audit_entries(
    ask: Ask,
    *,
    actor_id: UUID | None = None,
    operation: str | None = None,
    table: str | None = None,
    row_id: UUID | None = None,
    from_day: date | None = None,
    to_day: date | None = None,
) -> Select[AuditEntry]:
    """审计记录，最新的在前。

    可按办理人、操作代码（如 roster.change）、表、记录编号（一条记录的全部经过）与起止日期（含）筛选；
    条目很多时请同时给出起止日期。
    """
    stmt = sa.select(AuditEntry)
    if actor_id is not None:
        stmt = stmt.where(col(AuditEntry.actor_id) == actor_id)
    if operation is not None:
        stmt = stmt.where(sa.any_(col(AuditEntry.operations)) == operation)
    if row_id is not None:
        about = sa.func.audit_about(_keys(table, row_id)).table_valued(
            sa.column("shard", sa.Integer()), sa.column("seq", sa.BigInteger())
        )
        place = sa.tuple_(col(AuditEntry.shard), col(AuditEntry.seq))
        stmt = stmt.where(place.in_(sa.select(about.c.shard, about.c.seq)))
    elif table is not None:
        row = sa.func.unnest(col(AuditEntry.rows)).column_valued("row_key")
        stmt = stmt.where(
            sa.exists(sa.select(row).where(sa.func.split_part(row, sa.literal_column("'/'"), 1) == table))
        )
    if from_day is not None:
        stmt = stmt.where(col(AuditEntry.at) >= _midnight(from_day))
    if to_day is not None:
        stmt = stmt.where(col(AuditEntry.at) < _midnight(to_day + sa.literal_column("1", sa.Integer())))
    return stmt.order_by(col(AuditEntry.at).desc(), col(AuditEntry.shard).desc(), col(AuditEntry.seq).desc())


def _keys(table: Any, row_id: Any) -> Any:
    """The keys a record has in the trail: in its table, or in whichever table it stands."""
    tables = [table] if table is not None else [sa.literal_column(f"'{n}'") for n in SQLModel.metadata.tables]
    keys = [sa.func.concat(name, sa.literal_column("'/'"), sa.cast(row_id, sa.Text())) for name in tables]
    return array(keys, type_=sa.Text())


def _midnight(day: Any) -> Any:
    """The beginning of a day here, where the database's session lives too."""
    return sa.cast(day, sa.DateTime(timezone=True))


@query(allow=Permission.AUDIT_READ)
async def audit_standing(ctx: Context) -> AuditStanding:
    """核对审计链是否完整。

    重算每条记录的指纹并与链头比对。记录很多时只重算最新的一部分（complete 为否，since 为最早一条的时间），
    全部核对请运行 bole audit verify。
    """
    verdict = await audit.follow(await ctx.connection(), newest=NEWEST)
    return AuditStanding(
        whole=verdict.whole,
        complete=verdict.complete,
        entries=verdict.entries,
        since=verdict.since,
        checked_at=ctx.now,
        fault_count=len(verdict.faults),
        faults=verdict.faults[:FAULTS_TOLD],
    )
