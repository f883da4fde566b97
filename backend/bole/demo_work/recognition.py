"""Recognition: an application at every stage, so that whoever signs in finds the one that waits for them; a directory
in the making, and a batch of a programme."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Work
from bole.core.table import new_id
from bole.demo_work.story import Story
from bole.recognition import (
    application_service,
    directory_service,
    evidence_service,
    expert_service,
    notice_service,
    programme_service,
    review_service,
    what_if_service,
)
from bole.recognition.expert_service import ScoreIn
from bole.recognition.flow_rules import JointOpinion, RecognitionDecision, RecognitionRoute
from bole.recognition.models import Expert, JointReview, ScoreSheet
from bole.roster.models import Talent

OFFICE, DIRECTOR = "jingban", "zhuren"
STEPS: dict[str, tuple[str, Any]] = {
    "recommend": ("danwei", review_service.recommend),
    "review": (OFFICE, review_service.review),
    "send_back": (OFFICE, review_service.send_back),
    "send": (OFFICE, review_service.send_to_departments),
    "close": (OFFICE, expert_service.close_scoring),
    "gather": (OFFICE, review_service.gather),
    "object": (OFFICE, notice_service.file_objection),
    "certify": (OFFICE, notice_service.certify),
}


def plan(story: Story) -> None:
    if not story.there(OFFICE, DIRECTOR):
        return
    if told := story.told.get("expert"):
        for expert in told:
            story.on(expert["ago"], lambda t=expert: _enrol(story, t))  # type: ignore[misc]
    for one in story.told.get("application", ()):
        _Application(story, one).plan()
    for one in story.told.get("directory_draft", ()):
        story.on(one["ago"], lambda t=one: _draft(story, t))  # type: ignore[misc]
    for one in story.told.get("programme", ()):
        story.on(one["ago"], lambda t=one: _programme(story, t))  # type: ignore[misc]


@lru_cache(maxsize=8)
def _paper(title: str) -> bytes:
    """A page that says which paper it stands for: a real PDF, with nothing of anybody in it."""
    import pylopdf_fonts_zh_cn as fonts
    import typst

    page = f'#set text(font: "Noto Serif SC", size: 20pt)\n#align(center)[{title}（演示材料）]'
    made = typst.compile(
        page.encode(),
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[fonts.serif_path().parent],
        ),
        format="pdf",
    )
    return bytes(made)


class _Application:
    id: UUID

    def __init__(self, story: Story, told: dict[str, Any]) -> None:
        self.story, self.told = story, told
        self.by: Actor | None = None

    def plan(self) -> None:
        self.story.on(self.told["ago"], self.start)
        for step in self.told.get("steps", ()):
            self.story.on(step["ago"], lambda s=step: self.step(s))  # type: ignore[misc]

    async def start(self) -> None:
        """Nobody of that part, and it rests."""
        story, told = self.story, self.told
        talent = await self.talent()
        if talent is None:
            return
        route = RecognitionRoute(told["route"])
        own = replace(PLATFORM, kind=ActorKind.TALENT, name=talent.name, self_id=talent.id, id=talent.id)
        self.by = own if route is RecognitionRoute.SELF else story.who(told["by"])
        made = await self.do(
            self.by,
            application_service.start,
            route=route,
            criterion=told["criterion"],
            talent_id=talent.id,
            talent_type=told["type"],
            statement=told.get("statement", ""),
        )
        self.id = made.id
        for kind in told.get("papers", ()):
            await self.paper(talent, kind)
        if told.get("submit", True):
            await self.do(self.by, application_service.submit, application_id=self.id)

    async def talent(self) -> Talent | None:
        story, told = self.story, self.told
        if "staff" not in told:
            id_ = story.people.get(told["person"])
            return await story.find(select(Talent).where(col(Talent.id) == id_)) if id_ else None
        async with Work(story.past).read(PLATFORM) as ctx:
            unit = story.units["emp-ceramic-institute"]
            found = select(Talent).where(col(Talent.name) == told["staff"], col(Talent.unit_id) == unit.id)
            return (await ctx.db.exec(found)).first()

    async def paper(self, talent: Talent, kind: str) -> None:
        assert self.by is not None
        data, id_ = _paper(kind), new_id()
        await self.story.services.files.put(evidence_service.key_of(id_), data)
        given = {"evidence_id": id_, "talent_id": talent.id, "kind": kind, "filename": f"{kind}.pdf"}
        given |= {"media_type": "application/pdf", "size": len(data), "anonymous": True}
        digest = hashlib.sha256(data).hexdigest()
        await self.do(self.by, evidence_service.keep_evidence, sha256=digest, application_id=self.id, **given)

    async def do(self, actor: Actor, operation: Any, **given: Any) -> Any:
        """As `story.do`, for somebody who may have no account."""
        async with Work(self.story.past).write(actor) as ctx:
            ctx.performed.append(operation.operation.name)
            return await operation(ctx, **given)

    async def step(self, told: dict[str, Any]) -> None:
        if self.by is None:
            return
        story, name = self.story, told["do"]
        words = {k: v for k, v in told.items() if k not in ("ago", "do", "by", "unit")}
        if name == "answer":
            await self.answer(told)
        elif name == "invite":
            await self.invite(told["experts"])
        elif name == "accept":
            for login in told["experts"]:
                await story.do(login, expert_service.accept_sheet, sheet_id=await self.sheet(login))
        elif name == "score":
            for login, given in told["scores"].items():
                scores = [ScoreIn(code=code, score=score) for code, score in given.items()]
                await story.do(
                    login, expert_service.score_sheet, sheet_id=await self.sheet(login), scores=scores
                )
        elif name == "decide":
            outcome = RecognitionDecision(words.pop("outcome"))
            await story.do(DIRECTOR, review_service.decide, application_id=self.id, outcome=outcome, **words)
        else:
            by, operation = STEPS[name]
            await story.do(told.get("by", by), operation, application_id=self.id, **words)

    async def answer(self, told: dict[str, Any]) -> None:
        story, unit = self.story, self.story.units[told["unit"]]
        mine = (col(JointReview.application_id) == self.id, col(JointReview.unit_id) == unit.id)
        asked = await story.find(select(JointReview).where(*mine))
        by = f"{told['unit']}-head"
        given = {
            "review_id": asked.id,
            "opinion": JointOpinion(told["opinion"]),
            "reason": told.get("reason"),
        }
        await story.do(by, review_service.answer_review, **given)

    async def invite(self, logins: list[str]) -> None:
        story = self.story
        accounts = [story.actors[login].id for login in logins]
        async with Work(story.past).read(PLATFORM) as ctx:
            found = select(Expert.id).where(col(Expert.account_id).in_(accounts))
            ids = list((await ctx.db.exec(found)).all())
        await story.do(OFFICE, expert_service.invite_experts, application_id=self.id, expert_ids=ids)

    async def sheet(self, login: str) -> UUID:
        """The sheet of this application that lies before this expert."""
        mine = (
            col(ScoreSheet.application_id) == self.id,
            col(ScoreSheet.account_id) == self.story.actors[login].id,
        )
        found: UUID = (await self.story.find(select(ScoreSheet).where(*mine))).id
        return found


async def _enrol(story: Story, told: dict[str, Any]) -> None:
    if not story.there(told["account"]):
        return
    given = {"account_id": story.actors[told["account"]].id, "employer_name": told["employer"]}
    await story.do(OFFICE, expert_service.enrol_expert, specialty=told["specialty"], **given)


async def _draft(story: Story, told: dict[str, Any]) -> None:
    """The directory in force with some criteria more and some less, tried out."""
    async with Work(story.past).read(PLATFORM) as ctx:
        directory = await _present(ctx)
    body = {**directory, "criteria": [c for c in directory["criteria"] if c["code"] not in told["without"]]}
    body["criteria"] += told["criteria"]
    begins: date = story.day(0) + timedelta(days=told["begins_in"])
    given = {"name": told["name"], "valid_from": begins, "source": "演示数据", "body": body}
    draft = await story.do(OFFICE, directory_service.draft_directory, **given)
    if told.get("try_out"):
        await story.do(OFFICE, directory_service.try_out_directory, draft_id=draft.id)
        await what_if_service.try_out(story.past, draft_id=str(draft.id))


async def _present(ctx: Any) -> dict[str, Any]:
    from bole.recognition.casework import directory_in_force

    found: dict[str, Any] = (await directory_in_force(ctx)).body
    return found


async def _programme(story: Story, told: dict[str, Any]) -> None:
    year = story.day(0).year - told.get("years_ago", 0)
    given = {"programme": told["programme"], "year": year, "quota": told["quota"]}
    term_from = date(year, 7, 1)
    batch = await story.do(OFFICE, programme_service.open_programme_batch, term_from=term_from, **given)
    for key in told["members"]:
        if (talent_id := story.people.get(key)) is not None:
            who = {"batch_id": batch.id, "talent_id": talent_id, "basis": told["basis"]}
            await story.do(OFFICE, programme_service.select_member, **who)
    if told.get("announce"):
        await story.do(OFFICE, programme_service.announce_programme, batch_id=batch.id)
