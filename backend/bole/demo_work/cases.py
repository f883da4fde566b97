"""一事一议: cases at every stage, each brought there by its own steps."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.demo_work.story import Story
from bole.fasttrack import clock_service, plan_service, review_service, service
from bole.fasttrack.models import Countersign, FastTrackCase, Measure
from bole.fasttrack.plan_service import MeasureIn
from bole.fasttrack.rules import CountersignStatus, Opinion, Outcome

LEADS, LEAD_UNIT = "jingban", "office"
OF_THE_CASE: dict[str, Callable[..., Awaitable[Any]]] = {
    "accept": service.accept,
    "verify": service.verify,
    "set_plan": plan_service.set_plan,
    "send_to_countersign": review_service.send_to_countersign,
    "consult_experts": review_service.consult_experts,
    "record_vote": review_service.record_vote,
    "submit": review_service.submit,
    "decide": review_service.decide,
    "sign": plan_service.sign,
    "deliver": plan_service.deliver,
    "assess": plan_service.assess,
    "close": service.close,
    "withdraw": service.withdraw,
    "pause": clock_service.pause,
}


def plan(story: Story) -> None:
    for told in story.told["case"]:
        steps = told.get("steps", ())
        if story.there(told["by"], *(step.get("by", LEADS) for step in steps)):
            _Case(story, told).plan()


class _Case:
    id: UUID

    def __init__(self, story: Story, told: dict[str, Any]) -> None:
        self.story, self.told = story, told

    def plan(self) -> None:
        self.story.on(self.told["ago"], self.open)
        for step in self.told.get("steps", ()):
            self.story.on(step["ago"], lambda s=step: self.step(s))  # type: ignore[misc]

    async def open(self) -> None:
        told = self.told
        made = await self.story.do(
            told["by"],
            service.open_case,
            level=told["level"],
            candidate_name=told["name"],
            request=told["request"],
            lead_id=self.story.units[LEAD_UNIT].id,
            team=told.get("team", False),
        )
        self.id = made.id

    async def step(self, told: dict[str, Any]) -> None:
        by, words = told.get("by", LEADS), {k: v for k, v in told.items() if k not in ("ago", "do", "by")}
        if told["do"] == "countersign":
            await self.countersign(by, words)
            return
        if told["do"] == "complete_measure":
            await self.complete(by, words)
            return
        given = {name: self.read(name, value) for name, value in words.items()}
        named = {NAMES.get(name, name): value for name, value in given.items()}
        if told["do"] == "set_plan":
            case = await self.story.find(select(FastTrackCase).where(col(FastTrackCase.id) == self.id))
            named["version"] = case.version
        await self.story.do(by, OF_THE_CASE[told["do"]], case_id=self.id, **named)

    def read(self, name: str, value: Any) -> Any:
        story = self.story
        match name:
            case "units":
                return [story.units[code].id for code in value]
            case "decider":
                return story.seats[value].post
            case "outcome":
                return Outcome(value)
            case "expected":
                return story.day(-value)
            case "measures":
                return [self.measure(m) for m in value]
        return value

    def measure(self, told: dict[str, Any]) -> MeasureIn:
        """`due` is so many days from today; a measure of long ago may be overdue by now."""
        words = {k: v for k, v in told.items() if k not in ("unit", "due")}
        due = self.story.day(0) + timedelta(days=told["due"])
        return MeasureIn.model_validate(
            {**words, "unit_id": self.story.units[told["unit"]].id, "due_on": due}
        )

    async def countersign(self, by: str, words: dict[str, Any]) -> None:
        asked = await self.story.find(
            select(Countersign).where(
                col(Countersign.case_id) == self.id,
                col(Countersign.unit_id) == self.story.who(by).unit_id,
                col(Countersign.status) == CountersignStatus.PENDING,
            )
        )
        given = {**words, "opinion": Opinion(words["opinion"])}
        await self.story.do(by, review_service.countersign, countersign_id=asked.id, **given)

    async def complete(self, by: str, words: dict[str, Any]) -> None:
        measure = await self.story.find(
            select(Measure).where(col(Measure.case_id) == self.id, col(Measure.ordinal) == words["measure"])
        )
        await self.story.do(by, plan_service.complete_measure, measure_id=measure.id, result=words["result"])


NAMES = {"units": "unit_ids", "decider": "decider_id", "expected": "expected_end"}
"""What the file calls in a word, and the operation by its id."""
