"""A closed-loop HTTP/1.1 client: n connections, each sends its next request when the last is answered.

Small on purpose: it parses just enough of an answer to know its length, so that it costs a tenth of the server
it measures. Requests are made beforehand, as bytes.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson


@dataclass
class Sample:
    """One contender under one case for some seconds."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    errors: int = 0
    first_error: str = ""

    @property
    def rps(self) -> float:
        return len(self.latencies) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """Milliseconds."""
        ordered = sorted(self.latencies)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000 if ordered else 0.0


class _Client(asyncio.Protocol):
    def __init__(
        self, sample: Sample, requests: Sequence[bytes], start: int, step: int, until: float
    ) -> None:
        self.sample, self.requests, self.at, self.step, self.until = sample, requests, start, step, until
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.buffer = bytearray()
        self.sent = 0.0
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]
        self._send()

    def _send(self) -> None:
        self.sent = time.perf_counter()
        if self.sent >= self.until:
            self.transport.close()  # type: ignore[union-attr]
            if not self.done.done():
                self.done.set_result(None)
            return
        self.transport.write(self.requests[self.at % len(self.requests)])  # type: ignore[union-attr]
        self.at += self.step

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = bytes(self.buffer[:end]).lower()
        body = end + 4
        if b"transfer-encoding: chunked" in head:
            if not self.buffer.endswith(b"0\r\n\r\n"):
                return
        else:
            at = head.index(b"content-length:") + 15
            length = int(head[at : head.find(b"\r", at) if head.find(b"\r", at) > 0 else len(head)])
            if len(self.buffer) < body + length:
                return
        self.sample.latencies.append(time.perf_counter() - self.sent)
        answer = self.buffer[body:]
        if (
            not head.startswith((b"http/1.1 200", b"http/1.1 201"))
            or b'"errors"' in answer[-4000:] + answer[:60]
        ):
            self.sample.errors += 1
            self.sample.first_error = self.sample.first_error or bytes(self.buffer[:600]).decode(
                "utf-8", "replace"
            )
        self.buffer.clear()
        self._send()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.sample.errors += 1
            self.sample.first_error = self.sample.first_error or f"connection lost: {exc}"
            self.done.set_result(None)


async def press(
    port: int, requests: Sequence[bytes], *, seconds: float, connections: int, offset: int = 0
) -> Sample:
    """Presses 127.0.0.1:`port` for `seconds` over `connections`, walking through `requests` from `offset`."""
    sample = Sample()
    loop = asyncio.get_running_loop()
    begun = time.perf_counter()
    clients = []
    for i in range(connections):
        _, client = await loop.create_connection(
            lambda i=i: _Client(sample, requests, offset + i, connections, begun + seconds),  # type: ignore[misc]
            "127.0.0.1",
            port,
        )
        clients.append(client)
    await asyncio.gather(*[c.done for c in clients])
    sample.seconds = time.perf_counter() - begun
    return sample


def request(method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> bytes:
    """One request, ready to be sent."""
    lines = [
        f"{method} {path} HTTP/1.1",
        "Host: 127.0.0.1",
        *(f"{k}: {v}" for k, v in (headers or {}).items()),
    ]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def answer(port: int, sent: bytes) -> tuple[int, Any]:
    """One request over a connection of its own: the status, and the body read as JSON."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(sent)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        status = int(head[9:12])
        if b"transfer-encoding: chunked" in head:
            body = b""
            while size := int(await reader.readline(), 16):
                body += await reader.readexactly(size)
                await reader.readline()
        else:
            at = head.index(b"content-length:") + 15
            body = await reader.readexactly(int(head[at : head.index(b"\r", at)]))
    finally:
        writer.close()
    try:
        return status, orjson.loads(body)
    except orjson.JSONDecodeError:
        return status, {"data": None, "text": body[:600].decode(errors="replace")}
