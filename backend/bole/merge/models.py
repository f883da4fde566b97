"""Pairs that may be one person, merges with what stood before them, and keys that too many share."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, Text

from bole.core.ddl import EXTRA
from bole.core.table import HI, LO, Internal, Scoped, Versioned, choice, link, moment
from bole.merge.keys import TalentKey
from bole.merge.rules import PAIR_FLOW, Likelihood, PairStatus
from bole.roster.erasing import GONE
from bole.roster.models import Talent

BOTH = f"unit_path >= {LO} and unit_path < {HI} and high_path >= {LO} and high_path < {HI}"
"""Who sees both records sees the pair; of a pair across two counties neither sees the other's side."""


class DuplicatePair(Scoped, Versioned, table=True):
    """Two records that may be one person, the smaller id first. Asked about once, unless the evidence changes."""

    __tablename__ = "duplicate_pair"
    __table_args__ = (
        ForeignKeyConstraint(["low_id", "unit_path"], ["talent.id", "talent.unit_path"], onupdate="CASCADE"),
        ForeignKeyConstraint(["high_id", "high_path"], ["talent.id", "talent.unit_path"], onupdate="CASCADE"),
        UniqueConstraint("low_id", "high_id", name="duplicate_pair_once"),
        CheckConstraint("low_id < high_id", name="smaller_first"),
        CheckConstraint("(status = 'open') = (decided_at is null)", name="decided_has_a_time"),
        Index("duplicate_pair_open_idx", text("score desc"), "id", postgresql_where=text("status = 'open'")),
        Index("duplicate_pair_high_idx", "high_id"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    __policies__: ClassVar[dict[str, str]] = {"staff": BOTH}

    low_id: UUID = Field(description="一条记录")
    high_id: UUID = Field(description="另一条记录")
    high_path: int = Field(sa_type=BigInteger, description="另一条记录的所属单位路径")
    score: int = Field(description="分值")
    likelihood: Likelihood = Field(sa_type=choice(Likelihood), description="可能程度")
    clues: list[str] = Field(sa_type=ARRAY(Text), description="相同与矛盾之处（代码）")
    clue_words: list[str] = Field(sa_type=ARRAY(Text), description="相同与矛盾之处")
    evidence_hash: bytes = Field(sa_type=LargeBinary, description="证据摘要：变了才重新核对")
    found_on: date = Field(description="发现日期")
    status: PairStatus = Field(default=PAIR_FLOW.start, sa_type=choice(PairStatus), description="状态")
    reason: str | None = Field(default=None, max_length=400, description="核定理由")
    decided_by: str | None = Field(default=None, max_length=60, description="核定人")
    decided_at: datetime | None = Field(default=None, sa_type=moment(), description="核定时间")
    asked_before: bool = Field(default=False, description="是否曾核为不同人、因线索有变重新核对")

    low: Talent = link(foreign_keys="DuplicatePair.low_id", viewonly=True)
    high: Talent = link(foreign_keys="DuplicatePair.high_id", viewonly=True)


class DuplicateSign(Scoped, table=True):
    """One side of an open pair: the keeper of a record hears that it is being looked at, and nothing else."""

    __tablename__ = "duplicate_sign"
    __table_args__ = (
        ForeignKeyConstraint(
            ["talent_id", "unit_path"], ["talent.id", "talent.unit_path"], onupdate="CASCADE"
        ),
        UniqueConstraint("talent_id", "pair_id"),
        Index("duplicate_sign_unit_path_idx", "unit_path", "id"),
    )

    talent_id: UUID = Field(description="人才")
    pair_id: UUID = Field(index=True, description="哪一对")
    since: date = Field(description="自何日起")

    talent: Talent = link(reverse="duplicate_signs")


class CrowdedKey(Internal, table=True):
    """A key that more people share than are compared pair by pair: a hotel's phone, a switchboard."""

    __tablename__ = "crowded_key"
    __table_args__ = (UniqueConstraint("kind", "key", name="crowded_key_once"),)

    kind: str = Field(max_length=20, description="线索种类")
    key: bytes = Field(sa_type=LargeBinary, description="线索摘要")
    people: int = Field(description="相同的人数")
    shown: str = Field(max_length=80, description="是什么（掩码）")
    sample_id: UUID = Field(description="其中一人")
    found_on: date = Field(description="发现日期")


class TalentMerge(Scoped, table=True):
    """Two records joined: who did it, what was chosen, until when it may be undone, and whether it was."""

    __tablename__ = "talent_merge"
    __table_args__ = (
        ForeignKeyConstraint(
            ["survivor_id", "unit_path"], ["talent.id", "talent.unit_path"], onupdate="CASCADE"
        ),
        Index("talent_merge_survivor_idx", "survivor_id", "merged_at"),
        Index(
            "talent_merge_one_standing",
            "absorbed_id",
            unique=True,
            postgresql_where=text("undone_at is null"),
        ),
        CheckConstraint("survivor_id <> absorbed_id", name="two_records"),
        CheckConstraint("(undone_at is null) = (undone_by is null)", name="undone_by_someone"),
        CheckConstraint(
            "images_gone_on is null or undone_at is not null or images_gone_on > undo_until"
            f" or absorbed_name = '{GONE}'",
            name="images_stay_while_they_may_be_needed",
        ),
    )

    survivor_id: UUID = Field(description="保留的记录")
    absorbed_id: UUID = Field(foreign_key="talent.id", description="并入的记录")
    survivor_name: str = Field(max_length=60, description="合并时保留记录的姓名")
    absorbed_name: str = Field(max_length=60, description="合并时并入记录的姓名")
    absorbed_unit: str = Field(max_length=80, description="并入记录的归口单位")
    reason: str = Field(max_length=400, description="合并理由")
    choices: dict[str, Any] = Field(sa_type=JSONB, description="逐项选择")
    summary: list[str] = Field(sa_type=ARRAY(Text), description="随之变动的事项")
    merged_by: str = Field(max_length=60, description="合并人")
    merged_by_id: UUID = Field(description="合并人账号")
    merged_at: datetime = Field(sa_type=moment(), description="合并时间")
    undo_until: date = Field(description="可撤销至")
    undone_by: str | None = Field(default=None, max_length=60, description="撤销人")
    undone_at: datetime | None = Field(default=None, sa_type=moment(), description="撤销时间")
    undo_reason: str | None = Field(default=None, max_length=400, description="撤销理由")
    images_gone_on: date | None = Field(default=None, description="底本清除日期：此后不能撤销")

    survivor: Talent = link(foreign_keys="TalentMerge.survivor_id", reverse="merges", viewonly=True)
    absorbed: Talent = link(foreign_keys="TalentMerge.absorbed_id", reverse="merged_into", viewonly=True)


class MergeImage(Internal, table=True):
    """One row of either record as it was before and after the merge (both null: it was there, untouched).
    Sealed columns stay sealed. Never changed; they go when nobody may need them any more: the merge was undone, its
    time for undoing is over, or the person was erased. The merge says so first (`images_gone_on`)."""

    __tablename__ = "merge_image"
    __table_args__ = (Index("merge_image_merge_idx", "merge_id", "table_name", "row_id"),)
    __grants__: ClassVar[dict[str, str]] = {}

    merge_id: UUID = Field(foreign_key="talent_merge.id", description="哪次合并")
    table_name: str = Field(max_length=60, description="表")
    row_id: UUID = Field(description="行")
    before: dict[str, Any] | None = Field(
        default=None, sa_type=JSONB(none_as_null=True), description="合并前"
    )
    after: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True), description="合并后")


EXTRA.extend(
    [
        "create trigger merge_image_kept before update or truncate on merge_image"
        " for each statement execute function bole_append_only()",
        """
create function merge_images_needed() returns trigger language plpgsql as $$
begin
  if exists (
    select from gone where not exists (
      select from talent_merge m where m.id = gone.merge_id and m.images_gone_on is not null)
  ) then
    raise exception 'images of a merge that may be undone stay' using errcode = 'restrict_violation';
  end if;
  return null;
end $$""",
        "create trigger merge_image_needed after delete on merge_image referencing old table as gone"
        " for each statement execute function merge_images_needed()",
        *(
            f"alter table merge_image enable always trigger {name}"
            for name in ("merge_image_kept", "merge_image_needed")
        ),
    ]
)

__all__ = ["CrowdedKey", "DuplicatePair", "DuplicateSign", "MergeImage", "TalentKey", "TalentMerge"]
