"""One person counts once in a period: claims, disputes, decisions, and the figures of a quarter on any day."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest
import time_machine
from tests.merge.town import Town

from bole import worker
from bole.core.faults import refusal_of
from bole.identity.models import Account
from bole.identity.rules import AccountKind
from bole.introduction import rules, service
from bole.introduction.models import AttributionCase, IntroductionClaim
from bole.introduction.rules import AttributionOutcome, ClaimStatus, Told, check_shares, months_later, periods
from bole.introduction.service import ShareIn
from bole.notice.models import Notice
from bole.org.models import Appointment, Post
from bole.roster import quarters
from bole.roster.models import Talent

FIRST, LATER = date(2026, 7, 6), date(2026, 8, 1)


async def disputed(town: Town) -> tuple[Talent, IntroductionClaim, IntroductionClaim, AttributionCase]:
    talent = await town.city.a_talent("林晓岚", "湘桥")
    a = await town.claim(talent, "湘桥", FIRST)
    b = await town.claim(talent, "饶平", LATER)
    return talent, a, b, await town.city.one(AttributionCase)


async def decide(town: Town, case: AttributionCase, outcome: str, **shares: Any) -> AttributionCase:
    given = [ShareIn(claim_id=c, share=Decimal(s)) for c, s in shares.pop("given", {}).items()]
    about = {
        "case_id": case.id,
        "outcome": AttributionOutcome(outcome),
        "reason": "首次到岗",
        "shares": given,
    }
    return await town.city.do(town.city.office, service.decide_attribution, **about)


async def figures(town: Town, quarter: str = "2026Q3", **given: Any) -> dict[str, Decimal]:
    told = await town.city.do(town.city.office, service.introductions, quarter=quarter, **given)
    return {u.unit: u.credited for u in told.units}


def test_a_period_begins_with_the_first_arrival_and_its_last_day_is_the_next_ones_first() -> None:
    def told(n: int, day: date) -> Told:
        return Told(UUID(int=n), UUID(int=n), day)

    first, within, after = told(1, date(2024, 2, 29)), told(2, date(2026, 2, 27)), told(3, date(2026, 2, 28))
    assert months_later(first.arrived_on, 24) == date(2026, 2, 28)
    assert periods([after, within, first], months=24) == [[first, within], [after]]


@pytest.mark.parametrize(
    ("outcome", "shares", "refusal"),
    [
        ("one", ["1"], None),
        ("one", ["0.5", "0.5"], rules.SharesUnlikeOutcome),
        ("shared", ["0.5", "0.5"], None),
        ("shared", ["0.6", "0.5"], rules.SharesNotOne),
        ("shared", ["1"], rules.SharesUnlikeOutcome),
        ("shared", ["0.33333", "0.66667"], rules.SharesUnlikeOutcome),
        ("shared", ["1.5", "-0.5"], rules.SharesUnlikeOutcome),
        ("none", [], None),
        ("none", ["1"], rules.SharesUnlikeOutcome),
    ],
)
def test_shares_sum_to_one_or_to_nothing(outcome: str, shares: list[str], refusal: Any) -> None:
    given = {UUID(int=i): Decimal(s) for i, s in enumerate(shares)}
    if refusal is None:
        return check_shares(AttributionOutcome(outcome), given, sharing=True)
    with pytest.raises(refusal):
        check_shares(AttributionOutcome(outcome), given, sharing=True)
    return None


async def test_one_claim_counts_whole_and_a_second_units_opens_a_dispute_in_which_none_counts(
    town: Town,
) -> None:
    talent = await town.city.a_talent("林晓岚", "湘桥")
    a = await town.claim(talent, "湘桥", FIRST)
    assert (a.status, a.share, a.quarter) == (ClaimStatus.CREDITED, 1, "2026Q3")
    assert await figures(town) == {"湘桥": Decimal(1)}
    b = await town.claim(talent, "饶平", LATER)
    assert b.status is ClaimStatus.CONTESTED
    assert sum((await figures(town)).values()) == 0
    case = await town.city.one(AttributionCase)
    assert case.suggested_id == a.id, "the first to arrive"
    with pytest.raises(rules.AlreadyClaimed):
        await town.claim(talent, "湘桥", date(2026, 9, 1))


async def test_the_office_decides_and_the_figures_follow(town: Town) -> None:
    _, a, b, case = await disputed(town)
    await decide(town, case, "one", given={a.id: "1"})
    assert await figures(town) == {"湘桥": 1}, "who never counted has no row of its own"
    assert {c.status for c in await town.city.all(IntroductionClaim)} == {
        ClaimStatus.CREDITED,
        ClaimStatus.NOT_CREDITED,
    }
    with pytest.raises(rules.CaseSettled):
        await decide(town, case, "one", given={b.id: "1"})


async def test_shared_credit_counts_in_parts(town: Town) -> None:
    _, a, b, case = await disputed(town)
    await decide(town, case, "shared", given={a.id: "0.6", b.id: "0.4"})
    assert await figures(town) == {"湘桥": Decimal("0.6"), "饶平": Decimal("0.4")}


async def test_a_figure_is_as_it_was_known_on_a_day(town: Town) -> None:
    with time_machine.travel("2026-08-10T10:00:00+08:00"):
        talent = await town.city.a_talent("林晓岚", "湘桥")
        await town.claim(talent, "湘桥", FIRST)
    with time_machine.travel("2026-08-20T10:00:00+08:00"):
        await town.claim(talent, "饶平", LATER)
    assert await figures(town, as_of=date(2026, 8, 9)) == {}
    assert await figures(town, as_of=date(2026, 8, 15)) == {"湘桥": 1}
    assert sum((await figures(town, as_of=date(2026, 8, 20))).values()) == 0


async def test_after_the_quarter_is_locked_a_change_is_a_correction(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def frozen(ctx: Any, quarter: str) -> bool:
        return quarter == "2026Q3"

    _, a, _, case = await disputed(town)
    monkeypatch.setattr(quarters, "_FREEZERS", [frozen])
    await decide(town, case, "one", given={a.id: "1"})
    told = await town.city.do(town.city.office, service.introductions, quarter="2026Q3")
    of = {u.unit: u for u in told.units}
    assert told.locked and (of["湘桥"].credited, of["湘桥"].frozen) == (1, 0)
    assert await town.sight.fetchval("select count(*) from introduction_credit where correction") == 1


async def test_a_claim_taken_back_leaves_the_other_whole(town: Town) -> None:
    _, a, b, _ = await disputed(town)
    await town.city.do(town.city.office, service.withdraw_introduction, claim_id=b.id, reason="误报")
    assert await figures(town) == {"湘桥": 1}
    assert (await town.city.one(AttributionCase)).status.value == "void"
    assert (await town.city.one(IntroductionClaim, id=a.id)).status is ClaimStatus.CREDITED


async def test_a_unit_sees_its_own_claims_and_no_disputes(town: Town) -> None:
    _, _, b, _ = await disputed(town)
    county = town.city.staff("饶平")
    assert [c.id for c in await town.city.all(IntroductionClaim, county)] == [b.id]
    assert await town.city.all(AttributionCase, county) == []


async def test_the_database_itself_keeps_shares_to_one_and_the_ledger_to_what_was_written(town: Town) -> None:
    _, a, _, case = await disputed(town)
    await decide(town, case, "one", given={a.id: "1"})
    with pytest.raises(asyncpg.CheckViolationError) as no:
        await town.sight.execute("update introduction_claim set share = 0.5 where id = $1", a.id)
    assert refusal_of(no.value).code() == "SHARES_UNEVEN"
    with pytest.raises(asyncpg.RestrictViolationError):
        await town.sight.execute("update introduction_credit set amount = 0.1")


async def test_a_merge_undone_after_the_decision_lets_both_count_again(town: Town) -> None:
    a, b = await town.city.a_talent("林晓岚", "湘桥"), await town.city.a_talent("林曉嵐", "饶平")
    first, _ = await town.claim(a, "湘桥", FIRST), await town.claim(b, "饶平", LATER)
    merge = await town.merge(a, b)
    await decide(town, await town.city.one(AttributionCase), "one", given={first.id: "1"})
    assert await figures(town) == {"湘桥": 1, "饶平": 0}
    await town.part(merge)
    assert await figures(town) == {"湘桥": 1, "饶平": 1}
    assert (await town.city.one(AttributionCase)).status.value == "void"


async def test_each_unit_hears_what_became_of_its_own_claim(town: Town) -> None:
    clerk = {}
    for unit in ("湘桥", "饶平"):
        post = Post(
            unit_id=town.city.units[unit].id, code=f"clerk-{unit}", name="经办", valid_from=date(2025, 1, 1)
        )
        await town.city.add(post)
        person = uuid4()
        term = Appointment(post_id=post.id, person_id=person, person_name=unit, valid_from=date(2025, 1, 1))
        account = Account(login=f"u{person.hex[:8]}", name=unit, kind=AccountKind.STAFF, person_id=person)
        await town.city.add(term, account)
        clerk[account.id] = unit
    _, a, _, case = await disputed(town)
    await decide(town, case, "one", given={a.id: "1"})
    await worker.deliver_all(town.city.services)
    told = {(clerk[n.account_id], n.title) for n in await town.city.all(Notice)}
    assert told == {
        ("湘桥", "引进林晓岚另有单位申报，待市委人才办裁定"),
        ("饶平", "引进林晓岚另有单位申报，待市委人才办裁定"),
        ("湘桥", "引进林晓岚的归属已裁定：本单位计入 1"),
        ("饶平", "引进林晓岚的归属已裁定：本单位不计"),
    }
