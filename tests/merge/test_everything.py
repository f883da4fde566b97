"""Whatever hangs on two records: joined by its rule, and given back as it was."""

from datetime import date, datetime, timedelta
from time import perf_counter
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel
from tests.card.world import SHANGHAI
from tests.merge.town import Town

import bole.tables  # noqa: F401
from bole.card.models import Card
from bole.card.quota_models import Redemption
from bole.card.rules import CardStatus
from bole.card.use_service import reserve, reverse_redemption
from bole.merge.merge_service import ChoiceIn
from bole.merge.parts import PARTS
from bole.merge.rules import CHOICES, Side
from bole.roster import career_service
from bole.roster.forms import EducationIn, EmploymentIn
from bole.roster.models import Talent
from bole.roster.rules import Degree


def test_every_table_of_a_talent_has_a_rule_for_the_day_two_records_are_one() -> None:
    untold = [
        table.name
        for table in SQLModel.metadata.sorted_tables
        if ("talent_id" in table.c or any(k.column.table.name == "talent" for k in table.foreign_keys))
        and table.name not in PARTS
    ]
    assert untold == [], "say in the slice's merging.py what becomes of it (goes, follows, stays)"


def test_every_rule_speaks_of_a_table_and_says_in_words_what_it_does() -> None:
    tables = {t.name for t in SQLModel.metadata.sorted_tables}
    assert set(PARTS) <= tables
    assert all(p.word and p.rule for p in PARTS.values())


async def a_pair(town: Town, *, level: str = "L4") -> tuple[Talent, Talent]:
    return (
        await town.city.a_talent("林晓岚", "湘桥", level=level),
        await town.city.a_talent("林曉嵐", "饶平", level=level),
    )


async def test_of_two_cards_the_newer_is_revoked_and_what_was_used_is_counted_together(town: Town) -> None:
    city = town.city
    a, b = await a_pair(town)
    older, newer = await city.a_card(a), await city.a_card(b)
    hospital = await city.partner("医院", "checkup")
    await city.redeem(hospital, newer, "checkup")
    kept = await city.right(older, "checkup")
    assert (kept.used, kept.quota) == (0, 1)
    before = await town.dump()
    merge = await town.merge(a, b)
    assert (await city.one(Card, id=newer.id)).status is CardStatus.CANCELLED
    right = await city.right(older, "checkup")
    assert (right.used, right.carried, right.quota) == (0, 1, 0), "used once: nothing is left, and never less"
    assert {r.talent_id for r in await city.all(Redemption)} == {a.id}
    assert any("体检" in line or "注销" in line for line in merge.summary)
    await city.books()
    await town.part(merge)
    assert await town.dump() == before
    await city.books()


async def test_the_older_card_goes_on_whichever_record_does(town: Town) -> None:
    city = town.city
    a, b = await a_pair(town)
    older, newer = await city.a_card(a), await city.a_card(b)
    before = await town.dump()
    merge = await town.merge(b, a)
    kept = await city.one(Card, id=older.id)
    assert (kept.status, kept.talent_id, kept.unit_path) == (CardStatus.ACTIVE, b.id, b.unit_path)
    assert (await city.one(Card, id=newer.id)).status is CardStatus.CANCELLED
    await town.part(merge)
    assert await town.dump() == before
    await city.books()


async def test_used_of_both_leaves_nothing_below_nothing(town: Town) -> None:
    city = town.city
    a, b = await a_pair(town)
    older, newer = await city.a_card(a), await city.a_card(b)
    hospital = await city.partner("医院", "checkup")
    for card in (older, newer):
        await city.redeem(hospital, card, "checkup")
    merge = await town.merge(a, b)
    right = await city.right(older, "checkup")
    assert (right.used, right.quota) == (1, 1)
    await city.books()
    await town.part(merge)
    await city.books()


async def test_bookings_of_the_revoked_card_wait_for_the_office_and_come_back(town: Town) -> None:
    city = town.city
    a, b = await a_pair(town)
    await city.a_card(a)
    newer = await city.a_card(b)
    soon = {"service": "checkup", "day": date.today() + timedelta(days=9), "key": "k"}
    await city.do(city.office, reserve, card_number=newer.number, **soon)
    before = await town.dump()
    merge = await town.merge(a, b)
    assert (await city.one(Redemption)).needs_decision
    assert any("待人才办裁定" in line for line in merge.summary)
    await town.part(merge)
    assert await town.dump() == before
    await city.books()


async def test_a_use_after_the_merge_stays_with_the_card_it_was_taken_from(town: Town) -> None:
    city = town.city
    a, b = await a_pair(town, level="L2")
    older, newer = await city.a_card(a), await city.a_card(b)
    hospital = await city.partner("医院", "checkup")
    used = await city.redeem(hospital, newer, "checkup")
    merge = await town.merge(a, b)
    station = await city.partner("车站", "vip_lounge")
    await city.redeem(station, older, "vip_lounge")
    await city.do(city.office, reverse_redemption, redemption_id=used["id"], key="r", reason="误录")
    await town.part(merge)
    assert (await city.right(older, "vip_lounge")).used == 1
    assert (await city.right(newer, "checkup")).used == 0
    assert (await city.one(Card, id=newer.id)).status is CardStatus.ACTIVE
    await city.books()


async def test_one_post_looks_after_one_person_once(town: Town) -> None:
    a, b = await a_pair(town)
    await town.looked_after(a)
    await town.looked_after(b)
    before = await town.dump()
    merge = await town.merge(a, b)
    rows = await town.sight.fetch(
        "select status, talent_id, unit_path from contact_assignment order by status"
    )
    assert [r["status"] for r in rows] == ["active", "ended"]
    assert {(r["talent_id"], r["unit_path"]) for r in rows} == {(a.id, a.unit_path)}
    assert await town.sight.fetchval("select count(*) from need where talent_id = $1", a.id) == 2
    await town.part(merge)
    assert await town.dump() == before


async def test_who_took_consent_back_on_either_record_has_not_given_it(town: Town) -> None:
    a, b = await a_pair(town)
    later = datetime(2026, 3, 1, tzinfo=SHANGHAI)
    await town.consented(a, "directory")
    await town.consented(b, "directory", withdrawn=later)
    await town.consented(b, "portrait")
    await town.read(b)
    before = await town.dump()
    merge = await town.merge(a, b)
    standing = "select purpose from consent where talent_id = $1 and withdrawn_at is null"
    assert [r["purpose"] for r in await town.sight.fetch(standing, a.id)] == ["portrait"]
    assert await town.sight.fetchval("select count(*) from sensitive_read where talent_id = $1", a.id) == 1
    await town.part(merge)
    assert await town.dump() == before


async def test_two_claims_open_a_case_at_the_merge_and_count_each_again_when_parted(town: Town) -> None:
    a, b = await a_pair(town)
    await town.claim(a, "湘桥", date(2026, 7, 6))
    await town.claim(b, "饶平", date(2026, 8, 1))
    before = await town.dump()
    merge = await town.merge(a, b)
    shares = await town.sight.fetch("select status, share from introduction_claim")
    assert {r["status"] for r in shares} == {"contested"} and sum(r["share"] for r in shares) == 0
    assert await town.sight.fetchval("select count(*) from attribution_case where status = 'open'") == 1
    await town.part(merge)
    assert await town.dump() == before
    assert await town.sight.fetchval("select sum(amount) from introduction_credit") == 2


EXTRAS = ("card", "contact", "read", "consent", "claim", "education", "employment", "use")
LATER = ("education", "employment", "visit", "read", "use")


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    ours=st.sets(st.sampled_from(EXTRAS)),
    theirs=st.sets(st.sampled_from(EXTRAS)),
    taken=st.sets(st.sampled_from(sorted(CHOICES))),
    later=st.lists(st.sampled_from(LATER), max_size=3),
)
async def test_a_merge_undone_is_as_if_it_had_not_been_and_what_came_later_is_still_there(
    town: Town, ours: set[str], theirs: set[str], taken: set[str], later: list[str]
) -> None:
    a, b = await a_pair(town)
    for talent, extras, unit in ((a, ours, "湘桥"), (b, theirs, "饶平")):
        for extra in sorted(extras):
            await hang(town, talent, extra, unit)
    before = await town.dump()
    merge = await town.merge(a, b, choices=[ChoiceIn(field=f, side=Side.ABSORBED) for f in sorted(taken)])
    for fact in later:
        await hang(town, a, fact, "湘桥")
    await town.part(merge)
    after = await town.dump()
    known = {(t, r["id"]) for t, rows in before.items() for r in rows}
    came = [(t, r) for t, rows in after.items() for r in rows if (t, r["id"]) not in known]
    assert len(
        [
            1
            for t, r in came
            if t in ("education", "employment", "contact_log", "sensitive_read", "redemption")
        ]
    ) >= len([f for f in later if f != "use"])
    assert all(r.get("talent_id") == a.id for t, r in came if t != "attribution_case")
    for table, rows in before.items():
        left = {r["id"]: r for r in after[table]}
        for row in rows:
            now = left[row["id"]]
            unlike = {k for k in row if row[k] != now[k]}
            assert unlike <= TOUCHED.get(table, set()) if later else not unlike, (table, unlike, later)
    await town.city.books()


TOUCHED: dict[str, set[str]] = {
    "talent": {"employer_name", "position", "highest_degree", "employer_unit_id", "sources"},
    "employment": {"main"},
    "entitlement": {"used"},
}
"""What a later fact itself may have changed of what was there."""


async def hang(town: Town, talent: Talent, what: str, unit: str) -> None:
    city = town.city
    if what == "card":
        if not await city.all(Card, talent_id=talent.id):
            await city.a_card(talent)
    elif what == "use":
        live = [c for c in await city.all(Card, talent_id=talent.id) if c.status is CardStatus.ACTIVE]
        if (
            live
            and (await city.right(live[0], "checkup")).quota != (await city.right(live[0], "checkup")).used
        ):
            await city.redeem(await city.partner("医院", "checkup"), live[0], "checkup")
    elif what == "contact":
        await town.looked_after(talent)
    elif what == "visit":
        await town.visited(talent)
    elif what == "read":
        await town.read(talent)
    elif what == "consent":
        await town.consented(talent, "directory")
    elif what == "claim":
        await town.claim(talent, unit, date(2026, 7, 6))
    elif what == "education":
        form = EducationIn(degree=Degree.MASTER, school="韩江理工学院")
        await city.do(city.office, career_service.add_education, talent_id=talent.id, education=form)
    elif what == "employment":
        form_: Any = EmploymentIn(employer_name=f"{unit}陶瓷厂", started_on=date(2025, 5, 6))
        await city.do(city.office, career_service.add_employment, talent_id=talent.id, employment=form_)


async def test_a_hundred_dependents_are_merged_and_parted_within_two_hundred_milliseconds(town: Town) -> None:
    """Told, and bounded loosely: a crowded machine is no slower product."""
    a, b = await a_pair(town)
    for talent in (a, b):
        for _ in range(25):
            await town.visited(talent)
    warm = await town.merge(a, b)
    await town.part(warm)
    begun = perf_counter()
    merge = await town.merge(a, b)
    joined = perf_counter()
    await town.part(merge)
    parted = perf_counter()
    print(f"merge {1000 * (joined - begun):.0f} ms, part {1000 * (parted - joined):.0f} ms, 100 dependents")
    assert parted - begun < 4
