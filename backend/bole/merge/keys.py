"""By what records of one person meet: a few digests for each talent, kept in step by triggers however they arrive.

A key is a number, a phone, or one spelling of a name together with the birth date. The spellings are those the
search goes by (talent.search_tokens), so 繁体, 曾用名 and second readings meet without a table of their own.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import LargeBinary, PrimaryKeyConstraint, Text
from sqlmodel import Field, SQLModel

from bole.core.actor import ActorKind
from bole.core.ddl import EXTRA

KINDS: Final = {"document": "证件号码", "phone": "电话", "spelling": "姓名读音与出生日期"}


class TalentKey(SQLModel, table=True):
    """One key of one talent. Equal keys are a reason to compare two records, and nothing more."""

    __tablename__ = "talent_key"
    __table_args__ = (PrimaryKeyConstraint("kind", "key", "talent_id"),)

    kind: str = Field(sa_type=Text, description="线索种类")
    key: bytes = Field(sa_type=LargeBinary, description="线索摘要")
    talent_id: UUID = Field(description="人才")


SPELT: Final = """
create function talent_spellings(tokens text[], initials text, pinyin text, born date) returns setof bytea
language sql immutable as $$
  select distinct substring(sha256(convert_to(t || (born - date '2000-01-01')::text, 'UTF8')) for 16)
  from unnest(tokens) t
  -- whole spellings, not characters, pairs or initials: those would bring half a street together
  where born is not null and t ~ '^[a-z0-9]+$' and (t = pinyin or (t <> initials and length(t) > 4))
$$"""
SHORT: Final = "substring(sha256({0}) for 16)"
_SYSTEM = ActorKind.SYSTEM.database_role

EXTRA.extend(
    [
        "alter table talent_key enable row level security",
        # Not forced: the triggers are its owner's, as the trail's are; nobody else writes here, the platform reads.
        f"create policy talent_key_system on talent_key for select to {_SYSTEM} using (true)",
        f"grant select on talent_key to {_SYSTEM}",
        SPELT,
        f"""
create function talent_keys() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into talent_key (kind, key, talent_id)
    select 'phone', {SHORT.format("f.phone_blind")}, f.id from fresh f
    where f.phone_blind is not null
    union all
    select 'spelling', k, f.id
    from fresh f, talent_spellings(f.search_tokens, f.initials, f.pinyin, f.birth_date) k
    on conflict do nothing;
  else
    delete from talent_key where talent_id = old.id and kind = 'phone'
      and key = {SHORT.format("old.phone_blind")};
    delete from talent_key where talent_id = old.id and kind = 'spelling'
      and key in (select talent_spellings(old.search_tokens, old.initials, old.pinyin, old.birth_date));
    if tg_op = 'UPDATE' then
      insert into talent_key (kind, key, talent_id)
      select 'phone', {SHORT.format("new.phone_blind")}, new.id
      where new.phone_blind is not null
      union all
      select 'spelling', k, new.id
      from talent_spellings(new.search_tokens, new.initials, new.pinyin, new.birth_date) k
      on conflict do nothing;
    end if;
  end if;
  return null;
end $$""",  # noqa: S608  constants
        "create trigger talent_keys_added after insert on talent referencing new table as fresh"
        " for each statement execute function talent_keys()",
        "create trigger talent_keys_moved after update of search_tokens, birth_date, phone_blind"
        " on talent for each row when (old.search_tokens is distinct from new.search_tokens"
        " or old.birth_date is distinct from new.birth_date or old.phone_blind is distinct from new.phone_blind)"
        " execute function talent_keys()",
        "create trigger talent_keys_gone after delete on talent for each row execute function talent_keys()",
        f"""
create function document_keys() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into talent_key (kind, key, talent_id)
    select 'document', {SHORT.format("f.number_blind")}, f.talent_id from fresh f
    on conflict do nothing;
  else
    -- the number may stand on another document of the same person: then the key stays
    delete from talent_key where talent_id = old.talent_id and kind = 'document'
      and key = {SHORT.format("old.number_blind")} and not exists (
        select from identity_document d
        where d.talent_id = old.talent_id and d.number_blind = old.number_blind and d.id <> old.id);
    if tg_op = 'UPDATE' then
      insert into talent_key (kind, key, talent_id)
      values ('document', {SHORT.format("new.number_blind")}, new.talent_id)
      on conflict (kind, key, talent_id) do nothing;
    end if;
  end if;
  return null;
end $$""",  # noqa: S608  constants
        "create trigger document_keys_added after insert on identity_document referencing new table as fresh"
        " for each statement execute function document_keys()",
        "create trigger document_keys_moved after update of number_blind, talent_id"
        " on identity_document for each row when (old.number_blind is distinct from new.number_blind"
        " or old.talent_id <> new.talent_id)"
        " execute function document_keys()",
        "create trigger document_keys_gone after delete on identity_document"
        " for each row execute function document_keys()",
    ]
)
