"""Withdrawal at once, erasure for good, partners told, families forgotten, and who is told of requests."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import SQLModel, col, select

from bole.catalogue import lookup
from bole.catalogue.work_calendar import work_calendar
from bole.core.context import Context
from bole.core.events import on
from bole.identity.models import Account
from bole.merge.records import records_of
from bole.notice.service import notify
from bole.org.offices import desk_above
from bole.privacy.catalogue import CODE, PrivacyTerms
from bole.privacy.events import DataAnswered, DataRequested, ErasureOrdered, TalentErased
from bole.privacy.models import DataRequest, DeletionNotice, Erasure
from bole.privacy.rules import REQUEST_FLOW, Fate, NoticeReason, RequestKind, RequestStatus
from bole.roster.catalogue import DataGround
from bole.roster.consent_models import Consent
from bole.roster.erasing import GONE, HOLDINGS, in_order
from bole.roster.events import ConsentWithdrawn
from bole.roster.models import FamilyMember, Talent
from bole.roster.sharing import RECEIVED, partners_of

FAMILY: Final = "family"
"""The group of the catalogue (data_ground) that family belongs to; its consent is the catalogue's to name."""


@on(DataRequested)
async def tell_the_desk(ctx: Context, fact: DataRequested) -> None:
    request = await ctx.get(DataRequest, fact.request_id)
    await notify(
        ctx,
        kind="privacy",
        title=f"有新的个人信息请求：{request.kind.label}",
        body=f"请于 {request.due_on.isoformat()} 前答复。",
        about="data_request",
        about_id=request.id,
        key=f"data_requested/{request.id}",
        posts=await desk_above(ctx, request.unit_path),
    )


@on(DataAnswered)
async def tell_the_person(ctx: Context, fact: DataAnswered) -> None:
    request = await ctx.get(DataRequest, fact.request_id)
    if request.kind is RequestKind.WITHDRAW and request.status is RequestStatus.ANSWERED:
        await _withdraw(ctx, request)
    mine = select(col(Account.id)).where(col(Account.talent_id) == request.talent_id)
    await notify(
        ctx,
        kind="privacy",
        title=f"您的请求（{request.kind.label}）：{REQUEST_FLOW.labels[request.status]}",
        body=request.answer or "",
        about="data_request",
        about_id=request.id,
        key=f"data_answered/{request.id}",
        accounts=(await ctx.db.exec(mine)).all(),
    )


async def _withdraw(ctx: Context, request: DataRequest) -> None:
    """On paper, or by a relative: the same as if the person had taken it back on the phone."""
    held = select(Consent).where(
        col(Consent.talent_id) == request.talent_id,
        col(Consent.purpose) == request.purpose,
        col(Consent.withdrawn_at).is_(None),
    )
    if (consent := (await ctx.db.exec(held.with_for_update())).first()) is not None:
        consent.withdrawn_at = ctx.now
        ctx.emit(ConsentWithdrawn(request.talent_id, consent.purpose))


@on(ConsentWithdrawn)
async def end_what_stood_on_it(ctx: Context, fact: ConsentWithdrawn) -> None:
    """What was held on the ground of this consent goes, and partners that received something are told."""
    open_again = select(col(Consent.id)).where(
        col(Consent.talent_id) == fact.talent_id,
        col(Consent.purpose) == fact.purpose,
        col(Consent.withdrawn_at).is_(None),
    )
    if (await ctx.db.exec(open_again)).first() is not None:
        return  # given anew before we heard of it
    grounds = await lookup.bodies(ctx, DataGround)
    on_it = {code for code, ground in grounds.items() if ground.consent_purpose == fact.purpose}
    for held in in_order():
        if held.ground in on_it and not held.fixed:
            await erase_rows(ctx, held.code, fact.talent_id)
    last = select(col(Consent.id)).where(
        col(Consent.talent_id) == fact.talent_id, col(Consent.purpose) == fact.purpose
    )
    ended = (await ctx.db.exec(last.order_by(col(Consent.withdrawn_at).desc()))).first()
    await tell_partners(ctx, fact.talent_id, NoticeReason.WITHDRAWN, f"consent/{ended}")


@on(ErasureOrdered)
async def carry_out(ctx: Context, fact: ErasureOrdered) -> None:
    """Everything the plan said, in one transaction; told twice, it is done once."""
    erasure = await ctx.lock(Erasure, fact.erasure_id)
    if erasure.done_at is not None:
        return
    await tell_partners(ctx, fact.talent_id, NoticeReason.ERASED, f"erasure/{erasure.id}")
    for line in erasure.lines:
        if line["code"] in HOLDINGS and line["fate"] != Fate.KEPT.value:
            await erase_rows(ctx, line["code"], fact.talent_id)
    erasure.done_at = ctx.now
    request = await ctx.lock(DataRequest, erasure.request_id)
    request.status = REQUEST_FLOW.after(request.status, "erased")
    request.content, request.asker_name = GONE, None if request.asker_name is None else GONE
    request.answer = "已按删除方案执行：" + _counted(erasure.lines)
    request.closed_on = ctx.today
    await ctx.db.flush()
    ctx.emit(TalentErased(fact.talent_id))


def _counted(lines: Iterable[dict[str, Any]]) -> str:
    told = {fate: sum(1 for line in lines if line["fate"] == fate.value) for fate in Fate}
    return f"{told[Fate.DELETED]} 类删除，{told[Fate.BLANKED]} 类清空内容，{told[Fate.KEPT]} 类依法保存。"


async def erase_rows(ctx: Context, code: str, talent_id: UUID) -> None:
    """One holding of one person, of the records merged into theirs too: its files first, so that a row never loses
    the key of a file that is left."""
    held = HOLDINGS[code]
    for record in await records_of(ctx, talent_id):
        for name in held.files:
            keys = sa.select(getattr(held.table, name)).where(held.rows(record))
            for key in (await ctx.db.execute(keys)).scalars().all():
                if key:
                    await ctx.files.delete(key)
        await ctx.db.execute(held.erase(record), execution_options={"synchronize_session": False})
        if held.table is FamilyMember:
            await _unreferenced_family(ctx, record)


async def _unreferenced_family(ctx: Context, talent_id: UUID) -> None:
    """The row itself goes where no count of a service stands on it."""
    family = SQLModel.metadata.tables["family_member"]
    used = [
        sa.exists().where(key.parent == family.c.id)
        for table in SQLModel.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table is family
    ]
    free = [~one for one in used]
    await ctx.db.execute(sa.delete(family).where(family.c.talent_id == talent_id, *free))


async def tell_partners(ctx: Context, talent_id: UUID, reason: NoticeReason, cause: str) -> None:
    """One notice to each partner that received something, once for each cause."""
    if not RECEIVED:
        return
    talent = await ctx.get(Talent, talent_id)
    terms = await lookup.body(ctx, PrivacyTerms, CODE)
    due_on: date = (await work_calendar(ctx)).add_working_days(ctx.today, terms.notice_days)
    known = select(col(DeletionNotice.partner_id)).where(col(DeletionNotice.cause) == cause)
    told = set((await ctx.db.exec(known)).all())
    cards = SQLModel.metadata.tables["card"]
    records = await records_of(ctx, talent_id)
    numbers = sa.select(cards.c.number).where(cards.c.talent_id.in_(records)).order_by(cards.c.number)
    mine = list((await ctx.db.execute(numbers)).scalars())
    received = {r.id: r for one in reversed(records) for r in (await ctx.db.execute(partners_of(one))).all()}
    for row in received.values():
        if row.id in told:
            continue
        ctx.db.add(
            DeletionNotice(
                unit_path=talent.unit_path,
                talent_id=talent_id,
                partner_id=row.id,
                partner_name=row.name,
                reason=reason,
                cause=cause,
                received=row.what[:200],
                cards=mine,
                asked_on=ctx.today,
                due_on=due_on,
                told_at=ctx.now,
            )
        )
    await ctx.db.flush()
