"""The lists in which applications and recognitions are found, and what each of them says of itself."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select, and_, or_
from sqlmodel import col

from bole.catalogue.models import Entry
from bole.catalogue.rules import Difference, difference
from bole.catalogue.work_calendar import work_calendar
from bole.core.calendar import Explanation
from bole.core.context import Context
from bole.core.operation import Ask, query
from bole.core.pauses import PauseLedger
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.recognition import casework, facts, predicate, rules
from bole.recognition.catalogue import Directory
from bole.recognition.flow_rules import (
    RUNNING,
    ApplicationStatus,
    CriterionResult,
    JointReviewStatus,
    RecognitionRoute,
    RecognitionStatus,
)
from bole.recognition.models import JointReview, NoticeObjection, Recognition, RecognitionApplication
from bole.roster.models import Talent

A: Any = RecognitionApplication


@query(allow=Permission.RECOGNITION_READ)
def applications(
    ask: Ask,
    *,
    status: ApplicationStatus | None = None,
    route: RecognitionRoute | None = None,
    level: str | None = None,
    talent_type: str | None = None,
    talent_id: UUID | None = None,
    number: str | None = None,
    due_before: date | None = None,
    running_only: bool = False,
    mine: bool = False,
) -> Select[RecognitionApplication]:
    """认定申请清单，新的在前。

    mine：只列等我单位办理的；dueBefore：本环节应办日在这一天之前的；runningOnly：只列未办结的。别人的草稿不列。
    """
    stmt = sa.select(RecognitionApplication).where(
        or_(
            A.status != ApplicationStatus.DRAFT,
            A.started_by == ask.actor_id,
            A.unit_id == ask.unit_id,
            A.talent_id == ask.self_id,
            and_(A.route == RecognitionRoute.EXEMPT, A.employer_id == ask.unit_id),
        )
    )
    if status is not None:
        stmt = stmt.where(A.status == status)
    if route is not None:
        stmt = stmt.where(A.route == route)
    if level is not None:
        stmt = stmt.where(A.level == level)
    if talent_type is not None:
        stmt = stmt.where(A.talent_type == talent_type)
    if talent_id is not None:
        stmt = stmt.where(A.talent_id == talent_id)
    if number is not None:
        stmt = stmt.where(A.number == number)
    if due_before is not None:
        stmt = stmt.where(A.due_on < due_before)
    if running_only:
        stmt = stmt.where(A.status.in_(RUNNING))
    if mine:
        stmt = stmt.where(waits_for(ask, A))
    return stmt.order_by(A.started_on.desc(), A.id.desc())


def waits_for(ask: Any, application: Any) -> ColumnElement[bool]:
    """SQL: the next step is this actor's: their unit has the application, or owes a word."""
    owes = sa.select(col(JointReview.application_id)).where(
        col(JointReview.unit_id) == ask.unit_id, col(JointReview.status) == JointReviewStatus.PENDING
    )
    exempt = and_(
        application.status == ApplicationStatus.DRAFT,
        application.route == RecognitionRoute.EXEMPT,
        application.employer_id == ask.unit_id,
    )
    leads = and_(
        application.lead_id == ask.unit_id,
        application.status.in_((ApplicationStatus.JOINT_REVIEW, ApplicationStatus.OBJECTED)),
    )
    own = and_(application.unit_id == ask.unit_id, application.status == ApplicationStatus.DRAFT)
    return or_(application.holder_id == ask.unit_id, application.id.in_(owes), exempt, leads, own)


@query(allow=Permission.RECOGNITION_READ)
def application(ask: Ask, *, id: UUID) -> Select[RecognitionApplication]:
    """一份认定申请。"""
    return sa.select(RecognitionApplication).where(A.id == id)


@query(allow=Permission.RECOGNITION_APPLY)
def my_applications(ask: Ask) -> Select[RecognitionApplication]:
    """人才本人的认定申请，新的在前。"""
    return (
        sa.select(RecognitionApplication)
        .where(A.talent_id == ask.self_id)
        .order_by(A.started_on.desc(), A.id.desc())
    )


@query(allow=Permission.RECOGNITION_APPLY)
def employers_for(ask: Ask, *, talent_id: UUID) -> Select[Unit]:
    """此人在本系统的用人单位，主要的在前；不止一个的，申报时可选由哪个推荐。"""
    return casework.their_employers(talent_id)


@query(allow=Permission.RECOGNITION_JOINT)
def my_joint_reviews(ask: Ask, *, status: JointReviewStatus | None = None) -> Select[JointReview]:
    """我单位的联审件，先到期的在前。"""
    stmt = sa.select(JointReview).where(col(JointReview.unit_id) == ask.unit_id)
    if status is not None:
        stmt = stmt.where(col(JointReview.status) == status)
    return stmt.order_by(col(JointReview.due_on), col(JointReview.id))


@query(allow=Permission.RECOGNITION_READ)
def recognitions(
    ask: Ask,
    *,
    status: RecognitionStatus | None = None,
    level: str | None = None,
    talent_id: UUID | None = None,
    ends_before: date | None = None,
    number: str | None = None,
) -> Select[Recognition]:
    """已认定清单，新发的在前。

    endsBefore：有效期止于这一天之前的（到期预警）；number：证书编号。
    """
    stmt = sa.select(Recognition)
    if status is not None:
        stmt = stmt.where(col(Recognition.status) == status)
    if level is not None:
        stmt = stmt.where(col(Recognition.level) == level)
    if talent_id is not None:
        stmt = stmt.where(col(Recognition.talent_id) == talent_id)
    if ends_before is not None:
        stmt = stmt.where(col(Recognition.valid_until) < ends_before)
    if number is not None:
        stmt = stmt.where(col(Recognition.certificate_number) == number)
    return stmt.order_by(col(Recognition.issued_on).desc(), col(Recognition.id).desc())


@query(allow=Permission.RECOGNITION_READ)
def recognition(ask: Ask, *, id: UUID) -> Select[Recognition]:
    """一项认定。"""
    return sa.select(Recognition).where(col(Recognition.id) == id)


@query(allow=Permission.RECOGNITION_APPLY)
def my_recognitions(ask: Ask) -> Select[Recognition]:
    """人才本人的历次认定，新的在前。"""
    mine = sa.select(Recognition).where(col(Recognition.talent_id) == ask.self_id)
    return mine.order_by(col(Recognition.valid_from).desc(), col(Recognition.id).desc())


@query(allow=Permission.RECOGNITION_LEAD)
def objections(ask: Ask, *, application_id: UUID) -> Select[NoticeObjection]:
    """一份申请收到的异议。"""
    stmt = sa.select(NoticeObjection).where(col(NoticeObjection.application_id) == application_id)
    return stmt.order_by(col(NoticeObjection.received_at), col(NoticeObjection.id))


# -- what is told beside the rows ----------------------------------------------------------------------------


@dataclass(frozen=True)
class StatusCount:
    status: ApplicationStatus
    label: str
    count: int
    overdue: int
    """Past the due day of their stage."""


@query(allow=Permission.RECOGNITION_READ)
async def counts(ctx: Context) -> list[StatusCount]:
    """各状态的认定申请各有几份，其中几份逾期。"""
    late = sa.func.count().filter(A.due_on < ctx.today)
    stmt = sa.select(A.status, sa.func.count(), late).group_by(A.status)
    found = {status: (n, overdue) for status, n, overdue in (await ctx.db.execute(stmt)).all()}
    return [StatusCount(s, s.label, *found.get(s, (0, 0))) for s in ApplicationStatus]


@query(allow=Permission.RECOGNITION_READ)
async def clock(ctx: Context, *, application_id: UUID) -> Explanation | None:
    """本环节的期限怎样算出：逐日说明；没有期限的为空。"""
    found = await ctx.get(RecognitionApplication, application_id)
    if found.due_from is None or found.due_days is None:
        return None
    return PauseLedger(found.due_from, found.due_days).explain(await work_calendar(ctx), ctx.today)


@dataclass(frozen=True)
class CriterionChoice:
    """One criterion of the directory in force, and how far a person meets it."""

    code: str
    level: str
    level_name: str
    talent_type: str | None
    text: str
    evidence: list[str]
    evidence_codes: list[str]
    result: CriterionResult | None
    """None where a machine cannot tell."""
    missing: list[str]


@query(allow=Permission.RECOGNITION_APPLY)
async def criteria_for(
    ctx: Context, *, talent_id: UUID, talent_type: str | None = None
) -> list[CriterionChoice]:
    """现行目录中的标准，逐条说明此人满足、不满足或待核（缺哪些资料）。"""
    await ctx.get(Talent, talent_id)
    directory = Directory.model_validate((await casework.directory_in_force(ctx)).body)
    known = await facts.facts_of(ctx, talent_id)
    ranks = await casework.ranks(ctx)
    chosen = [c for c in directory.criteria if talent_type is None or c.talent_type in (None, talent_type)]
    names = {level: await casework.name_of(ctx, "level", level) for level in {c.level for c in chosen}}
    return [
        CriterionChoice(
            code=c.code,
            level=c.level,
            level_name=names[c.level],
            talent_type=c.talent_type,
            text=c.text,
            evidence=[directory.evidence_name(e) for e in c.evidence],
            evidence_codes=list(c.evidence),
            result=predicate.judge(c.predicate, known) if c.predicate else None,
            missing=predicate.missing(c.predicate, known) if c.predicate else [],
        )
        for c in sorted(chosen, key=lambda c: ranks.get(c.level, 99))
    ]


@dataclass(frozen=True)
class DraftCheck:
    """Whether a draft still rests on the directory in force, and what changed if not."""

    drafted_by: int
    in_force: int | None
    since: date | None
    must_confirm: bool
    criterion_kept: bool
    criterion_before: str | None
    criterion_after: str | None
    changes: list[Difference]


@query(allow=Permission.RECOGNITION_APPLY)
async def draft_check(ctx: Context, *, application_id: UUID) -> DraftCheck:
    """草稿是否须按现行目录重新确认，两版有哪些不同。"""
    found = await ctx.get(RecognitionApplication, application_id)
    before = await ctx.get(Entry, found.directory_id)
    try:
        after = await casework.directory_in_force(ctx)
    except rules.NoDirectory:
        return DraftCheck(before.number, None, None, False, False, None, None, [])
    old, new = Directory.model_validate(before.body), Directory.model_validate(after.body)
    was, now = old.criterion(found.criterion), new.criterion(found.criterion)
    moved = before.id != after.id and found.submitted_on is None
    return DraftCheck(
        drafted_by=before.number,
        in_force=after.number,
        since=after.valid_from,
        must_confirm=moved,
        criterion_kept=now is not None,
        criterion_before=was.text if was else None,
        criterion_after=now.text if now else None,
        changes=difference(before.body, after.body) if moved else [],
    )
