"""What experts are told of an application, which of their sheets count, and when they are asked anew."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.core.context import Context
from bole.recognition import casework, expert_rules, facts
from bole.recognition.catalogue import RecognitionRule, Scoring
from bole.recognition.flow_rules import SHEET_FLOW, ScoreSheetStatus
from bole.recognition.models import Attachment, EvidenceFile, Expert, RecognitionApplication, ScoreSheet
from bole.roster.models import Employment, Talent, Title
from bole.roster.rules import Degree

OPEN = (ScoreSheetStatus.INVITED, ScoreSheetStatus.ACCEPTED)
"""A sheet that is still to come in."""


# -- the sheets ----------------------------------------------------------------------------------------------


async def sheets_of(ctx: Context, application_id: UUID) -> list[ScoreSheet]:
    """Every sheet, those of former rounds too; held."""
    stmt = select(ScoreSheet).where(col(ScoreSheet.application_id) == application_id).with_for_update()
    return list((await ctx.db.exec(stmt.order_by(col(ScoreSheet.id)))).all())


async def call_off_sheets(ctx: Context, application_id: UUID) -> None:
    for sheet in await sheets_of(ctx, application_id):
        if sheet.status in OPEN:
            sheet.status = SHEET_FLOW.after(sheet.status, "call_off")


async def open_round(ctx: Context, application: RecognitionApplication, rule: RecognitionRule) -> None:
    """An application comes to the departments, for the first time or again. Where it came back with other facts
    than the experts saw, or one of them must keep out by now, what they said counts no more and they are asked
    anew; where nothing changed, their word stands."""
    if rule.scoring is None or not rule.scored(application.level):
        return
    standing = [
        sheet
        for sheet in await sheets_of(ctx, application.id)
        if sheet.round == application.scoring_round and sheet.status in expert_rules.STANDING
    ]
    talent = await ctx.get(Talent, application.talent_id)
    employers = await employers_of(ctx, talent)
    material = await material_of(ctx, application, talent, rule.scoring, employers)
    same = all(expert_rules.same_facts(sheet.material, material) for sheet in standing)
    if same and not await _out(ctx, application, standing, employers):
        return
    await call_off_sheets(ctx, application.id)
    application.scoring_round += 1
    application.expert_count = application.expert_score = application.expert_passed = None


async def _out(
    ctx: Context, application: RecognitionApplication, sheets: list[ScoreSheet], employers: set[str]
) -> bool:
    """Whether somebody who was asked may not be by what is known now."""
    asked = select(Expert).where(col(Expert.id).in_([sheet.expert_id for sheet in sheets]))
    return any(
        expert_rules.keeps_out(e.name, e.employer_name, employers=employers, kin=application.kinship)
        for e in (await ctx.db.exec(asked)).all()
    )


# -- what they are told --------------------------------------------------------------------------------------


async def employers_of(ctx: Context, talent: Talent) -> set[str]:
    """Names of everybody who employs this person: an expert of the same house keeps out."""
    stmt = select(Employment.employer_name).where(
        col(Employment.talent_id) == talent.id, col(Employment.ended_on).is_(None)
    )
    units = await casework.employers_of(ctx, talent)
    return {*(await ctx.db.exec(stmt)).all(), *(u.name for u in units), *(u.short_name for u in units)}


async def material_of(
    ctx: Context, application: RecognitionApplication, talent: Talent, rule: Scoring, employers: set[str]
) -> dict[str, Any]:
    """What a blind sheet may tell: the criterion, the statement without names, the facts that the rules allow."""
    directory = await casework.directory_of(ctx, application)
    criterion = directory.criterion(application.criterion)
    title = (
        select(Title.name)
        .where(col(Title.talent_id) == talent.id)
        .order_by(col(Title.granted_on).desc())
        .limit(1)
    )
    known = await facts.facts_of(ctx, talent.id)
    facts_told = {
        "degree": Degree(known["degree"]).label if known["degree"] else None,
        "title": (await ctx.db.exec(title)).first(),
        "position": talent.position,
        "specialty": talent.specialty,
        "age": known["age"],
    }
    statement = application.statement
    for name in sorted({talent.name, *employers}, key=len, reverse=True):
        statement = statement.replace(name, "＊＊") if name else statement
    files = (
        select(EvidenceFile.id, Attachment.kind)
        .join(Attachment, col(Attachment.evidence_id) == col(EvidenceFile.id))
        .where(col(Attachment.application_id) == application.id, col(EvidenceFile.anonymous))
        .order_by(col(EvidenceFile.id))
    )
    return {
        "level": await casework.name_of(ctx, "level", application.level),
        "talent_type": await casework.name_of(ctx, "talent_type", application.talent_type),
        "criterion": criterion.text if criterion is not None else "",
        "statement": statement,
        "facts": {name: facts_told[name] for name in rule.shows},
        "evidence": [
            {"id": str(id_), "name": directory.evidence_name(kind)}
            for id_, kind in (await ctx.db.exec(files)).all()
        ],
    }
