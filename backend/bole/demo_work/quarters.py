"""Two quarters frozen and the update of the last one running: what a newcomer finds of 每季一更新."""

from uuid import UUID

from sqlmodel import col, select

from bole.campaign.answering_service import confirm_items
from bole.campaign.models import Campaign, CampaignItem
from bole.campaign.service import open_campaign
from bole.campaign.snapshot_service import correct_figure, freeze_quarter, snapshot_figures
from bole.core.context import Work
from bole.demo_work.story import Story
from bole.roster.quarter_rules import Quarter
from bole.roster.rules import FigureAxis


def plan(story: Story) -> None:
    told = story.told["quarters"]
    running = Quarter.of(story.day(told["ago"])).before(1)
    for back, ago in told["frozen"]:
        story.on(ago, lambda q=running.before(back): _freeze(story, q))  # type: ignore[misc]
    story.on(told["corrected"]["ago"], lambda: _correct(story, running.before(told["frozen"][-1][0])))
    story.on(told["ago"], lambda: _open(story, running))
    for answer in told["answer"]:
        story.on(answer["ago"], lambda a=answer: _answer(story, running, a["by"], a["unit"], a["many"]))  # type: ignore[misc]


async def _freeze(story: Story, quarter: Quarter) -> None:
    if story.there(story.told["quarters"]["by"]):
        await story.do(story.told["quarters"]["by"], freeze_quarter, quarter=str(quarter))


async def _correct(story: Story, quarter: Quarter) -> None:
    """One more or one less: somebody had been told of late."""
    by, told = story.told["quarters"]["by"], story.told["quarters"]["corrected"]
    if not story.there(by):
        return
    async with Work(story.past).read(story.who(by)) as ctx:
        line = (await snapshot_figures(ctx, quarter=str(quarter), by=FigureAxis.LEVEL)).lines[0]
    await story.do(
        by,
        correct_figure,
        quarter=str(quarter),
        by=FigureAxis.LEVEL,
        key=line.key,
        talents=line.talents + 1,
        stale=line.stale,
        reason=told["reason"],
    )


async def _open(story: Story, quarter: Quarter) -> None:
    if story.there(story.told["quarters"]["by"]):
        await story.do(story.told["quarters"]["by"], open_campaign, quarter=str(quarter))


async def _answer(story: Story, quarter: Quarter, by: str, unit: str, many: int) -> None:
    if not story.there(by):
        return
    place = story.units[unit]
    async with Work(story.past).read(story.who(by)) as ctx:
        stmt = select(CampaignItem.id).join(Campaign, col(Campaign.id) == col(CampaignItem.campaign_id))
        stmt = stmt.where(
            col(Campaign.quarter) == str(quarter),
            col(CampaignItem.unit_path) >= place.path,
            col(CampaignItem.unit_path) < place.path_end,
        )
        items: list[UUID] = list((await ctx.db.exec(stmt.order_by(col(CampaignItem.id)).limit(many))).all())
    if items:
        await story.do(by, confirm_items, item_ids=items)
