"""The units that claim a person hear what became of it. Each may be told twice."""

from uuid import UUID

from sqlmodel import col, select

from bole.core.context import Context
from bole.core.events import on
from bole.introduction.events import AttributionDecided, AttributionDropped, AttributionOpened
from bole.introduction.models import AttributionCase, IntroductionClaim
from bole.introduction.rules import CLAIM_FLOW
from bole.notice.service import notify
from bole.org.offices import desk_of


@on(AttributionOpened)
async def tell_of_the_dispute(ctx: Context, fact: AttributionOpened) -> None:
    for claim in await _claims(ctx, fact.case_id):
        await _tell(
            ctx, claim, "opened", f"引进{claim.talent_name}另有单位申报，待市委人才办裁定", "裁定前暂不计入。"
        )


@on(AttributionDecided)
async def tell_of_the_decision(ctx: Context, fact: AttributionDecided) -> None:
    case = await ctx.get(AttributionCase, fact.case_id)
    if case.outcome is None or case.decided_at is None:
        return
    for claim in await _claims(ctx, fact.case_id):
        counted = f"计入 {claim.share.normalize():f}" if claim.share else "不计"
        title = f"引进{claim.talent_name}的归属已裁定：本单位{counted}"
        await _tell(ctx, claim, f"decided/{case.decided_at.isoformat()}", title, case.reason or "")


@on(AttributionDropped)
async def tell_that_it_is_over(ctx: Context, fact: AttributionDropped) -> None:
    mine = select(IntroductionClaim).where(col(IntroductionClaim.talent_id) == fact.talent_id)
    for claim in (await ctx.db.exec(mine)).all():
        label = CLAIM_FLOW.labels[claim.status]
        title = f"引进{claim.talent_name}的归属不再争议：本单位{label}"
        await _tell(ctx, claim, f"dropped/{fact.case_id}", title, "")


async def _claims(ctx: Context, case_id: UUID) -> list[IntroductionClaim]:
    stmt = select(IntroductionClaim).where(col(IntroductionClaim.case_id) == case_id)
    return list((await ctx.db.exec(stmt.order_by(col(IntroductionClaim.id)))).all())


async def _tell(ctx: Context, claim: IntroductionClaim, what: str, title: str, body: str) -> None:
    await notify(
        ctx,
        kind="introduction",
        title=title,
        body=body,
        about="introduction_claim",
        about_id=claim.id,
        key=f"introduction/{claim.id}/{what}",
        posts=await desk_of(ctx, claim.unit_id),
    )
