"""Reading a file that calls itself a spreadsheet. It comes from outside: nothing it says is believed.

`open_grids(path)` looks at the bytes, refuses what is not a plain .xlsx or .csv with words that help, and
gives the tables that may hold the roster: each visible sheet, or one CSV in each encoding it may be in.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from html import unescape
from pathlib import Path
from typing import Final, TypeAlias

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from bole.roster.importing_rules import (
    MAX_COLUMNS,
    MAX_FILE,
    MAX_UNPACKED,
    MEGABYTE,
    Fault,
    FileDamaged,
    FileEmpty,
    FileEncrypted,
    FileHasMacros,
    FileNotWorkbook,
    FileOldFormat,
    FileTooBig,
    FileUnpacksTooBig,
    SheetEmpty,
    SheetMissing,
    TooManyColumns,
)

Cell: TypeAlias = str | float | int | bool | date | datetime | time | timedelta
Row: TypeAlias = list[Cell]

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
CHUNK: Final = 1 << 20
SEPARATORS: Final = ",;\t"
MAX_BROKEN: Final = 20_000
"""Broken formula cells remembered one by one; a sheet with more is not a roster."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_ATTRIBUTE = re.compile(rb"([\w:]+)=\"([^\"]*)\"")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_CELL = re.compile(rb"<c r=\"([A-Z]{1,3})(\d{1,7})\"([^>]*)(?<!/)>(.{0,9000}?)</c>", re.S)
_VALUE = re.compile(rb"<v[^>]*>[^<]")
_FAR_COLUMN = re.compile(rb"<c r=\"([A-Z]{3})\d")


@dataclass
class Grid:
    """One table of raw cells. Rows carry the number that Excel shows beside them."""

    sheet: str
    format: str
    rows: Iterator[tuple[int, Row]]
    width: int
    first_column: int = 0
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    broken: dict[tuple[int, int], Fault] = field(default_factory=dict)
    """(row, column) counted as Excel does, from 1 → what is wrong with the formula there."""
    epoch_1904: bool = False
    encoding: str | None = None
    height: int | None = None
    """How many rows the file seems to have, for showing progress."""
    sheets: list[str] = field(default_factory=list)
    """Every sheet of the file that is in sight: another may be chosen."""


def open_grids(path: Path, sheet: str | None = None) -> Iterator[Grid]:
    """Every table of the file that may hold the roster, most likely first; refuses a file that is none."""
    return _workbook(path, sheet) if _is_archive(path) else _texts(path.read_bytes(), sheet)


def glance(path: Path) -> None:
    """Refuses what can be told at once, before any table is read: no workbook, a password, macros."""
    if _is_archive(path):
        with _damage(), zipfile.ZipFile(path) as archive:
            _inspect(archive)


def _is_archive(path: Path) -> bool:
    """By the first bytes: an archive, as .xlsx is one, or else a text; refuses what is known to be neither."""
    if path.stat().st_size > MAX_FILE:
        raise FileTooBig(limit=MAX_FILE // MEGABYTE)
    with path.open("rb") as file:
        head = file.read(4096)
    if not head.strip():
        raise FileEmpty()
    if head.startswith(b"PK"):
        return True
    if head.startswith(OLE):
        raise FileEncrypted() if ENCRYPTED_STREAM in path.read_bytes() else FileOldFormat(format="旧版 .xls ")
    if looks := _known(head):
        raise FileNotWorkbook(looks=looks)
    return False


_LOOKS: Final = (
    (b"%pdf", " PDF 文件"),
    (b"<!doctype html", "网页文件"),
    (b"<html", "网页文件"),
    (b"<table", "网页文件"),
    (b"<?xml", " XML 文件"),
    (b"{\\rtf", " RTF 文档"),
    (b"\x89png", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"gif8", "图片"),
    (b"rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
)


def _known(head: bytes) -> str | None:
    """What the first bytes say, for the files that people do try to upload."""
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")[:200].lower()
    return next((looks for mark, looks in _LOOKS if start.startswith(mark)), None)


# ---- .xlsx


def _workbook(path: Path, sheet: str | None) -> Iterator[Grid]:
    with _damage(), zipfile.ZipFile(path) as archive:
        names = _inspect(archive)
        parts, epoch_1904 = _sheet_parts(archive, names)
        yield from _sheets(path, archive, parts, epoch_1904, sheet)


@contextmanager
def _damage() -> Iterator[None]:
    """What the libraries say of a broken file, in our words."""
    try:
        yield
    except PasswordError:
        raise FileEncrypted() from None
    except (zipfile.BadZipFile, zlib.error, EOFError) as e:
        raise FileDamaged(where=_where(e)) from None
    # zipfile raises NotImplementedError for a compression it does not know, RuntimeError for a password
    except (NotImplementedError, OSError, RuntimeError, ValueError, CalamineError) as e:
        raise FileDamaged(where=_where(e)) from None


def _where(error: Exception) -> str:
    kind = "压缩结构" if isinstance(error, zipfile.BadZipFile | zlib.error | EOFError) else "表格内容"
    return f"{kind}不完整"


def _inspect(archive: zipfile.ZipFile) -> set[str]:
    """Refuses by the table of contents alone: no byte is unpacked yet."""
    entries = archive.infolist()
    names = {e.filename.replace("\\", "/") for e in entries}
    if any(e.flag_bits & 0x1 for e in entries):
        raise FileEncrypted()
    if any(n.lower().endswith("vbaproject.bin") for n in names):
        raise FileHasMacros()
    if "xl/workbook.bin" in names:
        raise FileOldFormat(format=" .xlsb ")
    if "content.xml" in names and "mimetype" in names:
        raise FileOldFormat(format=" OpenDocument（.ods）")
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        looks = " Word 文档" if "word/document.xml" in names else "压缩包"
        raise FileNotWorkbook(looks=looks)
    if sum(e.file_size for e in entries) > MAX_UNPACKED:
        raise FileUnpacksTooBig(limit=MAX_UNPACKED // MEGABYTE)
    types = _whole(archive, "[Content_Types].xml")
    if b"macroEnabled" in types:
        raise FileHasMacros()
    return names


def _whole(archive: zipfile.ZipFile, name: str, limit: int = 8 * MEGABYTE) -> bytes:
    with archive.open(name) as part:
        data = part.read(limit + 1)
    if len(data) > limit:
        raise FileUnpacksTooBig(limit=limit // MEGABYTE)
    return data


def _sheet_parts(archive: zipfile.ZipFile, names: set[str]) -> tuple[dict[str, str], bool]:
    """Sheet name → its part of the archive; and whether days are counted from 1904, as old Macs did."""
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        raise FileDamaged(where="缺少工作簿目录")
    book = _whole(archive, "xl/workbook.xml")
    targets = {}
    for relation in _RELATION.findall(_whole(archive, "xl/_rels/workbook.xml.rels")):
        told = dict(_ATTRIBUTE.findall(relation))
        target = told.get(b"Target", b"").decode("utf-8", "replace")
        targets[told.get(b"Id", b"")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    parts = {}
    for tag in _SHEET.findall(book):
        told = {k.rpartition(b":")[2]: v for k, v in _ATTRIBUTE.findall(tag)}
        name = unescape(told.get(b"name", b"").decode("utf-8", "replace"))
        parts[name] = targets.get(told.get(b"id", b""), "")
    return parts, bool(re.search(rb"date1904=\"(?:1|true)\"", book))


def _sheets(
    path: Path, archive: zipfile.ZipFile, parts: dict[str, str], epoch_1904: bool, wanted: str | None
) -> Iterator[Grid]:
    broken = _scan(archive, set(parts.values()))
    with CalamineWorkbook.from_path(str(path)) as book:
        visible = [
            s.name
            for s in book.sheets_metadata
            if s.typ is SheetTypeEnum.WorkSheet and s.visible is SheetVisibleEnum.Visible
        ]
        if wanted is not None and wanted not in visible:
            raise SheetMissing(sheet=wanted, sheets="、".join(visible))
        some = False
        for name in [wanted] if wanted is not None else visible:
            sheet = book.get_sheet_by_name(name)
            if sheet.start is None:
                continue
            some = True
            yield replace(_sheet(sheet, broken.get(parts.get(name, ""), {}), epoch_1904), sheets=visible)
        if not some:
            raise SheetEmpty(sheet=wanted or "、".join(visible))


def _sheet(sheet: CalamineSheet, broken: dict[tuple[int, int], Fault], epoch_1904: bool) -> Grid:
    assert sheet.start is not None
    if sheet.width > MAX_COLUMNS:
        raise TooManyColumns(columns=sheet.width, limit=MAX_COLUMNS)
    return Grid(
        sheet=sheet.name,
        format="xlsx",
        rows=enumerate(sheet.iter_rows(), start=1),
        width=sheet.width,
        first_column=sheet.start[1],
        merged=list(sheet.merged_cell_ranges or []),
        broken=broken,
        epoch_1904=epoch_1904,
        height=sheet.end[0] + 1 if sheet.end else None,
    )


def _scan(archive: zipfile.ZipFile, sheets: set[str]) -> dict[str, dict[tuple[int, int], Fault]]:
    """Unpacks every XML part once, counting what really comes out (a bomb lies about its size), and finds
    the formulas whose value was never saved: the reader would show those cells as empty."""
    left, found = MAX_UNPACKED, {}
    for entry in archive.infolist():
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        broken: dict[tuple[int, int], Fault] = {}
        tail, is_sheet = b"", entry.filename in sheets
        with archive.open(entry) as part:
            while piece := part.read(CHUNK):
                left -= len(piece)
                if left < 0:
                    raise FileUnpacksTooBig(limit=MAX_UNPACKED // MEGABYTE)
                if not is_sheet:
                    continue
                text = tail + piece
                cut = text.rfind(b"</c>") + 4 if b"</c>" in text else 0
                _broken_cells(text[:cut], broken)
                tail = text[cut:] if len(text) - cut < CHUNK else b""
        if broken:
            found[entry.filename] = broken
    return found


def _broken_cells(text: bytes, broken: dict[tuple[int, int], Fault]) -> None:
    if far := _FAR_COLUMN.search(text):
        raise TooManyColumns(columns=_column_number(far[1]), limit=MAX_COLUMNS)
    if b"<f" not in text and b't="e"' not in text:
        return
    for letters, row, about, inside in _CELL.findall(text):
        if b't="e"' in about:
            fault = Fault.FORMULA_ERROR
        elif b"<f" in inside and not _VALUE.search(inside):
            fault = Fault.FORMULA_NO_VALUE
        else:
            continue
        if len(broken) < MAX_BROKEN:
            broken[int(row), _column_number(letters)] = fault


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def column_letters(number: int) -> str:
    """27 → AA: how Excel names the column a person looks for."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


# ---- .csv


def _texts(data: bytes, sheet: str | None) -> Iterator[Grid]:
    if sheet is not None:
        raise SheetMissing(sheet=sheet, sheets="（CSV 没有工作表）")
    some = False
    for encoding, text in _decoded(data):
        some = True
        yield _csv(text, encoding)
    if not some:
        raise FileNotWorkbook(looks="二进制文件或未知编码的文本")


def _decoded(data: bytes) -> Iterator[tuple[str, str]]:
    """The file's text in each encoding it may be written in. What holds control characters is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates = ["utf-16"]
    elif data.startswith(b"\xef\xbb\xbf"):
        candidates = ["utf-8-sig"]
    else:
        candidates = ["utf-8", "gb18030"]
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as e:
            if encoding.startswith("utf-8") and e.start >= max(len(data) - 3, 1):
                raise FileDamaged(where="末尾的字符不完整") from None
            continue
        if not _CONTROL.search(text):
            yield encoding, text


def _csv(text: str, encoding: str) -> Grid:
    separator = _separator(text)
    _, first = next(_csv_rows(text, separator), (1, []))
    if len(first) > MAX_COLUMNS:
        raise TooManyColumns(columns=len(first), limit=MAX_COLUMNS)
    return Grid(
        "CSV",
        "csv",
        _csv_rows(text, separator),
        width=len(first),
        encoding=encoding,
        height=max(map(text.rstrip().count, "\r\n")) + 1,
    )


def _csv_rows(text: str, separator: str) -> Iterator[tuple[int, Row]]:
    """A row is numbered as Excel numbers it after opening the file: a quoted line break is inside one row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise FileDamaged(where=f"第 {number} 行的引号不成对，或内容过长") from None
        if len(row) > MAX_COLUMNS and any(row[MAX_COLUMNS:]):
            raise TooManyColumns(columns=len(row), limit=MAX_COLUMNS)
        yield number, list(row)


def _separator(text: str) -> str:
    """The separator that cuts the first lines most often, and equally often."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:10]
    counts = {s: sum(line.count(s) for line in lines) for s in SEPARATORS}
    return max(SEPARATORS, key=lambda s: (counts[s], -SEPARATORS.index(s)))
