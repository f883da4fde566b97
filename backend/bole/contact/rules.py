"""四问服务法: who contacts whom, how often, and what follows from each of the four questions. No I/O."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from bole.contact.asked_rules import says_nothing, told
from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word
from bole.org.rules import LeaderLevel
from bole.roster.proposal_rules import PROPOSABLE, SEALED
from bole.roster.rules import PRESENT, TALENT_FLOW, TalentStatus

# What things can be -------------------------------------------------------------------------------


class AssignmentStatus(Word):
    """联系安排的状态：有效、待接续（领导离任，人才办代管）、结束。"""

    ACTIVE = "active"
    PENDING = "pending"
    ENDED = "ended"


class LogStatus(Word):
    """联系记录的状态：计划、待补记、已记录、待审、已归档、取消。"""

    PLANNED = "planned"
    LAPSED = "lapsed"
    RECORDED = "recorded"
    REVIEW = "review"
    ARCHIVED = "archived"
    CANCELLED = "cancelled"


class NeedStatus(Word):
    """需求的状态：登记、分办、办理中、待本人确认、办结、退回。"""

    REGISTERED = "registered"
    ROUTED = "routed"
    IN_HAND = "in_hand"
    TO_CONFIRM = "to_confirm"
    SETTLED = "settled"
    RETURNED = "returned"


class SuggestionStatus(Word):
    """建议的答复：未答复、采纳、部分采纳、不采纳。"""

    OPEN = "open"
    ADOPTED = "adopted"
    PARTLY = "partly"
    DECLINED = "declined"


class ContactMode(Word):
    """联系方式：走访、座谈、电话、节日慰问、线上、其他。"""

    VISIT = "visit"
    MEETING = "meeting"
    PHONE = "phone"
    FESTIVAL = "festival"
    ONLINE = "online"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {
            "visit": "走访",
            "meeting": "座谈",
            "phone": "电话",
            "festival": "节日慰问",
            "online": "线上",
            "other": "其他",
        }[self.value]


class Confidentiality(Word):
    """公开范围：可向本人公开、内部、限制（凭权限查看）。"""

    OPEN = "open"
    INTERNAL = "internal"
    RESTRICTED = "restricted"

    @property
    def label(self) -> str:
        return {"open": "可向本人公开", "internal": "内部", "restricted": "限制"}[self.value]


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

STANDING = (AssignmentStatus.ACTIVE, AssignmentStatus.PENDING)
"""An assignment that somebody answers for, be it only the 人才办 in the interim."""

DONE = (LogStatus.RECORDED, LogStatus.REVIEW, LogStatus.ARCHIVED)
"""A contact that took place and was written down."""

NEED_RUNNING = (NeedStatus.ROUTED, NeedStatus.IN_HAND)
"""A need whose working days are being counted."""

# Refusals -----------------------------------------------------------------------------------------


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


class EmptyNeed(Refusal):
    """没有写明需求。请写明需要什么帮助。"""

    status = 422


class UnknownNeedKind(Refusal):
    """需求类别“{kind}”不在目录中。可选：{known}。"""

    status = 422


class TooLateToEdit(Refusal):
    """联系记录在 {until} 之后不能修改。确需更正的，请另记一条补充说明。"""


class NoHolder(Refusal):
    """“{post}”目前无人任职，不能接续。请先登记任职。"""


class OwnPostOnly(Refusal):
    """只能以本人岗位的名义记录。如需代记，请由联络员办理。"""

    status = 403


class TalentNotInService(Refusal):
    """这位人才目前为“{status}”，不再安排联系。"""


class NotALeader(Refusal):
    """“{post}”不是领导岗位，不能安排联系人才。请选择市、部门或县区领导岗位。"""

    status = 422


class NotTheSamePerson(Refusal):
    """“{post}”现任职者不是{leader}，不能随人联系。请选择{leader}的新岗位，或改为移交。"""

    status = 422


class HandoverClosed(Refusal):
    """这项接续已于 {on} 办结（{outcome}），不必再办。"""


class SectionInUse(Refusal):
    """“{section}”已据此登记{what}，不能清空。可以改写，或另记一条补充说明。"""


class NotTheHandler(Refusal):
    """这项需求由“{unit}”办理，您不能代为受理、退回或报办结。"""

    status = 403


class NotForTheHandler(Refusal):
    """办结须由人才本人、联系领导或人才所在地人才办确认，办理单位不能自行确认。"""

    status = 403


# Checks -------------------------------------------------------------------------------------------


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


def check_served(status: TalentStatus) -> None:
    if status not in PRESENT:
        raise TalentNotInService(status=TALENT_FLOW.labels[status])


def check_on_record(status: TalentStatus) -> None:
    """A visit may be written up after the talent has left; a closed record is somebody else's by now."""
    if status is TalentStatus.CLOSED:
        raise TalentNotInService(status=TALENT_FLOW.labels[status])


def change_words(field: str, value: str) -> str:
    """A change as the record of the visit tells it; the number itself stands in the proposal, sealed."""
    label = PROPOSABLE.get(field, field)
    return f"{label}有变动" if field in SEALED else f"{label}：{value}"


def leader_level(post: str, level: LeaderLevel | None) -> LeaderLevel:
    """Refuses (NotALeader) a post that is none of a leader."""
    if level is None:
        raise NotALeader(post=post, field="postId")
    return level


def check_need(content: str) -> None:
    """“暂无” is no need."""
    if says_nothing(content):
        raise EmptyNeed(field="content")


def check_need_kind(kind: str, known: Mapping[str, str]) -> None:
    if kind not in known:
        raise UnknownNeedKind(kind=kind, known="、".join(known), field="kind")


def rate(part: int, whole: int) -> float | None:
    """A share to four places; of nobody there is none, and none is not nought."""
    return round(part / whole, 4) if whole else None


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
