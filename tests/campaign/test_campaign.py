"""每季一更新: who is asked, what answers, what becomes of whom nobody answered for."""

from datetime import date, timedelta

import asyncpg
import pytest
from tests.campaign.quarter import OPENED, Quarterly
from tests.roster.test_as_of import gone

from bole.campaign import answering_service, reactions, rules, service, timers
from bole.core.actor import PLATFORM
from bole.core.context import Work
from bole.core.errors import Forbidden, NotFound
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.merge.events import TalentsMerged, TalentsParted
from bole.roster import service as roster
from bole.roster import standing_service
from bole.roster.forms import TalentChangeIn
from bole.roster.rules import DepartureReason

PROGRESS = """query ($c: UUID!, $u: UUID) { campaignProgress(campaignId: $c, unitId: $u)
  { unit closed records pending confirmed changed left unconfirmed rate } }"""


async def progress(
    city: Quarterly, campaign_id: object, actor: object = None
) -> dict[str, dict[str, object]]:
    told = await city.people.gql(actor or city.people.office, PROGRESS, c=str(campaign_id))  # type: ignore[arg-type]
    return {row["unit"]: row for row in told["campaignProgress"]}


# Opened


async def test_everybody_in_the_roster_is_asked_about_and_who_comes_later_is_not(city: Quarterly) -> None:
    here = await city.people.enter("林一")
    stale = await city.people.enter("林二", unit="chaoan")
    await city.do(standing_service.ask_update, stale)
    candidate = await city.people.enter("林三", candidate=True)
    campaign = await city.opened()
    later = await city.people.enter("林四")
    assert campaign.due_on == date(2026, 7, 22)  # fifteen working days
    assert campaign.remind_on == date(2026, 7, 17)
    assert (await city.status(campaign, here))[0] == (await city.status(campaign, stale))[0] == "pending"
    assert await city.item(campaign, candidate) is None
    assert await city.item(campaign, later) is None


async def test_the_due_day_explains_itself(city: Quarterly) -> None:
    campaign = await city.opened()
    told = await city.people.gql(
        city.people.office,
        "query ($c: UUID!) { campaignDue(campaignId: $c) { dueOn summary } }",
        c=str(campaign.id),
    )
    assert told["campaignDue"] == {"dueOn": "2026-07-22", "summary": "07-01→07-22：周末不计，共 15 个工作日"}


async def test_a_quarter_has_one_campaign_and_none_ahead_of_time(city: Quarterly) -> None:
    await city.opened()
    for quarter, refusal in (("2026Q2", rules.CampaignThere), ("2026Q4", rules.QuarterAhead)):
        with pytest.raises(refusal):
            await city.people.do(city.people.office, service.open_campaign, quarter=quarter)


async def test_only_the_office_opens_one(city: Quarterly) -> None:
    told = await city.people.told(
        city.people.district("chaoan", Permission.CAMPAIGN_MANAGE),
        'mutation { openCampaign(quarter: "2026Q2") { id } }',
    )
    assert told["errors"][0]["extensions"]["code"] == Forbidden.code()


# Answered


async def test_a_unit_answers_for_its_own_alone(city: Quarterly) -> None:
    mine, other = await city.people.enter("林一"), await city.people.enter("陈二", unit="chaoan")
    campaign = await city.opened()
    told = await city.confirm(campaign, mine, other, by=city.people.district("xiangqiao"))
    assert [r.done for r in told.rows] == [True, False]
    assert "您范围之外" in told.rows[1].words
    assert (await city.status(campaign, mine))[0] == "confirmed"
    assert (await city.status(campaign, other))[0] == "pending"


async def test_of_two_officers_the_second_is_told_who_did_it(city: Quarterly) -> None:
    one = await city.people.enter("林一")
    campaign = await city.opened()
    await city.confirm(campaign, one, by=city.people.district("xiangqiao"))
    told = await city.confirm(campaign, one)
    assert (told.done, told.rows[0].done) == (0, False)
    assert "湘桥" in told.rows[0].words


async def test_a_confirmation_is_taken_back_while_it_is_fresh_and_by_whom_it_was_given(
    city: Quarterly,
) -> None:
    one, two = await city.people.enter("林一"), await city.people.enter("林二")
    await city.do(standing_service.ask_update, one)
    campaign = await city.opened()
    district = city.people.district("xiangqiao")
    await city.confirm(campaign, one, two, by=district)
    assert await city.status(campaign, one) == ("confirmed", "active")
    ids = [await city.item_id(campaign, one)]
    by_other = await city.people.do(city.people.office, answering_service.undo_items, item_ids=ids)
    assert by_other.done == 0 and "湘桥" in by_other.rows[0].words
    assert (await city.people.do(district, answering_service.undo_items, item_ids=ids)).done == 1
    assert await city.status(campaign, one) == ("pending", "stale")
    city.now += timedelta(minutes=31)
    late = await city.people.do(
        district, answering_service.undo_items, item_ids=[await city.item_id(campaign, two)]
    )
    assert late.done == 0 and "30 分钟" in late.rows[0].words


async def test_an_edit_is_an_answer_and_a_move_is_none(city: Quarterly) -> None:
    one, two = await city.people.enter("林一"), await city.people.enter("林二")
    campaign = await city.opened()
    await city.do(roster.change, one, version=one.version, change=TalentChangeIn(specialty="陶瓷"))
    chaoan = city.people.units["chaoan"]
    await city.do(standing_service.move, two, version=two.version, unit_id=chaoan.id)
    await city.deliver()
    assert (await city.status(campaign, one))[0] == "changed"
    assert (await city.status(campaign, two))[0] == "pending"
    rows = await progress(city, campaign.id)
    assert rows[chaoan.name]["pending"] == 1  # asked of the unit that has the person now
    told = await city.confirm(campaign, two, by=city.people.district("chaoan"))
    assert told.done == 1


async def test_who_left_is_answered_for_with_the_reason_and_counts_from_that_day(city: Quarterly) -> None:
    one, two = await city.people.enter("林一"), await city.people.enter("林二")
    campaign = await city.opened()
    given = gone(date(2026, 6, 1), city.today) | {"reason": DepartureReason.RETIRED}
    item_id = await city.item_id(campaign, one)
    await city.people.do(city.people.office, answering_service.mark_left, item_id=item_id, **given)
    await city.do(standing_service.leave, two, **gone(city.today, city.today))
    await city.deliver()
    assert await city.status(campaign, one) == await city.status(campaign, two) == ("left", "left")
    assert (await city.one(one, date(2026, 5, 31)))["status"] == "ACTIVE"
    assert (await city.one(one, date(2026, 6, 1)))["status"] == "LEFT"


async def test_a_record_merged_away_is_not_asked_about_any_more(city: Quarterly) -> None:
    one = await city.people.enter("林一")
    campaign = await city.opened()
    await city.do(standing_service.close, one, version=one.version, reason="并入他条")
    told = await city.confirm(campaign, one)
    assert told.done == 0 and "注销" in told.rows[0].words
    await city.deliver()
    assert (await city.status(campaign, one))[0] == "dropped"
    assert all(row["records"] == 0 for row in (await progress(city, campaign.id)).values())


async def test_two_records_merged_are_asked_about_once_and_parted_twice(city: Quarterly) -> None:
    stays, goes = await city.people.enter("林一"), await city.people.enter("林二")
    campaign = await city.opened()
    async with Work(city.people.services).write(PLATFORM) as ctx:
        await reactions.a_record_merged_away_is_not_asked_about(
            ctx, TalentsMerged(new_id(), stays.id, goes.id)
        )
    assert (await city.status(campaign, stays))[0] == "pending"
    assert (await city.status(campaign, goes))[0] == "dropped"
    for _ in range(2):  # told twice, it is one
        async with Work(city.people.services).write(PLATFORM) as ctx:
            fact = TalentsParted(new_id(), stays.id, goes.id)
            await reactions.whoever_is_back_is_asked_about_again(ctx, fact)
    assert (await city.status(campaign, goes))[0] == "pending"


async def test_people_of_a_dissolved_unit_are_answered_for_by_the_unit_above(
    city: Quarterly, everything: asyncpg.Connection
) -> None:
    town = await everything.fetchrow(
        "select id, code, name from unit where kind = 'town' and parent_id = $1 limit 1",
        city.people.units["xiangqiao"].id,
    )
    one = await city.people.enter("林一", unit=town["code"])
    campaign = await city.opened()
    await everything.execute("update unit set valid_until = '2026-07-01' where id = $1", town["id"])
    city.go(days=1)
    rows = await progress(city, campaign.id, city.people.district("xiangqiao"))
    assert rows[town["name"]]["closed"] is True
    assert (await city.confirm(campaign, one, by=city.people.district("xiangqiao"))).done == 1


# Due


async def test_whom_nobody_answered_for_turns_stale_once_and_a_late_word_brings_them_back(
    city: Quarterly, everything: asyncpg.Connection
) -> None:
    done, late, never = [await city.people.enter(name) for name in ("林一", "林二", "林三")]
    campaign = await city.opened()
    await city.confirm(campaign, done)
    await city.night(campaign.due_on)
    assert await city.status(campaign, late) == ("pending", "active")  # the last day is whole
    for _ in range(2):
        await city.night(campaign.due_on + timedelta(days=1))
        assert await city.status(campaign, done) == ("confirmed", "active")
        assert (
            await city.status(campaign, late)
            == await city.status(campaign, never)
            == ("unconfirmed", "stale")
        )
    assert (
        await everything.fetchval("select version from talent where id = $1", never.id) == never.version + 1
    )
    assert (await city.confirm(campaign, late)).done == 1
    assert await city.status(campaign, late) == ("late", "active")
    row = next(iter((await progress(city, campaign.id)).values()))
    assert (row["records"], row["confirmed"], row["unconfirmed"]) == (3, 2, 1)


async def test_an_edit_of_a_stale_record_brings_it_up_to_date(city: Quarterly) -> None:
    one = await city.people.enter("林一")
    campaign = await city.opened()
    await city.night(campaign.due_on + timedelta(days=1))
    await city.do(roster.change, one, version=one.version + 1, change=TalentChangeIn(specialty="陶瓷"))
    await city.deliver()
    assert await city.status(campaign, one) == ("late", "active")


async def test_the_office_may_end_it_early_with_a_reason(city: Quarterly) -> None:
    one = await city.people.enter("林一")
    campaign = await city.opened()
    with pytest.raises(rules.NotEmptyReason):
        await city.people.do(city.people.office, service.close_campaign, campaign_id=campaign.id, reason=" ")
    await city.people.do(city.people.office, service.close_campaign, campaign_id=campaign.id, reason="已核完")
    await timers.lapse(city.people.services, campaign_id=str(campaign.id))
    assert await city.status(campaign, one) == ("unconfirmed", "stale")
    with pytest.raises(rules.CampaignOver):
        await city.people.do(
            city.people.office, service.close_campaign, campaign_id=campaign.id, reason="再来一次"
        )


async def test_a_night_that_was_cut_short_goes_on_the_next(
    city: Quarterly, everything: asyncpg.Connection
) -> None:
    one = await city.people.enter("林一")
    campaign = await city.opened()
    await city.people.do(city.people.office, service.close_campaign, campaign_id=campaign.id, reason="已核完")
    assert (await city.status(campaign, one))[0] == "pending"  # the job never ran
    await timers.night(city.people.services)
    assert (await city.status(campaign, one))[0] == "unconfirmed"
    assert await everything.fetchval("select count(*) from talent_period where status = 'stale'") == 1


# Urged


async def test_nothing_is_urged_where_nothing_is_behind(city: Quarterly) -> None:
    one = await city.people.enter("林一")
    campaign = await city.opened()
    await city.confirm(campaign, one)
    unit = city.people.units["xiangqiao"]
    with pytest.raises(rules.NothingToUrge, match=unit.name):
        await city.people.do(city.people.office, service.urge, campaign_id=campaign.id, unit_id=unit.id)
    with pytest.raises(NotFound):
        await city.people.do(city.people.office, service.urge, campaign_id=unit.id, unit_id=unit.id)


async def test_the_reminder_comes_once_and_not_before_its_day(
    city: Quarterly, everything: asyncpg.Connection
) -> None:
    await city.people.enter("林一")
    campaign = await city.opened()
    reminded = "select reminded_on from campaign"
    await city.night(OPENED + timedelta(days=1))
    assert await everything.fetchval(reminded) is None
    for day in (campaign.remind_on, campaign.remind_on + timedelta(days=1)):
        await city.night(day)
        assert await everything.fetchval(reminded) == campaign.remind_on
