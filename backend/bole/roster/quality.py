"""How good a record is, in SQL: what is filled in, whether it was looked at lately, whether it contradicts others."""

from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from bole.catalogue.models import Entry
from bole.core.operation import ASK
from bole.roster.models import Talent
from bole.roster.rules import Gender, RecordField, TalentStatus

CODE: Final = "talent"
"""The one entry of its kind: what a city holds against a record."""


def _filled(talent: Any) -> dict[RecordField, Any]:
    return {
        RecordField.PHONE: talent.phone_blind.is_not(None),
        RecordField.GENDER: talent.gender != Gender.UNKNOWN,
        RecordField.TALENT_TYPE: talent.talent_type.is_not(None),
        RecordField.SPECIALTY: talent.specialty.is_not(None),
        RecordField.EMPLOYER: talent.employer_name.is_not(None),
        RecordField.POSITION: talent.position.is_not(None),
        RecordField.DEGREE: talent.highest_degree.is_not(None),
        RecordField.TITLE: talent.highest_title.is_not(None),
        RecordField.RESIDENCE: talent.residence.is_not(None),
    }


def _told() -> Any:
    """The entry in force today; not correlated, so it is read once a statement."""
    entry: Any = aliased(Entry)
    told = sa.select(entry.body).where(
        entry.kind == "record_quality",
        entry.code == CODE,
        entry.valid_from <= ASK.today,
        sa.or_(entry.valid_until.is_(None), entry.valid_until >= ASK.today),
    )
    return told.limit(sa.literal_column("1")).scalar_subquery()


def _number(*path: str) -> Any:
    at: Any = _told()
    for part in path[:-1]:
        at = at[part]
    return sa.func.coalesce(sa.cast(at[path[-1]].astext, sa.Integer), sa.literal_column("0"))


def score(talent: Any) -> Any:
    """0 … 100; 100 where the city has told no weights."""
    zero: Any = sa.literal_column("0")
    whole: Any = sa.literal_column("100")
    weights = {f: _number("weights", f.value) for f in RecordField}
    filled = sum((sa.case((has, weights[f]), else_=zero) for f, has in _filled(talent).items()), start=zero)
    full = sum(weights.values(), start=zero)
    complete = sa.func.coalesce(whole * filled / sa.func.nullif(full, zero), whole)
    costs = sa.case((_old(talent), _number("old_costs")), else_=zero) + sa.case(
        (_conflict(talent), _number("conflict_costs")), else_=zero
    )
    return sa.cast(sa.func.greatest(complete - costs, zero), sa.Integer)


def _old(talent: Any) -> Any:
    months = sa.func.make_interval(sa.literal_column("0"), _number("fresh_months"))
    return sa.or_(talent.status == TalentStatus.STALE, talent.changed_at < ASK.now - months)


def _conflict(talent: Any) -> Any:
    """Another person of today's roster has the same telephone."""
    other: Any = aliased(Talent)
    return (
        sa.select(other.id)
        .where(other.phone_blind == talent.phone_blind, other.id != talent.id, other.status.in_(_HERE))
        .exists()
    )


def gaps(talent: Any) -> Any:
    """What costs the record its points, in words."""
    missing = [sa.case((sa.not_(has), _word(f"缺{f.label}"))) for f, has in _filled(talent).items()]
    told = [
        sa.case((_old(talent), _word("久未更新"))),
        sa.case((_conflict(talent), _word("电话与他人相同"))),
    ]
    return sa.func.array_remove(
        sa.cast(sa.dialects.postgresql.array([*missing, *told]), sa.ARRAY(sa.Text())),
        sa.null(),
        type_=sa.ARRAY(sa.Text()),
    )


def _word(text: str) -> Any:
    return sa.literal_column(f"'{text}'::text", type_=sa.Text())


_HERE: Final = (TalentStatus.CANDIDATE, TalentStatus.ACTIVE, TalentStatus.STALE)

__all__ = ["CODE", "gaps", "score"]
