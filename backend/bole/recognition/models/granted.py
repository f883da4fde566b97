"""What was recognised: number, certificate, period; what became of it; and who may not apply for a while."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, column, literal_column, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlmodel import Field

from bole.core import ddl
from bole.core.table import IN_RANGE, Internal, Scoped, Versioned, choice, link
from bole.recognition.flow_rules import RECOGNITION_FLOW, RecognitionCheckOutcome, RecognitionStatus
from bole.recognition.models.application import RecognitionApplication
from bole.recognition.models.scope import MINE, NEVER_ALTERED, TAKES_PART, TOLD_BY_STAFF, of_its_person
from bole.roster.models import Talent


class Recognition(Scoped, Versioned, table=True):
    """One level, recognised from one day to another. What the certificate says is kept as it was said."""

    __tablename__ = "recognition"
    __table_args__ = (
        of_its_person("recognition"),
        UniqueConstraint("id", "talent_id", "unit_path", name="recognition_place_key"),
        UniqueConstraint("year", "ordinal", name="recognition_no_twin"),
        UniqueConstraint("certificate_number"),
        UniqueConstraint("verify_code"),
        UniqueConstraint("application_id"),
        CheckConstraint("valid_until >= valid_from", name="period_in_order"),
        CheckConstraint("ended_on is null or ended_on >= valid_from - 1", name="ends_after_it_began"),
        CheckConstraint("(status = 'effective') = (ended_on is null)", name="ended_has_a_day"),
        Index(
            "recognition_one_effective",
            "talent_id",
            unique=True,
            postgresql_where=text("status = 'effective'"),
        ),
        ExcludeConstraint(
            (column("talent_id"), "="),
            (literal_column("daterange(valid_from, coalesce(ended_on, valid_until), '[]')"), "&&"),
            name="recognition_one_level_a_day",
            using="gist",
            where=literal_column("ended_on is null or ended_on >= valid_from"),
        ),
        Index("recognition_due_idx", "valid_until", postgresql_where=text("status = 'effective'")),
        Index("recognition_unit_path_idx", "unit_path", "id"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    __policies__: ClassVar[dict[str, str]] = {
        "staff": f"({IN_RANGE}) or application_id in {TAKES_PART}",
        "talent": MINE,
    }
    __grants__: ClassVar[dict[str, str]] = TOLD_BY_STAFF

    talent_id: UUID = Field(index=True, description="人才")
    application_id: UUID | None = Field(
        default=None, foreign_key="recognition_application.id", description="认定申请（复核降级的为空）"
    )
    predecessor_id: UUID | None = Field(
        default=None, foreign_key="recognition.id", index=True, description="前一认定"
    )
    status: RecognitionStatus = Field(
        default=RECOGNITION_FLOW.start, sa_type=choice(RecognitionStatus), description="状态"
    )
    year: int = Field(description="证书年份")
    ordinal: int = Field(description="证书序号")
    certificate_number: str = Field(max_length=40, description="证书编号")
    verify_code: str = Field(max_length=20, description="核验码")
    name: str = Field(max_length=60, description="证书上的姓名")
    level: str = Field(max_length=60, description="层次代码")
    level_name: str = Field(max_length=80, description="证书上的层次")
    talent_type: str = Field(max_length=60, description="类型代码")
    type_name: str = Field(max_length=80, description="证书上的类型")
    issuer: str = Field(max_length=60, description="发证机关")
    issued_on: date = Field(description="发证日")
    valid_from: date = Field(description="生效日")
    valid_until: date = Field(description="有效期止")
    applied: bool = Field(default=False, description="层次是否已记入名录")
    ended_on: date | None = Field(default=None, description="终止前的最后一日")
    end_reason: str | None = Field(default=None, max_length=500, description="终止原因")

    talent: Talent = link(reverse="recognitions", viewonly=True)
    application: RecognitionApplication = link(back="recognitions")
    checks: list["RecognitionCheck"] = link(back="recognition")


class RecognitionCheck(Scoped, table=True):
    """One review of a standing recognition. Never altered."""

    __tablename__ = "recognition_check"
    __table_args__ = (of_its_person("recognition_check"), Index("recognition_check_of_idx", "recognition_id"))
    __policies__: ClassVar[dict[str, str]] = {"talent": MINE}
    __grants__: ClassVar[dict[str, str]] = {**NEVER_ALTERED, "talent": "select"}

    recognition_id: UUID = Field(foreign_key="recognition.id", description="认定")
    talent_id: UUID = Field(description="人才")
    outcome: RecognitionCheckOutcome = Field(sa_type=choice(RecognitionCheckOutcome), description="复核结果")
    opinion: str = Field(max_length=1000, description="复核意见")
    checked_on: date = Field(description="复核日")
    account_name: str = Field(max_length=60, description="复核人")

    recognition: Recognition = link(back="checks")


class RecognitionBan(Scoped, table=True):
    """No application of this person is taken up in these days. Never altered."""

    __tablename__ = "recognition_ban"
    __table_args__ = (
        of_its_person("recognition_ban"),
        CheckConstraint("valid_until >= valid_from", name="period_in_order"),
        Index("recognition_ban_talent_idx", "talent_id", "valid_until"),
    )
    __policies__: ClassVar[dict[str, str]] = {"talent": MINE}
    __grants__: ClassVar[dict[str, str]] = {**NEVER_ALTERED, "talent": "select"}

    talent_id: UUID = Field(description="人才")
    valid_from: date = Field(description="禁止申报起日")
    valid_until: date = Field(description="禁止申报止日")
    reason: str = Field(max_length=500, description="事由")
    account_name: str = Field(max_length=60, description="决定人")

    talent: Talent = link(reverse="recognition_bans", viewonly=True)


class CertificateNumber(Internal, table=True):
    """The last number of a year. Its row is held by whoever takes the next one, so none is skipped."""

    __tablename__ = "recognition_number"
    __table_args__ = (UniqueConstraint("year"), CheckConstraint("last >= 1", name="from_one"))

    year: int = Field(description="年份")
    last: int = Field(description="最后一号")


ddl.append_only("recognition_check", moves=True)
ddl.append_only("recognition_ban", moves=True)
ddl.EXTRA.append("""
create function recognition_said() returns trigger language plpgsql as $$
begin
  if (new.year, new.ordinal, new.certificate_number, new.verify_code, new.name, new.level, new.level_name,
      new.type_name, new.issued_on, new.valid_from, new.valid_until)
     is distinct from (old.year, old.ordinal, old.certificate_number, old.verify_code, old.name, old.level,
      old.level_name, old.type_name, old.issued_on, old.valid_from, old.valid_until) then
    raise exception 'a certificate says what it said when it was issued' using errcode = 'restrict_violation';
  end if;
  return new;
end $$""")
ddl.EXTRA.append(
    "create trigger recognition_said before update on recognition for each row execute function recognition_said()"
)
