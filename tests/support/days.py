"""The published calendars of 2015 to 2026 as values, from the library that is only ever an oracle here."""

from datetime import date, timedelta

import holidays

from bole.core.calendar import Day, DayKind, DayStatus, WorkCalendar

ORACLE = holidays.China(years=range(2015, 2027), language="zh_CN", expand=False)
NOTICE = "国务院办公厅关于{year}年部分节假日安排的通知"

# What the notice of 2026 says in one line each; the library names the exchanged days apart.
NAMES_2026 = [
    ("元旦", "01-01", "01-03"),
    ("春节", "02-15", "02-23"),
    ("清明节", "04-04", "04-06"),
    ("劳动节", "05-01", "05-05"),
    ("端午节", "06-19", "06-21"),
    ("中秋节", "09-25", "09-27"),
    ("国庆节", "10-01", "10-07"),
]


def d(text: str) -> date:
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=i) for i in range((last - first).days + 1)]


def official(day: date) -> Day:
    source = NOTICE.format(year=day.year)
    if day in ORACLE.weekend_workdays:
        return Day(day, DayKind.MAKEUP, None, source)
    for name, first, last in NAMES_2026 if day.year == 2026 else []:
        if d(first) <= day <= d(last):
            return Day(day, DayKind.HOLIDAY, name, source)
    if day in ORACLE:
        return Day(day, DayKind.HOLIDAY, ORACLE[day], source)
    return Day(day, DayKind.WEEKEND if day.weekday() > 4 else DayKind.WORKDAY, None, source)


def guessed(day: date) -> Day:
    kind = DayKind.WEEKEND if day.weekday() > 4 else DayKind.WORKDAY
    return Day(day, kind, status=DayStatus.PROVISIONAL)


OFFICIAL = [official(day) for day in days(date(2015, 1, 1), date(2026, 12, 31))]
CALENDAR = WorkCalendar(OFFICIAL)
WITH_2027 = WorkCalendar([*OFFICIAL, *(guessed(x) for x in days(date(2027, 1, 1), date(2027, 12, 31)))])
