"""Requests of the person, erasure, notices to partners, and what the auditor looks at. No I/O."""

from datetime import date
from typing import Final

from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word


class RequestKind(Word):
    """本人可提出的请求"""

    COPY = "copy"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    ERASE = "erase"
    EXPLAIN = "explain"

    @property
    def label(self) -> str:
        words = {"copy": "查阅复制", "correct": "更正补充", "withdraw": "撤回同意"}
        return {**words, "erase": "删除", "explain": "解释说明"}[self.value]


class Asker(Word):
    """由谁提出"""

    PERSON = "person"
    RELATIVE = "relative"
    AGENT = "agent"

    @property
    def label(self) -> str:
        return {"person": "本人", "relative": "近亲属", "agent": "代理人"}[self.value]


class RequestStatus(Word):
    """个人信息请求的状态"""

    RAISED = "raised"
    IN_HAND = "in_hand"
    ERASING = "erasing"
    ANSWERED = "answered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


_R = RequestStatus
OPEN: Final = (_R.RAISED, _R.IN_HAND, _R.ERASING)
REQUEST_FLOW: Flow[RequestStatus] = Flow(
    "data_request",
    _R.RAISED,
    {
        _R.RAISED: "待受理",
        _R.IN_HAND: "办理中",
        _R.ERASING: "删除中",
        _R.ANSWERED: "已答复",
        _R.REFUSED: "不予办理",
        _R.WITHDRAWN: "已撤回",
    },
    step("accept", _R.RAISED, _R.IN_HAND, "受理"),
    step("answer", (_R.RAISED, _R.IN_HAND), _R.ANSWERED, "答复"),
    step("erase", _R.IN_HAND, _R.ERASING, "执行删除"),
    step("erased", _R.ERASING, _R.ANSWERED, "删除完成"),
    step("refuse", (_R.RAISED, _R.IN_HAND), _R.REFUSED, "不予办理"),
    step("withdraw", (_R.RAISED, _R.IN_HAND), _R.WITHDRAWN, "撤回"),
)


class NoticeReason(Word):
    """为何通知伙伴单位删除"""

    ERASED = "erased"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {"erased": "本人资料已删除", "withdrawn": "本人撤回同意"}[self.value]


class NoticeStatus(Word):
    """删除通知的状态"""

    WAITING = "waiting"
    FETCHED = "fetched"
    ACKNOWLEDGED = "acknowledged"


_N = NoticeStatus
NOTICE_FLOW: Flow[NoticeStatus] = Flow(
    "deletion_notice",
    _N.WAITING,
    {_N.WAITING: "待领取", _N.FETCHED: "已领取", _N.ACKNOWLEDGED: "已回执"},
    step("fetch", (_N.WAITING, _N.FETCHED), _N.FETCHED, "领取"),
    step("acknowledge", (_N.WAITING, _N.FETCHED), _N.ACKNOWLEDGED, "回执"),
)


class AnomalyStatus(Word):
    """访问异常的复核"""

    OPEN = "open"
    EXPLAINED = "explained"
    VIOLATION = "violation"


_A = AnomalyStatus
ANOMALY_FLOW: Flow[AnomalyStatus] = Flow(
    "read_anomaly",
    _A.OPEN,
    {_A.OPEN: "待核实", _A.EXPLAINED: "已说明", _A.VIOLATION: "认定违规"},
    step("explain", (_A.OPEN, _A.VIOLATION), _A.EXPLAINED, "说明合理"),
    step("violate", (_A.OPEN, _A.EXPLAINED), _A.VIOLATION, "认定违规"),
)


class Fate(Word):
    """删除时如何处理"""

    DELETED = "deleted"
    BLANKED = "blanked"
    KEPT = "kept"

    @property
    def label(self) -> str:
        return {"deleted": "删除", "blanked": "清空内容", "kept": "保存"}[self.value]


# Refusals -------------------------------------------------------------------------------------------------


class RequestRunning(Refusal):
    """已有一项同类请求在办理中。请等候答复，或由本人撤回后重新提出。"""


class NotThePerson(Refusal):
    """登记的状态是去世，请选择由近亲属提出，并写明姓名与关系。"""

    status = 422


class AskerMissing(Refusal):
    """由近亲属或代理人提出的，请写明姓名与关系，便于核实。"""

    status = 422


class AnswerByErasing(Refusal):
    """删除请求须先查看删除方案并执行删除，或写明理由不予办理。"""


class PlanChanged(Refusal):
    """删除方案在您查看之后有变化。请重新查看方案后再执行。"""


class NotAnErasure(Refusal):
    """这不是删除请求，没有删除方案。"""

    status = 422


class PurposeMissing(Refusal):
    """撤回同意须写明撤回哪一项授权。"""

    status = 422


class NotYourOwnRead(Refusal):
    """不能复核自己的访问。请由另一位审计员复核。"""

    status = 403


class AlreadyErased(Refusal):
    """此人的资料已经删除。"""


def check_asker(asker: Asker, name: str | None, *, deceased: bool) -> str | None:
    """Who asks for a dead person is a relative, and whoever asks for another is named."""
    said = (name or "").strip() or None
    if deceased and asker is Asker.PERSON:
        raise NotThePerson(field="asker")
    if asker is not Asker.PERSON and said is None:
        raise AskerMissing(field="askerName")
    return said


def kept_until(years: int, counted_from: date) -> date:
    """The last day on which what must stay may stay; 29 February ends on the 28th."""
    try:
        return counted_from.replace(year=counted_from.year + years)
    except ValueError:
        return counted_from.replace(year=counted_from.year + years, day=28)
