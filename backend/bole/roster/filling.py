"""What a row changes about a person who is in the roster already. No I/O: values in, a plan out.

An empty cell says nothing: it leaves what is known. What a row does say is compared with what is known, and
only what differs is changed and told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from bole.roster.codes import mask_email, mask_phone
from bole.roster.columns import BY_KEY
from bole.roster.importing_rules import Severity
from bole.roster.rules import (
    Degree,
    EmploymentKind,
    Gender,
    TalentStatus,
    TitleRank,
    check_level_change,
    highest,
)
from bole.roster.vocabulary import fold

SIMPLE: Final = ("gender", "birth_date", "nationality", "talent_type", "specialty", "residence")
RANK_ORDER: Final = list(TitleRank)


@dataclass(slots=True)
class Held:
    """A person of the roster, as far as a row may speak of them."""

    id: UUID
    unit_id: UUID
    unit_path: int
    status: TalentStatus
    name: str
    columns: dict[str, Any]
    """gender … residence, level, level_since, phone_blind, phone_masked, email (open), search names."""
    main: dict[str, Any] | None
    educations: list[dict[str, Any]]
    titles: list[dict[str, Any]]
    names: list[str]
    entered_on: date


@dataclass(slots=True)
class Change:
    """One change, as it is shown; sensitive values masked."""

    key: str
    before: str
    after: str

    def told(self) -> dict[str, Any]:
        words = f"由“{self.before}”改为“{self.after}”。" if self.before else f"补充为“{self.after}”。"
        return {
            "column": self.key, "cell": None, "title": BY_KEY[self.key].title, "shown": self.after,
            "before": self.before, "code": "CHANGED", "words": words, "severity": Severity.CHANGE.value,
        }  # fmt: skip


@dataclass(slots=True)
class Plan:
    """What to write. `columns`: of the talent; the stations are whole rows, with an id where one is changed."""

    columns: dict[str, Any] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    phone: str | None = None
    email: str | None = None
    level_from: tuple[str | None, str, date] | None = None
    names: list[str] = field(default_factory=list)
    employment: dict[str, Any] | None = None
    education: dict[str, Any] | None = None
    title: dict[str, Any] | None = None


class Merge:
    """Compares one row with one person."""

    def __init__(
        self, held: Held, values: Mapping[str, Any], labels: Mapping[str, Mapping[str, str]]
    ) -> None:
        self.held, self.values, self.labels = held, values, labels
        self.plan = Plan()

    def plan_for(self, *, phone_blind: bytes | None, today: date) -> Plan:
        """The plan; refuses a level that goes backward (rules.check_level_change)."""
        for key in SIMPLE:
            self._simple(key)
        self._reached(phone_blind)
        self._level(today)
        self._names()
        self._employment()
        self._education()
        self._title()
        return self.plan

    def _simple(self, key: str) -> None:
        after, before = self.values.get(key), self.held.columns[key]
        if key == "birth_date" and after is not None:
            after = date.fromisoformat(after)
        if key == "gender" and before == Gender.UNKNOWN:
            before = None
        if after is not None and after != before:
            self._set(key, before, after)

    def _set(self, key: str, before: Any, after: Any) -> None:
        self.plan.columns[key] = after
        self._tell(key, before, after)

    def _tell(self, key: str, before: Any, after: Any) -> None:
        self.plan.changes.append(Change(key, self._shown(key, before), self._shown(key, after)))

    def _shown(self, key: str, value: Any) -> str:
        if value is None:
            return ""
        if key == "birth_date":
            return f"{value.year}-**-**"
        return self.labels.get(key, {}).get(value, str(value))[:120]

    def _reached(self, phone_blind: bytes | None) -> None:
        phone, email, known = self.values.get("phone"), self.values.get("email"), self.held.columns
        if phone is not None and phone_blind != known["phone_blind"]:
            self.plan.phone = phone
            self._tell("phone", known["phone_masked"], mask_phone(phone))
        if email is not None and email != known["email"]:
            self.plan.email = email
            before = known["email"]
            self._tell("email", mask_email(before) if before else None, mask_email(email))

    def _level(self, today: date) -> None:
        level, known = self.values.get("level"), self.held.columns
        if level is None or level == known["level"]:
            return
        told = self.values.get("level_since")
        since = date.fromisoformat(told) if told else today
        check_level_change(known["level"], level, known["level_since"], since)
        self.plan.level_from = (known["level"], level, since)
        self.plan.columns |= {"level": level, "level_since": since}
        self._tell("level", known["level"], level)

    def _names(self) -> None:
        fresh = [
            n for n in self.values.get("former_name") or () if n not in {*self.held.names, self.held.name}
        ]
        if fresh:
            self.plan.names = fresh
            self._tell("former_name", None, "、".join(fresh))

    def _employment(self) -> None:
        told: dict[str, Any] = {
            "employer_name": self.values.get("employer"),
            "employer_uscc": self.values.get("employer_uscc"),
            "position": self.values.get("position"),
            "started_on": _day(self.values.get("employed_from")),
            "kind": self.values.get("employment_kind"),
        }
        main = self.held.main
        if told["employer_name"] is None:
            return
        if main is not None and fold(main["employer_name"]) == fold(told["employer_name"]):
            told["employer_name"] = main["employer_name"]
            self.plan.employment = self._filled(main, told, _EMPLOYMENT_KEYS)
            return
        told["kind"] = told["kind"] or EmploymentKind.FULL.value
        self.plan.employment = {"id": None, **told}
        self._tell("employer", main["employer_name"] if main else None, told["employer_name"])

    def _education(self) -> None:
        degree = self.values.get("degree")
        if degree is None:
            return
        told = {
            "degree": degree,
            "school": self.values.get("school"),
            "major": self.values.get("major"),
            "graduated_on": _day(self.values.get("graduated_on")),
        }
        same = [
            e for e in self.held.educations if e["degree"] == degree and _agree(e["school"], told["school"])
        ]
        if same:
            told["school"] = same[0]["school"] or told["school"]
            self.plan.education = self._filled(same[0], told, _EDUCATION_KEYS)
        else:
            self.plan.education = {"id": None, **told}
            best = highest(Degree(e["degree"]) for e in self.held.educations)
            self._tell("degree", best.value if best else None, degree)

    def _title(self) -> None:
        name = self.values.get("title")
        if name is None:
            return
        told = {"name": name, "rank": self.values.get("title_rank")}
        same = [t for t in self.held.titles if fold(t["name"]) == fold(name)]
        if same:
            told["name"] = same[0]["name"]
            self.plan.title = self._filled(same[0], told, _TITLE_KEYS)
        else:
            self.plan.title = {"id": None, "name": name, "rank": told["rank"] or TitleRank.NONE.value}
            self._tell("title", "、".join(t["name"] for t in self.held.titles) or None, name)

    def _filled(
        self, known: dict[str, Any], told: dict[str, Any], keys: Mapping[str, str]
    ) -> dict[str, Any] | None:
        """The row with what was told set in it, or None if nothing differs."""
        row = {"id": known["id"], **{name: known[name] for name in told}}
        changed = False
        for name, after in told.items():
            if after is not None and after != known[name]:
                row[name], changed = after, True
                self._tell(keys[name], known[name], after)
        return row if changed else None


_EMPLOYMENT_KEYS: Final = {
    "employer_name": "employer", "employer_uscc": "employer_uscc", "position": "position",
    "started_on": "employed_from", "kind": "employment_kind",
}  # fmt: skip
_EDUCATION_KEYS: Final = {
    "degree": "degree", "school": "school", "major": "major", "graduated_on": "graduated_on",
}  # fmt: skip
_TITLE_KEYS: Final = {"name": "title", "rank": "title_rank"}


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _agree(known: str | None, told: str | None) -> bool:
    return known is None or told is None or fold(known) == fold(told)


def shown_career(held: Held, plan: Plan) -> dict[str, Any]:
    """What the record shows of the career after the plan: as roster/career.py keeps it."""
    main = plan.employment or held.main or {}
    degrees = [Degree(e["degree"]) for e in held.educations]
    if plan.education:
        degrees.append(Degree(plan.education["degree"]))
    titles = [t for t in held.titles if plan.title is None or t["id"] != plan.title["id"]]
    if plan.title:
        titles.append(plan.title)
    best = min(titles, key=lambda t: RANK_ORDER.index(TitleRank(t["rank"])), default=None)
    return {
        "employer_name": main.get("employer_name"),
        "position": main.get("position"),
        "highest_degree": highest(degrees),
        "highest_title": best["name"] if best else None,
        "highest_rank": best["rank"] if best else None,
    }


__all__ = ["Change", "Held", "Merge", "Plan", "shown_career"]
