"""By what a talent is found: the token table, who sees it, and the triggers that keep it in step."""

from typing import Final
from uuid import UUID

from sqlalchemy import BigInteger, PrimaryKeyConstraint, Text
from sqlmodel import Field, SQLModel

from bole.core.actor import ActorKind
from bole.core.ddl import EXTRA
from bole.core.table import IN_RANGE, SELF

MY_TALENTS: Final = (
    "any (array(select a.talent_id from contact_assignment a"  # noqa: S608 (no input: SELF is a constant)
    f" where a.post_id = {SELF} and a.status = 'active'))"
)
"""The talents a leader's post looks after today. As an array it is read once a statement and then serves as
an index condition; `in (select …)` would be looked up for every row of the table."""


class TalentGram(SQLModel, table=True):
    """One row for each token of a talent's names: characters, pairs of characters, spellings.

    Equality and ranges are leakproof, so row policies do not keep them from the index, as they do LIKE, `%`
    and `@>`. The rows follow talent.search_tokens by the triggers below, whichever way a talent arrives;
    nobody writes here by hand."""

    __tablename__ = "talent_gram"
    __table_args__ = (PrimaryKeyConstraint("gram", "unit_path", "talent_id"),)

    gram: str = Field(sa_type=Text, description="字词")
    unit_path: int = Field(
        sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}, description="所属单位路径"
    )
    talent_id: UUID = Field(description="人才")


_GRAM_ROWS = {
    ActorKind.STAFF: IN_RANGE,
    ActorKind.SYSTEM: "true",
    ActorKind.LEADER: f"talent_id = {MY_TALENTS}",
    ActorKind.TALENT: f"talent_id = {SELF}",
}

EXTRA.extend(
    [
        "alter table talent_gram enable row level security",
        "alter table talent_gram force row level security",
        *(
            f"create policy talent_gram_{kind.value} on talent_gram to {kind.database_role}"
            f" using ({rows}) with check ({rows})"
            for kind, rows in _GRAM_ROWS.items()
        ),
        f"grant select, insert, delete on talent_gram to {ActorKind.STAFF.database_role},"
        f" {ActorKind.SYSTEM.database_role}",
        f"grant select on talent_gram to {ActorKind.LEADER.database_role}, {ActorKind.TALENT.database_role}",
        """
create function talent_grams() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into talent_gram (gram, unit_path, talent_id)
    select g, f.unit_path, f.id from fresh f, unnest(f.search_tokens) g order by g
    on conflict do nothing;
  else
    delete from talent_gram
    where gram = any (old.search_tokens) and unit_path = old.unit_path and talent_id = old.id;
    if tg_op = 'UPDATE' then
      insert into talent_gram (gram, unit_path, talent_id)
      select g, new.unit_path, new.id from unnest(new.search_tokens) g
      on conflict do nothing;
    end if;
  end if;
  return null;
end $$""",
        "create trigger talent_grams_added after insert on talent referencing new table as fresh"
        " for each statement execute function talent_grams()",
        "create trigger talent_grams_moved after update of search_tokens, unit_path on talent for each row"
        " when (old.search_tokens is distinct from new.search_tokens or old.unit_path <> new.unit_path)"
        " execute function talent_grams()",
        "create trigger talent_grams_gone after delete on talent"
        " for each row execute function talent_grams()",
    ]
)
