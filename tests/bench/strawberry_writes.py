"""The two writes with the ORM, each in one transaction: lock, check, change, and leave what bole leaves."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from bole.card.models import Card
from bole.card.quota_models import Entitlement, EntitlementLedger, Redemption
from bole.card.quota_rules import Entry, RedemptionStatus
from bole.card.rules import CardStatus
from bole.contact.models import ContactAssignment, ContactLog
from bole.contact.rules import AssignmentStatus, LogStatus
from bole.core.ledger import OutboxMessage
from bole.org.models import Appointment, Post
from bole.roster.models import Talent

NAME = "测速员"
ZONE = timezone(timedelta(hours=8))


class NotPossible(Exception):
    """Not there, or used up."""


async def record_contact(
    session: AsyncSession, viewer: Any, talent_id: UUID, post_id: UUID, contact: Any
) -> ContactLog:
    a, today, on = ContactAssignment, datetime.now(ZONE).date(), contact.occurred_on
    assignment = await session.scalar(
        sa.select(a)
        .where(
            a.talent_id == talent_id,
            a.post_id == post_id,
            a.status == AssignmentStatus.ACTIVE,
            a.valid_from <= on,
        )
        .with_for_update()
    )
    stmt = sa.select(Talent).where(Talent.id == talent_id, viewer.sees(Talent)).with_for_update()
    talent = await session.scalar(stmt)
    if talent is None or assignment is None:
        raise NotPossible
    post = await session.get_one(Post, post_id)
    current = sa.or_(Appointment.valid_until.is_(None), Appointment.valid_until >= on)
    holders = await session.scalars(
        sa.select(Appointment.person_name).where(
            Appointment.post_id == post_id, Appointment.valid_from <= on, current
        )
    )
    names = list(holders)
    log = ContactLog(
        unit_path=talent.unit_path,
        talent_id=talent.id,
        post_id=post.id,
        assignment_id=assignment.id,
        post_then=post.name,
        leader_then=names[0] if len(names) == 1 else NAME,
        recorded_by=viewer.id,
        recorded_by_name=NAME,
        recorded_on=today,
        occurred_on=on,
        mode=contact.mode,
        greeting=contact.greeting,
        status=LogStatus.RECORDED,
    )
    session.add(log)
    before, due_before, talent_before = (
        assignment.last_contact_on,
        talent.next_contact_due,
        talent.last_contact_on,
    )
    assignment.last_contact_on = max(on, before or on)
    await session.flush()
    earliest = (
        sa.select(sa.func.min(a.next_due_on))
        .where(a.talent_id == talent.id, a.status != AssignmentStatus.ENDED)
        .scalar_subquery()
    )
    # a statement, not the mapped row: a contact is no new version of the record
    shown = await session.execute(
        sa.update(Talent)
        .where(Talent.id == talent.id)
        .values(last_contact_on=sa.func.greatest(Talent.last_contact_on, on), next_contact_due=earliest)
        .returning(Talent.last_contact_on, Talent.next_contact_due)
        .execution_options(synchronize_session=False)
    )
    last, due = shown.one()
    told = {"log_id": log.id, "talent_id": talent.id, "post_id": post.id, "occurred_on": on}
    session.add(OutboxMessage(fact="ContactRecorded", body=told, actor_id=viewer.id))
    await audited(
        session,
        viewer,
        "contact.record_contact",
        {
            f"contact_log/{log.id}": columns(log),
            f"contact_assignment/{assignment.id}": {"last_contact_on": [before, assignment.last_contact_on]},
            f"talent/{talent.id}": {
                "last_contact_on": [talent_before, last],
                "next_contact_due": [due_before, due],
            },
        },
    )
    return log


async def redeem(session: AsyncSession, viewer: Any, number: str, service: str, key: str) -> Redemption:
    c, e, today = Card, Entitlement, datetime.now(ZONE).date()
    card = await session.scalar(
        sa.select(c)
        .where(
            c.number == number, c.status == CardStatus.ACTIVE, c.valid_from <= today, c.valid_until >= today
        )
        .where(viewer.sees(c))
        .with_for_update(read=True)
    )
    if card is None:
        raise NotPossible
    right = await session.scalar(
        sa.select(e)
        .where(e.card_id == card.id, e.service_code == service, e.starts_on <= today, e.ends_on > today)
        .where(e.child_id.is_(None), e.stage == "")
        .with_for_update(key_share=True)
    )
    if right is None or (
        right.quota is not None and right.used + right.reserved + right.lapsed >= right.quota
    ):
        raise NotPossible
    right.used += 1
    of = {"unit_path": card.unit_path, "talent_id": card.talent_id, "by_id": viewer.id}
    made = Redemption(
        card_id=card.id,
        service_code=service,
        service_name=right.service_name,
        tier=card.tier,
        day=today,
        occurred_at=datetime.now(UTC),
        amount=1,
        status=RedemptionStatus.CONFIRMED,
        stage="",
        provider_id=viewer.provider,
        key=key,
        reason="",
        needs_decision=False,
        **of,
    )
    session.add(made)
    await session.flush()
    session.add(
        EntitlementLedger(
            entitlement_id=right.id,
            entry=Entry.CONFIRMED,
            amount=-1,
            key=f"{made.id}:confirmed",
            note="",
            redemption_id=made.id,
            **of,
        )
    )
    told = {
        "redemption_id": made.id,
        "card_id": card.id,
        "talent_id": card.talent_id,
        "service_code": service,
        "amount": 1,
    }
    session.add(OutboxMessage(fact="EntitlementRedeemed", body=told, actor_id=viewer.id))
    changes = {
        f"redemption/{made.id}": columns(made),
        f"entitlement/{right.id}": {"used": [right.used - 1, right.used]},
    }
    await audited(session, viewer, "card.redeem", changes)
    return made


def columns(row: Any) -> dict[str, Any]:
    return {c.name: getattr(row, c.name) for c in row.__table__.columns}


async def audited(session: AsyncSession, viewer: Any, operation: str, changes: dict[str, Any]) -> None:
    """By statement: shard and number of an entry are the trigger's."""
    entry = {
        "actor_id": viewer.id,
        "actor_name": NAME,
        "operations": [operation],
        "rows": list(changes),
        "changes": changes,
    }
    await session.execute(sa.insert(AUDIT).values(entry))


# not the mapped table: its key is the trigger's, which the ORM cannot know
AUDIT = sa.table(
    "audit",
    sa.column("actor_id", sa.Uuid()),
    sa.column("actor_name"),
    sa.column("operations", ARRAY(sa.Text())),
    sa.column("rows", ARRAY(sa.Text())),
    sa.column("changes", JSONB),
)
