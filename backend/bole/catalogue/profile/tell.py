"""A database told as a profile."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.catalogue.catalogue import City
from bole.catalogue.days import YearNotice, notice_of
from bole.catalogue.models import Entry, WorkDay, WorkYear
from bole.catalogue.profile.access import Access, keeper
from bole.catalogue.profile.told import (
    EntryRow,
    FormerName,
    HolderRow,
    InGroup,
    PostRow,
    Profile,
    ProfileWrong,
    UnitRow,
    in_order,
)
from bole.core.context import Context
from bole.org.models import Appointment, Membership, Post, Unit, UnitName

CITY = "city"
"""Kind and code of the entry that keeps what a profile says of itself."""


async def profile_of(ctx: Context) -> Profile:
    """The city that this database is; refuses (ProfileWrong) an empty one."""
    city = await city_of(ctx)
    if city is None:
        raise ProfileWrong(where="数据库", reason="还没有导入过城市方案")
    units = {u.id: u for u in await everything(ctx, Unit, col(Unit.path))}
    told = Profile(
        city=city,
        units=tuple(await _units(ctx, units)),
        posts=tuple(await _posts(ctx, units)),
        entries=tuple(await _entries(ctx)),
        calendars=tuple(await _calendars(ctx)),
    )
    return in_order(told)


async def everything(ctx: Context, table: Any, *order: Any) -> list[Any]:
    return list((await ctx.db.exec(select(table).order_by(*order))).all())


async def city_of(ctx: Context) -> City | None:
    stmt = select(Entry).where(col(Entry.kind) == CITY, col(Entry.code) == CITY)
    last = (await ctx.db.exec(stmt.order_by(col(Entry.valid_from).desc()))).first()
    return None if last is None else City.model_validate(last.body)


async def _units(ctx: Context, units: dict[UUID, Unit]) -> list[UnitRow]:
    names: dict[UUID, list[UnitName]] = defaultdict(list)
    for name in await everything(ctx, UnitName, col(UnitName.valid_from)):
        names[name.unit_id].append(name)
    groups: dict[UUID, list[Membership]] = defaultdict(list)
    for term in await everything(ctx, Membership, col(Membership.valid_from)):
        groups[term.unit_id].append(term)

    def code(id: UUID | None) -> str | None:
        return None if id is None else units[id].code

    return [
        UnitRow(
            **u.model_dump(
                include={
                    "code", "kind", "name", "short_name", "division_code", "key_employer", "valid_from", "valid_until",
                }
            ),
            parent=code(u.parent_id),
            supervisor=code(u.supervisor_id),
            successor=code(u.successor_id),
            former=tuple(FormerName.model_validate(_dump(n, FormerName)) for n in names[u.id][:-1]),
            member_of=tuple(
                InGroup(group=units[m.group_id].code, valid_from=m.valid_from, valid_until=m.valid_until)
                for m in groups[u.id]
            ),
        )
        for u in units.values()
    ]  # fmt: skip


async def _posts(ctx: Context, units: dict[UUID, Unit]) -> list[PostRow]:
    holders: dict[UUID, list[HolderRow]] = defaultdict(list)
    for term in await everything(ctx, Appointment, col(Appointment.valid_from)):
        told = {**_dump(term, HolderRow), "person": term.person_id, "name": term.person_name}
        holders[term.post_id].append(HolderRow.model_validate(told))
    access = await keeper().tell(ctx)
    return [
        PostRow.model_validate(
            {
                **_dump(post, PostRow),
                "unit": units[post.unit_id].code,
                "roles": access.get(post.code, Access()).roles,
                "sees": access.get(post.code, Access()).sees,
                "holders": tuple(holders[post.id]),
            }
        )
        for post in await everything(ctx, Post, col(Post.rank), col(Post.code))
    ]


async def _entries(ctx: Context) -> list[EntryRow]:
    rows = await everything(
        ctx, Entry, col(Entry.kind), col(Entry.position), col(Entry.code), col(Entry.valid_from)
    )
    return [EntryRow.model_validate(_dump(e, EntryRow)) for e in rows if e.kind != CITY]


async def _calendars(ctx: Context) -> list[YearNotice]:
    days: dict[int, list[WorkDay]] = defaultdict(list)
    for row in await everything(ctx, WorkDay, col(WorkDay.day)):
        days[row.set_by].append(row)
    return [
        notice_of(y.year, y.status, y.source, (d.value() for d in days[y.year]))
        for y in await everything(ctx, WorkYear, col(WorkYear.year))
    ]


def _dump(row: Any, kind: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in kind.model_fields if name in type(row).model_fields}
