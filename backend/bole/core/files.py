"""The file store: a local folder or S3, by one setting. A key is `kind/id/name`; the name of an upload is never one.

What arrives is streamed, counted and digested on its way, and appears under its key only when it is whole: a
full disk, a limit passed or a caller gone leaves nothing behind.
"""

import asyncio
import hashlib
import os
import tempfile
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, from_url

from bole.core.errors import NotFound, TooBig, Unavailable

if TYPE_CHECKING:
    from bole.settings import Settings

PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Stored:
    """What was put: how many bytes, and their SHA-256."""

    key: str
    size: int
    sha256: bytes


class Files:
    """Puts, gives and deletes files by key."""

    def __init__(self, store: Any, folder: Path | None = None) -> None:
        self._store, self._folder = store, folder

    @classmethod
    def of(cls, settings: "Settings") -> "Files":
        """`BOLE_FILES_URL` (s3://bucket/prefix; keys come from the AWS_* variables), else a local folder."""
        if settings.files_url:
            return cls(from_url(settings.files_url))
        return cls.at(settings.files)

    @classmethod
    def at(cls, folder: Path) -> "Files":
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            raise Unavailable(what="文件存储") from None
        return cls(LocalStore(folder), folder)

    async def put(self, key: str, data: bytes | AsyncIterable[bytes], *, limit: int | None = None) -> Stored:
        """Stores the whole of `data` or nothing of it; refuses TooBig past `limit` bytes, Unavailable on a full disk."""
        seen = _Counted(data, limit)
        with _told():
            await obstore.put_async(self._store, key, seen.pieces())
        return Stored(key, seen.size, seen.digest.digest())

    async def get(self, key: str) -> bytes:
        """The whole file; refuses NotFound."""
        with _told():
            found = await obstore.get_async(self._store, key)
            return bytes(await found.bytes_async())

    async def stream(self, key: str) -> AsyncIterator[bytes]:
        """The file piece by piece; refuses NotFound before the first."""
        with _told():
            found = await obstore.get_async(self._store, key)
            async for piece in found.stream(min_chunk_size=PIECE):
                yield bytes(piece)

    async def size(self, key: str) -> int:
        with _told():
            return int((await obstore.head_async(self._store, key))["size"])

    async def delete(self, key: str) -> None:
        """Deletes the file; one that is gone already is no trouble."""
        try:
            with _told():
                await obstore.delete_async(self._store, key)
        except NotFound:
            return

    @asynccontextmanager
    async def local(self, key: str) -> AsyncIterator[Path]:
        """The file as a path, for libraries that want one: itself in a local folder, a passing copy from S3."""
        if self._folder is not None:
            path = self._folder / key
            if not await asyncio.to_thread(path.is_file):
                raise NotFound()
            yield path
            return
        with _told():
            handle, name = await asyncio.to_thread(tempfile.mkstemp, prefix="bole-")
            os.close(handle)
        path = Path(name)
        try:
            # a local temporary file, written by the megabyte
            with _told(), path.open("wb") as copy:  # noqa: ASYNC230
                async for piece in self.stream(key):
                    await asyncio.to_thread(copy.write, piece)
            yield path
        finally:
            path.unlink(missing_ok=True)


class _Counted:
    """Passes pieces on, counting and digesting them."""

    def __init__(self, data: bytes | AsyncIterable[bytes], limit: int | None) -> None:
        self._data, self._limit = data, limit
        self.size, self.digest = 0, hashlib.sha256()

    async def pieces(self) -> AsyncIterator[bytes]:
        if isinstance(self._data, bytes):
            for start in range(0, len(self._data), PIECE):
                yield self._take(self._data[start : start + PIECE])
            return
        async for piece in self._data:
            yield self._take(piece)

    def _take(self, piece: bytes) -> bytes:
        self.size += len(piece)
        if self._limit is not None and self.size > self._limit:
            raise TooBig(limit=f"{self._limit // 1_000_000 or 1} MB")
        self.digest.update(piece)
        return piece


class _told:  # noqa: N801  reads as a word of the sentence it opens
    """Turns what the store says into what a caller can act on; the store's own words name paths, so they go."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, FileNotFoundError):
            raise NotFound() from None
        if isinstance(error, BaseError | OSError):
            raise Unavailable(what="文件存储") from error
