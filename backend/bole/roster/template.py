"""The empty workbook that officers fill in."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from bole.roster.columns import COLUMNS
from bole.roster.sheets import Field, Sheet

ROWS: Final = 5000
NOTE: Final = "红字两列必填。请勿改动列名；不需要的列可以删去。“无”“-”等同于空。此行可以保留。"


def write_template(path: Path, choices: Mapping[str, Sequence[str]]) -> None:
    """`choices`: what the drop-down of a column offers."""
    fields = [
        Field(("*" if c.required else "") + c.title + (f"（{c.hint}）" if c.hint else ""), 22)
        for c in COLUMNS
    ]
    sheet = Sheet(path, "人才名录")
    sheet.columns(fields)
    sheet.note(NOTE)
    sheet.head(fields)
    for i, column in enumerate(COLUMNS):
        sheet.choices(i, choices.get(column.key, ()), ROWS)
    sheet.close()
