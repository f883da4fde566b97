"""The front ends' own commands, as a developer runs them."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"
CHROMIUM = next(
    filter(None, map(shutil.which, [os.environ.get("CHROMIUM", "chromium-headless-shell"), "chromium"])), None
)
"""As `frontend/tools/chromium.ts` chooses it; None where there is none."""


def npm(*arguments: str, **environment: str) -> None:
    """Fails with what was said, if it fails."""
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
