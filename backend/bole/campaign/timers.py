"""What time brings: a reminder before the due day, the end at it, and whom nobody answered for turns stale."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.campaign import reports
from bole.campaign.models import Campaign, CampaignItem
from bole.campaign.rules import CampaignStatus, ItemStatus
from bole.campaign.service import close, tell_desks
from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.events import every, job
from bole.org.models import Unit
from bole.roster.quarter_rules import Quarter

AT_ONCE = 1000


@every("20 16 * * *", "campaign.night")
async def night(services: Services) -> None:
    """At 00:20 in China: reminds, closes what was due yesterday, and goes on with what was interrupted."""
    async with Work(services).write(PLATFORM) as ctx:
        await remind(ctx)
    async with Work(services).write(PLATFORM) as ctx:
        due = select(Campaign).where(
            col(Campaign.status) == CampaignStatus.OPEN, col(Campaign.due_on) < ctx.today
        )
        for held in (await ctx.db.exec(due.order_by(col(Campaign.id)).with_for_update())).all():
            close(ctx, held)
    async with Work(services).read(PLATFORM) as ctx:
        left = select(CampaignItem.campaign_id).join(
            Campaign, col(Campaign.id) == col(CampaignItem.campaign_id)
        )
        left = left.where(
            col(Campaign.status) == CampaignStatus.CLOSED, col(CampaignItem.status) == ItemStatus.PENDING
        )
        unfinished = list((await ctx.db.exec(left.distinct())).all())
    for campaign_id in unfinished:
        await lapse(services, campaign_id=str(campaign_id))


@job("campaign.lapse")
async def lapse(services: Services, *, campaign_id: str) -> None:
    """Thousand by thousand; what is done is not done again."""
    more = True
    while more:
        async with Work(services).write(PLATFORM) as ctx:
            told = await ctx.get(Campaign, UUID(campaign_id))
            if told.status is not CampaignStatus.CLOSED:
                return
            ctx.performed.append("campaign.lapse")
            given = {"campaign": told.id, "most": AT_ONCE}
            found = (await ctx.db.execute(reports.LAPSE, given)).mappings().one()
            more = found["lapsed"] > 0


async def remind(ctx: Context) -> None:
    """Once a campaign: the units that have records to answer for."""
    due = select(Campaign).where(
        col(Campaign.status) == CampaignStatus.OPEN,
        col(Campaign.remind_on) <= ctx.today,
        col(Campaign.reminded_on).is_(None),
    )
    for told in (await ctx.db.exec(due.with_for_update())).all():
        words = f"{Quarter.read(told.quarter).words}季度更新 {told.due_on} 到期"
        await tell_desks(
            ctx,
            told,
            await _behind(ctx, told),
            title=words,
            body="还有人才资料待确认；到期未确认的将转为待更新。",
            key=f"campaign_reminder/{told.id}",
        )
        told.reminded_on = ctx.today


@job("campaign.urge")
async def urge(services: Services, *, campaign_id: str, units: list[str], pending: int, by: str) -> None:
    async with Work(services).write(PLATFORM) as ctx:
        told = await ctx.get(Campaign, UUID(campaign_id))
        ctx.performed.append("campaign.urge")
        await tell_desks(
            ctx,
            told,
            [UUID(u) for u in units],
            title=f"催办：{Quarter.read(told.quarter).words}季度更新",
            body=f"还有 {pending} 条待确认，请于 {told.due_on} 前办完。（{by}）",
            key=f"campaign_urged/{told.id}/{units[0]}/{ctx.today}",
        )


async def _behind(ctx: Context, told: Campaign) -> list[UUID]:
    """Units with records to answer for, and the units above them: towns answer through their counties."""
    pending = select(CampaignItem.unit_path).where(
        col(CampaignItem.campaign_id) == told.id, col(CampaignItem.status) == ItemStatus.PENDING
    )
    paths: list[Any] = list((await ctx.db.exec(pending.distinct())).all())
    units = (await ctx.db.exec(select(Unit))).all()
    return [u.id for u in units if any(u.path <= path < u.path_end for path in paths)]
