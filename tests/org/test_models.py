"""What the database itself refuses about units, posts and terms."""

from datetime import date
from uuid import uuid4

import asyncpg
import pytest

UNIT = """
insert into unit (id, parent_id, kind, code, name, short_name, key_employer, depth, ordinal, path, path_end,
                  valid_from, version)
values ($1, $2, 'county', $3, $3, $3, false, $4, $5, $6, $7, '2023-01-01', 1)
"""
POST = """
insert into post (id, unit_id, code, name, shared, rank, valid_from)
values ($1, $2, $3, $3, $4, 0, '2023-01-01')
"""
TERM = """
insert into appointment (id, post_id, shared, person_id, person_name, valid_from, valid_until)
values (gen_random_uuid(), $1, $2, $3, '陈某', $4, $5)
"""
MEMBER = """
insert into membership (id, group_id, unit_id, valid_from, valid_until) values (gen_random_uuid(), $1, $2, $3, $4)
"""


async def a_unit(sees: asyncpg.Connection, code: str = "cz", ordinal: int = 1):
    id_, step = uuid4(), 10**16
    await sees.execute(UNIT, id_, None, code, 1, ordinal, ordinal * step, (ordinal + 1) * step)
    return id_


async def a_post(sees: asyncpg.Connection, unit, *, shared: bool = False):
    id_ = uuid4()
    await sees.execute(POST, id_, unit, str(id_), shared)
    return id_


async def test_a_unit_whose_range_does_not_fit_its_depth_cannot_be_stored(sees):
    with pytest.raises(asyncpg.CheckViolationError, match="range_fits_depth"):
        await sees.execute(UNIT, uuid4(), None, "x", 1, 1, 10**16, 10**16 + 5)
    with pytest.raises(asyncpg.CheckViolationError, match="range_fits_depth"):
        await sees.execute(UNIT, uuid4(), None, "x", 1, 1, 10**16 + 7, 2 * 10**16 + 7)


async def test_two_units_cannot_share_a_place(sees):
    await a_unit(sees)
    with pytest.raises(asyncpg.UniqueViolationError):
        await a_unit(sees, code="other")


async def test_two_holders_of_one_post_cannot_share_a_day(sees):
    post = await a_post(sees, await a_unit(sees))
    await sees.execute(TERM, post, False, uuid4(), date(2023, 1, 1), date(2026, 8, 15))
    with pytest.raises(asyncpg.ExclusionViolationError, match="appointment_one_holder"):
        await sees.execute(TERM, post, False, uuid4(), date(2026, 8, 15), None)
    await sees.execute(TERM, post, False, uuid4(), date(2026, 8, 16), None)


async def test_a_shared_post_has_several_holders_but_no_person_twice(sees):
    post, person = await a_post(sees, await a_unit(sees), shared=True), uuid4()
    await sees.execute(TERM, post, True, person, date(2023, 1, 1), None)
    await sees.execute(TERM, post, True, uuid4(), date(2023, 1, 1), None)
    with pytest.raises(asyncpg.ExclusionViolationError, match="appointment_person_once"):
        await sees.execute(TERM, post, True, person, date(2024, 1, 1), None)


async def test_a_term_cannot_pretend_that_its_post_is_shared(sees):
    post = await a_post(sees, await a_unit(sees), shared=False)
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await sees.execute(TERM, post, True, uuid4(), date(2023, 1, 1), None)


async def test_a_unit_is_in_a_group_once_at_a_time(sees):
    group, unit = await a_unit(sees, "group", 1), await a_unit(sees, "edu", 2)
    await sees.execute(MEMBER, group, unit, date(2023, 1, 1), date(2024, 6, 30))
    await sees.execute(MEMBER, group, unit, date(2026, 8, 20), None)
    with pytest.raises(asyncpg.ExclusionViolationError, match="membership_once_at_a_time"):
        await sees.execute(MEMBER, group, unit, date(2024, 6, 30), date(2024, 7, 1))
    with pytest.raises(asyncpg.CheckViolationError):
        await sees.execute(MEMBER, group, group, date(2023, 1, 1), None)


async def test_a_period_cannot_end_before_it_begins(sees):
    group, unit = await a_unit(sees, "group", 1), await a_unit(sees, "edu", 2)
    with pytest.raises(asyncpg.PostgresError):
        await sees.execute(MEMBER, group, unit, date(2026, 1, 2), date(2026, 1, 1))


async def test_functional_zones_need_no_division_code(sees):
    id_ = await a_unit(sees, "fengxi")
    assert await sees.fetchval("select division_code from unit where id = $1", id_) is None
