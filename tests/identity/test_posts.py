"""What an actor may do and see follows the post."""

from datetime import date

import asyncpg
import time_machine
from httpx import AsyncClient
from sqlmodel import col, select
from tests.identity.conftest import City, code, gql, sign_in

from bole.core.actor import PLATFORM, ActorKind
from bole.core.permissions import Permission
from bole.identity import accounts
from bole.identity.models import Session
from bole.identity.rules import AccountKind
from bole.org.models import Appointment

ME = "{ me { login post { name } permissions locked } }"


async def test_a_transfer_moves_access_with_the_post(city: City, api: AsyncClient) -> None:
    """The old holder keeps the session and loses the post at midnight; the new one has it from that day."""
    await city.account("successor")
    with time_machine.travel("2026-08-15T17:00:00+08:00", tick=False) as then:
        old, new = await city.session("xiangqiao"), await city.session("successor")
        async with city.work.write(PLATFORM) as ctx:
            term = (
                await ctx.db.exec(
                    select(Appointment).where(col(Appointment.person_name) == "xiangqiao").with_for_update()
                )
            ).one()
            term.valid_until = date(2026, 8, 15)
        await city.appoint("successor", "湘桥区经办", begins=date(2026, 8, 16))
        city.identity.memory.forget()
        before = await city.identity.sessions.actor_of(old)
        assert before is not None and Permission.ROSTER_WRITE in before.permissions
        waiting = await city.identity.sessions.actor_of(new)
        assert waiting is not None and not waiting.permissions
        then.move_to("2026-08-16T00:00:02+08:00", tick=False)
        city_unit = city.units["湘桥区"]
        async with city.work.write(PLATFORM) as ctx:  # seven hours are longer than a session stays idle
            for session in (await ctx.db.exec(select(Session))).all():
                session.last_seen_at = ctx.now
        after, arrived = (
            await city.identity.sessions.actor_of(old),
            await city.identity.sessions.actor_of(new),
        )
        assert after is not None and not after.permissions and (after.lo, after.hi) == (0, 0)
        assert arrived is not None and Permission.ROSTER_WRITE in arrived.permissions
        assert (arrived.lo, arrived.hi) == (city_unit.path, city_unit.path_end)


async def test_a_role_withdrawn_from_a_post_is_gone_at_the_next_request(city: City, api: AsyncClient) -> None:
    token = await city.session("xiangqiao")
    assert "roster:write" in (await gql(api, ME, token))["data"]["me"]["permissions"]
    acting = await city.actor("admin")
    async with city.work.write(acting) as ctx:
        await accounts.withdraw_role(ctx, post_id=city.posts["湘桥区经办"].id, role="R5")
    assert (await gql(api, ME, token))["data"]["me"]["permissions"] == []


async def test_who_holds_two_posts_acts_as_one_of_them_at_a_time(city: City, api: AsyncClient) -> None:
    await city.appoint("xiangqiao", "潮安区经办")
    await sign_in(api, "xiangqiao", totp=code())
    told = (await gql(api, "{ me { lo post { name } posts { id name } } }"))["data"]["me"]
    other = next(p for p in told["posts"] if p["name"] != told["post"]["name"])
    choose = "mutation($id: UUID!) { choosePost(postId: $id) { postId } }"
    assert (await gql(api, choose, id=other["id"]))["data"]["choosePost"]["postId"] == other["id"]
    now = (await gql(api, "{ me { lo post { name } } }"))["data"]["me"]
    assert now["post"]["name"] == other["name"] and now["lo"] != told["lo"]
    strange = await gql(api, choose, id=str(city.posts["系统管理员"].id))
    assert strange["errors"][0]["extensions"]["code"] == "NOT_YOUR_POST"


async def test_losing_the_chosen_post_does_not_turn_into_acting_as_another(
    city: City, sees: asyncpg.Connection
) -> None:
    """What is half typed as one post must not be saved as another."""
    await city.appoint("xiangqiao", "潮安区经办")
    token = await city.session("xiangqiao")
    first = await city.identity.sessions.actor_of(token)
    assert first is not None
    await sees.execute(
        "update appointment set valid_until = current_date - 1 where post_id = $1 and person_id = $2",
        first.post_id,
        city.accounts["xiangqiao"].person_id,
    )
    now = await city.identity.sessions.actor_of(token)
    assert now is not None and now.post_id is None and not now.permissions


async def test_an_office_of_a_body_sees_the_body_and_a_post_may_be_given_another_scope(
    city: City, api: AsyncClient
) -> None:
    whole, county = city.units["市委"], city.units["潮安区"]
    acting = await city.actor("clerk")
    assert (acting.lo, acting.hi) == (whole.path, whole.path_end)
    async with city.work.write(await city.actor("admin")) as ctx:
        await accounts.set_scope(ctx, post_id=city.posts["综合科经办"].id, unit_id=county.id)
    acting = await city.actor("clerk")
    assert (acting.lo, acting.hi) == (county.path, county.path_end)
    query = "query($p: UUID!) { postScopes(postId: $p) { unit { shortName } } }"
    token = await city.session("admin")
    told = await gql(api, query, token, p=str(city.posts["综合科经办"].id))
    assert told["data"]["postScopes"] == [{"unit": {"shortName": county.short_name}}]
    async with city.work.write(await city.actor("admin")) as ctx:
        await accounts.set_scope(ctx, post_id=city.posts["综合科经办"].id)
    assert (await city.actor("clerk")).hi == whole.path_end


async def test_a_contact_leader_acts_as_the_post_and_sees_no_range(city: City) -> None:
    await city.account("v1", "副市长", kind=AccountKind.LEADER)
    acting = await city.actor("v1")
    assert acting.kind is ActorKind.LEADER and acting.self_id == city.posts["副市长"].id
    assert (acting.lo, acting.hi) == (0, 0)
    assert Permission.CONTACT_RECORD in acting.permissions


async def test_a_leader_whose_post_also_has_a_staff_role_acts_as_staff(city: City) -> None:
    await city.post("组长", "市委", "R4", "R1")
    await city.account("sec", "组长", kind=AccountKind.LEADER)
    acting = await city.actor("sec")
    assert acting.kind is ActorKind.STAFF and acting.self_id == city.posts["组长"].id
    assert {Permission.CONTACT_RECORD, Permission.CARD_ISSUE} <= acting.permissions
