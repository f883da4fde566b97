"""The app as a process serves it: with sign-in, health checks, metrics and a line for each request."""

import gc
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.routing import Mount

from bole import migrate
from bole.app import create_app
from bole.core import log, metrics, pages
from bole.core.front import Front
from bole.core.health import Health
from bole.identity.identify import Identity
from bole.process import open_services
from bole.settings import ROOT, Settings, WrongSettings, settings

PHONE_APPS = {"card": "/card", "verifier": "/verify"}
"""Where the apps for phones are; the workbench has the rest."""

OUR_OWN = ROOT / "frontend" / "trusted-documents.json"


def served() -> Front:
    """The app of this process, by its environment: what uvicorn calls."""
    log.configure()
    front = Front(app(settings()))
    gc.freeze()  # what is here now stays: collecting need not walk it for every request
    return front


def app(chosen: Settings) -> FastAPI:
    """The app with all that a process of the product has around it."""
    services = open_services(chosen)
    identity = Identity(services)
    health = Health(services, migrate.behind, chosen.worker_seen_seconds)

    @asynccontextmanager
    async def alive(_: FastAPI) -> AsyncIterator[None]:
        await identity.start()
        yield
        await identity.stop()

    made = create_app(
        services,
        identity,
        trusted=trusted(chosen),
        open_documents=chosen.takes_open_documents,
        introspection=chosen.shows_graphiql,
        lifespan=alive,
    )
    for name, path in PHONE_APPS.items():
        if (built := chosen.frontend_dir / name).is_dir():
            made.router.routes.append(Mount(path, pages.Pages(built, scans=name == "verifier"), name=name))
    if (built := chosen.frontend_dir / "workbench").is_dir():
        made.router.default = pages.Fallback(built, made.router.default)
    made.router.routes[0:0] = [*health.routes(), *metrics.routes(services)]
    made.add_middleware(metrics.Observed)
    return made


def trusted(chosen: Settings) -> dict[str, str]:
    """Registered documents by hash, as the front end's build wrote them."""
    manifest = chosen.trusted_documents or OUR_OWN
    if chosen.trusted_documents is None and not manifest.exists():
        return {}
    try:
        read = json.loads(manifest.read_text())
    except (OSError, ValueError) as wrong:
        raise WrongSettings(f"BOLE_TRUSTED_DOCUMENTS 读不出：{wrong}") from None
    return {str(sha).removeprefix("sha256:"): str(text) for sha, text in read.items()}
