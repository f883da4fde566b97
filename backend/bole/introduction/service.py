"""引进：申报、归属争议的裁定，以及各单位各季度的引进数。"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy import Select
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.introduction import rules
from bole.introduction.catalogue import CODE, IntroductionTerms
from bole.introduction.crediting import give, settle, standing
from bole.introduction.events import AttributionDecided, IntroductionClaimed
from bole.introduction.models import AttributionCase, IntroductionClaim
from bole.introduction.rules import (
    ATTRIBUTION_FLOW,
    CLAIM_FLOW,
    NOTHING,
    ArrivalKind,
    AttributionOutcome,
    AttributionStatus,
    ClaimStatus,
    months_later,
)
from bole.roster.editing import editable, open_unit
from bole.roster.models import Talent
from bole.roster.quarters import quarter_is_locked, quarter_of
from bole.roster.rules import filled


class ShareIn(BaseModel):
    """一项申报的份额"""

    claim_id: UUID = Field(description="申报")
    share: Decimal = Field(description="份额（0 至 1）")


@dataclass(frozen=True)
class UnitIntroductions:
    """`credited`: with all corrections; `frozen`: without those made after the quarter was locked."""

    unit_id: UUID
    unit: str
    credited: Decimal
    frozen: Decimal
    pending: int


@dataclass(frozen=True)
class Introductions:
    """What a quarter counts, as it was known on a day."""

    quarter: str
    as_of: date
    locked: bool
    total: Decimal
    units: Sequence[UnitIntroductions]


@query(allow=Permission.INTRODUCTION_READ)
def introduction_claims(
    ask: Ask, *, status: ClaimStatus | None = None, talent_id: UUID | None = None, quarter: str | None = None
) -> Select[IntroductionClaim]:
    """引进申报，最近到岗的在前。"""
    stmt = select(IntroductionClaim)
    if status is not None:
        stmt = stmt.where(col(IntroductionClaim.status) == status)
    if talent_id is not None:
        stmt = stmt.where(col(IntroductionClaim.talent_id) == talent_id)
    if quarter is not None:
        stmt = stmt.where(col(IntroductionClaim.quarter) == quarter)
    return stmt.order_by(col(IntroductionClaim.arrived_on).desc(), col(IntroductionClaim.id).desc())


@query(allow=Permission.INTRODUCTION_DECIDE)
def attribution_cases(ask: Ask, *, status: AttributionStatus | None = None) -> Select[AttributionCase]:
    """引进归属争议，先立案的在前。"""
    stmt = select(AttributionCase)
    if status is not None:
        stmt = stmt.where(col(AttributionCase.status) == status)
    return stmt.order_by(col(AttributionCase.opened_on), col(AttributionCase.id))


FIGURES: Final = sa.text("""
with mine as (
  select unit_id, sum(amount) as credited, coalesce(sum(amount) filter (where not correction), 0) as frozen
  from introduction_credit where quarter = :quarter and recorded_on <= :as_of group by unit_id
), waiting as (
  select unit_id, count(*) as pending from introduction_claim
  where quarter = :quarter and status = 'contested' and claimed_on <= :as_of group by unit_id
)
select u.id as unit_id, u.name as unit, coalesce(m.credited, 0) as credited, coalesce(m.frozen, 0) as frozen,
  coalesce(w.pending, 0) as pending
from unit u left join mine m on m.unit_id = u.id left join waiting w on w.unit_id = u.id
where m.unit_id is not null or w.unit_id is not null order by u.path""")


@query(allow=Permission.INTRODUCTION_READ)
async def introductions(
    ctx: Context, *, quarter: str | None = None, as_of: date | None = None
) -> Introductions:
    """各单位一个季度的引进数。

    一人在一个期间只计一次，份额之和为一；asOf 为某日所知的数字。季度锁定后的变动另计为更正。
    """
    day = as_of or ctx.today
    asked = quarter or quarter_of(day)
    rows = (await ctx.db.execute(FIGURES, {"quarter": asked, "as_of": day})).mappings().all()
    units = [UnitIntroductions(**r) for r in rows]
    total = sum((u.credited for u in units), NOTHING)
    return Introductions(asked, day, await quarter_is_locked(ctx, asked), total, units)


@command(allow=Permission.INTRODUCTION_CLAIM)
async def claim_introduction(
    ctx: Context,
    *,
    talent_id: UUID,
    unit_id: UUID,
    arrived_on: date,
    kind: ArrivalKind = ArrivalKind.FULL,
    note: str | None = None,
) -> IntroductionClaim:
    """申报引进一名人才。

    按到岗日期计入所在季度；同一期间另有单位申报的，转为归属争议，由市委人才办裁定，裁定前都不计。
    """
    talent = editable(await ctx.lock(Talent, talent_id))
    unit = await open_unit(ctx, unit_id)
    if arrived_on > ctx.today:
        raise rules.ArrivalAhead(day=arrived_on.isoformat(), field="arrivedOn")
    terms = await lookup.body(ctx, IntroductionTerms, CODE, on=arrived_on)
    if kind not in terms.kinds_that_count:
        raise rules.NotCounted(kind=kind.label, field="kind")
    for other in await standing(ctx, talent_id):
        early, late = sorted((other.arrived_on, arrived_on))
        if other.unit_id == unit.id and late < months_later(early, terms.period_months):
            raise rules.AlreadyClaimed(
                unit=unit.name,
                arrived_on=other.arrived_on.isoformat(),
                months=terms.period_months,
                field="arrivedOn",
            )
    made = IntroductionClaim(
        unit_path=unit.path,
        talent_id=talent.id,
        talent_name=talent.name,
        unit_id=unit.id,
        arrived_on=arrived_on,
        kind=kind,
        quarter=quarter_of(arrived_on),
        note=note,
        claimed_by=ctx.actor.name,
        claimed_on=ctx.today,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    await settle(ctx, talent.id, why="申报引进")
    ctx.emit(IntroductionClaimed(made.id, talent.id, unit.id))
    return made


@command(allow=Permission.INTRODUCTION_CLAIM)
async def withdraw_introduction(ctx: Context, *, claim_id: UUID, reason: str) -> IntroductionClaim:
    """撤回一项引进申报。"""
    said = filled("撤回理由", reason, field="reason")
    claim = await ctx.get(IntroductionClaim, claim_id)
    await ctx.lock(Talent, claim.talent_id)
    claim = await ctx.lock(IntroductionClaim, claim_id)
    after = CLAIM_FLOW.after(claim.status, "withdraw")
    await give(ctx, claim, NOTHING, why="撤回申报") if claim.status is ClaimStatus.CREDITED else None
    claim.status, claim.withdrawn_reason, claim.case_id = after, said, None
    await ctx.db.flush()
    await settle(ctx, claim.talent_id, why="另一单位撤回申报")
    return claim


@command(allow=Permission.INTRODUCTION_DECIDE)
async def decide_attribution(
    ctx: Context,
    *,
    case_id: UUID,
    outcome: AttributionOutcome,
    reason: str,
    shares: list[ShareIn] | None = None,
) -> AttributionCase:
    """裁定引进归属。

    计给一个单位、由几个单位分享（份额之和为 1），或都不计；写明理由，并通知各申报单位。季度已锁定的，记为更正。
    """
    said = filled("裁定理由", reason, field="reason")
    told = await ctx.get(AttributionCase, case_id)
    await ctx.lock(Talent, told.talent_id)
    case = await ctx.lock(AttributionCase, case_id)
    if case.status is not AttributionStatus.OPEN:
        raise rules.CaseSettled(by=case.decided_by or "他人", status=ATTRIBUTION_FLOW.labels[case.status])
    terms = await lookup.body(ctx, IntroductionTerms, CODE)
    claims = {c.id: c for c in await standing(ctx, case.talent_id) if c.case_id == case.id}
    given = {s.claim_id: s.share for s in shares or ()}
    if unknown := set(given) - set(claims):
        raise rules.SharesUnlikeOutcome(why=f"有 {len(unknown)} 项不属于这一争议", field="shares")
    rules.check_shares(outcome, given, sharing=terms.sharing)
    case.status = ATTRIBUTION_FLOW.after(case.status, "decide")
    case.outcome, case.reason, case.decided_by, case.decided_at = outcome, said, ctx.actor.name, ctx.now
    for claim in claims.values():
        await give(ctx, claim, given.get(claim.id, NOTHING), why=f"裁定：{outcome.label}")
    ctx.emit(AttributionDecided(case.id, case.talent_id))
    return case
