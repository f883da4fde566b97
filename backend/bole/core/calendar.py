"""Working days, and clocks that run on them. Pure: days come in as values, dates go out with their reasons.

The one counting convention (民法典 第二百零一条): the day something starts is not counted, counting
begins the next day, the last day ends at 24:00. So "n working days before E" means D + n ≤ E, and a clock
that was paused runs again from the day after it was resumed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from bole.core.errors import Refusal
from bole.core.words import Word

CONVENTION = "起算当日不计，从次日起逐个工作日计算，末日 24:00 截止。"
"""Shown beside every date computed here."""

WEEKDAYS = "一二三四五六日"
ONE_DAY = timedelta(days=1)

_SPOKEN = {"国庆节": "国庆", "劳动节": "五一", "端午节": "端午", "清明节": "清明", "中秋节": "中秋"}


class DayKind(Word):
    """日历上的一天是什么日子"""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKEUP = "makeup"

    @property
    def working(self) -> bool:
        return self in (DayKind.WORKDAY, DayKind.MAKEUP)

    @property
    def label(self) -> str:
        return {"workday": "工作日", "weekend": "周末", "holiday": "节假日", "makeup": "调休上班"}[self.value]


class DayStatus(Word):
    """正式：已由放假通知公布；暂定：按周一至周五、减去固定节日推算。

    正式: told by an official notice. 暂定: Monday to Friday less fixed holidays, until there is one.
    """

    OFFICIAL = "official"
    PROVISIONAL = "provisional"

    @property
    def label(self) -> str:
        return {"official": "正式", "provisional": "暂定"}[self.value]


class CalendarNotCovered(Refusal):
    """工作日历尚缺 {year} 年，期限无法推算。请系统管理员依国务院办公厅放假通知发布，未出时先发布暂定日历。"""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar, with the paper that says so."""

    date: date
    kind: DayKind
    name: str | None = None
    source: str | None = None
    status: DayStatus = DayStatus.OFFICIAL

    @property
    def working(self) -> bool:
        return self.kind.working

    @property
    def why(self) -> str:
        """国庆节假期, 调休上班, 周末, 工作日."""
        if self.kind is DayKind.HOLIDAY and self.name:
            return f"{self.name}假期"
        return self.kind.label


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands still from the end of `paused_on` to the end of `resumed_on`.

    The day of the pause was worked on and counts; the day of resumption does not, as no starting day does.
    Paused and resumed on one day, nothing is lost or won.
    """

    paused_on: date
    resumed_on: date | None
    reason: str
    expected_end: date | None = None

    def covers(self, day: date) -> bool:
        return self.paused_on < day and (self.resumed_on is None or day <= self.resumed_on)


@dataclass(frozen=True, slots=True)
class DayRecord:
    """One line of the explanation of a date."""

    date: date
    weekday: str
    counted: bool
    ordinal: int | None
    why: str
    status: DayStatus
    source: str | None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a date came about, day by day and in one sentence."""

    start: date
    end: date
    days: tuple[DayRecord, ...]
    summary: str
    provisional: bool
    provisional_words: str | None


class WorkCalendar:
    """The days that are known. A day that is not is refused (CalendarNotCovered), never guessed."""

    def __init__(self, days: Iterable[Day]) -> None:
        self._days = {d.date: d for d in sorted(days, key=lambda d: d.date)}
        self._working = [d.date for d in self._days.values() if d.working]
        self._span_starts, self._span_ends = _spans(list(self._days))

    def __contains__(self, day: date) -> bool:
        return day in self._days

    def __getitem__(self, day: date) -> Day:
        try:
            return self._days[day]
        except KeyError:
            raise CalendarNotCovered(year=day.year, day=day.isoformat()) from None

    def is_working(self, day: date) -> bool:
        return self[day].working

    def days(self, first: date, last: date) -> Iterator[Day]:
        """Every day from `first` to `last`, both included."""
        while first <= last:
            yield self[first]
            first += ONE_DAY

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day`; `day` itself is not counted. 0 leaves it as it is."""
        count_forwards(n)
        end = self._span_end(day)
        if n == 0:
            return day
        at = bisect_right(self._working, day) + n - 1
        if at >= len(self._working) or self._working[at] > end:
            missing = end + ONE_DAY
            raise CalendarNotCovered(year=missing.year, day=missing.isoformat())
        return self._working[at]

    def latest_on_time(self, event_day: date, n: int) -> date:
        """The last working day D with D + n ≤ `event_day`: what a form shows as 最晚报备日.

        Something that arrives on the rest days right after D still keeps D + n ≤ E: judge by `on_time`.
        """
        count_forwards(n)
        start = self._span_start(event_day)
        at = bisect_right(self._working, event_day) - n - 1
        if at < 0 or self._working[at] < start:
            missing = start - ONE_DAY
            raise CalendarNotCovered(year=missing.year, day=missing.isoformat())
        return self._working[at]

    def on_time(self, day: date, event_day: date, n: int) -> bool:
        """Whether `day` is at least n working days before `event_day`."""
        return day <= event_day and self.working_days_between(day, event_day) >= n

    def working_days_between(self, a: date, b: date) -> int:
        """Working days after `a` up to and including `b`; negative when `b` comes first."""
        if b < a:
            return -self.working_days_between(b, a)
        end = self._span_end(a)
        if b > end:
            missing = end + ONE_DAY
            raise CalendarNotCovered(year=missing.year, day=missing.isoformat())
        return bisect_right(self._working, b) - bisect_right(self._working, a)

    def explain(self, start: date, n: int) -> Explanation:
        """How `start` + n working days is counted, each day with its reason."""
        return self.told(start, self.add_working_days(start, n))

    def told(self, start: date, end: date, pauses: tuple[Pause, ...] = ()) -> Explanation:
        """The days after `start` up to `end`, counted, in words."""
        records: list[DayRecord] = []
        counted = 0
        for day in self.days(start + ONE_DAY, end):
            pause = next((p for p in pauses if p.covers(day.date)), None)
            counts = day.working and pause is None
            counted += counts
            why = f"暂停：{pause.reason}" if pause is not None and day.working else day.why
            records.append(
                DayRecord(
                    date=day.date,
                    weekday=f"周{WEEKDAYS[day.date.weekday()]}",
                    counted=counts,
                    ordinal=counted if counts else None,
                    why=why,
                    status=day.status,
                    source=day.source,
                    paused=pause is not None,
                )
            )
        guessed = sorted({r.date.year for r in records if r.status is DayStatus.PROVISIONAL})
        return Explanation(
            start=start,
            end=end,
            days=tuple(records),
            summary=self._summary(start, end, counted, pauses),
            provisional=bool(guessed),
            provisional_words=_provisional_words(guessed) if guessed else None,
        )

    def provisional_between(self, start: date, end: date) -> bool:
        """Whether a day after `start` up to `end` rests on a calendar without an official notice."""
        return any(d.status is DayStatus.PROVISIONAL for d in self.days(start + ONE_DAY, end))

    def _summary(self, start: date, end: date, counted: int, pauses: tuple[Pause, ...]) -> str:
        pattern = "%m-%d" if start.year == end.year else "%Y-%m-%d"
        days = list(self.days(start + ONE_DAY, end))
        plain = [d for d in days if not any(p.covers(d.date) for p in pauses)]
        parts: list[tuple[date, str]] = []
        for name, run in _runs([d for d in plain if d.kind is DayKind.HOLIDAY]):
            parts.append((run[0], f"{_spoken(name)}假 {_range(run, pattern)} 不计"))
        for d in plain:
            if d.kind is DayKind.MAKEUP:
                weekday = WEEKDAYS[d.date.weekday()]
                parts.append((d.date, f"{d.date.strftime(pattern)}（{weekday}）调休计 1 天"))
        for p in pauses:
            still = [d.date for d in days if p.covers(d.date)]
            if still:
                parts.append((still[0], f"暂停 {_range(still, pattern)} 不计（{p.reason}）"))
        words = "，".join(text for _, text in sorted(parts))
        if not words:
            words = "周末不计" if any(not d.working for d in days) else "其间没有休息日"
            words = f"{words}，共 {counted} 个工作日"
        return f"{start.strftime(pattern)}→{end.strftime(pattern)}：{words}"

    def _span_end(self, day: date) -> date:
        at = bisect_right(self._span_starts, day) - 1
        if at < 0 or day > self._span_ends[at]:
            raise CalendarNotCovered(year=day.year, day=day.isoformat())
        return self._span_ends[at]

    def _span_start(self, day: date) -> date:
        at = bisect_left(self._span_ends, day)
        if at == len(self._span_ends) or day < self._span_starts[at]:
            raise CalendarNotCovered(year=day.year, day=day.isoformat())
        return self._span_starts[at]


def count_forwards(n: int) -> None:
    if n < 0:
        raise ValueError(f"working days are counted forwards: {n}")


def _spans(days: list[date]) -> tuple[list[date], list[date]]:
    """First and last days of the unbroken stretches of `days` (sorted)."""
    starts = [d for i, d in enumerate(days) if i == 0 or d - days[i - 1] > ONE_DAY]
    ends = [d for i, d in enumerate(days) if i == len(days) - 1 or days[i + 1] - d > ONE_DAY]
    return starts, ends


def _runs(days: list[Day]) -> Iterator[tuple[str, list[date]]]:
    """Neighbouring days of one name."""
    keyed = enumerate(days)
    for (name, _), run in groupby(keyed, key=lambda e: (e[1].name, e[1].date.toordinal() - e[0])):
        yield name or "节", [d.date for _, d in run]


def _spoken(name: str) -> str:
    for full, short in _SPOKEN.items():
        name = name.replace(full, short)
    return name


def _range(run: list[date], pattern: str) -> str:
    first, last = run[0].strftime(pattern), run[-1].strftime(pattern)
    return first if first == last else f"{first}~{last}"


def _provisional_words(years: list[int]) -> str:
    told = "、".join(str(y) for y in years)
    return f"{told} 年放假安排尚未正式公布，暂按周一至周五（法定节日除外）推算，公布后自动重算并通知。"
