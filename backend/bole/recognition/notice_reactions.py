"""Who is told of what happens in recognition: the unit whose turn it is, the expert, the person."""

import dataclasses
import hashlib
import re
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.catalogue import Role
from bole.core.context import Context
from bole.core.events import on
from bole.core.permissions import Permission
from bole.identity.models import Account, PostRole
from bole.notice.service import notify
from bole.org.models import Post, holds
from bole.recognition import events
from bole.recognition.flow_rules import APPLICATION_FLOW, RECOGNITION_FLOW
from bole.recognition.models import RecognitionApplication, ScoreSheet

HANDLE, JOINT, LEAD = Permission.RECOGNITION_HANDLE, Permission.RECOGNITION_JOINT, Permission.RECOGNITION_LEAD
TO_PERSON = frozenset(
    {"submit", "recommend", "review", "send_back", "decline", "approve", "object", "dismiss_objection",
     "sustain_objection", "certify"}
)  # fmt: skip
"""Steps that the person hears of."""

TOLD: dict[type, tuple[Permission, Callable[[Any], str]]] = {
    events.ApplicationMoved: (HANDLE, lambda e: f"已办理：{APPLICATION_FLOW.steps[e.step].label}"),
    events.ExemptionProposed: (HANDLE, lambda e: "系统核对已符合更高层次，请确认提交（免申即认）"),
    events.JointReviewAsked: (JOINT, lambda e: f"请审核，应于 {e.due_on} 前答复"),
    events.JointReviewsGathered: (LEAD, lambda e: "各部门均已审核，请汇总"),
    events.NoticePosted: (HANDLE, lambda e: f"已公示，至 {e.ends_on} 二十四时"),
    events.ObjectionReceived: (LEAD, lambda e: f"收到公示异议，应于 {e.due_on} 前核查完毕"),
    events.ApplicationDueMoved: (HANDLE, lambda e: f"期限由 {e.old_due} 变为 {e.new_due}"),
}
"""Of each fact: what those told must be able to do, and the words."""


async def tell(ctx: Context, event: Any) -> None:
    """A notice to the posts concerned; delivered twice, it is told once."""
    wants, words = TOLD[type(event)]
    application = await ctx.find(RecognitionApplication, event.application_id)
    if application is None:
        return
    units = set(getattr(event, "units", ()))
    if isinstance(event, events.ExemptionProposed) and application.employer_id is not None:
        units = {application.employer_id}
    to_person = isinstance(event, (events.ExemptionProposed, events.NoticePosted)) or (
        isinstance(event, events.ApplicationMoved) and event.step in TO_PERSON
    )
    digest = hashlib.sha256(repr(dataclasses.astuple(event)).encode()).hexdigest()[:32]
    kind = type(event).__name__
    await told(
        ctx,
        event.application_id,
        kind=kind,
        words=words(event),
        why=getattr(event, "cause", ""),
        key=f"{kind}:{digest}",
        posts=await posts_of(ctx, units, wants),
        accounts=await accounts_of(ctx, application.talent_id) if to_person else (),
    )


for _fact in TOLD:
    on(_fact)(tell)


@on(events.ExpertInvited)
async def invite(ctx: Context, event: events.ExpertInvited) -> None:
    """The expert is told; of whom, stands on no notice."""
    sheet = await ctx.find(ScoreSheet, event.sheet_id)
    if sheet is not None:
        await told_expert(
            ctx, sheet, words=f"请接受或回避，应于 {event.due_on} 前评分", key=f"invited:{sheet.id}"
        )


@on(events.ExpertRecused)
async def recused(ctx: Context, event: events.ExpertRecused) -> None:
    """The office must ask somebody else."""
    application = await ctx.find(RecognitionApplication, event.application_id)
    if application is not None:
        posts = await posts_of(ctx, [application.lead_id], LEAD)
        key = f"recused:{event.sheet_id}"
        await told(
            ctx, application.id, kind="ExpertRecused", words="有专家回避，请另邀", key=key, posts=posts
        )


@on(events.Recognised)
async def recognised(ctx: Context, event: events.Recognised) -> None:
    """The person hears that the certificate is there."""
    await notify(
        ctx,
        kind="recognition_granted",
        title=f"您已获人才认定，{event.valid_from} 起生效，有效至 {event.valid_until}",
        about="recognition",
        about_id=event.recognition_id,
        key=f"granted:{event.recognition_id}",
        accounts=await accounts_of(ctx, event.talent_id),
    )


@on(events.RecognitionEnded)
async def ended(ctx: Context, event: events.RecognitionEnded) -> None:
    """The person hears that a recognition is over."""
    words = RECOGNITION_FLOW.steps[event.step].to.label
    await notify(
        ctx,
        kind="recognition_ended",
        title=f"您的人才认定已{words}，最后有效日为 {event.last_day}",
        about="recognition",
        about_id=event.recognition_id,
        key=f"ended:{event.recognition_id}:{event.step}",
        accounts=await accounts_of(ctx, event.talent_id),
    )


async def told(
    ctx: Context,
    application_id: UUID,
    *,
    kind: str,
    words: str,
    key: str,
    posts: Iterable[UUID] = (),
    accounts: Iterable[UUID] = (),
    why: str = "",
) -> None:
    """A notice of an application, under its number."""
    application = await ctx.get(RecognitionApplication, application_id)
    await notify(
        ctx,
        kind="recognition_" + re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).lower(),
        title=f"人才认定 {application.number or '（未提交）'} {words}",
        body=why,
        about="recognition_application",
        about_id=application.id,
        key=key,
        posts=posts,
        accounts=accounts,
    )


async def told_expert(ctx: Context, sheet: ScoreSheet, *, words: str, key: str) -> None:
    """A notice to one expert, by the sheet's code."""
    await notify(
        ctx,
        kind="recognition_score_sheet",
        title=f"评审任务 {sheet.code} {words}",
        about="recognition_sheet",
        about_id=sheet.id,
        key=key,
        accounts=[sheet.account_id],
    )


async def accounts_of(ctx: Context, talent_id: UUID) -> list[UUID]:
    """The person's own accounts."""
    return list((await ctx.db.exec(select(Account.id).where(col(Account.talent_id) == talent_id))).all())


async def posts_of(ctx: Context, units: Iterable[UUID], wants: Permission) -> list[UUID]:
    """Posts of these units, valid today, one of whose roles holds the permission."""
    roles = [code for code, role in (await lookup.bodies(ctx, Role)).items() if wants in role.permissions]
    stmt = select(Post.id).join(PostRole, col(PostRole.post_id) == col(Post.id)).distinct()
    stmt = stmt.where(col(Post.unit_id).in_(list(units)), col(PostRole.role_code).in_(roles))
    return list((await ctx.db.exec(stmt.where(holds(Post, ctx.today)))).all())
