"""How units nest, and when a term, a membership or a name holds. No I/O: values in, decisions out."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import accumulate

from bole.core.errors import InvalidInput, Refusal
from bole.core.words import Word

WIDTHS = (2, 3, 4, 5, 4)
"""Digits that each level of the tree takes in a path: 18 in all, which a bigint holds."""

STEPS: tuple[int, ...] = tuple(10 ** (sum(WIDTHS) - used) for used in accumulate(WIDTHS))
"""How far apart two neighbours of each level lie; also the size of the range that one unit covers."""

DEEPEST = len(WIDTHS)


class UnitKind(Word):
    """单位类别"""

    COMMITTEE = "committee"
    LEADING_GROUP = "leading_group"
    TALENT_OFFICE = "talent_office"
    COUNTY = "county"
    ZONE = "zone"
    TOWN = "town"
    MEMBER = "member"
    NON_MEMBER = "non_member"
    EMPLOYER = "employer"
    PROVIDER = "provider"

    @property
    def label(self) -> str:
        return {
            "committee": "党委",
            "leading_group": "领导小组",
            "talent_office": "人才办",
            "county": "县区",
            "zone": "功能区",
            "town": "镇街",
            "member": "成员单位",
            "non_member": "非成员单位",
            "employer": "用人单位",
            "provider": "服务机构",
        }[self.value]


DEPARTMENTS = (UnitKind.MEMBER, UnitKind.NON_MEMBER)
"""Those that must have their two 人才工作专员."""


class LeaderLevel(Word):
    """领导层级：据此安排谁联系谁"""

    CITY = "city"
    DEPARTMENT = "department"
    COUNTY = "county"
    TOWN = "town"

    @property
    def label(self) -> str:
        return {"city": "市领导", "department": "部门主要领导", "county": "县区领导", "town": "镇街领导"}[
            self.value
        ]


class Commissioner(Word):
    """人才工作专员的两种：分管领导、科室负责人"""

    LEADER = "leader"
    HEAD = "head"

    @property
    def label(self) -> str:
        return {"leader": "分管领导", "head": "科室负责人"}[self.value]


class TooDeep(Refusal):
    """“{parent}”已在单位树的最底层（第 {deepest} 层），不能再设下级单位。请设在它的上级之下。"""

    status = 422


class NoRoomBelow(Refusal):
    """“{parent}”之下的编号已用完（上限 {limit} 个下级单位）。请先在其下分设片区，再设下级单位。"""


class PeriodReversed(Refusal):
    """截止日 {until} 早于起始日 {start}。请改正日期。"""

    status = 422


class PeriodsOverlap(Refusal):
    """{start} 起的期间与已有的期间（{other}）重叠。请先结束前一段，再登记后一段。"""


class PeriodEnded(Refusal):
    """已于 {until} 结束，不能再改。如登记有误，请另行登记更正。"""


class NotYetBegun(Refusal):
    """截止日 {until} 早于开始日 {start}。请改为 {start} 或以后的日期。"""

    status = 422


class NotYetEffective(Refusal):
    """{what}日期 {day} 在今天之后。请在生效当日或以后登记。"""

    status = 422


class UnitClosed(Refusal):
    """“{unit}”已于 {until} 撤销，不能再办理。请改选承接其职能的单位。"""


class StillInUse(Refusal):
    """“{unit}”之下还有 {units} 个单位、{terms} 项在任，不能撤销。请先撤并下级单位、结束任职。"""


class PostHeld(Refusal):
    """“{post}”在 {start} 由{holder}担任。请先办理其免职，再任命新人；确需多人同任的岗位请设为可多人。"""


class HoldsThisPost(Refusal):
    """{name}在这段时间已任“{post}”。请核对任职人。"""


class AnotherCameFirst(Refusal):
    """同一时间已有另一项任免或成员登记生效，没有保存。请刷新后核对。"""


class PostAbolished(Refusal):
    """岗位“{post}”已于 {until} 撤销，不能再任命。请另设岗位。"""


class CodeTaken(Refusal):
    """编号“{code}”已被“{name}”使用。请换一个编号。"""


class AlreadyMember(Refusal):
    """“{unit}”在 {start} 已是“{group}”的成员（{period}）。请核对日期。"""


class NotAMember(Refusal):
    """“{unit}”现在不是“{group}”的成员，没有可结束的成员资格。"""


class NotADepartment(Refusal):
    """“{unit}”是{kind}，只有部门可以加入或退出领导小组。请核对所选单位。"""

    status = 422


class NotALeadingGroup(Refusal):
    """“{unit}”不是领导小组。请选择领导小组。"""

    status = 422


def child_path(parent_path: int, depth: int, ordinal: int, *, parent: str = "上级单位") -> int:
    """The path of the `ordinal`-th child (from 1) that stands at `depth` (the root stands at 1)."""
    if not 1 <= depth <= DEEPEST:
        raise TooDeep(parent=parent, deepest=DEEPEST)
    room = 10 ** WIDTHS[depth - 1] - 1
    if not 1 <= ordinal <= room:
        raise NoRoomBelow(parent=parent, limit=room)
    return parent_path + ordinal * STEPS[depth - 1]


def range_of(path: int, depth: int) -> tuple[int, int]:
    """The half-open range of everything at and below a unit."""
    return path, path + STEPS[depth - 1]


def holds_on(start: date, until: date | None, day: date) -> bool:
    """Whether a period, both its ends included, covers `day`."""
    return start <= day and (until is None or day <= until)


def check_period(start: date, until: date | None) -> None:
    if until is not None and until < start:
        raise PeriodReversed(start=start.isoformat(), until=until.isoformat(), field="validUntil")


def check_apart(start: date, until: date | None, others: Iterable[tuple[date, date | None]]) -> None:
    """Refuses a period that shares a day with one of the others."""
    for begins, ends in others:
        if (ends is None or start <= ends) and (until is None or begins <= until):
            raise PeriodsOverlap(start=start.isoformat(), other=period_words(begins, ends))


def check_ending(start: date, until: date | None, last_day: date) -> None:
    """Refuses to end what has an end already, or before it began."""
    if until is not None:
        raise PeriodEnded(until=until.isoformat())
    if last_day < start:
        raise NotYetBegun(start=start.isoformat(), until=last_day.isoformat(), field="lastDay")


def check_not_future(what: str, day: date, today: date) -> None:
    if day > today:
        raise NotYetEffective(what=what, day=day.isoformat())


def filled(field: str, value: str, longest: int) -> str:
    """The words without blanks around them; refuses none, and too many."""
    if not 0 < len(value.strip()) <= longest:
        raise InvalidInput(reason=f"应为 1 至 {longest} 个字", field=field)
    return value.strip()


def period_words(start: date, until: date | None) -> str:
    return f"{start.isoformat()} 至 {until.isoformat() if until else '今'}"


def day_before(day: date) -> date:
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    return day + timedelta(days=1)
