"""Every refusal there is: a code that is one refusal's, Chinese words, a status; and both edges tell the same."""

import json
import string

import pytest
from tests.support.refusals import has_chinese

from bole import parts
from bole.core.errors import REFUSALS, InvalidInput, Refusal
from bole.core.faults import Internal, refusal_of
from bole.core.graph import told
from bole.core.http import problem

parts.load()
OURS = {code: kind for code, kind in REFUSALS.items() if kind.__module__.startswith("bole.")}
WORDS_OF_THEIR_OWN = {InvalidInput}
"""Their words come with the fact."""


def facts_of(kind: type[Refusal]) -> dict[str, str]:
    """Something for everything that the words name."""
    named = {name for _, name, _, _ in string.Formatter().parse((kind.__doc__ or "").strip()) if name}
    facts = {n.partition(".")[0].partition("[")[0]: "甲" for n in named}
    return facts | ({"retry_after": "7"} if "retry_after" in facts else {})  # a header, too


@pytest.mark.parametrize("kind", OURS.values(), ids=OURS)
def test_a_refusal_has_a_code_chinese_words_and_a_status(kind: type[Refusal]) -> None:
    no = kind(**facts_of(kind))
    words = str(no)
    assert has_chinese(words) and "{" not in words
    assert no.status in range(400, 500) or no.status == 503 or kind is Internal
    assert kind.code().isupper() and OURS[kind.code()] is kind


@pytest.mark.parametrize("kind", OURS.values(), ids=OURS)
def test_no_fact_takes_the_place_of_what_callers_match_on(kind: type[Refusal]) -> None:
    reserved = {"code": "x", "status": "已离开", "title": "x", "type": "x"}
    no = kind(field="talentId", **{**reserved, **facts_of(kind)})
    error = told(no)
    assert error.extensions is not None and error.extensions["code"] == kind.code()
    assert error.extensions["field"] == "talentId"
    made = json.loads(problem(no).body)
    assert (made["code"], made["status"], made["title"]) == (kind.code(), no.status, str(no))
    assert made["type"] == f"urn:bole:{kind.code().lower()}" and made["field"] == "talentId"


def test_most_refusals_say_what_to_do_next() -> None:
    """Two sentences: what is the matter, and what now. (Some say both in one.)"""
    short = [
        c
        for c, k in OURS.items()
        if (k.__doc__ or "").strip().count("。") < 2 and "请" not in (k.__doc__ or "")
    ]
    assert len(short) < len(OURS) / 3, short


def test_an_unknown_fault_is_masked() -> None:
    no = refusal_of(ValueError("password=hunter2 at 10.0.0.7"), "r1")
    assert isinstance(no, Internal) and "hunter2" not in str(no) + str(no.told()) and "r1" in str(no)


def test_two_slices_cannot_tell_one_code() -> None:
    with pytest.raises(TypeError, match=r"NOT_FOUND is told by bole\.core\.errors and by"):
        type("NotFound", (Refusal,), {"__doc__": "没有。", "__module__": __name__})
    assert REFUSALS["NOT_FOUND"].__module__ == "bole.core.errors"
