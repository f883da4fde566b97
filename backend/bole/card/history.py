"""Which card somebody had on a day, told by the cards alone: what a card's tier is never changes, another card follows.

What of a card's life has no day of its own (freezes, losses) is not told of a past day: a card in hand counts.
"""

from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import col

from bole.card.models import Card
from bole.card.rules import CardStatus
from bole.roster.periods import day_of

ENDED: Final = (CardStatus.CANCELLED, CardStatus.EXPIRED)


def held_on(card: Any, day: Any) -> Any:
    """SQL: this was the card of its scheme on the day. From the day another takes over it is that other's, though
    one issued again bears the dates of the first."""
    before = sa.orm.aliased(Card)
    ended = sa.cast(sa.func.timezone("Asia/Shanghai", card.status_since), sa.Date)
    not_yet: Any = sa.select(sa.literal_column("1")).where(
        col(before.id) == card.predecessor_id, col(before.succeeded_on) > day
    )
    return sa.and_(
        card.valid_from <= day,
        card.valid_until >= day,
        sa.or_(card.succeeded_on.is_(None), card.succeeded_on > day),
        sa.or_(card.status.not_in([s.value for s in ENDED]), ended > day),
        sa.not_(not_yet.correlate_except(before).exists()),
    )


def tier_then(talent: Any) -> Any:
    """SQL: what the talent's card was called on the day that the record is told of."""
    card: Any = sa.orm.aliased(Card)
    mine = sa.select(card.tier_name).where(card.talent_id == talent.id, held_on(card, day_of(talent)))
    found = mine.order_by(card.id.desc()).limit(sa.literal_column("1"))
    return found.correlate_except(card).scalar_subquery()
