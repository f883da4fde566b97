"""Arguments as they arrive become the values an operation names: pydantic models, enums, lists.

Bad input is told with the field's path in the caller's spelling and Chinese words.
"""

from enum import Enum
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from strawberry.utils.str_converters import to_camel_case, to_snake_case

from bole.core.errors import InvalidInput
from bole.core.operation import Operation, Prep, bare

WORDS = {
    "missing": "必填",
    "string_too_short": "至少 {min_length} 个字",
    "string_too_long": "最多 {max_length} 个字",
    "string_pattern_mismatch": "格式不符",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "应不小于 {ge}",
    "less_than": "应小于 {lt}",
    "less_than_equal": "应不大于 {le}",
    "too_short": "至少 {min_length} 项",
    "too_long": "最多 {max_length} 项",
    "extra_forbidden": "不认识的字段",
    "uuid_parsing": "不是有效的编号",
    "date_from_datetime_parsing": "不是有效的日期，应如 2026-03-01",
    "date_parsing": "不是有效的日期，应如 2026-03-01",
    "datetime_parsing": "不是有效的时间",
    "int_parsing": "应为整数",
    "bool_parsing": "应为是或否",
    "decimal_parsing": "应为数字",
    "enum": "应为其中之一：{expected}",
    "string_type": "应为文字",
    "int_type": "应为整数",
    "list_type": "应为列表",
    "json_invalid": "不是有效的 JSON",
}


def values(op: Operation, given: dict[str, Any]) -> dict[str, Any]:
    """The operation's arguments by Python name. Refuses InvalidInput."""
    made: dict[str, Any] = {}
    for param in op.params:
        graphql_name = param.graphql_name
        if graphql_name in given:
            value = python_value(param.annotation, given[graphql_name], graphql_name)
        elif param.required:
            raise InvalidInput(reason="必填", field=graphql_name)
        else:
            value = param.default
        if param.prepare is not None and value is not None and not isinstance(value, Prep):
            value = param.prepare(value)
        made[param.name] = value
    return made


def python_value(annotation: Any, value: Any, path: str) -> Any:
    if value is None:
        return None
    inner = bare(annotation)
    if get_origin(inner) is list:
        (item,) = get_args(inner)
        return [python_value(item, v, f"{path}.{i}") for i, v in enumerate(value)]
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        if isinstance(value, inner):
            return value
        return model(inner, value, path)
    if isinstance(inner, type) and issubclass(inner, Enum) and not isinstance(value, inner):
        found = getattr(value, "value", value)
        return inner(found)
    if isinstance(value, str):
        check_text(value, path)
    return value


def check_text(value: str, path: str) -> None:
    """PostgreSQL's text cannot hold NUL, and lone surrogates are no text at all."""
    if "\x00" in value:
        raise InvalidInput(reason="含有不可见的空字符，请删除后重试", field=path)
    if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
        raise InvalidInput(reason="含有损坏的字符，请重新输入", field=path)


def model(kind: type[BaseModel], value: Any, path: str) -> Any:
    """A validated input; errors name the field as the caller spells it."""
    try:
        return kind.model_validate(_snake(value))
    except ValidationError as wrong:
        raise refusal(wrong, path) from None


def refusal(wrong: ValidationError, path: str = "") -> InvalidInput:
    first = wrong.errors(include_url=False)[0]
    where = [to_camel_case(str(p)) for p in first["loc"]]
    field = ".".join([path, *where] if path else where)
    template = WORDS.get(first["type"])
    context = first.get("ctx") or {}
    if template is not None:
        reason = template.format(**context)
    else:
        said = str(context.get("error", first["msg"]))
        reason = said if said and not said.isascii() else "内容不符合要求"
    return InvalidInput(reason=reason, field=field)


_snake_case = lru_cache(1000)(to_snake_case)


def _snake(value: Any) -> Any:
    if isinstance(value, dict):
        return {_snake_case(k): _snake(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_snake(v) for v in value]
    if isinstance(value, str):
        check_text(value, "")
    return value
