"""Who calls: the browser by its cookie, a script by the same token as a bearer, a partner by its signature."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from bole.core.actor import Actor
from bole.core.context import Services
from bole.identity.memory import Memory
from bole.identity.partners import Partners
from bole.identity.sessions import Sessions

SECURE_COOKIE: Final = "__Host-bole"
"""The prefix makes browsers insist on https, this host alone, and the whole site (ASVS 3.3.1)."""

PLAIN_COOKIE: Final = "bole"
"""A demo on loopback speaks http, where no browser would keep the other."""

PARTNER_MAX_AGE: Final = 60


class Identity:
    """One for each process, as `app.state.identify`; `start()` lets it answer from memory."""

    def __init__(self, services: Services) -> None:
        max_age = services.settings.partner_max_age if services.settings is not None else PARTNER_MAX_AGE
        self.secure = is_secure(services)
        self.memory = Memory(services.database)
        self.sessions = Sessions(services, self.memory)
        self.partners = Partners(services, self.memory, max_age=max_age)
        services.extras["memory"] = self.memory

    async def __call__(self, request: Request) -> Actor | None:
        """None is nobody: not signed in, or no longer. A bad signature is refused, for it claims to be one."""
        if "signature-input" in request.headers:
            return await self.partners.actor_of(request)
        token = self.token_of(request)
        return await self.sessions.actor_of(token) if token else None

    def token_of(self, request: Request) -> str | None:
        scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return bearer.strip() or None
        return request.cookies.get(cookie_name(secure=self.secure))

    async def start(self) -> None:
        await self.memory.start()

    async def stop(self) -> None:
        await self.memory.stop()


def is_secure(services: Services) -> bool:
    chosen = services.settings
    return chosen is not None and (chosen.production or (chosen.public_url or "").startswith("https://"))


def cookie_name(*, secure: bool) -> str:
    return SECURE_COOKIE if secure else PLAIN_COOKIE


def remember(response: Response, token: str, *, secure: bool) -> None:
    """A session cookie: gone with the browser, and unreadable for scripts."""
    response.set_cookie(
        cookie_name(secure=secure), token, path="/", secure=secure, httponly=True, samesite="lax"
    )


def forget(response: Response, *, secure: bool) -> None:
    response.delete_cookie(cookie_name(secure=secure), path="/", secure=secure, httponly=True, samesite="lax")


def source_of(request: Request) -> str:
    """The caller's address, as the server (or the proxy that it trusts) tells it."""
    return request.client.host[:45] if request.client else ""
