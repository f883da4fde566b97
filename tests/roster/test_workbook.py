"""Files that call themselves spreadsheets: the good ones are read, the others refused with words that help."""

import random
import struct
import zipfile
import zlib
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bole.core.errors import Refusal
from bole.roster import importing_rules as rules
from bole.roster.workbook import column_letters, open_grids

HEADER = ["姓名", "证件号码", "手机"]
ROWS = [
    HEADER,
    ["林晓岚", "445199199211070027", "15400000001"],
    ["陈小明", "445199198803150012", "15400000002"],
]


def written(path: Path, rows=ROWS, *, name="人才名录", change=None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    if change:
        change(book, sheet)
    book.save(path)
    return path


def rezipped(source: Path, target: Path, change: dict[str, bytes | None]) -> Path:
    """A copy of an archive with some parts changed, added, or (None) left out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in change:
                new.writestr(entry, old.read(entry))
        for part, data in change.items():
            if data is not None:
                new.writestr(part, data)
    return target


def read(path: Path, sheet: str | None = None):
    return [list(grid.rows) for grid in open_grids(path, sheet)]


def refused(path: Path, sheet: str | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(path, sheet)
    assert caught.value.status in (413, 422)
    assert str(caught.value).strip() and "{" not in str(caught.value)
    return caught.value


def test_a_sheet_gives_its_rows_with_the_numbers_excel_shows(tmp_path):
    path = written(tmp_path / "a.xlsx", [[], ["标题"], HEADER, ROWS[1]])
    (grid,) = read(path)
    assert [n for n, row in grid if any(row)] == [2, 3, 4]


def test_a_table_that_starts_in_column_c_knows_its_column(tmp_path):
    def move(_, sheet):
        sheet.move_range("A1:C3", cols=2)

    (grid,) = open_grids(written(tmp_path / "a.xlsx", change=move))
    assert grid.first_column == 2
    assert column_letters(grid.first_column + 1) == "C"


def test_dates_and_numbers_arrive_as_what_they_are(tmp_path):
    path = written(tmp_path / "a.xlsx", [HEADER, ["甲", 12.0, date(1992, 11, 7)]])
    ((_, (_, row)),) = read(path)
    assert row == ["甲", 12.0, date(1992, 11, 7)]


def test_hidden_sheets_are_not_offered_and_every_visible_one_is(tmp_path):
    def more(book, _):
        book.create_sheet("字典").sheet_state = "hidden"
        book.create_sheet("第二张").append(HEADER)

    path = written(tmp_path / "a.xlsx", change=more)
    assert [g.sheet for g in open_grids(path)] == ["人才名录", "第二张"]


def test_a_sheet_that_is_not_there_is_refused_with_the_names_of_those_that_are(tmp_path):
    told = refused(written(tmp_path / "a.xlsx"), "花名册")
    assert isinstance(told, rules.SheetMissing)
    assert "花名册" in str(told) and "人才名录" in str(told)


def test_an_empty_workbook_is_refused(tmp_path):
    assert isinstance(refused(written(tmp_path / "a.xlsx", [])), rules.SheetEmpty)


@pytest.mark.parametrize("content", [b"", b"   \r\n \t"])
def test_an_empty_file_is_refused(tmp_path, content):
    (tmp_path / "a.csv").write_bytes(content)
    assert isinstance(refused(tmp_path / "a.csv"), rules.FileEmpty)


def test_a_workbook_with_macros_is_refused_by_its_content_whatever_its_name(tmp_path):
    good = written(tmp_path / "a.xlsx")
    with_code = rezipped(good, tmp_path / "b.xlsx", {"xl/vbaProject.bin": b"\xcc\x61"})
    assert isinstance(refused(with_code), rules.FileHasMacros)
    with zipfile.ZipFile(good) as archive:
        types = archive.read("[Content_Types].xml")
    says_so = types.replace(b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml")
    assert says_so != types
    declared = rezipped(good, tmp_path / "c.xlsx", {"[Content_Types].xml": says_so})
    assert isinstance(refused(declared), rules.FileHasMacros)


def test_an_encrypted_workbook_is_refused_and_so_is_one_in_an_encrypted_archive(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1024 + "EncryptedPackage".encode("utf-16-le")
    )
    assert isinstance(refused(path), rules.FileEncrypted)
    data = bytearray(written(tmp_path / "b.xlsx").read_bytes())
    for start in (m for m in range(len(data)) if data[m : m + 4] == b"PK\x01\x02"):
        data[start + 8] |= 1
    path.write_bytes(data)
    assert isinstance(refused(path), rules.FileEncrypted)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, rules.FileOldFormat),
        (b"%PDF-1.7 ...", rules.FileNotWorkbook),
        (b"<html><table><tr><td>1</td></tr></table></html>", rules.FileNotWorkbook),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", rules.FileNotWorkbook),
        (b"\x89PNG\r\n\x1a\n", rules.FileNotWorkbook),
        (bytes(range(256)) * 4, rules.FileNotWorkbook),
        (b"PK\x03\x04 and then nothing", rules.FileDamaged),
    ],
)
def test_what_is_no_workbook_is_refused_by_its_bytes(tmp_path, content, kind):
    (tmp_path / "a.xlsx").write_bytes(content)
    assert isinstance(refused(tmp_path / "a.xlsx"), kind)


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (["[Content_Types].xml", "word/document.xml"], rules.FileNotWorkbook),
        (["mimetype", "content.xml"], rules.FileOldFormat),
        (["[Content_Types].xml", "xl/workbook.bin"], rules.FileOldFormat),
        (["[Content_Types].xml", "xl/styles.xml"], rules.FileDamaged),
        (["readme.txt"], rules.FileNotWorkbook),
    ],
)
def test_other_archives_are_told_apart(tmp_path, parts, kind):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for part in parts:
            archive.writestr(part, b"<x/>")
    assert isinstance(refused(tmp_path / "a.xlsx"), kind)


def test_two_hundred_columns_are_refused(tmp_path):
    path = written(tmp_path / "a.xlsx", [[f"列{i}" for i in range(200)], list(range(200))])
    assert isinstance(refused(path), rules.TooManyColumns)
    text = "\n".join([",".join(f"列{i}" for i in range(200))] * 2)
    (tmp_path / "a.csv").write_text(text)
    assert isinstance(refused(tmp_path / "a.csv"), rules.TooManyColumns)


def test_one_stray_cell_at_the_edge_of_the_sheet_is_refused_before_its_emptiness_is_built(tmp_path):
    def stray(_, sheet):
        sheet["XFD1048576"] = "x"

    assert isinstance(refused(written(tmp_path / "a.xlsx", change=stray)), rules.TooManyColumns)


def test_a_zip_bomb_is_refused_when_it_says_its_size_and_when_it_lies(tmp_path, monkeypatch):
    monkeypatch.setattr("bole.roster.workbook.MAX_UNPACKED", 20_000_000)
    good = written(tmp_path / "a.xlsx")
    bomb = rezipped(good, tmp_path / "b.xlsx", {"xl/sharedStrings.xml": b"\0" * 30_000_000})
    assert bomb.stat().st_size < 100_000
    assert isinstance(refused(bomb), rules.FileUnpacksTooBig)
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = packed.compress(b" " * 30_000_000) + packed.flush()
    data = bytearray(bomb.read_bytes())
    size = struct.pack("<I", 30_000_000)
    assert len(raw) < 100_000 and data.count(size) >= 1
    data = data.replace(size, struct.pack("<I", 1000))
    bomb.write_bytes(data)
    assert isinstance(refused(bomb), rules.FileUnpacksTooBig | rules.FileDamaged)


def test_a_formula_whose_value_was_never_saved_is_seen_and_one_with_its_value_is_read(tmp_path):
    def formulas(_, sheet):
        sheet["A4"], sheet["B4"], sheet["C4"] = '=CONCAT("林","晓岚")', "445199199211070027", "#N/A"

    path = written(tmp_path / "a.xlsx", change=formulas)
    (grid,) = open_grids(path)
    assert grid.broken == {
        (4, 1): rules.Fault.FORMULA_NO_VALUE,
        (4, 3): rules.Fault.FORMULA_ERROR,
    }
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    kept = sheet.replace(b"<v></v>", "<v>林晓岚</v>".encode()).replace(b"<v />", "<v>林晓岚</v>".encode())
    assert kept != sheet
    with_value = rezipped(path, tmp_path / "b.xlsx", {"xl/worksheets/sheet1.xml": kept})
    (grid,) = open_grids(with_value)
    assert (4, 1) not in grid.broken
    assert list(grid.rows)[3][1][0] == "林晓岚"


def test_merged_cells_are_known(tmp_path):
    def merge(_, sheet):
        sheet.merge_cells("C2:C3")

    (grid,) = open_grids(written(tmp_path / "a.xlsx", change=merge))
    assert grid.merged == [((1, 2), (2, 2))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_is_read_in_every_encoding_and_with_every_separator(tmp_path, encoding, separator):
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join(separator.join(r) for r in ROWS).encode(encoding))
    assert [row for _, row in read(path)[0]] == ROWS


def test_rare_characters_survive_gb18030(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("姓名,证件号码\n㛃𬭎喆堃,445199199211070027\n".encode("gb18030"))
    assert read(path)[0][1][1][0] == "㛃𬭎喆堃"


def test_a_quoted_line_break_stays_inside_its_row(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('姓名,证件号码,备注\n林晓岚,1,"第一行\n第二行"\n陈小明,2,\n', "utf-8")
    rows = read(path)[0]
    assert rows[1] == (2, ["林晓岚", "1", "第一行\n第二行"]) and rows[2][0] == 3


def test_a_csv_with_an_open_quote_is_refused_not_read_as_one_long_cell(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('姓名,证件号码\n"林晓岚,1\n陈小明,2\n', "utf-8")
    assert isinstance(refused(path), rules.FileDamaged)


def test_a_csv_with_the_line_ends_of_an_old_mac_is_read_line_by_line(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("姓名,证件号码\r林晓岚,1\r陈小明,2\r".encode())
    [grid] = open_grids(path)
    assert (grid.width, grid.height) == (2, 3)
    assert [row for _, row in grid.rows] == [["姓名", "证件号码"], ["林晓岚", "1"], ["陈小明", "2"]]


def test_a_csv_that_begins_with_one_endless_cell_is_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("林" * 200_000, "utf-8")
    assert isinstance(refused(path), rules.FileDamaged)


def test_a_file_over_the_limit_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr("bole.roster.workbook.MAX_FILE", 100)
    assert isinstance(refused(written(tmp_path / "a.xlsx")), rules.FileTooBig)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=3000), st.sampled_from([b"", b"PK\x03\x04", b"\xef\xbb\xbf", b"\xff\xfe"]))
def test_random_bytes_are_read_or_refused_and_never_break(tmp_path, data, start):
    path = tmp_path / "a.xlsx"
    path.write_bytes(start + data)
    try:
        read(path)
    except Refusal as told:
        assert told.status in (413, 422)


def test_a_good_workbook_cut_anywhere_or_with_bytes_flipped_is_read_or_refused(tmp_path):
    whole = written(tmp_path / "a.xlsx", ROWS + [[f"人{i}", str(i), ""] for i in range(200)]).read_bytes()
    chance, path = random.Random(37), tmp_path / "b.xlsx"
    for _ in range(150):
        data = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.5 else whole)
        for _ in range(chance.choice([0, 1, 5, 50]) if data else 0):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            read(path)
        except Refusal as told:
            assert told.status in (413, 422)


def test_parts_swapped_for_nonsense_are_refused_or_read_without_them(tmp_path):
    good = written(tmp_path / "a.xlsx")
    for part in (
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
    ):
        for data in (None, b"", b"<", b"\x00\xff" * 99, b"<a><b></a>", "<工作簿/>".encode()):
            bad = rezipped(good, tmp_path / "b.xlsx", {part: data})
            try:
                read(bad)
            except Refusal as told:
                assert told.status == 422
