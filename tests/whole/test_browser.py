"""What users do with the front ends, in a browser against the real system (frontend/e2e)."""

import socket
from pathlib import Path

import pytest
from tests.support.npm import CHROMIUM, npm

pytestmark = pytest.mark.long(minutes=6)


@pytest.mark.timeout(900)
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: see what `make test` says")
def test_users_do_their_work_in_a_browser(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    npm("run", "e2e", E2E_PORT=str(port), E2E_DATA=str(tmp_path / "data"), CHROMIUM=str(CHROMIUM))
