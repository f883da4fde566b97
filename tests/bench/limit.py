"""The limit: SQL by hand that returns JSON, asyncpg, a bare ASGI app. Scope as a WHERE, one statement, autocommit."""

import os
from datetime import date
from typing import Any
from uuid import UUID

import asyncpg
import orjson
from tests.bench import sql

LO, HI, TOKEN = int(os.environ["LO"]), int(os.environ["HI"]), os.environ["TOKEN"].encode()
ACTOR, PROVIDER = UUID(os.environ["ACTOR"]), UUID(os.environ["PROVIDER"])
SCOPE = {"lo": LO, "hi": HI}

PAGE = sql.PAGE.format(unit="", **SCOPE)
PAGE_WITHIN = sql.PAGE.format(unit=sql.WITHIN, **SCOPE)
DETAIL = sql.DETAIL.format(**SCOPE)
SEARCH = sql.SEARCH.format(**SCOPE)
RECORD = sql.RECORD.format(talent="$1", post="$2", day="$3::date", actor="$4", **SCOPE) + sql.RECORD_ANSWER
REDEEM = sql.REDEEM.format(number="$1", key="$2", actor="$3", provider="$4", **SCOPE) + sql.REDEEM_ANSWER


class App:
    def __init__(self) -> None:
        self.viewers = {b"Bearer " + TOKEN: ACTOR}

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await receive()
            self.pool = await asyncpg.create_pool(
                os.environ["DSN"],
                min_size=10,
                max_size=10,
                statement_cache_size=1000,
                init=_json,
                connection_class=_Quiet,
                server_settings={
                    "jit": "off",
                    "plan_cache_mode": "force_generic_plan",
                    "timezone": "Asia/Shanghai",
                },
            )
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

    async def _send(self, send: Any, status: int, body: bytes) -> None:
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def roster_page(self, given: dict[str, str]) -> bytes:
        if given["unit"]:
            return await self.pool.fetchval(PAGE_WITHIN, given["level"], UUID(given["unit"]))
        return await self.pool.fetchval(PAGE, given["level"])

    async def talent_detail(self, given: dict[str, str]) -> bytes:
        return await self.pool.fetchval(DETAIL, UUID(given["id"]))

    async def name_search(self, given: dict[str, str]) -> bytes:
        return await self.pool.fetchval(SEARCH, given["text"])

    async def record_contact(self, given: dict[str, str]) -> bytes:
        day = date.fromisoformat(given["on"])
        return await self.pool.fetchval(RECORD, UUID(given["talent"]), UUID(given["post"]), day, ACTOR)

    async def redeem(self, given: dict[str, str]) -> bytes:
        return await self.pool.fetchval(REDEEM, given["card"], given["key"], ACTOR, PROVIDER)


class _Quiet(asyncpg.Connection):
    def get_reset_query(self) -> str:
        return ""


async def _json(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec(
        "json", schema="pg_catalog", encoder=bytes, decoder=bytes, format="binary"
    )


app = App()
