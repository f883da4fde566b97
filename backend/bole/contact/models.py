"""Who looks after whom, what was said, and the three kinds of consequence."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Computed,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field

from bole.contact import rules
from bole.contact.rules import (
    AssignmentStatus,
    Confidentiality,
    ContactMode,
    LogStatus,
    NeedStatus,
    SuggestionStatus,
)
from bole.core.table import HI, IN_RANGE, LO, SELF, Scoped, Versioned, choice, link
from bole.org.models import Appointment, Dated, Post, Unit, in_order
from bole.org.rules import LeaderLevel
from bole.roster.models import Talent
from bole.roster.proposal_models import ProposedChange

MINE = f"talent_id = {SELF}"
OF_MY_POST = (
    "talent_id = any (array(select a.talent_id from contact_assignment a"  # noqa: S608 (SELF is a constant)
    f" where a.post_id = {SELF} and a.status = 'active'))"
)
"""What a leader may see: the talents their post looks after today. A post left is a sight lost.

As an array the list is read once a statement and can be an index condition, which `in (select …)` cannot.
"""

NONE = "false"
"""No row, but an empty list rather than an error where a page asks for it."""

KEPT = {"staff": "select, insert, update", "talent": "select"}
"""Nobody deletes what was recorded, and a talent writes only where they are the one who speaks."""

NEXT_DUE = """
case
  when last_contact_on is null then first_due_on
  when cadence_aligned then (
    make_date(extract(year from last_contact_on)::int, 1, 1)
    + make_interval(months =>
        ((extract(month from last_contact_on)::int - 1) / cadence_months + 2) * cadence_months)
    - interval '1 day'
  )::date
  else (last_contact_on + make_interval(months => cadence_months))::date
end
"""
"""`cadence_rules.next_due` as the database keeps it; a test holds the two together."""


def of_talent() -> ForeignKeyConstraint:
    """The row belongs where its talent belongs, and moves with them."""
    return ForeignKeyConstraint(
        ["talent_id", "unit_path"], ["talent.id", "talent.unit_path"], onupdate="CASCADE"
    )


class ContactAssignment(Scoped, Dated, table=True):
    """A post looks after a talent. It hangs on the post, not on the person: its next holder goes on."""

    __tablename__ = "contact_assignment"
    __table_args__ = (
        of_talent(),
        UniqueConstraint("id", "unit_path"),
        Index(
            "contact_assignment_one_each",
            "talent_id",
            "post_id",
            unique=True,
            postgresql_where=text("status <> 'ended'"),
        ),
        Index("contact_assignment_post_due_idx", "post_id", "next_due_on", "id"),
        Index("contact_assignment_scope_due_idx", "unit_path", "next_due_on", "id"),
        Index("contact_assignment_talent_idx", "talent_id", "valid_from", "id"),
        CheckConstraint("(status = 'ended') = (valid_until is not null)", name="ended_has_a_day"),
        CheckConstraint("(status = 'active') = (appointment_id is not null)", name="active_has_a_holder"),
        CheckConstraint(
            "cadence_months between 1 and 24 and (not cadence_aligned or mod(12, cadence_months) = 0)",
            name="cadence_fits",
        ),
        in_order(),
    )
    __mapper_args__: ClassVar[dict[str, Any]] = {"eager_defaults": True}
    __policies__: ClassVar[dict[str, str]] = {"talent": MINE, "leader": f"post_id = {SELF}"}
    __grants__: ClassVar[dict[str, str]] = {**KEPT, "leader": "select, update (last_contact_on)"}

    talent_id: UUID = Field(description="人才")
    post_id: UUID = Field(foreign_key="post.id", description="联系岗位")
    appointment_id: UUID | None = Field(
        default=None, foreign_key="appointment.id", description="现由哪一任任职者联系（待接续时为空）"
    )
    person_id: UUID | None = Field(
        default=None, description="随人联系的任职人（经批准不随岗位移交的；一般为空）"
    )
    follows_id: UUID | None = Field(
        default=None, foreign_key="contact_assignment.id", description="由哪一项安排移交而来"
    )
    level: LeaderLevel = Field(sa_type=choice(LeaderLevel), description="领导层级")
    status: AssignmentStatus = Field(
        default=rules.ASSIGNMENT_FLOW.start, sa_type=choice(AssignmentStatus), description="状态"
    )
    reason: str | None = Field(default=None, max_length=400, description="安排理由")
    end_reason: str | None = Field(default=None, max_length=400, description="结束原因")
    kinship_checked: str | None = Field(default=None, max_length=400, description="亲属回避核实情况")
    cadence_months: int = Field(description="每几个月至少联系一次")
    cadence_aligned: bool = Field(sa_type=Boolean, description="是否按自然周期计算")
    first_due_on: date = Field(description="首次联系的期限")
    last_contact_on: date | None = Field(default=None, description="本岗位最近一次联系")
    next_due_on: date = Field(
        default=None, sa_column_args=[Computed(NEXT_DUE, persisted=True)], description="下次联系的期限"
    )

    talent: Talent = link(reverse="contact_assignments")
    post: Post = link(reverse="contact_assignments")
    appointment: Appointment = link()
    follows: "ContactAssignment" = link(remote_side="ContactAssignment.id")
    handovers: list["ContactHandover"] = link(back="assignment")


class ContactHandover(Scoped, table=True):
    """A leader left, and their talent waits for the next: from the day after `vacated_on` to `taken_on`."""

    __tablename__ = "contact_handover"
    __table_args__ = (
        ForeignKeyConstraint(
            ["assignment_id", "unit_path"],
            ["contact_assignment.id", "contact_assignment.unit_path"],
            onupdate="CASCADE",
        ),
        Index(
            "contact_handover_one_open",
            "assignment_id",
            unique=True,
            postgresql_where=text("closed_on is null"),
        ),
        Index("contact_handover_scope_idx", "unit_path", "vacated_on", "id"),
        CheckConstraint("taken_on is null or closed_on is not null", name="taken_is_closed"),
    )
    __policies__: ClassVar[dict[str, str]] = {
        "talent": NONE,
        "leader": (
            f"assignment_id = any (array(select a.id from contact_assignment a where a.post_id = {SELF}))"  # noqa: S608 (a constant)
        ),
    }

    __grants__: ClassVar[dict[str, str]] = {**KEPT, "leader": "select"}

    assignment_id: UUID = Field(index=True, description="联系安排")
    left_appointment_id: UUID = Field(foreign_key="appointment.id", description="离任者的任职")
    vacated_on: date = Field(description="离任者联系的最后一日")
    interim_unit_id: UUID | None = Field(default=None, foreign_key="unit.id", description="代管单位")
    proposed_appointment_id: UUID | None = Field(
        default=None, foreign_key="appointment.id", description="拟接续的任职"
    )
    taken_on: date | None = Field(default=None, description="接续之日（移交他岗或终止的为空）")
    closed_on: date | None = Field(default=None, description="办结日")
    outcome: str | None = Field(default=None, max_length=400, description="办理结果")

    assignment: ContactAssignment = link(back="handovers")
    left_appointment: Appointment = link(foreign_keys="ContactHandover.left_appointment_id")
    proposed_appointment: Appointment = link(foreign_keys="ContactHandover.proposed_appointment_id")
    interim_unit: Unit = link()


class ContactLog(Scoped, Versioned, table=True):
    """One contact, with its four sections. Keeps the words of its day: who held which post then."""

    __tablename__ = "contact_log"
    __table_args__ = (
        of_talent(),
        Index("contact_log_talent_idx", "talent_id", "occurred_on", "id"),
        Index("contact_log_post_idx", "post_id", "occurred_on", "id"),
        Index("contact_log_recent_idx", "occurred_on", "id", "unit_path"),
        Index(
            "contact_log_plan_idx",
            "occurred_on",
            "id",
            postgresql_where=text("status in ('planned', 'lapsed')"),
        ),
        CheckConstraint(
            "status in ('planned', 'lapsed', 'cancelled')"
            " or coalesce(greeting, condition, need, advice) is not null",
            name="four_asked",
        ),
        CheckConstraint(
            "(status = 'cancelled') = (cancel_reason is not null)", name="cancelled_has_a_reason"
        ),
    )
    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": "version"}
    __policies__: ClassVar[dict[str, str]] = {
        "talent": f"{MINE} and confidentiality = 'open'",
        "leader": OF_MY_POST,
    }
    __grants__: ClassVar[dict[str, str]] = {**KEPT, "leader": "select, insert, update"}

    talent_id: UUID = Field(description="人才")
    post_id: UUID = Field(foreign_key="post.id", description="以哪个岗位联系")
    assignment_id: UUID | None = Field(
        default=None, foreign_key="contact_assignment.id", description="所属联系安排"
    )
    post_then: str = Field(max_length=60, description="当时的岗位名称")
    leader_then: str = Field(max_length=60, description="当时的任职者")
    recorded_by: UUID = Field(description="记录人")
    recorded_by_name: str = Field(max_length=60, description="记录人姓名")
    amended_by_name: str | None = Field(default=None, max_length=60, description="最近更正人")
    recorded_on: date | None = Field(default=None, description="记录日期")
    occurred_on: date = Field(description="联系日期（计划的为拟定日期）")
    mode: ContactMode = Field(sa_type=choice(ContactMode), description="联系方式")
    place: str | None = Field(default=None, max_length=120, description="地点")
    attendees: str | None = Field(default=None, max_length=400, description="参加人员")
    greeting: str | None = Field(default=None, sa_type=Text, description="问候")
    condition: str | None = Field(default=None, sa_type=Text, description="问情")
    need: str | None = Field(default=None, sa_type=Text, description="问需")
    advice: str | None = Field(default=None, sa_type=Text, description="问策")
    confidentiality: Confidentiality = Field(
        default=Confidentiality.INTERNAL, sa_type=choice(Confidentiality), description="公开范围"
    )
    status: LogStatus = Field(default=rules.LOG_FLOW.start, sa_type=choice(LogStatus), description="状态")
    cancel_reason: str | None = Field(default=None, max_length=400, description="取消原因")
    review_note: str | None = Field(default=None, max_length=400, description="审核意见")

    talent: Talent = link(reverse="contact_logs")
    post: Post = link()
    assignment: ContactAssignment = link()
    needs: list["Need"] = link(back="log")
    suggestions: list["Suggestion"] = link(back="log")
    proposed_changes: list[ProposedChange] = link(reverse="log")


class Need(Scoped, table=True):
    """What a talent needs, followed until they say it is done."""

    __table_args__ = (
        of_talent(),
        Index("need_talent_idx", "talent_id", "raised_on", "id"),
        Index("need_scope_idx", "unit_path", "raised_on", "id"),
        Index("need_handler_idx", "handler_path", "raised_on", "id"),
        CheckConstraint("(handler_unit_id is null) = (handler_path is null)", name="handler_has_a_place"),
        CheckConstraint(
            "status in ('registered', 'returned') or handler_unit_id is not null", name="routed_to_somebody"
        ),
        CheckConstraint("(status = 'settled') = (settled_on is not null)", name="settled_has_a_day"),
    )
    __policies__: ClassVar[dict[str, str]] = {
        "talent": MINE,
        "leader": OF_MY_POST,
        "staff": f"({IN_RANGE}) or (handler_path >= {LO} and handler_path < {HI})",
    }
    __grants__: ClassVar[dict[str, str]] = {
        **KEPT,
        "talent": "select, insert, update",
        "leader": "select, insert, update",
    }

    talent_id: UUID = Field(description="人才")
    talent_name: str = Field(max_length=60, description="人才姓名")
    log_id: UUID | None = Field(
        default=None, foreign_key="contact_log.id", index=True, description="由哪次联系提出（本人提出的为空）"
    )
    kind: str = Field(max_length=40, description="需求类别")
    content: str = Field(sa_type=Text, description="需求内容")
    raised_on: date = Field(description="提出日期")
    status: NeedStatus = Field(default=rules.NEED_FLOW.start, sa_type=choice(NeedStatus), description="状态")
    handler_unit_id: UUID | None = Field(
        default=None, foreign_key="unit.id", index=True, description="办理单位"
    )
    handler_path: int | None = Field(default=None, sa_type=BigInteger, description="办理单位路径")
    routed_on: date | None = Field(default=None, description="分办日期")
    due_on: date | None = Field(default=None, description="办理期限")
    result: str | None = Field(default=None, sa_type=Text, description="办理结果")
    finished_on: date | None = Field(default=None, description="报办结日期")
    settled_on: date | None = Field(default=None, description="确认办结日期")
    return_reason: str | None = Field(default=None, max_length=400, description="退回原因")
    returns: int = Field(default=0, description="被退回重办的次数")

    talent: Talent = link(reverse="needs")
    log: ContactLog = link(back="needs")
    handler_unit: Unit = link()


class Suggestion(Scoped, table=True):
    """What a talent advises, and what was made of it."""

    __table_args__ = (
        of_talent(),
        Index("suggestion_talent_idx", "talent_id", "raised_on", "id"),
        Index("suggestion_scope_idx", "unit_path", "raised_on", "id"),
        CheckConstraint("(status = 'open') = (decided_on is null)", name="decided_has_a_day"),
    )
    __policies__: ClassVar[dict[str, str]] = {"talent": MINE, "leader": OF_MY_POST}
    __grants__: ClassVar[dict[str, str]] = {**KEPT, "leader": "select, insert, update"}

    talent_id: UUID = Field(description="人才")
    log_id: UUID = Field(foreign_key="contact_log.id", index=True, description="由哪次联系提出")
    content: str = Field(sa_type=Text, description="建议内容")
    raised_on: date = Field(description="提出日期")
    status: SuggestionStatus = Field(
        default=rules.SUGGESTION_FLOW.start, sa_type=choice(SuggestionStatus), description="状态"
    )
    reply: str | None = Field(default=None, sa_type=Text, description="答复")
    decided_on: date | None = Field(default=None, description="答复日期")
    decided_by_name: str | None = Field(default=None, max_length=60, description="答复人")

    talent: Talent = link(reverse="suggestions")
    log: ContactLog = link(back="suggestions")
