"""Who sees what: the policies of the database, asked as each kind of actor."""

from datetime import date

import asyncpg
import pytest
from sqlalchemy.exc import ProgrammingError
from sqlmodel import SQLModel
from tests.contact.world import City, at

from bole.contact.models import (
    ContactAssignment,
    ContactHandover,
    ContactLog,
    Need,
    Suggestion,
)
from bole.contact.rules import Confidentiality
from bole.core.actor import Actor, ActorKind
from bole.core.table import new_id
from bole.roster.models import Talent
from bole.roster.proposal_models import ProposedChange

TABLES: tuple[type[SQLModel], ...] = (
    ContactAssignment,
    ContactHandover,
    ContactLog,
    Need,
    ProposedChange,
    Suggestion,
)


@pytest.fixture
async def one_of_each(city: City) -> Talent:
    """A talent of 湘桥 with a row in every table of contact."""
    term = await city.a_term("P-017", "许志涛")
    with at("2026-07-01"):
        talent = await city.a_talent("林晓岚", "湘桥一中")
        await city.assign(talent, "P-017")
        await city.assign(talent, "P-018")
        four = {"condition": "升职", "need": "住房", "advice": "周转房"}
        await city.record(city.leader("P-018"), talent, **four)
    with at("2026-07-10"):
        await city.record(city.office, talent, "P-018", confidentiality=Confidentiality.OPEN)
        await city.end_term(term, date(2026, 7, 9))
        await city.midnight()
    return talent


async def count(city: City, actor: Actor) -> dict[str, int | None]:
    """Rows seen of each table; None where the database lets this kind of actor not even ask."""
    seen: dict[str, int | None] = {}
    for table in TABLES:
        try:
            seen[table.__name__] = len(await city.sees(actor, table))
        except ProgrammingError:
            seen[table.__name__] = None
    return seen


async def test_another_district_sees_nothing(city: City, one_of_each: Talent):
    assert set((await count(city, city.staff("饶平"))).values()) == {0}
    assert all((await count(city, city.staff("湘桥"))).values())


async def test_a_leader_sees_what_concerns_the_talents_of_the_post_and_their_own_assignments(
    city: City, one_of_each: Talent
):
    assert await count(city, city.leader("P-018")) == {
        "ContactAssignment": 1,
        "ContactHandover": 0,
        "ContactLog": 2,
        "Need": 1,
        "ProposedChange": 1,
        "Suggestion": 1,
    }
    assert set((await count(city, city.leader("湘桥书记"))).values()) == {0}


async def test_a_talent_sees_their_leaders_needs_and_only_what_was_recorded_openly(
    city: City, one_of_each: Talent
):
    seen = await count(city, city.talent(one_of_each))
    assert seen == {
        "ContactAssignment": 2,
        "ContactHandover": 0,
        "ContactLog": 1,
        "Need": 1,
        "ProposedChange": 0,
        "Suggestion": 1,
    }
    (log,) = await city.sees(city.talent(one_of_each), ContactLog)
    assert log.confidentiality is Confidentiality.OPEN


async def test_a_partner_system_reaches_none_of_it(city: City, one_of_each: Talent):
    partner = Actor(new_id(), "医院", ActorKind.PARTNER, frozenset(), self_id=one_of_each.id)
    assert set((await count(city, partner)).values()) == {None}


async def test_without_context_no_role_sees_a_row(city: City, one_of_each: Talent, db):
    connection = await asyncpg.connect(db.app)
    try:
        for role in ("bole_staff", "bole_leader", "bole_talent"):
            await connection.execute(f"set role {role}")
            for table in ("contact_assignment", "contact_log", "need"):
                assert await connection.fetchval(f"select count(*) from {table}") == 0
            await connection.execute("reset role")
    finally:
        await connection.close()


async def test_nobody_who_signs_in_deletes_what_was_recorded(database):
    for role in ("bole_staff", "bole_leader", "bole_talent"):
        async with database.pool(role).acquire() as connection:
            for table in TABLES:
                name = table.__tablename__
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await connection.execute(f"delete from {name}")


async def test_a_talent_cannot_rewrite_a_record_about_them(database):
    async with database.pool("bole_talent").acquire() as connection:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("update contact_log set greeting = ''")
