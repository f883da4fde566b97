"""A profile into a real database and back."""

import itertools
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import col, func, select

from bole.catalogue.models import Entry, WorkDay
from bole.catalogue.profile import PublishedDiffers, changes, load_profile, profile_of, read_profile
from bole.catalogue.profile.told import Profile
from bole.org.models import Appointment, Post, Unit, UnitName, holds
from bole.org.rules import UnitKind

CHAOZHOU = Path(__file__).parents[2] / "backend/bole/profiles/chaozhou"


@pytest.fixture(scope="module")
def chaozhou() -> Profile:
    return read_profile(CHAOZHOU)


async def test_what_was_loaded_is_told_back_the_same(acting, chaozhou: Profile):
    async with acting() as ctx:
        done = await load_profile(ctx, chaozhou)
    assert len(done.done) > 500 and not done.kept
    async with acting() as ctx:
        told = await profile_of(ctx)
    assert changes(chaozhou, told) == []
    assert told == chaozhou


async def test_loading_again_changes_nothing(acting, chaozhou: Profile, sees):
    async with acting() as ctx:
        await load_profile(ctx, chaozhou)
    before = await _everything(sees)
    async with acting() as ctx:
        again = await load_profile(ctx, chaozhou)
    assert again.done == () and again.kept == ()
    assert await _everything(sees) == before


async def _everything(sees) -> dict[str, str]:
    tables = (
        "unit",
        "unit_name",
        "post",
        "appointment",
        "membership",
        "post_role",
        "catalogue_entry",
        "work_year",
        "work_day",
    )
    return {
        t: await sees.fetchval(f"select md5(string_agg(t::text, '' order by t.id)) from {t} t")
        for t in tables
    }


async def test_every_range_lies_within_its_parents_and_apart_from_its_brothers(in_city, chaozhou: Profile):
    async with in_city() as ctx:
        units = {u.id: u for u in (await ctx.db.exec(select(Unit))).all()}
    roots = [u for u in units.values() if u.parent_id is None]
    assert [u.kind for u in roots] == [UnitKind.COMMITTEE]
    for unit in units.values():
        if unit.parent_id:
            parent = units[unit.parent_id]
            assert parent.path < unit.path < unit.path_end <= parent.path_end
    deepest = sorted((u.path, u.path_end) for u in units.values() if u.depth == 3)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(deepest))


async def test_the_zones_hold_their_towns_and_no_county_code(in_city, chaozhou: Profile):
    async with in_city() as ctx:
        zones = (await ctx.db.exec(select(Unit).where(Unit.kind == UnitKind.ZONE))).all()
        towns = (await ctx.db.exec(select(Unit).where(Unit.kind == UnitKind.TOWN))).all()
    assert {z.name for z in zones} == {"枫溪区", "凤泉湖高新区"}
    assert all(z.division_code is None for z in zones)
    parents = {z.id: z.code for z in zones}
    assert {t.name: parents[t.parent_id] for t in towns if t.parent_id in parents} == {
        "枫溪镇": "fengxi",
        "潮州市凤泉湖高新技术产业开发区": "fengquanhu",
    }
    assert len(towns) == 51


async def test_a_name_is_told_as_it_was_on_the_day(in_city, chaozhou: Profile):
    async with in_city() as ctx:
        chaoan = (await ctx.db.exec(select(Unit).where(Unit.code == "chaoan"))).one()

        async def named(day: date) -> tuple[str, str | None]:
            stmt = select(UnitName).where(UnitName.unit_id == chaoan.id, holds(UnitName, day))
            name = (await ctx.db.exec(stmt)).one()
            return name.name, name.division_code

        assert await named(date(2010, 1, 1)) == ("潮安县", "445121")
        assert await named(date(2026, 1, 1)) == ("潮安区", "445103")


async def test_a_vacant_post_has_no_holder_between_two_terms(in_city, chaozhou: Profile):
    async with in_city() as ctx:
        post = (await ctx.db.exec(select(Post).where(Post.code == "p-017"))).one()

        async def holders(day: date) -> int:
            stmt = select(func.count()).select_from(Appointment)
            return (
                await ctx.db.exec(stmt.where(Appointment.post_id == post.id, holds(Appointment, day)))
            ).one()

        assert await holders(date(2026, 8, 15)) == 1
        assert await holders(date(2026, 8, 16)) == 0
        assert await holders(date(2026, 9, 3)) == 1


async def test_a_new_version_in_the_package_closes_the_one_before(in_city, chaozhou: Profile):
    old = next(e for e in chaozhou.entries if e.code == "checkup")
    new = old.model_copy(
        update={
            "valid_from": date(2027, 1, 1),
            "body": {**old.body, "pool": {"period": "year", "quota": 300}},
        }
    )
    closed = old.model_copy(update={"valid_until": date(2026, 12, 31)})
    entries = (*tuple(e for e in chaozhou.entries if e is not old), closed, new)
    async with in_city() as ctx:
        done = await load_profile(ctx, chaozhou.model_copy(update={"entries": entries}))
    assert len(done.done) == 2
    async with in_city() as ctx:
        versions = (
            await ctx.db.exec(select(Entry).where(Entry.code == "checkup").order_by(Entry.number))
        ).all()
    assert [(v.number, v.valid_from, v.valid_until) for v in versions] == [
        (1, date(2023, 7, 1), date(2026, 12, 31)),
        (2, date(2027, 1, 1), None),
    ]


async def test_a_published_version_is_not_edited_by_loading(in_city, chaozhou: Profile):
    edited = tuple(
        e.model_copy(update={"body": {**e.body, "sla_working_days": 99}}) if e.code == "manager" else e
        for e in chaozhou.entries
    )
    with pytest.raises(PublishedDiffers, match="sla_working_days 1 → 99"):
        async with in_city() as ctx:
            await load_profile(ctx, chaozhou.model_copy(update={"entries": edited}))
    async with in_city() as ctx:
        assert changes(chaozhou, await profile_of(ctx)) == []


async def test_what_the_package_does_not_name_is_kept_and_said(in_city, chaozhou: Profile):
    fewer = tuple(u for u in chaozhou.units if u.code != "emp-fqh-medical")
    posts = tuple(p for p in chaozhou.posts if p.unit != "emp-fqh-medical")
    async with in_city() as ctx:
        done = await load_profile(ctx, chaozhou.model_copy(update={"units": fewer, "posts": posts}))
        assert (await ctx.db.exec(select(Unit).where(Unit.code == "emp-fqh-medical"))).one()
    assert {c.section for c in done.kept} == {"unit", "post", "holder"}


async def test_a_renamed_unit_keeps_its_former_name_in_the_package(in_city, chaozhou: Profile):
    renamed = tuple(_renamed(u) if u.code == "bus" else u for u in chaozhou.units)
    async with in_city() as ctx:
        await load_profile(ctx, chaozhou.model_copy(update={"units": renamed}))
    async with in_city() as ctx:
        told = await profile_of(ctx)
    bus = next(u for u in told.units if u.code == "bus")
    assert bus.name == "潮州公交集团（演示）"
    assert [f.name for f in bus.former] == ["潮州市公共交通公司（演示）"]


def _renamed(unit):
    former = {
        "name": unit.name,
        "short_name": unit.short_name,
        "valid_from": unit.valid_from,
        "valid_until": date(2026, 6, 30),
    }
    return type(unit).model_validate(
        {**unit.model_dump(), "name": "潮州公交集团（演示）", "former": [former]}
    )


async def test_a_rename_without_its_day_is_refused(in_city, chaozhou: Profile):
    """The package would rewrite history: it must say until when the old name held."""
    async with in_city() as ctx:
        bus = (await ctx.db.exec(select(Unit).where(Unit.code == "bus"))).one()
        name = (await ctx.db.exec(select(UnitName).where(UnitName.unit_id == bus.id))).one()
        name.valid_until = date(2026, 6, 30)
        await ctx.db.flush()
        ctx.db.add(UnitName(unit_id=bus.id, name="新公交", short_name="新公交", valid_from=date(2026, 7, 1)))
        bus.name = bus.short_name = "新公交"
    with pytest.raises(PublishedDiffers, match="新公交"):
        async with in_city() as ctx:
            await load_profile(ctx, chaozhou)


async def test_every_day_of_every_year_has_a_row(in_city, chaozhou: Profile):
    async with in_city() as ctx:
        first, last, count = (
            await ctx.db.exec(
                select(func.min(WorkDay.day), func.max(WorkDay.day), func.count(col(WorkDay.id)))
            )
        ).one()
    assert (first, last) == (date(2015, 1, 1), date(2027, 12, 31))
    assert count == (last - first).days + 1


async def test_a_post_has_exactly_the_access_that_the_package_gives(in_city, chaozhou: Profile):
    """A role more, a role less, a wider view and back: each load leaves what it says."""
    by_code = {p.code: p for p in chaozhou.posts}
    wider = by_code["jiaoyu-head"].model_copy(update={"roles": ("R11", "R7"), "sees": "xiangqiao"})
    fewer = by_code["office-deputy"].model_copy(update={"roles": ()})
    posts = tuple({**by_code, wider.code: wider, fewer.code: fewer}.values())
    async with in_city() as ctx:
        await load_profile(ctx, chaozhou.model_copy(update={"posts": posts}))
    async with in_city() as ctx:
        told = {p.code: p for p in (await profile_of(ctx)).posts}
    assert (told["jiaoyu-head"].roles, told["jiaoyu-head"].sees) == (("R11", "R7"), "xiangqiao")
    assert told["office-deputy"].roles == ()
    async with in_city() as ctx:
        await load_profile(ctx, chaozhou)
    async with in_city() as ctx:
        assert changes(chaozhou, await profile_of(ctx)) == []
