"""The card over HTTP, as whoever asks sees it."""

from typing import Any

from httpx import AsyncClient

from bole.core.actor import Actor


class Caller:
    """Someone at a browser or a partner's system."""

    def __init__(self, client: AsyncClient) -> None:
        self.client = client
        self.actor: Actor | None = None

    async def gql(self, text: str, key: str | None = None, **variables: Any) -> dict[str, Any]:
        headers = {"x-bole-request": "1"} | ({"idempotency-key": key} if key else {})
        answer = await self.client.post(
            "/graphql", json={"query": text, "variables": variables}, headers=headers
        )
        told: dict[str, Any] = answer.json()
        return told

    async def post(self, path: str, body: dict[str, Any], key: str | None = None) -> Any:
        headers = {"idempotency-key": key} if key else {}
        return await self.client.post(f"/partner/v1{path}", json=body, headers=headers)
