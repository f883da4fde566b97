"""What the interface shows of applications, and what may be asked of it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry

from bole.catalogue.graphql import CatalogueEntryNode, EntryDifference
from bole.core.graph import BigInt, Json, Page, computed, guarded, many, node, read, steps, write
from bole.core.operation import ASK
from bole.core.permissions import Permission
from bole.org.graphql import UnitNode
from bole.recognition import (
    application_service,
    evidence_service,
    exempting,
    expert_service,
    notice_service,
    review_service,
    service,
)
from bole.recognition.expert_graphql import ScoreSheetNode
from bole.recognition.flow_rules import (
    APPLICATION_FLOW,
    OBJECTION_FLOW,
    REVIEW_FLOW,
    ApplicationStatus,
    CriterionResult,
    JointOpinion,
    JointReviewStatus,
    ObjectionStatus,
    RecognitionRole,
    RecognitionRoute,
)
from bole.recognition.granted_graphql import RecognitionNode
from bole.recognition.models import (
    ApplicationParty,
    ApplicationStage,
    Attachment,
    EvidenceFile,
    JointReview,
    NoticeObjection,
    PublicNotice,
    RecognitionApplication,
)
from bole.roster.graphql import TalentNode, entry_name

READ, OPINIONS, LEAD = (
    Permission.RECOGNITION_READ,
    Permission.RECOGNITION_OPINIONS,
    Permission.RECOGNITION_LEAD,
)


def criterion_text(application: Any) -> Any:
    """SQL: the words of the criterion in the version that judges."""
    from bole.catalogue.models import Entry

    entry = Entry.__table__.alias("directory_entry")  # type: ignore[attr-defined]
    each = sa.func.jsonb_array_elements(entry.c.body["criteria"]).table_valued(
        sa.column("value", sa.dialects.postgresql.JSONB), name="each"
    )
    return (
        sa.select(each.c.value["text"].astext)
        .select_from(entry, each)
        .where(entry.c.id == application.directory_id, each.c.value["code"].astext == application.criterion)
        .limit(sa.literal_column("1"))
        .scalar_subquery()
    )


def overdue(row: Any) -> Any:
    return sa.func.coalesce(row.due_on < ASK.today, sa.false())


def my_turn(application: Any) -> Any:
    return sa.func.coalesce(service.waits_for(ASK, application), sa.false())


@node(ApplicationParty, allow=READ)
class ApplicationPartyNode:
    """参与认定申请的单位"""

    id: UUID
    role: RecognitionRole
    joined_on: date
    unit: UnitNode


@node(ApplicationStage, allow=READ)
class ApplicationStageNode:
    """认定申请走过的一步"""

    id: UUID
    seq: int
    step: str
    status: ApplicationStatus
    account_name: str
    taken_on: date
    taken_at: datetime
    note: str | None = guarded(OPINIONS, otherwise=lambda s: sa.case((~s.inside, s.note), else_=sa.null()))
    unit: UnitNode | None
    holder: UnitNode | None


@node(JointReview, allow=READ)
class JointReviewNode:
    """一个部门的联审"""

    id: UUID
    round: int
    status: JointReviewStatus
    asked_on: date
    working_days: int
    due_on: date
    due_provisional: bool
    overdue: bool = computed(
        lambda r: (
            sa.func.coalesce(
                r.answered_on, sa.case((r.status == JointReviewStatus.PENDING, ASK.today), else_=r.due_on)
            )
            > r.due_on
        ),
        description="是否逾期（未答复的按今天算）",
    )
    note: str | None = guarded(OPINIONS)
    opinion: JointOpinion | None = guarded(OPINIONS)
    reason: str | None = guarded(OPINIONS)
    answered_on: date | None
    answered_name: str | None = guarded(OPINIONS)
    allowed_steps: list[str] = steps(REVIEW_FLOW)
    unit: UnitNode
    application: "RecognitionApplicationNode"


@node(PublicNotice, allow=READ)
class PublicNoticeNode:
    """一次公示"""

    id: UUID
    starts_on: date
    working_days: int
    ends_on: date
    provisional: bool
    shown: Json
    withdrawn: bool


@node(NoticeObjection, allow=LEAD)
class NoticeObjectionNode:
    """一件公示异议"""

    id: UUID
    status: ObjectionStatus
    objector: str | None = guarded(LEAD)
    contact_masked: str | None
    content: str
    received_at: datetime
    due_on: date
    conclusion: str | None
    settled_on: date | None
    settled_name: str | None
    allowed_steps: list[str] = steps(OBJECTION_FLOW)


@node(EvidenceFile, allow=READ)
class EvidenceFileNode:
    """一份佐证材料"""

    id: UUID
    talent_id: UUID
    kind: str
    filename: str
    media_type: str
    size: BigInt
    anonymous: bool
    uploaded_name: str
    created_at: datetime
    uses: int = computed(
        lambda e: (
            sa.select(sa.func.count())
            .select_from(Attachment)
            .where(Attachment.__table__.c.evidence_id == e.id)  # type: ignore[attr-defined]
            .scalar_subquery()
        ),
        description="用在几处",
    )


@node(Attachment, allow=READ)
class AttachmentNode:
    """申请中选用的一份材料"""

    id: UUID
    kind: str
    evidence: EvidenceFileNode | None


@node(RecognitionApplication, allow=READ)
class RecognitionApplicationNode:
    """一份认定申请"""

    id: UUID
    version: int
    number: str | None
    talent_id: UUID
    talent_name: str
    employer_name: str | None
    route: RecognitionRoute
    status: ApplicationStatus
    level: str
    level_name: str | None = computed(entry_name("level", "level"), description="申报层次（今日目录）")
    talent_type: str
    talent_type_name: str | None = computed(
        entry_name("talent_type", "talent_type"), description="申报类型（今日目录）"
    )
    criterion: str
    criterion_text: str | None = computed(criterion_text, description="所依标准的文字（按评判的版本）")
    directory: CatalogueEntryNode
    statement: str
    finding: CriterionResult | None
    finding_missing: Json
    recommenders: Json | None
    kinship: Json
    started_on: date
    submitted_on: date | None
    terms: Json | None
    terms_version: int | None
    due_from: date | None
    due_days: int | None
    due_on: date | None
    due_provisional: bool
    overdue: bool = computed(overdue, description="本环节是否逾期")
    my_turn: bool = computed(my_turn, description="是否等我单位办理")
    returned_reason: str | None
    scoring_round: int
    expert_score: float | None = guarded(OPINIONS)
    expert_count: int | None = guarded(OPINIONS)
    expert_passed: bool | None = guarded(OPINIONS)
    decided_on: date | None
    ended_on: date | None
    end_reason: str | None
    allowed_steps: list[str] = steps(APPLICATION_FLOW)
    talent: TalentNode | None
    unit: UnitNode | None
    employer: UnitNode | None
    district: UnitNode
    lead: UnitNode
    holder: UnitNode | None
    parties: list[ApplicationPartyNode] = many(lambda p: [p.joined_on, p.id], first=30)
    stages: list[ApplicationStageNode] = many(lambda s: [s.seq.desc()], first=30)
    reviews: list[JointReviewNode] = many(lambda r: [r.asked_on, r.id], first=30)
    sheets: list[ScoreSheetNode] = many(lambda s: [s.round.desc(), s.invited_on, s.id], first=30)
    notices: list[PublicNoticeNode] = many(lambda n: [n.starts_on.desc(), n.id.desc()], first=5)
    objections: list[NoticeObjectionNode] = many(lambda o: [o.received_at, o.id])
    attachments: list[AttachmentNode] = many(lambda a: [a.kind, a.id], first=100)
    recognitions: list[RecognitionNode] = many(lambda r: [r.issued_on.desc(), r.id], first=1)


@strawberry.type(description="一个状态有几份申请")
class ApplicationCount:
    status: ApplicationStatus
    label: str = strawberry.field(description="状态")
    count: int = strawberry.field(description="份数")
    overdue: int = strawberry.field(description="其中逾期的")


@strawberry.type(description="期限计算中的一天")
class DeadlineDay:
    date: date
    weekday: str
    counted: bool = strawberry.field(description="是否计入")
    ordinal: int | None = strawberry.field(description="第几个工作日")
    why: str = strawberry.field(description="原因")
    source: str | None = strawberry.field(description="依据文件")


@strawberry.type(description="期限怎样算出")
class DeadlineExplanation:
    start: date = strawberry.field(description="起算日（不计入）")
    end: date = strawberry.field(description="应办日")
    summary: str = strawberry.field(description="一句话说明")
    provisional: bool = strawberry.field(description="是否暂定")
    provisional_words: str | None = strawberry.field(description="为什么是暂定")
    days: list[DeadlineDay] = strawberry.field(description="逐日")


@strawberry.type(description="现行目录的一条标准，及此人是否符合")
class CriterionForPerson:
    code: str
    level: str
    level_name: str = strawberry.field(description="层次")
    talent_type: str | None = strawberry.field(description="限于哪一类型（空为通用）")
    text: str = strawberry.field(description="标准")
    evidence: list[str] = strawberry.field(description="须提交的佐证材料")
    evidence_codes: list[str] = strawberry.field(description="须提交的佐证材料代码")
    result: CriterionResult | None = strawberry.field(description="核对结果（不能由系统核对的为空）")
    missing: list[str] = strawberry.field(description="待核的，缺哪些资料")


@strawberry.type(description="草稿所依目录是否仍为现行")
class DraftDirectoryCheck:
    drafted_by: int = strawberry.field(description="草稿所依版次")
    in_force: int | None = strawberry.field(description="现行版次（没有施行中的为空）")
    since: date | None = strawberry.field(description="现行版次自何日施行")
    must_confirm: bool = strawberry.field(description="是否须重新确认")
    criterion_kept: bool = strawberry.field(description="原选标准是否仍在")
    criterion_before: str | None = strawberry.field(description="原标准文字")
    criterion_after: str | None = strawberry.field(description="现行标准文字")
    changes: list[EntryDifference] = strawberry.field(description="两版逐项的不同")


@strawberry.type
class RecognitionQuery:
    recognition_applications = read(service.applications, Page[RecognitionApplicationNode])
    recognition_application = read(service.application, RecognitionApplicationNode)
    my_recognition_applications = read(service.my_applications, Page[RecognitionApplicationNode])
    recognition_counts = read(service.counts, list[ApplicationCount])
    recognition_clock = read(service.clock, DeadlineExplanation | None)
    recognition_criteria = read(service.criteria_for, list[CriterionForPerson])
    recognition_employers = read(service.employers_for, list[UnitNode])
    recognition_draft_check = read(service.draft_check, DraftDirectoryCheck)
    my_joint_reviews = read(service.my_joint_reviews, Page[JointReviewNode])
    recognition_objections = read(service.objections, Page[NoticeObjectionNode])
    evidence_files = read(evidence_service.evidence_files, Page[EvidenceFileNode])


@strawberry.type
class RecognitionMutation:
    start_recognition = write(application_service.start, RecognitionApplicationNode)
    change_recognition = write(application_service.change, RecognitionApplicationNode)
    confirm_recognition_directory = write(application_service.confirm_directory, RecognitionApplicationNode)
    submit_recognition = write(application_service.submit, RecognitionApplicationNode)
    withdraw_recognition = write(application_service.withdraw, RecognitionApplicationNode)
    recommend_recognition = write(review_service.recommend, RecognitionApplicationNode)
    review_recognition = write(review_service.review, RecognitionApplicationNode)
    send_back_recognition = write(review_service.send_back, RecognitionApplicationNode)
    decline_recognition = write(review_service.decline, RecognitionApplicationNode)
    send_recognition_to_departments = write(review_service.send_to_departments, RecognitionApplicationNode)
    ask_recognition_again = write(review_service.ask_again, RecognitionApplicationNode)
    answer_joint_review = write(review_service.answer_review, JointReviewNode)
    gather_recognition = write(review_service.gather, RecognitionApplicationNode)
    skip_joint_review = write(review_service.skip_joint_review, RecognitionApplicationNode)
    decide_recognition = write(review_service.decide, RecognitionApplicationNode)
    invite_experts = write(expert_service.invite_experts, RecognitionApplicationNode)
    close_scoring = write(expert_service.close_scoring, RecognitionApplicationNode)
    file_objection = write(notice_service.file_objection, RecognitionApplicationNode)
    settle_objection = write(notice_service.settle_objection, RecognitionApplicationNode)
    certify_recognition = write(notice_service.certify, RecognitionApplicationNode)
    attach_evidence = write(evidence_service.attach_evidence, RecognitionApplicationNode)
    detach_evidence = write(evidence_service.detach_evidence, RecognitionApplicationNode)
    propose_exemptions = write(exempting.propose_exemptions, list[RecognitionApplicationNode])
