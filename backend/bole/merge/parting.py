"""Undoes a merge: both records stand again with what was theirs. What came later is listed, and stays or goes as the
officer says; where a later fact took the place of an earlier one, the later one stands."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa

from bole.core.context import Context
from bole.merge import images
from bole.merge.models import TalentMerge
from bole.merge.parts import Part, Way, in_order, kept
from bole.merge.rules import FactCannotGo, changed_since, restored
from bole.roster.career import show_career
from bole.roster.editing import find_by_all_names
from bole.roster.models import Talent

UNTOLD: Final = frozenset({"last_contact_on", "next_contact_due", "search_tokens", "sources"})
"""Of a talent: what follows from rows that are told themselves."""


@dataclass(frozen=True)
class LaterFact:
    """Something that came, or changed, after the merge."""

    row_id: UUID
    table: str
    word: str
    told: str
    day: date
    changed: bool
    """A row that was there at the merge, changed since; else a new one."""
    may_go: bool


@dataclass
class Parting:
    """One merge being undone; both talents are locked."""

    ctx: Context
    connection: Any
    merge: TalentMerge
    survivor: Talent
    absorbed: Talent
    stood: images.Images
    now: images.Rows
    going: set[UUID] = field(default_factory=set)

    def new_rows(self, table: str) -> dict[UUID, dict[str, Any]]:
        return {i: r for i, r in self.now[table].items() if i not in self.stood.known[table]}


def later_facts(parting: Parting) -> list[LaterFact]:
    """Newest first."""
    found = []
    for part in (images.TALENT, *kept()):
        for id_, row in parting.new_rows(part.table).items():
            if row["talent_id"] == str(parting.survivor.id):
                found.append(_told(part, id_, row, changed=False))
        for id_, after in parting.stood.after[part.table].items():
            row = parting.now[part.table].get(id_, {})
            but = {*images.ignored(part), *(UNTOLD if part is images.TALENT else ())}
            if row and changed_since(after, row, but=but):
                found.append(_told(part, id_, row, changed=True))
    return sorted(found, key=lambda f: (f.day, f.table), reverse=True)


def _told(part: Part, id_: UUID, row: Mapping[str, Any], *, changed: bool) -> LaterFact:
    stamp = row.get("changed_at") if changed else row.get("created_at")
    day = date.fromisoformat(str(stamp or row["created_at"])[:10])
    words = part.told(row) if part is not images.TALENT else "资料有更改"
    words += part.later if changed else ""
    return LaterFact(
        id_,
        part.table,
        part.word,
        words[:200],
        day,
        changed,
        part.choosable and not changed and part.way is Way.GOES,
    )


async def part_again(parting: Parting) -> None:
    """Puts everything back."""
    ctx = parting.ctx
    _check_going(parting)
    await _put_talents(parting)
    for part in in_order():
        if part.kept:
            await _put_back(parting, part)
        if part.undo is not None:
            await part.undo(parting)
            await ctx.db.flush()
    facts = {p.table for p in kept() if parting.new_rows(p.table)}
    for talent in (parting.survivor, parting.absorbed):
        if facts & {"employment", "education", "title"}:
            await show_career(ctx, talent)
        if "talent_name" in facts or parting.survivor.name != parting.stood.before["talent"].get(
            parting.survivor.id, {}
        ).get("name", parting.survivor.name):
            await find_by_all_names(ctx, talent)
        talent.changed_at = ctx.now
    await ctx.db.flush()


def _check_going(parting: Parting) -> None:
    known = {f.row_id: f for f in later_facts(parting)} if parting.going else {}
    for id_ in parting.going:
        fact = known.get(id_)
        if fact is None:
            raise FactCannotGo(fact=str(id_), why="它不是合并之后新增的事项", field="going")
        if not fact.may_go:
            why = "它随所属的卡或事项一起" if not fact.changed else "它在合并时已有，随原来的记录"
            raise FactCannotGo(fact=f"{fact.word} {fact.told}", why=why, field="going")


async def _put_talents(parting: Parting) -> None:
    """By the mapper, so that the trail tells of it: what the merge changed and nobody since."""
    for talent in (parting.survivor, parting.absorbed):
        before, after = (
            side["talent"].get(talent.id) for side in (parting.stood.before, parting.stood.after)
        )
        if before is None or after is None:
            continue
        now = parting.now["talent"][talent.id]
        back = restored(before, after, now, but=images.ignored(images.TALENT))
        back["sources"] = _sources(before["sources"], after["sources"], now["sources"])
        for name, value in (await _typed(parting, back)).items():
            setattr(talent, name, value)
    await parting.ctx.db.flush()


def _sources(before: Mapping[str, Any], after: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """Field by field: where the merge wrote and nobody since, the source is again what it was."""
    made = dict(now)
    for name in {*before, *after}:
        if now.get(name) == after.get(name):
            if name in before:
                made[name] = before[name]
            else:
                made.pop(name, None)
    return made


async def _typed(parting: Parting, values: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of a talent from their JSON, as the mapper has them."""
    if not values:
        return {}
    table = Talent.__table__  # type: ignore[attr-defined]
    columns = [table.c[name] for name in values]
    names = ", ".join(f'"{c.name}"' for c in columns)
    sql = f"select {names} from jsonb_populate_record(null::talent, cast(:body as text)::jsonb)"  # noqa: S608
    row = (
        await parting.ctx.db.execute(
            sa.text(sql).columns(*columns), {"body": orjson.dumps(dict(values)).decode()}
        )
    ).one()
    return dict(zip(values, row, strict=True))


async def _put_back(parting: Parting, part: Part) -> None:
    """The rows of one table, each column that the merge changed and nobody since; and those that are to go."""
    table, now = part.table, parting.now[part.table]
    sets: dict[UUID, dict[str, Any]] = {}
    for id_, before in parting.stood.before[table].items():
        if id_ in now:
            after = parting.stood.after[table].get(id_, {})
            moved_on = any(now[id_].get(c) != after.get(c) for c in part.together)
            but = images.ignored(part) | (part.together if moved_on else set())
            sets[id_] = restored(before, after, now[id_], but=but)
            if part.placed and "talent_id" in sets[id_]:
                owner = (
                    parting.absorbed if before["talent_id"] == str(parting.absorbed.id) else parting.survivor
                )
                sets[id_]["unit_path"] = owner.unit_path
    place = {"unit_path": parting.absorbed.unit_path} if part.placed else {}
    sets |= {i: {"talent_id": str(parting.absorbed.id), **place} for i in parting.going if i in now}
    sets = {i: s for i, s in sets.items() if s}
    if not sets and not parting.stood.made(table):
        return
    if part.single is not None and part.lose is not None:
        _yield_to_later(parting, part, sets)
    for column, sql in part.loosen.items():
        for id_, values in sets.items():
            values.setdefault(column, now[id_][column])
        let_go = f"update {table} set {column} = {sql} where id = any($1::uuid[])"  # noqa: S608
        await parting.connection.execute(let_go, list(sets))
    made = [
        i
        for i in parting.stood.made(table)
        if part.way is Way.GOES and now.get(i) == parting.stood.after[table][i]
    ]
    if made:  # and nobody made anything of it since
        await parting.connection.execute(f"delete from {table} where id = any($1::uuid[])", made)  # noqa: S608
    await images.put(parting.connection, table, sets)


def _yield_to_later(parting: Parting, part: Part, sets: dict[UUID, dict[str, Any]]) -> None:
    """Where one may be so at a time and a later fact is, the row that is put back gives way."""
    assert part.single is not None and part.lose is not None
    rows = {i: {**r, **sets.get(i, {})} for i, r in parting.now[part.table].items()}
    standing: dict[Any, list[UUID]] = defaultdict(list)
    for id_, row in rows.items():
        if (key := part.single(row)) is not None:
            standing[row["talent_id"], key].append(id_)
    for ids in standing.values():
        winners = [i for i in ids if i not in sets or i in parting.going]
        if len(ids) > 1 and winners:
            for id_ in ids:
                if id_ != winners[0] and id_ in sets:
                    sets[id_] |= part.lose(rows[id_], rows[winners[0]])
