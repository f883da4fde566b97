"""Posts, and who takes them up and leaves them."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.org import rules
from bole.org.checks import check_code, check_open
from bole.org.events import AppointmentEnded, PostCreated, PostFilled
from bole.org.models import Appointment, Post, Unit, holds
from bole.org.rules import Commissioner, LeaderLevel


@query(allow=Permission.ORG_READ)
def appointments(
    ask: Ask, *, post_id: UUID | None = None, person_id: UUID | None = None, on: date | None = None
) -> Select[Appointment]:
    """任职清单：一个岗位的历任，或一个人的历次任职。

    “on”只列某一天在任的。
    """
    stmt = sa.select(Appointment)
    if post_id is not None:
        stmt = stmt.where(col(Appointment.post_id) == post_id)
    if person_id is not None:
        stmt = stmt.where(col(Appointment.person_id) == person_id)
    if on is not None:
        stmt = stmt.where(holds(Appointment, on))
    return stmt.order_by(col(Appointment.valid_from).desc(), col(Appointment.id))


@command(allow=Permission.ORG_MANAGE)
async def create_post(
    ctx: Context,
    *,
    unit_id: UUID,
    code: str,
    name: str,
    leader_level: LeaderLevel | None = None,
    commissioner: Commissioner | None = None,
    shared: bool = False,
    valid_from: date | None = None,
) -> Post:
    """设立岗位。

    权限、联系人才、案件都挂在岗位上，人调动时随岗位交接。
    """
    unit = await ctx.lock(Unit, unit_id)
    check_open(unit)
    await check_code(ctx, Post, code)
    last = select(sa.func.coalesce(sa.func.max(Post.rank), 0)).where(col(Post.unit_id) == unit.id)
    made = Post(
        unit_id=unit.id,
        code=rules.filled("code", code, 40),
        name=rules.filled("name", name, 60),
        leader_level=leader_level,
        commissioner=commissioner,
        shared=shared,
        rank=(await ctx.db.exec(last)).one() + 1,
        valid_from=valid_from or ctx.today,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    ctx.emit(PostCreated(made.id, unit.id))
    return made


@command(allow=Permission.ORG_MANAGE)
async def appoint(
    ctx: Context,
    *,
    post_id: UUID,
    person_name: str,
    valid_from: date,
    valid_until: date | None = None,
    person_id: UUID | None = None,
    document: str | None = None,
) -> Appointment:
    """任命某人担任岗位。

    同一人任多个岗位时填同一个任职人编号；新人不填，由系统编号。
    """
    post = await ctx.lock(Post, post_id)
    if post.valid_until is not None and (valid_until is None or valid_until > post.valid_until):
        raise rules.PostAbolished(post=post.name, until=post.valid_until.isoformat())
    rules.check_period(valid_from, valid_until)
    person = person_id or new_id()
    stmt = (
        select(Appointment).where(col(Appointment.post_id) == post.id).order_by(col(Appointment.valid_from))
    )
    for term in (await ctx.db.exec(stmt)).all():
        if post.shared and term.person_id != person:
            continue
        _check_free(post, term, valid_from, valid_until)
    made = Appointment(
        post_id=post.id,
        shared=post.shared,
        person_id=person,
        person_name=rules.filled("personName", person_name, 60),
        valid_from=valid_from,
        valid_until=valid_until,
        document=document,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    ctx.emit(PostFilled(post.id, made.id, made.person_name, valid_from))
    return made


@command(allow=Permission.ORG_MANAGE)
async def end_appointment(
    ctx: Context, *, appointment_id: UUID, last_day: date, document: str | None = None
) -> Appointment:
    """免职：任职到某日为止（含当日）。

    所联系的人才、经手的事项留在岗位上，待接任者接续。
    """
    term = await ctx.lock(Appointment, appointment_id)
    rules.check_ending(term.valid_from, term.valid_until, last_day)
    term.valid_until = last_day
    if document is not None:
        term.document = rules.filled("document", document, 120)
    ctx.emit(AppointmentEnded(term.post_id, term.id, term.person_name, last_day))
    return term


def _check_free(post: Post, term: Appointment, start: date, until: date | None) -> None:
    try:
        rules.check_apart(start, until, [(term.valid_from, term.valid_until)])
    except rules.PeriodsOverlap:
        if post.shared:
            raise rules.HoldsThisPost(name=term.person_name, post=post.name, field="personName") from None
        held = max(start, term.valid_from).isoformat()
        raise rules.PostHeld(post=post.name, start=held, holder=term.person_name, field="validFrom") from None
