"""What a query may cost, told before anything expensive looks at it."""

import time

import pytest
from graphql import parse

from bole.core import selection
from bole.core.endpoint import MAX_NESTING, json_object
from bole.core.errors import BadRequest, TooCostly


def shape(text: str) -> None:
    selection.check_shape(parse(text, max_tokens=selection.MAX_TOKENS))


def bomb(levels: int) -> str:
    """Fragments that double: 2^levels fields from a few hundred bytes."""
    spreads = " ".join(f"fragment f{i} on Q {{ ...f{i + 1} ...f{i + 1} }}" for i in range(levels))
    return f"query {{ ...f0 }} {spreads} fragment f{levels} on Q {{ a }}"


def test_a_fragment_is_measured_once_however_often_it_is_spread() -> None:
    begun = time.process_time()
    with pytest.raises(TooCostly):
        shape(bomb(60))
    # 2^60 visits would never end; this bound only tells linear from exponential
    assert time.process_time() - begun < 1


def test_fragments_in_a_circle_are_left_to_validation() -> None:
    shape("query { ...a } fragment a on Q { ...b } fragment b on Q { ...a x }")


def test_a_field_nested_too_deeply_is_refused() -> None:
    deep = "a{" * 12 + "b" + "}" * 12
    with pytest.raises(TooCostly) as no:
        shape("{" + deep + "}")
    assert no.value.facts["what"] == "嵌套层数"


def test_depth_hidden_in_fragments_counts() -> None:
    parts = " ".join(f"fragment f{i} on Q {{ a {{ b {{ ...f{i + 1} }} }} }}" for i in range(8))
    with pytest.raises(TooCostly):
        shape(f"query {{ ...f0 }} {parts} fragment f8 on Q {{ a }}")


def test_one_mutation_at_a_time() -> None:
    with pytest.raises(TooCostly):
        shape("mutation { a b }")
    with pytest.raises(TooCostly):
        shape("mutation { a: x b: x }")
    with pytest.raises(TooCostly):
        shape("mutation { ...f ...f } fragment f on M { x }")


def test_many_roots_by_alias_are_refused() -> None:
    with pytest.raises(TooCostly):
        shape("{" + " ".join(f"a{i}: x" for i in range(31)) + "}")


def test_several_operations_in_one_document_are_refused() -> None:
    with pytest.raises(TooCostly):
        shape("query a { x } query b { x }")


def test_an_alias_that_postgresql_would_cut_is_refused() -> None:
    shape("{ " + "a" * 60 + ": x }")
    with pytest.raises(TooCostly):
        shape("{ " + "a" * 61 + ": x }")


@pytest.mark.parametrize("first", [0, -1, 101, 10**9])
def test_a_page_has_between_1_and_100_rows(first: int) -> None:
    with pytest.raises(TooCostly):
        selection.check_first(first)


@pytest.mark.parametrize("raw", [b"null", b'"x"', b"[]", b"1", b"", b"{", b"\xff\xfe", b"nul", b'{"a":1}x'])
def test_a_body_that_is_no_object_is_a_bad_request(raw: bytes) -> None:
    with pytest.raises(BadRequest):
        json_object(raw)


def test_a_body_nested_50000_deep_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(BadRequest):
        json_object(b'{"a":' * 50_000 + b"1" + b"}" * 50_000)


def test_brackets_inside_strings_are_no_nesting() -> None:
    text = b'{"query":"' + b"{[" * 60 + b'\\"{","b":[[1]]}'
    assert json_object(text)["b"] == [[1]]
    assert MAX_NESTING == 20
