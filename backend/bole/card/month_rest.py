"""每月对账 as a file, for the browser of a counter."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.responses import Response

from bole.card import month_service
from bole.core.context import Services, Work
from bole.core.documents import require
from bole.core.http import Call, calling

router = APIRouter(prefix="/api/v1/card", tags=["card"])


@router.get("/counter-month", summary="下载本网点一个月的对账")
async def counter_month(
    call: Annotated[Call, calling(month_service.counter_month)],
    month: Annotated[str, Query(max_length=20, description="月份，例如 2026-11")],
) -> Response:
    """CSV，可用电子表格打开。"""
    require(call.op, call.actor)
    assert call.actor is not None
    services: Services = call.request.app.state.services
    async with Work(services).read(call.actor) as ctx:
        told = await month_service.counter_month(ctx, month=month)
    name = quote(f"对账-{told.provider_name}-{told.month}.csv")
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{name}",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    return Response(month_service.as_csv(told), media_type="text/csv; charset=utf-8", headers=headers)
