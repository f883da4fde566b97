"""The auditor reads the trail, finds one record's history in it, and sees whether the chain is whole."""

from datetime import date, timedelta
from typing import Any

import asyncpg
import pytest
import sqlalchemy as sa
from httpx import AsyncClient
from tests.identity.conftest import BEGAN, City, gql

from bole.core import clock
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.database import Database
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.identity import accounts, audit_service
from bole.identity.models import Account
from bole.identity.rules import AccountKind
from bole.org.models import Appointment

ENTRIES = """query ($first: Int = 50, $after: String, $actor: UUID, $op: String, $t: String, $r: UUID, $from: Date, $to: Date) {
  auditEntries(first: $first, after: $after, actorId: $actor, operation: $op, table: $t, rowId: $r, fromDay: $from, toDay: $to) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id at actorId actorName login posts operations words rows rowCount changes requestId shard seq hash } } }"""
STANDING = "{ auditStanding { whole complete entries since checkedAt faultCount faults } }"


@pytest.fixture
async def auditor(city: City) -> str:
    await city.account("auditor", "安全审计员", name="沈审计")
    return await city.session("auditor")


@pytest.fixture
async def changed(city: City) -> Account:
    """An account that the administrator made and then disabled."""
    admin = await city.actor("admin")
    async with city.work.write(admin, request_id="req-1") as ctx:
        ctx.performed.append("identity.create_account")
        made = await accounts.create_account(ctx, login="newcomer", name="新来", kind=AccountKind.STAFF)
    async with city.work.write(admin) as ctx:
        ctx.performed.append("identity.disable_account")
        return await accounts.disable_account(ctx, account_id=made.id, reason="调离")


async def entries(api: AsyncClient, token: str, **given: Any) -> Any:
    told = await gql(api, ENTRIES, token, **given)
    assert "errors" not in told, told
    return told["data"]["auditEntries"]


async def test_an_entry_tells_who_as_what_did_what_and_what_changed(
    city: City, api: AsyncClient, auditor: str, changed: Account
) -> None:
    (entry,) = (await entries(api, auditor, op="identity.disable_account"))["nodes"]
    admin = city.accounts["admin"]
    assert (entry["actorId"], entry["actorName"], entry["login"]) == (str(admin.id), admin.name, "admin")
    assert entry["posts"] == ["市委人才办 系统管理员"]
    assert entry["operations"] == ["identity.disable_account"] and entry["words"] == [
        "停用账号，其全部登录立即注销"
    ]
    assert entry["id"] == f"{entry['shard']}-{entry['seq']}" and len(entry["hash"]) == 64
    status = next(c for c in entry["changes"] if c["column"] == "status")
    assert status == {
        "table": "account", "tableName": "账号", "rowId": str(changed.id), "column": "status", "label": "状态",
        "before": "active", "after": "disabled",
    }  # fmt: skip
    (made,) = (await entries(api, auditor, op="identity.create_account"))["nodes"]
    assert made["requestId"] == "req-1"


async def test_no_secret_stands_in_an_entry(api: AsyncClient, auditor: str, changed: Account) -> None:
    (made,) = (await entries(api, auditor, op="identity.create_account"))["nodes"]
    (password,) = [c for c in made["changes"] if c["column"] == "password_hash"]
    assert password["after"] == "•••"
    assert "$argon2" not in str(made)


async def test_a_column_that_stayed_as_it_was_is_no_line(
    api: AsyncClient, auditor: str, changed: Account
) -> None:
    for entry in (await entries(api, auditor))["nodes"]:
        assert all(c["before"] != c["after"] for c in entry["changes"])


async def test_the_newest_come_first_and_every_page_goes_on_where_the_last_ended(
    api: AsyncClient, auditor: str, changed: Account
) -> None:
    whole, seen, after = await entries(api, auditor), [], None
    while True:
        page = await entries(api, auditor, first=3, after=after)
        seen += [n["id"] for n in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == [n["id"] for n in whole["nodes"]] and len(seen) == whole["totalCount"] > 6
    times = [n["at"] for n in whole["nodes"]]
    assert times == sorted(times, reverse=True)


async def test_one_records_history_is_found_with_its_table_or_without(
    api: AsyncClient, auditor: str, changed: Account
) -> None:
    for given in ({"r": str(changed.id)}, {"r": str(changed.id), "t": "account"}):
        found = await entries(api, auditor, **given)
        assert [n["operations"] for n in found["nodes"]] == [
            ["identity.disable_account"],
            ["identity.create_account"],
        ]
    assert (await entries(api, auditor, r=str(changed.id), t="unit"))["totalCount"] == 0
    assert (await entries(api, auditor, r=str(new_id())))["totalCount"] == 0


async def test_entries_are_found_by_person_table_and_day(
    city: City, api: AsyncClient, auditor: str, changed: Account
) -> None:
    by_admin = await entries(api, auditor, actor=str(city.accounts["admin"].id))
    assert by_admin["totalCount"] == 2
    assert (await entries(api, auditor, actor=str(new_id())))["totalCount"] == 0
    units = await entries(api, auditor, t="unit")
    assert units["totalCount"] >= 6
    assert all(any(r.startswith("unit/") for r in n["rows"]) for n in units["nodes"])
    today = clock.today()
    whole = (await entries(api, auditor))["totalCount"]
    one_day = timedelta(days=1)
    assert (await entries(api, auditor, **{"from": str(today - one_day), "to": str(today)}))[
        "totalCount"
    ] == whole
    assert (await entries(api, auditor, **{"from": str(today + one_day)}))["totalCount"] == 0
    assert (await entries(api, auditor, to=str(today - timedelta(days=400))))["totalCount"] == 0


@pytest.mark.parametrize("login", ["clerk", "admin", "xiangqiao"])
async def test_whoever_is_no_auditor_is_refused(city: City, api: AsyncClient, login: str) -> None:
    token = await city.session(login)
    for text in (ENTRIES, STANDING):
        told = await gql(api, text, token)
        assert told["errors"][0]["extensions"]["code"] == "FORBIDDEN"


# Row policies ---------------------------------------------------------------------------------------------


async def rows_seen(city: City, actor: Actor) -> tuple[int, int]:
    """Of the trail and of its heads, with every permission of the operations pretended."""
    async with city.work.read(actor) as ctx:
        trail = (await ctx.db.execute(sa.text("select count(*) from audit"))).scalar_one()
        return trail, (await ctx.db.execute(sa.text("select count(*) from audit_head"))).scalar_one()


def pretending(acting: Actor) -> Actor:
    return Actor(acting.id, acting.name, acting.kind, frozenset(Permission), 0, 10**18)


async def test_the_database_shows_the_trail_to_the_auditor_and_to_nobody_else_of_the_staff(
    city: City, auditor: str, changed: Account
) -> None:
    trail, heads = await rows_seen(city, await city.actor("auditor"))
    assert trail > 6 and heads == 64
    for login in ("clerk", "admin", "xiangqiao"):
        assert await rows_seen(city, pretending(await city.actor(login))) == (0, 0), login
    nobody = Actor(new_id(), "无此账号", ActorKind.STAFF, frozenset(Permission), 0, 10**18)
    assert await rows_seen(city, nobody) == (0, 0)


async def test_an_auditor_whose_term_ended_sees_nothing_more(
    city: City, auditor: str, changed: Account
) -> None:
    acting = await city.actor("auditor")
    async with city.work.write(PLATFORM) as ctx:
        term = (
            await ctx.db.execute(
                sa.select(Appointment).where(
                    Appointment.person_id == city.accounts["auditor"].person_id  # type: ignore[arg-type]
                )
            )
        ).scalar_one()
        term.valid_from, term.valid_until = BEGAN, clock.today() - timedelta(days=1)
    assert await rows_seen(city, acting) == (0, 0)


async def test_a_disabled_auditor_sees_nothing_more(city: City, auditor: str) -> None:
    acting = await city.actor("auditor")
    async with city.work.write(PLATFORM) as ctx:
        await accounts.disable_account(ctx, account_id=acting.id, reason="停用")
    assert await rows_seen(city, acting) == (0, 0)


@pytest.mark.parametrize("role", ["bole_leader", "bole_talent", "bole_partner"])
async def test_the_trail_is_closed_to_every_other_role(database: Database, role: str) -> None:
    async with database.pool(role).acquire() as connection:
        for table in ("audit", "audit_head"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.fetchval(f"select count(*) from {table}")


async def test_without_a_person_the_staffs_role_sees_nothing(database: Database, city: City) -> None:
    async with database.pool("bole_staff").acquire() as connection:
        assert await connection.fetchval("select count(*) from audit") == 0


async def test_one_records_history_is_looked_up_and_not_searched_for(
    city: City, auditor: str, changed: Account
) -> None:
    """The row policy does not keep the index from it, however long the trail is."""
    async with city.work.read(await city.actor("auditor")) as ctx:
        await ctx.db.execute(sa.text("set local enable_seqscan = off"))
        plan = "explain select * from audit where (shard, seq) in (select shard, seq from audit_about(array['x']))"
        told = "\n".join((await ctx.db.execute(sa.text(plan))).scalars())
    assert "Index Scan using audit_pkey" in told and "Function Scan on audit_about" in told
    async with city.work.read(PLATFORM) as ctx:
        await ctx.db.execute(sa.text("set local enable_seqscan = off"))
        inside = "explain select shard, seq from audit where rows && array['x']"
        assert "audit_rows_idx" in "\n".join((await ctx.db.execute(sa.text(inside))).scalars())


async def test_the_place_of_a_record_shows_nothing_of_it_to_whoever_is_no_auditor(
    city: City, changed: Account
) -> None:
    about = (
        "select count(*) from audit where (shard, seq) in (select shard, seq from audit_about(array[:key]))"
    )
    for login, seen in (("clerk", 0), ("admin", 0)):
        async with city.work.read(pretending(await city.actor(login))) as ctx:
            found = await ctx.db.execute(sa.text(about), {"key": f"account/{changed.id}"})
            assert found.scalar_one() == seen


# The chain ------------------------------------------------------------------------------------------------


async def standing(api: AsyncClient, token: str) -> Any:
    told = await gql(api, STANDING, token)
    assert "errors" not in told, told
    return told["data"]["auditStanding"]


async def forge(sees: asyncpg.Connection, statement: str) -> None:
    await sees.execute("alter table audit disable trigger user")
    await sees.execute(statement)
    for trigger in ("audit_chain", "audit_append_only"):
        await sees.execute(f"alter table audit enable always trigger {trigger}")


async def test_an_untouched_chain_is_told_whole(
    api: AsyncClient, auditor: str, changed: Account, sees: asyncpg.Connection
) -> None:
    told = await standing(api, auditor)
    assert told["whole"] and told["complete"] and told["faults"] == [] and told["faultCount"] == 0
    assert told["entries"] == await sees.fetchval("select count(*) from audit")
    assert told["since"].startswith(str(date.today().year))


@pytest.mark.parametrize(
    "forgery",
    [
        "update audit set actor_name = '别人' where seq = 1",
        "delete from audit where seq = 1",
        "delete from audit a using audit_head h where a.shard = h.shard and a.seq = h.seq",
    ],
)
async def test_a_forged_chain_is_told_with_what_is_wrong(
    api: AsyncClient, auditor: str, changed: Account, sees: asyncpg.Connection, forgery: str
) -> None:
    await forge(sees, forgery)
    told = await standing(api, auditor)
    assert not told["whole"] and told["faultCount"] == len(told["faults"]) > 0
    assert all("链" in line for line in told["faults"])


async def test_of_a_long_trail_the_newest_are_checked_and_that_is_said(
    api: AsyncClient,
    auditor: str,
    changed: Account,
    sees: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(audit_service, "NEWEST", 3)
    told = await standing(api, auditor)
    chains = await sees.fetchval("select count(*) from audit_head where seq > 0")
    oldest = await sees.fetchval("select min(at) from audit")
    assert told["whole"] and not told["complete"]
    assert 3 <= told["entries"] <= 3 + chains
    assert told["entries"] < await sees.fetchval("select count(*) from audit")
    assert told["since"] > oldest.astimezone(clock.SHANGHAI).isoformat()


@pytest.mark.parametrize(
    "forgery",
    [
        "update audit set actor_name = '别人' where at = (select max(at) from audit)",
        "delete from audit where at = (select max(at) from audit)",
        "delete from audit a using audit_head h where a.shard = h.shard and a.seq = h.seq",
        "truncate audit",
    ],
)
async def test_a_forgery_among_the_newest_is_found_in_a_long_trail_too(
    api: AsyncClient,
    auditor: str,
    changed: Account,
    sees: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
    forgery: str,
) -> None:
    monkeypatch.setattr(audit_service, "NEWEST", 3)
    await forge(sees, forgery)
    assert not (await standing(api, auditor))["whole"]
