"""Turns tables into nodes and operations into GraphQL fields. Only here are Strawberry's insides touched."""

import dataclasses
import inspect
import types
import typing
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Generic, NewType, TypeVar, Union, get_args, get_origin

import strawberry
from graphql import GraphQLError
from pydantic import BaseModel
from pydantic_core import PydanticUndefined
from strawberry.annotation import StrawberryAnnotation
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types import get_object_definition
from strawberry.types.field import StrawberryField

from bole.core import clock
from bole.core.errors import Refusal
from bole.core.log import about
from bole.core.nodes import (
    NODES,
    Field,
    Node,
    column_description,
    computed,
    enum_names_agree,
    guarded,
    many,
    newest,
    relationships,
    steps,
)
from bole.core.operation import Json, Operation, operation_of
from bole.core.permissions import Permission

N = TypeVar("N")
C = TypeVar("C", bound=type)

BigInt = NewType("BigInt", str)


def moment_text(value: datetime) -> str:
    """A moment as PostgreSQL's JSON writes it: China's wall clock with offset, no trailing zeros."""
    local = value.astimezone(clock.SHANGHAI)
    fraction = f".{local.microsecond:06d}".rstrip("0") if local.microsecond else ""
    return f"{local:%Y-%m-%dT%H:%M:%S}{fraction}+08:00"


def _as_is(value: Any) -> Any:
    return value


SCALARS: dict[Any, Any] = {
    datetime: strawberry.scalar(
        name="DateTime",
        serialize=moment_text,
        parse_value=datetime.fromisoformat,
        description="时刻（ISO 8601）",
    ),
    Decimal: strawberry.scalar(
        name="Decimal",
        serialize=str,
        parse_value=lambda v: Decimal(str(v)),
        description="十进制数，以文字传递",
    ),
    BigInt: strawberry.scalar(
        name="BigInt", serialize=str, parse_value=str, description="大整数，以文字传递"
    ),
    Json: strawberry.scalar(
        name="JSON", serialize=_as_is, parse_value=_as_is, description="任意 JSON 内容，由所属目录的格式约束"
    ),
}


@strawberry.type(description="翻页信息")
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.type(description="一条及其位置")
class Edge(Generic[N]):
    cursor: str
    node: N


@strawberry.type(description="一页")
class Page(Generic[N]):
    """A keyset connection: `first` (≤ 100) rows after a cursor."""

    nodes: list[N] = strawberry.field(description="本页的记录")
    edges: list[Edge[N]] = strawberry.field(description="本页的记录，各带其翻页位置")
    page_info: PageInfo = strawberry.field(description="前后是否还有，从哪里接着翻")
    total_count: int = strawberry.field(description="符合条件的总数")


class Completed:
    """A value whose whole selection is already answered."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class PassThrough(StrawberryGraphQLCoreExecutionContext):
    """Hands a completed value through. graphql-core is pinned, tests/core/test_pass_through.py guards it."""

    def complete_value(  # type: ignore[no-untyped-def]
        self, return_type, field_details_list, info, path, result, position_context
    ):
        if result.__class__ is Completed:
            return result.value
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)


# -- nodes ------------------------------------------------------------------------------------------------


def node(table: type, *, allow: Permission | None, description: str | None = None) -> Callable[[C], C]:
    """A GraphQL type that shows rows of `table` to those who hold `allow` (None: any signed-in actor)."""

    def declare(cls: C) -> C:
        fields: dict[str, Field] = {}
        annotations = inspect.get_annotations(cls)
        for name, annotation in annotations.items():
            declared = cls.__dict__.get(name)
            field, made = _field(cls, table, name, annotation, declared)
            fields[name] = field
            setattr(cls, name, made)
        title = cls.__name__.removesuffix("Node")
        words = description or (inspect.getdoc(cls) or "").partition("\n")[0] or None
        made_type = strawberry.type(cls, name=title, description=words)
        NODES[made_type] = Node(table, allow, fields, title)
        return made_type

    return declare


def extend(shown: type, **edges: Any) -> None:
    """Adds fields to a node of a slice below: `extend(TalentNode, card=(CardNode | None, Field…))`.

    The value is the type alone, or `(type, many(…)/computed(…)/guarded(…))`.
    """
    frame = inspect.currentframe()
    namespace = frame.f_back.f_globals if frame and frame.f_back else {}
    definition = get_object_definition(shown, strict=True)
    known = NODES[shown]
    for name, given in edges.items():
        annotation, declared = given if isinstance(given, tuple) else (given, None)
        field, made = _field(shown, known.table, name, annotation, declared, namespace)
        made.python_name = name
        made.type_annotation = StrawberryAnnotation(annotation, namespace=namespace)
        made.origin = shown
        known.fields[name] = field
        definition.fields.append(made)


def _field(
    cls: type, table: type, name: str, annotation: Any, declared: Any, namespace: dict[str, Any] | None = None
) -> tuple[Field, StrawberryField]:
    shown = declared if isinstance(declared, Field) else Field()
    if shown.expression is None and (shown.many or shown.edge or name in relationships(table)):
        shown = dataclasses.replace(shown, edge=shown.edge or name, target=_target(cls, name))
    elif shown.expression is None:
        shown = dataclasses.replace(shown, column=shown.column or name)
    words = shown.description or column_description(table, shown.column or shown.edge or name)
    if shown.allow is not None:
        what = "需要" if shown.otherwise is None else "不公开的需要"
        words = f"{words or ''}（{what}“{shown.allow.label}”权限，否则为空）"
    register_enums(annotation)
    kwargs: dict[str, Any] = {"description": words, "metadata": {"shown": shown}}
    if shown.many:
        made = strawberry.field(
            resolver=_listing(annotation, shown.first, namespace or _globals(cls)), **kwargs
        )
    else:
        made = strawberry.field(**kwargs)
    return shown, made


def _globals(cls: type) -> dict[str, Any]:
    import sys

    return vars(sys.modules[cls.__module__])


def _listing(annotation: Any, default: int, namespace: dict[str, Any]) -> Callable[..., Any]:
    """Declares the `first` argument; the compiled statement answers, so this is never called."""

    def listing(root: Any, first: int = default) -> Any:
        raise RuntimeError("a node's list is answered by SQL")

    listing.__annotations__ = {"first": int, "return": annotation}
    listing.__module__ = namespace.get("__name__", listing.__module__)
    return listing


def _target(cls: type, name: str) -> Callable[[], Node]:
    """The node an edge leads to, found once all classes exist."""
    known: list[Node] = []

    def target() -> Node:
        if not known:
            field = next(f for f in get_object_definition(cls, strict=True).fields if f.python_name == name)
            known.append(NODES[_innermost(field.type)])
        return known[0]

    return target


def _innermost(kind: Any) -> Any:
    while hasattr(kind, "of_type"):
        kind = kind.of_type
    if hasattr(kind, "resolve_type"):
        kind = kind.resolve_type()
    return kind


# -- enums and inputs -------------------------------------------------------------------------------------

_INPUTS: dict[type, type] = {}
ENUMS: set[type[Enum]] = set()


def register_enums(annotation: Any) -> None:
    """Every StrEnum met becomes a GraphQL enum; its names must be its values in upper case."""
    for kind in _leaves(annotation):
        if isinstance(kind, type) and issubclass(kind, Enum) and kind not in ENUMS:
            if not enum_names_agree(kind):
                raise TypeError(f"{kind.__name__}: each name must be its value in upper case")
            described = (vars(kind).get("__doc__") or "").partition("\n")[0]
            strawberry.enum(kind, description=described or None)
            ENUMS.add(kind)


def _leaves(annotation: Any) -> Iterable[Any]:
    arguments = get_args(annotation)
    if not arguments:
        yield annotation
    for a in arguments:
        yield from _leaves(a)


def input_of(model: type[BaseModel]) -> type:
    """The GraphQL input of a pydantic model, field for field."""
    if model not in _INPUTS:
        annotations: dict[str, Any] = {}
        namespace: dict[str, Any] = {"__annotations__": annotations, "__doc__": model.__doc__}
        for name, info in model.model_fields.items():
            annotation = graphql_type(info.annotation)
            default: Any = strawberry.UNSET
            if info.is_required():
                annotations[name] = annotation
                namespace[name] = strawberry.field(description=info.description)
                continue
            if info.default is not PydanticUndefined and isinstance(info.default, (str, int, bool)):
                default = info.default
            annotations[name] = annotation if default is not strawberry.UNSET else _or_none(annotation)
            namespace[name] = strawberry.field(description=info.description, default=default)
        title = model.__name__ if model.__name__.endswith(("In", "Input")) else f"{model.__name__}In"
        words = (inspect.getdoc(model) or "").partition("\n")[0] or None
        _INPUTS[model] = strawberry.input(type(title, (), namespace), name=title, description=words)
    return _INPUTS[model]


def _or_none(annotation: Any) -> Any:
    return annotation if type(None) in get_args(annotation) else Union[annotation, None]  # noqa: UP007


def graphql_type(annotation: Any) -> Any:
    """`annotation` with pydantic models replaced by their inputs and enums registered."""
    origin = get_origin(annotation)
    if origin is typing.Annotated:
        return graphql_type(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return Union[tuple(graphql_type(a) for a in get_args(annotation))]  # noqa: UP007
    if origin is list:
        return list[graphql_type(get_args(annotation)[0])]  # type: ignore[misc]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return input_of(annotation)
    register_enums(annotation)
    return annotation


# -- root fields ------------------------------------------------------------------------------------------


def read(operation: Callable[..., Any], returns: Any) -> Any:
    """A root field of Query: `Page[Node]`, `list[Node]`, `Node`, or what an async query answers with."""
    return _expose(operation_of(operation), returns, "query")


def write(operation: Callable[..., Any], returns: Any) -> Any:
    """A root field of Mutation; a node is re-read by projection inside the command's transaction."""
    return _expose(operation_of(operation), returns, "command")


def watch(operation: Callable[..., Any], returns: Any, channel: str) -> Any:
    """A root field of Subscription: rows as they appear on `channel`, each read by `operation(id=…)` under
    the subscriber's own row-level security. core/live.py answers; graphql-core only knows the field."""
    op = operation_of(operation)

    async def stream(self: Any) -> Any:
        if self is not None:
            raise RuntimeError("a subscription is answered by core/live.py")
        yield

    stream.__annotations__ = {"return": AsyncIterator[returns]}
    metadata = {"operation": op, "form": "one", "returns": returns, "channel": channel}
    return strawberry.subscription(resolver=stream, description=op.summary, metadata=metadata)


def _expose(op: Operation, returns: Any, kind: str) -> Any:
    if op.kind != kind:
        raise TypeError(f"{op.name} is a {op.kind}")
    form = "page" if get_origin(returns) is Page else "list" if get_origin(returns) is list else "one"
    extra: list[inspect.Parameter] = []
    if form == "page":
        extra = [_argument("first", int, 50), _argument("after", Union[str, None], None)]  # noqa: UP007
    if form == "one" and op.form == "select":
        returns = _or_none(returns)

    async def resolver(info: strawberry.Info, **_: Any) -> Any:
        return await info.context.resolve(op, form, info)

    arguments = [
        _argument(p.name, graphql_type(p.annotation), _default(p.default)) for p in op.params
    ] + extra
    arguments.sort(key=lambda p: p.default is not inspect.Parameter.empty)
    resolver.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter("info", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=strawberry.Info),
            *arguments,
        ],
        return_annotation=returns,
    )
    resolver.__annotations__ = {
        "info": strawberry.Info,
        **{p.name: p.annotation for p in arguments},
        "return": returns,
    }
    needs = f"需要“{op.allow.label}”权限" if op.allow else ("无需登录" if op.public else "登录即可")
    words = f"{op.summary}（{needs}）" + (f"\n\n{op.detail}" if op.detail else "")
    return strawberry.field(
        resolver=resolver, description=words, metadata={"operation": op, "form": form, "returns": returns}
    )


def _argument(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _default(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return strawberry.UNSET
    return value


def told(no: Refusal) -> GraphQLError:
    """A refusal as GraphQL carries it: the words, and code, facts and field in `extensions`."""
    about(code=no.code())
    return GraphQLError(str(no), extensions=no.told(), original_error=no)


def make_schema(
    query: type, mutation: type | None, subscription: type | None = None, types: Iterable[type] = ()
) -> strawberry.Schema:
    """The schema, checked: refuses to start while a promise of section 5 is not kept."""
    from bole.core.documents import DocumentCache
    from bole.core.promises import check

    schema = strawberry.Schema(
        query,
        mutation,
        subscription,
        types=types,
        extensions=[DocumentCache],
        execution_context_class=PassThrough,
        config=StrawberryConfig(scalar_map=SCALARS),
    )
    check(schema)
    return schema


__all__ = [
    "BigInt",
    "Completed",
    "Edge",
    "Json",
    "Page",
    "PageInfo",
    "computed",
    "extend",
    "guarded",
    "make_schema",
    "many",
    "newest",
    "node",
    "read",
    "steps",
    "told",
    "watch",
    "write",
]
