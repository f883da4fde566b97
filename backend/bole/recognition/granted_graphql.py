"""What was granted: a recognition and its certificate, how it was checked since, and who may not apply."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
import strawberry

from bole.core.graph import Page, computed, extend, many, node, read, steps, write
from bole.core.operation import ASK
from bole.core.permissions import Permission
from bole.recognition import granted_service, service
from bole.recognition.flow_rules import RECOGNITION_FLOW, RecognitionCheckOutcome, RecognitionStatus
from bole.recognition.models import Recognition, RecognitionBan, RecognitionCheck
from bole.roster.graphql import TalentNode

READ = Permission.RECOGNITION_READ


@node(RecognitionCheck, allow=READ)
class RecognitionCheckNode:
    """一次复核"""

    id: UUID
    outcome: RecognitionCheckOutcome
    opinion: str
    checked_on: date
    account_name: str


@node(RecognitionBan, allow=READ)
class RecognitionBanNode:
    """一段禁止申报的期间"""

    id: UUID
    valid_from: date
    valid_until: date
    reason: str
    account_name: str
    talent: TalentNode | None


@node(Recognition, allow=READ)
class RecognitionNode:
    """一项认定及其证书"""

    id: UUID
    version: int
    talent_id: UUID
    application_id: UUID | None
    predecessor_id: UUID | None
    status: RecognitionStatus
    certificate_number: str
    verify_code: str
    name: str
    level: str
    level_name: str
    talent_type: str
    type_name: str
    issuer: str
    issued_on: date
    valid_from: date
    valid_until: date
    in_force: bool = computed(
        lambda r: sa.and_(
            r.valid_from <= ASK.today,
            sa.func.coalesce(r.ended_on, r.valid_until) >= ASK.today,
            r.status != RecognitionStatus.CANCELLED,
        ),
        description="今天是否有效",
    )
    ended_on: date | None
    end_reason: str | None
    allowed_steps: list[str] = steps(RECOGNITION_FLOW)
    talent: TalentNode | None
    checks: list[RecognitionCheckNode] = many(lambda c: [c.checked_on.desc(), c.id.desc()])


extend(
    TalentNode,
    recognitions=(
        list[RecognitionNode],
        many(lambda r: [r.valid_from.desc(), r.id.desc()], description="历次认定"),
    ),
)


@strawberry.type
class GrantedQuery:
    recognitions = read(service.recognitions, Page[RecognitionNode])
    recognition = read(service.recognition, RecognitionNode)
    my_recognitions = read(service.my_recognitions, Page[RecognitionNode])
    recognition_bans = read(granted_service.recognition_bans, Page[RecognitionBanNode])


@strawberry.type
class GrantedMutation:
    check_recognition = write(granted_service.check_recognition, RecognitionNode)
    exit_recognition = write(granted_service.exit_recognition, RecognitionNode)
    cancel_recognition = write(granted_service.cancel_recognition, RecognitionNode)
