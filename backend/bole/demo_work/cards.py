"""优才卡: batches drawn up, approved and issued; cards used at the counters, frozen, lost, replaced."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.card import batch_service, service
from bole.card.models import BatchLine, Card
from bole.card.quota_models import CityPool
from bole.card.redeem_service import record_redemption
from bole.card.use_service import reserve
from bole.card.wait_service import set_pool_quota
from bole.core.actor import PLATFORM
from bole.core.context import Work
from bole.demo_work.story import Story

ISSUES, APPROVES, SCHEME = "jingban", "zhuren", "youcai"
STEPS = {
    "freeze": service.freeze_card,
    "report_lost": service.report_card_lost,
    "replace": service.replace_card,
    "cancel": service.cancel_card,
}


def plan(story: Story) -> None:
    batches = _Batches(story)
    for told in story.told["batch"]:
        story.on(told["ago"], lambda t=told: batches.draw_up(t))  # type: ignore[misc]
        if "activated" in told:
            story.on(told["activated"]["ago"], lambda t=told: batches.activate(t))  # type: ignore[misc]
    for told in story.told["use"]:
        for number, ago in enumerate(told["ago"]):
            story.on(ago, lambda t=told, n=number: batches.use(t, n))  # type: ignore[misc]
    for told in story.told["booking"]:
        for number, ago in enumerate(told["ago"]):
            story.on(ago, lambda t=told, n=number: batches.book(t, n))  # type: ignore[misc]
    for told in story.told["card_step"]:
        story.on(told["ago"], lambda t=told: batches.step(t))  # type: ignore[misc]
    for told in story.told["pool"]:
        turned = story.day(told["ago"]).year != story.day(0).year  # then it was another year's pool
        story.on(0 if turned else told["ago"], lambda t=told: batches.narrow(t))  # type: ignore[misc]


class _Batches:
    def __init__(self, story: Story) -> None:
        self.story = story
        self.holders: list[Card] = []
        """Active cards of the first batch, in the order of its list."""
        self.listed: set[UUID] = set(story.people.values())
        self.issued: dict[str, UUID] = {}

    async def draw_up(self, told: dict[str, Any]) -> None:
        story = self.story
        people = await self.people(told)
        drawn = {"title": told["title"], "scheme_code": SCHEME, "talent_ids": people}
        batch = await story.do(ISSUES, batch_service.draw_up_card_batch, **drawn)
        self.issued[told["title"]] = batch.id
        if told.get("submit") or told.get("approve"):
            await story.do(ISSUES, batch_service.submit_card_batch, batch_id=batch.id)
        if told.get("approve"):
            await story.do(APPROVES, batch_service.approve_card_batch, batch_id=batch.id)

    async def people(self, told: dict[str, Any]) -> list[UUID]:
        """Those who are named, then as many of each level as the batch counts."""
        story = self.story
        named = [story.people[key] for key in told.get("persons", ()) if key in story.people]
        chosen = list(named)
        async with Work(story.past).read(PLATFORM) as ctx:
            for level, count in told["count"].items():
                found = await story.somebody(ctx, level, story.units["cz"], but=self.listed, most=count)
                chosen += found
                self.listed.update(found)
        return chosen

    async def activate(self, told: dict[str, Any]) -> None:
        story, batch = self.story, self.issued[told["title"]]
        lines = select(Card).join(BatchLine, col(BatchLine.card_id) == col(Card.id))
        lines = lines.where(col(Card.batch_id) == batch).order_by(col(BatchLine.id))
        async with Work(story.past).read(PLATFORM) as ctx:
            cards = list((await ctx.db.exec(lines)).all())
        first = [story.people[key] for key in told["persons"] if key in story.people]
        cards.sort(key=lambda c: first.index(c.talent_id) if c.talent_id in first else len(first))
        self.holders = cards[: len(cards) - told["activated"]["but"]]
        for card in self.holders:
            await story.do(ISSUES, service.activate_card, card_id=card.id)

    def of(self, told: dict[str, Any], number: int) -> Card | None:
        """The holder whose turn it is. The last few are those whose cards are frozen or lost."""
        kept = self.holders[: -len(self.story.told["card_step"])]
        mine = [c for c in kept if c.tier in told.get("tiers", [c.tier])]
        spread = told.get("spread", len(mine))
        return mine[number % spread] if number % spread < len(mine) else None

    async def use(self, told: dict[str, Any], number: int) -> None:
        story, card = self.story, self.of(told, number)
        if card is None:
            return
        key = f"演示-{told['service']}-{number}"
        use = {"card_number": card.number, "service": told["service"], "key": key}
        await story.do(told["by"], record_redemption, occurred_at=story.past.now(), **use)

    async def book(self, told: dict[str, Any], number: int) -> None:
        story, card = self.story, self.of(told, number)
        if card is None:
            return
        day = story.day(told["ago"][number]) + timedelta(days=told["ahead"][number])
        key = f"演示-{told['service']}-{number}"
        await story.do(
            told["by"], reserve, card_number=card.number, service=told["service"], day=day, key=key
        )

    async def step(self, told: dict[str, Any]) -> None:
        if len(self.holders) >= -told["holder"]:
            card = self.holders[told["holder"]]
            await self.story.do(ISSUES, STEPS[told["do"]], card_id=card.id, reason=told["reason"])

    async def narrow(self, told: dict[str, Any]) -> None:
        """So few places of a pool are left."""
        story, today = self.story, self.story.day(self.story.playing)
        pool = await story.find(
            select(CityPool).where(
                col(CityPool.service_code) == told["service"],
                col(CityPool.starts_on) <= today,
                col(CityPool.ends_on) > today,
            )
        )
        quota = pool.used + pool.reserved + pool.held + told["left"]
        await story.do(APPROVES, set_pool_quota, pool_id=pool.id, quota=quota, reason=told["reason"])
