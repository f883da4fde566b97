"""潮州 with an empty roster, a database for each test; the people and operations of tests/roster."""

from tests.roster.conftest import everything, people, roster_db, roster_template

from bole import parts

parts.load()

__all__ = ["everything", "people", "roster_db", "roster_template"]
