"""How often a post owes a talent a contact, and when the next is due. No I/O."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Cadence:
    """How often a post owes a talent a contact.

    `aligned`: once in every calendar period of `months` months, due on its last day (每季度一次);
    otherwise at the latest `months` months after the last contact.
    """

    months: int
    aligned: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.months <= 24 or (self.aligned and 12 % self.months):
            raise ValueError(f"{self.months} 个月不能作为按自然周期联系的间隔")


def period_end(day: date, months: int) -> date:
    """The last day of the calendar period of `months` months, counted from January, that `day` lies in."""
    last = ((day.month - 1) // months + 1) * months
    return date(day.year, last, monthrange(day.year, last)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def first_due(cadence: Cadence, start: date, *, settle_days: int) -> date:
    """When a new assignment owes its first contact: nobody is late in the week they were asked to begin."""
    if cadence.aligned:
        return period_end(start + timedelta(days=settle_days), cadence.months)
    return add_months(start, cadence.months)


def next_due(cadence: Cadence, *, last: date | None, first: date) -> date:
    """When the next contact is due: by the post's last contact, whoever held the post then."""
    if last is None:
        return first
    if cadence.aligned:
        return period_end(period_end(last, cadence.months) + timedelta(days=1), cadence.months)
    return add_months(last, cadence.months)
