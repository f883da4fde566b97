"""Publishing entries and calendars: old versions end, what was is kept, what moved is told."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import col, select

from bole.catalogue import calendar_service, days, lookup, rules, service
from bole.catalogue.calendar_jobs import tell_years_ahead
from bole.catalogue.catalogue import Level
from bole.catalogue.days import Holiday
from bole.catalogue.events import EntryPublished, EntryWithdrawn, WorkCalendarPublished
from bole.catalogue.models import Entry, WorkDay, WorkYear
from bole.catalogue.work_calendar import work_calendar
from bole.core.calendar import DayKind, DayStatus
from bole.core.clock import SHANGHAI
from bole.core.errors import InvalidInput

L4 = {"kind": "level", "code": "L4", "name": "拔尖人才", "source": "重点人才目录（2027）"}
BODY = {"ordinal": 4, "label": "第四层次", "criteria": [{"text": "省级工艺美术大师"}]}
NOTICE_2027 = "国务院办公厅关于2027年部分节假日安排的通知"


# Entries ----------------------------------------------------------------------------------------------


async def test_a_new_version_ends_the_old_one_and_both_are_kept(in_city):
    async with in_city() as ctx:
        start = ctx.today + timedelta(days=30)
        told = await service.publish_entry(ctx, **L4, body=BODY, valid_from=start)
        assert ctx.emitted == [EntryPublished(told.id, "level", "L4", 2, start)]
    async with in_city() as ctx:
        before = await lookup.entry(ctx, "level", "L4", start - timedelta(days=1))
        after = await lookup.entry(ctx, "level", "L4", start)
        assert (before.number, before.valid_until) == (1, start - timedelta(days=1))
        assert (after.number, after.valid_until) == (2, None)
        assert before.body["criteria"] != after.body["criteria"]
        assert after.position == before.position, "a new version keeps its place in the list"
        assert (after.published_by, after.published_by_name) == (ctx.actor.id, ctx.actor.name)


async def test_bodies_come_as_their_shape_and_in_order(in_city):
    async with in_city() as ctx:
        levels = await lookup.bodies(ctx, Level)
        assert [level.label for level in levels.values()] == [f"第{n}层次" for n in "一二三四五"]
        assert (await lookup.body(ctx, Level, "L1")).ordinal == 1
        with pytest.raises(rules.NotOffered, match="人才层次"):
            await lookup.body(ctx, Level, "L9")


async def test_a_body_that_does_not_fit_changes_nothing(in_city):
    with pytest.raises(InvalidInput):
        async with in_city() as ctx:
            await service.publish_entry(
                ctx, **L4, body={**BODY, "bonus": 1}, valid_from=ctx.today + timedelta(days=1)
            )
    async with in_city() as ctx:
        assert (await lookup.entry(ctx, "level", "L4", date(2099, 1, 1))).number == 1


async def test_a_version_from_today_is_in_the_past_already(in_city):
    async with in_city() as ctx:
        with pytest.raises(rules.PublishedInThePast):
            await service.publish_entry(ctx, **L4, body=BODY, valid_from=ctx.today)
        told = await service.publish_entry(ctx, **L4, body=BODY, valid_from=ctx.today, allow_past=True)
        assert told.number == 2


async def test_of_two_who_publish_at_once_one_is_refused(in_city):
    async def publish(days_ahead: int) -> str:
        try:
            async with in_city() as ctx:
                start = ctx.today + timedelta(days=days_ahead)
                await service.publish_entry(ctx, **L4, body={**BODY, "ordinal": days_ahead}, valid_from=start)
        except rules.VersionOverlaps:
            return "refused"
        return "published"

    answers = await asyncio.gather(*(publish(5) for _ in range(3)))
    assert sorted(answers) == ["published", "refused", "refused"]


async def test_a_withdrawn_entry_is_offered_until_its_last_day(in_city):
    async with in_city() as ctx:
        gone = await service.withdraw_entry(ctx, kind="card_service", code="transit", last_day=ctx.today)
        assert ctx.emitted == [EntryWithdrawn(gone.id, "card_service", "transit", ctx.today)]
    async with in_city() as ctx:
        assert await lookup.entry(ctx, "card_service", "transit", ctx.today)
        with pytest.raises(rules.NotOffered):
            await lookup.entry(ctx, "card_service", "transit", ctx.today + timedelta(days=1))
        with pytest.raises(rules.NothingPublished):
            await service.withdraw_entry(ctx, kind="level", code="L9", last_day=ctx.today)


async def test_nobody_withdraws_an_entry_for_the_past(in_city):
    async with in_city() as ctx:
        with pytest.raises(rules.WithdrawnInThePast):
            await service.withdraw_entry(ctx, kind="level", code="L5", last_day=ctx.today - timedelta(days=1))


async def test_two_versions_are_compared_leaf_by_leaf(in_city):
    async with in_city() as ctx:
        old = await lookup.entry(ctx, "card_service", "checkup")
        body = {**old.body, "pool": {"period": "year", "quota": 300}}
        await service.publish_entry(
            ctx,
            kind="card_service",
            code="checkup",
            name=old.name,
            source=old.source,
            body=body,
            valid_from=ctx.today + timedelta(days=1),
        )
        told = await service.entry_difference(ctx, kind="card_service", code="checkup", before=1, after=2)
        assert told == [rules.Difference("pool.quota", 200, 300)]
        with pytest.raises(rules.NothingPublished, match="第 9 版"):
            await service.entry_difference(ctx, kind="card_service", code="checkup", before=1, after=9)


async def test_kinds_are_counted_as_of_today(in_city):
    async with in_city() as ctx:
        counted = {k.kind: k.in_force for k in await service.entry_kinds(ctx)}
    assert counted["level"] == 5
    assert counted["talent_type"] == 8
    assert counted["card_service"] == 18
    assert counted["role"] == 15


async def test_a_kind_tells_in_words_what_its_bodies_say(in_city):
    async with in_city() as ctx:
        cadence = next(k for k in await service.entry_kinds(ctx) if k.kind == "contact_cadence")
    said = {f["key"]: f for f in cadence.fields}
    assert said["settle_days"]["label"] == "新安排至少给多少天完成首次联系"
    assert said["modes_that_count"]["choices"]["visit"] == "走访"
    levels = {f["key"]: f for f in said["levels"]["fields"]}
    assert levels["leader_level"]["choices"] == {
        "city": "市领导",
        "department": "部门主要领导",
        "county": "县区领导",
        "town": "镇街领导",
    }
    assert levels["months"]["required"] and not levels["aligned"]["required"]


# Calendar ---------------------------------------------------------------------------------------------


def notice(**more) -> list[Holiday]:
    return [
        Holiday(name="元旦", first=date(2027, 1, 1), last=date(2027, 1, 3)),
        Holiday(
            name="春节",
            first=date(2027, 2, 5),
            last=date(2027, 2, 11),
            workdays=(date(2027, 1, 31), date(2027, 2, 20)),
            **more,
        ),
    ]


async def test_a_published_notice_takes_the_place_of_the_guess(in_city):
    async with in_city() as ctx:
        assert (await work_calendar(ctx))[date(2027, 2, 9)].working
        year = await calendar_service.publish_work_calendar(
            ctx, year=2027, source=NOTICE_2027, holidays=notice()
        )
        (fact,) = ctx.emitted
        assert isinstance(fact, WorkCalendarPublished)
        assert year.status is DayStatus.OFFICIAL and year.published_by == ctx.actor.id
    assert fact.year == 2027 and len(fact.changed) == 365, "every day of the year became certain"
    async with in_city() as ctx:
        calendar = await work_calendar(ctx)
        assert calendar[date(2027, 2, 9)].kind is DayKind.HOLIDAY
        assert calendar[date(2027, 2, 20)].kind is DayKind.MAKEUP
        assert calendar[date(2027, 2, 9)].source == NOTICE_2027
        assert calendar[date(2027, 4, 5)].working, (
            "the notice does not speak of 清明节, so nothing is guessed of it"
        )
        rows = (await ctx.db.exec(select(WorkDay).where(col(WorkDay.set_by) == 2027))).all()
        assert {r.status for r in rows} == {DayStatus.OFFICIAL}


async def test_a_corrected_notice_tells_only_what_moved(in_city):
    async with in_city() as ctx:
        await calendar_service.publish_work_calendar(ctx, year=2027, source=NOTICE_2027, holidays=notice())
    longer = [
        *notice()[:1],
        notice()[1].model_copy(update={"last": date(2027, 2, 12), "source": "延长假期的通知"}),
    ]
    async with in_city() as ctx:
        await calendar_service.publish_work_calendar(ctx, year=2027, source=NOTICE_2027, holidays=longer)
        assert ctx.emitted[-1].changed == (date(2027, 2, 12),)
        assert (await work_calendar(ctx))[date(2027, 2, 12)].source == "延长假期的通知"


async def test_an_official_year_does_not_become_a_guess_again(in_city):
    async with in_city() as ctx:
        with pytest.raises(days.NoticeThere, match="国办发明电〔2025〕7号"):
            await calendar_service.publish_work_calendar(
                ctx,
                year=2026,
                source="推算",
                holidays=[Holiday(name="元旦", first=date(2026, 1, 1), last=date(2026, 1, 1))],
                status=DayStatus.PROVISIONAL,
            )


async def test_new_years_notice_changes_the_december_before(in_city):
    reaching_back = [
        Holiday(name="元旦", first=date(2026, 12, 31), last=date(2027, 1, 2), workdays=(date(2026, 12, 27),)),
        *notice()[1:],
    ]
    async with in_city() as ctx:
        await calendar_service.publish_work_calendar(
            ctx, year=2027, source=NOTICE_2027, holidays=reaching_back
        )
        changed = ctx.emitted[-1].changed
        assert {date(2026, 12, 27), date(2026, 12, 31)} <= set(changed)
    async with in_city() as ctx:
        calendar = await work_calendar(ctx)
        assert not calendar.is_working(date(2026, 12, 31)) and calendar.is_working(date(2026, 12, 27))
        # published again without it, December is what it was
        await calendar_service.publish_work_calendar(ctx, year=2027, source=NOTICE_2027, holidays=notice())
        assert {date(2026, 12, 27), date(2026, 12, 31)} <= set(ctx.emitted[-1].changed)
        calendar = await work_calendar(ctx)
        assert calendar.is_working(date(2026, 12, 31)) and not calendar.is_working(date(2026, 12, 27))


async def test_the_year_before_published_again_leaves_a_later_notices_december(in_city):
    async with in_city() as ctx:
        year = (await ctx.db.exec(select(WorkYear).where(col(WorkYear.year) == 2018))).one()
        holidays = [Holiday(name="国庆节", first=date(2018, 10, 1), last=date(2018, 10, 7))]
        await calendar_service.publish_work_calendar(ctx, year=2018, source=year.source, holidays=holidays)
        calendar = await work_calendar(ctx)
        assert calendar[date(2018, 12, 31)].kind is DayKind.HOLIDAY
        assert calendar[date(2018, 2, 15)].kind is DayKind.WORKDAY


async def test_a_year_nobody_knew_gets_a_row_for_every_day(in_city):
    async with in_city() as ctx:
        await calendar_service.publish_work_calendar(
            ctx,
            year=2028,
            source="2028年放假通知尚未发布，按法定节日推算",
            holidays=[Holiday(name="元旦", first=date(2028, 1, 1), last=date(2028, 1, 1))],
            status=DayStatus.PROVISIONAL,
        )
        assert ctx.emitted[-1].changed == ()
        rows = (await ctx.db.exec(select(WorkDay).where(col(WorkDay.set_by) == 2028))).all()
        assert len(rows) == 366


async def test_a_year_without_a_notice_is_provisional_before_anybody_counts_into_it(in_city):
    async with in_city() as ctx:
        ctx.now = datetime(2027, 1, 1, 0, 30, tzinfo=SHANGHAI)
        assert await tell_years_ahead(ctx) == [2028]
        assert await tell_years_ahead(ctx) == []
        calendar = await work_calendar(ctx)
        told = calendar.explain(date(2027, 12, 30), 3)
        assert told.end == date(2028, 1, 4) and told.provisional
        assert not calendar.is_working(date(2028, 10, 3)) and calendar.is_working(date(2028, 10, 4))
        assert ctx.emitted[-1].year == 2028 and ctx.emitted[-1].changed == ()
        ctx.now = datetime(2027, 11, 5, 9, tzinfo=SHANGHAI)
        holidays = [Holiday(name="元旦", first=date(2028, 1, 1), last=date(2028, 1, 3))]
        await calendar_service.publish_work_calendar(ctx, year=2028, source="国办发明电", holidays=holidays)
        calendar = await work_calendar(ctx)
        assert calendar.explain(date(2027, 12, 30), 3).end == date(2028, 1, 5)


async def test_years_long_past_without_a_calendar_are_caught_up_with_when_the_clock_stands_there(in_city):
    async with in_city() as ctx:
        ctx.now = datetime(2031, 6, 1, tzinfo=SHANGHAI)
        assert await tell_years_ahead(ctx) == [2031, 2032]


# Over GraphQL -----------------------------------------------------------------------------------------


async def test_entries_are_listed_with_their_label(ask):
    answer = await ask('{ entries(kind: "card_tier") { code name isDemo source body validUntil } }')
    gold = answer["data"]["entries"][0]
    assert gold["code"] == "gold" and gold["isDemo"] and gold["source"] == "演示数据"
    assert gold["body"] == {"scheme": "youcai", "levels": ["L1", "L2"], "face": "gold"}
    assert [e["name"] for e in answer["data"]["entries"]] == ["金卡", "银卡", "普通卡"]


async def test_a_version_is_published_compared_and_listed_newest_first(ask):
    published = await ask(
        """mutation ($body: JSON!) { publishEntry(kind: "card_tier", code: "gold", name: "金卡",
           source: "市委人才办文件", validFrom: "2099-01-01", body: $body) { number isDemo body } }""",
        body={"scheme": "youcai", "levels": ["L1", "L2", "L3"], "face": "gold"},
    )
    assert published["data"]["publishEntry"]["number"] == 2
    assert published["data"]["publishEntry"]["isDemo"] is False
    both = await ask(
        """{ entryVersions(kind: "card_tier", code: "gold") { number validFrom validUntil }
             entryDifference(kind: "card_tier", code: "gold", before: 1, after: 2) { path before after } }"""
    )
    assert [v["number"] for v in both["data"]["entryVersions"]] == [2, 1]
    assert both["data"]["entryVersions"][1]["validUntil"] == "2098-12-31"
    assert {"path": "levels", "before": ["L1", "L2"], "after": ["L1", "L2", "L3"]} in both["data"][
        "entryDifference"
    ]


async def test_a_wrong_body_is_refused_by_its_field(ask):
    answer = await ask(
        """mutation ($body: JSON!) { publishEntry(kind: "card_tier", code: "gold", name: "金卡",
           source: "文件", validFrom: "2099-01-01", body: $body) { number } }""",
        body={"scheme": "youcai", "levels": [], "face": "gold"},
    )
    assert answer["errors"][0]["extensions"]["code"] == "INVALID_INPUT"
    assert answer["errors"][0]["extensions"]["field"] == "body.levels"


async def test_days_and_years_are_shown(ask):
    answer = await ask(
        """{ workYears { year status } workDays(fromDay: "2026-10-08", toDay: "2026-10-11") { day kind name status } }"""
    )
    assert answer["data"]["workYears"][-1] == {"year": 2027, "status": "PROVISIONAL"}
    assert [(d["day"], d["kind"]) for d in answer["data"]["workDays"]] == [
        ("2026-10-08", "WORKDAY"),
        ("2026-10-09", "WORKDAY"),
        ("2026-10-10", "MAKEUP"),
        ("2026-10-11", "WEEKEND"),
    ]


async def test_a_calendar_is_published_over_graphql(ask):
    answer = await ask(
        """mutation ($h: [HolidayIn!]!) { publishWorkCalendar(year: 2027, source: "2027年放假通知", holidays: $h) {
             year status source } }""",
        h=[{"name": "元旦", "first": "2027-01-01", "last": "2027-01-03"}],
    )
    assert answer["data"]["publishWorkCalendar"] == {
        "year": 2027, "status": "OFFICIAL", "source": "2027年放假通知",
    }  # fmt: skip


async def test_reading_is_not_publishing(ask, officer):
    from bole.core.permissions import Permission

    reader = replace(officer, permissions=frozenset({Permission.CATALOGUE_READ}))
    answer = await ask(
        'mutation { withdrawEntry(kind: "level", code: "L5", lastDay: "2099-01-01") { id } }', as_actor=reader
    )
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_what_was_published_stands_in_the_outbox_and_the_audit(in_city, city_db):
    import asyncpg

    async with in_city() as ctx:
        ctx.performed.append("catalogue.publish_entry")
        told = await service.publish_entry(ctx, **L4, body=BODY, valid_from=ctx.today + timedelta(days=1))
    sees = await asyncpg.connect(city_db.superuser)
    try:
        fact = await sees.fetchrow("select fact, body from outbox where fact = 'EntryPublished'")
        rows = await sees.fetchval("select rows from audit where operations @> '{catalogue.publish_entry}'")
    finally:
        await sees.close()
    assert '"number": 2' in fact["body"]
    assert f"catalogue_entry/{told.id}" in rows
    async with in_city() as ctx:
        assert await ctx.db.get(Entry, told.id)


async def test_a_year_out_of_reach_and_a_nameless_paper_are_refused(in_city):
    async with in_city() as ctx:
        for year, source, field in ((1999, "通知", "year"), (2027, " ", "source")):
            with pytest.raises(InvalidInput) as refused:
                await calendar_service.publish_work_calendar(ctx, year=year, source=source, holidays=notice())
            assert refused.value.field == field
