"""Random valid queries over the real schema, for the property that two ways of answering agree."""

from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    get_named_type,
    is_list_type,
    is_required_argument,
)
from hypothesis import strategies as st


class Writer:
    """Writes one query: aliases, fragments, `@include/@skip`, nested arguments, several roots."""

    def __init__(
        self, draw: Any, schema: GraphQLSchema, roots: dict[str, GraphQLField], ids: dict[str, list[str]]
    ):
        self.draw, self.schema, self.roots, self.ids = draw, schema, roots, ids
        self.fragments: list[str] = []
        self.variables: dict[str, tuple[str, Any]] = {}
        self.aliases = 0
        self.spent = 0

    def query(self) -> tuple[str, dict[str, Any]]:
        names = self.draw(st.lists(st.sampled_from(sorted(self.roots)), min_size=1, max_size=2, unique=True))
        parts = [self.root(n) for n in names]
        declared = ", ".join(f"${n}: {kind}" for n, (kind, _) in self.variables.items())
        head = f"query ({declared}) " if declared else "query "
        text = head + "{ " + " ".join(parts) + " } " + " ".join(self.fragments)
        return text, {n: value for n, (_, value) in self.variables.items()}

    def root(self, name: str) -> str:
        field = self.roots[name]
        arguments = []
        for argument, told in field.args.items():
            kind = get_named_type(told.type)
            if argument == "first":
                arguments.append(f"first: {self.value('Int!', self.draw(st.integers(1, 4)))}")
            elif argument == "id":
                known = self.ids.get(get_named_type(field.type).name) or [
                    "00000000-0000-7000-8000-000000000000"
                ]
                arguments.append(f"id: {self.value('UUID!', self.draw(st.sampled_from(known)))}")
            elif is_required_argument(told):
                raise AssertionError(f"{name} needs {argument}: leave it out of the roots")
            elif isinstance(kind, GraphQLScalarType) and kind.name == "Boolean" and self.draw(st.booleans()):
                arguments.append(f"{argument}: {'true' if self.draw(st.booleans()) else 'false'}")
            elif (
                isinstance(kind, GraphQLEnumType) and not is_list_type(told.type) and self.draw(st.booleans())
            ):
                arguments.append(f"{argument}: {self.draw(st.sampled_from(sorted(kind.values)))}")
        said = f"({', '.join(arguments)})" if arguments else ""
        return f"{self.alias()}{name}{said} {self.selection(field, 3)}"

    def value(self, kind: str, value: Any) -> str:
        """The value itself, or a variable that holds it."""
        if self.draw(st.booleans()):
            name = f"v{len(self.variables)}"
            self.variables[name] = (kind, value)
            return f"${name}"
        return f'"{value}"' if isinstance(value, str) else str(value)

    def selection(self, field: GraphQLField, depth: int) -> str:
        kind = get_named_type(field.type)
        if not isinstance(kind, GraphQLObjectType):
            return ""
        names = self.draw(st.lists(st.sampled_from(sorted(kind.fields)), min_size=1, max_size=6, unique=True))
        parts = []
        for name in names:
            below = kind.fields[name]
            leaf = not isinstance(get_named_type(below.type), GraphQLObjectType)
            if not leaf and (depth == 0 or self.spent > 12):
                continue
            self.spent += 0 if leaf else 1
            said = ""
            if "first" in below.args and self.draw(st.booleans()):
                said = f"(first: {self.value('Int!', self.draw(st.integers(1, 3)))})"
            parts.append(f"{self.alias()}{name}{said}{self.directive()} {self.selection(below, depth - 1)}")
        parts.append("__typename")
        body = "{ " + " ".join(parts) + " }"
        how = self.draw(st.sampled_from(["plain", "plain", "inline", "fragment"]))
        if how == "inline":
            return "{ ... on " + kind.name + " " + body + " }"
        if how == "fragment":
            name = f"F{len(self.fragments)}"
            self.fragments.append(f"fragment {name} on {kind.name} {body}")
            return "{ ..." + name + " }"
        return body

    def directive(self) -> str:
        if self.draw(st.integers(0, 5)):
            return ""
        said = self.draw(st.booleans())
        name = f"v{len(self.variables)}"
        self.variables[name] = ("Boolean!", said)
        return f" @{self.draw(st.sampled_from(['include', 'skip']))}(if: ${name})"

    def alias(self) -> str:
        if self.draw(st.integers(0, 3)):
            return ""
        self.aliases += 1
        return f"a{self.aliases}: "


@st.composite
def queries(
    draw: Any, schema: GraphQLSchema, roots: dict[str, GraphQLField], ids: dict[str, list[str]]
) -> tuple[str, dict[str, Any]]:
    return Writer(draw, schema, roots, ids).query()
