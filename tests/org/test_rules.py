"""How units nest and when periods hold, with a pencil."""

from datetime import date

import pytest

from bole.org import rules
from bole.org.rules import WIDTHS, child_path, range_of


def test_a_path_has_eighteen_digits_and_fits_a_bigint():
    assert WIDTHS == (2, 3, 4, 5, 4)
    assert sum(WIDTHS) == 18
    path = 0
    for depth, width in enumerate(WIDTHS, start=1):
        path = child_path(path, depth, 10**width - 1)
    assert path == 10**18 - 1
    assert range_of(path, 5)[1] <= 10**18 < 2**63


def test_a_range_holds_its_children_and_nobody_elses():
    city = child_path(0, 1, 1)
    first, second = child_path(city, 2, 1), child_path(city, 2, 2)
    town = child_path(first, 3, 9999)
    lo, hi = range_of(first, 2)
    assert lo == first and hi == second
    assert lo < town < hi
    assert not lo <= second < hi
    assert range_of(city, 1)[0] <= town < range_of(city, 1)[1]


def test_a_units_own_path_comes_before_its_first_child():
    city = child_path(0, 1, 1)
    assert child_path(city, 2, 1) > city
    with pytest.raises(rules.NoRoomBelow):
        child_path(city, 2, 0)


@pytest.mark.parametrize(("depth", "ordinal"), [(1, 100), (2, 1000), (3, 10_000), (4, 100_000), (5, 10_000)])
def test_one_child_too_many_is_refused_at_every_depth(depth: int, ordinal: int):
    child_path(0, depth, ordinal - 1)
    with pytest.raises(rules.NoRoomBelow):
        child_path(0, depth, ordinal)


def test_nothing_hangs_below_the_fifth_level():
    with pytest.raises(rules.TooDeep):
        child_path(0, 6, 1)


def test_both_ends_of_a_period_belong_to_it():
    start, until = date(2026, 1, 1), date(2026, 8, 15)
    assert rules.holds_on(start, until, start)
    assert rules.holds_on(start, until, until)
    assert not rules.holds_on(start, until, date(2026, 8, 16))
    assert not rules.holds_on(start, until, date(2025, 12, 31))
    assert rules.holds_on(start, None, date(2999, 1, 1))


def test_periods_may_touch_but_not_share_a_day():
    first = (date(2026, 1, 1), date(2026, 8, 15))
    rules.check_apart(date(2026, 8, 16), None, [first])
    with pytest.raises(rules.PeriodsOverlap):
        rules.check_apart(date(2026, 8, 15), None, [first])
    with pytest.raises(rules.PeriodsOverlap):
        rules.check_apart(date(2025, 1, 1), None, [first])


def test_what_has_ended_is_not_ended_again():
    with pytest.raises(rules.PeriodEnded):
        rules.check_ending(date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1))
    with pytest.raises(rules.NotYetBegun):
        rules.check_ending(date(2026, 1, 1), None, date(2025, 12, 31))


def test_every_kind_of_unit_has_a_chinese_word():
    assert {kind.label for kind in rules.UnitKind} == {
        "党委",
        "领导小组",
        "人才办",
        "县区",
        "功能区",
        "镇街",
        "成员单位",
        "非成员单位",
        "用人单位",
        "服务机构",
    }
    assert all(kind.name == kind.value.upper() for kind in rules.UnitKind)
