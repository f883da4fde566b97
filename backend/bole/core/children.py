"""Child processes of one command: started, watched, and all stopped with it."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PARENT = "BOLE_PARENT_PID"
PATIENCE_SECONDS = 15


@dataclass
class Child:
    """One child: its output goes to a file, so that the terminal stays readable."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    def last_words(self, lines: int = 12) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def stop(self) -> None:
        """SIGTERM, patience, then SIGKILL."""
        if self.ended:
            return
        self.process.terminate()
        try:
            self.process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(name: str, command: Sequence[str], environment: Mapping[str, str], log: Path) -> Child:
    """Starts `python -m bole.cli <command>` apart from the terminal: Ctrl-C reaches us, and we stop it in order."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603  our own program, words of our own
            [sys.executable, "-m", "bole.cli", *command],
            env={**os.environ, **environment, PARENT: str(os.getpid())},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return Child(name, process, log)


def end_with_parent() -> None:
    """Called in a child: when the parent is killed and cannot stop us, we stop ourselves."""
    parent = int(os.environ.get(PARENT, "0"))
    if not parent:
        return

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
