"""What 引进归属 shows and lets do: a table of contents."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import strawberry

from bole.core.graph import Page, extend, many, node, read, steps, write
from bole.core.permissions import Permission
from bole.introduction import service
from bole.introduction.models import AttributionCase, IntroductionClaim, IntroductionCredit
from bole.introduction.rules import (
    ATTRIBUTION_FLOW,
    CLAIM_FLOW,
    ArrivalKind,
    AttributionOutcome,
    AttributionStatus,
    ClaimStatus,
)
from bole.org.graphql import UnitNode
from bole.roster.graphql import TalentNode

READ = Permission.INTRODUCTION_READ


@node(IntroductionCredit, allow=READ)
class IntroductionCreditNode:
    """引进数的一笔增减"""

    id: UUID
    quarter: str
    amount: Decimal
    recorded_on: date
    correction: bool
    why: str
    by_name: str


@node(IntroductionClaim, allow=READ)
class IntroductionClaimNode:
    """一项引进申报"""

    id: UUID
    talent_id: UUID
    talent_name: str
    unit_id: UUID
    arrived_on: date
    kind: ArrivalKind
    quarter: str
    note: str | None
    status: ClaimStatus
    allowed_steps: list[str] = steps(CLAIM_FLOW)
    share: Decimal
    claimed_by: str
    claimed_on: date
    withdrawn_reason: str | None
    unit: UnitNode
    talent: TalentNode | None
    credits: list[IntroductionCreditNode] = many(
        lambda c: [c.recorded_on.desc(), c.id.desc()], description="历次增减"
    )


@node(AttributionCase, allow=Permission.INTRODUCTION_DECIDE)
class AttributionCaseNode:
    """一件引进归属争议"""

    id: UUID
    talent_id: UUID
    talent_name: str
    period_from: date
    opened_on: date
    status: AttributionStatus
    allowed_steps: list[str] = steps(ATTRIBUTION_FLOW)
    outcome: AttributionOutcome | None
    reason: str | None
    decided_by: str | None
    decided_at: datetime | None
    suggested_id: UUID | None
    claims: list[IntroductionClaimNode] = many(lambda c: [c.arrived_on, c.id], description="各单位的申报")


extend(
    TalentNode,
    introduction_claims=(
        list[IntroductionClaimNode],
        many(lambda c: [c.arrived_on.desc(), c.id], description="引进申报"),
    ),
)


@strawberry.type(description="一个单位一个季度的引进数")
class UnitIntroductions:
    unit_id: UUID = strawberry.field(description="单位")
    unit: str = strawberry.field(description="单位名称")
    credited: Decimal = strawberry.field(description="计入数（含更正）")
    frozen: Decimal = strawberry.field(description="季度锁定时的数")
    pending: int = strawberry.field(description="待裁定的项数")


@strawberry.type(description="一个季度的引进数")
class Introductions:
    quarter: str = strawberry.field(description="季度")
    as_of: date = strawberry.field(description="为哪一日所知")
    locked: bool = strawberry.field(description="季度是否已锁定")
    total: Decimal = strawberry.field(description="合计")
    units: list[UnitIntroductions] = strawberry.field(description="各单位")


@strawberry.type
class IntroductionQuery:
    introduction_claims = read(service.introduction_claims, Page[IntroductionClaimNode])
    attribution_cases = read(service.attribution_cases, Page[AttributionCaseNode])
    introductions = read(service.introductions, Introductions)


@strawberry.type
class IntroductionMutation:
    claim_introduction = write(service.claim_introduction, IntroductionClaimNode)
    withdraw_introduction = write(service.withdraw_introduction, IntroductionClaimNode)
    decide_attribution = write(service.decide_attribution, AttributionCaseNode)
