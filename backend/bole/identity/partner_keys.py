"""Partner systems, the keys they sign with, and the services they may verify and redeem."""

import base64
import binascii
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from sqlalchemy import Select
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.errors import InvalidInput, NotFound, Refusal
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.identity.accounts import ACTORS, role_in_force
from bole.identity.events import (
    PartnerKeyAdded,
    PartnerKeyRevoked,
    PartnerRegistered,
    PartnerResumed,
    PartnerSuspended,
    ServiceGranted,
    ServiceWithdrawn,
)
from bole.identity.memory import forget_after
from bole.identity.models import Partner, PartnerGrant, PartnerKey
from bole.identity.rules import PARTNER_FLOW, KeyAlgorithm

KEY_DAYS = 365
LONGEST_KEY_DAYS = 730
KEYS_AT_ONCE = 2
"""The old and the new: a third would be one that nobody remembers."""


class PartnerCodeTaken(Refusal):
    """编号“{code}”已被伙伴“{name}”使用。请换一个编号。"""


class TooManyKeys(Refusal):
    """“{partner}”已有 {limit} 把有效密钥。请先吊销不再使用的一把，再登记新的。"""


class NotAPartnerRole(Refusal):
    """角色“{role}”是给{actor}的，不能给伙伴系统。请选择伙伴系统的角色。"""

    status = 422


@dataclass(frozen=True)
class IssuedSecret:
    """A shared secret, told once."""

    key_id: str
    secret: str
    valid_until: datetime


@query(allow=Permission.PARTNER_MANAGE)
def partners(ask: Ask) -> Select[Partner]:
    """伙伴系统与服务单位。"""
    return sa.select(Partner).order_by(col(Partner.code), col(Partner.id))


@query(allow=Permission.PARTNER_MANAGE)
def partner(ask: Ask, *, id: UUID) -> Select[Partner]:
    """一个伙伴及其密钥、服务。"""
    return sa.select(Partner).where(col(Partner.id) == id)


@command(allow=Permission.PARTNER_MANAGE)
async def register_partner(
    ctx: Context, *, code: str, name: str, role: str, contact: str | None = None
) -> Partner:
    """登记伙伴系统。"""
    if not code.strip() or not name.strip():
        raise InvalidInput(reason="编号与名称都要填写", field="name" if code.strip() else "code")
    wanted = await role_in_force(ctx, role)
    if wanted.actor is not ActorKind.PARTNER:
        raise NotAPartnerRole(role=role, actor=ACTORS[wanted.actor], field="role")
    taken = (await ctx.db.exec(select(Partner).where(col(Partner.code) == code.strip()))).first()
    if taken is not None:
        raise PartnerCodeTaken(code=taken.code, name=taken.name, field="code")
    made = Partner(code=code.strip(), name=name.strip(), role_code=role, contact=contact)
    ctx.db.add(made)
    await ctx.db.flush()
    ctx.emit(PartnerRegistered(partner_id=made.id))
    return made


@command(allow=Permission.PARTNER_MANAGE)
async def suspend_partner(ctx: Context, *, partner_id: UUID) -> Partner:
    """暂停伙伴：其签名与窗口账号的下一次请求即被拒绝。"""
    found = await ctx.lock(Partner, partner_id)
    found.status = PARTNER_FLOW.after(found.status, "suspend")
    ctx.emit(PartnerSuspended(partner_id=found.id))
    forget_after(ctx, None)
    return found


@command(allow=Permission.PARTNER_MANAGE)
async def resume_partner(ctx: Context, *, partner_id: UUID) -> Partner:
    """恢复暂停的伙伴。"""
    found = await ctx.lock(Partner, partner_id)
    found.status = PARTNER_FLOW.after(found.status, "resume")
    ctx.emit(PartnerResumed(partner_id=found.id))
    forget_after(ctx, None)
    return found


@command(allow=Permission.PARTNER_MANAGE)
async def add_partner_key(
    ctx: Context, *, partner_id: UUID, public_key: str, days: int = KEY_DAYS
) -> PartnerKey:
    """登记伙伴的 Ed25519 公钥（PEM，或 32 字节的 base64）。"""
    return await _add_key(ctx, partner_id, days, public_key=_public_key(public_key))


@command(allow=Permission.PARTNER_MANAGE, replayable=False)
async def issue_partner_secret(ctx: Context, *, partner_id: UUID, days: int = KEY_DAYS) -> IssuedSecret:
    """为不能使用密钥对的伙伴生成共享密钥，只显示这一次。"""
    secret = secrets.token_bytes(32)
    key = await _add_key(ctx, partner_id, days, secret=secret)
    return IssuedSecret(key.key_id, base64.b64encode(secret).decode(), key.valid_until)


async def _add_key(
    ctx: Context, partner_id: UUID, days: int, *, public_key: bytes | None = None, secret: bytes | None = None
) -> PartnerKey:
    if not 1 <= days <= LONGEST_KEY_DAYS:
        raise InvalidInput(reason=f"有效期应为 1 至 {LONGEST_KEY_DAYS} 天", field="days")
    owner = await ctx.lock(Partner, partner_id)
    in_force = select(PartnerKey).where(
        col(PartnerKey.partner_id) == owner.id,
        col(PartnerKey.revoked_at).is_(None),
        col(PartnerKey.valid_until) > ctx.now,
    )
    if len((await ctx.db.exec(in_force)).all()) >= KEYS_AT_ONCE:
        raise TooManyKeys(partner=owner.name, limit=KEYS_AT_ONCE)
    id = new_id()
    made = PartnerKey(
        id=id,
        partner_id=owner.id,
        key_id=f"{owner.code}-{secrets.token_hex(4)}",
        algorithm=KeyAlgorithm.ED25519 if public_key is not None else KeyAlgorithm.HMAC_SHA256,
        public_key=public_key,
        secret_sealed=ctx.vault.seal("partner_key", "secret", id, secret.hex()) if secret else None,
        valid_from=ctx.now,
        valid_until=ctx.now + timedelta(days=days),
    )
    ctx.db.add(made)
    await ctx.db.flush()
    ctx.emit(PartnerKeyAdded(partner_id=owner.id, key_id=made.key_id))
    return made


def _public_key(text: str) -> bytes:
    """32 bytes of an Ed25519 public key, given as PEM or base64."""
    try:
        if "BEGIN" in text:
            loaded = load_pem_public_key(text.strip().encode())
            if isinstance(loaded, Ed25519PublicKey):
                return loaded.public_bytes_raw()
        else:
            return Ed25519PublicKey.from_public_bytes(
                base64.b64decode(text, validate=True)
            ).public_bytes_raw()
    except (ValueError, binascii.Error):
        pass
    raise InvalidInput(reason="不是 Ed25519 公钥（PEM，或 32 字节的 base64）", field="publicKey")


@command(allow=Permission.PARTNER_MANAGE)
async def revoke_partner_key(ctx: Context, *, key_id: UUID) -> PartnerKey:
    """吊销密钥，用它签名的下一次请求即被拒绝。"""
    found = await ctx.lock(PartnerKey, key_id)
    found.revoked_at = found.revoked_at or ctx.now
    ctx.emit(PartnerKeyRevoked(partner_id=found.partner_id, key_id=found.key_id))
    forget_after(ctx, None)
    return found


@command(allow=Permission.PARTNER_MANAGE)
async def grant_service(
    ctx: Context,
    *,
    partner_id: UUID,
    service: str,
    valid_from: date | None = None,
    valid_until: date | None = None,
) -> PartnerGrant:
    """授权伙伴核验与核销一项服务。"""
    await ctx.lock(Partner, partner_id)
    begins = valid_from or ctx.today
    if valid_until is not None and valid_until < begins:
        raise InvalidInput(reason="截止日早于起始日", field="validUntil")
    given = (await ctx.db.exec(_grant(partner_id, service))).first()
    if given is None:
        given = PartnerGrant(partner_id=partner_id, service_code=service, valid_from=begins)
        ctx.db.add(given)
    given.valid_from, given.valid_until = begins, valid_until
    await ctx.db.flush()
    ctx.emit(ServiceGranted(partner_id=partner_id, service=service))
    return given


@command(allow=Permission.PARTNER_MANAGE)
async def withdraw_service(ctx: Context, *, partner_id: UUID, service: str) -> Partner:
    """收回伙伴的一项服务。"""
    owner = await ctx.lock(Partner, partner_id)
    given = (await ctx.db.exec(_grant(partner_id, service))).first()
    if given is None:
        raise NotFound()
    await ctx.db.delete(given)
    ctx.emit(ServiceWithdrawn(partner_id=partner_id, service=service))
    return owner


def _grant(partner_id: UUID, service: str) -> SelectOfScalar[PartnerGrant]:
    return select(PartnerGrant).where(
        col(PartnerGrant.partner_id) == partner_id, col(PartnerGrant.service_code) == service
    )
