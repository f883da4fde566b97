"""Words of the domain that are a fixed list: lower case in the database and in policy files, upper case outside."""

from enum import StrEnum
from typing import Any, Self


class Word(StrEnum):
    """A list of words. GraphQL and REST say the member's name, which is the value in upper case."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """The name does as well as the value: what an edge told is taken back."""
        return cls.__members__.get(value) if isinstance(value, str) else None

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        made: dict[str, Any] = handler(core)
        return {**made, "enum": list(cls.__members__)}
