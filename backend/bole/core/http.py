"""REST, for partners and scripts: a route names its operation; permission, scope, keys and refusals are the core's.

    @router.post("/redemptions", status_code=201, response_model=RedemptionOut)
    async def redeem(call: Annotated[Call, calling(service.redeem, RedemptionOut)], body: RedemptionIn) -> Response:
        return await call(card_number=body.card_number, service=body.service)

What is answered is told by the response model: its fields are selected from the node of the operation's table
by the same compiler as a GraphQL selection.
"""

import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Union, get_args, get_origin

import orjson
from asgi_correlation_id import correlation_id
from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute, iter_route_contexts
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bole.core import clock, inputs
from bole.core.actor import Actor
from bole.core.context import Context, Key, Services, Work
from bole.core.documents import Answer, Kept, compile_answer, context_binds, require, statement_of
from bole.core.endpoint import ANONYMOUS, HEADER
from bole.core.errors import BadRequest, CrossSite, InvalidInput, NotFound, Refusal, TooBig
from bole.core.faults import refusal_of
from bole.core.hot import Hot
from bole.core.log import about
from bole.core.nodes import NODES, Node
from bole.core.operation import Operation, binds_of, operation_of, shape_of
from bole.core.projection import Root, Want, compile_read, cursor_binds
from bole.core.selection import check_first

PROBLEM = "application/problem+json"
MAX_BODY = 100_000


@dataclass
class Call:
    """One REST call of one operation, ready to be filled with its arguments."""

    request: Request
    actor: Actor | None
    op: Operation
    shows: Any
    node: Node | None

    async def __call__(self, *, status: int = 200, **given: Any) -> Response:
        """A command's or an answer's result as JSON; the model's fields are what is told."""
        require(self.op, self.actor)
        arguments = _checked(self.op, given)
        if self.op.form == "select":
            return await self._one(arguments)
        services: Services = self.request.app.state.services
        actor = self.actor or ANONYMOUS
        if self.op.form == "answer":
            async with Work(services).read(actor) as ctx:
                return reply(_told(self.shows, await self.op.run(ctx, **arguments)), status)
        key = await self._key()
        if self.op.form == "statement":
            hot = Hot(services, actor, self.op, arguments, key, correlation_id.get())
            at = ("hot", self.op.name, self.shows, actor.permissions, hot.shape(), key is not None)
            plan = PLANS.get(at) or PLANS.put(at, hot.plan(self.node, wants_of_model(self.shows)))
            return reply(await hot.run(plan), status)
        if self.op.quick is not None and self.op.when is not None:
            asked = self.op.when(actor, clock.today(), **arguments)
            if asked is not None:
                hot = Hot(services, actor, self.op.quick, asked, key, correlation_id.get())
                at = ("quick", self.op.name, self.shows, actor.permissions, hot.shape(), key is not None)
                plan = PLANS.get(at) or PLANS.put(at, hot.plan(self.node, wants_of_model(self.shows)))
                quick = await hot.tried(plan)
                if quick is not None:
                    return reply(quick, status)
        shown = self._answer(actor) if self.node is not None else None

        async def act(ctx: Context) -> Any:
            ctx.performed.append(self.op.name)
            return await self.op.run(ctx, **arguments)

        async def render(ctx: Context, result: Any) -> bytes:
            if shown is None:
                return _told(self.shows, result)
            await ctx.db.flush()
            connection = await ctx.connection()
            text = await connection.fetchval(shown.compiled.sql, *shown.arguments(result))
            return (text or "null").encode()

        request_id = correlation_id.get()
        return reply(await Work(services).run(actor, act, render, key=key, request_id=request_id), status)

    async def page(self, *, first: int = 50, after: str | None = None, **given: Any) -> Response:
        """A keyset page: `{"items": […], "next": cursor or null}`."""
        require(self.op, self.actor)
        check_first(first)
        arguments = _checked(self.op, given)
        wants = (
            Want("items", "nodes", (), wants_of_model(self.shows)),
            Want("page", "pageInfo", (), (Want("next", "endCursor"), Want("more", "hasNextPage"))),
        )
        text = await self._read("page", arguments, wants, first, after)
        return reply(bytes(text))

    async def _one(self, arguments: dict[str, Any]) -> Response:
        text = await self._read("one", arguments, wants_of_model(self.shows), 1, None)
        if text is None or text == b"null":
            raise NotFound()
        return reply(bytes(text))

    async def _read(
        self, form: Any, arguments: dict[str, Any], wants: tuple[Want, ...], first: int, after: str | None
    ) -> Any:
        assert self.actor is not None and self.node is not None
        actor = self.actor
        actor.require(self.node.allow)
        binds = context_binds(actor)
        shape: list[Any] = [self.op.name, self.shows, form, first, after is not None]
        shape += [actor.kind, actor.permissions]
        for param in self.op.params:
            shape.append(shape_of(param, arguments[param.name]))
            binds.update(binds_of(param, arguments[param.name], "r0"))
        compiled = PLANS.get(key := tuple(shape))
        if compiled is None:
            statement = statement_of(self.op, arguments, "r0", actor.kind)
            root = Root("answer", form, statement, self.node, wants, first, after is not None)
            compiled = PLANS.put(key, compile_read([root], actor.permissions, whole=False))
        if after is not None:
            binds.update(cursor_binds(after, compiled.cursors["r0"], "r0"))
        services: Services = self.request.app.state.services
        pool = services.database.pool(actor.kind.database_role)
        return await pool.fetchval(compiled.sql, *compiled.arguments(binds))

    def _answer(self, actor: Actor) -> Answer:
        assert self.node is not None
        actor.require(self.node.allow)
        key = ("answer", self.op.name, self.shows, actor.permissions)
        compiled = PLANS.get(key)
        if compiled is None:
            wants = wants_of_model(self.shows)
            compiled = PLANS.put(key, compile_answer(self.node, wants, "one", actor.permissions))
        return Answer(compiled, context_binds(actor))

    async def _key(self) -> Key | None:
        if not self.op.replayable or self.actor is None:
            return None
        header = self.request.headers.get("idempotency-key")
        if header is not None and not 1 <= len(header) <= 255:
            raise InvalidInput(reason="长度应为 1 到 255", field="Idempotency-Key")
        path = f"{self.request.method} {self.request.url.path}?{self.request.url.query}"
        return Key.of(header, path.encode(), await self.request.body())


PLANS: Kept[Any, Any] = Kept(500)


def calling(operation: Callable[..., Any], shows: Any = None, node: type | None = None) -> Any:
    """The dependency that hands a route its `Call`. `shows`: the response model; `node`: what its fields are
    selected from (without it the operation's own result is told through the model)."""
    op = operation_of(operation)

    async def call(request: Request) -> Call:
        return Call(request, await actor_of(request), op, shows, NODES[node] if node else None)

    call.operation = op  # type: ignore[attr-defined]
    return Depends(call)


async def actor_of(request: Request) -> Actor | None:
    """Who calls. A call that rides on the browser's cookie must carry our header."""
    if request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        raise CrossSite()
    actor: Actor | None = await request.app.state.identify(request)
    changing = request.method not in ("GET", "HEAD", "OPTIONS")
    if changing and "cookie" in request.headers and HEADER not in request.headers:
        raise CrossSite()
    return actor


def wants_of_model(model: Any) -> tuple[Want, ...]:
    """The fields of a response model as a selection; nested models are edges, lists of them nested lists."""
    made = []
    for name, info in model.model_fields.items():
        below = _model_in(info.annotation)
        made.append(Want(info.alias or name, name, (), wants_of_model(below) if below else ()))
    return tuple(made)


def _model_in(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, types.UnionType, list):
        return next((m for a in get_args(annotation) if (m := _model_in(a)) is not None), None)
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def _told(shows: Any, result: Any) -> bytes:
    if result is None:
        return b"null"
    if isinstance(shows, type) and issubclass(shows, BaseModel):
        made = result if isinstance(result, shows) else shows.model_validate(result, from_attributes=True)
        return made.model_dump_json(by_alias=True).encode()
    return bytes(orjson.dumps(result, default=str))


def _checked(op: Operation, given: dict[str, Any]) -> dict[str, Any]:
    made = {}
    for param in op.params:
        value = given.get(param.name, None if param.required else param.default)
        if isinstance(value, str):
            inputs.check_text(value, param.name)
        if param.prepare is not None and value is not None:
            value = param.prepare(value)
        made[param.name] = value
    return made


def reply(body: bytes, status: int = 200) -> Response:
    return Response(body, status, media_type="application/json", headers={"cache-control": "no-store"})


# -- refusals ---------------------------------------------------------------------------------------------


_PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "code"],
    "properties": {
        "type": {"type": "string", "description": "urn:bole: 加代码的小写"},
        "title": {"type": "string", "description": "说给人听的话：怎么了，接下来怎么办"},
        "status": {"type": "integer", "description": "HTTP 状态码"},
        "code": {"type": "string", "description": "程序据此判断的代码，见拒绝清单"},
        "field": {"type": "string", "description": "有误的一项（有的才写）"},
    },
}
REFUSED: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "拒绝（RFC 9457）", "content": {PROBLEM: {"schema": _PROBLEM}}},
    "503": {"description": "暂时无法办理，请稍后重试", "content": {PROBLEM: {"schema": _PROBLEM}}},
}
"""What every route may answer besides its own: said once, in the contract of each."""


def problem(no: Refusal, request: Request | None = None) -> Response:
    """RFC 9457."""
    about(code=no.code())
    told = no.told()
    body = {**told, "type": f"urn:bole:{told['code'].lower()}", "title": str(no), "status": no.status}
    headers = {"cache-control": "no-store"}
    if "retry_after" in no.facts:
        headers["retry-after"] = str(no.facts["retry_after"])
    return Response(orjson.dumps(body, default=str), no.status, headers, media_type=PROBLEM)


async def _refuse(request: Request, error: Exception) -> Response:
    return problem(refusal_of(error, correlation_id.get()), request)


async def _invalid(request: Request, wrong: Exception) -> Response:
    assert isinstance(wrong, RequestValidationError)
    first = wrong.errors()[0]
    where = [str(p) for p in first["loc"] if p not in ("body", "query", "path", "header")]
    if first["type"] == "json_invalid":
        return problem(BadRequest(reason="不是有效的 JSON"), request)
    template = inputs.WORDS.get(first["type"], "内容不符合要求")
    return problem(
        InvalidInput(reason=template.format(**(first.get("ctx") or {})), field=".".join(where) or None)
    )


class NoSuchRoute(Refusal):
    """没有这个地址。请核对接口文档中的路径与方法。"""

    status = 404


class WrongMethod(Refusal):
    """这个地址不接受该方法。请核对接口文档。"""

    status = 405


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    known: dict[int, Refusal] = {404: NoSuchRoute(), 405: WrongMethod()}
    no = known.get(error.status_code) or BadRequest(reason=str(error.detail))
    made = problem(no, request)
    made.status_code = error.status_code
    made.headers.update(error.headers or {})
    return made


class BodyLimit:
    """Refuses a body that is too big before anything reads it; uploads have a limit of their own."""

    def __init__(self, app: Any, *, limit: int = MAX_BODY, uploads: tuple[str, ...] = ()) -> None:
        self.app, self.limit, self.uploads = app, limit, uploads

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["path"].startswith(self.uploads or ("\x00",)):
            await self.app(scope, receive, send)
            return
        length = next((v for k, v in scope["headers"] if k == b"content-length"), b"0")
        if length.isdigit() and int(length) > self.limit:
            await problem(TooBig(limit=f"{self.limit // 1000} kB"))(scope, receive, send)
            return
        seen, over = 0, TooBig(limit=f"{self.limit // 1000} kB")

        async def counted() -> Any:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.limit:
                raise over
            return message

        async def answered(message: Any) -> None:
            if seen <= self.limit:
                await send(message)

        try:
            await self.app(scope, counted, answered)
        except TooBig as no:
            if no is not over:
                raise
        if seen > self.limit:  # FastAPI calls it a body that it could not read
            await problem(over)(scope, receive, send)


def install(app: FastAPI) -> None:
    """Refusals, faults and wrong input all leave as problem documents."""
    for kind in (Refusal, Exception):
        app.add_exception_handler(kind, _refuse)
    app.add_exception_handler(ValidationError, _refuse_model)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


async def _refuse_model(request: Request, wrong: Exception) -> Response:
    assert isinstance(wrong, ValidationError)
    return problem(inputs.refusal(wrong), request)


def check_routes(app: FastAPI, public: frozenset[str]) -> None:
    """Refuses to start while a route names no operation and is not listed public. Raises TypeError."""
    for found in iter_route_contexts(app.routes):
        if found.path in public:
            continue
        route = found.original_route
        needs = route.dependant.dependencies if isinstance(route, APIRoute) else []
        if not any(hasattr(need.call, "operation") for need in needs):
            raise TypeError(f"{sorted(found.methods or ())} {found.path} names no operation: deny by default")
