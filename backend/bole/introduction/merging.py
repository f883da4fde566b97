"""What becomes of claims when two records are one: two units now claim one person, and the office decides. Parted
again, each claim is its own person's and counts whole."""

from sqlmodel import col, select

from bole.core.context import Context
from bole.introduction.crediting import balance, drop, settle
from bole.introduction.models import AttributionCase, IntroductionClaim
from bole.introduction.rules import AttributionStatus
from bole.merge.joining import Joining
from bole.merge.parting import Parting
from bole.merge.parts import goes


async def _settle(joining: Joining) -> None:
    await settle(joining.ctx, joining.survivor.id, why="两条记录合并")


async def _part(parting: Parting) -> None:
    """The ledger takes back what the merge, or a decision that rested on it, had changed."""
    ctx = parting.ctx
    for talent in (parting.survivor, parting.absorbed):
        await _drop_foreign(ctx, talent.id)
    for talent in (parting.survivor, parting.absorbed):
        await settle(ctx, talent.id, why="撤销合并")
        mine = select(IntroductionClaim).where(col(IntroductionClaim.talent_id) == talent.id)
        for claim in (await ctx.db.exec(mine, execution_options={"populate_existing": True})).all():
            await balance(ctx, claim, why="撤销合并")


async def _drop_foreign(ctx: Context, talent_id: object) -> None:
    """Disputes of which a claim now is another person's."""
    mine = select(AttributionCase).where(
        col(AttributionCase.talent_id) == talent_id, col(AttributionCase.status) != AttributionStatus.VOID
    )
    for case in (await ctx.db.exec(mine.with_for_update())).all():
        claims = select(IntroductionClaim).where(col(IntroductionClaim.case_id) == case.id)
        members = (await ctx.db.exec(claims, execution_options={"populate_existing": True})).all()
        if len({c.talent_id for c in members}) > 1:
            drop(ctx, case)
            for claim in members:
                claim.case_id = None if claim.share in (0, 1) else claim.case_id
    await ctx.db.flush()


goes(
    "introduction_claim", "引进申报", told=lambda r: f"{r['arrived_on']} 到岗", placed=False, position=70,
    rule="转入保留的记录；两个单位申报同一人的，转为归属争议，由人才办裁定", then=_settle, choosable=False,
    together=frozenset({"status", "share", "case_id"}), later="（撤销后各自重新计入）",
)  # fmt: skip
goes(
    "attribution_case", "引进归属争议", told=lambda r: f"{r['opened_on']} 立案", placed=False, position=71,
    undo=_part, choosable=False, together=frozenset({"status", "outcome", "decided_at"}),
    later="（撤销后不再争议）",
)  # fmt: skip
