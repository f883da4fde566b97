"""Talent programmes: a batch is opened, people are selected within its quota, the list is announced."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.models import DEMO
from bole.core.context import Context
from bole.core.errors import NotFound
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.recognition import casework, rules
from bole.recognition.catalogue import TalentProgramme, day_after_years
from bole.recognition.events import ProgrammeAnnounced
from bole.recognition.flow_rules import PROGRAMME_FLOW, ProgrammeStatus
from bole.recognition.granting import ONE_DAY
from bole.recognition.models import ProgrammeBatch, ProgrammeMember
from bole.roster.models import Talent


@query(allow=Permission.RECOGNITION_READ)
def programme_batches(
    ask: Ask, *, year: int | None = None, programme: str | None = None, status: ProgrammeStatus | None = None
) -> Select[ProgrammeBatch]:
    """人才计划批次，新的在前。"""
    stmt = sa.select(ProgrammeBatch)
    if year is not None:
        stmt = stmt.where(col(ProgrammeBatch.year) == year)
    if programme is not None:
        stmt = stmt.where(col(ProgrammeBatch.programme) == programme)
    if status is not None:
        stmt = stmt.where(col(ProgrammeBatch.status) == status)
    return stmt.order_by(col(ProgrammeBatch.year).desc(), col(ProgrammeBatch.id).desc())


@query(allow=Permission.RECOGNITION_READ)
def programme_batch(ask: Ask, *, id: UUID) -> Select[ProgrammeBatch]:
    """一个人才计划批次。"""
    return sa.select(ProgrammeBatch).where(col(ProgrammeBatch.id) == id)


@query(allow=Permission.RECOGNITION_READ)
def programme_members(ask: Ask, *, batch_id: UUID) -> Select[ProgrammeMember]:
    """一个批次的入选人员。"""
    stmt = sa.select(ProgrammeMember).where(col(ProgrammeMember.batch_id) == batch_id)
    return stmt.order_by(col(ProgrammeMember.selected_on), col(ProgrammeMember.id))


@command(allow=Permission.PROGRAMME_MANAGE)
async def open_programme_batch(
    ctx: Context, *, programme: str, year: int, quota: int, term_from: date, name: str | None = None
) -> ProgrammeBatch:
    """开设一个年度批次：名额由此定，条件、支持期与资助按目录。"""
    if ctx.actor.unit_id is None:
        raise rules.NoUnitToApplyFor()
    unit = await ctx.get(Unit, ctx.actor.unit_id)
    entry = await lookup.entry(ctx, "talent_programme", programme)
    body = TalentProgramme.model_validate(entry.body)
    made = ProgrammeBatch(
        unit_path=unit.path,
        unit_id=unit.id,
        programme=entry.code,
        name=rules.noted(name, "名称", "name", 80) or f"{year} 年{entry.name}",
        year=year,
        quota=quota,
        criteria=body.criteria,
        term_from=term_from,
        term_until=day_after_years(term_from, body.term_years) - ONE_DAY,
        funding=body.funding,
        demo=entry.source == DEMO,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    return made


@command(allow=Permission.PROGRAMME_MANAGE)
async def set_programme_quota(ctx: Context, *, batch_id: UUID, quota: int) -> ProgrammeBatch:
    """调整批次名额：不能少于已入选人数。"""
    batch = await ctx.lock(ProgrammeBatch, batch_id)
    PROGRAMME_FLOW.after(batch.status, "select")
    if quota < batch.selected:
        raise rules.QuotaBelowSelected(selected=batch.selected, field="quota")
    batch.quota = quota
    return batch


@command(allow=Permission.PROGRAMME_MANAGE)
async def select_member(ctx: Context, *, batch_id: UUID, talent_id: UUID, basis: str) -> ProgrammeBatch:
    """遴选一人入选：名额由数据库把守，多一个也不行。"""
    batch = await ctx.lock(ProgrammeBatch, batch_id)
    PROGRAMME_FLOW.after(batch.status, "select")
    talent = await ctx.get(Talent, talent_id)
    rules.check_person(talent.status)
    if batch.selected >= batch.quota:
        raise rules.ProgrammeQuotaFull()
    await _check_eligible(ctx, batch, talent)
    ctx.db.add(
        ProgrammeMember(
            unit_path=talent.unit_path,
            batch_id=batch.id,
            talent_id=talent.id,
            basis=rules.told(basis, "入选理由", "basis", 500),
            selected_on=ctx.today,
            selected_name=ctx.actor.name,
        )
    )
    await ctx.db.flush()
    await ctx.db.refresh(batch)  # the database counted
    return batch


async def _check_eligible(ctx: Context, batch: ProgrammeBatch, talent: Talent) -> None:
    body = await lookup.body(ctx, TalentProgramme, batch.programme)
    if body.levels and talent.level not in body.levels:
        names = [await casework.name_of(ctx, "level", code) for code in body.levels]
        raise rules.NotEligible(programme=batch.name, why=f"限{'、'.join(names)}")
    if body.types and talent.talent_type not in body.types:
        names = [await casework.name_of(ctx, "talent_type", code) for code in body.types]
        raise rules.NotEligible(programme=batch.name, why=f"限{'、'.join(names)}")
    other = (
        select(ProgrammeBatch.name)
        .join(ProgrammeMember, col(ProgrammeMember.batch_id) == col(ProgrammeBatch.id))
        .where(
            col(ProgrammeMember.talent_id) == talent.id,
            col(ProgrammeBatch.programme) == batch.programme,
            col(ProgrammeBatch.id) != batch.id,
            col(ProgrammeBatch.term_until) >= batch.term_from,
        )
    )
    if body.once and (held := (await ctx.db.exec(other.limit(1))).first()):
        raise rules.NotEligible(programme=batch.name, why=f"仍在“{held}”的支持期内")


@command(allow=Permission.PROGRAMME_MANAGE)
async def remove_member(ctx: Context, *, member_id: UUID) -> ProgrammeBatch:
    """公布之前移出一名人选，名额随之空出。"""
    member = await ctx.find(ProgrammeMember, member_id)
    if member is None:
        raise NotFound()
    batch = await ctx.lock(ProgrammeBatch, member.batch_id)
    PROGRAMME_FLOW.after(batch.status, "select")
    await ctx.db.delete(member)
    await ctx.db.flush()
    await ctx.db.refresh(batch)
    return batch


@command(allow=Permission.PROGRAMME_MANAGE)
async def announce_programme(ctx: Context, *, batch_id: UUID) -> ProgrammeBatch:
    """公布入选名单：公布后不再增减，入选者与各单位可见。"""
    batch = await ctx.lock(ProgrammeBatch, batch_id)
    batch.status = PROGRAMME_FLOW.after(batch.status, "announce")
    members = select(ProgrammeMember).where(col(ProgrammeMember.batch_id) == batch.id)
    for member in (await ctx.db.exec(members)).all():
        member.announced = True
    ctx.emit(ProgrammeAnnounced(batch.id, batch.selected))
    return batch
