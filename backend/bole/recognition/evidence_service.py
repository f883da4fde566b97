"""Papers of a person: kept once, used again, taken out of a draft."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.errors import NotFound
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.recognition import casework, rules
from bole.recognition.catalogue import EvidenceRule
from bole.recognition.flow_rules import ScoreSheetStatus
from bole.recognition.models import Attachment, EvidenceFile, RecognitionApplication
from bole.roster.models import Talent

MOST_MEGABYTES: Final = 50
"""No rule allows more: what is streamed before the rule is known stops here."""


def key_of(evidence_id: UUID) -> str:
    return f"recognition/{evidence_id}/evidence"


@query(allow=Permission.RECOGNITION_APPLY)
def evidence_files(ask: Ask, *, talent_id: UUID) -> Select[EvidenceFile]:
    """一个人的佐证材料，可在其各次申报中反复选用。"""
    stmt = sa.select(EvidenceFile).where(col(EvidenceFile.talent_id) == talent_id)
    return stmt.order_by(col(EvidenceFile.created_at).desc(), col(EvidenceFile.id).desc())


async def rule_of_files(ctx: Context) -> EvidenceRule:
    """What files may be today."""
    return (await casework.rule_in_force(ctx))[0].evidence


@command(allow=Permission.RECOGNITION_APPLY, replayable=False)
async def keep_evidence(
    ctx: Context,
    *,
    evidence_id: UUID,
    talent_id: UUID | None,
    kind: str,
    filename: str,
    media_type: str,
    size: int,
    sha256: str,
    anonymous: bool = False,
    application_id: UUID | None = None,
) -> EvidenceFile:
    """保存一份佐证材料；内容相同的只保存一份，同时可直接用于一份草稿。"""
    owner = ctx.actor.self_id if ctx.actor.kind is ActorKind.TALENT else talent_id
    if owner is None:
        raise rules.StatementMissing(what="材料属于谁", field="talent_id")
    talent = await ctx.get(Talent, owner)
    digest = bytes.fromhex(sha256)
    known = select(EvidenceFile).where(
        col(EvidenceFile.talent_id) == talent.id, col(EvidenceFile.sha256) == digest
    )
    kept = (await ctx.db.exec(known)).first()
    if kept is None:
        kept = EvidenceFile(
            id=evidence_id,
            unit_path=talent.unit_path,
            talent_id=talent.id,
            kind=rules.told(kind, "材料种类", "kind", 40),
            filename=rules.told(filename, "文件名", "file", 120),
            media_type=media_type,
            size=size,
            sha256=digest,
            file_key=key_of(evidence_id),
            anonymous=anonymous,
            uploaded_by=ctx.actor.id,
            uploaded_name=ctx.actor.name,
        )
        ctx.db.add(kept)
        await ctx.db.flush()
    else:
        ctx.after_commit.append(lambda: ctx.files.delete(key_of(evidence_id)))  # these bytes lie here already
    if application_id is not None:
        await attached(ctx, await casework.drafted(ctx, application_id), kept, kind)
    return kept


@command(allow=Permission.RECOGNITION_APPLY)
async def attach_evidence(
    ctx: Context, *, application_id: UUID, evidence_id: UUID, kind: str
) -> RecognitionApplication:
    """选用申报人已有的一份材料。"""
    application = await casework.drafted(ctx, application_id)
    await attached(ctx, application, await ctx.get(EvidenceFile, evidence_id), kind)
    return application


async def attached(ctx: Context, application: RecognitionApplication, file: EvidenceFile, kind: str) -> None:
    casework.may(application, "change")
    if file.talent_id != application.talent_id:
        raise rules.SomebodyElsesFile(field="evidenceId")
    present = (
        await ctx.db.exec(select(Attachment).where(col(Attachment.application_id) == application.id))
    ).all()
    if any(a.evidence_id == file.id and a.kind == kind for a in present):
        return  # chosen already
    most = (await casework.rule_of(ctx, application)).evidence.most
    if len(present) >= most:
        raise rules.TooManyFiles(most=most)
    ctx.db.add(
        Attachment(
            unit_path=application.unit_path,
            application_id=application.id,
            talent_id=application.talent_id,
            evidence_id=file.id,
            kind=kind,
        )
    )


@command(allow=Permission.RECOGNITION_APPLY)
async def detach_evidence(
    ctx: Context, *, application_id: UUID, attachment_id: UUID
) -> RecognitionApplication:
    """从草稿中移除一份材料；材料本身仍为申报人保留。"""
    application = await casework.drafted(ctx, application_id)
    casework.may(application, "change")
    attachment = await ctx.get(Attachment, attachment_id)
    if attachment.application_id != application.id:
        raise NotFound()
    await ctx.db.delete(attachment)
    return application


# -- files out -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FileTold:
    key: str
    name: str
    media_type: str
    size: int


def _told(file: Any) -> FileTold:
    return FileTold(file.file_key, file.filename, file.media_type, file.size)


@query(allow=Permission.RECOGNITION_READ)
async def evidence_file(ctx: Context, *, evidence_id: UUID) -> FileTold:
    """下载一份佐证材料。"""
    return _told(await ctx.get(EvidenceFile, evidence_id))


BLIND: Final = """
select e.file_key, '材料' as filename, e.media_type, e.size, e.anonymous from recognition_evidence e
join recognition_attachment a on a.evidence_id = e.id
join recognition_sheet s on s.application_id = a.application_id
where e.id = $1 and s.account_id = $2 and s.status = any($3::text[]) limit 1"""


@query(allow=Permission.RECOGNITION_SCORE)
async def blind_file(ctx: Context, *, evidence_id: UUID) -> FileTold:
    """专家查看自己评分表上的材料：只有已隐去姓名与单位的。"""
    seen = [ScoreSheetStatus.ACCEPTED.value, ScoreSheetStatus.SCORED.value]
    async with ctx.services.database.pool(ActorKind.SYSTEM.database_role).acquire() as connection:
        row = await connection.fetchrow(BLIND, evidence_id, ctx.actor.id, seen)
    if row is None:
        raise NotFound()
    if not row["anonymous"]:
        raise rules.NotForExperts()
    return FileTold(row["file_key"], row["filename"], row["media_type"], row["size"])
