"""Whom an employer sees besides the records it keeps: the people who work for it today, whoever keeps them.

Visibility hangs on the employer's unit, never on a name or a credit code: a rename keeps the people, and those of
a unit that was merged are seen by the unit that took over. Only the role `bole_employer` has these policies;
what everybody else reads is planned as if they did not exist.
"""

from typing import Any, Final

from sqlalchemy import ColumnElement, any_, literal_column
from sqlmodel import col

from bole.core.actor import ActorKind
from bole.core.ddl import EXTRA
from bole.core.table import HI, IN_RANGE, LO

MY_UNITS: Final = f"""any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= {LO} and u.path < {HI}
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine))"""  # noqa: S608  (no input)
"""The employer's own units, and those it took over."""

EMPLOYED: Final = f"""select e.talent_id from employment e
  where e.employer_unit_id = {MY_UNITS} and e.ended_on is null"""  # noqa: S608  (no input)

MY_PEOPLE: Final = f"any (array({EMPLOYED}))"
"""Read once a statement, and then an index condition (as roster/grams.py MY_TALENTS)."""

OWN_LIST: Final = f"(array({EMPLOYED} union select t.id from talent t where {IN_RANGE}))"  # noqa: S608  (no input)


def own_list(talent: Any) -> ColumnElement[bool]:
    """SQL: of those whom the employer employs or keeps. The policies say the same, but a list ordered by an index
    would walk the city for the few that they let through: this begins with the few."""
    mine: Any = literal_column(OWN_LIST)
    return col(talent.id) == any_(mine)


KNOWN_OF_EMPLOYEES: Final = (
    *("talent_name", "identity_document", "level_grant", "education", "title", "honour"),
)
"""What an employer's HR needs of an employee; not family, departures, consents, contacts or cards."""


def _seen(table: str, rows: str) -> str:
    role = ActorKind.EMPLOYER.database_role
    return f"create policy {table}_employer on {table} for select to {role} using ({rows})"


EXTRA += [
    _seen("employment", f"employer_unit_id = {MY_UNITS}"),
    _seen("talent", f"id = {MY_PEOPLE} and status <> 'closed'"),
    *(_seen(table, f"talent_id = {MY_PEOPLE}") for table in KNOWN_OF_EMPLOYEES),
]
