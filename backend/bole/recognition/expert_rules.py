"""What recognition refuses of experts and their sheets, and what their scores come to. Pure: values in, decisions out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bole.core.errors import Refusal
from bole.recognition.flow_rules import ScoreSheetStatus

SCORE_MOST: Final = 100
STANDING: Final = (ScoreSheetStatus.INVITED, ScoreSheetStatus.ACCEPTED, ScoreSheetStatus.SCORED)
"""A sheet of which something is heard or yet to be heard: of one expert, one a round."""


# -- refusals --------------------------------------------------------------------------------------------------


class NoScoringHere(Refusal):
    """“{level}”不须专家评分。"""

    status = 422


class ExpertFromSameEmployer(Refusal):
    """“{expert}”与申报人同在“{employer}”，依规回避。请另邀专家。"""


class ExpertIsKin(Refusal):
    """“{expert}”在申报人声明须回避的亲属之列。请另邀专家。"""


class ExpertOut(Refusal):
    """“{expert}”不在聘或已受邀。请另邀专家。"""


class ExpertKeptOut(Refusal):
    """“{expert}”对这份申请已声明回避，不再受邀。请另邀专家。"""


class TooFewSheets(Refusal):
    """有效评分表 {count} 份，至少须 {fewest} 份。请等候专家交回，或另邀专家。"""


class ScoresIncomplete(Refusal):
    """请为每一项打分（零到一百的整数）：{items}。"""

    status = 422


# -- checks ----------------------------------------------------------------------------------------------------


def keeps_out(
    name: str, employer: str, *, employers: Collection[str], kin: Collection[str]
) -> Refusal | None:
    """Why an expert may not score: it is their own employer's case, or their relative's."""
    if employer in employers:
        return ExpertFromSameEmployer(expert=name, employer=employer, field="expertIds")
    return ExpertIsKin(expert=name, field="expertIds") if name in kin else None


def check_expert(
    *,
    name: str,
    employer: str,
    active: bool,
    invited: bool,
    recused: bool,
    employers: Collection[str],
    kin: Collection[str],
) -> None:
    """Once a round, and never again who kept out of this application."""
    if not active or invited:
        raise ExpertOut(expert=name, field="expertIds")
    if recused:
        raise ExpertKeptOut(expert=name, field="expertIds")
    if why := keeps_out(name, employer, employers=employers, kin=kin):
        raise why


def same_facts(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether a blind sheet would tell today what it told then. A birthday is no new fact."""

    def told(material: Mapping[str, Any]) -> dict[str, Any]:
        facts = {name: fact for name, fact in material["facts"].items() if name != "age"}
        return {**material, "facts": facts}

    return told(before) == told(now)


def sheet_code(application: str, ordinal: int) -> str:
    """By what experts speak of a sheet; `application` is its id in hex."""
    return f"盲评{application[-5:].upper()}" + (f"-{ordinal}" if ordinal > 1 else "")


def weighted(items: Sequence[Mapping[str, Any]], scores: Mapping[str, int]) -> float:
    """The total of a sheet, of a hundred; refuses (ScoresIncomplete) what is missing, unknown or out of range."""
    codes = {item["code"]: item["name"] for item in items}
    wrong = [n for c, n in codes.items() if c not in scores or not 0 <= scores[c] <= SCORE_MOST]
    if wrong or set(scores) - set(codes):
        raise ScoresIncomplete(items="、".join(wrong or codes.values()), field="scores")
    total: float = sum(item["weight"] * scores[item["code"]] for item in items) / 100
    return round(total, 2)


@dataclass(frozen=True)
class Tally:
    """What the sheets that were handed in say together."""

    count: int
    average: float
    passed: bool


def tally(sheets: Iterable[tuple[ScoreSheetStatus, float | None]], *, fewest: int, needed: float) -> Tally:
    """Refuses (TooFewSheets) what is no quorum: those who kept out do not count."""
    totals = [t for status, t in sheets if status is ScoreSheetStatus.SCORED and t is not None]
    if len(totals) < fewest:
        raise TooFewSheets(count=len(totals), fewest=fewest)
    average = round(sum(totals) / len(totals), 2)
    return Tally(len(totals), average, average >= needed)
