"""Ids: in the order of time, and not to be guessed."""

import itertools
from datetime import UTC, datetime

import time_machine

from bole.core.table import new_id


def test_ids_made_one_after_another_follow_each_other() -> None:
    made = [new_id() for _ in range(20_000)]  # many within each millisecond
    assert made == sorted(made) and len(set(made)) == len(made)
    assert {(one.version, one.variant) for one in made} == {(7, "specified in RFC 4122")}


def test_an_id_tells_the_millisecond_of_the_clock_also_after_it_was_set_back() -> None:
    for year in (2030, 2020):
        with time_machine.travel(datetime(year, 1, 1, tzinfo=UTC), tick=False):
            assert {one.int >> 80 for one in (new_id(), new_id())} == {
                int(datetime(year, 1, 1, tzinfo=UTC).timestamp() * 1000)
            }


def test_the_next_id_of_the_same_millisecond_is_not_the_next_number() -> None:
    with time_machine.travel(datetime(2026, 1, 1, tzinfo=UTC), tick=False):
        made = [new_id().int for _ in range(1000)]
    steps = {after - before for before, after in itertools.pairwise(made)}
    assert len(steps) > 990, "steps of forty random bits"
