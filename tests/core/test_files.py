"""The file store: whole files or none, and a full disk is told as such."""

import asyncio
import hashlib
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from bole.core.errors import NotFound, TooBig, Unavailable
from bole.core.files import Files


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files.at(tmp_path / "files")


def kept(tmp_path: Path) -> list[str]:
    return sorted(p.name for p in tmp_path.rglob("*") if p.is_file())


async def pieces(*given: bytes):
    for piece in given:
        yield piece


async def test_what_was_put_is_given_back_whole_in_pieces_and_as_a_path(files):
    data = os.urandom(3_000_000)
    stored = await files.put("a/b/c", pieces(data[:1000], data[1000:]))
    assert (stored.size, stored.sha256) == (len(data), hashlib.sha256(data).digest())
    assert await files.get("a/b/c") == data
    assert b"".join([p async for p in files.stream("a/b/c")]) == data
    assert await files.size("a/b/c") == len(data)
    async with files.local("a/b/c") as path:
        assert path.read_bytes() == data


async def test_a_key_that_is_not_there_is_not_found_and_deleting_it_is_no_trouble(files):
    for asked in (files.get("none"), files.size("none"), anext(files.stream("none"))):
        with pytest.raises(NotFound):
            await asked
    with pytest.raises(NotFound):
        async with files.local("none"):
            pass
    await files.delete("none")


async def test_a_file_over_the_limit_leaves_nothing_behind(files, tmp_path):
    with pytest.raises(TooBig):
        await files.put("big", pieces(*[b"x" * 100_000] * 200), limit=1_000_000)
    assert kept(tmp_path) == []


async def test_a_sender_who_stops_leaves_nothing_behind_and_the_old_file_stays(files, tmp_path):
    await files.put("doc", b"old")

    async def stops():
        yield b"n" * 6_000_000
        raise ConnectionResetError

    with pytest.raises((ConnectionResetError, Unavailable)):
        await files.put("doc", stops())
    assert kept(tmp_path) == ["doc"] and await files.get("doc") == b"old"


async def test_a_cancelled_put_leaves_nothing_behind(files, tmp_path):
    async def slow():
        yield b"x" * 6_000_000
        await asyncio.sleep(60)

    task = asyncio.create_task(files.put("slow", slow()))
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(NotFound):
        await files.get("slow")


@pytest.mark.parametrize("key", ["../out", "a/../../out", "/../out"])
async def test_a_key_never_leads_out_of_the_store(files, tmp_path, key):
    with pytest.raises((ValueError, Unavailable)):
        await files.put(key, b"x")
    assert kept(tmp_path) == []


def test_a_full_disk_is_unavailable_and_keeps_what_was_there(tmp_path):
    """A process that may write no file over 1 MB meets the error that a full disk gives."""
    act = """
        import asyncio, resource, signal, sys
        from pathlib import Path
        from bole.core.errors import Unavailable
        from bole.core.files import Files
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
        files = Files.at(Path(sys.argv[1]))
        async def main():
            await files.put("small", b"kept")
            async def much():
                for _ in range(80):
                    yield b"x" * 100_000
            for key in ("small", "new"):
                try:
                    await files.put(key, much())
                except Unavailable as no:
                    print(no.code(), no)
            print((await files.get("small")).decode())
        asyncio.run(main())
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(act), str(tmp_path / "files")],
        capture_output=True, text=True, env=environment, timeout=60, check=False,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["UNAVAILABLE", "UNAVAILABLE", "kept"], done.stderr
    assert "文件存储" in lines[0]
    assert kept(tmp_path) == ["small"]
