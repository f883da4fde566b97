"""What partners do about deletion notices: fetch them, and say what they did."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from bole.core.http import Call, calling
from bole.privacy import notice_service
from bole.privacy.graphql import DeletionNoticeNode
from bole.privacy.rules import NoticeReason, NoticeStatus

router = APIRouter(prefix="/partner/v1", tags=["partner"])


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
