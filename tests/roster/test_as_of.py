"""The roster as of any day: whatever is done, today's is the current one and each past day is what the facts say."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.roster.people import People, people_of
from tests.support.postgres import OneOfMany, TestDatabase, TestServer

from bole.roster import career_service, service, standing_service
from bole.roster.forms import EmploymentIn, TalentChangeIn
from bole.roster.models import Talent
from bole.roster.rules import DepartureReason, TalentStatus

FIELDS = "id name status level talentType employerName position unit { code }"
LIST = """query ($d: Date, $l: String, $s: TalentStatus, $u: UUID, $q: String) {
  talents(asOf: $d, level: $l, status: $s, unitId: $u, search: $q) { totalCount nodes { FIELDS } } }"""
ONE = "query ($id: UUID!, $d: Date) { talent(id: $id, asOf: $d) { FIELDS } }"
LIST, ONE = LIST.replace("FIELDS", FIELDS), ONE.replace("FIELDS", FIELDS)
BEGAN = date(2026, 1, 5)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


@dataclass
class Timeline:
    """A city whose days pass as told."""

    people: People
    now: datetime = field(default_factory=lambda: noon(BEGAN))

    def __post_init__(self) -> None:
        self.people.services.now = lambda: self.now

    @property
    def today(self) -> date:
        return self.now.date()

    def go(self, day: date | None = None, days: int = 0) -> None:
        self.now = noon(day) if day else self.now + timedelta(days=days, seconds=1)

    async def do(self, act: Callable[..., Awaitable[Talent]], one: Talent, **given: Any) -> Talent:
        self.go(days=0)
        return await self.people.do(self.people.office, act, talent_id=one.id, **given)

    async def on(self, day: date | None, actor: Any = None, **given: Any) -> dict[str, Any]:
        told = await self.people.gql(
            actor or self.people.office, LIST, d=day.isoformat() if day else None, **given
        )
        return told["talents"]

    async def one(self, who: Talent, day: date | None, actor: Any = None) -> Any:
        told = await self.people.gql(
            actor or self.people.office, ONE, id=str(who.id), d=day.isoformat() if day else None
        )
        return told["talent"]


@pytest.fixture
async def line(people: People) -> Timeline:
    return Timeline(people)


def gone(left_on: date, today: date) -> dict[str, Any]:
    return {
        "left_on": left_on,
        "reason": DepartureReason.RESIGNED,
        "told_to": "市委人才办",
        "told_on": today,
    }


# What holds on a day


async def test_a_figure_of_the_second_quarter_run_again_in_september_still_has_the_level_of_then(
    line: Timeline,
) -> None:
    one = await line.people.enter("林晓岚", level="L4", level_since=BEGAN)
    line.go(date(2026, 7, 6))
    await line.do(
        standing_service.grant_level,
        one,
        version=one.version,
        level="L2",
        since=date(2026, 7, 1),
        basis="认定",
    )
    line.go(date(2026, 9, 10))
    june = date(2026, 6, 30)
    assert [n["name"] for n in (await line.on(june, l="L4"))["nodes"]] == ["林晓岚"]
    assert (await line.on(june, l="L2"))["totalCount"] == 0
    assert (await line.on(date(2026, 7, 1), l="L2"))["totalCount"] == 1
    assert (await line.on(None, l="L2"))["totalCount"] == 1


async def test_a_departure_told_late_counts_from_the_day_one_left(line: Timeline) -> None:
    one = await line.people.enter("林晓岚", employment=EmploymentIn(employer_name="甲厂", position="工程师"))
    line.go(date(2026, 6, 20))
    await line.do(standing_service.leave, one, **gone(date(2026, 5, 1), line.today))
    seen = {d: await line.one(one, d) for d in (date(2026, 4, 30), date(2026, 5, 1), line.today)}
    assert [s["status"] for s in seen.values()] == ["ACTIVE", "LEFT", "LEFT"]
    assert [s["employerName"] for s in seen.values()] == ["甲厂", None, None]
    line.go(date(2026, 7, 10))
    await line.do(standing_service.come_back, one, returned_on=date(2026, 7, 1))
    assert (await line.one(one, date(2026, 6, 30)))["status"] == "LEFT"
    assert (await line.one(one, date(2026, 7, 1)))["status"] == "ACTIVE"


async def test_a_corrected_day_of_departure_moves_the_period(
    line: Timeline, everything: asyncpg.Connection
) -> None:
    one = await line.people.enter("林晓岚")
    line.go(date(2026, 6, 20))
    await line.do(standing_service.leave, one, **gone(date(2026, 5, 1), line.today))
    for left_on in (date(2026, 6, 1), date(2026, 4, 1)):
        await everything.execute("update departure set left_on = $1", left_on)
        assert (await line.one(one, left_on - timedelta(days=1)))["status"] == "ACTIVE"
        assert (await line.one(one, left_on))["status"] == "LEFT"


async def test_nobody_is_in_the_roster_before_they_entered_it(line: Timeline) -> None:
    line.go(date(2026, 3, 1))
    one = await line.people.enter("林晓岚", level="L4", level_since=date(2024, 1, 1))
    assert (await line.on(date(2026, 2, 28)))["totalCount"] == 0
    assert (await line.one(one, date(2026, 2, 28))) is None
    assert (await line.one(one, date(2026, 3, 1)))["level"] == "L4"


async def test_a_search_finds_todays_names_on_the_day_asked(line: Timeline) -> None:
    one = await line.people.enter("林晓岚", unit="xiangqiao")
    line.go(date(2026, 4, 1))
    chaoan = line.people.units["chaoan"]
    await line.do(standing_service.move, one, version=one.version, unit_id=chaoan.id)
    before = date(2026, 3, 31)
    for typed in ("晓岚", "linxiaolan", "林"):
        then = await line.on(before, q=typed, u=str(line.people.units["xiangqiao"].id))
        assert [n["unit"]["code"] for n in then["nodes"]] == ["xiangqiao"], typed
        assert (await line.on(before, q=typed, u=str(chaoan.id)))["totalCount"] == 0
        assert (await line.on(None, q=typed, u=str(chaoan.id)))["totalCount"] == 1


# Who sees it


async def test_a_district_sees_by_name_whom_it_had_then_and_has_today(line: Timeline) -> None:
    xiangqiao, chaoan = line.people.district("xiangqiao"), line.people.district("chaoan")
    stays = await line.people.enter("陈留守", unit="xiangqiao")
    moves = await line.people.enter("林晓岚", unit="xiangqiao")
    line.go(date(2026, 4, 1))
    await line.do(standing_service.move, moves, version=moves.version, unit_id=line.people.units["chaoan"].id)
    march = date(2026, 3, 31)
    assert [n["name"] for n in (await line.on(march, xiangqiao))["nodes"]] == ["陈留守"]
    assert (await line.on(march, chaoan))["totalCount"] == 0
    assert await line.one(moves, march, chaoan) is None
    assert (await line.on(march))["totalCount"] == 2
    assert (await line.one(moves, line.today, chaoan))["unit"]["code"] == "chaoan"
    assert (await line.one(stays, march, xiangqiao))["unit"]["code"] == "xiangqiao"


async def test_nobody_writes_history_by_hand(line: Timeline, roster_db: TestDatabase) -> None:
    one = await line.people.enter("林晓岚")
    for text in (
        "update talent_period set level = 'L1'",
        "delete from talent_period",
        f"select talent_period_put('{one.id}', '2020-01-01', 'infinity', '{{\"level\": \"L1\"}}')",
        f"select talent_period_entered('{one.id}', '2020-01-01')",
    ):
        async with line.people.database.pool("bole_staff").acquire() as c:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await c.execute(text)


async def test_no_two_periods_of_a_person_share_a_day(line: Timeline, everything: asyncpg.Connection) -> None:
    one = await line.people.enter("林晓岚")
    with pytest.raises(asyncpg.ExclusionViolationError):
        await everything.execute(
            'insert into talent_period select (jsonb_populate_record(p, \'{"valid_from": "2026-03-01"}\')).*'
            " from talent_period p where talent_id = $1",
            one.id,
        )


# Rows that arrive by any way


async def test_rows_copied_in_have_their_periods_too(line: Timeline, everything: asyncpg.Connection) -> None:
    one = await line.people.enter("林晓岚")
    unit = line.people.units["chaoan"]
    await everything.execute(
        "create temporary table t (like talent including defaults); insert into t select * from talent"
    )
    await everything.execute(
        "update t set id = uuidv7(), unit_id = $1, unit_path = $2, level = 'L3', level_since = '2026-02-01',"
        " entered_on = '2025-12-01'",
        unit.id,
        unit.path,
    )
    rows = [tuple(r) for r in await everything.fetch("select * from t")]
    columns = [r["attname"] for r in await everything.fetch(
        "select attname from pg_attribute where attrelid = 'talent'::regclass and attnum > 0 order by attnum")]  # fmt: skip
    await everything.copy_records_to_table("talent", records=rows, columns=columns)
    await everything.execute(
        "insert into level_grant (id, talent_id, unit_path, level, valid_from, valid_until) "
        "select uuidv7(), id, unit_path, 'L5', '2026-01-01', '2026-01-31' from t"
    )
    told = await everything.fetch(
        "select level, valid_from from talent_period where talent_id <> $1 order by valid_from", one.id
    )
    assert [tuple(r) for r in told] == [
        (None, date(2025, 12, 1)),
        ("L5", date(2026, 1, 1)),
        ("L3", date(2026, 2, 1)),
    ]
    await everything.execute("delete from level_grant; delete from talent where level = 'L3'")
    assert await everything.fetchval("select count(*) from talent_period") == 1


async def test_a_record_put_back_as_it_was_was_never_otherwise(
    line: Timeline, everything: asyncpg.Connection
) -> None:
    """As un-merging does: the former image, its day included."""
    one = await line.people.enter("林晓岚")
    before = await everything.fetch("select * from talent_period")
    line.go(date(2026, 3, 1))
    closed = await line.do(standing_service.close, one, version=one.version, reason="并入他条")
    assert closed.status is TalentStatus.CLOSED
    assert await everything.fetchval("select count(*) from talent_period") == 2
    await everything.execute(
        "update talent set status = 'active', changed_at = $2 where id = $1", one.id, one.changed_at
    )
    assert await everything.fetch("select * from talent_period") == before


async def test_a_post_struck_out_is_told_of_no_past_day(
    line: Timeline, everything: asyncpg.Connection
) -> None:
    one = await line.people.enter("林晓岚", employment=EmploymentIn(employer_name="甲厂"))
    line.go(date(2026, 6, 1))
    await line.do(standing_service.leave, one, **gone(line.today, line.today))
    assert (await line.one(one, date(2026, 5, 1)))["employerName"] == "甲厂"
    await everything.execute("delete from employment where talent_id = $1", one.id)
    assert (await line.one(one, date(2026, 5, 1)))["employerName"] is None


# Whatever is done


@dataclass
class Replay:
    """What the facts say, told one after the other: each holds from its day on, over what was told before."""

    entered: date
    facts: list[tuple[str, date, Any]] = field(default_factory=list)

    def tell(self, what: str, since: date, value: Any) -> None:
        self.facts.append((what, since, value))

    def on(self, day: date) -> dict[str, Any] | None:
        if day < self.entered:
            return None
        told: dict[str, Any] = {}
        for what, since, value in self.facts:
            if max(since, self.entered) <= day:
                told[what] = value
        return told


ACTS = ("level", "no_level", "ask", "confirm", "leave", "back", "move", "type", "work", "end_work", "rename")
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 40), st.integers(0, 60), st.integers(0, 3)),
    min_size=1,
    max_size=8,
)
TYPE = ("education", "health", "science")
UNITS = ("xiangqiao", "chaoan", "raoping", "fengxi")


@pytest.fixture(scope="module")
async def one_city(postgres: TestServer, roster_template: str) -> Any:
    mine = await postgres.fresh(roster_template)
    opened = OneOfMany(mine.app, size=3)
    yield await people_of(opened)
    await opened.close()
    await postgres.drop(mine)


@given(steps=STEPS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_each_day_is_what_a_replay_of_the_facts_says(one_city: People, steps: list[Any]) -> None:
    line = Timeline(one_city)
    one = await one_city.enter("林晓岚", level="L5", level_since=BEGAN)
    replay = Replay(BEGAN)
    for what, value in (
        ("status", "active"),
        ("level", "L5"),
        ("unit", "xiangqiao"),
        ("type", None),
        ("work", None),
    ):
        replay.tell(what, BEGAN, value)
    days = {BEGAN, BEGAN - timedelta(days=1)}
    main: tuple[str, date] | None = None
    for n, (act, later, back, pick) in enumerate(steps):
        line.go(days=later)
        today, since = line.today, line.today - timedelta(days=back)
        here = (
            await one_city.gql(
                one_city.office,
                "query ($id: UUID!) { talent(id: $id) { version status level levelSince unit { code } employments { id main startedOn } } }",
                id=str(one.id),
            )
        )["talent"]
        version, present = here["version"], here["status"] in ("ACTIVE", "STALE")
        if act in ("level", "no_level") and present:
            to = f"L{1 + pick}" if act == "level" else None
            if to == here["level"] or (here["levelSince"] and since.isoformat() <= here["levelSince"]):
                continue
            await line.do(
                standing_service.grant_level, one, version=version, level=to, since=since, basis="认定"
            )
            replay.tell("level", since, to)
        elif act == "ask" and here["status"] == "ACTIVE":
            await line.do(standing_service.ask_update, one)
            replay.tell("status", today, "stale")
        elif act == "confirm" and here["status"] == "STALE":
            await line.do(standing_service.confirm, one)
            replay.tell("status", today, "active")
        elif act == "leave" and present:
            await line.do(standing_service.leave, one, **gone(since, today))
            replay.tell("status", since, "left")
            left_on = since
            if main is not None:
                replay.tell("work", max(since, main[1]), None)
                days.add(main[1])
                main = None
        elif act == "back" and here["status"] == "LEFT":
            on = max(since, left_on)
            await line.do(standing_service.come_back, one, returned_on=on)
            replay.tell("status", on, "active")
            days.add(on)
        elif act == "move" and present and here["unit"]["code"] != UNITS[pick]:
            await line.do(standing_service.move, one, version=version, unit_id=one_city.units[UNITS[pick]].id)
            replay.tell("unit", today, UNITS[pick])
        elif act == "type" and present:
            await line.do(
                service.change,
                one,
                version=version,
                change=TalentChangeIn(talent_type=TYPE[n % len(TYPE)], specialty=f"第{n}"),
            )
            replay.tell("type", today, TYPE[n % len(TYPE)])
        elif act == "work" and present:
            work = EmploymentIn(employer_name=f"第{n}厂", position="工程师", started_on=since)
            await line.do(career_service.add_employment, one, employment=work)
            replay.tell("work", since, f"第{n}厂")
            main = (f"第{n}厂", since)
        elif act == "end_work" and present and main is not None:
            held = next(e for e in here["employments"] if e["main"])
            ended = max(since, main[1])
            line.go(days=0)
            await one_city.do(
                one_city.office, career_service.end_employment, employment_id=held["id"], ended_on=ended
            )
            replay.tell("work", ended, None)
            days.add(ended)
            main = None
        elif act == "rename" and present:
            await line.do(
                service.change,
                one,
                version=version,
                change=TalentChangeIn(name=f"林{'甲乙丙丁戊己庚辛'[n]}岚"),
            )
        days |= {today, since, since - timedelta(days=1), since + timedelta(days=1)}
    keys = [line.today, *sorted(d for d in days if d <= line.today)]
    for day in keys:
        seen, told = await line.one(one, day), replay.on(day)
        if told is None:
            assert seen is None, day
            continue
        facts = {
            "status": seen["status"].lower(),
            "level": seen["level"],
            "unit": seen["unit"]["code"],
            "type": seen["talentType"],
            "work": seen["employerName"],
        }
        assert facts == told, day
    assert await line.one(one, line.today) == await line.one(one, None)
