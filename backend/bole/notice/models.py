"""Notices: one row for each account that something concerns."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from bole.core.ddl import EXTRA
from bole.core.live import announced
from bole.core.table import Owned, moment


class Notice(Owned, table=True):
    """What an account is told about one thing: once for each `key`, however often the fact is delivered."""

    __table_args__ = (
        UniqueConstraint("account_id", "key", name="notice_told_once"),
        Index("notice_account_id_idx", "account_id", "created_at", "id"),
    )

    kind: str = Field(max_length=60, description="类别")
    title: str = Field(max_length=200, description="标题")
    body: str = Field(default="", max_length=2000, description="内容")
    about: str = Field(max_length=60, description="所涉事项的类型，例如 fasttrack_case")
    about_id: UUID | None = Field(default=None, description="所涉事项的编号")
    key: str = Field(max_length=200, description="同一件事只通知一次的键")
    read_at: datetime | None = Field(default=None, sa_type=moment(), description="已读时间")


EXTRA.extend(announced("notice"))
