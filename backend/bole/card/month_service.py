"""每月对账: what a counter's provider used of each service in a month, and whether it is settled."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

import sqlalchemy as sa
from sqlmodel import col

from bole.card import offers
from bole.card.models import Card
from bole.card.quota_models import Redemption
from bole.card.quota_rules import Period, RedemptionStatus, settled_on, window
from bole.card.taking import provider_of
from bole.core.context import Context
from bole.core.errors import InvalidInput
from bole.core.operation import query
from bole.core.permissions import Permission
from bole.identity.models import Partner
from bole.org.models import Unit

MONTH: Final = re.compile(r"(20\d{2})-(0[1-9]|1[0-2])")
COUNTED: Final = (RedemptionStatus.CONFIRMED, RedemptionStatus.REVERSED)
"""A use that was reversed counts in its month, what reversed it in its own: a reversal moves no settled sum."""


@dataclass(frozen=True)
class ServiceMonth:
    """One service in one month. `net` is what is settled: a month may be below zero."""

    service_code: str
    service_name: str
    uses: int
    reversals: int
    net: int
    settled_on: date
    settled: bool


@dataclass(frozen=True)
class CounterMonth:
    month: str
    provider_name: str
    services: list[ServiceMonth]


@query(allow=Permission.CARD_REDEEM)
async def counter_month(ctx: Context, *, month: str) -> CounterMonth:
    """本网点一个月的对账：各项服务的核销、冲正与净次数，是否已结算。

    月份写作 2026-11。冲正计入冲正当日所在的月份，与伙伴接口的对账清单合计相同。
    """
    told = MONTH.fullmatch(month.strip())
    if told is None:
        raise InvalidInput(reason="月份须写作 2026-11", field="month")
    first = date(int(told[1]), int(told[2]), 1)
    days = window(Period.MONTH, first, valid_from=first, valid_until=first)
    r = Redemption
    uses = sa.func.coalesce(sa.func.sum(col(r.amount)).filter(col(r.amount) > 0), 0)
    back = sa.func.coalesce(-sa.func.sum(col(r.amount)).filter(col(r.amount) < 0), 0)
    stmt = (
        sa.select(col(Card.scheme), col(r.service_code), sa.func.max(col(r.service_name)), uses, back)
        .join(Card, col(Card.id) == col(r.card_id))
        .where(
            col(r.provider_id) == provider_of(ctx.actor),
            col(r.day) >= days.starts_on,
            col(r.day) < days.ends_on,
            col(r.status).in_(COUNTED),
        )
        .group_by(col(Card.scheme), col(r.service_code))
        .order_by(col(r.service_code), col(Card.scheme))
    )
    found = list(await ctx.db.execute(stmt))
    settled = {}
    for scheme in sorted({row[0] for row in found}):
        plan = await offers.scheme_or_last(ctx, scheme, days.starts_on)
        settled[scheme] = settled_on(first, settlement_day=plan.settlement_day)
    services = [
        ServiceMonth(code, name, n, back, n - back, settled[scheme], ctx.today >= settled[scheme])
        for scheme, code, name, n, back in found
    ]
    return CounterMonth(f"{first:%Y-%m}", await _provider_name(ctx), services)


async def _provider_name(ctx: Context) -> str:
    id_ = provider_of(ctx.actor)
    found = await ctx.find(Partner, id_) or await ctx.find(Unit, id_)
    return found.name if found is not None else ctx.actor.name


HEADER: Final = ("月份", "服务代码", "服务", "核销次数", "冲正次数", "净次数", "结算日", "是否已结算")


def as_csv(told: CounterMonth) -> bytes:
    """For a spreadsheet: the mark that makes it read UTF-8, and a sum."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow(HEADER)
    for s in told.services:
        done = "已结算" if s.settled else "未结算"
        # a spreadsheet takes such a name for a formula
        name = f"'{s.service_name}" if s.service_name.startswith(("=", "+", "-", "@")) else s.service_name
        lines.writerow([told.month, s.service_code, name, s.uses, s.reversals, s.net, s.settled_on, done])
    sums = [sum(getattr(s, n) for s in told.services) for n in ("uses", "reversals", "net")]
    lines.writerow([told.month, "", "合计", *sums, "", ""])
    return b"\xef\xbb\xbf" + file.getvalue().encode()
