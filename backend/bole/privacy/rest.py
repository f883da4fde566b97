"""The auditor's list as a file."""

import csv
import io
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from bole.core.clock import SHANGHAI
from bole.core.context import Services, Work
from bole.core.documents import require
from bole.core.http import Call, calling
from bole.privacy import anomaly_service
from bole.privacy.rules import ANOMALY_FLOW

router = APIRouter(prefix="/api/v1", tags=["privacy"])

HEADER = ("日期", "规则", "查看人", "首次", "末次", "次数", "人数", "所列事实", "复核", "复核意见", "复核人")


@router.get("/read-anomalies.csv", summary="下载待核实的访问")
async def anomalies(call: Annotated[Call, calling(anomaly_service.export_anomalies)]) -> Response:
    """CSV，可用电子表格打开；文件首行写明导出人、时间与追溯码，导出留痕。"""
    require(call.op, call.actor)
    assert call.actor is not None
    services: Services = call.request.app.state.services
    request_id = call.request.headers.get("x-request-id")
    async with Work(services).write(call.actor, request_id=request_id) as ctx:
        ctx.performed.append(call.op.name)
        found = await anomaly_service.export_anomalies(ctx)
        at = ctx.now.astimezone(SHANGHAI)
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow(
        [
            f"导出人 {call.actor.name}　{at:%Y-%m-%d %H:%M}　追溯码 {found.trace}　内部使用，列出的是待核实的事实"
        ]
    )
    lines.writerow(HEADER)
    for a in found.items:
        since, until = (t.astimezone(SHANGHAI).strftime("%H:%M") for t in (a.since, a.until))
        told = [a.day, a.rule_name, a.actor_name, since, until, a.reads, a.persons, a.words]
        lines.writerow(
            [
                _safe(cell)
                for cell in (*told, ANOMALY_FLOW.labels[a.status], a.review or "", a.reviewed_by_name or "")
            ]
        )
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(f'待核实的访问-{at:%Y%m%d}.csv')}",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    body = b"\xef\xbb\xbf" + file.getvalue().encode()
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


def _safe(cell: object) -> object:
    """A spreadsheet takes such a text for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell
