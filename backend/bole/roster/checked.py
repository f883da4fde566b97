"""What a check read from a workbook, kept sealed until it is let in: what the officer saw is what enters, and
the file need not be read a second time.

The store sees only sealed bytes, bound to their import. Where they are missing, or were read under another
catalogue, other units or another scope, letting in reads the workbook itself again.
"""

import asyncio
import hashlib
import struct
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final
from uuid import UUID

import orjson
import structlog

from bole.core.errors import Refusal
from bole.core.files import Files
from bole.core.secrets import Vault
from bole.roster.rows import Found, Known

PLACE: Final = ("import_job", "checked_sealed")
SIZE: Final = struct.Struct(">I")

log = structlog.get_logger("bole.roster")


def checked_key(import_id: UUID) -> str:
    return f"imports/{import_id}/checked"


def digest_of(known: Known) -> str:
    """Of all that the cells were compared with but the day: what was a date to come stays an error."""
    told = {**known.told(), "today": ""}
    return hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()


class Keeper:
    """Collects the chunks of a check, sealed, and hands them to the store once they are all there.

    They only save work: a disk or a store that will not take them is no reason to fail a check."""

    def __init__(self, vault: Vault, import_id: UUID) -> None:
        self._vault, self._import_id = vault, import_id
        self._file: IO[bytes] | None = None

    async def begin(self, head: dict[str, Any], known: Known) -> None:
        await self.keep(orjson.dumps({"head": head, "digest": digest_of(known)}), first=True)

    async def keep(self, raw: bytes, *, first: bool = False) -> None:
        """One frame, sealed in a thread."""
        if not first and self._file is None:
            return
        try:
            await asyncio.to_thread(self._write, raw)
        except OSError as error:
            log.warning("check_not_kept", error=type(error).__name__)
            await self.aclose()

    def _write(self, raw: bytes) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="bole-")  # noqa: SIM115  closed by aclose()
        sealed = self._vault.seal(*PLACE, self._import_id, raw.decode())
        self._file.write(SIZE.pack(len(sealed)) + sealed)

    async def store(self, files: Files) -> None:
        """All of it, under its key."""
        if self._file is None:
            return
        try:
            await files.put(checked_key(self._import_id), self._pieces(self._file))
        except Refusal as no:
            log.warning("check_not_kept", error=no.code())

    @staticmethod
    async def _pieces(file: IO[bytes]) -> AsyncIterator[bytes]:
        file.seek(0)
        while piece := await asyncio.to_thread(file.read, 1 << 20):
            yield piece

    async def aclose(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


@dataclass
class Kept:
    """A check's chunks, as they were read."""

    head: dict[str, Any]
    chunks: AsyncIterator[list[Found]]


async def kept(path: Path, vault: Vault, import_id: UUID, known: Known, after: int) -> Kept | None:
    """What was kept, below row `after`; None where it does not hold for `known`, or cannot be opened."""
    frames = _frames(path, vault, import_id)
    try:
        first = await anext(frames, None)
    except (Refusal, struct.error, ValueError):
        return None
    if first is None or first["digest"] != digest_of(known):
        return None
    return Kept(first["head"], _chunks(frames, after))


async def _chunks(frames: AsyncIterator[dict[str, Any]], after: int) -> AsyncIterator[list[Found]]:
    async for frame in frames:
        rows = [Found(*row) for row in frame["rows"] if row[0] > after]
        if rows:
            yield rows


async def _frames(path: Path, vault: Vault, import_id: UUID) -> AsyncIterator[dict[str, Any]]:
    with path.open("rb") as file:

        def one() -> dict[str, Any] | None:
            if not (size := file.read(SIZE.size)):
                return None
            told: dict[str, Any] = orjson.loads(vault.open(*PLACE, import_id, file.read(*SIZE.unpack(size))))
            return told

        while (frame := await asyncio.to_thread(one)) is not None:
            yield frame
