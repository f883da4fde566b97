"""联系服务的 REST 接口：记录四问。给脚本和伙伴系统用。"""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.responses import Response

from bole.contact import service
from bole.contact.forms import ContactIn
from bole.contact.graphql import ContactLogNode
from bole.core.http import Call, calling

router = APIRouter(prefix="/api/v1/contacts", tags=["contacts"])


class ContactNew(ContactIn):
    """一次联系。"""

    talent_id: UUID = Field(description="人才")
    post_id: UUID | None = Field(default=None, description="以哪个岗位联系（不写则为本人岗位）")


class ContactOut(BaseModel):
    id: UUID = Field(description="记录编号")
    occurred_on: date = Field(description="联系日期")
    mode: str = Field(description="联系方式")
    post_then: str = Field(description="当时的岗位")
    greeting: str | None = Field(description="问候")


@router.post("", status_code=201, response_model=ContactOut, summary="记录四问")
async def record_contact(
    body: ContactNew, call: Annotated[Call, calling(service.record_contact, ContactOut, ContactLogNode)]
) -> Response:
    """记录一次联系。带 Idempotency-Key 请求头的，重复提交只记一次。"""
    contact = ContactIn(**body.model_dump(exclude={"talent_id", "post_id"}))
    return await call(status=201, talent_id=body.talent_id, post_id=body.post_id, contact=contact)
