"""Documents are parsed, validated and compiled once; the plans of a document are kept with it.

A query whose roots are all selects becomes one statement and never enters graphql-core. Anything else goes
through graphql-core with the same compiler behind each root field; one test runs every trusted document both
ways and compares.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSyntaxError,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OperationType,
    get_named_type,
    parse,
    specified_rules,
)
from graphql.execution.values import VariableValues
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document

from bole.core import clock, selection
from bole.core.actor import Actor, ActorKind
from bole.core.arguments import Arguments, Variables
from bole.core.errors import BadRequest, NotSignedIn, TooCostly
from bole.core.inputs import values
from bole.core.log import about
from bole.core.operation import Ask, Operation, binds_of, shape_of, stand_in
from bole.core.permissions import Permission
from bole.core.projection import Compiled, Root, Want, compile_read, compile_rows, cursor_binds

K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """A bounded cache: the longest unused goes first."""

    def __init__(self, size: int) -> None:
        self.size, self._held = size, OrderedDict[K, V]()

    def get(self, key: K) -> V | None:
        held = self._held.get(key)
        if held is not None:
            self._held.move_to_end(key)
        return held

    def put(self, key: K, value: V) -> V:
        self._held[key] = value
        if len(self._held) > self.size:
            self._held.popitem(last=False)
        return value

    def __len__(self) -> int:
        return len(self._held)


@dataclass
class RootField:
    """One root of a document: the operation behind it and the nodes that ask for it."""

    key: str
    op: Operation
    form: Any
    nodes: list[FieldNode]
    definition: Any
    kind: GraphQLObjectType | None
    arguments: Arguments


class Roots(list[RootField]):
    """The operations among a document's root fields."""

    alone: bool = True
    """Nothing stands beside them: no `__typename`, no introspection, which graphql-core answers."""


@dataclass
class Document:
    """One parsed document with what was found out about it."""

    text: str
    ast: DocumentNode | None
    errors: list[GraphQLError]
    fragments: Mapping[str, Any] = field(default_factory=dict)
    operation: OperationDefinitionNode | None = None
    variables: Variables | None = None
    by_value: frozenset[str] = frozenset()
    known_roots: "Roots | None" = None
    """The roots, where no variable decides which there are."""
    plans: Kept[Any, Any] = field(default_factory=lambda: Kept(200))

    @property
    def kind(self) -> OperationType | None:
        return self.operation.operation if self.operation else None


@dataclass
class Plan:
    """A compiled statement and what fills it."""

    compiled: Compiled


class Documents:
    """All documents a process has seen, and how to answer them."""

    def __init__(self, schema: GraphQLSchema, *, introspection: bool = True, size: int = 500) -> None:
        self.schema = schema
        self.rules = (*specified_rules, *(() if introspection else (NoSchemaIntrospectionCustomRule,)))
        self._documents: Kept[str, Document] = Kept(size)

    def get(self, text: str) -> Document:
        held = self._documents.get(text)
        return held if held is not None else self._documents.put(text, self._read(text))

    def _read(self, text: str) -> Document:
        try:
            ast = parse(text, max_tokens=selection.MAX_TOKENS, no_location=False)
        except GraphQLSyntaxError as wrong:
            return Document(text, None, [wrong])
        except RecursionError:
            raise TooCostly(what="嵌套层数", asked="过多", limit=selection.MAX_DEPTH) from None
        selection.check_shape(ast)
        errors = validate_document(self.schema, ast, self.rules)
        document = Document(text, ast, errors)
        operations = selection.operations_of(ast)
        if not errors and operations:
            document.operation = operations[0]
            document.variables = Variables.of(self.schema, operations[0])
            document.fragments = selection.fragments_of(ast)
            document.by_value = selection.variables_by_value(operations[0], document.fragments)
        return document

    def variables(self, document: Document, given: Any) -> VariableValues:
        """Coerced variables. Refuses BadRequest."""
        assert document.variables is not None
        return document.variables.coerced(given)

    def roots(self, document: Document, variables: VariableValues) -> Roots:
        """The operations behind the document's root fields."""
        if document.known_roots is not None:
            return document.known_roots
        assert document.operation is not None
        assert document.kind is not None
        kind = self.schema.get_root_type(document.kind)
        assert kind is not None
        sets = [document.operation.selection_set]
        found = Roots()
        for key, nodes in selection.collect(sets, kind, document.fragments, variables.coerced).items():
            name = nodes[0].name.value
            definition = kind.fields.get(name)
            told = definition.extensions.get("strawberry-definition") if definition else None
            if told is None or "operation" not in told.metadata:
                found.alone = False
                continue
            assert definition is not None
            below = get_named_type(definition.type)
            shown = below if isinstance(below, GraphQLObjectType) else None
            metadata, arguments = told.metadata, Arguments.of(definition, nodes[0])
            found.append(
                RootField(key, metadata["operation"], metadata["form"], nodes, definition, shown, arguments)
            )
        if not document.by_value:
            document.known_roots = found
        return found

    def given(self, root: RootField, variables: VariableValues) -> dict[str, Any]:
        """The root's arguments, coerced, by their GraphQL names. Refuses BadRequest."""
        try:
            return root.arguments.given(variables)
        except GraphQLError as wrong:  # null, by a variable, where there must be something
            raise BadRequest(reason=wrong.message, field=root.key) from None

    @staticmethod
    def shows_rows(root: RootField) -> bool:
        return root.kind is not None and selection.node_of(root.kind) is not None

    # -- reads ---------------------------------------------------------------------------------------------

    def read(self, document: Document, variables: VariableValues, actor: Actor) -> "Bound | None":
        """The whole document as one statement with its arguments, or None where a root is no select."""
        shape = [_value_key(variables.coerced.get(n)) for n in sorted(document.by_value)]
        roots = self.roots(document, variables)
        if not roots or not roots.alone or any(r.op.form != "select" or r.kind is None for r in roots):
            return None
        return self._bind(document, roots, variables, actor, shape, whole=True)

    def read_one(
        self, document: Document, root: RootField, variables: VariableValues, actor: Actor
    ) -> "Bound":
        """One root field as one statement: what graphql-core's resolver of that field calls."""
        shape = [root.key, *(_value_key(variables.coerced.get(n)) for n in sorted(document.by_value))]
        return self._bind(document, [root], variables, actor, shape, whole=False)

    def row(
        self, document: Document, root: RootField, variables: VariableValues, actor: Actor, id: Any
    ) -> "Bound":
        """A subscription's root for one row: `{key: row or null}`."""
        binds = {**context_binds(actor), "r0_id": id}
        plan = document.plans.get(key := ("row", root.key, actor.kind, actor.permissions))
        if plan is None:
            plan = document.plans.put(
                key, self._compile(document, [root], [({"id": id}, {})], variables, actor, True)
            )
        return Bound(plan.compiled.sql, plan.compiled.arguments(binds))

    def _bind(
        self,
        document: Document,
        roots: list[RootField],
        variables: VariableValues,
        actor: Actor,
        shape: list[Any],
        *,
        whole: bool,
    ) -> "Bound":
        binds = context_binds(actor)
        cursors: list[str | None] = []
        key: list[Any] = [actor.kind, actor.permissions, whole, *shape]
        asked = []
        for i, root in enumerate(roots):
            require(root.op, actor)
            given = self.given(root, variables)
            selection.check_first(given.get("first"))
            arguments = values(root.op, given)
            asked.append((arguments, given))
            key.append(given.get("first"))
            key.append(given.get("after") is not None)
            cursors.append(given.get("after"))
            for param in root.op.params:
                value = arguments[param.name]
                key.append(shape_of(param, value))
                binds.update(binds_of(param, value, f"r{i}"))
        plan = document.plans.get(frozen := tuple(key))
        if plan is None:
            plan = document.plans.put(frozen, self._compile(document, roots, asked, variables, actor, whole))
        for i, cursor in enumerate(cursors):
            if cursor is not None:
                binds.update(cursor_binds(cursor, plan.compiled.cursors[f"r{i}"], f"r{i}"))
        return Bound(plan.compiled.sql, plan.compiled.arguments(binds))

    def _compile(
        self,
        document: Document,
        roots: list[RootField],
        asked: list[tuple[dict[str, Any], dict[str, Any]]],
        variables: VariableValues,
        actor: Actor,
        whole: bool,
    ) -> Plan:
        made, cost = [], 0
        for i, (root, (arguments, given)) in enumerate(zip(roots, asked, strict=True)):
            assert root.kind is not None
            wants = selection.wants_of(root.nodes, root.kind, document.fragments, variables, actor)
            statement = statement_of(root.op, arguments, f"r{i}", actor.kind)
            node = node_below(root)
            first = given.get("first") or 50
            rows = first if root.form == "page" else 1 if root.form == "one" else 20
            cost += selection.check_cost(wants, node, rows)
            made.append(
                Root(
                    root.key,
                    root.form,
                    statement,
                    node,
                    wants,
                    first,
                    given.get("after") is not None,
                    f"r{i}",
                )
            )
        if cost > selection.MAX_COST:
            raise TooCostly(what="总代价", asked=cost, limit=selection.MAX_COST)
        return Plan(compile_read(made, actor.permissions, whole=whole))

    # -- commands ------------------------------------------------------------------------------------------

    def answer(
        self, document: Document, root: RootField, variables: VariableValues, actor: Actor
    ) -> "Answer":
        """How a command's row is shown: compiled before it runs, so a denied selection changes nothing."""
        assert root.kind is not None
        shape = [_value_key(variables.coerced.get(n)) for n in sorted(document.by_value)]
        key = ("answer", root.key, actor.permissions, *shape)
        plan = document.plans.get(key)
        if plan is None:
            wants = selection.wants_of(root.nodes, root.kind, document.fragments, variables, actor)
            node = node_below(root)
            selection.check_cost(wants, node, 20 if root.form == "list" else 1)
            plan = document.plans.put(key, Plan(compile_answer(node, wants, root.form, actor.permissions)))
        return Answer(plan.compiled, context_binds(actor))

    def hot(self, document: Document, root: RootField, variables: VariableValues, call: Any) -> Any:
        """The statement of a hot command, with the answer this document asks for."""
        assert root.kind is not None
        by_value = [_value_key(variables.coerced.get(n)) for n in sorted(document.by_value)]
        key = ("hot", root.key, call.actor.permissions, call.shape(), call.key is not None, *by_value)
        plan = document.plans.get(key)
        if plan is None:
            wants = selection.wants_of(root.nodes, root.kind, document.fragments, variables, call.actor)
            selection.check_cost(wants, node_below(root), 1)
            plan = document.plans.put(key, call.plan(node_below(root), wants))
        return plan


@dataclass
class Bound:
    sql: str
    arguments: list[Any]


@dataclass
class Answer:
    compiled: Compiled
    binds: Mapping[str, Any]
    """What computed fields may compare with: today, the actor, their unit."""

    def arguments(self, rows: Any) -> list[Any]:
        ids = [r.id for r in rows] if isinstance(rows, (list, tuple)) else [rows.id]
        return self.compiled.arguments({**self.binds, "ids": ids})


def compile_answer(
    node: Any, wants: tuple[Want, ...], form: str, permissions: frozenset[Permission]
) -> Compiled:
    """Rows by id, in the order of the ids."""
    import sqlalchemy as sa
    from sqlalchemy.dialects.postgresql import ARRAY

    ids = sa.bindparam("ids", type_=ARRAY(sa.Uuid()), required=False)
    statement = sa.select(node.table).where(node.table.id == sa.any_(ids))
    if form == "list":
        statement = statement.order_by(sa.func.array_position(ids, node.table.id))
    return compile_rows(Root("answer", form, statement, node, wants), permissions)  # type: ignore[arg-type]


def statement_of(op: Operation, arguments: Mapping[str, Any], prefix: str, kind: ActorKind) -> Any:
    """The operation's `Select` for actors of this kind, with binds in the place of its arguments."""
    stand_ins = {p.name: stand_in(p, arguments[p.name], prefix) for p in op.params}
    return op.run(Ask(kind), **stand_ins)


def node_below(root: RootField) -> Any:
    assert root.kind is not None
    kind = root.kind
    if root.form == "page":
        inner = get_named_type(kind.fields["nodes"].type)
        assert isinstance(inner, GraphQLObjectType)
        kind = inner
    node = selection.node_of(kind)
    if node is None:
        raise TypeError(f"{root.op.name}: a select is shown through a node")
    return node


def require(op: Operation, actor: Actor | None) -> None:
    about(operation=op.name, actor_id=actor.id if actor else None)
    if op.public:
        return
    if actor is None:
        raise NotSignedIn()
    actor.require(op.allow)


def context_binds(actor: Actor) -> dict[str, Any]:
    """What every statement carries: the row-level-security context, and what `ask` stands for."""
    now = clock.now()
    lo, hi, who, own = actor.settings
    return {
        "ctx_0": lo,
        "ctx_1": hi,
        "ctx_2": who,
        "ctx_3": own,
        "ask_now": now,
        "ask_today": clock.day_of(now),
        "ask_actor_id": actor.id,
        "ask_self_id": actor.self_id,
        "ask_unit_id": actor.unit_id,
        "ask_post_id": actor.post_id,
        "ask_lo": actor.lo,
        "ask_hi": actor.hi,
    }


def _value_key(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_value_key(v) for v in value)
    return (
        value if not isinstance(value, dict) else tuple(sorted((k, _value_key(v)) for k, v in value.items()))
    )


class DocumentCache(SchemaExtension):
    """Gives graphql-core the document already parsed and validated by `Documents`."""

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        document = getattr(context.context, "document", None)
        if document is not None and document.text == context.query:
            context.graphql_document = document.ast
            context.pre_execution_errors = list(document.errors) or None
        yield

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        document = getattr(context.context, "document", None)
        if document is not None and document.ast is context.graphql_document and not document.errors:
            context.validation_rules = ()
        yield
