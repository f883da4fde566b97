"""Founding, renaming and closing units; filling and leaving posts; joining and leaving the group."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from bole.core.errors import InvalidInput
from bole.org import membership_service, post_service, rules, service
from bole.org.events import AppointmentEnded, PostFilled, UnitJoined, UnitWasClosed
from bole.org.models import Appointment, Membership, Post, Unit, UnitName, holds
from bole.org.rules import Commissioner, UnitKind


async def the_unit(ctx, code: str) -> Unit:
    return (await ctx.db.exec(select(Unit).where(Unit.code == code))).one()


async def the_post(ctx, code: str) -> Post:
    return (await ctx.db.exec(select(Post).where(Post.code == code))).one()


async def the_terms(ctx, post: Post) -> list[Appointment]:
    stmt = select(Appointment).where(Appointment.post_id == post.id).order_by(Appointment.valid_from)
    return list((await ctx.db.exec(stmt)).all())


# Units ------------------------------------------------------------------------------------------------


async def test_a_new_unit_gets_the_next_place_below_its_parent(in_city):
    async with in_city() as ctx:
        fengxi = await the_unit(ctx, "fengxi")
        made = await service.create_unit(
            ctx, parent_id=fengxi.id, kind=UnitKind.EMPLOYER, code="kiln", name="枫溪柴窑（演示）"
        )
        again = await service.create_unit(
            ctx, parent_id=fengxi.id, kind=UnitKind.EMPLOYER, code="kiln-2", name="枫溪电窑（演示）"
        )
        assert again.ordinal == made.ordinal + 1
        assert fengxi.path < made.path < made.path_end == again.path < fengxi.path_end
        named = (await ctx.db.exec(select(UnitName).where(UnitName.unit_id == made.id))).one()
        assert (named.name, named.valid_from, named.valid_until) == ("枫溪柴窑（演示）", ctx.today, None)


async def test_a_code_is_given_once(in_city):
    async with in_city() as ctx:
        root = await the_unit(ctx, "cz")
        with pytest.raises(rules.CodeTaken, match="湘桥区"):
            await service.create_unit(
                ctx, parent_id=root.id, kind=UnitKind.COUNTY, code="xiangqiao", name="又一个区"
            )


async def test_a_unit_needs_a_name(in_city):
    async with in_city() as ctx:
        root = await the_unit(ctx, "cz")
        with pytest.raises(InvalidInput) as refused:
            await service.create_unit(ctx, parent_id=root.id, kind=UnitKind.COUNTY, code="x", name="  ")
        assert refused.value.field == "name"


async def test_the_old_name_is_still_told_of_the_days_it_was_borne(in_city):
    async with in_city() as ctx:
        bus = await the_unit(ctx, "bus")
        old = bus.name
        await service.rename_unit(ctx, unit_id=bus.id, name="潮州公交集团（演示）")
        await ctx.db.flush()

        async def named(day: date) -> str:
            stmt = select(UnitName.name).where(UnitName.unit_id == bus.id, holds(UnitName, day))
            return (await ctx.db.exec(stmt)).one()

        assert await named(ctx.today - timedelta(days=1)) == old
        assert await named(ctx.today) == "潮州公交集团（演示）"


async def test_a_unit_is_not_renamed_ahead_of_the_day(in_city):
    async with in_city() as ctx:
        bus = await the_unit(ctx, "bus")
        with pytest.raises(rules.NotYetEffective):
            await service.rename_unit(
                ctx, unit_id=bus.id, name="新公交", from_day=ctx.today + timedelta(days=1)
            )


async def test_a_unit_in_use_is_not_closed(in_city):
    async with in_city() as ctx:
        county = await the_unit(ctx, "raoping")
        with pytest.raises(rules.StillInUse) as refused:
            await service.close_unit(ctx, unit_id=county.id, last_day=ctx.today)
        assert refused.value.facts["units"] > 20
        assert refused.value.facts["terms"] == 3


async def test_a_closed_unit_takes_its_posts_and_membership_with_it(in_city):
    async with in_city() as ctx:
        forestry, heir = await the_unit(ctx, "linye"), await the_unit(ctx, "ziran")
        last_day = ctx.today
        posts = (await ctx.db.exec(select(Post).where(Post.unit_id == forestry.id))).all()
        for post in posts:
            for term in await the_terms(ctx, post):
                await post_service.end_appointment(ctx, appointment_id=term.id, last_day=last_day)
        await ctx.db.flush()
        await service.close_unit(ctx, unit_id=forestry.id, last_day=last_day, successor_id=heir.id)
        await ctx.db.flush()
        assert forestry.valid_until == last_day and forestry.successor_id == heir.id
        assert {p.valid_until for p in posts} == {last_day}
        term = (await ctx.db.exec(select(Membership).where(Membership.unit_id == forestry.id))).one()
        assert term.valid_until == last_day
        assert ctx.emitted[-1] == UnitWasClosed(forestry.id, last_day, heir.id)
        with pytest.raises(rules.UnitClosed):
            await post_service.create_post(ctx, unit_id=forestry.id, code="late", name="又一岗位")


# Posts ------------------------------------------------------------------------------------------------


async def test_a_leader_moves_and_the_post_stays(in_city):
    """A5: 免职 on one day, a successor later; between them the post is vacant."""
    async with in_city() as ctx:
        post = await the_post(ctx, "p-018")
        (now,) = await the_terms(ctx, post)
        await post_service.end_appointment(ctx, appointment_id=now.id, last_day=date(2026, 10, 31))
        await ctx.db.flush()
        new = await post_service.appoint(
            ctx, post_id=post.id, person_name="曾新任", valid_from=date(2026, 11, 20)
        )
        assert [type(e) for e in ctx.emitted] == [AppointmentEnded, PostFilled]
        assert ctx.emitted[-1].from_day == date(2026, 11, 20)
        assert new.person_id != now.person_id
        assert [t.valid_until for t in await the_terms(ctx, post)] == [date(2026, 10, 31), None]


async def test_a_post_has_one_holder_at_a_time(in_city):
    async with in_city() as ctx:
        post = await the_post(ctx, "p-018")
        (now,) = await the_terms(ctx, post)
        with pytest.raises(rules.PostHeld, match=now.person_name):
            await post_service.appoint(
                ctx, post_id=post.id, person_name="曾抢任", valid_from=date(2026, 11, 20)
            )


async def test_a_shared_post_takes_another_but_not_the_same_person_twice(in_city):
    async with in_city() as ctx:
        post = await the_post(ctx, "office-general")
        one, _ = await the_terms(ctx, post)
        await post_service.appoint(ctx, post_id=post.id, person_name="第三人", valid_from=date(2026, 11, 1))
        with pytest.raises(rules.HoldsThisPost):
            await post_service.appoint(
                ctx,
                post_id=post.id,
                person_name=one.person_name,
                person_id=one.person_id,
                valid_from=date(2026, 11, 1),
            )


async def test_what_has_ended_does_not_end_again(in_city):
    async with in_city() as ctx:
        first, _ = await the_terms(ctx, await the_post(ctx, "p-017"))
        with pytest.raises(rules.PeriodEnded):
            await post_service.end_appointment(ctx, appointment_id=first.id, last_day=date(2026, 9, 1))


async def test_two_appointments_at_once_leave_one_holder(in_city, city_db):
    """Both saw the post vacant; the lock on the post makes the second look again."""
    import asyncio

    async with in_city() as ctx:
        post = await the_post(ctx, "p-016")
        (now,) = await the_terms(ctx, post)
        await post_service.end_appointment(ctx, appointment_id=now.id, last_day=date(2026, 10, 31))

    async def fill(name: str) -> str:
        try:
            async with in_city() as ctx:
                await post_service.appoint(
                    ctx, post_id=post.id, person_name=name, valid_from=date(2026, 11, 1)
                )
        except rules.PostHeld:
            return "held"
        return "filled"

    answers = await asyncio.gather(*(fill(f"新人{i}") for i in range(4)))
    assert sorted(answers) == ["filled", "held", "held", "held"]


# Commissioners ----------------------------------------------------------------------------------------


async def gaps(ctx, on: date) -> list[str]:
    from bole.core.operation import ASK

    stmt = service.units_without_commissioners(ASK, on=on)
    return [u.code for u in (await ctx.db.exec(stmt)).scalars().all()]


async def test_the_check_names_departments_without_exactly_two_commissioners(in_city):
    async with in_city() as ctx:
        assert await gaps(ctx, date(2026, 9, 30)) == []
        assert await gaps(ctx, date(2026, 10, 1)) == ["shuili"]


async def test_two_heads_are_as_wrong_as_none(in_city):
    async with in_city() as ctx:
        unit = await the_unit(ctx, "jiaoyu")
        post = await post_service.create_post(
            ctx,
            unit_id=unit.id,
            code="jiaoyu-head-2",
            name="副科长",
            commissioner=Commissioner.HEAD,
            valid_from=date(2026, 9, 1),
        )
        await post_service.appoint(ctx, post_id=post.id, person_name="第二专员", valid_from=date(2026, 9, 1))
        await ctx.db.flush()
        assert await gaps(ctx, date(2026, 9, 30)) == ["jiaoyu"]


# Membership -------------------------------------------------------------------------------------------


async def test_a_department_joins_the_group_and_becomes_a_member(in_city):
    async with in_city() as ctx:
        group, justice = await the_unit(ctx, "group"), await the_unit(ctx, "sifa")
        await membership_service.join_group(
            ctx, group_id=group.id, unit_id=justice.id, from_day=date(2026, 11, 1)
        )
        assert justice.kind is UnitKind.MEMBER
        assert ctx.emitted == [UnitJoined(justice.id, group.id, date(2026, 11, 1))]
        with pytest.raises(rules.AlreadyMember):
            await membership_service.join_group(ctx, group_id=group.id, unit_id=justice.id)


async def test_a_department_leaves_and_may_come_back(in_city):
    async with in_city() as ctx:
        group, unit = await the_unit(ctx, "group"), await the_unit(ctx, "kexie")
        await membership_service.leave_group(
            ctx, group_id=group.id, unit_id=unit.id, last_day=date(2026, 6, 30)
        )
        await ctx.db.flush()
        assert unit.kind is UnitKind.NON_MEMBER
        with pytest.raises(rules.NotAMember):
            await membership_service.leave_group(
                ctx, group_id=group.id, unit_id=unit.id, last_day=date(2026, 7, 30)
            )
        await membership_service.join_group(
            ctx, group_id=group.id, unit_id=unit.id, from_day=date(2026, 9, 1)
        )
        assert unit.kind is UnitKind.MEMBER


async def test_only_departments_join_and_only_groups_are_joined(in_city):
    async with in_city() as ctx:
        group, county, office = [await the_unit(ctx, c) for c in ("group", "chaoan", "office")]
        with pytest.raises(rules.NotADepartment, match="县区"):
            await membership_service.join_group(ctx, group_id=group.id, unit_id=county.id)
        with pytest.raises(rules.NotALeadingGroup):
            await membership_service.join_group(ctx, group_id=office.id, unit_id=county.id)
