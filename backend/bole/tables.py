"""Imports every slice's models: a table that nobody imports does not exist for migrations and tests."""

import pkgutil
from importlib import import_module

import bole
from bole.core import ledger  # noqa: F401  (outbox, audit, kept answers)

SLICES = sorted(m.name for m in pkgutil.iter_modules(bole.__path__) if m.ispkg and m.name != "core")

for _slice in SLICES:
    for _module in pkgutil.iter_modules(import_module(f"bole.{_slice}").__path__):
        if _module.name == "models" or _module.name.endswith("_models"):
            import_module(f"bole.{_slice}.{_module.name}")
