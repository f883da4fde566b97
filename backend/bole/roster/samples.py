"""Sample workbooks, written when asked for and the same every time. All their people are invented (population.py).

潮安区人才名录.xlsx          a district's table as it comes: a title, a header of two rows, every spelling there is
湘桥区人才名录.csv           another district's, in GBK
潮安区人才名录（待改）.xlsx   300 rows with exactly the 37 errors of PLANTED, for whoever imports for the first time
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from bole.roster.identity_numbers import DEMO_AREA, check_digit, make_resident_number
from bole.roster.population import Person, people

CLEAN, DISTRICT, TO_MEND = "潮安区人才名录.xlsx", "湘桥区人才名录.csv", "潮安区人才名录（待改）.xlsx"
LEVELS: Final = {
    "L1": "顶尖人才",
    "L2": "杰出人才",
    "L3": "领军人才",
    "L4": "拔尖人才",
    "L5": "骨干（青年）人才",
}
TYPES: Final = (
    "教育人才", "医疗卫生人才", "科技创新人才", "产业人才", "文化艺术人才", "农业农村人才", "高技能人才",
    "社会工作与其他人才",
)  # fmt: skip
TOWNS: Final = {
    "潮安区": ("潮安区", "古巷镇", "浮洋镇", "彩塘镇", "庵埠镇", "凤凰镇"),
    "湘桥区": ("湘桥区", "意溪镇", "磷溪镇", "桥东街道"),
}
SIZE: Final = 300
SEED: Final = 2026
FIRST_ROW: Final = 5
"""Above the people stand a title, a note, and a header of two rows."""

GROUPS: Final = (
    ("序号", ("",)), ("姓名", ("",)), ("曾用名", ("",)), ("性别", ("",)), ("出生日期", ("",)), ("证件类型", ("",)),
    ("证件号码", ("",)), ("联系方式", ("手机", "电子邮箱")), ("归口单位", ("",)),
    ("用人单位", ("名称", "统一社会信用代码")), ("职务", ("",)), ("到岗日期", ("",)), ("人才层次", ("",)),
    ("层次起始日", ("",)),
    ("人才类型", ("",)), ("最高学历", ("",)), ("毕业院校", ("",)), ("专业", ("",)), ("职称", ("",)),
    ("职称级别", ("",)), ("备注", ("",)),
)  # fmt: skip
TITLES: Final = tuple(below or above for above, belows in GROUPS for below in belows)
"""One title a column: what stands lowest in the header."""

Cells = dict[str, Any]


def cells_of(person: Person, number: int, towns: Sequence[str]) -> Cells:
    """One person in plain spelling."""
    return {
        "序号": str(number),
        "姓名": person.name,
        "曾用名": person.former_name or "",
        "性别": person.gender.label,
        "出生日期": person.birth_date.isoformat(),
        "证件类型": "居民身份证",
        "证件号码": person.number,
        "手机": person.phone,
        "电子邮箱": person.email,
        "归口单位": towns[number % len(towns)],
        "名称": person.employer,
        "统一社会信用代码": person.employer_uscc,
        "职务": person.position,
        "到岗日期": person.employed_from.isoformat(),
        "人才层次": LEVELS.get(person.level or "", ""),
        "层次起始日": person.level_since.isoformat() if person.level else "",
        "人才类型": person.talent_type or "",
        "最高学历": person.degree.label,
        "毕业院校": person.school,
        "专业": person.major,
        "职称": person.title or "",
        "职称级别": person.title_rank.label if person.title_rank else "",
        "备注": "",
    }


def _wide(told: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in told)


def _old_form(number: str) -> str:
    return number[:6] + number[8:17] if number[6:8] == "19" else number


SPELLINGS: Final[tuple[tuple[str, Callable[[Any], Any]], ...]] = (
    ("证件号码", _wide),
    ("证件号码", lambda n: f"{n[:6]} {n[6:14]} {n[14:]}"),
    ("证件号码", _old_form),
    ("证件号码", lambda n: f"'{n}"),
    ("手机", _wide),
    ("手机", float),
    ("手机", lambda p: f"+86 {p[:3]}-{p[3:7]}-{p[7:]}"),
    ("姓名", lambda n: f"{n[0]}　{n[1:]}"),
    ("出生日期", lambda d: f"{d[:4]}年{int(d[5:7])}月{int(d[8:])}日"),
    ("出生日期", lambda d: d.replace("-", "/")),
    ("出生日期", lambda d: int(d.replace("-", ""))),
    ("出生日期", lambda d: (date.fromisoformat(d) - date(1899, 12, 30)).days),
    ("出生日期", lambda d: f"{d[:4]}.{d[5:7]}"),
    ("出生日期", date.fromisoformat),
    ("到岗日期", lambda d: f"{d[:4]}年{int(d[5:7])}月"),
    ("到岗日期", lambda d: (date.fromisoformat(d) - date(1899, 12, 30)).days),
    (
        "人才层次",
        lambda w: next(
            (f"第{n}层次" for n, v in zip("一二三四五", LEVELS.values(), strict=True) if v == w), w
        ),
    ),
    ("性别", lambda w: f" {w} "),
    ("职称级别", lambda w: w.partition("（")[0]),
    ("备注", lambda _: "无"),
)
"""What people write, one in every third row: none of it is an error."""


# -- what is planted ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Planted:
    """One error: what stands in which cell, and by which code it is found. `also`: other cells that must change
    with it, so that it is the only thing wrong with its row."""

    row: int
    title: str
    put: Any
    code: str
    found: str | None = None
    """The column that is told, where it is another."""
    also: Mapping[str, Any] | None = None


def _from(change: Callable[[str], Any]) -> Callable[[Cells], Any]:
    return lambda cells: change(cells["证件号码"])


def _off_by_one(number: str) -> str:
    return number[:17] + ("0" if number[17] != "0" else "1")


def _swapped(number: str) -> str:
    """Two neighbours changed places: what a checksum is for."""
    at = next(i for i in range(14, 16) if number[i] != number[i + 1]) if len(set(number[14:17])) > 1 else 0
    return number[:at] + number[at + 1] + number[at] + number[at + 2 :]


def _born(year: int) -> str:
    return make_resident_number(DEMO_AREA, date(year, 5, 17), 123)


def _impossible() -> str:
    body = f"{DEMO_AREA}19921332123"
    return body + check_digit(body)


EMPTY_BIRTH: Final = {"出生日期": ""}
FORMULA: Final = object()
"""Stands for a formula whose value the writing program did not save."""

PLANTED: Final = (
    Planted(9, "姓名", "", "NAME_MISSING"),
    Planted(16, "姓名", "陈3", "NAME_NOT_PLAUSIBLE"),
    Planted(23, "姓名", "锟斤拷", "CELL_BROKEN"),
    Planted(30, "证件号码", "", "NUMBER_MISSING", also=EMPTY_BIRTH),
    Planted(37, "证件号码", _from(float), "NUMBER_LOST_DIGITS", also=EMPTY_BIRTH),
    Planted(44, "证件号码", "4.45199E+17", "NUMBER_LOST_DIGITS", also=EMPTY_BIRTH),
    Planted(51, "证件号码", _from(lambda n: n[:16] + n[17]), "WRONG_LENGTH"),
    Planted(58, "证件号码", _from(lambda n: n[:10] + n[9:]), "WRONG_LENGTH"),
    Planted(65, "证件号码", _from(_off_by_one), "WRONG_CHECK_DIGIT"),
    Planted(72, "证件号码", _from(_swapped), "WRONG_CHECK_DIGIT"),
    Planted(79, "证件号码", _impossible(), "NO_SUCH_BIRTH_DATE"),
    Planted(86, "证件号码", _born(2036), "BORN_IN_FUTURE"),
    Planted(93, "证件号码", _born(1899), "BORN_TOO_LONG_AGO"),
    Planted(100, "证件号码", _from(lambda n: n[:12] + "O" + n[13:]), "WRONG_CHARACTERS"),
    Planted(107, "证件号码", 106, "TWICE_IN_FILE", also={"姓名": 106, "出生日期": 106, "性别": 106}),
    Planted(114, "证件号码", 112, "TWICE_IN_FILE", also={"姓名": 112, "出生日期": 112, "性别": 112}),
    Planted(121, "证件类型", "会员证", "DOCUMENT_KIND"),
    Planted(128, "证件号码", "12", "WRONG_PATTERN", also={"证件类型": "护照"}),
    Planted(135, "性别", "未知", "SEX_UNKNOWN"),
    Planted(142, "出生日期", "1957-07-01", "BIRTH_MISMATCH"),
    Planted(149, "出生日期", "1990-02-30", "DATE_IMPOSSIBLE"),
    Planted(156, "出生日期", "85-3-2", "DATE_SHORT_YEAR"),
    Planted(163, "手机", "1549999", "PHONE_WRONG"),
    Planted(170, "手机", 7682280001, "PHONE_LOST_ZERO"),
    Planted(177, "手机", "1.54E+10", "PHONE_LOST_DIGITS"),
    Planted(184, "电子邮箱", "chenxm#example.org", "EMAIL_WRONG"),
    Planted(191, "归口单位", "潮按区", "UNIT_UNKNOWN"),
    Planted(198, "归口单位", "湘桥区", "UNIT_OUT_OF_SCOPE"),
    Planted(205, "统一社会信用代码", "91445199MA00", "USCC_WRONG"),
    Planted(212, "名称", "", "EMPLOYER_MISSING", also={"统一社会信用代码": ""}),
    Planted(219, "到岗日期", "2062-07-01", "DATE_FUTURE"),
    Planted(226, "到岗日期", 2019.1, "DATE_AMBIGUOUS"),
    Planted(233, "到岗日期", "去年夏天", "DATE_UNREADABLE"),
    Planted(240, "人才层次", "第六层次", "LEVEL_UNKNOWN"),
    Planted(247, "人才类型", "航天人才", "TYPE_UNKNOWN"),
    Planted(254, "最高学历", "研究生", "CHOICE_UNKNOWN"),
    Planted(261, "毕业院校", FORMULA, "FORMULA_NO_VALUE"),
)
"""The 37. `put`: a value; a function of the row; a number: what stands in that row."""

WARNED: Final = (
    Planted(268, "性别", lambda cells: "女" if cells["性别"] == "男" else "男", "SEX_MISMATCH"),
    Planted(275, "统一社会信用代码", "91350100M000100Y44", "USCC_CHECK"),
    Planted(282, "手机", "16488880000", "PHONE_NOT_IN_USE"),
    Planted(
        289,
        "证件号码",
        make_resident_number("999999", date(1990, 1, 2), 123),
        "AREA_UNKNOWN",
        also=EMPTY_BIRTH,
    ),
)
"""Oddities that are told and do not keep their rows out. (None is a mobile number or a code of anybody's.)"""


KNOWN: Final = (100, 150, 202)
"""Where in the list stand people of the clean table."""


def to_mend() -> Iterator[Cells]:
    """The 300 rows of the workbook with errors. Three of them are people of the clean one, with a new post."""
    rows = list(_plain(SIZE, "潮安区", start=2 * SIZE))
    for i, known in zip(KNOWN, _plain(len(KNOWN), "潮安区", start=0), strict=True):
        rows[i] = {**known, "序号": str(i + 1), "职务": "技术负责人"}
    plain = {p.row - FIRST_ROW for p in (*PLANTED, *WARNED)} | {106 - FIRST_ROW, 112 - FIRST_ROW} | {*KNOWN}
    for i, cells in enumerate(rows):
        if i not in plain:
            _spell(cells, i)
    for planted in (*PLANTED, *WARNED):
        cells = rows[planted.row - FIRST_ROW]
        for title, put in {planted.title: planted.put, **(planted.also or {})}.items():
            cells[title] = _put(put, cells, rows, title)
    return iter(rows)


def _put(put: Any, cells: Cells, rows: list[Cells], title: str) -> Any:
    if callable(put):
        return put(cells)
    if isinstance(put, int) and put < SIZE:
        told = rows[put - FIRST_ROW][title]
        return _old_form(told) if title == "证件号码" else told
    return put


def clean(district: str, start: int) -> Iterator[Cells]:
    """A district's rows without errors, in every spelling."""
    for i, cells in enumerate(_plain(SIZE, district, start=start)):
        _spell(cells, i)
        yield cells


def _plain(size: int, district: str, *, start: int) -> Iterator[Cells]:
    invented = people(size, SEED, levels=tuple(LEVELS), types=TYPES, start=start)
    for number, person in enumerate(invented, start=1):
        yield cells_of(person, number, TOWNS[district])


def _spell(cells: Cells, i: int) -> None:
    title, spell = SPELLINGS[i // 3 % len(SPELLINGS)]
    if i % 3 == 0 and (cells[title] or title == "备注"):
        cells[title] = spell(cells[title])


# -- writing ------------------------------------------------------------------------------------------------


def write_samples(folder: Path) -> list[Path]:
    """Writes the three into `folder`; the same bytes of content every time."""
    folder.mkdir(parents=True, exist_ok=True)
    _workbook(folder / CLEAN, "潮安区人才名录", clean("潮安区", 0))
    _table(folder / DISTRICT, clean("湘桥区", SIZE))
    _workbook(folder / TO_MEND, "潮安区人才名录（待改）", to_mend())
    return [folder / name for name in (CLEAN, DISTRICT, TO_MEND)]


def _workbook(path: Path, title: str, rows: Iterator[Cells]) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": title, "comments": "演示数据：人物均为虚构", "created": CREATED})
    page = book.add_worksheet("人才名录")
    head = book.add_format({"bold": True, "align": "center", "valign": "vcenter", "border": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    page.merge_range(0, 0, 0, len(TITLES) - 1, title, head)
    page.write_string(1, 0, "填表说明：演示数据，人物均为虚构。")
    column = 0
    for above, belows in GROUPS:
        if len(belows) == 1:
            page.merge_range(2, column, 3, column, above, head)
        else:
            page.merge_range(2, column, 2, column + len(belows) - 1, above, head)
            for i, below in enumerate(belows):
                page.write_string(3, column + i, below, head)
        column += len(belows)
    for number, cells in enumerate(rows, start=FIRST_ROW - 1):
        for at, name in enumerate(TITLES):
            _cell(page, number, at, cells[name], day)
    page.freeze_panes(FIRST_ROW - 1, 2)
    book.close()


CREATED: Final = date(2026, 11, 1)


def _cell(page: Any, row: int, column: int, value: Any, day: Any) -> None:
    if value is FORMULA:
        page.write_formula(row, column, "=VLOOKUP(B1,学校!A:B,2,FALSE)", None, "")
    elif isinstance(value, date):
        page.write_datetime(row, column, value, day)
    elif isinstance(value, int | float):
        page.write_number(row, column, value)
    elif value:
        page.write_string(row, column, value)


def _table(path: Path, rows: Iterator[Cells]) -> None:
    """As an old program exports it: GBK, one header row."""
    titles = [t.replace("名称", "用人单位名称") for t in TITLES]
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(titles)
        for cells in rows:
            writer.writerow([_as_text(cells[name]) for name in TITLES])


def _as_text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) else str(value)
