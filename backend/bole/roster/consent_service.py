"""Consent: the talent sees what they are asked for, gives it, and takes it back as easily."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.models import DEMO, Entry
from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.errors import Refusal
from bole.core.operation import command, query
from bole.core.permissions import Permission
from bole.roster.career import of
from bole.roster.catalogue import ConsentPurpose
from bole.roster.consent_models import Consent
from bole.roster.events import ConsentGiven, ConsentWithdrawn
from bole.roster.models import Talent

KIND = "consent_purpose"


class NotTheTalent(Refusal):
    """这里只供人才本人办理。请用本人的账号登录；工作人员请在人才资料中查看。"""


class ConsentWordsChanged(Refusal):
    """“{name}”的说明已更新到第 {version} 版。请阅读新的说明后再决定。"""


@dataclass(frozen=True)
class ConsentState:
    """A purpose, the words that are in force, and where the talent stands. `body` is None where the purpose
    is no longer asked for: what was given can still be taken back."""

    purpose: str
    name: str
    version: int
    is_demo: bool
    body: ConsentPurpose | None
    given: bool
    given_version: int | None
    given_at: datetime | None
    withdrawn_at: datetime | None

    @property
    def outdated(self) -> bool:
        """Given, to words that have changed since."""
        return self.given and self.given_version != self.version


@query(allow=Permission.SELF_READ)
async def my_consents(ctx: Context) -> list[ConsentState]:
    """我的授权：每个事项的说明与现状。"""
    latest = await _latest(ctx)
    asked = {entry.code: entry for entry in await lookup.entries(ctx, KIND)}
    states = [_state(code, entry, latest.get(code)) for code, entry in asked.items()]
    gone = [c for c in latest.values() if c.purpose not in asked and c.withdrawn_at is None]
    return states + [_state(c.purpose, None, c) for c in gone]


@command(allow=Permission.SELF_READ)
async def give_consent(ctx: Context, *, purpose: str, version: int) -> ConsentState:
    """同意一个授权事项。

    version 为所阅读说明的版次；说明已更新的须先阅读新版。重复提交只记一次。
    """
    talent = await own_record(ctx)
    entry = await lookup.entry(ctx, KIND, purpose)
    if version != entry.number:
        raise ConsentWordsChanged(name=entry.name, version=entry.number, field="version")
    held = await _open(ctx, purpose)
    if held is not None and held.version == entry.number:
        return _state(purpose, entry, held)
    if held is not None:  # given to older words: that giving ends here
        held.withdrawn_at = ctx.now
        await ctx.db.flush()
    given = Consent(**of(talent), purpose=purpose, version=entry.number, given_at=ctx.now)
    ctx.db.add(given)
    await ctx.db.flush()
    ctx.emit(ConsentGiven(talent.id, purpose, entry.number))
    return _state(purpose, entry, given)


@command(allow=Permission.SELF_READ)
async def withdraw_consent(ctx: Context, *, purpose: str) -> ConsentState:
    """撤回一个授权事项，即时生效；未曾同意或已经撤回的不再提示。"""
    talent = await own_record(ctx)
    entry = next((e for e in await lookup.entries(ctx, KIND) if e.code == purpose), None)
    held = await _open(ctx, purpose)
    if held is not None:
        held.withdrawn_at = ctx.now
        ctx.emit(ConsentWithdrawn(talent.id, purpose))
    if entry is None and held is None:
        await lookup.entry(ctx, KIND, purpose)  # refuses a purpose that never was
    return _state(purpose, entry, held or (await _latest(ctx)).get(purpose))


async def own_record(ctx: Context) -> Talent:
    """The record of whoever acts; refuses all but talents."""
    if ctx.actor.kind is not ActorKind.TALENT or ctx.actor.self_id is None:
        raise NotTheTalent()
    return await ctx.get(Talent, ctx.actor.self_id)


async def _open(ctx: Context, purpose: str) -> Consent | None:
    mine = select(Consent).where(col(Consent.talent_id) == ctx.actor.self_id, col(Consent.purpose) == purpose)
    return (await ctx.db.exec(mine.where(col(Consent.withdrawn_at).is_(None)).with_for_update())).first()


async def _latest(ctx: Context) -> dict[str, Consent]:
    mine = select(Consent).where(col(Consent.talent_id) == ctx.actor.self_id)
    return {c.purpose: c for c in await ctx.db.exec(mine.order_by(col(Consent.given_at), col(Consent.id)))}


def _state(code: str, entry: Entry | None, held: Consent | None) -> ConsentState:
    return ConsentState(
        purpose=code,
        name=entry.name if entry else code,
        version=entry.number if entry else held.version if held else 1,
        is_demo=entry is not None and entry.source == DEMO,
        body=ConsentPurpose.model_validate(entry.body) if entry else None,
        given=held is not None and held.withdrawn_at is None,
        given_version=held.version if held else None,
        given_at=held.given_at if held else None,
        withdrawn_at=held.withdrawn_at if held else None,
    )
