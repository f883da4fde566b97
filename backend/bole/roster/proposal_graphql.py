"""What proposed changes show and let do."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry
from sqlmodel import col

from bole.core.graph import Page, computed, extend, guarded, many, node, read, steps, write
from bole.core.permissions import Permission
from bole.org.models import Unit
from bole.roster import proposal_service as service
from bole.roster.graphql import TalentNode
from bole.roster.models import Talent
from bole.roster.proposal_models import ProposedChange
from bole.roster.proposal_rules import CHANGE_FLOW, ChangeStatus, ProposalSource

_LOG = sa.table("contact_log", sa.column("id"), sa.column("confidentiality"))
"""A contact's record lies in a slice above: only how open it is is asked here."""

SHOWN = ("name", "gender", "nationality", "specialty", "residence", "phone_masked", "email_masked")


def _open_value(change: Any) -> Any:
    """What a restricted record told in words stays as restricted as the record."""
    secret = sa.exists(
        sa.select(sa.literal_column("1")).where(
            _LOG.c.id == change.log_id, _LOG.c.confidentiality == sa.literal_column("'restricted'")
        )
    )
    return sa.case((~secret, change.value), else_=sa.null())


def _now(change: Any) -> Any:
    """What the record says today, to be seen beside the proposal."""
    talent = sa.orm.aliased(Talent)
    told = sa.case(
        *(
            (
                change.field == sa.literal_column(f"'{c.removesuffix('_masked')}'"),
                sa.cast(getattr(talent, c), sa.Text()),
            )
            for c in SHOWN
        ),
        else_=sa.null(),
    )
    return (
        sa.select(told).where(col(talent.id) == change.talent_id).correlate_except(talent).scalar_subquery()
    )


def _unit_name(change: Any) -> Any:
    return sa.select(col(Unit.name)).where(col(Unit.id) == change.proposer_unit_id).scalar_subquery()


@node(ProposedChange, allow=Permission.ROSTER_READ)
class ProposedChangeNode:
    """资料变动：由谁提出、改什么、核实结果"""

    id: UUID
    talent_id: UUID
    source: ProposalSource
    proposed_by_name: str | None
    proposer_unit_name: str | None = computed(_unit_name, description="提出的用人单位")
    field: str
    value: str | None = guarded(
        Permission.CONTACT_CONFIDENTIAL,
        otherwise=_open_value,
        description="拟更正为（电话、邮箱为掩码；限制公开的为空）",
    )
    value_now: str | None = computed(_now, description="名录现在的内容（电话、邮箱为掩码）")
    reason: str | None
    evidence_name: str | None
    raised_on: date
    status: ChangeStatus
    allowed_steps: list[str] = steps(CHANGE_FLOW)
    value_before: str | None
    value_taken: str | None
    decided_on: date | None
    decided_by_name: str | None
    decision_note: str | None
    talent: TalentNode


extend(
    TalentNode,
    proposed_changes=(
        list[ProposedChangeNode],
        many(lambda c: [c.raised_on.desc(), c.id.desc()], description="资料变动建议"),
    ),
)


@strawberry.type
class ProposalQuery:
    proposed_changes = read(service.proposed_changes, Page[ProposedChangeNode])
    my_proposals = read(service.my_proposals, Page[ProposedChangeNode])
    my_people = read(service.my_people, Page[TalentNode])


@strawberry.type
class ProposalMutation:
    propose_own_change = write(service.propose_own_change, ProposedChangeNode)
    propose_employee_change = write(service.propose_employee_change, ProposedChangeNode)
    report_departure = write(service.report_departure, ProposedChangeNode)
    withdraw_change = write(service.withdraw_change, ProposedChangeNode)
    accept_change = write(service.accept_change, ProposedChangeNode)
    reject_change = write(service.reject_change, ProposedChangeNode)
