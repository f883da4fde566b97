"""Narrowing and ordering the roster: filters that the indexes answer, under row policies."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, any_, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from bole.core.operation import Prep
from bole.org.models import Unit
from bole.roster.grams import TalentGram
from bole.roster.models import Talent


def within(unit_path: Any, unit_id: Any) -> ColumnElement[bool]:
    """SQL: the path lies in the unit or below it."""
    start = select(col(Unit.path)).where(col(Unit.id) == unit_id).scalar_subquery()
    end = select(col(Unit.path_end)).where(col(Unit.id) == unit_id).scalar_subquery()
    return and_(unit_path >= start, unit_path < end)


def found_by(
    stmt: Select[Talent], search: Prep, unit_id: Any, talent: type[Talent] = Talent
) -> Select[Talent]:
    """Talents whose names hold what `name_search` made of a query, in the order the token table has them.

    Equalities come in the order (unit, id), prefixes in (spelling, unit, id): either way the first page needs
    the first rows of an index and no sort.
    """
    if search.shape[0] == "letters":
        return _spelled(stmt, search, unit_id, talent)
    for i in range(search.shape[1]):
        piece = aliased(TalentGram)
        stmt = _joined(stmt, piece, unit_id, talent).where(col(piece.gram) == getattr(search, f"g{i}"))
    return stmt.order_by(col(talent.unit_path), col(talent.id))


def spelled_by(search: Prep, talent: type[Talent] = Talent) -> ColumnElement[bool]:
    """SQL: what `found_by` looks for, asked of each person. For those who see few, in whatever units these stand."""
    tokens = col(talent.search_tokens)
    if search.shape[0] == "letters":
        token = func.unnest(tokens).column_valued("token")
        fits = select(token).where(token >= search.low, token < search.high)
        return fits.correlate(talent).exists()
    return and_(*(getattr(search, f"g{i}") == any_(tokens) for i in range(search.shape[1])))


def _spelled(stmt: Select[Talent], search: Prep, unit_id: Any, talent: type[Talent]) -> Select[Talent]:
    spelling = aliased(TalentGram)
    gram = col(spelling.gram)
    token = func.unnest(col(talent.search_tokens)).column_valued("token")
    # of a person's several spellings within the range the first stands for the person: nobody is listed twice
    first = (
        select(func.min(token))
        .where(token >= search.low, token < search.high)
        .correlate(talent)
        .scalar_subquery()
    )
    stmt = _joined(stmt, spelling, unit_id, talent).where(
        gram >= search.low, gram < search.high, gram == first
    )
    return stmt.order_by(gram, col(talent.unit_path), col(talent.id))


def _joined(stmt: Select[Talent], token: Any, unit_id: Any, talent: type[Talent]) -> Select[Talent]:
    # on both columns: then the order of the token's index is known to be the order of the talents
    stmt = stmt.join(token, and_(token.talent_id == talent.id, token.unit_path == talent.unit_path))
    return stmt if unit_id is None else stmt.where(within(token.unit_path, unit_id))
