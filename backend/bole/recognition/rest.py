"""Files in and out over HTTP: evidence, certificates; and what anybody may ask without signing in."""

import asyncio
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.responses import HTMLResponse, Response, StreamingResponse

from bole.core.context import Services, Work
from bole.core.documents import require
from bole.core.errors import InvalidInput, TooBig
from bole.core.http import Call, calling
from bole.core.table import new_id
from bole.core.uploads import received
from bole.identity.identify import source_of
from bole.recognition import certificate, evidence_service, public_service, rules, scanning, what_if_service
from bole.recognition.evidence_service import MOST_MEGABYTES, FileTold
from bole.recognition.graphql import EvidenceFileNode
from bole.roster.handing import asked

router = APIRouter(prefix="/api/v1/recognition", tags=["recognition"])
MEGABYTE: Final = 1_000_000
NOSNIFF: Final = {"cache-control": "no-store", "x-content-type-options": "nosniff"}


class EvidenceOut(BaseModel):
    """A file that was kept."""

    id: UUID
    kind: str
    filename: str
    media_type: str
    size: int
    anonymous: bool


FORM: Final = {
    "type": "object",
    "required": ["kind", "file"],
    "properties": {
        "kind": {"type": "string", "description": "佐证材料代码"},
        "talent_id": {"type": "string", "format": "uuid", "description": "材料属于谁（人才本人上传的不填）"},
        "application_id": {"type": "string", "format": "uuid", "description": "同时用于哪份草稿"},
        "anonymous": {"type": "string", "enum": ["true", "false"], "description": "是否已隐去姓名与单位"},
        "file": {"type": "string", "format": "binary", "description": "PDF（或规则允许的图片），放在最后"},
    },
}


@router.post(
    "/evidence",
    status_code=201,
    response_model=EvidenceOut,
    summary="上传佐证材料",
    openapi_extra={"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": FORM}}}},
)
async def upload(
    call: Annotated[Call, calling(evidence_service.keep_evidence, EvidenceOut, EvidenceFileNode)],
) -> Response:
    """随传随存、随即扫描；含病毒特征的、内容不是规定格式的当场退回并删除。"""
    require(call.op, call.actor)
    assert call.actor is not None
    services: Services = call.request.app.state.services
    async with Work(services).read(call.actor) as ctx:
        rule = await evidence_service.rule_of_files(ctx)
    evidence_id = new_id()
    key = evidence_service.key_of(evidence_id)
    try:
        sent = await received(call.request, limit=MOST_MEGABYTES * MEGABYTE)
        stored = await services.files.put(key, sent.pieces(), limit=rule.max_megabytes * MEGABYTE)
    except TooBig:
        raise rules.FileTooLarge(limit=rule.max_megabytes) from None
    name = Path(sent.filename.replace("\\", "/")).name[:120] or "材料"
    try:
        async with services.files.local(key) as path:
            if found := await scanning.scanner_of(services.settings).scan(path):
                raise rules.VirusFound(filename=name, signature=found, field="file")
            format_ = await asyncio.to_thread(scanning.format_of, path)
        if format_ not in rule.formats:
            words = "、".join(scanning.WORDS[f] for f in rule.formats)
            raise rules.NotThatFormat(filename=name, formats=words, field="file")
        return await call(
            status=201,
            evidence_id=evidence_id,
            talent_id=_uuid(sent.fields.get("talent_id"), "talent_id"),
            application_id=_uuid(sent.fields.get("application_id"), "application_id"),
            kind=sent.fields.get("kind", ""),
            filename=name,
            media_type=scanning.MEDIA[format_],
            size=stored.size,
            sha256=stored.sha256.hex(),
            anonymous=sent.fields.get("anonymous") == "true",
        )
    except BaseException:
        await services.files.delete(key)
        raise


def _uuid(told: str | None, field: str) -> UUID | None:
    try:
        return UUID(told) if told else None
    except ValueError:
        raise InvalidInput(reason="不是有效的编号", field=field) from None


@router.get("/evidence/{evidence_id}/file", summary="下载佐证材料")
async def evidence(
    call: Annotated[Call, calling(evidence_service.evidence_file)], evidence_id: UUID
) -> Response:
    """看得到申请的单位与人才本人可以下载。"""
    return _file(call, await asked(call, evidence_id=evidence_id))


@router.get("/evidence/{evidence_id}/blind", summary="专家查看盲评材料")
async def blind(call: Annotated[Call, calling(evidence_service.blind_file)], evidence_id: UUID) -> Response:
    """只有自己评分表上的、已隐去姓名与单位的材料。"""
    return _file(call, await asked(call, evidence_id=evidence_id))


@router.get("/certificates/{recognition_id}", summary="下载认定证书")
async def certificate_file(
    call: Annotated[Call, calling(certificate.certificate)], recognition_id: UUID
) -> Response:
    """证书为 PDF，内容即发证时所定，任何时候下载都一样。"""
    told: certificate.Certificate = await asked(call, recognition_id=recognition_id)
    data = await asyncio.to_thread(certificate.render, told, call.request.app.state.services.settings)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(told.filename)}", **NOSNIFF}
    return Response(data, media_type="application/pdf", headers=headers)


@router.get("/directory-drafts/{draft_id}/impacts", summary="下载目录试算名单")
async def impacts(call: Annotated[Call, calling(what_if_service.impact_table)], draft_id: UUID) -> Response:
    """CSV：谁达到、谁不再达到，卡种与资金变动，现层次保留至何时。"""
    data: str = await asked(call, draft_id=draft_id)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote('目录试算名单.csv')}", **NOSNIFF}
    return Response(data.encode("utf-8-sig"), media_type="text/csv; charset=utf-8", headers=headers)


def _file(call: Call, told: FileTold) -> Response:
    services: Services = call.request.app.state.services
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(told.name)}",
        "content-length": str(told.size),
        **NOSNIFF,
    }
    return StreamingResponse(services.files.stream(told.key), media_type=told.media_type, headers=headers)


# -- without signing in --------------------------------------------------------------------------------------


class NoticeOut(BaseModel):
    """What stands on notice today."""

    id: UUID
    starts_on: str
    ends_on: str
    provisional: bool
    shown: dict[str, str]


class VerifiedOut(BaseModel):
    """What a certificate's code tells: no number of any document, no full name."""

    certificate_number: str
    name: str = Field(description="姓名（掩码）")
    level: str
    talent_type: str
    issuer: str
    valid_from: str
    valid_until: str
    status: str
    valid: bool


class ObjectionIn(BaseModel):
    """一件公示异议"""

    objector: str = Field(min_length=1, max_length=60, description="异议人（实名）")
    contact: str = Field(min_length=1, max_length=60, description="联系方式")
    content: str = Field(min_length=1, max_length=2000, description="异议内容")


@router.get("/public/certificates/{code}", response_model=VerifiedOut, summary="核验证书（无需登录）")
async def verify(call: Annotated[Call, calling(public_service.verify_certificate)], code: str) -> Response:
    """按证书上的核验码查询；浏览器打开是一页说明，程序得到 JSON。同一地址每分钟可查有限次数。"""
    services: Services = call.request.app.state.services
    found = await public_service.asked_by(services, source_of(call.request), code)
    if "text/html" in call.request.headers.get("accept", ""):
        return HTMLResponse(certificate.page(found), headers={**NOSNIFF, **certificate.PAGE_HEADERS})
    return Response(
        VerifiedOut(**found.plain()).model_dump_json(), media_type="application/json", headers=NOSNIFF
    )


@router.get("/public/notices", response_model=list[NoticeOut], summary="正在公示的认定（无需登录）")
async def notices(call: Annotated[Call, calling(public_service.open_notices)]) -> Response:
    """只有规则允许公示的内容。"""
    services: Services = call.request.app.state.services
    told = await public_service.notices_for(services, source_of(call.request))
    body = b"[" + b",".join(NoticeOut(**n).model_dump_json().encode() for n in told) + b"]"
    return Response(body, media_type="application/json", headers=NOSNIFF)


@router.post(
    "/public/notices/{notice_id}/objections", status_code=201, summary="提出公示异议（无需登录，实名）"
)
async def objection(
    call: Annotated[Call, calling(public_service.object_in_public)], notice_id: UUID, body: ObjectionIn
) -> Response:
    """公示最后一日二十四时之前提出的有效。"""
    services: Services = call.request.app.state.services
    await public_service.object_from(
        services, source_of(call.request), notice_id, body.objector, body.contact, body.content
    )
    return Response(b'{"received": true}', status_code=201, media_type="application/json", headers=NOSNIFF)
