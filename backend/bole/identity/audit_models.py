"""Who of the staff reads the audit trail: whoever is its auditor today. Core writes the trail and knows no roles."""

from typing import Final

from bole.core.ddl import EXTRA
from bole.core.permissions import Permission
from bole.core.table import ACTOR

MOST_LINES: Final = 300
"""Of one entry. A unit of work that changes more is told by its operation and its count."""

AUDITS: Final = f"""(select exists (
  select from account a
  join catalogue_entry e on e.kind = 'role' and e.body -> 'permissions' ? '{Permission.AUDIT_READ.value}'
    and current_date between e.valid_from and coalesce(e.valid_until, 'infinity')
  where a.id = {ACTOR} and a.status = 'active'
    and (e.code = a.role_code or e.code in (
      select r.role_code from appointment t join post_role r on r.post_id = t.post_id
      where t.person_id = a.person_id
        and current_date between t.valid_from and coalesce(t.valid_until, 'infinity')))))"""  # noqa: S608
"""True once a statement. By the posts held today, whichever of them was chosen: the operation asks for that one."""

LINES: Final = f"""
create function audit_lines(changes jsonb, words jsonb) returns jsonb language sql stable
set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(to_jsonb(line) order by line."table", line."rowId", line."column"), '[]')
  from (
    select split_part(r.key, '/', 1) as "table", words ->> split_part(r.key, '/', 1) as "tableName",
      nullif(nullif(split_part(r.key, '/', 2), '*'), '-') as "rowId", c.key as "column",
      (select col_description(k.attrelid, k.attnum) from pg_attribute k
       where k.attrelid = to_regclass(quote_ident(split_part(r.key, '/', 1))) and k.attname = c.key) as "label",
      c.value -> 0 as "before", c.value -> 1 as "after"
    from jsonb_each(changes) r, jsonb_each(r.value) c
    where c.value -> 0 is distinct from c.value -> 1
    order by r.key, c.key limit {MOST_LINES}
  ) line
$$"""  # noqa: S608  (a number of ours)
"""What an entry changed, a line for each column; the words of columns are the comments of the database."""

ABOUT: Final = """
create function audit_about(keys text[]) returns table (shard integer, seq bigint) language sql stable rows 50
security definer set search_path = public, pg_temp as $$
  select a.shard, a.seq from audit a where a.rows && keys
$$"""
"""Where in the trail a record stands. Array operators are not leakproof, so a row policy keeps them from the
index; this looks there as the owner and tells positions alone, and what stands at them the policy decides."""

EXTRA += [
    *(
        f"create policy {table}_staff on {table} for select to bole_staff using ({AUDITS})"
        for table in ("audit", "audit_head")
    ),
    LINES,
    ABOUT,
    "revoke execute on function audit_about(text[]) from public",
    "grant execute on function audit_about(text[]) to bole_staff, bole_system",
]
