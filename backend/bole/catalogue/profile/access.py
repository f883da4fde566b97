"""What a profile's posts may do and see. Who keeps that lies above the catalogue, and says so here."""

import pkgutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from bole.core.context import Context


@dataclass(frozen=True)
class Access:
    """The roles of a post, and the unit whose rows it sees if that is another than its own."""

    roles: tuple[str, ...] = ()
    sees: str | None = None


@dataclass(frozen=True)
class Keeper:
    """All by post code."""

    tell: Callable[[Context], Awaitable[Mapping[str, Access]]]
    give: Callable[[Context, Mapping[str, Access]], Awaitable[None]]
    """From now on these posts have exactly this access."""


_KEEPERS: list[Keeper] = []


def access_is_kept_by(keeper: Keeper) -> None:
    """Said once, by the slice that keeps it, in its `profile.py`."""
    _KEEPERS[:] = [keeper]


def keeper() -> Keeper:
    _discover()
    (found,) = _KEEPERS
    return found


@lru_cache(maxsize=1)
def _discover() -> None:
    """Imports the `profile` module of every slice above, as shapes.py does with `catalogue`."""
    import bole

    for slice_ in pkgutil.iter_modules(bole.__path__):
        name = f"bole.{slice_.name}.profile"
        if slice_.ispkg and slice_.name not in ("core", "catalogue") and find_spec(name) is not None:
            import_module(name)
