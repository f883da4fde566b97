"""四问服务法: who contacts whom, how often, and what follows from each of the four questions. No I/O."""

import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bole.core.errors import Refusal
from bole.core.flow import Flow, step

# What things can be -------------------------------------------------------------------------------


class AssignmentStatus(StrEnum):
    ACTIVE = "active"
    PENDING = "pending"
    ENDED = "ended"


class LogStatus(StrEnum):
    PLANNED = "planned"
    LAPSED = "lapsed"
    RECORDED = "recorded"
    REVIEW = "review"
    ARCHIVED = "archived"
    CANCELLED = "cancelled"


class NeedStatus(StrEnum):
    REGISTERED = "registered"
    ROUTED = "routed"
    IN_HAND = "in_hand"
    TO_CONFIRM = "to_confirm"
    SETTLED = "settled"
    RETURNED = "returned"


class SuggestionStatus(StrEnum):
    OPEN = "open"
    ADOPTED = "adopted"
    PARTLY = "partly"
    DECLINED = "declined"


class ChangeStatus(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class ContactMode(StrEnum):
    VISIT = "visit"
    MEETING = "meeting"
    PHONE = "phone"
    FESTIVAL = "festival"
    ONLINE = "online"
    OTHER = "other"


class Confidentiality(StrEnum):
    """OPEN: the talent may read it too. INTERNAL: staff and leaders. RESTRICTED: by permission only."""

    OPEN = "open"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


class Section(StrEnum):
    """The four questions."""

    GREETING = "greeting"
    CONDITION = "condition"
    NEED = "need"
    ADVICE = "advice"


MODE_LABELS = {
    ContactMode.VISIT: "走访",
    ContactMode.MEETING: "座谈",
    ContactMode.PHONE: "电话",
    ContactMode.FESTIVAL: "节日慰问",
    ContactMode.ONLINE: "线上",
    ContactMode.OTHER: "其他",
}
SECTION_LABELS = {
    Section.GREETING: "问候",
    Section.CONDITION: "问情",
    Section.NEED: "问需",
    Section.ADVICE: "问策",
}

# How they move ------------------------------------------------------------------------------------

ASSIGNMENT_FLOW = Flow(
    "contact_assignment",
    AssignmentStatus.ACTIVE,
    {
        AssignmentStatus.ACTIVE: "有效",
        AssignmentStatus.PENDING: "待接续",
        AssignmentStatus.ENDED: "结束",
    },
    step("vacate", AssignmentStatus.ACTIVE, AssignmentStatus.PENDING, "转待接续"),
    step("take_over", AssignmentStatus.PENDING, AssignmentStatus.ACTIVE, "接续"),
    step("end", {AssignmentStatus.ACTIVE, AssignmentStatus.PENDING}, AssignmentStatus.ENDED, "结束"),
)

LOG_FLOW = Flow(
    "contact_log",
    LogStatus.PLANNED,
    {
        LogStatus.PLANNED: "计划",
        LogStatus.LAPSED: "待补记",
        LogStatus.RECORDED: "已记录",
        LogStatus.REVIEW: "待审",
        LogStatus.ARCHIVED: "已归档",
        LogStatus.CANCELLED: "取消",
    },
    step("lapse", LogStatus.PLANNED, LogStatus.LAPSED, "到期未记"),
    step("record", {LogStatus.PLANNED, LogStatus.LAPSED}, LogStatus.RECORDED, "记录"),
    step("submit", LogStatus.RECORDED, LogStatus.REVIEW, "送审"),
    step("hand_back", LogStatus.REVIEW, LogStatus.RECORDED, "退改"),
    step("archive", {LogStatus.RECORDED, LogStatus.REVIEW}, LogStatus.ARCHIVED, "归档"),
    step("cancel", {LogStatus.PLANNED, LogStatus.LAPSED}, LogStatus.CANCELLED, "取消"),
)

NEED_FLOW = Flow(
    "need",
    NeedStatus.REGISTERED,
    {
        NeedStatus.REGISTERED: "登记",
        NeedStatus.ROUTED: "分办",
        NeedStatus.IN_HAND: "办理中",
        NeedStatus.TO_CONFIRM: "待确认",
        NeedStatus.SETTLED: "办结",
        NeedStatus.RETURNED: "退回",
    },
    step("route", {NeedStatus.REGISTERED, NeedStatus.RETURNED}, NeedStatus.ROUTED, "分办"),
    step("accept", NeedStatus.ROUTED, NeedStatus.IN_HAND, "受理"),
    step("decline", NeedStatus.ROUTED, NeedStatus.RETURNED, "不属本单位，退回"),
    step("finish", NeedStatus.IN_HAND, NeedStatus.TO_CONFIRM, "报办结"),
    step("confirm", NeedStatus.TO_CONFIRM, NeedStatus.SETTLED, "确认办结"),
    step("send_back", NeedStatus.TO_CONFIRM, NeedStatus.RETURNED, "不满意，退回重办"),
)

SUGGESTION_FLOW = Flow(
    "suggestion",
    SuggestionStatus.OPEN,
    {
        SuggestionStatus.OPEN: "登记",
        SuggestionStatus.ADOPTED: "采纳",
        SuggestionStatus.PARTLY: "部分采纳",
        SuggestionStatus.DECLINED: "不采纳",
    },
    step("adopt", SuggestionStatus.OPEN, SuggestionStatus.ADOPTED, "采纳"),
    step("adopt_partly", SuggestionStatus.OPEN, SuggestionStatus.PARTLY, "部分采纳"),
    step("decline", SuggestionStatus.OPEN, SuggestionStatus.DECLINED, "不采纳"),
)

CHANGE_FLOW = Flow(
    "proposed_change",
    ChangeStatus.PROPOSED,
    {
        ChangeStatus.PROPOSED: "待确认",
        ChangeStatus.ACCEPTED: "已采用",
        ChangeStatus.REJECTED: "未采用",
    },
    step("accept", ChangeStatus.PROPOSED, ChangeStatus.ACCEPTED, "采用"),
    step("reject", ChangeStatus.PROPOSED, ChangeStatus.REJECTED, "不采用"),
)

STANDING = (AssignmentStatus.ACTIVE, AssignmentStatus.PENDING)
"""An assignment that somebody answers for, be it only the 人才办 in the interim."""

# Refusals -----------------------------------------------------------------------------------------


class EmptyContact(Refusal):
    """问候、问情、问需、问策四栏均无内容，不能计为四问。请至少如实填写一栏；没有去成的走访请取消计划。"""

    status = 422


class ContactInFuture(Refusal):
    """联系日期 {day} 晚于今天。尚未进行的联系请登记为计划。"""

    status = 422


class PlanInPast(Refusal):
    """计划日期 {day} 早于今天。已经进行的联系请直接记录。"""

    status = 422


class AlreadyAssigned(Refusal):
    """“{post}”已在联系这位人才，不必重复安排。"""


class NotAssigned(Refusal):
    """“{post}”没有联系这位人才的有效安排，不能记录四问。请人才办先作安排。"""


class PossibleKinship(Refusal):
    """{leader}与这位人才登记的亲属（{relation}）同名，可能需要回避。请核实；确认无须回避的，填写核实情况后再提交。"""


class ContactNotDue(Refusal):
    """目录没有规定“{level}”人才的联系频次。请在联系频次目录中补充后再安排。"""


class UnknownNeedKind(Refusal):
    """需求类别“{kind}”不在目录中。可选：{known}。"""

    status = 422


class FieldNotProposable(Refusal):
    """“{name}”不能由联系记录更正，可更正：{known}。其他情况请写入“问情”，由数据责任人核实。"""

    status = 422


class TooLateToEdit(Refusal):
    """联系记录在 {until} 之后不能修改。确需更正的，请另记一条补充说明。"""


class NoHolder(Refusal):
    """“{post}”目前无人任职，不能接续。请先登记任职。"""


class NotYours(Refusal):
    """只能以本人岗位的名义记录。如需代记，请由联络员办理。"""

    status = 403


class TalentNotInService(Refusal):
    """这位人才目前为“{status}”，不再安排联系。"""


class NotWhole(Refusal):
    """移交须逐一说明去向：还有 {left} 项安排没有写明由谁接续。"""

    status = 422


# 四问 ---------------------------------------------------------------------------------------------

_NOTHING = frozenset(
    quiet + what
    for quiet in ("无", "暂无", "没有", "暂没有")
    for what in ("", "需求", "建议", "变化", "事项", "其他")
)
"""Answers that say the question was asked and brought up nothing."""


def told(text: str | None) -> str | None:
    """What was written, tidied; None for an empty box."""
    kept = (text or "").strip()
    return kept or None


def says_nothing(text: str | None) -> bool:
    """An empty box, or “暂无。”: asked perhaps, but nothing follows from it."""
    letters = "".join(c for c in text or "" if unicodedata.category(c)[0] not in "PZC")
    return not letters or letters in _NOTHING


@dataclass(frozen=True)
class FourAsked:
    """The four sections of one contact, as written."""

    greeting: str | None = None
    condition: str | None = None
    need: str | None = None
    advice: str | None = None

    @property
    def texts(self) -> dict[Section, str | None]:
        return {
            Section.GREETING: told(self.greeting),
            Section.CONDITION: told(self.condition),
            Section.NEED: told(self.need),
            Section.ADVICE: told(self.advice),
        }

    @property
    def follows(self) -> frozenset[Section]:
        """Sections with a consequence of their own. 问候 has none: it only counts as contact."""
        return frozenset(
            s for s, text in self.texts.items() if s is not Section.GREETING and not says_nothing(text)
        )


def check_contact(asked: FourAsked, *, has_items: bool = False) -> None:
    """A visit of which nothing was written is no 四问."""
    if not has_items and all(says_nothing(text) for text in asked.texts.values()):
        raise EmptyContact(field="greeting")


def check_day(occurred_on: date, *, today: date) -> None:
    if occurred_on > today:
        raise ContactInFuture(day=occurred_on.isoformat(), field="occurredOn")


def check_plan(planned_on: date, *, today: date) -> None:
    if planned_on < today:
        raise PlanInPast(day=planned_on.isoformat(), field="plannedOn")


def check_editable(recorded_on: date, *, days: int, today: date) -> None:
    """A record may be put right for some days; after that it is history, and history is added to."""
    until = recorded_on + timedelta(days=days)
    if today > until:
        raise TooLateToEdit(until=until.isoformat())


def check_need_kind(kind: str, known: Mapping[str, str]) -> None:
    if kind not in known:
        raise UnknownNeedKind(kind=kind, known="、".join(known), field="kind")


# Cadence ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cadence:
    """How often a post owes a talent a contact.

    `aligned`: once in every calendar period of `months` months, due on its last day (每季度一次);
    otherwise at the latest `months` months after the last contact.
    """

    months: int
    aligned: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.months <= 24 or (self.aligned and 12 % self.months):
            raise ValueError(f"{self.months} 个月不能作为按自然周期联系的间隔")


def period_end(day: date, months: int) -> date:
    """The last day of the calendar period of `months` months, counted from January, that `day` lies in."""
    last = ((day.month - 1) // months + 1) * months
    return date(day.year, last, monthrange(day.year, last)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def first_due(cadence: Cadence, start: date, *, settle_days: int) -> date:
    """When a new assignment owes its first contact: nobody is late in the week they were asked to begin."""
    if cadence.aligned:
        return period_end(start + timedelta(days=settle_days), cadence.months)
    return add_months(start, cadence.months)


def next_due(cadence: Cadence, *, last: date | None, first: date) -> date:
    """When the next contact is due: by the post's last contact, whoever held the post then."""
    if last is None:
        return first
    if cadence.aligned:
        return period_end(period_end(last, cadence.months) + timedelta(days=1), cadence.months)
    return add_months(last, cadence.months)


# Recusal ------------------------------------------------------------------------------------------


def check_kinship(leader: str, relatives: Iterable[tuple[str, str]], *, checked: str | None) -> None:
    """Warns when a leader would look after a relative; goes on only with a word of who checked and how.

    `relatives`: name and relation of the talent's family as registered.
    """
    if told(checked):
        return
    for name, relation in relatives:
        if same_name(name, leader):
            raise PossibleKinship(leader=leader, relation=relation, field="kinshipChecked")


def same_name(a: str, b: str) -> bool:
    return _bare(a) == _bare(b) != ""


def _bare(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).replace("·", "").casefold()
