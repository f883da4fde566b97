"""What production refuses, asked of the app itself."""

import base64
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from tests.support.postgres import TestDatabase

from bole import serving
from bole.settings import read_settings

DOCUMENT = "{ me { name } }"
OURS = {"x-bole-request": "1"}


def fresh() -> str:
    return base64.b64encode(os.urandom(32)).decode()


@pytest.fixture
async def client(db: TestDatabase, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """Production, as nobody; no document is registered but one."""
    manifest = tmp_path / "documents.json"
    manifest.write_text(json.dumps({"sha256:a1": DOCUMENT}))
    chosen = read_settings(
        env="production",
        secret_keys=f"k1:{fresh()}",
        blind_key=fresh(),
        signing_key=fresh(),
        app_database_url=db.app,
        files_dir=tmp_path / "files",
        public_url="https://rencai.example.gov.cn",
        trusted_documents=manifest,
    )
    app = serving.app(chosen)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="https://bole.test", headers=OURS) as opened:
        yield opened
    await app.state.services.database.close()


async def test_an_open_document_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.post("/graphql", json={"query": "{ talents { nodes { name } } }"})
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNKNOWN_DOCUMENT"


async def test_introspection_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.post("/graphql", json={"query": "{ __schema { types { name } } }"})
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNKNOWN_DOCUMENT"
    assert answer.json()["data"] is None


async def test_a_registered_document_runs_by_its_hash(client: httpx.AsyncClient) -> None:
    answer = await client.post("/graphql", json={"documentId": "sha256:a1"})
    assert answer.json()["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"  # it ran, as nobody


@pytest.mark.parametrize("path", ["/graphql", "/graphiql", "/docs", "/redoc", "/openapi.json"])
async def test_there_is_nothing_to_explore_with(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path, headers={"accept": "text/html"})
    assert answer.status_code in (404, 405)
