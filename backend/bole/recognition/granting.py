"""What follows from a decision that stands: the certificate, the level in the roster, and its end. Internal steps
of commands, reactions and jobs; whoever calls them holds the rows."""

import secrets
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from bole.core.context import Context
from bole.core.table import new_id
from bole.recognition import casework, rules
from bole.recognition.catalogue import RecognitionRule, day_after_years
from bole.recognition.events import Recognised, RecognitionEnded
from bole.recognition.flow_rules import RECOGNITION_FLOW, RecognitionStatus
from bole.recognition.models import CertificateNumber, Recognition, RecognitionApplication
from bole.roster.events import LevelChanged
from bole.roster.models import Talent
from bole.roster.rules import PRESENT
from bole.roster.standing_service import set_level

ONE_DAY: Final = timedelta(days=1)
LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""A code read off paper: nothing that looks like something else."""
CODE_LENGTH: Final = 12


async def grant(
    ctx: Context,
    talent: Talent,
    *,
    level: str,
    talent_type: str,
    rule: RecognitionRule,
    valid_from: date,
    valid_until: date | None = None,
    application: RecognitionApplication | None = None,
    ends: str = "upgrade",
) -> Recognition:
    """A certificate with the next number. What the person held before ends on the day before (by step `ends`)."""
    held = await standing(ctx, talent.id)
    if held is not None:
        step = "expire" if held.level == level else ends
        await _close(ctx, held, step, last_day=valid_from - ONE_DAY, reason=f"{rule.issuer}另行认定")
    ordinal = await _next_number(ctx)
    made = Recognition(
        unit_path=talent.unit_path,
        talent_id=talent.id,
        application_id=application.id if application is not None else None,
        predecessor_id=held.id if held is not None else None,
        year=ctx.today.year,
        ordinal=ordinal,
        certificate_number=rules.certificate_number(rule.certificate_prefix, ctx.today.year, ordinal),
        verify_code="".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)),
        name=talent.name,
        level=level,
        level_name=await casework.name_of(ctx, "level", level),
        talent_type=talent_type,
        type_name=await casework.name_of(ctx, "talent_type", talent_type),
        issuer=rule.issuer,
        issued_on=ctx.today,
        valid_from=valid_from,
        valid_until=valid_until or day_after_years(valid_from, rule.valid_years) - ONE_DAY,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    told = Recognised(made.id, made.application_id, talent.id, level, made.valid_from, made.valid_until)
    ctx.emit(told)
    if valid_from <= ctx.today:
        await take_effect(ctx, made, talent)
    elif talent.level != level:
        # told ahead: whoever keeps something of the old level closes it at midnight, not a night too late
        ctx.emit(LevelChanged(talent.id, talent.level, level, valid_from))
    return made


async def take_effect(ctx: Context, recognition: Recognition, talent: Talent) -> None:
    """The level stands in the roster from the first day of the recognition to its last."""
    if talent.status in PRESENT:
        basis = f"{recognition.certificate_number} 认定"
        await set_level(
            ctx, talent, recognition.level, recognition.valid_from, basis=basis, until=recognition.valid_until
        )
        if talent.talent_type is None:
            talent.talent_type = recognition.talent_type
    recognition.applied = True


def earliest(talent: Talent, today: date) -> date:
    """The first day on which another level may begin: today, or the day after the present one began."""
    if talent.level_since is not None and talent.level_since >= today:
        return talent.level_since + ONE_DAY
    return today


async def standing(ctx: Context, talent_id: UUID) -> Recognition | None:
    """The recognition that holds, held."""
    stmt = select(Recognition).where(
        col(Recognition.talent_id) == talent_id, col(Recognition.status) == RecognitionStatus.EFFECTIVE
    )
    return (await ctx.db.exec(stmt.with_for_update())).first()


async def end(ctx: Context, recognition: Recognition, step: str, *, last_day: date, reason: str) -> None:
    """The recognition ends after `last_day`, and with it the level, where it is this one's."""
    was_expired = recognition.status is not RecognitionStatus.EFFECTIVE
    await _close(ctx, recognition, step, last_day=last_day, reason=reason)
    if was_expired:
        return
    talent = await ctx.lock(Talent, recognition.talent_id)
    if not recognition.applied:
        # it was told ahead and never came: what was to end at midnight goes on
        ctx.emit(LevelChanged(talent.id, recognition.level, talent.level, ctx.today))
        return
    if talent.level == recognition.level:
        await set_level(ctx, talent, None, last_day + ONE_DAY, basis=reason)


async def _close(ctx: Context, recognition: Recognition, step: str, *, last_day: date, reason: str) -> None:
    recognition.status = RECOGNITION_FLOW.after(recognition.status, step)
    recognition.ended_on = min(max(last_day, recognition.valid_from - ONE_DAY), recognition.valid_until)
    recognition.end_reason = reason[:500]
    ctx.emit(RecognitionEnded(recognition.id, recognition.talent_id, step, recognition.ended_on))
    await ctx.db.flush()  # one may be in force: this one ends before another begins


async def _next_number(ctx: Context) -> int:
    """The next number of this year. The row stays locked to the commit: no gap, no twin."""
    stmt = (
        insert(CertificateNumber)
        .values(id=new_id(), year=ctx.today.year, last=1)
        .on_conflict_do_update(index_elements=["year"], set_={"last": col(CertificateNumber.last) + 1})
        .returning(col(CertificateNumber.last))
    )
    found: int = (await ctx.db.exec(stmt)).scalar_one()
    return found
