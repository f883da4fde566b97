"""A selection becomes one SQL statement that returns JSON.

The operation says *which* rows (a `Select`), the selection says *what* of them (`Want`s over a node). The two
are composed with SQLAlchemy Core from the mapped tables, never from strings. The statement carries its own
row-level-security context in `ctx`: every root sub-select refers to a column of `ctx` and so cannot run before
it; were a plan ever to do so, the policies would see no context and return no rows.
"""

import base64
import binascii
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSON, aggregate_order_by
from sqlalchemy.dialects.postgresql.asyncpg import dialect as asyncpg_dialect
from sqlalchemy.orm import aliased
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.elements import UnaryExpression

from bole.core.errors import InvalidCursor
from bole.core.nodes import Field, Node, as_json
from bole.core.permissions import Permission

DIALECT = asyncpg_dialect(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]
SETTINGS = ("app.lo", "app.hi", "app.actor", "app.self")


@dataclass(frozen=True)
class Want:
    """One selected field: under which key, with which arguments, and what of it."""

    key: str
    field: str
    args: tuple[tuple[str, Any], ...] = ()
    wants: tuple["Want", ...] = ()


@dataclass(frozen=True)
class Root:
    """One root of a read: the rows of `statement`, shown through `node`."""

    key: str
    form: Literal["page", "list", "one"]
    statement: sa.Select
    node: Node
    wants: tuple[Want, ...]
    first: int = 50
    after: bool = False
    prefix: str = "r0"


@dataclass
class Compiled:
    """The text for asyncpg and how to fill it: for each `$n`, a constant or the name of a bind."""

    sql: str
    names: tuple[str, ...]
    constants: dict[str, Any]
    processors: dict[str, Callable[[Any], Any]]
    cursors: dict[str, tuple[type, ...]] = field(default_factory=dict)
    """For each paged root, by prefix: the types of the sort keys its cursor holds."""

    def arguments(self, binds: Mapping[str, Any]) -> list[Any]:
        made = []
        for name in self.names:
            value = binds[name] if name in binds else self.constants[name]
            process = self.processors.get(name)
            made.append(process(value) if process is not None and value is not None else value)
        return made


def compile_read(
    roots: Sequence[Root], permissions: frozenset[Permission], *, whole: bool = True
) -> Compiled:
    """All roots of one request as one statement with one row and one column: the JSON object of `data`.

    `whole=False`: a single root's value alone.
    """
    ctx = context_cte()
    cursors: dict[str, tuple[type, ...]] = {}
    parts = [(root.key, _root(root, permissions, ctx, cursors)) for root in roots]
    answer = sa.select(*[e.label(k) for k, e in parts]).select_from(ctx).subquery("data")
    value = sa.func.row_to_json(answer.table_valued(), type_=JSON) if whole else answer.c[roots[0].key]
    return finish(sa.select(value), cursors)


def context_cte() -> Any:
    """Sets, for this statement's transaction only, whom the row policies see."""
    settings = [
        sa.func.set_config(
            sa.literal_column(f"'{name}'"),
            sa.bindparam(f"ctx_{i}", type_=sa.Text(), required=False),
            sa.literal_column("true"),
        ).label(f"s{i}")
        for i, name in enumerate(SETTINGS)
    ]
    return sa.select(*settings).cte("ctx").prefix_with("MATERIALIZED")


def compile_rows(root: Root, permissions: frozenset[Permission]) -> Compiled:
    """One root inside a transaction whose context is already set: what a command answers with."""
    cursors: dict[str, tuple[type, ...]] = {}
    answer = _root(root, permissions, None, cursors)
    # As text: SQLAlchemy's connections would take JSON apart.
    return finish(sa.select(sa.cast(answer, sa.Text())), cursors)


def finish(statement: Any, cursors: dict[str, tuple[type, ...]]) -> Compiled:
    made = statement.compile(dialect=DIALECT, compile_kwargs={"render_postcompile": True})
    names = tuple(made.positiontup or ())
    processors = {n: p for n, p in made._bind_processors.items() if n in names}
    constants = {n: made.binds[n].effective_value for n in names if n in made.binds}
    for name, value in (made.params or {}).items():
        constants.setdefault(name, value)
    return Compiled(str(made), names, constants, processors, cursors)


# -- roots ------------------------------------------------------------------------------------------------


def _root(root: Root, permissions: frozenset[Permission], ctx: Any, cursors: dict[str, Any]) -> Any:
    if root.form == "page":
        return _page(root, permissions, ctx, cursors)
    statement = _gated(root.statement, ctx)
    rows = _rows(statement, root.node, _entity(root), root.wants, permissions)
    if root.form == "one":
        return sa.select(object_of(rows.limit(sa.literal_column("1")))).scalar_subquery()
    return _array(rows)


def _entity(root: Root) -> Any:
    described = root.statement.column_descriptions[0]
    mapped = sa.inspect(described["entity"], raiseerr=False)  # a table, or an alias over rows made of it
    if mapped is None or not issubclass(mapped.mapper.class_, root.node.table):
        raise TypeError(
            f"{root.key}: the operation selects {described['name']}, the node shows {root.node.name}"
        )
    return described["entity"]


def _gated(statement: sa.Select, ctx: Any) -> sa.Select:
    if ctx is None:
        return statement
    return statement.where(ctx.c.s0.is_not(None)).correlate(ctx)


def _page(root: Root, permissions: frozenset[Permission], ctx: Any, cursors: dict[str, Any]) -> Any:
    """The Relay connection: `first + 1` rows by keyset, cut in SQL."""
    entity, keys = _entity(root), _sort_keys(root.statement)
    cursors[root.prefix] = tuple(_python_type(k) for k, _ in keys)
    lists = [w for w in root.wants if w.field == "nodes"]
    lists += [n for w in root.wants if w.field == "edges" for n in w.wants if n.field == "node"]
    statement = _gated(root.statement, ctx)
    counted = statement
    if root.after:
        statement = statement.where(_beyond(keys, root.prefix))
    columns: list[Any] = []
    for i, want in enumerate(lists):
        columns += [e.label(f"{i} {k}") for k, e in columns_of(root.node, entity, want.wants, permissions)]
    columns += [k.label(f"key {i}") for i, (k, _) in enumerate(keys)]
    limited = (
        statement.with_only_columns(*columns, maintain_column_froms=True)
        .limit(sa.literal_column(str(root.first + 1)))
        .subquery("p")
    )
    numbered = sa.select(limited, sa.func.row_number().over().label("row number")).subquery("n")
    cells: list[Any] = [numbered.c["row number"]]
    for i, want in enumerate(lists):
        again = sa.select(*[numbered.c[f"{i} {w.key}"].label(w.key) for w in want.wants])
        cells.append(object_of(again.correlate(numbered)).label(f"node {i}"))
    if any(w.field in ("pageInfo", "edges") for w in root.wants):
        cells.append(_position([numbered.c[f"key {i}"] for i in range(len(keys))]).label("position"))
    rows = sa.select(*cells).subquery("q")
    in_order = rows.c["row number"]
    cut = in_order <= sa.literal_column(str(root.first))

    def node_of(want: Want) -> Any:
        return rows.c[f"node {next(i for i, w in enumerate(lists) if w is want)}"]

    def listed(item: Any) -> Any:
        ordered = sa.func.json_agg(_ordered(item, in_order), type_=JSON).filter(cut)
        return sa.func.coalesce(ordered, _EMPTY)

    def info(want: Want) -> Any:
        def end(order: Any) -> Any:
            positions = sa.func.array_agg(_ordered(rows.c.position, order), type_=sa.ARRAY(sa.Text()))
            return _cursor(positions.filter(cut)[sa.literal_column("1")])

        known = {
            "hasNextPage": lambda: sa.func.count() > sa.literal_column(str(root.first)),
            "hasPreviousPage": lambda: sa.literal_column("true" if root.after else "false"),
            "endCursor": lambda: end(in_order.desc()),
            "startCursor": lambda: end(in_order),
        }
        named = _named_or(known, "PageInfo")
        return _built({w.key: named(w) for w in want.wants})

    def edge(want: Want) -> Any:
        named = _named_or({"cursor": lambda: _cursor(rows.c.position)}, f"{root.node.name}Edge")
        return _built({w.key: node_of(w) if w.field == "node" else named(w) for w in want.wants})

    answer: dict[str, Any] = {}
    for want in root.wants:
        if want.field == "nodes":
            answer[want.key] = listed(node_of(want))
        elif want.field == "edges":
            answer[want.key] = listed(edge(want))
        elif want.field == "pageInfo":
            answer[want.key] = info(want)
        elif want.field == "totalCount":
            counting: Any = counted.with_only_columns(
                sa.literal_column("1").label("x"), maintain_column_froms=True
            )
            total = counting.order_by(None).subquery("c")
            answer[want.key] = sa.select(sa.func.count()).select_from(total).scalar_subquery()
        else:
            answer[want.key] = _literal_name(f"{root.node.name}Page")
    if all(w.field in ("totalCount", "__typename") for w in root.wants):
        return sa.select(_built(answer)).scalar_subquery()
    # HAVING makes it one row even of no rows, and where nothing asked for is an aggregate
    whole = sa.select(_built(answer)).select_from(rows).having(sa.literal_column("true"))
    return whole.scalar_subquery()


def _named_or(known: Mapping[str, Callable[[], Any]], name: str) -> Callable[[Want], Any]:
    return lambda want: _literal_name(name) if want.field == "__typename" else known[want.field]()


# -- rows -------------------------------------------------------------------------------------------------

_EMPTY = sa.literal_column("'[]'::json", type_=JSON)


def _rows(statement: Any, node: Node, entity: Any, wants: Sequence[Want], permissions: Any) -> Any:
    columns = [e.label(k) for k, e in columns_of(node, entity, wants, permissions)]
    return statement.with_only_columns(*columns, maintain_column_froms=True)


def columns_of(
    node: Node, entity: Any, wants: Sequence[Want], permissions: frozenset[Permission]
) -> list[tuple[str, Any]]:
    return [(w.key, _value(node, entity, w, permissions)) for w in wants]


def _value(node: Node, entity: Any, want: Want, permissions: frozenset[Permission]) -> Any:
    if want.field == "__typename":
        return _literal_name(node.name)
    shown = node.fields[want.field]
    if shown.allow is not None and shown.allow not in permissions:
        return sa.null() if shown.otherwise is None else as_json(shown.otherwise(entity))
    if shown.edge is not None:
        return _edge(shown, entity, want, permissions)
    if shown.expression is not None:
        return as_json(shown.expression(entity))
    return as_json(getattr(entity, shown.column or want.field))


def _edge(shown: Field, entity: Any, want: Want, permissions: frozenset[Permission]) -> Any:
    assert shown.target is not None and shown.edge is not None
    node = shown.target()
    far: Any = aliased(node.table)
    source = sa.inspect(entity).selectable
    related = _of_rows(entity, getattr(entity, shown.edge).of_type(far).__clause_element__())
    columns = [e.label(k) for k, e in columns_of(node, far, want.wants, permissions)]
    rows = sa.select(*columns).select_from(far).where(related).correlate(source)
    if shown.only is not None:
        rows = rows.where(shown.only(far))
    if shown.order is not None:
        first = dict(want.args).get("first", shown.first)
        rows = rows.order_by(*shown.order(far)).limit(sa.literal_column(str(int(first))))
    return _array(rows) if shown.many else object_of(rows)


def _of_rows(entity: Any, related: Any) -> Any:
    """Of an alias over rows made elsewhere: `of_type` takes the columns that they replace from the table."""
    mapped = sa.inspect(entity)
    table, rows = mapped.mapper.local_table, mapped.selectable
    if not isinstance(rows, sa.Subquery):
        return related

    def replaced(element: Any, **_: Any) -> Any:
        return rows.c[element.key] if isinstance(element, sa.Column) and element.table is table else None

    return visitors.replacement_traverse(related, {}, replaced)


def object_of(rows: Any) -> Any:
    row = rows.subquery("r")
    return sa.select(sa.func.row_to_json(row.table_valued(), type_=JSON)).scalar_subquery()


def _array(rows: Any) -> Any:
    row = rows.subquery("r")
    listed = sa.func.json_agg(row.table_valued(), type_=JSON)
    return sa.select(sa.func.coalesce(listed, _EMPTY)).scalar_subquery()


def _literal_name(name: str) -> Any:
    return sa.literal_column(f"'{name}'::text")


def _built(pairs: Mapping[str, Any]) -> Any:
    flat: list[Any] = []
    for key, value in pairs.items():
        flat += [sa.literal_column(f"'{key}'"), value]
    return sa.func.json_build_object(*flat, type_=JSON)


def _ordered(item: Any, by: Any) -> Any:
    return aggregate_order_by(item, by)


# -- keyset -----------------------------------------------------------------------------------------------


def _sort_keys(statement: sa.Select) -> list[tuple[Any, bool]]:
    """(expression, descending) of each ORDER BY clause."""
    keys = []
    for clause in statement._order_by_clauses:
        if isinstance(clause, UnaryExpression) and clause.modifier in (operators.desc_op, operators.asc_op):
            keys.append((clause.element, clause.modifier is operators.desc_op))
        else:
            keys.append((clause, False))
    if not keys:
        raise TypeError("a paged operation must say its order, ending in the id")
    return keys


def _beyond(keys: Sequence[tuple[Any, bool]], prefix: str) -> Any:
    binds = [
        sa.bindparam(f"{prefix}_after_{i}", type_=k.type, required=False) for i, (k, _) in enumerate(keys)
    ]
    if len({d for _, d in keys}) == 1:
        here, there = sa.tuple_(*[k for k, _ in keys]), sa.tuple_(*binds)
        return here < there if keys[0][1] else here > there
    return sa.or_(
        *[
            sa.and_(
                *[keys[j][0] == binds[j] for j in range(i)],
                key < binds[i] if descending else key > binds[i],
            )
            for i, (key, descending) in enumerate(keys)
        ]
    )


def _position(keys: Sequence[Any]) -> Any:
    """The sort keys of a row as JSON text; a cursor once it is encoded, which only those told pay for."""
    return sa.cast(sa.func.json_build_array(*keys), sa.Text())


def _cursor(position: Any) -> Any:
    encoded = sa.func.encode(
        sa.func.convert_to(position, sa.literal_column("'UTF8'")), sa.literal_column("'base64'")
    )
    return sa.func.translate(encoded, sa.literal_column("E'\\n'"), sa.literal_column("''"))


def _date(text: str) -> date:
    return date.max if text == "infinity" else date.fromisoformat(text)


_FROM_TEXT: dict[type, Callable[[Any], Any]] = {
    UUID: UUID,
    date: _date,
    datetime: datetime.fromisoformat,
    Decimal: lambda v: Decimal(str(v)),
}


def _python_type(key: Any) -> type:
    python: type = key.type.python_type
    return python


def cursor_binds(cursor: str, types: Sequence[type], prefix: str) -> dict[str, Any]:
    """The sort keys that an `after` cursor holds; refuses anything this list could not have issued."""
    try:
        values = orjson.loads(base64.b64decode(cursor, validate=True))
        if not isinstance(values, list) or len(values) != len(types):
            raise ValueError(cursor)
        made = {}
        for i, (value, kind) in enumerate(zip(values, types, strict=True)):
            parsed = _FROM_TEXT[kind](value) if kind in _FROM_TEXT else value
            wrong = not isinstance(parsed, (str if issubclass(kind, str) else kind))
            if wrong or (isinstance(parsed, bool) and kind is not bool):
                raise ValueError(cursor)
            if isinstance(parsed, int) and abs(parsed) >= 1 << 63:
                raise ValueError(cursor)
            made[f"{prefix}_after_{i}"] = parsed
    except (ValueError, TypeError, binascii.Error, OverflowError):
        raise InvalidCursor(field="after") from None
    return made
