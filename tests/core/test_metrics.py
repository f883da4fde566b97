"""One log line a request, with what its operation said about itself, and no paths."""

import json

import httpx
import pytest
from fastapi import FastAPI
from prometheus_client import REGISTRY
from starlette.responses import PlainTextResponse, Response

from bole.core.log import about
from bole.core.metrics import Observed


def observed(lines: list[bytes]) -> FastAPI:
    app = FastAPI(openapi_url=None)

    @app.get("/talents/{id}")
    async def talent(id: str) -> Response:
        about(operation="roster.talent", actor_id="a-1")
        return PlainTextResponse("ok")

    @app.get("/refused")
    async def refused() -> Response:
        about(operation="card.redeem", code="QUOTA_EXHAUSTED")
        return PlainTextResponse("no", 409)

    @app.get("/healthz")
    async def healthz() -> Response:
        return PlainTextResponse("ok")

    @app.get("/broken")
    async def broken() -> Response:
        raise RuntimeError("13800138000")

    app.add_middleware(Observed, write=lines.append)
    return app


@pytest.fixture
def lines() -> list[bytes]:
    return []


async def get(lines: list[bytes], path: str) -> list[dict]:
    transport = httpx.ASGITransport(observed(lines), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        await client.get(path)
    return [json.loads(line) for line in lines]


async def test_a_request_is_one_line_with_its_operation_and_no_path(lines: list[bytes]) -> None:
    (line,) = await get(lines, "/talents/445199199001010014?name=lin")
    assert line["route"] == "/talents/{id}"
    assert (line["operation"], line["actor_id"], line["status"]) == ("roster.talent", "a-1", 200)
    assert line["ms"] >= 0
    assert b"445199" not in lines[0]


async def test_an_unknown_path_is_no_label(lines: list[bytes]) -> None:
    (line,) = await get(lines, "/no/such/445199199001010014")
    assert (line["route"], line["status"]) == ("other", 404)


async def test_a_refusal_is_counted_by_operation_and_code(lines: list[bytes]) -> None:
    labels = {"operation": "card.redeem", "code": "QUOTA_EXHAUSTED"}
    before = REGISTRY.get_sample_value("bole_refusals_total", labels) or 0
    (line,) = await get(lines, "/refused")
    assert line["code"] == "QUOTA_EXHAUSTED"
    assert REGISTRY.get_sample_value("bole_refusals_total", labels) == before + 1


async def test_health_checks_are_counted_and_not_logged(lines: list[bytes]) -> None:
    labels = {"method": "GET", "route": "/healthz", "status": "200"}
    before = REGISTRY.get_sample_value("bole_request_seconds_count", labels) or 0
    assert await get(lines, "/healthz") == []
    assert REGISTRY.get_sample_value("bole_request_seconds_count", labels) == before + 1


async def test_a_broken_request_is_a_warning_without_its_words(lines: list[bytes]) -> None:
    (line,) = await get(lines, "/broken")
    assert line["level"] == "warning"
    assert b"13800138000" not in lines[0]


def test_nothing_is_kept_outside_a_request() -> None:
    about(operation="roster.import")  # a job: it has its own line
