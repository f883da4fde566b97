"""What is known of people, as the predicates ask for it: one SELECT for one person and for the whole roster."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col

from bole.core.context import Context
from bole.recognition.predicate import FACTS, Tree
from bole.roster.models import Employment, Honour, Talent
from bole.roster.rules import EmploymentKind


def known(on: Any) -> Any:
    """SELECT id and every fact, a row for each talent; what is not known is null. An empty list is not known
    either: that no honour is entered does not say that there is none."""
    t: Any = Talent
    honours = (
        sa.select(
            col(Honour.talent_id),
            sa.func.array_agg(col(Honour.name)).label("names"),
            sa.func.array_agg(sa.cast(col(Honour.grade), sa.Text)).label("grades"),
        )
        .group_by(col(Honour.talent_id))
        .subquery("honours")
    )
    work = (
        sa.select(
            col(Employment.talent_id),
            sa.func.bool_or(col(Employment.kind) == EmploymentKind.FULL).label("full_time"),
            sa.func.min(sa.case((col(Employment.main), col(Employment.started_on)))).label("since"),
        )
        .where(col(Employment.ended_on).is_(None))
        .group_by(col(Employment.talent_id))
        .subquery("work")
    )

    def years(since: Any) -> Any:
        return sa.cast(sa.func.date_part("year", sa.func.age(on, since)), sa.Integer)

    columns = {
        "age": years(t.birth_date),
        "degree": sa.cast(t.highest_degree, sa.Text),
        "title_rank": sa.cast(t.highest_rank, sa.Text),
        "talent_type": t.talent_type,
        "level": sa.func.coalesce(t.level, ""),
        "nationality": t.nationality,
        "full_time": work.c.full_time,
        "years_here": years(work.c.since),
        "honours": sa.cast(honours.c.names, ARRAY(sa.Text)),
        "honour_grades": sa.cast(honours.c.grades, ARRAY(sa.Text)),
    }
    assert columns.keys() == FACTS.keys()
    return (
        sa.select(t.id.label("id"), *(column.label(name) for name, column in columns.items()))
        .outerjoin(honours, honours.c.talent_id == t.id)
        .outerjoin(work, work.c.talent_id == t.id)
    )


async def facts_of(ctx: Context, talent_id: UUID, on: date | None = None) -> dict[str, Any]:
    """What is known of one person; None where it is not."""
    stmt = known(sa.cast(on or ctx.today, sa.Date)).where(col(Talent.id) == talent_id)
    row = (await ctx.db.execute(stmt)).mappings().one()
    return {name: row[name] for name in FACTS}


def sql(tree: Tree, columns: Any) -> Any:
    """The predicate over columns of `known(…)`: true, false, or null where CEL would have no answer."""
    op, parts = tree.op, tree.parts
    if op == "fact":
        return columns[parts[0]]
    if op == "value":
        return sa.literal(parts[0])
    if op == "each":
        return columns["each"]
    if op in ("and", "or"):
        return (sa.and_ if op == "and" else sa.or_)(*(sql(part, columns) for part in parts))
    if op == "not":
        return sa.not_(sql(parts[0], columns))
    if op == "in":
        left, among = sql(parts[0], columns), parts[1]
        return left.in_(among.parts) if among.op == "values" else left == sa.any_(sql(among, columns))
    if op == "contains":
        return sa.func.strpos(sql(parts[0], columns), parts[1]) > 0
    if op == "startsWith":
        return sa.func.starts_with(sql(parts[0], columns), parts[1])
    if op == "size":
        inner = parts[0]
        return (
            sa.literal(len(inner.parts)) if inner.op == "values" else sa.func.cardinality(sql(inner, columns))
        )
    if op == "any":
        return _any(sql(parts[0], columns), parts[1])
    left, right = (sql(part, columns) for part in parts)
    compared = {"==": left == right, "!=": left != right}
    if op in compared:
        return compared[op]
    return left.op(op, is_comparison=True)(right)


def _any(of: Any, inner: Tree) -> Any:
    each = sa.func.unnest(of).table_valued(sa.column("each", sa.Text)).render_derived()
    met = sa.select(sa.func.bool_or(sql(inner, {"each": each.c.each}))).select_from(each).scalar_subquery()
    return sa.case((of.is_(None), sa.null()), else_=met)
