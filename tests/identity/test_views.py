"""Views that people save, and settings that they keep: their own, their unit's, and nobody else's."""

import asyncio
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
import sqlalchemy as sa
from httpx import AsyncClient
from tests.identity.conftest import City, gql

from bole.core import clock
from bole.core.actor import PLATFORM
from bole.core.table import new_id
from bole.identity import view_rules
from bole.identity.view_models import SavedView
from bole.org.models import Appointment

SAVE = """mutation ($page: String!, $name: String!, $query: String!, $columns: [String!], $shared: Boolean = false,
  $replace: Boolean = false) {
  saveView(page: $page, name: $name, query: $query, columns: $columns, shared: $shared, replace: $replace) {
    id page name query columns shared mine ownerName } }"""
VIEWS = "query ($page: String!) { views(page: $page) { id name query columns shared mine ownerName } }"
RENAME = "mutation ($v: UUID!, $n: String!) { renameView(viewId: $v, name: $n) { id name shared } }"
DELETE = "mutation ($v: UUID!) { deleteView(viewId: $v) }"
SET = "mutation ($k: String!, $v: JSON) { setPreference(key: $k, value: $v) }"
PREFERENCES = "{ preferences { key value } }"


class Desk:
    """A person at their desk."""

    def __init__(self, api: AsyncClient, token: str) -> None:
        self.api, self.token = api, token

    async def say(self, text: str, **given: Any) -> Any:
        told = await gql(self.api, text, self.token, **given)
        assert "errors" not in told, told
        (value,) = told["data"].values()
        return value

    async def refused(self, text: str, **given: Any) -> Any:
        told = await gql(self.api, text, self.token, **given)
        return told["errors"][0]["extensions"] | {"message": told["errors"][0]["message"]}

    async def save(self, name: str = "待联系", **more: Any) -> Any:
        return await self.say(SAVE, **({"page": "roster", "name": name, "query": "status=ACTIVE"} | more))

    async def names(self, page: str = "roster") -> list[str]:
        return [v["name"] for v in await self.say(VIEWS, page=page)]


@pytest.fixture
async def clerk(city: City, api: AsyncClient) -> Desk:
    return Desk(api, await city.session("clerk"))


@pytest.fixture
async def colleague(city: City, api: AsyncClient) -> Desk:
    """On a post of the same unit."""
    await city.account("colleague", "综合科经办")
    return Desk(api, await city.session("colleague"))


@pytest.fixture
async def district(city: City, api: AsyncClient) -> Desk:
    return Desk(api, await city.session("xiangqiao"))


async def test_a_view_is_saved_listed_renamed_and_deleted(clerk: Desk) -> None:
    made = await clerk.save(columns=["name", "level"])
    assert made | {"id": None} == {
        "id": None, "page": "roster", "name": "待联系", "query": "status=ACTIVE", "columns": ["name", "level"],
        "shared": False, "mine": True, "ownerName": "clerk",
    }  # fmt: skip
    await clerk.say(RENAME, v=made["id"], n="  应  联系 ")
    assert await clerk.names() == ["应 联系"]
    assert await clerk.names("cards") == []
    assert await clerk.say(DELETE, v=made["id"]) is True
    assert await clerk.say(DELETE, v=made["id"]) is False
    assert await clerk.names() == []


async def test_what_is_not_shared_nobody_else_sees(clerk: Desk, colleague: Desk) -> None:
    made = await clerk.save()
    assert await colleague.names() == []
    assert (await colleague.refused(RENAME, v=made["id"], n="x"))["code"] == "NOT_FOUND"
    assert await colleague.say(DELETE, v=made["id"]) is False
    assert await clerk.names() == ["待联系"]


async def test_what_is_shared_the_unit_sees_after_its_own_and_no_other_unit(
    clerk: Desk, colleague: Desk, district: Desk
) -> None:
    await clerk.save("甲", shared=True)
    await colleague.save("乙")
    seen = await colleague.say(VIEWS, page="roster")
    assert [(v["name"], v["mine"], v["shared"], v["ownerName"]) for v in seen] == [
        ("乙", True, False, "colleague"),
        ("甲", False, True, "clerk"),
    ]
    assert await district.names() == []


async def test_only_the_owner_changes_or_deletes_a_shared_view(clerk: Desk, colleague: Desk) -> None:
    made = await clerk.save(shared=True)
    for text, more in ((RENAME, {"n": "x"}), (DELETE, {})):
        no = await colleague.refused(text, v=made["id"], **more)
        assert no["code"] == "NOT_YOUR_VIEW" and "clerk" in no["message"]
    assert await clerk.names() == ["待联系"]


async def test_a_name_is_taken_once_and_overwritten_only_on_purpose(clerk: Desk, colleague: Desk) -> None:
    first = await clerk.save()
    no = await clerk.refused(SAVE, page="roster", name="待联系", query="x=1")
    assert (no["code"], no["field"]) == ("VIEW_NAME_TAKEN", "name")
    again = await clerk.save(query="x=2", replace=True, shared=True)
    assert (again["id"], again["query"], again["shared"]) == (first["id"], "x=2", True)
    await clerk.save(page="cards")
    other = await clerk.save("另一个")
    assert (await clerk.refused(RENAME, v=other["id"], n="待联系"))["code"] == "VIEW_NAME_TAKEN"
    await colleague.save()


async def test_of_two_that_save_one_name_at_once_one_is_refused(clerk: Desk) -> None:
    given = {"page": "roster", "name": "同时", "query": ""}
    told = await asyncio.gather(*[gql(clerk.api, SAVE, clerk.token, **given) for _ in range(4)])
    codes = [t["errors"][0]["extensions"]["code"] for t in told if "errors" in t]
    assert codes == ["VIEW_NAME_TAKEN"] * 3
    assert await clerk.names() == ["同时"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "长" * 41}, "name"),
        ({"query": "q" * 2001}, "query"),
        ({"page": "名录"}, "page"),
        ({"page": "p" * 61}, "page"),
        ({"columns": ["c"] * 61}, "columns"),
        ({"columns": [""]}, "columns"),
        ({"columns": ["c" * 61]}, "columns"),
    ],
)
async def test_what_is_too_long_or_empty_is_refused_with_its_field(
    clerk: Desk, wrong: dict[str, Any], field: str
) -> None:
    no = await clerk.refused(SAVE, **({"page": "roster", "name": "甲", "query": ""} | wrong))
    assert (no["code"], no["field"]) == ("INVALID_INPUT", field)


async def test_the_longest_that_may_be_saved_is_saved(clerk: Desk) -> None:
    made = await clerk.save("长" * 40, query="询" * 2000, columns=[f"{i:060}" for i in range(60)])
    assert len(made["columns"]) == 60


async def test_nobody_saves_without_end(clerk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view_rules, "MOST_VIEWS", 2)
    await clerk.save("一")
    await clerk.save("二")
    no = await clerk.refused(SAVE, page="roster", name="三", query="")
    assert (no["code"], no["limit"]) == ("TOO_MANY_VIEWS", 2)
    await clerk.save("二", replace=True)


async def test_who_sits_in_no_unit_shares_with_none(city: City, api: AsyncClient) -> None:
    await city.account("idle")
    idle = Desk(api, await city.session("idle"))
    no = await idle.refused(SAVE, page="roster", name="甲", query="", shared=True)
    assert (no["code"], no["field"]) == ("NO_UNIT_TO_SHARE_WITH", "shared")
    await idle.save()
    assert await idle.names() == ["待联系"]


async def test_who_left_the_unit_keeps_the_view_for_themselves(
    city: City, api: AsyncClient, clerk: Desk, colleague: Desk
) -> None:
    made = await clerk.save(shared=True)
    async with city.work.write(PLATFORM) as ctx:
        person = city.accounts["clerk"].person_id
        ended = sa.update(Appointment).where(Appointment.person_id == person)  # type: ignore[arg-type]
        await ctx.db.execute(ended.values(valid_until=clock.today() - timedelta(days=1)))
    city.identity.memory.forget()
    assert await colleague.names() == ["待联系"]
    assert (await clerk.say(RENAME, v=made["id"], n="我的"))["shared"] is False
    assert await colleague.names() == [] and await clerk.names() == ["我的"]


# The database keeps it too ------------------------------------------------------------------------------


async def test_row_policies_let_only_the_owner_write(
    city: City, clerk: Desk, colleague: Desk, district: Desk
) -> None:
    await clerk.save(shared=True)
    await clerk.save("私")
    for login, seen in (("clerk", 2), ("colleague", 1), ("xiangqiao", 0), ("admin", 1)):
        async with city.work.write(await city.actor(login)) as ctx:
            count = (await ctx.db.execute(sa.text("select count(*) from saved_view"))).scalar_one()
            assert count == seen, login
            if login != "clerk":
                changed = await ctx.db.execute(sa.text("update saved_view set name = 'x'"))
                gone = await ctx.db.execute(sa.text("delete from saved_view"))
                assert (changed.rowcount, gone.rowcount) == (0, 0), login  # type: ignore[attr-defined]


async def test_nobody_saves_in_anothers_name_nor_shares_with_a_unit_not_theirs(city: City) -> None:
    clerk, other = await city.actor("clerk"), city.accounts["xiangqiao"].id
    foreign = city.units["湘桥区人才办"].id
    for given in ({"account_id": other}, {"account_id": clerk.id, "unit_id": foreign}):
        with pytest.raises(Exception, match="row-level security"):
            async with city.work.write(clerk) as ctx:
                told = {"page": "roster", "name": "甲", "query": "", "changed_at": ctx.now}
                ctx.db.add(SavedView(**told, **given))


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "' '"},
        {"name": "repeat('n', 41)"},
        {"query": "repeat('q', 2001)"},
        {"page": "'Roster'"},
        {"columns": "array_fill('c'::text, array[61])"},
        {"columns": "array[repeat('c', 3601)]"},
    ],
)
async def test_the_database_holds_the_limits_of_a_view(
    city: City, sees: asyncpg.Connection, wrong: dict[str, str]
) -> None:
    row = {
        "id": "gen_random_uuid()", "account_id": f"'{city.accounts['clerk'].id}'", "page": "'roster'",
        "name": "'甲'", "query": "''", "changed_at": "now()",
    } | wrong  # fmt: skip
    with pytest.raises((asyncpg.CheckViolationError, asyncpg.StringDataRightTruncationError)):
        await sees.execute(f"insert into saved_view ({', '.join(row)}) values ({', '.join(row.values())})")


# Settings -----------------------------------------------------------------------------------------------


async def test_the_last_writing_of_a_setting_counts(clerk: Desk, colleague: Desk) -> None:
    for key, value in (
        ("appearance", {"theme": "dark"}),
        ("columns.roster", ["name", "level"]),
        ("appearance", {"theme": "light", "size": 1.25}),
        ("tour.first-day", True),
    ):
        assert await clerk.say(SET, k=key, v=value) is True
    assert await clerk.say(PREFERENCES) == [
        {"key": "appearance", "value": {"theme": "light", "size": 1.25}},
        {"key": "columns.roster", "value": ["name", "level"]},
        {"key": "tour.first-day", "value": True},
    ]
    assert await colleague.say(PREFERENCES) == []
    await clerk.say(SET, k="appearance", v=None)
    assert [p["key"] for p in await clerk.say(PREFERENCES)] == ["columns.roster", "tour.first-day"]


async def test_two_who_write_one_setting_at_once_leave_one(clerk: Desk) -> None:
    told = await asyncio.gather(
        *[gql(clerk.api, SET, clerk.token, k="appearance", v={"n": i}) for i in range(6)]
    )
    assert all("errors" not in t for t in told)
    (kept,) = await clerk.say(PREFERENCES)
    assert kept["value"]["n"] in range(6)


@pytest.mark.parametrize(
    "key", ["theme", "columns", "columns.", "tour.名", "appearance.x", "columns." + "a" * 61]
)
async def test_a_setting_that_nobody_knows_is_refused(clerk: Desk, key: str) -> None:
    no = await clerk.refused(SET, k=key, v=1)
    assert (no["code"], no["field"]) == ("UNKNOWN_PREFERENCE", "key")


@pytest.mark.parametrize("value", ["x" * 4095, {"k": "汉" * 1400}, 1e300 * 1.0, [1e300] * 20])
async def test_a_setting_is_four_kilobytes_at_most_however_it_is_written(clerk: Desk, value: Any) -> None:
    """Also a number that PostgreSQL writes out in full."""
    told = await gql(clerk.api, SET, clerk.token, k="appearance", v=value)
    if value == 1e300:
        assert "errors" not in told
        return
    error = told["errors"][0]["extensions"]
    assert error["code"] == "PREFERENCE_TOO_BIG"
    assert await clerk.say(PREFERENCES) == []


async def test_settings_have_an_end(clerk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view_rules, "MOST_PREFERENCES", 2)
    await clerk.say(SET, k="tour.a", v=1)
    await clerk.say(SET, k="tour.b", v=1)
    assert (await clerk.refused(SET, k="tour.c", v=1))["code"] == "TOO_MANY_PREFERENCES"
    await clerk.say(SET, k="tour.b", v=2)


async def test_the_database_keeps_settings_to_their_owner_and_to_known_keys(
    city: City, clerk: Desk, sees: asyncpg.Connection
) -> None:
    await clerk.say(SET, k="appearance", v=1)
    async with city.work.read(await city.actor("xiangqiao")) as ctx:
        assert (await ctx.db.execute(sa.text("select count(*) from preference"))).scalar_one() == 0
    insert = "insert into preference (id, account_id, key, value, changed_at) values ($1, $2, $3, $4, now())"
    mine = city.accounts["clerk"].id
    for key, value in (("theme", "1"), ("tour.big", '"' + "x" * 4095 + '"')):
        with pytest.raises(asyncpg.CheckViolationError):
            await sees.execute(insert, new_id(), mine, key, value)


async def test_whoever_is_not_signed_in_keeps_nothing(api: AsyncClient) -> None:
    for text, given in (
        (SAVE, {"page": "p", "name": "n", "query": ""}),
        (SET, {"k": "appearance"}),
        (PREFERENCES, {}),
    ):
        told = await gql(api, text, **given)
        assert told["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"
