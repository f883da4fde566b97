"""Workbooks handed over HTTP: asked of an operation, made in a passing folder, told by name."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from starlette.responses import Response

from bole.core.context import Work
from bole.core.documents import require
from bole.core.errors import Unavailable
from bole.core.http import Call

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def asked(call: Call, **given: Any) -> Any:
    """The answer of an operation whose result is a file, not JSON: same permission, same scope."""
    require(call.op, call.actor)
    assert call.actor is not None
    async with Work(call.request.app.state.services).read(call.actor) as ctx:
        return await call.op.run(ctx, **given)


@asynccontextmanager
async def scratch() -> AsyncIterator[Path]:
    try:
        made = await asyncio.to_thread(tempfile.TemporaryDirectory, prefix="bole-")
    except OSError:
        raise Unavailable(what="临时目录") from None
    try:
        yield Path(made.name)
    finally:
        await asyncio.to_thread(made.cleanup)


def handed(data: bytes, name: str) -> Response:
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    return Response(data, media_type=XLSX, headers=headers)
