"""Why a use was refused: looked up only when the one statement took nothing, and told with the facts.

The order is the one a person at a counter would ask in: is this a card, may it be used, is this its service,
is there any left. What was merely not granted yet is granted here, and the caller tries again.
"""

from datetime import date

from sqlalchemy import select
from sqlmodel import col
from sqlmodel import select as rows

from bole.card import rules
from bole.card.granting import Subject, grant, open_pools
from bole.card.models import Card
from bole.card.offers import Offer, binding, offers
from bole.card.quota_models import CityPool, Entitlement
from bole.card.quota_rules import (
    ChildNeeded,
    CityPoolExhausted,
    CountedPer,
    NotEligibleTier,
    NotTheirChild,
    ServiceNotGranted,
    StageNeeded,
    check_quota,
)
from bole.card.taking import Taking
from bole.catalogue import lookup
from bole.core.actor import PLATFORM, ActorKind
from bole.core.context import Context, Work
from bole.core.errors import NotFound
from bole.identity.models import PartnerGrant
from bole.org.models import holds
from bole.roster.models import FamilyMember
from bole.roster.rules import Relation


async def why_not(ctx: Context, taking: Taking) -> None:
    """Raises the refusal; returns when what was missing is there now, or room came free meanwhile."""
    card = (await ctx.db.exec(rows(Card).where(col(Card.number) == taking.number))).first()
    if card is None:
        raise NotFound(field="cardNumber")
    await check_card(ctx, card, taking.day)
    if ctx.actor.kind is ActorKind.PARTNER and not await _granted(ctx, taking.service):
        raise ServiceNotGranted(service=taking.service, field="service")
    versions = await offers(ctx, card.scheme, taking.service)
    told = binding(versions, card.tier, taking.day, valid_from=card.valid_from, valid_until=card.valid_until)
    if told is None:
        now = await lookup.entry(ctx, "card_service", taking.service, taking.day)
        raise NotEligibleTier(service=now.name, tier=card.tier_name, field="service")
    _check_subject(told, taking)
    if await _missing(ctx, card, told, taking):
        await _grant(ctx, card, versions, taking)
        return
    await _check_pool(ctx, told, taking)


async def check_card(ctx: Context, card: Card, day: date) -> None:
    """Refuses a card that may not be used on `day`."""
    new_tier = None
    if card.succession is rules.Succession.TIER:
        followed = select(col(Card.tier_name)).where(col(Card.predecessor_id) == card.id)
        new_tier = (await ctx.db.execute(followed)).scalar()
    rules.check_usable(
        status=card.status,
        valid_from=card.valid_from,
        valid_until=card.valid_until,
        day=day,
        succession=card.succession,
        succeeded_on=card.succeeded_on,
        new_tier=new_tier,
    )


async def _granted(ctx: Context, service: str) -> bool:
    stmt = select(col(PartnerGrant.id)).where(
        col(PartnerGrant.partner_id) == ctx.actor.self_id,
        col(PartnerGrant.service_code) == service,
        holds(PartnerGrant, ctx.today),
    )
    return (await ctx.db.execute(stmt)).first() is not None


def _check_subject(told: Offer, taking: Taking) -> None:
    if told.body.per is CountedPer.HOLDER:
        if taking.child_id is not None or taking.stage:
            raise NotTheirChild(field="childId")
        return
    if taking.child_id is None:
        raise ChildNeeded(service=told.name, field="childId")
    if told.body.per is CountedPer.CHILD_STAGE and taking.stage not in told.body.stages:
        raise StageNeeded(service=told.name, stages="、".join(told.body.stages), field="stage")
    if told.body.per is CountedPer.CHILD and taking.stage:
        raise StageNeeded(service=told.name, stages="不分学段，请留空", field="stage")


async def _missing(ctx: Context, card: Card, told: Offer, taking: Taking) -> bool:
    """Whether a right is not granted yet; refuses when one that is has no room, the longest period first."""
    e = Entitlement
    stmt = rows(Entitlement).where(
        col(e.card_id) == card.id,
        col(e.service_code) == taking.service,
        col(e.starts_on) <= taking.day,
        col(e.ends_on) > taking.day,
        col(e.child_id).is_not_distinct_from(taking.child_id),
        col(e.stage) == taking.stage,
    )
    there = {right.period: right for right in await ctx.db.exec(stmt, execution_options=_FRESH)}
    for limit in sorted(told.body.limits_of(card.tier), key=lambda limit: limit.order, reverse=True):
        right = there.get(limit.period)
        if right is not None:
            check_quota(
                limit.period,
                used=right.used,
                reserved=right.reserved,
                lapsed=right.lapsed,
                amount=taking.amount,
                ends_on=right.ends_on,
                quota=right.quota,
            )
    return len(there) < max([right.limits for right in there.values()], default=1)


async def _grant(ctx: Context, card: Card, versions: list[Offer], taking: Taking) -> None:
    """As the platform: a counter may use rights, never grant them. Held locks are all shared ones, so the
    caller's own do not stand in the way."""
    async with Work(ctx.services).write(PLATFORM) as own:
        await _check_child(own, card, taking)
        shared = rows(Card).where(col(Card.id) == card.id).with_for_update(read=True)
        again = (await own.db.exec(shared)).one()
        await check_card(own, again, taking.day)
        subject = Subject(taking.child_id, taking.stage)
        await grant(own, again, versions, taking.day, daily=True, subject=subject)
        await open_pools(own, versions, taking.day)


async def _check_child(ctx: Context, card: Card, taking: Taking) -> None:
    if taking.child_id is None:
        return
    child = await ctx.find(FamilyMember, taking.child_id)
    if child is None or child.talent_id != card.talent_id or child.relation is not Relation.CHILD:
        raise NotTheirChild(field="childId")


async def _check_pool(ctx: Context, told: Offer, taking: Taking) -> None:
    p = CityPool
    stmt = rows(CityPool).where(
        col(p.service_code) == taking.service, col(p.starts_on) <= taking.day, col(p.ends_on) > taking.day
    )
    pool = (await ctx.db.exec(stmt, execution_options=_FRESH)).first()
    if pool is not None and pool.used + pool.reserved + pool.held + taking.amount > pool.quota:
        raise CityPoolExhausted(service=told.name, quota=pool.quota, waiting=pool.waiting, field="service")
    if pool is None and told.body.pool is not None:
        async with Work(ctx.services).write(PLATFORM) as own:
            await open_pools(own, [told], taking.day)


_FRESH = {"populate_existing": True}
