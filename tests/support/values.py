"""Values that a schema accepts, invented from the schema alone: to call everything there is."""

from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_required_argument,
    is_required_input_field,
)

SOME_ID = "01900000-0000-7000-8000-000000000001"
SCALARS: dict[str, Any] = {
    "UUID": SOME_ID,
    "String": "甲",
    "Int": 1,
    "Boolean": True,
    "Date": "2026-03-02",
    "DateTime": "2026-03-02T09:00:00+08:00",
    "Decimal": "1.50",
    "BigInt": "1",
    "JSON": {},
    "ID": "x",
    "Float": 1.0,
}


def value(kind: Any) -> Any:
    """A value of a GraphQL input type: what is required of it and nothing more."""
    if isinstance(kind, GraphQLNonNull):
        return value(kind.of_type)
    if isinstance(kind, GraphQLList):
        return [value(kind.of_type)]
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        return {n: value(f.type) for n, f in kind.fields.items() if is_required_input_field(f)}
    return SCALARS[kind.name]


def document_of(
    schema: GraphQLSchema, kind: str, name: str, *, leaves: bool = True
) -> tuple[str, dict[str, Any]]:
    """A document that calls one root field, and its variables; it shows every leaf of what is answered, or none."""
    root = schema.query_type if kind == "query" else schema.mutation_type
    assert root is not None
    field = root.fields[name]
    required = {n: a for n, a in field.args.items() if is_required_argument(a)}
    declared = ", ".join(f"${n}: {a.type}" for n, a in required.items())
    given = ", ".join(f"{n}: ${n}" for n in required)
    head = f"{kind} ({declared})" if declared else kind
    call = f"{name}({given})" if given else name
    return f"{head} {{ {call} {selection(get_named_type(field.type), leaves)} }}", {
        n: value(a.type) for n, a in required.items()
    }


def selection(kind: Any, leaves: bool = True) -> str:
    """An object's leaves, or those of a page's rows."""
    if not isinstance(kind, GraphQLObjectType):
        return ""
    if "nodes" in kind.fields:
        return "{ nodes " + selection(get_named_type(kind.fields["nodes"].type), leaves) + " }"
    shown = [n for n, f in kind.fields.items() if not isinstance(get_named_type(f.type), GraphQLObjectType)]
    return "{ __typename " + " ".join(shown if leaves else []) + " }"


def example(schema: dict[str, Any], spec: dict[str, Any]) -> Any:
    """A value of a JSON schema of an OpenAPI document: what is required of it and nothing more."""
    if "$ref" in schema:
        found: Any = spec
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        return example(found, spec)
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return example(schema["anyOf"][0], spec)
    kind = schema.get("type")
    if kind == "object":
        properties = schema.get("properties", {})
        return {n: example(properties[n], spec) for n in schema.get("required", ())}
    if kind == "array":
        return [example(schema["items"], spec)]
    if kind == "string":
        known = {"uuid": SOME_ID, "date": "2026-03-02", "date-time": "2026-03-02T09:00:00+08:00"}
        return known.get(schema.get("format", ""), "甲" * max(1, schema.get("minLength", 1)))
    return {"integer": max(1, schema.get("minimum", 1)), "number": 1.0, "boolean": True, "null": None}[
        kind or "null"
    ]
