"""How long the workbench makes a person wait: the roster scrolled in a browser at a quarter of its speed."""

import asyncio
import json
import os
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import httpx
from tests.bench.contenders import ROOT
from tests.support.npm import CHROMIUM

from bole.demo_data import password

PEOPLE = 6000
"""More than the pages that are scrolled hold."""
MUST_MS = 200
LOGIN = "jingban"


def scrolled(folder: Path) -> dict[str, Any]:
    """Starts a demo of its own and reads what `frontend/tools/inp.ts` tells. Raises where there is no Chromium."""
    if CHROMIUM is None:
        raise RuntimeError("没有 Chromium：先 make browser")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    bin_ = ROOT / ".venv" / "bin"
    environment = {
        **os.environ,
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "PORT": str(port),
        "SIZE": str(PEOPLE),
        "BOLE_DATA_DIR": str(folder / "browser"),
        "E2E_PORT": str(port),
        "CHROMIUM": CHROMIUM,
    }
    demo = subprocess.Popen([bin_ / "bole", "demo"], env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(port, demo)
        told = _run([str(bin_ / "bole"), "account", "code", LOGIN], environment)
        code = next(word for word in told.split() if word.isdigit() and len(word) == 6)
        tool = ["node", str(ROOT / "frontend" / "tools" / "inp.ts"), LOGIN, password(), code]
        answer: dict[str, Any] = json.loads(_run(tool, environment).splitlines()[-1])
        return answer
    finally:
        demo.terminate()
        demo.wait(30)


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:] or done.stdout[-2000:])
    return done.stdout


def _wait(port: int, demo: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 240
    while time.monotonic() < until:
        if demo.poll() is not None:
            raise RuntimeError("演示系统未能启动")
        try:
            if httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.3)
    raise RuntimeError("演示系统未能就绪")


async def measured(folder: Path) -> str:
    """The line of the table."""
    told = await asyncio.to_thread(scrolled, folder)
    return (
        f"工作台名录：滚动 {told['rows']:,} 行，{told['interactions']} 次交互，四分之一速度下最慢一次 "
        f"{told['worst_ms']:.0f} 毫秒（{told['worst_on']}；须 ≤ {MUST_MS}），"
        f"页面 {told['nodes']:,} 个节点，内存 {told['heap_mb']} MB"
    )
