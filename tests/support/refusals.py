"""A refusal as a caller meets it: a code, Chinese words, and a status that blames the right side."""

from typing import Any

import httpx
from httpx import AsyncClient

Answer = httpx.Response
FINE = "{ __typename }"
CLOCK = 1.5
"""Seconds of CPU that no refusal may take; it tells linear from exponential, not fast from slow."""


def has_chinese(words: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in words)


def refused(answer: Answer, *codes: str, status: int | None = None) -> dict[str, Any]:
    """The first error of a refusal, which must be told in words and blame nobody wrongly."""
    assert answer.status_code < 500, answer.text
    told = answer.json()
    assert answer.headers["content-type"].startswith("application/"), answer.headers
    error = told["errors"][0] if "errors" in told else {"message": told["title"], "extensions": told}
    assert has_chinese(error["message"]), error
    assert error["extensions"]["code"] in codes, error
    if status is not None:
        assert answer.status_code == status, answer.text
    return dict(error)


async def send(api: AsyncClient, query: Any, **more: Any) -> Answer:
    return await api.post("/graphql", json={"query": query, **more})


async def still_fine(api: AsyncClient) -> None:
    assert (await send(api, FINE)).json() == {"data": {"__typename": "Query"}}
