"""The same schema answered the plain way: graphql-core, one resolver a field, one ORM query an edge.

Slow and obvious, and so what the compiler of core/projection.py is compared with.
"""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from graphql import GraphQLObjectType, build_schema, execute_sync, get_named_type, parse
from sqlalchemy.orm import Session, aliased
from strawberry import Schema

from bole.core import inputs
from bole.core.actor import Actor
from bole.core.documents import context_binds
from bole.core.graph import moment_text
from bole.core.nodes import Field, Node
from bole.core.operation import ASK, Operation, binds_of, stand_in
from bole.core.projection import _sort_keys
from bole.core.selection import node_of


class Plain:
    """Executes queries over `strawberry_schema` with ORM rows and Python resolvers."""

    def __init__(self, strawberry_schema: Schema) -> None:
        self.real = strawberry_schema._schema
        self.schema = build_schema(strawberry_schema.as_str())
        assert self.real.query_type is not None and self.schema.query_type is not None
        for name, field in self.schema.query_type.fields.items():
            told = self.real.query_type.fields[name].extensions["strawberry-definition"]
            op = told.metadata["operation"]
            if op.form == "select":
                field.resolve = _Root(
                    op, told.metadata["form"], self._node(self.real.query_type.fields[name].type)
                )
        for kind in self.schema.type_map.values():
            real_kind = self.real.type_map[kind.name]
            if isinstance(kind, GraphQLObjectType) and (node := node_of(real_kind)):  # type: ignore[arg-type]
                for name, field in kind.fields.items():
                    real = self.real.type_map[kind.name].fields[name]
                    python_name = real.extensions["strawberry-definition"].python_name
                    field.resolve = _Cell(node, python_name)

    def _node(self, kind: Any) -> Node | None:
        named = get_named_type(kind)
        if not isinstance(named, GraphQLObjectType):
            return None
        if "nodes" in named.fields and named.name.endswith("Page"):
            named = get_named_type(named.fields["nodes"].type)
        return node_of(self.real.type_map[named.name])

    def execute(
        self, session: Session, actor: Actor, text: str, variables: Mapping[str, Any]
    ) -> dict[str, Any]:
        made = execute_sync(
            self.schema, parse(text), variable_values=dict(variables), context_value=(session, actor)
        )
        for error in made.errors or ():
            if "permission denied for table" in str(error):
                raise PermissionError(str(error))
        assert made.errors is None, made.errors
        assert made.data is not None
        return made.data


class _Root:
    def __init__(self, op: Operation, form: str, node: Node | None) -> None:
        self.op, self.form, self.node = op, form, node

    def __call__(self, _: Any, info: Any, **given: Any) -> Any:
        session, actor = info.context
        first, after = given.pop("first", 50), given.pop("after", None)
        real = {k: _parsed(p.annotation, given[k]) for p in self.op.params if (k := p.graphql_name) in given}
        arguments = inputs.values(self.op, real)
        binds = context_binds(actor)
        stand_ins = {}
        for p in self.op.params:
            stand_ins[p.name] = stand_in(p, arguments[p.name], "r0")
            binds.update(binds_of(p, arguments[p.name], "r0"))
        statement = self.op.run(ASK, **stand_ins)
        if self.form == "page":
            return self._page(session, statement, binds, first, after)
        rows = list(session.scalars(statement, binds))
        return rows if self.form == "list" else (rows[0] if rows else None)

    def _page(self, session: Session, statement: Any, binds: Any, first: int, after: str | None) -> Any:
        keys = _sort_keys(statement)
        entity = statement.column_descriptions[0]["entity"]
        found = session.execute(statement.with_only_columns(entity, *[k for k, _ in keys]), binds).all()
        cursors = [_cursor(row[1:]) for row in found]
        rows = [row[0] for row in found]
        begin = cursors.index(after) + 1 if after is not None else 0
        shown, marks = rows[begin : begin + first], cursors[begin : begin + first]
        return {
            "nodes": shown,
            "edges": [{"cursor": c, "node": r} for c, r in zip(marks, shown, strict=True)],
            "pageInfo": {
                "hasNextPage": len(rows) > begin + first,
                "hasPreviousPage": after is not None,
                "startCursor": marks[0] if marks else None,
                "endCursor": marks[-1] if marks else None,
            },
            "totalCount": len(rows),
        }


class _Cell:
    def __init__(self, node: Node, name: str) -> None:
        self.node, self.name = node, name

    def __call__(self, row: Any, info: Any, first: int | None = None) -> Any:
        session, actor = info.context
        field: Field = self.node.fields[self.name]
        if field.allow is not None and not actor.may(field.allow):
            if field.otherwise is None:
                return None
            field = replace(field, allow=None, column=None, edge=None, expression=field.otherwise)
        if field.edge is not None:
            return self._edge(session, actor, field, row, first)
        value = self._value(session, actor, field, row)
        return (
            str(value) if value is not None and str(get_named_type(info.return_type)) == "BigInt" else value
        )

    def _value(self, session: Session, actor: Actor, field: Field, row: Any) -> Any:
        if field.expression is not None:
            one = aliased(self.node.table)
            keys = sa.inspect(type(row)).primary_key
            same = (getattr(one, key.key) == getattr(row, key.key) for key in keys)
            statement = sa.select(field.expression(one)).where(*same)
            return _plain(session.scalar(statement, context_binds(actor)))
        return _plain(getattr(row, field.column or self.name))

    def _edge(self, session: Session, actor: Actor, field: Field, row: Any, first: int | None) -> Any:
        assert field.target is not None and field.edge is not None
        far = aliased(field.target().table)
        near = aliased(self.node.table)
        joined = getattr(near, field.edge).of_type(far)
        statement = sa.select(far).select_from(near).join(joined).where(near.id == row.id)  # type: ignore[attr-defined]
        if field.only is not None:
            statement = statement.where(field.only(far))
        if field.order is not None:
            statement = statement.order_by(*field.order(far)).limit(first or field.first)
        found = list(session.scalars(statement, context_binds(actor)))
        return found if field.many else (found[0] if found else None)


def _parsed(annotation: Any, value: Any) -> Any:
    """What the real schema's scalars would have made of a variable."""
    inner = inputs.bare(annotation)
    if value is None or not isinstance(value, str):
        return value
    if inner is UUID:
        return UUID(value)
    if inner in (date, datetime):
        return inner.fromisoformat(value)
    if inner is Decimal:
        return Decimal(value)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return inner[value]
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(v) for v in value]
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value


def _cursor(keys: Any) -> str:
    text = json.dumps([_plain(k) if not isinstance(k, Enum) else k.value for k in keys], ensure_ascii=False)
    return b64encode(text.encode()).decode()
