"""Papers of a person: kept once, used in as many applications of that person as need them."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field

from bole.core import ddl
from bole.core.table import IN_RANGE, Scoped, link
from bole.recognition.models.application import RecognitionApplication
from bole.recognition.models.scope import (
    MINE,
    NEVER_ALTERED,
    PART_POLICIES,
    TAKES_PART,
    of_its_application,
    of_its_person,
)


class EvidenceFile(Scoped, table=True):
    """One file. The same bytes are kept once for a person."""

    __tablename__ = "recognition_evidence"
    __table_args__ = (
        of_its_person("recognition_evidence"),
        UniqueConstraint("id", "talent_id", name="recognition_evidence_owner_key"),
        # not unique: of two records that become one, each may have kept the same paper
        Index("recognition_evidence_same_idx", "talent_id", "sha256"),
        CheckConstraint("size > 0", name="not_empty"),
    )
    __policies__: ClassVar[dict[str, str]] = {
        "staff": f"({IN_RANGE}) or id in (select evidence_id from recognition_attachment"  # noqa: S608  (no input)
        f" where application_id in {TAKES_PART})",
        "talent": MINE,
    }
    __grants__: ClassVar[dict[str, str]] = NEVER_ALTERED

    talent_id: UUID = Field(description="人才")
    kind: str = Field(max_length=40, description="佐证材料代码")
    filename: str = Field(max_length=120, description="文件名")
    media_type: str = Field(max_length=40, description="文件格式（按内容认定）")
    size: int = Field(sa_type=BigInteger, description="大小（字节）")
    sha256: bytes = Field(sa_type=LargeBinary, description="内容摘要")
    file_key: str = Field(max_length=120, description="存放处")
    anonymous: bool = Field(default=False, description="是否已隐去姓名与单位（可供专家盲评）")
    uploaded_by: UUID = Field(description="上传人账号")
    uploaded_name: str = Field(max_length=60, description="上传人")

    attachments: list["Attachment"] = link(back="evidence", viewonly=True)


class Attachment(Scoped, table=True):
    """A file used in an application: both belong to the same person, by foreign keys."""

    __tablename__ = "recognition_attachment"
    __table_args__ = (
        of_its_application("recognition_attachment"),
        ForeignKeyConstraint(
            ["evidence_id", "talent_id"],
            ["recognition_evidence.id", "recognition_evidence.talent_id"],
            name="recognition_attachment_evidence_fkey",
            # where two records become one, applications go first and papers after them
            deferrable=True,
            initially="DEFERRED",
        ),
        UniqueConstraint("application_id", "evidence_id", "kind", name="recognition_attachment_once"),
        Index("recognition_attachment_evidence_idx", "evidence_id"),
    )
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES
    __grants__: ClassVar[dict[str, str]] = dict.fromkeys(
        ("staff", "talent", "system"), "select, insert, delete"
    )

    application_id: UUID = Field(description="认定申请")
    talent_id: UUID = Field(description="人才")
    evidence_id: UUID = Field(description="文件")
    kind: str = Field(max_length=40, description="用作哪种佐证材料")

    application: RecognitionApplication = link(back="attachments")
    evidence: EvidenceFile = link(back="attachments", viewonly=True)


ddl.append_only("recognition_evidence", moves=True)
