"""Who is asking: staff on a post, an employer's HR, a contact leader, a talent, a partner system, or the
platform itself."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from bole.core.errors import Forbidden, StepUpNeeded
from bole.core.permissions import Permission


class ActorKind(StrEnum):
    """Each kind reads through its own database role, and so through its own row policies."""

    STAFF = "staff"
    EMPLOYER = "employer"
    LEADER = "leader"
    TALENT = "talent"
    PARTNER = "partner"
    SYSTEM = "system"

    @property
    def governs(self) -> bool:
        """Acts for a unit and sees what belongs to it. An employer is staff that sees, besides, whom it employs:
        its database role is a member of staff's."""
        return self in (ActorKind.STAFF, ActorKind.EMPLOYER)

    @property
    def database_role(self) -> str:
        return f"bole_{self.value}"


@dataclass(frozen=True, slots=True)
class Actor:
    """One who may ask. `lo`/`hi`: half-open range of unit paths in scope; `self_id`: the talent, the
    leader's post or the partner that row policies mean by "own"."""

    id: UUID
    name: str
    kind: ActorKind
    permissions: frozenset[Permission]
    lo: int = 0
    hi: int = 0
    self_id: UUID | None = None
    unit_id: UUID | None = None
    post_id: UUID | None = None
    locked: frozenset[Permission] = frozenset()
    """Held, but closed until the actor proves again to be who they are (a recent step-up)."""
    session_id: UUID | None = None

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def require(self, permission: Permission | None) -> None:
        """Refuses with Forbidden; `None` is what every signed-in actor may do."""
        if permission is not None and permission not in self.permissions:
            if permission in self.locked:
                raise StepUpNeeded(permission=permission.label)
            raise Forbidden(permission=permission.label)

    @property
    def settings(self) -> tuple[str, str, str, str]:
        """What row-level security reads: app.lo, app.hi, app.actor, app.self."""
        own = str(self.self_id) if self.self_id else ""
        return str(self.lo), str(self.hi), str(self.id), own


WHOLE_CITY = (0, 10**18)

PLATFORM = Actor(
    id=UUID(int=0),
    name="平台",
    kind=ActorKind.SYSTEM,
    permissions=frozenset(Permission),
    lo=WHOLE_CITY[0],
    hi=WHOLE_CITY[1],
)
"""The worker: jobs, timers and reactions."""
