"""New people by the thousand: sealed and spelt here, copied into a passing table, spread over the roster's
tables by a few statements. The same columns as one entry by form writes (roster/service.py: enter)."""

import os
from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

import orjson
from asyncpg.pgproto import pgproto

from bole.core.secrets import Vault
from bole.core.table import new_id
from bole.roster.codes import mask_email, mask_phone
from bole.roster.importing_rules import RowOutcome
from bole.roster.matching import Decision, Reference
from bole.roster.names import NameKeys, prepare_names
from bole.roster.rules import TALENT_FLOW, EmploymentKind, Gender, SecretField, TitleRank
from bole.roster.sealed import PLACES
from bole.roster.vocabulary import fold

SEPARATOR: Final = "\x1f"
BETWEEN: Final = "chr(31)"
"""Lists travel as one text: the driver asks of every element of an array whether it is an array itself."""

STAGED: Final[dict[str, str]] = {
    "id": "uuid", "document_id": "uuid", "unit_id": "uuid", "unit_path": "bigint", "entered_on": "date",
    "name": "text", "name_key": "text",
    "pinyin": "text", "initials": "text", "search_tokens": "text", "gender": "text", "birth_date": "date",
    "nationality": "text", "level": "text", "level_since": "date", "talent_type": "text", "specialty": "text",
    "residence": "text", "phone_sealed": "bytea", "phone_blind": "bytea", "phone_masked": "text",
    "email_sealed": "bytea", "email_masked": "text", "employer_name": "text", "employer_uscc": "text",
    "employer_unit_id": "uuid", "position": "text", "employment_kind": "text", "started_on": "date",
    "degree": "text", "school": "text", "major": "text", "graduated_on": "date", "title": "text", "rank": "text",
    "former_names": "text", "kind": "text", "number_sealed": "bytea", "number_blind": "bytea",
    "number_masked": "text", "sources": "text",
    "resting": "boolean",
}  # fmt: skip
"""Columns of the passing table, in the order of a record."""

STAGE: Final = (
    "create temporary table if not exists import_stage ("
    + ", ".join(f'"{name}" {kind}' for name, kind in STAGED.items())
    + ") on commit drop"
)

ADMITTED: Final = TALENT_FLOW.after(TALENT_FLOW.start, "admit").value
CANDIDATE: Final = TALENT_FLOW.start.value

SPREAD: Final = (
    f"""
insert into talent (id, unit_id, unit_path, entered_on, name, name_key, pinyin, initials, search_tokens, gender,
  birth_date, nationality, status, level, level_since, talent_type, specialty, residence, phone_sealed, phone_blind,
  phone_masked, email_sealed, email_masked, employer_name, employer_unit_id, position, highest_degree,
  highest_title, highest_rank, sources, version)
select id, unit_id, unit_path, entered_on, name, name_key, pinyin, initials,
  string_to_array(search_tokens, {BETWEEN}), gender, birth_date, nationality,
  case when resting then '{CANDIDATE}' else '{ADMITTED}' end, level, level_since,
  talent_type, specialty, residence, phone_sealed, phone_blind, phone_masked, email_sealed, email_masked,
  employer_name, employer_unit_id, position, degree, title, rank, sources::jsonb, 1
from import_stage""",  # noqa: S608  a constant of the flow
    """
insert into identity_document (id, unit_path, talent_id, kind, number_sealed, number_blind, number_masked, active)
select document_id, unit_path, id, kind, number_sealed, number_blind, number_masked, not resting from import_stage""",
    """
insert into employment (id, unit_path, talent_id, employer_name, employer_uscc, employer_unit_id, kind, position,
  started_on, main)
select uuidv7(), unit_path, id, employer_name, employer_uscc, employer_unit_id, employment_kind, position,
  started_on, true
from import_stage where employer_name is not null""",
    """
insert into education (id, unit_path, talent_id, degree, school, major, full_time, graduated_on)
select uuidv7(), unit_path, id, degree, school, major, true, graduated_on
from import_stage where degree is not null""",
    """
insert into title (id, unit_path, talent_id, name, rank)
select uuidv7(), unit_path, id, title, rank from import_stage where title is not null""",
    """
insert into level_grant (id, unit_path, talent_id, level, valid_from, basis)
select uuidv7(), unit_path, id, level, level_since, $1 from import_stage where level is not null""",
    """
insert into talent_name (id, unit_path, talent_id, kind, name)
select uuidv7(), s.unit_path, s.id, 'former', n
from import_stage s, unnest(string_to_array(s.former_names, chr(31))) n""",
    "truncate import_stage",
)
"""Tokens follow talent.search_tokens by trigger (grams.py), as for every other way in."""

WITH_BASIS: Final = 5
"""Which of them takes the basis of the level as its argument."""


PHONE, EMAIL, NUMBER = (
    PLACES[field] for field in (SecretField.PHONE, SecretField.EMAIL, SecretField.IDENTITY_NUMBER)
)


def new_ids(n: int) -> list[Any]:
    """Ids as core.table.new_id makes them, for thousands at once: as the driver's own UUID they cost a
    hundredth of Python's."""
    when, chance = new_id().bytes[:6], os.urandom(10 * n)
    made = []
    for i in range(0, 10 * n, 10):
        r = chance[i : i + 10]
        version, variant = bytes((0x70 | r[0] & 0x0F, r[1])), bytes((0x80 | r[2] & 0x3F,))
        made.append(pgproto.UUID(when + version + variant + r[3:]))
    return made


class Stager:
    """Makes the records of new people."""

    def __init__(self, vault: Vault, about: Reference, today: date, source: dict[str, Any]) -> None:
        self.vault, self.about, self.today, self.source = vault, about, today, source
        self._employers: dict[str, UUID | None] = {}

    def prepare(self, decisions: Sequence[Decision]) -> None:
        """Makes the records of all who may be new, with ids of their own: spelling and sealing, all CPU, so it
        is called in a thread."""
        fresh = [d for d in decisions if d.outcome is RowOutcome.NEW and d.record is None]
        keys = prepare_names([d.found.values["name"] for d in fresh])
        ids = iter(new_ids(2 * len(fresh)))
        for decision, key in zip(fresh, keys, strict=True):
            decision.record = self._record(decision, key, next(ids), next(ids))

    def _employer_unit(self, employer: str) -> UUID | None:
        if employer not in self._employers:
            self._employers[employer] = self.about.employers.get(fold(employer))
        return self._employers[employer]

    def _record(
        self, decision: Decision, keys: NameKeys, talent_id: UUID, document_id: UUID
    ) -> tuple[Any, ...]:
        told, vault = decision.found.values, self.vault
        phone, email, employer = told.get("phone"), told.get("email"), told.get("employer")
        level, title = told.get("level"), told.get("title")
        former = told.get("former_name") or []
        tokens = keys.tokens
        if former:
            tokens = (*tokens, *(t for other in prepare_names(former) for t in other.tokens))
        return (
            talent_id,
            document_id,
            UUID(told["unit"][0]),
            told["unit"][1],
            day(told.get("entered_on")) or self.today,
            keys.name,
            keys.name_key,
            keys.pinyin,
            keys.initials,
            SEPARATOR.join(sorted(set(tokens))),
            told.get("gender", Gender.UNKNOWN.value),
            day(told.get("birth_date")),
            told.get("nationality", "中国"),
            level,
            (day(told.get("level_since")) or self.today) if level else None,
            told.get("talent_type"),
            told.get("specialty"),
            told.get("residence"),
            vault.seal(*PHONE, talent_id, phone) if phone else None,
            decision.phone_blind,
            mask_phone(phone) if phone else None,
            vault.seal(*EMAIL, talent_id, email) if email else None,
            mask_email(email) if email else None,
            employer,
            told.get("employer_uscc") if employer else None,
            self._employer_unit(employer) if employer else None,
            told.get("position") if employer else None,
            told.get("employment_kind", EmploymentKind.FULL.value),
            day(told.get("employed_from")),
            told.get("degree"),
            told.get("school"),
            told.get("major"),
            day(told.get("graduated_on")),
            title,
            told.get("title_rank", TitleRank.NONE.value) if title else None,
            SEPARATOR.join(former) or None,
            told["document_kind"],
            vault.seal(*NUMBER, document_id, told["document_number"]),
            decision.number_blind,
            told["document_masked"],
            orjson.dumps({"*": {**self.source, "row": decision.found.number}}).decode(),
        )


def day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


async def enter(connection: Any, fresh: Sequence[Decision], basis: str) -> dict[int, UUID]:
    """Writes new people within the connection's transaction: row number → id.

    COPY into a table with row-level security is refused by PostgreSQL, so it goes by a passing table."""
    records = [(*d.record, d.resting) for d in fresh if d.record is not None]
    if not records:
        return {}
    await connection.execute(STAGE)
    await connection.copy_records_to_table("import_stage", records=records, columns=list(STAGED))
    for number, statement in enumerate(SPREAD):
        await connection.execute(statement, *([basis] if number == WITH_BASIS else []))
    return {d.found.number: d.record[0] for d in fresh if d.record is not None}


__all__ = ["Stager", "day", "enter"]
