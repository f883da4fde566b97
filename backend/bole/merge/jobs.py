"""What a night brings: everybody is looked at against everybody, and images that nobody needs any more go."""

from typing import Final

import sqlalchemy as sa
from sqlmodel import col

from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.events import every
from bole.merge.finding import find_all
from bole.merge.models import MergeImage, TalentMerge

AT_ONCE: Final = 200
"""Merges whose images go in one transaction."""


@every("30 18 * * *", "merge.night")
async def night(services: Services) -> None:
    """Half past two at night in China: everybody against everybody who shares a key."""
    await find_all(services)


@every("10 18 * * *", "merge.forget_images")
async def forget_images(services: Services) -> None:
    """Ten past two at night in China."""
    while True:
        async with Work(services).write(PLATFORM) as ctx:
            if await forget_some(ctx) < AT_ONCE:
                return


async def forget_some(ctx: Context) -> int:
    """Of merges that were undone, or whose time for undoing is over: what was kept to undo them; how many merges."""
    over = (
        sa.select(col(TalentMerge.id))
        .where(
            col(TalentMerge.images_gone_on).is_(None),
            col(TalentMerge.undone_at).is_not(None) | (col(TalentMerge.undo_until) < ctx.today),
        )
        .order_by(col(TalentMerge.id))
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    ids = (await ctx.db.execute(over)).scalars().all()
    merges, images = col(TalentMerge.id).in_(ids), col(MergeImage.merge_id).in_(ids)
    await ctx.db.execute(sa.update(TalentMerge).where(merges).values(images_gone_on=ctx.today))
    await ctx.db.execute(sa.delete(MergeImage).where(images))
    return len(ids)
