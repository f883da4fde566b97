"""How often a card may be used: periods, limits, what is left, what comes back. No I/O."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bole.core.clock import SHANGHAI, day_of
from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word

# Words -------------------------------------------------------------------------------------------


class Period(Word):
    """额度的周期：到期后重新授予。"""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    CARD = "card"
    ONCE = "once"

    @property
    def label(self) -> str:
        return {
            "day": "当日",
            "month": "当月",
            "quarter": "本季度",
            "year": "本年度",
            "card": "卡片有效期内",
            "once": "终身",
        }[self.value]


_LENGTH = {p: i for i, p in enumerate(Period)}


class CountedPer(Word):
    """Whose quota it is: the holder's own, each child's, or each child's once per school stage."""

    HOLDER = "holder"
    CHILD = "child"
    CHILD_STAGE = "child_stage"


class Entry(Word):
    """权益账的一行：授予、预占、确认、取消、冲正、过期。"""

    GRANTED = "granted"
    RESERVED = "reserved"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    REVERSED = "reversed"
    LAPSED = "lapsed"

    @property
    def label(self) -> str:
        return {
            "granted": "授予",
            "reserved": "预占",
            "confirmed": "确认",
            "cancelled": "取消",
            "reversed": "冲正",
            "lapsed": "过期",
        }[self.value]


class RedemptionStatus(Word):
    """核销或预约的状态"""

    RESERVED = "reserved"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"
    REVERSED = "reversed"


REDEMPTION_FLOW: Flow[RedemptionStatus] = Flow(
    "redemption",
    RedemptionStatus.RESERVED,
    {
        RedemptionStatus.RESERVED: "已预占",
        RedemptionStatus.CONFIRMED: "已核销",
        RedemptionStatus.CANCELLED: "已取消",
        RedemptionStatus.LAPSED: "逾期未到",
        RedemptionStatus.REVERSED: "已冲正",
    },
    step("confirm", RedemptionStatus.RESERVED, RedemptionStatus.CONFIRMED, "核销"),
    step("cancel", RedemptionStatus.RESERVED, RedemptionStatus.CANCELLED, "取消"),
    step("lapse", RedemptionStatus.RESERVED, RedemptionStatus.LAPSED, "逾期"),
    step("reverse", RedemptionStatus.CONFIRMED, RedemptionStatus.REVERSED, "冲正"),
)


class WaitStatus(Word):
    """候补的状态"""

    WAITING = "waiting"
    PROMOTED = "promoted"
    LEFT = "left"


WAIT_FLOW: Flow[WaitStatus] = Flow(
    "pool_wait",
    WaitStatus.WAITING,
    {WaitStatus.WAITING: "候补中", WaitStatus.PROMOTED: "已递补", WaitStatus.LEFT: "已退出"},
    step("promote", WaitStatus.WAITING, WaitStatus.PROMOTED, "递补"),
    step("leave", WaitStatus.WAITING, WaitStatus.LEFT, "退出候补"),
)

# Refusals ----------------------------------------------------------------------------------------


class QuotaExhausted(Refusal):
    """{period}额度 {quota} 次已用完（已用 {used} 次，已预约 {reserved} 次）。{again}"""


class CityPoolExhausted(Refusal):
    """“{service}”本期全市名额 {quota} 个已用完，目前 {waiting} 人候补。可登记候补，有人取消时依次递补。"""


class NotEligibleTier(Refusal):
    """“{service}”不面向{tier}持卡人。请查阅服务指南，了解本卡种可享受的服务。"""


class ServiceNotGranted(Refusal):
    """您的单位未获授权办理“{service}”。请联系人才办办理服务授权。"""

    status = 403


class ChildNeeded(Refusal):
    """“{service}”按子女计次，请选择为哪一位子女办理。"""

    status = 422


class StageNeeded(Refusal):
    """“{service}”按学段计次，请选择学段（{stages}）。"""

    status = 422


class NotTheirChild(Refusal):
    """所选的人不是持卡人登记在册的子女。请先在人才资料中登记子女信息。"""

    status = 422


class ChildHasRights(Refusal):
    """这位子女名下已有权益或使用记录，要作为凭证保留，不能单独删除。如要求删除个人信息，请登记个人信息请求。"""


class OutsideBookingWindow(Refusal):
    """只能预约 {first} 至 {last} 之间的日期。请重新选择日期。"""

    status = 422


class TooLateToRecord(Refusal):
    """核销发生于 {occurred}，已超过补录时限 {hours} 小时。请由人才办核实后补录。"""

    status = 422


class InTheFuture(Refusal):
    """核销时间 {occurred} 在现在之后。请核对设备的时钟。"""

    status = 422


class ReversalTooLate(Refusal):
    """核销已超过 {hours} 小时的撤销时限。请联系人才办冲正。"""


class SettledNeedsReason(Refusal):
    """这笔核销已进入 {month} 结算，冲正将计入本月。请填写冲正原因。"""

    status = 422


class PoolOverdrawn(Refusal):
    """全市名额已用 {taken} 个，不能调减到 {quota} 个。请先取消预约或改设更大的名额。"""


class AlreadyInLine(Refusal):
    """持卡人已在“{service}”的候补名单中，不必重复登记。"""


class StillRoom(Refusal):
    """“{service}”本期还有名额，不必候补，可直接预约或核销。"""


# Periods -----------------------------------------------------------------------------------------

BEGINNING, FOREVER = date(1970, 1, 1), date.max


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `starts_on` up to, not including, `ends_on`."""

    starts_on: date
    ends_on: date

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day < self.ends_on


def window(period: Period, day: date, *, valid_from: date, valid_until: date) -> Window:
    """The period of this kind that `day` falls in. A calendar year is the same for every card, so that
    a new card in the same year does not bring the year's quota again."""
    first = day.replace(day=1)
    match period:
        case Period.DAY:
            return Window(day, day + timedelta(days=1))
        case Period.MONTH:
            return Window(first, _months_on(first, 1))
        case Period.QUARTER:
            start = first.replace(month=first.month - (first.month - 1) % 3)
            return Window(start, _months_on(start, 3))
        case Period.YEAR:
            return Window(date(day.year, 1, 1), date(day.year + 1, 1, 1))
        case Period.CARD:
            return Window(valid_from, valid_until + timedelta(days=1))
        case Period.ONCE:
            return Window(BEGINNING, FOREVER)


def _months_on(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times per period; `quota=None` counts, but never refuses."""

    period: Period
    quota: int | None

    @property
    def order(self) -> int:
        """Shorter periods first."""
        return _LENGTH[self.period]


def longest(limits: Iterable[Limit]) -> Limit:
    """The limit whose period decides which version of the service holds: numbers do not change within it."""
    return max(limits, key=lambda limit: limit.order)


def granted(tier_quota: int | None, *, used_before: int) -> int | None:
    """What a card gets when the holder used some of the period's quota under an earlier card or tier:
    the new quota less that, never below zero, and nothing is clawed back (domain D5)."""
    return None if tier_quota is None else max(0, tier_quota - used_before)


def remaining(quota: int | None, *, used: int, reserved: int, lapsed: int = 0) -> int | None:
    return None if quota is None else quota - used - reserved - lapsed


# Checks ------------------------------------------------------------------------------------------


def check_quota(
    period: Period, *, used: int, reserved: int, lapsed: int, amount: int, ends_on: date, quota: int | None
) -> None:
    """Refuses when this limit has no room for `amount` more, and says when there will be."""
    if quota is None or used + reserved + lapsed + amount <= quota:
        return
    again = "请联系人才办了解其他服务。" if ends_on >= FOREVER else f"请于 {ends_on.isoformat()} 起再使用。"
    raise QuotaExhausted(
        period=period.label, quota=quota, used=used, reserved=reserved, again=again, field="service"
    )


def check_occurred(occurred_at: datetime, *, now: datetime, hours: int) -> None:
    """A counter without network records later, within bounds; nobody records tomorrow's visit today."""
    if occurred_at > now + timedelta(minutes=5):
        raise InTheFuture(occurred=_minute(occurred_at), field="occurredAt")
    if occurred_at < now - timedelta(hours=hours):
        raise TooLateToRecord(occurred=_minute(occurred_at), hours=hours, field="occurredAt")


def check_bookable(day: date, *, today: date, days_ahead: int) -> None:
    last = today + timedelta(days=days_ahead)
    if not today <= day <= last:
        raise OutsideBookingWindow(first=today.isoformat(), last=last.isoformat(), field="day")


def check_pool_quota(quota: int, *, taken: int) -> None:
    if quota < taken:
        raise PoolOverdrawn(taken=taken, quota=quota, field="quota")


def settled_on(day: date, *, settlement_day: int) -> date:
    """The day from which the month of `day` counts as settled with the provider."""
    return _months_on(day.replace(day=1), 1).replace(day=settlement_day)


def check_reversible(
    *,
    occurred_at: datetime,
    now: datetime,
    hours: int,
    settlement_day: int,
    by_office: bool,
    reason: str,
) -> None:
    """A counter takes back its own slip for some hours; later the office does, and once the month is
    settled only with a reason, as a new line of the current month."""
    if not by_office and now > occurred_at + timedelta(hours=hours):
        raise ReversalTooLate(hours=hours)
    day = day_of(occurred_at)
    if day_of(now) >= settled_on(day, settlement_day=settlement_day) and not reason.strip():
        raise SettledNeedsReason(month=f"{day:%Y-%m}", field="reason")


def _minute(moment: datetime) -> str:
    local = moment.astimezone(SHANGHAI)
    return f"{local:%Y-%m-%d %H:%M}"
