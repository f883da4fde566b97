"""The FastAPI app: REST routes, the GraphQL endpoint, and what every answer carries."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import lru_cache
from importlib import import_module
from typing import Any

from asgi_correlation_id import CorrelationIdMiddleware
from fastapi import FastAPI, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bole.core import http
from bole.core.actor import Actor
from bole.core.context import Services
from bole.core.documents import Documents
from bole.core.endpoint import Endpoint
from bole.core.live import Live
from bole.schema import schema
from bole.tables import parts_of

PUBLIC = frozenset(
    {
        "/graphql",  # each root field names its own
        "/healthz",
        "/readyz",
        "/metrics",
        "/api/v1/oidc/start",  # two redirects of a browser on its way to sign in
        "/api/v1/oidc/callback",
    }
)
"""Routes that name no operation themselves."""
UPLOADS = ("/api/v1/imports", "/api/v1/proposals/", "/api/v1/recognition/evidence")
Identify = Callable[[Request], Awaitable[Actor | None]]


def create_app(
    services: Services,
    identify: Identify,
    *,
    trusted: dict[str, str] | None = None,
    open_documents: bool = True,
    introspection: bool = True,
    lifespan: Any = None,
) -> FastAPI:
    """The app over `services`. `identify` says who calls; `trusted`: hash → document."""

    live = services.extras["live"] = Live(services.database.dsn)

    @asynccontextmanager
    async def alive(app: FastAPI) -> AsyncIterator[None]:
        async with lifespan(app) if lifespan else _nothing():
            yield
        await live.close()
        await services.database.close()

    app = FastAPI(
        title="伯乐伙伴接口",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=alive,
        responses=http.REFUSED,
    )
    app.state.services, app.state.identify = services, identify
    http.install(app)
    app.router.routes.extend(_of_the_slices())
    documents = Documents(schema._schema, introspection=introspection)
    endpoint = Endpoint(schema, services, identify, documents, trusted or {}, open_documents)
    app.state.endpoint = endpoint

    async def graphql(request: Request) -> Response:
        return await endpoint(request)

    app.router.routes.insert(0, Route("/graphql", graphql, methods=["POST"]))
    http.check_routes(app, PUBLIC)
    app.add_middleware(http.BodyLimit, uploads=UPLOADS)
    app.add_middleware(CorrelationIdMiddleware)
    return app


@lru_cache(maxsize=1)
def _of_the_slices() -> list[BaseRoute]:
    """Their REST routes. What FastAPI works out for each is kept in them, so that a second app need not."""
    laid_out = FastAPI(responses=http.REFUSED, openapi_url=None)
    for name in parts_of("rest"):
        laid_out.include_router(import_module(name).router)
    return laid_out.routes


@asynccontextmanager
async def _nothing() -> AsyncIterator[None]:
    yield
