"""What two profiles say differently, row by row, in words. No I/O."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from bole.catalogue.profile.told import Profile
from bole.catalogue.rules import difference

Key = tuple[str, ...]
Section = Literal["city", "unit", "name", "membership", "post", "holder", "entry", "calendar"]

WORDS: dict[str, str] = {
    "city": "方案",
    "unit": "单位",
    "name": "曾用名",
    "membership": "成员",
    "post": "岗位",
    "holder": "任职",
    "entry": "目录",
    "calendar": "日历",
    "kind": "类别",
    "parent": "上级",
    "supervisor": "主管部门",
    "successor": "承接单位",
    "short_name": "简称",
    "division_code": "区划代码",
    "key_employer": "重点用人部门",
    "valid_from": "起始日",
    "valid_until": "截止日",
    "unit_of_post": "单位",
    "leader_level": "领导层级",
    "commissioner": "人才工作专员",
    "shared": "可多人同任",
    "roles": "角色",
    "sees": "可见单位",
    "person_name": "姓名",
    "document": "任免文件",
    "source": "依据",
    "body": "内容",
    "status": "状态",
    "holidays": "放假安排",
    "system": "系统名称",
    "label": "数据标识",
    "note": "说明",
}


@dataclass(frozen=True)
class Change:
    """One row that is only on one side (`field` None), or one field that the sides say differently."""

    section: Section
    key: Key
    field: str | None
    before: Any
    after: Any

    @property
    def added(self) -> bool:
        return self.field is None and self.before is None

    @property
    def gone(self) -> bool:
        return self.field is None and self.after is None

    @property
    def words(self) -> str:
        """One line a person can check: `~ 岗位 p-017：名称 副市长 → 常务副市长`."""
        what = f"{WORDS[self.section]} {' '.join(self.key)}".rstrip()
        if self.added:
            return f"+ {what}{_named(self.after)}"
        if self.gone:
            return f"- {what}{_named(self.before)}"
        field = "名称" if self.field == "name" else WORDS.get(self.field or "", self.field)
        if self.field == "body":
            told = "；".join(f"{d.path} {_said(d.before)} → {_said(d.after)}" for d in self.leaves)
            return f"~ {what}：{told}"
        return f"~ {what}：{field} {_said(self.before)} → {_said(self.after)}"

    @property
    def leaves(self) -> list[Any]:
        return difference(self.before, self.after)


def changes(before: Profile, after: Profile) -> list[Change]:
    """How to get from one to the other, in an order in which it can be done."""
    old, new = dict(rows(before)), dict(rows(after))
    found = []
    for (section, key), row in new.items():
        was = old.get((section, key))
        if was is None:
            found.append(Change(section, key, None, None, row))
        else:
            found += [Change(section, key, f, was[f], row[f]) for f in row if was[f] != row[f]]
    found += [Change(s, k, None, row, None) for (s, k), row in old.items() if (s, k) not in new]
    order = list(WORDS)
    return sorted(found, key=lambda c: (order.index(c.section), c.gone))


def rows(profile: Profile) -> Iterator[tuple[tuple[Section, Key], dict[str, Any]]]:
    """Every row of a profile with what identifies it."""
    yield ("city", ()), profile.city.model_dump()
    for unit in profile.units:
        yield ("unit", (unit.code,)), unit.model_dump(exclude={"code", "former", "member_of"})
        for was in unit.former:
            yield ("name", (unit.code, was.valid_from.isoformat())), was.model_dump(exclude={"valid_from"})
        for m in unit.member_of:
            yield (
                ("membership", (unit.code, m.group, m.valid_from.isoformat())),
                {"valid_until": m.valid_until},
            )
    for post in profile.posts:
        told = post.model_dump(exclude={"code", "unit", "holders"})
        yield ("post", (post.code,)), {"unit_of_post": post.unit, **told}
        for holder in post.holders:
            term: Key = (post.code, str(holder.person), holder.valid_from.isoformat())
            told = holder.model_dump(include={"valid_until", "document"})
            yield ("holder", term), {"person_name": holder.name, **told}
    for entry in profile.entries:
        key = (entry.kind, entry.code, entry.valid_from.isoformat())
        yield ("entry", key), entry.model_dump(exclude={"kind", "code", "valid_from"})
    for calendar in profile.calendars:
        told = calendar.model_dump(exclude={"year"})
        yield ("calendar", (str(calendar.year),)), told


def _named(row: dict[str, Any]) -> str:
    name = row.get("name") or row.get("person_name") or ""
    return f"（{name}）" if name else ""


def _said(value: Any) -> str:
    if value is None or value in ((), []):
        return "（空）"
    if value is True or value is False:
        return "是" if value else "否"
    if isinstance(value, (list, tuple)):
        return "、".join(_said(v) for v in value)
    if isinstance(value, dict):
        return "{" + "，".join(f"{k}={_said(v)}" for k, v in value.items() if v not in (None, (), [])) + "}"
    return str(getattr(value, "label", None) or value)
