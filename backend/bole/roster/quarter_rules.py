"""Quarters of a year. No I/O: values in, decisions out."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bole.core.errors import Refusal

_WRITTEN: Final = re.compile(r"(20\d\d)Q([1-4])")


class NoSuchQuarter(Refusal):
    """“{told}”不是季度。请写成“2026Q3”的样子。"""

    status = 422


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year, written 2026Q3."""

    year: int
    number: int

    @classmethod
    def read(cls, told: str) -> "Quarter":
        found = _WRITTEN.fullmatch(told.strip().upper())
        if found is None:
            raise NoSuchQuarter(told=told, field="quarter")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month + 2) // 3)

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def words(self) -> str:
        return f"{self.year} 年第{'一二三四'[self.number - 1]}季度"

    @property
    def first_day(self) -> date:
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        return self.before(-1).first_day - timedelta(days=1)

    def before(self, quarters: int) -> "Quarter":
        """So many quarters earlier."""
        at = self.year * 4 + self.number - 1 - quarters
        return Quarter(at // 4, at % 4 + 1)
