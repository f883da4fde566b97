"""What lies on the desks beside: an employer's own people, a table to be mended, notices read long ago."""

import asyncio
import hashlib
from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from bole.core.context import Work
from bole.core.errors import Refusal
from bole.core.table import new_id
from bole.demo_work.story import Story
from bole.notice.models import Notice
from bole.notice.service import mark_read
from bole.roster.forms import NewTalentIn
from bole.roster.identity_numbers import DEMO_AREA, DocumentKind, make_resident_number
from bole.roster.importing import run_import
from bole.roster.importing_service import begin_import, original_key
from bole.roster.samples import write_samples
from bole.roster.service import enter
from bole.roster.standing_service import admit

READ_AFTER = timedelta(days=6)


def plan(story: Story) -> None:
    for told in story.told["staff"]:
        for number, person in enumerate(told["people"]):
            story.on(told["ago"], lambda told=told, n=number, p=person: _enter(story, told, n, p))  # type: ignore[misc]
    for told in story.told["import"]:
        story.on(told["ago"], lambda told=told: _import(story, told))  # type: ignore[misc]


async def _enter(story: Story, told: dict[str, Any], number: int, person: dict[str, Any]) -> None:
    unit = story.units[told["unit"]]
    identity = make_resident_number(DEMO_AREA, person["born"], 901 + number)
    form = NewTalentIn.model_validate(
        {
            "name": person["name"],
            "level": person.get("level"),
            "level_since": story.day(told["ago"]) if "level" in person else None,
            "level_basis": "演示数据" if "level" in person else None,
            "candidate": person.get("candidate", False),
            "specialty": person["specialty"],
            "documents": [{"kind": DocumentKind.RESIDENT_ID, "number": identity}],
            "employment": {"employer_name": unit.name, "position": person["position"]},
            "educations": [{"degree": person["degree"], "school": person["school"]}],
        }
    )
    try:
        made = await story.do(told["by"], enter, unit_id=unit.id, talent=form)
        if not form.candidate:
            await story.do(told["admitted_by"], admit, talent_id=made.id)
    except Refusal:
        return  # among very many invented people one may carry the same number


async def _import(story: Story, told: dict[str, Any]) -> None:
    """Sent and looked at; letting it in is left to whoever signs in."""
    place, import_id = story.samples / told["file"], new_id()
    if not place.exists():
        await asyncio.to_thread(write_samples, story.samples)
    data = await asyncio.to_thread(place.read_bytes)
    await story.services.files.put(original_key(import_id), data)
    digest = hashlib.sha256(data).hexdigest()
    await story.do(
        told["by"], begin_import, import_id=import_id, filename=told["file"], size=len(data), digest=digest
    )
    await run_import(story.past, import_id=str(import_id))


async def read_old_notices(story: Story) -> None:
    """Everybody has read what came more than some days ago."""
    for login, actor in story.actors.items():
        mine = select(Notice.id).where(
            col(Notice.account_id) == actor.id, col(Notice.created_at) < story.now - READ_AFTER
        )
        async with Work(story.services).read(actor) as ctx:
            old = list((await ctx.db.exec(mine)).all())
        if old:
            await story.do(login, mark_read, ids=old)
