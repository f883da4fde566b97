"""An application from its draft to submission, and out of it again: draft, confirm, submit, withdraw."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col, select

from bole.catalogue.models import Entry
from bole.catalogue.rules import difference
from bole.core.actor import ActorKind
from bole.core.context import Context, plain
from bole.core.errors import Stale
from bole.core.operation import command
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.org.rules import UnitKind
from bole.recognition import casework, facts, predicate, rules
from bole.recognition.casework import take
from bole.recognition.catalogue import Directory, DirectoryCriterion, RecognitionRule
from bole.recognition.flow_rules import RecognitionRole, RecognitionRoute, RecognitionStatus
from bole.recognition.models import (
    ApplicationParty,
    Attachment,
    Recognition,
    RecognitionApplication,
    RecognitionBan,
)
from bole.roster.editing import last_hand
from bole.roster.models import Talent


class RecommenderIn(BaseModel):
    """公荐的一名推荐人"""

    name: str = Field(min_length=1, max_length=60, description="姓名")
    unit: str = Field(min_length=1, max_length=120, description="单位与职务")


@command(allow=Permission.RECOGNITION_APPLY)
async def start(
    ctx: Context,
    *,
    route: RecognitionRoute,
    criterion: str,
    talent_id: UUID | None = None,
    talent_type: str | None = None,
    employer_id: UUID | None = None,
    statement: str = "",
) -> RecognitionApplication:
    """起草认定申请。

    route：个人申报、单位申报、县区提名或公荐；criterion：现行目录的标准代码，层次随标准；employerId：有两个用人单位的，由哪个推荐。
    """
    chosen = ctx.actor.self_id if ctx.actor.kind is ActorKind.TALENT else talent_id
    if chosen is None:
        raise rules.StatementMissing(what="为谁申报", field="talentId")
    talent = await ctx.get(Talent, chosen)
    unit = await _applicant(ctx, route, talent)
    return await draft(
        ctx,
        talent,
        route=route,
        unit=unit,
        criterion=criterion,
        talent_type=talent_type,
        employer_id=employer_id,
        statement=statement,
    )


async def draft(
    ctx: Context,
    talent: Talent,
    *,
    route: RecognitionRoute,
    unit: Unit | None,
    criterion: str,
    talent_type: str | None = None,
    employer_id: UUID | None = None,
    statement: str = "",
) -> RecognitionApplication:
    """A draft by the directory in force, with everybody who will take part."""
    rules.check_person(talent.status)
    await _check_ban(ctx, talent.id)
    entry = await casework.directory_in_force(ctx)
    kind = talent_type or talent.talent_type
    if kind is None:
        raise rules.StatementMissing(what="申报的人才类型", field="talentType")
    found = casework.criterion_in(Directory.model_validate(entry.body), entry.number, criterion, kind)
    await _check_level(ctx, talent, found.level)
    employer = await _employer(ctx, talent, route, unit, employer_id)
    district, lead = await _offices(ctx, talent, employer)
    made = RecognitionApplication(
        unit_path=talent.unit_path,
        talent_id=talent.id,
        talent_name=talent.name,
        employer_name=_employer_name(talent, employer),
        route=route,
        level=found.level,
        talent_type=kind,
        criterion=found.code,
        directory_id=entry.id,
        statement=rules.noted(statement, "业绩陈述", "statement") or "",
        unit_id=unit.id if unit is not None else None,
        employer_id=employer.id if employer is not None else None,
        district_id=district.id,
        lead_id=lead.id,
        started_on=ctx.today,
        started_by=ctx.actor.id,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    await _judge(ctx, made, found)
    await _bring_together(ctx, made, talent, unit)
    return made


async def _applicant(ctx: Context, route: RecognitionRoute, talent: Talent) -> Unit | None:
    """The unit that applies (None: the person); refuses a route that is not this actor's."""
    if ctx.actor.kind is ActorKind.TALENT:
        if route is not RecognitionRoute.SELF:
            raise rules.NotForYourself(route=route.label, field="route")
        return None
    if route in (RecognitionRoute.SELF, RecognitionRoute.EXEMPT):
        raise rules.NotForYourself(route=route.label, field="route")
    if ctx.actor.unit_id is None:
        raise rules.NoUnitToApplyFor()
    unit = await ctx.get(Unit, ctx.actor.unit_id)
    if route is RecognitionRoute.DISTRICT and unit.kind is not UnitKind.TALENT_OFFICE:
        raise rules.NotForYourself(route=route.label, field="route")
    return unit


async def _employer(
    ctx: Context, talent: Talent, route: RecognitionRoute, unit: Unit | None, employer_id: UUID | None
) -> Unit | None:
    """Who recommends: the unit that applies, the one chosen, else the main employer."""
    known = await casework.employers_of(ctx, talent)
    wanted = unit.id if route is RecognitionRoute.EMPLOYER and unit is not None else employer_id
    if wanted is None:
        return known[0] if known else None
    found = next((u for u in known if u.id == wanted), None)
    if found is None:
        named = await ctx.find(Unit, wanted)
        raise rules.NotTheirEmployer(
            unit=named.short_name if named else "所选单位",
            choices="、".join(u.short_name for u in known) or "（没有登记本系统的用人单位）",
            field="employerId",
        )
    return found


def _employer_name(talent: Talent, employer: Unit | None) -> str | None:
    return employer.name if employer is not None else talent.employer_name


async def _offices(ctx: Context, talent: Talent, employer: Unit | None) -> tuple[Unit, Unit]:
    """Who reviews and who leads: the offices above the employer, or above a place that is none and keeps the record."""
    home = await ctx.get(Unit, talent.unit_id)
    place = employer.path if employer is not None and home.kind is UnitKind.EMPLOYER else talent.unit_path
    return await casework.office_over(ctx, place), await casework.office_over(ctx, place, city=True)


async def _check_ban(ctx: Context, talent_id: UUID) -> None:
    stmt = select(RecognitionBan).where(col(RecognitionBan.talent_id) == talent_id)
    bans = (await ctx.db.exec(stmt)).all()
    rules.check_ban(((b.valid_from, b.valid_until, b.reason) for b in bans), ctx.today)


async def _check_level(ctx: Context, talent: Talent, level: str) -> None:
    """No second time for what somebody has; the same level again only when the present one runs out."""
    stmt = select(Recognition).where(
        col(Recognition.talent_id) == talent.id, col(Recognition.status) == RecognitionStatus.EFFECTIVE
    )
    held = (await ctx.db.exec(stmt)).first()
    if held is None:
        return
    ranks = await casework.ranks(ctx)
    rule, _ = await casework.rule_in_force(ctx)
    higher = ranks.get(level, 99) < ranks.get(held.level, 99)
    if not higher and (held.valid_until - ctx.today).days > rule.renew_days:
        raise rules.SameLevelHeld(
            level=held.level_name, until=held.valid_until.isoformat(), field="criterion"
        )


async def _judge(ctx: Context, application: RecognitionApplication, criterion: DirectoryCriterion) -> None:
    """What a machine can say of the criterion today."""
    application.finding, application.finding_missing = None, []
    if criterion.predicate:
        known = await facts.facts_of(ctx, application.talent_id)
        application.finding = predicate.judge(criterion.predicate, known)
        application.finding_missing = predicate.missing(criterion.predicate, known)


async def _bring_together(
    ctx: Context, application: RecognitionApplication, talent: Talent, unit: Unit | None
) -> None:
    """The employers, whoever applies, the offices: both employers of one person see how it goes."""
    for employer in await casework.employers_of(ctx, talent):
        chosen = employer.id == application.employer_id
        role = RecognitionRole.EMPLOYER if chosen else RecognitionRole.OTHER_EMPLOYER
        await casework.join(ctx, application, employer, role)
    if unit is not None and unit.id != application.employer_id:
        await casework.join(ctx, application, unit, RecognitionRole.NOMINATOR)
    await casework.join(
        ctx, application, await ctx.get(Unit, application.district_id), RecognitionRole.DISTRICT
    )
    await casework.join(ctx, application, await ctx.get(Unit, application.lead_id), RecognitionRole.LEAD)


@command(allow=Permission.RECOGNITION_APPLY)
async def change(
    ctx: Context,
    *,
    application_id: UUID,
    version: int,
    statement: str | None = None,
    criterion: str | None = None,
    employer_id: UUID | None = None,
    recommenders: list[RecommenderIn] | None = None,
    kinship: list[str] | None = None,
) -> RecognitionApplication:
    """修改草稿：陈述、标准、推荐单位、公荐推荐人、须回避的亲属。不写的不变。"""
    application = await casework.drafted(ctx, application_id)
    casework.may(application, "change")
    if application.version != version:
        by = await last_hand(ctx, "recognition_application", application.id)
        raise Stale(by=by, version=application.version, field="version")
    if statement is not None:
        application.statement = rules.noted(statement, "业绩陈述", "statement") or ""
    if criterion is not None:
        entry = await ctx.get(Entry, application.directory_id)
        found = casework.criterion_in(
            Directory.model_validate(entry.body), entry.number, criterion, application.talent_type
        )
        await _check_level(ctx, await ctx.get(Talent, application.talent_id), found.level)
        application.criterion, application.level = found.code, found.level
        await _judge(ctx, application, found)
    if employer_id is not None:
        await _choose_employer(ctx, application, employer_id)
    if recommenders is not None:
        application.recommenders = [r.model_dump() for r in recommenders]
    if kinship is not None:
        application.kinship = [name for name in (k.strip()[:60] for k in kinship[:20]) if name]
    return application


async def _choose_employer(ctx: Context, application: RecognitionApplication, employer_id: UUID) -> None:
    talent = await ctx.get(Talent, application.talent_id)
    chosen = await _employer(ctx, talent, RecognitionRoute.SELF, None, employer_id)
    assert chosen is not None
    if application.route is RecognitionRoute.EMPLOYER and chosen.id != application.unit_id:
        raise rules.NotForYourself(route=application.route.label, field="employerId")
    if application.employer_id == chosen.id:
        return
    district, lead = await _offices(ctx, talent, chosen)
    application.employer_id, application.employer_name = chosen.id, chosen.name
    application.district_id, application.lead_id = district.id, lead.id
    # everybody by what they are now: an office that reviews no longer does not look on
    for party in await ctx.db.exec(select(ApplicationParty).where(_party_of(application))):
        await ctx.db.delete(party)
    await ctx.db.flush()
    await _bring_together(ctx, application, talent, None)


def _party_of(application: RecognitionApplication) -> sa.ColumnElement[bool]:
    """SQL: who takes part by the employer; whoever nominated, and departments of an earlier round, stay."""
    roles = (
        RecognitionRole.EMPLOYER,
        RecognitionRole.OTHER_EMPLOYER,
        RecognitionRole.DISTRICT,
        RecognitionRole.LEAD,
    )
    return sa.and_(
        col(ApplicationParty.application_id) == application.id, col(ApplicationParty.role).in_(roles)
    )


@command(allow=Permission.RECOGNITION_APPLY)
async def confirm_directory(
    ctx: Context, *, application_id: UUID, criterion: str | None = None
) -> RecognitionApplication:
    """按现行目录重新确认草稿：看过不同之后，沿用同一标准，或改选一条。"""
    application = await casework.drafted(ctx, application_id)
    casework.may(application, "confirm_directory")
    entry = await casework.directory_in_force(ctx)
    judged = (await casework.directory_of(ctx, application)).transition.judged_by
    settled = application.submitted_on is not None and judged == "submitted"
    if entry.id == application.directory_id or settled:
        number = (await ctx.get(Entry, application.directory_id)).number
        raise rules.StillTheSameDirectory(number=number)
    found = casework.criterion_in(
        Directory.model_validate(entry.body),
        entry.number,
        criterion or application.criterion,
        application.talent_type,
    )
    await _check_level(ctx, await ctx.get(Talent, application.talent_id), found.level)
    application.directory_id, application.criterion, application.level = entry.id, found.code, found.level
    await _judge(ctx, application, found)
    await take(ctx, application, "confirm_directory", note=f"按目录第 {entry.number} 版确认")
    return application


@command(allow=Permission.RECOGNITION_APPLY)
async def submit(ctx: Context, *, application_id: UUID) -> RecognitionApplication:
    """提交认定申请。

    按提交当日施行的目录评判；草稿所依目录已改版的，须先按现行目录确认。单位申报、公荐即视为单位推荐，县区提名即视为初审。
    """
    application = await casework.drafted(ctx, application_id)
    casework.may(application, "submit")
    talent = await ctx.get(Talent, application.talent_id)
    rules.check_person(talent.status)
    await _check_ban(ctx, talent.id)
    if application.submitted_on is None:
        await _check_directory(ctx, application)
        rule, number = await casework.rule_in_force(ctx)
    else:
        rule, number = await casework.rule_of(ctx, application), application.terms_version or 0
    criterion = await _criterion_of(ctx, application)
    rules.check_recommenders(
        application.recommenders, route=application.route, fewest=rule.recommenders_fewest
    )
    await _check_evidence(ctx, application, criterion)
    await _judge(ctx, application, criterion)
    if application.submitted_on is None:
        application.number = await _next_number(ctx)
        application.submitted_on = ctx.today
        application.terms, application.terms_version = rule.model_dump(mode="json"), number
    # departments read both here: the person may lie outside their scope
    employer = await ctx.find(Unit, application.employer_id) if application.employer_id is not None else None
    application.talent_name, application.employer_name = talent.name, _employer_name(talent, employer)
    application.returned_reason = None
    await _hand_over(ctx, application, rule)
    return application


async def _hand_over(ctx: Context, application: RecognitionApplication, rule: RecognitionRule) -> None:
    """To whoever comes next: what a unit applies for itself it has recommended, what an office nominates it has
    reviewed, what the system knows needs neither."""
    days, route = rule.working_days, application.route
    if route is RecognitionRoute.SELF and application.employer_id is not None:
        await take(ctx, application, "submit", holder=application.employer_id, days=days.recommend)
        return
    await take(ctx, application, "submit", tell=())
    if route in (RecognitionRoute.DISTRICT, RecognitionRoute.EXEMPT):
        await take(ctx, application, "nominate", holder=application.lead_id, days=days.send)
        return
    step = "skip_recommendation" if route is RecognitionRoute.SELF else "recommend"
    await take(ctx, application, step, holder=application.district_id, days=days.review)


async def _check_directory(ctx: Context, application: RecognitionApplication) -> None:
    """The directory of today judges: a draft of an older one is confirmed anew, or follows if the new one says so."""
    now = await casework.directory_in_force(ctx)
    if now.id == application.directory_id:
        return
    before, after = await ctx.get(Entry, application.directory_id), Directory.model_validate(now.body)
    same = after.criterion(application.criterion)
    if after.transition.draft == "follow" and same is not None:
        application.directory_id, application.level = now.id, same.level
        return
    raise rules.DirectoryChanged(
        before=before.number,
        after=now.number,
        since=now.valid_from.isoformat(),
        changes=[
            plain({"path": d.path, "before": d.before, "after": d.after})
            for d in difference(before.body, now.body)
        ],
    )


async def _criterion_of(ctx: Context, application: RecognitionApplication) -> DirectoryCriterion:
    entry = await ctx.get(Entry, application.directory_id)
    return casework.criterion_in(
        Directory.model_validate(entry.body), entry.number, application.criterion, application.talent_type
    )


async def _check_evidence(
    ctx: Context, application: RecognitionApplication, criterion: DirectoryCriterion
) -> None:
    directory = await casework.directory_of(ctx, application)
    given = select(Attachment.kind).where(col(Attachment.application_id) == application.id)
    needed = {code: directory.evidence_name(code) for code in criterion.evidence}
    rules.check_evidence(needed, set((await ctx.db.exec(given)).all()))


async def _next_number(ctx: Context) -> str:
    value: Any = (
        await ctx.db.execute(sa.text("select nextval('recognition_application_number')"))
    ).scalar_one()
    return f"RD-{ctx.today.year}-{value:05d}"


@command(allow=Permission.RECOGNITION_APPLY)
async def withdraw(ctx: Context, *, application_id: UUID, reason: str) -> RecognitionApplication:
    """撤回认定申请：由起草的本人或单位办理，撤回后可另行申报。"""
    application = await casework.drafted(ctx, application_id)
    await withdrawn(ctx, application, rules.told(reason, "撤回的理由", "reason"))
    return application


async def withdrawn(ctx: Context, application: RecognitionApplication, reason: str) -> None:
    """Ends it; what was asked of others is called off by whoever hears of it."""
    told = tuple(u for u in (application.holder_id, application.lead_id) if u is not None)
    casework.may(application, "withdraw")
    application.end_reason = reason
    await take(ctx, application, "withdraw", note=reason, tell=tuple(dict.fromkeys(told)))
