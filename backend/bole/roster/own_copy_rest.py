"""The talent's own copy over HTTP, for the browser's session."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.responses import Response

from bole.core.context import Services, Work
from bole.core.documents import require
from bole.core.http import Call, calling
from bole.roster import own_copy as service
from bole.roster.own_copy import CopyFormat

router = APIRouter(prefix="/api/v1/my", tags=["my"])


@router.get("/copy", summary="下载本人资料副本")
async def copy(
    call: Annotated[Call, calling(service.my_copy)],
    format: Annotated[CopyFormat, Query(description="json 供程序读取，html 供阅读与打印")] = CopyFormat.JSON,
) -> Response:
    """只有人才本人能下载自己的；每次下载都留下记录，先记录后给文件。"""
    require(call.op, call.actor)
    assert call.actor is not None
    services: Services = call.request.app.state.services
    request_id = call.request.headers.get("x-request-id")
    async with Work(services).write(call.actor, request_id=request_id) as ctx:
        ctx.performed.append(call.op.name)
        told = await service.my_copy(ctx, format=format)
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(told.name)}",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    return Response(told.body, media_type=told.media_type, headers=headers)
