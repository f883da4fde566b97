"""Who a partner's signed request comes from."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from starlette.requests import Request

from bole.core import clock
from bole.core.actor import Actor, ActorKind
from bole.core.context import Services
from bole.identity import reports, signing
from bole.identity.memory import Answer, Memory
from bole.identity.rules import KeyAlgorithm
from bole.identity.sessions import known_permissions

SYSTEM: Final = ActorKind.SYSTEM.database_role
SPARE: Final = timedelta(minutes=1)
"""A nonce is kept a little longer than its signature could still be of age."""


@dataclass(frozen=True)
class Known:
    """A key in force, and the actor who signs with it."""

    id: UUID
    key: signing.SigningKey
    actor: Actor


class Partners:
    """Turns signed requests into actors."""

    def __init__(self, services: Services, memory: Memory, *, max_age: int) -> None:
        self.services, self.memory, self.max_age = services, memory, max_age

    async def actor_of(self, request: Request) -> Actor:
        """The partner that signed this request; refuses (SignatureRefused) what it should not have sent."""
        claim = signing.claimed(", ".join(request.headers.getlist("signature-input")))
        known = await self.memory.recall(b"key " + claim.key_id.encode(), lambda: self._ask(claim.key_id))
        if known is None:
            # the same words as for a wrong signature: which key ids there are is nobody's business
            raise signing.SignatureRefused(reason="签名与内容或密钥不符")
        now = clock.now()
        signing.check(
            message_of(request), await request.body(), known.key, claim, now=now, max_age=self.max_age
        )
        kept = claim.created + timedelta(seconds=self.max_age) + SPARE
        pool = self.services.database.pool(SYSTEM)
        if not await pool.fetchval(reports.SPEND_NONCE, known.id, claim.nonce, kept):
            raise signing.SignatureRefused(reason="这个签名已用过一次（nonce 重复）")
        return known.actor

    async def _ask(self, key_id: str) -> Answer[Known] | None:
        now = clock.now()
        row = await self.services.database.pool(SYSTEM).fetchrow(
            reports.PARTNER, key_id, now, clock.day_of(now)
        )
        if row is None:
            return None
        actor = Actor(
            id=row["partner_id"],
            name=row["name"],
            kind=ActorKind.PARTNER,
            permissions=known_permissions(row["permissions"]),
            self_id=row["partner_id"],
        )
        key = signing.SigningKey(key_id, KeyAlgorithm(row["algorithm"]), self._secret(row))
        return Answer(Known(row["id"], key, actor), row["partner_id"])

    def _secret(self, row: Any) -> bytes:
        if row["public_key"] is not None:
            return bytes(row["public_key"])
        told: str = self.services.vault.open("partner_key", "secret", row["id"], row["secret_sealed"])
        return bytes.fromhex(told)


def message_of(request: Request) -> signing.Message:
    """The request as it was sent: the path as it was spelled, every header line."""
    scope = request.scope
    raw: bytes = scope.get("raw_path") or request.url.path.encode()
    path = raw.partition(b"?")[0].decode("latin-1")
    query = scope["query_string"].decode("latin-1")
    host = request.headers.get("host", "")
    url = f"{request.url.scheme}://{host}{path}" + (f"?{query}" if query else "")
    lines = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
    return signing.Message(request.method, url, signing.Headers(lines))
