"""How saved views and settings may look. No I/O: values in, decisions out."""

import json
import re
from typing import Any, Final

from bole.core.errors import InvalidInput, Refusal

PAGE: Final = r"[a-z][a-z0-9_./-]{0,59}"
PREFERENCE: Final = r"(appearance|(columns|tour)\.[a-z][a-z0-9_./-]{0,59})"
"""The settings there are: appearance, the columns of a page, and which tours were seen."""

PREFERENCE_BYTES: Final = 4096
MOST_PREFERENCES: Final = 300
MOST_VIEWS: Final = 200
LONGEST_QUERY: Final = 2000
MOST_COLUMNS: Final = 60


class ViewNameTaken(Refusal):
    """您在这个列表上已有同名的视图。请换一个名称；保存时也可以选择覆盖原来的。"""


class TooManyViews(Refusal):
    """每人最多保存 {limit} 个视图。请先删除不再使用的。"""


class NotYourView(Refusal):
    """这个视图由{owner}共享，只有其本人可以改动。如需调整，请另存一份自己的。"""

    status = 403


class NoUnitToShareWith(Refusal):
    """您当前不在任何单位的岗位上，不能共享视图。请只保存给自己，或换到单位岗位后再共享。"""


class UnknownPreference(Refusal):
    """没有“{key}”这项设置。可用：appearance、columns.列表名、tour.引导名。"""

    status = 422


class PreferenceTooBig(Refusal):
    """这项设置的内容过大，最多 4 kB。请减少内容后再存。"""

    status = 422


class TooManyPreferences(Refusal):
    """每个账号最多保存 {limit} 项设置。请先清除不再使用的。"""


def checked_page(page: str) -> str:
    if not re.fullmatch(PAGE, page):
        raise InvalidInput(reason="列表名应为小写字母开头的代码，至多六十个字符", field="page")
    return page


def checked_name(name: str) -> str:
    said = " ".join(name.split())
    if not 1 <= len(said) <= 40:
        raise InvalidInput(reason="视图名称应有一到四十个字", field="name")
    return said


def checked_query(query: str) -> str:
    if len(query) > LONGEST_QUERY:
        raise InvalidInput(reason=f"筛选条件过长（最多 {LONGEST_QUERY} 个字符），请减少条件", field="query")
    return query


def checked_columns(columns: list[str] | None) -> list[str] | None:
    if columns is None:
        return None
    if len(columns) > MOST_COLUMNS or any(not 1 <= len(c) <= 60 for c in columns):
        raise InvalidInput(reason=f"最多 {MOST_COLUMNS} 列，列名一到六十个字符", field="columns")
    return list(dict.fromkeys(columns))


def checked_preference(key: str, value: Any) -> None:
    if not re.fullmatch(PREFERENCE, key):
        raise UnknownPreference(key=key[:80], field="key")
    if len(json.dumps(value, ensure_ascii=False).encode()) > PREFERENCE_BYTES:
        raise PreferenceTooBig(field="value")
