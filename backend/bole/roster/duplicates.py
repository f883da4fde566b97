"""One person is in the roster once: what is refused on entry, and what is asked about."""

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from sqlmodel import col, select

from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.org.models import Unit
from bole.roster.codes import Phone
from bole.roster.identity_numbers import IdentityNumber
from bole.roster.models import IdentityDocument, Talent
from bole.roster.rules import AlreadyInRoster, PossibleDuplicate, TalentStatus
from bole.roster.sealed import number_blind, phone_blind


async def refuse_duplicates(
    ctx: Context,
    identities: Iterable[IdentityNumber],
    phone: Phone | None,
    name_key: str,
    *,
    but: Iterable[UUID],
) -> None:
    """Refuses an identity document that is held in scope, and name and phone that both are known.

    A document held out of scope nobody here may hear of: the unique index refuses it (HeldElsewhere)."""
    for identity in identities:
        await refuse_held(ctx, identity)
    if phone is not None:
        await _refuse_phone(ctx, phone_blind(ctx.vault, phone.number), name_key, but)


async def refuse_held(ctx: Context, identity: IdentityNumber) -> None:
    """Also where it rests on a candidate: what was sent to the office to look at is not sent twice."""
    held = _whose().join(IdentityDocument, col(IdentityDocument.talent_id) == col(Talent.id))
    held = held.where(
        col(IdentityDocument.kind) == identity.kind,
        col(IdentityDocument.number_blind) == number_blind(ctx.vault, identity.number),
        col(IdentityDocument.active) | (col(Talent.status) == TalentStatus.CANDIDATE),
    )
    if found := (await ctx.db.exec(held)).first():
        raise AlreadyInRoster(
            kind=identity.kind.label,
            name=found.name,
            unit=found.unit,
            talentId=str(found.id),
            field="documents",
        )


HELD: Final = """
select exists (select from identity_document where kind = $1 and number_blind = $2 and active)"""


async def rest_if_held(ctx: Context, documents: Iterable[IdentityDocument]) -> bool:
    """Documents that another record holds, out of scope, are kept but not in use until the office has looked:
    the answer says no more than the refusal would (HeldElsewhere)."""
    resting = False
    async with ctx.services.database.pool(ActorKind.SYSTEM.database_role).acquire() as connection:
        for document in documents:
            if await connection.fetchval(HELD, document.kind.value, document.number_blind):
                document.active, resting = False, True
    return resting


async def refuse_same_phone(ctx: Context, talent: Talent) -> None:
    """After a change of name or phone: is this now somebody else who is here already?"""
    if talent.phone_blind is not None:
        await _refuse_phone(ctx, talent.phone_blind, talent.name_key, [talent.id])


async def _refuse_phone(ctx: Context, blind: bytes, name_key: str, but: Iterable[UUID]) -> None:
    same = _whose().where(
        col(Talent.phone_blind) == blind,
        col(Talent.name_key) == name_key,
        col(Talent.status) != TalentStatus.CLOSED,
        col(Talent.id).not_in(list(but)),
    )
    if found := (await ctx.db.exec(same.limit(1))).first():
        raise PossibleDuplicate(name=found.name, unit=found.unit, talentId=str(found.id), field="phone")


def _whose() -> Any:
    named: Any = select(col(Talent.id), col(Talent.name), col(Unit.name).label("unit"))
    return named.join(Unit, col(Unit.id) == col(Talent.unit_id)).select_from(Talent)
