"""One cell: from what people type to what it means.

Pure. A reader returns a value, None where there is nothing, or a Problem with words that help.
"""

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias

from bole.roster.importing_rules import Fault, Problem
from bole.roster.workbook import Cell

EMPTY_WORDS: Final = frozenset(
    {"", "无", "-", "--", "—", "——", "/", "\\", "n/a", "na", "null", "none", "暂无", "空"}
)
"""What people write where they have nothing to write."""

EXACT: Final = 10**15
"""A number of more than 15 digits has lost its last ones: that is all a spreadsheet keeps."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{1,2}")
_BROKEN = re.compile("[\ufffd\ue000-\uf8ff]|锟斤拷|烫烫")

Date: TypeAlias = date | Problem | None


def text(value: Cell) -> str:
    """The cell's text, trimmed, without invisible characters. Full-width punctuation stays: it is Chinese."""
    if value.__class__ is not str:
        return plain(value)
    if value.isascii() and value.isprintable():
        return value.strip()
    return _SPACES.sub(" ", _INVISIBLE.sub("", value)).strip()


def plain(value: Cell) -> str:
    """A number without the `.0` that spreadsheets add, a date as people write it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < EXACT else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)


def narrow(value: Cell) -> str:
    """Text for codes and numbers: full-width letters and digits become ordinary ones."""
    told = text(value)
    return told if told.isascii() else unicodedata.normalize("NFKC", told).strip()


def is_empty(told: str) -> bool:
    return told.casefold() in EMPTY_WORDS


def is_garbled(told: str) -> bool:
    """Replacement and private-use characters: what is left of a text read in the wrong encoding."""
    return not told.isascii() and _BROKEN.search(told) is not None


def lost_digits(value: Cell) -> bool:
    """A long number that the spreadsheet rounded, as a number or as the text it showed (4.4510E+17)."""
    if isinstance(value, str):
        return ("+" in value or "＋" in value or "e" in value.casefold()) and _is_scientific(value)
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= EXACT


def _is_scientific(told: str) -> bool:
    return _SCIENTIFIC.fullmatch(narrow(told)) is not None


# ---- dates

FIRST_YEAR: Final = 1900
_WHOLE = re.compile(r"(\d{4})(?:[-/.年·、_~ ]+)(\d{1,2})(?:[-/.月·、_~ ]+)(\d{1,2})[日号]?(?:[T ].*)?")
_MONTH = re.compile(r"(\d{4})(?:[-/.年·、_ ]+)(\d{1,2})月?")
_SHORT = re.compile(r"\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2}")
_BACKWARD = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_HAN_DATE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?"
)


def day(value: Cell, *, today: date, epoch_1904: bool = False, month_will_do: bool = False) -> Date:
    """A calendar day in any of the ways people and spreadsheets write one.

    `month_will_do`: for a start of work or a diploma, year and month are enough and mean the first of it."""
    found = _day(value, epoch_1904, month_will_do)
    if not isinstance(found, date):
        return found
    if found > today:
        return Problem(Fault.DATE_FUTURE)
    if found.year < FIRST_YEAR:
        return Problem(Fault.DATE_TOO_OLD, facts={"year": FIRST_YEAR})
    return found


def _day(value: Cell, epoch_1904: bool, month_will_do: bool) -> Date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return Problem(Fault.DATE_UNREADABLE)
    if isinstance(value, int | float):
        return _numeric(float(value), epoch_1904, month_will_do)
    told = narrow(value)
    if is_empty(told):
        return None
    return _written(told, epoch_1904, month_will_do)


def _numeric(number: float, epoch_1904: bool, month_will_do: bool) -> Date:
    """19921107, 199211, 1992.11 typed as a number, or the serial number that Excel keeps for a date."""
    if not 0 <= number < 100_000_000:
        return Problem(Fault.DATE_UNREADABLE)
    whole = int(number)
    if FIRST_YEAR <= number < 2100 and number != whole:
        digits = f"{number:.10f}".rstrip("0").partition(".")[2]
        if digits == "1":
            return Problem(Fault.DATE_AMBIGUOUS)
        return (
            _month(whole, int(digits), month_will_do) if len(digits) <= 2 else Problem(Fault.DATE_UNREADABLE)
        )
    if FIRST_YEAR <= number < 2100:
        return Problem(Fault.DATE_NO_DAY)
    if whole >= 10_000_000 and number == whole:
        return _made(whole // 10_000, whole // 100 % 100, whole % 100)
    if 190_001 <= whole <= 209_912 and number == whole:
        return _month(whole // 100, whole % 100, month_will_do)
    if 2 <= number < 75_000:
        return _serial(whole, epoch_1904)
    return Problem(Fault.DATE_UNREADABLE)


def _serial(number: int, epoch_1904: bool) -> date:
    """Excel's day 60 is 29 February 1900, which never was: days up to it are counted from one day later."""
    if epoch_1904:
        return date(1904, 1, 1) + timedelta(days=number)
    return date(1899, 12, 31 if number < 60 else 30) + timedelta(days=number)


def _written(told: str, epoch_1904: bool, month_will_do: bool) -> Date:
    if m := _WHOLE.fullmatch(told):
        return _made(int(m[1]), int(m[2]), int(m[3]))
    if told.isdecimal():
        return _numeric(float(told), epoch_1904, month_will_do)
    if m := _MONTH.fullmatch(told):
        return _month(int(m[1]), int(m[2]), month_will_do)
    if m := _HAN_DATE.fullmatch(told):
        year, month = int(m[1].translate(_HAN_DIGITS)), _han_number(m[2])
        return _made(year, month, _han_number(m[3])) if m[3] else _month(year, month, month_will_do)
    if _SHORT.fullmatch(told):
        return Problem(Fault.DATE_SHORT_YEAR)
    if m := _BACKWARD.fullmatch(told):
        # 13/07/1992 can only be day first, 07/13/1992 only month first; 07/08/1992 is anyone's guess
        a, b = int(m[1]), int(m[2])
        if (a > 12) != (b > 12):
            return _made(int(m[3]), min(a, b), max(a, b))
    return Problem(Fault.DATE_UNREADABLE)


def _han_number(told: str) -> int:
    """十一 → 11, 三十 → 30, 七 → 7."""
    tens, ten, ones = told.rpartition("十")
    if not ten:
        return int(told.translate(_HAN_DIGITS)) if len(told) == 1 else 0
    return 10 * int(tens.translate(_HAN_DIGITS) or 1) + int(ones.translate(_HAN_DIGITS) or 0)


def _month(year: int, month: int, will_do: bool) -> Date:
    if not 1 <= month <= 12:
        return Problem(Fault.DATE_IMPOSSIBLE)
    return (
        _made(year, month, 1) if will_do else Problem(Fault.DATE_NO_DAY, facts={"year": year, "month": month})
    )


def _made(year: int, month: int, day_of_month: int) -> Date:
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day_of_month <= monthrange(year, month)[1]):
        return Problem(Fault.DATE_IMPOSSIBLE)
    return date(year, month, day_of_month)


# ---- telephone numbers, as spreadsheets spoil them

_LOST_ZERO = re.compile(r"(?!1[3-9]\d{9})[1-9]\d{9,10}")


def phone_text(value: Cell) -> str | Problem | None:
    """The text of a telephone cell, for the reader of telephone numbers."""
    if lost_digits(value):
        return Problem(Fault.PHONE_LOST_DIGITS)
    told = narrow(value).lstrip("'`’")
    return None if is_empty(told) else told


def phone_fault(value: Cell, told: str) -> Fault:
    """Why a number was not one: typed as a number, 0768 2280001 has lost its first 0."""
    spoilt = isinstance(value, int | float) and _LOST_ZERO.fullmatch(told)
    return Fault.PHONE_LOST_ZERO if spoilt else Fault.PHONE_WRONG
