"""What the columns of a roster workbook are called (columns.toml), and where in a sheet they stand."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bole.roster.importing_rules import HEADER_WITHIN, HeaderTwice
from bole.roster.workbook import Grid, Row, column_letters


@dataclass(frozen=True, slots=True)
class Column:
    """One thing a workbook may tell about a person; see columns.toml."""

    key: str
    title: str
    others: tuple[str, ...] = ()
    required: bool = False
    sensitive: bool = False
    hint: str = ""


COLUMNS: Final = tuple(
    Column(**{**told, "others": tuple(told.get("others", ()))})
    for told in tomllib.loads((Path(__file__).parent / "columns.toml").read_text("utf-8"))["column"]
)
BY_KEY: Final[Mapping[str, Column]] = {c.key: c for c in COLUMNS}
REQUIRED: Final = frozenset(c.key for c in COLUMNS if c.required)

_NOISE = re.compile(r"[\s*＊:：_\-—·.。、,，/\\]+")
_HINT = re.compile(r"[(（【\[][^()（）【】\[\]]*[)）】\]][\s*：:]*$")


def _bare(title: object) -> str:
    """A header as it is compared: without spaces, stars, colons, and full-width forms."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", str(title))).casefold()


def _known_titles() -> dict[str, tuple[str, int]]:
    known: dict[str, tuple[str, int]] = {}
    for column in COLUMNS:
        for rank, title in enumerate((column.title, *column.others)):
            if known.setdefault(_bare(title), (column.key, rank))[0] != column.key:
                raise ValueError(f"“{title}” names two columns")
    return known


_KNOWN: Final = _known_titles()
_UPPER_ALONE: Final = 2
"""A first row that holds fewer known titles than this is no upper half of a header."""


def column_of(title: object) -> tuple[str, int] | None:
    """The column that a header names, and its rank among the synonyms; hints in brackets at its end are skipped."""
    told = str(title)
    while (found := _KNOWN.get(_bare(told))) is None:
        shorter = _HINT.sub("", told)
        if shorter == told:
            return None
        told = shorter
    return found


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns stand. Indexes count the cells of a row from 0."""

    first_row: int
    last_row: int
    at: Mapping[str, int]
    titles: Mapping[int, str]
    unused: tuple[tuple[int, str], ...]
    """Columns that are not read: unknown ones, and second ones for the same thing."""

    def __len__(self) -> int:
        return len(self.at)

    @property
    def complete(self) -> bool:
        return self.at.keys() >= REQUIRED


def find_header(grid: Grid, head: Sequence[tuple[int, Row]]) -> Header | None:
    """The header among a sheet's first rows: one row, or two with groups above. None where there is none.

    Titles and notes may stand above it. Refuses HeaderTwice where one title stands over two columns."""
    best: Header | None = None
    for i, (number, row) in enumerate(head[:HEADER_WITHIN]):
        if best is not None:
            break
        candidates: list[Header | None] = [_read(number, number, _labels(row))]
        if i + 1 < len(head):
            candidates.append(_two_rows(grid, (number, row), head[i + 1]))
        for found in candidates:
            if found is not None and found.complete and (best is None or len(found) > len(best)):
                best = found
    if best is not None:
        _refuse_twins(grid, best)
    return best


def _labels(row: Row) -> dict[int, str]:
    return {i: str(cell).strip() for i, cell in enumerate(row) if str(cell).strip()}


def _read(first: int, last: int, labels: dict[int, str]) -> Header:
    chosen: dict[str, tuple[int, int]] = {}
    for index, title in labels.items():
        if told := column_of(title):
            key, rank = told
            if key not in chosen or rank < chosen[key][0]:
                chosen[key] = (rank, index)
    at = {key: index for key, (_, index) in chosen.items()}
    read = set(at.values())
    unused = tuple((i, title) for i, title in labels.items() if i not in read)
    return Header(first, last, at, labels, unused)


def _two_rows(grid: Grid, above: tuple[int, Row], below: tuple[int, Row]) -> Header | None:
    """联系方式 merged over 手机 and 邮箱: each column is named by both rows, or by one of them."""
    (first, upper_row), (last, lower_row) = above, below
    upper, lower = _labels(upper_row), _labels(lower_row)
    if sum(column_of(t) is not None for t in upper.values()) < _UPPER_ALONE:
        return None
    groups = dict(upper)
    for (top, left), (_, right) in grid.merged:
        if top == first - 1:
            start = left - grid.first_column
            groups |= {i: upper[start] for i in range(start, right - grid.first_column + 1) if start in upper}
    labels: dict[int, str] = {}
    for index in sorted({*groups, *lower}):
        group, own = groups.get(index, ""), lower.get(index, "")
        if own and index in upper and column_of(group) and not (column_of(group + own) or column_of(own)):
            return None  # the lower row holds data: a name, not a title
        both = own and group and column_of(group + own)
        labels[index] = group + own if both else own or group
    return _read(first, last, labels)


def _refuse_twins(grid: Grid, header: Header) -> None:
    titles: dict[str, list[int]] = {}
    for index, title in header.titles.items():
        if column_of(title):
            titles.setdefault(_bare(title), []).append(index)
    for indexes in titles.values():
        if len(indexes) > 1:
            letters = "、".join(column_letters(grid.first_column + i + 1) for i in indexes)
            raise HeaderTwice(title=header.titles[indexes[0]], columns=letters)
