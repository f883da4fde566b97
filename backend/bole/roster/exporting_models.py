"""Exports as they are kept: who asked for what and why, and the file while it lies."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from bole.core.table import Scoped, choice, moment
from bole.roster.exporting_rules import EXPORT_FLOW, ExportFormat, ExportStatus
from bole.roster.rules import RevealPurpose


class ExportJob(Scoped, table=True):
    """One request for a list of people, with its purpose and its trace code."""

    __tablename__ = "export_job"
    __table_args__ = (
        UniqueConstraint("trace"),
        Index("export_job_unit_idx", "unit_path", "created_at"),
        Index("export_job_expiry_idx", "status", "expires_at"),
    )

    actor_id: UUID = Field(index=True, description="申请人编号")
    actor_name: str = Field(max_length=60, description="申请人")
    scope_lo: int = Field(sa_type=BigInteger, description="可见的单位范围起")
    scope_hi: int = Field(sa_type=BigInteger, description="可见的单位范围止")
    purpose: RevealPurpose = Field(sa_type=choice(RevealPurpose), description="用途")
    reason: str = Field(max_length=200, description="具体事由")
    filters: dict[str, Any] = Field(sa_type=JSONB, description="筛选条件")
    columns: list[str] = Field(sa_type=ARRAY(Text), description="导出的列")
    clear: bool = Field(default=False, description="是否显示证件号码、电话、邮箱的明文")
    sensitive: bool = Field(default=False, description="是否显示出生日期")
    format: ExportFormat = Field(sa_type=choice(ExportFormat), description="文件格式")
    status: ExportStatus = Field(default=EXPORT_FLOW.start, sa_type=choice(ExportStatus), description="状态")
    trace: str = Field(max_length=12, description="追溯码")
    rows_total: int | None = Field(default=None, description="总人数")
    rows_done: int = Field(default=0, sa_column_kwargs={"server_default": "0"}, description="已写入人数")
    file_key: str | None = Field(default=None, max_length=120, description="文件存放处（过期后为空）")
    size: int | None = Field(default=None, sa_type=BigInteger, description="文件大小（字节）")
    downloads: int = Field(default=0, sa_column_kwargs={"server_default": "0"}, description="下载次数")
    expires_at: datetime | None = Field(default=None, sa_type=moment(), description="文件保存至")
    touched_at: datetime | None = Field(default=None, sa_type=moment(), description="最近一次进展")
    failure_code: str | None = Field(default=None, max_length=60, description="失败代码")
    failure: str | None = Field(default=None, max_length=400, description="失败原因与处理办法")


__all__ = ["ExportJob"]
