"""每月对账: what a counter used in a month, what came back, and until when it may take back by itself."""

import csv
import io
from datetime import date, datetime, timedelta

import pytest
import time_machine
from sqlmodel import col, select
from tests.card.world import SHANGHAI, City, at

from bole.card import month_service, use_service
from bole.card.graphql import _reversible_until
from bole.card.month_service import ServiceMonth, as_csv
from bole.card.quota_models import Redemption
from bole.card.quota_rules import ReversalTooLate
from bole.core.actor import Actor
from bole.core.context import Work
from bole.core.errors import InvalidInput


async def month(city: City, who: Actor, told: str) -> month_service.CounterMonth:
    async with Work(city.services).read(who) as ctx:
        return await month_service.counter_month(ctx, month=told)


async def take_back(city: City, who: Actor, made: dict, reason: str = "") -> None:
    key = f"back {made['id']}"
    await city.do(who, use_service.reverse_redemption, redemption_id=made["id"], key=key, reason=reason)


async def test_a_month_tells_uses_reversals_and_net_of_each_service_of_this_counter_alone(city: City):
    hospital = await city.partner("医院", "checkup", "vip_lounge", "venues")
    other = await city.partner("车站", "vip_lounge")
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        await city.redeem(hospital, card, "vip_lounge", amount=2)
        wrong = await city.redeem(hospital, card, "vip_lounge")
        await city.redeem(other, card, "vip_lounge")
    with at("2026-03-31", 23, 59):
        await city.redeem(hospital, card, "venues")
    with at("2026-03-02", 12):
        await take_back(city, hospital, wrong)
    with at("2026-04-04"):
        told = await month(city, hospital, "2026-03")
    first = date(2026, 4, 5)
    assert told.month == "2026-03" and told.provider_name == "医院"
    assert told.services == [
        ServiceMonth("venues", "体育文化场馆", 1, 0, 1, first, False),
        ServiceMonth("vip_lounge", "机场、高铁贵宾通道", 3, 1, 2, first, False),
    ]
    with at("2026-04-05"):
        assert all(s.settled for s in (await month(city, hospital, "2026-03")).services)
        assert (await month(city, hospital, "2026-02")).services == []
        assert [s.net for s in (await month(city, other, "2026-03")).services] == [1]


async def test_a_use_reversed_after_settlement_moves_no_settled_sum_and_counts_in_its_own_month(city: City):
    with at("2026-03-20"):
        card = await city.a_card(level="L4")
        made = await city.redeem(city.office, card, "vip_lounge")
        march = await month(city, city.office, "2026-03")
    with at("2026-04-10"):
        await take_back(city, city.office, made, reason="误核")
        again = await month(city, city.office, "2026-03")
        april = await month(city, city.office, "2026-04")
    assert [(s.uses, s.reversals, s.net) for s in march.services] == [(1, 0, 1)]
    assert [(s.uses, s.reversals, s.net) for s in again.services] == [(1, 0, 1)]
    assert [(s.uses, s.reversals, s.net) for s in april.services] == [(0, 1, -1)]


async def test_bookings_do_not_count_until_they_are_used(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        made = await city.do(
            city.office, use_service.reserve, card_number=card.number, service="checkup",
            day=date(2026, 3, 2), key="k",
        )  # fmt: skip
        assert (await month(city, city.office, "2026-03")).services == []
        await city.do(city.office, use_service.confirm_reservation, redemption_id=made.id)
        assert [s.net for s in (await month(city, city.office, "2026-03")).services] == [1]


@pytest.mark.parametrize(
    "told", ["", "2026", "2026-13", "2026-3", "26-03", "2026-03-01", "2026-00", "二〇二六"]
)
async def test_what_is_no_month_is_refused(city: City, told: str):
    with pytest.raises(InvalidInput, match="2026-11"):
        await month(city, city.office, told)


def test_the_file_opens_in_a_spreadsheet_and_sums_up():
    first = date(2026, 4, 5)
    lines = [
        ServiceMonth("a", "=贵宾,通道", 3, 1, 2, first, False),
        ServiceMonth("b", "场馆", 1, 0, 1, first, True),
    ]
    text = as_csv(month_service.CounterMonth("2026-03", "医院", lines))
    assert text.startswith(b"\xef\xbb\xbf")
    _, one, other, total = csv.reader(io.StringIO(text.decode("utf-8-sig")))
    assert one == ["2026-03", "a", "'=贵宾,通道", "3", "1", "2", "2026-04-05", "未结算"]
    assert other[-1] == "已结算" and total[2:6] == ["合计", "4", "1", "3"]


async def until(city: City, who: Actor, id_: object) -> datetime | None:
    """What the node shows."""
    async with Work(city.services).read(who) as ctx:
        r = Redemption
        return (await ctx.db.exec(select(_reversible_until(r)).where(col(r.id) == id_))).one()


async def test_the_counter_is_shown_until_when_it_may_take_back_and_the_command_agrees(city: City):
    hospital = await city.partner("医院", "checkup", "vip_lounge", "venues")
    moment = datetime(2026, 3, 2, 9, tzinfo=SHANGHAI)
    with time_machine.travel(moment, tick=False) as clock:
        card = await city.a_card(level="L4")
        one, other = [await city.redeem(hospital, card, s) for s in ("vip_lounge", "vip_lounge")]
        end = await until(city, hospital, one["id"])
        assert end == moment + timedelta(hours=24)
        clock.move_to(end)
        await take_back(city, hospital, one)
        clock.shift(timedelta(seconds=1))
        with pytest.raises(ReversalTooLate):
            await take_back(city, hospital, other)
        assert await until(city, hospital, one["id"]) is None
        (back,) = await city.all(Redemption, reverses_id=one["id"])
        assert await until(city, hospital, back.id) is None


async def test_the_version_of_the_day_of_use_says_how_long(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        before = await city.redeem(city.office, card, "vip_lounge")
    await city.publish("vip_lounge", date(2026, 3, 3), date(2026, 3, 31), reverse_within_hours=2)
    with at("2026-03-03"):
        after = await city.redeem(city.office, card, "vip_lounge")
    for made, hours in ((before, 24), (after, 2)):
        row = await city.one(Redemption, id=made["id"])
        assert await until(city, city.office, row.id) == row.occurred_at + timedelta(hours=hours)
