"""A clock of working days that can be stopped: a budget and a ledger of pauses. Pure."""

from dataclasses import dataclass
from datetime import date

from bole.core.calendar import Explanation, Pause, WorkCalendar, count_forwards
from bole.core.errors import Refusal


class PauseTooEarly(Refusal):
    """暂停日 {day} 早于起算日 {start}。请改填起算日当日或以后的日期。"""

    status = 422


class PausesOverlap(Refusal):
    """{day} 的暂停与另一次暂停重叠。请先恢复上一次暂停，再作新的暂停。"""


class ResumeTooEarly(Refusal):
    """恢复日 {day} 早于暂停日 {paused_on}。请改填暂停日当日或以后的日期。"""

    status = 422


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clock shows on one day. `due` of a paused clock is an estimate (`estimated`)."""

    due: date
    used: int
    remaining: int
    overdue_by: int
    paused: bool
    paused_days: int
    estimated: bool
    provisional: bool


@dataclass(frozen=True, slots=True)
class PauseLedger:
    """A clock: so many working days from `started_on`, less the days it stood still.

    The due date, what is used and what is left are always computed from these, never stored as a flag.
    """

    started_on: date
    budget: int
    pauses: tuple[Pause, ...] = ()

    def __post_init__(self) -> None:
        count_forwards(self.budget)
        before: Pause | None = None
        for pause in self.pauses:
            if pause.paused_on < self.started_on:
                raise PauseTooEarly(day=pause.paused_on.isoformat(), start=self.started_on.isoformat())
            if pause.resumed_on is not None and pause.resumed_on < pause.paused_on:
                raise ResumeTooEarly(day=pause.resumed_on.isoformat(), paused_on=pause.paused_on.isoformat())
            if before is not None and (before.resumed_on is None or pause.paused_on < before.resumed_on):
                raise PausesOverlap(day=pause.paused_on.isoformat())
            before = pause

    @property
    def open_pause(self) -> Pause | None:
        last = self.pauses[-1] if self.pauses else None
        return last if last is not None and last.resumed_on is None else None

    def used(self, calendar: WorkCalendar, today: date) -> int:
        """Working days that have run up to and including `today`, pauses left out."""
        if today <= self.started_on:
            return 0
        return calendar.working_days_between(self.started_on, today) - self.paused_days(calendar, today)

    def paused_days(self, calendar: WorkCalendar, today: date) -> int:
        """Working days that the clock stood still, up to and including `today`."""
        return sum(
            calendar.working_days_between(p.paused_on, min(p.resumed_on or today, today))
            for p in self.pauses
            if p.paused_on < today
        )

    def due(self, calendar: WorkCalendar, *, today: date | None = None) -> date:
        """The day on which the budget is used up.

        While a pause is open: as if it ended on its expected day, or `today` when that has passed.
        """
        at, left = self.started_on, self.budget
        for pause in self.pauses:
            running = calendar.working_days_between(at, pause.paused_on)
            if running >= left:
                break  # used up before this pause began: a later pause moves nothing
            left -= running
            at = pause.resumed_on or max(filter(None, (pause.paused_on, pause.expected_end, today)))
        return calendar.add_working_days(at, left)

    def read(self, calendar: WorkCalendar, today: date) -> Reading:
        """What the clock shows on `today`."""
        due, used = self.due(calendar, today=today), self.used(calendar, today)
        return Reading(
            due=due,
            used=used,
            remaining=max(self.budget - used, 0),
            overdue_by=max(used - self.budget, 0),
            paused=self.open_pause is not None,
            paused_days=self.paused_days(calendar, today),
            estimated=self.open_pause is not None and used < self.budget,
            provisional=calendar.provisional_between(self.started_on, due),
        )

    def explain(self, calendar: WorkCalendar, today: date) -> Explanation:
        """Day by day to the due date, with the pauses."""
        pauses = self.pauses
        if (still := self.open_pause) is not None:
            until = max(filter(None, (still.paused_on, still.expected_end, today)))
            pauses = (*pauses[:-1], Pause(still.paused_on, until, still.reason, still.expected_end))
        due = PauseLedger(self.started_on, self.budget, pauses).due(calendar)
        return calendar.told(self.started_on, due, pauses)
