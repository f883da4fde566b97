"""What partners do about deletion notices, and the auditor's list as a file."""

import csv
import io
from datetime import date, datetime
from typing import Annotated
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from bole.core.clock import SHANGHAI
from bole.core.context import Services, Work
from bole.core.documents import require
from bole.core.http import Call, calling
from bole.privacy import anomaly_service, notice_service
from bole.privacy.graphql import DeletionNoticeNode
from bole.privacy.rules import ANOMALY_FLOW, NoticeReason, NoticeStatus

router = APIRouter(prefix="/api/v1", tags=["privacy"])


class DeletionOut(BaseModel):
    """One notice: what was received of whom, by card numbers; nothing else of the person."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID = Field(description="通知编号，回执时用")
    reason: NoticeReason = Field(description="ERASED 本人资料已删除，WITHDRAWN 本人撤回同意")
    received: str = Field(description="曾提供的内容")
    cards: list[str] = Field(description="所涉卡号")
    asked_on: date = Field(description="通知日期")
    due_on: date = Field(description="回执期限")


class DeletionsOut(BaseModel):
    """What is yet to be answered."""

    model_config = ConfigDict(from_attributes=True)

    items: list[DeletionOut]


class ReceiptIn(BaseModel):
    """What was done."""

    model_config = ConfigDict(extra="forbid")

    receipt: str = Field(min_length=1, max_length=200, description="删除了什么，或为何依法保存")


class AcknowledgedOut(BaseModel):
    """The notice after its answer."""

    id: UUID = Field(description="通知编号")
    status: NoticeStatus = Field(description="状态")
    acknowledged_at: datetime | None = Field(description="回执时间")
    receipt: str | None = Field(description="回执内容")


@router.post("/deletions/fetch", response_model=DeletionsOut, summary="领取删除通知")
async def fetch(call: Annotated[Call, calling(notice_service.fetch_deletions, DeletionsOut)]) -> Response:
    """尚未回执的删除通知，最早的在前，一次至多一百条；没有回执的下次仍会给出。"""
    return await call()


@router.post("/deletions/{notice_id}/acknowledgement", response_model=AcknowledgedOut, summary="回执删除通知")
async def acknowledge(
    call: Annotated[Call, calling(notice_service.acknowledge_deletion, AcknowledgedOut, DeletionNoticeNode)],
    notice_id: UUID,
    body: ReceiptIn,
) -> Response:
    """写明删除了什么，或依什么规定保存。重复回执的以第一次为准。"""
    return await call(notice_id=notice_id, receipt=body.receipt)


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
