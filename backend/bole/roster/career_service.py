"""Stations of a career, names, documents and family: added one by one, and ended rather than erased."""

from datetime import date
from uuid import UUID

from sqlmodel import col, select

from bole.core.context import Context
from bole.core.operation import command
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.roster import rules
from bole.roster.career import Station, of, row_of, show_career
from bole.roster.duplicates import refuse_held
from bole.roster.editing import editable, find_by_all_names, hold, touch
from bole.roster.forms import (
    DocumentIn,
    EducationIn,
    EmploymentIn,
    FamilyIn,
    HonourIn,
    OtherNameIn,
    TitleIn,
)
from bole.roster.identity_numbers import read_identity
from bole.roster.models import Employment, FamilyMember, IdentityDocument, Talent, TalentName
from bole.roster.names import check_name
from bole.roster.sealed import document_columns


@command(allow=Permission.ROSTER_WRITE)
async def add_employment(ctx: Context, *, talent_id: UUID, employment: EmploymentIn) -> Talent:
    """登记一段任职。"""
    talent = editable(await hold(ctx, talent_id))
    if employment.main:
        mains = select(Employment).where(col(Employment.talent_id) == talent.id, col(Employment.main))
        for work in await ctx.db.exec(mains):
            work.main = False
        await ctx.db.flush()  # only one may be main: the former steps back first
    return await _add(ctx, talent, employment, "employments")


@command(allow=Permission.ROSTER_WRITE)
async def end_employment(
    ctx: Context, *, employment_id: UUID, ended_on: date, reason: str | None = None
) -> Talent:
    """结束一段任职。"""
    found = await ctx.get(Employment, employment_id)
    talent = editable(await hold(ctx, found.talent_id))
    work = await ctx.lock(Employment, employment_id)
    if work.ended_on is not None:
        raise rules.AlreadyEnded(ended_on=work.ended_on.isoformat())
    rules.check_past("结束日期", ended_on, today=ctx.today, field="endedOn")
    rules.check_span("结束日期", work.started_on, ended_on, field="endedOn")
    work.ended_on, work.end_reason, work.main = ended_on, reason, False
    await show_career(ctx, talent)
    touch(ctx, talent, "employments")
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def add_education(ctx: Context, *, talent_id: UUID, education: EducationIn) -> Talent:
    """登记学历。"""
    return await _add(ctx, editable(await hold(ctx, talent_id)), education, "educations")


@command(allow=Permission.ROSTER_WRITE)
async def add_title(ctx: Context, *, talent_id: UUID, title: TitleIn) -> Talent:
    """登记职称或技能等级。"""
    return await _add(ctx, editable(await hold(ctx, talent_id)), title, "titles")


@command(allow=Permission.ROSTER_WRITE)
async def add_honour(ctx: Context, *, talent_id: UUID, honour: HonourIn) -> Talent:
    """登记荣誉或入选的人才计划。"""
    return await _add(ctx, editable(await hold(ctx, talent_id)), honour, "honours")


@command(allow=Permission.ROSTER_WRITE)
async def add_family_member(ctx: Context, *, talent_id: UUID, member: FamilyIn) -> Talent:
    """登记办理服务所需的家庭成员。"""
    return await _add(ctx, editable(await hold(ctx, talent_id)), member, "family")


async def _add(ctx: Context, talent: Talent, form: Station, field: str) -> Talent:
    ctx.db.add(row_of(talent, form, ctx.today))
    await show_career(ctx, talent)
    touch(ctx, talent, field)
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def remove_family_member(ctx: Context, *, member_id: UUID) -> Talent:
    """删除家庭成员资料。

    服务办结后不再需要的家庭成员资料应当删除。
    """
    member = await ctx.get(FamilyMember, member_id)
    talent = await hold(ctx, member.talent_id)
    await ctx.db.delete(member)
    touch(ctx, talent, "family")
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def add_name(ctx: Context, *, talent_id: UUID, name: OtherNameIn) -> Talent:
    """登记曾用名、别名或外文名。"""
    talent = editable(await hold(ctx, talent_id))
    told = check_name(name.name)
    rules.check_past("使用至", name.until, today=ctx.today, field="until")
    ctx.db.add(TalentName(**of(talent), kind=name.kind, name=told, until=name.until))
    await find_by_all_names(ctx, talent)
    touch(ctx, talent, "names")
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def remove_name(ctx: Context, *, name_id: UUID) -> Talent:
    """删除误登的曾用名、别名或外文名。"""
    name = await ctx.get(TalentName, name_id)
    talent = editable(await hold(ctx, name.talent_id))
    await ctx.db.delete(name)
    await find_by_all_names(ctx, talent)
    touch(ctx, talent, "names")
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def add_document(ctx: Context, *, talent_id: UUID, document: DocumentIn) -> Talent:
    """登记身份证件。

    同一种证件换发的，新号码登记后请停用旧的。
    """
    talent = editable(await hold(ctx, talent_id))
    rules.check_span("有效期止", document.valid_from, document.valid_until, field="validUntil")
    identity = read_identity(document.kind, document.number, today=ctx.today)
    rules.check_same_birth(talent.birth_date, identity.birth_date)
    await refuse_held(ctx, identity)
    document_id = new_id()
    ctx.db.add(
        IdentityDocument(
            id=document_id,
            **of(talent),
            **document_columns(ctx.vault, document_id, identity),
            valid_from=document.valid_from,
            valid_until=document.valid_until,
        )
    )
    touch(ctx, talent, "documents")
    return talent


@command(allow=Permission.ROSTER_WRITE)
async def retire_document(ctx: Context, *, document_id: UUID) -> Talent:
    """停用一份身份证件。"""
    document = await ctx.get(IdentityDocument, document_id)
    talent = editable(await hold(ctx, document.talent_id))
    document = await ctx.lock(IdentityDocument, document_id)
    document.active = False
    touch(ctx, talent, "documents")
    return talent
