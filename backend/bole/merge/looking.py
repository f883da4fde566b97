"""Who may be whom: by the keys of one person, a few index look-ups; by night, one sorted pass over all keys.

Looks over the whole city, as the platform: what an officer hears of it is for the caller to say.
"""

import asyncio
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from bole.merge.catalogue import DuplicateRules
from bole.merge.keys import KINDS
from bole.merge.rules import Clue, Likelihood, Person, clues, fingerprint, likelihood, score
from bole.roster.names import NameKeys, prepare_names

MOST_SHOWN: Final = 20
FEW: Final = 100
"""So many people are folded at once: a thread would cost more."""

PEOPLE: Final = """
select t.id, t.unit_path, t.unit_id, t.name, t.name_key, t.pinyin, t.phone_blind, t.birth_date, t.gender, t.status,
  coalesce((select array_agg(n.name) from talent_name n where n.talent_id = t.id), '{}') as others,
  coalesce((select array_agg(d.kind) from identity_document d where d.talent_id = t.id), '{}') as kinds,
  coalesce((select array_agg(d.number_blind) from identity_document d where d.talent_id = t.id), '{}') as numbers
from unnest($1::uuid[]) as asked(id) join talent t on t.id = asked.id where t.status <> 'closed'"""

BY_KEYS: Final = """
select distinct found.talent_id
from unnest($1::text[], $2::bytea[]) as asked(kind, key)
cross join lateral (
  select k.talent_id from talent_key k where k.kind = asked.kind and k.key = asked.key limit $3) as found"""
"""At most so many of each key: of a hotel's phone the first few are looked at, and no more."""

KEYS_OF: Final = """
select k.talent_id, o.talent_id as other_id from talent_key k
join talent_key o on o.kind = k.kind and o.key = k.key and o.talent_id <> k.talent_id
where k.talent_id = any($1::uuid[]) and k.kind = $2 and (
  select count(*) from (select from talent_key c where c.kind = k.kind and c.key = k.key limit $3 + 1) few) <= $3"""


@dataclass(frozen=True)
class Seen:
    """A person of the roster, as far as they are compared."""

    id: UUID
    unit_path: int
    unit_id: UUID
    name: str
    person: Person


@dataclass(frozen=True)
class Match:
    """Two records with what speaks for and against their being one."""

    one: UUID
    other: UUID
    found: tuple[Clue, ...]
    score: int
    likelihood: Likelihood
    evidence: bytes


def match(one: UUID, a: Person, other: UUID, b: Person, policy: DuplicateRules) -> Match | None:
    found = clues(a, b)
    total = score(found, policy.points)
    likely = likelihood(total, certain=policy.certain, possible=policy.possible)
    if likely is None:
        return None
    low, high = sorted((one, other))
    return Match(low, high, tuple(found), total, likely, fingerprint(a, b, found))


def person_of(
    keys: NameKeys,
    others: Iterable[NameKeys],
    *,
    phone: bytes | None,
    birth_date: date | None,
    gender: str,
    documents: Iterable[tuple[str, bytes]],
) -> Person:
    return Person(
        keys.name_key,
        frozenset(o.name_key for o in others),
        keys.pinyin,
        phone,
        birth_date,
        gender,
        frozenset(documents),
    )


async def seen(connection: Any, ids: Sequence[UUID]) -> dict[UUID, Seen]:
    """Those of them who are in the roster; many names are folded in a thread."""
    rows = await connection.fetch(PEOPLE, list(ids)) if ids else []
    return _seen(rows) if len(rows) <= FEW else await asyncio.to_thread(_seen, rows)


def _seen(rows: Sequence[Any]) -> dict[UUID, Seen]:
    texts = {name for row in rows for name in (row["name"], *row["others"])}
    folded = dict(zip(texts, prepare_names(list(texts)), strict=True))
    return {
        row["id"]: Seen(
            row["id"],
            row["unit_path"],
            row["unit_id"],
            row["name"],
            person_of(
                folded[row["name"]],
                (folded[n] for n in row["others"]),
                phone=row["phone_blind"],
                birth_date=row["birth_date"],
                gender=row["gender"],
                documents=zip(row["kinds"], row["numbers"], strict=True),
            ),
        )
        for row in rows
    }


def keys_of(person: Person, spellings: Iterable[str], initials: str) -> list[tuple[str, bytes]]:
    """The keys a record of this person would have: as the triggers of keys.py make them."""
    made = [("document", _short(number)) for _, number in person.documents]
    if person.phone is not None:
        made.append(("phone", _short(person.phone)))
    if person.birth_date is not None:
        days = (person.birth_date - date(2000, 1, 1)).days
        whole = {s for s in spellings if s == person.pinyin or (s != initials and len(s) > 4)}
        made += [("spelling", _short(f"{s}{days}".encode())) for s in sorted(whole)]
    return made


def _short(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:16]


async def near(connection: Any, keys: Sequence[tuple[str, bytes]], *, block: int) -> list[UUID]:
    """Whom these keys bring: a few index look-ups, whatever the size of the roster."""
    kinds, digests = [k for k, _ in keys], [d for _, d in keys]
    return [row["talent_id"] for row in await connection.fetch(BY_KEYS, kinds, digests, block)]


async def pairs_of(connection: Any, ids: Sequence[UUID], *, block: int) -> set[tuple[UUID, UUID]]:
    """Each of these people with those who share a key with them, keys shared by too many left aside."""
    found = set()
    for kind in KINDS:
        for one, other in await connection.fetch(KEYS_OF, list(ids), kind, block):
            found.add((min(one, other), max(one, other)))
    return found
