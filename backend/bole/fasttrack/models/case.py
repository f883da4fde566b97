"""A case, who takes part in it, every step it took, and its clock."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Index,
    UniqueConstraint,
    column,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, ExcludeConstraint
from sqlmodel import Field

from bole.core import ddl
from bole.core.table import HI, IN_RANGE, LO, SELF, Internal, Scoped, Versioned, choice, link, moment
from bole.fasttrack.flow_rules import (
    CASE_FLOW,
    CaseStatus,
    PartyRole,
)
from bole.fasttrack.models.scope import CASE_POLICIES, NEVER_ALTERED, PART_POLICIES, of_its_case
from bole.org.models import Post, Unit

if TYPE_CHECKING:
    from bole.fasttrack.models.plan import CaseAssessment, Measure
    from bole.fasttrack.models.review import CaseDecision, Countersign, ExpertVote


class FastTrackCase(Scoped, Versioned, table=True):
    """One talent or team, to be brought in by a plan of its own."""

    __tablename__ = "fasttrack_case"
    __table_args__ = (
        UniqueConstraint("number"),
        UniqueConstraint("id", "unit_path", name="fasttrack_case_id_path_key"),
        CheckConstraint(
            "(number is null) = (accepted_on is null) and (due_on is null) = (accepted_on is null)"
            " and (terms is null) = (accepted_on is null)",
            name="accepted_whole",
        ),
        CheckConstraint("settled_on is null or settled_on >= opened_on", name="settled_after_opening"),
        Index("fasttrack_case_opened_idx", "opened_on", "id"),
        Index("fasttrack_case_due_idx", "due_on", postgresql_where=text("settled_on is null")),
        Index("fasttrack_case_unit_path_idx", "unit_path"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    __policies__: ClassVar[dict[str, str]] = CASE_POLICIES

    number: str | None = Field(default=None, max_length=20, description="案件编号（受理时给号，连续不断号）")
    status: CaseStatus = Field(
        default=CASE_FLOW.start, sa_type=choice(CaseStatus), index=True, description="状态"
    )
    secret: bool = Field(default=True, description="是否限知（姓名与事由只有参办人员可见）")
    team: bool = Field(default=False, description="是否团队")
    level: str = Field(max_length=60, description="拟引进层次代码")
    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="发起单位")
    lead_id: UUID = Field(foreign_key="unit.id", index=True, description="牵头单位")
    employer_id: UUID | None = Field(default=None, foreign_key="unit.id", description="用人单位")
    holder_id: UUID | None = Field(
        default=None,
        foreign_key="unit.id",
        index=True,
        description="当前经办单位（联审与落实时为空：各单位分别经办）",
    )
    decider_id: UUID | None = Field(default=None, foreign_key="post.id", index=True, description="审定人岗位")
    talent_id: UUID | None = Field(
        default=None, foreign_key="talent.id", index=True, description="名录中的人选（已入库时）"
    )
    candidate_name: str = Field(
        max_length=60, sa_column_kwargs={"info": {"sensitive": True}}, description="人选姓名"
    )
    request: str = Field(
        max_length=2000, sa_column_kwargs={"info": {"sensitive": True}}, description="事由与诉求"
    )
    opened_on: date = Field(description="发起日")
    accepted_on: date | None = Field(default=None, description="受理日（起算日，不计入）")
    due_on: date | None = Field(default=None, description="应审定日")
    due_provisional: bool = Field(default=False, description="应审定日是否暂定（涉及未正式公布的日历）")
    due_estimated: bool = Field(default=False, description="应审定日是否预估（暂停中，按预计恢复日推算）")
    settled_on: date | None = Field(default=None, description="停止计时日（审定、不予支持或中止之日）")
    working_days: int | None = Field(default=None, description="总时限（工作日）")
    terms: dict[str, Any] | None = Field(
        default=None, sa_type=JSONB(none_as_null=True), description="受理时的时限与论证规则"
    )
    terms_version: int | None = Field(default=None, description="所依目录版次")
    agreement: str | None = Field(default=None, max_length=80, description="协议编号")
    signed_on: date | None = Field(default=None, description="签约日")
    last_step: int = Field(default=0, description="已办步骤数")

    unit: Unit = link(foreign_keys="FastTrackCase.unit_id")
    lead: Unit = link(foreign_keys="FastTrackCase.lead_id")
    employer: Unit = link(foreign_keys="FastTrackCase.employer_id")
    holder: Unit = link(foreign_keys="FastTrackCase.holder_id")
    decider: Post = link(foreign_keys="FastTrackCase.decider_id")
    parties: list["CaseParty"] = link(back="case")
    stages: list["CaseStage"] = link(back="case")
    measures: list["Measure"] = link(back="case")
    countersigns: list["Countersign"] = link(back="case")
    pauses: list["CasePause"] = link(back="case")
    votes: list["ExpertVote"] = link(back="case")
    decisions: list["CaseDecision"] = link(back="case")
    assessments: list["CaseAssessment"] = link(back="case")
    due_moves: list["DueMove"] = link(back="case")


class CaseParty(Scoped, table=True):
    """A unit, or one post of it, takes part in a case and therefore sees it. `unit_path` is the party's own.

    The paths of who opened and who leads stand beside it, so that both see every party: a policy here that
    asked `fasttrack_case` would ask itself again.
    """

    __tablename__ = "fasttrack_party"
    __table_args__ = (
        UniqueConstraint(
            "case_id",
            "unit_id",
            "post_id",
            "role",
            name="fasttrack_party_once",
            postgresql_nulls_not_distinct=True,
        ),
        Index("fasttrack_party_path_idx", "unit_path", "case_id"),
    )
    __policies__: ClassVar[dict[str, str]] = {
        "staff": f"({IN_RANGE}) or (case_path >= {LO} and case_path < {HI})"
        f" or (lead_path >= {LO} and lead_path < {HI})",
        "leader": f"post_id = {SELF}",
    }

    case_id: UUID = Field(foreign_key="fasttrack_case.id", description="案件")
    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="单位")
    post_id: UUID | None = Field(
        default=None, foreign_key="post.id", index=True, description="岗位（空为全单位经办人员）"
    )
    role: PartyRole = Field(sa_type=choice(PartyRole), description="参与身份")
    case_path: int = Field(sa_type=BigInteger, description="发起单位路径")
    lead_path: int = Field(sa_type=BigInteger, description="牵头单位路径")
    joined_on: date = Field(description="加入日")

    case: FastTrackCase = link(back="parties")
    unit: Unit = link(foreign_keys="CaseParty.unit_id")
    post: Post = link(foreign_keys="CaseParty.post_id")


class CaseStage(Scoped, table=True):
    """One step that was taken: by whom, and who has the case from then on."""

    __tablename__ = "fasttrack_stage"
    __table_args__ = (
        of_its_case("fasttrack_stage"),
        UniqueConstraint("case_id", "seq", name="fasttrack_stage_seq_key"),
    )
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES
    __grants__: ClassVar[dict[str, str]] = NEVER_ALTERED

    case_id: UUID = Field(description="案件")
    seq: int = Field(description="第几步")
    step: str = Field(max_length=40, description="步骤")
    status: CaseStatus = Field(sa_type=choice(CaseStatus), description="此后状态")
    unit_id: UUID | None = Field(default=None, foreign_key="unit.id", description="办理单位")
    holder_id: UUID | None = Field(default=None, foreign_key="unit.id", description="此后经办单位")
    account_id: UUID = Field(description="办理人账号")
    account_name: str = Field(max_length=60, description="办理人")
    taken_on: date = Field(description="办理日")
    taken_at: datetime = Field(sa_type=moment(), description="办理时间")
    note: str | None = Field(default=None, max_length=2000, description="说明")

    case: FastTrackCase = link(back="stages")
    unit: Unit = link(foreign_keys="CaseStage.unit_id")
    holder: Unit = link(foreign_keys="CaseStage.holder_id")


class CasePause(Scoped, table=True):
    """The clock stands still after `paused_on`, up to and including `resumed_on`."""

    __tablename__ = "fasttrack_pause"
    __table_args__ = (
        of_its_case("fasttrack_pause"),
        CheckConstraint("resumed_on >= paused_on", name="resumed_after_pause"),
        CheckConstraint("expected_end > paused_on", name="expects_an_end"),
        CheckConstraint("(resumed_on is null) = (resumed_by is null)", name="resumed_by_someone"),
        Index(
            "fasttrack_pause_one_open", "case_id", unique=True, postgresql_where=text("resumed_on is null")
        ),
        ExcludeConstraint(
            (column("case_id"), "="),
            (literal_column("daterange(paused_on, resumed_on, '[)')"), "&&"),
            name="fasttrack_pause_apart",
            using="gist",
        ),
    )
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES

    case_id: UUID = Field(description="案件")
    paused_on: date = Field(description="暂停日（当日仍计）")
    reason: str = Field(max_length=500, description="暂停理由")
    expected_end: date = Field(description="预计恢复日")
    paused_by: UUID = Field(description="暂停人账号")
    paused_name: str = Field(max_length=60, description="暂停人")
    resumed_on: date | None = Field(default=None, description="恢复日（当日不计）")
    resumed_by: UUID | None = Field(default=None, description="恢复人账号")
    resumed_name: str | None = Field(default=None, max_length=60, description="恢复人")

    case: FastTrackCase = link(back="pauses")


class DueMove(Scoped, table=True):
    """A due date that moved, and what moved it."""

    __tablename__ = "fasttrack_due_move"
    __table_args__ = (of_its_case("fasttrack_due_move"),)
    __policies__: ClassVar[dict[str, str]] = PART_POLICIES
    __grants__: ClassVar[dict[str, str]] = NEVER_ALTERED

    case_id: UUID = Field(index=True, description="案件")
    countersign_id: UUID | None = Field(
        default=None, foreign_key="fasttrack_countersign.id", description="会签（空为案件总时限）"
    )
    old_due: date = Field(description="原应办日")
    new_due: date = Field(description="现应办日")
    cause: str = Field(max_length=600, description="变动原因")
    moved_on: date = Field(description="变动日")

    case: FastTrackCase = link(back="due_moves")
    countersign: "Countersign" = link(foreign_keys="DueMove.countersign_id")


class CaseNumber(Internal, table=True):
    """The last number of a year. Its row is held by whoever takes the next one, so none is skipped."""

    __tablename__ = "fasttrack_number"
    __table_args__ = (UniqueConstraint("year"), CheckConstraint("last >= 1", name="from_one"))

    year: int = Field(description="年份")
    last: int = Field(description="最后一号")


ddl.append_only("fasttrack_stage")
ddl.append_only("fasttrack_due_move")
ddl.EXTRA.append("""
create function fasttrack_pause_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.resumed_on is null and new.resumed_on is not null
     and to_jsonb(new) - array['resumed_on', 'resumed_by', 'resumed_name']
       = to_jsonb(old) - array['resumed_on', 'resumed_by', 'resumed_name'] then
    return new;
  end if;
  raise exception 'a pause is only ever ended, once' using errcode = 'restrict_violation';
end $$""")
ddl.EXTRA.append(
    "create trigger fasttrack_pause_kept before update or delete on fasttrack_pause "
    "for each row execute function fasttrack_pause_kept()"
)
ddl.EXTRA.append("alter table fasttrack_pause enable always trigger fasttrack_pause_kept")
