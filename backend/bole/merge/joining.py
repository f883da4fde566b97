"""Joins two records: one goes on, the other is closed, and everything that hangs on it goes where its rule says."""

from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlmodel import col, select

from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.merge import images
from bole.merge.parts import Part, Way, in_order
from bole.merge.rules import CHOICES, Side, UnknownChoice
from bole.roster.career import of, show_career
from bole.roster.editing import find_by_all_names, put
from bole.roster.models import Talent, TalentName
from bole.roster.names import name_columns, prepare_name
from bole.roster.rules import TALENT_FLOW, Gender, NameKind, SecretField, TalentStatus
from bole.roster.sealed import PLACES

PLAIN: Final = ("gender", "birth_date", "nationality", "talent_type", "specialty", "residence")


@asynccontextmanager
async def as_platform(ctx: Context) -> AsyncIterator[Any]:
    """The officer was allowed this merge; what it moves lies in tables that no officer may write (consents, reads,
    accounts). So the platform moves it, within the officer's own transaction; the answer is the officer's again."""
    connection = await ctx.connection()
    await connection.execute(f"set local role {ActorKind.SYSTEM.database_role}")
    yield connection
    await ctx.db.flush()
    await connection.execute(f"set local role {ctx.actor.kind.database_role}")


@dataclass
class Joining:
    """One merge in hand; what the rules of the slices are given. Both talents are locked."""

    ctx: Context
    connection: Any
    merge_id: UUID
    survivor: Talent
    absorbed: Talent
    choices: Mapping[str, Side]
    rows: images.Rows
    """Everything of both as it was."""
    staying: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    """Rows that do not go along, though their table does."""
    summary: list[str] = field(default_factory=list)
    came: set[str] = field(default_factory=set)
    """Fields of the survivor whose rows came from the absorbed record, as their provenance calls them."""

    def of(self, table: str, talent: Talent) -> list[dict[str, Any]]:
        return [r for r in self.rows[table].values() if r["talent_id"] == str(talent.id)]

    def chosen(self, field_: str) -> Side:
        return self.choices.get(field_, Side.SURVIVOR)

    def said(self, name: str | None = None) -> dict[str, Any]:
        """What the provenance of a field says that this merge wrote: who, when, and where it came from before."""
        told = {"source": "merge", "by": self.ctx.actor.name, "at": self.ctx.now.isoformat()}
        known = self.absorbed.sources
        was = (known.get(name) or known.get("*")) if name else None
        return {**told, "merge": str(self.merge_id), **({"was": was.get("was", was)} if was else {})}

    @property
    def reason(self) -> str:
        """What a row says that ends because of the merge."""
        return f"与“{self.survivor.name}”的记录合并"


def read_choices(given: Mapping[str, Side], survivor: Talent, absorbed: Talent) -> dict[str, Side]:
    """The choice of each field: as the officer said; else the survivor's, unless it has nothing to say."""
    if unknown := set(given) - set(CHOICES):
        raise UnknownChoice(item=sorted(unknown)[0], choices="、".join(CHOICES), field="choices")
    made = {}
    for name in CHOICES:
        empty = _empty(survivor, name) and not _empty(absorbed, name)
        made[name] = given.get(name, Side.ABSORBED if empty else Side.SURVIVOR)
    return made


def _empty(talent: Talent, name: str) -> bool:
    return _shown(talent, name) in (None, "", Gender.UNKNOWN)


def _shown(talent: Talent, name: str) -> Any:
    column = {"phone": "phone_masked", "email": "email_masked", "employer": "employer_name"}.get(name, name)
    return getattr(talent, column)


async def join(joining: Joining) -> images.Rows:
    """Everything but the record of the merge itself; the rows as they are afterwards."""
    ctx, survivor, absorbed = joining.ctx, joining.survivor, joining.absorbed
    admitted = absorbed.status in (TalentStatus.ACTIVE, TalentStatus.STALE)
    for part in in_order():
        if part.settle is not None:
            await part.settle(joining)
        if part.way is Way.GOES:
            await ctx.db.flush()
            await _go(joining, part)
    await ctx.db.flush()
    for part in in_order():
        if part.then is not None:
            await part.then(joining)
    await _describe(joining)
    await _close(joining)
    if survivor.status is TalentStatus.CANDIDATE and admitted:
        survivor.status = TALENT_FLOW.after(survivor.status, "admit")
        joining.came.add("status")
    survivor.sources = {**survivor.sources, **{name: joining.said(name) for name in joining.came}}
    for talent in (survivor, absorbed):
        await show_career(ctx, talent)
        talent.changed_at = ctx.now
    await find_by_all_names(ctx, survivor)
    await ctx.db.flush()
    return await images.taken(joining.connection, [survivor.id, absorbed.id])


TOLD_AS: Final = {
    "talent_name": "names", "identity_document": "documents", "employment": "employments", "education": "educations",
    "title": "titles", "honour": "honours", "family_member": "family",
}  # fmt: skip
"""What a record's provenance calls the rows of a table (roster/career_service.py: touch)."""

GO: Final = "update {0} set talent_id = $1{1} where talent_id = $2 and id <> all($3::uuid[])"


async def _go(joining: Joining, part: Part) -> None:
    """The table's rows of the absorbed record, but those that its rule keeps back."""
    survivor, absorbed = joining.survivor, joining.absorbed
    going = [r for r in joining.of(part.table, absorbed) if UUID(r["id"]) not in joining.staying[part.table]]
    if part.kept and not going:
        return
    sql = GO.format(part.table, ", unit_path = $4" if part.placed else "")
    given: list[Any] = [survivor.id, absorbed.id, list(joining.staying[part.table])]
    await joining.connection.execute(sql, *given, *([survivor.unit_path] if part.placed else []))
    if going:
        if name := TOLD_AS.get(part.table):
            joining.came.add(name)
        joining.summary.append(f"{part.word} {len(going)} 项：{part.rule}")


async def _describe(joining: Joining) -> None:
    """The fields, as they were chosen; sealed ones are sealed anew, for a seal is bound to its row."""
    ctx, survivor, absorbed = joining.ctx, joining.survivor, joining.absorbed
    taken = {name for name in CHOICES if joining.chosen(name) is Side.ABSORBED}
    changed = {name for name in taken if _shown(survivor, name) != _shown(absorbed, name)}
    joining.came |= {"employments" if name == "employer" else name for name in changed}
    put(survivor, **{name: getattr(absorbed, name) for name in PLAIN if name in taken})
    if "level" in taken:
        put(survivor, level=absorbed.level, level_since=absorbed.level_since)
    for name, field_ in (("phone", SecretField.PHONE), ("email", SecretField.EMAIL)):
        if name in taken:
            _take_sealed(joining, name, field_)
    put(
        survivor,
        labels=sorted({*survivor.labels, *absorbed.labels}),
        last_contact_on=max(filter(None, (survivor.last_contact_on, absorbed.last_contact_on)), default=None),
        next_contact_due=min(
            filter(None, (survivor.next_contact_due, absorbed.next_contact_due)), default=None
        ),
    )
    chosen, other = (absorbed, survivor) if "name" in taken else (survivor, absorbed)
    left_out = other.name
    if chosen.name != survivor.name:
        put(survivor, **name_columns(prepare_name(chosen.name)))
    await _keep_name(joining, left_out)
    await ctx.db.flush()


def _take_sealed(joining: Joining, name: str, field_: SecretField) -> None:
    vault, survivor, absorbed = joining.ctx.vault, joining.survivor, joining.absorbed
    sealed = getattr(absorbed, f"{name}_sealed")
    text = vault.open(*PLACES[field_], absorbed.id, sealed) if sealed is not None else None
    made = {
        f"{name}_sealed": vault.seal(*PLACES[field_], survivor.id, text) if text is not None else None,
        f"{name}_masked": getattr(absorbed, f"{name}_masked"),
    }
    if name == "phone":
        made["phone_blind"] = absorbed.phone_blind
    put(survivor, **made)


async def _keep_name(joining: Joining, name: str) -> None:
    """The name that was not chosen still finds the person."""
    survivor = joining.survivor
    if name == survivor.name:
        return
    here = select(TalentName.id).where(col(TalentName.talent_id) == survivor.id, col(TalentName.name) == name)
    if (await joining.ctx.db.exec(here)).first() is None:
        joining.ctx.db.add(TalentName(**of(survivor), kind=NameKind.ALIAS, name=name))
        joining.came.add("names")
        joining.summary.append(f"另一条的姓名“{name}”记为别名，仍可检索到")


async def _close(joining: Joining) -> None:
    absorbed = joining.absorbed
    absorbed.status = TALENT_FLOW.after(absorbed.status, "close")
    absorbed.closed_reason = joining.reason
    absorbed.sources = {**absorbed.sources, "status": {**joining.said(), "why": joining.reason}}
