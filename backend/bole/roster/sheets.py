"""Writing workbooks. Every word is written as text: what begins with = + - @ is somebody's text, not a formula."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import xlsxwriter

WRONG: Final = "#F8CBAD"
HEAD: Final = "#DDEBF7"
WIDEST: Final = 60


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a written sheet."""

    title: str
    width: int = 16
    hint: str = ""
    choices: tuple[str, ...] = ()


class Sheet:
    """A sheet that is written row by row and keeps none of them in memory."""

    def __init__(self, path: Path, name: str, *, properties: Mapping[str, str] | None = None) -> None:
        self._book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
        self._book.set_properties(dict(properties or {}))
        self._page = self._book.add_worksheet(name[:31])
        self._row = 0
        text = {"num_format": "@"}
        self._plain = self._book.add_format(text)
        self._count = self._book.add_format({"num_format": "#,##0"})
        self._wrong = self._book.add_format({**text, "bg_color": WRONG})
        self._head = self._book.add_format(
            {**text, "bold": True, "bg_color": HEAD, "border": 1, "text_wrap": True}
        )
        self._note = self._book.add_format(
            {**text, "italic": True, "font_color": "#C00000", "text_wrap": False}
        )

    def columns(self, fields: Sequence[Field]) -> None:
        for i, field in enumerate(fields):
            self._page.set_column(i, i, min(field.width, WIDEST), self._plain)

    def note(self, words: str) -> None:
        """A line over the table, for the reader."""
        self._page.write_string(self._row, 0, words, self._note)
        self._row += 1

    def head(self, fields: Sequence[Field]) -> None:
        for i, field in enumerate(fields):
            self._page.write_string(self._row, i, field.title, self._head)
        self._row += 1
        self._page.freeze_panes(self._row, 0)

    def numbers(self, cells: Iterable[str | int]) -> None:
        """A row of a table of figures: counts are numbers to reckon with, all else is text."""
        for i, cell in enumerate(cells):
            if isinstance(cell, int):
                self._page.write_number(self._row, i, cell, self._count)
            else:
                self._page.write_string(self._row, i, cell[:32_000], self._plain)
        self._row += 1

    def row(self, cells: Iterable[str | None], wrong: frozenset[int] = frozenset()) -> None:
        write, row, plain, marked = self._page.write_string, self._row, self._plain, self._wrong
        for i, cell in enumerate(cells):
            if cell or i in wrong:
                write(row, i, (cell or "")[:32_000], marked if i in wrong else plain)
        self._row += 1

    def choices(self, column: int, offered: Sequence[str], rows: int) -> None:
        """A drop-down below the header; Excel holds 255 characters of it."""
        if offered and sum(len(o) + 1 for o in offered) <= 255:
            rule = {"validate": "list", "source": list(offered), "error_type": "warning"}
            self._page.data_validation(self._row, column, self._row + rows, column, rule)

    def close(self) -> None:
        self._book.close()


def shown(cell: Any) -> str:
    """A raw cell as text."""
    from bole.roster import cells

    return "" if cell is None or cell == "" else cells.text(cell)
