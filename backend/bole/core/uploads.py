"""Files that arrive by multipart/form-data, streamed: nothing is spooled to a disk we do not count.

async with receiving(request) as upload:          the fields before the file are in upload.fields
    stored = await files.put(key, upload.pieces(), limit=…)
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Final

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect

from bole.core.errors import BadRequest, InvalidInput, TooBig

MAX_FIELD: Final = 4000
MAX_FIELDS: Final = 20
SLACK: Final = 100_000
"""What the form around the file may take."""


@dataclass
class _Part:
    name: str = ""
    filename: str | None = None
    data: bytearray = field(default_factory=bytearray)


class Upload:
    """One file and the fields sent before it. Fields after the file are not read: a form puts its file last."""

    def __init__(self, request: Request, boundary: bytes) -> None:
        self.fields: dict[str, str] = {}
        self.filename = ""
        self._stream = request.stream()
        self._pieces: list[bytes] = []
        self._part = _Part()
        self._header = [bytearray(), bytearray()]
        self._in_file = self._file_done = False
        callbacks: Any = {
            "on_part_begin": self._begin,
            "on_part_data": self._data,
            "on_part_end": self._end,
            "on_header_field": lambda data, start, end: self._header[0].extend(data[start:end]),
            "on_header_value": lambda data, start, end: self._header[1].extend(data[start:end]),
            "on_header_end": self._one_header,
            "on_headers_finished": self._headers,
        }
        self._parser = MultipartParser(boundary, callbacks)

    async def until_file(self) -> None:
        """Reads the fields up to the first byte of the file; refuses a form without one."""
        while not (self._in_file or self._file_done):
            if not await self._more():
                raise InvalidInput(reason="表单里没有文件。请选择一个文件后再上传", field="file")

    async def pieces(self) -> AsyncIterator[bytes]:
        """The file, piece by piece as it arrives; refuses one that breaks off."""
        while True:
            waiting, self._pieces = self._pieces, []
            for piece in waiting:
                yield piece
            if self._file_done:
                return
            if not await self._more():
                raise BadRequest(reason="文件没有传完整，请重新上传")

    async def _more(self) -> bool:
        try:
            async for chunk in self._stream:
                if chunk:
                    self._parser.write(chunk)
                    return True
        except FormParserError:
            raise BadRequest(reason="上传的表单格式不正确") from None
        except ClientDisconnect:
            raise BadRequest(reason="文件没有传完整，连接已断开") from None
        return False

    def _begin(self) -> None:
        self._part = _Part()

    def _one_header(self) -> None:
        name, value = bytes(self._header[0]).lower(), bytes(self._header[1])
        self._header = [bytearray(), bytearray()]
        if name == b"content-disposition":
            _, options = parse_options_header(value)
            self._part.name = options.get(b"name", b"").decode("utf-8", "replace")
            if b"filename" in options:
                self._part.filename = options[b"filename"].decode("utf-8", "replace")

    def _headers(self) -> None:
        if self._part.filename is not None and not self._file_done:
            self._in_file, self.filename = True, self._part.filename

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._in_file:
            self._pieces.append(data[start:end])
        elif not self._file_done:
            if len(self._part.data) + end - start > MAX_FIELD or len(self.fields) >= MAX_FIELDS:
                raise TooBig(limit=f"每个字段 {MAX_FIELD} 字节")
            self._part.data += data[start:end]

    def _end(self) -> None:
        if self._in_file:
            self._in_file, self._file_done = False, True
        elif not self._file_done and self._part.name:
            self.fields[self._part.name] = self._part.data.decode("utf-8", "replace").strip()


async def received(request: Request, *, limit: int) -> Upload:
    """The upload of a request, at its file's first byte; refuses early what says it is over `limit` bytes."""
    kind, options = parse_options_header(request.headers.get("content-type"))
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary or len(boundary) > 200:
        raise BadRequest(reason="请用 multipart/form-data 上传文件")
    length = request.headers.get("content-length", "0")
    if length.isdigit() and int(length) > limit + SLACK:
        raise TooBig(limit=f"{limit // 1_000_000} MB")
    upload = Upload(request, boundary)
    await upload.until_file()
    return upload
