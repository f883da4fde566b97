"""Reads to be looked at: listed by the catalogue's rules, nightly and on demand; explained or found wrong by a person."""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from bole.catalogue import lookup
from bole.core.context import Context
from bole.core.errors import InvalidInput
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.core.words import Word
from bole.privacy import rules
from bole.privacy.catalogue import Measure, ReadRule
from bole.privacy.models import ReadAnomaly
from bole.privacy.reports import LISTED
from bole.privacy.rules import ANOMALY_FLOW, AnomalyStatus
from bole.roster.rules import filled

MOST_DAYS = 92


class Verdict(Word):
    """复核结论：说明合理、认定违规。"""

    EXPLAIN = "explain"
    VIOLATE = "violate"


@query(allow=Permission.AUDIT_READ)
def read_anomalies(
    ask: Ask, *, status: AnomalyStatus | None = None, rule: str | None = None
) -> Select[ReadAnomaly]:
    """待核实的访问：按目录规则列出的查看记录，只述事实，由审计员核实。"""
    stmt = sa.select(ReadAnomaly)
    if status is not None:
        stmt = stmt.where(col(ReadAnomaly.status) == status)
    if rule is not None:
        stmt = stmt.where(col(ReadAnomaly.rule) == rule)
    return stmt.order_by(col(ReadAnomaly.day).desc(), col(ReadAnomaly.id).desc())


@command(allow=Permission.AUDIT_READ)
async def look_for_anomalies(ctx: Context, *, since: date, until: date) -> int:
    """按现行规则检查一段时间的敏感信息查看记录，返回新列出的条数。

    已经列出的不重复列出，其复核结论不变。
    """
    if until < since or until > ctx.today:
        raise InvalidInput(reason="起止日期不对：止不能早于起，也不能晚于今天", field="until")
    if until - since > timedelta(days=MOST_DAYS):
        raise InvalidInput(reason=f"一次最多检查 {MOST_DAYS} 天，请分段检查", field="since")
    return await look(ctx, since=since, until=until)


async def look(ctx: Context, *, since: date, until: date) -> int:
    """Every rule in force over these days; returns how many were listed anew."""
    found = 0
    for entry in await lookup.entries(ctx, "read_rule"):
        rule = ReadRule.model_validate(entry.body)
        given = {"since": since, "until": until, "least": rule.least}
        if rule.measure is Measure.MANY_PERSONS:
            given["minutes"] = rule.window_minutes or 0
        if rule.measure is Measure.OFF_HOURS:
            given |= {"opens": rule.opens, "closes": rule.closes}
        rows = [
            {
                **row,
                "id": new_id(),
                "rule": entry.code,
                "rule_name": entry.name,
                "words": f"{rule.words}（{row['reads']} 次，{row['persons']} 人）"[:300],
                "status": ANOMALY_FLOW.start,
            }
            for row in (await ctx.db.execute(LISTED[rule.measure], given)).mappings()
        ]
        if rows:
            told = (
                insert(ReadAnomaly).values(rows).on_conflict_do_nothing(constraint="read_anomaly_once_a_day")
            )
            found += len((await ctx.db.execute(told.returning(col(ReadAnomaly.id)))).all())
    return found


@command(allow=Permission.AUDIT_READ)
async def review_anomaly(ctx: Context, *, anomaly_id: UUID, verdict: Verdict, review: str) -> ReadAnomaly:
    """复核一条访问：写明核实情况；结论可以改，改动留痕。"""
    anomaly = await ctx.lock(ReadAnomaly, anomaly_id)
    if anomaly.actor_id == ctx.actor.id:
        raise rules.NotYourOwnRead()
    anomaly.status = ANOMALY_FLOW.after(anomaly.status, verdict.value)
    anomaly.review = filled("核实情况", review, field="review")
    anomaly.reviewed_by_name, anomaly.reviewed_on = ctx.actor.name, ctx.today
    await ctx.db.flush()
    return anomaly


@dataclass(frozen=True)
class Exported:
    """The newest of the list, and the code that leads from the paper back to this export."""

    trace: str
    items: list[ReadAnomaly]


@command(allow=Permission.AUDIT_READ, replayable=False)
async def export_anomalies(ctx: Context) -> Exported:
    """导出待核实的访问，最新的五千条；导出留痕，文件带追溯码。"""
    trace = secrets.token_hex(4).upper()
    ctx.performed.append(f"privacy.export_anomalies#{trace}")
    newest = (
        sa.select(ReadAnomaly).order_by(col(ReadAnomaly.day).desc(), col(ReadAnomaly.id).desc()).limit(5000)
    )
    return Exported(trace, list((await ctx.db.execute(newest)).scalars()))
