"""GraphQL over HTTP: one POST, one document, one unit of work."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson
import strawberry
from asgi_correlation_id import correlation_id
from graphql import GraphQLError, OperationType, Undefined
from graphql.execution.values import VariableValues
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive

from bole.core import clock
from bole.core.actor import Actor, ActorKind
from bole.core.context import Context, Key, Services, Work
from bole.core.documents import Document, Documents, RootField, require
from bole.core.errors import BadRequest, CrossSite, NotSignedIn, Refusal, TooBig, TookTooLong, UnknownDocument
from bole.core.faults import refusal_of
from bole.core.graph import Completed, told
from bole.core.hot import Hot
from bole.core.inputs import values
from bole.core.live import BREATH_SECONDS, Live
from bole.core.operation import Operation

MAX_BODY = 100_000
MAX_NESTING = 20
DEADLINE_SECONDS = 10
HEADER = "x-bole-request"
ANONYMOUS = Actor(id=UUID(int=1), name="未登录", kind=ActorKind.STAFF, permissions=frozenset())
"""Who calls a public operation. Its range is empty: it sees no scoped row."""
Identify = Callable[[Request], Awaitable[Actor | None]]


@dataclass
class GraphContext:
    """What a root resolver finds in `info.context`."""

    services: Services
    documents: Documents
    actor: Actor | None
    document: Document
    variables: VariableValues
    ctx: Context | None = None
    roots: dict[str, RootField] = field(default_factory=dict)

    async def resolve(self, op: Operation, form: str, info: strawberry.Info) -> Any:
        """One root field by graphql-core: the same operation, permission and compiler as the direct way."""
        key = str(info.path.key)
        if not self.roots:
            self.roots = {r.key: r for r in self.documents.roots(self.document, self.variables)}
        root = self.roots[key]
        try:
            require(op, self.actor)
            if op.form == "select":
                assert self.actor is not None
                bound = self.documents.read_one(self.document, root, self.variables, self.actor)
                pool = self.services.database.pool(self.actor.kind.database_role)
                text = await pool.fetchval(bound.sql, *bound.arguments)
                return None if text is None else Completed(orjson.Fragment(text))
            arguments = values(op, self.documents.given(root, self.variables))
            if self.ctx is not None:
                return await op.run(self.ctx, **arguments)
            actor = self.actor or ANONYMOUS
            async with Work(self.services).read(actor) as ctx:
                return await op.run(ctx, **arguments)
        except Refusal as no:
            raise told(no) from no
        except GraphQLError:
            raise
        except Exception as error:
            raise told(refusal_of(error)) from error


@dataclass
class Endpoint:
    """The ASGI-callable view of one schema. `trusted`: hash → text; `open_documents`: others run too."""

    schema: strawberry.Schema
    services: Services
    identify: Identify
    documents: Documents
    trusted: Mapping[str, str]
    open_documents: bool = True

    async def __call__(self, request: Request) -> Response:
        request_id = correlation_id.get()
        try:
            async with asyncio.timeout(DEADLINE_SECONDS):
                headers = dict(request.scope["headers"])
                check_origin(headers)
                body = await body_of(headers, request.receive)
                actor = await self.identify(request)
                text = self.text_of(body)
                self.check_name(text, body.get("operationName"))
                if b"text/event-stream" in headers.get(b"accept", b""):
                    return self._stream(request, text, body.get("variables"), actor)
                once, variables = headers.get(b"idempotency-key"), body.get("variables")
                key = Key.of(once.decode("latin-1"), text.encode(), _canonical(variables)) if once else None
                answer = await self.answer(text, variables, actor, key, request_id)
            return _json(answer)
        except TimeoutError:
            return refused(TookTooLong(seconds=DEADLINE_SECONDS))
        except Refusal as no:
            return refused(no)
        except Exception as error:
            return refused(refusal_of(error, request_id))

    def text_of(self, body: dict[str, Any]) -> str:
        """The document to run: by hash if it is trusted, open text only where settings allow it."""
        sha = body.get("documentId")
        extensions = body.get("extensions")
        if sha is None and isinstance(extensions, dict):
            persisted = extensions.get("persistedQuery")
            sha = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
        if sha is not None:
            text = self.trusted.get(str(sha).removeprefix("sha256:"))
            if text is None:
                raise UnknownDocument(field="documentId")
            return text
        text = body.get("query")
        if not isinstance(text, str) or not text.strip():
            raise BadRequest(reason="缺少 query", field="query")
        if not self.open_documents:
            sha = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            if sha not in self.trusted:
                raise UnknownDocument(field="query")
        return text

    def check_name(self, text: str, name: Any) -> None:
        """A caller who names an operation means the one that the document holds. Refuses BadRequest."""
        if name is None or name == "":
            return
        operation = self.documents.get(text).operation
        held = operation.name.value if operation is not None and operation.name else None
        if operation is not None and name != held:
            raise BadRequest(reason="文档中没有 operationName 所指的操作", field="operationName")

    async def answer(
        self,
        text: str,
        given: Any,
        actor: Actor | None,
        key: Key | None = None,
        request_id: str | None = None,
    ) -> bytes:
        """The response body. A refused root field is told in `errors`; a refusal of the request is raised."""
        document = self.documents.get(text)
        if document.errors:
            return _errors([_syntax(e) for e in document.errors])
        if document.operation is None:
            raise BadRequest(reason="文档中没有操作", field="query")
        if document.kind is OperationType.SUBSCRIPTION:
            raise BadRequest(reason="订阅请用 text/event-stream", field="query")
        try:
            variables = self.documents.variables(document, given)
            if document.kind is OperationType.MUTATION:
                return _data(await self._change(document, variables, actor, key, request_id))
            if actor is not None and (bound := self.documents.read(document, variables, actor)) is not None:
                pool = self.services.database.pool(actor.kind.database_role)
                return _data(await pool.fetchval(bound.sql, *bound.arguments))
            if actor is None and not self._public(document, variables):
                raise NotSignedIn()
            return await self._execute(document, variables, actor, None)
        except Exception as error:
            # What concerns this request alone is told in its answer; who is asking, and whether anybody is at
            # home, concerns the request as a whole.
            no = refusal_of(error, request_id)
            if no.status not in (401, 500, 503):
                return _errors([told(no)])
            if no is error:
                raise
            raise no from error

    def _stream(self, request: Request, text: str, given: Any, actor: Actor | None) -> Response:
        """A subscription as server-sent events (graphql-sse, one connection an operation)."""
        document = self.documents.get(text)
        if document.errors:
            return _json(_errors([_syntax(e) for e in document.errors]), 400)
        if document.kind is not OperationType.SUBSCRIPTION:
            raise BadRequest(reason="text/event-stream 只用于订阅", field="query")
        if actor is None:
            raise NotSignedIn()
        variables = self.documents.variables(document, given)
        (root,) = self.documents.roots(document, variables)
        require(root.op, actor)
        channel = root.definition.extensions["strawberry-definition"].metadata["channel"]
        self.documents.row(document, root, variables, actor, actor.id)  # refuse before the stream begins
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        events = self._events(request, document, root, variables, actor, channel)
        return StreamingResponse(events, media_type="text/event-stream", headers=headers)

    async def _events(
        self,
        request: Request,
        document: Document,
        root: RootField,
        variables: VariableValues,
        actor: Actor,
        channel: str,
    ) -> AsyncIterator[bytes]:
        live: Live = self.services.extras["live"]
        pool = self.services.database.pool(actor.kind.database_role)
        async with live.subscribed(channel, actor.id) as queue:
            yield b":\n\n"
            while True:
                try:
                    row = await asyncio.wait_for(queue.get(), BREATH_SECONDS)
                except TimeoutError:
                    if await self.identify(request) != actor:
                        break  # signed out, or the role changed
                    yield b":\n\n"
                    continue
                bound = self.documents.row(document, root, variables, actor, row)
                text = await pool.fetchval(bound.sql, *bound.arguments)
                if text is not None and not text.endswith(b":null}"):
                    yield b"event: next\ndata: " + _data(text) + b"\n\n"
        yield b"event: complete\ndata:\n\n"

    def _public(self, document: Document, variables: VariableValues) -> bool:
        roots = self.documents.roots(document, variables)
        return all(r.op.public for r in roots)

    async def _change(
        self,
        document: Document,
        variables: VariableValues,
        actor: Actor | None,
        key: Key | None,
        request_id: str | None,
    ) -> bytes:
        """A mutation is one command, one transaction; its answer is kept with its idempotency key."""
        roots = self.documents.roots(document, variables)
        if len(roots) != 1:
            raise BadRequest(reason="一次变更只办一件事", field="query")
        (root,) = roots
        require(root.op, actor)
        actor = actor or ANONYMOUS
        arguments = values(root.op, self.documents.given(root, variables))
        work = Work(self.services)
        key = key if root.op.replayable and actor is not ANONYMOUS else None
        if root.op.form == "statement":
            hot = Hot(self.services, actor, root.op, arguments, key, request_id)
            hot.before, hot.after = b'{"%s":' % root.key.encode(), b"}"
            return await hot.run(self.documents.hot(document, root, variables, hot))
        if root.op.quick is not None and root.op.when is not None:
            asked = root.op.when(actor, clock.today(), **arguments)
            if asked is not None:
                hot = Hot(self.services, actor, root.op.quick, asked, key, request_id)
                hot.before, hot.after = b'{"%s":' % root.key.encode(), b"}"
                quick = await hot.tried(self.documents.hot(document, root, variables, hot))
                if quick is not None:
                    return quick
        if root.kind is not None and self.documents.shows_rows(root):
            shown = self.documents.answer(document, root, variables, actor)

            async def act(ctx: Context) -> Any:
                ctx.performed.append(root.op.name)
                return await root.op.run(ctx, **arguments)

            async def render(ctx: Context, rows: Any) -> bytes:
                await ctx.db.flush()
                connection = await ctx.connection()
                text = await connection.fetchval(shown.compiled.sql, *shown.arguments(rows))
                return b'{"%s":%s}' % (root.key.encode(), (text or "null").encode())

            return await work.run(actor, act, render, key=key, request_id=request_id)

        async def execute(ctx: Context) -> bytes:
            ctx.performed.append(root.op.name)
            return await self._execute(document, variables, actor, ctx)

        async def as_is(_: Context, answer: bytes) -> bytes:
            return answer

        whole = await work.run(actor, execute, as_is, key=key, request_id=request_id)
        return bytes(orjson.dumps(orjson.loads(whole)["data"]))

    async def _execute(
        self, document: Document, variables: VariableValues, actor: Actor | None, ctx: Context | None
    ) -> bytes:
        """By graphql-core, for documents that hold more than selects."""
        context = GraphContext(self.services, self.documents, actor, document, variables, ctx)
        # graphql-core coerces variables itself: it takes them as they came, and refuses a UUID for a UUID
        given = {n: v.value for n, v in variables.sources.items() if v.value is not Undefined}
        result = await self.schema.execute(document.text, given, context_value=context)
        if result.errors:
            first = result.errors[0].original_error
            no = first if isinstance(first, Refusal) else getattr(first, "original_error", None)
            if isinstance(no, Refusal) and (ctx is not None or no.status in (401, 503)):
                raise no
            if ctx is not None:
                raise result.errors[0]
            return _errors([_masked(e) for e in result.errors], result.data)
        return bytes(orjson.dumps({"data": result.data}))


def check_origin(headers: Mapping[bytes, bytes]) -> None:
    """A browser on another site can neither set our header nor hide where it comes from."""
    if headers.get(b"sec-fetch-site") in (b"cross-site", b"same-site"):
        raise CrossSite()
    if HEADER.encode() not in headers and b"authorization" not in headers:
        raise CrossSite()


async def body_of(headers: Mapping[bytes, bytes], receive: Receive, limit: int = MAX_BODY) -> dict[str, Any]:
    """The JSON object of the body. Refuses TooBig, BadRequest."""
    kind = headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
    if kind != b"application/json":
        raise UnsupportedType(kind=kind.decode("latin-1") or "空")
    length = headers.get(b"content-length", b"0")
    if length.isdigit() and int(length) > limit:
        raise TooBig(limit=f"{limit // 1000} kB")
    raw = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise BadRequest(reason="连接在正文传完之前断开")
        raw += message.get("body", b"")
        if len(raw) > limit:
            raise TooBig(limit=f"{limit // 1000} kB")
        if not message.get("more_body", False):
            return json_object(raw)


class UnsupportedType(Refusal):
    """内容类型应为 application/json，收到的是 {kind}。"""

    status = 415


def json_object(raw: bytes) -> dict[str, Any]:
    if _too_deep(raw):
        raise BadRequest(reason=f"JSON 嵌套超过 {MAX_NESTING} 层")
    try:
        body = orjson.loads(raw)
    except (orjson.JSONDecodeError, RecursionError):
        raise BadRequest(reason="不是有效的 JSON") from None
    if not isinstance(body, dict):
        raise BadRequest(reason="正文应为 JSON 对象")
    return body


def _too_deep(raw: bytes) -> bool:
    """Brackets outside strings, counted before anything recurses over them."""
    if raw.count(b"[") + raw.count(b"{") <= MAX_NESTING:
        return False
    depth, inside, escaped = 0, False, False
    for byte in raw:
        if inside:
            if escaped:
                escaped = False
            elif byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                inside = False
        elif byte == 0x22:
            inside = True
        elif byte in b"[{":
            depth += 1
            if depth > MAX_NESTING:
                return True
        elif byte in b"]}":
            depth -= 1
    return False


def refused(no: Refusal) -> Response:
    """A refusal of the whole request, with its own status."""
    return _json(_errors([told(no)]), no.status)


class _Json(Response):
    """Bytes that are JSON already, with the three headers they need."""

    def __init__(self, body: bytes, status: int = 200) -> None:
        self.status_code, self.body, self.background = status, body, None
        self.raw_headers = [
            (b"content-length", str(len(body)).encode()),
            (b"content-type", b"application/json"),
            (b"cache-control", b"no-store"),
        ]


def _json(body: bytes, status: int = 200) -> Response:
    return _Json(body, status)


def _data(value: bytes | str) -> bytes:
    return b'{"data":' + (value.encode() if isinstance(value, str) else value) + b"}"


def _errors(errors: list[GraphQLError], data: Any = None) -> bytes:
    return bytes(orjson.dumps({"data": data, "errors": [_formatted(e) for e in errors]}, default=str))


def _formatted(error: GraphQLError) -> dict[str, Any]:
    made: dict[str, Any] = dict(error.formatted)
    made.setdefault("extensions", {}).setdefault("code", "BAD_REQUEST")
    return made


def _syntax(error: GraphQLError) -> GraphQLError:
    return GraphQLError(
        f"查询不符合接口定义：{error.message}",
        error.nodes,
        error.source,
        error.positions,
        extensions={"code": "BAD_DOCUMENT"},
    )


def _masked(error: GraphQLError) -> GraphQLError:
    if error.extensions and "code" in error.extensions:
        return error
    if error.original_error is not None and not isinstance(error.original_error, GraphQLError):
        return told(refusal_of(error.original_error))
    return error


def _canonical(variables: Any) -> bytes:
    return orjson.dumps(variables, option=orjson.OPT_SORT_KEYS)
