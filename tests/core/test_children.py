"""Child processes: stopped with us, and gone even when we are killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from bole.core import children

WORD = "audit"
"""A command of ours that ends by itself."""


def wait_until(true: object, seconds: float = 20) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():  # type: ignore[operator]
            return True
        time.sleep(0.1)
    return False


def test_a_child_writes_to_its_log_and_its_end_is_seen(tmp_path: Path) -> None:
    child = children.start("审计", [WORD, "--help"], {}, tmp_path / "log" / "child.log")
    assert wait_until(lambda: child.ended)
    assert "verify" in child.last_words(50)


def test_a_stubborn_child_is_killed_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "PATIENCE_SECONDS", 1)
    script = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('x', flush=True); time.sleep(60)"
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    child = children.Child("固执", process, tmp_path / "log")
    child.stop()
    assert process.returncode == -signal.SIGKILL
    process.stdout.close()


def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    orphan = (
        "import time; from bole.core.children import end_with_parent; end_with_parent();"
        "print('here', flush=True); time.sleep(60)"
    )
    parent = (
        "import os, subprocess, sys, time;"
        f"child = subprocess.Popen([sys.executable, '-c', {orphan!r}], stdout=subprocess.PIPE,"
        " env={**os.environ, 'BOLE_PARENT_PID': str(os.getpid())});"
        "child.stdout.readline(); print(child.pid, flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    pid = int(process.stdout.readline())
    process.kill()
    process.wait()
    process.stdout.close()
    assert wait_until(lambda: not psutil.pid_exists(pid) or psutil.Process(pid).status() == "zombie")
