"""The figures of a day as a workbook: the page's numbers, what they mean written over them, and nothing that reckons."""

import io
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import asyncpg
import openpyxl
import pytest
from httpx import ASGITransport, AsyncClient
from tests.roster.people import People

from bole.app import create_app
from bole.core import clock
from bole.core.actor import Actor
from bole.core.permissions import Permission

URL = "/api/v1/roster-figures/workbook"


@pytest.fixture
async def browser(people: People) -> AsyncIterator[tuple[AsyncClient, list[Actor | None]]]:
    who: list[Actor | None] = [people.office]

    async def identify(_: Any) -> Actor | None:
        return who[0]

    app = create_app(people.services, identify)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://bole.test", timeout=60) as http:
        yield http, who


async def a_second_version(everything: asyncpg.Connection, name: str) -> None:
    """L4 is called otherwise from the first of July on."""
    await everything.execute(
        "update catalogue_entry set valid_until = '2026-06-30' where kind = 'level' and code = 'L4'"
    )
    await everything.execute(
        """insert into catalogue_entry select (jsonb_populate_record(e, jsonb_build_object('id', uuidv7(), 'number', 2,
           'valid_from', '2026-07-01', 'valid_until', null, 'name', $1::text))).*
           from catalogue_entry e where kind = 'level' and code = 'L4'""",
        name,
    )


def cells(data: bytes) -> list[list[Any]]:
    return [[c.value for c in row] for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows()]


async def test_the_workbook_has_the_pages_numbers_under_day_unit_definition_and_who(
    people: People, browser: Any
) -> None:
    http, _ = browser
    for name, unit, level in (
        ("林一", "xiangqiao", "L4"),
        ("林二", "chaoan", "L4"),
        ("林三", "chaoan", None),
    ):
        await people.enter(name, unit, level=level)
    answer = await http.get(URL, params={"by": "level", "unit_id": str(people.units["chaoan"].id)})
    assert answer.status_code == 200 and answer.headers["content-type"].endswith("sheet")
    what, definition, who, head, *lines = cells(answer.content)
    today = clock.today().isoformat()
    assert what[0] == f"名录数字：按层次　截至：{today}　单位：潮安区（含下级）"
    assert (
        "在库与待更新的计入" in definition[0]
        and "各项均为第1版" in definition[0]
        and "起施行" in definition[0]
    )
    assert who[0].startswith("导出人：市委人才办　时间：")
    assert head == ["项目", "人数", "其中待更新", "待更新占比"]
    assert [line[1:] for line in lines] == [[1, 0, "0.0%"], [1, 0, "0.0%"], [2, 0, "0.0%"]]
    assert lines[-2][0] == "未定层次" and lines[-1][0] == "合计"


async def test_a_past_day_is_told_as_it_was_with_the_catalogue_of_that_day(
    people: People, browser: Any, everything: asyncpg.Connection
) -> None:
    http, _ = browser
    await people.enter("林一", level="L4")
    await a_second_version(everything, "陶瓷英才")
    now = cells((await http.get(URL)).content)
    assert "陶瓷英才第2版" in now[1][0] and now[-1][:2] == ["合计", 1]
    then = cells((await http.get(URL, params={"as_of": "2025-12-31"})).content)
    assert "截至：2025-12-31" in then[0][0] and then[-1] == ["合计", 0, 0, "—"]


async def test_a_name_that_looks_like_a_formula_stays_text(
    people: People, browser: Any, everything: asyncpg.Connection
) -> None:
    http, _ = browser
    await people.enter("林一", level="L4")
    evil = '=HYPERLINK("http://x","y")'
    await a_second_version(everything, evil)
    data = (await http.get(URL, params={"by": "level"})).content
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    told = [(c.value, c.data_type) for row in page.iter_rows() for c in row if c.value == evil]
    assert told == [(evil, "s")]
    assert {c.data_type for row in page.iter_rows() for c in row} <= {"s", "n"}


async def test_who_may_not_read_the_roster_gets_no_figures_and_a_district_only_its_own(
    people: People, browser: Any
) -> None:
    http, who = browser
    await people.enter("林一", "xiangqiao")
    who[0] = people.district("chaoan")
    assert cells((await http.get(URL)).content)[-1][:2] == ["合计", 0]
    who[0] = people.district("chaoan", Permission.ROSTER_READ)
    assert (await http.get(URL)).status_code == 403
    who[0] = None
    assert (await http.get(URL)).status_code == 401


@pytest.mark.parametrize(
    "given",
    [{"by": "colour"}, {"as_of": "2026-02-30"}, {"unit_id": "x"}, {"unit_id": str(date.today())}],
    ids=str,
)
async def test_a_wrong_question_is_refused_in_words(browser: Any, given: dict[str, str]) -> None:
    answer = await browser[0].get(URL, params=given)
    assert answer.status_code == 422 and answer.json()["title"]
