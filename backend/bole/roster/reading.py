"""The worker's end of the reading process: chunks of rows as they come, and its death in words."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson
import structlog

from bole.core.errors import REFUSALS
from bole.roster.importing_rules import MAX_UNPACKED, MEGABYTE, FileDamaged, FileUnpacksTooBig
from bole.roster.reader import FRAME
from bole.roster.rows import Found, Known

log = structlog.get_logger("bole.roster")
CHUNK: Final = 4000
BUFFER: Final = 4 * MEGABYTE
"""How far the reading process may run ahead: a chunk or two."""

PASSED_ON: Final = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
"""What of our environment a reading process gets: no settings, so no keys and no database address."""


@dataclass
class Reading:
    """What is being read: its head, then its rows."""

    head: dict[str, Any]
    chunks: AsyncIterator[tuple[bytes, list[Found]]]
    """Each as it came through the pipe, and as rows."""


@asynccontextmanager
async def reading(
    path: Path, known: Known, *, sheet: str | None = None, after: int = 0, chunk: int = CHUNK
) -> AsyncIterator[Reading]:
    """Opens a workbook and reads its rows below row `after`, `chunk` at a time; refuses an unusable file.

    Leaving the block early ends the reading process."""
    question = {"path": str(path), "sheet": sheet, "known": known.told(), "after": after, "chunk": chunk}
    process = await start("bole.roster.reader", orjson.dumps(question))
    try:
        _, first = await next_frame(process)
        yield Reading(first["head"], _chunks(process))
    finally:
        await end(process)


async def _chunks(process: Process) -> AsyncIterator[tuple[bytes, list[Found]]]:
    while True:
        raw, frame = await next_frame(process)
        if "end" in frame:
            return
        yield raw, [Found(*row) for row in frame["rows"]]


async def start(module: str, question: bytes) -> Process:
    """A process of this program that answers one question by frames."""
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(p for p in sys.path if p)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=BUFFER, env=environment
    )
    assert process.stdin is not None
    process.stdin.write(question)
    process.stdin.close()
    return process


async def next_frame(process: Process) -> tuple[bytes, dict[str, Any]]:
    """The next thing the process tells, raw and read; raises its refusal, or what its silence means."""
    assert process.stdout is not None
    try:
        (size,) = FRAME.unpack(await process.stdout.readexactly(FRAME.size))
        raw = await process.stdout.readexactly(size)
    except asyncio.IncompleteReadError:
        code = await process.wait()
        log.warning("workbook_reader_ended", code=code)
        # killed by its limits: the file unpacked to more than it may
        raise FileUnpacksTooBig(limit=MAX_UNPACKED // MEGABYTE) from None
    frame: dict[str, Any] = await asyncio.to_thread(orjson.loads, raw)
    if told := frame.get("refused"):
        raise REFUSALS[told["code"]](**told["facts"])
    if where := frame.get("broke"):
        log.error("workbook_reader_broke", where=where)
        raise FileDamaged(where="读取程序出错，已记录")
    return raw, frame


async def end(process: Process) -> None:
    if process.returncode is None:
        try:
            process.kill()
        except ProcessLookupError:
            return
        await process.wait()
