"""A predicate says the same in CEL for one person and in SQL for all; what is missing is 待核."""

from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects.postgresql import ARRAY
from tests.recognition.world import World

from bole.core.actor import PLATFORM
from bole.core.context import Work
from bole.core.errors import InvalidInput
from bole.recognition import facts, predicate
from bole.recognition.catalogue import Directory
from bole.recognition.flow_rules import CriterionResult

KNOWN: dict[str, Any] = dict.fromkeys(predicate.FACTS)


@pytest.mark.parametrize(
    ("text", "known", "result"),
    [
        ("degree == 'doctor'", {"degree": "doctor"}, "met"),
        ("degree == 'doctor'", {"degree": "master"}, "unmet"),
        ("degree == 'doctor'", {}, "pending"),
        ("degree == 'doctor' || title_rank == 'senior'", {"title_rank": "senior"}, "met"),
        ("degree == 'doctor' && title_rank == 'senior'", {"title_rank": "none"}, "unmet"),
        ("degree == 'doctor' && full_time", {"full_time": True}, "pending"),
        ("honours.exists(h, h.contains('大师'))", {"honours": ["省级工艺美术大师"]}, "met"),
        ("'国家级' in honour_grades", {}, "pending"),
        ("age < 45 && !(nationality == '中国')", {"age": 40, "nationality": "中国"}, "unmet"),
        ("size(honours) >= 2", {"honours": ["甲"]}, "unmet"),
    ],
)
def test_what_is_not_known_is_never_a_no(text: str, known: dict[str, Any], result: str) -> None:
    assert predicate.judge(text, known) is CriterionResult(result)


def test_what_is_missing_is_named() -> None:
    assert predicate.missing("degree == 'doctor' && age < 45", {"age": 40}) == [predicate.FACTS["degree"][1]]


@pytest.mark.parametrize(
    "text",
    [
        "degree",
        "degree == 1",
        "salary > 3",
        "age < 'a'",
        "degree < 'a'",
        "honours == honours",
        "age < 45 age",
        "(age < 45",
        "honours.exists(age, age.contains('x'))",
        "__import__('os')",
        "age < 45; drop table talent",
        "[1, 2] in honours",
        "(" * 40 + "true" + ")" * 40,
        "true || " * 100 + "true",
        "",
        "size(age) > 1",
        "degree.matches('a+')",
        "honours.exists(h, h == degree)",
        "honours.exists(h, honours.exists(g, g == h))",
    ],
)
def test_what_cannot_be_asked_is_refused_when_it_is_drafted(text: str) -> None:
    from bole.catalogue.shapes import normal

    body = {
        "criteria": [{"code": "aa", "level": "L1", "text": "x", "predicate": text}],
        "evidence_kinds": [{"code": "a1", "name": "x"}],
    }
    if not text:
        assert Directory.model_validate(body).criteria[0].predicate is None
        return
    with pytest.raises(InvalidInput) as no:
        normal("talent_directory", body)
    assert no.value.field == "body.criteria.0.predicate"


TEXTS = st.sampled_from(["doctor", "master", "senior", "none", "大师", "省级工艺美术大师"])
TEXT_FACTS = st.sampled_from(["degree", "title_rank", "nationality"])
ATOMS = st.one_of(
    st.builds("{} {} '{}'".format, TEXT_FACTS, st.sampled_from(["==", "!="]), TEXTS),
    st.builds("age {} {}".format, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), st.integers(30, 40)),
    st.builds("{} in ['{}', '{}']".format, TEXT_FACTS, TEXTS, TEXTS),
    st.builds("'{}' in honours".format, TEXTS),
    st.builds("degree in honours".format),
    st.builds(
        "honours.exists(h, h.contains('{}') {} h == '大师')".format, TEXTS, st.sampled_from(["||", "&&"])
    ),
    st.builds("{}.startsWith('{}')".format, TEXT_FACTS, TEXTS),
    st.builds("size(honours) > {}".format, st.integers(0, 2)),
    st.just("full_time"),
)
PREDICATES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from(["&&", "||"]), inner),
        st.builds("!({})".format, inner),
    ),
    max_leaves=5,
)
PEOPLE = st.fixed_dictionaries(
    {
        "age": st.one_of(st.none(), st.integers(30, 40)),
        "degree": st.one_of(st.none(), TEXTS),
        "title_rank": st.one_of(st.none(), TEXTS),
        "nationality": st.one_of(st.none(), TEXTS),
        "full_time": st.one_of(st.none(), st.booleans()),
        "honours": st.one_of(st.none(), st.lists(TEXTS, min_size=1, max_size=2)),
    }
)
TYPES = {"int": sa.Integer, "text": sa.Text, "bool": sa.Boolean, "list": ARRAY(sa.Text)}


async def test_sql_and_cel_agree_on_everybody(world: World) -> None:
    """Two hundred people and predicates of any shape, in one connection."""
    cases: list[tuple[str, dict[str, Any]]] = []

    @settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(PREDICATES, PEOPLE)
    def gather(text: str, person: dict[str, Any]) -> None:
        if len(text) <= predicate.LONGEST:
            cases.append((text, {**KNOWN, **person}))

    gather()
    async with Work(world.services).read(PLATFORM) as ctx:
        for at_once in range(0, len(cases), 50):
            some = cases[at_once : at_once + 50]
            asked = []
            for text, person in some:
                columns = {
                    name: sa.cast(sa.literal(person[name], TYPES[kind]), TYPES[kind])
                    for name, (kind, _) in predicate.FACTS.items()
                }
                asked.append(facts.sql(predicate.parse(text), columns))
            row = (await ctx.db.execute(sa.select(*(a.label(f"c{i}") for i, a in enumerate(asked))))).one()
            told = {True: CriterionResult.MET, False: CriterionResult.UNMET, None: CriterionResult.PENDING}
            for (text, person), value in zip(some, row, strict=True):
                assert told[value] is predicate.judge(text, person), (text, person)


async def test_facts_of_a_person_are_what_the_roster_knows(world: World) -> None:
    talent = await world.a_talent(honours=("省级工艺美术大师",), rank="senior")
    async with Work(world.services).read(PLATFORM) as ctx:
        known = await facts.facts_of(ctx, talent.id)
    assert (known["title_rank"], known["full_time"], known["honours"]) == (
        "senior",
        True,
        ["省级工艺美术大师"],
    )
    assert known["age"] is None and known["degree"] is None and known["level"] == ""
