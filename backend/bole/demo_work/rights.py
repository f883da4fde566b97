"""Own data and privacy: corrections that wait for an answer, requests with a deadline, a read to be looked at."""

from dataclasses import replace
from datetime import date
from typing import Any

from bole.core.actor import PLATFORM
from bole.core.context import Work
from bole.demo_work.story import Story
from bole.privacy.anomaly_service import look
from bole.privacy.rules import RequestKind
from bole.privacy.service import accept_data_request, raise_data_request, record_data_request
from bole.roster.career_service import add_employment
from bole.roster.forms import EmploymentIn
from bole.roster.proposal_forms import ProposalIn
from bole.roster.proposal_service import propose_employee_change, propose_own_change
from bole.roster.reveal_service import reveal
from bole.roster.rules import EmploymentKind, RevealPurpose, SecretField

SATURDAY = 5


def plan(story: Story) -> None:
    told = story.told["rights"]
    for one in told["work"]:
        if one["person"] in story.people and story.there(one["by"]):
            story.on(one["ago"], lambda one=one: _work(story, one))  # type: ignore[misc]
    for one in told["change"]:
        if one["person"] in story.people and story.there(one["by"]):
            story.on(one["ago"], lambda one=one: _change(story, one))  # type: ignore[misc]
    for one in told["request"]:
        if one["person"] in story.people and story.there(one["by"]):
            story.on(one["ago"], lambda one=one: _request(story, one))  # type: ignore[misc]
    for one in told["read"]:
        if one["person"] in story.people and story.there(one["by"]):
            story.on(_last_saturday(story.day(0)), lambda one=one: _read(story, one))  # type: ignore[misc]
    story.on(0, lambda: _look(story))


def _last_saturday(today: date) -> int:
    """How many days ago; today is not over yet."""
    return (today.weekday() - SATURDAY) % 7 or 7


async def _work(story: Story, told: dict[str, Any]) -> None:
    unit = story.units[told["unit"]]
    form = EmploymentIn(
        employer_name=unit.name,
        employer_unit_id=unit.id,
        kind=EmploymentKind.FLEXIBLE,
        position=told["position"],
        started_on=story.day(told["ago"]),
        main=False,
    )
    await story.do(told["by"], add_employment, talent_id=story.people[told["person"]], employment=form)


async def _change(story: Story, told: dict[str, Any]) -> None:
    form = ProposalIn.model_validate({k: told[k] for k in ("field", "value", "reason") if k in told})
    if told.get("own"):
        await story.do(told["by"], propose_own_change, proposal=form)
        return
    talent_id = story.people[told["person"]]
    await story.do(told["by"], propose_employee_change, talent_id=talent_id, proposal=form)


async def _request(story: Story, told: dict[str, Any]) -> None:
    given = {"kind": RequestKind(told["kind"]), "content": told["content"]}
    if told.get("own"):
        await story.do(told["by"], raise_data_request, **given)
        return
    made = await story.do(told["by"], record_data_request, talent_id=story.people[told["person"]], **given)
    await story.do(told["by"], accept_data_request, request_id=made.id)


async def _read(story: Story, told: dict[str, Any]) -> None:
    """By an officer who has proved again who they are."""
    actor = story.who(told["by"])
    proved = replace(actor, permissions=actor.permissions | actor.locked, locked=frozenset())
    async with Work(story.past).write(proved) as ctx:
        ctx.performed.append("roster.reveal")
        await reveal(
            ctx,
            talent_id=story.people[told["person"]],
            field=SecretField.PHONE,
            purpose=RevealPurpose.CONTACT,
            reason=told["reason"],
        )


async def _look(story: Story) -> None:
    async with Work(story.past).write(PLATFORM) as ctx:
        await look(ctx, since=story.day(14), until=story.day(0))
