"""What rules say without any database."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.card import quota_rules as quota
from bole.card import rules
from bole.card.quota_rules import REDEMPTION_FLOW, Limit, Period, Window, longest, window
from bole.card.rules import BATCH_FLOW, CARD_FLOW, CardStatus, SkipReason, Succession, Tier
from bole.core.errors import StepNotAllowed
from bole.core.flow import Flow

GOLD = Tier("gold", "金卡", frozenset({"L1", "L2"}))
SILVER = Tier("silver", "银卡", frozenset({"L3", "L4"}))
TIERS = (GOLD, SILVER)
SPAN = {"valid_from": date(2026, 3, 1), "valid_until": date(2029, 2, 28)}
CST = timezone(timedelta(hours=8))


# Flows --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "flow", [CARD_FLOW, BATCH_FLOW, REDEMPTION_FLOW, quota.WAIT_FLOW], ids=lambda f: f.name
)
def test_every_step_from_every_state_is_either_allowed_or_refused(flow: Flow):
    for state in flow.states:
        allowed = {s.name for s in flow.allowed(state)}
        for name in flow.steps:
            if name in allowed:
                assert flow.after(state, name) is flow.steps[name].to
            else:
                with pytest.raises(StepNotAllowed):
                    flow.after(state, name)


@pytest.mark.parametrize("ended", [CardStatus.REPLACED, CardStatus.EXPIRED, CardStatus.CANCELLED])
def test_a_card_that_ended_never_comes_back(ended):
    assert CARD_FLOW.allowed(ended) == []


def test_a_frozen_card_cannot_be_thawed_by_losing_and_finding_it():
    with pytest.raises(StepNotAllowed):
        CARD_FLOW.after(CardStatus.FROZEN, "report_lost")


# Tier and validity --------------------------------------------------------------------------------


@pytest.mark.parametrize(("level", "tier"), [("L1", GOLD), ("L4", SILVER), ("L5", None), (None, None)])
def test_the_level_decides_the_tier(level, tier):
    assert rules.tier_of(level, TIERS) is tier


@pytest.mark.parametrize(
    ("start", "recognised", "last"),
    [
        (date(2026, 3, 1), None, date(2029, 2, 28)),
        (date(2026, 3, 1), date(2027, 6, 30), date(2027, 6, 30)),
        (date(2026, 3, 1), date(2040, 1, 1), date(2029, 2, 28)),
        (date(2024, 2, 29), None, date(2027, 2, 27)),
    ],
)
def test_a_card_lasts_so_many_years_but_no_longer_than_the_recognition(start, recognised, last):
    assert rules.valid_until(start, years=3, recognised_until=recognised) == last


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, None),
        ({"in_roster": False}, SkipReason.LEFT),
        ({"level": None, "tier": None}, SkipReason.NO_LEVEL),
        ({"tier": None}, SkipReason.NO_TIER),
        ({"recognised_until": date(2026, 2, 28)}, SkipReason.ENDED),
        ({"recognised_until": date(2026, 3, 1)}, None),
        ({"holds_one": True}, SkipReason.HOLDS_ONE),
    ],
)
def test_who_gets_no_card_is_told_why(change, why):
    person = {"in_roster": True, "level": "L4", "tier": SILVER, "recognised_until": None, "holds_one": False}
    assert rules.skip_reason(**{**person, **change}, today=date(2026, 3, 1)) is why


# Using a card -------------------------------------------------------------------------------------

USABLE = {"status": CardStatus.ACTIVE, **SPAN, "day": date(2026, 7, 1)}


def test_an_active_card_may_be_used_on_its_first_and_last_day():
    rules.check_usable(**USABLE)
    rules.check_usable(**USABLE | {"day": SPAN["valid_from"]})
    rules.check_usable(**USABLE | {"day": SPAN["valid_until"]})


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"status": CardStatus.PENDING}, rules.CardNotValid),
        ({"status": CardStatus.FROZEN}, rules.CardNotValid),
        ({"status": CardStatus.LOST}, rules.CardNotValid),
        ({"status": CardStatus.CANCELLED}, rules.CardNotValid),
        ({"status": CardStatus.REPLACED, "succession": Succession.REISSUE}, rules.CardSuperseded),
        (
            {"status": CardStatus.REPLACED, "succession": Succession.TIER, "succeeded_on": date(2026, 7, 1)},
            rules.CardChangedTier,
        ),
        ({"day": date(2029, 3, 1)}, rules.CardOutOfDate),
        ({"day": date(2026, 2, 28)}, rules.CardOutOfDate),
    ],
)
def test_any_other_card_is_refused_for_its_own_reason(change, refusal):
    with pytest.raises(refusal):
        rules.check_usable(**USABLE | change)


def test_a_change_of_tier_told_ahead_holds_from_its_first_midnight():
    planned = USABLE | {
        "valid_until": date(2026, 6, 30), "succession": Succession.TIER, "succeeded_on": date(2026, 7, 1)
    }  # fmt: skip
    rules.check_usable(**planned | {"day": date(2026, 6, 30)})
    with pytest.raises(rules.CardChangedTier, match="已换级"):
        rules.check_usable(**planned | {"day": date(2026, 7, 1)})


# Card numbers -------------------------------------------------------------------------------------


@given(st.integers(0, 2**50 - 1))
def test_a_number_is_read_back_however_it_is_typed(bits):
    number = rules.card_number("CZ", 2026, bits)
    wide = "".join(chr(ord(c) + 0xFEE0) if c != "-" else c for c in number)
    for typed in (
        number,
        number.lower(),
        number.replace("-", ""),
        number.replace("-", " "),
        wide,
        f" {number}\n",
    ):
        assert rules.read_number(typed) == number


@given(st.integers(0, 2**50 - 1), st.integers(0, 10), st.sampled_from(rules.ALPHABET))
def test_one_wrong_sign_is_noticed(bits, place, sign):
    number = rules.card_number("CZ", 2026, bits)
    places = [i for i, c in enumerate(number) if i >= 5 and c != "-"]
    i = places[place]
    wrong = number[:i] + sign + number[i + 1 :]
    assert (rules.read_number(wrong) == number) == (sign == number[i])


@pytest.mark.parametrize("typed", ["", "CZ26", "号码", "CZ26-0000-0000-000", "'; drop table card", "9" * 500])
def test_what_cannot_be_a_number_is_none(typed):
    assert rules.read_number(typed) is None


# Periods ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "day", "first", "last"),
    [
        (Period.DAY, date(2026, 12, 31), date(2026, 12, 31), date(2027, 1, 1)),
        (Period.MONTH, date(2028, 2, 29), date(2028, 2, 1), date(2028, 3, 1)),
        (Period.MONTH, date(2026, 12, 5), date(2026, 12, 1), date(2027, 1, 1)),
        (Period.QUARTER, date(2026, 11, 30), date(2026, 10, 1), date(2027, 1, 1)),
        (Period.QUARTER, date(2026, 3, 31), date(2026, 1, 1), date(2026, 4, 1)),
        (Period.YEAR, date(2026, 7, 1), date(2026, 1, 1), date(2027, 1, 1)),
        (Period.CARD, date(2026, 7, 1), date(2026, 3, 1), date(2029, 3, 1)),
        (Period.ONCE, date(2026, 7, 1), quota.BEGINNING, quota.FOREVER),
    ],
)
def test_a_day_falls_in_one_period_of_each_kind(period, day, first, last):
    found = window(period, day, **SPAN)
    assert found == Window(first, last)
    assert day in found and last not in found


@given(
    st.sampled_from([Period.DAY, Period.MONTH, Period.QUARTER, Period.YEAR]),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_periods_of_one_kind_follow_each_other_without_gap(period, day):
    here = window(period, day, **SPAN)
    assert window(period, here.ends_on, **SPAN).starts_on == here.ends_on
    assert window(period, here.starts_on, **SPAN) == here


def test_the_longest_period_is_found_whatever_the_order():
    limits = [Limit(Period.DAY, 1), Limit(Period.YEAR, 24), Limit(Period.MONTH, 8)]
    assert longest(limits).period is Period.YEAR
    assert longest(reversed(limits)).period is Period.YEAR


# Quotas -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("quota_", "used", "left"), [(8, 3, 5), (4, 6, 0), (8, 0, 8), (None, 99, None)])
def test_a_new_tier_gives_its_quota_less_what_was_used_and_claws_nothing_back(quota_, used, left):
    assert quota.granted(quota_, used_before=used) == left


def test_a_used_up_quota_says_when_it_comes_again():
    about = {"used": 3, "reserved": 1, "lapsed": 0, "amount": 1, "ends_on": date(2027, 1, 1), "quota": 4}
    with pytest.raises(quota.QuotaExhausted, match="2027-01-01 起") as no:
        quota.check_quota(Period.YEAR, **about)
    assert no.value.told()["code"] == "QUOTA_EXHAUSTED" and no.value.facts["reserved"] == 1
    quota.check_quota(Period.YEAR, **about | {"reserved": 0})
    quota.check_quota(Period.YEAR, **about | {"quota": None})
    with pytest.raises(quota.QuotaExhausted, match="其他服务"):
        quota.check_quota(Period.ONCE, **about | {"ends_on": quota.FOREVER})


def test_bookings_lie_between_today_and_the_horizon():
    quota.check_bookable(date(2026, 3, 1), today=date(2026, 3, 1), days_ahead=30)
    quota.check_bookable(date(2026, 3, 31), today=date(2026, 3, 1), days_ahead=30)
    for day in (date(2026, 2, 28), date(2026, 4, 1)):
        with pytest.raises(quota.OutsideBookingWindow):
            quota.check_bookable(day, today=date(2026, 3, 1), days_ahead=30)


def test_a_use_is_recorded_late_within_bounds_and_never_ahead():
    now = datetime(2026, 3, 2, 9, tzinfo=CST)
    quota.check_occurred(now - timedelta(hours=24), now=now, hours=24)
    with pytest.raises(quota.TooLateToRecord):
        quota.check_occurred(now - timedelta(hours=24, seconds=1), now=now, hours=24)
    with pytest.raises(quota.InTheFuture):
        quota.check_occurred(now + timedelta(minutes=6), now=now, hours=24)


def test_refusals_tell_the_time_of_day_in_china():
    now = datetime(2026, 3, 2, 9, tzinfo=CST)
    with pytest.raises(quota.TooLateToRecord, match="2026-02-28 23:30"):
        quota.check_occurred(datetime(2026, 2, 28, 15, 30, tzinfo=UTC), now=now, hours=24)


# Reversal -----------------------------------------------------------------------------------------


def reversal(occurred, now, *, office=False, reason=""):
    quota.check_reversible(
        occurred_at=occurred, now=now, hours=24, settlement_day=5, by_office=office, reason=reason
    )


def test_a_counter_takes_back_its_own_slip_for_a_day():
    at = datetime(2026, 9, 12, 10, tzinfo=CST)
    reversal(at, at + timedelta(hours=24))
    with pytest.raises(quota.ReversalTooLate):
        reversal(at, at + timedelta(hours=24, seconds=1))


def test_the_office_reverses_later_and_after_settlement_only_with_a_reason():
    at = datetime(2026, 9, 12, 10, tzinfo=CST)
    reversal(at, datetime(2026, 10, 4, 23, tzinfo=CST), office=True)
    with pytest.raises(quota.SettledNeedsReason, match="2026-09"):
        reversal(at, datetime(2026, 10, 5, 0, tzinfo=CST), office=True)
    reversal(at, datetime(2026, 10, 5, 0, tzinfo=CST), office=True, reason="重复核销")


def test_december_is_settled_in_january():
    assert quota.settled_on(date(2026, 12, 31), settlement_day=5) == date(2027, 1, 5)
