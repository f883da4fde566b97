"""The judge of the bench: two answers are the same job only when they are."""

import pytest
from tests.bench.load import Sample
from tests.bench.run import ratio
from tests.bench.same import differences, unwrapped

ROW = {"id": "1", "status": "ACTIVE", "unit": {"name": "潮安区"}, "needs": [{"kind": "a"}, {"kind": "b"}]}


def found(mine: object, theirs: object, *, less: bool = False, made: bool = False) -> list[str]:
    return [place for place, _, _ in differences(mine, theirs, less, made)]


def test_the_same_row_in_another_case_of_enums_is_the_same() -> None:
    assert found({**ROW, "status": "active"}, ROW) == []


@pytest.mark.parametrize(
    ("mine", "place"),
    [
        ({**ROW, "unit": {"name": "湘桥区"}}, ".unit.name"),
        ({**ROW, "needs": [{"kind": "a"}]}, ".needs length"),
        ({**ROW, "needs": [{"kind": "b"}, {"kind": "a"}]}, ".needs[0].kind"),
        ({**ROW, "unit": None}, ".unit"),
        ({**ROW, "more": 1}, "its fields"),
        ({k: v for k, v in ROW.items() if k != "needs"}, "its fields"),
    ],
)
def test_another_value_order_or_field_is_another_job(mine: object, place: str) -> None:
    assert place in found(mine, ROW)


def test_a_narrower_contract_may_tell_less_but_nothing_else() -> None:
    told = {"id": "1", "status": "ACTIVE"}
    assert found(told, ROW, less=True) == []
    assert found({**told, "id": "2"}, ROW, less=True) == [".id"]


def test_rows_in_another_order_are_another_page() -> None:
    assert found([{"id": "1"}, {"id": "2"}], [{"id": "2"}, {"id": "1"}]) == ["[0].id", "[1].id"]


def test_what_a_write_made_has_ids_of_its_own() -> None:
    assert found({"id": "1", "amount": 1}, {"id": "2", "amount": 1}, made=True) == []
    assert found({"id": "1", "amount": 1}, {"id": "2", "amount": 2}, made=True) == [".amount"]


@pytest.mark.parametrize(
    "told",
    [
        {"data": {"nodes": [{"phoneMasked": "1"}], "pageInfo": {}}},
        {"data": {"talents": {"nodes": [{"phoneMasked": "1"}]}}},
        {"data": {"talents": [{"phoneMasked": "1"}]}},
        {"items": [{"phone_masked": "1"}], "page": {"next": None, "more": False}},
    ],
)
def test_wrappings_and_spellings_of_a_page_do_not_matter(told: dict[str, object]) -> None:
    assert unwrapped(told) == [{"phoneMasked": "1"}]


def test_ratios_are_of_one_round() -> None:
    """A machine that was slow for a whole round changes both, and so not their ratio."""
    rows = {
        "a": [{"rps": 100.0}, {"rps": 50.0}, {"rps": 90.0}],
        "b": [{"rps": 200.0}, {"rps": 100.0}, {"rps": 180.0}],
    }
    assert ratio(rows, "a", "b") == 0.5
    assert ratio(rows, "a", "nobody") is None


def test_percentiles_are_milliseconds_of_the_sorted_latencies() -> None:
    sample = Sample(seconds=2.0, latencies=[0.003, 0.001, 0.002, 0.1])
    assert sample.percentile(0.5) == 3.0
    assert sample.percentile(0.99) == 100.0
    assert sample.rps == 2.0
