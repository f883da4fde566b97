"""What a counter may redeem at all: where a use is recorded late, no card was shown that would tell."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import col

from bole.card.catalogue import CardService
from bole.card.offers import SERVICE
from bole.card.quota_rules import CountedPer
from bole.catalogue import lookup
from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.operation import query
from bole.core.permissions import Permission
from bole.identity.models import PartnerGrant
from bole.org.models import holds


@dataclass(frozen=True)
class CounterService:
    code: str
    name: str


@query(allow=Permission.CARD_REDEEM)
async def counter_services(ctx: Context) -> list[CounterService]:
    """本网点今天可核销的服务，按目录的次序。

    按子女计次的不在其中：窗口不知道持卡人的子女。
    """
    granted = await granted_services(ctx)
    told = []
    for entry in await lookup.entries(ctx, SERVICE, ctx.today):
        body = CardService.model_validate(entry.body)
        if body.per is CountedPer.HOLDER and (granted is None or entry.code in granted):
            told.append(CounterService(entry.code, entry.name))
    return told


async def granted_services(ctx: Context) -> set[str] | None:
    """The codes that a partner was granted today; None for who is bound by the catalogue alone."""
    if ctx.actor.kind is not ActorKind.PARTNER:
        return None
    g = PartnerGrant
    mine = sa.select(col(g.service_code)).where(col(g.partner_id) == ctx.actor.self_id, holds(g, ctx.today))
    return set((await ctx.db.execute(mine)).scalars())
