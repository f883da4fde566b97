"""What contacts add to a talent's own copy: what is open to them; row-level security keeps the rest."""

from typing import Any

from sqlmodel import col, select

from bole.contact.models import ContactAssignment, ContactLog, Need, Suggestion
from bole.org.models import Appointment, Post
from bole.roster.copying import part


def _post(assignment: Any) -> Any:
    return select(col(Post.name)).where(col(Post.id) == assignment.post_id).scalar_subquery()


def _leader(assignment: Any) -> Any:
    """Whoever looks after them today; nobody between two holders."""
    held = select(col(Appointment.person_name)).where(col(Appointment.id) == assignment.appointment_id)
    return held.scalar_subquery()


part(
    "contact_leaders", "联系领导", ContactAssignment,
    ("level", "status", "valid_from", "valid_until", "last_contact_on", "next_due_on"),
    more={"post": ("联系岗位", _post), "leader": ("现任领导", _leader)},
    order=lambda a: [a.valid_from.desc(), a.id], position=30,
)  # fmt: skip
part(
    "contacts", "向本人公开的联系记录", ContactLog,
    ("occurred_on", "mode", "post_then", "leader_then", "place", "attendees", "greeting", "condition", "need",
     "advice", "status", "recorded_by_name", "recorded_on"),
    order=lambda log: [log.occurred_on.desc(), log.id], position=31,
)  # fmt: skip
part(
    "needs", "需求", Need,
    ("raised_on", "content", "status", "due_on", "result", "finished_on", "settled_on", "return_reason"),
    order=lambda n: [n.raised_on.desc(), n.id], position=40,
)  # fmt: skip
part(
    "suggestions", "建议", Suggestion, ("raised_on", "content", "status", "reply", "decided_on"),
    order=lambda s: [s.raised_on.desc(), s.id], position=41,
)  # fmt: skip
