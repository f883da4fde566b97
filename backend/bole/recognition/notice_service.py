"""While the city may object, and what comes of it: objections, their settling, the certificate."""

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from bole.catalogue.work_calendar import work_calendar
from bole.core.context import Context
from bole.core.operation import command
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.recognition import casework, granting, rules
from bole.recognition.casework import take
from bole.recognition.events import ObjectionReceived
from bole.recognition.flow_rules import OBJECTION_FLOW, ObjectionStatus
from bole.recognition.models import NoticeObjection, PublicNotice, RecognitionApplication
from bole.roster.models import Talent

CONTACT: Final = ("recognition_objection", "contact_sealed")
SHOWN: Final = 4
"""Characters of a contact that its mask shows."""


async def notice_of(ctx: Context, application: RecognitionApplication) -> PublicNotice:
    """The application's last notice; refuses the step of a state that has none."""
    stmt = select(PublicNotice).where(col(PublicNotice.application_id) == application.id)
    return (await ctx.db.exec(stmt.order_by(col(PublicNotice.id).desc()).limit(1))).one()


@command(allow=Permission.RECOGNITION_HANDLE)
async def file_objection(
    ctx: Context, *, application_id: UUID, objector: str, content: str, contact: str | None = None
) -> RecognitionApplication:
    """登记公示异议：公示最后一日二十四时之前收到的有效，转入核查。异议人不告知申报人。"""
    application = await ctx.lock(RecognitionApplication, application_id)
    await received(ctx, application, objector=objector, content=content, contact=contact)
    return application


async def received(
    ctx: Context, application: RecognitionApplication, *, objector: str, content: str, contact: str | None
) -> NoticeObjection:
    """An objection to an application that the caller holds: the moment it arrives decides."""
    casework.may(application, "object")
    notice = await notice_of(ctx, application)
    rules.check_objection(ctx.today, notice.ends_on)
    days = (await casework.rule_of(ctx, application)).working_days.objection
    reach = rules.noted(contact, "联系方式", "contact", 60)
    objection_id = new_id()
    made = NoticeObjection(
        id=objection_id,
        unit_path=application.unit_path,
        application_id=application.id,
        talent_id=application.talent_id,
        notice_id=notice.id,
        objector=rules.told(objector, "异议人", "objector", 60),
        contact_sealed=ctx.vault.seal(*CONTACT, objection_id, reach) if reach else None,
        contact_masked=_masked(reach) if reach else None,
        content=rules.told(content, "异议内容", "content", 2000),
        received_at=ctx.now,
        due_on=(await work_calendar(ctx)).add_working_days(ctx.today, days),
    )
    ctx.db.add(made)
    await take(ctx, application, "object", holder=application.lead_id, days=days, tell=())
    ctx.emit(ObjectionReceived(application.id, made.id, made.due_on, (application.lead_id,)))
    return made


def _masked(contact: str) -> str:
    return (
        "*" * max(len(contact) - SHOWN, 1) + contact[-SHOWN:] if len(contact) > SHOWN else "*" * len(contact)
    )


@command(allow=Permission.RECOGNITION_LEAD)
async def settle_objection(
    ctx: Context, *, objection_id: UUID, sustained: bool, conclusion: str
) -> RecognitionApplication:
    """异议核查结论：成立即撤销、不予认定；不成立即维持，全部核查完毕后回到公示。"""
    objection = await ctx.get(NoticeObjection, objection_id)
    application = await casework.led(ctx, objection.application_id)
    casework.may(application, "sustain_objection" if sustained else "dismiss_objection")
    objection = await ctx.lock(NoticeObjection, objection_id)
    said = rules.told(conclusion, "核查结论", "conclusion", 2000)
    objection.status = OBJECTION_FLOW.after(objection.status, "sustain" if sustained else "dismiss")
    objection.conclusion, objection.settled_on, objection.settled_name = said, ctx.today, ctx.actor.name
    await ctx.db.flush()
    notice = await notice_of(ctx, application)
    told = tuple(u for u in (application.unit_id, application.employer_id) if u is not None)
    if sustained:
        application.end_reason, notice.withdrawn = "公示期间的异议经核查成立", True
        await take(ctx, application, "sustain_objection", note=said, inside=True, tell=told)
    elif not await open_objections(ctx, application):
        await take(ctx, application, "dismiss_objection", note=said, inside=True, tell=())
        application.due_from, application.due_days = notice.starts_on, notice.working_days
        application.due_on, application.due_provisional = notice.ends_on, notice.provisional
    return application


async def open_objections(ctx: Context, application: RecognitionApplication) -> int:
    stmt = select(func.count()).select_from(NoticeObjection)
    return (
        await ctx.db.exec(
            stmt.where(
                col(NoticeObjection.application_id) == application.id,
                col(NoticeObjection.status) == ObjectionStatus.OPEN,
            )
        )
    ).one()


@command(allow=Permission.RECOGNITION_LEAD)
async def certify(
    ctx: Context, *, application_id: UUID, effective_on: date | None = None
) -> RecognitionApplication:
    """发证：公示期满且没有未核查的异议，编号连续；effectiveOn 不写即今天生效。"""
    application = await casework.led(ctx, application_id)
    casework.may(application, "certify")
    if effective_on is not None and effective_on < ctx.today:
        raise rules.EffectiveInThePast(day=effective_on.isoformat(), field="effectiveOn")
    await certified(ctx, application, effective_on)
    return application


async def certified(ctx: Context, application: RecognitionApplication, effective_on: date | None) -> None:
    """The certificate of an application that the caller holds."""
    notice = await notice_of(ctx, application)
    rules.check_certifiable(
        today=ctx.today, ends_on=notice.ends_on, open_objections=await open_objections(ctx, application)
    )
    talent = await ctx.lock(Talent, application.talent_id)
    rules.check_person(talent.status)
    first = granting.earliest(talent, ctx.today)
    if effective_on is not None and effective_on < first:
        raise rules.EffectiveTooEarly(
            day=effective_on.isoformat(), since=str(talent.level_since), field="effectiveOn"
        )
    told = tuple(u for u in (application.unit_id, application.employer_id) if u is not None)
    await take(ctx, application, "certify", tell=tuple(dict.fromkeys(told)))
    await granting.grant(
        ctx,
        talent,
        level=application.level,
        talent_type=application.talent_type,
        rule=await casework.rule_of(ctx, application),
        valid_from=effective_on or first,
        application=application,
    )
