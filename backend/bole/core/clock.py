"""The only place that asks for the time. Everything else takes `now` or `today` as a value."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """This moment, in UTC, as it is stored."""
    return datetime.now(UTC)


def day_of(moment: datetime) -> date:
    """The calendar day that people in China see on the wall at `moment`."""
    return moment.astimezone(SHANGHAI).date()


def today() -> date:
    return day_of(now())
