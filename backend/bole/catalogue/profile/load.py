"""A profile into a database. Loading it twice changes nothing the second time."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from bole.catalogue import rules
from bole.catalogue.calendar_service import set_year
from bole.catalogue.models import Entry
from bole.catalogue.profile.access import Access, keeper
from bole.catalogue.profile.compare import Change, changes
from bole.catalogue.profile.tell import CITY, city_of, everything, profile_of
from bole.catalogue.profile.told import EntryRow, Profile, UnitRow
from bole.core.context import Context
from bole.core.errors import Refusal
from bole.org.models import Appointment, Membership, Post, Unit, UnitName
from bole.org.rules import DEPARTMENTS, child_path, range_of


class PublishedDiffers(Refusal):
    """城市方案与库中已定的内容不一致，不能直接改动：{what}。请另发新版，或先在系统中更正。"""


@dataclass(frozen=True)
class Loaded:
    """What loading did, and what the database holds that the profile does not say (kept as it is)."""

    done: tuple[Change, ...]
    kept: tuple[Change, ...]


FREE: dict[str, set[str] | None] = {
    "city": None,
    "unit": {"name", "short_name", "division_code", "supervisor", "successor", "key_employer"},
    "name": {"name", "short_name", "division_code"},
    "membership": set(),
    "post": {"name", "leader_level", "commissioner", "roles", "sees"},
    "holder": {"person_name", "document"},
    "entry": set(),
    "calendar": None,
}
"""Fields that may be set anew; None: all. Besides these, an open end may be closed, and a department may
enter or leave the 成员单位."""


async def load_profile(ctx: Context, profile: Profile) -> Loaded:
    """Adds what is missing, ends what has ended, renames what was renamed; never deletes, and never edits a
    published version. Refuses (PublishedDiffers) what would need either."""
    city = await city_of(ctx)
    before = await profile_of(ctx) if city is not None else Profile(city=profile.city)
    told = changes(before, profile)
    wanted = [c for c in told if not c.gone]
    if wrong := [c.words for c in wanted if not _possible(c)]:
        raise PublishedDiffers(what="；".join(wrong[:5]) + ("……" if len(wrong) > 5 else ""))
    by_section: dict[str, list[Change]] = defaultdict(list)
    for change in wanted:
        by_section[change.section].append(change)
    loading = _Loading(ctx, profile, await _by_code(ctx, Unit), await _by_code(ctx, Post))
    if city is None or by_section["city"]:
        await loading.tell_city()
    await loading.tell_units({c.key[0] for c in by_section["unit"] + by_section["name"]})
    await loading.tell_memberships(by_section["membership"])
    await loading.tell_posts(by_section["post"])
    await loading.tell_holders(by_section["holder"])
    await loading.tell_entries(by_section["entry"])
    years = {c.key[0] for c in by_section["calendar"]}
    for notice in profile.calendars:
        if str(notice.year) in years:
            await set_year(ctx, notice)
    await ctx.db.flush()
    return Loaded(tuple(wanted), tuple(c for c in told if c.gone))


def _possible(change: Change) -> bool:
    free = FREE[change.section]
    if change.added or free is None or change.field in free:
        return True
    if change.field == "valid_until":
        return change.before is None
    both = (change.before, change.after)
    return change.section == "unit" and change.field == "kind" and all(k in DEPARTMENTS for k in both)


async def _by_code(ctx: Context, table: Any) -> dict[str, Any]:
    return {row.code: row for row in await everything(ctx, table, col(table.code))}


@dataclass
class _Loading:
    """One load: rows by code, so that what was just made is found by what refers to it."""

    ctx: Context
    profile: Profile
    units: dict[str, Unit]
    held: dict[str, Post]

    async def tell_city(self) -> None:
        city = self.profile.city
        versions = await self._versions(CITY, CITY)
        row = EntryRow(
            kind=CITY,
            code=CITY,
            name=city.name,
            source=city.label or "城市方案",
            valid_from=self.ctx.today if versions else city.valid_from,
            body=city.model_dump(mode="json"),
        )
        await self._publish(row, 0, versions)

    async def tell_units(self, codes: set[str]) -> None:
        told = [u for u in self.profile.units if u.code in codes]
        last: dict[str | None, int] = defaultdict(int)
        parents = {u.id: u.code for u in self.units.values()}
        for unit in self.units.values():
            parent = parents[unit.parent_id] if unit.parent_id else None
            last[parent] = max(last[parent], unit.ordinal)
        for row in told:
            if row.code not in self.units:
                last[row.parent] += 1
                self._make_unit(row, last[row.parent])
        await self.ctx.db.flush()
        for row in told:
            unit = self.units[row.code]
            unit.kind, unit.name, unit.short_name = row.kind, row.name, row.short_name
            unit.division_code, unit.key_employer = row.division_code, row.key_employer
            unit.valid_until = row.valid_until
            unit.supervisor_id = self.units[row.supervisor].id if row.supervisor else None
            unit.successor_id = self.units[row.successor].id if row.successor else None
        await self._tell_names(told)

    def _make_unit(self, row: UnitRow, ordinal: int) -> None:
        parent = self.units[row.parent] if row.parent else None
        depth = parent.depth + 1 if parent else 1
        path = child_path(
            parent.path if parent else 0, depth, ordinal, parent=parent.name if parent else "根"
        )
        unit = Unit(
            parent_id=parent.id if parent else None,
            kind=row.kind,
            code=row.code,
            name=row.name,
            short_name=row.short_name,
            depth=depth,
            ordinal=ordinal,
            path=path,
            path_end=range_of(path, depth)[1],
            valid_from=row.valid_from,
        )
        self.units[row.code] = unit
        self.ctx.db.add(unit)

    async def _tell_names(self, told: list[UnitRow]) -> None:
        """The history of names: periods that were told stay, their ends may be closed, later ones are added."""
        known = {
            (n.unit_id, n.valid_from): n
            for n in await everything(self.ctx, UnitName, col(UnitName.valid_from))
        }
        new = []
        for row in told:
            unit = self.units[row.code]
            present = {"name": row.name, "short_name": row.short_name, "division_code": row.division_code}
            periods = [f.model_dump() for f in row.former]
            periods.append({**present, "valid_from": row.named_from, "valid_until": row.valid_until})
            starts = {p["valid_from"] for p in periods}
            if lost := [n for (id, start), n in known.items() if id == unit.id and start not in starts]:
                raise PublishedDiffers(what=f"单位 {row.code} 自 {lost[0].valid_from} 起名为“{lost[0].name}”")
            for period in periods:
                if found := known.get((unit.id, period["valid_from"])):
                    found.sqlmodel_update(period)
                else:
                    new.append(UnitName(unit_id=unit.id, **period))
        await self.ctx.db.flush()  # what ends, ends before what follows begins: the two would overlap
        self.ctx.db.add_all(new)
        await self.ctx.db.flush()

    async def tell_memberships(self, told: list[Change]) -> None:
        known = {
            (m.unit_id, m.group_id, m.valid_from.isoformat()): m
            for m in await everything(self.ctx, Membership, col(Membership.id))
        }
        terms = {
            (u.code, m.group, m.valid_from.isoformat()): m for u in self.profile.units for m in u.member_of
        }
        new = []
        for change in told:
            unit, group, start = change.key
            term = terms[unit, group, start]
            unit_id, group_id = self.units[unit].id, self.units[group].id
            if found := known.get((unit_id, group_id, start)):
                found.valid_until = term.valid_until
            else:
                period = term.model_dump(exclude={"group"})
                new.append(Membership(unit_id=unit_id, group_id=group_id, **period))
        await self.ctx.db.flush()
        self.ctx.db.add_all(new)

    async def tell_posts(self, told: list[Change]) -> None:
        codes = {c.key[0] for c in told}
        for rank, row in enumerate(self.profile.posts):
            if row.code not in codes:
                continue
            fields = row.model_dump(exclude={"unit", "roles", "sees", "holders"})
            if post := self.held.get(row.code):
                post.sqlmodel_update(fields)
            else:
                post = Post(unit_id=self.units[row.unit].id, rank=rank, **fields)
                self.held[row.code] = post
                self.ctx.db.add(post)
        await self.ctx.db.flush()
        told_posts = [p for p in self.profile.posts if p.code in codes]
        await keeper().give(self.ctx, {p.code: Access(p.roles, p.sees) for p in told_posts})

    async def tell_holders(self, told: list[Change]) -> None:
        known = {
            (a.post_id, str(a.person_id), a.valid_from.isoformat()): a
            for a in await everything(self.ctx, Appointment, col(Appointment.id))
        }
        terms = {
            (p.code, str(h.person), h.valid_from.isoformat()): h
            for p in self.profile.posts
            for h in p.holders
        }
        new = []
        for change in told:
            post_code, person, start = change.key
            term, post = terms[post_code, person, start], self.held[post_code]
            fields = {"person_name": term.name, **term.model_dump(exclude={"name", "person"})}
            if found := known.get((post.id, person, start)):
                found.sqlmodel_update(fields)
            else:
                new.append(Appointment(post_id=post.id, shared=post.shared, person_id=term.person, **fields))
        await self.ctx.db.flush()
        self.ctx.db.add_all(new)

    async def tell_entries(self, told: list[Change]) -> None:
        keys = {c.key for c in told}
        place: dict[tuple[str, str], int] = {}
        known: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in await everything(self.ctx, Entry, col(Entry.valid_from)):
            known[entry.kind, entry.code].append(entry)
        for row in self.profile.entries:
            position = place.setdefault((row.kind, row.code), len(place))
            if (row.kind, row.code, row.valid_from.isoformat()) in keys:
                await self._publish(row, position, known[row.kind, row.code])

    async def _versions(self, kind: str, code: str) -> list[Entry]:
        stmt = select(Entry).where(col(Entry.kind) == kind, col(Entry.code) == code)
        return list((await self.ctx.db.exec(stmt.order_by(col(Entry.valid_from)))).all())

    async def _publish(self, row: EntryRow, position: int, versions: list[Entry]) -> None:
        """A reviewed package may say what held in the past: past days and gaps are its author's to answer for."""
        if same := [v for v in versions if v.valid_from == row.valid_from and row.kind != CITY]:
            same[0].valid_until = row.valid_until
            return
        placed = rules.place(
            versions, row.valid_from, row.body, today=self.ctx.today, allow_past=True, allow_gap=True
        )
        if placed.closes_on is not None:
            versions[-1].valid_until = placed.closes_on
            await self.ctx.db.flush()
        told = Entry(
            **row.model_dump(),
            number=placed.number,
            position=position,
            published_by=self.ctx.actor.id,
            published_by_name=self.ctx.actor.name,
            published_at=self.ctx.now,
        )
        versions.append(told)
        self.ctx.db.add(told)
