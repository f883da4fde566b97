"""Proposed changes, from a leader's contact, the employer or the talent: one list for who owns the record."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy import Select
from sqlmodel import col, select

from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.errors import InvalidInput, NotFound
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.roster import proposal_rules as rules
from bole.roster.career import of
from bole.roster.career_service import end_employment
from bole.roster.consent_service import own_record
from bole.roster.employing import own_list
from bole.roster.events import ChangeDecided, ChangeProposed
from bole.roster.forms import TalentChangeIn
from bole.roster.models import Employment, Talent
from bole.roster.proposal_forms import DepartureReportIn, ProposalIn
from bole.roster.proposal_models import ProposedChange
from bole.roster.proposal_rules import (
    CHANGE_FLOW,
    DEPARTURE,
    NOTE,
    SEALED,
    ChangeStatus,
    ProposalSource,
    label_of,
)
from bole.roster.rules import DepartureReason, NothingChanged, check_past, check_span, filled
from bole.roster.sealed import phone_blind
from bole.roster.search import within
from bole.roster.service import change as change_talent
from bole.roster.standing_service import leave

# Queries ---------------------------------------------------------------------------------------------------


@query(allow=Permission.ROSTER_READ)
def proposed_changes(
    ask: Ask,
    *,
    status: ChangeStatus | None = None,
    source: ProposalSource | None = None,
    talent_id: UUID | None = None,
    unit_id: UUID | None = None,
) -> Select[ProposedChange]:
    """资料变动：联系中了解到的、用人单位与人才本人提出的。"""
    stmt = sa.select(ProposedChange)
    if status is not None:
        stmt = stmt.where(col(ProposedChange.status) == status)
    if source is not None:
        stmt = stmt.where(col(ProposedChange.source) == source)
    if talent_id is not None:
        stmt = stmt.where(col(ProposedChange.talent_id) == talent_id)
    if unit_id is not None:
        stmt = stmt.where(within(col(ProposedChange.unit_path), unit_id))
    return stmt.order_by(col(ProposedChange.raised_on).desc(), col(ProposedChange.id).desc())


@query(allow=Permission.ROSTER_READ)
def my_proposals(ask: Ask) -> Select[ProposedChange]:
    """我提出的更正，最新的在前。"""
    mine = sa.select(ProposedChange).where(col(ProposedChange.proposed_by) == ask.actor_id)
    return mine.order_by(col(ProposedChange.raised_on).desc(), col(ProposedChange.id).desc())


@query(allow=Permission.EMPLOYEE_KEEP)
def my_people(ask: Ask, *, search: str | None = None) -> Select[Talent]:
    """本单位人才。

    现在本单位任职的（不论由谁保管资料）与本单位保管资料的人才；姓名、拼音或首字母可检索。
    """
    stmt = sa.select(Talent).where(own_list(Talent), col(Talent.status) != sa.literal_column("'closed'"))
    if search is not None:
        words: Any = sa.func.lower(sa.cast(search, sa.Text()))
        zero: Any = sa.literal_column("0")
        spelled = (col(Talent.name), col(Talent.pinyin), col(Talent.initials))
        stmt = stmt.where(sa.or_(*(sa.func.strpos(sa.func.lower(c), words) > zero for c in spelled)))
    return stmt.order_by(col(Talent.name_key), col(Talent.id))


# Propose ---------------------------------------------------------------------------------------------------


@command(allow=Permission.ROSTER_READ)
async def propose_own_change(ctx: Context, *, proposal: ProposalIn) -> ProposedChange:
    """更正本人资料。

    由归口单位核实后更改；可以附佐证文件。答复在“我的更正”里，也会收到消息。
    """
    talent = await own_record(ctx)
    return await _propose(ctx, talent, proposal, source=ProposalSource.TALENT)


@command(allow=Permission.EMPLOYEE_KEEP)
async def propose_employee_change(ctx: Context, *, talent_id: UUID, proposal: ProposalIn) -> ProposedChange:
    """对本单位人才的资料提出更正。

    资料由其他单位保管的，由保管单位核实后更改；本单位保管的请直接更改。
    """
    talent = await _employee(ctx, talent_id)
    return await _propose(ctx, talent, proposal, source=ProposalSource.EMPLOYER)


@command(allow=Permission.EMPLOYEE_KEEP)
async def report_departure(ctx: Context, *, talent_id: UUID, departure: DepartureReportIn) -> ProposedChange:
    """报告本单位人才离开。

    由保管资料的单位确认：本单位的任职于离开日期结束；没有其他现任职的，登记为离开。
    """
    talent = await _employee(ctx, talent_id)
    work = await _work_here(ctx, talent.id, ctx.actor.unit_id)
    check_past("离开日期", departure.left_on, today=ctx.today, field="leftOn")
    check_span("离开日期", work.started_on, departure.left_on, field="leftOn")
    words = f"{departure.left_on.isoformat()} {departure.reason.label}"
    made = ProposedChange(
        **of(talent),
        **_from(ctx, ProposalSource.EMPLOYER),
        field=DEPARTURE,
        value=words if departure.destination is None else f"{words}，去向：{departure.destination}",
        details=departure.model_dump(mode="json"),
        reason=departure.note,
        raised_on=ctx.today,
    )
    return await _told(ctx, made)


@command(allow=Permission.ROSTER_READ)
async def withdraw_change(ctx: Context, *, change_id: UUID) -> ProposedChange:
    """撤回本人或本单位提出、尚未答复的更正。"""
    change = await _ours(ctx, change_id)
    change.status = CHANGE_FLOW.after(change.status, "withdraw")
    change.decided_on, change.decided_by_name = ctx.today, ctx.actor.name
    await ctx.db.flush()
    return change


@command(allow=Permission.ROSTER_READ)
async def attach_evidence(ctx: Context, *, change_id: UUID, key: str, name: str, kind: str) -> ProposedChange:
    """给本人或本单位提出、尚未答复的更正附佐证文件；再附则替换。"""
    change = await _ours(ctx, change_id)
    CHANGE_FLOW.after(change.status, "withdraw")  # answered already: refused like any other step
    before = change.evidence_key
    change.evidence_key, change.evidence_name, change.evidence_type = key, name, kind
    if before is not None:
        ctx.after_commit.append(lambda: ctx.files.delete(before))
    await ctx.db.flush()
    return change


@dataclass(frozen=True)
class Evidence:
    """Where a file lies, and what it is."""

    key: str
    name: str
    kind: str


@query(allow=Permission.ROSTER_READ)
async def evidence(ctx: Context, *, change_id: UUID) -> Evidence:
    """一项更正的佐证文件。"""
    change = await ctx.get(ProposedChange, change_id)
    if change.evidence_key is None or change.evidence_name is None:
        raise NotFound()
    return Evidence(change.evidence_key, change.evidence_name, change.evidence_type or "")


async def _ours(ctx: Context, change_id: UUID) -> ProposedChange:
    """Held, if whoever acts proposed it, or their unit did."""
    change = await ctx.lock(ProposedChange, change_id)
    mine = change.proposed_by == ctx.actor.id
    ours = change.proposer_unit_id is not None and change.proposer_unit_id == ctx.actor.unit_id
    if not (mine or ours):
        raise rules.NotYourProposal()
    return change


async def _employee(ctx: Context, talent_id: UUID) -> Talent:
    """Somebody who works for the employer that asks, and whose record another unit keeps."""
    talent = await ctx.get(Talent, talent_id)
    if ctx.actor.lo <= talent.unit_path < ctx.actor.hi or ctx.actor.kind is not ActorKind.EMPLOYER:
        raise rules.KeptByYou()
    return talent


async def _propose(
    ctx: Context, talent: Talent, form: ProposalIn, *, source: ProposalSource
) -> ProposedChange:
    label = rules.check_field(form.field)
    made = ProposedChange(
        **of(talent),
        **_from(ctx, source),
        field=form.field,
        value=form.value,
        reason=form.reason,
        raised_on=ctx.today,
    )
    if form.field in SEALED:
        clear, made.value = rules.read_sealed(form.field, form.value)
        made.value_sealed = ctx.vault.seal("proposed_change", "value_sealed", made.id, clear)
        same = form.field == "phone" and phone_blind(ctx.vault, clear) == talent.phone_blind
    elif form.field == NOTE:
        same = False
    else:
        told = _shaped(form.field, form.value)
        made.value, same = str(told), str(told) == str(getattr(talent, form.field))
    if same:
        raise rules.SameAlready(name=label, field="value")
    return await _told(ctx, made)


def _from(ctx: Context, source: ProposalSource) -> dict[str, Any]:
    unit = ctx.actor.unit_id if source is ProposalSource.EMPLOYER else None
    return {
        "source": source,
        "proposed_by": ctx.actor.id,
        "proposed_by_name": ctx.actor.name,
        "proposer_unit_id": unit,
    }


def _shaped(field: str, value: str) -> Any:
    """The value as the roster's own form reads it."""
    try:
        return getattr(TalentChangeIn.model_validate({field: value}), field)
    except ValidationError:
        raise InvalidInput(reason=f"“{value}”不能作为{label_of(field)}，请核对", field="value") from None


async def _told(ctx: Context, change: ProposedChange) -> ProposedChange:
    ctx.db.add(change)
    await ctx.db.flush()
    ctx.emit(ChangeProposed(change.id, change.talent_id, change.field))
    return change


# Decide ----------------------------------------------------------------------------------------------------


@command(allow=Permission.ROSTER_WRITE)
async def accept_change(
    ctx: Context,
    *,
    change_id: UUID,
    note: str | None = None,
    value: str | None = None,
    stays: bool = False,
) -> ProposedChange:
    """采用资料变动。

    由数据责任人核实后采用：写入名录，并注明来自何处。只采用一部分的，value 写明实际写入的内容；文字情况（note）由
    责任人自行更改名录，在此办结。离开报告采用后结束该单位的任职；stays 为仍在本市（不登记离开）。
    """
    change = await _to_decide(ctx, change_id)
    taken = (value or "").strip() or None
    partly = taken is not None and taken != change.value
    after = CHANGE_FLOW.after(change.status, "accept_partly" if partly else "accept")
    if change.field == DEPARTURE:
        before = await _leave(ctx, change, stays=stays)
    elif change.field == NOTE:
        before = None
    else:
        before = await _write_to_roster(ctx, change, taken if partly else None)
    change.status, change.value_before = after, before
    if partly:
        change.value_taken = (
            rules.read_sealed(change.field, taken)[1] if change.field in SEALED and taken else taken
        )
    return await _decided(ctx, change, (note or "").strip() or None)


@command(allow=Permission.ROSTER_WRITE)
async def reject_change(ctx: Context, *, change_id: UUID, reason: str) -> ProposedChange:
    """不采用资料变动。"""
    change = await _to_decide(ctx, change_id)
    change.status = CHANGE_FLOW.after(change.status, "reject")
    return await _decided(ctx, change, filled("理由", reason, field="reason"))


async def _to_decide(ctx: Context, change_id: UUID) -> ProposedChange:
    """Held for its decision, by the unit that keeps the record: an employer sees its own proposals, no more."""
    change = await ctx.lock(ProposedChange, change_id)
    if not ctx.actor.lo <= change.unit_path < ctx.actor.hi:
        kept = select(col(Unit.name)).where(col(Unit.path) == change.unit_path)
        raise rules.NotTheKeeper(unit=(await ctx.db.exec(kept)).first() or "其他单位")
    return change


async def _decided(ctx: Context, change: ProposedChange, note: str | None) -> ProposedChange:
    change.decision_note = note
    change.decided_on, change.decided_by_name = ctx.today, ctx.actor.name
    await ctx.db.flush()
    taken = change.status is not ChangeStatus.REJECTED
    ctx.emit(ChangeDecided(change.id, change.talent_id, change.field, taken))
    return change


async def _write_to_roster(ctx: Context, change: ProposedChange, partly: str | None) -> str | None:
    """The roster's own command makes the change; beside it stands whom it came from."""
    field, value = change.field, partly or change.value
    if partly is None and change.value_sealed is not None:
        value = ctx.vault.open("proposed_change", "value_sealed", change.id, change.value_sealed)
    talent = await ctx.lock(Talent, change.talent_id)
    before, sources = getattr(talent, f"{field}_masked" if field in SEALED else field), talent.sources
    _shaped(field, value)
    try:
        told = TalentChangeIn.model_validate({field: value})
        await change_talent(ctx, talent_id=talent.id, version=talent.version, change=told)
    except NothingChanged:
        return str(before)  # somebody was faster: the roster says so already
    _say_whom_from(talent, change, sources)
    return before if before is None else str(before)


def _say_whom_from(talent: Talent, change: ProposedChange, before: dict[str, Any]) -> None:
    """Of each field that the roster's own commands wrote just now: not the officer's word alone, but whose."""
    said = {"source": _SOURCES[change.source]}
    if change.log_id is not None:
        said["log"] = str(change.log_id)
    elif change.proposed_by_name is not None:
        said["proposed_by"] = change.proposed_by_name
    written = {field: told for field, told in talent.sources.items() if told != before.get(field)}
    talent.sources = {**talent.sources, **{field: {**told, **said} for field, told in written.items()}}


_SOURCES = {
    ProposalSource.LEADER: "contact",
    ProposalSource.EMPLOYER: "employer",
    ProposalSource.TALENT: "talent",
}


async def _leave(ctx: Context, change: ProposedChange, *, stays: bool) -> str | None:
    """Ends the employment there; who works nowhere else any more has left, unless the keeper knows better."""
    talent = await ctx.lock(Talent, change.talent_id)
    sources, told = talent.sources, change.details or {}
    reason, left_on = DepartureReason(told["reason"]), date.fromisoformat(told["left_on"])
    work = await _work_here(ctx, change.talent_id, change.proposer_unit_id)
    others = select(sa.func.count()).where(
        col(Employment.talent_id) == change.talent_id,
        col(Employment.ended_on).is_(None),
        col(Employment.id) != work.id,
    )
    before = work.employer_name
    if stays or (await ctx.db.exec(others)).one():
        await end_employment(ctx, employment_id=work.id, ended_on=left_on, reason=reason.label)
        _say_whom_from(talent, change, sources)
        return before
    unit = await ctx.get(Unit, change.proposer_unit_id) if change.proposer_unit_id else None
    await leave(
        ctx,
        talent_id=change.talent_id,
        left_on=left_on,
        reason=reason,
        told_to=f"{unit.name if unit else before}报告，{ctx.actor.name}确认"[:120],
        told_on=change.raised_on,
        destination=told.get("destination"),
        note=told.get("note"),
    )
    _say_whom_from(talent, change, sources)
    return before


async def _work_here(ctx: Context, talent_id: UUID, unit_id: UUID | None) -> Employment:
    """The current employment with this unit, or with one that it took over."""
    taken_over = select(col(Unit.id)).where(
        sa.or_(col(Unit.id) == unit_id, col(Unit.successor_id) == unit_id)
    )
    stmt = (
        select(Employment)
        .where(
            col(Employment.talent_id) == talent_id,
            col(Employment.ended_on).is_(None),
            col(Employment.employer_unit_id).in_(taken_over),
        )
        .order_by(col(Employment.main).desc(), col(Employment.id))
    )
    if (work := (await ctx.db.exec(stmt)).first()) is None:
        raise rules.NotEmployedHere(field="talentId")
    return work
