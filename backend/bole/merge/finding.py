"""Writes down the pairs that were found: of a few people, or of all in one pass."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Any, Final
from uuid import UUID

import orjson
import structlog

from bole.catalogue import lookup
from bole.core.actor import PLATFORM, ActorKind
from bole.core.context import Context, Services, Work
from bole.core.events import job
from bole.merge.catalogue import CODE, DuplicateRules
from bole.merge.keys import KINDS
from bole.merge.looking import Match, match, pairs_of, seen

log = structlog.get_logger("bole.merge")
JOB: Final = "merge.find"
JOB_OF: Final = "merge.look_at"
CHUNK: Final = 2000

BLOCKS: Final = """
select key, array_agg(talent_id) as people from talent_key where kind = $1 group by key having count(*) > 1"""
"""One sorted pass: the key's own index has the rows of one key side by side, in the order of talents."""

FORGET_CROWDS: Final = "delete from crowded_key"
NOTE_CROWD: Final = """
insert into crowded_key (id, kind, key, people, shown, sample_id, found_on)
select uuidv7(), $1::text, $2, $3, case $1::text
  when 'phone' then coalesce((select phone_masked from talent where id = $4), '')
  when 'document' then coalesce((select number_masked from identity_document where talent_id = $4 limit 1), '')
  else (select name from talent where id = $4) end, $4, $5"""

KEEP: Final = """
insert into duplicate_pair as p (id, low_id, unit_path, high_id, high_path, score, likelihood, clues, clue_words,
  evidence_hash, found_on, status, asked_before, version)
select uuidv7(), f.low_id, l.unit_path, f.high_id, h.unit_path, f.score, f.likelihood, f.clues, f.clue_words,
  decode(f.evidence, 'hex'), $2, 'open', false, 1
from jsonb_to_recordset($1::text::jsonb) as f(low_id uuid, high_id uuid, score int, likelihood text, clues text[],
  clue_words text[], evidence text)
join talent l on l.id = f.low_id join talent h on h.id = f.high_id
on conflict (low_id, high_id) do update set score = excluded.score, likelihood = excluded.likelihood,
  clues = excluded.clues, clue_words = excluded.clue_words, evidence_hash = excluded.evidence_hash,
  status = 'open', decided_at = null, asked_before = p.asked_before or p.status = 'not_same',
  found_on = case when p.status = 'open' then p.found_on else excluded.found_on end, version = p.version + 1
where p.evidence_hash <> excluded.evidence_hash and p.status <> 'merged'
returning p.id"""
"""What was told apart stays told apart while the evidence is the same."""

DROP: Final = """
delete from duplicate_pair p where p.status = 'open' and not p.asked_before
  and (p.low_id, p.high_id) in (select * from unnest($1::uuid[], $2::uuid[]))"""

SIGN: Final = """
insert into duplicate_sign (id, talent_id, unit_path, pair_id, since)
select uuidv7(), side.id, t.unit_path, p.id, p.found_on
from duplicate_pair p cross join lateral (values (p.low_id), (p.high_id)) as side(id)
join talent t on t.id = side.id
where p.id = any($1::uuid[]) on conflict (talent_id, pair_id) do nothing"""
UNSIGN: Final = """
delete from duplicate_sign s where not exists (
  select from duplicate_pair p where p.id = s.pair_id and p.status = 'open')"""


async def note(connection: Any, found: Iterable[Match], today: date) -> int:
    """Keeps pairs, new and changed; how many are now to be looked at."""
    told = [
        {
            "low_id": str(m.one),
            "high_id": str(m.other),
            "score": m.score,
            "likelihood": m.likelihood.value,
            "clues": [c.value for c in m.found],
            "clue_words": [c.label for c in m.found],
            "evidence": m.evidence.hex(),
        }
        for m in found
    ]
    if not told:
        return 0
    kept = await connection.fetch(KEEP, orjson.dumps(told).decode(), today)
    if kept:
        await connection.execute(SIGN, [r["id"] for r in kept])
    return len(kept)


async def compare(connection: Any, pairs: Sequence[tuple[UUID, UUID]], policy: DuplicateRules) -> list[Match]:
    """The pairs that are worth a look; open ones that no longer are go away."""
    people = await seen(connection, list({i for pair in pairs for i in pair}))
    found, gone = [], []
    for one, other in pairs:
        a, b = people.get(one), people.get(other)
        made = match(one, a.person, other, b.person, policy) if a and b else None
        if made is not None:
            found.append(made)
        else:
            gone.append((one, other))
    if gone:
        await connection.execute(DROP, [a for a, _ in gone], [b for _, b in gone])
    return found


async def look_at(ctx: Context, talent_ids: Sequence[UUID]) -> int:
    """These people against all others: what entry, change and import ask for, as the platform."""
    policy = await lookup.body(ctx, DuplicateRules, CODE)
    connection = await ctx.connection()
    pairs = sorted(await pairs_of(connection, talent_ids, block=policy.largest_block))
    kept = 0
    for start in range(0, len(pairs), CHUNK):
        kept += await note(
            connection, await compare(connection, pairs[start : start + CHUNK], policy), ctx.today
        )
    return kept


@job(JOB_OF)
async def look_at_these(services: Services, *, talent_ids: list[str]) -> None:
    """Who came in by one chunk of an import."""
    async with Work(services).write(PLATFORM) as ctx:
        ctx.performed.append("job.merge.look_at")
        await look_at(ctx, [UUID(i) for i in talent_ids])


@job(JOB)
async def find_all(services: Services) -> dict[str, int]:
    """One sorted pass for each kind of key. Blocks are bounded; what is larger is told and not compared."""
    async with Work(services).read(PLATFORM) as ctx:
        policy, today = await lookup.body(ctx, DuplicateRules, CODE), ctx.today
    pool = services.database.pool(ActorKind.SYSTEM.database_role)
    told = {"compared": 0, "kept": 0, "crowded": 0}
    async with pool.acquire() as reading, pool.acquire() as writing, reading.transaction():
        await reading.execute("set local statement_timeout = 0")
        await writing.execute(FORGET_CROWDS)
        for kind in KINDS:
            waiting: set[tuple[UUID, UUID]] = set()
            async for key, people in reading.cursor(BLOCKS, kind, prefetch=CHUNK):
                if len(people) > policy.largest_block:
                    await writing.execute(NOTE_CROWD, kind, key, len(people), people[0], today)
                    told["crowded"] += 1
                    continue
                waiting.update((min(a, b), max(a, b)) for a, b in combinations(people, 2))
                if len(waiting) >= CHUNK:
                    told["compared"] += len(waiting)
                    told["kept"] += await _settle(writing, waiting, policy, today)
            told["compared"] += len(waiting)
            told["kept"] += await _settle(writing, waiting, policy, today)
        await writing.execute(UNSIGN)
    log.info("duplicates_found", **told)
    return told


async def _settle(
    connection: Any, waiting: set[tuple[UUID, UUID]], policy: DuplicateRules, today: date
) -> int:
    found = await compare(connection, sorted(waiting), policy)
    waiting.clear()
    return await note(connection, found, today)
