"""Consent: asked for in words, given by a row of its own, taken back as easily, and seen by the staff."""

import asyncio
from typing import Any

import asyncpg
import pytest
from tests.roster.people import People
from tests.support.whole import Whole

from bole.catalogue import service as catalogue
from bole.catalogue.shapes import parse
from bole.core import clock
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Work
from bole.core.errors import InvalidInput, NotFound, Refusal
from bole.core.faults import TryAgain, refusal_of
from bole.roster import consent_service, standing_service
from bole.roster.consent_models import Consent
from bole.roster.consent_service import ConsentState, ConsentWordsChanged, NotTheTalent
from bole.roster.models import Talent

DIRECTORY = "directory"


async def a_talent(people: People, name: str = "林晓岚") -> tuple[Talent, Actor]:
    one = await people.enter(name)
    return one, people.own(ActorKind.TALENT, one.id)


async def give(people: People, me: Actor, version: int = 1, purpose: str = DIRECTORY) -> ConsentState:
    return await people.do(me, consent_service.give_consent, purpose=purpose, version=version)


async def withdraw(people: People, me: Actor, purpose: str = DIRECTORY) -> ConsentState:
    return await people.do(me, consent_service.withdraw_consent, purpose=purpose)


async def states(people: People, me: Actor) -> dict[str, ConsentState]:
    async with Work(people.services).read(me) as ctx:
        return {state.purpose: state for state in await consent_service.my_consents(ctx)}


async def new_words(people: People) -> None:
    """The directory is asked for in other words from today on."""
    async with Work(people.services).read(PLATFORM) as ctx:
        (entry,) = [
            e for e in await consent_service.lookup.entries(ctx, "consent_purpose") if e.code == DIRECTORY
        ]
    await people.do(
        PLATFORM, catalogue.publish_entry, kind="consent_purpose", code=DIRECTORY, name=entry.name,
        body={**entry.body, "to_whom": "全体会员与会员单位"}, valid_from=clock.today(), source="演示数据",
        allow_past=True,
    )  # fmt: skip


async def test_every_purpose_is_told_with_its_words_before_anything_is_given(people: People) -> None:
    _, me = await a_talent(people)
    told = await states(people, me)
    assert [(s.purpose, s.name) for s in told.values()] == [
        ("directory", "联谊会通讯录"),
        ("service_push", "服务推送"),
        ("family_health", "子女与健康信息"),
    ]
    for state in told.values():
        assert not state.given and state.given_at is None and state.is_demo and not state.outdated
        assert state.body is not None and "个人信息保护法" in state.body.ground


async def test_a_consent_is_given_withdrawn_and_given_again_in_rows_of_its_own(
    people: People, everything: asyncpg.Connection
) -> None:
    one, me = await a_talent(people)
    given = await give(people, me)
    assert given.given and given.given_version == 1 and given.withdrawn_at is None
    gone = await withdraw(people, me)
    assert not gone.given and gone.withdrawn_at is not None
    assert (await give(people, me)).given
    rows = await everything.fetch("select * from consent where talent_id = $1 order by given_at", one.id)
    assert [r["withdrawn_at"] is None for r in rows] == [False, True]
    told = await states(people, me)
    assert told[DIRECTORY].given and not told["service_push"].given
    facts = await everything.fetch("select fact, body from outbox where fact like 'Consent%' order by seq")
    assert [f["fact"] for f in facts] == ["ConsentGiven", "ConsentWithdrawn", "ConsentGiven"]
    assert str(one.id) in facts[0]["body"]


async def test_saying_the_same_twice_changes_nothing_and_tells_nothing(
    people: People, everything: asyncpg.Connection
) -> None:
    _, me = await a_talent(people)
    assert not (await withdraw(people, me)).given
    first, again = await give(people, me), await give(people, me)
    assert first.given_at == again.given_at
    gone, still = await withdraw(people, me), await withdraw(people, me)
    assert gone.withdrawn_at == still.withdrawn_at
    assert await everything.fetchval("select count(*) from consent") == 1
    assert await everything.fetchval("select count(*) from outbox where fact like 'Consent%'") == 2


async def test_of_many_givings_at_once_one_row_is_open(
    people: People, everything: asyncpg.Connection
) -> None:
    _, me = await a_talent(people)
    told = await asyncio.gather(*[give(people, me) for _ in range(5)], return_exceptions=True)
    refused = [refusal_of(t) for t in told if isinstance(t, BaseException)]
    assert all(isinstance(no, TryAgain) for no in refused) and len(refused) < 5
    assert await everything.fetchval("select count(*) from consent") == 1


async def test_new_words_ask_again_and_the_old_giving_ends_where_the_new_begins(
    people: People, everything: asyncpg.Connection
) -> None:
    _, me = await a_talent(people)
    await give(people, me)
    await new_words(people)
    told = (await states(people, me))[DIRECTORY]
    assert told.given and told.outdated and (told.version, told.given_version) == (2, 1)
    with pytest.raises(ConsentWordsChanged) as refused:
        await give(people, me)
    assert refused.value.facts["version"] == 2 and refused.value.field == "version"
    again = await give(people, me, 2)
    assert again.given and not again.outdated
    rows = await everything.fetch("select * from consent order by version")
    assert [r["version"] for r in rows] == [1, 2]
    assert rows[0]["withdrawn_at"] == rows[1]["given_at"] and rows[1]["withdrawn_at"] is None


async def test_what_is_no_longer_asked_for_can_still_be_taken_back(people: People) -> None:
    _, me = await a_talent(people)
    await give(people, me)
    async with Work(people.services).write(PLATFORM) as ctx:
        entry = await consent_service.lookup.entry(ctx, "consent_purpose", DIRECTORY)
        entry.valid_until = clock.today().replace(year=clock.today().year - 1)
    told = (await states(people, me))[DIRECTORY]
    assert told.given and told.body is None
    assert not (await withdraw(people, me)).given
    assert DIRECTORY not in await states(people, me)


async def test_an_unknown_purpose_is_refused(people: People) -> None:
    _, me = await a_talent(people)
    for act in (give(people, me, purpose="nothing"), withdraw(people, me, purpose="nothing")):
        with pytest.raises(Refusal) as refused:
            await act
        assert refused.value.code() == "NOT_OFFERED"


async def test_nobody_consents_for_somebody_else(people: People) -> None:
    one, _ = await a_talent(people)
    leader = people.own(ActorKind.LEADER, one.id)
    for actor in (people.office, people.district("xiangqiao"), leader, PLATFORM):
        for act in (give(people, actor), withdraw(people, actor)):
            with pytest.raises(NotTheTalent):
                await act
    with pytest.raises(NotFound):  # of a record that is not there
        await give(people, people.own(ActorKind.TALENT, people.units["xiangqiao"].id))


async def test_a_consent_follows_its_talent_to_another_unit(
    people: People, everything: asyncpg.Connection
) -> None:
    one, me = await a_talent(people)
    await give(people, me)
    target = people.units["chaoan"]
    await people.do(
        people.office, standing_service.move, talent_id=one.id, version=one.version, unit_id=target.id
    )
    assert await everything.fetchval("select unit_path from consent") == target.path


def test_a_purpose_without_words_is_no_purpose() -> None:
    with pytest.raises(InvalidInput, match="授权事项"):
        parse(
            "consent_purpose", {"what": "姓名", "to_whom": "", "why": "x", "ground": "x", "afterwards": "x"}
        )


# The database keeps it too ------------------------------------------------------------------------------


async def seen_by(people: People, actor: Actor) -> int:
    async with Work(people.services).read(actor) as ctx:
        return len((await ctx.db.exec(consent_service.select(Consent))).all())


async def test_row_policies_show_a_consent_to_the_talent_and_to_the_officers_of_the_unit(
    people: People,
) -> None:
    _, me = await a_talent(people)
    _, other = await a_talent(people, "林晓明")
    await give(people, me)
    assert await seen_by(people, me) == 1
    assert await seen_by(people, other) == 0
    assert await seen_by(people, people.district("xiangqiao")) == 1
    assert await seen_by(people, people.district("chaoan")) == 0
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with people.database.pool("bole_partner").acquire() as connection:
            await connection.fetch("select * from consent")


async def test_a_talent_writes_no_consent_of_another_and_an_officer_writes_none(people: People) -> None:
    one, me = await a_talent(people)
    _, other = await a_talent(people, "林晓明")
    for actor in (other, people.office):
        with pytest.raises(Exception, match=r"row-level security|permission denied"):
            async with Work(people.services).write(actor) as ctx:
                told: dict[str, Any] = {"talent_id": one.id, "unit_path": one.unit_path, "purpose": DIRECTORY}
                ctx.db.add(Consent(**told, version=1, given_at=ctx.now))
    assert await seen_by(people, me) == 0


@pytest.mark.parametrize(
    "attack",
    [
        "delete from consent",
        "truncate consent",
        "update consent set given_at = now() - interval '1 year'",
        "update consent set version = 9",
        "update consent set purpose = 'service_push'",
        "update consent set withdrawn_at = null",
        "update consent set withdrawn_at = withdrawn_at + interval '1 day'",
        "insert into consent (id, unit_path, talent_id, purpose, version, given_at)"
        " select gen_random_uuid(), unit_path, talent_id, purpose, 0, now() from consent",
    ],
)
async def test_what_was_given_stays_as_it_was_given(
    people: People, everything: asyncpg.Connection, attack: str
) -> None:
    """Against a superuser too."""
    _, me = await a_talent(people)
    await give(people, me)
    await withdraw(people, me)
    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await everything.execute(attack)


async def test_no_two_of_one_purpose_are_open(people: People, everything: asyncpg.Connection) -> None:
    _, me = await a_talent(people)
    await give(people, me)
    with pytest.raises(asyncpg.UniqueViolationError):
        await everything.execute(
            "insert into consent (id, unit_path, talent_id, purpose, version, given_at)"
            " select gen_random_uuid(), unit_path, talent_id, purpose, 2, now() from consent"
        )


# As the apps say it -------------------------------------------------------------------------------------


async def test_the_app_shows_gives_and_withdraws_and_the_staff_sees_it(whole: Whole) -> None:
    state = "purpose name version isDemo given outdated givenVersion givenAt withdrawnAt body { what toWhom ground }"
    (asked, *_) = await whole.do("rencai", f"{{ myConsents {{ {state} }} }}")
    assert (asked["purpose"], asked["given"]) == (DIRECTORY, False)
    text = f"mutation ($p: String!, $v: Int!) {{ giveConsent(purpose: $p, version: $v) {{ {state} }} }}"
    given = await whole.do("rencai", text, p=DIRECTORY, v=asked["version"])
    assert given["given"] and given["givenVersion"] == 1 and given["body"] == asked["body"]
    talent = whole.actors["rencai"].self_id
    edge = "query ($t: UUID!) { talent(id: $t) { consents { purpose purposeName version inForce } } }"

    async def seen() -> list[dict[str, Any]]:
        told = await whole.do("jingban", edge, t=talent)
        return [c for c in told["consents"] if c["purpose"] == DIRECTORY]

    assert await seen() == [
        {"purpose": DIRECTORY, "purposeName": "联谊会通讯录", "version": 1, "inForce": True}
    ]
    gone = f"mutation ($p: String!) {{ withdrawConsent(purpose: $p) {{ {state} }} }}"
    assert (await whole.do("rencai", gone, p=DIRECTORY))["given"] is False
    assert [c["inForce"] for c in await seen()] == [False]
    told = await whole.say("jingban", text, p=DIRECTORY, v=1)
    assert told["errors"][0]["extensions"]["code"] == "NOT_THE_TALENT"
