"""An OpenID provider that really runs: a small HTTP server on loopback, RS256, PKCE, codes that count once.

`lie` makes it answer as a broken or hostile one would; each lie is one line of the matrix in
tests/identity/test_oidc.py.
"""

import asyncio
import base64
import hashlib
import json
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, CLIENT_SECRET = "bole", "the client's secret"


@cache
def _key(_: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": "k1"})


@dataclass
class Asked:
    """What an authorization request said."""

    nonce: str
    challenge: str
    redirect_uri: str


@dataclass
class Provider:
    subject: str = "u-1001"
    lie: str | None = None
    key: RSAKey = field(default_factory=lambda: _key("its own"))
    stranger: RSAKey = field(default_factory=lambda: _key("a stranger's"))
    asked: dict[str, Asked] = field(default_factory=dict)
    issuer: str = ""
    calls: list[str] = field(default_factory=list)

    # The three endpoints ----------------------------------------------------------------------------
    def metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer + ("/other" if self.lie == "metadata of another issuer" else ""),
            "authorization_endpoint": self.issuer + "/authorize",
            "token_endpoint": self.issuer + "/token",
            "jwks_uri": self.issuer + "/jwks",
            "response_types_supported": ["code"],
            "code_challenge_methods_supported": ["S256"],
            # a provider that supports everything must not talk us into it
            "id_token_signing_alg_values_supported": ["none", "HS256", "RS256"],
        }

    def authorize(self, query: dict[str, str]) -> str:
        """What the person's consent leads to: the redirect back with a code."""
        assert query["client_id"] == CLIENT and query["response_type"] == "code"
        assert query["code_challenge_method"] == "S256" and "openid" in query["scope"]
        code = secrets.token_urlsafe(16)
        self.asked[code] = Asked(query["nonce"], query["code_challenge"], query["redirect_uri"])
        state = secrets.token_urlsafe(16) if self.lie == "another state" else query["state"]
        return query["redirect_uri"] + "?" + urlencode({"code": code, "state": state})

    def token(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        expected = base64.b64encode(f"{CLIENT}:{CLIENT_SECRET}".encode()).decode()
        asked = self.asked.pop(form.get("code", ""), None)
        if authorization.removeprefix("Basic ") != expected:
            return 401, {"error": "invalid_client"}
        if asked is None or asked.redirect_uri != form.get("redirect_uri"):
            return 400, {"error": "invalid_grant"}
        verifier = hashlib.sha256(form["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(verifier).rstrip(b"=").decode() != asked.challenge:
            return 400, {"error": "invalid_grant"}
        answer = {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "expires_in": 300}
        if self.lie != "no id token":
            answer["id_token"] = self.id_token(asked)
        return 200, answer

    def id_token(self, asked: Asked) -> str:
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": self.issuer, "sub": self.subject, "aud": CLIENT, "iat": now, "exp": now + 300,
            "nonce": asked.nonce,
        }  # fmt: skip
        match self.lie:
            case "another nonce":
                claims["nonce"] = "n"
            case "no nonce":
                del claims["nonce"]
            case "another audience":
                claims["aud"] = "someone-else"
            case "several audiences without azp":
                claims["aud"] = [CLIENT, "someone-else"]
            case "another issuer":
                claims["iss"] = self.issuer + ".evil.example"
            case "expired":
                claims |= {"iat": now - 7200, "exp": now - 3600}
            case "no expiry":
                del claims["exp"]
            case "issued in the future":
                claims |= {"iat": now + 3600, "exp": now + 7200}
            case "no subject":
                del claims["sub"]
        if self.lie == "alg none":
            return _joined({"alg": "none", "typ": "JWT"}, claims) + "."
        if self.lie == "hmac by the public key":
            secret = self.key.as_pem(private=False)
            return _hmac(secret, claims)
        if self.lie == "signature cut off":
            return jwt.encode({"alg": "RS256", "kid": "k1"}, claims, self.key).rpartition(".")[0] + "."
        if self.lie == "no jwt at all":
            return "not-a-token"
        key = self.stranger if self.lie == "another key" else self.key
        return jwt.encode({"alg": "RS256", "kid": "k1"}, claims, key)

    # HTTP, as much as is needed ---------------------------------------------------------------------
    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            line = (await reader.readline()).decode()
            method, target, _ = line.split(" ", 2)
            headers: dict[str, str] = {}
            while (raw := (await reader.readline()).decode().strip()) != "":
                name, _, value = raw.partition(":")
                headers[name.lower()] = value.strip()
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            parts = urlsplit(target)
            self.calls.append(f"{method} {parts.path}")
            status, answer = self.answer(method, parts.path, body.decode(), headers)
            text = json.dumps(answer).encode()
            head = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {len(text)}\r\n"
            writer.write(head.encode() + b"connection: close\r\n\r\n" + text)
            await writer.drain()
        finally:
            writer.close()

    def answer(self, method: str, path: str, body: str, headers: dict[str, str]) -> tuple[int, Any]:
        if path == "/.well-known/openid-configuration":
            return (503, {}) if self.lie == "away" else (200, self.metadata())
        if path == "/jwks":
            return 200, {"keys": [self.key.as_dict(private=False)]}
        if path == "/token" and method == "POST":
            form = {k: v[0] for k, v in parse_qs(body).items()}
            return self.token(form, headers.get("authorization", ""))
        return 404, {}


def _part(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def _joined(header: dict[str, Any], claims: dict[str, Any]) -> str:
    return f"{_part(header)}.{_part(claims)}"


def _hmac(secret: bytes, claims: dict[str, Any]) -> str:
    """HS256 with the public key's text for its secret: what a library confused about algorithms accepts."""
    import hmac

    head = _joined({"alg": "HS256", "kid": "k1"}, claims)
    made = hmac.digest(secret, head.encode(), "sha256")
    return f"{head}.{base64.urlsafe_b64encode(made).rstrip(b'=').decode()}"


@asynccontextmanager
async def running(lie: str | None = None, **more: Any) -> AsyncIterator[Provider]:
    """A provider on a port of its own, until the block ends."""
    provider = Provider(lie=lie, **more)
    server = await asyncio.start_server(provider.serve, "127.0.0.1", 0)
    provider.issuer = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield provider
    finally:
        server.close()
        await server.wait_closed()
