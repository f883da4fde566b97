"""记录四问, the quick way: one statement for a contact told in words by a post that is looking after the talent.

    WITH held  AS (UPDATE contact_assignment … the post's standing assignment, if the mode counts … RETURNING),
         told  AS (UPDATE talent … last contact, earliest due … FROM held RETURNING),
         log   AS (INSERT contact_log … SELECT FROM told, held, post RETURNING),
         need, suggestion, change AS (INSERT … what follows from the sections, each only where it says something)

Whatever else there is to it (no assignment, a list of single changes, a future day) the ordinary command does
or refuses; this statement then finds no row and leaves no trace.
"""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from bole.catalogue.lookup import in_force
from bole.catalogue.models import Entry
from bole.contact import asked_rules
from bole.contact.asked_rules import Section
from bole.contact.catalogue import CODE
from bole.contact.events import ContactRecorded, NeedRaised
from bole.contact.forms import ContactIn
from bole.contact.models import ContactAssignment, ContactLog, Need, Suggestion
from bole.contact.rules import (
    LOG_FLOW,
    NEED_FLOW,
    SUGGESTION_FLOW,
    AssignmentStatus,
    LogStatus,
)
from bole.core.actor import Actor, ActorKind
from bole.core.change import READY, Change, Fact, Write, fact
from bole.core.operation import Ask, Prep
from bole.org.models import Appointment, Post, holds
from bole.roster.models import Talent
from bole.roster.proposal_models import ProposedChange
from bole.roster.proposal_rules import CHANGE_FLOW, NOTE, ProposalSource

RECORDED = LOG_FLOW.after(LogStatus.PLANNED, "record")
FOLLOWING = (Section.CONDITION, Section.NEED, Section.ADVICE)


def quickly(
    actor: Actor, today: date, *, talent_id: UUID, contact: ContactIn, post_id: UUID | None
) -> dict[str, Any] | None:
    """The statement's arguments, or None where the ordinary command must look at it."""
    own = actor.self_id if actor.kind is ActorKind.LEADER else actor.post_id
    post = post_id or own
    if post is None or (actor.kind is ActorKind.LEADER and post != own):
        return None
    asked = contact.asked
    nothing = all(asked_rules.says_nothing(text) for text in asked.texts.values())
    if nothing or contact.occurred_on > today or contact.changes or contact.needs:
        return None
    texts = {section.value: asked_rules.told(text) for section, text in asked.texts.items()}
    words = Prep(
        tuple(section in asked.follows for section in FOLLOWING),
        occurred_on=contact.occurred_on,
        mode=contact.mode.value,
        place=asked_rules.told(contact.place),
        attendees=asked_rules.told(contact.attendees),
        confidentiality=contact.confidentiality.value,
        by=actor.name,
        **texts,
    )
    return {"talent_id": talent_id, "post_id": post, "words": words}


def statement(ask: Ask, *, talent_id: UUID, post_id: UUID, words: str) -> Change:
    """记录四问（一条语句）。"""
    said: Any = words
    condition, need, advice = said.shape
    held = _held(ask, talent_id, post_id, said)
    told = _told(held, said)
    log = _log(ask, held, told, said)
    writes: list[Write] = []
    facts: list[Fact] = []
    more: list[sa.CTE] = []
    if condition:
        more.append(_follows(ProposedChange, log, ask, value=said.condition, field=_word(NOTE),
                             status=_word(CHANGE_FLOW.start), source=_word(ProposalSource.LEADER),
                             proposed_by=ask.actor_id, proposed_by_name=_text(said.by)))  # fmt: skip
    if need:
        raised = _follows(Need, log, ask, content=said.need, kind=_policy(ask, "default_need_kind"),
                          talent_name=told.c.name, status=_word(NEED_FLOW.start),
                          returns=sa.literal_column("0"))  # fmt: skip
        writes.append(Write(Need, raised))
        facts.append(fact(NeedRaised, need_id=raised.c.id, talent_id=raised.c.talent_id, kind=raised.c.kind))
    if advice:
        more.append(_follows(Suggestion, log, ask, content=said.advice, status=_word(SUGGESTION_FLOW.start)))
    rows = sa.select(log).add_cte(*more).cte("rows_")
    return Change(
        rows,
        ContactLog,
        writes=(
            Write(ContactAssignment, held, {"last_contact_on": "last_before"}),
            Write(Talent, told, {"last_contact_on": "last_before", "next_contact_due": "due_before"}),
            *writes,
        ),
        facts=(
            fact(
                ContactRecorded,
                log_id=rows.c.id,
                talent_id=rows.c.talent_id,
                post_id=rows.c.post_id,
                occurred_on=rows.c.occurred_on,
            ),
            *facts,
        ),
    )


def _word(value: str) -> Any:
    return sa.literal_column(f"'{value}'", type_=sa.Text())


def _text(bind: Any) -> Any:
    return sa.cast(bind, sa.Text())


def _policy(ask: Ask, name: str) -> Any:
    body: Any = col(Entry.body)
    found = sa.select(body[name].astext).where(in_force("contact_cadence", ask.today, CODE))
    return found.limit(sa.literal_column("1")).scalar_subquery()


def _held(ask: Ask, talent_id: Any, post_id: Any, said: Any) -> sa.CTE:
    """The post's assignment, its cadence carried on."""
    a = ContactAssignment
    body: Any = col(Entry.body)
    counts: Any = (
        sa.select(sa.literal_column("1"))
        .select_from(Entry)
        .where(
            in_force("contact_cadence", ask.today, CODE), body["modes_that_count"].has_key(_text(said.mode))
        )
    )
    return (
        sa.update(a)
        .where(
            READY,
            col(a.talent_id) == talent_id,
            col(a.post_id) == post_id,
            col(a.status) == _word(AssignmentStatus.ACTIVE),
            col(a.valid_from) <= said.occurred_on,
            counts.exists(),
        )
        .values(last_contact_on=sa.func.greatest(col(a.last_contact_on), said.occurred_on))
        .returning(
            col(a.id), col(a.talent_id), col(a.unit_path), col(a.post_id), col(a.last_contact_on), col(a.next_due_on),
            sa.literal_column("old.last_contact_on", type_=sa.Date()).label("last_before"),
        )
        .cte("held")
    )  # fmt: skip


def _told(held: sa.CTE, said: Any) -> sa.CTE:
    """The talent's own two columns. The post's new due day is that of `held`: the table still shows the old."""
    others = (
        sa.select(sa.func.min(col(ContactAssignment.next_due_on)))
        .where(
            col(ContactAssignment.talent_id) == col(Talent.id),
            col(ContactAssignment.status) != _word(AssignmentStatus.ENDED),
            col(ContactAssignment.id) != held.c.id,
        )
        .correlate(Talent, held)
        .scalar_subquery()
    )
    return (
        sa.update(Talent)
        .where(READY, col(Talent.id) == held.c.talent_id)  # a join may begin at either side
        .values(
            last_contact_on=sa.func.greatest(col(Talent.last_contact_on), said.occurred_on),
            next_contact_due=sa.func.least(others, held.c.next_due_on),
        )
        .returning(
            col(Talent.id), col(Talent.unit_path), col(Talent.name), col(Talent.last_contact_on),
            col(Talent.next_contact_due),
            sa.literal_column("old.last_contact_on", type_=sa.Date()).label("last_before"),
            sa.literal_column("old.next_contact_due", type_=sa.Date()).label("due_before"),
        )
        .cte("told")
    )  # fmt: skip


def _log(ask: Ask, held: sa.CTE, told: sa.CTE, said: Any) -> sa.CTE:
    """The record, in the words of its day: who held the post then."""
    holder = (
        sa.select(sa.func.min(col(Appointment.person_name)))
        .where(col(Appointment.post_id) == held.c.post_id, holds(Appointment, said.occurred_on))
        .having(sa.func.count() == sa.literal_column("1"))
        .correlate(held)
        .scalar_subquery()
    )
    values = {
        "id": sa.func.uuidv7(), "unit_path": told.c.unit_path, "talent_id": told.c.id, "post_id": held.c.post_id,
        "assignment_id": held.c.id, "post_then": col(Post.name),
        "leader_then": sa.func.coalesce(holder, _text(said.by)),
        "recorded_by": ask.actor_id, "recorded_by_name": _text(said.by), "recorded_on": ask.today,
        "occurred_on": said.occurred_on, "mode": _text(said.mode), "place": _text(said.place),
        "attendees": _text(said.attendees), "greeting": _text(said.greeting), "condition": _text(said.condition),
        "need": _text(said.need), "advice": _text(said.advice), "confidentiality": _text(said.confidentiality),
        "status": _word(RECORDED), "version": sa.literal_column("1"),
    }  # fmt: skip
    source = sa.select(*values.values()).select_from(held).join(told, told.c.id == held.c.talent_id)
    source = source.join(Post, col(Post.id) == held.c.post_id)
    table = ContactLog.__table__  # type: ignore[attr-defined]
    return sa.insert(table).from_select(list(values), source, False).returning(*table.c).cte("log")


def _follows(table: type, log: sa.CTE, ask: Ask, **own: Any) -> sa.CTE:
    """One consequence of the record, where it belongs."""
    made: Any = table.__table__  # type: ignore[attr-defined]
    values = {
        "id": sa.func.uuidv7(), "unit_path": log.c.unit_path, "talent_id": log.c.talent_id, "log_id": log.c.id,
        "raised_on": ask.today, **own,
    }  # fmt: skip
    froms = sa.select(
        *[_text(v) if isinstance(v, sa.BindParameter) and k in _WORDS else v for k, v in values.items()]
    )
    name = f"{made.name}_"
    return sa.insert(made).from_select(list(values), froms, False).returning(*made.c).cte(name)


_WORDS = frozenset({"value", "content"})
