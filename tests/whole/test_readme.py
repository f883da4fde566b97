"""Everything in the README is true: its commands run, in order, against a demo started from nothing."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.long(minutes=1)

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = "@@@"


@dataclass
class Demo:
    """A running `bole demo` with data of its own, and the shell in which the README's commands are typed."""

    environment: dict[str, str]
    port: int
    process: subprocess.Popen[str]
    told: str = ""
    shell: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        self.shell = subprocess.Popen(
            ["bash"],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def type(self, commands: str) -> tuple[int, str]:
        """Exit code and output of the block; variables stay for the next one."""
        assert self.shell.stdin and self.shell.stdout
        commands = commands.replace("localhost:8000", f"localhost:{self.port}")
        commands = commands.replace(".demo/", self.environment["BOLE_DATA_DIR"] + "/")
        self.shell.stdin.write(f"failed=0; trap 'failed=1' ERR\n{commands}\necho; echo {MARK} $failed\n")
        self.shell.stdin.flush()
        lines = []
        for line in self.shell.stdout:
            if line.startswith(MARK):
                return int(line.split()[1]), "".join(lines)
            lines.append(line)
        raise AssertionError("the shell ended: " + "".join(lines))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    clean = {
        k: v for k, v in os.environ.items() if not k.startswith(("BOLE_", "DATABASE_URL", "SIZE", "RESET"))
    }
    # `.venv/bin/bole` of the README is the one that runs this test
    environment = {**clean, "PORT": str(port), "BOLE_DATA_DIR": str(tmp_path_factory.mktemp("demo"))}
    # Ctrl-C reaches it as at a terminal: what a shell starts in the background ignores it, tests too
    process = subprocess.Popen(
        ["env", "--default-signal=INT", sys.executable, "-m", "bole.cli", "demo"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C 停止" in line:
            break
    else:
        pytest.fail("make demo did not start:\n" + "".join(lines))
    running = Demo(environment, port, process, "".join(lines))
    yield running
    running.shell.kill()
    process.send_signal(signal.SIGTERM)
    process.wait(60)


def blocks() -> list[tuple[str, str]]:
    return [(m.group(1), m.group(2)) for m in BLOCK.finditer(README)]


def matches(told: Any, wanted: Any) -> bool:
    """`wanted` is in `told`; the word … stands for anything that is there."""
    if wanted == "…":
        return told is not None
    if isinstance(wanted, dict):
        return isinstance(told, dict) and all(k in told and matches(told[k], v) for k, v in wanted.items())
    if isinstance(wanted, list):
        enough = isinstance(told, list) and (len(told) >= len(wanted) if wanted else not told)
        return enough and all(map(matches, told, wanted))
    return bool(told == wanted)


def last_json(output: str) -> Any:
    """The last JSON value that the block printed."""
    decoder, found = json.JSONDecoder(), None
    at = output.find("{")
    while at != -1:
        found, end = decoder.raw_decode(output, at)
        at = output.find("{", end)
    return found


@pytest.mark.timeout(600)
def test_every_command_and_answer_of_the_readme_is_true(demo: Demo) -> None:
    output, ran = "", 0
    for language, text in blocks():
        if language == "sh" and text.startswith("make "):
            for command in text.splitlines():
                done = subprocess.run(
                    [*command.split(), "--dry-run"], cwd=ROOT, capture_output=True, check=False
                )
                assert done.returncode == 0, command
        elif language == "sh":
            failed, output = demo.type(text)
            assert not failed, f"{text}\n{output}"
            ran += 1
        elif language == "json":
            assert matches(last_json(output), json.loads(text)), f"{text}\n{output}"
    assert ran >= 8


def test_the_same_key_counted_once(demo: Demo) -> None:
    """The two redemptions of the walk are one: both answers carried the same id."""
    (block,) = [text for language, text in blocks() if language == "sh" and "redeem(" in text]
    _, output = demo.type("\n".join(block.splitlines()[:2]))
    ids = re.findall(r'"id": "([^"]+)"', output)
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_every_demo_account_of_the_readme_is_printed_and_the_other_way_round(demo: Demo) -> None:
    table = README.partition("## 演示账号")[2].partition("## ")[0]
    listed = {
        login for row in table.splitlines() if row.startswith("| `") for login in re.findall(r"`(\w+)`", row)
    }
    printed = set(re.findall(r"^  (\w+) +R\d+ ", demo.told, re.MULTILINE))
    assert listed == printed
    assert "Chaozhou-2026!" in table
    assert "Chaozhou-2026!" in demo.told


def test_every_link_of_the_readme_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert targets
    assert [t for t in targets if not (ROOT / t).exists()] == []


def test_a_demo_stops_all_it_started(demo: Demo) -> None:
    folder = Path(demo.environment["BOLE_DATA_DIR"])
    postmaster = int((folder / "pg" / "postmaster.pid").read_text().partition("\n")[0])
    demo.process.send_signal(signal.SIGINT)
    assert demo.process.wait(60) == 0
    until = time.monotonic() + 10
    while time.monotonic() < until and alive(postmaster):
        time.sleep(0.1)
    assert not alive(postmaster)
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", demo.port)) != 0


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
