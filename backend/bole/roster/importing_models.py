"""Imports as they are kept: the file, how far it is, and what there is to tell about its rows."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from bole.core.table import Scoped, choice, link, moment
from bole.org.models import Unit
from bole.roster.importing_rules import IMPORT_FLOW, ImportStatus, RowOutcome, Severity


def _count(words: str) -> Any:
    return Field(default=0, sa_column_kwargs={"server_default": "0"}, description=words)


class ImportJob(Scoped, table=True):
    """One workbook on its way into the roster."""

    __tablename__ = "import_job"
    __table_args__ = (
        Index("import_job_unit_idx", "unit_path", "created_at"),
        Index("import_job_digest_idx", "digest"),
        UniqueConstraint("id", "unit_path"),
    )

    actor_id: UUID = Field(description="上传人编号")
    actor_name: str = Field(max_length=60, description="上传人")
    filename: str = Field(max_length=200, description="文件名")
    size: int = Field(sa_type=BigInteger, description="文件大小（字节）")
    digest: bytes = Field(sa_type=LargeBinary, description="文件摘要（SHA-256）")
    file_key: str | None = Field(default=None, max_length=120, description="原文件存放处（清理后为空）")
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id", description="默认归口单位")
    sheet: str | None = Field(default=None, max_length=80, description="指定的工作表")
    scope_lo: int = Field(sa_type=BigInteger, description="可导入的单位范围起")
    scope_hi: int = Field(sa_type=BigInteger, description="可导入的单位范围止")
    status: ImportStatus = Field(
        default=IMPORT_FLOW.start, sa_type=choice(ImportStatus), index=True, description="状态"
    )
    head: dict[str, Any] = Field(
        default_factory=dict,
        sa_type=JSONB,
        sa_column_kwargs={"server_default": "{}"},
        description="读到的表：工作表、编码、认出的列、没有用到的列",
    )
    rows_total: int | None = Field(default=None, description="总行数")
    rows_done: int = _count("已处理行数")
    rows_new: int = _count("将新增")
    rows_update: int = _count("将更新")
    rows_unchanged: int = _count("没有变化")
    rows_error: int = _count("有错误")
    rows_warned: int = _count("有提醒")
    position: int = _count("已入库到第几行")
    entered: int = _count("已新增")
    changed: int = _count("已更新")
    failure_code: str | None = Field(default=None, max_length=60, description="失败代码")
    failure: str | None = Field(default=None, max_length=400, description="失败原因与处理办法")
    committed_by: str | None = Field(default=None, max_length=60, description="入库人")
    committer_id: UUID | None = Field(default=None, description="入库人编号")
    touched_at: datetime | None = Field(
        default=None, sa_type=moment(), description="最近一次进展（长时间没有进展的会自动续办）"
    )
    checked_at: datetime | None = Field(default=None, sa_type=moment(), description="检查完成时间")
    finished_at: datetime | None = Field(default=None, sa_type=moment(), description="结束时间")

    unit: Unit = link(foreign_keys="ImportJob.unit_id")
    rows: list["ImportRow"] = link(back="job")


class ImportRow(Scoped, table=True):
    """A row of which there is something to tell: an error, a warning, a change. The others are only counted."""

    __tablename__ = "import_row"
    __table_args__ = (
        UniqueConstraint("import_id", "row_number"),
        UniqueConstraint("id", "unit_path"),
        ForeignKeyConstraint(
            ["import_id", "unit_path"], ["import_job.id", "import_job.unit_path"], ondelete="CASCADE"
        ),
    )

    import_id: UUID = Field(description="导入")
    row_number: int = Field(description="行号")
    outcome: RowOutcome = Field(sa_type=choice(RowOutcome), description="结果")
    name: str = Field(max_length=120, description="姓名")
    talent_id: UUID | None = Field(default=None, description="对应的人才")

    job: ImportJob = link(back="rows")
    findings: list["ImportFinding"] = link(back="row")


class ImportFinding(Scoped, table=True):
    """One thing to tell about one cell. Sensitive values are masked before they come here."""

    __tablename__ = "import_finding"
    __table_args__ = (UniqueConstraint("row_id", "ordinal"),)

    row_id: UUID = Field(
        sa_column_args=[ForeignKey("import_row.id", ondelete="CASCADE")], description="导入的行"
    )
    ordinal: int = Field(description="序号")
    severity: Severity = Field(sa_type=choice(Severity), description="错误、提醒或改动")
    column: str | None = Field(default=None, max_length=40, description="列")
    title: str | None = Field(default=None, max_length=120, description="列名")
    cell: str | None = Field(default=None, max_length=12, description="单元格")
    shown: str | None = Field(default=None, max_length=200, description="填写的内容（敏感的已遮盖）")
    before: str | None = Field(default=None, max_length=200, description="名录中原来的内容（敏感的已遮盖）")
    code: str = Field(max_length=60, description="代码")
    words: str = Field(max_length=600, description="说明与改法")

    row: ImportRow = link(back="findings")


__all__ = ["ImportFinding", "ImportJob", "ImportRow"]
