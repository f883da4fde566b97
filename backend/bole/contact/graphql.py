"""What contact shows and lets do: a table of contents."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry
from sqlmodel import col

from bole.catalogue.lookup import in_force
from bole.catalogue.models import Entry
from bole.contact import (
    assignment_service,
    coverage_service,
    handover_service,
    need_service,
    outcome_service,
    review_service,
    service,
)
from bole.contact.catalogue import CODE
from bole.contact.models import (
    ContactAssignment,
    ContactHandover,
    ContactLog,
    Need,
    Suggestion,
)
from bole.contact.rules import (
    ASSIGNMENT_FLOW,
    DONE,
    LOG_FLOW,
    NEED_FLOW,
    NEED_RUNNING,
    STANDING,
    SUGGESTION_FLOW,
    AssignmentStatus,
    Confidentiality,
    ContactMode,
    LogStatus,
    NeedStatus,
    SuggestionStatus,
)
from bole.core.graph import Page, computed, extend, guarded, many, newest, node, read, steps, write
from bole.core.operation import ASK
from bole.core.permissions import Permission
from bole.org.graphql import AppointmentNode, PostNode, UnitNode
from bole.org.rules import LeaderLevel
from bole.roster.graphql import TalentNode
from bole.roster.proposal_graphql import ProposedChangeNode

READ = Permission.CONTACT_READ
CONFIDENTIAL = Permission.CONTACT_CONFIDENTIAL


def _words(section: str, description: str) -> Any:
    """A section of a record: of a restricted one only for its writer, its post and those who may see such."""

    def shown(log: Any) -> Any:
        mine = sa.or_(
            log.confidentiality != Confidentiality.RESTRICTED,
            log.recorded_by == ASK.actor_id,
            log.post_id == ASK.self_id,
            log.post_id == ASK.post_id,
        )
        return sa.case((mine, getattr(log, section)), else_=sa.null())

    return guarded(CONFIDENTIAL, otherwise=shown, description=description)


def _need_kind(need: Any) -> Any:
    """What the catalogue calls this kind today."""
    path: Any = sa.literal_column("'$.need_kinds[*] ? (@.code == $code).name'::jsonpath")
    found = sa.func.jsonb_path_query_first(
        col(Entry.body), path, sa.func.jsonb_build_object(sa.literal_column("'code'"), need.kind)
    )
    name = found.op("#>>", return_type=sa.Text())(sa.literal_column("'{}'::text[]"))
    named = sa.select(name).where(in_force("contact_cadence", ASK.today, CODE))
    return named.limit(sa.literal_column("1")).scalar_subquery()


def _open_days(need: Any) -> Any:
    return need.status.in_(NEED_RUNNING) & (need.due_on < ASK.today)


@node(ContactAssignment, allow=READ)
class ContactAssignmentNode:
    """联系安排"""

    id: UUID
    talent_id: UUID
    post_id: UUID
    level: LeaderLevel
    status: AssignmentStatus
    allowed_steps: list[str] = steps(ASSIGNMENT_FLOW)
    valid_from: date
    valid_until: date | None
    reason: str | None
    end_reason: str | None
    kinship_checked: str | None = guarded(Permission.CONTACT_ASSIGN)
    personal: bool = computed(lambda a: a.person_id.is_not(None), description="是否随人联系")
    cadence_months: int
    cadence_aligned: bool
    first_due_on: date
    last_contact_on: date | None
    next_due_on: date
    overdue: bool = computed(
        lambda a: a.status.in_(STANDING) & (a.next_due_on < ASK.today), description="是否已逾期未联系"
    )
    talent: TalentNode | None
    post: PostNode
    appointment: AppointmentNode | None
    follows: "ContactAssignmentNode | None"
    handovers: list["ContactHandoverNode"] = many(
        lambda h: [h.vacated_on.desc(), h.id.desc()], description="历次接续"
    )


@node(ContactHandover, allow=READ)
class ContactHandoverNode:
    """联系接续"""

    id: UUID
    vacated_on: date
    taken_on: date | None
    closed_on: date | None
    outcome: str | None
    assignment: ContactAssignmentNode
    left_appointment: AppointmentNode
    proposed_appointment: AppointmentNode | None
    interim_unit: UnitNode | None


@node(ContactLog, allow=READ)
class ContactLogNode:
    """联系记录（四问）"""

    id: UUID
    version: int
    talent_id: UUID
    post_id: UUID
    post_then: str
    leader_then: str
    title_then: str = computed(
        lambda log: log.leader_then + "（时任" + log.post_then + "）", description="当时由谁联系"
    )
    recorded_by_name: str
    amended_by_name: str | None
    recorded_on: date | None
    occurred_on: date
    mode: ContactMode
    place: str | None
    attendees: str | None
    greeting: str | None = _words("greeting", "问候")
    condition: str | None = _words("condition", "问情")
    need: str | None = _words("need", "问需")
    advice: str | None = _words("advice", "问策")
    confidentiality: Confidentiality
    status: LogStatus
    allowed_steps: list[str] = steps(LOG_FLOW)
    cancel_reason: str | None
    review_note: str | None
    created_at: datetime
    talent: TalentNode
    post: PostNode
    assignment: ContactAssignmentNode | None
    needs: list["NeedNode"] = many(lambda n: [n.id], description="由此登记的需求")
    suggestions: list["SuggestionNode"] = many(lambda s: [s.id], description="由此登记的建议")
    proposed_changes: list[ProposedChangeNode] = many(lambda c: [c.id], description="由此提出的资料变动")


@node(Need, allow=READ)
class NeedNode:
    """人才需求"""

    id: UUID
    talent_id: UUID
    talent_name: str
    kind: str
    kind_name: str | None = computed(_need_kind, description="需求类别名称（今日目录）")
    content: str
    raised_on: date
    status: NeedStatus
    allowed_steps: list[str] = steps(NEED_FLOW)
    routed_on: date | None
    due_on: date | None
    overdue: bool = computed(
        lambda n: sa.func.coalesce(_open_days(n), sa.literal_column("false")), description="是否超过办理期限"
    )
    result: str | None
    finished_on: date | None
    settled_on: date | None
    return_reason: str | None
    returns: int
    talent: TalentNode | None
    log: ContactLogNode | None
    handler_unit: UnitNode | None


@node(Suggestion, allow=READ)
class SuggestionNode:
    """人才建议"""

    id: UUID
    talent_id: UUID
    content: str
    raised_on: date
    status: SuggestionStatus
    allowed_steps: list[str] = steps(SUGGESTION_FLOW)
    reply: str | None
    decided_on: date | None
    decided_by_name: str | None
    talent: TalentNode
    log: ContactLogNode | None


extend(ProposedChangeNode, log=ContactLogNode | None)

# The before-visit brief is a selection over these: the last records, what is still open, what was advised.
extend(
    TalentNode,
    contact_assignments=(
        list[ContactAssignmentNode],
        many(lambda a: [a.valid_from.desc(), a.id.desc()], description="联系安排"),
    ),
    contact_logs=(
        list[ContactLogNode],
        many(lambda log: [log.occurred_on.desc(), log.id.desc()], description="联系记录"),
    ),
    last_contact=(
        ContactLogNode | None,
        newest(
            lambda log: [log.occurred_on.desc(), log.id.desc()],
            "contact_logs",
            only=lambda log: log.status.in_(DONE),
            description="最近一次联系",
        ),
    ),
    needs=(list[NeedNode], many(lambda n: [n.raised_on.desc(), n.id.desc()], description="需求")),
    open_needs=(
        list[NeedNode],
        many(
            lambda n: [n.raised_on, n.id],
            edge="needs",
            only=lambda n: n.status != NeedStatus.SETTLED,
            description="未办结的需求",
        ),
    ),
    suggestions=(
        list[SuggestionNode],
        many(lambda s: [s.raised_on.desc(), s.id.desc()], description="建议"),
    ),
)
extend(
    PostNode,
    contact_assignments=(
        list[ContactAssignmentNode],
        many(
            lambda a: [a.next_due_on, a.id],
            first=50,
            only=lambda a: a.status.in_(STANDING),
            description="现联系的人才",
        ),
    ),
)


@strawberry.type(description="一个层次的覆盖率")
class LevelCoverage:
    level: str = strawberry.field(description="人才层次代码（空为未定层次）")
    talents: int = strawberry.field(description="在库人才")
    covered: int = strawberry.field(description="有领导联系")
    rate: float | None = strawberry.field(description="覆盖率（没有人才的为空）")


@strawberry.type(description="一个单位的覆盖率")
class UnitCoverage:
    unit_id: UUID = strawberry.field(description="单位编号")
    unit: str = strawberry.field(description="单位")
    talents: int = strawberry.field(description="在库人才")
    covered: int = strawberry.field(description="有领导联系")
    rate: float | None = strawberry.field(description="覆盖率（没有人才的为空）")


@strawberry.type(description="联系服务覆盖率")
class ContactCoverage:
    on: date = strawberry.field(description="截至日期")
    talents: int = strawberry.field(description="在库人才")
    covered: int = strawberry.field(description="有领导联系")
    rate: float | None = strawberry.field(description="覆盖率（没有人才的为空）")
    interim_counts: bool = strawberry.field(description="待接续期间是否计入")
    levels: list[LevelCoverage] = strawberry.field(description="按层次")
    units: list[UnitCoverage] = strawberry.field(description="按下级单位")


@strawberry.type(description="一个岗位联系的人数")
class PostLoad:
    post_id: UUID = strawberry.field(description="岗位编号")
    post: str = strawberry.field(description="岗位")
    unit: str = strawberry.field(description="单位")
    leader: str | None = strawberry.field(description="现任职者（空缺为空）")
    talents: int = strawberry.field(description="联系的人才")
    waiting: int = strawberry.field(description="其中待接续")
    overdue: int = strawberry.field(description="其中已逾期")
    earliest_due: date = strawberry.field(description="最早的期限")


@strawberry.type(description="一类需求的收集与解决")
class NeedsOfKind:
    kind: str = strawberry.field(description="需求类别代码")
    collected: int = strawberry.field(description="期间提出")
    solved: int = strawberry.field(description="其中已办结")
    settled_then: int = strawberry.field(description="期间办结（含以前提出的）")
    overdue: int = strawberry.field(description="现已逾期")


@strawberry.type
class ContactQuery:
    contact_assignments = read(assignment_service.contact_assignments, Page[ContactAssignmentNode])
    contact_assignment = read(assignment_service.contact_assignment, ContactAssignmentNode)
    contacts_due = read(assignment_service.contacts_due, Page[ContactAssignmentNode])
    contact_handovers = read(assignment_service.contact_handovers, Page[ContactHandoverNode])
    my_contact_leaders = read(assignment_service.my_contact_leaders, list[ContactAssignmentNode])
    contact_logs = read(service.contact_logs, Page[ContactLogNode])
    contact_log = read(service.contact_log, ContactLogNode)
    needs = read(need_service.needs, Page[NeedNode])
    need = read(need_service.need, NeedNode)
    my_needs = read(need_service.my_needs, Page[NeedNode])
    suggestions = read(outcome_service.suggestions, Page[SuggestionNode])
    contact_coverage = read(coverage_service.contact_coverage, ContactCoverage)
    contact_load = read(coverage_service.contact_load, list[PostLoad])
    needs_by_kind = read(coverage_service.needs_by_kind, list[NeedsOfKind])


@strawberry.type
class ContactMutation:
    assign_contact = write(assignment_service.assign_contact, ContactAssignmentNode)
    end_contact = write(assignment_service.end_contact, ContactAssignmentNode)
    hand_over_contacts = write(handover_service.hand_over_contacts, list[ContactAssignmentNode])
    keep_contact_personally = write(handover_service.keep_contact_personally, ContactAssignmentNode)
    record_contact = write(service.record_contact, ContactLogNode)
    plan_contact = write(service.plan_contact, ContactLogNode)
    complete_contact = write(service.complete_contact, ContactLogNode)
    cancel_contact = write(service.cancel_contact, ContactLogNode)
    amend_contact = write(review_service.amend_contact, ContactLogNode)
    submit_contact = write(review_service.submit_contact, ContactLogNode)
    hand_back_contact = write(review_service.hand_back_contact, ContactLogNode)
    archive_contact = write(review_service.archive_contact, ContactLogNode)
    raise_need = write(need_service.raise_need, NeedNode)
    route_need = write(need_service.route_need, NeedNode)
    accept_need = write(need_service.accept_need, NeedNode)
    decline_need = write(need_service.decline_need, NeedNode)
    finish_need = write(need_service.finish_need, NeedNode)
    confirm_need = write(need_service.confirm_need, NeedNode)
    send_back_need = write(need_service.send_back_need, NeedNode)
    answer_suggestion = write(outcome_service.answer_suggestion, SuggestionNode)
