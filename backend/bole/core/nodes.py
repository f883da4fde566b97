"""What a node shows: the fields it lists, and what each of them is in SQL."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import class_mapper

from bole.core.flow import Flow
from bole.core.permissions import Permission

LONGEST_LIST = 100
"""Rows a page or a nested list may hold at most."""


@dataclass(frozen=True)
class Field:
    """One field of a node. Exactly one of `column`, `expression`, `edge` says what it is."""

    column: str | None = None
    expression: Callable[[Any], Any] | None = None
    edge: str | None = None
    many: bool = False
    order: Callable[[Any], Sequence[Any]] | None = None
    only: Callable[[Any], Any] | None = None
    first: int = 20
    allow: Permission | None = None
    otherwise: Callable[[Any], Any] | None = None
    """Of a guarded field: what those without the permission see instead of null."""
    description: str | None = None
    target: Callable[[], "Node"] | None = None


@dataclass
class Node:
    """Rows of `table`, shown to those allowed, field by field as listed."""

    table: type
    allow: Permission | None
    fields: dict[str, Field]
    name: str = ""


NODES: dict[type, Node] = {}
"""Every node by its GraphQL class."""


def guarded(
    allow: Permission,
    shown: Any = None,
    *,
    otherwise: Callable[[Any], Any] | None = None,
    description: str | None = None,
) -> Any:
    """A field shown only to those who hold `allow`; others get null. Wraps `computed(…)` or a column.

    `otherwise`: an SQL expression over the row that others get, where some rows are no secret.
    """
    base = shown if isinstance(shown, Field) else Field()
    return replace(base, allow=allow, otherwise=otherwise, description=description or base.description)


def computed(expression: Callable[[Any], Any], *, description: str) -> Any:
    """A field that is an SQL expression over the node's row."""
    return Field(expression=expression, description=description)


def many(
    order: Callable[[Any], Sequence[Any]],
    *,
    first: int = 20,
    only: Callable[[Any], Any] | None = None,
    edge: str | None = None,
    description: str | None = None,
) -> Any:
    """A short nested list along a relationship; `first` is an argument of the field, at most LONGEST_LIST."""
    return Field(edge=edge or "", many=True, order=order, first=first, only=only, description=description)


def newest(
    order: Callable[[Any], Sequence[Any]],
    edge: str,
    *,
    only: Callable[[Any], Any] | None = None,
    description: str | None = None,
) -> Any:
    """The first row of a to-many relationship in this order, or null."""
    return Field(edge=edge, order=order, only=only, first=1, description=description)


def steps(flow: Flow, status: str = "status") -> Any:
    """The names of the steps that may be taken now: the same table that checks the command."""

    def expression(row: Any) -> Any:
        column = getattr(row, status)
        branches = {
            state.value: postgresql.array([sa.literal(s.name) for s in flow.allowed(state)], type_=sa.Text())
            for state in flow.states
            if flow.allowed(state)
        }
        nothing = sa.cast(sa.literal("{}"), postgresql.ARRAY(sa.Text()))
        if not branches:
            return nothing
        return sa.case(*[(column == sa.literal(v), a) for v, a in branches.items()], else_=nothing)

    return Field(expression=expression, description="此刻可以办理的步骤")


def as_json(expression: Any) -> Any:
    """`expression` as PostgreSQL must give it so that its JSON equals what the GraphQL scalar would say."""
    kind = expression.type
    if isinstance(kind, sa.Enum):
        return sa.func.upper(expression)
    if isinstance(kind, (sa.Numeric, sa.BigInteger)) and not isinstance(kind, sa.Float):
        return sa.cast(expression, sa.Text())
    if isinstance(kind, sa.LargeBinary):
        raise TypeError("sealed bytes are never shown: list the masked twin")
    return expression


def enum_names_agree(values: type[Enum]) -> bool:
    """GraphQL says the member's name, the database its value; `upper()` must lead from one to the other."""
    return all(m.name == str(m.value).upper() for m in values)


def column_description(table: type, column: str) -> str | None:
    """The Chinese words of a column, told once on the model."""
    info = getattr(table, "model_fields", {}).get(column)
    return info.description if info is not None else None


def relationships(table: type) -> dict[str, Any]:
    return dict(class_mapper(table).relationships.items())
