"""The states of a case, of its measures and of its countersigns, and the steps between them. Pure."""

from bole.core.flow import Flow, step
from bole.core.words import Word


class CaseStatus(Word):
    """一事一议事项的状态"""

    OPENED = "opened"
    VERIFYING = "verifying"
    PLANNING = "planning"
    COUNTERSIGNING = "countersigning"
    DELIBERATING = "deliberating"
    AWAITING_DECISION = "awaiting_decision"
    DECIDED = "decided"
    SIGNED = "signed"
    DELIVERING = "delivering"
    ASSESSED = "assessed"
    CLOSED = "closed"
    STOPPED = "stopped"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        return CASE_LABELS[self]


CASE_LABELS = {
    CaseStatus.OPENED: "发起",
    CaseStatus.VERIFYING: "受理核验",
    CaseStatus.PLANNING: "方案拟定",
    CaseStatus.COUNTERSIGNING: "联审",
    CaseStatus.DELIBERATING: "论证",
    CaseStatus.AWAITING_DECISION: "待审定",
    CaseStatus.DECIDED: "已决定",
    CaseStatus.SIGNED: "签约",
    CaseStatus.DELIVERING: "落实中",
    CaseStatus.ASSESSED: "评估",
    CaseStatus.CLOSED: "结案",
    CaseStatus.STOPPED: "中止",
    CaseStatus.DECLINED: "不予支持",
}

ON_THE_CLOCK = (
    CaseStatus.VERIFYING,
    CaseStatus.PLANNING,
    CaseStatus.COUNTERSIGNING,
    CaseStatus.DELIBERATING,
    CaseStatus.AWAITING_DECISION,
)
"""From acceptance to decision: the working days that were promised."""

BEFORE_DECISION = (CaseStatus.OPENED, *ON_THE_CLOCK)
AFTER_DECISION = (CaseStatus.DECIDED, CaseStatus.SIGNED, CaseStatus.DELIVERING, CaseStatus.ASSESSED)
OPEN = (*BEFORE_DECISION, *AFTER_DECISION)

CASE_FLOW = Flow(
    "fasttrack_case",
    CaseStatus.OPENED,
    CASE_LABELS,
    step("accept", CaseStatus.OPENED, CaseStatus.VERIFYING, "受理"),
    step("verify", CaseStatus.VERIFYING, CaseStatus.PLANNING, "核验通过"),
    step("set_plan", CaseStatus.PLANNING, CaseStatus.PLANNING, "拟定方案"),
    step("send_to_countersign", CaseStatus.PLANNING, CaseStatus.COUNTERSIGNING, "送部门联审"),
    step("ask_again", CaseStatus.COUNTERSIGNING, CaseStatus.COUNTERSIGNING, "协调后重新会签"),
    step("revise", {CaseStatus.COUNTERSIGNING, CaseStatus.DELIBERATING}, CaseStatus.PLANNING, "修改方案"),
    step("consult_experts", CaseStatus.COUNTERSIGNING, CaseStatus.DELIBERATING, "送专家论证"),
    step("record_vote", CaseStatus.DELIBERATING, CaseStatus.DELIBERATING, "登记论证结果"),
    step(
        "submit",
        {CaseStatus.COUNTERSIGNING, CaseStatus.DELIBERATING},
        CaseStatus.AWAITING_DECISION,
        "报请审定",
    ),
    step("approve", CaseStatus.AWAITING_DECISION, CaseStatus.DECIDED, "审定同意"),
    step("send_back", CaseStatus.AWAITING_DECISION, CaseStatus.PLANNING, "退回完善"),
    step("reject", CaseStatus.AWAITING_DECISION, CaseStatus.DECLINED, "审定不予支持"),
    step(
        "decline",
        set(BEFORE_DECISION) - {CaseStatus.AWAITING_DECISION},
        CaseStatus.DECLINED,
        "不予支持",
    ),
    step("sign", CaseStatus.DECIDED, CaseStatus.SIGNED, "签约"),
    step("deliver", CaseStatus.SIGNED, CaseStatus.DELIVERING, "交办落实"),
    step("assess", {CaseStatus.DELIVERING, CaseStatus.ASSESSED}, CaseStatus.ASSESSED, "评估"),
    step("close", CaseStatus.ASSESSED, CaseStatus.CLOSED, "结案"),
    step("withdraw", BEFORE_DECISION, CaseStatus.STOPPED, "撤回"),
    step("stop", OPEN, CaseStatus.STOPPED, "中止"),
)


class MeasureStatus(Word):
    """支持措施的状态"""

    PLANNED = "planned"
    ASSIGNED = "assigned"
    HELD = "held"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return MEASURE_LABELS[self]


MEASURE_LABELS = {
    MeasureStatus.PLANNED: "拟定",
    MeasureStatus.ASSIGNED: "待落实",
    MeasureStatus.HELD: "待评估",
    MeasureStatus.DONE: "已落实",
    MeasureStatus.DROPPED: "已取消",
}

MEASURE_FLOW = Flow(
    "fasttrack_measure",
    MeasureStatus.PLANNED,
    MEASURE_LABELS,
    step("assign", MeasureStatus.PLANNED, MeasureStatus.ASSIGNED, "交办"),
    step("hold", MeasureStatus.PLANNED, MeasureStatus.HELD, "评估合格后落实"),
    step("release", MeasureStatus.HELD, MeasureStatus.ASSIGNED, "评估合格，可以落实"),
    step("complete", MeasureStatus.ASSIGNED, MeasureStatus.DONE, "落实完成"),
    step(
        "drop",
        {MeasureStatus.PLANNED, MeasureStatus.ASSIGNED, MeasureStatus.HELD},
        MeasureStatus.DROPPED,
        "取消",
    ),
)


class CountersignStatus(Word):
    """会签的状态：待会签、已会签、已重新会签、已撤回。"""

    PENDING = "pending"
    ANSWERED = "answered"
    SUPERSEDED = "superseded"
    CALLED_OFF = "called_off"

    @property
    def label(self) -> str:
        return COUNTERSIGN_LABELS[self]


COUNTERSIGN_LABELS = {
    CountersignStatus.PENDING: "待会签",
    CountersignStatus.ANSWERED: "已会签",
    CountersignStatus.SUPERSEDED: "已重新会签",
    CountersignStatus.CALLED_OFF: "已撤回",
}

COUNTERSIGN_FLOW = Flow(
    "fasttrack_countersign",
    CountersignStatus.PENDING,
    COUNTERSIGN_LABELS,
    step("countersign", CountersignStatus.PENDING, CountersignStatus.ANSWERED, "会签"),
    step("ask_again", CountersignStatus.ANSWERED, CountersignStatus.SUPERSEDED, "重新会签"),
    step("call_off", CountersignStatus.PENDING, CountersignStatus.CALLED_OFF, "撤回"),
)


class Opinion(Word):
    """会签意见"""

    AGREE = "agree"
    AGREE_IF_CHANGED = "agree_if_changed"
    DISAGREE = "disagree"

    @property
    def label(self) -> str:
        return {"agree": "同意", "agree_if_changed": "修改后同意", "disagree": "不同意"}[self.value]


class Outcome(Word):
    """领导小组或其负责人的决定"""

    APPROVED = "approved"
    SENT_BACK = "sent_back"
    REJECTED = "rejected"

    @property
    def label(self) -> str:
        return {"approved": "同意", "sent_back": "退回完善", "rejected": "不予支持"}[self.value]

    @property
    def step(self) -> str:
        return {"approved": "approve", "sent_back": "send_back", "rejected": "reject"}[self.value]


class PartyRole(Word):
    """单位或岗位在事项中的身份"""

    INITIATOR = "initiator"
    EMPLOYER = "employer"
    LEAD = "lead"
    COUNTERSIGNER = "countersigner"
    DELIVERER = "deliverer"
    DECIDER = "decider"

    @property
    def label(self) -> str:
        return {
            "initiator": "发起单位",
            "employer": "用人单位",
            "lead": "牵头单位",
            "countersigner": "会签单位",
            "deliverer": "落实单位",
            "decider": "审定人",
        }[self.value]
