"""免申: whoever meets a higher level by what is known is proposed it, and need only say yes."""

import sqlalchemy as sa
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.core.context import Context
from bole.core.errors import Refusal
from bole.core.operation import command
from bole.core.permissions import Permission
from bole.recognition import application_service, casework, facts, predicate
from bole.recognition.catalogue import Directory, DirectoryCriterion
from bole.recognition.events import ExemptionProposed
from bole.recognition.flow_rules import RUNNING, RecognitionRoute
from bole.recognition.models import RecognitionApplication, RecognitionBan
from bole.roster.models import Talent
from bole.roster.rules import PRESENT

MOST_AT_ONCE = 200


@command(allow=Permission.RECOGNITION_LEAD)
async def propose_exemptions(ctx: Context) -> list[RecognitionApplication]:
    """按现行目录找出已达到更高层次的人，各拟一份免申草稿，由本人或其单位确认提交（一次最多 200 人）。"""
    present = next(iter(await lookup.entries(ctx, "talent_directory")), None)
    if present is None:
        await casework.directory_in_force(ctx)  # refuses
    assert present is not None
    directory, order = Directory.model_validate(present.body), await casework.ranks(ctx)
    checkable = sorted(
        (c for c in directory.criteria if c.predicate and c.level in order), key=lambda c: order[c.level]
    )
    made: list[RecognitionApplication] = []
    for criterion in checkable:
        for talent in await _who(ctx, criterion, order, MOST_AT_ONCE - len(made)):
            kind = criterion.talent_type or talent.talent_type
            if kind is None:
                continue
            try:
                drafted = await application_service.draft(
                    ctx,
                    talent,
                    route=RecognitionRoute.EXEMPT,
                    unit=None,
                    criterion=criterion.code,
                    talent_type=kind,
                    statement=f"系统按目录第 {present.number} 版核对，符合：{criterion.text}",
                )
            except Refusal:
                continue  # held at this level already, or not to be served: no proposal for this one
            made.append(drafted)
            ctx.emit(ExemptionProposed(drafted.id, talent.id, criterion.level))
    return made


async def _who(ctx: Context, criterion: DirectoryCriterion, order: dict[str, int], most: int) -> list[Talent]:
    """People who meet it, stand below its level, and have nothing running or forbidden."""
    if most <= 0:
        return []
    assert criterion.predicate is not None
    people = (
        facts.known(sa.cast(ctx.today, sa.Date)).where(col(Talent.status).in_(PRESENT)).subquery("people")
    )
    below = [code for code, rank in order.items() if rank > order[criterion.level]]
    running = select(RecognitionApplication.talent_id).where(col(RecognitionApplication.status).in_(RUNNING))
    banned = select(RecognitionBan.talent_id).where(
        col(RecognitionBan.valid_from) <= ctx.today, col(RecognitionBan.valid_until) >= ctx.today
    )
    stmt = (
        select(Talent)
        .join(people, people.c.id == col(Talent.id))
        .where(
            facts.sql(predicate.parse(criterion.predicate), people.c),
            sa.or_(people.c.level == "", people.c.level.in_(below)),
            col(Talent.id).not_in(running),
            col(Talent.id).not_in(banned),
        )
        .order_by(col(Talent.id))
        .limit(most)
    )
    if criterion.talent_type is not None:
        stmt = stmt.where(people.c.talent_type == criterion.talent_type)
    return list((await ctx.db.exec(stmt)).all())
