"""Sealed fields in the clear: one at a time, for a purpose, for minutes, and the talent sees who read what."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.core.context import Context
from bole.core.errors import NotFound, TooManyRequests
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.roster import rules
from bole.roster.career import of
from bole.roster.identity_numbers import DocumentKind, Warned, kind_of, read_identity
from bole.roster.models import IdentityDocument, SensitiveRead, Talent
from bole.roster.rules import RevealPurpose, SecretField
from bole.roster.sealed import PLACES


@dataclass(frozen=True)
class Revealed:
    """A sealed field in full. The page hides it again at `until`."""

    value: str
    until: datetime


@dataclass(frozen=True)
class NumberLook:
    """What an identity number says of itself, before anything is saved."""

    kind: DocumentKind
    masked: str
    birth_date: str | None
    gender: rules.Gender | None
    warnings: list[str]


@command(allow=Permission.ROSTER_REVEAL, replayable=False)
async def reveal(
    ctx: Context,
    *,
    talent_id: UUID,
    field: SecretField,
    purpose: RevealPurpose,
    reason: str,
    document_id: UUID | None = None,
) -> Revealed:
    """查看一项敏感信息的明文。

    须写明用途和具体事由，只显示数分钟；每次查看都留下记录，本人可见。查看证件号码须指明是哪份证件。
    """
    said = rules.filled("具体事由", reason, field="reason")
    talent = await ctx.get(Talent, talent_id)
    await _check_pace(ctx)
    row, sealed = await _sealed(ctx, talent, field, document_id)
    if sealed is None:
        raise rules.NothingToReveal(what=field.label, field="field")
    value = ctx.vault.open(*PLACES[field], row, sealed)
    read = SensitiveRead(
        **of(talent),
        field=field,
        purpose=purpose.label,
        reason=said,
        actor_id=ctx.actor.id,
        actor_name=ctx.actor.name,
        read_at=ctx.now,
    )
    ctx.db.add(read)
    return Revealed(value, ctx.now + timedelta(minutes=rules.REVEAL_MINUTES))


async def _check_pace(ctx: Context) -> None:
    hour = ctx.now - timedelta(hours=1)
    mine = select(sa.func.count(), sa.func.min(col(SensitiveRead.read_at))).where(
        col(SensitiveRead.actor_id) == ctx.actor.id, col(SensitiveRead.read_at) > hour
    )
    count, first = (await ctx.db.exec(mine)).one()
    if count >= rules.REVEALS_PER_HOUR:
        raise TooManyRequests(retry_after=int((first - hour).total_seconds()) + 1)


async def _sealed(
    ctx: Context, talent: Talent, field: SecretField, document_id: UUID | None
) -> tuple[UUID, bytes | None]:
    if field is SecretField.PHONE:
        return talent.id, talent.phone_sealed
    if field is SecretField.EMAIL:
        return talent.id, talent.email_sealed
    document = await ctx.find(IdentityDocument, document_id) if document_id else None
    if document is None or document.talent_id != talent.id:
        raise NotFound(field="documentId")
    return document.id, document.number_sealed


@query(allow=Permission.AUDIT_READ)
def sensitive_reads(
    ask: Ask, *, talent_id: UUID | None = None, actor_id: UUID | None = None
) -> Select[SensitiveRead]:
    """敏感信息查看记录。"""
    stmt = sa.select(SensitiveRead)
    if talent_id is not None:
        stmt = stmt.where(col(SensitiveRead.talent_id) == talent_id)
    if actor_id is not None:
        stmt = stmt.where(col(SensitiveRead.actor_id) == actor_id)
    return stmt.order_by(col(SensitiveRead.read_at).desc(), col(SensitiveRead.id).desc())


@query(allow=Permission.SELF_READ)
def reads_of_me(ask: Ask) -> Select[SensitiveRead]:
    """谁看过本人的敏感信息、为了什么。"""
    mine = sa.select(SensitiveRead).where(col(SensitiveRead.talent_id) == ask.self_id)
    return mine.order_by(col(SensitiveRead.read_at).desc(), col(SensitiveRead.id).desc())


@query(allow=Permission.ROSTER_WRITE)
async def look_at_number(ctx: Context, *, number: str, kind: DocumentKind | None = None) -> NumberLook:
    """录入前核对证件号码。

    不填种类的由号码判断；返回规范写法的掩码、出生日期、性别，以及须人工确认之处。不保存任何内容。
    """
    found = kind or kind_of(number) or DocumentKind.RESIDENT_ID
    read = read_identity(found, number, today=ctx.today)
    return NumberLook(
        read.kind,
        read.masked,
        read.birth_date.isoformat() if read.birth_date else None,
        read.gender,
        [Warned(w).label for w in read.warnings],
    )
