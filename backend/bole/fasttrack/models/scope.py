"""Who sees a case: the unit that opened it (and those above it), and whoever takes part.

Rows carry the `unit_path` of the unit that opened the case, which never changes (units do not move: they
close, and another succeeds them).
"""

from sqlalchemy import ForeignKeyConstraint

from bole.core.table import HI, IN_RANGE, LO, SELF

_PARTY = "select case_id from fasttrack_party where"
TAKES_PART = f"({_PARTY} unit_path >= {LO} and unit_path < {HI})"
"""Cases in which a unit in range takes part: one hashed subplan a statement."""

DECIDES = f"({_PARTY} post_id = {SELF})"

CASE_POLICIES = {"staff": f"({IN_RANGE}) or id in {TAKES_PART}", "leader": f"id in {DECIDES}"}
PART_POLICIES = {"staff": f"({IN_RANGE}) or case_id in {TAKES_PART}", "leader": f"case_id in {DECIDES}"}


NEVER_ALTERED = dict.fromkeys(("staff", "leader", "system"), "select, insert")
"""Grants of a ledger. The trigger that refuses alterations holds for its owner too."""


def of_its_case(table: str) -> ForeignKeyConstraint:
    """A part lies under the same unit as its case."""
    return ForeignKeyConstraint(
        ["case_id", "unit_path"],
        ["fasttrack_case.id", "fasttrack_case.unit_path"],
        name=f"{table}_case_fkey",
    )
