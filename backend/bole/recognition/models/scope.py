"""Who sees an application: its person, the units above that person, and the units that take part.

Rows carry the `unit_path` of the person, and follow when the person moves to another unit.
"""

from sqlalchemy import ForeignKeyConstraint

from bole.core.table import HI, IN_RANGE, LO, SELF

_PARTY = "select application_id from recognition_party where"
TAKES_PART = f"({_PARTY} unit_path >= {LO} and unit_path < {HI})"
"""Applications in which a unit in range takes part: one hashed subplan a statement."""

MINE = f"talent_id = {SELF}"
APPLICATION_POLICIES = {"staff": f"({IN_RANGE}) or id in {TAKES_PART}", "talent": MINE}
PART_POLICIES = {"staff": f"({IN_RANGE}) or application_id in {TAKES_PART}", "talent": MINE}

NEVER_ALTERED = {"staff": "select, insert", "talent": "select, insert", "system": "select, insert, update"}
"""Grants of a ledger. The platform moves rows to another record of the same person; a trigger keeps what they say."""

TOLD_BY_STAFF = {
    "staff": "select, insert, update",
    "system": "select, insert, update, delete",
    "talent": "select",
}
"""Grants of what a talent reads and never writes."""


def of_its_application(table: str) -> ForeignKeyConstraint:
    """A part lies where its application lies, and belongs to the same person."""
    return ForeignKeyConstraint(
        ["application_id", "talent_id", "unit_path"],
        [
            "recognition_application.id",
            "recognition_application.talent_id",
            "recognition_application.unit_path",
        ],
        name=f"{table}_application_fkey",
        onupdate="CASCADE",
    )


def of_its_person(table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["talent_id", "unit_path"],
        ["talent.id", "talent.unit_path"],
        name=f"{table}_talent_fkey",
        onupdate="CASCADE",
    )
