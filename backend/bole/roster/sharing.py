"""Which partner systems received something of a person: each slice tells its own records of it.

received(CardPresentation, "provider_id", "presented_at", "优才卡的卡种与有效期")       # in card/shared.py
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import col

from bole.identity.models import Partner


@dataclass(frozen=True)
class Receiving:
    """A table whose rows say that a partner got something, and when."""

    table: Any
    partner: str
    at: str
    what: str


RECEIVED: Final[list[Receiving]] = []


def received(table: Any, partner: str, at: str, what: str) -> None:
    RECEIVED.append(Receiving(table, partner, at, what))


def partners_of(talent_id: Any, known: Iterable[Receiving] = ()) -> Any:
    """Each partner once: its id and name, what it got, how often, and when last."""
    parts = [
        sa.select(
            getattr(r.table, r.partner).label("partner_id"),
            sa.literal(r.what).label("what"),
            getattr(r.table, r.at).label("at"),
        ).where(r.table.talent_id == talent_id)
        for r in (*known, *RECEIVED)
    ]
    seen = sa.union_all(*parts).subquery("seen")
    return (
        sa.select(
            col(Partner.id), col(Partner.name), sa.func.string_agg(sa.distinct(seen.c.what), "、").label("what"),
            sa.func.count().label("times"), sa.func.max(seen.c.at).label("last_at"),
        )
        .join(seen, seen.c.partner_id == col(Partner.id))
        .group_by(col(Partner.id), col(Partner.name))
        .order_by(sa.text("last_at desc"), col(Partner.id))
    )  # fmt: skip
