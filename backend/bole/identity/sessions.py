"""Who acts by this token: asked on every request, and answered from memory where it may be (memory.py)."""

from datetime import datetime
from typing import Any, Final

from bole.core import clock
from bole.core.actor import Actor, ActorKind
from bole.core.context import Services
from bole.core.permissions import Permission
from bole.identity import reports
from bole.identity.memory import Answer, Memory
from bole.identity.rules import (
    NEEDS_STEP_UP,
    SEEN_EVERY,
    AccountKind,
    SignInMethod,
    is_ready,
    session_life,
    token_digest,
)

SYSTEM: Final = ActorKind.SYSTEM.database_role
PERMISSIONS: Final = {p.value: p for p in Permission}
FIRST: Final = (
    ActorKind.STAFF, ActorKind.EMPLOYER, ActorKind.LEADER, ActorKind.TALENT, ActorKind.PARTNER,
)  # fmt: skip
"""A post with roles of several kinds acts as the first of these: the one whose rows are the most."""


class Sessions:
    """Turns tokens into actors."""

    def __init__(self, services: Services, memory: Memory) -> None:
        self.services, self.memory = services, memory

    async def actor_of(self, token: str) -> Actor | None:
        """The actor whom this session token stands for, or None if it stands for nobody (any more)."""
        digest = token_digest(token)
        return await self.memory.recall(digest, lambda: self._ask(digest))

    async def _ask(self, digest: bytes) -> Answer[Actor] | None:
        now, pool = clock.now(), self.services.database.pool(SYSTEM)
        row = await pool.fetchrow(reports.ACTOR, digest, clock.day_of(now))
        if row is None or _over(row, now):
            return None
        if now - row["last_seen_at"] > SEEN_EVERY:
            await pool.fetchval(reports.SEEN, row["session_id"], now)
        return Answer(actor_from(row, now), row["account_id"])


def _over(row: Any, now: datetime) -> bool:
    life = session_life(AccountKind(row["kind"]))
    return bool(now >= row["expires_at"] or now - row["last_seen_at"] > life.idle)


def actor_from(row: Any, now: datetime) -> Actor:
    """The actor that a row of `reports.ACTOR` describes."""
    account_kind = AccountKind(row["kind"])
    kind = kind_of(row["actors"], account_kind)
    held = known_permissions(row["permissions"])
    if not is_ready(
        account_kind,
        SignInMethod(row["method"]),
        enrolled=row["enrolled"],
        changed_at=row["password_changed_at"],
    ):
        held = frozenset()
    proved = row["step_up_until"] is not None and now < row["step_up_until"]
    locked = frozenset() if proved else held & NEEDS_STEP_UP
    return Actor(
        id=row["account_id"],
        name=row["name"],
        kind=kind,
        permissions=held - locked,
        lo=(row["lo"] or 0) if kind.governs else 0,
        hi=(row["hi"] or 0) if kind.governs else 0,
        self_id=row["talent_id"] or row["partner_id"] or row["post_id"],
        unit_id=row["unit_id"],
        post_id=row["post_id"],
        locked=locked,
        session_id=row["session_id"],
    )


def known_permissions(words: list[str] | None) -> frozenset[Permission]:
    """What a role says, as far as this version knows it."""
    return frozenset(PERMISSIONS[w] for w in words or () if w in PERMISSIONS)


def kind_of(actors: list[str] | None, account: AccountKind) -> ActorKind:
    """As whom an account acts: what its roles say; without any, the least its kind can be."""
    if account is AccountKind.TALENT:
        return ActorKind.TALENT
    if account is AccountKind.PARTNER_OPERATOR:
        return ActorKind.PARTNER
    given = set(actors or ())
    return next((k for k in FIRST if k.value in given), ActorKind.LEADER)
