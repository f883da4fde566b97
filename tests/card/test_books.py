"""Whatever is done in whatever order: counters equal the ledger, no limit is passed, a key is one act."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.card.world import City, at, visit
from tests.support.postgres import TestDatabase, TestServer

from bole.card import jobs, reactions, service, use_service
from bole.card.events import PoolPlaceFreed, RedemptionReversed, ReservationCancelled
from bole.card.models import Card
from bole.card.quota_models import CityPool, Entitlement, Redemption
from bole.card.rules import CardStatus
from bole.core.context import Services
from bole.core.database import Database
from bole.core.errors import Refusal
from bole.roster.events import LevelChanged

pytestmark = pytest.mark.long(minutes=1)

POOL = 5
START = date(2026, 11, 20)
LEVELS = {"gold": "L1", "silver": "L4"}
WHO, WHAT = st.integers(0, 1), st.sampled_from(["vip_lounge", "checkup"])
LOUNGE = {"gold": 8, "silver": 4}


class Books(RuleBasedStateMachine):
    """Two holders, a lounge with a quota by tier and a check-up with a pool for the whole city."""

    fresh: Callable[[], Awaitable[City]]
    loop: asyncio.AbstractEventLoop

    def run(self, awaitable: Any) -> Any:
        """On the loop that holds the connections; the machine itself runs in a thread."""
        return asyncio.run_coroutine_threadsafe(awaitable, self.loop).result(60)

    @initialize()
    def found(self) -> None:
        self.city = self.run(type(self).fresh())
        self.day, self.count = START, 0
        self.keys: dict[str, tuple[Any, ...]] = {}
        self.held: list[str] = []
        self.spent: list[str] = []
        self.travel()
        self.cards = [self.run(self.city.a_card(name=f"林某{i}", level="L4")) for i in range(2)]
        self.run(self.city.add_sql(
            "update city_pool set quota = $1 where ends_on > $2 and used + reserved <= $1", POOL, self.day
        ))  # fmt: skip

    def travel(self) -> None:
        if getattr(self, "journey", None):
            self.journey.stop()
        self.journey = at(self.day.isoformat())
        self.journey.start()

    def teardown(self) -> None:
        if getattr(self, "journey", None):
            self.journey.stop()
        if hasattr(self, "city"):
            self.run(self.city.services.database.close())

    def tried(self, awaitable: Any) -> Any:
        try:
            return self.run(awaitable)
        except Refusal as no:
            assert no.code() not in ("TRY_AGAIN", "INTERNAL"), no
            return None

    def office(self, act: Any, **given: Any) -> Any:
        return self.city.do(self.city.office, act, **given)

    # Steps ----------------------------------------------------------------------------------------

    @rule(who=WHO, what=WHAT, n=st.integers(1, 3))
    def redeem(self, who: int, what: str, n: int) -> None:
        self.count += 1
        key = f"k{self.count}"
        made = self.tried(self.city.redeem(self.city.office, self.cards[who], what, key, amount=n))
        if made:
            self.keys[key] = (made["id"], what, n, self.cards[who].number)
            self.spent.append(made["id"])

    @rule(who=WHO, what=WHAT, ahead=st.integers(0, 29))
    def book(self, who: int, what: str, ahead: int) -> None:
        self.count += 1
        made = self.tried(
            self.office(
                use_service.reserve, card_number=self.cards[who].number, service=what,
                day=self.day + timedelta(days=ahead), key=f"b{self.count}",
            )
        )  # fmt: skip
        if made:
            self.held.append(str(made.id))

    @precondition(lambda self: self.keys)
    @rule(data=st.data())
    def same_key_again(self, data: Any) -> None:
        key = data.draw(st.sampled_from(sorted(self.keys)))
        id_, what, n, number = self.keys[key]
        again = self.run(self.city.redeem(self.city.office, number, what, key, amount=n))
        assert again["id"] == id_

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def confirm(self, data: Any) -> None:
        act = data.draw(st.sampled_from(self.held))
        if self.tried(self.office(use_service.confirm_reservation, redemption_id=act)):
            self.held.remove(act)
            self.spent.append(act)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def cancel(self, data: Any) -> None:
        act = data.draw(st.sampled_from(self.held))
        self.held.remove(act)
        made = self.tried(self.office(use_service.cancel_reservation, redemption_id=act, reason="x"))
        if made:
            fact = ReservationCancelled(made.id, made.talent_id, made.service_code, "x", lapsed=False)
            self.run(self.city.tell(reactions.settle_cancellation, fact))

    @precondition(lambda self: self.spent)
    @rule(data=st.data())
    def reverse(self, data: Any) -> None:
        self.count += 1
        act = data.draw(st.sampled_from(self.spent))
        self.spent.remove(act)
        made = self.run(
            self.office(use_service.reverse_redemption, redemption_id=act, key=f"r{self.count}", reason="x")
        )
        fact = RedemptionReversed(made.reverses_id, made.id, made.talent_id, made.service_code, made.day, "x")
        self.run(self.city.tell(reactions.settle_reversal, fact))

    @rule(who=st.integers(0, 1))
    def freeze_or_thaw(self, who: int) -> None:
        card = self.run(self.city.one(Card, id=self.cards[who].id))
        if card.status is CardStatus.FROZEN:
            self.run(self.office(service.thaw_card, card_id=card.id))
        else:
            self.tried(self.office(service.freeze_card, card_id=card.id, reason="x"))

    @rule(who=st.integers(0, 1))
    def replace(self, who: int) -> None:
        made = self.tried(self.office(service.replace_card, card_id=self.cards[who].id, reason="x"))
        self.cards[who] = made or self.cards[who]

    @rule(who=st.integers(0, 1), tier=st.sampled_from(["gold", "silver"]))
    def change_tier(self, who: int, tier: str) -> None:
        card = self.cards[who]
        level = LEVELS[tier]
        self.run(self.city.add_sql("update talent set level = $2 where id = $1", card.talent_id, level))
        self.run(self.city.tell(reactions.follow_level, LevelChanged(card.talent_id, None, level, self.day)))
        (self.cards[who],) = [
            c
            for c in self.run(self.city.all(Card, talent_id=card.talent_id))
            if c.status in ("active", "frozen")
        ]

    @rule(days=st.integers(1, 25))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)
        self.travel()
        self.run(jobs.night(self.city.services))
        for pool in self.run(self.city.all(CityPool)):
            self.run(self.city.tell(reactions.promote_waiters, PoolPlaceFreed(pool.id)))

    # What always holds ----------------------------------------------------------------------------

    @invariant()
    def the_books_agree(self) -> None:
        if not hasattr(self, "cards"):
            return
        self.run(self.city.books())
        made = self.run(self.city.all(Redemption))
        rights = self.run(self.city.all(Entitlement))
        for card in self.cards:
            for year in {r.starts_on for r in rights if r.service_code == "vip_lounge"}:
                mine = [
                    r for r in rights
                    if r.talent_id == card.talent_id and r.starts_on == year and r.service_code == "vip_lounge"
                ]  # fmt: skip
                if not mine:
                    continue  # the other holder booked ahead into a year of which this one has no right yet
                used = sum(r.used for r in mine)
                told = sum(
                    m.amount for m in made
                    if m.talent_id == card.talent_id and m.service_code == "vip_lounge"
                    and m.status in ("confirmed", "reversed") and self.of_year(m, made).year == year.year
                )  # fmt: skip
                assert used == told, (used, told)
                last = max(mine, key=lambda r: r.id)
                if last.closed_at is None and not any(m.needs_decision for m in made):
                    assert last.quota == max(0, LOUNGE[last.tier] - last.carried)
                    assert last.carried <= used - last.used  # what others of the period used, at most

    def of_year(self, row: Redemption, made: list[Redemption]) -> date:
        """A reversal belongs to the year of what it reverses."""
        return next(m.day for m in made if m.id == row.reverses_id) if row.reverses_id else row.day


@pytest.mark.timeout(600)
async def test_the_books_agree_whatever_happens(postgres: TestServer, city_template: str):
    used: list[TestDatabase] = []

    async def fresh() -> City:
        used.append(await postgres.fresh(city_template))
        return await visit(Services(Database(used[-1].app, size=4)))

    Books.fresh, Books.loop = staticmethod(fresh), asyncio.get_running_loop()
    chosen = settings(
        max_examples=8,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    try:
        await asyncio.to_thread(run_state_machine_as_test, Books, settings=chosen)
    finally:
        for made in used:
            await postgres.drop(made)
