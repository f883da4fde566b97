"""The front ends, from the outside: what a machine can check of them, and what a user does with them in a browser."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"
CHECKS = {
    "generated files are current": ["run", "codegen", "--", "--check"],
    "types": ["run", "typecheck"],
    "lint": ["run", "lint"],
    "parts": ["test"],
    "size": ["run", "size"],
}
CHROMIUM = shutil.which(os.environ.get("CHROMIUM", "chromium"))


def npm(*arguments: str, **environment: str) -> None:
    path = os.pathsep.join([str(ROOT / ".venv" / "bin"), os.environ["PATH"]])
    ran = subprocess.run(
        ["npm", "--silent", *arguments],
        cwd=FRONTEND,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-20000:] + ran.stderr[-6000:]


@pytest.mark.parametrize("arguments", CHECKS.values(), ids=CHECKS)
def test_the_front_ends_tools_have_nothing_to_say(arguments: list[str]) -> None:
    npm(*arguments)


@pytest.mark.timeout(900)
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: see what `make test` says")
def test_users_do_their_work_in_a_browser(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    npm("run", "e2e", E2E_PORT=str(port), E2E_DATA=str(tmp_path / "data"), CHROMIUM=str(CHROMIUM))
