"""Sign-in through the government's own identity provider: OpenID Connect, authorization code with PKCE.

Authlib speaks the protocol and checks signature, issuer, audience, expiry and nonce. What it leaves open is
closed here: algorithms are ours to choose, an answer without an ID token is none, an attempt lies in the
database (not in a cookie that could be sent twice), is taken once, and only by the browser that began it.
"""

import hashlib
import json
import ssl
import warnings
from datetime import timedelta
from functools import cache
from typing import Any, Final

import authlib.deprecate  # sets a filter of its own when first imported: ours below comes after it
import httpx
import structlog
from sqlmodel import col, select
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bole.core import clock
from bole.core.actor import Actor, ActorKind
from bole.core.context import Services, Work
from bole.core.errors import NotFound, Refusal, Unavailable
from bole.core.faults import refusal_of
from bole.identity import identify, reports
from bole.identity.models import Account
from bole.identity.rules import AccountStatus, SignInMethod, new_token
from bole.identity.service import NOBODY, open_session

with warnings.catch_warnings():
    # it asks for a successor of httpx that we do not need yet
    warnings.simplefilter("ignore", authlib.deprecate.AuthlibDeprecationWarning)
    from authlib.integrations.base_client import OAuthError
    from authlib.integrations.starlette_client import OAuth, StarletteIntegration

log = structlog.get_logger("bole.oidc")
SYSTEM: Final = ActorKind.SYSTEM.database_role
ALGORITHMS: Final = ["RS256", "PS256", "ES256", "Ed25519"]
"""Never `none`, and no HMAC: a public key must not pass for a shared secret."""

ATTEMPT: Final = timedelta(minutes=10)
LEEWAY_SECONDS: Final = 30
TIMEOUT_SECONDS: Final = 8
COOKIE: Final = "bole-oidc"
CALLBACK: Final = "/api/v1/oidc/callback"


class OidcRefused(Refusal):
    """统一身份认证没有通过，请返回登录页重新登录。多次失败请联系系统管理员。"""

    status = 401


class OidcNoAccount(Refusal):
    """您的统一身份尚未关联本系统的账号。请联系您单位的系统管理员办理关联。"""

    status = 403


class _Attempts(StarletteIntegration):  # type: ignore[misc]
    """Where Authlib keeps state, nonce and PKCE verifier between the two redirects: one row, taken once.

    `session` is what only this browser holds; a state that another browser brings finds nothing."""

    services: Services

    async def set_state_data(self, session: Any, state: str, data: Any) -> None:
        pool = self.services.database.pool(SYSTEM)
        until = clock.now() + ATTEMPT
        await pool.fetchval(reports.BEGIN_ATTEMPT, _key(session, state), json.dumps(data), until)

    async def get_state_data(self, session: Any, state: str | None) -> Any:
        if not state or not session:
            return None
        pool = self.services.database.pool(SYSTEM)
        found = await pool.fetchval(reports.TAKE_ATTEMPT, _key(session, state), clock.now())
        return json.loads(found) if found else None

    async def clear_state_data(self, session: Any, state: str) -> None:
        """Taking it has ended it."""


def _key(session: Any, state: str) -> bytes:
    return hashlib.sha256(f"{session['browser']} {state}".encode()).digest()


def _client(services: Services) -> Any:
    """One client for each process: it keeps the provider's metadata and keys."""
    chosen = services.settings
    if chosen is None or not chosen.oidc_issuer:
        raise NotFound()
    made = services.extras.get("oidc")
    if made is None:
        bound = type("Attempts", (_Attempts,), {"services": services})
        registry = type("Registry", (OAuth,), {"framework_integration_cls": bound})()
        made = registry.register(
            "oidc",
            client_id=chosen.oidc_client_id,
            client_secret=chosen.oidc_client_secret.get_secret_value(),
            server_metadata_url=chosen.oidc_issuer.rstrip("/") + "/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid profile",
                "code_challenge_method": "S256",
                "timeout": TIMEOUT_SECONDS,
                "verify": _trusted(),
            },
        )
        services.extras["oidc"] = made
    return made


@cache
def _trusted() -> ssl.SSLContext:
    """Whose certificates count, read once: each of a sign-in's requests read them anew, 40 ms in which nobody is served."""
    return httpx.create_ssl_context()


async def _metadata(services: Services, client: Any) -> None:
    """The provider's own description, held to what we were told: its issuer, and our algorithms."""
    try:
        told = await client.load_server_metadata()
    except Exception as away:
        log.warning("oidc_metadata", error=type(away).__name__)
        raise Unavailable(what="统一身份认证") from None
    if told.get("issuer") != services.settings.oidc_issuer:
        client.server_metadata.clear()
        raise OidcRefused()
    client.server_metadata["id_token_signing_alg_values_supported"] = ALGORITHMS


async def start(request: Request) -> Response:
    """Sends the browser to the provider."""
    services: Services = request.app.state.services
    client = _client(services)
    await _metadata(services, client)
    browser = new_token()
    request.scope["session"] = {"browser": browser}
    response: Response = await client.authorize_redirect(request, _callback_url(request, services))
    response.set_cookie(
        _cookie(services),
        browser,
        max_age=int(ATTEMPT.total_seconds()),
        path="/",
        secure=identify.is_secure(services),
        httponly=True,
        samesite="lax",
    )
    response.headers["cache-control"] = "no-store"
    return response


async def callback(request: Request) -> Response:
    """The browser is back: opens a session, or sends it to the sign-in page with the refusal's code."""
    services: Services = request.app.state.services
    client = _client(services)
    try:
        subject = await _subject(request, services, client)
        token = await _open(request, services, subject)
    except Refusal as no:
        response = RedirectResponse(f"/?refused={no.code()}", 303)
    except Exception as error:
        response = RedirectResponse(f"/?refused={refusal_of(error).code()}", 303)
    else:
        response = RedirectResponse("/", 303)
        identify.remember(response, token, secure=identify.is_secure(services))
    response.delete_cookie(_cookie(services), path="/", secure=identify.is_secure(services), httponly=True)
    response.headers["cache-control"] = "no-store"
    return response


async def _subject(request: Request, services: Services, client: Any) -> str:
    """Whom the provider vouches for; refuses (OidcRefused) whatever is not whole."""
    await _metadata(services, client)
    browser = request.cookies.get(_cookie(services))
    request.scope["session"] = {"browser": browser} if browser else {}
    try:
        answer = await client.authorize_access_token(request, leeway=LEEWAY_SECONDS)
    except Exception as wrong:
        # OAuthError, a JOSE error, a provider that answers nonsense: to the browser they are all one
        log.warning("oidc_refused", error=type(wrong).__name__, reason=_reason(wrong))
        raise OidcRefused() from None
    told = answer.get("userinfo")
    if not told or told.get("iss") != services.settings.oidc_issuer or not told.get("sub"):
        log.warning("oidc_refused", error="NoIdToken")
        raise OidcRefused()
    return str(told["sub"])


async def _open(request: Request, services: Services, subject: str) -> str:
    provider = Actor(NOBODY, "统一身份认证", ActorKind.SYSTEM, frozenset())
    async with Work(services).write(provider, request_id=request.headers.get("x-request-id")) as ctx:
        ctx.performed.append("identity.sign_in_by_oidc")
        theirs = select(Account).where(
            col(Account.oidc_issuer) == services.settings.oidc_issuer,
            col(Account.oidc_subject) == subject,
            col(Account.status) == AccountStatus.ACTIVE,
        )
        account = (await ctx.db.exec(theirs)).first()
        if account is None or (account.demo and services.settings.production):
            raise OidcNoAccount()
        ctx.actor = Actor(account.id, account.name, ActorKind.SYSTEM, frozenset())
        opened = await open_session(
            ctx,
            account,
            SignInMethod.OIDC,
            source=identify.source_of(request),
            agent=request.headers.get("user-agent", ""),
        )
    return opened.token


def _reason(wrong: Exception) -> str:
    return str(getattr(wrong, "error", "")) if isinstance(wrong, OAuthError) else ""


def _cookie(services: Services) -> str:
    return f"__Host-{COOKIE}" if identify.is_secure(services) else COOKIE


def _callback_url(request: Request, services: Services) -> str:
    base = services.settings.public_url or str(request.base_url)
    return str(base).rstrip("/") + CALLBACK
