"""A row of a workbook: what it tells of a person, and what is wrong with which cell."""

from datetime import date

import pytest

from bole.roster.columns import COLUMNS, column_of, find_header
from bole.roster.identity_numbers import DEMO_AREA, make_resident_number
from bole.roster.importing_rules import Fault, HeaderTwice, Severity
from bole.roster.rows import Known, RowReader
from bole.roster.vocabulary import fold
from bole.roster.workbook import Grid

BORN = date(1992, 11, 7)
WOMAN, MAN = make_resident_number(DEMO_AREA, BORN, 2), make_resident_number(DEMO_AREA, BORN, 3)
CHAOAN, RAOPING = ["unit-chaoan", 1100], ["unit-raoping", 2200]
KNOWN = Known(
    today="2026-11-22",
    levels={fold(w): "L3" for w in ("L3", "领军人才", "第三层次", "第三层次领军人才")},
    level_choices="领军人才",
    types={fold("教育人才"): "education"},
    type_choices="教育人才",
    units={fold("潮安区"): CHAOAN, fold("饶平县"): RAOPING, fold("人才办"): []},
    unit=None,
    lo=1000,
    hi=2000,
)


def grid(rows, *, merged=(), broken=None, first_column=0, epoch_1904=False) -> Grid:
    return Grid(
        "表", "xlsx", iter(list(enumerate(rows, 1))), width=len(rows[0]), merged=list(merged),
        broken=broken or {}, first_column=first_column, epoch_1904=epoch_1904,
    )  # fmt: skip


def header_of(rows, **how):
    made = grid(rows, **how)
    return find_header(made, list(enumerate(rows, 1)))


def read(*, known=KNOWN, epoch_1904=False, broken=None, **cells):
    """One row, told by titles; name, number and unit are filled in unless said otherwise."""
    told = {"姓名": "林晓岚", "证件号码": WOMAN, "归口单位": "潮安区", **cells}
    made = grid([list(told)], epoch_1904=epoch_1904, broken=broken)
    header = find_header(made, [(1, list(told))])
    return RowReader(made, header, known).read(2, list(told.values()))


def faults(found):
    return [(p["title"], p["code"]) for p in found.problems]


# -- headers ------------------------------------------------------------------------------------------------


def test_every_column_is_found_by_each_of_its_names_however_it_is_decorated():
    for column in COLUMNS:
        for title in (column.title, *column.others):
            for written in (
                title,
                f" {title}：",
                f"*{title}",
                f"{title}（必填）",
                "\n".join(title),
                f"{title} ",
            ):
                assert column_of(written)[0] == column.key, written


def test_titles_and_notes_above_the_header_are_passed_over():
    header = header_of(
        [["潮安区人才名录", "", ""], ["填表日期：2026-11-01", "", ""], ["姓名", "身份证号", "备注"]]
    )
    assert (header.last_row, dict(header.at), header.unused) == (
        3,
        {"name": 0, "document_number": 1},
        ((2, "备注"),),
    )


def test_a_group_merged_over_two_titles_is_read_with_the_row_below():
    rows = [
        ["序号", "姓名", "身份证号", "联系方式", "", "用人单位", ""],
        ["", "", "", "手机", "邮箱", "名称", "统一社会信用代码"],
        ["1", "林晓岚", WOMAN, "15400000001", "a@example.org", "潮州市某厂", ""],
    ]
    merged = [((0, 3), (0, 4)), ((0, 5), (0, 6)), ((0, 1), (1, 1)), ((0, 2), (1, 2))]
    header = header_of(rows, merged=merged)
    assert (header.first_row, header.last_row) == (1, 2)
    assert header.at == {
        "name": 1,
        "document_number": 2,
        "phone": 3,
        "email": 4,
        "employer": 5,
        "employer_uscc": 6,
    }


def test_the_first_person_below_a_plain_header_is_a_person_and_no_header():
    header = header_of([["姓名", "身份证号", "手机"], ["林晓岚", WOMAN, "15400000001"]])
    assert header.last_row == 1


def test_a_table_without_name_or_number_has_no_header():
    assert header_of([["姓名", "手机"], ["林晓岚", "15400000001"]]) is None
    assert header_of([["编号", "名称"], ["1", "x"]]) is None


def test_one_title_over_two_columns_is_refused_with_both_columns():
    with pytest.raises(HeaderTwice) as no:
        header_of([["姓名", "证件号码", "手机", "手机"]], first_column=1)
    assert "D、E" in str(no.value)


def test_of_two_synonyms_the_first_in_the_list_is_read_and_the_other_reported():
    header = header_of([["姓名", "证件号码", "联系电话", "手机"]])
    assert header.at["phone"] == 3 and header.unused == ((2, "联系电话"),)


# -- a good row ---------------------------------------------------------------------------------------------


def test_a_good_row_tells_a_person():
    found = read(
        手机="154 0000 0001", 用人单位="潮州市某陶瓷厂", 职务="工程师", 人才层次="第三层次", 人才类型="教育人才",
        最高学历="硕士", 毕业日期="2016.7", 职称="工程师", 职称级别="中级", 到岗日期=42552.0, 曾用名="林小兰、林岚",
    )  # fmt: skip
    assert found.problems == []
    assert found.values == {
        "name": "林晓岚", "phone": "15400000001", "unit": CHAOAN, "employer": "潮州市某陶瓷厂", "position": "工程师",
        "level": "L3", "talent_type": "education", "degree": "master", "graduated_on": "2016-07-01",
        "title": "工程师", "title_rank": "intermediate", "employed_from": "2016-07-01",
        "former_name": ["林小兰", "林岚"], "document_kind": "resident_id", "document_number": WOMAN,
        "document_masked": f"4451**********{WOMAN[-4:]}", "birth_date": "1992-11-07", "gender": "female",
    }  # fmt: skip


def test_a_number_of_15_digits_becomes_its_18_and_a_number_typed_as_a_number_with_all_digits_is_read():
    assert read(证件号码="445122921107002").values["document_number"] == "445122199211070027"
    assert read(证件号码=445122921107002.0).values["document_number"] == "445122199211070027"


def test_full_width_digits_and_what_makes_numbers_readable_are_no_errors():
    wide = "".join(chr(ord(c) + 0xFEE0) for c in WOMAN)
    for written in (wide, f"'{WOMAN}", f"{WOMAN[:6]} {WOMAN[6:14]} {WOMAN[14:]}", WOMAN.lower()):
        assert read(证件号码=written).values["document_number"] == WOMAN


def test_other_documents_are_told_by_their_column_or_by_their_look():
    assert read(证件类型="护照", 证件号码="E12345678").values["document_kind"] == "passport"
    assert read(证件号码="H12345678").values["document_kind"] == "hm_permit"
    assert faults(read(证件类型="会员证", 证件号码="12345")) == [("证件类型", "DOCUMENT_KIND")]


def test_the_day_of_entry_is_read_in_every_spelling_and_may_be_the_day_of_birth():
    for written in ("2024-03-01", "2024年3月1日", "20240301", 45352, "2024/3/1"):
        assert read(入库日期=written).values["entered_on"] == "2024-03-01", written
    assert faults(read(入库时间="1992-11-07")) == [] and "entered_on" not in read(入库日期="无").values


def test_an_empty_row_is_no_row():
    made = grid([["姓名", "证件号码"]])
    reader = RowReader(made, find_header(made, [(1, ["姓名", "证件号码"])]), KNOWN)
    assert reader.read(2, ["", ""]) is None
    assert reader.read(3, []) is None


# -- wrong cells --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "cell", "code"),
    [
        ("姓名", "", "NAME_MISSING"),
        ("姓名", "13800138000", "NAME_NOT_PLAUSIBLE"),
        ("姓名", "锟斤拷", "CELL_BROKEN"),
        ("证件号码", "", "NUMBER_MISSING"),
        ("证件号码", "无", "NUMBER_MISSING"),
        ("证件号码", 4.4510219921107e17, "NUMBER_LOST_DIGITS"),
        ("证件号码", "4.45102E+17", "NUMBER_LOST_DIGITS"),
        ("证件号码", "445199199211070000", "NUMBER_LOST_DIGITS"),
        ("证件号码", WOMAN[:17], "WRONG_LENGTH"),
        ("证件号码", WOMAN[:17] + str((int(WOMAN[17]) + 1) % 10) if WOMAN[17] != "X" else WOMAN[:17] + "1", "WRONG_CHECK_DIGIT"),
        ("证件号码", "44519919921307002X", "NO_SUCH_BIRTH_DATE"),
        ("证件号码", "44519920991107002X", "BORN_IN_FUTURE"),
        ("证件号码", "4451991992110700Z7", "WRONG_CHARACTERS"),
        ("手机", "1540000000", "PHONE_WRONG"),
        ("手机", 7682280001.0, "PHONE_LOST_ZERO"),
        ("手机", "1.54E+10", "PHONE_LOST_DIGITS"),
        ("手机", "16099990000", "PHONE_NOT_IN_USE"),
        ("电子邮箱", "example.org", "EMAIL_WRONG"),
        ("归口单位", "潮安", "UNIT_UNKNOWN"),
        ("归口单位", "饶平县", "UNIT_OUT_OF_SCOPE"),
        ("归口单位", "人才办", "UNIT_AMBIGUOUS"),
        ("归口单位", "", "UNIT_MISSING"),
        ("性别", "未知", "SEX_UNKNOWN"),
        ("性别", "男", "SEX_MISMATCH"),
        ("出生日期", "1992-11-08", "BIRTH_MISMATCH"),
        ("出生日期", "1992.12", "BIRTH_MISMATCH"),
        ("出生日期", "1992-02-30", "DATE_IMPOSSIBLE"),
        ("到岗日期", "2030-01-01", "DATE_FUTURE"),
        ("到岗日期", 2020.1, "DATE_AMBIGUOUS"),
        ("到岗日期", "20-7-1", "DATE_SHORT_YEAR"),
        ("入库日期", "2026-11-23", "DATE_FUTURE"),
        ("入库日期", "1992-11-06", "ENTERED_BEFORE_BIRTH"),
        ("入库日期", "2024.3", "DATE_NO_DAY"),
        ("入库日期", 202403, "DATE_NO_DAY"),
        ("入库日期", "2024-02-30", "DATE_IMPOSSIBLE"),
        ("入库日期", "24-3-1", "DATE_SHORT_YEAR"),
        ("入库日期", "1899-12-31", "DATE_TOO_OLD"),
        ("入库日期", "去年", "DATE_UNREADABLE"),
        ("人才层次", "第九层次", "LEVEL_UNKNOWN"),
        ("人才类型", "航天", "TYPE_UNKNOWN"),
        ("最高学历", "研究生", "CHOICE_UNKNOWN"),
        ("统一社会信用代码", "914451990000000", "USCC_WRONG"),
        ("统一社会信用代码", "91350100M000100Y44", "USCC_CHECK"),
        ("用人单位", "厂" * 121, "TEXT_TOO_LONG"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named_with_its_code_and_words_that_help(title, cell, code):
    found = read(**{title: cell})
    assert faults(found) == [(title, code)]
    (problem,) = found.problems
    assert "{" not in problem["words"] and problem["words"].endswith("。")
    assert problem["cell"].endswith("2")
    assert found.good is (problem["severity"] == Severity.WARNING)


def test_year_and_month_of_birth_are_completed_from_the_number():
    for written in ("1992.11", "1992年11月", 1992.11, "199211", "1992"):
        found = read(出生日期=written)
        assert found.problems == [] and found.values["birth_date"] == "1992-11-07", written
    found = read(证件类型="护照", 证件号码="E12345678", 出生日期="1992.11")
    assert faults(found) == [("出生日期", "DATE_NO_DAY")]


def test_the_second_row_of_one_number_names_the_first_even_in_the_other_form():
    rows = [["姓名", "证件号码"], ["林晓岚", "445122199211070027"], ["林曉嵐", "445122921107002"]]
    made = grid(rows)
    known = Known(**{**KNOWN.told(), "unit": CHAOAN})
    reader = RowReader(made, find_header(made, list(enumerate(rows, 1))), known)
    assert reader.read(2, rows[1]).good
    second = reader.read(3, rows[2])
    assert faults(second) == [("证件号码", "TWICE_IN_FILE")] and "第 2 行" in second.problems[0]["words"]


def test_rows_without_a_unit_go_to_the_one_chosen_at_upload():
    found = read(known=Known(**{**KNOWN.told(), "unit": CHAOAN}), 归口单位="")
    assert found.values["unit"] == CHAOAN and found.values["unit_given"] is False


def test_a_position_without_an_employer_asks_for_the_employer():
    assert faults(read(职务="工程师")) == [("用人单位", "EMPLOYER_MISSING")]
    assert read(统一社会信用代码="91350100M000100Y43", 职务="工程师").good, (
        "whose code it is the roster may know"
    )


def test_a_formula_without_its_value_is_an_error_of_its_cell():
    found = read(手机="", broken={(2, 4): Fault.FORMULA_NO_VALUE, (2, 2): Fault.FORMULA_ERROR})
    assert faults(found) == [("手机", "FORMULA_NO_VALUE"), ("证件号码", "FORMULA_ERROR")]


def test_a_merged_employer_holds_for_every_row_it_covers_and_a_merged_name_does_not():
    rows = [["姓名", "证件号码", "用人单位"], ["林晓岚", WOMAN, "某厂"], ["", MAN, ""], ["陈小明", "x", ""]]
    made = grid(rows, merged=[((1, 2), (2, 2)), ((1, 0), (2, 0))])
    reader = RowReader(
        made, find_header(made, list(enumerate(rows, 1))), Known(**{**KNOWN.told(), "unit": CHAOAN})
    )
    first, second, third = [reader.read(n, list(rows[n - 1])) for n in (2, 3, 4)]
    assert first.values["employer"] == second.values["employer"] == "某厂"
    assert faults(second) == [("姓名", "NAME_MISSING")] and "employer" not in third.values


def test_what_is_shown_of_a_wrong_cell_never_gives_a_number_away():
    wrong = WOMAN[:17] + ("1" if WOMAN[17] != "1" else "2")
    for title in ("证件号码", "手机", "姓名", "用人单位", "人才层次", "归口单位", "出生日期"):
        found = read(**{title: wrong})
        told = " ".join(str(v) for p in found.problems for v in p.values())
        assert wrong[6:14] not in told and wrong[4:16] not in told, (title, told)


def test_one_and_true_are_different_cells():
    assert faults(read(最高学历=True)) != [] and faults(read(最高学历=1)) != []
    assert read(专业="1").values["major"] == "1"
