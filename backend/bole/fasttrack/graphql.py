"""What the interface shows of 一事一议, and what may be asked of it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry

from bole.core.calendar import DayStatus
from bole.core.graph import Json, Page, computed, guarded, many, node, read, steps, write
from bole.core.operation import ASK
from bole.core.permissions import Permission
from bole.fasttrack import clock_service, plan_service, reports, review_service, service
from bole.fasttrack.flow_rules import (
    CASE_FLOW,
    COUNTERSIGN_FLOW,
    MEASURE_FLOW,
    CaseStatus,
    CountersignStatus,
    MeasureStatus,
    Opinion,
    Outcome,
    PartyRole,
)
from bole.fasttrack.models import (
    CaseAssessment,
    CaseDecision,
    CaseParty,
    CasePause,
    CaseStage,
    Countersign,
    DueMove,
    ExpertVote,
    FastTrackCase,
    Measure,
    Recusal,
)
from bole.org.graphql import PostNode, UnitNode

READ = Permission.FASTTRACK_READ


def for_members(column: str, description: str) -> Any:
    """A field of a case that, while the case is secret, only those who take part in it see."""

    def shown(case: Any) -> Any:
        known = sa.or_(~case.secret, reports.takes_part(case))
        return sa.case((known, getattr(case, column)), else_=sa.null())

    return guarded(Permission.FASTTRACK_NAME, computed(shown, description=description))


def of_row(name: str, description: str) -> Any:
    """A column of a select that is no table: what it says of null is not to be relied on."""
    return computed(lambda row: getattr(row, name), description=description)


@node(reports.ClockDay, allow=READ)
class ClockDayNode:
    """计时的一天"""

    day: date = of_row("day", "日期")
    weekday: str = of_row("weekday", "星期")
    counted: bool = of_row("counted", "是否计入")
    paused: bool = of_row("paused", "是否处于暂停")
    ordinal: int | None = of_row("ordinal", "第几个工作日（不计入的为空）")
    why: str = of_row("why", "原因")
    status: DayStatus = of_row("status", "日历是正式还是暂定")
    source: str | None = of_row("source", "依据文件")


@node(reports.Holding, allow=READ)
class HoldingNode:
    """一个单位经办案件的一段时间"""

    unit_id: UUID = of_row("unit_id", "经办单位编号")
    unit_name: str = of_row("unit_name", "经办单位")
    stage: str = of_row("stage", "环节（案件状态；会签为 countersign）")
    since: date = of_row("since", "接手日")
    until: date | None = of_row("until", "交出日（空为仍在经办）")
    working_days: int = of_row("working_days", "经办的工作日（暂停不计）")
    paused_days: int = of_row("paused_days", "其间暂停的工作日")


@node(CaseParty, allow=READ)
class CasePartyNode:
    """参与案件的单位或岗位"""

    id: UUID
    role: PartyRole
    joined_on: date
    unit: UnitNode
    post: PostNode | None


@node(CaseStage, allow=READ)
class CaseStageNode:
    """案件走过的一步"""

    id: UUID
    seq: int
    step: str
    status: CaseStatus
    account_name: str
    taken_on: date
    taken_at: datetime
    note: str | None
    unit: UnitNode | None
    holder: UnitNode | None


@node(Measure, allow=READ)
class MeasureNode:
    """方案中的一项措施"""

    id: UUID
    ordinal: int
    kind: str
    kind_name: str
    content: str
    amount: Decimal | None
    due_on: date
    after_assessment: bool
    status: MeasureStatus
    done_on: date | None
    result: str | None
    allowed_steps: list[str] = steps(MEASURE_FLOW)
    unit: UnitNode
    case: "FastTrackCaseNode"


@node(Recusal, allow=READ)
class RecusalNode:
    """一次回避"""

    id: UUID
    account_name: str
    reason: str
    recused_on: date
    deputy: PostNode


@node(Countersign, allow=READ)
class CountersignNode:
    """一个部门的会签"""

    id: UUID
    round: int
    status: CountersignStatus
    asked_on: date
    working_days: int
    due_on: date
    due_provisional: bool
    note: str | None
    opinion: Opinion | None
    reason: str | None
    answered_on: date | None
    answered_name: str | None
    overdue: bool = computed(
        lambda c: (
            sa.func.coalesce(
                c.answered_on, sa.case((c.status == CountersignStatus.PENDING, ASK.today), else_=c.due_on)
            )
            > c.due_on
        ),
        description="是否逾期（未答复的按今天算）",
    )
    allowed_steps: list[str] = steps(COUNTERSIGN_FLOW)
    unit: UnitNode
    deputy: PostNode | None
    recusals: list[RecusalNode] = many(lambda r: [r.recused_on, r.id], first=3)
    case: "FastTrackCaseNode"


@node(CasePause, allow=READ)
class CasePauseNode:
    """一次暂停"""

    id: UUID
    paused_on: date
    reason: str
    expected_end: date
    paused_name: str
    resumed_on: date | None
    resumed_name: str | None


@node(ExpertVote, allow=READ)
class ExpertVoteNode:
    """一次专家论证"""

    id: UUID
    held_on: date
    invited: int
    recused: int
    present: int
    agree: int
    majority: str
    passed: bool
    note: str | None


@node(CaseDecision, allow=READ)
class CaseDecisionNode:
    """一次审定"""

    id: UUID
    round: int
    outcome: Outcome
    opinion: str
    form: str
    decided_on: date
    decided_at: datetime
    account_name: str
    plan: Json
    post: PostNode


@node(CaseAssessment, allow=READ)
class CaseAssessmentNode:
    """一次评估"""

    id: UUID
    period: str
    passed: bool
    conclusion: str
    assessed_on: date
    account_name: str


@node(DueMove, allow=READ)
class DueMoveNode:
    """一次期限变动"""

    id: UUID
    old_due: date
    new_due: date
    cause: str
    moved_on: date
    countersign: CountersignNode | None
    case: "FastTrackCaseNode"


@node(FastTrackCase, allow=READ)
class FastTrackCaseNode:
    """一件一事一议"""

    id: UUID
    version: int
    number: str | None
    status: CaseStatus
    secret: bool
    team: bool
    level: str
    candidate_name: str | None = for_members("candidate_name", "人选姓名（限知案件只有参办人员可见）")
    request: str | None = for_members("request", "事由与诉求（限知案件只有参办人员可见）")
    talent_id: UUID | None = for_members("talent_id", "名录中的人选（限知案件只有参办人员可见）")
    opened_on: date
    accepted_on: date | None
    working_days: int | None
    terms_version: int | None
    terms: Json | None
    due_on: date | None
    due_provisional: bool
    due_estimated: bool
    settled_on: date | None
    agreement: str | None
    signed_on: date | None
    paused: bool = computed(reports.is_paused, description="是否暂停中")
    paused_until: date | None = computed(reports.paused_until, description="暂停至（预计恢复日）")
    held_by: str | None = computed(
        reports.held_by, description="等谁办理：未会签、未落实的单位（先到期的在前）、审定人或经办单位"
    )
    used_days: int | None = computed(reports.used_days, description="已用工作日（暂停不计）")
    paused_days: int | None = computed(reports.paused_days, description="暂停的工作日")
    overdue_days: int | None = computed(reports.overdue_days, description="逾期工作日（未逾期为零）")
    planned_amount: Decimal | None = computed(reports.planned_amount, description="方案资金合计（元）")
    allowed_steps: list[str] = steps(CASE_FLOW)
    unit: UnitNode
    lead: UnitNode
    employer: UnitNode | None
    holder: UnitNode | None
    decider: PostNode | None
    parties: list[CasePartyNode] = many(lambda p: [p.joined_on, p.id], first=30)
    stages: list[CaseStageNode] = many(lambda s: [s.seq.desc()], first=30)
    measures: list[MeasureNode] = many(lambda m: [m.ordinal], first=30)
    countersigns: list[CountersignNode] = many(lambda c: [c.asked_on, c.id], first=30)
    pauses: list[CasePauseNode] = many(lambda p: [p.paused_on, p.id])
    votes: list[ExpertVoteNode] = many(lambda v: [v.held_on.desc(), v.id.desc()])
    decisions: list[CaseDecisionNode] = many(lambda d: [d.round.desc()])
    assessments: list[CaseAssessmentNode] = many(lambda a: [a.assessed_on.desc(), a.id.desc()])
    due_moves: list[DueMoveNode] = many(lambda m: [m.moved_on.desc(), m.id.desc()])
    clock_days: list[ClockDayNode] = many(
        lambda d: [d.day], first=60, description="从受理次日到应审定日（逾期的到今天或审定之日）逐日怎样计算"
    )
    holdings: list[HoldingNode] = many(
        lambda h: [h.since, h.id], first=30, description="哪个单位经办了几个工作日"
    )


@strawberry.type(description="案件的计时")
class CaseClock:
    case_id: UUID
    accepted_on: date = strawberry.field(description="起算日（不计入）")
    working_days: int = strawberry.field(description="总时限（工作日）")
    due_on: date = strawberry.field(description="应审定日")
    used_days: int = strawberry.field(description="已用工作日（暂停不计）")
    remaining_days: int = strawberry.field(description="剩余工作日")
    overdue_days: int = strawberry.field(description="逾期工作日")
    paused_days: int = strawberry.field(description="暂停的工作日")
    paused: bool = strawberry.field(description="是否暂停中")
    estimated: bool = strawberry.field(description="应审定日是否预估（按预计恢复日推算）")
    provisional: bool = strawberry.field(description="应审定日是否暂定")
    summary: str = strawberry.field(description="一句话说明怎样算出")
    provisional_words: str | None = strawberry.field(description="为什么是暂定")
    convention: str = strawberry.field(description="计算口径")


@strawberry.type(description="试算：一个将因工作日历变动的期限")
class WouldMove:
    case_id: UUID
    number: str | None = strawberry.field(description="案件编号")
    countersigned_by: str | None = strawberry.field(description="会签期限的，是哪个部门；案件期限为空")
    old_due: date = strawberry.field(description="现应办日")
    new_due: date = strawberry.field(description="发布后的应办日")


@strawberry.type(description="试算：一份放假安排会变动多少期限（全市，不含案号）")
class WouldMoveCount:
    cases: int = strawberry.field(description="事项件数")
    deadlines: int = strawberry.field(description="期限个数（含会签期限）")


@strawberry.type
class FastTrackQuery:
    fasttrack_cases = read(service.cases, Page[FastTrackCaseNode])
    fasttrack_case = read(service.case, FastTrackCaseNode)
    fasttrack_clock = read(clock_service.clock, CaseClock)
    my_countersigns = read(service.my_countersigns, Page[CountersignNode])
    my_measures = read(service.my_measures, Page[MeasureNode])
    fasttrack_due_moves = read(service.due_moves, Page[DueMoveNode])
    fasttrack_would_move = read(clock_service.would_move, list[WouldMove])
    fasttrack_would_move_count = read(clock_service.would_move_count, WouldMoveCount)


@strawberry.type
class FastTrackMutation:
    open_case = write(service.open_case, FastTrackCaseNode)
    accept_case = write(service.accept, FastTrackCaseNode)
    verify_case = write(service.verify, FastTrackCaseNode)
    decline_case = write(service.decline, FastTrackCaseNode)
    withdraw_case = write(service.withdraw, FastTrackCaseNode)
    stop_case = write(service.stop, FastTrackCaseNode)
    close_case = write(service.close, FastTrackCaseNode)
    set_case_plan = write(plan_service.set_plan, FastTrackCaseNode)
    sign_case = write(plan_service.sign, FastTrackCaseNode)
    deliver_case = write(plan_service.deliver, FastTrackCaseNode)
    complete_measure = write(plan_service.complete_measure, MeasureNode)
    drop_measure = write(plan_service.drop_measure, MeasureNode)
    assess_case = write(plan_service.assess, FastTrackCaseNode)
    send_to_countersign = write(review_service.send_to_countersign, FastTrackCaseNode)
    ask_countersign_again = write(review_service.ask_again, FastTrackCaseNode)
    revise_case_plan = write(review_service.revise, FastTrackCaseNode)
    countersign = write(review_service.countersign, CountersignNode)
    recuse = write(review_service.recuse, CountersignNode)
    consult_experts = write(review_service.consult_experts, FastTrackCaseNode)
    record_expert_vote = write(review_service.record_vote, FastTrackCaseNode)
    submit_case = write(review_service.submit, FastTrackCaseNode)
    decide_case = write(review_service.decide, FastTrackCaseNode)
    pause_case = write(clock_service.pause, FastTrackCaseNode)
    resume_case = write(clock_service.resume, FastTrackCaseNode)
