"""Fills the roster with invented people, for demos and measurements: as an import would have entered them."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import col

from bole.core import clock
from bole.core.actor import PLATFORM, WHOLE_CITY
from bole.core.context import Services, Work
from bole.org.models import Unit
from bole.org.rules import UnitKind
from bole.roster.identity_numbers import DocumentKind, mask_number
from bole.roster.matching import HOLDERS, Decision, Matcher, Reference, reference
from bole.roster.population import Person, people
from bole.roster.rows import Found
from bole.roster.staging import Stager, enter

BATCH: Final = 5000
SEED: Final = 1
BASIS: Final = "演示数据"
FIRST_ENTRY: Final = date(2024, 1, 1)
ENTRY_DAYS: Final = 960
"""The roster grew over some years: past quarters have figures of their own."""

SHARES: Final = {UnitKind.COUNTY: 6, UnitKind.TOWN: 1, UnitKind.ZONE: 4, UnitKind.MEMBER: 1}
"""How many people a unit of each kind keeps, against the others."""

HONOURS: Final = """
insert into honour (id, unit_path, talent_id, name, grade, granted_on, granted_by)
select uuidv7(), t.unit_path, t.id, h.name, h.grade, date '2019-05-01' + (hashtext(t.id::text) & 2047), h.by
from unnest($1::uuid[]) as asked(id) join talent t on t.id = asked.id
join (values (0, '潮州市优秀人才', 'city', '中共潮州市委'), (1, '广东省技术能手', 'provincial', '广东省人社厅'),
  (2, '县区科技进步奖', 'county', '县区人民政府')) as h(kind, name, grade, by)
  on h.kind = (hashtext(t.id::text) & 1023) % 5"""


async def populate(
    services: Services,
    size: int,
    *,
    seed: int = SEED,
    start: int = 0,
    told: Callable[[int], None] | None = None,
) -> int:
    """Enters people `start` … `start + size` of a seed, those who are not there yet; how many were entered.

    `told` hears how far it is."""
    async with Work(services).read(PLATFORM) as ctx:
        about = await reference(ctx, unit_id=None, lo=WHOLE_CITY[0], hi=WHOLE_CITY[1])
        places = await _places(ctx)
    today = clock.today()
    matcher = Matcher(about, services.vault, today)
    stager = Stager(services.vault, about, today, {"source": "demo"})
    invented = _found(about, places, size, seed, start, today)

    def prepare() -> list[Decision]:
        decisions = matcher.look(list(islice(invented, BATCH)))
        stager.prepare(decisions)
        return decisions

    done = entered = 0
    coming = asyncio.create_task(asyncio.to_thread(prepare))
    while batch := await coming:
        coming = asyncio.create_task(asyncio.to_thread(prepare))
        entered += await _enter(services, batch)
        done += len(batch)
        if told is not None:
            told(done)
    return entered


async def _enter(services: Services, batch: list[Decision]) -> int:
    async with Work(services).write(PLATFORM) as ctx:
        ctx.performed.append("roster.populate")
        here = await ctx.connection()
        await here.execute("set local statement_timeout = '120s'")
        kinds, blinds = [DocumentKind.RESIDENT_ID.value] * len(batch), [d.number_blind for d in batch]
        there = {row["number_blind"] for row in await here.fetch(HOLDERS, kinds, blinds)}
        fresh = [d for d in batch if d.number_blind not in there]
        made = await enter(here, fresh, BASIS)
        await here.execute(HONOURS, list(made.values()))
        return len(made)


async def _places(ctx: Any) -> list[list[Any]]:
    """Where people are kept, each place as often as its share; a file that tells of no such unit: with every unit."""
    units = (await ctx.db.execute(sa.select(Unit).order_by(col(Unit.path)))).scalars().all()
    kept = [unit for unit in units if unit.kind in SHARES for _ in range(SHARES[unit.kind])]
    return [[str(unit.id), unit.path] for unit in kept or units]


def _found(
    about: Reference, places: list[list[Any]], size: int, seed: int, start: int, today: date
) -> Iterator[Found]:
    levels, types = list(about.labels["level"]), list(about.labels["talent_type"])
    for person in people(size, seed, levels=levels, types=types, start=start):
        yield Found(person.index + 1, _values(person, places[person.index % len(places)], today))


def _values(person: Person, place: list[Any], today: date) -> dict[str, Any]:
    """What a row of a workbook would have told of this person."""
    since = min(person.level_since, today)
    told = {
        "entered_on": min(FIRST_ENTRY + timedelta(days=person.index * 7 % ENTRY_DAYS), today).isoformat(),
        "name": person.name,
        "former_name": [person.former_name] if person.former_name else None,
        "gender": person.gender.value,
        "birth_date": person.birth_date.isoformat(),
        "phone": person.phone,
        "email": person.email,
        "unit": place,
        "employer": person.employer,
        "employer_uscc": person.employer_uscc,
        "position": person.position,
        "employed_from": person.employed_from.isoformat(),
        "employment_kind": person.employment_kind.value,
        "level": person.level,
        "level_since": since.isoformat() if person.level else None,
        "talent_type": person.talent_type,
        "degree": person.degree.value,
        "school": person.school,
        "major": person.major,
        "graduated_on": person.graduated_on.isoformat(),
        "title": person.title,
        "title_rank": person.title_rank.value if person.title_rank else None,
        "specialty": person.specialty,
        "document_kind": DocumentKind.RESIDENT_ID.value,
        "document_number": person.number,
        "document_masked": mask_number(person.number),
    }
    return {name: value for name, value in told.items() if value is not None}
