"""The one database of a run: 潮州 with `size` invented people and what belongs to them."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import asyncpg

import bole.profiles
import bole.tables
from bole.card.rules import card_number
from bole.catalogue.profile import load_profile, read_profile
from bole.core import ddl, server
from bole.core.actor import PLATFORM
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.secrets import Vault
from bole.core.table import new_id
from bole.roster.codes import read_phone
from bole.roster.names import prepare_names
from bole.roster.population import people
from bole.roster.sealed import phone_columns
from bole.settings import settings

CHUNK = 20_000
CITY = Path(bole.profiles.__path__[0]) / "chaozhou"
TODAY = datetime.now(timezone(timedelta(hours=8))).date()
TALENT = [
    "id", "unit_path", "unit_id", "version", "name", "name_key", "pinyin", "initials", "search_tokens", "gender",
    "birth_date", "nationality", "status", "level", "level_since", "talent_type", "specialty", "phone_sealed",
    "phone_blind", "phone_masked", "employer_name", "position", "highest_degree", "highest_title", "highest_rank",
    "last_contact_on", "next_contact_due",
]  # fmt: skip

CHILDREN = """
insert into employment (id, unit_path, talent_id, employer_name, kind, position, started_on, main)
  select uuidv7(), unit_path, id, employer_name || case when n = 1 then '' else '（前）' end, 'full', position,
    date '2015-01-01' + n * 500, n = 1 from talent, generate_series(1, 2) n;
insert into education (id, unit_path, talent_id, degree, school, graduated_on, full_time)
  select uuidv7(), unit_path, id, highest_degree, '韩江理工学院', date '2008-07-01' + n, true
  from talent, generate_series(1, 2) n;
insert into title (id, unit_path, talent_id, name, rank, granted_on)
  select uuidv7(), unit_path, id, coalesce(highest_title, '助理工程师'), coalesce(highest_rank, 'junior'),
    date '2012-05-01' from talent;
insert into honour (id, unit_path, talent_id, name, grade, granted_on)
  select uuidv7(), unit_path, id, '市级优秀人才', (array['national', 'provincial', 'city'])[1 + n % 3],
    date '2020-01-01' + n * 100 from talent, generate_series(1, 2) n;
insert into contact_log (id, unit_path, talent_id, post_id, post_then, leader_then, recorded_by, recorded_by_name,
    occurred_on, recorded_on, mode, confidentiality, status, greeting, version)
  select uuidv7(), t.unit_path, t.id, p.id, p.name, '时任领导', p.id, '经办', $today - n * 40, $today - n * 40,
    'visit', 'open', 'recorded', '登门看望，了解近况。', 1
  from talent t, (select id, name from post where leader_level = 'county' order by code limit 1) p,
    generate_series(1, 3) n;
insert into contact_log (id, unit_path, talent_id, post_id, post_then, leader_then, recorded_by, recorded_by_name,
    occurred_on, mode, confidentiality, status, version)
  select uuidv7(), t.unit_path, t.id, p.id, p.name, '时任领导', p.id, '经办', $today + 20, 'phone', 'open', 'planned', 1
  from talent t, (select id, name from post where leader_level = 'county' order by code limit 1) p
  where ('x' || substr(md5(t.id::text), 3, 2))::bit(8)::int < 25;
insert into need (id, unit_path, talent_id, talent_name, kind, content, status, raised_on, returns)
  select uuidv7(), unit_path, t.id, name, (array['school', 'housing', 'medical'])[1 + n % 3], '子女入学等', 'registered',
    $today - 10 * (n % 2), 0
  from talent t, generate_series(1, 1 + ('x' || substr(md5(t.id::text), 5, 2))::bit(8)::int % 5) n
  where ('x' || substr(md5(t.id::text), 1, 2))::bit(8)::int < 80;
insert into contact_assignment (id, unit_path, talent_id, post_id, appointment_id, level, status, cadence_months,
    cadence_aligned, first_due_on, valid_from)
  select uuidv7(), t.unit_path, t.id, p.id, p.appointment_id, 'county', 'active', 6, false, $today, $today - 400
  from talent t, (select p.id, a.id as appointment_id from post p join appointment a on a.post_id = p.id
    where p.leader_level = 'county' and a.valid_until is null order by p.code limit 1) p
  where t.level is not null;
insert into card (id, unit_path, talent_id, number, scheme, scheme_version, tier, tier_name, level, valid_from,
    valid_until, status, status_reason, status_since, version)
  select uuidv7(), unit_path, id, 'B' || lpad((row_number() over ())::text, 11, '0'), 'youcai', 1, 'regular',
    '普通卡', coalesce(level, 'L5'), $today - 100, $today + 900, 'active', '', now(), 1 from talent
  where level is not null;
"""


@dataclass
class BenchWorld:
    """Where it is and who asks."""

    name: str
    app: str
    superuser: str
    token: str
    lo: int
    hi: int
    account: UUID
    post: UUID


async def made(base: server.Server, size: int, say: Any) -> BenchWorld:
    """A fresh copy of the database with `size` people, and somebody signed in who asks."""
    await copied(base, await kept(base, size, say), RUN)
    return await _asking(base, RUN)


async def kept(base: server.Server, size: int, say: Any) -> str:
    """The database that copies are made of; filled when there is none of today's schema, city and month."""
    city = [p.read_text() for p in sorted(CITY.rglob("*.toml"))]
    source = [*ddl.everything(), *city, CHILDREN, ENTITLEMENTS, f"{TODAY:%Y-%m}"]
    name = f"bole_bench_{size}_{hashlib.sha256(chr(10).join(source).encode()).hexdigest()[:10]}"
    maintenance = await asyncpg.connect(base.dsn("postgres"))
    try:
        await server.ensure_roles(maintenance)
        if not await maintenance.fetchval(READY, name):
            for old in await maintenance.fetch(OF_SIZE, f"bole\\_bench\\_{size}\\_%"):
                await server.drop_database(maintenance, old["datname"])
            say(f"建库：{size:,} 人")
            await server.create_database(maintenance, name)
            await _fill(base, name, size, say)
            await maintenance.execute(f"comment on database {name} is 'ready'")
    finally:
        await maintenance.close()
    return name


async def copied(base: server.Server, source: str, name: str) -> None:
    """`name` as `source` is: a run writes, and the next one must find what this one found."""
    maintenance = await asyncpg.connect(base.dsn("postgres"))
    try:
        await server.drop_database(maintenance, name)
        await maintenance.execute(
            f"create database {name} template {source} strategy file_copy", timeout=3600
        )
    finally:
        await maintenance.close()


RUN = "bole_bench_run"
OF_SIZE = "select datname from pg_database where datname like $1"
READY = """
select exists (select from pg_database where datname = $1 and shobj_description(oid, 'pg_database') = 'ready')"""


async def _fill(base: server.Server, name: str, size: int, say: Any) -> None:
    db = await asyncpg.connect(base.dsn(name))
    owner = await asyncpg.connect(base.address(name).owner)
    for statement in ddl.everything():
        await owner.execute(statement)
    await owner.close()
    opened = Database(base.address(name).app, size=2)
    async with Work(Services(opened)).write(PLATFORM) as ctx:
        await load_profile(ctx, read_profile(CITY))
    await opened.close()
    units = await db.fetch(
        "select id, path from unit where kind in ('town', 'employer') and valid_until is null"
    )
    vault, chance, done = Vault.of(settings()), Random(7), 0
    source = people(size, 7, levels=["L1", "L2", "L3", "L4", "L5"], types=["T1", "T2", "T3"])
    for chunk in _chunks(source):
        keys = prepare_names([p.name for p in chunk])
        rows = [_talent(p, k, chance.choice(units), vault) for p, k in zip(chunk, keys, strict=True)]
        await db.copy_records_to_table("talent", records=rows, columns=TALENT)
        done += len(rows)
        say(f"  人才 {done:,}/{size:,}")
    say("  各人的任职、学历、联系记录、优才卡")
    for statement in CHILDREN.replace("$today", f"date '{TODAY}'").split(";\n"):
        if statement.strip():
            await db.execute(statement, timeout=3600)
    ids = [r[0] for r in await db.fetch("select id from card")]
    numbers = [(i, card_number("YC", 2026, chance.getrandbits(50))) for i in ids]
    await db.execute("create temp table numbers (id uuid primary key, number text)")
    await db.copy_records_to_table("numbers", records=numbers, columns=["id", "number"])
    await db.execute("update card c set number = n.number from numbers n where n.id = c.id", timeout=3600)
    for statement in ENTITLEMENTS.replace("$today", f"date '{TODAY}'").split(";\n"):
        await db.execute(statement, timeout=3600)
    await db.execute("vacuum analyze", timeout=3600)
    await db.close()


ENTITLEMENTS = """
insert into entitlement (id, unit_path, card_id, talent_id, service_code, service_name, service_class,
    service_version, position, tier, period, starts_on, ends_on, limits, main, pooled, stage, tier_quota, quota,
    carried, used, reserved, lapsed, live)
  select uuidv7(), unit_path, id, talent_id, 'venues', '体育文化场馆', 'leisure', 1, 17, tier, 'month',
    date_trunc('month', $today)::date, (date_trunc('month', $today) + interval '1 month')::date, 1, true, false, '',
    1000000000, 1000000000, 0, 1, 0, 0, true from card;
insert into redemption (id, unit_path, card_id, talent_id, service_code, service_name, tier, day, occurred_at, amount,
    status, stage, provider_id, by_id, key, reason, needs_decision)
  select uuidv7(), e.unit_path, e.card_id, e.talent_id, 'venues', e.service_name, e.tier, e.starts_on, e.starts_on, 1,
    'confirmed', '', p.id, p.id, concat('former-', e.id), '', false
  from entitlement e, (select id from post where code = 'chaoan-office-clerk') p;
insert into entitlement_ledger (id, unit_path, entitlement_id, talent_id, entry, amount, key, note, by_id,
    redemption_id)
  select uuidv7(), e.unit_path, e.id, e.talent_id, 'confirmed', -1, concat(r.id, ':confirmed'), '', r.by_id, r.id
  from entitlement e join redemption r on r.card_id = e.card_id
"""
"""One right a card, without end, and one former use: plans are made for tables that are not empty."""


def _talent(p: Any, k: Any, unit: Any, vault: Vault) -> tuple[Any, ...]:
    id = new_id()
    phone = phone_columns(vault, id, read_phone(p.phone))
    days = p.index % 300
    return (
        id, unit["path"], unit["id"], 1, k.name, k.name_key, k.pinyin, k.initials,
        sorted({*k.grams, *k.spellings}), p.gender.value, p.birth_date, "中国", "active", p.level,
        date(2026, 1, 1) if p.level else None, p.talent_type, p.specialty, phone["phone_sealed"],
        phone["phone_blind"], phone["phone_masked"], p.employer, p.position, p.degree.value, p.title,
        p.title_rank.value if p.title_rank else None, TODAY - timedelta(days=days), TODAY + timedelta(days=180 - days),
    )  # fmt: skip


def _chunks(source: Iterable[Any]) -> Iterator[list[Any]]:
    walking = iter(source)
    while chunk := list(islice(walking, CHUNK)):
        yield chunk


async def _asking(base: server.Server, name: str) -> BenchWorld:
    """A staff member of 潮安区 who may do what the cases do, signed in."""
    db = await asyncpg.connect(base.dsn(name))
    token = "bench-" + hashlib.sha256(name.encode()).hexdigest()
    post, person = await db.fetchrow(
        "select p.id, a.person_id from post p join appointment a on a.post_id = p.id"
        " where p.code = 'chaoan-office-clerk' limit 1"
    )
    for role in ("R1", "R5", "R10"):
        await db.execute(
            "insert into post_role (id, post_id, role_code) values ($1, $2, $3) on conflict do nothing",
            uuid4(), post, role,
        )  # fmt: skip
    account = await db.fetchval("select id from account where person_id = $1", person) or uuid4()
    await db.execute(
        "insert into account (id, version, login, name, kind, status, person_id, demo)"
        " values ($1, 1, 'bench', '测速员', 'staff', 'active', $2, false) on conflict do nothing",
        account, person,
    )  # fmt: skip
    await db.execute(
        "insert into credential (id, account_id, password_changed_at, totp_sealed, totp_step, failed_attempts)"
        " values ($1, $2, now(), '\\x00', 0, 0) on conflict do nothing",
        uuid4(), account,
    )  # fmt: skip
    digest = hashlib.sha256(token.encode()).digest()
    await db.execute("delete from session where token_hash = $1", digest)
    await db.execute(
        "insert into session (id, account_id, token_hash, post_id, last_seen_at, expires_at, method, source, agent)"
        " values ($1, $2, $3, $4, now(), now() + interval '8 hours', 'password', '127.0.0.1', 'bench')",
        uuid4(), account, digest, post,
    )  # fmt: skip
    lo, hi = await db.fetchrow("select path, path_end from unit where code = 'chaoan'")
    await db.close()
    return BenchWorld(name, base.address(name).app, base.dsn(name), token, lo, hi, account, post)
