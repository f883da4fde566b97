"""Others' words on a case: departments countersign in parallel, experts vote, a leader decides."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue.work_calendar import work_calendar
from bole.core.context import Context, plain
from bole.core.operation import command
from bole.core.pauses import PauseLedger
from bole.core.permissions import Permission
from bole.fasttrack import casework, rules
from bole.fasttrack.events import (
    CaseDecided,
    CaseMoved,
    CountersignAsked,
    CountersignGiven,
    CountersignsGathered,
    DecisionAsked,
    ExpertsVoted,
    SignerRecused,
)
from bole.fasttrack.models import CaseDecision, Countersign, ExpertVote, FastTrackCase, Recusal
from bole.fasttrack.rules import (
    COUNTERSIGN_FLOW,
    CountersignStatus,
    MeasureStatus,
    Opinion,
    Outcome,
    PartyRole,
)
from bole.org.models import Post, Unit

# -- departments ---------------------------------------------------------------------------------------------


@command(allow=Permission.FASTTRACK_LEAD)
async def send_to_countersign(
    ctx: Context, *, case_id: UUID, unit_ids: list[UUID], note: str | None = None
) -> FastTrackCase:
    """送部门联审：同时发给各部门，各有时限。"""
    case = await casework.led(ctx, case_id)
    planned = [m for m in await casework.measures_of(ctx, case) if m.status is MeasureStatus.PLANNED]
    await casework.may(ctx, case, "send_to_countersign")
    rules.check_askable(len(planned), len(unit_ids))
    said = rules.noted(note, "送审说明")
    await casework.take(ctx, case, "send_to_countersign", holder=None, note=said)
    await _ask(ctx, case, unit_ids, said)
    return case


@command(allow=Permission.FASTTRACK_LEAD)
async def ask_again(ctx: Context, *, case_id: UUID, unit_ids: list[UUID], note: str) -> FastTrackCase:
    """协调后请部门重新会签，原意见保留。"""
    case = await casework.led(ctx, case_id)
    await casework.may(ctx, case, "ask_again")
    rules.check_askable(1, len(unit_ids))
    said = rules.told(note, "协调情况", "note")
    await casework.take(ctx, case, "ask_again", holder=None, note=said)
    await _ask(ctx, case, unit_ids, said)
    return case


async def _ask(ctx: Context, case: FastTrackCase, unit_ids: list[UUID], note: str | None) -> None:
    terms = casework.terms_of(case)
    reading = PauseLedger(ctx.today, terms.countersign_days).read(await work_calendar(ctx), ctx.today)
    live = {c.unit_id: c for c in await casework.live_countersigns(ctx, case)}
    for unit_id in dict.fromkeys(unit_ids):
        unit, before = await ctx.get(Unit, unit_id), live.get(unit_id)
        if before is not None:
            rules.check_new(unit.name, before.status)
            before.status = COUNTERSIGN_FLOW.after(before.status, "ask_again")
            await ctx.db.flush()  # one live countersign a department: the old one leaves before the new comes
        asked = Countersign(
            unit_path=case.unit_path,
            case_id=case.id,
            unit_id=unit.id,
            round=await _next_round(ctx, case, unit.id),
            asked_on=ctx.today,
            working_days=terms.countersign_days,
            due_on=reading.due,
            due_provisional=reading.provisional,
            note=note,
            deputy_id=before.deputy_id if before is not None else None,
        )
        ctx.db.add(asked)
        await casework.join(ctx, case, unit, PartyRole.COUNTERSIGNER)
        ctx.emit(CountersignAsked(case.id, asked.id, asked.due_on, (unit.id,)))


async def _next_round(ctx: Context, case: FastTrackCase, unit_id: UUID) -> int:
    stmt = select(Countersign.round).where(
        col(Countersign.case_id) == case.id, col(Countersign.unit_id) == unit_id
    )
    return 1 + max((await ctx.db.exec(stmt)).all(), default=0)


@command(allow=Permission.FASTTRACK_LEAD)
async def revise(ctx: Context, *, case_id: UUID, reason: str) -> FastTrackCase:
    """退回修改方案，未答复的会签撤回。"""
    case = await casework.led(ctx, case_id)
    await casework.take(
        ctx, case, "revise", holder=case.lead_id, note=rules.told(reason, "修改方案的理由", "reason")
    )
    await casework.call_off(ctx, case)
    ctx.emit(CaseMoved(case.id, "revise", (case.unit_id,)))
    return case


async def _asked(ctx: Context, countersign_id: UUID) -> tuple[FastTrackCase, Countersign]:
    """The case, then its countersign, both held: in this order everywhere, so that nobody waits in a ring."""
    case = await ctx.lock(FastTrackCase, (await ctx.get(Countersign, countersign_id)).case_id)
    asked = await ctx.lock(Countersign, countersign_id)
    await casework.by_unit(ctx, asked.unit_id)
    await casework.not_recused(ctx, case)
    return case, asked


@command(allow=Permission.FASTTRACK_COUNTERSIGN)
async def countersign(
    ctx: Context, *, countersign_id: UUID, opinion: Opinion, reason: str | None = None
) -> Countersign:
    """会签：同意、修改后同意或不同意；后两者须写明理由。"""
    case, asked = await _asked(ctx, countersign_id)
    if asked.deputy_id is not None and asked.deputy_id != ctx.actor.post_id:
        raise rules.NotTheDeputy(deputy=(await ctx.get(Post, asked.deputy_id)).name)
    rules.check_opinion(opinion, reason)
    asked.status = COUNTERSIGN_FLOW.after(asked.status, "countersign")
    asked.opinion, asked.reason = opinion, rules.noted(reason, "理由", "reason", 1000)
    asked.answered_on, asked.answered_by, asked.answered_name = ctx.today, ctx.actor.id, ctx.actor.name
    ctx.emit(CountersignGiven(case.id, asked.id, opinion.value, (case.lead_id,)))
    await ctx.db.flush()
    if not await casework.waiting(ctx, case):
        ctx.emit(CountersignsGathered(case.id, (case.lead_id,)))
    return asked


@command(allow=Permission.FASTTRACK_COUNTERSIGN)
async def recuse(ctx: Context, *, countersign_id: UUID, reason: str, deputy_id: UUID) -> Countersign:
    """本人回避，由本单位另一岗位代签。回避及于全案，不能撤销。"""
    case, asked = await _asked(ctx, countersign_id)
    COUNTERSIGN_FLOW.after(asked.status, "countersign")
    deputy = await ctx.get(Post, deputy_id)
    if deputy.unit_id != asked.unit_id or deputy.id == ctx.actor.post_id:
        raise rules.DeputyElsewhere(post=deputy.name, field="deputyId")
    asked.deputy_id = deputy.id
    ctx.db.add(
        Recusal(
            unit_path=case.unit_path,
            case_id=case.id,
            countersign_id=asked.id,
            account_id=ctx.actor.id,
            account_name=ctx.actor.name,
            reason=rules.told(reason, "回避理由", "reason"),
            deputy_id=deputy.id,
            recused_on=ctx.today,
        )
    )
    ctx.emit(SignerRecused(case.id, asked.id, ctx.actor.id, (case.lead_id,), (deputy.id,)))
    return asked


# -- experts -------------------------------------------------------------------------------------------------


async def _check_countersigned(ctx: Context, case: FastTrackCase) -> None:
    live = await casework.live_countersigns(ctx, case)
    names = await casework.names_of(ctx, [c.unit_id for c in live])
    rules.check_countersigned(rules.Answer(names[c.unit_id], c.status, c.opinion) for c in live)


async def _last_vote(ctx: Context, case: FastTrackCase) -> ExpertVote | None:
    """The latest vote since the plan was last drawn up; an older one spoke of another plan."""
    drawn_up = await casework.last_taken(ctx, case, ("set_plan",))
    stmt = select(ExpertVote).where(col(ExpertVote.case_id) == case.id, col(ExpertVote.after_step) > drawn_up)
    return (await ctx.db.exec(stmt.order_by(col(ExpertVote.id).desc()).limit(1))).first()


@command(allow=Permission.FASTTRACK_LEAD)
async def consult_experts(ctx: Context, *, case_id: UUID, note: str | None = None) -> FastTrackCase:
    """送专家论证：须各部门已会签且没有不同意。"""
    case = await casework.led(ctx, case_id)
    await casework.may(ctx, case, "consult_experts")
    await _check_countersigned(ctx, case)
    await casework.take(ctx, case, "consult_experts", holder=case.lead_id, note=note)
    ctx.emit(CaseMoved(case.id, "consult_experts", (case.unit_id,)))
    return case


@command(allow=Permission.FASTTRACK_LEAD)
async def record_vote(
    ctx: Context,
    *,
    case_id: UUID,
    invited: int,
    present: int,
    agree: int,
    recused: int = 0,
    note: str | None = None,
) -> FastTrackCase:
    """登记专家论证结果：应邀、回避、到会、同意的人数。"""
    case = await casework.led(ctx, case_id)
    await casework.may(ctx, case, "record_vote")
    terms, vote = casework.terms_of(case), rules.Vote(invited, recused, present, agree)
    rules.check_vote(vote, quorum=terms.quorum, fewest=terms.experts_fewest)
    passed = vote.passed(terms.majority)
    await casework.take(ctx, case, "record_vote", holder=case.lead_id, note=note)
    ctx.db.add(
        ExpertVote(
            unit_path=case.unit_path,
            case_id=case.id,
            after_step=case.last_step,
            held_on=ctx.today,
            invited=invited,
            recused=recused,
            present=present,
            agree=agree,
            majority=terms.expert_majority,
            passed=passed,
            note=rules.noted(note, "论证意见", most=2000),
        )
    )
    ctx.emit(ExpertsVoted(case.id, passed, (case.unit_id,)))
    return case


# -- the decision --------------------------------------------------------------------------------------------


@command(allow=Permission.FASTTRACK_LEAD)
async def submit(ctx: Context, *, case_id: UUID, decider_id: UUID, note: str | None = None) -> FastTrackCase:
    """汇总意见，报请审定。

    deciderId：审定人的岗位（领导小组组长等）。须各部门已会签且没有不同意；规定须论证的，须论证通过。
    """
    case = await casework.led(ctx, case_id)
    await casework.may(ctx, case, "submit")
    await _check_countersigned(ctx, case)
    vote = await _last_vote(ctx, case)
    rules.check_experts(
        required=casework.terms_of(case).experts_required,
        consulted=case.status is rules.CaseStatus.DELIBERATING,
        passed=vote.passed if vote is not None else None,
    )
    post = await ctx.get(Post, decider_id)
    case.decider_id = post.id
    await casework.take(ctx, case, "submit", holder=post.unit_id, note=note)
    await casework.join(ctx, case, await ctx.get(Unit, post.unit_id), PartyRole.DECIDER, post.id)
    ctx.emit(DecisionAsked(case.id, (post.id,)))
    return case


@command(allow=Permission.FASTTRACK_DECIDE)
async def decide(ctx: Context, *, case_id: UUID, outcome: Outcome, opinion: str, form: str) -> FastTrackCase:
    """审定：同意、退回完善或不予支持。审定记录一经写下不可更改。

    form：审定形式，如“组长审定”或“领导小组2026年第3次会议”。
    """
    case = await ctx.lock(FastTrackCase, case_id)
    await casework.may(ctx, case, outcome.step)
    decider = await ctx.get(Post, case.decider_id) if case.decider_id is not None else None
    if decider is None or decider.id not in (ctx.actor.post_id, ctx.actor.self_id):
        raise rules.NotTheDecider(decider=decider.name if decider is not None else "另一岗位")
    ctx.db.add(
        CaseDecision(
            unit_path=case.unit_path,
            case_id=case.id,
            round=1 + await _decisions(ctx, case),
            outcome=outcome,
            opinion=rules.told(opinion, "审定意见", "opinion", 2000),
            form=rules.told(form, "审定形式", "form", 120),
            decided_on=ctx.today,
            decided_at=ctx.now,
            post_id=decider.id,
            account_id=ctx.actor.id,
            account_name=ctx.actor.name,
            plan=await _as_it_stands(ctx, case),
        )
    )
    approved = outcome is not Outcome.REJECTED
    if not approved:
        await casework.drop_measures(ctx, case, outcome.label)
    await casework.take(ctx, case, outcome.step, holder=case.lead_id if approved else None, note=opinion)
    ctx.emit(CaseDecided(case.id, outcome.value, (case.unit_id, case.lead_id)))
    return case


async def _decisions(ctx: Context, case: FastTrackCase) -> int:
    stmt = select(CaseDecision.round).where(col(CaseDecision.case_id) == case.id)
    return max((await ctx.db.exec(stmt)).all(), default=0)


async def _as_it_stands(ctx: Context, case: FastTrackCase) -> dict[str, Any]:
    """The plan, the opinions and the vote that the decision is about: later changes do not reach it."""
    measures = [m for m in await casework.measures_of(ctx, case) if m.status is MeasureStatus.PLANNED]
    live = [c for c in await casework.live_countersigns(ctx, case) if c.status is CountersignStatus.ANSWERED]
    names = await casework.names_of(ctx, [m.unit_id for m in measures] + [c.unit_id for c in live])
    vote = await _last_vote(ctx, case)
    told: dict[str, Any] = plain(
        {
            "measures": [
                {
                    "ordinal": m.ordinal,
                    "kind": m.kind_name,
                    "content": m.content,
                    "amount": m.amount,
                    "unit": names[m.unit_id],
                    "due_on": m.due_on,
                    "after_assessment": m.after_assessment,
                }
                for m in measures
            ],
            "countersigns": [
                {"unit": names[c.unit_id], "opinion": c.opinion, "reason": c.reason, "by": c.answered_name}
                for c in live
            ],
            "vote": vote and vote.model_dump(include={"invited", "recused", "present", "agree", "passed"}),
        }
    )
    return told
