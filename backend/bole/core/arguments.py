"""Variables and arguments, coerced by graphql-core's own rules but from what a document's first reading found.

The library reads the variables' types and the arguments' literals again at every request: a fifth of what a
short read costs. What these two cannot settle (a wrong value, a literal that holds a variable) the library does,
with its own words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    Undefined,
    VariableNode,
    get_argument_values,
    get_named_type,
    get_variable_values,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    visit,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource
from graphql.language import Visitor
from graphql.utilities.coerce_input_value import coerce_default_value, coerce_input_value

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
            isinstance(s, GraphQLVariableSignature)
            and not d.default_value
            and is_leaf_type(get_named_type(s.type))
            and not is_list_type(s.type.of_type if is_non_null_type(s.type) else s.type)
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


@dataclass
class Arguments:
    """The arguments of one root field: each a constant, or a variable with what stands in for it."""

    definition: Any
    node: FieldNode
    constants: dict[str, Any]
    variables: Sequence[tuple[str, str, Any, bool]]
    """Argument, variable, default (or Undefined), required."""
    plain: bool

    @classmethod
    def of(cls, definition: Any, node: FieldNode) -> "Arguments":
        plain, variables = True, []
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
                plain = plain and not inside.found
        names = {a for a, *_ in variables}
        if not plain:
            return cls(definition, node, {}, (), False)
        rest = [a for a in node.arguments or () if a.name.value not in names]
        bare = FieldNode(
            name=node.name, alias=None, arguments=tuple(rest), directives=(), selection_set=None, loc=None
        )
        known = {n: a for n, a in definition.args.items() if n not in names}
        constants = get_argument_values(_Only(known), bare)  # type: ignore[arg-type]
        return cls(definition, node, constants, variables, True)

    def given(self, variables: VariableValues) -> dict[str, Any]:
        """Coerced values by argument; what was not given and has no default is left out."""
        if not self.plain:
            made: dict[str, Any] = get_argument_values(self.definition, self.node, variables)
            return made
        values = dict(self.constants)
        for argument, variable, default, required in self.variables:
            value = variables.coerced.get(variable, default)
            if value is Undefined and not required:
                continue
            if value is Undefined or (value is None and required):
                raise GraphQLError(f"Argument '{argument}' has invalid value.", self.node)
            values[argument] = value
        return values


@dataclass
class _Only:
    args: dict[str, Any]
