"""Requests of the person: raised, handled within their working days, answered with words."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.work_calendar import work_calendar
from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.privacy import planning, rules
from bole.privacy.catalogue import CODE, PrivacyTerms
from bole.privacy.events import DataAnswered, DataRequested, ErasureOrdered
from bole.privacy.models import DataRequest, Erasure
from bole.privacy.planning import PlanLine
from bole.privacy.rules import REQUEST_FLOW, Asker, Fate, RequestKind, RequestStatus
from bole.roster.career import of
from bole.roster.consent_service import KIND, own_record
from bole.roster.models import Departure, Talent
from bole.roster.rules import DepartureReason, TalentStatus, filled
from bole.roster.standing_service import close

# Queries ---------------------------------------------------------------------------------------------------


@query(allow=Permission.PRIVACY_READ)
def data_requests(
    ask: Ask,
    *,
    status: RequestStatus | None = None,
    kind: RequestKind | None = None,
    open_only: bool = False,
    talent_id: UUID | None = None,
) -> Select[DataRequest]:
    """个人信息请求，期限近的在前。"""
    stmt = sa.select(DataRequest)
    if status is not None:
        stmt = stmt.where(col(DataRequest.status) == status)
    if kind is not None:
        stmt = stmt.where(col(DataRequest.kind) == kind)
    if talent_id is not None:
        stmt = stmt.where(col(DataRequest.talent_id) == talent_id)
    if open_only:
        stmt = stmt.where(col(DataRequest.status).in_(rules.OPEN))
    return stmt.order_by(col(DataRequest.due_on), col(DataRequest.id))


@query(allow=Permission.PRIVACY_READ)
def data_request(ask: Ask, *, id: UUID) -> Select[DataRequest]:
    """一项个人信息请求。"""
    return sa.select(DataRequest).where(col(DataRequest.id) == id)


@query(allow=Permission.SELF_READ)
def my_data_requests(ask: Ask) -> Select[DataRequest]:
    """我的请求，最新的在前。"""
    mine = sa.select(DataRequest).where(col(DataRequest.talent_id) == ask.self_id)
    return mine.order_by(col(DataRequest.raised_on).desc(), col(DataRequest.id).desc())


@dataclass(frozen=True)
class ErasurePlan:
    """What would be done today. `digest` goes into the order, so that what is done is what was shown."""

    digest: str
    lines: list[PlanLine]


@query(allow=Permission.PRIVACY_READ)
async def erasure_plan(ctx: Context, *, request_id: UUID) -> ErasurePlan:
    """删除方案：哪些删除，哪些须保存、依据与期限。"""
    request = await ctx.get(DataRequest, request_id)
    if request.kind is not RequestKind.ERASE:
        raise rules.NotAnErasure(field="requestId")
    lines = await planning.plan_of(ctx.services, request.talent_id)
    return ErasurePlan(planning.digest_of(lines), lines)


# Raise -----------------------------------------------------------------------------------------------------


@command(allow=Permission.SELF_READ)
async def raise_data_request(
    ctx: Context, *, kind: RequestKind, content: str, purpose: str | None = None
) -> DataRequest:
    """提出个人信息请求：查阅复制、更正补充、撤回同意、删除、解释说明。"""
    return await _raise(ctx, await own_record(ctx), kind, content, purpose)


@command(allow=Permission.PRIVACY_HANDLE)
async def record_data_request(
    ctx: Context,
    *,
    talent_id: UUID,
    kind: RequestKind,
    content: str,
    asker: Asker = Asker.PERSON,
    asker_name: str | None = None,
    purpose: str | None = None,
) -> DataRequest:
    """登记书面或到场提出的个人信息请求。

    由近亲属（本人去世的）或代理人提出的，写明姓名与关系。
    """
    talent = await ctx.get(Talent, talent_id)
    dead = select(sa.func.count()).where(
        col(Departure.talent_id) == talent.id,
        col(Departure.reason) == DepartureReason.DECEASED,
        col(Departure.came_back_on).is_(None),
    )
    deceased = bool((await ctx.db.exec(dead)).one())
    named = rules.check_asker(asker, asker_name, deceased=deceased)
    return await _raise(ctx, talent, kind, content, purpose, asker=asker, asker_name=named)


async def _raise(
    ctx: Context,
    talent: Talent,
    kind: RequestKind,
    content: str,
    purpose: str | None,
    *,
    asker: Asker = Asker.PERSON,
    asker_name: str | None = None,
) -> DataRequest:
    said = filled("请求内容", content, field="content")
    if kind is RequestKind.WITHDRAW:
        if purpose is None:
            raise rules.PurposeMissing(field="purpose")
        await lookup.entry(ctx, KIND, purpose)
    terms = await lookup.body(ctx, PrivacyTerms, CODE)
    told = (await work_calendar(ctx)).explain(ctx.today, terms.request_days[kind])
    request = DataRequest(
        **of(talent),
        kind=kind,
        content=said,
        purpose=purpose if kind is RequestKind.WITHDRAW else None,
        asker=asker,
        asker_name=asker_name,
        raised_on=ctx.today,
        due_on=told.end,
        due_words=told.summary,
    )
    ctx.db.add(request)
    await ctx.db.flush()
    ctx.emit(DataRequested(request.id, talent.id, kind.value))
    return request


@command(allow=Permission.SELF_READ)
async def withdraw_data_request(ctx: Context, *, request_id: UUID) -> DataRequest:
    """撤回本人尚未办结的请求。"""
    await own_record(ctx)
    request = await ctx.lock(DataRequest, request_id)
    request.status = REQUEST_FLOW.after(request.status, "withdraw")
    request.closed_on = ctx.today
    await ctx.db.flush()
    return request


# Handle ----------------------------------------------------------------------------------------------------


@command(allow=Permission.PRIVACY_HANDLE)
async def accept_data_request(ctx: Context, *, request_id: UUID) -> DataRequest:
    """受理个人信息请求。"""
    request = await ctx.lock(DataRequest, request_id)
    request.status = REQUEST_FLOW.after(request.status, "accept")
    request.handled_by_name = ctx.actor.name
    await ctx.db.flush()
    return request


@command(allow=Permission.PRIVACY_HANDLE)
async def answer_data_request(ctx: Context, *, request_id: UUID, answer: str) -> DataRequest:
    """答复个人信息请求。

    撤回同意的，答复后该项授权即告撤回；删除请求须执行删除方案，不在这里答复。
    """
    request = await ctx.lock(DataRequest, request_id)
    after = REQUEST_FLOW.after(request.status, "answer")
    if request.kind is RequestKind.ERASE:
        raise rules.AnswerByErasing()
    request.answer = filled("答复", answer, field="answer")
    return await _close(ctx, request, after)


@command(allow=Permission.PRIVACY_HANDLE)
async def refuse_data_request(ctx: Context, *, request_id: UUID, reason: str) -> DataRequest:
    """不予办理个人信息请求，写明理由（个人信息保护法第五十条）。"""
    request = await ctx.lock(DataRequest, request_id)
    after = REQUEST_FLOW.after(request.status, "refuse")
    request.answer = filled("理由", reason, field="reason")
    return await _close(ctx, request, after)


async def _close(ctx: Context, request: DataRequest, after: RequestStatus) -> DataRequest:
    request.status, request.closed_on, request.handled_by_name = after, ctx.today, ctx.actor.name
    await ctx.db.flush()
    ctx.emit(DataAnswered(request.id, request.talent_id))
    return request


@command(allow=Permission.PRIVACY_ERASE)
async def carry_out_erasure(ctx: Context, *, request_id: UUID, digest: str) -> DataRequest:
    """执行删除方案，不能恢复。

    digest 为所查看方案的摘要；方案有变化的须重新查看。记录随之注销，优才卡、联系安排依规终止，伙伴单位收到删除通知。
    """
    request = await ctx.lock(DataRequest, request_id)
    if request.kind is not RequestKind.ERASE:
        raise rules.NotAnErasure(field="requestId")
    after = REQUEST_FLOW.after(request.status, "erase")
    talent = await ctx.lock(Talent, request.talent_id)
    lines = await planning.plan_of(ctx.services, talent.id)
    if planning.digest_of(lines) != digest:
        raise rules.PlanChanged(field="digest")
    erasure = Erasure(
        **of(talent),
        request_id=request.id,
        ordered_at=ctx.now,
        ordered_by_name=ctx.actor.name,
        lines=planning.told(lines),
        next_due=min((line.until for line in lines if line.until and line.fate is Fate.KEPT), default=None),
    )
    ctx.db.add(erasure)
    if talent.status is not TalentStatus.CLOSED:
        await close(ctx, talent_id=talent.id, version=talent.version, reason="依请求删除个人资料")
    request.status, request.handled_by_name = after, ctx.actor.name
    await ctx.db.flush()
    ctx.emit(ErasureOrdered(erasure.id, talent.id))
    return request
