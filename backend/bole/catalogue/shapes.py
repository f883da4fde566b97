"""What the body of an entry may hold: one pydantic model per kind, told by the slice that uses it.

    @shape("contact_cadence")
    class ContactCadence(Shape): ...        # in contact/catalogue.py

A kind nobody has told the shape of cannot be published, and a field nobody knows is refused.
"""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import to_jsonable_python

from bole.core.errors import InvalidInput, Refusal

S = TypeVar("S", bound=BaseModel)
C = TypeVar("C")

_SHAPES: dict[str, type[BaseModel]] = {}


class UnknownKind(Refusal):
    """没有“{kind}”这类目录。现有：{known}。"""

    status = 422


class Shape(BaseModel):
    """Base of entry bodies: nothing unknown, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def shape(kind: str) -> Callable[[type[S]], type[S]]:
    """Declares the body of a kind of entry. The first docstring line is the kind's Chinese name."""

    def declare(cls: type[S]) -> type[S]:
        if cls.model_config.get("extra") != "forbid":
            raise TypeError(f"{cls.__name__} must forbid unknown fields (extra='forbid')")
        if not (cls.__doc__ or "").strip():
            raise TypeError(f"{cls.__name__} needs one line naming the kind")
        known = _SHAPES.setdefault(kind, cls)
        if (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            raise TypeError(f"the kind {kind} is told twice: {known.__module__} and {cls.__module__}")
        _SHAPES[kind] = cls
        return cls

    return declare


def kind_of(cls: type[BaseModel]) -> str:
    """The kind whose body this is."""
    for kind, known in _SHAPES.items():
        if known is cls:
            return kind
    raise TypeError(f"{cls.__name__} is the body of no kind: declare it with @shape")


def kinds() -> Mapping[str, str]:
    """Every kind with its Chinese name."""
    _discover()
    return {
        kind: (cls.__doc__ or "").strip().splitlines()[0].rstrip("。")
        for kind, cls in sorted(_SHAPES.items())
    }


def shape_of(kind: str) -> type[BaseModel]:
    """The body of this kind; refuses a kind nobody has told."""
    _discover()
    if kind not in _SHAPES:
        raise UnknownKind(kind=kind, known="、".join(f"{name}（{kind}）" for kind, name in kinds().items()))
    return _SHAPES[kind]


def fields(cls: type[BaseModel]) -> list[dict[str, Any]]:
    """What a body says, in words: the key and label of each item, the words of its choices, the items within."""
    return [
        {
            "key": name,
            "label": told.description or name,
            "required": told.is_required(),
            "choices": {
                str(m.value): getattr(m, "label", str(m.value))
                for words in _within(told.annotation, Enum)
                for m in words
            },
            "fields": [part for inner in _within(told.annotation, BaseModel) for part in fields(inner)],
        }
        for name, told in cls.model_fields.items()
    ]


def _within(annotation: Any, base: type[C]) -> Iterator[type[C]]:
    """The classes of this base that an annotation names, however deep: `tuple[Criterion, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        yield annotation
    for part in get_args(annotation):
        yield from _within(part, base)


def parse(kind: str, body: Mapping[str, Any]) -> BaseModel:
    """The body as its shape; refuses with the first field that is wrong."""
    try:
        return shape_of(kind).model_validate(body)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        words = first["msg"].removeprefix("Value error, ")
        more = f"（另有 {wrong.error_count() - 1} 处）" if wrong.error_count() > 1 else ""
        raise InvalidInput(
            reason=f"目录内容不符合“{kinds()[kind]}”的格式：{where or '整体'}：{words}{more}",
            field=f"body.{where}" if where else "body",
        ) from None


def normal(kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """The body as it is stored: checked, defaults written out, in JSON's own types, sets in order."""
    told: dict[str, Any] = _plain(parse(kind, body).model_dump())
    return told


def _plain(value: Any) -> Any:
    """Sets come out in any order: sorted, the same body is always the same text."""
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted((_plain(part) for part in value), key=str)
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return to_jsonable_python(value)


@lru_cache(maxsize=1)
def _discover() -> None:
    """Imports the `catalogue` module of every slice: a shape is known wherever its slice is."""
    import bole

    for slice_ in pkgutil.iter_modules(bole.__path__):
        name = f"bole.{slice_.name}.catalogue"
        if slice_.ispkg and slice_.name != "core" and find_spec(name) is not None:
            import_module(name)
