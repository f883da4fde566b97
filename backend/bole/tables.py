"""Imports every slice's models: a table that nobody imports does not exist for migrations and tests."""

import pkgutil
from functools import cache
from importlib import import_module

import bole
from bole.core import ledger  # noqa: F401  (outbox, audit, kept answers)

NO_SLICES = {"core", "demo_work"}
SLICES = sorted(m.name for m in pkgutil.iter_modules(bole.__path__) if m.ispkg and m.name not in NO_SLICES)


@cache
def parts_of(kind: str) -> tuple[str, ...]:
    """The modules of a kind, slice by slice: `graphql` and, where a slice is split by noun, `importing_graphql`."""
    return tuple(
        f"bole.{name}.{found.name}"
        for name in SLICES
        for found in pkgutil.iter_modules(import_module(f"bole.{name}").__path__)
        if found.name == kind or found.name.endswith(f"_{kind}")
    )


for _module in parts_of("models"):
    import_module(_module)
