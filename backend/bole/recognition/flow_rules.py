"""The states of an application, of a recognition and of what belongs to them, and the steps between. Pure.

已提交, 单位推荐 and 县区初审 name what was last done; whose turn it is, is told beside (`holder`).
"""

from bole.core.flow import Flow, step
from bole.core.words import Word


class ApplicationStatus(Word):
    """认定申请的状态"""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RECOMMENDED = "recommended"
    REVIEWED = "reviewed"
    JOINT_REVIEW = "joint_review"
    AWAITING_DECISION = "awaiting_decision"
    ON_NOTICE = "on_notice"
    OBJECTED = "objected"
    RECOGNISED = "recognised"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return APPLICATION_LABELS[self]


_A = ApplicationStatus
APPLICATION_LABELS = {
    _A.DRAFT: "草稿",
    _A.SUBMITTED: "已提交",
    _A.RECOMMENDED: "单位推荐",
    _A.REVIEWED: "县区初审",
    _A.JOINT_REVIEW: "部门联审",
    _A.AWAITING_DECISION: "待审定",
    _A.ON_NOTICE: "公示中",
    _A.OBJECTED: "异议核查",
    _A.RECOGNISED: "已认定",
    _A.DECLINED: "不予认定",
    _A.WITHDRAWN: "已撤回",
}
UNDER_REVIEW = (_A.SUBMITTED, _A.RECOMMENDED, _A.REVIEWED, _A.JOINT_REVIEW, _A.AWAITING_DECISION)
RUNNING = (_A.DRAFT, *UNDER_REVIEW, _A.ON_NOTICE, _A.OBJECTED)
"""Of these a person has one at most."""

APPLICATION_FLOW = Flow(
    "recognition_application",
    _A.DRAFT,
    APPLICATION_LABELS,
    step("change", _A.DRAFT, _A.DRAFT, "填写"),
    step("confirm_directory", _A.DRAFT, _A.DRAFT, "按现行目录确认"),
    step("submit", _A.DRAFT, _A.SUBMITTED, "提交"),
    step("recommend", _A.SUBMITTED, _A.RECOMMENDED, "单位推荐"),
    step("skip_recommendation", _A.SUBMITTED, _A.RECOMMENDED, "无须单位推荐"),
    step("nominate", {_A.SUBMITTED, _A.RECOMMENDED}, _A.REVIEWED, "县区提名或系统核验"),
    step("review", _A.RECOMMENDED, _A.REVIEWED, "县区初审"),
    step("send_to_departments", _A.REVIEWED, _A.JOINT_REVIEW, "送部门联审"),
    step("ask_again", _A.JOINT_REVIEW, _A.JOINT_REVIEW, "协调后重新联审"),
    step("invite_experts", _A.JOINT_REVIEW, _A.JOINT_REVIEW, "邀请专家评分"),
    step("close_scoring", _A.JOINT_REVIEW, _A.JOINT_REVIEW, "汇总专家评分"),
    step("skip_joint_review", _A.REVIEWED, _A.AWAITING_DECISION, "免于联审"),
    step("gather", _A.JOINT_REVIEW, _A.AWAITING_DECISION, "汇总报审"),
    step("approve", _A.AWAITING_DECISION, _A.ON_NOTICE, "审定同意并公示"),
    step("decline", UNDER_REVIEW, _A.DECLINED, "不予认定"),
    step("send_back", UNDER_REVIEW, _A.DRAFT, "退回补正"),
    step("object", {_A.ON_NOTICE, _A.OBJECTED}, _A.OBJECTED, "登记异议"),
    step("dismiss_objection", _A.OBJECTED, _A.ON_NOTICE, "异议不成立，维持"),
    step("sustain_objection", _A.OBJECTED, _A.DECLINED, "异议成立，撤销"),
    step("certify", _A.ON_NOTICE, _A.RECOGNISED, "发证"),
    step("withdraw", RUNNING, _A.WITHDRAWN, "撤回"),
)


class RecognitionStatus(Word):
    """认定的状态"""

    EFFECTIVE = "effective"
    EXPIRED = "expired"
    UPGRADED = "upgraded"
    EXITED = "exited"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return RECOGNITION_LABELS[self]


_R = RecognitionStatus
RECOGNITION_LABELS = {
    _R.EFFECTIVE: "生效",
    _R.EXPIRED: "到期",
    _R.UPGRADED: "升级",
    _R.EXITED: "退出",
    _R.CANCELLED: "取消",
}
RECOGNITION_FLOW = Flow(
    "recognition",
    _R.EFFECTIVE,
    RECOGNITION_LABELS,
    step("keep", _R.EFFECTIVE, _R.EFFECTIVE, "复核合格"),
    step("expire", _R.EFFECTIVE, _R.EXPIRED, "到期"),
    step("upgrade", _R.EFFECTIVE, _R.UPGRADED, "升级"),
    step("downgrade", _R.EFFECTIVE, _R.EXITED, "复核降级"),
    step("exit", _R.EFFECTIVE, _R.EXITED, "退出"),
    step("cancel", {_R.EFFECTIVE, _R.EXPIRED}, _R.CANCELLED, "取消"),
)


class JointReviewStatus(Word):
    """部门联审的状态"""

    PENDING = "pending"
    ANSWERED = "answered"
    SUPERSEDED = "superseded"
    CALLED_OFF = "called_off"

    @property
    def label(self) -> str:
        return REVIEW_LABELS[self]


REVIEW_LABELS = {
    JointReviewStatus.PENDING: "待审核",
    JointReviewStatus.ANSWERED: "已审核",
    JointReviewStatus.SUPERSEDED: "已重新审核",
    JointReviewStatus.CALLED_OFF: "已撤回",
}
REVIEW_FLOW = Flow(
    "recognition_review",
    JointReviewStatus.PENDING,
    REVIEW_LABELS,
    step("answer", JointReviewStatus.PENDING, JointReviewStatus.ANSWERED, "审核"),
    step("ask_again", JointReviewStatus.ANSWERED, JointReviewStatus.SUPERSEDED, "重新审核"),
    step("call_off", JointReviewStatus.PENDING, JointReviewStatus.CALLED_OFF, "撤回"),
)


class ScoreSheetStatus(Word):
    """专家评分表的状态"""

    INVITED = "invited"
    ACCEPTED = "accepted"
    RECUSED = "recused"
    SCORED = "scored"
    CALLED_OFF = "called_off"

    @property
    def label(self) -> str:
        return SHEET_LABELS[self]


_S = ScoreSheetStatus
SHEET_LABELS = {
    _S.INVITED: "待接受",
    _S.ACCEPTED: "评分中",
    _S.RECUSED: "已回避",
    _S.SCORED: "已评分",
    _S.CALLED_OFF: "已撤回",
}
SHEET_FLOW = Flow(
    "recognition_sheet",
    _S.INVITED,
    SHEET_LABELS,
    step("accept", _S.INVITED, _S.ACCEPTED, "接受"),
    step("recuse", {_S.INVITED, _S.ACCEPTED}, _S.RECUSED, "回避"),
    step("score", _S.ACCEPTED, _S.SCORED, "提交评分"),
    step("call_off", {_S.INVITED, _S.ACCEPTED}, _S.CALLED_OFF, "撤回"),
)


class ObjectionStatus(Word):
    """公示异议的状态"""

    OPEN = "open"
    DISMISSED = "dismissed"
    SUSTAINED = "sustained"

    @property
    def label(self) -> str:
        return OBJECTION_LABELS[self]


OBJECTION_LABELS = {
    ObjectionStatus.OPEN: "核查中",
    ObjectionStatus.DISMISSED: "不成立",
    ObjectionStatus.SUSTAINED: "成立",
}
OBJECTION_FLOW = Flow(
    "recognition_objection",
    ObjectionStatus.OPEN,
    OBJECTION_LABELS,
    step("dismiss", ObjectionStatus.OPEN, ObjectionStatus.DISMISSED, "不成立"),
    step("sustain", ObjectionStatus.OPEN, ObjectionStatus.SUSTAINED, "成立"),
)


class DirectoryDraftStatus(Word):
    """目录草案的状态"""

    DRAFT = "draft"
    PUBLISHED = "published"
    DISCARDED = "discarded"


DIRECTORY_DRAFT_FLOW = Flow(
    "directory_draft",
    DirectoryDraftStatus.DRAFT,
    {
        DirectoryDraftStatus.DRAFT: "草案",
        DirectoryDraftStatus.PUBLISHED: "已发布",
        DirectoryDraftStatus.DISCARDED: "已作废",
    },
    step("change", DirectoryDraftStatus.DRAFT, DirectoryDraftStatus.DRAFT, "修改"),
    step("try_out", DirectoryDraftStatus.DRAFT, DirectoryDraftStatus.DRAFT, "试算影响"),
    step("publish", DirectoryDraftStatus.DRAFT, DirectoryDraftStatus.PUBLISHED, "发布"),
    step("discard", DirectoryDraftStatus.DRAFT, DirectoryDraftStatus.DISCARDED, "作废"),
)


class ProgrammeStatus(Word):
    """人才计划批次的状态"""

    OPEN = "open"
    ANNOUNCED = "announced"
    ENDED = "ended"


PROGRAMME_FLOW = Flow(
    "programme_batch",
    ProgrammeStatus.OPEN,
    {ProgrammeStatus.OPEN: "遴选中", ProgrammeStatus.ANNOUNCED: "已公布", ProgrammeStatus.ENDED: "已期满"},
    step("select", ProgrammeStatus.OPEN, ProgrammeStatus.OPEN, "遴选"),
    step("announce", ProgrammeStatus.OPEN, ProgrammeStatus.ANNOUNCED, "公布入选名单"),
    step("end", ProgrammeStatus.ANNOUNCED, ProgrammeStatus.ENDED, "期满"),
)


class RecognitionRoute(Word):
    """申报方式"""

    SELF = "self"
    EMPLOYER = "employer"
    DISTRICT = "district"
    PUBLIC = "public"
    EXEMPT = "exempt"

    @property
    def label(self) -> str:
        words = {"self": "个人申报", "employer": "单位申报", "district": "县区提名"}
        return {**words, "public": "公荐", "exempt": "免申即认"}[self.value]


class RecognitionRole(Word):
    """单位在认定申请中的身份"""

    EMPLOYER = "employer"
    OTHER_EMPLOYER = "other_employer"
    NOMINATOR = "nominator"
    DISTRICT = "district"
    LEAD = "lead"
    DEPARTMENT = "department"

    @property
    def label(self) -> str:
        words = {"employer": "推荐单位", "other_employer": "另一用人单位", "nominator": "提名单位"}
        return {**words, "district": "初审单位", "lead": "牵头单位", "department": "联审部门"}[self.value]


class JointOpinion(Word):
    """部门联审意见"""

    AGREE = "agree"
    DISAGREE = "disagree"

    @property
    def label(self) -> str:
        return {"agree": "同意", "disagree": "不同意"}[self.value]


class RecognitionDecision(Word):
    """审定结果"""

    APPROVED = "approved"
    DECLINED = "declined"
    SENT_BACK = "sent_back"

    @property
    def label(self) -> str:
        return {"approved": "同意", "declined": "不予认定", "sent_back": "退回补正"}[self.value]

    @property
    def step(self) -> str:
        return {"approved": "approve", "declined": "decline", "sent_back": "send_back"}[self.value]


class RecognitionCheckOutcome(Word):
    """复核结果"""

    KEEP = "keep"
    DOWNGRADE = "downgrade"
    EXIT = "exit"

    @property
    def label(self) -> str:
        return {"keep": "合格", "downgrade": "降级", "exit": "退出"}[self.value]


class CriterionResult(Word):
    """条件核对结果：满足、不满足、待核"""

    MET = "met"
    UNMET = "unmet"
    PENDING = "pending"

    @property
    def label(self) -> str:
        return {"met": "满足", "unmet": "不满足", "pending": "待核"}[self.value]


class ImpactKind(Word):
    """目录改版的影响"""

    GAIN = "gain"
    LOSE = "lose"
    PENDING = "pending"

    @property
    def label(self) -> str:
        return {"gain": "新达到", "lose": "不再达到", "pending": "待核"}[self.value]
