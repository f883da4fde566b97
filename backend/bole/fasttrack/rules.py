"""一事一议: what a case may do next, and what must hold before it does. No I/O: values in, decisions out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from bole.core.calendar import Pause
from bole.core.errors import Refusal
from bole.core.pauses import PauseLedger
from bole.fasttrack.flow_rules import (
    AFTER_DECISION,
    BEFORE_DECISION,
    CASE_FLOW,
    COUNTERSIGN_FLOW,
    MEASURE_FLOW,
    ON_THE_CLOCK,
    OPEN,
    CaseStatus,
    CountersignStatus,
    MeasureStatus,
    Opinion,
    Outcome,
    PartyRole,
)

LONGEST_PLAN = 100


class NotYourCase(Refusal):
    """这一步由{unit}办理，您单位不能代办。请联系{unit}。"""

    status = 403


class NoUnitToOpenFor(Refusal):
    """您的账号不在任何单位的岗位上，不能发起一事一议。请以单位经办岗位登录。"""

    status = 403


class NotATalentOffice(Refusal):
    """“{unit}”不是人才办，不能牵头一事一议。请选择人才办。"""

    status = 422


class LevelNotFastTracked(Refusal):
    """“{level}”没有现行的一事一议时限规定。请核对层次，或请人才办先在目录中发布。"""


class CaseIsPaused(Refusal):
    """案件自 {since} 起暂停（{reason}），不能“{step}”。请先恢复计时。"""


class NotYetAccepted(Refusal):
    """案件尚未受理，还没有起算。受理后即可查看期限如何计算。"""


class NotOnTheClock(Refusal):
    """案件当前为“{state}”，不在计时，不能暂停或恢复。"""


class CaseNotPaused(Refusal):
    """案件没有暂停，无需恢复。"""


class PauseNeedsAnEnd(Refusal):
    """预计恢复日 {day} 须晚于暂停日 {today}。请按补正或等待所需时间填写。"""

    status = 422


class PlanIsEmpty(Refusal):
    """服务方案还没有措施，不能送审。请先列出措施、责任单位和时限。"""


class PlanTooLong(Refusal):
    """一份方案最多 {limit} 项措施。请合并同类措施。"""

    status = 422


class NotInThePlan(Refusal):
    """措施编号不属于本案，或写了两次。请刷新方案后再改。"""

    status = 422


class MeasureSettled(Refusal):
    """第 {at} 项措施已是“{state}”，不能再改。请另列一项。"""


class DueInThePast(Refusal):
    """第 {at} 项措施的完成时限 {day} 不晚于今天。请改为以后的日期。"""

    status = 422


class NoSuchMeasureKind(Refusal):
    """措施类别“{kind}”不在受理时的规定内。可选：{known}。"""

    status = 422


class AmountMissing(Refusal):
    """“{kind}”是资金类措施，须填金额；其他措施不填金额。请改正第 {at} 项。"""

    status = 422


class NobodyToAsk(Refusal):
    """没有选择会签单位。请至少选择一个部门。"""

    status = 422


class AskedTwice(Refusal):
    """{unit}已在会签中，不能重复发送。请等它答复，或先修改方案。"""


class CountersignsOutstanding(Refusal):
    """还有 {count} 个部门未会签：{units}。请催办，或等全部答复后再继续。"""


class DisagreementStands(Refusal):
    """{units}不同意。请协调后重新会签，或修改方案。"""


class WordsNeeded(Refusal):
    """“{what}”不能为空。请写明后再提交。"""

    status = 422


class TooManyWords(Refusal):
    """“{what}”有 {count} 个字，最多 {most} 个字。请精简，或把细节写进附件。"""

    status = 422


class Recused(Refusal):
    """您已在本案回避，不能会签、审定或代办。请由{deputy}办理。"""

    status = 403


class NotTheDeputy(Refusal):
    """本件因回避由{deputy}会签，您不能代签。"""

    status = 403


class DeputyElsewhere(Refusal):
    """“{post}”不是本单位的其他岗位，不能代为会签。请选择本单位未回避人员的岗位。"""

    status = 422


class VoteImpossible(Refusal):
    """票数不合：应邀 {invited}、回避 {recused}、到会 {present}、同意 {agree}。同意、到会、应到须依次不减。"""

    status = 422


class NoQuorum(Refusal):
    """到会 {present} 人，不足应到 {invited} 人的 {quorum} 或不足 {fewest} 人，论证无效。请补邀专家。"""


class VoteMissing(Refusal):
    """本案须经专家论证{had}。请先登记通过的论证结果，或修改方案。"""


class NotTheDecider(Refusal):
    """本案报请{decider}审定，您不能代为决定。"""

    status = 403


class MeasureAwaitsAssessment(Refusal):
    """“{measure}”须评估合格后才能落实。请先登记评估结果。"""


class MeasuresUnfinished(Refusal):
    """还有 {count} 项措施未落实，不能结案。请先落实，或说明理由后取消。"""


@dataclass(frozen=True)
class Vote:
    """What the expert panel counted."""

    invited: int
    recused: int
    present: int
    agree: int

    def passed(self, majority: Fraction) -> bool:
        return Fraction(self.agree, self.present) >= majority


def check_vote(vote: Vote, *, quorum: Fraction, fewest: int) -> None:
    """Refuses numbers that cannot be, and a panel too small to speak."""
    eligible = vote.invited - vote.recused
    sane = 0 <= vote.agree <= vote.present <= eligible and vote.recused >= 0 and vote.invited > 0
    if not sane:
        raise VoteImpossible(
            invited=vote.invited, recused=vote.recused, present=vote.present, agree=vote.agree
        )
    if vote.present < fewest or vote.present == 0 or Fraction(vote.present, eligible) < quorum:
        raise NoQuorum(present=vote.present, invited=eligible, quorum=str(quorum), fewest=fewest)


@dataclass(frozen=True)
class Answer:
    """The latest word of one department."""

    unit: str
    status: CountersignStatus
    opinion: Opinion | None


def check_countersigned(answers: Iterable[Answer]) -> None:
    """All asked have answered, and none disagrees."""
    answers = [a for a in answers if a.status in (CountersignStatus.PENDING, CountersignStatus.ANSWERED)]
    waiting = [a.unit for a in answers if a.status is CountersignStatus.PENDING]
    if waiting:
        raise CountersignsOutstanding(count=len(waiting), units="、".join(waiting))
    against = [a.unit for a in answers if a.opinion is Opinion.DISAGREE]
    if against:
        raise DisagreementStands(units="、".join(against))
    if not answers:
        raise NobodyToAsk()


def check_opinion(opinion: Opinion, reason: str | None) -> None:
    """Whoever does not simply agree says why."""
    if opinion is not Opinion.AGREE and not (reason or "").strip():
        raise WordsNeeded(what=opinion.label, field="reason")


def check_experts(*, required: bool, consulted: bool, passed: bool | None) -> None:
    """`passed`: the latest vote, None where there was none. Who asked the experts waits for their word."""
    if (required or consulted) and not passed:
        raise VoteMissing(had="" if passed is None else "，最近一次论证未通过")


def check_amount(*, name: str, money: bool, amount: Decimal | None, at: int) -> None:
    if money is (amount is None):
        raise AmountMissing(kind=name, at=at, field=f"measures.{at - 1}.amount")


def check_plan(given: Collection[UUID], known: Collection[UUID], size: int) -> None:
    """A plan names its own measures only, and is neither empty nor endless."""
    if not size:
        raise PlanIsEmpty(field="measures")
    if size > LONGEST_PLAN:
        raise PlanTooLong(limit=LONGEST_PLAN, field="measures")
    if not set(given) <= set(known) or len(set(given)) < len(given):
        raise NotInThePlan(field="measures")


def in_order(kept: Collection[int], used: Collection[int], size: int) -> list[int]:
    """The ordinals of a plan of this size, ascending: those of what is kept, then ones never used before."""
    last = max(used, default=0)
    return [*sorted(kept), *range(last + 1, last + 1 + size - len(kept))]


def check_planned(status: MeasureStatus, at: int) -> None:
    if status is not MeasureStatus.PLANNED:
        raise MeasureSettled(at=at, state=status.label, field=f"measures.{at - 1}.id")


def check_due(due_on: date, *, today: date, at: int) -> None:
    if due_on <= today:
        raise DueInThePast(at=at, day=due_on.isoformat(), field=f"measures.{at - 1}.dueOn")


def check_askable(measures: int, units: int) -> None:
    if not units:
        raise NobodyToAsk(field="unitIds")
    if not measures:
        raise PlanIsEmpty()


def check_running(clock: PauseLedger | None, step_label: str) -> None:
    """A paused case takes no step forwards."""
    pause = clock.open_pause if clock is not None else None
    if pause is not None:
        raise CaseIsPaused(since=pause.paused_on.isoformat(), reason=pause.reason, step=step_label)


def check_pause(status: CaseStatus, *, today: date, expected_end: date) -> None:
    if status not in ON_THE_CLOCK:
        raise NotOnTheClock(state=status.label)
    if expected_end <= today:
        raise PauseNeedsAnEnd(day=expected_end.isoformat(), today=today.isoformat(), field="expectedEnd")


def check_finished(statuses: Sequence[MeasureStatus]) -> None:
    left = [s for s in statuses if s not in (MeasureStatus.DONE, MeasureStatus.DROPPED)]
    if left:
        raise MeasuresUnfinished(count=len(left))


def check_new(unit: str, status: CountersignStatus | None) -> None:
    """A department that is still being asked is not asked again."""
    if status is CountersignStatus.PENDING:
        raise AskedTwice(unit=unit)


def clock_from(asked_on: date, budget: int, pauses: Collection[Pause]) -> PauseLedger:
    """A part's own clock (a countersign's): it stands still whenever the case's does after it began."""
    return PauseLedger(asked_on, budget, tuple(p for p in pauses if p.paused_on >= asked_on))


def told(words: str, what: str, field: str, most: int = 500) -> str:
    """The words without blanks around them; refuses none at all, and more than `most`."""
    kept = noted(words, what, field, most)
    if kept is None:
        raise WordsNeeded(what=what, field=field)
    return kept


def noted(words: str | None, what: str = "说明", field: str = "note", most: int = 500) -> str | None:
    """The same for what may be left out."""
    kept = (words or "").strip()
    if len(kept) > most:
        raise TooManyWords(what=what, count=len(kept), most=most, field=field)
    return kept or None


def case_number(year: int, ordinal: int) -> str:
    return f"FT-{year}-{ordinal:02d}"


__all__ = [
    "AFTER_DECISION",
    "BEFORE_DECISION",
    "CASE_FLOW",
    "COUNTERSIGN_FLOW",
    "MEASURE_FLOW",
    "ON_THE_CLOCK",
    "OPEN",
    "CaseStatus",
    "CountersignStatus",
    "MeasureStatus",
    "Opinion",
    "Outcome",
    "PartyRole",
]
