"""The limit: SQL by hand that returns JSON, asyncpg, a bare ASGI app. Scope as a WHERE, one statement, autocommit.

Writes leave what bole's leave: the row, its consequences, an audit entry (the same trigger chains it) and an event.
"""

import os
from uuid import UUID

import asyncpg
import orjson

LO, HI, TOKEN = int(os.environ["LO"]), int(os.environ["HI"]), os.environ["TOKEN"].encode()
ACTOR = UUID(os.environ["ACTOR"])

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
       and c.status in ('pending', 'active', 'frozen', 'lost') order by c.valid_until desc, c.id desc limit 1) r) card,
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
       order by e.main desc, e.started_on desc nulls last, e.id desc limit 20) r) employments,
    (select coalesce(json_agg(r), '[]') from (select upper(e.degree) degree, e.school, e.major,
       e.graduated_on "graduatedOn" from education e where e.talent_id = t.id
       order by e.graduated_on desc nulls last, e.id desc limit 20) r) educations,
    (select coalesce(json_agg(r), '[]') from (select e.name, upper(e.rank) rank, e.granted_on "grantedOn"
       from title e where e.talent_id = t.id order by e.granted_on desc nulls last, e.id desc limit 20) r) titles,
    (select coalesce(json_agg(r), '[]') from (select e.name, upper(e.grade) grade, e.granted_on "grantedOn"
       from honour e where e.talent_id = t.id order by e.granted_on desc nulls last, e.id desc limit 20) r) honours,
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
TOLD = """
, told as (insert into outbox (fact, body, actor_id) select '{fact}', jsonb_build_object('id', r.id), $9 from r)
, audited as (insert into audit (actor_id, actor_name, request_id, operations, rows, changes)
  select $9, '测速员', null, array['{operation}'], array[concat('{table}/', r.id)],
    jsonb_build_object(concat('{table}/', r.id), to_jsonb(r)) from r)
select row_to_json(x) from (select {answer} from r) x"""
RECORD = """
with t as (update talent set last_contact_on = greatest(last_contact_on, $3)
    where id = $1 and unit_path >= {lo} and unit_path < {hi} returning id, unit_path)
, a as (update contact_assignment set last_contact_on = greatest(last_contact_on, $3)
    where talent_id = $1 and post_id = $2 and status = 'active' returning id)
, r as (insert into contact_log (id, unit_path, talent_id, post_id, post_then, leader_then, assignment_id,
    recorded_by, recorded_by_name, occurred_on, recorded_on, mode, confidentiality, status, greeting, version)
  select uuidv7(), t.unit_path, t.id, p.id, p.name, coalesce(h.person_name, ''), (select id from a), $9, '测速员', $3,
    current_date, $4, 'open', 'recorded', $5, 1
  from t, post p left join appointment h on h.post_id = p.id and h.valid_until is null where p.id = $2
    and $6 = '' and $7 = '' and $8 = '' returning *)""" + TOLD.format(
    fact="ContactRecorded", operation="contact.record_contact", table="contact_log",
    answer='id, occurred_on "occurredOn", upper(mode) mode, post_then "postThen", greeting',
)  # fmt: skip
REDEEM = """
with c as (select id, talent_id, unit_path, tier from card where number = $1 and status = 'active'
    and valid_from <= current_date and valid_until >= current_date and unit_path >= {lo} and unit_path < {hi})
, e as (update entitlement e set used = used + 1 from c where e.card_id = c.id and e.service_code = $3
    and e.starts_on <= current_date and e.ends_on > current_date and used + reserved + lapsed < quota
    returning e.id, e.service_name)
, r as (insert into redemption (id, unit_path, card_id, talent_id, service_code, service_name, tier, day, occurred_at,
    amount, status, stage, provider_id, by_id, key, reason, needs_decision)
  select uuidv7(), c.unit_path, c.id, c.talent_id, $3, e.service_name, c.tier, current_date, now(), 1, 'confirmed', '',
    $9, $9, $2, '', false from c, e where $4 = '' and $5 = '' and $6 = '' and $7 = '' and $8 = '' returning *)
, l as (insert into entitlement_ledger (id, unit_path, entitlement_id, talent_id, entry, amount, key, note, by_id,
    redemption_id) select uuidv7(), r.unit_path, e.id, r.talent_id, 'confirmed', 1, $2, '', $9, r.id from r, e)""" + TOLD.format(
    fact="EntitlementRedeemed", operation="card.redeem", table="redemption",
    answer='id, service_name "serviceName", tier, amount, upper(status) status, occurred_at "occurredAt"',
)  # fmt: skip


class App:
    def __init__(self) -> None:
        scope = {"lo": LO, "hi": HI}
        self.sql = {
            b"page": PAGE.format(unit="", **scope), b"within": PAGE.format(unit=WITHIN, **scope),
            b"detail": DETAIL.format(**scope), b"search": SEARCH.format(**scope),
            b"record": RECORD.format(**scope), b"redeem": REDEEM.format(**scope),
        }  # fmt: skip
        self.viewers = {b"Bearer " + TOKEN: ACTOR}

    async def __call__(self, scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        if scope["type"] == "lifespan":
            await receive()
            self.pool = await asyncpg.create_pool(
                os.environ["DSN"], min_size=10, max_size=10, statement_cache_size=1000, init=_json,
                connection_class=_Quiet,
                server_settings={"jit": "off", "plan_cache_mode": "force_generic_plan", "timezone": "Asia/Shanghai"},
            )  # fmt: skip
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
            return
        viewer = next((self.viewers.get(v) for k, v in scope["headers"] if k == b"authorization"), None)
        if viewer is None:
            await self._send(send, 401, b"{}")
            return
        body = (await receive())["body"]
        given = orjson.loads(body)
        answer = await getattr(self, scope["path"][1:])(given)
        await self._send(send, 200, b'{"data":' + (answer or b"null") + b"}")

    async def _send(self, send, status: int, body: bytes) -> None:  # type: ignore[no-untyped-def]
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def roster_page(self, given: dict[str, str]) -> bytes:
        if given["unit"]:
            return await self.pool.fetchval(self.sql[b"within"], given["level"], UUID(given["unit"]))
        return await self.pool.fetchval(self.sql[b"page"], given["level"])

    async def talent_detail(self, given: dict[str, str]) -> bytes:
        return await self.pool.fetchval(self.sql[b"detail"], UUID(given["id"]))

    async def name_search(self, given: dict[str, str]) -> bytes:
        return await self.pool.fetchval(self.sql[b"search"], given["text"])

    async def record_contact(self, given: dict[str, str]) -> bytes:
        from datetime import date

        on = date.fromisoformat(given["on"])
        return await self.pool.fetchval(
            self.sql[b"record"], UUID(given["talent"]), UUID(given["post"]), on, "visit", "登门看望，了解近况。",
            "", "", "", ACTOR,
        )  # fmt: skip

    async def redeem(self, given: dict[str, str]) -> bytes:
        return await self.pool.fetchval(
            self.sql[b"redeem"], given["card"], given["key"], "venues", "", "", "", "", "", ACTOR
        )


class _Quiet(asyncpg.Connection):
    def get_reset_query(self) -> str:
        return ""


async def _json(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec(
        "json", schema="pg_catalog", encoder=bytes, decoder=bytes, format="binary"
    )


app = App()
