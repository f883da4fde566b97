"""The roster: who is in it, how a person enters, and how the data are changed."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.faults import constraint
from bole.core.operation import Ask, Prepared, command, query
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.core.words import Word
from bole.roster import rules
from bole.roster.career import of, row_of, show_career
from bole.roster.codes import read_email, read_phone
from bole.roster.duplicates import refuse_duplicates, refuse_same_phone, rest_if_held
from bole.roster.editing import (
    check_catalogue,
    editable,
    find_by_all_names,
    hold,
    open_unit,
    put,
    sources,
    touch,
)
from bole.roster.employing import own_list
from bole.roster.events import TalentEntered
from bole.roster.forms import NewTalentIn, TalentChangeIn
from bole.roster.identity_numbers import IdentityNumber, read_identity
from bole.roster.models import IdentityDocument, LevelGrant, Talent, TalentName
from bole.roster.names import check_name, name_columns, name_search, prepare_name
from bole.roster.periods import on_day
from bole.roster.quality import score
from bole.roster.rules import TALENT_FLOW, Gender, NameKind, SecretField, TalentStatus
from bole.roster.sealed import PLACES, document_columns, email_columns, phone_blind, phone_columns
from bole.roster.search import found_by, spelled_by, within

constraint("identity_document_once", rules.HeldElsewhere)


class TalentOrder(Word):
    """名录的排列方式"""

    UNIT = "unit"
    RECENT = "recent"
    QUALITY = "quality"


# Queries ---------------------------------------------------------------------------------------------------


@query(allow=Permission.ROSTER_READ, shape=("order",))
def talents(
    ask: Ask,
    *,
    unit_id: UUID | None = None,
    level: str | None = None,
    talent_type: str | None = None,
    status: TalentStatus | None = None,
    search: Annotated[str | None, Prepared(name_search)] = None,
    due_before: date | None = None,
    as_of: date | None = None,
    quality_below: int | None = None,
    order: TalentOrder = TalentOrder.UNIT,
) -> Select[Talent]:
    """人才名录。

    可按单位（含下级）、层次、类型、状态、应联系日期筛选；检索支持单字、两字、全名、曾用名、简繁体、全拼与首字母。
    asOf 为某日的名录：单位、层次、类型、状态、任职都是那一天的，其余资料为现状；当日在您管理范围之外的不列出。
    默认按单位、姓名排列；order 为 RECENT 时按最近更改排列，为 QUALITY 时资料质量分低的在前；检索结果按匹配的字词排列。
    """
    who, path, name_key = Talent, col(Talent.unit_path), col(Talent.name_key)
    if as_of is not None:
        who, path, name_key = on_day(Talent, as_of)
    stmt, few = sa.select(who), ask.kind is ActorKind.EMPLOYER
    if few:
        stmt = stmt.where(own_list(who))
    if unit_id is not None:
        stmt = stmt.where(within(path, unit_id))
    if level is not None:
        stmt = stmt.where(col(who.level) == level)
    if talent_type is not None:
        stmt = stmt.where(col(who.talent_type) == talent_type)
    if status is not None:
        stmt = stmt.where(col(who.status) == status)
    if due_before is not None:
        stmt = stmt.where(col(who.next_contact_due) < due_before)
    if quality_below is not None:
        stmt = stmt.where(score(who) < quality_below)
    wanted: Any = search
    if wanted is not None and wanted.shape != ("all",):
        if few:
            # the words of those whom others keep are the keeper's: asked of the person
            return stmt.where(spelled_by(wanted, who)).order_by(path, name_key, col(who.id))
        # a past day's unit is told by the period: the words stand where the person is today
        return found_by(stmt, wanted, unit_id if as_of is None else None, who)
    if order is TalentOrder.RECENT:
        return stmt.order_by(col(who.changed_at).desc(), col(who.id).desc())
    if order is TalentOrder.QUALITY:
        return stmt.order_by(score(who), col(who.id))
    return stmt.order_by(path, name_key, col(who.id))


@query(allow=Permission.ROSTER_READ)
def talent(ask: Ask, *, id: UUID, as_of: date | None = None) -> Select[Talent]:
    """一名人才的资料。

    asOf 为某日：单位、层次、类型、状态、任职是那一天的，其余资料为现状。
    """
    who = Talent if as_of is None else on_day(Talent, as_of)[0]
    return sa.select(who).where(col(who.id) == id)


@query(allow=Permission.SELF_READ)
def my_profile(ask: Ask) -> Select[Talent]:
    """本人在人才名录中的资料。"""
    return sa.select(Talent).where(col(Talent.id) == ask.self_id)


# Enter -----------------------------------------------------------------------------------------------------


@command(allow=Permission.ROSTER_WRITE)
async def enter(
    ctx: Context,
    *,
    unit_id: UUID,
    talent: NewTalentIn,
    not_same_as: list[UUID] | None = None,
    to_review: bool = False,
) -> Talent:
    """录入一名人才。

    用人单位录入的先列为候选，由人才办核实后入库。
    证件已在名录中的一律拒绝；同名同电话的请核对，确认不是同一人的，把那几条的编号填入 notSameAs 再提交。
    证件在管理范围之外登记的，可填 toReview：先录为候选，证件暂不启用，报市委人才办核重。
    """
    unit = await open_unit(ctx, unit_id)
    keys = prepare_name(check_name(talent.name))
    others = {(n.kind, check_name(n.name)): n.until for n in talent.other_names}
    identities = _identities(talent, ctx.today)
    phone = read_phone(talent.phone) if talent.phone else None
    email = read_email(talent.email) if talent.email else None
    await check_catalogue(ctx, talent.level, talent.talent_type)
    await refuse_duplicates(ctx, identities, phone, keys.name_key, but=not_same_as or [])
    names = name_columns(keys, (name for _, name in others))
    made = Talent(id=new_id(), unit_id=unit.id, unit_path=unit.path, **names)
    _describe(made, talent, identities, ctx.today)
    put(made, **phone_columns(ctx.vault, made.id, phone), **email_columns(ctx.vault, made.id, email))
    documents = list(_documents(ctx, made, talent, identities))
    elsewhere = await rest_if_held(ctx, documents) if to_review else False
    if not (talent.candidate or elsewhere or ctx.actor.kind is ActorKind.EMPLOYER):
        made.status = TALENT_FLOW.after(made.status, "admit")
    made.changed_at, made.entered_on = ctx.now, ctx.today
    ctx.db.add(made)
    ctx.db.add_all(documents)
    ctx.db.add_all(
        TalentName(**of(made), kind=kind, name=name, until=until) for (kind, name), until in others.items()
    )
    if made.level is not None and made.level_since is not None:
        basis = talent.level_basis
        ctx.db.add(LevelGrant(**of(made), level=made.level, valid_from=made.level_since, basis=basis))
    for form in (talent.employment, *talent.educations, *talent.titles, *talent.honours):
        if form is not None:
            ctx.db.add(row_of(made, form, ctx.today))
    await show_career(ctx, made)
    told = [name for name in NewTalentIn.model_fields if getattr(talent, name) not in (None, [], False)]
    made.sources = sources(ctx, told)
    ctx.emit(TalentEntered(made.id, made.unit_id, made.level, tuple(not_same_as or ())))
    return made


def _identities(form: NewTalentIn, today: date) -> list[IdentityNumber]:
    read = [
        read_identity(d.kind, d.number, today=today, gender=form.gender, birth_date=form.birth_date)
        for d in form.documents
    ]
    if len({(r.kind, r.number) for r in read}) < len(read):
        raise rules.SameDocumentTwice(field="documents")
    for number in read:
        rules.check_same_birth(form.birth_date, number.birth_date)
    return read


def _describe(made: Talent, form: NewTalentIn, identities: list[IdentityNumber], today: date) -> None:
    """What the form says, and what the numbers say where the form does not."""
    rules.check_past("出生日期", form.birth_date, today=today, field="birthDate")
    rules.check_past("层次起始日", form.level_since, today=today, field="levelSince")
    made.birth_date = form.birth_date or next((n.birth_date for n in identities if n.birth_date), None)
    made.gender = form.gender
    if form.gender is Gender.UNKNOWN:
        made.gender = next((n.gender for n in identities if n.gender), Gender.UNKNOWN)
    made.nationality, made.residence = form.nationality, form.residence
    made.talent_type, made.specialty = form.talent_type, form.specialty
    made.level = form.level
    made.level_since = (form.level_since or today) if form.level is not None else None


def _documents(
    ctx: Context, made: Talent, form: NewTalentIn, identities: list[IdentityNumber]
) -> Iterator[IdentityDocument]:
    for filled, number in zip(form.documents, identities, strict=True):
        rules.check_span("有效期止", filled.valid_from, filled.valid_until, field="documents")
        document_id = new_id()
        yield IdentityDocument(
            id=document_id,
            **of(made),
            **document_columns(ctx.vault, document_id, number),
            valid_from=filled.valid_from,
            valid_until=filled.valid_until,
        )


# Change ----------------------------------------------------------------------------------------------------


@command(allow=Permission.ROSTER_WRITE)
async def change(ctx: Context, *, talent_id: UUID, version: int, change: TalentChangeIn) -> Talent:
    """更改人才资料。

    version 为您打开时的版本。期间他人改过的，不予保存，并告知改了什么、由谁、何时，以及您要改的各项现在的内容，
    请对照后再提交。
    """
    talent = editable(await hold(ctx, talent_id, version, touching=change.model_fields_set))
    given = {name: getattr(change, name) for name in change.model_fields_set}
    renamed = await _rename(ctx, talent, given.pop("name")) if "name" in given else []
    changed = renamed + put(talent, **await _columns(ctx, talent, given))
    if not changed:
        raise rules.NothingChanged()
    if "phone_blind" in changed or renamed:
        await refuse_same_phone(ctx, talent)
    touch(ctx, talent, *sorted({_field(name) for name in changed}))
    return talent


async def _columns(ctx: Context, talent: Talent, given: dict[str, Any]) -> dict[str, Any]:
    """The columns that the filled-in fields stand for."""
    made = dict(given)
    for name, what in (("gender", "性别"), ("nationality", "国籍（地区）")):
        if name in made and not made[name]:
            raise rules.NotToBeEmpty(what=what, field=name)
    rules.check_past("出生日期", made.get("birth_date"), today=ctx.today, field="birthDate")
    if made.get("birth_date") is not None:
        await _check_numbers(ctx, talent, made["birth_date"])
    if made.get("talent_type") is not None:
        await check_catalogue(ctx, None, made["talent_type"])
    if "phone" in made:
        filled = made.pop("phone")
        phone = read_phone(filled) if filled else None
        blind = phone_blind(ctx.vault, phone.number) if phone else None
        if blind != talent.phone_blind:  # sealed anew, the same number would look like a change
            made |= phone_columns(ctx.vault, talent.id, phone)
    if "email" in made:
        filled = made.pop("email")
        made |= email_columns(ctx.vault, talent.id, read_email(filled) if filled else None)
    return made


async def _check_numbers(ctx: Context, talent: Talent, birth_date: date) -> None:
    """No birth date that the person's own documents contradict."""
    held = select(IdentityDocument).where(
        col(IdentityDocument.talent_id) == talent.id, col(IdentityDocument.active)
    )
    for document in await ctx.db.exec(held):
        number = ctx.vault.open(*PLACES[SecretField.IDENTITY_NUMBER], document.id, document.number_sealed)
        told = read_identity(document.kind, number, today=ctx.today)
        rules.check_same_birth(birth_date, told.birth_date)


async def _rename(ctx: Context, talent: Talent, name: str | None) -> list[str]:
    keys, before = prepare_name(check_name(name or "")), talent.name
    if keys.name == before:
        return []
    known = select(TalentName).where(
        col(TalentName.talent_id) == talent.id, col(TalentName.kind) == NameKind.FORMER
    )
    if before not in {n.name for n in await ctx.db.exec(known)}:
        ctx.db.add(TalentName(**of(talent), kind=NameKind.FORMER, name=before, until=ctx.today))
    talent.name = keys.name
    await find_by_all_names(ctx, talent)
    return ["name"]


def _field(column: str) -> str:
    """The field an officer knows: phone for phone_sealed, phone_blind and phone_masked."""
    return column.removesuffix("_sealed").removesuffix("_blind").removesuffix("_masked")
