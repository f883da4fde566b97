"""Others' words on an application: the employer recommends, the district reviews, departments answer in parallel,
the office gathers, and somebody decides."""

from uuid import UUID

from sqlmodel import col, select

from bole.catalogue.work_calendar import work_calendar
from bole.core.context import Context
from bole.core.operation import command
from bole.core.pauses import PauseLedger
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.recognition import casework, rules, scoring
from bole.recognition.casework import take
from bole.recognition.events import JointReviewAsked, JointReviewsGathered, NoticePosted
from bole.recognition.flow_rules import (
    REVIEW_FLOW,
    ApplicationStatus,
    JointOpinion,
    JointReviewStatus,
    RecognitionDecision,
    RecognitionRole,
    RecognitionRoute,
)
from bole.recognition.models import JointReview, PublicNotice, RecognitionApplication
from bole.recognition.notices import shown_of

# -- employer and district -----------------------------------------------------------------------------------


async def _held(ctx: Context, application_id: UUID, step: str) -> RecognitionApplication:
    """The application, held, for whoever has it now."""
    application = await ctx.lock(RecognitionApplication, application_id)
    casework.may(application, step)
    await casework.by_unit(ctx, application.holder_id or application.lead_id)
    return application


@command(allow=Permission.RECOGNITION_HANDLE)
async def recommend(ctx: Context, *, application_id: UUID, opinion: str) -> RecognitionApplication:
    """单位推荐：写明推荐意见，转县区初审。"""
    application = await _held(ctx, application_id, "recommend")
    said = rules.told(opinion, "推荐意见", "opinion")
    days = (await casework.rule_of(ctx, application)).working_days.review
    await take(
        ctx, application, "recommend", holder=application.district_id, days=days, note=said, inside=True
    )
    return application


@command(allow=Permission.RECOGNITION_HANDLE)
async def review(ctx: Context, *, application_id: UUID, opinion: str) -> RecognitionApplication:
    """县区初审通过：材料真实、符合标准，报市委人才办送联审。"""
    application = await _held(ctx, application_id, "review")
    said = rules.told(opinion, "初审意见", "opinion")
    days = (await casework.rule_of(ctx, application)).working_days.send
    await take(ctx, application, "review", holder=application.lead_id, days=days, note=said, inside=True)
    return application


@command(allow=Permission.RECOGNITION_HANDLE)
async def send_back(ctx: Context, *, application_id: UUID, reason: str) -> RecognitionApplication:
    """退回补正：写明缺什么、改什么；补正后再提交，仍按首次提交日的目录评判。"""
    application = await _held(ctx, application_id, "send_back")
    await _returned(ctx, application, rules.told(reason, "退回的理由", "reason"))
    return application


async def _returned(ctx: Context, application: RecognitionApplication, reason: str) -> None:
    application.returned_reason = reason
    tell = tuple(u for u in (application.unit_id, application.employer_id) if u is not None)
    await call_off(ctx, application)
    await take(ctx, application, "send_back", note=reason, tell=tell)


@command(allow=Permission.RECOGNITION_HANDLE)
async def decline(ctx: Context, *, application_id: UUID, reason: str) -> RecognitionApplication:
    """不予认定：由初审或牵头的人才办写明理由；用人单位不同意推荐的，请退回。"""
    application = await _held(ctx, application_id, "decline")
    if application.status is ApplicationStatus.SUBMITTED:
        await casework.by_unit(ctx, application.district_id)
    await _declined(ctx, application, rules.told(reason, "不予认定的理由", "reason"))
    return application


async def _declined(ctx: Context, application: RecognitionApplication, reason: str) -> None:
    application.end_reason = reason
    await call_off(ctx, application)
    tell = tuple(
        u for u in (application.unit_id, application.employer_id, application.district_id) if u is not None
    )
    await take(ctx, application, "decline", note=reason, tell=tell)


async def call_off(ctx: Context, application: RecognitionApplication) -> None:
    """Withdraws what departments were asked and have not answered."""
    for asked in await casework.live_reviews(ctx, application):
        if asked.status is JointReviewStatus.PENDING:
            asked.status = REVIEW_FLOW.after(asked.status, "call_off")


# -- departments ---------------------------------------------------------------------------------------------


@command(allow=Permission.RECOGNITION_LEAD)
async def send_to_departments(
    ctx: Context, *, application_id: UUID, unit_ids: list[UUID] | None = None, note: str | None = None
) -> RecognitionApplication:
    """送部门联审：同时发给各部门，各有时限。

    unitIds：不写则按认定规则中该类型的联审部门。
    """
    application = await casework.led(ctx, application_id)
    casework.may(application, "send_to_departments")
    units = await _departments(ctx, application, unit_ids)
    said = rules.noted(note, "送审说明", "note", 500)
    await take(ctx, application, "send_to_departments", note=said, inside=True, tell=())
    await scoring.open_round(ctx, application, await casework.rule_of(ctx, application))
    await _ask(ctx, application, units, said)
    return application


async def _departments(
    ctx: Context, application: RecognitionApplication, unit_ids: list[UUID] | None
) -> list[Unit]:
    if unit_ids:
        return [await ctx.get(Unit, unit_id) for unit_id in dict.fromkeys(unit_ids)]
    codes = (await casework.rule_of(ctx, application)).departments_of(application.talent_type)
    found = (await ctx.db.exec(select(Unit).where(col(Unit.code).in_(codes)).order_by(col(Unit.path)))).all()
    if not found:
        raise rules.NobodyToReview(talent_type=application.talent_type, field="unitIds")
    if missing := set(codes) - {u.code for u in found}:
        raise rules.UnitsUnknown(codes="、".join(sorted(missing)))
    return list(found)


async def _ask(
    ctx: Context, application: RecognitionApplication, units: list[Unit], note: str | None
) -> None:
    days = (await casework.rule_of(ctx, application)).working_days.joint
    reading = PauseLedger(ctx.today, days).read(await work_calendar(ctx), ctx.today)
    live = {r.unit_id: r for r in await casework.live_reviews(ctx, application)}
    for unit in units:
        before = live.get(unit.id)
        if before is not None:
            if before.status is JointReviewStatus.PENDING:
                raise rules.AskedAlready(unit=unit.short_name, field="unitIds")
            before.status = REVIEW_FLOW.after(before.status, "ask_again")
            await ctx.db.flush()  # one live review a department: the old one leaves before the new comes
        asked = JointReview(
            unit_path=application.unit_path,
            application_id=application.id,
            talent_id=application.talent_id,
            unit_id=unit.id,
            round=await _next_round(ctx, application, unit.id),
            asked_on=ctx.today,
            working_days=days,
            due_on=reading.due,
            due_provisional=reading.provisional,
            note=note,
        )
        ctx.db.add(asked)
        await casework.join(ctx, application, unit, RecognitionRole.DEPARTMENT)
        ctx.emit(JointReviewAsked(application.id, asked.id, asked.due_on, (unit.id,)))


async def _next_round(ctx: Context, application: RecognitionApplication, unit_id: UUID) -> int:
    stmt = select(JointReview.round).where(
        col(JointReview.application_id) == application.id, col(JointReview.unit_id) == unit_id
    )
    return 1 + max((await ctx.db.exec(stmt)).all(), default=0)


@command(allow=Permission.RECOGNITION_LEAD)
async def ask_again(
    ctx: Context, *, application_id: UUID, unit_ids: list[UUID], note: str
) -> RecognitionApplication:
    """协调后请部门重新审核，原意见保留。"""
    application = await casework.led(ctx, application_id)
    casework.may(application, "ask_again")
    said = rules.told(note, "协调情况", "note", 500)
    if not unit_ids:
        raise rules.NobodyToReview(talent_type=application.talent_type, field="unitIds")
    units = [await ctx.get(Unit, unit_id) for unit_id in dict.fromkeys(unit_ids)]
    await take(ctx, application, "ask_again", note=said, inside=True, tell=())
    await _ask(ctx, application, units, said)
    return application


@command(allow=Permission.RECOGNITION_JOINT)
async def answer_review(
    ctx: Context, *, review_id: UUID, opinion: JointOpinion, reason: str | None = None
) -> JointReview:
    """部门审核：同意或不同意；不同意的须写明理由。"""
    # the application, then its review, both held: in this order everywhere, so that nobody waits in a ring
    application = await ctx.lock(
        RecognitionApplication, (await ctx.get(JointReview, review_id)).application_id
    )
    asked = await ctx.lock(JointReview, review_id)
    await casework.by_unit(ctx, asked.unit_id)
    rules.check_opinion(opinion, reason)
    asked.status = REVIEW_FLOW.after(asked.status, "answer")
    asked.opinion, asked.reason = opinion, rules.noted(reason, "理由", "reason", 1000)
    asked.answered_on, asked.answered_by, asked.answered_name = ctx.today, ctx.actor.id, ctx.actor.name
    await ctx.db.flush()
    if all(r.status is JointReviewStatus.ANSWERED for r in await casework.live_reviews(ctx, application)):
        ctx.emit(JointReviewsGathered(application.id, (application.lead_id,)))
    return asked


# -- gathering and deciding ----------------------------------------------------------------------------------


@command(allow=Permission.RECOGNITION_LEAD)
async def gather(ctx: Context, *, application_id: UUID, note: str | None = None) -> RecognitionApplication:
    """汇总报审：须各部门都已审核且没有不同意；须专家评分的，须已汇总且达到要求。"""
    application = await casework.led(ctx, application_id)
    casework.may(application, "gather")
    live = await casework.live_reviews(ctx, application)
    names = await casework.names_of(ctx, [r.unit_id for r in live])
    rules.check_reviewed(rules.Word(names[r.unit_id], r.status, r.opinion) for r in live)
    rule = await casework.rule_of(ctx, application)
    if rule.scoring is not None and rule.scored(application.level):
        if application.expert_passed is None:
            raise rules.NotDone()
        if not application.expert_passed:
            raise rules.ScoresTooLow(score=application.expert_score, needed=str(rule.scoring.pass_score))
    days = rule.working_days.decide
    await take(ctx, application, "gather", holder=application.lead_id, days=days, note=note, inside=True)
    return application


@command(allow=Permission.RECOGNITION_LEAD)
async def skip_joint_review(ctx: Context, *, application_id: UUID) -> RecognitionApplication:
    """免于联审：免申即认且规则允许的，直接报审定。"""
    application = await casework.led(ctx, application_id)
    casework.may(application, "skip_joint_review")
    rule = await casework.rule_of(ctx, application)
    if application.route is not RecognitionRoute.EXEMPT or not rule.exempt_skips_joint_review:
        raise rules.NotExemptable()
    days = rule.working_days.decide
    await take(ctx, application, "skip_joint_review", holder=application.lead_id, days=days)
    return application


@command(allow=Permission.RECOGNITION_DECIDE)
async def decide(
    ctx: Context, *, application_id: UUID, outcome: RecognitionDecision, opinion: str
) -> RecognitionApplication:
    """审定：同意（随即公示）、不予认定或退回补正。"""
    application = await ctx.lock(RecognitionApplication, application_id)
    if application.status is not ApplicationStatus.AWAITING_DECISION:
        casework.may(application, "approve")
    said = rules.told(opinion, "审定意见", "opinion")
    if outcome is RecognitionDecision.DECLINED:
        await _declined(ctx, application, said)
    elif outcome is RecognitionDecision.SENT_BACK:
        await _returned(ctx, application, said)
    else:
        await _approve(ctx, application, said)
    return application


async def _approve(ctx: Context, application: RecognitionApplication, opinion: str) -> None:
    rule = await casework.rule_of(ctx, application)
    directory = await casework.directory_of(ctx, application)
    if directory.transition.judged_by == "decided":
        now = await casework.directory_in_force(ctx)
        if now.id != application.directory_id:
            raise rules.JudgedByAnother(after=now.number)
    days = rule.working_days.notice
    await take(ctx, application, "approve", days=days, note=opinion, inside=True, tell=())
    application.decided_on = ctx.today
    assert application.due_on is not None
    ctx.db.add(
        PublicNotice(
            unit_path=application.unit_path,
            application_id=application.id,
            talent_id=application.talent_id,
            starts_on=ctx.today,
            working_days=days,
            ends_on=application.due_on,
            provisional=application.due_provisional,
            shown=await shown_of(ctx, application, rule),
        )
    )
    tell = tuple(
        u for u in (application.unit_id, application.employer_id, application.lead_id) if u is not None
    )
    ctx.emit(
        NoticePosted(application.id, application.talent_id, application.due_on, tuple(dict.fromkeys(tell)))
    )
