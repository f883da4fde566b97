"""Experts score blind: who is on the list, who is asked, who keeps out, and what the sheets say together."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlalchemy import Select
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.catalogue import Role
from bole.catalogue.work_calendar import work_calendar
from bole.core.context import Context
from bole.core.errors import NotFound
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.identity.models import Account, PostRole
from bole.identity.rules import AccountStatus
from bole.org.models import Appointment, Unit, holds
from bole.recognition import casework, expert_rules, rules, scoring
from bole.recognition.casework import take
from bole.recognition.events import ExpertInvited, ExpertRecused
from bole.recognition.flow_rules import SHEET_FLOW, ScoreSheetStatus
from bole.recognition.models import Expert, RecognitionApplication, ScoreSheet
from bole.roster.models import Talent


class ScoreIn(BaseModel):
    """一项得分"""

    code: str = Field(min_length=1, max_length=40, description="评分项代码")
    score: int = Field(ge=0, le=100, description="得分（零到一百）")


# -- the list of experts -------------------------------------------------------------------------------------


@query(allow=Permission.RECOGNITION_LEAD)
def experts(ask: Ask, *, talent_type: str | None = None, active_only: bool = True) -> Select[Expert]:
    """评审专家名单。"""
    stmt = sa.select(Expert)
    if talent_type is not None:
        stmt = stmt.where(
            sa.or_(col(Expert.types).bool_op("?")(sa.cast(talent_type, sa.Text)), col(Expert.types) == [])
        )
    if active_only:
        stmt = stmt.where(col(Expert.active))
    return stmt.order_by(col(Expert.name), col(Expert.id))


@dataclass(frozen=True)
class ExpertCandidate:
    """An account that may score and is on no list yet."""

    id: UUID
    name: str
    login: str


@query(allow=Permission.RECOGNITION_LEAD)
async def expert_candidates(ctx: Context) -> list[ExpertCandidate]:
    """可聘为评审专家的账号：所任岗位有评分权限，尚未聘请。"""
    wants = Permission.RECOGNITION_SCORE
    roles = [code for code, role in (await lookup.bodies(ctx, Role)).items() if wants in role.permissions]
    stmt = (
        select(Account.id, Account.name, Account.login)
        .join(Appointment, col(Appointment.person_id) == col(Account.person_id))
        .join(PostRole, col(PostRole.post_id) == col(Appointment.post_id))
        .where(
            col(PostRole.role_code).in_(roles),
            col(Account.status) == AccountStatus.ACTIVE,
            col(Account.id).not_in(select(Expert.account_id).where(col(Expert.active))),
            holds(Appointment, ctx.today),
        )
        .distinct()
        .order_by(col(Account.name), col(Account.login))
    )
    return [ExpertCandidate(*row) for row in (await ctx.db.exec(stmt)).all()]


@command(allow=Permission.RECOGNITION_LEAD)
async def enrol_expert(
    ctx: Context,
    *,
    account_id: UUID,
    employer_name: str,
    employer_id: UUID | None = None,
    types: list[str] | None = None,
    specialty: str | None = None,
) -> Expert:
    """聘请评审专家：登记其所在单位，同单位的申报自动回避。"""
    account = await ctx.get(Account, account_id)
    office = await _office(ctx)
    named = (await ctx.get(Unit, employer_id)).name if employer_id is not None else employer_name
    made = Expert(
        unit_path=office.path,
        account_id=account.id,
        name=account.name,
        employer_name=rules.told(named, "所在单位", "employerName", 120),
        employer_id=employer_id,
        types=list(types or []),
        specialty=rules.noted(specialty, "专业", "specialty", 200),
    )
    ctx.db.add(made)
    return made


async def _office(ctx: Context) -> Unit:
    if ctx.actor.unit_id is None:
        raise rules.NoUnitToApplyFor()
    return await ctx.get(Unit, ctx.actor.unit_id)


@command(allow=Permission.RECOGNITION_LEAD)
async def retire_expert(ctx: Context, *, expert_id: UUID) -> Expert:
    """解聘评审专家；已交回的评分不变。"""
    expert = await ctx.lock(Expert, expert_id)
    expert.active = False
    return expert


# -- asking them ---------------------------------------------------------------------------------------------


@command(allow=Permission.RECOGNITION_LEAD)
async def invite_experts(
    ctx: Context, *, application_id: UUID, expert_ids: list[UUID]
) -> RecognitionApplication:
    """邀请专家盲评：评分表不含姓名与单位；同单位的、申报人声明的亲属不能受邀。"""
    application = await casework.led(ctx, application_id)
    casework.may(application, "invite_experts")
    rule = await casework.rule_of(ctx, application)
    if rule.scoring is None or not rule.scored(application.level):
        raise expert_rules.NoScoringHere(level=await casework.name_of(ctx, "level", application.level))
    talent = await ctx.get(Talent, application.talent_id)
    employers = await scoring.employers_of(ctx, talent)
    before = await scoring.sheets_of(ctx, application.id)
    now = application.scoring_round
    asked = {s.expert_id for s in before if s.round == now and s.status in expert_rules.STANDING}
    recused = {s.expert_id for s in before if s.status is ScoreSheetStatus.RECUSED}
    material = await scoring.material_of(ctx, application, talent, rule.scoring, employers)
    due_on = (await work_calendar(ctx)).add_working_days(ctx.today, rule.working_days.joint)
    office = await ctx.get(Unit, application.lead_id)
    for expert_id in dict.fromkeys(expert_ids):
        expert = await ctx.get(Expert, expert_id)
        expert_rules.check_expert(
            name=expert.name,
            employer=expert.employer_name,
            active=expert.active,
            invited=expert.id in asked,
            recused=expert.id in recused,
            employers=employers,
            kin=application.kinship,
        )
        sheet = ScoreSheet(
            unit_path=office.path,
            application_id=application.id,
            expert_id=expert.id,
            account_id=expert.account_id,
            round=now,
            code=expert_rules.sheet_code(application.id.hex, now),
            invited_on=ctx.today,
            due_on=due_on,
            material=material,
            items=[item.model_dump() for item in rule.scoring.items],
        )
        ctx.db.add(sheet)
        ctx.emit(ExpertInvited(sheet.id, expert.account_id, due_on))
    days = application.due_days
    await take(
        ctx, application, "invite_experts", days=days, note=f"邀请 {len(expert_ids)} 人", inside=True, tell=()
    )
    return application


@command(allow=Permission.RECOGNITION_LEAD)
async def close_scoring(ctx: Context, *, application_id: UUID) -> RecognitionApplication:
    """汇总专家评分：有效评分表须达到规定份数，平均分是否达到要求。未交回的评分表随之撤回。"""
    application = await casework.led(ctx, application_id)
    casework.may(application, "close_scoring")
    rule = await casework.rule_of(ctx, application)
    if rule.scoring is None or not rule.scored(application.level):
        raise expert_rules.NoScoringHere(level=await casework.name_of(ctx, "level", application.level))
    sheets = await scoring.sheets_of(ctx, application.id)
    told = expert_rules.tally(
        ((s.status, s.total) for s in sheets if s.round == application.scoring_round),
        fewest=rule.scoring.fewest,
        needed=float(rule.scoring.pass_score),
    )
    application.expert_count, application.expert_score = told.count, told.average
    application.expert_passed = told.passed
    await scoring.call_off_sheets(ctx, application.id)
    words = f"{told.count} 份，平均 {told.average} 分，{'达到' if told.passed else '未达到'} {rule.scoring.pass_score} 分"
    days = application.due_days
    await take(ctx, application, "close_scoring", days=days, note=words, inside=True, tell=())
    return application


# -- the expert's own desk -----------------------------------------------------------------------------------


@query(allow=Permission.RECOGNITION_SCORE)
def my_score_sheets(ask: Ask, *, status: ScoreSheetStatus | None = None) -> Select[ScoreSheet]:
    """我的评分表：待接受、评分中的在前，先到期的先列；其余的新邀请的在前。"""
    stmt = sa.select(ScoreSheet).where(col(ScoreSheet.account_id) == ask.actor_id)
    if status is not None:
        stmt = stmt.where(col(ScoreSheet.status) == status)
    settled = sa.cast(sa.literal_column("'infinity'"), sa.Date())
    owed_by = sa.case((col(ScoreSheet.status).in_(scoring.OPEN), col(ScoreSheet.due_on)), else_=settled)
    return stmt.order_by(owed_by, col(ScoreSheet.invited_on).desc(), col(ScoreSheet.id).desc())


@query(allow=Permission.RECOGNITION_SCORE)
def my_score_sheet(ask: Ask, *, id: UUID) -> Select[ScoreSheet]:
    """我的一份评分表。"""
    return sa.select(ScoreSheet).where(col(ScoreSheet.id) == id, col(ScoreSheet.account_id) == ask.actor_id)


async def _own_sheet(ctx: Context, sheet_id: UUID) -> ScoreSheet:
    sheet = await ctx.lock(ScoreSheet, sheet_id)
    if sheet.account_id != ctx.actor.id:
        raise NotFound()
    return sheet


@command(allow=Permission.RECOGNITION_SCORE)
async def accept_sheet(ctx: Context, *, sheet_id: UUID) -> ScoreSheet:
    """接受评审邀请，并确认与申报人没有须回避的关系。"""
    sheet = await _own_sheet(ctx, sheet_id)
    sheet.status = SHEET_FLOW.after(sheet.status, "accept")
    return sheet


@command(allow=Permission.RECOGNITION_SCORE)
async def recuse_sheet(ctx: Context, *, sheet_id: UUID, reason: str) -> ScoreSheet:
    """回避：同单位、亲属或其他利害关系，写明理由；回避后不能再评。"""
    sheet = await _own_sheet(ctx, sheet_id)
    sheet.recusal = rules.told(reason, "回避理由", "reason", 500)
    sheet.status, sheet.answered_at = SHEET_FLOW.after(sheet.status, "recuse"), ctx.now
    ctx.emit(ExpertRecused(sheet.application_id, sheet.id, ()))
    return sheet


@command(allow=Permission.RECOGNITION_SCORE)
async def score_sheet(
    ctx: Context, *, sheet_id: UUID, scores: list[ScoreIn], comment: str | None = None
) -> ScoreSheet:
    """提交评分：每一项都打分；提交后不能更改。"""
    sheet = await _own_sheet(ctx, sheet_id)
    after = SHEET_FLOW.after(sheet.status, "score")
    given = {s.code: s.score for s in scores}
    sheet.total = expert_rules.weighted(sheet.items, given)
    sheet.scores, sheet.comment = given, rules.noted(comment, "评语", "comment", 1000)
    sheet.status, sheet.answered_at = after, ctx.now
    return sheet
