"""Imports every slice's models: a table that nobody imports does not exist for migrations and tests."""

import pkgutil
from importlib import import_module
from importlib.util import find_spec

import bole
from bole.core import ledger  # noqa: F401  (outbox, audit, kept answers)

SLICES = sorted(m.name for m in pkgutil.iter_modules(bole.__path__) if m.ispkg and m.name != "core")

for _slice in SLICES:
    if find_spec(f"bole.{_slice}.models"):
        import_module(f"bole.{_slice}.models")
