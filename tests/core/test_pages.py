"""The built front ends as the backend serves them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette

from bole.core.pages import Fallback

BROWSER = {"accept": "text/html,application/xhtml+xml"}


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[AsyncClient]:
    built = tmp_path / "workbench"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<title>伯乐</title>")
    (built / "assets" / "main-1a2b.js").write_text("1")
    app = Starlette()
    app.router.default = Fallback(built, app.router.default)
    transport = ASGITransport(app)
    async with AsyncClient(transport=transport, base_url="http://bole.test") as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/talents", "/talents/018f-1", "/sign-in?to=%2F"])
async def test_every_address_of_the_app_is_its_page_and_is_asked_for_again(
    site: AsyncClient, path: str
) -> None:
    page = await site.get(path, headers=BROWSER)
    assert page.status_code == 200 and "伯乐" in page.text
    assert page.headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["x-content-type-options"] == "nosniff"


async def test_what_has_a_hash_in_its_name_is_kept_for_good(site: AsyncClient) -> None:
    assert "immutable" in (await site.get("/assets/main-1a2b.js")).headers["cache-control"]


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/assets/gone.js", BROWSER),
        ("/api/v1/nowhere", BROWSER),
        ("/graphql", BROWSER),
        ("/talents", {"accept": "application/json"}),
        ("/../pyproject.toml", BROWSER | {"accept": "*/*"}),
    ],
)
async def test_what_is_no_page_is_not_answered_with_one(
    site: AsyncClient, path: str, headers: dict[str, str]
) -> None:
    assert (await site.get(path, headers=headers)).status_code == 404
