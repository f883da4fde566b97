"""Who is looked after, as of any day; how much each post carries; what became of the needs."""

from typing import Final

from sqlalchemy import TextClause, text

COVERAGE: Final[TextClause] = text("""
-- Talents in scope on a day, and those of them whom somebody looked after on it; by level and by child unit.
-- Levels and presence are read as of that day, so that a published figure can be asked for again. The days
-- between a leader who left and the one who took over do not count, unless the city's rule says they do.
with served as (
  select distinct a.talent_id
  from contact_assignment a
  where a.unit_path >= :lo and a.unit_path < :hi
    and a.valid_from <= :day and (a.valid_until is null or a.valid_until >= :day)
    and (:interim_counts or not exists (
      select from contact_handover h
      where h.assignment_id = a.id and h.vacated_on < :day and (h.taken_on is null or h.taken_on > :day)
    ))
),
scope as (
  select t.id, coalesce(g.level, '') as level, coalesce(u.id, :unit_id) as unit_id
  from talent t
  left join level_grant g on g.talent_id = t.id
    and g.valid_from <= :day and (g.valid_until is null or g.valid_until >= :day)
  left join unit u on u.parent_id = :unit_id and t.unit_path >= u.path and t.unit_path < u.path_end
  where t.unit_path >= :lo and t.unit_path < :hi
    and t.status in ('active', 'stale', 'left')
    and not exists (
      select from departure d
      where d.talent_id = t.id and d.left_on < :day and (d.came_back_on is null or d.came_back_on > :day)
    )
)
select case when grouping(s.level) = 0 then s.level end as level,
       case when grouping(s.unit_id) = 0 then s.unit_id end as unit_id,
       count(*) as talents,
       count(v.talent_id) as covered
from scope s
left join served v on v.talent_id = s.id
group by grouping sets ((s.level), (s.unit_id), ())
""")

LOAD: Final[TextClause] = text("""
-- What each leader's post carries on a day: talents, those waiting for a successor, those overdue.
select p.id as post_id, p.name as post, u.name as unit,
       h.leader,
       count(*) as talents,
       count(*) filter (where a.status = 'pending') as waiting,
       count(*) filter (where a.next_due_on < :day) as overdue,
       min(a.next_due_on) as earliest_due
from contact_assignment a
join post p on p.id = a.post_id
join unit u on u.id = p.unit_id
left join lateral (
  -- all who hold it: two at a shared post are no second load
  select string_agg(t.person_name, '、' order by t.valid_from, t.person_name) as leader
  from appointment t
  where t.post_id = p.id and t.valid_from <= :day and (t.valid_until is null or t.valid_until >= :day)
) h on true
where a.unit_path >= :lo and a.unit_path < :hi and a.status <> 'ended'
group by p.id, p.name, u.name, p.rank, h.leader
order by count(*) desc, p.rank, p.name, p.id
""")

NEEDS_BY_KIND: Final[TextClause] = text("""
-- Collected and solved in a period, by cause: 收集若干条、解决若干个.
select n.kind,
       count(*) filter (where n.raised_on between :since and :until) as collected,
       count(*) filter (where n.raised_on between :since and :until and n.status = 'settled') as solved,
       count(*) filter (where n.settled_on between :since and :until) as settled_then,
       count(*) filter (where n.status in ('routed', 'in_hand') and n.due_on < :today) as overdue
from need n
where n.unit_path >= :lo and n.unit_path < :hi
group by n.kind
order by collected desc, n.kind
""")

CADENCE_CHANGED: Final[TextClause] = text("""
-- The city changed how often a level is contacted, or a talent's level changed: assignments that stand follow.
-- Where nobody has been yet, the first contact is due as if they were asked today, unless it is overdue already.
update contact_assignment a
set cadence_months = c.months,
    cadence_aligned = c.aligned,
    first_due_on = case when a.first_due_on < :today then a.first_due_on else c.first_due end
from unnest(cast(:levels as text[]), cast(:months as int[]), cast(:aligned as boolean[]),
            cast(:first_due as date[])) as c (level, months, aligned, first_due)
join talent t on t.level = c.level
where a.talent_id = t.id and a.status <> 'ended'
  and (a.cadence_months, a.cadence_aligned) is distinct from (c.months, c.aligned)
  and (cast(:talent_id as uuid) is null or t.id = :talent_id)
returning a.talent_id
""")
