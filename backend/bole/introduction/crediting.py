"""Who of those who claim a person is counted: told anew whenever claims change. Internal steps of commands and merges;
whoever calls them holds the talent."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue import lookup
from bole.core.context import Context
from bole.introduction.catalogue import CODE, IntroductionTerms
from bole.introduction.events import AttributionDropped, AttributionOpened
from bole.introduction.models import AttributionCase, IntroductionClaim, IntroductionCredit
from bole.introduction.rules import (
    ATTRIBUTION_FLOW,
    CLAIM_FLOW,
    NOTHING,
    WHOLE,
    AttributionStatus,
    ClaimStatus,
    Told,
    contested,
    periods,
)
from bole.org.models import Unit
from bole.roster.models import Talent
from bole.roster.quarters import quarter_is_locked

STANDING: Final = (ClaimStatus.CREDITED, ClaimStatus.CONTESTED, ClaimStatus.NOT_CREDITED)


async def settle(ctx: Context, talent_id: UUID, *, why: str) -> None:
    """Every period of this person: one claimant counts whole; of several the office decides, and until then none."""
    terms = await lookup.body(ctx, IntroductionTerms, CODE)
    claims = {c.id: c for c in await standing(ctx, talent_id)}
    told = [Told(c.id, c.unit_id, c.arrived_on) for c in claims.values()]
    for group in periods(told, months=terms.period_months):
        members = [claims[t.id] for t in group]
        if contested(group):
            await _dispute(ctx, talent_id, members, first=terms.first_arrival_first, why=why)
        else:
            await _alone(ctx, members, why=why)
    await _drop_empty(ctx, talent_id)
    await ctx.db.flush()


async def standing(ctx: Context, talent_id: UUID) -> Sequence[IntroductionClaim]:
    mine = select(IntroductionClaim).where(
        col(IntroductionClaim.talent_id) == talent_id, col(IntroductionClaim.status).in_(STANDING)
    )
    found = await ctx.db.exec(
        mine.order_by(col(IntroductionClaim.arrived_on), col(IntroductionClaim.id)).with_for_update(),
        execution_options={"populate_existing": True},
    )
    return list(found)


async def _alone(ctx: Context, members: list[IntroductionClaim], *, why: str) -> None:
    """The first of one unit's claims counts; its later ones in the period say the same again."""
    for n, claim in enumerate(members):
        claim.case_id = None
        if n == 0:
            await give(ctx, claim, WHOLE, why=why)
        else:
            await give(ctx, claim, NOTHING, why=why)


async def _dispute(
    ctx: Context, talent_id: UUID, members: list[IntroductionClaim], *, first: bool, why: str
) -> None:
    """A case for these claims: the one there is, if it was about the same ones and is decided, stands."""
    known = {c.case_id for c in members}
    before = next((c.case_id for c in members if c.case_id is not None), None)
    case = await ctx.find(AttributionCase, before) if before is not None else None
    if case is not None and case.status is AttributionStatus.DECIDED and known == {case.id}:
        return
    if case is None or case.status is AttributionStatus.VOID:
        talent = await ctx.get(Talent, talent_id)
        case = AttributionCase(
            unit_path=await _city(ctx, talent),
            talent_id=talent_id,
            talent_name=talent.name,
            period_from=members[0].arrived_on,
            opened_on=ctx.today,
        )
        ctx.db.add(case)
        await ctx.db.flush()
    elif case.status is AttributionStatus.DECIDED:
        case.status = ATTRIBUTION_FLOW.after(case.status, "reopen")
        case.outcome, case.decided_at = None, None
    case.suggested_id = members[0].id if first else None
    case.period_from = members[0].arrived_on
    for claim in members:
        claim.case_id = case.id
        if claim.status is not ClaimStatus.CONTESTED:
            claim.status = CLAIM_FLOW.after(claim.status, "contest")
        await _write(ctx, claim, NOTHING, why=why)
    ctx.emit(AttributionOpened(case.id, talent_id))


async def _city(ctx: Context, talent: Talent) -> int:
    """The path of the whole: cases lie above every unit that has a part in them."""
    path = talent.unit_path
    root = select(col(Unit.path)).where(
        col(Unit.parent_id).is_(None), col(Unit.path) <= path, col(Unit.path_end) > path
    )
    return (await ctx.db.exec(root)).one()


async def _drop_empty(ctx: Context, talent_id: UUID) -> None:
    """Cases that no two claims stand in any more."""
    await ctx.db.flush()
    mine = select(AttributionCase).where(
        col(AttributionCase.talent_id) == talent_id, col(AttributionCase.status) != AttributionStatus.VOID
    )
    for case in (await ctx.db.exec(mine.with_for_update())).all():
        left = select(col(IntroductionClaim.id)).where(
            col(IntroductionClaim.case_id) == case.id, col(IntroductionClaim.status).in_(STANDING)
        )
        if (await ctx.db.exec(left.limit(1))).first() is None:
            drop(ctx, case)


def drop(ctx: Context, case: AttributionCase) -> None:
    case.status = ATTRIBUTION_FLOW.after(case.status, "drop")
    case.outcome, case.decided_at = None, None
    ctx.emit(AttributionDropped(case.id, case.talent_id))


async def give(ctx: Context, claim: IntroductionClaim, share: Decimal, *, why: str) -> None:
    """This claim counts so much from now on, and the ledger tells the difference."""
    if share > 0 and claim.status is not ClaimStatus.CREDITED:
        claim.status = CLAIM_FLOW.after(claim.status, "credit")
    elif share == 0 and claim.status is not ClaimStatus.NOT_CREDITED:
        if claim.status is ClaimStatus.CREDITED:
            claim.status = CLAIM_FLOW.after(claim.status, "contest")
        claim.status = CLAIM_FLOW.after(claim.status, "refuse")
    await _write(ctx, claim, share, why=why)


async def _write(ctx: Context, claim: IntroductionClaim, share: Decimal, *, why: str) -> None:
    claim.share = share
    await ctx.db.flush()
    await balance(ctx, claim, why=why)


async def balance(ctx: Context, claim: IntroductionClaim, *, why: str) -> None:
    """The ledger agrees with the claim. What comes after the quarter was frozen is a correction."""
    written = select(col(IntroductionCredit.amount)).where(col(IntroductionCredit.claim_id) == claim.id)
    change = claim.share - sum((await ctx.db.exec(written)).all(), NOTHING)
    if change == 0:
        return
    ctx.db.add(
        IntroductionCredit(
            unit_path=claim.unit_path,
            claim_id=claim.id,
            unit_id=claim.unit_id,
            quarter=claim.quarter,
            amount=change,
            recorded_on=ctx.today,
            correction=await quarter_is_locked(ctx, claim.quarter),
            why=why[:200],
            by_name=ctx.actor.name,
        )
    )
    await ctx.db.flush()
