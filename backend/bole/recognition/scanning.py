"""What an uploaded file really is, and whether it is known to be harmful. The content decides, never the name.

The scanner is an outside system: ClamAV where one is set, else our own short list, which knows the test file that
every scanner must know.
"""

import asyncio
import re
import struct
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from bole.core.errors import Unavailable

PIECE: Final = 1 << 16
TAIL: Final = 2048
PATIENCE_SECONDS: Final = 30
MEDIA: Final = {"pdf": "application/pdf", "jpeg": "image/jpeg", "png": "image/png"}
WORDS: Final = {"pdf": "PDF", "jpeg": "JPEG 图片", "png": "PNG 图片"}

# the standard test file of all scanners, told in two halves so that none takes this source for one
_TEST = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SIGNATURES: Final = {"EICAR-Test-File": _TEST}


class Scanner(Protocol):
    async def scan(self, path: Path) -> str | None:
        """The name of what was found, or None."""
        ...


class KnownSignatures:
    """Our own list, looked for anywhere in the file."""

    async def scan(self, path: Path) -> str | None:
        return await asyncio.to_thread(self._look, path)

    @staticmethod
    def _look(path: Path) -> str | None:
        longest = max(map(len, SIGNATURES.values()))
        kept = b""
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                seen = kept + piece
                for name, mark in SIGNATURES.items():
                    if mark in seen:
                        return name
                kept = seen[-longest:]
        return None


@dataclass(frozen=True)
class ClamAV:
    """A clamd, by its INSTREAM command: `address` is a socket's path or host:port."""

    address: str

    async def scan(self, path: Path) -> str | None:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS), self._opened() as (reader, writer):
                writer.write(b"zINSTREAM\0")
                async for piece in _pieces(path):
                    writer.write(struct.pack("!I", len(piece)) + piece)
                    await writer.drain()
                writer.write(struct.pack("!I", 0))
                await writer.drain()
                said = (await reader.readuntil(b"\0")).rstrip(b"\0").decode("utf-8", "replace")
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            raise Unavailable(what="病毒扫描") from None
        if said.endswith(" OK"):
            return None
        if found := re.fullmatch(r"stream: (.+) FOUND", said):
            return found[1]
        raise Unavailable(what="病毒扫描")

    @asynccontextmanager
    async def _opened(self) -> AsyncIterator[Any]:
        host, _, port = self.address.rpartition(":")
        if port.isdigit() and host:
            reader, writer = await asyncio.open_connection(host, int(port))
        else:
            reader, writer = await asyncio.open_unix_connection(self.address)
        try:
            yield reader, writer
        finally:
            writer.close()


async def _pieces(path: Path) -> AsyncIterable[bytes]:
    with path.open("rb") as file:
        while piece := await asyncio.to_thread(file.read, PIECE):
            yield piece


def scanner_of(settings: Any) -> Scanner:
    """The scanner that the settings choose."""
    address = getattr(settings, "clamav", None)
    return ClamAV(address) if address else KnownSignatures()


def format_of(path: Path) -> str | None:
    """`pdf`, `jpeg` or `png`, by what stands at the file's beginning and end; None for anything else."""
    with path.open("rb") as file:
        head = file.read(16)
        file.seek(0, 2)
        file.seek(max(file.tell() - TAIL, 0))
        tail = file.read()
    if re.match(rb"%PDF-[12]\.\d", head) and b"startxref" in tail and b"%%EOF" in tail:
        return "pdf"
    if head.startswith(b"\xff\xd8\xff") and tail.rstrip(b"\0").endswith(b"\xff\xd9"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n") and tail.endswith(b"IEND\xaeB`\x82"):
        return "png"
    return None
