"""Figures of a day: they add up, tell how many wait for an update, and stay what they were; how good a record is."""

from datetime import date
from typing import Any

from tests.roster.people import People
from tests.roster.test_as_of import BEGAN, Timeline, gone

from bole.core.actor import Actor
from bole.roster import standing_service
from bole.roster.forms import EducationIn, EmploymentIn
from bole.roster.rules import Degree

FIGURES = """query ($by: FigureAxis!, $d: Date, $u: UUID) {
  rosterFigures(by: $by, asOf: $d, unitId: $u) { asOf talents stale lines { key label talents stale } } }"""


async def figures(line: Timeline, by: str, day: date | None = None, actor: Actor | None = None) -> Any:
    told = await line.people.gql(
        actor or line.people.office, FIGURES, by=by, d=day.isoformat() if day else None
    )
    return told["rosterFigures"]


def lines(told: Any) -> dict[str, tuple[int, int]]:
    return {x["key"]: (x["talents"], x["stale"]) for x in told["lines"]}


async def test_every_axis_adds_up_and_tells_who_waits_for_an_update(people: People) -> None:
    line = Timeline(people)
    await people.enter("林一", level="L4", level_since=BEGAN, talent_type="education")
    stale = await people.enter("林二", level="L4", level_since=BEGAN, talent_type="industry", unit="chaoan")
    left = await people.enter("林三")
    await people.enter("林四", candidate=True)
    line.go(date(2026, 4, 1))
    await line.do(standing_service.ask_update, stale)
    await line.do(standing_service.leave, left, **gone(line.today, line.today))
    assert lines(await figures(line, "LEVEL")) == {"L4": (2, 1)}
    assert lines(await figures(line, "TYPE")) == {"education": (1, 0), "industry": (1, 1)}
    assert lines(await figures(line, "CATEGORY")) == {"management": (1, 1), "technical": (1, 0)}
    assert lines(await figures(line, "STATUS")) == {
        "candidate": (1, 0), "active": (1, 0), "stale": (1, 1), "left": (1, 0),
    }  # fmt: skip
    units = await figures(line, "UNIT")
    assert sorted(lines(units).values()) == [(1, 0), (1, 1)]
    assert (units["talents"], units["stale"]) == (2, 1)
    before = date(2026, 3, 31)
    assert lines(await figures(line, "LEVEL", before)) == {"": (1, 0), "L4": (2, 0)}
    assert (await figures(line, "LEVEL", date(2026, 1, 4)))["talents"] == 0


async def test_a_district_counts_whom_it_had_then_though_they_moved_on(people: People) -> None:
    line = Timeline(people)
    one = await people.enter("林一", unit="xiangqiao")
    line.go(date(2026, 4, 1))
    await line.do(standing_service.move, one, version=one.version, unit_id=people.units["chaoan"].id)
    xiangqiao, chaoan = people.district("xiangqiao"), people.district("chaoan")
    march = date(2026, 3, 31)
    for actor, then, now in ((xiangqiao, 1, 0), (chaoan, 0, 1)):
        assert (await figures(line, "UNIT", march, actor))["talents"] == then
        assert (await figures(line, "UNIT", None, actor))["talents"] == now


QUALITY = "query ($n: Int) { talents(order: QUALITY, qualityBelow: $n) { nodes { name quality qualityGaps } pageInfo { endCursor } } }"


async def test_the_poorest_record_stands_first_and_says_what_it_lacks(people: People) -> None:
    await people.enter("林空")
    work = EmploymentIn(employer_name="甲厂", position="工程师")
    whole = {"phone": "13800138000", "employment": work, "educations": [EducationIn(degree=Degree.MASTER)]}
    await people.enter("林全", talent_type="education", specialty="陶瓷", **whole)
    told = (await people.gql(people.office, QUALITY))["talents"]["nodes"]
    assert [n["name"] for n in told] == ["林空", "林全"]
    assert 0 < told[0]["quality"] < told[1]["quality"] <= 100
    assert "缺电话" in told[0]["qualityGaps"] and "缺电话" not in told[1]["qualityGaps"]
    below = told[1]["quality"]
    assert [n["name"] for n in (await people.gql(people.office, QUALITY, n=below))["talents"]["nodes"]] == [
        "林空"
    ]
    same = await people.enter("陈同号", **{**whole, "talent_type": "education", "specialty": "陶瓷"})
    told = {n["name"]: n for n in (await people.gql(people.office, QUALITY))["talents"]["nodes"]}
    assert told["林全"]["quality"] == below - 20 == told["陈同号"]["quality"]
    assert "电话与他人相同" in told["林全"]["qualityGaps"]
    await people.do(people.office, standing_service.ask_update, talent_id=same.id)
    told = {n["name"]: n for n in (await people.gql(people.office, QUALITY))["talents"]["nodes"]}
    assert (told["陈同号"]["quality"], told["林全"]["quality"]) == (below - 40, below - 20)
    assert "久未更新" in told["陈同号"]["qualityGaps"]
