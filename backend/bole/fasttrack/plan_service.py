"""The plan of a case: its measures, from the draft to the last one kept."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import col, select

from bole.core.context import Context
from bole.core.errors import Stale
from bole.core.operation import command
from bole.core.permissions import Permission
from bole.fasttrack import casework, rules
from bole.fasttrack.catalogue import FastTrackTerm
from bole.fasttrack.events import (
    AgreementSigned,
    CaseAssessed,
    CaseMoved,
    MeasureAssigned,
    MeasureCompleted,
)
from bole.fasttrack.models import CaseAssessment, CaseStage, FastTrackCase, Measure
from bole.fasttrack.rules import MEASURE_FLOW, MeasureStatus, PartyRole
from bole.org.models import Unit


class MeasureIn(BaseModel):
    """方案中的一项措施"""

    model_config = ConfigDict(extra="forbid")

    id: UUID | None = Field(default=None, description="已有措施的编号；新措施不填")
    kind: str = Field(max_length=40, description="类别代码（见受理时的规定）")
    content: str = Field(min_length=1, max_length=500, description="内容")
    amount: Decimal | None = Field(
        default=None, ge=0, max_digits=14, decimal_places=2, description="金额（元），资金类必填"
    )
    unit_id: UUID = Field(description="责任单位")
    due_on: date = Field(description="完成时限")
    after_assessment: bool = Field(default=False, description="是否评估合格后落实")


@command(allow=Permission.FASTTRACK_LEAD)
async def set_plan(
    ctx: Context, *, case_id: UUID, version: int, measures: list[MeasureIn], note: str | None = None
) -> FastTrackCase:
    """拟定服务方案：列出全部措施。

    带编号的按编号修改，不带的新增，没有列出的取消；次序即列出的次序。version：您看到的案件版本，他人改过则须先对照。
    """
    case = await casework.led(ctx, case_id)
    if case.version != version:
        raise Stale(by=await _last_hand(ctx, case))
    await casework.may(ctx, case, "set_plan")
    terms = casework.terms_of(case)
    existing = {m.id: m for m in await casework.measures_of(ctx, case)}
    rules.check_plan([m.id for m in measures if m.id], set(existing), len(measures))
    ordinals = rules.in_order(
        [existing[m.id].ordinal for m in measures if m.id],
        {m.ordinal for m in existing.values()},
        len(measures),
    )
    for at, (told, ordinal) in enumerate(zip(measures, ordinals, strict=True), start=1):
        values = {**await _values(ctx, terms, told, at), "ordinal": ordinal}
        if told.id is None:
            ctx.db.add(Measure(unit_path=case.unit_path, case_id=case.id, **values))
        else:
            measure = existing.pop(told.id)
            rules.check_planned(measure.status, at)
            for name, value in values.items():
                setattr(measure, name, value)
    for measure in existing.values():
        if measure.status is MeasureStatus.PLANNED:
            measure.status = MEASURE_FLOW.after(measure.status, "drop")
    await casework.take(ctx, case, "set_plan", holder=case.lead_id, note=note)
    ctx.emit(CaseMoved(case.id, "set_plan", (case.unit_id,)))
    return case


async def _last_hand(ctx: Context, case: FastTrackCase) -> str:
    stmt = select(CaseStage.account_name).where(col(CaseStage.case_id) == case.id)
    return (await ctx.db.exec(stmt.order_by(col(CaseStage.seq).desc()).limit(1))).one()


async def _values(ctx: Context, terms: FastTrackTerm, told: MeasureIn, at: int) -> dict[str, Any]:
    kind = terms.kind(told.kind)
    if kind is None:
        known = "、".join(f"{k.name}（{k.code}）" for k in terms.measure_kinds)
        raise rules.NoSuchMeasureKind(kind=told.kind, known=known, field=f"measures.{at - 1}.kind")
    rules.check_amount(name=kind.name, money=kind.money, amount=told.amount, at=at)
    rules.check_due(told.due_on, today=ctx.today, at=at)
    unit = await ctx.get(Unit, told.unit_id)
    return {
        "kind": kind.code,
        "kind_name": kind.name,
        "content": told.content,
        "amount": told.amount,
        "unit_id": unit.id,
        "due_on": told.due_on,
        "after_assessment": told.after_assessment,
    }


@command(allow=Permission.FASTTRACK_LEAD)
async def sign(ctx: Context, *, case_id: UUID, agreement: str) -> FastTrackCase:
    """登记签约。"""
    case = await casework.led(ctx, case_id)
    await casework.take(ctx, case, "sign", holder=case.lead_id)
    case.agreement, case.signed_on = rules.told(agreement, "协议编号", "agreement", 80), ctx.today
    ctx.emit(AgreementSigned(case.id, (case.unit_id,)))
    return case


@command(allow=Permission.FASTTRACK_LEAD)
async def deliver(ctx: Context, *, case_id: UUID) -> FastTrackCase:
    """交办落实：措施逐项交责任单位，须评估的先挂起。"""
    case = await casework.led(ctx, case_id)
    await casework.take(ctx, case, "deliver", holder=None)
    for measure in await casework.measures_of(ctx, case):
        if measure.status is not MeasureStatus.PLANNED:
            continue
        step = "hold" if measure.after_assessment else "assign"
        measure.status = MEASURE_FLOW.after(measure.status, step)
        await casework.join(ctx, case, await ctx.get(Unit, measure.unit_id), PartyRole.DELIVERER)
        await ctx.db.flush()
        if step == "assign":
            ctx.emit(MeasureAssigned(case.id, measure.id, measure.due_on, (measure.unit_id,)))
    return case


@command(allow=Permission.FASTTRACK_DELIVER)
async def complete_measure(ctx: Context, *, measure_id: UUID, result: str) -> Measure:
    """登记一项措施已落实，写明情况。"""
    case = await ctx.lock(FastTrackCase, (await ctx.get(Measure, measure_id)).case_id)
    measure = await ctx.lock(Measure, measure_id)
    await casework.by_unit(ctx, measure.unit_id)
    await casework.not_recused(ctx, case)
    if measure.status is MeasureStatus.HELD:
        raise rules.MeasureAwaitsAssessment(measure=measure.content)
    measure.status = MEASURE_FLOW.after(measure.status, "complete")
    measure.done_on, measure.result = ctx.today, rules.told(result, "落实情况", "result")
    ctx.emit(MeasureCompleted(case.id, measure.id, (case.lead_id,)))
    return measure


@command(allow=Permission.FASTTRACK_LEAD)
async def drop_measure(ctx: Context, *, measure_id: UUID, reason: str) -> Measure:
    """取消一项措施，写明理由。"""
    await casework.led(ctx, (await ctx.get(Measure, measure_id)).case_id)
    measure = await ctx.lock(Measure, measure_id)
    measure.status = MEASURE_FLOW.after(measure.status, "drop")
    measure.result = rules.told(reason, "取消理由", "reason")
    return measure


@command(allow=Permission.FASTTRACK_LEAD)
async def assess(ctx: Context, *, case_id: UUID, period: str, passed: bool, conclusion: str) -> FastTrackCase:
    """登记评估结果：合格的，挂起的措施可以落实。"""
    case = await casework.led(ctx, case_id)
    await casework.take(ctx, case, "assess", holder=case.lead_id, note=conclusion)
    ctx.db.add(
        CaseAssessment(
            unit_path=case.unit_path,
            case_id=case.id,
            period=rules.told(period, "评估期", "period", 40),
            passed=passed,
            conclusion=rules.told(conclusion, "评估结论", "conclusion", 2000),
            assessed_on=ctx.today,
            account_id=ctx.actor.id,
            account_name=ctx.actor.name,
        )
    )
    for measure in await casework.measures_of(ctx, case):
        if passed and measure.status is MeasureStatus.HELD:
            measure.status = MEASURE_FLOW.after(measure.status, "release")
            ctx.emit(MeasureAssigned(case.id, measure.id, measure.due_on, (measure.unit_id,)))
    ctx.emit(CaseAssessed(case.id, passed, (case.unit_id,)))
    return case
