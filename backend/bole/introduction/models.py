"""Claims, the disputes about them, and the ledger of what counts for whom in which quarter."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric, text
from sqlmodel import Field

from bole.core.ddl import EXTRA, append_only
from bole.core.faults import constraint
from bole.core.table import SELF, Scoped, Versioned, choice, link, moment
from bole.introduction.rules import (
    ATTRIBUTION_FLOW,
    CLAIM_FLOW,
    ArrivalKind,
    AttributionOutcome,
    AttributionStatus,
    ClaimStatus,
    SharesUneven,
)
from bole.org.models import Unit
from bole.roster.models import Talent

SHARE: Any = Numeric(5, 4)
QUARTER = "~ '^[0-9]{4}Q[1-4]$'"


class AttributionCase(Scoped, Versioned, table=True):
    """Two units or more for one person in one period, until the office says for whom it counts. `unit_path` is the
    city's own: the units hear of the outcome, each of its own claim."""

    __tablename__ = "attribution_case"
    __table_args__ = (
        CheckConstraint("(status = 'decided') = (outcome is not null)", name="decided_somehow"),
        CheckConstraint("(outcome is null) = (decided_at is null)", name="decided_has_a_time"),
        Index("attribution_case_talent_idx", "talent_id"),
        Index("attribution_case_open_idx", "opened_on", "id", postgresql_where=text("status = 'open'")),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}

    talent_id: UUID = Field(foreign_key="talent.id", description="人才")
    talent_name: str = Field(max_length=60, description="人才姓名")
    period_from: date = Field(description="期间起（首次到岗日）")
    opened_on: date = Field(description="立案日期")
    status: AttributionStatus = Field(
        default=ATTRIBUTION_FLOW.start, sa_type=choice(AttributionStatus), description="状态"
    )
    outcome: AttributionOutcome | None = Field(
        default=None, sa_type=choice(AttributionOutcome), description="裁定"
    )
    reason: str | None = Field(default=None, max_length=400, description="裁定理由")
    decided_by: str | None = Field(default=None, max_length=60, description="裁定人")
    decided_at: datetime | None = Field(default=None, sa_type=moment(), description="裁定时间")
    suggested_id: UUID | None = Field(default=None, description="按规则建议计给哪一项申报")

    talent: Talent = link(reverse="attribution_cases")
    claims: list["IntroductionClaim"] = link(back="case")


class IntroductionClaim(Scoped, Versioned, table=True):
    """A unit says that it brought a person in. `unit_path` is the claiming unit's."""

    __tablename__ = "introduction_claim"
    __table_args__ = (
        CheckConstraint("share between 0 and 1", name="share_in_range"),
        CheckConstraint("(status = 'credited') = (share > 0)", name="credited_has_a_share"),
        CheckConstraint("case_id is not null or share in (0, 1)", name="shared_by_decision"),
        CheckConstraint(f"quarter {QUARTER}", name="quarter_well_told"),
        CheckConstraint(
            "(status = 'withdrawn') = (withdrawn_reason is not null)", name="withdrawn_for_a_reason"
        ),
        Index("introduction_claim_talent_idx", "talent_id", "arrived_on"),
        Index("introduction_claim_unit_path_idx", "unit_path", "arrived_on", "id"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    __policies__: ClassVar[dict[str, str]] = {"talent": f"talent_id = {SELF}"}
    __grants__: ClassVar[dict[str, str]] = {"talent": "select"}

    talent_id: UUID = Field(foreign_key="talent.id", description="人才")
    talent_name: str = Field(max_length=60, description="人才姓名")
    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="申报单位")
    arrived_on: date = Field(description="到岗日期")
    kind: ArrivalKind = Field(sa_type=choice(ArrivalKind), description="引进方式")
    quarter: str = Field(max_length=6, description="计入哪个季度")
    note: str | None = Field(default=None, max_length=400, description="说明")
    status: ClaimStatus = Field(default=CLAIM_FLOW.start, sa_type=choice(ClaimStatus), description="状态")
    share: Decimal = Field(default=Decimal(1), sa_type=SHARE, description="份额")
    case_id: UUID | None = Field(
        default=None, foreign_key="attribution_case.id", index=True, description="归属争议"
    )
    claimed_by: str = Field(max_length=60, description="申报人")
    claimed_on: date = Field(description="申报日期")
    withdrawn_reason: str | None = Field(default=None, max_length=400, description="撤回理由")

    talent: Talent = link(reverse="introduction_claims")
    unit: Unit = link()
    case: AttributionCase = link(back="claims")
    credits: list["IntroductionCredit"] = link(back="claim")


class IntroductionCredit(Scoped, table=True):
    """What a claim counts, as a ledger: the figure of a quarter on any day is the sum of what was written by then.
    Append-only; a change after the quarter was frozen is marked 更正."""

    __tablename__ = "introduction_credit"
    __table_args__ = (
        CheckConstraint("amount <> 0 and amount between -1 and 1", name="changes_something"),
        CheckConstraint(f"quarter {QUARTER}", name="quarter_well_told"),
        Index("introduction_credit_quarter_idx", "quarter", "recorded_on"),
        Index("introduction_credit_claim_idx", "claim_id"),
    )
    __grants__: ClassVar[dict[str, str]] = {"staff": "select, insert", "system": "select, insert"}

    claim_id: UUID = Field(foreign_key="introduction_claim.id", description="哪项申报")
    unit_id: UUID = Field(foreign_key="unit.id", description="单位")
    quarter: str = Field(max_length=6, description="季度")
    amount: Decimal = Field(sa_type=SHARE, description="增减")
    recorded_on: date = Field(description="记账日期")
    correction: bool = Field(default=False, description="是否更正（季度已锁定）")
    why: str = Field(max_length=200, description="事由")
    by_name: str = Field(max_length=60, description="经办")

    claim: IntroductionClaim = link(back="credits")


append_only("introduction_credit")
constraint("attribution_shares_sum", SharesUneven)
EXTRA.extend(
    [
        """
create function attribution_shares() returns trigger language plpgsql as $$
declare told record;
begin
  select c.status, c.outcome, coalesce(sum(i.share), 0) as total into told
  from attribution_case c left join introduction_claim i on i.case_id = c.id
  where c.id = case tg_table_name when 'attribution_case' then new.id else
    (to_jsonb(new) ->> 'case_id')::uuid end
  group by c.id;
  if (told.status = 'decided' and told.total <> case told.outcome when 'none' then 0 else 1 end
    or told.status = 'open' and told.total <> 0) then
    raise exception 'shares sum to %', told.total using errcode = 'check_violation', constraint = 'attribution_shares_sum';
  end if;
  return null;
end $$""",
        *(
            f"create constraint trigger {table}_shares after insert or update on {table}"
            " deferrable initially deferred for each row execute function attribution_shares()"
            for table in ("attribution_case", "introduction_claim")
        ),
    ]
)
