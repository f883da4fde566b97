"""Imports what a slice says by being imported: reactions, jobs, timers, shapes of the catalogue, refusals."""

import pkgutil
from functools import lru_cache
from importlib import import_module

from bole.tables import SLICES

EDGES = frozenset({"graphql", "rest", "cli"})


@lru_cache(maxsize=1)
def load() -> None:
    """Every module of every slice but its edges: a job that nobody imports does not exist for the worker."""
    for name in SLICES:
        package = import_module(f"bole.{name}")
        for found in pkgutil.walk_packages(package.__path__, f"bole.{name}."):
            if EDGES.isdisjoint(found.name.split(".")):
                import_module(found.name)
