"""The long SQL of a campaign: its list, how far each unit is, who turns stale; and the rows that are frozen."""

from typing import Final

from sqlalchemy import TextClause, text

LIST: Final[TextClause] = text("""
-- Everybody who counts on the day a campaign opens; who comes later is not asked.
insert into campaign_item (id, unit_path, talent_id, campaign_id, name_key, status, was)
select uuidv7(), t.unit_path, t.id, :campaign, t.name_key, 'pending', t.status
from talent t where t.status in ('active', 'stale') order by t.unit_path, t.name_key
on conflict do nothing
""")

PROGRESS: Final[TextClause] = text("""
-- How far each unit below the one asked for is; the unit itself stands for those directly in it.
select coalesce(u.id, :top) as unit_id,
       count(*) filter (where i.status <> 'dropped') as records,
       count(*) filter (where i.status = 'pending') as pending,
       count(*) filter (where i.status in ('confirmed', 'late')) as confirmed,
       count(*) filter (where i.status = 'changed') as changed,
       count(*) filter (where i.status = 'left') as left_,
       count(*) filter (where i.status = 'unconfirmed') as unconfirmed
from campaign_item i
left join unit u on u.parent_id = :top and i.unit_path >= u.path and i.unit_path < u.path_end
where i.campaign_id = :campaign and i.unit_path >= :lo and i.unit_path < :hi
group by 1
""")

LAPSE: Final[TextClause] = text("""
-- So many of the unanswered at once: the answer lapses, and who was up to date waits for an update from now on.
with due as (
  select id, talent_id from campaign_item
  where campaign_id = :campaign and status = 'pending' order by id limit :most for update skip locked
), lapsed as (
  update campaign_item i set status = 'unconfirmed' from due where i.id = due.id returning i.talent_id
), stale as (
  update talent t set status = 'stale', version = version + 1 from lapsed
  where t.id = lapsed.talent_id and t.status = 'active' returning t.id
)
select (select count(*) from lapsed) as lapsed, (select count(*) from stale) as stale
""")

FREEZE: Final[TextClause] = text("""
-- Who counted on the last day, with the category that the catalogue of that day gives the type.
insert into snapshot_row (id, unit_path, snapshot_id, talent_id, unit_id, status, level, talent_type, category)
select uuidv7(), p.unit_path, :snapshot, p.talent_id, p.unit_id, p.status, p.level, p.talent_type,
       cast(:categories as jsonb) ->> p.talent_type
from talent_period p
where p.valid_from <= :day and p.valid_until > :day and p.status in ('active', 'stale')
order by p.talent_id
""")

CANONICAL: Final = """
select count(*) as rows, encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', {id}, {unit}, {status},
  coalesce(level, ''), coalesce(talent_type, ''), coalesce({category}, '')), E'\\n' order by talent_id), ''), 'UTF8')),
  'hex') as sha256 from {table}"""

OF_DAY: Final[TextClause] = text(
    CANONICAL.format(
        id="talent_id",
        unit="unit_id",
        status="status",
        category="cast(:categories as jsonb) ->> talent_type",
        table="talent_period where valid_from <= :day and valid_until > :day and status in ('active', 'stale')",
    )
)
"""The same digest of the roster itself, taken in the statement before the rows are written."""

OF_ROWS: Final[TextClause] = text(
    CANONICAL.format(
        id="talent_id",
        unit="unit_id",
        status="status",
        category="category",
        table="snapshot_row where snapshot_id = :snapshot",
    )
)
