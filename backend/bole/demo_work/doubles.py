"""核重与引进归属: one person whom two counties entered, and two units that claim one person."""

from typing import Any

from bole.core.errors import Refusal
from bole.demo_work.story import Story
from bole.introduction.service import claim_introduction
from bole.roster.forms import NewTalentIn
from bole.roster.service import enter


def plan(story: Story) -> None:
    for told in story.told.get("double", []):
        story.on(told["ago"], lambda t=told: _enter(story, t))  # type: ignore[misc]
    for told in story.told.get("introduction", []):
        for claim in told["claims"]:
            story.on(claim["ago"], lambda t=told, c=claim: _claim(story, t, c))  # type: ignore[misc]


async def _enter(story: Story, told: dict[str, Any]) -> None:
    unit = story.units[told["unit"]]
    form = NewTalentIn.model_validate(
        {
            "name": told["name"],
            "birth_date": told["born"],
            "gender": told["gender"],
            "phone": told["phone"],
            "specialty": told["specialty"],
            "employment": {"employer_name": told["employer"], "position": told["position"]},
        }
    )
    try:
        await story.do(told["by"], enter, unit_id=unit.id, talent=form)
    except Refusal:
        return  # among very many invented people one may have the same name and phone


async def _claim(story: Story, told: dict[str, Any], claim: dict[str, Any]) -> None:
    talent = story.people.get(told["person"])
    if talent is not None:
        day, unit = story.day(claim["arrived"]), story.units[claim["unit"]]
        await story.do(claim["by"], claim_introduction, talent_id=talent, unit_id=unit.id, arrived_on=day)
