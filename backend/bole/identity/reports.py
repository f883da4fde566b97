"""SQL that the ORM would only slow down: who acts by a token, the throttle. `$1`… as asyncpg fills them."""

ACTOR = """
-- $1 digest of the token, $2 today. One row, or none if the token or the account is not in force.
select s.id as session_id, s.account_id, s.last_seen_at, s.expires_at, s.step_up_until, s.method,
       a.name, a.kind, a.talent_id, a.partner_id,
       c.totp_sealed is not null as enrolled, c.password_changed_at,
       held.post_id, held.unit_id, seen.lo, seen.hi, given.actors, given.permissions
from session s
join account a on a.id = s.account_id and a.status = 'active'
left join partner b on b.id = a.partner_id
left join credential c on c.account_id = a.id
left join lateral (
  -- the post chosen for this session while its holder still holds it; without a choice the foremost one
  select p.id as post_id, p.unit_id
  from appointment t join post p on p.id = t.post_id
  where t.person_id = a.person_id and (s.post_id is null or p.id = s.post_id)
    and t.valid_from <= $2 and (t.valid_until is null or t.valid_until >= $2)
    and p.valid_from <= $2 and (p.valid_until is null or p.valid_until >= $2)
  order by p.rank, t.valid_from, p.id
  limit 1
) held on true
left join lateral (
  select coalesce(far.path, body.path, u.path) as lo, coalesce(far.path_end, body.path_end, u.path_end) as hi
  from unit u
  left join post_scope w on w.post_id = held.post_id
  left join unit far on far.id = w.unit_id
  left join unit body on body.id = u.parent_id and u.kind in ('talent_office', 'leading_group')
  where u.id = held.unit_id
) seen on true
left join lateral (
  select array_agg(distinct e.body ->> 'actor') as actors, array_agg(distinct held_permission) as permissions
  from catalogue_entry e
  cross join lateral jsonb_array_elements_text(e.body -> 'permissions') held_permission
  where e.kind = 'role' and e.valid_from <= $2 and (e.valid_until is null or e.valid_until >= $2)
    and (e.code = a.role_code
         or e.code in (select r.role_code from post_role r where r.post_id = held.post_id))
) given on true
where s.token_hash = $1 and s.revoked_at is null and (b.id is null or b.status = 'active')
"""

SEEN = "update session set last_seen_at = $2 where id = $1 and last_seen_at < $2"

TAKE = """
-- One try of each bucket. $1 keys, $2 capacities, $3 how long one token takes to grow back, $4 now; returns
-- the buckets that had one. Concurrent tries wait for each other on the row: none takes the same token twice.
insert into sign_in_throttle as t (key, spent_until, may_reach)
select b.key, $4::timestamptz + b.every, $4::timestamptz + b.capacity * b.every
from unnest($1::text[], $2::int[], $3::interval[]) as b (key, capacity, every)
order by b.key
on conflict (key) do update
set spent_until = greatest(t.spent_until, $4) + (excluded.spent_until - $4), may_reach = excluded.may_reach
where greatest(t.spent_until, $4) + (excluded.spent_until - $4) <= excluded.may_reach
returning key
"""

WAIT = """
-- How many seconds until each of these buckets has a token again. Arguments as in TAKE.
select ceil(extract(epoch from max(t.spent_until - (b.capacity - 1) * b.every - $4::timestamptz)))::int
from unnest($1::text[], $2::int[], $3::interval[]) as b (key, capacity, every)
join sign_in_throttle t on t.key = b.key
"""

GIVE_BACK = "delete from sign_in_throttle where key = $1"

OWNER = """
-- Whose login this is, what proves it, and whether they signed in from this address. $1 login, $2 address,
-- $3 since when.
select a.id, a.name, a.kind, a.status, a.person_id, a.demo,
       c.password_hash, c.totp_sealed is not null as enrolled,
       exists (select from session s
               where s.account_id = a.id and s.source = $2 and s.created_at > $3) as known
from account a left join credential c on c.account_id = a.id
where a.login = $1
"""

POSTS_HELD = """
-- The posts a person holds today, foremost first. $1 person, $2 today.
select p.id, p.name, u.name as unit, u.id as unit_id
from appointment t join post p on p.id = t.post_id join unit u on u.id = p.unit_id
where t.person_id = $1
  and t.valid_from <= $2 and (t.valid_until is null or t.valid_until >= $2)
  and p.valid_from <= $2 and (p.valid_until is null or p.valid_until >= $2)
order by p.rank, t.valid_from, p.id
"""

PARTNER = """
-- Whose key this is and what its partner may do. $1 key id, $2 now, $3 today.
select k.id, k.algorithm, k.public_key, k.secret_sealed, p.id as partner_id, p.name, given.permissions
from partner_key k
join partner p on p.id = k.partner_id and p.status = 'active'
left join lateral (
  select array_agg(distinct held_permission) as permissions
  from catalogue_entry e
  cross join lateral jsonb_array_elements_text(e.body -> 'permissions') held_permission
  where e.kind = 'role' and e.code = p.role_code and e.body ->> 'actor' = 'partner'
    and e.valid_from <= $3 and (e.valid_until is null or e.valid_until >= $3)
) given on true
where k.key_id = $1 and k.revoked_at is null and k.valid_from <= $2 and k.valid_until > $2
"""

SPEND_NONCE = """
-- True once for each key and nonce. $1 key, $2 nonce, $3 until when it is kept.
insert into partner_nonce (key_id, nonce, expires_at) values ($1, $2, $3) on conflict do nothing returning true
"""

BEGIN_ATTEMPT = "insert into oidc_attempt (key_hash, data, expires_at) values ($1, $2, $3)"

TAKE_ATTEMPT = """
-- What was kept for this browser and state: the first who asks has it, and nobody after. $1 key, $2 now.
delete from oidc_attempt where key_hash = $1 and expires_at > $2 returning data
"""

SWEEP = (
    # What no longer decides anything. $1 now. A session stays half a year: who signed in from where, and when.
    "delete from sign_in_throttle where spent_until < $1::timestamptz - interval '1 day'",
    "delete from oidc_attempt where expires_at < $1::timestamptz",
    "delete from partner_nonce where expires_at < $1::timestamptz",
    "delete from session where expires_at < $1::timestamptz - interval '180 days'",
)
