"""What is counted (`/metrics`, Prometheus) and the one log line of each request."""

import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Any

import orjson
from asgi_correlation_id import correlation_id
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Counter, Gauge, Histogram, generate_latest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bole.core import clock
from bole.core.context import Services
from bole.core.health import AWAY
from bole.core.log import REQUEST

REQUESTS = Histogram(
    "bole_request_seconds",
    "请求耗时",
    ["method", "route", "status"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
REFUSALS = Counter("bole_refusals_total", "被拒绝的操作", ["operation", "code"])
WAITING = Gauge("bole_waiting", "等待处理的事实与任务", ["queue"])
SILENT = Gauge("bole_worker_silent_seconds", "后台进程最近一次心跳距今的秒数")


@cache
def _requests(method: str, route: str, status: int) -> Histogram:
    """Looking a labelled one up costs more than counting: method, template and status are few."""
    return REQUESTS.labels(method, route, status)


BACKLOG = """
select (select count(*) from outbox where delivered_at is null) as outbox,
  (select count(*) from pgqueuer where status = 'queued') as jobs,
  (select count(*) from pgqueuer where status = 'failed') as failed,
  (select extract(epoch from clock_timestamp() - max(at)) from worker_heartbeat) as silent"""


class Observed:
    """Times, counts and logs every HTTP request: one line each, when it is over."""

    def __init__(self, app: Any, *, write: Callable[[bytes], None] | None = None) -> None:
        self.app = app
        self.write = write or _to_standard_output

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 0
        line: dict[str, Any] = {}
        token = REQUEST.set(line)
        began = time.perf_counter()

        async def watched(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            seconds = time.perf_counter() - began
            REQUEST.reset(token)
            route = _route(scope)
            _requests(scope["method"], route, status).observe(seconds)
            if "code" in line:
                REFUSALS.labels(line.get("operation", ""), line["code"]).inc()
            if route not in QUIET or status >= 400:
                self._log(scope, route, status, seconds, line)

    def _log(self, scope: Any, route: str, status: int, seconds: float, line: dict[str, Any]) -> None:
        # By hand, in the shape of core/log.py: written for every request, and all its fields are ours.
        self.write(
            orjson.dumps(
                {
                    "event": "request",
                    "level": "info" if status and status < 500 else "warning",
                    "at": clock.now(),
                    "request_id": correlation_id.get(),
                    "method": scope["method"],
                    "route": route,
                    "status": status,  # 0: the caller went away first
                    "ms": round(seconds * 1000, 2),
                    **line,
                },
                default=str,
                option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z,
            )
        )


def _to_standard_output(line: bytes) -> None:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


QUIET = frozenset({"/healthz", "/readyz", "/metrics"})
FIXED = QUIET | {"/graphql"}


def _route(scope: Any) -> str:
    """The route's template, never the path: a path may hold an id, and would be a label without end."""
    route = scope.get("route")
    if route is not None:
        return str(route.path)
    return scope["path"] if scope["path"] in FIXED else "other"


def routes(services: Services) -> list[Route]:
    async def metrics(_: Request) -> Response:
        try:
            row = await services.database.pool("bole_system").fetchrow(BACKLOG)
        except AWAY:
            row = None  # a dead database must not silence the rest
        if row is not None:
            WAITING.labels("outbox").set(row["outbox"])
            WAITING.labels("jobs").set(row["jobs"])
            WAITING.labels("failed").set(row["failed"])
            SILENT.set(row["silent"] if row["silent"] is not None else float("inf"))
        return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST)

    return [Route("/metrics", metrics)]
