"""A profile in files: TOML and CSV that a person reads and reviews, read and written the same."""

import csv
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bole.catalogue.catalogue import City
from bole.catalogue.days import YearNotice, days_of
from bole.catalogue.profile.told import (
    EntryRow,
    PostRow,
    Profile,
    ProfileWrong,
    UnitRow,
    in_order,
    person_id,
)
from bole.catalogue.shapes import normal
from bole.core.errors import Refusal
from bole.org.rules import UnitKind

M = TypeVar("M", bound=BaseModel)
CITY, UNITS, POSTS, CALENDAR = "profile.toml", "units.toml", "posts.toml", "calendar"
NOT_MOVED = {"demo_accounts.toml", "demo_work.toml"}
"""Belongs to one machine's demonstration, not to the city."""


# Reading ----------------------------------------------------------------------------------------------


def read_profile(folder: Path) -> Profile:
    """The city that this folder tells; refuses (ProfileWrong) with the file and the reason."""
    if not (folder / CITY).is_file():
        raise ProfileWrong(where=str(folder), reason=f"没有 {CITY}")
    head = _toml(folder / CITY)
    divisions, borrowed = head.pop("divisions", None), head.pop("borrowed", [])
    city = row(City, head, CITY)
    units = [_unit(told, city) for told in rows(folder / UNITS, "unit")["unit"]]
    if divisions:
        units += list(_divisions(folder, divisions, units, city))
    posts = [_post(told, city) for told in rows(folder / POSTS, "post")["post"]]
    files = [*sorted(folder.glob("*.toml")), *_borrowed(folder, borrowed)]
    entries = [e for path in files if path.is_file() for e in _entries(path, city)]
    folders = [folder / CALENDAR, *(path for path in files if path.is_dir())]
    calendars = [_calendar(path) for each in folders for path in sorted(each.glob("*.toml"))]
    told = Profile(
        city=city,
        units=tuple(units),
        posts=tuple(posts),
        entries=tuple(entries),
        calendars=tuple(calendars),
    )
    return in_order(told)


def _borrowed(folder: Path, names: list[str]) -> list[Path]:
    """Files of another city's folder that hold here too: the roles, the country's calendar."""
    paths = [folder / name for name in names]
    if missing := [name for name, path in zip(names, paths, strict=True) if not path.exists()]:
        raise ProfileWrong(where=CITY, reason=f"没有 {'、'.join(missing)}")
    return paths


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise ProfileWrong(where=path.name, reason=f"不是有效的 TOML（{wrong}）") from None


def rows(path: Path, *keys: str) -> dict[str, list[dict[str, Any]]]:
    """The lists of rows that a file holds under these keys, and nothing else."""
    told = _toml(path) if path.is_file() else {}
    if unknown := sorted(set(told) - set(keys)):
        raise ProfileWrong(where=path.name, reason=f"不认识 {'、'.join(unknown)}")
    return {key: told.get(key, []) for key in keys}


def row(kind: type[M], told: Mapping[str, Any], where: str) -> M:
    try:
        return kind.model_validate(told)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        at = ".".join(str(part) for part in first["loc"])
        raise ProfileWrong(where=where, reason=f"{at}：{first['msg']}") from None


def _unit(told: dict[str, Any], city: City) -> UnitRow:
    base = {"short_name": told.get("name"), "valid_from": city.valid_from}
    terms = [{"valid_from": city.valid_from, **term} for term in told.get("member_of", [])]
    return row(UnitRow, {**base, **told, "member_of": terms}, f"{UNITS} {told.get('code', '')}")


def _divisions(
    folder: Path, how: Mapping[str, Any], units: Iterable[UnitRow], city: City
) -> Iterator[UnitRow]:
    """Towns from the list of division codes, each under the county of its code, save those a zone governs."""
    counties = {u.division_code: u.code for u in units if u.division_code}
    governed: Mapping[str, str] = how.get("governed_by", {})
    short: Mapping[str, str] = how.get("short_names", {})
    with (folder / how["file"]).open(encoding="utf-8", newline="") as text:
        for code, name, county, *_ in csv.reader(text):
            parent = governed.get(code) or counties.get(county)
            if parent is None:
                raise ProfileWrong(where=f"{how['file']} {code}", reason=f"没有代码为“{county}”的县区")
            yield UnitRow(
                code=code,
                kind=UnitKind.TOWN,
                name=name,
                short_name=short.get(code, name),
                parent=parent,
                division_code=code,
                valid_from=city.valid_from,
            )


def _post(told: dict[str, Any], city: City) -> PostRow:
    where = f"{POSTS} {told.get('code', '')}"
    holders = [
        {
            "valid_from": city.valid_from,
            **h,
            "person": person_id(city.code, str(h.get("person") or h.get("name"))),
        }
        for h in told.get("holders", [])
    ]
    return row(PostRow, {"valid_from": city.valid_from, **told, "holders": holders}, where)


def _entries(path: Path, city: City) -> Iterator[EntryRow]:
    """Entries of any file that has them; what the file says at its top holds for each that does not say it."""
    if path.name in {CITY, UNITS, POSTS} or path.name in NOT_MOVED:
        return
    told = _toml(path)
    listed = told.pop("entry", None)
    if listed is None or set(told) - {"kind", "source", "valid_from"}:
        raise ProfileWrong(where=path.name, reason="目录文件只写 kind、source、valid_from 与 [[entry]]")
    for each in listed:
        where = f"{path.name} {each.get('code', '')}"
        entry = row(EntryRow, {"valid_from": city.valid_from, "body": {}, **told, **each}, where)
        try:
            yield entry.model_copy(update={"body": normal(entry.kind, entry.body)})
        except Refusal as wrong:
            raise ProfileWrong(where=where, reason=str(wrong)) from None


def _calendar(path: Path) -> YearNotice:
    notice = row(YearNotice, _toml(path), f"{CALENDAR}/{path.name}")
    try:
        days_of(notice)
    except Refusal as wrong:
        raise ProfileWrong(where=f"{CALENDAR}/{path.name}", reason=str(wrong)) from None
    return notice


# Writing ----------------------------------------------------------------------------------------------


def write_profile(profile: Profile, folder: Path) -> list[Path]:
    """Writes the city as files that read back as the same profile. Refuses a folder that holds something else."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProfileWrong(where=str(folder), reason="目标文件夹不是空的，请另选一个")
    city = profile.city
    written = {CITY: _table(city.model_dump())}
    written[UNITS] = _list("unit", (_told_unit(u, city) for u in profile.units))
    written[POSTS] = _list("post", (_told_post(p, city) for p in profile.posts))
    for kind in sorted({e.kind for e in profile.entries}):
        written[f"{kind}.toml"] = _told_entries(kind, [e for e in profile.entries if e.kind == kind], city)
    for notice in profile.calendars:
        told = notice.model_dump(mode="python")
        holidays = [{k: v for k, v in h.items() if v not in (None, ())} for h in told.pop("holidays")]
        written[f"{CALENDAR}/{notice.year}.toml"] = _table(told) + _list("holidays", holidays)
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [folder / name for name in written]


def _told_unit(unit: UnitRow, city: City) -> dict[str, Any]:
    told = _brief(unit, city)
    if told.get("short_name") == unit.name:
        del told["short_name"]
    if unit.member_of:
        told["member_of"] = [_brief(term, city) for term in unit.member_of]
    return told


def _told_post(post: PostRow, city: City) -> dict[str, Any]:
    told = _brief(post, city)
    if post.holders:
        told["holders"] = [_brief(h, city) for h in post.holders]
    return told


def _brief(said: BaseModel, city: City) -> dict[str, Any]:
    """What the row says beyond its defaults and the city's first day."""
    told = said.model_dump(exclude_defaults=True)
    if told.get("valid_from") == city.valid_from:
        del told["valid_from"]
    return told


def _told_entries(kind: str, entries: list[EntryRow], city: City) -> str:
    sources = {e.source for e in entries}
    common = {"kind": kind} | ({"source": sources.pop()} if len(sources) == 1 else {})
    text = [_table(common)]
    for entry in entries:
        told = {k: v for k, v in _brief(entry, city).items() if k not in {"body", *common}}
        text.append(f"\n[[entry]]\n{_table(told)}")
        if entry.body:
            text.append(f"[entry.body]\n{_table(entry.body)}")
    return "".join(text)


def _table(told: Mapping[str, Any]) -> str:
    return "".join(f"{_key(k)} = {_lines(v)}\n" for k, v in told.items() if v is not None)


def _list(key: str, told: Iterable[Mapping[str, Any]]) -> str:
    listed = [dict(each) for each in told]
    return f"{key} = {_lines(listed)}\n"


def _lines(value: Any) -> str:
    """A list of tables takes a line for each, so that a review sees which one changed."""
    if isinstance(value, (list, tuple)) and value and all(isinstance(v, Mapping) for v in value):
        return "[\n" + "".join(f"  {_inline(v)},\n" for v in value) + "]"
    return _inline(value)


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(k)} = {_inline(v)}" for k, v in value.items() if v is not None)
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_inline(v) for v in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    told = json.dumps(str(getattr(value, "value", value)), ensure_ascii=False)
    return told.replace("\x7f", "\\u007f")  # the one control character that JSON leaves as it is


def _key(name: str) -> str:
    return name if name.replace("_", "").replace("-", "").isalnum() and name.isascii() else json.dumps(name)
