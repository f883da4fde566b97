"""What partners call: verify a holder, redeem, take back, reconcile. Their contract, apart from our tables:
a change here is a dated line in docs/partner-api.md."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query
from pydantic import BaseModel, ConfigDict, Field, PlainSerializer
from starlette.responses import Response

from bole.card import code_service, quota_service, redeem_service, service, use_service
from bole.card.graphql import RedemptionNode
from bole.core.graph import moment_text
from bole.core.http import Call, calling

router = APIRouter(prefix="/partner/v1", tags=["card"])

Moment = Annotated[datetime, PlainSerializer(moment_text, return_type=str, when_used="json")]
"""As every other moment of the contract: China's wall clock with its offset."""

OnceKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        description="每笔业务一个新键；重试用原键，得到首次的答复",
    ),
]


class HolderIn(BaseModel):
    """A card, as scanned or typed."""

    model_config = ConfigDict(extra="forbid")

    card: str = Field(min_length=1, max_length=200, description="卡号")


class HolderOut(BaseModel):
    """Whether the card may be used today; nothing about the person."""

    valid: bool = Field(description="今天是否有效")
    tier: str | None = Field(description="卡种代码（无效时为空）")
    tier_name: str | None = Field(description="卡种（无效时为空）")
    valid_until: date | None = Field(description="有效期止（无效时为空）")


class PresentationIn(BaseModel):
    """A code, as scanned or typed."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(min_length=1, max_length=200, description="扫码所得的文字，或 8 位数字")


class PresentedServiceOut(BaseModel):
    """A service that may be redeemed, and what to ask for."""

    code: str = Field(description="服务代码")
    name: str = Field(description="服务名称")
    shown_on_use: list[str] = Field(description="使用时须出示")
    needs_child: bool = Field(description="是否须给出子女")
    stages: list[str] = Field(description="须给出的学段（空为不分学段）")


class PresentationOut(BaseModel):
    """What was shown: the card's tier and validity, nothing about the person."""

    id: UUID = Field(description="编号，凭它核销")
    tier: str = Field(description="卡种代码")
    tier_name: str = Field(description="卡种")
    valid_from: date = Field(description="有效期起")
    valid_until: date = Field(description="有效期止")
    presented_at: Moment = Field(description="核验时间")
    lasts_until: Moment = Field(description="可核销到何时")
    services: list[PresentedServiceOut] = Field(description="可核销的服务")


class PresentedRedemptionIn(BaseModel):
    """One use of a service, by what was shown."""

    model_config = ConfigDict(extra="forbid")

    service: str = Field(min_length=1, max_length=60, description="服务代码")
    amount: int = Field(default=1, ge=1, le=redeem_service.MOST_AT_ONCE, description="次数")
    child_id: UUID | None = Field(default=None, description="按子女计次的服务：哪位子女")
    stage: str = Field(default="", max_length=20, description="按学段计次的服务：学段")


class RedemptionIn(PresentedRedemptionIn):
    """One use of a service."""

    card: str = Field(min_length=1, max_length=200, description="卡号")


class RedemptionOut(BaseModel):
    """A use, or what takes one back (`amount` below zero)."""

    id: UUID = Field(description="编号")
    service_code: str = Field(description="服务代码")
    day: date = Field(description="日期")
    occurred_at: datetime = Field(description="时刻")
    amount: int = Field(description="次数（冲正为负）")
    status: str = Field(
        description="CONFIRMED 已核销，RESERVED 已预约，REVERSED 已冲正，CANCELLED 已取消，LAPSED 逾期"
    )


class RedemptionPage(BaseModel):
    """Some of them, the newest first, and where the next ones begin."""

    items: list[RedemptionOut]
    page: "PageOut"


class PageOut(BaseModel):
    """`next` goes into `after`."""

    next: str | None
    more: bool


class ReversalIn(BaseModel):
    """Why."""

    model_config = ConfigDict(extra="forbid")

    reason: str = Field(default="", max_length=200, description="原因（已结算的必填）")


@router.post("/holders/verify", response_model=HolderOut, summary="核验持卡人")
async def verify(
    call: Annotated[Call, calling(service.verify_holder, HolderOut)], body: HolderIn
) -> Response:
    """只答是否有效、卡种与有效期。没有这张卡、卡已停用、卡号写错，答复与用时都一样。"""
    return await call(card=body.card)


@router.post("/presentations", status_code=201, response_model=PresentationOut, summary="核验动态码")
async def present(
    call: Annotated[Call, calling(code_service.present_card, PresentationOut)],
    body: PresentationIn,
    idempotency_key: OnceKey,
) -> Response:
    """一个码只能核验一次。答复卡种、有效期与可核销的服务；几分钟内凭编号核销，只限贵单位。"""
    return await call(status=201, code=body.code)


@router.post(
    "/presentations/{presentation_id}/redemptions",
    status_code=201,
    response_model=RedemptionOut,
    summary="凭核验核销",
)
async def redeem_presented(
    call: Annotated[Call, calling(redeem_service.redeem_presented, RedemptionOut, RedemptionNode)],
    presentation_id: UUID,
    body: PresentedRedemptionIn,
    idempotency_key: OnceKey,
) -> Response:
    """凭刚才的核验核销一次权益，与按卡号核销相同。"""
    return await call(status=201, presentation_id=presentation_id, key=idempotency_key, **body.model_dump())


@router.post("/redemptions", status_code=201, response_model=RedemptionOut, summary="核销")
async def redeem(
    call: Annotated[Call, calling(redeem_service.redeem, RedemptionOut, RedemptionNode)],
    body: RedemptionIn,
    idempotency_key: OnceKey,
) -> Response:
    """核销一次权益。本人额度与全市名额须同时有余；不足时说明原因，什么都不动。"""
    return await call(
        status=201,
        card_number=body.card,
        service=body.service,
        key=idempotency_key,
        amount=body.amount,
        child_id=body.child_id,
        stage=body.stage,
    )


@router.post(
    "/redemptions/{redemption_id}/reversal", status_code=201, response_model=RedemptionOut, summary="撤销核销"
)
async def reverse(
    call: Annotated[Call, calling(use_service.reverse_redemption, RedemptionOut, RedemptionNode)],
    redemption_id: UUID,
    body: ReversalIn,
    idempotency_key: OnceKey,
) -> Response:
    """撤销本单位在时限内的一笔核销，答复为另记的负数一笔。"""
    return await call(status=201, redemption_id=redemption_id, key=idempotency_key, reason=body.reason)


@router.get("/redemptions", response_model=RedemptionPage, summary="核销清单")
async def listed(
    call: Annotated[Call, calling(quota_service.counter_redemptions, RedemptionOut, RedemptionNode)],
    day_from: Annotated[date | None, Query(description="起始日")] = None,
    day_to: Annotated[date | None, Query(description="截止日")] = None,
    service_code: Annotated[str | None, Query(max_length=60, description="服务代码")] = None,
    first: Annotated[int, Query(ge=1, le=100, description="几笔")] = 50,
    after: Annotated[str | None, Query(max_length=500, description="上一页的 next")] = None,
) -> Response:
    """本单位的核销、预约与冲正，新的在前，供对账。"""
    return await call.page(first=first, after=after, day_from=day_from, day_to=day_to, service=service_code)
