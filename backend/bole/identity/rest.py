"""Signing in and out over HTTP: the only place that sets the session cookie."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from bole.core.http import Call, calling, reply
from bole.identity import identify, oidc, service

router = APIRouter(prefix="/api/v1", tags=["session"])


class SignInBody(BaseModel):
    """What a person types to sign in."""

    model_config = ConfigDict(extra="forbid")

    login: str = Field(min_length=1, max_length=100, description="登录名")
    password: str = Field(min_length=1, max_length=200, description="密码")
    totp: str | None = Field(default=None, max_length=20, description="六位动态码（职员、领导与管理员须填）")
    wants_token: bool = Field(default=False, description="脚本使用：在答复中给出令牌，而不是 cookie")


class SignedIn(BaseModel):
    """A session was opened. `token` only for a script that asked for it."""

    account_id: UUID
    session_id: UUID
    expires_at: datetime
    failed_attempts: int = Field(description="上次登录成功以来的失败次数")
    token: str | None = Field(default=None, description="令牌，用于 Authorization: Bearer")


class SeatOut(BaseModel):
    """A post held today."""

    id: UUID
    name: str
    unit_id: UUID
    unit: str


class MeOut(BaseModel):
    """Who is acting, and as what."""

    id: UUID
    login: str
    name: str
    kind: str
    account_kind: str
    post: SeatOut | None
    posts: list[SeatOut]
    permissions: list[str]
    locked: list[str]
    lo: str
    hi: str
    session_id: UUID
    expires_at: datetime
    step_up_until: datetime | None
    must_enrol_totp: bool
    must_change_password: bool
    password_is_old: bool


@router.post("/session", status_code=201, response_model=SignedIn, summary="登录")
async def sign_in(
    call: Annotated[Call, calling(service.sign_in)], body: SignInBody, request: Request
) -> Response:
    """用登录名、密码（与动态码）登录；浏览器得到 cookie，脚本可要求令牌。"""
    call.actor = None  # who signed in here before has no part in it: the newcomer is nobody yet
    answer = await call(
        login=body.login,
        password=body.password,
        totp=body.totp,
        source=identify.source_of(request),
        agent=request.headers.get("user-agent", "")[:200],
    )
    opened: dict[str, Any] = orjson.loads(answer.body)
    token = opened.pop("token")
    if body.wants_token:
        return reply(orjson.dumps({**opened, "token": token}), 201)
    response = reply(orjson.dumps({**opened, "token": None}), 201)
    identify.remember(response, token, secure=_secure(request))
    return response


@router.get("/session", response_model=MeOut, summary="我是谁")
async def me(call: Annotated[Call, calling(service.me, MeOut)]) -> Response:
    """当前登录的姓名、岗位、单位、权限与范围。"""
    return await call()


@router.delete("/session", status_code=204, summary="退出登录")
async def sign_out(call: Annotated[Call, calling(service.sign_out)], request: Request) -> Response:
    """注销当前会话，并清除 cookie。"""
    await call()
    response = Response(status_code=204, headers={"cache-control": "no-store"})
    identify.forget(response, secure=_secure(request))
    return response


def _secure(request: Request) -> bool:
    return identify.is_secure(request.app.state.services)


# Two redirects of a browser, not calls of an interface: they name no operation and are not in the OpenAPI.
router.add_route("/api/v1/oidc/start", oidc.start, methods=["GET"], include_in_schema=False)
router.add_route("/api/v1/oidc/callback", oidc.callback, methods=["GET"], include_in_schema=False)
