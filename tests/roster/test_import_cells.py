"""What people type into a cell, and what it means."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.roster import cells
from bole.roster.importing_rules import Fault, Problem

TODAY = date(2026, 11, 22)
SEVENTH = date(1992, 11, 7)


def day(value, **how):
    found = cells.day(value, today=TODAY, **how)
    return found.fault if isinstance(found, Problem) else found


@pytest.mark.parametrize(
    "written",
    [
        "1992-11-07", "1992/11/7", "1992.11.7", "1992年11月7日", "1992 年 11 月 7 日", "１９９２－１１－０７", "19921107",
        "1992-11-07 00:00:00", "1992/11/7 0:00", "1992-11-07T00:00:00", "1992_11_7", "1992、11、7", "1992年11月7号",
        "一九九二年十一月七日", "33915", " 1992-11-07 ", "1992·11·7", "1992--11--07", 19921107, 19921107.0, 33915, 33915.0,
        date(1992, 11, 7), datetime(1992, 11, 7, 8, 30),
    ],
)  # fmt: skip
def test_every_spelling_of_a_day_is_the_same_day(written):
    assert day(written) == SEVENTH


@pytest.mark.parametrize(
    "written", ["1992.11", "1992年11月", "1992-11", "199211", 199211, 1992.11, "一九九二年十一月"]
)
def test_year_and_month_are_enough_for_a_start_of_work_and_not_for_a_birthday(written):
    assert day(written, month_will_do=True) == date(1992, 11, 1)
    assert day(written) is Fault.DATE_NO_DAY


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        (1992.1, Fault.DATE_AMBIGUOUS),
        ("92-11-7", Fault.DATE_SHORT_YEAR),
        ("92年11月7日", Fault.DATE_SHORT_YEAR),
        ("1992-02-30", Fault.DATE_IMPOSSIBLE),
        ("1992-13-01", Fault.DATE_IMPOSSIBLE),
        (19921307, Fault.DATE_IMPOSSIBLE),
        ("2027-01-01", Fault.DATE_FUTURE),
        ("1792-11-07", Fault.DATE_TOO_OLD),
        ("07/08/1992", Fault.DATE_UNREADABLE),
        ("不详", Fault.DATE_UNREADABLE),
        ("1992", Fault.DATE_NO_DAY),
        (True, Fault.DATE_UNREADABLE),
        (1e300, Fault.DATE_UNREADABLE),
        (-5, Fault.DATE_UNREADABLE),
        ("9" * 400, Fault.DATE_UNREADABLE),
    ],
)
def test_a_day_that_cannot_be_told_says_why(written, fault):
    assert day(written) is fault
    assert fault.words


def test_day_and_month_are_told_apart_where_only_one_can_be_the_month():
    assert day("07/13/1992") == day("13/07/1992") == date(1992, 7, 13)


def test_the_leap_day_that_excel_invented_moves_only_the_first_two_months_of_1900():
    assert day(59) == date(1900, 2, 28)
    assert day(61) == date(1900, 3, 1)


def test_an_old_macs_days_are_counted_from_1904():
    assert day(33915 - 1462, epoch_1904=True) == SEVENTH


def test_words_for_nothing_are_nothing():
    for nothing in ["", "  ", "无", "-", "——", "N/A", "暂无", "/", "　"]:
        assert day(nothing) is None
        assert cells.phone_text(nothing) is None


@given(st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.dates(), st.datetimes(), st.booleans()))
def test_no_cell_whatever_is_in_it_breaks_a_reader(value):
    for month_will_do in (False, True):
        found = cells.day(value, today=TODAY, month_will_do=month_will_do)
        assert found is None or isinstance(found, Problem) or date(1900, 1, 1) <= found <= TODAY
    assert isinstance(cells.phone_text(value), str | Problem | None)
    assert isinstance(cells.text(value), str)
    assert isinstance(cells.lost_digits(value), bool)


@given(st.dates(min_value=date(1900, 3, 1), max_value=TODAY))
def test_a_day_written_in_any_of_our_ways_comes_back(d):
    serial = (d - date(1899, 12, 30)).days
    written = [
        d.isoformat(),
        d.strftime("%Y/%m/%d"),
        f"{d.year}年{d.month}月{d.day}日",
        d.strftime("%Y%m%d"),
        d,
    ]
    assert {day(w) for w in written} == {d}
    if not 1900 <= serial < 2100:
        assert day(serial) == day(float(serial)) == day(str(serial)) == d


def test_a_long_number_that_the_spreadsheet_rounded_is_seen():
    assert cells.lost_digits(4.4510219900307e17)
    assert cells.lost_digits("4.45102E+17")
    assert cells.lost_digits("４.４５E+17")
    assert not cells.lost_digits(445122921107002.0), "15 digits are all there"
    assert not cells.lost_digits("445122199211070027")


def test_text_loses_its_invisible_characters_and_keeps_its_chinese_punctuation():
    assert cells.text(" 潮州\u200b市（开发区）\n 一厂 ") == "潮州市（开发区） 一厂"
    assert cells.text(12.0) == "12"
    assert cells.text(True) == "是"
    assert cells.is_garbled("锟斤拷") and cells.is_garbled("张\ufffd") and not cells.is_garbled("镕喆堃㛃𬭎")
