"""A campaign for a quarter, what may become of each record in it, and what is frozen. No I/O."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word
from bole.roster.quarter_rules import Quarter


class CampaignStatus(Word):
    """季度更新的状态"""

    OPEN = "open"
    CLOSED = "closed"


CAMPAIGN_FLOW: Flow[CampaignStatus] = Flow(
    "campaign",
    CampaignStatus.OPEN,
    {CampaignStatus.OPEN: "进行中", CampaignStatus.CLOSED: "已截止"},
    step("close", CampaignStatus.OPEN, CampaignStatus.CLOSED, "截止"),
)


class ItemStatus(Word):
    """一条记录在季度更新中的状态"""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    LEFT = "left"
    UNCONFIRMED = "unconfirmed"
    LATE = "late"
    DROPPED = "dropped"


_I = ItemStatus
ITEM_FLOW: Flow[ItemStatus] = Flow(
    "campaign_item",
    _I.PENDING,
    {
        _I.PENDING: "待确认",
        _I.CONFIRMED: "已确认",
        _I.CHANGED: "已更改",
        _I.LEFT: "已离开",
        _I.UNCONFIRMED: "未确认",
        _I.LATE: "补确认",
        _I.DROPPED: "不再需要",
    },
    step("confirm", _I.PENDING, _I.CONFIRMED, "确认无变动"),
    step("change", _I.PENDING, _I.CHANGED, "更改资料"),
    step("leave", {_I.PENDING, _I.CONFIRMED, _I.CHANGED, _I.UNCONFIRMED}, _I.LEFT, "登记离开"),
    step("undo", _I.CONFIRMED, _I.PENDING, "撤销确认"),
    step("ask_again", _I.DROPPED, _I.PENDING, "重新询问"),
    step("lapse", _I.PENDING, _I.UNCONFIRMED, "到期未确认"),
    step("confirm_late", _I.UNCONFIRMED, _I.LATE, "补确认"),
    step("drop", {_I.PENDING, _I.CONFIRMED, _I.CHANGED, _I.UNCONFIRMED}, _I.DROPPED, "不再需要"),
)
ANSWERED: Final = (_I.CONFIRMED, _I.CHANGED, _I.LEFT, _I.LATE)


class Span(Word):
    """与多久以前相比"""

    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"

    @property
    def label(self) -> str:
        return {"quarter": "上季度", "half_year": "半年前", "year": "上年同期"}[self.value]

    @property
    def quarters(self) -> int:
        return {"quarter": 1, "half_year": 2, "year": 4}[self.value]


# -- refusals -----------------------------------------------------------------------------------------------


class CampaignThere(Refusal):
    """{quarter}的季度更新已经开展过，不能再开一次。请打开已有的那一次。"""


class QuarterAhead(Refusal):
    """{quarter}还没有开始，不能开展季度更新。请选本季度或以前的季度。"""

    status = 422


class CampaignOver(Refusal):
    """这次季度更新已于 {closed_on} 截止，不能再{act}。未确认的记录仍可逐条补确认。"""


class NothingToUrge(Refusal):
    """{unit}没有待确认的记录，不必催办。"""


class QuarterNotOver(Refusal):
    """{quarter}到 {last_day} 才结束，当日的数字还会变动，不能冻结。请于次日起再冻结。"""

    status = 422


class CampaignStillOpen(Refusal):
    """{quarter}的季度更新尚未截止（期限 {due_on}）。请待截止后再冻结，或先提前截止。"""


class QuarterFrozen(Refusal):
    """{quarter}的数字已于 {frozen_on} 冻结，不能再冻结一次。如有差错，请登记更正。"""


class NotFrozen(Refusal):
    """{quarter}的数字尚未冻结。请由市委人才办先冻结，或选已冻结的季度。"""

    status = 404


class NoSuchFigure(Refusal):
    """{quarter}的快照里没有“{key}”这一行。请从快照的数字中选择要更正的一行。"""

    status = 422


class NothingCorrected(Refusal):
    """更正后的数字与现在的相同（{talents} 人，其中待更新 {stale} 人）。请核对。"""

    status = 422


class FigureNotPlausible(Refusal):
    """待更新 {stale} 人不能多于总数 {talents} 人，两者都不能小于零。请核对。"""

    status = 422


class AlreadyAnswered(Refusal):
    """已由{by}办理（{status}），没有重复办理。"""


class NoLongerHere(Refusal):
    """此人现为“{status}”，不必确认。如要恢复，请在人才资料里办理重新入库。"""


class NotToUndo(Refusal):
    """{why}，不能撤销。如有变动，请更改资料或登记离开。"""


class NotEmptyReason(Refusal):
    """请写明{what}。"""

    status = 422


def reason(what: str, text: str) -> str:
    if not (said := text.strip()):
        raise NotEmptyReason(what=what, field="reason")
    return said


def check_quarter(quarter: Quarter, today: date) -> None:
    if quarter.first_day > today:
        raise QuarterAhead(quarter=quarter.words, field="quarter")


def check_over(quarter: Quarter, today: date) -> None:
    if quarter.last_day >= today:
        raise QuarterNotOver(quarter=quarter.words, last_day=quarter.last_day.isoformat(), field="quarter")


def check_figure(talents: int, stale: int) -> None:
    if not 0 <= stale <= talents:
        raise FigureNotPlausible(talents=talents, stale=stale, field="stale")


def may_undo(confirmed_at: datetime | None, now: datetime, minutes: int) -> bool:
    """A confirmation taken back at once was a slip; later it is a fact others may have read."""
    return confirmed_at is not None and now - confirmed_at <= timedelta(minutes=minutes)


@dataclass(frozen=True)
class Compared:
    """One line of a figure beside what it was."""

    key: str
    label: str
    talents: int
    stale: int
    talents_before: int
    stale_before: int
    difference: int
    rate: float | None
    """Change against before in percent; of nothing there is none."""


def compare(now: Sequence[Mapping[str, object]], before: Sequence[Mapping[str, object]]) -> list[Compared]:
    """Line by line by key: what is new stands against nothing, what is gone is told too."""
    was = {str(line["key"]): line for line in before}
    is_ = {str(line["key"]): line for line in now}
    return [_compared(key, is_.get(key), was.get(key)) for key in dict.fromkeys([*is_, *was])]


def _compared(key: str, now: Mapping[str, object] | None, was: Mapping[str, object] | None) -> Compared:
    talents, stale = _counts(now)
    before, stale_before = _counts(was)
    label = str((now or was or {}).get("label", key))
    rate = round((talents - before) * 100 / before, 1) if before else None
    return Compared(key, label, talents, stale, before, stale_before, talents - before, rate)


def _counts(line: Mapping[str, object] | None) -> tuple[int, int]:
    return (int(str(line["talents"])), int(str(line["stale"]))) if line else (0, 0)
