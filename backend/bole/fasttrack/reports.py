"""Long SQL of this slice, as rows a node can show: the clock day by day, and who held a case how long.

Both are selects mapped as read-only entities, joined from rows that row-level security guards; whoever does
not see the case sees none of its days.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import aliased, foreign, relationship
from sqlmodel import SQLModel, col

from bole.catalogue.models import WorkDay
from bole.core.calendar import DayKind
from bole.core.operation import ASK
from bole.fasttrack.flow_rules import CaseStatus, CountersignStatus, MeasureStatus
from bole.fasttrack.models import CaseParty, CasePause, CaseStage, Countersign, FastTrackCase, Measure
from bole.org.models import Post, Unit

WORKING = (DayKind.WORKDAY, DayKind.MAKEUP)


def _worked(day: Any) -> Any:
    return day.kind.in_(WORKING)


def _paused(case_id: Any, day: Any, pause: Any) -> Any:
    """SQL: the pause covers the day. An open one reaches to its expected end, as the due date does."""
    return sa.and_(
        pause.case_id == case_id,
        day > pause.paused_on,
        day <= sa.func.coalesce(pause.resumed_on, sa.func.greatest(pause.expected_end, ASK.today)),
    )


# -- computed fields ---------------------------------------------------------------------------------------


def _days(case: Any, first: Any, last: Any, *, standing: bool) -> Any:
    """SQL: working days after `first` up to `last` on which the case's clock ran, or stood still."""
    day: Any = aliased(WorkDay)
    pause: Any = aliased(CasePause)
    # two selects deep: left to itself, SQLAlchemy would not see that the case is the outermost row's
    stood = sa.exists(sa.select(1).where(_paused(case.id, day.day, pause)).correlate_except(pause))
    counted = sa.select(sa.func.count(day.id)).where(_worked(day), day.day > first, day.day <= last)
    counted = counted.correlate_except(day)
    return sa.cast(counted.where(stood if standing else ~stood).scalar_subquery(), sa.Integer)


def _until(case: Any) -> Any:
    return sa.func.coalesce(case.settled_on, ASK.today)


def used_days(case: Any) -> Any:
    """SQL: working days that have run since acceptance; null before it."""
    days = _days(case, case.accepted_on, _until(case), standing=False)
    return sa.case((case.accepted_on.is_not(None), days), else_=sa.null())


def paused_days(case: Any) -> Any:
    """SQL: working days that the clock stood still; null before acceptance."""
    days = _days(case, case.accepted_on, _until(case), standing=True)
    return sa.case((case.accepted_on.is_not(None), days), else_=sa.null())


def overdue_days(case: Any) -> Any:
    """SQL: working days beyond the term, 0 within it; null before acceptance."""
    days = _days(case, case.accepted_on, _until(case), standing=False)
    late = sa.func.greatest(days - case.working_days, 0)
    return sa.case((case.accepted_on.is_not(None), late), else_=sa.null())


def is_paused(case: Any) -> Any:
    pause: Any = aliased(CasePause)
    still = sa.select(1).where(pause.case_id == case.id, pause.resumed_on.is_(None))
    return sa.exists(still.correlate_except(pause))


def paused_until(case: Any) -> Any:
    """SQL: when the pause that is on is expected to end."""
    pause: Any = aliased(CasePause)
    until = sa.select(pause.expected_end).where(pause.case_id == case.id, pause.resumed_on.is_(None))
    return until.correlate_except(pause).scalar_subquery()


def held_by(case: Any) -> Any:
    """SQL: by name, whoever the case waits for today: departments that owe a word or a deed (the first due
    first), the post that decides, or the unit in charge; null once it has ended."""
    unit: Any = aliased(Unit)
    post: Any = aliased(Post)
    asked: Any = aliased(Countersign)
    measure: Any = aliased(Measure)

    def owing(part: Any, status: Any) -> Any:
        due = sa.select(unit.short_name, sa.func.min(part.due_on).label("due"))
        due = due.join(part, part.unit_id == unit.id).where(part.case_id == case.id, part.status == status)
        first = due.group_by(unit.short_name).correlate_except(unit, part).subquery()
        names = sa.func.string_agg(
            first.c.short_name, aggregate_order_by(sa.literal("、"), first.c.due.asc())
        )
        return sa.select(names).scalar_subquery()

    charge = sa.func.coalesce(case.holder_id, case.lead_id)
    in_charge = sa.select(unit.short_name).where(unit.id == charge).correlate_except(unit).scalar_subquery()
    decider = sa.select(post.name).where(post.id == case.decider_id).correlate_except(post).scalar_subquery()
    return sa.case(
        (case.status.in_((CaseStatus.CLOSED, CaseStatus.STOPPED, CaseStatus.DECLINED)), sa.null()),
        (case.status == CaseStatus.AWAITING_DECISION, decider),
        (
            case.status == CaseStatus.COUNTERSIGNING,
            sa.func.coalesce(owing(asked, CountersignStatus.PENDING), in_charge),
        ),
        (
            case.status == CaseStatus.DELIVERING,
            sa.func.coalesce(owing(measure, MeasureStatus.ASSIGNED), in_charge),
        ),
        else_=in_charge,
    )


def planned_amount(case: Any) -> Any:
    """SQL: the money that the plan promises, what was dropped left out; null where there is none."""
    measure: Any = aliased(Measure)
    total = sa.select(sa.func.sum(measure.amount))
    total = total.where(measure.case_id == case.id, measure.status != MeasureStatus.DROPPED)
    return total.correlate_except(measure).scalar_subquery()


def takes_part(case: Any) -> Any:
    """SQL: the actor's unit or post is a party to the case."""
    party: Any = aliased(CaseParty)
    unit = sa.and_(party.unit_id == ASK.unit_id, party.post_id.is_(None))
    post = sa.or_(party.post_id == ASK.post_id, party.post_id == ASK.self_id)
    mine = sa.select(1).where(party.case_id == case.id, sa.or_(unit, post))
    return sa.exists(mine.correlate_except(party))


# -- the clock, day by day -----------------------------------------------------------------------------------


class ClockDay:
    """One day of a case's clock: counted or not, and why."""


def _clock_days() -> Any:
    """Every day after acceptance up to the due date, or up to the day that is reached where that is later."""
    case: Any = FastTrackCase
    day: Any = WorkDay
    pause: Any = CasePause
    last = sa.func.greatest(case.due_on, _until(case))
    counted = sa.and_(_worked(day), pause.id.is_(None))
    why = sa.case(
        (sa.and_(_worked(day), pause.id.is_not(None)), sa.func.concat("暂停：", pause.reason)),
        (
            sa.and_(day.kind == DayKind.HOLIDAY, day.name.is_not(None)),
            sa.func.concat(day.name, "假期"),
        ),
        (day.kind == DayKind.HOLIDAY, DayKind.HOLIDAY.label),
        (day.kind == DayKind.MAKEUP, DayKind.MAKEUP.label),
        (day.kind == DayKind.WEEKEND, DayKind.WEEKEND.label),
        else_=DayKind.WORKDAY.label,
    )
    so_far = sa.func.count().filter(counted).over(partition_by=case.id, order_by=day.day)
    weekday = sa.func.concat(
        "周", sa.func.substr("一二三四五六日", sa.extract("isodow", day.day).cast(sa.Integer), 1)
    )
    return (
        sa.select(
            case.id.label("case_id"),
            day.day.label("day"),
            weekday.label("weekday"),
            counted.label("counted"),
            pause.id.is_not(None).label("paused"),
            sa.case((counted, sa.cast(so_far, sa.Integer)), else_=sa.null()).label("ordinal"),
            why.label("why"),
            day.status.label("status"),
            day.source.label("source"),
        )
        .join(day, sa.and_(day.day > case.accepted_on, day.day <= last))
        .outerjoin(pause, _paused(case.id, day.day, pause))
        .subquery("clock_day")
    )


# -- who held the case ---------------------------------------------------------------------------------------


class Holding:
    """One stretch of days in which one unit had a case."""


def _holdings() -> Any:
    """From step to step the unit then in charge; and each department from being asked to its word."""
    stage: Any = CaseStage
    asked: Any = Countersign
    case: Any = FastTrackCase
    unit: Any = Unit
    following = sa.func.lead(stage.taken_on).over(partition_by=stage.case_id, order_by=stage.seq)
    steps = sa.select(
        stage.id.label("id"),
        stage.case_id.label("case_id"),
        stage.holder_id.label("unit_id"),
        sa.cast(stage.status, sa.Text).label("stage"),
        stage.taken_on.label("since"),
        following.label("until"),
    ).subquery("steps")
    words = sa.select(
        asked.id,
        asked.case_id,
        asked.unit_id,
        sa.literal("countersign").label("stage"),
        asked.asked_on.label("since"),
        sa.func.coalesce(
            asked.answered_on,
            sa.case((asked.status == CountersignStatus.CALLED_OFF, asked.asked_on), else_=sa.null()),
        ).label("until"),
    )
    held = sa.union_all(sa.select(steps).where(steps.c.unit_id.is_not(None)), words).subquery("held")
    last = sa.func.coalesce(held.c.until, case.settled_on, ASK.today)
    return (
        sa.select(
            held.c.id,
            held.c.case_id,
            held.c.unit_id,
            unit.short_name.label("unit_name"),
            held.c.stage,
            held.c.since,
            held.c.until,
            _days(case, held.c.since, last, standing=False).label("working_days"),
            _days(case, held.c.since, last, standing=True).label("paused_days"),
        )
        .join(case, case.id == held.c.case_id)
        .join(unit, unit.id == held.c.unit_id)
        .subquery("holding")
    )


def _show(entity: type, rows: Any, key: list[str], edge: str) -> None:
    """Maps `rows` as `entity` and hangs them on the case as `edge`."""
    SQLModel._sa_registry.map_imperatively(entity, rows, primary_key=[rows.c[k] for k in key])
    joined = col(FastTrackCase.id) == foreign(rows.c.case_id)
    sa.inspect(FastTrackCase).add_property(
        edge, relationship(entity, primaryjoin=joined, viewonly=True, uselist=True, lazy="raise")
    )


_show(ClockDay, _clock_days(), ["case_id", "day"], "clock_days")
_show(Holding, _holdings(), ["id"], "holdings")
