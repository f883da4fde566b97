"""The evidence of a proposed change over HTTP: put by whoever proposed it, read by whoever sees the proposal."""

from typing import Annotated, Final
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.responses import Response

from bole.core.context import Services, Work
from bole.core.documents import require
from bole.core.errors import TooBig
from bole.core.http import Call, calling
from bole.core.table import new_id
from bole.core.uploads import received
from bole.roster import proposal_service as service
from bole.roster.proposal_graphql import ProposedChangeNode
from bole.roster.proposal_rules import EvidenceTooBig, evidence_type

router = APIRouter(prefix="/api/v1/proposals", tags=["proposals"])
MAX_EVIDENCE: Final = 10_000_000
FORM: Final = {
    "type": "object",
    "required": ["file"],
    "properties": {"file": {"type": "string", "format": "binary", "description": "PDF、PNG 或 JPEG"}},
}


class EvidenceOut(BaseModel):
    """The proposal with its evidence."""

    id: UUID = Field(description="更正编号")
    evidence_name: str | None = Field(description="佐证文件名")


@router.post(
    "/{change_id}/evidence",
    status_code=201,
    response_model=EvidenceOut,
    summary="附佐证文件",
    openapi_extra={"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": FORM}}}},
)
async def attach(
    call: Annotated[Call, calling(service.attach_evidence, EvidenceOut, ProposedChangeNode)], change_id: UUID
) -> Response:
    """给尚未答复的更正附一份文件；再附一份则替换原来的。只认 PDF、PNG、JPEG，按内容而不按扩展名。"""
    require(call.op, call.actor)
    files = call.request.app.state.services.files
    key = f"proposal/{change_id}/{new_id()}"
    try:
        sent = await received(call.request, limit=MAX_EVIDENCE)
        await files.put(key, sent.pieces(), limit=MAX_EVIDENCE)
    except TooBig:
        raise EvidenceTooBig(limit=MAX_EVIDENCE // 1_000_000) from None
    try:
        kind = evidence_type(await files.get(key))
        name = sent.filename.replace("\\", "/").rsplit("/", 1)[-1][:200] or "佐证"
        return await call(status=201, change_id=change_id, key=key, name=name, kind=kind)
    except BaseException:
        await files.delete(key)
        raise


@router.get("/{change_id}/evidence", summary="查看佐证文件")
async def evidence(call: Annotated[Call, calling(service.evidence)], change_id: UUID) -> Response:
    """看得见这项更正的人可以查看。"""
    require(call.op, call.actor)
    assert call.actor is not None
    services: Services = call.request.app.state.services
    async with Work(services).read(call.actor) as ctx:
        told = await service.evidence(ctx, change_id=change_id)
    headers = {
        "content-disposition": f"inline; filename*=UTF-8''{quote(told.name)}",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
    }
    return Response(await services.files.get(told.key), media_type=told.kind, headers=headers)
