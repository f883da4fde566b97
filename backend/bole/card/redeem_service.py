"""核销: the hot command, in one statement, and its late sister for counters that were off the network."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col
from sqlmodel import select as rows

from bole.card import offers, rules
from bole.card.code_models import CardPresentation
from bole.card.code_rules import PresentationUnknown, check_lasting
from bole.card.events import EntitlementRedeemed
from bole.card.explaining import why_not
from bole.card.models import Card
from bole.card.quota_models import Entitlement, Redemption
from bole.card.quota_rules import Entry, RedemptionStatus, check_occurred
from bole.card.taking import EMPTY, HALF, Slots, Taking, parts, statement
from bole.core.change import READY, Change, Write, fact
from bole.core.clock import day_of
from bole.core.context import Context
from bole.core.errors import IdempotencyKeyReused, InvalidInput
from bole.core.faults import TryAgain, null_in
from bole.core.operation import Ask, Prep, Prepared, command
from bole.core.permissions import Permission

TRIES = 4
"""How often a use is tried when what was in its way is gone: a right granted just now, a place given back."""

MOST_AT_ONCE = 100


def number_of(typed: str) -> str:
    number = rules.read_number(typed)
    if number is None:
        raise rules.BadCardNumber(number=typed[:40], field="cardNumber")
    return number


def key_of(key: str) -> str:
    words = key.strip()
    if not 1 <= len(words) <= 255:
        raise InvalidInput(reason="幂等键须为 1 至 255 个字符，每笔业务用一个新的", field="key")
    return words


def amount_of(amount: int) -> int:
    if not 1 <= amount <= MOST_AT_ONCE:
        raise InvalidInput(reason=f"一次核销 1 至 {MOST_AT_ONCE} 次", field="amount")
    return amount


CardNumber = Annotated[str, Prepared(lambda typed: Prep(None, number=number_of(typed)))]
Amount = Annotated[int, Prepared(lambda n: Prep(None, number=amount_of(n)))]
OnceKey = Annotated[str, Prepared(lambda key: Prep(None, text=key_of(key)))]


@command(allow=Permission.CARD_REDEEM)
def redeem(
    ask: Ask,
    *,
    card_number: CardNumber,
    service: str,
    key: OnceKey,
    amount: Amount = 1,
    child_id: UUID | None = None,
    stage: str = "",
) -> Change:
    """核销一次权益。

    本人各周期的额度与全市名额须同时有余，否则都不动用。同一幂等键重复提交，只记一次并返回首次的结果。
    """
    number: Any = card_number
    return _used_now(ask, _why_not_redeemed, number.number, service, key, amount, child_id, stage)


@command(allow=Permission.CARD_REDEEM)
def redeem_presented(
    ask: Ask,
    *,
    presentation_id: UUID,
    service: str,
    key: OnceKey,
    amount: Amount = 1,
    child_id: UUID | None = None,
    stage: str = "",
) -> Change:
    """凭刚才的核验核销一次权益。

    只限核验的窗口，在核验失效之前；其余与按卡号核销相同。同一幂等键重复提交，只记一次并返回首次的结果。
    """
    p: Any = CardPresentation
    mine = sa.and_(col(p.id) == presentation_id, col(p.by_id) == ask.actor_id)
    number = sa.select(col(Card.number)).join(p, col(p.card_id) == col(Card.id)).where(READY, mine)
    return _used_now(
        ask,
        _why_not_presented,
        number.scalar_subquery(),
        service,
        key,
        amount,
        child_id,
        stage,
        presentation_id=presentation_id,
        lasts=sa.exists(sa.select(col(p.id)).where(mine, col(p.lasts_until) > ask.now)),
    )


def _used_now(
    ask: Ask,
    otherwise: Callable[..., Awaitable[None]],
    number: Any,
    service: str,
    key: Any,
    amount: Any,
    child_id: UUID | None,
    stage: str,
    **by: Any,
) -> Change:
    """The one statement, for a card named either way."""
    found = parts(
        Slots(
            number=number,
            service=service,
            day=ask.today,
            occurred_at=ask.now,
            key=key.text,
            amount=sa.cast(amount.number, sa.Integer()),
            used=sa.cast(amount.number, sa.Integer()),
            reserved=sa.literal_column("0"),
            status=sa.literal_column(f"'{RedemptionStatus.CONFIRMED.value}'"),
            entry=sa.literal_column(f"'{Entry.CONFIRMED.value}'"),
            child_id=child_id if child_id is not None else sa.cast(sa.null(), sa.Uuid()),
            stage=stage if stage is not None else EMPTY,
            provider_id=sa.func.coalesce(ask.self_id, ask.unit_id, ask.actor_id),
            by_id=ask.actor_id,
            ready=READY,
            **by,
        )
    )
    rows = sa.union_all(sa.select(found.made), sa.select(found.replay)).add_cte(*found.rest).cte("rows_")
    return Change(
        rows,
        Redemption,
        otherwise=otherwise,
        half=HALF,
        # joined by the frame: a replay counted nothing, so it is neither told nor audited again
        writes=(
            Write(Entitlement, found.counted, before={"used": "used_before", "reserved": "reserved_before"}),
        ),
        facts=(
            fact(
                EntitlementRedeemed,
                redemption_id=rows.c.id,
                card_id=rows.c.card_id,
                talent_id=rows.c.talent_id,
                service_code=rows.c.service_code,
                amount=rows.c.amount,
            ),
        ),
    )


async def _why_not_presented(ctx: Context, *, presentation_id: UUID, **asked: Any) -> None:
    made = await ctx.find(CardPresentation, presentation_id)
    if made is None or made.by_id != ctx.actor.id:
        raise PresentationUnknown(field="presentationId")
    number = (await ctx.get(Card, made.card_id)).number
    taking = _taking(ctx, number, **asked)
    if not await _done_already(ctx, taking):
        check_lasting(made.lasts_until, now=ctx.now)
        await why_not(ctx, taking)


async def _why_not_redeemed(ctx: Context, *, card_number: Any, **asked: Any) -> None:
    taking = _taking(ctx, card_number.number, **asked)
    if not await _done_already(ctx, taking):
        await why_not(ctx, taking)


def _taking(
    ctx: Context,
    number: str,
    *,
    service: str,
    key: Any,
    amount: Any,
    child_id: UUID | None,
    stage: str,
) -> Taking:
    return Taking(
        number=number,
        service=service,
        day=ctx.today,
        occurred_at=ctx.now,
        key=key.text,
        amount=amount.number if isinstance(amount, Prep) else amount,
        child_id=child_id,
        stage=stage,
    )


async def _done_already(ctx: Context, taking: Taking) -> bool:
    """Whether the same act was recorded under this key while we waited: trying again then finds it. Refuses
    the key for another act."""
    r = Redemption
    mine = rows(Redemption).where(col(r.by_id) == ctx.actor.id, col(r.key) == taking.key)
    done = (await ctx.db.exec(mine)).first()
    if done is None:
        return False
    whose = select(col(Card.talent_id)).where(col(Card.number) == taking.number)
    same = (
        done.talent_id == (await ctx.db.execute(whose)).scalar()
        and (done.service_code, done.amount) == (taking.service, taking.amount)
        and (done.child_id, done.stage) == (taking.child_id, taking.stage)
        and (not taking.booked or done.day == taking.day)
    )
    if not same:
        raise IdempotencyKeyReused(field="key")
    return True


@command(allow=Permission.CARD_REDEEM)
async def record_redemption(
    ctx: Context,
    *,
    card_number: str,
    service: str,
    occurred_at: datetime,
    key: str,
    amount: int = 1,
    child_id: UUID | None = None,
    stage: str = "",
) -> Redemption:
    """补录一次核销。

    网点断网时已提供的服务，在规定时限内补录，计入发生当日的额度。
    """
    number = number_of(card_number)
    if occurred_at.tzinfo is None:
        raise InvalidInput(reason="须注明时区，例如 2026-03-01T09:30:00+08:00", field="occurredAt")
    scheme = (await ctx.db.execute(select(col(Card.scheme)).where(col(Card.number) == number))).scalar()
    if scheme is not None:
        body = await offers.scheme_or_last(ctx, scheme, ctx.today)
        check_occurred(occurred_at, now=ctx.now, hours=body.record_within_hours)
    taking = Taking(
        number=number,
        service=service,
        day=day_of(occurred_at),
        occurred_at=occurred_at,
        key=key_of(key),
        amount=amount_of(amount),
        child_id=child_id,
        stage=stage,
    )
    made, new = await take(ctx, taking)
    if new:
        ctx.emit(EntitlementRedeemed(made.id, made.card_id, made.talent_id, service, amount))
    return made


async def _taken(ctx: Context, taking: Taking) -> tuple[UUID | None, UUID | None]:
    """The id of what was made, or of what this key made before, or neither: then nothing was counted."""
    try:
        async with ctx.db.begin_nested():
            made, replay = (await ctx.db.execute(statement(), taking.binds(ctx.actor))).one()
    except IntegrityError as half:
        if null_in(half) != HALF:
            raise
        return None, None
    return made, replay


async def take(ctx: Context, taking: Taking) -> tuple[Redemption, bool]:
    """The same statement inside a unit of work: the redemption, and whether it was made now."""
    for _ in range(TRIES):
        made, replay = await _taken(ctx, taking)
        if made is not None:
            return await ctx.get(Redemption, made), True
        if replay is not None and await _done_already(ctx, taking):
            return await ctx.get(Redemption, replay), False
        if not await _done_already(ctx, taking):
            await why_not(ctx, taking)
    raise TryAgain()
