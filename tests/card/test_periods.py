"""Periods end and begin; what is left lapses; new numbers wait for a new year."""

from datetime import date

import pytest
from tests.card.world import City, at

from bole.card import jobs
from bole.card.quota_models import CityPool, Entitlement, EntitlementLedger
from bole.card.quota_rules import QuotaExhausted
from bole.catalogue.rules import NotOffered


async def of_year(city: City, card, code: str, year: int) -> Entitlement:
    rights = await city.all(Entitlement, card_id=card.id, service_code=code, period="year")
    return next(r for r in rights if r.starts_on.year == year)


async def test_an_activated_card_has_its_rights_at_once_but_not_those_of_single_days(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
    rights = await city.all(Entitlement, card_id=card.id)
    assert {r.service_code for r in rights} >= {"checkup", "vip_lounge", "venues", "scenic", "transit"}
    assert "manager" not in {r.service_code for r in rights}  # for gold only
    assert not [r for r in rights if r.period == "day" or r.child_id]
    scenic = next(r for r in rights if r.service_code == "scenic")
    assert (scenic.limits, scenic.main) == (2, True)
    assert len(await city.all(CityPool)) == 1
    await city.books()


async def test_what_is_left_lapses_over_the_new_year_and_is_not_carried_over(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
        await city.redeem(city.office, card, "vip_lounge")
    with at("2026-12-31", 0, 5):
        await jobs.night(city.services)  # tomorrow's rights stand ready before midnight
    with at("2027-01-01", 0, 1):
        await city.redeem(city.office, card, "vip_lounge")
    with at("2027-01-11", 0, 5):
        for _ in range(2):
            await jobs.night(city.services)
    old, new = await of_year(city, card, "vip_lounge", 2026), await of_year(city, card, "vip_lounge", 2027)
    assert (old.quota, old.used, old.lapsed) == (4, 1, 3) and old.closed_at is not None
    assert (new.quota, new.used, new.lapsed, new.carried, new.closed_at) == (4, 1, 0, 0, None)
    entries = [e for e in await city.all(EntitlementLedger, entitlement_id=old.id) if e.entry == "lapsed"]
    assert [e.amount for e in entries] == [-3]
    await city.books()


async def test_rights_end_only_after_counters_had_time_to_record_late_uses(city: City):
    with at("2026-12-30"):
        card = await city.a_card(level="L4")
    with at("2027-01-10"):
        await jobs.night(city.services)
    assert (await of_year(city, card, "vip_lounge", 2026)).closed_at is None


async def test_what_was_granted_keeps_its_numbers_and_the_new_version_comes_with_the_new_year(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L4")
    more = [{"period": "year", "by_tier": {"gold": 20, "silver": 10}}]
    await city.publish("vip_lounge", date(2026, 7, 1), limits=more)
    with at("2026-08-01"):
        await jobs.night(city.services)
        late = await city.a_card(name="林某", level="L4")
        for _ in range(4):
            await city.redeem(city.office, card, "vip_lounge")
        with pytest.raises(QuotaExhausted):
            await city.redeem(city.office, card, "vip_lounge")
    assert (await of_year(city, late, "vip_lounge", 2026)).quota == 10  # its card began under the new version
    with at("2027-01-01"):
        await jobs.night(city.services)
    new = await of_year(city, card, "vip_lounge", 2027)
    assert (new.quota, new.service_version) == (10, 2)
    await city.books()


async def test_a_day_right_follows_the_version_of_its_year(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L5")
    await city.publish("scenic", date(2026, 7, 1), limits=[{"period": "day", "quota": 3}])
    with at("2026-07-02"):
        await city.redeem(city.office, card, "scenic")
        with pytest.raises(QuotaExhausted, match="当日"):
            await city.redeem(city.office, card, "scenic")
    with at("2027-01-02"):
        for _ in range(3):
            await city.redeem(city.office, card, "scenic")
        with pytest.raises(QuotaExhausted):
            await city.redeem(city.office, card, "scenic")
    await city.books()


async def test_a_service_withdrawn_in_summer_is_honoured_until_the_year_ends(city: City):
    with at("2026-03-02"):
        card = await city.a_card(level="L5")
    await city.add_sql(
        "update catalogue_entry set valid_until = '2026-06-30' where code = 'scenic' and kind = 'card_service'"
    )
    with at("2026-07-02"):
        await city.redeem(city.office, card, "scenic")
        late = await city.a_card(name="林某", level="L5")
    assert "scenic" not in {r.service_code for r in await city.all(Entitlement, card_id=late.id)}
    with at("2027-01-02"), pytest.raises(NotOffered):
        await city.redeem(city.office, card, "scenic")


async def test_granting_again_grants_nothing(city: City):
    with at("2026-03-02"):
        await city.a_card(level="L4")
        before = len(await city.all(Entitlement)), len(await city.all(EntitlementLedger))
        for _ in range(2):
            await jobs.night(city.services)
        assert (len(await city.all(Entitlement)), len(await city.all(EntitlementLedger))) == before


async def test_a_new_card_in_the_same_year_does_not_bring_the_years_quota_again(city: City):
    from bole.card import service

    with at("2026-03-02"):
        talent = await city.a_talent(level="L4")
        card = await city.a_card(talent)
        for _ in range(3):
            await city.redeem(city.office, card, "vip_lounge")
        await city.do(city.office, service.cancel_card, card_id=card.id, reason="本人申请")
        again = await city.a_card(talent)
        assert again.id != card.id
    right = await of_year(city, again, "vip_lounge", 2026)
    assert (right.tier_quota, right.carried, right.quota) == (4, 3, 1)
    await city.books()
