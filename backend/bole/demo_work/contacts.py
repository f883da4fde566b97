"""联系服务: who is looked after by which post, what was said, and what became of needs and suggestions."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from sqlmodel import col, select

from bole.contact import need_service
from bole.contact.assignment_service import assign_contact
from bole.contact.forms import ContactIn, PlanIn
from bole.contact.models import Need, Suggestion
from bole.contact.outcome_service import Answer, answer_suggestion
from bole.contact.review_service import archive_contact, submit_contact
from bole.contact.service import cancel_contact, plan_contact, record_contact
from bole.demo_work.story import Story
from bole.roster.proposal_models import ProposedChange
from bole.roster.proposal_service import accept_change, reject_change

ASSIGNS = "jingban"
WORDS = (
    "mode",
    "place",
    "attendees",
    "greeting",
    "condition",
    "need",
    "advice",
    "confidentiality",
    "needs",
)


def plan(story: Story) -> None:
    for told in story.told["contact"]:
        if told["person"] in story.people and story.there(told["post"]):
            _Contact(story, told).plan()
    for told in story.told["need"]:
        if told["person"] in story.people:
            _Asked(story, told).plan()


class _Contact:
    """One post and one talent."""

    def __init__(self, story: Story, told: dict[str, Any]) -> None:
        self.story, self.told = story, told
        self.talent, self.seat = story.people[told["person"]], story.seats[told["post"]]
        holders = (login for login, a in story.actors.items() if a.post_id == self.seat.post)
        self.leader = next(holders, told["post"])

    def ago(self, ago: int) -> int:
        """Never before whoever holds the post today took it over."""
        return min(ago, self.story.ago(self.seat.since))

    def plan(self) -> None:
        self.story.on(self.ago(self.told["assigned"]), self.assign)
        for visit in self.told.get("visit", ()):
            self.story.on(self.ago(visit["ago"]), lambda v=visit: self.visit(v))  # type: ignore[misc]
        for ahead in self.told.get("plan", ()):
            self.story.on(self.ago(ahead["ago"]), lambda a=ahead: self.ahead(a))  # type: ignore[misc]

    async def assign(self) -> None:
        await self.story.do(ASSIGNS, assign_contact, talent_id=self.talent, post_id=self.seat.post)

    async def visit(self, told: dict[str, Any]) -> None:
        """Written up on the day, sent to the office, and looked through there."""
        story, day = self.story, self.story.day(self.ago(told["ago"]))
        changes = told.get("changes", ())
        words = {w: told[w] for w in WORDS if w in told}
        words["changes"] = [{"field": c["field"], "value": c["value"]} for c in changes]
        form = ContactIn.model_validate({"occurred_on": day, **words})
        log = await story.do(
            self.leader, record_contact, talent_id=self.talent, contact=form, post_id=self.seat.post
        )
        if "then" in told:
            await story.do(self.leader, submit_contact, log_id=log.id)
        if told.get("then") == "archive":
            self.later(max(told["ago"] - 2, 0), ASSIGNS, archive_contact, log_id=log.id)
        for change in changes:
            if (decided := change.get("decide")) is not None:
                await self.decide(log.id, change["field"], decided)
        if (answer := told.get("answer")) is not None:
            made = await story.find(select(Suggestion).where(col(Suggestion.log_id) == log.id))
            said = {"answer": Answer(answer["answer"]), "reply": answer["reply"]}
            self.later(answer["ago"], answer["by"], answer_suggestion, suggestion_id=made.id, **said)

    async def decide(self, log_id: UUID, field: str, told: dict[str, Any]) -> None:
        change = await self.story.find(
            select(ProposedChange).where(
                col(ProposedChange.log_id) == log_id, col(ProposedChange.field) == field
            )
        )
        if told["accept"]:
            self.later(told["ago"], told["by"], accept_change, change_id=change.id, note=told["note"])
        else:
            self.later(told["ago"], told["by"], reject_change, change_id=change.id, reason=told["note"])

    def later(self, ago: int, by: str, operation: Any, **arguments: Any) -> None:
        async def act() -> None:
            await self.story.do(by, operation, **arguments)

        self.story.on(ago, act)

    async def ahead(self, told: dict[str, Any]) -> None:
        """A contact that is planned; whether it came about is told by what follows, or by nothing."""
        story = self.story
        day = story.day(self.ago(told["ago"])) + timedelta(days=told["ahead"])
        form = PlanIn.model_validate(
            {"planned_on": day, **{w: told[w] for w in ("mode", "place", "attendees") if w in told}}
        )
        log = await story.do(
            self.leader, plan_contact, talent_id=self.talent, plan=form, post_id=self.seat.post
        )
        if (called_off := told.get("cancel")) is not None:
            words = called_off["reason"]
            self.later(called_off["ago"], self.leader, cancel_contact, log_id=log.id, reason=words)


class _Asked:
    """One need, from its raising to wherever it stands."""

    STEPS: ClassVar[dict[str, Callable[..., Awaitable[Any]]]] = {
        "accept": need_service.accept_need,
        "decline": need_service.decline_need,
        "finish": need_service.finish_need,
        "confirm": need_service.confirm_need,
        "send_back": need_service.send_back_need,
    }

    def __init__(self, story: Story, told: dict[str, Any]) -> None:
        self.story, self.told, self.talent = story, told, story.people[told["person"]]

    def plan(self) -> None:
        if (raised := self.told.get("raised")) is not None:
            self.story.on(raised["ago"], self.raise_)
        for step in self.told.get("steps", ()):
            self.story.on(step["ago"], lambda s=step: self.step(s))  # type: ignore[misc]

    async def raise_(self) -> None:
        by, talent = self.told["raised"]["by"], self.talent
        given = {"content": self.told["content"], "kind": self.told["kind"], "talent_id": talent}
        await self.story.do(by, need_service.raise_need, **given)

    async def step(self, told: dict[str, Any]) -> None:
        mine = select(Need).where(
            col(Need.talent_id) == self.talent, col(Need.content) == self.told["content"]
        )
        need = await self.story.find(mine)
        if told["do"] == "route":
            unit = self.story.units[told["unit"]].id
            await self.story.do(told["by"], need_service.route_need, need_id=need.id, handler_unit_id=unit)
            return
        words = {w: told[w] for w in ("result", "reason") if w in told}
        await self.story.do(told["by"], self.STEPS[told["do"]], need_id=need.id, **words)
