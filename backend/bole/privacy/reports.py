"""Reads that a rule lists: for each reader and day, how many, of whom, and when. Statements of one shape."""

from typing import Final

from sqlalchemy import text

from bole.privacy.catalogue import Measure

_COMMON: Final = """
with reads as (
  select r.actor_id, r.actor_name, r.talent_id, r.unit_path, r.read_at,
    (r.read_at at time zone 'Asia/Shanghai')::date as day, (r.read_at at time zone 'Asia/Shanghai')::time as at
  from sensitive_read r
  where r.read_at >= cast(:since as date)::timestamp at time zone 'Asia/Shanghai'
    and r.read_at < (cast(:until as date) + 1)::timestamp at time zone 'Asia/Shanghai'
){more}, listed as (select * from reads where {which})
select actor_id, min(actor_name) as actor_name, day, min(read_at) as since, max(read_at) as until,
  count(*)::int as reads, count(distinct talent_id)::int as persons, min(unit_path) as unit_path,
  (array_agg(distinct talent_id))[1:100] as talent_ids
from listed group by actor_id, day having {enough} order by day, actor_id"""

_STARTS: Final = """, starts as (
  select r.actor_id, r.read_at from reads r
  where (select count(distinct o.talent_id) from reads o where o.actor_id = r.actor_id
    and o.read_at >= r.read_at and o.read_at < r.read_at + make_interval(mins => :minutes)) >= :least)"""

_SEATS: Final = """
  select coalesce(far.path, body.path, u.path) as lo, coalesce(far.path_end, body.path_end, u.path_end) as hi
  from account a join appointment t on t.person_id = a.person_id
    and reads.day between t.valid_from and coalesce(t.valid_until, 'infinity')
  join post p on p.id = t.post_id join unit u on u.id = p.unit_id
  left join post_scope w on w.post_id = p.id left join unit far on far.id = w.unit_id
  left join unit body on body.id = u.parent_id and u.kind in ('talent_office', 'leading_group')
  where a.id = reads.actor_id"""
"""What the reader's posts of that day covered."""

_SURNAME: Final = """exists (select from talent t where t.id = reads.talent_id
  and left(t.name, 1) = left(reads.actor_name, 1))"""

_WHICH: Final = {
    # every read of a window that holds enough persons
    Measure.MANY_PERSONS: """exists (select from starts s where s.actor_id = reads.actor_id
      and reads.read_at >= s.read_at and reads.read_at < s.read_at + make_interval(mins => :minutes))""",
    Measure.OFF_HOURS: """reads.at < cast(:opens as time) or reads.at >= cast(:closes as time)
      or exists (select from work_day w where w.day = reads.day and w.kind in ('weekend', 'holiday'))""",
    Measure.OUTSIDE_RANGE: f"""not exists (select from ({_SEATS}) s
      where reads.unit_path >= s.lo and reads.unit_path < s.hi)""",
    Measure.SAME_SURNAME: _SURNAME,
}

LISTED: Final = {
    measure: text(
        _COMMON.format(
            which=which,
            more=_STARTS if measure is Measure.MANY_PERSONS else "",
            enough="true" if measure is Measure.MANY_PERSONS else "count(*) >= :least",
        )
    )
    for measure, which in _WHICH.items()
}
