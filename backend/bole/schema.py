"""The GraphQL schema: each slice's root fields, side by side."""

from importlib import import_module
from typing import Any

import strawberry

from bole.core.graph import make_schema
from bole.tables import parts_of

PARTS = [import_module(name) for name in parts_of("graphql")]


def _roots(kind: str) -> tuple[type, ...]:
    found = [
        v
        for part in PARTS
        for n, v in vars(part).items()
        if n.endswith(kind) and v.__module__ == part.__name__
    ]
    return tuple(found)


def _together(kind: str) -> Any:
    bases = _roots(kind)
    return strawberry.type(type(kind, bases, {"__annotations__": {}})) if bases else None


Query, Mutation, Subscription = _together("Query"), _together("Mutation"), _together("Subscription")

schema = make_schema(Query, Mutation, Subscription)
