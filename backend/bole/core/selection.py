"""A GraphQL selection set, read once: what is wanted, may this actor see it, and what would it cost."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLObjectType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_argument_values,
    get_named_type,
)
from graphql.execution.values import VariableValues

from bole.core.actor import Actor
from bole.core.errors import BadRequest, TooCostly
from bole.core.nodes import LONGEST_LIST, NODES, Node
from bole.core.projection import Want

MAX_COST = 1000
MAX_DEPTH = 8
MAX_TOKENS = 1000
MAX_ALIASES = 30
LONGEST_ALIAS = 60
"""PostgreSQL cuts identifiers at 63 bytes; a longer alias would come back under another name."""

Fragments = Mapping[str, FragmentDefinitionNode]
Fields = dict[str, list[FieldNode]]


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}


def operations_of(document: DocumentNode) -> list[OperationDefinitionNode]:
    return [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]


def collect(
    sets: Sequence[SelectionSetNode],
    kind: GraphQLObjectType,
    fragments: Fragments,
    variables: Mapping[str, Any],
) -> Fields:
    """Fields by response key, twins together (GraphQL spec 6.3.2, without abstract types: we have none)."""
    found: Fields = {}

    def walk(selection_set: SelectionSetNode) -> None:
        for node in selection_set.selections:
            if not _included(node, variables):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                found.setdefault(key, []).append(node)
            elif isinstance(node, InlineFragmentNode):
                if node.type_condition is None or node.type_condition.name.value == kind.name:
                    walk(node.selection_set)
            elif isinstance(node, FragmentSpreadNode):
                fragment = fragments[node.name.value]
                if fragment.type_condition.name.value == kind.name:
                    walk(fragment.selection_set)

    for selection_set in sets:
        walk(selection_set)
    return found


def _included(node: Any, variables: Mapping[str, Any]) -> bool:
    for directive in node.directives or ():
        if directive.name.value not in ("include", "skip"):
            continue
        value = directive.arguments[0].value
        said = variables.get(value.name.value) if isinstance(value, VariableNode) else value.value
        if bool(said) is not (directive.name.value == "include"):
            return False
    return True


def wants_of(
    nodes: Sequence[FieldNode],
    kind: GraphQLObjectType,
    fragments: Fragments,
    variables: VariableValues,
    actor: Actor,
) -> tuple[Want, ...]:
    """What is wanted below `nodes`, authorised in full before any SQL. Refuses Forbidden."""
    sets = [n.selection_set for n in nodes if n.selection_set]
    if shown := node_of(kind):
        actor.require(shown.allow)
    made = []
    for key, twins in collect(sets, kind, fragments, variables.coerced).items():
        name = twins[0].name.value
        if name == "__typename":
            made.append(Want(key, "__typename"))
            continue
        field = kind.fields[name]
        below = get_named_type(field.type)
        wants: tuple[Want, ...] = ()
        if isinstance(below, GraphQLObjectType):
            wants = wants_of(twins, below, fragments, variables, actor)
        args = tuple(sorted(_arguments(field, twins[0], variables).items())) if field.args else ()
        made.append(Want(key, python_name(field, name), args, wants))
    return tuple(made)


def _arguments(field: GraphQLField, node: FieldNode, variables: VariableValues) -> dict[str, Any]:
    try:
        given = get_argument_values(field, node, variables)
    except GraphQLError as wrong:  # null, by a variable, where there must be something
        raise BadRequest(reason=wrong.message, field=node.name.value) from None
    check_first(given.get("first"))
    return given


def check_first(first: Any) -> None:
    if first is not None and not 1 <= first <= LONGEST_LIST:
        raise TooCostly(what="每页条数", asked=first, limit=LONGEST_LIST, field="first")


def node_of(kind: GraphQLObjectType) -> Node | None:
    definition = kind.extensions.get("strawberry-definition") if kind.extensions else None
    return NODES.get(definition.origin) if definition is not None else None


def python_name(field: GraphQLField, graphql_name: str) -> str:
    """The node's own name of a field; page parts keep their GraphQL names."""
    definition = field.extensions.get("strawberry-definition") if field.extensions else None
    if definition is None or "shown" not in definition.metadata:
        return graphql_name
    name: str = definition.python_name
    return name


def variables_by_value(operation: OperationDefinitionNode, fragments: Fragments) -> frozenset[str]:
    """Variables whose value decides the statement: those in directives and in arguments below the roots."""
    found: set[str] = set()
    seen: set[tuple[str, bool]] = set()

    def walk(selection_set: SelectionSetNode | None, depth: int) -> None:
        for node in selection_set.selections if selection_set else ():
            for directive in node.directives or ():
                found.update(_variables(directive.arguments or ()))
            if isinstance(node, FieldNode):
                for argument in node.arguments or ():
                    if depth > 0 or argument.name.value == "first":
                        found.update(_variables([argument]))
                walk(node.selection_set, depth + 1)
            elif isinstance(node, InlineFragmentNode):
                walk(node.selection_set, depth)
            elif isinstance(node, FragmentSpreadNode) and (node.name.value, depth > 0) not in seen:
                seen.add((node.name.value, depth > 0))
                walk(fragments[node.name.value].selection_set, depth)

    walk(operation.selection_set, 0)
    return frozenset(found)


def _variables(arguments: Sequence[Any]) -> Iterator[str]:
    for argument in arguments:
        if isinstance(argument.value, VariableNode):
            yield argument.value.name.value


def check_shape(document: DocumentNode) -> None:
    """Depth, aliases and one mutation, told by a walk that visits each fragment once. Refuses TooCostly.

    The library's own limiters walk a fragment again at each spread: CPU doubles with every fragment.
    """
    fragments = fragments_of(document)
    known: dict[str, tuple[int, int]] = {}
    open_names: set[str] = set()

    def measure(selection_set: SelectionSetNode | None) -> tuple[int, int]:
        depth = fields = 0
        for node in selection_set.selections if selection_set else ():
            if isinstance(node, FieldNode):
                if node.alias and len(node.alias.value) > LONGEST_ALIAS:
                    raise TooCostly(what="别名长度", asked=len(node.alias.value), limit=LONGEST_ALIAS)
                below, inner = measure(node.selection_set)
                depth, fields = max(depth, below + 1), fields + inner + 1
            elif isinstance(node, InlineFragmentNode):
                below, inner = measure(node.selection_set)
                depth, fields = max(depth, below), fields + inner
            elif isinstance(node, FragmentSpreadNode):
                below, inner = spread(node.name.value)
                depth, fields = max(depth, below), fields + inner
        return depth, fields

    def spread(name: str) -> tuple[int, int]:
        if name in open_names or name not in fragments:
            return 0, 0  # a cycle or an unknown name: validation says so
        if name not in known:
            open_names.add(name)
            known[name] = measure(fragments[name].selection_set)
            open_names.discard(name)
        return known[name]

    for operation in operations_of(document):
        depth, fields = measure(operation.selection_set)
        if depth > MAX_DEPTH + 1:
            raise TooCostly(what="嵌套层数", asked=depth - 1, limit=MAX_DEPTH)
        if fields > MAX_COST * 2:
            raise TooCostly(what="字段数", asked=fields, limit=MAX_COST * 2)
        roots = [n for n in operation.selection_set.selections if isinstance(n, FieldNode)]
        if operation.operation.value == "mutation" and len(operation.selection_set.selections) > 1:
            raise TooCostly(what="一次变更数", asked=len(operation.selection_set.selections), limit=1)
        if len(roots) > MAX_ALIASES:
            raise TooCostly(what="根字段数", asked=len(roots), limit=MAX_ALIASES)
    if len(operations_of(document)) > 1:
        raise TooCostly(what="操作数", asked=len(operations_of(document)), limit=1)


def cost_of(wants: Sequence[Want], node: Node | None, rows: int = 1) -> int:
    """Points: an object 1, a leaf 0, a list its `first` times what it holds (as GitHub counts)."""
    total = 0
    for want in wants:
        if not want.wants:
            continue
        shown = node.fields.get(want.field) if node else None
        if shown is not None and shown.edge is not None:
            count = dict(want.args).get("first", shown.first) if shown.many else 1
            target = shown.target() if shown.target else None
            total += count + count * cost_of(want.wants, target)
        else:
            total += cost_of(want.wants, node)
    return total


def check_cost(wants: Sequence[Want], node: Node | None, rows: int) -> int:
    """Refuses TooCostly. `rows`: how many rows the root may hold."""
    cost = rows + rows * cost_of(wants, node)
    if cost > MAX_COST:
        raise TooCostly(what="总代价", asked=cost, limit=MAX_COST)
    return cost
