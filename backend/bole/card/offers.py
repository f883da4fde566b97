"""What the catalogue offers to which card: read once, then plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import col, select

from bole.card.catalogue import CardScheme, CardService, CardTier
from bole.card.quota_rules import Limit, Period, Window, longest, window
from bole.card.rules import Tier
from bole.catalogue import lookup
from bole.catalogue.models import Entry
from bole.core.context import Context
from bole.org.models import holds

SERVICE, TIER, SCHEME = "card_service", "card_tier", "card_scheme"


@dataclass(frozen=True)
class Scheme:
    """One version of a scheme, and its tiers, the finest first."""

    code: str
    name: str
    version: int
    body: CardScheme
    tiers: tuple[Tier, ...]

    def tier_name(self, code: str) -> str:
        return next((t.name for t in self.tiers if t.code == code), code)


@dataclass(frozen=True)
class Offer:
    """One version of one service."""

    code: str
    name: str
    version: int
    position: int
    valid_from: date
    valid_until: date | None
    body: CardService

    def main_window(self, tier: str, day: date, *, valid_from: date, valid_until: date) -> Window:
        limits = self.body.limits_of(tier)
        return window(longest(limits).period, day, valid_from=valid_from, valid_until=valid_until)


async def scheme(ctx: Context, code: str, on: date | None = None) -> Scheme:
    """The scheme in force on a day; refuses NotOffered."""
    entry = await lookup.entry(ctx, SCHEME, code, on)
    tiers = []
    for told in await lookup.entries(ctx, TIER, on):
        tier = CardTier.model_validate(told.body)
        if tier.scheme == code:
            tiers.append(tier.value(told.code, told.name))
    body = CardScheme.model_validate(entry.body)
    return Scheme(entry.code, entry.name, entry.number, body, tuple(tiers))


async def offers(ctx: Context, scheme_code: str, service: str | None = None) -> list[Offer]:
    """Every version of every service of a scheme, or of one service, the oldest first."""
    stmt = select(Entry).where(col(Entry.kind) == SERVICE)
    if service is not None:
        stmt = stmt.where(col(Entry.code) == service)
    made = []
    for entry in await ctx.db.exec(stmt.order_by(col(Entry.position), col(Entry.code), col(Entry.number))):
        body = CardService.model_validate(entry.body)
        if body.scheme == scheme_code:
            made.append(_offer(entry, body))
    return made


async def offer(ctx: Context, service: str, on: date | None = None) -> Offer:
    """The version of a service in force on a day; refuses NotOffered."""
    entry = await lookup.entry(ctx, SERVICE, service, on)
    return _offer(entry, CardService.model_validate(entry.body))


async def offer_or_last(ctx: Context, service: str, on: date) -> CardService:
    """How a service stood on a day, or else as last published: a use is reversed after its end, too."""
    return CardService.model_validate(await _body_or_last(ctx, SERVICE, service, on))


async def scheme_or_last(ctx: Context, code: str, on: date) -> CardScheme:
    """A scheme as it stood on a day, or else as last published."""
    return CardScheme.model_validate(await _body_or_last(ctx, SCHEME, code, on))


async def _body_or_last(ctx: Context, kind: str, code: str, on: date) -> dict[str, Any]:
    stmt = (
        select(Entry)
        .where(col(Entry.kind) == kind, col(Entry.code) == code)
        .order_by(holds(Entry, on).desc(), col(Entry.number).desc())
        .limit(1)
    )
    return (await ctx.db.exec(stmt)).one().body


def _offer(entry: Entry, body: CardService) -> Offer:
    return Offer(
        entry.code, entry.name, entry.number, entry.position, entry.valid_from, entry.valid_until, body
    )


def binding(
    versions: Iterable[Offer], tier: str, day: date, *, valid_from: date, valid_until: date
) -> Offer | None:
    """The version of one service that binds a card on `day`: the first in force within the longest of its
    periods (and since the card began), so that numbers never change in the middle of a year. None when the
    tier has no right to it."""
    for told in versions:
        if tier not in told.body.tiers:
            continue
        longest_window = told.main_window(tier, day, valid_from=valid_from, valid_until=valid_until)
        anchor = min(max(longest_window.starts_on, valid_from), day)
        if told.valid_from <= day and (told.valid_until is None or told.valid_until >= anchor):
            return told
    return None


def pool_window(told: Offer, day: date) -> tuple[Period, Window] | None:
    if told.body.pool is None:
        return None
    period = told.body.pool.period
    return period, window(period, day, valid_from=day, valid_until=day)


__all__ = ["Limit", "Offer", "Scheme", "binding", "offer", "offers", "pool_window", "scheme"]
