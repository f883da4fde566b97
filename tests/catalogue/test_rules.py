"""Which version holds on a day, and where a new one may go."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from bole.catalogue import rules
from bole.catalogue.rules import Difference, difference, in_force, place


@dataclass
class Version:
    """An entry, as far as the rules care."""

    number: int
    valid_from: date
    valid_until: date | None = None
    code: str = "L4"
    body: dict[str, Any] = field(default_factory=dict)


V2025 = Version(1, date(2025, 1, 1), date(2026, 6, 30), body={"papers": True})
V2026 = Version(2, date(2026, 7, 1), body={"papers": False})
TODAY = date(2026, 6, 1)
NEW = {"papers": "some"}


def test_an_application_is_judged_by_the_version_of_the_day_it_was_submitted():
    """A14: submitted 06-28 under the old catalogue, 07-02 under the new one."""
    assert in_force([V2025, V2026], "L4", date(2026, 6, 28)) is V2025
    assert in_force([V2025, V2026], "L4", date(2026, 7, 2)) is V2026


def test_a_day_without_a_version_is_refused_not_guessed():
    with pytest.raises(rules.NotOffered, match="2024-12-31"):
        in_force([V2025, V2026], "L4", date(2024, 12, 31))
    with pytest.raises(rules.NotOffered):
        in_force([V2025], "L5", date(2025, 5, 5))


def test_the_first_version_may_begin_on_any_day():
    assert place([], date(2020, 1, 1), NEW, today=TODAY) == rules.Placed(1, None)


def test_a_new_version_closes_the_one_before_it_the_day_before():
    assert place([V2025, V2026], date(2027, 1, 1), NEW, today=TODAY) == rules.Placed(3, date(2026, 12, 31))


@pytest.mark.parametrize("start", [date(2026, 7, 1), date(2026, 6, 30), date(2025, 1, 1), date(2024, 1, 1)])
def test_a_version_cannot_be_pushed_between_or_before_others(start: date):
    with pytest.raises(rules.VersionOverlaps):
        place([V2025, V2026], start, NEW, today=date(2020, 1, 1))


def test_the_past_is_not_rewritten_unless_it_is_said_to_be():
    only = [Version(1, date(2025, 1, 1))]
    with pytest.raises(rules.PublishedInThePast):
        place(only, TODAY, NEW, today=TODAY)
    assert place(only, TODAY, NEW, today=TODAY, allow_past=True).number == 2


def test_a_gap_is_refused_with_the_day_that_would_close_it():
    with pytest.raises(rules.LeavesGap, match="请改为 2026-07-01 起") as refused:
        place([V2025], date(2026, 7, 15), NEW, today=TODAY)
    assert refused.value.facts["days"] == 14
    assert place([V2025], date(2026, 7, 1), NEW, today=TODAY) == rules.Placed(2, None)
    assert place([V2025], date(2026, 7, 15), NEW, today=TODAY, allow_gap=True).number == 2


def test_the_same_content_is_no_new_version():
    with pytest.raises(rules.SameAsBefore):
        place([V2025, V2026], date(2027, 1, 1), {"papers": False}, today=TODAY)


def test_a_difference_names_the_leaf_that_changed():
    before = {"sla": 10, "pool": {"period": "year", "quota": 200}, "tiers": ["gold", "silver"]}
    after = {"sla": 10, "pool": {"period": "year", "quota": 300}, "tiers": ["gold"], "note": "新"}
    assert difference(before, after) == [
        Difference("pool.quota", 200, 300),
        Difference("tiers", ["gold", "silver"], ["gold"]),
        Difference("note", None, "新"),
    ]


def test_items_with_a_code_are_compared_by_it_not_by_their_place():
    before = {"kinds": [{"code": "a", "days": 5}, {"code": "b", "days": 7}]}
    after = {"kinds": [{"code": "b", "days": 7}, {"code": "c", "days": 1}, {"code": "a", "days": 6}]}
    assert difference(before, after) == [
        Difference("kinds.a.days", 5, 6),
        Difference("kinds.c", None, {"code": "c", "days": 1}),
    ]


def test_equal_bodies_do_not_differ():
    assert difference({"a": [1, {"code": "x"}]}, {"a": [1, {"code": "x"}]}) == []
