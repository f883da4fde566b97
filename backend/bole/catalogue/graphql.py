"""What the catalogue shows and lets do."""

from datetime import date, datetime
from uuid import UUID

import strawberry

from bole.catalogue import calendar_service, service
from bole.catalogue.models import DEMO, Entry, WorkDay, WorkYear
from bole.core.calendar import DayKind, DayStatus
from bole.core.graph import Json, computed, node, read, write
from bole.core.permissions import Permission


@node(Entry, allow=Permission.CATALOGUE_READ)
class CatalogueEntryNode:
    """目录条目的一个版本"""

    id: UUID
    kind: str
    code: str
    number: int
    name: str
    position: int
    body: Json
    source: str
    is_demo: bool = computed(lambda e: e.source == DEMO, description="是否演示数据（显示处须标明）")
    valid_from: date
    valid_until: date | None
    published_by_name: str | None
    published_at: datetime


@node(WorkDay, allow=Permission.CATALOGUE_READ)
class WorkDayNode:
    """工作日历的一天"""

    id: UUID
    day: date
    kind: DayKind
    name: str | None
    source: str | None
    status: DayStatus


@node(WorkYear, allow=Permission.CATALOGUE_READ)
class WorkYearNode:
    """一年的工作日历"""

    id: UUID
    year: int
    status: DayStatus
    source: str
    published_at: datetime


@strawberry.type(description="两个版本之间的一处不同")
class EntryDifference:
    path: str = strawberry.field(description="哪一项")
    before: Json | None = strawberry.field(description="原为（原来没有则为空）")
    after: Json | None = strawberry.field(description="改为（去掉则为空）")


@strawberry.type(description="一类目录")
class EntryKind:
    kind: str = strawberry.field(description="类别代码")
    name: str = strawberry.field(description="类别名称")
    in_force: int = strawberry.field(description="今天有效的条目数")
    fields: Json = strawberry.field(
        description="内容有哪些项，每项一条：key、label、required、choices（可选的词）、fields（其下各项）"
    )


@strawberry.type
class CatalogueQuery:
    entries = read(service.entries, list[CatalogueEntryNode])
    entry_versions = read(service.entry_versions, list[CatalogueEntryNode])
    entry_difference = read(service.entry_difference, list[EntryDifference])
    entry_kinds = read(service.entry_kinds, list[EntryKind])
    work_years = read(calendar_service.work_years, list[WorkYearNode])
    work_days = read(calendar_service.work_days, list[WorkDayNode])


@strawberry.type
class CatalogueMutation:
    publish_entry = write(service.publish_entry, CatalogueEntryNode)
    withdraw_entry = write(service.withdraw_entry, CatalogueEntryNode)
    publish_work_calendar = write(calendar_service.publish_work_calendar, WorkYearNode)
