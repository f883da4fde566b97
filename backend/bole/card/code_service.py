"""A holder shows a code, a counter scans it: codes fetched, spent, and what the counter may then do.

The code is the one thing locked here. The card is not: a presentation promises nothing, and a use by it is checked
against the card's rights when it is made (redeem_service.py).
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from bole.card import code_rules as rules
from bole.card import offers
from bole.card.catalogue import CardScheme
from bole.card.code_models import CardCode, CardPresentation
from bole.card.counter_service import granted_services
from bole.card.events import CardPresented
from bole.card.explaining import check_card
from bole.card.models import Card
from bole.card.quota_rules import CountedPer
from bole.card.taking import provider_of
from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.errors import InvalidInput, NotFound
from bole.core.operation import command, query
from bole.core.permissions import Permission
from bole.identity import throttle

TRIES = 4
"""How often digits are drawn anew for windows whose digits are somebody else's at the time: one in a hundred
thousand where a thousand phones are shown at once."""
KEPT = timedelta(hours=1)
"""How long a code that is over is told used from expired; then the hourly job takes it away."""
PRUNED_AT_ONCE = 5000

# The holder ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CodeWindow:
    """One code: shown from `starts_at` until `ends_at`, as a QR code with its digits below."""

    starts_at: datetime
    ends_at: datetime
    digits: str
    qr: str


@dataclass(frozen=True)
class CardCodes:
    """A batch, and the server's time: a phone's own clock may be an hour off."""

    server_time: datetime
    windows: list[CodeWindow]


@command(allow=Permission.SELF_READ, replayable=False)
async def issue_card_codes(ctx: Context, *, card_id: UUID, since: datetime | None = None) -> CardCodes:
    """取本人优才卡的动态码。

    一次取一批，各在自己的时段内出示，没有网络也能用；没用过的原样返回，只补不足的。手机请以 `serverTime` 为准。
    """
    await throttle.take(ctx.services, [(f"codes {ctx.actor.id}", rules.FETCH)], ctx.now)
    card = await ctx.get(Card, card_id)
    if ctx.actor.kind is not ActorKind.TALENT or card.talent_id != ctx.actor.self_id:
        raise NotFound()
    await check_card(ctx, card, ctx.today)
    plan = await offers.scheme_or_last(ctx, card.scheme, ctx.today)
    if since is not None and since.tzinfo is None:
        raise InvalidInput(reason="须注明时区，例如 2026-03-01T09:30:00+08:00", field="since")
    shape = {"seconds": plan.code_seconds, "windows": plan.code_windows}
    first = rules.check_since(since or ctx.now, now=ctx.now, **shape)
    wanted = rules.starts(first, **shape)
    for _ in range(TRIES):
        there = await _unused(ctx, card, first)
        missing = set(wanted) - {row.starts_at for row in there}
        if not missing:
            break
        await _draw(ctx, card, plan, missing)
    return CardCodes(ctx.now, [_window(ctx, row) for row in await _unused(ctx, card, first)])


async def _unused(ctx: Context, card: Card, since: datetime) -> list[Any]:
    c = CardCode
    stmt = (
        sa.select(col(c.starts_at), col(c.ends_at), col(c.digits))
        .where(col(c.card_id) == card.id, col(c.presentation_id).is_(None), col(c.ends_at) > since)
        .order_by(col(c.starts_at))
    )
    return list(await ctx.db.execute(stmt))


async def _draw(ctx: Context, card: Card, plan: CardScheme, starts: Iterable[datetime]) -> None:
    """New codes for these windows. Where the digits are taken, or another phone of the holder was first, nothing
    is written. Not by the model: nobody reads the digits of live codes in the audit."""
    lasts, grace = timedelta(seconds=plan.code_seconds), timedelta(seconds=plan.code_grace_seconds)
    begin = sorted(starts)
    digits = [f"{secrets.randbelow(rules.CODES):0{rules.DIGITS}}" for _ in begin]
    whose = (card.id, card.talent_id, card.unit_path)
    connection = await ctx.connection()
    await connection.execute(_DRAWN, *whose, digits, begin, lasts, grace)


_DRAWN = """
insert into card_code (id, card_id, talent_id, unit_path, digits, starts_at, ends_at, accepted_until)
select uuidv7(), $1, $2, $3, digits, start, start + $6::interval, start + $6::interval + $7::interval
from unnest($4::text[], $5::timestamptz[]) as drawn (digits, start)
order by start
on conflict do nothing"""


def _window(ctx: Context, row: Any) -> CodeWindow:
    told = rules.body(row.digits, row.starts_at)
    qr = rules.qr(told, ctx.vault.stamp(rules.KIND, told))
    return CodeWindow(row.starts_at, row.ends_at, row.digits, qr)


async def prune_codes(ctx: Context) -> int:
    """Takes away codes that are over; how many."""
    c = CardCode
    over = (
        sa.select(col(c.id))
        .where(col(c.accepted_until) < ctx.now - KEPT)
        .order_by(col(c.accepted_until))
        .limit(PRUNED_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    table: sa.Table = CardCode.__table__  # type: ignore[attr-defined]
    gone: Any = await ctx.db.execute(sa.delete(table).where(table.c.id.in_(over)))
    return int(gone.rowcount)


# The counter --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PresentedService:
    """A service that this counter may redeem on the card, and what it must ask for. `most`: more at once are always
    refused, so that no counter is asked how many where only one will do."""

    code: str
    name: str
    shown_on_use: list[str]
    needs_child: bool
    stages: list[str]
    most: int | None


@dataclass(frozen=True)
class Presentation:
    """What a counter learns of a card that was shown: tier and validity, nothing of the person."""

    id: UUID
    tier: str
    tier_name: str
    valid_from: date
    valid_until: date
    presented_at: datetime
    lasts_until: datetime
    services: list[PresentedService]


@command(allow=Permission.CARD_VERIFY)
async def present_card(ctx: Context, *, code: str) -> Presentation:
    """核验持卡人出示的动态码。

    扫码所得的文字，或 8 位数字。一个码只能核验一次；答复卡种、有效期与可核销的服务，几分钟内凭它核销，只限本窗口。
    """
    shown = rules.read_code(code)
    await _check_genuine(ctx, shown)
    spent = await _hold_code(ctx, shown)
    rules.check_alive(
        starts_at=spent.starts_at,
        accepted_until=spent.accepted_until,
        used=spent.presentation_id is not None,
        now=ctx.now,
        scanned=shown.starts_at is not None,
    )
    card = await ctx.get(Card, spent.card_id)
    await check_card(ctx, card, ctx.today)
    plan = await offers.scheme_or_last(ctx, card.scheme, ctx.today)
    made = CardPresentation(
        card_id=card.id,
        **card.model_dump(
            include={"talent_id", "unit_path", "tier", "tier_name", "valid_from", "valid_until"}
        ),
        scanned=shown.starts_at is not None,
        presented_at=ctx.now,
        lasts_until=ctx.now + timedelta(minutes=plan.presentation_minutes),
        provider_id=provider_of(ctx.actor),
        by_id=ctx.actor.id,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    spent.presentation_id = made.id
    ctx.emit(CardPresented(made.id, card.id, card.talent_id))
    return await _told(ctx, made, card)


@query(allow=Permission.CARD_VERIFY)
async def card_presentation(ctx: Context, *, id: UUID) -> Presentation:
    """本窗口刚核验的一张卡，失效之前可再看。"""
    made = await ctx.find(CardPresentation, id)
    if made is None or made.by_id != ctx.actor.id:
        raise rules.PresentationUnknown(field="id")
    rules.check_lasting(made.lasts_until, now=ctx.now)
    return await _told(ctx, made, await ctx.get(Card, made.card_id))


async def _check_genuine(ctx: Context, shown: rules.Shown) -> None:
    """Before the database is asked for the code: a stamp is ours, or typed digits are within the limit."""
    if shown.starts_at is not None:
        if not ctx.vault.bears(rules.KIND, shown.told, shown.stamp):
            raise rules.CodeForged(field="code")
        return
    mine = (f"digits {ctx.actor.id}", rules.TYPED)
    ours = (f"digits of {provider_of(ctx.actor)}", rules.TYPED_TOGETHER)
    await throttle.take(ctx.services, [mine, ours], ctx.now)


async def _hold_code(ctx: Context, shown: rules.Shown) -> CardCode:
    """The code, locked: of two counters at the same instant the second sees it used. Of typed digits the one that
    holds now, else the last that did."""
    await ctx.db.execute(sa.select(sa.func.set_config("app.code", shown.digits, True)))
    c = CardCode
    stmt = select(c).where(col(c.digits) == shown.digits)
    if shown.starts_at is not None:
        stmt = stmt.where(col(c.starts_at) == shown.starts_at)
    else:
        begun = col(c.starts_at) <= ctx.now
        stmt = stmt.order_by(begun.desc(), col(c.starts_at).desc())
    held = stmt.limit(1).with_for_update()
    found = (await ctx.db.exec(held, execution_options={"populate_existing": True})).first()
    if found is not None:
        return found
    if shown.starts_at is not None and shown.starts_at < ctx.now - KEPT:
        raise rules.CodeExpired(field="code")
    raise rules.CodeUnknown(field="code")


async def _told(ctx: Context, made: CardPresentation, card: Card) -> Presentation:
    return Presentation(
        **made.model_dump(include={"id", "tier", "tier_name", "valid_from", "valid_until"}),
        presented_at=made.presented_at,
        lasts_until=made.lasts_until,
        services=await _services(ctx, card),
    )


async def _services(ctx: Context, card: Card) -> list[PresentedService]:
    """What `redeem` would take from this counter for a card of this tier; how much is left it tells when asked."""
    granted = await granted_services(ctx)
    versions = sorted(await offers.offers(ctx, card.scheme), key=lambda o: o.code)
    found = []
    for code, same in groupby(versions, key=lambda o: o.code):
        told = offers.binding(
            same, card.tier, ctx.today, valid_from=card.valid_from, valid_until=card.valid_until
        )
        if told is not None and (granted is None or code in granted):
            found.append(told)
    return [
        PresentedService(
            told.code,
            told.name,
            list(told.body.shown_on_use),
            told.body.per is not CountedPer.HOLDER,
            list(told.body.stages),
            min((n.quota for n in told.body.limits_of(card.tier) if n.quota is not None), default=None),
        )
        for told in sorted(found, key=lambda o: (o.position, o.code))
    ]
