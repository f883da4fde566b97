"""Whether two records are one person, and what may be joined and parted again. No I/O: values in, decisions out."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word


class Clue(Word):
    """两条记录相同或矛盾之处"""

    DOCUMENT = "document"
    PHONE = "phone"
    NAME = "name"
    FORMER_NAME = "former_name"
    PINYIN = "pinyin"
    BIRTH_DATE = "birth_date"
    DOCUMENT_DIFFERS = "document_differs"
    BIRTH_DATE_DIFFERS = "birth_date_differs"
    GENDER_DIFFERS = "gender_differs"

    @property
    def label(self) -> str:
        return {
            "document": "证件号码相同（15 位已换算为 18 位）",
            "phone": "电话相同",
            "name": "姓名相同（繁简已统一）",
            "former_name": "姓名与曾用名、别名相同",
            "pinyin": "姓名同音",
            "birth_date": "出生日期相同",
            "document_differs": "同种证件的号码不同",
            "birth_date_differs": "出生日期不同",
            "gender_differs": "性别不同",
        }[self.value]


class Likelihood(Word):
    """是同一人的可能"""

    CERTAIN = "certain"
    POSSIBLE = "possible"

    @property
    def label(self) -> str:
        return {"certain": "极可能是同一人", "possible": "可能是同一人"}[self.value]


class PairStatus(Word):
    """一对疑似重复记录的状态"""

    OPEN = "open"
    NOT_SAME = "not_same"
    MERGED = "merged"


PAIR_FLOW: Flow[PairStatus] = Flow(
    "duplicate_pair",
    PairStatus.OPEN,
    {PairStatus.OPEN: "待核", PairStatus.NOT_SAME: "不是同一人", PairStatus.MERGED: "已合并"},
    step("tell_apart", PairStatus.OPEN, PairStatus.NOT_SAME, "不是同一人"),
    step("merge", PairStatus.OPEN, PairStatus.MERGED, "合并"),
    step("reopen", PairStatus.NOT_SAME, PairStatus.OPEN, "线索有变，重新核对"),
    step("part", PairStatus.MERGED, PairStatus.NOT_SAME, "撤销合并"),
)


class Side(Word):
    """取哪一条记录的内容"""

    SURVIVOR = "survivor"
    ABSORBED = "absorbed"


CHOICES: Final[dict[str, str]] = {
    "name": "姓名",
    "gender": "性别",
    "birth_date": "出生日期",
    "nationality": "国籍（地区）",
    "level": "人才层次",
    "talent_type": "人才类型",
    "specialty": "专业专长",
    "residence": "常住地",
    "phone": "电话",
    "email": "电子邮箱",
    "employer": "现主要任职",
}
"""What an officer chooses field by field; everything else has a rule of its own (merge/parts.py)."""


class SameRecord(Refusal):
    """这是同一条记录，没有什么可合并。请选择两条不同的记录。"""

    status = 422


class AlreadyMerged(Refusal):
    """“{name}”已由 {by} 于 {at} 合并。请刷新后查看；如合并有误，可在合并后的记录上撤销。"""


class AlreadyParted(Refusal):
    """这次合并已由 {by} 于 {at} 撤销，两条记录都已恢复。请刷新后查看。"""


class AlreadyDecided(Refusal):
    """这一对已由 {by} 于 {at} 核为“{status}”。请刷新后查看。"""


class ClosedRecord(Refusal):
    """“{name}”已注销，不能合并。只有在库、候选、待更新或已离开的记录可以合并。"""


class GoneSurvivor(Refusal):
    """“{name}”已登记离开，而另一条仍在名录中。请以仍在名录中的一条为保留记录。"""


class DeadAndPresent(Refusal):
    """一条记录登记为去世，另一条仍在名录中。请先核实并更正其中一条，再合并。"""


class UnknownChoice(Refusal):
    """“{item}”不是可以选择的资料项。可选：{choices}。"""

    status = 422


class UndoTooLate(Refusal):
    """合并满 {days} 日（至 {until}）后不能撤销。如确有必要，请另行录入并重新登记有关事项。"""


class ImagesGone(Refusal):
    """合并前的底本已于 {on} 清除，这次合并不能再撤销。如确有必要，请另行录入并重新登记有关事项。"""


class UndoOutOfOrder(Refusal):
    """此后还有一次涉及同一记录的合并（{name}，{at}）。请先撤销那一次，再撤销这一次。"""


class FactCannotGo(Refusal):
    """“{fact}”不能转给恢复的记录：{why}。请让它留在保留的记录上。"""


# -- who is who ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Person:
    """What is compared. `names`: the folded spelling of the present name; `others`: of former names and aliases."""

    name: str
    others: frozenset[str]
    pinyin: str
    phone: bytes | None
    birth_date: date | None
    gender: str
    documents: frozenset[tuple[str, bytes]] = field(default_factory=frozenset)


def clues(one: Person, other: Person) -> list[Clue]:
    """Where two records agree, and where they speak against each other."""
    found = []
    numbers = {n for _, n in one.documents} & {n for _, n in other.documents}
    kinds = {k for k, _ in one.documents} & {k for k, _ in other.documents}
    if numbers:
        found.append(Clue.DOCUMENT)
    elif kinds:
        found.append(Clue.DOCUMENT_DIFFERS)
    if one.phone is not None and one.phone == other.phone:
        found.append(Clue.PHONE)
    if one.name == other.name:
        found.append(Clue.NAME)
    elif ({one.name} | one.others) & ({other.name} | other.others):
        found.append(Clue.FORMER_NAME)
    elif one.pinyin and one.pinyin == other.pinyin:
        found.append(Clue.PINYIN)
    if one.birth_date is not None and other.birth_date is not None:
        found.append(Clue.BIRTH_DATE if one.birth_date == other.birth_date else Clue.BIRTH_DATE_DIFFERS)
    if {one.gender, other.gender} == {"male", "female"}:
        found.append(Clue.GENDER_DIFFERS)
    return found


def score(found: Iterable[Clue], points: Mapping[Clue, int]) -> int:
    return sum(points.get(clue, 0) for clue in found)


def likelihood(total: int, *, certain: int, possible: int) -> Likelihood | None:
    """None: not worth an officer's look."""
    if total >= certain:
        return Likelihood.CERTAIN
    return Likelihood.POSSIBLE if total >= possible else None


def fingerprint(one: Person, other: Person, found: Iterable[Clue]) -> bytes:
    """Of the evidence: what was told apart is asked about again only when this changes. Says nothing by itself."""
    told = sorted(c.value for c in found)
    sides = sorted(
        "|".join(
            (
                *(p.name, *sorted(p.others), p.phone.hex() if p.phone else "", str(p.birth_date)),
                *sorted(n.hex() for _, n in p.documents),
            )
        )
        for p in (one, other)
    )
    return hashlib.sha256("\n".join([*told, *sides]).encode()).digest()


# -- joining and parting ------------------------------------------------------------------------------------


def undo_until(merged_on: date, days: int) -> date:
    """The last day on which a merge may be undone."""
    return merged_on + timedelta(days=days)


def restored(
    before: Mapping[str, Any], after: Mapping[str, Any], now: Mapping[str, Any], *, but: Iterable[str]
) -> dict[str, Any]:
    """What to set so that the merge is undone in this row: each column that the merge changed and nobody since."""
    kept = set(but)
    return {
        column: before[column]
        for column in before
        if column not in kept and before[column] != after.get(column) and now.get(column) == after.get(column)
    }


def changed_since(after: Mapping[str, Any], now: Mapping[str, Any], *, but: Iterable[str]) -> list[str]:
    """The columns that somebody changed after the merge."""
    ignored = set(but)
    return sorted(c for c in now if c not in ignored and now[c] != after.get(c))
