"""Another city's file is enough: what a night, a fact or a person sets going ends well, or says what is not offered."""

import contextlib
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlmodel import col, select
from tests.roster.people import People, people_of
from tests.support.postgres import OneOfMany, TestServer

import bole.profiles
from bole import parts, worker
from bole.catalogue.profile import load_profile, read_profile
from bole.core.actor import PLATFORM, ActorKind
from bole.core.context import Services, Work
from bole.core.errors import Refusal
from bole.core.events import SCHEDULES
from bole.merge import merge_service
from bole.privacy import service as privacy
from bole.privacy.rules import RequestKind
from bole.recognition import application_service
from bole.recognition.flow_rules import RecognitionRoute
from bole.roster import standing_service
from bole.roster.models import Talent
from bole.roster.populate import populate
from bole.roster.rules import DepartureReason

parts.load()
PROFILES = Path(bole.profiles.__path__[0])
CITIES = sorted(p.name for p in PROFILES.iterdir() if (p / "profile.toml").exists())


@pytest.fixture(scope="module", params=CITIES)
async def city(
    request: pytest.FixtureRequest, postgres: TestServer, template: str
) -> AsyncIterator[tuple[People, asyncpg.Connection]]:
    mine = await postgres.fresh(template)
    opened = OneOfMany(mine.app, size=8)
    async with Work(Services(opened)).write(PLATFORM) as ctx:
        await load_profile(ctx, read_profile(PROFILES / request.param))
    sees = await asyncpg.connect(mine.superuser)
    yield await people_of(opened), sees
    await sees.close()
    await opened.close()
    await postgres.drop(mine)


async def nothing_failed(people: People, sees: asyncpg.Connection) -> None:
    await worker.deliver_all(people.services)
    failed = await sees.fetch("select fact, error from outbox where error is not null")
    assert [dict(f) for f in failed] == []


async def test_every_timer_of_every_city_ends_well(city: tuple[People, asyncpg.Connection]) -> None:
    people, sees = city
    await populate(people.services, 40)
    await nothing_failed(people, sees)
    for name, (_, tick) in SCHEDULES.items():
        try:
            await tick(people.services)
        except Exception as error:
            raise AssertionError(name) from error
    await nothing_failed(people, sees)


async def test_whatever_happens_to_a_person_no_reaction_is_left_failing(
    city: tuple[People, asyncpg.Connection],
) -> None:
    """Who is entered twice, merged, parted, asks for their data, withdraws, leaves."""
    people, sees = city
    unit = max(people.units.values(), key=lambda u: u.path).code
    about: dict[str, Any] = {"birth_date": date(1992, 11, 7), "documents": []}
    one = await people.enter("林晓岚", unit, **about)
    two = await people.enter("林曉嵐", unit, **about)
    await nothing_failed(people, sees)
    merge = await people.do(
        people.office, merge_service.merge_talents, survivor_id=one.id, absorbed_id=two.id, reason="同一人"
    )
    await nothing_failed(people, sees)
    await people.do(people.office, merge_service.undo_merge, merge_id=merge.id, reason="姐妹")
    await nothing_failed(people, sees)
    me = people.own(ActorKind.TALENT, one.id)
    for kind in (RequestKind.COPY, RequestKind.ERASE):
        await offered(people, me, privacy.raise_data_request, kind=kind, content="请办理")
    await offered(people, me, application_service.start, route=RecognitionRoute.SELF, criterion="none")
    async with Work(people.services).read(PLATFORM) as ctx:
        now = (await ctx.db.exec(select(Talent).where(col(Talent.id) == two.id))).one()
    left = date.today() - timedelta(days=1)
    await people.do(
        people.office, standing_service.leave, talent_id=now.id, reason=DepartureReason.TRANSFER, left_on=left,
        told_to="人才办", told_on=left,
    )  # fmt: skip
    await nothing_failed(people, sees)


async def offered(people: People, who: Any, act: Any, **given: Any) -> None:
    """A city that has decided nothing on a matter refuses in words; nothing else may go wrong."""
    with contextlib.suppress(Refusal):
        await people.do(who, act, **given)
