"""What every change to a person shares: hold the record, say who changed it meanwhile, note where data came from."""

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

import orjson
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.core.actor import ActorKind
from bole.core.context import MASK, Context, plain
from bole.core.errors import NotFound, Stale
from bole.core.operation import OPERATIONS
from bole.core.permissions import Permission
from bole.org import rules as org
from bole.org.models import Unit
from bole.roster import rules
from bole.roster.events import TalentChanged
from bole.roster.models import Talent, TalentName
from bole.roster.names import name_columns, prepare_name
from bole.roster.proposal_rules import NotTheKeeper

UNTOLD: Final = {
    *("id", "version", "created_at", "changed_at", "unit_path", "sources", "employer_unit_id"),
    *("name_key", "pinyin", "initials", "search_tokens", "phone_sealed", "phone_blind", "email_sealed"),
    *("last_contact_on", "next_contact_due"),
}
"""Columns that follow from others, or that nobody edits: a change of them is no change to tell."""

LOOKED_AT: Final = 50
"""Audit entries read back at most to tell what was changed."""

TRAIL: Final = """
select at, actor_name, operations, changes from audit where rows @> array[$1::text] order by at desc limit $2"""


async def hold(
    ctx: Context, talent_id: UUID, version: int | None = None, *, touching: Iterable[str] = ()
) -> Talent:
    """The record, locked, if it is still as the officer saw it and open to change. `touching`: the fields they
    are about to change, whose values of today a refusal tells beside what others changed."""
    try:
        talent = await ctx.lock(Talent, talent_id)
    except NotFound:
        if (seen := await ctx.find(Talent, talent_id)) is None:
            raise
        # seen, but not theirs to change: an employer's, of a record that another unit keeps
        raise NotTheKeeper(unit=await _unit_name(ctx, str(seen.unit_id))) from None
    if version is not None and talent.version != version:
        raise await stale(ctx, talent, version, touching)
    return talent


async def stale(ctx: Context, talent: Talent, seen: int, touching: Iterable[str] = ()) -> Stale:
    """The refusal that tells what others changed since the version seen: field, old, new, by whom, when; who
    was the last and when; and what stands now in the fields that this change touches."""
    key = f"talent/{talent.id}"
    told: list[dict[str, Any]] = []
    for entry in await _trail(ctx, key):
        diff = entry["changes"].get(key, {})
        if diff.get("version", (None, 0))[1] <= seen:
            continue  # seen already; or a contact was recorded: it shows on the record, but is no edit of it
        fields = [field for field in diff if field not in UNTOLD]
        told += [_told(entry, field, *diff[field]) for field in fields]
        if not fields:
            told.append(_told(entry, entry["operations"][0] if entry["operations"] else "", None, None))
    for line in told:
        if line["field"] == "unit_id":
            line["before"], line["after"] = [await _unit_name(ctx, line[k]) for k in ("before", "after")]
    by = "、".join(dict.fromkeys(line["by"] for line in told)) or "他人"
    last = told[0] if told else {"by": None, "at": talent.changed_at and talent.changed_at.isoformat()}
    return Stale(
        by=by,
        version=talent.version,
        changes=told,
        changed_by=last["by"],
        changed_at=last["at"],
        current=_current(ctx, talent, touching),
        field="version",
    )


async def _trail(ctx: Context, key: str) -> list[dict[str, Any]]:
    """The newest audit entries of a record that the officer holds. The trail is closed to them: only what it
    says of this record is read, by the platform, from this record's own entries."""
    pool = ctx.services.database.pool(ActorKind.SYSTEM.database_role)
    async with pool.acquire() as connection:
        rows = await connection.fetch(TRAIL, key, LOOKED_AT)
    return [{**row, "changes": orjson.loads(row["changes"])} for row in rows]


async def last_hand(ctx: Context, table: str, id: UUID) -> str:
    """Who changed a row last, for the refusal of one who had not seen it."""
    entries = await _trail(ctx, f"{table}/{id}")
    return str(entries[0]["actor_name"]) if entries else "他人"


def _current(ctx: Context, talent: Talent, fields: Iterable[str]) -> dict[str, Any]:
    """What the officer may see of these fields today; sealed ones by their mask."""
    made = {}
    for field in sorted(fields):
        name = f"{field}_masked" if field in ("phone", "email") else field
        column = Talent.__table__.c.get(name)  # type: ignore[attr-defined]
        if column is None:
            continue
        hidden = column.info.get("sensitive") and not ctx.actor.may(Permission.ROSTER_SENSITIVE)
        made[field] = MASK if hidden else plain(getattr(talent, name))
    return made


def _told(entry: dict[str, Any], field: str, before: Any, after: Any) -> dict[str, Any]:
    known = Talent.model_fields.get(field)
    operation = OPERATIONS.get(field)
    label = known.description if known else operation.summary.rstrip("。") if operation else field
    return {
        "field": field,
        "label": label,
        "before": before,
        "after": after,
        "by": entry["actor_name"],
        "at": entry["at"].isoformat(),
    }


async def _unit_name(ctx: Context, unit_id: str | None) -> str | None:
    unit = await ctx.find(Unit, UUID(unit_id)) if unit_id else None
    return unit.name if unit else unit_id


def touch(ctx: Context, talent: Talent, *fields: str) -> None:
    """The record was changed, by an officer, in these fields: their source, and its place among recent ones."""
    talent.changed_at = ctx.now
    talent.sources = {**talent.sources, **sources(ctx, fields)}
    ctx.emit(TalentChanged(talent.id, fields))


def sources(ctx: Context, fields: Iterable[str]) -> dict[str, Any]:
    """Of each field where it came from: an officer's entry."""
    source = {"source": "staff", "by": ctx.actor.name, "at": ctx.now.isoformat()}
    return {field: source for field in fields}  # noqa: C420  one source for all: it is only written down


async def open_unit(ctx: Context, unit_id: UUID) -> Unit:
    """The unit, if it exists today."""
    unit = await ctx.get(Unit, unit_id)
    if not org.holds_on(unit.valid_from, unit.valid_until, ctx.today):
        raise org.UnitClosed(unit=unit.name, until=str(unit.valid_until), field="unitId")
    return unit


async def find_by_all_names(ctx: Context, talent: Talent) -> None:
    """After a name was added or taken away: the tokens are those of all names."""
    await ctx.db.flush()
    others = select(col(TalentName.name)).where(col(TalentName.talent_id) == talent.id)
    put(talent, **name_columns(prepare_name(talent.name), await ctx.db.exec(others)))


async def check_catalogue(ctx: Context, level: str | None, talent_type: str | None) -> None:
    """Refuses a level or a type that the catalogue does not have today."""
    if level is not None:
        rules.check_level(level, {e.code: e.name for e in await lookup.entries(ctx, "level")})
    if talent_type is not None:
        rules.check_type(talent_type, {e.code: e.name for e in await lookup.entries(ctx, "talent_type")})


def put(talent: Talent, **values: Any) -> list[str]:
    """Sets what differs; says which."""
    changed = [name for name, value in values.items() if getattr(talent, name) != value]
    for name in changed:
        setattr(talent, name, values[name])
    return changed


def editable(talent: Talent) -> Talent:
    rules.check_editable(talent.status)
    return talent
