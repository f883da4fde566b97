"""What a hot command says: data-modifying CTEs that depend on each other, so that all of them write or none.

    right = update(Entitlement)….where(…, READY).returning(…).cte("right_")
    rows = insert(Redemption).from_select([…], select(… right …)).returning(Redemption).cte("rows_")
    return Change(rows, Redemption, facts=(fact(EntitlementRedeemed, entitlement_id=rows.c.entitlement_id),),
                  otherwise=why_not)

core/hot.py adds the row-level-security context, the outbox, the audit row, the kept answer and the answer.
"""

import dataclasses
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.selectable import CTE

from bole.core.projection import context_cte

CTX = context_cte()
READY = sa.select(CTX.c.s0).scalar_subquery().is_not(None)
"""True once the context is set. PostgreSQL evaluates it as a one-time filter, before the rows below are read."""


@dataclass(frozen=True)
class Write:
    """Rows changed beside the answer's own; `before`: the column of the CTE that holds the old value."""

    table: type
    rows: CTE
    before: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Fact:
    kind: type
    columns: Mapping[str, Any]


def fact(kind: type, /, **columns: Any) -> Fact:
    """A fact told for each row of the change; its fields are columns of the CTEs."""
    return Fact(kind, columns)


@dataclass(frozen=True)
class Change:
    """One statement's worth of change. `rows`: a CTE with every column of `table`, one row when all went well."""

    rows: CTE
    table: type
    otherwise: Callable[..., Awaitable[None]] | None = None
    """Called with a Context and the arguments when nothing was written: finds out why and refuses. A quick
    statement has none: the ordinary command follows."""
    half: str | None = None
    """`table.column` that the statement leaves null, against NOT NULL, where only a part of it could be done:
    PostgreSQL then takes all of it back, and it counts as nothing written."""
    writes: tuple[Write, ...] = ()
    facts: tuple[Fact, ...] = ()
