"""A quarter in plain words: a campaign, who answers, what the night brings."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from tests.roster.test_as_of import Timeline

from bole import parts, worker
from bole.campaign import answering_service, service, timers
from bole.campaign.models import Campaign, CampaignItem
from bole.core.actor import PLATFORM, Actor
from bole.core.context import Work
from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.roster.models import Talent
from bole.schema import schema

OPENED = date(2026, 7, 1)


async def _nobody(_: Any) -> Actor | None:
    return None


DOCUMENTS = Documents(schema._schema, introspection=False)


class Quarterly(Timeline):
    def __post_init__(self) -> None:
        super().__post_init__()
        parts.load()
        self.people.endpoint = Endpoint(schema, self.people.services, _nobody, DOCUMENTS, {})

    async def opened(self, quarter: str = "2026Q2") -> Campaign:
        """A campaign opened on the first day of July."""
        self.go(OPENED)
        return await self.people.do(self.people.office, service.open_campaign, quarter=quarter)

    async def item(self, campaign: Campaign, one: Talent) -> CampaignItem | None:
        async with Work(self.people.services).read(PLATFORM) as ctx:
            found = select(CampaignItem).where(
                col(CampaignItem.campaign_id) == campaign.id, col(CampaignItem.talent_id) == one.id
            )
            return (await ctx.db.exec(found)).first()

    async def item_id(self, campaign: Campaign, one: Talent) -> UUID:
        found = await self.item(campaign, one)
        assert found is not None
        return found.id

    async def status(self, campaign: Campaign, one: Talent) -> tuple[str, str]:
        """Of the item and of the record."""
        found = await self.item(campaign, one)
        async with Work(self.people.services).read(PLATFORM) as ctx:
            return found.status.value if found else "", (await ctx.get(Talent, one.id)).status.value

    async def confirm(self, campaign: Campaign, *people: Talent, by: Actor | None = None) -> Any:
        self.go(days=0)
        ids = [await self.item_id(campaign, one) for one in people]
        return await self.people.do(by or self.people.office, answering_service.confirm_items, item_ids=ids)

    async def deliver(self) -> None:
        """What happened reaches those who react."""
        await worker.deliver_all(self.people.services)

    async def night(self, day: date) -> None:
        """That day begins; the jobs asked for in the night are done."""
        self.go(day)
        await timers.night(self.people.services)
        async with Work(self.people.services).read(PLATFORM) as ctx:
            closed = list(
                (await ctx.db.exec(select(Campaign.id).where(col(Campaign.status) == "closed"))).all()
            )
        for campaign_id in closed:
            await timers.lapse(self.people.services, campaign_id=str(campaign_id))
