"""Whom the rows of a workbook speak of: someone new, someone we know, or someone out of reach."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlmodel import col

from bole.catalogue import lookup
from bole.catalogue.catalogue import Level
from bole.core.context import Context
from bole.core.errors import Refusal
from bole.core.secrets import Vault
from bole.org.models import Unit, UnitName, holds
from bole.org.rules import UnitKind
from bole.roster.columns import BY_KEY
from bole.roster.filling import SIMPLE, Held, Merge, Plan
from bole.roster.findings import finding
from bole.roster.importing_rules import Fault, Problem, RowOutcome, Severity
from bole.roster.names import prepare_names
from bole.roster.rows import Found, Known
from bole.roster.rules import (
    PRESENT,
    TALENT_FLOW,
    Degree,
    EmploymentKind,
    Gender,
    SecretField,
    TalentStatus,
    TitleRank,
)
from bole.roster.sealed import PLACES, number_blind, phone_blind
from bole.roster.vocabulary import fold

LABELS: Final[dict[str, dict[str, str]]] = {
    "gender": {g.value: g.label for g in Gender},
    "degree": {d.value: d.label for d in Degree},
    "title_rank": {r.value: r.label for r in TitleRank},
    "employment_kind": {k.value: k.label for k in EmploymentKind},
}


@dataclass(frozen=True)
class Reference:
    """What an import is compared with, as it is on one day: for the reading process, and for this one."""

    known: Known
    labels: dict[str, dict[str, str]]
    employers: dict[str, UUID]
    unit_names: dict[str, str]


@dataclass(slots=True)
class Decision:
    """What becomes of one row."""

    found: Found
    outcome: RowOutcome
    held: Held | None = None
    plan: Plan | None = None
    number_blind: bytes = b""
    phone_blind: bytes | None = None
    changes: list[dict[str, Any]] = field(default_factory=list)
    record: tuple[Any, ...] | None = None
    """Ready to be copied, should this be someone new (roster/staging.py)."""
    resting: bool = False
    """A record out of scope holds the document: entered as a candidate whose document is not in use until the
    city's office has compared the two, as entry by hand does with `toReview`."""

    @property
    def findings(self) -> list[dict[str, Any]]:
        return self.found.problems + self.changes


async def reference(ctx: Context, *, unit_id: UUID | None, lo: int, hi: int) -> Reference:
    """Catalogues and units in force today."""
    levels = await lookup.entries(ctx, "level")
    types = await lookup.entries(ctx, "talent_type")
    level_words: dict[str, str] = {}
    for entry in levels:
        label = Level.model_validate(entry.body).label
        for word in (entry.code, entry.name, label, f"{label}{entry.name}", f"{entry.name}{label}"):
            level_words[fold(word)] = entry.code
    type_words = {fold(word): t.code for t in types for word in (t.code, t.name, t.name.removesuffix("人才"))}
    units = list((await ctx.db.exec(sa.select(Unit).where(holds(Unit, ctx.today)))).scalars())  # type: ignore[call-overload]
    former = (await ctx.db.execute(sa.select(col(UnitName.unit_id), col(UnitName.name)))).all()
    by_id = {u.id: u for u in units}
    default = by_id.get(unit_id) if unit_id else None
    if default is not None and not lo <= default.path < hi:
        default = None  # who lets the rows in may reach less far than who sent them
    return Reference(
        known=Known(
            today=ctx.today.isoformat(),
            levels=level_words,
            level_choices="、".join(e.name for e in levels),
            types=type_words,
            type_choices="、".join(e.name for e in types),
            units=_unit_words(units, former, lo, hi),
            unit=[str(default.id), default.path] if default else None,
            lo=lo,
            hi=hi,
        ),
        labels={
            **LABELS,
            "level": {e.code: e.name for e in levels},
            "talent_type": {e.code: e.name for e in types},
        },
        employers={fold(u.name): u.id for u in units if u.kind is UnitKind.EMPLOYER},
        unit_names={str(u.id): u.name for u in units},
    )


def _unit_words(units: Sequence[Unit], former: Sequence[Any], lo: int, hi: int) -> dict[str, list[Any]]:
    """Each name, short name, code and former name → its unit; names of several units in scope → nothing."""
    words: dict[str, dict[UUID, Unit]] = {}
    by_id = {u.id: u for u in units}
    for unit in units:
        for word in (unit.name, unit.short_name, unit.code, unit.division_code):
            if word:
                words.setdefault(fold(word), {})[unit.id] = unit
    for unit_id, name in former:
        if unit_id in by_id:
            words.setdefault(fold(name), {}).setdefault(unit_id, by_id[unit_id])
    return {word: _one_of(list(named.values()), lo, hi) for word, named in words.items()}


def _one_of(named: list[Unit], lo: int, hi: int) -> list[Any]:
    mine = [u for u in named if lo <= u.path < hi] or named
    return [str(mine[0].id), mine[0].path] if len(mine) == 1 else []


# -- deciding -----------------------------------------------------------------------------------------------

# Each is a join, never `= any($1)`: should a plan of a day when the table was small filter instead of using the
# index, a join is still linear, while a list is searched from its start for every row.

NOBODY: Final = UUID(int=0)

HOLDERS: Final = """
select d.kind, d.number_blind, d.talent_id, d.unit_path
from unnest($1::text[], $2::bytea[]) as asked(kind, blind)
join identity_document d on d.kind = asked.kind and d.number_blind = asked.blind and d.active"""

RESTING: Final = """
select d.kind, d.number_blind, t.id
from unnest($1::text[], $2::bytea[]) as asked(kind, blind)
join identity_document d on d.kind = asked.kind and d.number_blind = asked.blind and not d.active
join talent t on t.id = d.talent_id
where t.status = 'candidate' and t.unit_path >= $3 and t.unit_path < $4"""
"""Candidates in scope that wait for the office: the same row sent again is them, and not one more."""

SAME_PHONE: Final = """
select t.phone_blind, t.name_key from unnest($1::bytea[]) as asked(blind)
join talent t on t.phone_blind = asked.blind
where t.status <> 'closed' and t.unit_path >= $2 and t.unit_path < $3"""

EMPLOYERS_OF: Final = """
select distinct on (employer_uscc) employer_uscc, employer_name from employment
where employer_uscc = any($1::text[]) order by employer_uscc, created_at desc"""

HELD: Final = """
select t.id, t.unit_id, t.unit_path, t.entered_on, t.status, t.name, t.gender, t.birth_date, t.nationality, t.talent_type,
  t.specialty, t.residence, t.level, t.level_since, t.phone_blind, t.phone_masked, t.email_sealed,
  (select to_jsonb(e) from employment e where e.talent_id = t.id and e.main)::text as main,
  (select jsonb_agg(to_jsonb(e) order by e.created_at, e.id) from education e where e.talent_id = t.id)::text
    as educations,
  (select jsonb_agg(to_jsonb(i) order by i.created_at, i.id) from title i where i.talent_id = t.id)::text
    as titles,
  (select array_agg(n.name) from talent_name n where n.talent_id = t.id) as names
from unnest($1::uuid[]) as asked(id) join talent t on t.id = asked.id"""


class Matcher:
    """Decides on rows, chunk by chunk. `everywhere`: a connection that sees all rows, for looking only; what it
    finds out of scope is told as a fault without a name."""

    def __init__(self, about: Reference, vault: Vault, today: date) -> None:
        self.about, self.vault, self.today = about, vault, today

    def look(self, chunk: Sequence[Found]) -> list[Decision]:
        """What can be said of each row without the database: all CPU, so it is called in a thread."""
        return [self._looked_at(found) for found in chunk]

    def _looked_at(self, found: Found) -> Decision:
        if not found.good:
            return Decision(found, RowOutcome.ERROR)
        phone = found.values.get("phone")
        return Decision(
            found,
            RowOutcome.NEW,
            number_blind=number_blind(self.vault, found.values["document_number"]),
            phone_blind=phone_blind(self.vault, phone) if phone else None,
        )

    async def decide(self, everywhere: Any, here: Any, decisions: Sequence[Decision], *, lock: bool) -> None:
        """Says of each row what becomes of it. `here`: the connection that reads, and with `lock` holds, people
        in scope."""
        await self._employers(everywhere, decisions)
        good = [d for d in decisions if d.outcome is not RowOutcome.ERROR]
        asked = [d.found.values["document_kind"] for d in good], [d.number_blind for d in good]
        holders = {(r[0], r[1]): (r[2], r[3]) for r in await everywhere.fetch(HOLDERS, *asked)}
        lo, hi = self.about.known.lo, self.about.known.hi
        near = {key: talent_id for key, (talent_id, path) in holders.items() if lo <= path < hi}
        waiting: dict[tuple[str, bytes], UUID] = {}
        if away := [key for key in holders if key not in near]:
            kinds, blinds = [list(part) for part in zip(*away, strict=True)]
            found = await everywhere.fetch(RESTING, kinds, blinds, lo, hi)
            waiting = {(r[0], r[1]): r[2] for r in found}
        known = [*near.values(), *waiting.values()]
        held = await self._held(here, known, lock=lock) if known else {}
        for decision in good if holders else ():
            key = decision.found.values["document_kind"], decision.number_blind
            if key not in holders:
                continue
            person = held.get(near.get(key) or waiting.get(key, NOBODY))
            if key not in near:
                fault = Fault.HELD_ELSEWHERE if person is None else Fault.UNDER_REVIEW
                _note(decision.found, "document_number", Problem(fault))
            if person is not None:
                self._merge(decision, person)
            else:
                decision.resting = True
        await self._same_phone(everywhere, [d for d in good if d.outcome is RowOutcome.NEW])

    async def _employers(self, everywhere: Any, decisions: Sequence[Decision]) -> None:
        """A credit code alone is enough where the roster knows whose it is."""
        alone = [d for d in decisions if needs_employer(d.found)]
        if not alone:
            return
        codes = list({d.found.values["employer_uscc"] for d in alone})
        names = dict(await everywhere.fetch(EMPLOYERS_OF, codes))
        for decision in alone:
            if name := names.get(decision.found.values["employer_uscc"]):
                decision.found.values["employer"] = name
            else:
                facts = {"title": BY_KEY["employer_uscc"].title}
                self._fault(decision, "employer", Problem(Fault.EMPLOYER_MISSING, facts=facts))

    async def _held(self, here: Any, ids: list[UUID], *, lock: bool) -> dict[UUID, Held]:
        # one order of locking for everyone: two imports of the same people wait, they do not deadlock
        sql = f"{HELD} order by t.id for update of t" if lock else HELD
        rows = await here.fetch(sql, ids)
        return await asyncio.to_thread(lambda: {row["id"]: self._person(row) for row in rows})

    def _person(self, row: Any) -> Held:
        columns = {
            name: row[name] for name in (*SIMPLE, "level", "level_since", "phone_blind", "phone_masked")
        }
        sealed = row["email_sealed"]
        columns["email"] = (
            self.vault.open(*PLACES[SecretField.EMAIL], row["id"], sealed) if sealed is not None else None
        )
        return Held(
            id=row["id"],
            unit_id=row["unit_id"],
            unit_path=row["unit_path"],
            status=TalentStatus(row["status"]),
            name=row["name"],
            columns=columns,
            main=_station(orjson.loads(row["main"])) if row["main"] else None,
            educations=[_station(e) for e in orjson.loads(row["educations"] or "[]")],
            titles=[_station(t) for t in orjson.loads(row["titles"] or "[]")],
            names=list(row["names"] or ()),
            entered_on=row["entered_on"],
        )

    def _merge(self, decision: Decision, person: Held) -> None:
        values = decision.found.values
        if person.status not in PRESENT:
            words = {"status": TALENT_FLOW.labels[person.status]}
            return self._fault(decision, "name", Problem(Fault.RECORD_CLOSED, facts=words))
        if person.name != values["name"]:
            known, told = prepare_names([person.name, values["name"]])
            if known.name_key != told.name_key and values["name"] not in person.names:
                facts = {"known": person.name}
                return self._fault(decision, "name", Problem(Fault.NAME_DIFFERS, facts=facts))
        if values.get("unit_given", True) and UUID(values["unit"][0]) != person.unit_id:
            facts = {"known": self.about.unit_names.get(str(person.unit_id), "")}
            _note(decision.found, "unit", Problem(Fault.UNIT_DIFFERS, facts=facts))
        entered = values.get("entered_on")
        if entered is not None and entered != person.entered_on.isoformat():
            facts = {"known": person.entered_on.isoformat()}
            _note(decision.found, "entered_on", Problem(Fault.ENTERED_DIFFERS, facts=facts))
        try:
            plan = Merge(person, values, self.about.labels).plan_for(
                phone_blind=decision.phone_blind, today=self.today
            )
        except Refusal as no:
            told_no = finding("level", None, BY_KEY["level"].title, "", no.code(), str(no), Severity.ERROR)
            decision.found.problems.append(told_no)
            decision.outcome = RowOutcome.ERROR
            return None
        decision.held, decision.plan = person, plan
        decision.outcome = RowOutcome.UPDATE if plan.changes else RowOutcome.UNCHANGED
        decision.changes = [c.told() for c in plan.changes]
        return None

    async def _same_phone(self, everywhere: Any, fresh: list[Decision]) -> None:
        phones = [d.phone_blind for d in fresh if d.phone_blind]
        if not phones:
            return
        known = self.about.known
        rows = await everywhere.fetch(SAME_PHONE, phones, known.lo, known.hi)
        if not rows:
            return
        taken = {(r["phone_blind"], r["name_key"]) for r in rows}
        numbers = {r["phone_blind"] for r in rows}
        close = [d for d in fresh if d.phone_blind in numbers]
        for decision, keys in zip(close, prepare_names([d.found.values["name"] for d in close]), strict=True):
            if (decision.phone_blind, keys.name_key) in taken:
                _note(decision.found, "phone", Problem(Fault.NAME_AND_PHONE))

    @staticmethod
    def _fault(decision: Decision, key: str, problem: Problem) -> None:
        _note(decision.found, key, problem)
        decision.outcome = RowOutcome.ERROR


def needs_employer(found: Found) -> bool:
    """Whether the row tells an employer by its credit code alone."""
    return "employer_uscc" in found.values and "employer" not in found.values


def _note(found: Found, key: str, problem: Problem) -> None:
    told = finding(
        key, None, BY_KEY[key].title, "", problem.fault.value, problem.words, problem.fault.severity
    )
    found.problems.append(told)


def _station(row: dict[str, Any]) -> dict[str, Any]:
    """A station of a career from its JSON: days are days again."""
    for name in ("started_on", "ended_on", "graduated_on"):
        if row.get(name):
            row[name] = date.fromisoformat(row[name])
    row["id"] = UUID(row["id"])
    return row
