"""Grants: which rights a card has in the periods that a day falls in. Numbers stay as they are granted.

Rights of a month or longer are granted when a card becomes valid and then by a nightly job, so that the
holder sees them; those of a day, and those of a child, when they are first used. Granting twice grants once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from bole.card.models import Card
from bole.card.offers import Offer, binding, pool_window
from bole.card.quota_models import CityPool, Entitlement, EntitlementLedger
from bole.card.quota_rules import CountedPer, Entry, Period, granted, longest, window
from bole.card.rules import CardStatus
from bole.core.context import Context
from bole.core.table import new_id


@dataclass(frozen=True)
class Subject:
    """Whom a right is counted for: the holder, or one of their children (at one school stage)."""

    child_id: UUID | None = None
    stage: str = ""


HOLDER = Subject()
Used = Mapping[tuple[str, str, date, UUID | None, str], int]


async def grant(
    ctx: Context,
    card: Card,
    versions: Sequence[Offer],
    day: date,
    *,
    daily: bool = False,
    subject: Subject = HOLDER,
) -> int:
    """Grants `card` what the services in `versions` give it for the periods of `day`; how many rows are new.

    `daily`: rights of the single day too. What the holder used of the same period under an earlier card
    counts against it.
    """
    rows = rights(card, versions, day, daily=daily, subject=subject, used=await used_before(ctx, card))
    if not rows:
        return 0
    kept = insert(Entitlement).on_conflict_do_nothing(constraint="entitlement_once")
    new = (await ctx.db.execute(kept.returning(col(Entitlement.id), col(Entitlement.quota)), rows)).all()
    if new:
        entries = [
            {
                "id": new_id(),
                "entitlement_id": id_,
                "talent_id": card.talent_id,
                "unit_path": card.unit_path,
                "entry": Entry.GRANTED,
                "amount": quota or 0,
                "key": "granted",
                "note": "",
                "by_id": ctx.actor.id,
            }
            for id_, quota in new
        ]
        await ctx.db.execute(insert(EntitlementLedger), entries)
    return len(new)


async def used_before(ctx: Context, card: Card) -> Used:
    """What the holder used under other cards, by service, period and subject."""
    e = Entitlement
    group = (col(e.service_code), col(e.period), col(e.starts_on), col(e.child_id), col(e.stage))
    stmt = (
        select(*group, func.sum(col(e.used)))
        .where(col(e.talent_id) == card.talent_id, col(e.card_id) != card.id, col(e.used) > 0)
        .group_by(*group)
    )
    return {
        (s, Period(p).value, d, child, stage): n for s, p, d, child, stage, n in await ctx.db.execute(stmt)
    }


def rights(
    card: Card, versions: Iterable[Offer], day: date, *, daily: bool, subject: Subject, used: Used
) -> list[dict[str, object]]:
    """The rows that `card` should have for the periods of `day`."""
    span = {"valid_from": card.valid_from, "valid_until": card.valid_until}
    made: list[dict[str, object]] = []
    for _, of_service in groupby(versions, key=lambda o: o.code):
        told = binding(of_service, card.tier, day, **span)
        if told is None or (told.body.per is CountedPer.HOLDER) != (subject.child_id is None):
            continue
        limits = told.body.limits_of(card.tier)
        main = longest(limits)
        for limit in limits:
            if limit.period is Period.DAY and not daily:
                continue
            days = window(limit.period, day, **span)
            key = (told.code, limit.period.value, days.starts_on, subject.child_id, subject.stage)
            # A quota for as long as the card lasts begins anew with a new card; others follow the calendar.
            carried = 0 if limit.period is Period.CARD else used.get(key, 0)
            made.append(
                {
                    "id": new_id(),
                    "card_id": card.id,
                    "talent_id": card.talent_id,
                    "unit_path": card.unit_path,
                    "service_code": told.code,
                    "service_name": told.name,
                    "service_class": told.body.service_class,
                    "service_version": told.version,
                    "position": told.position,
                    "tier": card.tier,
                    "period": limit.period,
                    "starts_on": days.starts_on,
                    "ends_on": days.ends_on,
                    "limits": len(limits),
                    "main": limit is main,
                    "pooled": told.body.pool is not None,
                    "child_id": subject.child_id,
                    "stage": subject.stage,
                    "tier_quota": limit.quota,
                    "carried": carried,
                    "quota": granted(limit.quota, used_before=carried),
                    "used": 0,
                    "reserved": 0,
                    "lapsed": 0,
                    "live": card.status is CardStatus.ACTIVE,
                }
            )
    return made


async def open_pools(ctx: Context, versions: Iterable[Offer], day: date) -> int:
    """Opens the city pools of the periods that `day` falls in; how many are new. As with rights, the version
    in force when the period begins decides, or the first one after."""
    rows: dict[tuple[str, date], dict[str, object]] = {}
    for told in versions:
        found = pool_window(told, day)
        if found is None or told.body.pool is None or told.valid_from > day:
            continue
        period, days = found
        if told.valid_until is not None and told.valid_until < days.starts_on:
            continue
        row = {
            "id": new_id(),
            "service_code": told.code,
            "service_name": told.name,
            "period": period,
            "starts_on": days.starts_on,
            "ends_on": days.ends_on,
            "quota": told.body.pool.quota,
            "used": 0,
            "reserved": 0,
            "held": 0,
            "waiting": 0,
        }
        rows.setdefault((told.code, days.starts_on), row)
    if not rows:
        return 0
    there = select(col(CityPool.service_code), col(CityPool.starts_on)).where(
        tuple_(col(CityPool.service_code), col(CityPool.starts_on)).in_(list(rows))
    )
    for known in (await ctx.db.execute(there)).all():
        del rows[known[0], known[1]]
    if not rows:
        return 0
    opened = insert(CityPool).values(list(rows.values())).on_conflict_do_nothing(constraint="city_pool_once")
    return len((await ctx.db.execute(opened.returning(col(CityPool.id)))).all())
