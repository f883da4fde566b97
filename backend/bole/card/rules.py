"""What a talent card promises: who gets which, how long it lasts, what may be done with it. No I/O."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word

# States ------------------------------------------------------------------------------------------


class CardStatus(Word):
    """卡的状态"""

    PENDING = "pending"
    ACTIVE = "active"
    FROZEN = "frozen"
    LOST = "lost"
    REPLACED = "replaced"
    EXPIRED = "expired"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return CARD_FLOW.labels[self]


_IN_HAND = (CardStatus.PENDING, CardStatus.ACTIVE, CardStatus.FROZEN, CardStatus.LOST)

CARD_FLOW: Flow[CardStatus] = Flow(
    "card",
    CardStatus.PENDING,
    {
        CardStatus.PENDING: "待发",
        CardStatus.ACTIVE: "有效",
        CardStatus.FROZEN: "冻结",
        CardStatus.LOST: "挂失",
        CardStatus.REPLACED: "换发",
        CardStatus.EXPIRED: "过期",
        CardStatus.CANCELLED: "注销",
    },
    step("activate", CardStatus.PENDING, CardStatus.ACTIVE, "激活"),
    step("freeze", CardStatus.ACTIVE, CardStatus.FROZEN, "冻结"),
    step("thaw", CardStatus.FROZEN, CardStatus.ACTIVE, "解冻"),
    # A frozen card cannot be reported lost: finding it again would undo the freeze. It can be replaced.
    step("report_lost", CardStatus.ACTIVE, CardStatus.LOST, "挂失"),
    step("find", CardStatus.LOST, CardStatus.ACTIVE, "解挂"),
    step("replace", _IN_HAND, CardStatus.REPLACED, "换发"),
    step("expire", _IN_HAND, CardStatus.EXPIRED, "到期"),
    step("cancel", _IN_HAND, CardStatus.CANCELLED, "注销"),
)

LIVE = frozenset(_IN_HAND)
"""A talent holds at most one card of a scheme in these states."""


class BatchStatus(Word):
    """制卡批次的状态"""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"


BATCH_FLOW: Flow[BatchStatus] = Flow(
    "card_batch",
    BatchStatus.DRAFT,
    {
        BatchStatus.DRAFT: "草拟",
        BatchStatus.SUBMITTED: "待批",
        BatchStatus.APPROVED: "已批",
        BatchStatus.ISSUED: "已发",
        BatchStatus.WITHDRAWN: "撤回",
    },
    step("submit", BatchStatus.DRAFT, BatchStatus.SUBMITTED, "提交"),
    step("return", BatchStatus.SUBMITTED, BatchStatus.DRAFT, "退回"),
    step("approve", BatchStatus.SUBMITTED, BatchStatus.APPROVED, "批准"),
    step("finish", BatchStatus.APPROVED, BatchStatus.ISSUED, "发放完毕"),
    step("withdraw", {BatchStatus.DRAFT, BatchStatus.SUBMITTED}, BatchStatus.WITHDRAWN, "撤回"),
)


class LineStatus(Word):
    """批次中一个人的状态"""

    PLANNED = "planned"
    SKIPPED = "skipped"
    ISSUED = "issued"

    @property
    def label(self) -> str:
        return {"planned": "待发", "skipped": "不发", "issued": "已发"}[self.value]


class SkipReason(Word):
    """名单中的人未发卡的原因"""

    NO_LEVEL = "no_level"
    NO_TIER = "no_tier"
    ENDED = "ended"
    HOLDS_ONE = "holds_one"
    LEFT = "left"
    CHANGED = "changed"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        return {
            "no_level": "尚未认定层次",
            "no_tier": "所在层次没有对应的卡种",
            "ended": "认定已到期",
            "holds_one": "已持有有效的卡",
            "left": "已不在名录",
            "changed": "批准后层次有变化",
            "removed": "经办人移出",
        }[self.value]


class Succession(Word):
    """换卡的原因"""

    REISSUE = "reissue"
    TIER = "tier"


# Refusals ----------------------------------------------------------------------------------------


class CardNotValid(Refusal):
    """这张卡当前为“{state}”，不能使用。请持卡人联系人才办或县区人才服务窗口。"""


class CardOutOfDate(Refusal):
    """这张卡的有效期为 {start} 至 {until}，今天不在有效期内。到期的请重新申领，未到期的请到期后再来。"""


class CardSuperseded(Refusal):
    """这张卡已换发新卡，旧卡号不再有效。请持卡人出示新卡。"""


class CardChangedTier(Refusal):
    """已换级：持卡人自 {since} 起改用{tier}，这张旧卡已停用。请持卡人出示新卡。"""


class NoTierForLevel(Refusal):
    """“{name}”的层次（{level}）在“{scheme}”中没有对应的卡种。请先核对认定结果或卡种目录。"""


class RecognitionEnded(Refusal):
    """“{name}”的认定已于 {until} 到期，不能发卡。请先复核认定。"""


class AlreadyHolds(Refusal):
    """“{name}”已持有“{scheme}”（{state}）。如需新卡，请对原卡办理换发。"""


class ReasonNeeded(Refusal):
    """{step}须填写原因，原因会告知持卡人并留存。请补充原因后再提交。"""

    status = 422


class SamePerson(Refusal):
    """发卡批次须由拟定人以外的人批准。请转请另一位有批准权限的同事办理。"""


class TooManyForOneBatch(Refusal):
    """符合条件的有 {people} 人，一个批次最多 {limit} 人。请按单位或层次分批拟定。"""

    status = 422


class NobodyToIssue(Refusal):
    """这一批次没有可以发卡的人（共 {lines} 人，均不符合条件）。请核对名单后重新拟定。"""


class BadCardNumber(Refusal):
    """卡号“{number}”有误，请核对后重新输入或扫码。"""

    status = 422


# Decisions ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tier:
    """A card tier, as the catalogue says it: the levels that get it."""

    code: str
    name: str
    levels: frozenset[str]


def tier_of(level: str | None, tiers: Iterable[Tier]) -> Tier | None:
    """The tier that the catalogue gives to this level; None when it gives none."""
    return next((t for t in tiers if level is not None and level in t.levels), None)


def add_years(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def valid_until(start: date, *, years: int, recognised_until: date | None) -> date:
    """The last day of a card: so many years, but no longer than the recognition it rests on."""
    last = add_years(start, years) - timedelta(days=1)
    return last if recognised_until is None else min(last, recognised_until)


def skip_reason(
    *,
    in_roster: bool,
    level: str | None,
    tier: Tier | None,
    recognised_until: date | None,
    holds_one: bool,
    today: date,
) -> SkipReason | None:
    """Why this person gets no card, the plainest reason first; None when they get one."""
    if not in_roster:
        return SkipReason.LEFT
    if level is None:
        return SkipReason.NO_LEVEL
    if tier is None:
        return SkipReason.NO_TIER
    if recognised_until is not None and recognised_until < today:
        return SkipReason.ENDED
    return SkipReason.HOLDS_ONE if holds_one else None


def check_usable(
    *,
    status: CardStatus,
    valid_from: date,
    valid_until: date,
    day: date,
    succession: Succession | None = None,
    succeeded_on: date | None = None,
    new_tier: str | None = None,
) -> None:
    """Refuses a card that may not be used on `day`, and says why in the order a person would ask."""
    followed = status is CardStatus.REPLACED or day > valid_until
    if succession is Succession.TIER and succeeded_on is not None and followed:
        raise CardChangedTier(since=succeeded_on.isoformat(), tier=new_tier or "新卡种")
    if status is CardStatus.REPLACED:
        raise CardSuperseded()
    if status is not CardStatus.ACTIVE:
        raise CardNotValid(state=status.label)
    if not valid_from <= day <= valid_until:
        raise CardOutOfDate(start=valid_from.isoformat(), until=valid_until.isoformat())


def check_reason(reason: str, *, step: str) -> str:
    """A reason in so many words: it is shown to the holder and kept."""
    words = reason.strip()
    if not words:
        raise ReasonNeeded(step=step, field="reason")
    return words


# Card numbers ------------------------------------------------------------------------------------

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Thirty-two signs that cannot be taken for one another: no 0 and O, no 1 and I."""

RANDOM_SIGNS = 10
"""Fifty bits that nobody guesses: a card's number alone is what a counter types when a scan fails."""

_VALUE = {sign: i for i, sign in enumerate(ALPHABET)}


def check_sign(body: str) -> str:
    """Luhn over thirty-two signs: finds every single wrong sign and nearly every swap of neighbours."""
    total, factor = 0, 2
    for sign in reversed(body):
        product = factor * _VALUE[sign]
        total += product // 32 + product % 32
        factor = 3 - factor
    return ALPHABET[-total % 32]


def card_number(prefix: str, year: int, random_bits: int) -> str:
    """A number such as `YC26-7K3M-9QXT-HD4`: prefix and year, fifty random bits, one check sign."""
    signs = []
    for _ in range(RANDOM_SIGNS):
        random_bits, i = divmod(random_bits, 32)
        signs.append(ALPHABET[i])
    body = "".join(signs)
    tail = body + check_sign(body)
    return f"{prefix}{year % 100:02d}-{tail[:4]}-{tail[4:8]}-{tail[8:]}"


def read_number(typed: str) -> str | None:
    """What was typed or scanned as a card number in its one spelling; None when it cannot be one."""
    plain = "".join(c for c in typed.upper().translate(FULL_WIDTH) if c.isalnum())
    tail = plain[-(RANDOM_SIGNS + 1) :]
    head = plain[: -(RANDOM_SIGNS + 1)]
    if len(tail) != RANDOM_SIGNS + 1 or not head or any(c not in _VALUE for c in tail):
        return None
    if check_sign(tail[:-1]) != tail[-1]:
        return None
    return f"{head}-{tail[:4]}-{tail[4:8]}-{tail[8:]}"


FULL_WIDTH: Mapping[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
