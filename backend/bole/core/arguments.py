"""Variables and arguments, coerced by graphql-core's own rules but from what a document's first reading found.

The library reads the variables' types and the arguments' literals again at every request: a fifth of what a
short read costs. What these two cannot settle (a wrong value, a variable left out inside a literal) the library
does, with its own words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_argument_values,
    get_nullable_type,
    get_variable_values,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
    is_required_input_field,
    visit,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource
from graphql.language import Visitor
from graphql.utilities.coerce_input_value import (
    coerce_default_value,
    coerce_input_literal,
    coerce_input_value,
)

from bole.core.errors import BadRequest

MOST_ERRORS = 5


@dataclass
class Variables:
    """The declared variables of one document."""

    schema: GraphQLSchema
    operation: OperationDefinitionNode
    signatures: Sequence[GraphQLVariableSignature] | None

    @classmethod
    def of(cls, schema: GraphQLSchema, operation: OperationDefinitionNode) -> "Variables":
        found = [get_variable_signature(schema, d) for d in operation.variable_definitions or ()]
        plain = all(
            isinstance(s, GraphQLVariableSignature) and not d.default_value
            for s, d in zip(found, operation.variable_definitions or (), strict=True)
        )
        return cls(schema, operation, found if plain else None)  # type: ignore[arg-type]

    def coerced(self, given: Any) -> VariableValues:
        """Refuses BadRequest with the library's words on which variable is wrong."""
        if given is not None and not isinstance(given, dict):
            raise BadRequest(reason="variables 应为对象", field="variables")
        values = given or {}
        if self.signatures is not None and (made := self._plain(values)) is not None:
            return made
        slow = get_variable_values(
            self.schema, self.operation.variable_definitions or (), values, max_errors=MOST_ERRORS
        )
        if isinstance(slow, list):
            raise BadRequest(reason="；".join(e.message for e in slow), field="variables")
        return slow

    def _plain(self, values: Mapping[str, Any]) -> VariableValues | None:
        sources: dict[str, VariableValueSource] = {}
        coerced: dict[str, Any] = {}
        for signature in self.signatures or ():
            value = values.get(signature.name, Undefined)
            if value is Undefined:
                if is_non_null_type(signature.type):
                    return None
                sources[signature.name] = VariableValueSource(signature)
                continue
            sources[signature.name] = VariableValueSource(signature, value)
            made = coerce_input_value(value, signature.type)
            if made is Undefined:
                return None
            coerced[signature.name] = made
        return VariableValues(sources, coerced)


class _HoldsVariable(Visitor):
    found = False

    def enter_variable(self, *_: Any) -> None:
        self.found = True


Made = Callable[[Mapping[str, Any]], Any]


class _ForTheLibrary(Exception):
    """Something is left out or null where it decides what is meant."""


def _maker(node: ValueNode, kind: Any) -> Made:
    """A literal read once: what it becomes when its variables are known."""
    inside = _HoldsVariable()
    visit(node, inside)
    if not inside.found:
        constant = coerce_input_literal(node, kind)
        if constant is Undefined:
            raise _ForTheLibrary
        return lambda _: constant
    required, kind = is_non_null_type(kind), get_nullable_type(kind)
    if isinstance(node, VariableNode):
        name = node.name.value

        def variable(known: Mapping[str, Any]) -> Any:
            value = known.get(name, Undefined)
            if value is Undefined or (value is None and required):
                raise _ForTheLibrary
            return value

        return variable
    if isinstance(node, ListValueNode) and is_list_type(kind):
        items = [_maker(v, kind.of_type) for v in node.values]
        return lambda known: [item(known) for item in items]
    if isinstance(node, ObjectValueNode) and is_input_object_type(kind) and not kind.is_one_of:
        told = {f.name.value: _maker(f.value, kind.fields[f.name.value].type) for f in node.fields}
        left_out = {n: f for n, f in kind.fields.items() if n not in told}
        if any(map(is_required_input_field, left_out.values())) or any(
            f.out_name not in (None, n) for n, f in kind.fields.items()
        ):
            raise _ForTheLibrary
        defaults = {n: coerce_default_value(f) for n, f in left_out.items()}
        defaults = {n: v for n, v in defaults.items() if v is not Undefined}
        return lambda known: kind.out_type({**defaults, **{n: make(known) for n, make in told.items()}})
    raise _ForTheLibrary


@dataclass
class Arguments:
    """The arguments of one root field: each a constant, or a variable with what stands in for it."""

    definition: Any
    node: FieldNode
    constants: dict[str, Any]
    variables: Sequence[tuple[str, str, Any, bool]]
    """Argument, variable, default (or Undefined), required."""
    literals: Mapping[str, Made]
    """Arguments whose literals hold variables."""
    plain: bool

    @classmethod
    def of(cls, definition: Any, node: FieldNode) -> "Arguments":
        plain, variables = True, []
        literals: dict[str, Made] = {}
        for argument in node.arguments or ():
            if isinstance(argument.value, VariableNode):
                told = definition.args[argument.name.value]
                if told.out_name not in (None, argument.name.value):
                    plain = False
                variables.append(
                    (
                        argument.name.value,
                        argument.value.name.value,
                        coerce_default_value(told),
                        is_non_null_type(told.type),
                    )
                )
            else:
                inside = _HoldsVariable()
                visit(argument.value, inside)
                if inside.found:
                    try:
                        told = definition.args[argument.name.value]
                        literals[argument.name.value] = _maker(argument.value, told.type)
                    except _ForTheLibrary:
                        plain = False
        names = {a for a, *_ in variables} | set(literals)
        if not plain:
            return cls(definition, node, {}, (), {}, False)
        rest = [a for a in node.arguments or () if a.name.value not in names]
        bare = FieldNode(
            name=node.name, alias=None, arguments=tuple(rest), directives=(), selection_set=None, loc=None
        )
        known = {n: a for n, a in definition.args.items() if n not in names}
        constants = get_argument_values(_Only(known), bare)  # type: ignore[arg-type]
        return cls(definition, node, constants, variables, literals, True)

    def given(self, variables: VariableValues) -> dict[str, Any]:
        """Coerced values by argument; what was not given and has no default is left out."""
        if not self.plain:
            return self._by_the_library(variables)
        values = dict(self.constants)
        try:
            for argument, make in self.literals.items():
                values[argument] = make(variables.coerced)
        except _ForTheLibrary:
            return self._by_the_library(variables)
        for argument, variable, default, required in self.variables:
            value = variables.coerced.get(variable, default)
            if value is Undefined and not required:
                continue
            if value is Undefined or (value is None and required):
                raise GraphQLError(f"Argument '{argument}' has invalid value.", self.node)
            values[argument] = value
        return values

    def _by_the_library(self, variables: VariableValues) -> dict[str, Any]:
        made: dict[str, Any] = get_argument_values(self.definition, self.node, variables)
        return made


@dataclass
class _Only:
    args: dict[str, Any]
