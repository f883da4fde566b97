"""The hand-written SQL: the reads of the limit, and the two writes that the limit and PostGraphile's functions share.

The writes leave what bole's leave (same.py compares the rows): the record, its consequences, one event for the
outbox and one entry of the audit trail, which the database's own trigger chains. `str.format` fills in parameters.
"""

PAGE = """
select json_build_object('nodes', coalesce(json_agg(j) filter (where n <= 50), '[]'), 'pageInfo',
  json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(id::text) filter (where n = 50)))
from (select id, row_number() over () n, (select row_to_json(r) from (select p.*) r) j from (
  select t.id, t.name, upper(t.gender) gender, upper(t.status) status, t.level, t.talent_type "talentType",
    t.employer_name "employerName", t.position, upper(t.highest_degree) "highestDegree",
    t.highest_title "highestTitle", upper(t.highest_rank) "highestRank", t.phone_masked "phoneMasked",
    t.last_contact_on "lastContactOn", t.next_contact_due "nextContactDue", t.version,
    (select row_to_json(r) from (select u.id, u.name from unit u where u.id = t.unit_id) r) unit,
    (select row_to_json(r) from (select c.number, c.tier_name "tierName", upper(c.status) status,
       c.valid_until "validUntil" from card c where c.talent_id = t.id and c.unit_path >= {lo} and c.unit_path < {hi}
       and c.status in ('pending', 'active', 'frozen', 'lost') order by c.id desc limit 1) r) card,
    (select row_to_json(r) from (select l.occurred_on "occurredOn", upper(l.mode) mode, l.post_then "postThen"
       from contact_log l where l.talent_id = t.id and l.unit_path >= {lo} and l.unit_path < {hi}
       and l.status in ('recorded', 'review', 'archived')
       order by l.occurred_on desc, l.id desc limit 1) r) "lastContact",
    (select coalesce(json_agg(r), '[]') from (select n.kind, upper(n.status) status, n.raised_on "raisedOn"
       from need n where n.talent_id = t.id and n.unit_path >= {lo} and n.unit_path < {hi} and n.status <> 'settled'
       order by n.raised_on, n.id limit 3) r) "openNeeds"
  from talent t where t.unit_path >= {lo} and t.unit_path < {hi} and t.level = $1 {unit}
  order by t.unit_path, t.name_key, t.id limit 51) p) q"""
WITHIN = """and t.unit_path >= (select path from unit where id = $2)
  and t.unit_path < (select path_end from unit where id = $2)"""

DETAIL = """
select row_to_json(r) from (
  select t.id, t.name, upper(t.gender) gender, upper(t.status) status, t.level, t.talent_type "talentType",
    t.employer_name "employerName", t.position, upper(t.highest_degree) "highestDegree",
    t.highest_title "highestTitle", t.phone_masked "phoneMasked", t.version,
    (select row_to_json(r) from (select u.id, u.name from unit u where u.id = t.unit_id) r) unit,
    (select coalesce(json_agg(r), '[]') from (select e.employer_name "employerName", upper(e.kind) kind, e.position,
       e.started_on "startedOn", e.ended_on "endedOn", e.main from employment e where e.talent_id = t.id
       order by e.main desc, e.started_on desc nulls last, e.id limit 20) r) employments,
    (select coalesce(json_agg(r), '[]') from (select upper(e.degree) degree, e.school, e.major,
       e.graduated_on "graduatedOn" from education e where e.talent_id = t.id
       order by e.graduated_on desc nulls last, e.id limit 20) r) educations,
    (select coalesce(json_agg(r), '[]') from (select e.name, upper(e.rank) rank, e.granted_on "grantedOn"
       from title e where e.talent_id = t.id order by e.granted_on desc nulls last, e.id limit 20) r) titles,
    (select coalesce(json_agg(r), '[]') from (select e.name, upper(e.grade) grade, e.granted_on "grantedOn"
       from honour e where e.talent_id = t.id order by e.granted_on desc nulls last, e.id limit 20) r) honours,
    (select coalesce(json_agg(r), '[]') from (select l.occurred_on "occurredOn", upper(l.mode) mode,
       l.post_then "postThen", l.greeting from contact_log l where l.talent_id = t.id
       order by l.occurred_on desc, l.id desc limit 10) r) "contactLogs"
  from talent t where t.id = $1 and t.unit_path >= {lo} and t.unit_path < {hi}) r"""

SEARCH = """
select json_build_object('nodes', coalesce(json_agg(r), '[]')) from (
  select t.id, t.name, t.level, t.employer_name "employerName",
    (select row_to_json(r) from (select u.name from unit u where u.id = t.unit_id) r) unit
  from talent_gram g join talent t on t.id = g.talent_id and t.unit_path = g.unit_path
  where g.gram = $1 and g.unit_path >= {lo} and g.unit_path < {hi}
  order by g.unit_path, g.talent_id limit 50) r"""

RECORD = """
with a as (update contact_assignment set last_contact_on = greatest(last_contact_on, {day})
  where talent_id = {talent} and post_id = {post} and status = 'active' and valid_from <= {day}
    and unit_path >= {lo} and unit_path < {hi}
  returning id, talent_id, post_id, last_contact_on, next_due_on, old.last_contact_on last_before)
, t as (update talent set last_contact_on = greatest(talent.last_contact_on, {day}),
    next_contact_due = least(a.next_due_on, (select min(o.next_due_on) from contact_assignment o
      where o.talent_id = a.talent_id and o.status <> 'ended' and o.id <> a.id))
  from a where talent.id = a.talent_id and talent.unit_path >= {lo} and talent.unit_path < {hi}
  returning talent.id, talent.unit_path, talent.last_contact_on, talent.next_contact_due,
    old.last_contact_on last_before, old.next_contact_due due_before)
, r as (insert into contact_log (id, unit_path, talent_id, post_id, post_then, leader_then, assignment_id,
    recorded_by, recorded_by_name, occurred_on, recorded_on, mode, confidentiality, status, greeting, version)
  select uuidv7(), t.unit_path, t.id, p.id, p.name, coalesce((select min(h.person_name) from appointment h
      where h.post_id = p.id and h.valid_from <= {day} and (h.valid_until is null or h.valid_until >= {day})
      having count(*) = 1), '测速员'), a.id, {actor}, '测速员', {day}, current_date, 'visit', 'internal', 'recorded',
    '登门看望，了解近况。', 1
  from a, t, post p where p.id = a.post_id returning *)
, told as (insert into outbox (fact, body, actor_id) select 'ContactRecorded', jsonb_build_object('log_id', r.id,
    'talent_id', r.talent_id, 'post_id', r.post_id, 'occurred_on', r.occurred_on), {actor} from r)
, audited as (insert into audit (actor_id, actor_name, operations, rows, changes)
  select {actor}, '测速员', array['contact.record_contact'],
    array[concat('contact_log/', r.id), concat('contact_assignment/', a.id), concat('talent/', t.id)],
    jsonb_build_object(concat('contact_log/', r.id), to_jsonb(r), concat('contact_assignment/', a.id),
      jsonb_build_object('last_contact_on', jsonb_build_array(a.last_before, a.last_contact_on)),
      concat('talent/', t.id), jsonb_build_object(
        'last_contact_on', jsonb_build_array(t.last_before, t.last_contact_on),
        'next_contact_due', jsonb_build_array(t.due_before, t.next_contact_due))) from r, a, t)
"""
RECORD_ANSWER = """select row_to_json(x) from (
  select id, occurred_on "occurredOn", upper(mode) mode, post_then "postThen", greeting from r) x"""

REDEEM = """
with c as (select id, talent_id, unit_path, tier from card where number = {number} and status = 'active'
    and valid_from <= current_date and valid_until >= current_date and unit_path >= {lo} and unit_path < {hi})
, e as (update entitlement e set used = used + 1 from c where e.card_id = c.id and e.service_code = 'venues'
    and e.starts_on <= current_date and e.ends_on > current_date and e.child_id is null and e.stage = ''
    and e.used + e.reserved + e.lapsed < e.quota
  returning e.id, e.service_name, e.used)
, r as (insert into redemption (id, unit_path, card_id, talent_id, service_code, service_name, tier, day, occurred_at,
    amount, status, stage, provider_id, by_id, key, reason, needs_decision)
  select uuidv7(), c.unit_path, c.id, c.talent_id, 'venues', e.service_name, c.tier, current_date, now(), 1,
    'confirmed', '', {provider}, {actor}, {key}, '', false from c, e returning *)
, l as (insert into entitlement_ledger (id, unit_path, entitlement_id, talent_id, entry, amount, key, note, by_id,
    redemption_id)
  select uuidv7(), r.unit_path, e.id, r.talent_id, 'confirmed', -1, concat(r.id, ':confirmed'), '', {actor}, r.id
  from r, e)
, told as (insert into outbox (fact, body, actor_id) select 'EntitlementRedeemed', jsonb_build_object('redemption_id',
    r.id, 'card_id', r.card_id, 'talent_id', r.talent_id, 'service_code', r.service_code, 'amount', r.amount), {actor}
  from r)
, audited as (insert into audit (actor_id, actor_name, operations, rows, changes)
  select {actor}, '测速员', array['card.redeem'], array[concat('redemption/', r.id), concat('entitlement/', e.id)],
    jsonb_build_object(concat('redemption/', r.id), to_jsonb(r), concat('entitlement/', e.id),
      jsonb_build_object('used', jsonb_build_array(e.used - 1, e.used))) from r, e)
"""
REDEEM_ANSWER = """select row_to_json(x) from (select id, service_name "serviceName", tier, amount,
  upper(status) status, occurred_at "occurredAt" from r) x"""

# What PostGraphile shows besides the tables. A plain function in place of a filter plugin: the planner inlines it.
SCHEMA = f"""
drop schema if exists bench cascade;
create schema bench;
grant usage on schema bench to bole_staff, bole_app;
create function bench.roster(lo bigint, hi bigint, level text, unit uuid) returns setof public.talent
language sql stable as $$
  select t.* from public.talent t
  where t.level = roster.level
    and t.unit_path >= greatest(roster.lo, (select u.path from public.unit u where u.id = roster.unit))
    and t.unit_path < least(roster.hi, (select u.path_end from public.unit u where u.id = roster.unit))
  order by t.unit_path, t.name_key, t.id $$;
create function bench.found(lo bigint, hi bigint, gram text) returns setof public.talent
language sql stable as $$
  select t.* from public.talent_gram g join public.talent t on t.id = g.talent_id and t.unit_path = g.unit_path
  where g.gram = found.gram and g.unit_path >= found.lo and g.unit_path < found.hi
  order by g.unit_path, g.talent_id $$;
create function bench.talent_live_card(t public.talent) returns public.card language sql stable as $$
  select c.* from public.card c where c.talent_id = t.id and c.status in ('pending', 'active', 'frozen', 'lost')
  order by c.id desc limit 1 $$;
create function bench.talent_last_contact(t public.talent) returns public.contact_log language sql stable as $$
  select l.* from public.contact_log l where l.talent_id = t.id and l.status in ('recorded', 'review', 'archived')
  order by l.occurred_on desc, l.id desc limit 1 $$;
create function bench.talent_open_needs(t public.talent) returns setof public.need language sql stable as $$
  select n.* from public.need n where n.talent_id = t.id and n.status <> 'settled' order by n.raised_on, n.id $$;
create function bench.record_contact(lo bigint, hi bigint, talent uuid, post uuid, day date, actor uuid)
returns public.contact_log language plpgsql volatile as $$
declare made public.contact_log;
begin
  {RECORD.format(lo="record_contact.lo", hi="record_contact.hi", talent="record_contact.talent", post="record_contact.post", day="record_contact.day", actor="record_contact.actor")}
  select r.* into strict made from r;
  return made;
end $$;
create function bench.redeem(lo bigint, hi bigint, card text, key text, actor uuid, provider uuid)
returns public.redemption language plpgsql volatile as $$
#variable_conflict use_column
declare made public.redemption;
begin
  {REDEEM.format(lo="redeem.lo", hi="redeem.hi", number="redeem.card", key="redeem.key", actor="redeem.actor", provider="redeem.provider")}
  select r.* into strict made from r;
  return made;
end $$;
grant execute on all functions in schema bench to bole_staff, bole_app;
"""
