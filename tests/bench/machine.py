"""Processes of a run: started, pinned, their CPU counted, ended by id."""

import contextlib
import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass
class Server:
    """One contender's process tree."""

    name: str
    process: subprocess.Popen[bytes]
    port: int

    def stop(self) -> None:
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        if self.process.poll() is None:
            self.process.kill()


def start(
    name: str, command: Sequence[str], port: int, env: dict[str, str], *, cpu: int, log: Path
) -> Server:
    """Starts a contender on one CPU and waits until its port answers anything at all."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            list(command),
            env={**os.environ, **env},
            stdout=out,
            stderr=out,
            preexec_fn=lambda: pin(os.getpid(), {cpu}),  # noqa: PLW1509
        )
    server = Server(name, process, port)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"{name} ended at start:\n{log.read_text(errors='replace')[-2000:]}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1)
            return server
        except urllib.error.HTTPError:
            return server
        except OSError:
            time.sleep(0.1)
    server.stop()
    raise RuntimeError(f"{name} did not answer on {port}:\n{log.read_text(errors='replace')[-2000:]}")


def pin(pid: int, cpus: set[int]) -> None:
    """Keeps a process on these CPUs where that is allowed and there are as many."""
    allowed = os.sched_getaffinity(0) if pid == os.getpid() else set(range(os.cpu_count() or 1))
    if wanted := cpus & allowed:
        with contextlib.suppress(OSError):
            os.sched_setaffinity(pid, wanted)


def tree(pid: int) -> list[int]:
    """`pid` and all below it."""
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        for task in (PROC / str(one) / "task").glob("*/children"):
            with contextlib.suppress(OSError):
                waiting += [int(c) for c in task.read_text().split()]
    return found


def cpu(pid: int) -> dict[int, float]:
    """Milliseconds that each process of the tree has run, all threads, by the scheduler's own count."""
    found = {}
    for one in tree(pid):
        total = 0
        for stat in (PROC / str(one) / "task").glob("*/schedstat"):
            with contextlib.suppress(OSError, ValueError):
                total += int(stat.read_text().split()[0])
        found[one] = total / 1e6
    return found


def used(before: dict[int, float], after: dict[int, float]) -> float:
    """What ran between two readings. A process that ended meanwhile is not counted, neither what it ran before."""
    return sum(ms - before.get(pid, 0) for pid, ms in after.items())
