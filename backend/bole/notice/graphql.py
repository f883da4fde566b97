"""Notices for the staff's and the talent's own inbox."""

from datetime import datetime
from uuid import UUID

import strawberry

from bole.core.graph import Page, node, read, watch, write
from bole.core.permissions import Permission
from bole.notice import service
from bole.notice.models import Notice


@node(Notice, allow=Permission.NOTICE_READ)
class NoticeNode:
    """一条消息。"""

    id: UUID
    created_at: datetime
    kind: str
    title: str
    body: str
    about: str
    about_id: UUID | None
    read_at: datetime | None


@strawberry.type
class NoticeQuery:
    notices = read(service.notices, Page[NoticeNode])


@strawberry.type
class NoticeMutation:
    mark_notices_read = write(service.mark_read, list[NoticeNode])


@strawberry.type
class NoticeSubscription:
    notice_arrived = watch(service.notice, NoticeNode, channel="notice")
