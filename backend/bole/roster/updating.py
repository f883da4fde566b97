"""Changes that an import makes to people who are in the roster already: a few pipelined statements a chunk."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import orjson

from bole.core.secrets import Vault
from bole.roster.codes import mask_email, mask_phone
from bole.roster.filling import SIMPLE, Held, Plan, shown_career
from bole.roster.matching import Decision, Reference
from bole.roster.names import tokens_of
from bole.roster.rules import NameKind, SecretField
from bole.roster.sealed import PLACES
from bole.roster.vocabulary import fold

COLUMNS: Final = (
    *SIMPLE, "level", "level_since", "phone_sealed", "phone_blind", "phone_masked", "email_sealed", "email_masked",
    "employer_name", "position", "highest_degree", "highest_title", "highest_rank", "search_tokens",
)  # fmt: skip
"""An absent value leaves the column: an import never empties one."""

CHANGE: Final = (
    "update talent set "  # noqa: S608  names of columns, above
    + ", ".join(f"{name} = coalesce(${i}, {name})" for i, name in enumerate(COLUMNS, start=5))
    + ", employer_unit_id = case when $3 then $4 else employer_unit_id end, sources = sources || $2::text::jsonb,"
    " version = version + 1, changed_at = now() where id = $1"
)

NO_LONGER_MAIN: Final = "update employment set main = false where talent_id = $1 and main"
NEW_EMPLOYMENT: Final = """
insert into employment (id, unit_path, talent_id, employer_name, employer_uscc, employer_unit_id, kind, position,
  started_on, main) values (uuidv7(), $1, $2, $3, $4, $5, $6, $7, $8, true)"""
CHANGE_EMPLOYMENT: Final = """
update employment set employer_uscc = $2, kind = $3, position = $4, started_on = $5 where id = $1"""
NEW_EDUCATION: Final = """
insert into education (id, unit_path, talent_id, degree, school, major, full_time, graduated_on)
values (uuidv7(), $1, $2, $3, $4, $5, true, $6)"""
CHANGE_EDUCATION: Final = "update education set school = $2, major = $3, graduated_on = $4 where id = $1"
NEW_TITLE: Final = """
insert into title (id, unit_path, talent_id, name, rank) values (uuidv7(), $1, $2, $3, $4)"""
CHANGE_TITLE: Final = "update title set rank = $2 where id = $1"
END_LEVEL: Final = """
update level_grant set valid_until = $2
where talent_id = $1 and valid_from <= $2 and (valid_until is null or valid_until > $2)"""
NEW_LEVEL: Final = """
insert into level_grant (id, unit_path, talent_id, level, valid_from, basis)
values (uuidv7(), $1, $2, $3, $4, $5)"""
NEW_NAME: Final = f"""
insert into talent_name (id, unit_path, talent_id, kind, name)
values (uuidv7(), $1, $2, '{NameKind.FORMER.value}', $3) on conflict do nothing"""  # noqa: S608  a constant


class Updater:
    """Writes the plans of one chunk."""

    def __init__(self, vault: Vault, about: Reference, source: dict[str, Any], basis: str) -> None:
        self.vault, self.about, self.source, self.basis = vault, about, source, basis
        self._batches: dict[str, list[tuple[Any, ...]]] = {}

    async def write(self, connection: Any, decisions: Sequence[Decision]) -> list[UUID]:
        """The ids of whose data changed."""
        changed = []
        for decision in decisions:
            if decision.held is not None and decision.plan is not None and decision.plan.changes:
                self._plan(decision.found.number, decision.held, decision.plan)
                changed.append(decision.held.id)
        for statement in ORDER:
            if batch := self._batches.pop(statement, None):
                await connection.executemany(statement, batch)
        return changed

    def _do(self, statement: str, *values: Any) -> None:
        self._batches.setdefault(statement, []).append(values)

    def _plan(self, row: int, held: Held, plan: Plan) -> None:
        self._do(CHANGE, held.id, self._sources(row, plan), *self._employer(plan), *self._columns(held, plan))
        for name in plan.names:
            self._do(NEW_NAME, held.unit_path, held.id, name)
        if plan.level_from is not None:
            _, level, since = plan.level_from
            self._do(END_LEVEL, held.id, since - timedelta(days=1))
            self._do(NEW_LEVEL, held.unit_path, held.id, level, since, self.basis)
        self._stations(held, plan)

    def _columns(self, held: Held, plan: Plan) -> list[Any]:
        columns: dict[str, Any] = {**plan.columns, **shown_career(held, plan)}
        if plan.phone is not None:
            columns["phone_sealed"] = self.vault.seal(*PLACES[SecretField.PHONE], held.id, plan.phone)
            columns["phone_blind"] = self.vault.blind("phone", plan.phone)
            columns["phone_masked"] = mask_phone(plan.phone)
        if plan.email is not None:
            columns["email_sealed"] = self.vault.seal(*PLACES[SecretField.EMAIL], held.id, plan.email)
            columns["email_masked"] = mask_email(plan.email)
        if plan.names:
            columns["search_tokens"] = tokens_of([held.name, *held.names, *plan.names])
        return [columns.get(name) for name in COLUMNS]

    def _employer(self, plan: Plan) -> tuple[bool, UUID | None]:
        """Whether the main employer is another, and the unit it is, if it is one of ours."""
        work = plan.employment
        if work is None or work["id"] is not None:
            return False, None
        return True, self.about.employers.get(fold(work["employer_name"]))

    def _sources(self, row: int, plan: Plan) -> str:
        source = {**self.source, "row": row}
        return orjson.dumps({change.key: source for change in plan.changes}).decode()

    def _stations(self, held: Held, plan: Plan) -> None:
        place = (held.unit_path, held.id)
        if work := plan.employment:
            if work["id"] is None:
                unit = self.about.employers.get(fold(work["employer_name"]))
                self._do(NO_LONGER_MAIN, held.id)
                self._do(
                    NEW_EMPLOYMENT, *place, work["employer_name"], work["employer_uscc"], unit, work["kind"],
                    work["position"], work["started_on"],
                )  # fmt: skip
            else:
                self._do(
                    CHANGE_EMPLOYMENT, work["id"], work["employer_uscc"], work["kind"], work["position"],
                    work["started_on"],
                )  # fmt: skip
        if learnt := plan.education:
            told = (learnt["school"], learnt["major"], learnt["graduated_on"])
            if learnt["id"] is None:
                self._do(NEW_EDUCATION, *place, learnt["degree"], *told)
            else:
                self._do(CHANGE_EDUCATION, learnt["id"], *told)
        if title := plan.title:
            if title["id"] is None:
                self._do(NEW_TITLE, *place, title["name"], title["rank"])
            else:
                self._do(CHANGE_TITLE, title["id"], title["rank"])


ORDER: Final = (
    CHANGE, NEW_NAME, END_LEVEL, NEW_LEVEL, NO_LONGER_MAIN, NEW_EMPLOYMENT, CHANGE_EMPLOYMENT, NEW_EDUCATION,
    CHANGE_EDUCATION, NEW_TITLE, CHANGE_TITLE,
)  # fmt: skip
"""What ends comes before what begins: one open level, one main employment."""
