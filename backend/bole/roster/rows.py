"""One row of a roster workbook: cells in, what they tell of a person and what is wrong with them out.

Pure, and no database: it runs in a process of its own, which is given what it needs to know (Known) and has
no keys. The form on the screen reads a name, a number or a phone by the same functions.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Final

from bole.core.errors import Refusal
from bole.roster import cells
from bole.roster.codes import DEMO_PREFIX, read_email, read_phone, read_uscc
from bole.roster.columns import BY_KEY, Header
from bole.roster.findings import finding, shown
from bole.roster.identity_numbers import DocumentKind, IdentityNumber, kind_of, read_identity
from bole.roster.importing_rules import Fault, Problem, Severity
from bole.roster.names import check_name
from bole.roster.rules import Degree, EmploymentKind, TitleRank
from bole.roster.vocabulary import DEGREES, DOCUMENTS, EMPLOYMENTS, GENDERS, OFFERED, RANKS, fold
from bole.roster.workbook import Cell, Grid, Row, column_letters

LIMITS: Final[Mapping[str, int]] = {
    "employer": 120, "position": 120, "school": 120, "major": 80, "title": 80, "specialty": 200, "residence": 120,
    "nationality": 40,
}  # fmt: skip
UNFILLED: Final = frozenset(
    {"name", "former_name", "document_number", "document_kind", "phone", "email", "birth_date"}
)
"""What is a person's own is not filled down from a merged cell."""

DAYS: Final = frozenset({"employed_from", "graduated_on", "level_since"})
"""A month will do for these: its first day."""
READ_TOGETHER: Final = frozenset({"document_kind", "document_number", "birth_date"})
MANY_VALUES: Final = frozenset({"name", "former_name", "phone", "email", "specialty", "residence"})
"""Columns where nearly every cell is another; in the rest each value is read once."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the cells are compared with: catalogue, units, today. Plain values, so that it travels as JSON."""

    today: str
    levels: dict[str, str]
    level_choices: str
    types: dict[str, str]
    type_choices: str
    units: dict[str, list[Any]]
    """Folded name, short name or code → [unit id, path]; several of one name: []."""
    unit: list[Any] | None = None
    """For rows that name no unit."""
    lo: int = 0
    hi: int = 10**18

    def told(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(slots=True)
class Found:
    """What one row came to."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[dict[str, Any]] = field(default_factory=list)
    name: str = ""

    @property
    def good(self) -> bool:
        return not any(p["severity"] == Severity.ERROR for p in self.problems)


class RowReader:
    """Reads the rows of one sheet, in order."""

    def __init__(self, grid: Grid, header: Header, known: Known) -> None:
        self.grid, self.header, self.known = grid, header, known
        self.today = date.fromisoformat(known.today)
        self._seen: dict[tuple[str, str], int] = {}
        self._fill = _merged_down(grid, header)
        self._width = max(header.at.values()) + 1
        # (column, where, reader, what this column's texts were read as; None where nearly each is another)
        self._readers: list[tuple[str, int, Callable[[Cell], Any], dict[str, Any] | None]] = []
        for key, index in header.at.items():
            if key not in READ_TOGETHER:
                reader = getattr(self, f"_{key}", None) or self._few(key) or self._plain(key)
                self._readers.append((key, index, reader, None if key in MANY_VALUES else {}))

    def read(self, number: int, row: Row) -> Found | None:
        """What the row tells; None for an empty one."""
        if number in self._fill:
            row = self._filled(number, row)
        if row.count("") == len(row):
            return None
        if len(row) < self._width:
            row = row + [""] * (self._width - len(row))
        found = Found(number)
        values, whole = found.values, not self.grid.broken
        for key, index, reader, memo in self._readers:
            cell = row[index]
            if memo is not None and isinstance(cell, str) and (whole or not self._is_broken(number, index)):
                # what stands in most columns stands there many times, and is read once
                if cell not in memo:
                    value = self._read_one(found, key, index, cell, reader)
                    if self._told(found, key):
                        continue
                    memo[cell] = value
                value = memo[cell]
            else:
                value = self._read_one(found, key, index, cell, reader)
            if value is not None:
                values[key] = value
        found.name = values.get("name") or shown(None, row[self.header.at["name"]])
        self._identity(found, row)
        self._whole(found)
        return found

    def _read_one(self, found: Found, key: str, index: int, cell: Cell, reader: Callable[[Cell], Any]) -> Any:
        """What one cell tells; what is wrong with it is noted."""
        if fault := self._is_broken(found.number, index):
            self._note(found, key, cell, Problem(fault))
            return None
        if cell == "" and key != "name":
            return None
        try:
            value = reader(cell)
        except Refusal as no:
            self._note(found, key, cell, no)
            return None
        if isinstance(value, Problem):
            self._note(found, key, cell, value)
            return None if value.fault.severity is Severity.ERROR else value.facts.get("value")
        return value

    def _is_broken(self, number: int, index: int) -> Fault | None:
        """What is wrong with the formula of a cell that looks empty."""
        broken = self.grid.broken
        return broken.get((number, self.grid.first_column + index + 1)) if broken else None

    @staticmethod
    def _told(found: Found, key: str) -> bool:
        return any(p["column"] == key for p in found.problems)

    # -- cells that are read together -----------------------------------------------------------------------

    def _identity(self, found: Found, row: Row) -> None:
        """Kind and number of the document, and what the number says of birth and gender."""
        cell, kind_cell = self._cell(row, "document_number"), self._cell(row, "document_kind")
        if fault := self._is_broken(found.number, self.header.at["document_number"]):
            return self._note(found, "document_number", cell, Problem(fault))
        if cell.__class__ is str and _RESIDENT.fullmatch(cell):
            told = cell
        else:
            told = cells.narrow(cell).lstrip("'`’")
            if cells.is_empty(told):
                return self._note(found, "document_number", cell, Problem(Fault.NUMBER_MISSING))
            if cells.lost_digits(cell):
                return self._note(found, "document_number", cell, Problem(Fault.NUMBER_LOST_DIGITS))
        kind_told = cells.text(kind_cell) if kind_cell else ""
        if not cells.is_empty(kind_told):
            kind = DOCUMENTS.get(fold(kind_told))
        else:
            kind = DocumentKind.RESIDENT_ID if _RESIDENT.fullmatch(told) else kind_of(told)
        if kind is None and not cells.is_empty(kind_told):
            choices = "、".join(k.label for k in DocumentKind)
            problem = Problem(
                Fault.DOCUMENT_KIND, facts={"value": shown(None, kind_cell), "choices": choices}
            )
            return self._note(found, "document_kind", kind_cell, problem)
        try:
            identity = read_identity(kind or DocumentKind.RESIDENT_ID, told, today=self.today)
        except Refusal as no:
            return self._note(found, "document_number", cell, _rounded(told) or no)
        for warned in identity.warnings:
            self._tell(found, "document_number", cell, warned.name, warned.label + "。", Severity.WARNING)
        first = self._seen.setdefault((identity.kind.value, identity.number), found.number)
        if first != found.number:
            self._note(found, "document_number", cell, Problem(Fault.TWICE_IN_FILE, facts={"row": first}))
        found.values |= {"document_kind": identity.kind.value, "document_number": identity.number}
        found.values["document_masked"] = identity.masked
        self._birth(found, row, identity)
        return None

    def _birth(self, found: Found, row: Row, identity: IdentityNumber) -> None:
        """The day of birth as filled in, completed from and compared with the number's."""
        born, cell = identity.birth_date, self._cell(row, "birth_date")
        told = cells.day(cell, today=self.today, epoch_1904=self.grid.epoch_1904) if cell != "" else None
        if isinstance(told, Problem):
            month = (told.facts.get("year"), told.facts.get("month"))
            if told.fault is not Fault.DATE_NO_DAY or born is None:
                return self._note(found, "birth_date", cell, told)
            if month not in ((born.year, born.month), (born.year, None), (None, None)):
                return self._note(found, "birth_date", cell, Problem(Fault.BIRTH_MISMATCH))
        elif told is not None and born is not None and told != born:
            return self._note(found, "birth_date", cell, Problem(Fault.BIRTH_MISMATCH))
        day = born or (told if isinstance(told, date) else None)
        if day is not None:
            found.values["birth_date"] = day.isoformat()
        if identity.gender is not None:
            filled = found.values.setdefault("gender", identity.gender.value)
            if filled != identity.gender.value:
                self._note(found, "gender", self._cell(row, "gender"), Problem(Fault.SEX_MISMATCH))
        return None

    def _whole(self, found: Found) -> None:
        """What only the row as a whole can tell."""
        values = found.values
        if not self._said(found, "unit"):
            if self.known.unit is None:
                self._note(found, "unit", "", Problem(Fault.UNIT_MISSING))
            else:
                values["unit"], values["unit_given"] = self.known.unit, False
        born, entered = values.get("birth_date"), values.get("entered_on")
        if born and entered and entered < born:
            del values["entered_on"]
            self._note(found, "entered_on", entered, Problem(Fault.ENTERED_BEFORE_BIRTH))
        alone = "employer" not in values and "position" in values and "employer_uscc" not in values
        if alone and not self._told(found, "employer"):
            title = BY_KEY["position"].title
            self._note(found, "employer", "", Problem(Fault.EMPLOYER_MISSING, facts={"title": title}))
        if (
            "degree" not in values
            and {"school", "major", "graduated_on"} & values.keys()
            and not self._told(found, "degree")
        ):
            values["degree"] = Degree.OTHER.value
        if "title_rank" in values and not self._said(found, "title"):
            self._note(found, "title", "", Problem(Fault.TITLE_MISSING))

    def _said(self, found: Found, key: str) -> bool:
        return key in found.values or self._told(found, key)

    # -- one cell each --------------------------------------------------------------------------------------

    def _name(self, cell: Cell) -> Any:
        told = cells.text(cell)
        if cells.is_empty(told):
            return Problem(Fault.NAME_MISSING)
        return Problem(Fault.CELL_BROKEN) if cells.is_garbled(told) else check_name(told)

    def _former_name(self, cell: Cell) -> Any:
        told = cells.text(cell)
        if cells.is_empty(told):
            return None
        return [check_name(name) for name in _BETWEEN.split(told) if name.strip()]

    def _phone(self, cell: Cell) -> Any:
        told = cells.phone_text(cell)
        if not isinstance(told, str):
            return told
        try:
            phone = read_phone(told)
        except Refusal:
            return Problem(cells.phone_fault(cell, told))
        if phone.warnings and not phone.number.startswith(DEMO_PREFIX):
            return Problem(Fault.PHONE_NOT_IN_USE, facts={"value": phone.number})
        return phone.number

    def _email(self, cell: Cell) -> Any:
        told = cells.narrow(cell)
        try:
            return None if cells.is_empty(told) else read_email(told)
        except Refusal:
            return Problem(Fault.EMAIL_WRONG)

    def _unit(self, cell: Cell) -> Any:
        told = cells.text(cell)
        if cells.is_empty(told):
            return None
        unit = self.known.units.get(fold(told))
        facts = {"value": shown(None, told)}
        if unit is None:
            return Problem(Fault.UNIT_UNKNOWN, facts=facts)
        if not unit:
            return Problem(Fault.UNIT_AMBIGUOUS, facts=facts)
        if not self.known.lo <= unit[1] < self.known.hi:
            return Problem(Fault.UNIT_OUT_OF_SCOPE, facts=facts)
        return unit

    def _employer_uscc(self, cell: Cell) -> Any:
        told = cells.text(cell)
        if cells.is_empty(told):
            return None
        try:
            uscc = read_uscc(told)
        except Refusal:
            return Problem(Fault.USCC_WRONG)
        return Problem(Fault.USCC_CHECK, facts={"value": uscc.code}) if uscc.warnings else uscc.code

    def _few(self, key: str) -> Callable[[Cell], Any] | None:
        """The reader of a column that holds one of a few words, or a day; None for other columns."""
        if key in DAYS:
            return self._past
        known = self.known
        told: dict[str, tuple[Mapping[str, str], Fault, str]] = {
            "gender": (GENDERS, Fault.SEX_UNKNOWN, ""),
            "level": (known.levels, Fault.LEVEL_UNKNOWN, known.level_choices),
            "talent_type": (known.types, Fault.TYPE_UNKNOWN, known.type_choices),
            "degree": (DEGREES, Fault.CHOICE_UNKNOWN, OFFERED[Degree]),
            "title_rank": (RANKS, Fault.CHOICE_UNKNOWN, OFFERED[TitleRank]),
            "employment_kind": (EMPLOYMENTS, Fault.CHOICE_UNKNOWN, OFFERED[EmploymentKind]),
        }
        return _choosing(*told[key]) if key in told else None

    def _past(self, cell: Cell, *, month_will_do: bool = True) -> Any:
        told = cells.day(cell, today=self.today, epoch_1904=self.grid.epoch_1904, month_will_do=month_will_do)
        return told.isoformat() if isinstance(told, date) else told

    def _entered_on(self, cell: Cell) -> Any:
        return self._past(cell, month_will_do=False)  # every count as of a day goes by it

    def _plain(self, key: str) -> Callable[[Cell], Any]:
        limit = LIMITS[key]

        def read(cell: Cell) -> Any:
            told = cells.text(cell)
            if cells.is_empty(told):
                return None
            if len(told) > limit:
                return Problem(Fault.TEXT_TOO_LONG, facts={"limit": limit})
            return Problem(Fault.CELL_BROKEN) if cells.is_garbled(told) else told

        return read

    # -- telling --------------------------------------------------------------------------------------------

    def _cell(self, row: Row, key: str) -> Cell:
        index = self.header.at.get(key)
        return row[index] if index is not None and index < len(row) else ""

    def _note(self, found: Found, key: str, cell: Cell, wrong: Problem | Refusal) -> None:
        if isinstance(wrong, Problem):
            self._tell(found, key, cell, wrong.fault.value, wrong.words, wrong.fault.severity)
        else:
            self._tell(found, key, cell, wrong.code(), str(wrong), Severity.ERROR)

    def _tell(self, found: Found, key: str, cell: Cell, code: str, words: str, severity: Severity) -> None:
        index = self.header.at.get(key)
        letters = column_letters(self.grid.first_column + index + 1) if index is not None else ""
        place = f"{letters}{found.number}" if letters else None
        told = finding(key, place, BY_KEY[key].title, shown(key, cell), code, words, severity)
        found.problems.append(told)

    def _filled(self, number: int, row: Row) -> Row:
        """A cell merged over several rows holds for each of them."""
        row = list(row)
        for index, top in self._fill[number].items():
            if index < len(row):
                if top["row"] == number:
                    top["value"] = row[index]
                else:
                    row[index] = top["value"]
        return row


def _choosing(known: Mapping[str, str], fault: Fault, offered: str) -> Callable[[Cell], Any]:
    def read(cell: Cell) -> Any:
        told = cells.text(cell)
        if cells.is_empty(told):
            return None
        return known.get(fold(told)) or Problem(fault, facts={"value": shown(None, told), "choices": offered})

    return read


def _merged_down(grid: Grid, header: Header) -> dict[int, dict[int, dict[str, Any]]]:
    fill: dict[int, dict[int, dict[str, Any]]] = {}
    keys = {index: key for key, index in header.at.items()}
    for (top, left), (bottom, right) in grid.merged:
        index = left - grid.first_column
        if left == right and top + 1 > header.last_row and keys.get(index, "name") not in UNFILLED:
            shared: dict[str, Any] = {"row": top + 1, "value": ""}
            for row in range(top + 1, bottom + 2):
                fill.setdefault(row, {})[index] = shared
    return fill


_RESIDENT = re.compile(r"[1-7]\d{16}[\dXx]|[1-7]\d{14}")
"""By far the most; the question of its kind need not be asked."""
_BETWEEN = re.compile(r"[、,，;；/]")


def _rounded(told: str) -> Problem | None:
    """445102199003070000: a number that a spreadsheet rounded before somebody made the column text."""
    rounded = len(told) == 18 and told.endswith("000") and told.isdigit()
    return Problem(Fault.NUMBER_LOST_DIGITS) if rounded else None
