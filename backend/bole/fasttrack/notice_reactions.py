"""Who is told what of a case: the posts that can act on it. Titles hold the number, never the name."""

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
from bole.fasttrack import events
from bole.fasttrack.flow_rules import CASE_FLOW, Opinion, Outcome
from bole.fasttrack.models import FastTrackCase
from bole.identity.models import PostRole
from bole.notice.service import notify
from bole.org.models import Post, holds

LEAD, OPEN = Permission.FASTTRACK_LEAD, Permission.FASTTRACK_OPEN
SIGN, DELIVER, READ = (
    Permission.FASTTRACK_COUNTERSIGN,
    Permission.FASTTRACK_DELIVER,
    Permission.FASTTRACK_READ,
)

TOLD: dict[type, tuple[Permission, Callable[[Any], str]]] = {
    events.CaseOpened: (LEAD, lambda e: "新发起，请受理"),
    events.CaseAccepted: (OPEN, lambda e: f"已受理，应于 {e.due_on} 前审定"),
    events.CaseMoved: (OPEN, lambda e: f"已办理：{CASE_FLOW.steps[e.step].label}"),
    events.SupportDeclined: (OPEN, lambda e: "不予支持"),
    events.CountersignAsked: (SIGN, lambda e: f"请会签，应于 {e.due_on} 前答复"),
    events.CountersignGiven: (LEAD, lambda e: f"收到会签意见：{Opinion(e.opinion).label}"),
    events.CountersignsGathered: (LEAD, lambda e: "各部门均已会签，请汇总"),
    events.SignerRecused: (LEAD, lambda e: "会签人回避，由代签岗位办理"),
    events.ExpertsVoted: (OPEN, lambda e: f"专家论证{'通过' if e.passed else '未通过'}"),
    events.DecisionAsked: (READ, lambda e: "请审定"),
    events.CaseDecided: (READ, lambda e: f"审定结果：{Outcome(e.outcome).label}"),
    events.AgreementSigned: (OPEN, lambda e: "已签约"),
    events.MeasureAssigned: (DELIVER, lambda e: f"有措施交您单位落实，时限 {e.due_on}"),
    events.MeasureCompleted: (LEAD, lambda e: "有措施已落实"),
    events.CasePaused: (OPEN, lambda e: f"暂停计时，预计 {e.expected_end} 恢复"),
    events.CaseResumed: (READ, lambda e: f"恢复计时，应于 {e.due_on} 前审定"),
    events.DueDateMoved: (READ, lambda e: f"期限由 {e.old_due} 变为 {e.new_due}"),
    events.CaseAssessed: (OPEN, lambda e: f"评估{'合格' if e.passed else '不合格'}"),
    events.CaseStopped: (READ, lambda e: f"已{CASE_FLOW.steps[e.step].label}"),
    events.CaseClosed: (OPEN, lambda e: "已结案"),
}
"""Of each fact: what those told must be able to do, and the words."""


async def tell(ctx: Context, event: Any) -> None:
    """A notice to the posts concerned; delivered twice, it is told once."""
    wants, words = TOLD[type(event)]
    posts = {*getattr(event, "posts", ()), *await posts_of(ctx, getattr(event, "units", ()), wants)}
    digest = hashlib.sha256(repr(dataclasses.astuple(event)).encode()).hexdigest()[:32]
    kind = type(event).__name__
    await told(
        ctx,
        event.case_id,
        kind=kind,
        words=words(event),
        why=getattr(event, "cause", ""),
        key=f"{kind}:{digest}",
        posts=posts,
    )


for _fact in TOLD:
    on(_fact)(tell)


async def told(
    ctx: Context, case_id: UUID, *, kind: str, words: str, key: str, posts: Iterable[UUID], why: str = ""
) -> None:
    """A notice of a case, under its number."""
    case = await ctx.get(FastTrackCase, case_id)
    await notify(
        ctx,
        kind="fasttrack_" + re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).lower(),
        title=f"一事一议 {case.number or '（未编号）'} {words}",
        body=why,
        about="fasttrack_case",
        about_id=case.id,
        key=key,
        posts=posts,
    )


async def posts_of(ctx: Context, units: Iterable[UUID], wants: Permission) -> list[UUID]:
    """Posts of these units, valid today, one of whose roles holds the permission."""
    roles = [code for code, role in (await lookup.bodies(ctx, Role)).items() if wants in role.permissions]
    stmt = select(Post.id).join(PostRole, col(PostRole.post_id) == col(Post.id)).distinct()
    stmt = stmt.where(col(Post.unit_id).in_(list(units)), col(PostRole.role_code).in_(roles))
    return list((await ctx.db.exec(stmt.where(holds(Post, ctx.today)))).all())
