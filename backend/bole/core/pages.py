"""The front ends as their build left them: one origin with the interfaces, as in production.

A page's address is the app's own business (`/talents/…`), so what is no file is answered by the app's index; what is
under `assets/` carries a hash in its name and may be kept for good.
"""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self'{scripts}; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""Scripts of our own only. Parts of the component library set style attributes."""


def headers(*, scans: bool = False) -> dict[str, str]:
    """What a page may do. The app that `scans` uses the camera and a reader in WebAssembly; no other does."""
    return {
        "content-security-policy": POLICY.format(scripts=" 'wasm-unsafe-eval'" if scans else ""),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": f"camera=({'self' if scans else ''}), geolocation=(), microphone=()",
    }


NO_PAGES = ("assets/", "api/", "partner/", "graphql", "graphiql", "docs", "redoc", "openapi.json")
"""What scripts and explorers look for: told that it is not there, and not shown a page."""


class Pages(StaticFiles):
    """One built app."""

    def __init__(self, built: Path, *, scans: bool = False) -> None:
        super().__init__(directory=built, html=True)
        self.said = headers(scans=scans)

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            response = await super().get_response(path, scope)
        except HTTPException as no:
            if no.status_code != 404 or not _is_page(path, scope):
                raise
            path = "index.html"
            response = await super().get_response(path, scope)
        kept = "public, max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
        response.headers["cache-control"] = kept
        response.headers.update(self.said)
        return response


def _is_page(path: str, scope: Scope) -> bool:
    """Somebody's browser goes to an address of the app; a script that mistook an address is told so."""
    wants = dict(scope["headers"]).get(b"accept", b"")
    return b"text/html" in wants and not path.startswith(NO_PAGES)


class Fallback:
    """The pages, for what no interface answers: an interface's own refusals (405) come first."""

    def __init__(self, built: Path, otherwise: ASGIApp) -> None:
        self.pages, self.otherwise = Pages(built), otherwise

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        reads = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        await (self.pages if reads else self.otherwise)(scope, receive, send)
