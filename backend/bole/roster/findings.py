"""What is told about a cell: where it stands, what is in it (as far as reports may show it), and in which words."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from bole.roster import cells
from bole.roster.codes import mask_email, mask_phone
from bole.roster.columns import COLUMNS
from bole.roster.identity_numbers import mask_number
from bole.roster.importing_rules import Severity
from bole.roster.workbook import Cell

SHOWN: Final = 60
"""So much of a cell is shown beside the words."""

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d{6,}[\dXx]?")


def finding(
    at: str | None, cell: str | None, title: str | None, shown: str, code: str, words: str, severity: Severity
) -> dict[str, Any]:
    """One thing to tell about one cell; `cell` as Excel names it (C5), None for the whole row. The words may
    quote the cell: a number in the wrong column is no less a number, so they are starred too."""
    return {
        "column": at, "cell": cell, "title": title, "shown": shown[:SHOWN], "code": code, "words": starred(words),
        "severity": severity.value,
    }  # fmt: skip


def shown(key: str | None, cell: Cell) -> str:
    """A cell as reports may show it: masked in the sensitive columns, and numbers wherever somebody put them."""
    told = cells.text(cell)
    if key is not None and key in MASKS:
        told = MASKS[key](told)
    return starred(told)[:SHOWN]


def starred(told: str) -> str:
    """The text with every long number masked."""
    return _DIGITS.sub(lambda m: mask_number(m[0]), told)


def _mask_day(told: str) -> str:
    return told[:4] + _DIGIT.sub("*", told[4:])


MASKS: Final[Mapping[str, Callable[[str], str]]] = {
    "document_number": lambda told: mask_number(cells.narrow(told)),
    "phone": lambda told: mask_phone(cells.narrow(told)),
    "email": lambda told: mask_email(told) if "@" in told else told,
    "birth_date": _mask_day,
}

if unmasked := {c.key for c in COLUMNS if c.sensitive} ^ MASKS.keys():
    raise ValueError(f"sensitive columns and masks differ: {unmasked}")
