"""The file of an export over HTTP."""

from typing import Annotated, Final
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from bole.core.context import Services, Work
from bole.core.documents import require
from bole.core.http import Call, calling
from bole.roster import exporting_service as service

router = APIRouter(prefix="/api/v1/exports", tags=["exports"])
KINDS: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@router.get("/{export_id}/file", summary="下载导出的文件")
async def file(call: Annotated[Call, calling(service.download_export)], export_id: UUID) -> Response:
    """只有申请人能下载；每次下载都留下记录，先记录后给文件。"""
    require(call.op, call.actor)
    assert call.actor is not None
    services: Services = call.request.app.state.services
    request_id = call.request.headers.get("x-request-id")
    async with Work(services).write(call.actor, request_id=request_id) as ctx:
        ctx.performed.append(call.op.name)
        told = await service.download_export(ctx, export_id=export_id)
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(told.name)}",
        "content-length": str(told.size),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    return StreamingResponse(services.files.stream(told.key), media_type=KINDS[told.format], headers=headers)
