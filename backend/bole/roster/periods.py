"""What a person was on any day: unit, status, level, type and work by half-open periods, kept by the database.

A fact counts from the day on which it holds, not from the day it was typed: a level from its `since`, a departure
from `left_on`, a main post from its first day, everything else from the day of the change. So a correction into the
past rewrites the periods; what was *known* on a past day is what frozen snapshots keep (decision 0007).
"""

from datetime import date
from typing import Any, Final, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import BigInteger, CheckConstraint, Index, PrimaryKeyConstraint, Text, column, literal_column
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel

from bole.core.actor import ActorKind
from bole.core.ddl import EXTRA
from bole.core.operation import ASK
from bole.core.table import IN_RANGE, SELF, choice
from bole.roster.grams import MY_TALENTS
from bole.roster.rules import TalentStatus

A = TypeVar("A")


class TalentPeriod(SQLModel, table=True):
    """From `valid_from` to the day before `valid_until` the person was this. One row of them for each day.

    Written by the triggers below alone, whichever way a fact arrives: no role may write here. `unit_path` is the
    place in today's tree of the unit *of that time*, and it decides who sees the row; what is personal is read
    from the talent, whose own row policy holds too."""

    __tablename__ = "talent_period"
    __table_args__ = (
        PrimaryKeyConstraint("talent_id", "valid_from"),
        Index(
            "talent_period_directory_idx", "unit_path", "name_key", "talent_id", "valid_from", "valid_until"
        ),
        Index(
            "talent_period_level_idx",
            *("level", "unit_path", "name_key", "talent_id", "valid_from", "valid_until"),
        ),
        CheckConstraint("valid_from < valid_until", name="in_order"),
        ExcludeConstraint(
            (column("talent_id"), "="),
            (literal_column("daterange(valid_from, valid_until)"), "&&"),
            name="talent_period_one_a_day",
            using="gist",
        ),
    )

    talent_id: UUID = Field(description="人才")
    valid_from: date = Field(description="起始日（含）")
    valid_until: date = Field(description="截止日（不含；至今为 infinity）")
    unit_id: UUID = Field(description="当时的归口单位")
    unit_path: int = Field(
        sa_type=BigInteger,
        sa_column_kwargs={"autoincrement": False},
        description="当时归口单位的路径",
    )
    name_key: str = Field(sa_type=Text, description="排序用拼音")
    status: TalentStatus = Field(sa_type=choice(TalentStatus), description="当时的状态")
    level: str | None = Field(default=None, max_length=60, description="当时的人才层次")
    level_since: date | None = Field(default=None, description="该层次起始日")
    talent_type: str | None = Field(default=None, max_length=60, description="当时的人才类型")
    employer_name: str | None = Field(default=None, max_length=120, description="当时的用人单位")
    employer_unit_id: UUID | None = Field(default=None, description="当时的用人单位（本系统单位）")
    position: str | None = Field(default=None, max_length=120, description="当时的职务")


TEMPORAL: Final = (
    *("unit_id", "name_key", "status", "level", "level_since", "talent_type"),
    *("employer_name", "employer_unit_id", "position"),
)
"""Columns of a talent that a past day has of its own; the others are as today's record tells them."""


AS_OF: Final = "as_of"


def covers(period: Any, day: Any) -> Any:
    """SQL: the period holds on this day. Written with comparisons that are leakproof, as `@>` is not."""
    return sa.and_(period.valid_from <= day, period.valid_until > day)


def on_day(talent: type[A], day: Any) -> tuple[type[A], Any, Any]:
    """The talents as they were on a day: the entity to select, the path of their unit then, and its sort key."""
    now: Any = talent.__table__.c  # type: ignore[attr-defined]
    then: Any = TalentPeriod.__table__.c  # type: ignore[attr-defined]
    columns = [
        then.talent_id.label("id") if c.name == "id" else then[c.name] if c.name in TEMPORAL else c
        for c in now
    ]
    told = (
        sa.select(*columns, then.unit_path.label("path_then"), sa.cast(day, sa.Date).label(AS_OF))
        .join_from(TalentPeriod, talent, now.id == then.talent_id)
        .where(covers(then, day))
        .subquery("on_day")
    )
    return aliased(talent, told, adapt_on_names=True), told.c.path_then, told.c.name_key


def day_of(talent: Any) -> Any:
    """SQL: the day that these talents are told of: `on_day`'s, else today. For what other slices know by the day."""
    rows = sa.inspect(talent).selectable
    return rows.c[AS_OF] if isinstance(rows, sa.Subquery) else ASK.today


_ROWS = {
    ActorKind.STAFF: IN_RANGE,
    ActorKind.SYSTEM: "true",
    ActorKind.LEADER: f"talent_id = {MY_TALENTS}",
    ActorKind.TALENT: f"talent_id = {SELF}",
}
_DAY_OF: Final = "({} at time zone 'Asia/Shanghai')::date"

EXTRA.extend(
    [
        # Not forced: the functions that write are their owner's, and nobody else has the right to.
        "alter table talent_period enable row level security",
        *(
            f"create policy talent_period_{kind.value} on talent_period for select to {kind.database_role}"
            f" using ({rows})"
            for kind, rows in _ROWS.items()
        ),
        f"grant select on talent_period to {', '.join(kind.database_role for kind in _ROWS)}",
        # The one writer: from `since` to the day before `until` these columns were so.
        """
create function talent_period_put(who uuid, since date, until date, told jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  began date := (select min(valid_from) from talent_period where talent_id = who);
  p talent_period; previous talent_period;
begin
  if pg_trigger_depth() = 0 then
    raise exception 'talent_period follows the facts' using errcode = 'insufficient_privilege';
  end if;
  since := greatest(since, began);
  if began is null or since >= until or not exists (
    select from talent_period t
    where t.talent_id = who and t.valid_until > since and t.valid_from < until and not to_jsonb(t) @> told
  ) then
    return;
  end if;
  for p in select * from talent_period t
    where t.talent_id = who and t.valid_until > since and t.valid_from < until order by t.valid_from desc
  loop
    if p.valid_until > until then
      update talent_period set valid_until = until where talent_id = who and valid_from = p.valid_from;
      insert into talent_period select (jsonb_populate_record(p, jsonb_build_object('valid_from', until))).*;
      p.valid_until := until;
    end if;
    if p.valid_from < since then
      update talent_period set valid_until = since where talent_id = who and valid_from = p.valid_from;
      insert into talent_period
      select (jsonb_populate_record(p, told || jsonb_build_object('valid_from', since))).*;
    else
      update talent_period t
      set (unit_id, unit_path, name_key, status, level, level_since, talent_type, employer_name, employer_unit_id,
           position)
        = (select r.unit_id, r.unit_path, r.name_key, r.status, r.level, r.level_since, r.talent_type,
                  r.employer_name, r.employer_unit_id, r.position from jsonb_populate_record(t, told) r)
      where t.talent_id = who and t.valid_from = p.valid_from;
    end if;
  end loop;
  -- neighbours that say the same are one period
  for p in select * from talent_period where talent_id = who order by valid_from loop
    if to_jsonb(p) - 'valid_from' - 'valid_until' = to_jsonb(previous) - 'valid_from' - 'valid_until' then
      delete from talent_period where talent_id = who and valid_from = p.valid_from;
      update talent_period set valid_until = p.valid_until where talent_id = who and valid_from = previous.valid_from;
      p.valid_from := previous.valid_from;
    end if;
    previous := p;
  end loop;
end $$""",
        """
create function talent_status_on(who uuid, day date) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select status from talent_period where talent_id = who and valid_from <= day and valid_until > day
$$""",
        # New people: a period from the day they entered, in two where the level began later.
        """
create function talent_period_begin() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into talent_period (talent_id, valid_from, valid_until, unit_id, unit_path, name_key, status, level,
    level_since, talent_type, employer_name, employer_unit_id, position)
  select f.id, s.valid_from, s.valid_until, f.unit_id, f.unit_path, f.name_key, f.status,
    case when s.levelled then f.level end, case when s.levelled then f.level_since end, f.talent_type,
    f.employer_name, f.employer_unit_id, f.position
  from fresh f, lateral (
    select f.entered_on, coalesce(case when f.level_since > f.entered_on then f.level_since end, 'infinity'),
      coalesce(f.level_since <= f.entered_on, true)
    union all select f.level_since, 'infinity', true where f.level_since > f.entered_on
  ) s(valid_from, valid_until, levelled);
  return null;
end $$""",
        "create trigger talent_period_begun after insert on talent referencing new table as fresh"
        " for each statement execute function talent_period_begin()",
        # Levels are told whole by level_grant and by the record's present level, which comes last.
        """
create function talent_levels(who uuid) returns void language plpgsql as $$
declare now_at talent; g level_grant;
begin
  select * into now_at from talent where id = who;
  if now_at.id is null then return; end if;
  perform talent_period_put(who, '-infinity', coalesce(now_at.level_since, 'infinity'),
    '{"level": null, "level_since": null}');
  for g in select * from level_grant where talent_id = who and (valid_until is not null or now_at.level is not null)
    order by valid_from, valid_until nulls last
  loop
    perform talent_period_put(who, g.valid_from,
      least(coalesce(g.valid_until + 1, 'infinity'), coalesce(now_at.level_since, 'infinity')),
      jsonb_build_object('level', g.level, 'level_since', g.valid_from));
  end loop;
  perform talent_period_put(who, now_at.level_since, 'infinity',
    jsonb_build_object('level', now_at.level, 'level_since', now_at.level_since)) where now_at.level is not null;
end $$""",
        """
create function talent_levels_follow() returns trigger language plpgsql as $$
declare who uuid;
begin
  if tg_op = 'INSERT' then
    -- the grant of the present level, as an entry or an import brings it, says nothing new
    for who in select distinct f.talent_id from fresh f join talent t on t.id = f.talent_id
      where (t.level, t.level_since) is distinct from (f.level, f.valid_from) or f.valid_until is not null
    loop perform talent_levels(who); end loop;
  elsif tg_op = 'DELETE' then
    perform talent_levels(old.talent_id);
  else
    perform talent_levels(new.talent_id);
    if old.talent_id <> new.talent_id then perform talent_levels(old.talent_id); end if;
  end if;
  return null;
end $$""",
        "create trigger level_grant_periods_added after insert on level_grant referencing new table as fresh"
        " for each statement execute function talent_levels_follow()",
        "create trigger level_grant_periods after delete or update of talent_id, level, valid_from, valid_until"
        " on level_grant for each row execute function talent_levels_follow()",
        # A record changed: today, as the unit of work has it. Who restores a former image takes the change back
        # from the day of that image on: what lay between was never so.
        f"""
create function talent_period_follow() returns trigger language plpgsql as $$
declare
  today constant date := case when new.changed_at < old.changed_at then {_DAY_OF.format("new.changed_at")}
    else coalesce(nullif(current_setting('app.day', true), '')::date, {_DAY_OF.format("now()")}) end;
  since date;
begin
  if new.entered_on is distinct from old.entered_on then
    perform talent_period_entered(new.id, new.entered_on);
  end if;
  if new.name_key <> old.name_key then
    perform talent_period_put(new.id, '-infinity', 'infinity', jsonb_build_object('name_key', new.name_key));
  end if;
  if new.unit_id <> old.unit_id or new.unit_path <> old.unit_path then
    perform talent_period_put(new.id, today, 'infinity',
      jsonb_build_object('unit_id', new.unit_id, 'unit_path', new.unit_path));
  end if;
  if new.talent_type is distinct from old.talent_type then
    perform talent_period_put(new.id, today, 'infinity', jsonb_build_object('talent_type', new.talent_type));
  end if;
  if new.status <> old.status then
    since := today;
    if new.status = 'left' then
      select max(left_on) into since from departure where talent_id = new.id and came_back_on is null;
    elsif old.status = 'left' and new.status <> 'closed' then
      select d.came_back_on into since from departure d where d.talent_id = new.id order by left_on desc, id desc limit 1;
    end if;
    perform talent_period_put(new.id, least(coalesce(since, today), today), 'infinity',
      jsonb_build_object('status', new.status));
  end if;
  if (new.level, new.level_since) is distinct from (old.level, old.level_since) then
    perform talent_levels(new.id);
  end if;
  if (new.employer_name, new.employer_unit_id, new.position)
    is distinct from (old.employer_name, old.employer_unit_id, old.position) then
    since := today;
    if new.employer_name is null then
      select max(ended_on) into since from employment
      where talent_id = new.id and employer_name = old.employer_name and ended_on <= today;
    else
      select started_on into since from employment
      where talent_id = new.id and main and employer_name = new.employer_name
        and position is not distinct from new.position;
    end if;
    perform talent_period_put(new.id, least(coalesce(since, today), today), 'infinity',
      jsonb_build_object('employer_name', new.employer_name, 'employer_unit_id', new.employer_unit_id,
        'position', new.position));
  end if;
  return null;
end $$""",  # noqa: S608  constants
        "create trigger talent_period_follows after update of unit_id, unit_path, name_key, status, level, level_since,"
        " talent_type, employer_name, employer_unit_id, position, entered_on on talent for each row"
        " when (row(old.unit_id, old.unit_path, old.name_key, old.status, old.level, old.level_since, old.talent_type,"
        " old.employer_name, old.employer_unit_id, old.position, old.entered_on) is distinct from row(new.unit_id,"
        " new.unit_path, new.name_key, new.status, new.level, new.level_since, new.talent_type, new.employer_name,"
        " new.employer_unit_id, new.position, new.entered_on)) execute function talent_period_follow()",
        """
create function talent_period_entered(who uuid, day date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if pg_trigger_depth() = 0 then
    raise exception 'talent_period follows the facts' using errcode = 'insufficient_privilege';
  end if;
  delete from talent_period where talent_id = who and valid_until <= day;
  update talent_period t set valid_from = day where talent_id = who
    and valid_from = (select min(valid_from) from talent_period where talent_id = who);
end $$""",
        """
create function talent_period_end() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  delete from talent_period where talent_id = old.id;
  return null;
end $$""",
        "create trigger talent_period_gone after delete on talent for each row execute function talent_period_end()",
        # A departure counts from its own days, whenever they are told or corrected.
        """
create function talent_departures() returns trigger language plpgsql as $$
declare standing text := (select status from talent where id = new.talent_id); was text;
begin
  if tg_op = 'INSERT' then
    if new.came_back_on is not null or standing = 'left' then
      perform talent_period_put(new.talent_id, new.left_on, coalesce(new.came_back_on, 'infinity'),
        '{"status": "left"}');
    end if;
    return null;
  end if;
  if new.left_on > old.left_on then
    was := coalesce(talent_status_on(new.talent_id, old.left_on - 1), 'active');
    perform talent_period_put(new.talent_id, old.left_on, new.left_on, jsonb_build_object('status', was));
  elsif new.left_on < old.left_on then
    perform talent_period_put(new.talent_id, new.left_on, old.left_on, '{"status": "left"}');
  end if;
  if old.came_back_on is null then
    if new.came_back_on is not null and standing <> 'left' then
      perform talent_period_put(new.talent_id, new.came_back_on, 'infinity', jsonb_build_object('status', standing));
    end if;
  elsif new.came_back_on > old.came_back_on then
    perform talent_period_put(new.talent_id, old.came_back_on, new.came_back_on, '{"status": "left"}');
  elsif new.came_back_on < old.came_back_on then
    was := talent_status_on(new.talent_id, old.came_back_on);
    perform talent_period_put(new.talent_id, new.came_back_on, old.came_back_on, jsonb_build_object('status', was));
  end if;
  return null;
end $$""",
        "create trigger departure_periods after insert or update of left_on, came_back_on on departure"
        " for each row execute function talent_departures()",
        # The main post began before it was told.
        """
create function talent_posts() returns trigger language plpgsql as $$
begin
  perform talent_period_put(t.id, f.started_on, 'infinity', jsonb_build_object('employer_name', t.employer_name,
    'employer_unit_id', t.employer_unit_id, 'position', t.position))
  from fresh f join talent t on t.id = f.talent_id and t.employer_name = f.employer_name
    and t.position is not distinct from f.position
  where f.main and f.started_on is not null;
  return null;
end $$""",
        # A post struck out, as erasure does, is told of no past day either; today's is the record's own.
        """
create function talent_post_gone() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update talent_period set employer_name = null, employer_unit_id = null, position = null
  where talent_id = old.talent_id and employer_name = old.employer_name and valid_until < 'infinity';
  return null;
end $$""",
        "create trigger employment_periods_gone after delete on employment"
        " for each row execute function talent_post_gone()",
        *(
            f"create trigger employment_periods_{word} after {verb} on employment referencing new table as fresh"
            " for each statement execute function talent_posts()"
            for word, verb in (("added", "insert"), ("changed", "update"))
        ),
    ]
)
