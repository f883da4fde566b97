"""The roles that a profile gives to posts. Who keeps them lies above the catalogue, and says so here."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bole.core.context import Context

Roles = Mapping[str, tuple[str, ...]]
"""Role codes by post code."""


@dataclass(frozen=True)
class Keeper:
    tell: Callable[[Context], Awaitable[Roles]]
    """The roles that posts have now."""
    give: Callable[[Context, Roles], Awaitable[None]]
    """These posts have exactly these roles from now on."""


_KEEPER: list[Keeper] = []


def roles_are_kept_by(keeper: Keeper) -> None:
    """Called once, by the slice that keeps the roles of posts (identity/profile.py)."""
    _KEEPER[:] = [keeper]


def roles_are_kept() -> bool:
    return bool(_KEEPER)


async def roles_told(ctx: Context) -> Roles:
    return await _KEEPER[0].tell(ctx) if _KEEPER else {}


async def give_roles(ctx: Context, roles: Roles) -> None:
    if _KEEPER:
        await _KEEPER[0].give(ctx, roles)
