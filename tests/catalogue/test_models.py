"""What the database itself refuses about published entries and days."""

from datetime import date

import asyncpg
import pytest

PUBLISH = """
insert into catalogue_entry (id, kind, code, number, name, position, body, source, valid_from, valid_until, published_at)
values (gen_random_uuid(), 'level', $1, $2, '拔尖人才', 0, $3::jsonb, '演示数据', $4, $5, now()) returning id
"""


async def published(sees, code: str = "L4", number: int = 1, start=date(2025, 1, 1), until=None, body="{}"):
    return await sees.fetchval(PUBLISH, code, number, body, start, until)


@pytest.mark.parametrize(
    "change",
    [
        """body = '{"ordinal": 9}'""",
        "name = '别的'",
        "valid_from = '2024-01-01'",
        "source = '别的'",
        "number = 7",
        "valid_until = '2026-06-30', name = '别的'",
    ],
)
async def test_a_published_version_is_never_edited(sees, change: str):
    id_ = await published(sees)
    with pytest.raises(asyncpg.RestrictViolationError, match="is published"):
        await sees.execute(f"update catalogue_entry set {change} where id = $1", id_)


async def test_an_open_end_may_be_closed_once(sees):
    id_ = await published(sees)
    await sees.execute("update catalogue_entry set valid_until = '2026-06-30' where id = $1", id_)
    for moved in ("'2026-12-31'", "null"):
        with pytest.raises(asyncpg.RestrictViolationError):
            await sees.execute(f"update catalogue_entry set valid_until = {moved} where id = $1", id_)


async def test_a_published_version_is_never_deleted(sees):
    await published(sees)
    with pytest.raises(asyncpg.RestrictViolationError):
        await sees.execute("delete from catalogue_entry")


async def test_two_versions_never_share_a_day(sees):
    await published(sees, until=date(2026, 6, 30))
    with pytest.raises(asyncpg.ExclusionViolationError):
        await published(sees, number=2, start=date(2026, 6, 30))
    await published(sees, number=2, start=date(2026, 7, 1))
    await published(sees, code="L5", start=date(2026, 6, 30))


async def test_a_version_number_is_given_once(sees):
    await published(sees, until=date(2026, 6, 30))
    with pytest.raises(asyncpg.UniqueViolationError):
        await published(sees, number=1, start=date(2026, 7, 1))


async def test_a_body_is_an_object(sees):
    with pytest.raises(asyncpg.CheckViolationError):
        await published(sees, body="[1]")


async def test_a_day_has_one_row_and_a_year_it_belongs_to(sees):
    day = """insert into work_day (id, day, kind, status, set_by)
             values (gen_random_uuid(), '2026-10-01', 'holiday', 'official', 2026)"""
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await sees.execute(day)
    await sees.execute(
        """insert into work_year (id, year, status, source, published_at)
           values (gen_random_uuid(), 2026, 'official', '放假通知', now())"""
    )
    await sees.execute(day)
    with pytest.raises(asyncpg.UniqueViolationError):
        await sees.execute(day)
