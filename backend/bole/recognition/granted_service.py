"""A standing recognition: reviewed, given up, cancelled."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col

from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.recognition import casework, granting, rules
from bole.recognition.catalogue import day_after_years
from bole.recognition.flow_rules import RECOGNITION_FLOW, RecognitionCheckOutcome
from bole.recognition.granting import ONE_DAY
from bole.recognition.models import Recognition, RecognitionBan, RecognitionCheck
from bole.roster.models import Talent


async def _held(ctx: Context, recognition_id: UUID, step: str) -> Recognition:
    found = await ctx.lock(Recognition, recognition_id)
    RECOGNITION_FLOW.after(found.status, step)
    return found


@command(allow=Permission.RECOGNITION_DECIDE)
async def check_recognition(
    ctx: Context,
    *,
    recognition_id: UUID,
    outcome: RecognitionCheckOutcome,
    opinion: str,
    level: str | None = None,
) -> Recognition:
    """复核认定：合格、降级（写明降到哪一层次，另发证书）或退出。"""
    found = await _held(ctx, recognition_id, outcome.value)
    said = rules.told(opinion, "复核意见", "opinion")
    ctx.db.add(
        RecognitionCheck(
            unit_path=found.unit_path,
            recognition_id=found.id,
            talent_id=found.talent_id,
            outcome=outcome,
            opinion=said,
            checked_on=ctx.today,
            account_name=ctx.actor.name,
        )
    )
    if outcome is RecognitionCheckOutcome.EXIT:
        await granting.end(ctx, found, "exit", last_day=ctx.today - ONE_DAY, reason=f"复核退出：{said}")
    elif outcome is RecognitionCheckOutcome.DOWNGRADE:
        await _downgrade(ctx, found, level)
    return found


async def _downgrade(ctx: Context, found: Recognition, level: str | None) -> None:
    ranks = await casework.ranks(ctx)
    if level is None or level not in ranks or ranks[level] <= ranks.get(found.level, 0):
        raise rules.NotLower(level=found.level_name, field="level")
    talent = await ctx.lock(Talent, found.talent_id)
    rules.check_person(talent.status)
    rule, _ = await casework.rule_in_force(ctx)
    await granting.grant(
        ctx,
        talent,
        level=level,
        talent_type=found.talent_type,
        rule=rule,
        valid_from=granting.earliest(talent, ctx.today),
        valid_until=found.valid_until,
        ends="downgrade",
    )


@command(allow=Permission.RECOGNITION_DECIDE)
async def exit_recognition(ctx: Context, *, recognition_id: UUID, reason: str) -> Recognition:
    """退出认定：本人放弃或不再符合条件，从今天起不再享有该层次。"""
    found = await _held(ctx, recognition_id, "exit")
    said = rules.told(reason, "退出的理由", "reason", 500)
    await granting.end(ctx, found, "exit", last_day=ctx.today - ONE_DAY, reason=said)
    return found


@command(allow=Permission.RECOGNITION_DECIDE)
async def cancel_recognition(
    ctx: Context, *, recognition_id: UUID, reason: str, fraud: bool = False
) -> Recognition:
    """取消认定；fraud：因弄虚作假取消的，在规定年限内不受理其申报。"""
    found = await _held(ctx, recognition_id, "cancel")
    said = rules.told(reason, "取消的理由", "reason", 500)
    await granting.end(ctx, found, "cancel", last_day=ctx.today - ONE_DAY, reason=said)
    if fraud:
        rule, _ = await casework.rule_in_force(ctx)
        ctx.db.add(
            RecognitionBan(
                unit_path=found.unit_path,
                talent_id=found.talent_id,
                valid_from=ctx.today,
                valid_until=day_after_years(ctx.today, rule.ban_years) - ONE_DAY,
                reason=said,
                account_name=ctx.actor.name,
            )
        )
    return found


@query(allow=Permission.RECOGNITION_READ)
def recognition_bans(
    ask: Ask, *, talent_id: UUID | None = None, now_only: bool = True
) -> Select[RecognitionBan]:
    """禁止申报名单。"""
    stmt = sa.select(RecognitionBan)
    if talent_id is not None:
        stmt = stmt.where(col(RecognitionBan.talent_id) == talent_id)
    if now_only:
        stmt = stmt.where(col(RecognitionBan.valid_until) >= ask.today)
    return stmt.order_by(col(RecognitionBan.valid_until).desc(), col(RecognitionBan.id))
