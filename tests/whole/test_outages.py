"""What we stand on goes away: the database dies, answers late, the disk is full. Told as such, and nothing is lost."""

import asyncio
import os
import shutil
import signal
from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import psutil
import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from starlette.requests import Request
from tests.support.refusals import has_chinese
from tests.support.whole import Whole

from bole import serving
from bole.app import create_app
from bole.core import database as databases
from bole.core import ddl, endpoint, server
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.core.files import Files
from bole.core.front import Front
from bole.core.permissions import Permission
from bole.core.secrets import Vault
from bole.org.models import Unit
from bole.org.rules import UnitKind
from bole.settings import Environment, Settings, read_settings

CLERK = Actor(
    UUID(int=9), "王科员", ActorKind.STAFF, frozenset(Permission), 0, 10**18, session_id=UUID(int=7)
)


class Private:
    """A PostgreSQL server of this module alone, which may be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running = server.start(folder)
        self.app = self.running.address("bole").app

    async def fill(self) -> None:
        maintenance = await asyncpg.connect(self.running.dsn("postgres"))
        await server.create_database(maintenance, "bole")
        await maintenance.close()
        owner = await asyncpg.connect(self.running.address("bole").owner)
        for statement in ddl.everything():
            await owner.execute(statement)
        await owner.close()

    def die(self) -> None:
        """At once, as by a power cut: no goodbye to anybody."""
        master = psutil.Process(self.running.pid)
        os.kill(master.pid, signal.SIGQUIT)
        master.wait(20)

    async def rise(self) -> None:
        self.running.stop()
        self.running = await asyncio.to_thread(server.start, self.folder)

    async def seen(self, sql: str) -> Any:
        db = await asyncpg.connect(self.running.dsn("bole"))
        try:
            return await db.fetchval(sql)
        finally:
            await db.close()


@pytest.fixture(scope="module")
async def private() -> AsyncIterator[Private]:
    folder = Path(mkdtemp(prefix="bole-private-"))
    made = await asyncio.to_thread(Private, folder / "data")
    await made.fill()
    yield made
    made.running.stop()
    shutil.rmtree(folder, ignore_errors=True)


async def clerk(_: Request) -> Actor | None:
    return CLERK


@pytest.fixture(scope="module")
async def app(private: Private, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[FastAPI]:
    settings = read_settings(env=Environment.TEST, files_dir=tmp_path_factory.mktemp("files"))
    services = Services(Database(private.app, size=3), settings, Vault.of(settings), Files.of(settings))
    async with Work(services).write(PLATFORM) as ctx:
        ctx.db.add(Unit(
            code="cz", name="市委", short_name="市委", kind=UnitKind.COMMITTEE, depth=1, ordinal=1,
            path=10**16, path_end=2 * 10**16, valid_from=date(2020, 1, 1),
        ))  # fmt: skip
    yield create_app(services, clerk)
    await services.database.close()


def client(app: FastAPI, **headers: str) -> AsyncClient:
    transport = ASGITransport(Front(app), raise_app_exceptions=False)
    return AsyncClient(
        transport=transport, base_url="http://bole.test", headers={"x-bole-request": "1", **headers}
    )


READ = "{ units { totalCount nodes { id name } } }"
COMPUTED = "{ entryKinds { kind } }"
POST = "mutation ($u: UUID!, $n: String!) { createPost(unitId: $u, code: $n, name: $n) { name } }"
HOT = 'mutation { redeem(cardNumber: "CZ26-M239-FC2H-B6G", service: "x", key: "k") { id } }'


def told_503(answer: Any, code: str = "UNAVAILABLE") -> None:
    assert answer.status_code == 503, answer.text
    told = answer.json()
    error = told["errors"][0]["extensions"] if "errors" in told else told
    assert error["code"] == code and has_chinese(answer.text)


# The database ---------------------------------------------------------------------------------------------


async def test_a_dead_database_is_told_as_503_and_everything_goes_on_when_it_is_back(
    private: Private, app: FastAPI
) -> None:
    key = str(uuid4())
    async with client(app, **{"idempotency-key": key}) as api:
        unit = (await api.post("/graphql", json={"query": READ})).json()["data"]["units"]["nodes"][0]["id"]

        async def post(name: str) -> Any:
            return await api.post("/graphql", json={"query": POST, "variables": {"u": unit, "n": name}})

        async with client(app) as other:  # so that there are connections in every pool, which then break
            body = {"query": POST, "variables": {"u": unit, "n": "p1"}}
            assert "errors" not in (await other.post("/graphql", json=body)).json()
            await other.post("/graphql", json={"query": COMPUTED})
            await other.post("/graphql", json={"query": HOT})
        await asyncio.to_thread(private.die)
        for text in (READ, COMPUTED, HOT):
            told_503(await api.post("/graphql", json={"query": text}))
        told_503(await post("p2"))
        told_503(await api.get("/api/v1/talents"))
        told_503(
            await api.post("/partner/v1/redemptions", json={"card": "CZ26-M239-FC2H-B6G", "service": "y"})
        )
        told_503(await api.post("/api/v1/session", json={"login": "a", "password": "b"}))
        await private.rise()
        assert (await api.post("/graphql", json={"query": READ})).json()["data"]["units"]["totalCount"] == 1
        assert (await api.post("/graphql", json={"query": COMPUTED})).json()["data"]["entryKinds"] is not None
        for _ in range(2):  # the second time it is kept, and not done again
            assert (await post("p2")).json() == {"data": {"createPost": {"name": "p2"}}}
        hot = (await api.post("/graphql", json={"query": HOT})).json()
        assert hot["errors"][0]["extensions"]["code"] == "IDEMPOTENCY_KEY_REUSED"
    assert await private.seen("select count(*) from post") == 2


async def test_a_database_that_dies_under_a_command_leaves_nothing_half_done(
    private: Private, app: FastAPI
) -> None:
    """Three commands, the server dies under them: each is told no, finds nothing done, and may try again."""
    async with client(app) as api:
        unit = (await api.post("/graphql", json={"query": READ})).json()["data"]["units"]["nodes"][0]["id"]
        holder = await asyncpg.connect(private.running.dsn("bole"))
        transaction = holder.transaction()
        await transaction.start()
        await holder.execute("select * from unit for update")  # they wait for this row

        def body(name: str) -> dict[str, Any]:
            return {"query": POST, "variables": {"u": unit, "n": name}}

        waiting = [asyncio.create_task(api.post("/graphql", json=body(f"w{i}"))) for i in range(3)]
        while (
            await private.seen(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = 'bole'"
            )
            < 3
        ):
            await asyncio.sleep(0.02)
        await asyncio.to_thread(private.die)
        for answer in await asyncio.gather(*waiting):
            told_503(answer)
        await private.rise()
        assert await private.seen("select count(*) from post where code like 'w%'") == 0
        assert (await api.post("/graphql", json=body("w0"))).json()["data"] is not None


async def test_health_and_readiness_tell_the_process_from_the_database(
    private: Private, tmp_path: Path
) -> None:
    served = serving.app(
        read_settings(env=Environment.TEST, app_database_url=private.app, files_dir=tmp_path)
    )
    async with client(served) as api:
        await asyncio.to_thread(private.die)
        assert (await api.get("/healthz")).status_code == 200
        ready = await api.get("/readyz")
        assert ready.status_code == 503 and ready.json()["ready"] is False
        bearer = {"authorization": "Bearer " + "x" * 40}
        told_503(await api.post("/graphql", json={"query": "{ me { login } }"}, headers=bearer))
        told_503(await api.get("/api/v1/session", headers=bearer))
        await private.rise()
        assert (await api.get("/api/v1/session", headers=bearer)).status_code == 401
    await served.state.services.database.close()


async def test_the_answer_to_sign_in_is_the_same_for_a_dead_database(private: Private, app: FastAPI) -> None:
    """A wrong password and no database must not be confused: nobody is locked out by an outage."""
    async with client(app) as api:
        wrong = await api.post("/api/v1/session", json={"login": "nobody", "password": "x"})
        assert wrong.status_code == 401


# Late answers ---------------------------------------------------------------------------------------------


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch, whole: Whole) -> Iterator[Settings]:
    """Statements end after 300 ms instead of 8 s."""
    monkeypatch.setitem(databases.SETTINGS, "statement_timeout", "300ms")
    settings = read_settings(env=Environment.TEST, app_database_url=whole.db.app, files_dir=whole.files)
    yield settings


async def test_a_statement_that_takes_too_long_is_ended_and_told(whole: Whole, hurried: Settings) -> None:
    served = serving.app(hurried)
    bearer = {"authorization": f"Bearer {whole.tokens['jingban']}"}
    async with client(served, **bearer) as api, whole.sees() as sees, sees.transaction():
        await sees.execute("lock table talent, need, redemption in access exclusive mode")
        for text in (
            "{ talents { nodes { id } } }",
            "{ talents { totalCount } me { login } }",
            'mutation { raiseNeed(content: "住房", talentId: "01900000-0000-7000-8000-000000000001") { id } }',
        ):
            answer = await api.post("/graphql", json={"query": text})
            told_503(answer, "TOOK_TOO_LONG")
            assert "秒" in answer.text
        told_503(await api.get("/api/v1/talents"), "TOOK_TOO_LONG")
    async with client(served, **bearer) as api:
        answer = await api.post("/graphql", json={"query": "{ talents { totalCount } }"})
        assert answer.json()["data"]["talents"]["totalCount"] == 12
    await served.state.services.database.close()


async def test_a_command_past_its_deadline_is_undone_and_told(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The edge's own deadline: the caller hears, and what was begun is rolled back."""
    monkeypatch.setattr(endpoint, "DEADLINE_SECONDS", 0.4)
    async with whole.client("jingban") as api, whole.sees() as sees:
        before = await sees.fetchval("select count(*) from need")
        async with sees.transaction():
            await sees.execute(
                "lock table outbox in access exclusive mode"
            )  # the last thing a command writes
            talent = await sees.fetchval("select id from talent where status = 'active' limit 1")
            text = 'mutation ($t: UUID!) { raiseNeed(content: "住房", talentId: $t) { id } }'
            answer = await api.post("/graphql", json={"query": text, "variables": {"t": str(talent)}})
            told_503(answer, "TOOK_TOO_LONG")
        await asyncio.sleep(0.2)
        assert await sees.fetchval("select count(*) from need") == before


# Files ----------------------------------------------------------------------------------------------------


async def test_a_file_store_that_cannot_be_written_is_told_and_leaves_no_import(whole: Whole) -> None:
    """The folder has become a file: as broken as a full or vanished disk, for root too."""
    folder = whole.files
    aside = folder.with_name("aside")
    folder.rename(aside)
    folder.write_text("no folder")
    table = "姓名,证件号码\r\n林知微,\r\n".encode()
    try:
        async with whole.client("xiangqiao") as api, whole.sees() as sees:
            before = await sees.fetchval("select count(*) from import_job")
            answer = await api.post("/api/v1/imports", files={"file": ("名录.csv", table)})
            told_503(answer)
            assert "文件存储" in answer.text and str(folder) not in answer.text
            assert await sees.fetchval("select count(*) from import_job") == before
    finally:
        folder.unlink()
        aside.rename(folder)
    async with whole.client("xiangqiao") as api:
        assert (await api.post("/api/v1/imports", files={"file": ("名录.csv", table)})).status_code == 201
