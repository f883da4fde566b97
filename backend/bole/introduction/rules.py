"""Who brought a person in: one person counts once in a period. No I/O: values in, decisions out."""

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word

WHOLE: Final = Decimal(1)
NOTHING: Final = Decimal(0)
FINEST: Final = Decimal("0.0001")


class ArrivalKind(Word):
    """引进方式"""

    FULL = "full"
    FLEXIBLE = "flexible"

    @property
    def label(self) -> str:
        return {"full": "全职引进", "flexible": "柔性引进"}[self.value]


class ClaimStatus(Word):
    """一项引进申报的状态"""

    CREDITED = "credited"
    CONTESTED = "contested"
    NOT_CREDITED = "not_credited"
    WITHDRAWN = "withdrawn"


_C = ClaimStatus
CLAIM_FLOW: Flow[ClaimStatus] = Flow(
    "introduction_claim",
    _C.CREDITED,
    {_C.CREDITED: "已计入", _C.CONTESTED: "待裁定", _C.NOT_CREDITED: "不计", _C.WITHDRAWN: "已撤回"},
    step("contest", (_C.CREDITED, _C.NOT_CREDITED), _C.CONTESTED, "转为待裁定"),
    step("credit", (_C.CONTESTED, _C.NOT_CREDITED), _C.CREDITED, "计入"),
    step("refuse", _C.CONTESTED, _C.NOT_CREDITED, "不计"),
    step("withdraw", (_C.CREDITED, _C.CONTESTED, _C.NOT_CREDITED), _C.WITHDRAWN, "撤回"),
)


class AttributionStatus(Word):
    """归属争议的状态"""

    OPEN = "open"
    DECIDED = "decided"
    VOID = "void"


ATTRIBUTION_FLOW: Flow[AttributionStatus] = Flow(
    "attribution_case",
    AttributionStatus.OPEN,
    {
        AttributionStatus.OPEN: "待裁定",
        AttributionStatus.DECIDED: "已裁定",
        AttributionStatus.VOID: "不再争议",
    },
    step("decide", AttributionStatus.OPEN, AttributionStatus.DECIDED, "裁定"),
    step("reopen", AttributionStatus.DECIDED, AttributionStatus.OPEN, "有新申报，重新裁定"),
    step("drop", {AttributionStatus.OPEN, AttributionStatus.DECIDED}, AttributionStatus.VOID, "不再争议"),
)


class AttributionOutcome(Word):
    """归属争议的裁定"""

    ONE = "one"
    SHARED = "shared"
    NONE = "none"

    @property
    def label(self) -> str:
        return {"one": "计给一个单位", "shared": "由几个单位分享", "none": "都不计"}[self.value]


class AlreadyClaimed(Refusal):
    """“{unit}”已申报引进此人（{arrived_on} 到岗），{months} 个月内不重复申报。如日期有误，请撤回原申报后重新申报。"""


class NotCounted(Refusal):
    """按现行规则，“{kind}”不计入引进。请核对引进方式。"""

    status = 422


class ArrivalAhead(Refusal):
    """到岗日期 {day} 在今天之后。请在到岗后申报。"""

    status = 422


class SharesNotOne(Refusal):
    """各单位的份额之和须为 1，现为 {total}。请调整份额。"""

    status = 422


class SharesUneven(Refusal):
    """各单位的份额之和须为 1（都不计的为 0）。请调整份额后再提交。"""

    status = 422


class SharesUnlikeOutcome(Refusal):
    """份额与裁定不一致：{why}。请调整。"""

    status = 422


class SharingNotAllowed(Refusal):
    """按现行规则，引进只计给一个单位，不分享。请选择一个单位，或都不计。"""


class CaseSettled(Refusal):
    """这一归属争议已由 {by} 裁定（{status}）。请刷新后查看。"""


@dataclass(frozen=True)
class Told:
    """A standing claim, as far as it is compared."""

    id: UUID
    unit_id: UUID
    arrived_on: date


def months_later(day: date, months: int) -> date:
    """The same day so many months on; the last of a month where there is none."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def periods(claims: Iterable[Told], *, months: int) -> list[list[Told]]:
    """Claims of one person, grouped by period: each begins with its first arrival and lasts so many months (its
    last day excluded)."""
    groups: list[list[Told]] = []
    for claim in sorted(claims, key=lambda c: (c.arrived_on, c.id)):
        if groups and claim.arrived_on < months_later(groups[-1][0].arrived_on, months):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return groups


def contested(group: Sequence[Told]) -> bool:
    """Two units for one person."""
    return len({c.unit_id for c in group}) > 1


def check_shares(outcome: AttributionOutcome, shares: Mapping[UUID, Decimal], *, sharing: bool) -> None:
    """One has all, several have parts that sum to one, or nobody has any."""
    given = [s for s in shares.values() if s > 0]
    if any(s < 0 or s > 1 or s != s.quantize(FINEST) for s in shares.values()):
        raise SharesUnlikeOutcome(why="每份须在 0 与 1 之间，最多四位小数", field="shares")
    if outcome is AttributionOutcome.NONE:
        if given:
            raise SharesUnlikeOutcome(why="都不计的，份额须为 0", field="shares")
        return
    if outcome is AttributionOutcome.SHARED and not sharing:
        raise SharingNotAllowed(field="outcome")
    if sum(given, NOTHING) != WHOLE:
        raise SharesNotOne(total=str(sum(given, NOTHING)), field="shares")
    if outcome is AttributionOutcome.ONE and len(given) != 1:
        raise SharesUnlikeOutcome(why="计给一个单位的，只有一个单位有份额", field="shares")
    if outcome is AttributionOutcome.SHARED and len(given) < 2:
        raise SharesUnlikeOutcome(why="分享的，至少两个单位有份额", field="shares")
