"""The experts, and the sheets on which they score blind."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry

from bole.core.graph import Json, Page, computed, node, read, steps, write
from bole.core.operation import ASK
from bole.core.permissions import Permission
from bole.recognition import expert_service
from bole.recognition.flow_rules import SHEET_FLOW, ScoreSheetStatus
from bole.recognition.models import Expert, ScoreSheet
from bole.recognition.scoring import OPEN

LEAD = Permission.RECOGNITION_LEAD


@node(Expert, allow=LEAD)
class ExpertNode:
    """评审专家"""

    id: UUID
    account_id: UUID
    name: str
    employer_name: str
    types: Json
    specialty: str | None
    active: bool


def once_all_are_in(told: str) -> Any:
    """SQL: what a sheet says, kept from the organisers too while another expert may still be swayed by it."""

    def shown(sheet: Any) -> Any:
        other = ScoreSheet.__table__.alias("other_sheet")  # type: ignore[attr-defined]
        waited_for = sa.exists().where(
            other.c.application_id == sheet.application_id,
            other.c.round == sheet.round,
            other.c.status.in_(OPEN),
        )
        return sa.case((~waited_for, getattr(sheet, told)), else_=sa.null())

    return shown


@node(ScoreSheet, allow=LEAD)
class ScoreSheetNode:
    """一份评分表（组织者所见）"""

    id: UUID
    round: int
    code: str
    status: ScoreSheetStatus
    invited_on: date
    due_on: date
    items: Json
    scores: Json | None = computed(once_all_are_in("scores"), description="各项得分（全部交回之后可见）")
    total: float | None = computed(once_all_are_in("total"), description="总分（全部交回之后可见）")
    comment: str | None = computed(once_all_are_in("comment"), description="评语（全部交回之后可见）")
    recusal: str | None
    answered_at: datetime | None
    expert: ExpertNode | None


@node(ScoreSheet, allow=Permission.RECOGNITION_SCORE)
class MyScoreSheetNode:
    """我的评分表（盲评：不含姓名与单位）"""

    id: UUID
    round: int
    code: str
    status: ScoreSheetStatus
    invited_on: date
    due_on: date
    overdue: bool = computed(
        lambda s: sa.and_(s.status.in_(OPEN), s.due_on < ASK.today),
        description="是否逾期",
    )
    material: Json | None = computed(
        lambda s: sa.case(
            (s.status.in_((ScoreSheetStatus.ACCEPTED, ScoreSheetStatus.SCORED)), s.material), else_=sa.null()
        ),
        description="评分材料（接受之后可见）",
    )
    items: Json
    scores: Json | None
    total: float | None
    comment: str | None
    recusal: str | None
    answered_at: datetime | None
    allowed_steps: list[str] = steps(SHEET_FLOW)


@strawberry.type(description="可聘为评审专家的账号")
class ExpertCandidate:
    id: UUID
    name: str = strawberry.field(description="姓名")
    login: str = strawberry.field(description="登录名")


@strawberry.type
class ExpertQuery:
    recognition_experts = read(expert_service.experts, Page[ExpertNode])
    expert_candidates = read(expert_service.expert_candidates, list[ExpertCandidate])
    my_score_sheets = read(expert_service.my_score_sheets, Page[MyScoreSheetNode])
    my_score_sheet = read(expert_service.my_score_sheet, MyScoreSheetNode)


@strawberry.type
class ExpertMutation:
    enrol_expert = write(expert_service.enrol_expert, ExpertNode)
    retire_expert = write(expert_service.retire_expert, ExpertNode)
    accept_score_sheet = write(expert_service.accept_sheet, MyScoreSheetNode)
    recuse_score_sheet = write(expert_service.recuse_sheet, MyScoreSheetNode)
    submit_score_sheet = write(expert_service.score_sheet, MyScoreSheetNode)
