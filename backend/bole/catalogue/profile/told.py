"""A city in a folder, as values: its units, posts, catalogue and calendars. No I/O."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest
from typing import Any
from uuid import UUID, uuid5

from pydantic import Field

from bole.catalogue.catalogue import City
from bole.catalogue.days import YearNotice
from bole.catalogue.shapes import Shape
from bole.core.errors import Refusal
from bole.org.rules import Commissioner, LeaderLevel, UnitKind, day_after, day_before

PEOPLE = UUID("6f1d2c5e-8a40-5b1c-9d37-0b6a3f4e7c21")
"""Namespace of the people whom a profile's files name by a code of their own."""


class ProfileWrong(Refusal):
    """城市方案“{where}”有误：{reason}"""

    status = 422


class FormerName(Shape):
    """What a unit was called before."""

    name: str
    short_name: str
    division_code: str | None = None
    valid_from: date
    valid_until: date


class InGroup(Shape):
    """A term of membership in a 领导小组."""

    group: str
    valid_from: date
    valid_until: date | None = None


class UnitRow(Shape):
    code: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=40)
    kind: UnitKind
    name: str = Field(min_length=1, max_length=80)
    short_name: str = Field(min_length=1, max_length=40)
    parent: str | None = None
    supervisor: str | None = None
    successor: str | None = None
    division_code: str | None = None
    key_employer: bool = False
    valid_from: date
    valid_until: date | None = None
    former: tuple[FormerName, ...] = ()
    member_of: tuple[InGroup, ...] = ()

    @property
    def named_from(self) -> date:
        """The first day of the present name."""
        return max((day_after(f.valid_until) for f in self.former), default=self.valid_from)


class HolderRow(Shape):
    person: UUID
    name: str = Field(min_length=1, max_length=60)
    valid_from: date
    valid_until: date | None = None
    document: str | None = None


class PostRow(Shape):
    code: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=40)
    unit: str
    name: str = Field(min_length=1, max_length=60)
    leader_level: LeaderLevel | None = None
    commissioner: Commissioner | None = None
    shared: bool = False
    valid_from: date
    valid_until: date | None = None
    roles: tuple[str, ...] = ()
    sees: str | None = None
    """Another unit than its own whose rows the post sees."""
    holders: tuple[HolderRow, ...] = ()


class EntryRow(Shape):
    kind: str
    code: str = Field(min_length=1, max_length=60)
    name: str = Field(min_length=1, max_length=80)
    source: str = Field(min_length=1, max_length=200)
    valid_from: date
    valid_until: date | None = None
    body: dict[str, Any]


class Profile(Shape):
    """Everything that makes a deployment this city's."""

    city: City
    units: tuple[UnitRow, ...] = ()
    posts: tuple[PostRow, ...] = ()
    entries: tuple[EntryRow, ...] = ()
    calendars: tuple[YearNotice, ...] = ()


def person_id(city: str, person: str) -> UUID:
    """The same person in every post: files name people by a code of their own, or by the id itself."""
    try:
        return UUID(person)
    except ValueError:
        return uuid5(PEOPLE, f"{city}/{person}")


def in_order(profile: Profile) -> Profile:
    """Units parent first, brothers as told; posts by unit; entries by kind, versions by day; and nothing dangling."""
    units = list(_tree(profile.units))
    place = {unit.code: i for i, unit in enumerate(units)}
    _refer(profile, place)
    posts = sorted(profile.posts, key=lambda p: place[p.unit])
    first = {(e.kind, e.code): i for i, e in reversed(list(enumerate(profile.entries)))}
    entries = sorted(profile.entries, key=lambda e: (e.kind, first[e.kind, e.code], e.valid_from))
    calendars = sorted(profile.calendars, key=lambda c: c.year)
    return profile.model_copy(
        update={
            "units": tuple(_settled(u) for u in units),
            "posts": tuple(
                p.model_copy(
                    update={
                        "roles": tuple(sorted(p.roles)),
                        "holders": tuple(sorted(p.holders, key=lambda h: (h.valid_from, h.person))),
                    }
                )
                for p in posts
            ),
            "entries": tuple(_closed(entries)),
            "calendars": tuple(calendars),
        }
    )


def _closed(entries: list[EntryRow]) -> Iterator[EntryRow]:
    """A version without a last day ends where the next one begins."""
    for entry, follows in zip_longest(entries, entries[1:]):
        same = follows is not None and (follows.kind, follows.code) == (entry.kind, entry.code)
        if same and entry.valid_until is None:
            yield entry.model_copy(update={"valid_until": day_before(follows.valid_from)})
        else:
            yield entry


def _settled(unit: UnitRow) -> UnitRow:
    return unit.model_copy(
        update={
            "former": tuple(sorted(unit.former, key=lambda f: f.valid_from)),
            "member_of": tuple(sorted(unit.member_of, key=lambda m: (m.valid_from, m.group))),
        }
    )


def _tree(units: Iterable[UnitRow]) -> Iterator[UnitRow]:
    below: dict[str | None, list[UnitRow]] = {}
    seen: set[str] = set()
    for unit in units:
        if unit.code in seen:
            raise ProfileWrong(where=f"单位 {unit.code}", reason="编号重复")
        seen.add(unit.code)
        below.setdefault(unit.parent, []).append(unit)
    reached = 0

    def walk(parent: str | None) -> Iterator[UnitRow]:
        nonlocal reached
        for unit in below.get(parent, []):
            reached += 1
            yield unit
            yield from walk(unit.code)

    yield from walk(None)
    if reached < len(seen):
        lost = sorted(u.code for parent, us in below.items() if parent not in seen and parent for u in us)
        raise ProfileWrong(where=f"单位 {'、'.join(lost) or '…'}", reason="上级单位不存在，或互为上下级")


def _refer(profile: Profile, units: dict[str, int]) -> None:
    roles = {e.code for e in profile.entries if e.kind == "role"}

    def known(where: str, code: str | None) -> None:
        if code is not None and code not in units:
            raise ProfileWrong(where=where, reason=f"没有编号为“{code}”的单位")

    for unit in profile.units:
        known(f"单位 {unit.code}", unit.supervisor)
        known(f"单位 {unit.code}", unit.successor)
        for term in unit.member_of:
            known(f"单位 {unit.code}", term.group)
    posts: set[str] = set()
    for post in profile.posts:
        known(f"岗位 {post.code}", post.unit)
        known(f"岗位 {post.code}", post.sees)
        if post.code in posts:
            raise ProfileWrong(where=f"岗位 {post.code}", reason="编号重复")
        posts.add(post.code)
        if unknown := sorted(set(post.roles) - roles):
            raise ProfileWrong(where=f"岗位 {post.code}", reason=f"没有角色 {'、'.join(unknown)}")
    years = [c.year for c in profile.calendars]
    if len(set(years)) < len(years):
        raise ProfileWrong(where="工作日历", reason="同一年写了两份")
    versions: set[tuple[str, str, date]] = set()
    for entry in profile.entries:
        key = (entry.kind, entry.code, entry.valid_from)
        if key in versions:
            raise ProfileWrong(
                where=f"目录 {entry.kind}/{entry.code}", reason=f"{entry.valid_from} 起写了两版"
            )
        versions.add(key)
