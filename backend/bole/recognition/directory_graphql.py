"""The directory in the making, and talent programmes."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import strawberry

from bole.catalogue.graphql import CatalogueEntryNode, EntryDifference
from bole.core.graph import Json, Page, extend, many, node, read, steps, write
from bole.core.permissions import Permission
from bole.org.graphql import UnitNode
from bole.recognition import directory_service, programme_service, what_if_service
from bole.recognition.flow_rules import (
    DIRECTORY_DRAFT_FLOW,
    PROGRAMME_FLOW,
    DirectoryDraftStatus,
    ImpactKind,
    ProgrammeStatus,
)
from bole.recognition.models import DirectoryDraft, DirectoryImpact, ProgrammeBatch, ProgrammeMember
from bole.roster.graphql import TalentNode

DRAFT, READ = Permission.DIRECTORY_DRAFT, Permission.RECOGNITION_READ


@node(DirectoryDraft, allow=DRAFT)
class DirectoryDraftNode:
    """目录草案"""

    id: UUID
    version: int
    name: str
    status: DirectoryDraftStatus
    based_on: int | None
    body: Json
    valid_from: date
    source: str
    drafted_name: str
    created_at: datetime
    asked_at: datetime | None
    counted_at: datetime | None
    counted_ms: int | None
    people: int | None
    gain: int | None
    lose: int | None
    pending: int | None
    money: Decimal | None
    published_number: int | None
    allowed_steps: list[str] = steps(DIRECTORY_DRAFT_FLOW)


@node(DirectoryImpact, allow=DRAFT)
class DirectoryImpactNode:
    """目录草案影响到的一个人"""

    id: UUID
    kind: ImpactKind
    level_before: str | None
    level_after: str | None
    benefit_before: str | None
    benefit_after: str | None
    money_before: Decimal
    money_after: Decimal
    keeps_until: date | None
    talent: TalentNode | None


@node(ProgrammeBatch, allow=READ)
class ProgrammeBatchNode:
    """人才计划的一个年度批次"""

    id: UUID
    version: int
    programme: str
    name: str
    year: int
    quota: int
    selected: int
    status: ProgrammeStatus
    criteria: str
    term_from: date
    term_until: date
    funding: Decimal
    demo: bool
    allowed_steps: list[str] = steps(PROGRAMME_FLOW)
    unit: UnitNode


@node(ProgrammeMember, allow=READ)
class ProgrammeMemberNode:
    """人才计划的一名入选者"""

    id: UUID
    basis: str
    selected_on: date
    selected_name: str
    batch: ProgrammeBatchNode | None
    talent: TalentNode | None


extend(
    TalentNode,
    programmes=(
        list[ProgrammeMemberNode],
        many(lambda m: [m.selected_on.desc(), m.id.desc()], description="入选的人才计划"),
    ),
)


@strawberry.type
class DirectoryQuery:
    directory_versions = read(directory_service.directory_versions, list[CatalogueEntryNode])
    directory_drafts = read(directory_service.directory_drafts, Page[DirectoryDraftNode])
    directory_draft = read(directory_service.directory_draft, DirectoryDraftNode)
    directory_draft_difference = read(directory_service.draft_difference, list[EntryDifference])
    directory_impacts = read(what_if_service.directory_impacts, Page[DirectoryImpactNode])
    programme_batches = read(programme_service.programme_batches, Page[ProgrammeBatchNode])
    programme_batch = read(programme_service.programme_batch, ProgrammeBatchNode)
    programme_members = read(programme_service.programme_members, Page[ProgrammeMemberNode])


@strawberry.type
class DirectoryMutation:
    draft_directory = write(directory_service.draft_directory, DirectoryDraftNode)
    change_directory_draft = write(directory_service.change_directory_draft, DirectoryDraftNode)
    try_out_directory = write(directory_service.try_out_directory, DirectoryDraftNode)
    publish_directory = write(directory_service.publish_directory, DirectoryDraftNode)
    discard_directory_draft = write(directory_service.discard_directory_draft, DirectoryDraftNode)
    withdraw_directory = write(directory_service.withdraw_directory, CatalogueEntryNode)
    open_programme_batch = write(programme_service.open_programme_batch, ProgrammeBatchNode)
    set_programme_quota = write(programme_service.set_programme_quota, ProgrammeBatchNode)
    select_programme_member = write(programme_service.select_member, ProgrammeBatchNode)
    remove_programme_member = write(programme_service.remove_member, ProgrammeBatchNode)
    announce_programme = write(programme_service.announce_programme, ProgrammeBatchNode)
