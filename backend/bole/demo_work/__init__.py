"""What the demo's people did in the past months: the profile's `demo_work.toml`, played through the operations.

Everything goes the way that it goes in the city: the same operations, by whoever may call them, with the same
refusals; only the clock of the services is another one. So every account finds its work when it signs in.
"""

import asyncio
import tomllib
from pathlib import Path

from bole import worker
from bole.core.context import Services
from bole.demo_work import cards, cases, contacts, desk, doubles, quarters, recognition, rights
from bole.demo_work.story import Story, told_before


async def play(services: Services, file: Path, samples: Path) -> None:
    """The weeks of `file`, from the first to this hour. A demo that has work of its own is left alone."""
    if await told_before(services):
        return
    told = tomllib.loads(await asyncio.to_thread(file.read_text, encoding="utf-8"))
    async with Story.opened(services, told, samples) as story:
        for slice_ in (desk, contacts, cards, cases, recognition, doubles, quarters, rights):
            slice_.plan(story)
        await story.play()
        await desk.read_old_notices(story)
    await worker.deliver_all(services)
