"""What a schema promises, checked before anything is served: deny by default, no resolvers, no secrets."""

from typing import Any

import sqlalchemy as sa
import strawberry
from sqlalchemy.orm import aliased
from sqlalchemy.sql import visitors
from strawberry.types import get_object_definition
from strawberry.types.field import StrawberryField

from bole.core.nodes import NODES, Field, Node, relationships
from bole.core.table import Scoped


def check(schema: strawberry.Schema) -> None:
    """Every root is an operation and nothing else has a resolver; every node field is a column, an SQL expression
    or a mapped edge; non-null in the schema is NOT NULL in the database; what is sensitive is guarded. Raises
    TypeError."""
    found = schema._schema
    roots = {
        k.name for k in (found.query_type, found.mutation_type, found.subscription_type) if k is not None
    }
    for name in roots:
        root = schema.get_type_by_name(name)
        for f in root.fields if root else ():  # type: ignore[union-attr]
            if "operation" not in f.metadata:
                raise TypeError(f"{name}.{f.python_name} is no operation: deny by default")
    for cls, shown in NODES.items():
        definition = get_object_definition(cls, strict=True)
        for f in definition.fields:
            field = shown.fields.get(f.python_name)
            if field is None:
                raise TypeError(
                    f"{shown.name}.{f.python_name}: list it as a field of the node, without a resolver"
                )
            _check_field(shown, f, field)
            _check_secrets(shown, f.python_name, field)
    for kind in schema._schema.type_map.values():
        told = (kind.extensions or {}).get("strawberry-definition")
        if kind.name in roots or told is None or getattr(told, "origin", None) in NODES:
            continue
        for f in getattr(told, "fields", ()):
            if f.base_resolver is not None:
                raise TypeError(
                    f"{kind.name}.{f.python_name} has a resolver: only operations compute, and they ask permission"
                )


def _check_secrets(shown: Node, name: str, field: Field) -> None:
    """What everybody may see reads no sensitive column."""
    for open_to_all in (field.otherwise, None if field.allow else field.expression):
        if open_to_all is not None and (read := _sensitive_columns(open_to_all(aliased(shown.table)))):
            raise TypeError(
                f"{shown.name}.{name} reads {sorted(read)}, which are shown through guarded(…) only"
            )


def _sensitive_columns(expression: Any) -> set[str]:
    """Names of the sensitive columns that an SQL expression reads."""
    element = getattr(expression, "__clause_element__", lambda: expression)()
    return {
        str(c.name)
        for part in visitors.iterate(element)
        for c in getattr(part, "base_columns", ())
        if getattr(c, "info", {}).get("sensitive")
    }


def _check_field(shown: Node, f: StrawberryField, field: Field) -> None:
    where = f"{shown.name}.{f.python_name}"
    nullable = type(f.type).__name__ == "StrawberryOptional"
    if field.allow is not None and not nullable:
        raise TypeError(f"{where}: a guarded field must be optional")
    if field.column is not None:
        column: Any = sa.inspect(shown.table).columns.get(field.column)
        if column is None:
            raise TypeError(f"{where}: no such column; use computed(…) for an expression")
        if isinstance(column.type, sa.LargeBinary):
            raise TypeError(f"{where}: sealed bytes are never shown")
        if column.info.get("sensitive") and field.allow is None:
            raise TypeError(f"{where}: a sensitive column is shown through guarded(…) only")
        if column.nullable and not nullable:
            raise TypeError(f"{where}: non-null in the schema, but the column may be null")
    elif field.edge is not None:
        relation = relationships(shown.table).get(field.edge)
        if relation is None:
            raise TypeError(f"{where}: no relationship {field.edge}")
        if field.many is not bool(type(_unwrapped(f.type)).__name__ == "StrawberryList"):
            raise TypeError(f"{where}: a list needs many(…), and many(…) a list")
        if relation.uselist and not field.many and field.order is None:
            raise TypeError(f"{where}: to-many relationship shown as one: use newest(…)")
        if not field.many and not nullable and not _always_there(relation):
            raise TypeError(
                f"{where}: the row at the other end may be missing or out of scope; make it optional"
            )


def _unwrapped(kind: Any) -> Any:
    return kind.of_type if type(kind).__name__ == "StrawberryOptional" else kind


def _always_there(relation: Any) -> bool:
    local = relation.local_columns
    if relation.uselist or any(c.nullable for c in local):
        return False
    far = relation.mapper.class_
    return not issubclass(far, Scoped) or any(c.name == "unit_path" for c in local)
