"""What is asked: the same rows, fields and effects of every contender, in its own words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import asyncpg
import orjson

from tests.bench.load import request
from tests.bench.world import TODAY, BenchWorld

PAGE = """query RosterPage($level: String, $unit: UUID) {
  talents(level: $level, unitId: $unit, first: 50) {
    nodes {
      id name gender status level talentType employerName position highestDegree highestTitle highestRank
      phoneMasked lastContactOn nextContactDue version
      unit { id name }
      card { number tierName status validUntil }
      lastContact { occurredOn mode postThen }
      openNeeds(first: 3) { kind status raisedOn }
    }
    pageInfo { hasNextPage endCursor }
  }
}"""
DETAIL = """query TalentDetail($id: UUID!) {
  talent(id: $id) {
    id name gender status level talentType employerName position highestDegree highestTitle phoneMasked version
    unit { id name }
    employments { employerName kind position startedOn endedOn main }
    educations { degree school major graduatedOn }
    titles { name rank grantedOn }
    honours { name grade grantedOn }
    contactLogs(first: 10) { occurredOn mode postThen greeting }
  }
}"""
SEARCH = """query NameSearch($text: String!) {
  talents(search: $text, first: 50) { nodes { id name level employerName unit { name } } }
}"""
RECORD = """mutation Record($talent: UUID!, $post: UUID!, $on: Date!) {
  recordContact(talentId: $talent, postId: $post,
    contact: { occurredOn: $on, mode: VISIT, greeting: "登门看望，了解近况。" }) {
    id occurredOn mode postThen greeting
  }
}"""
REDEEM = """mutation Redeem($card: String!, $key: String!) {
  redeem(cardNumber: $card, service: "venues", key: $key) { id serviceName tier amount status occurredAt }
}"""

CASES = ("roster_page", "talent_detail", "name_search", "record_contact", "redeem_hot", "redeem_cold")
CONTENDERS = ("limit", "bole_graphql", "bole_rest", "postgraphile", "strawberry_orm")
"""As they are named in the results; `postgraphile_rls` is PostGraphile with the same policies, `limit_again` the
limit a second time: a difference within theirs is none."""


@dataclass
class Asked:
    """The variables of each case, the same for every contender."""

    values: dict[str, list[dict[str, Any]]]

    @classmethod
    async def of(cls, world: BenchWorld) -> "Asked":
        db = await asyncpg.connect(world.superuser)
        chance = Random(11)
        scope = "unit_path >= $1 and unit_path < $2"
        units = [
            r[0] for r in await db.fetch(
                f"select unit_id from talent where {scope} group by 1 order by count(*) desc limit 12", world.lo, world.hi
            )
        ]  # fmt: skip
        ids = [
            r[0] for r in await db.fetch(
                f"select id from talent where {scope} and level is not null order by md5(id::text) limit 4000",
                world.lo, world.hi,
            )
        ]  # fmt: skip
        cards = [r[0] for r in await db.fetch(f"select number from card where {scope} order by md5(id::text) limit 4000", world.lo, world.hi)]
        grams = [
            r[0] for r in await db.fetch(
                f"select distinct substr(name, 2, 2) from talent where {scope} and length(name) >= 3 limit 600",
                world.lo, world.hi,
            )
        ]  # fmt: skip
        post = await db.fetchval("select post_id from contact_assignment where " + scope + " limit 1", world.lo, world.hi)
        await db.close()
        levels = ["L3", "L4", "L5"]
        return cls(
            {
                "roster_page": [
                    {"level": chance.choice(levels), "unit": chance.choice([None, None, *units])} for _ in range(600)
                ],
                "talent_detail": [{"id": i} for i in ids],
                "name_search": [{"text": g} for g in grams],
                "record_contact": [{"talent": i, "post": post, "on": TODAY} for i in ids],
                "redeem_hot": [{"card": cards[0]}],
                "redeem_cold": [{"card": c} for c in cards[1:]],
            }
        )

    def each(self, case: str, count: int) -> Iterator[dict[str, Any]]:
        """`count` sets of variables; what must be new each time is."""
        known = self.values[case]
        for i in range(count):
            given = dict(known[i % len(known)])
            if case.startswith("redeem"):
                given["key"] = f"bench-{uuid4()}"
            yield given


Maker = Callable[[str, dict[str, Any]], bytes]


def graphql(documents: dict[str, str], headers: dict[str, str]) -> Maker:
    """Requests of a GraphQL server: one document a case."""

    def made(case: str, given: dict[str, Any]) -> bytes:
        body = orjson.dumps({"query": documents[case.partition("_hot")[0].partition("_cold")[0]], "variables": given}, default=str)
        return request("POST", "/graphql", body, headers)

    return made


BOLE = {
    "roster_page": PAGE, "talent_detail": DETAIL, "name_search": SEARCH, "record_contact": RECORD, "redeem": REDEEM,
}  # fmt: skip


def plain(headers: dict[str, str]) -> Maker:
    """Requests of the hand-written server: the case is the path."""

    def made(case: str, given: dict[str, Any]) -> bytes:
        path = case.partition("_hot")[0].partition("_cold")[0]
        return request("POST", f"/{path}", orjson.dumps(given, default=str), headers)

    return made


def rest(headers: dict[str, str]) -> Maker:
    """Requests of bole's REST interface."""

    def made(case: str, given: dict[str, Any]) -> bytes:
        if case == "roster_page":
            unit = f"&unit_id={given['unit']}" if given["unit"] else ""
            return request("GET", f"/api/v1/talents?first=50&level={given['level']}{unit}", headers=headers)
        if case == "talent_detail":
            return request("GET", f"/api/v1/talents/{given['id']}", headers=headers)
        if case == "name_search":
            return request("GET", f"/api/v1/talents?first=50&search={quote(given['text'])}", headers=headers)
        if case == "record_contact":
            body = {"talent_id": given["talent"], "post_id": given["post"], "occurred_on": given["on"], "mode": "visit", "greeting": "登门看望，了解近况。"}
            return request("POST", "/api/v1/contacts", orjson.dumps(body, default=str), headers)
        body = {"card_number": given["card"], "service": "venues"}
        return request("POST", "/partner/v1/redemptions", orjson.dumps(body), {**headers, "Idempotency-Key": given["key"]})

    return made


async def prepare(world: BenchWorld) -> None:
    """What the others need in the database: the functions that PostGraphile exposes."""
    db = await asyncpg.connect(world.superuser)
    await db.execute(BENCH_SCHEMA)
    await db.close()


BENCH_SCHEMA = """
drop schema if exists bench cascade;
create schema bench;
grant usage on schema bench to bole_staff, bole_app;
create function bench.roster(lo bigint, hi bigint, level text, unit uuid) returns setof public.talent
language sql stable as $$
  select t.* from public.talent t
  where t.unit_path >= roster.lo and t.unit_path < roster.hi and t.level = roster.level
    and (roster.unit is null or (t.unit_path >= (select path from public.unit where id = roster.unit)
      and t.unit_path < (select path_end from public.unit where id = roster.unit)))
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
create function bench.record_contact(talent uuid, post uuid, "on" date, actor uuid) returns public.contact_log
language plpgsql volatile as $$
declare r public.contact_log; t public.talent; p public.post; a uuid;
begin
  update public.talent x set last_contact_on = greatest(x.last_contact_on, "on") where x.id = talent returning * into t;
  update public.contact_assignment x set last_contact_on = greatest(x.last_contact_on, "on")
    where x.talent_id = talent and x.post_id = post and x.status = 'active' returning x.id into a;
  select * into p from public.post x where x.id = post;
  insert into public.contact_log (id, unit_path, talent_id, post_id, post_then, leader_then, assignment_id, recorded_by,
      recorded_by_name, occurred_on, recorded_on, mode, confidentiality, status, greeting, version)
    values (uuidv7(), t.unit_path, t.id, p.id, p.name, '', a, actor, '测速员', "on", current_date, 'visit', 'open',
      'recorded', '登门看望，了解近况。', 1) returning * into r;
  insert into public.outbox (fact, body, actor_id) values ('ContactRecorded', jsonb_build_object('id', r.id), actor);
  insert into public.audit (actor_id, actor_name, operations, rows, changes) values (actor, '测速员',
    array['contact.record_contact'], array['contact_log/' || r.id], jsonb_build_object(r.id, to_jsonb(r)));
  return r;
end $$;
create function bench.redeem(card text, key text, actor uuid) returns public.redemption
language plpgsql volatile as $$
declare r public.redemption; c public.card; e public.entitlement;
begin
  select * into c from public.card x where x.number = redeem.card and x.status = 'active'
    and x.valid_from <= current_date and x.valid_until >= current_date;
  update public.entitlement x set used = used + 1 where x.card_id = c.id and x.service_code = 'venues'
    and x.starts_on <= current_date and x.ends_on > current_date and used + reserved + lapsed < quota returning * into e;
  if e.id is null then raise exception 'exhausted'; end if;
  insert into public.redemption (id, unit_path, card_id, talent_id, service_code, service_name, tier, day, occurred_at,
      amount, status, stage, provider_id, by_id, key, reason, needs_decision)
    values (uuidv7(), c.unit_path, c.id, c.talent_id, 'venues', e.service_name, c.tier, current_date, now(), 1,
      'confirmed', '', actor, actor, redeem.key, '', false) returning * into r;
  insert into public.entitlement_ledger (id, unit_path, entitlement_id, talent_id, entry, amount, key, note, by_id, redemption_id)
    values (uuidv7(), r.unit_path, e.id, r.talent_id, 'confirmed', 1, redeem.key, '', actor, r.id);
  insert into public.outbox (fact, body, actor_id) values ('EntitlementRedeemed', jsonb_build_object('id', r.id), actor);
  insert into public.audit (actor_id, actor_name, operations, rows, changes) values (actor, '测速员',
    array['card.redeem'], array['redemption/' || r.id], jsonb_build_object(r.id, to_jsonb(r)));
  return r;
end $$;
grant execute on all functions in schema bench to bole_staff, bole_app;
"""
