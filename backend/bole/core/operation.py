"""An operation is the only way in: one permission, one Chinese line, declared where the work is done.

Four forms. A *select* (sync query) says which rows: it is called once per shape of its arguments with SQL
binds in their place, and the statement it returns is compiled and kept. An *answer* (async query) computes
one value. A *command* (async) locks, checks, changes and tells. A *statement* (sync command) is a command so
hot that it does all of that in one SQL statement (core/hot.py).
"""

import inspect
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, ClassVar, Generic, Literal, NewType, TypeVar, Union, get_args, get_origin
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from bole.core.actor import ActorKind
from bole.core.permissions import Permission

Json = NewType("Json", object)
"""An argument or a field that is JSON of any shape: what its own rules check, such as a catalogue body."""

F = TypeVar("F", bound=Callable[..., Any])
P = TypeVar("P")

SQL_TYPES: dict[type, Any] = {
    str: sa.Text(),
    int: sa.BigInteger(),
    UUID: sa.Uuid(),
    date: sa.Date(),
    datetime: sa.DateTime(timezone=True),
    time: sa.Time(),
    Decimal: sa.Numeric(),
    bool: sa.Boolean(),
}


class Prep:
    """An argument made ready for SQL: `shape` decides the statement, `values` travel as binds."""

    given: Any = None
    """What was prepared, for a hot command's `otherwise`."""

    def __init__(self, shape: Any, **values: Any) -> None:
        self.shape, self.values = shape, values

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["values"][name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass(frozen=True)
class Prepared(Generic[P]):
    """Annotation mark: the argument passes through `prepare` before the operation sees it."""

    prepare: Callable[[Any], Prep]


@dataclass(frozen=True)
class Param:
    """One argument of an operation, as declared."""

    name: str
    annotation: Any
    default: Any
    prepare: Callable[[Any], Prep] | None
    by_value: bool
    """The operation sees the value itself, and the statement depends on it."""

    graphql_name: str = ""

    @property
    def required(self) -> bool:
        return self.default is inspect.Parameter.empty


@dataclass(frozen=True)
class Quick:
    """One statement that is tried before an ordinary command: `when(actor, today, **arguments)` gives its
    arguments or None, `statement` is a hot command. Where it writes nothing, the ordinary command does the work
    or refuses: the truth stays in one place."""

    when: Callable[..., dict[str, Any] | None]
    statement: Callable[..., Any]


@dataclass(frozen=True)
class Operation:
    name: str
    form: Literal["select", "answer", "command", "statement"]
    allow: Permission | None
    summary: str
    detail: str
    run: Callable[..., Any] = field(repr=False)
    params: tuple[Param, ...] = field(repr=False)
    replayable: bool = True
    public: bool = False
    quick: "Operation | None" = field(default=None, repr=False)
    when: Callable[..., dict[str, Any] | None] | None = field(default=None, repr=False)

    @property
    def kind(self) -> Literal["query", "command"]:
        return "command" if self.form in ("command", "statement") else "query"


OPERATIONS: dict[str, Operation] = {}


def _bind(name: str, kind: Any) -> Any:
    """A bind filled at every call. Not `required`: SQLAlchemy would want its value when it writes out an
    `in_` list, which is while the statement is compiled."""
    return sa.bindparam(name, type_=kind, required=False)


@dataclass(frozen=True)
class Ask:
    """What a select may compare with besides its arguments; each is a bind filled at every call. Only `kind` is
    known while the statement is made: another database role has other row policies, and may need another beginning."""

    kind: ActorKind = ActorKind.STAFF

    today: ClassVar[Any] = _bind("ask_today", sa.Date())
    now: ClassVar[Any] = _bind("ask_now", sa.DateTime(timezone=True))
    actor_id: ClassVar[Any] = _bind("ask_actor_id", sa.Uuid())
    self_id: ClassVar[Any] = _bind("ask_self_id", sa.Uuid())
    unit_id: ClassVar[Any] = _bind("ask_unit_id", sa.Uuid())
    post_id: ClassVar[Any] = _bind("ask_post_id", sa.Uuid())
    lo: ClassVar[Any] = _bind("ask_lo", sa.BigInteger())
    hi: ClassVar[Any] = _bind("ask_hi", sa.BigInteger())


ASK = Ask()


def query(*, allow: Permission | None, shape: tuple[str, ...] = (), public: bool = False) -> Callable[[F], F]:
    """Declares a read. `allow=None`: any signed-in actor; `shape`: arguments the statement depends on by value."""

    def declare(fn: F) -> F:
        form: Literal["select", "answer"] = "answer" if inspect.iscoroutinefunction(fn) else "select"
        return _declare(fn, form, allow, shape, replayable=True, public=public)

    return declare


def command(
    *,
    allow: Permission | None,
    shape: tuple[str, ...] = (),
    replayable: bool = True,
    public: bool = False,
    quick: Quick | None = None,
) -> Callable[[F], F]:
    """Declares a change. `replayable=False`: its answer is not kept for a repeated idempotency key
    (it holds a secret); `public`: callable before signing in."""

    def declare(fn: F) -> F:
        form: Literal["command", "statement"] = "command" if inspect.iscoroutinefunction(fn) else "statement"
        return _declare(fn, form, allow, shape, replayable=replayable, public=public, quick=quick)

    return declare


def operation_of(fn: Callable[..., Any]) -> Operation:
    made: Operation | None = getattr(fn, "operation", None)
    if made is None:
        raise TypeError(f"{fn!r} is no operation: declare it with @query or @command")
    return made


def _declare(
    fn: F,
    form: Literal["select", "answer", "command", "statement"],
    allow: Permission | None,
    shape: tuple[str, ...],
    *,
    replayable: bool,
    public: bool,
    quick: Quick | None = None,
) -> F:
    name = f"{fn.__module__.split('.')[-2]}.{fn.__name__}"
    doc = inspect.getdoc(fn)
    if not doc:
        raise TypeError(f"{name} needs one line saying what it does")
    if name in OPERATIONS and OPERATIONS[name].run.__module__ != fn.__module__:
        raise TypeError(f"{name} is declared twice")
    summary, _, detail = doc.partition("\n")
    fast = None
    if quick is not None:
        fast = Operation(
            name, "statement", allow, summary.strip(), "", quick.statement, _params(quick.statement, ())
        )
    op = Operation(
        name,
        form,
        allow,
        summary.strip(),
        detail.strip(),
        fn,
        _params(fn, shape),
        replayable,
        public,
        fast,
        quick.when if quick else None,
    )
    OPERATIONS[name] = op
    fn.operation = op  # type: ignore[attr-defined]
    return fn


def _params(fn: Callable[..., Any], shape: tuple[str, ...]) -> tuple[Param, ...]:
    hints = typing.get_type_hints(fn, include_extras=True)
    _, *rest = inspect.signature(fn).parameters.values()
    made = []
    for p in rest:
        annotation, prepare = hints[p.name], None
        if get_origin(annotation) is typing.Annotated:
            annotation, *marks = get_args(annotation)
            prepare = next((m.prepare for m in marks if isinstance(m, Prepared)), None)
        elif optional(annotation) and any(get_origin(a) is typing.Annotated for a in get_args(annotation)):
            raise TypeError(f"{fn.__name__}.{p.name}: write Annotated[X | None, …], which keeps its marks")
        by_value = p.name in shape or bare(annotation) is bool
        made.append(Param(p.name, annotation, p.default, prepare, by_value, camel(p.name)))
    return tuple(made)


def camel(name: str) -> str:
    """`talent_id` as GraphQL spells it: `talentId`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@cache
def bare(annotation: Any) -> Any:
    """`X | None` and `Annotated[X, …]` without their wrapping."""
    if get_origin(annotation) is typing.Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        (inner,) = (a for a in get_args(annotation) if a is not type(None))
        return bare(inner)
    return annotation


def optional(annotation: Any) -> bool:
    if get_origin(annotation) is typing.Annotated:
        return optional(get_args(annotation)[0])
    return get_origin(annotation) in (Union, types.UnionType) and type(None) in get_args(annotation)


def sql_type(annotation: Any) -> Any:
    """The SQL type that an argument of this annotation travels as."""
    inner = bare(annotation)
    if get_origin(inner) is list:
        return ARRAY(sql_type(get_args(inner)[0]))
    if isinstance(inner, type) and issubclass(inner, Enum):
        return sa.Text()
    return SQL_TYPES[inner]


_VALUE_TYPES: dict[type, Any] = {**SQL_TYPES, list: ARRAY(sa.Text())}


def shape_of(param: Param, value: Any) -> Any:
    """What of this value decides the statement: nothing but whether it is there, unless declared otherwise."""
    if value is None:
        return None
    if isinstance(value, Prep):
        return ("prep", value.shape)
    return ("is", tuple(value) if isinstance(value, list) else value) if param.by_value else True


def stand_in(param: Param, value: Any, prefix: str) -> Any:
    """What an operation sees for `value` while its statement is made: a bind, or the value itself."""
    if value is None or param.by_value:
        return value
    if isinstance(value, Prep):
        seen = {k: _bind(f"{prefix}_{param.name}_{k}", _type_of_value(v)) for k, v in value.values.items()}
        return Prep(value.shape, **seen)
    return _bind(f"{prefix}_{param.name}", sql_type(param.annotation))


def binds_of(param: Param, value: Any, prefix: str) -> dict[str, Any]:
    """The binds that the stand-in of `value` is filled from."""
    if value is None or param.by_value:
        return {}
    if isinstance(value, Prep):
        return {f"{prefix}_{param.name}_{k}": v for k, v in value.values.items()}
    return {f"{prefix}_{param.name}": value}


def _type_of_value(value: Any) -> Any:
    if value is None:
        return sa.Text()
    if isinstance(value, dict) or (isinstance(value, (list, tuple)) and value and isinstance(value[0], dict)):
        return JSONB()
    if isinstance(value, (list, tuple)):
        return ARRAY(_type_of_value(value[0]) if value else sa.Text())
    return _VALUE_TYPES[type(value)]
