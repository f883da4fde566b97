"""What a level brings in slices above: each says, in a module of its own, what it gives to which level.

brings("card", "卡种", tiers)        # in card/what_if.py; `async def tiers(ctx, on) -> dict[level, name]`
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from bole.core.context import Context

ByLevel = Callable[[Context, date], Awaitable[dict[str, str]]]


@dataclass(frozen=True)
class Consequence:
    code: str
    title: str
    by_level: ByLevel


CONSEQUENCES: Final[dict[str, Consequence]] = {}


def brings(code: str, title: str, by_level: ByLevel) -> None:
    CONSEQUENCES[code] = Consequence(code, title, by_level)


async def benefits(ctx: Context, on: date) -> dict[str, str]:
    """What each level brings on a day, in words."""
    told: dict[str, list[str]] = {}
    for code in sorted(CONSEQUENCES):
        for level, words in (await CONSEQUENCES[code].by_level(ctx, on)).items():
            told.setdefault(level, []).append(words)
    return {level: "、".join(words) for level, words in told.items()}
