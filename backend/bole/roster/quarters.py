"""Whether a quarter's figures are frozen. Whoever freezes quarters says so here; what is built upon figures asks.

quarters.frozen_by(is_frozen)      # async (ctx, "2026Q3") -> bool, in the slice that freezes
"""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final

from bole.core.context import Context

Frozen = Callable[[Context, str], Awaitable[bool]]
_FREEZERS: Final[list[Frozen]] = []


def frozen_by(freezer: Frozen) -> Frozen:
    _FREEZERS.append(freezer)
    return freezer


async def quarter_is_locked(ctx: Context, quarter: str) -> bool:
    """After this, a figure changes by a 更正 alone."""
    return any([await freezer(ctx, quarter) for freezer in _FREEZERS])


def quarter_of(day: date) -> str:
    """`2026Q3`."""
    return f"{day.year}Q{(day.month + 2) // 3}"
