"""Workbooks in and out over HTTP: the upload, the error workbook, the empty template."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import orjson
from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.responses import Response

from bole.core.context import Services
from bole.core.documents import require
from bole.core.errors import InvalidInput, TooBig
from bole.core.http import Call, calling
from bole.core.table import new_id
from bole.core.uploads import received
from bole.roster import importing_service as service
from bole.roster.handing import asked, handed, scratch
from bole.roster.importing_graphql import ImportJobNode
from bole.roster.importing_rules import MAX_FILE, MEGABYTE, FileTooBig, ImportStatus
from bole.roster.reading import end, next_frame, start
from bole.roster.template import write_template
from bole.roster.workbook import glance

router = APIRouter(prefix="/api/v1/imports", tags=["imports"])


class ImportOut(BaseModel):
    """An import as it stands."""

    id: UUID
    status: ImportStatus
    filename: str
    created_at: datetime
    rows_total: int | None = Field(description="总行数；还没有读到时为空")
    rows_done: int


FORM: Final = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "unit_id": {"type": "string", "format": "uuid", "description": "默认归口单位"},
        "sheet": {"type": "string", "description": "工作表名称；不填则自动寻找有表头的一张"},
        "file": {
            "type": "string",
            "format": "binary",
            "description": ".xlsx 或 .csv，不超过 50 MB，放在最后",
        },
    },
}


@router.post(
    "",
    status_code=201,
    response_model=ImportOut,
    summary="上传名录表格",
    openapi_extra={"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": FORM}}}},
)
async def upload(
    call: Annotated[Call, calling(service.begin_import, ImportOut, ImportJobNode)],
) -> Response:
    """文件随传随存；不是表格、带宏、加密或损坏的当场退回。接收后自动检查，不改动名录。"""
    require(call.op, call.actor)
    files = call.request.app.state.services.files
    import_id = new_id()
    key = service.original_key(import_id)
    try:
        sent = await received(call.request, limit=MAX_FILE)
        unit_id, sheet = _uuid(sent.fields.get("unit_id")), sent.fields.get("sheet") or None
        stored = await files.put(key, sent.pieces(), limit=MAX_FILE)
    except TooBig:
        raise FileTooBig(limit=MAX_FILE // MEGABYTE) from None
    try:
        async with files.local(key) as path:
            await asyncio.to_thread(glance, path)
        return await call(
            status=201,
            import_id=import_id,
            filename=Path(sent.filename.replace("\\", "/")).name,
            size=stored.size,
            digest=stored.sha256.hex(),
            unit_id=unit_id,
            sheet=sheet,
        )
    except BaseException:
        await files.delete(key)
        raise


def _uuid(told: str | None) -> UUID | None:
    try:
        return UUID(told) if told else None
    except ValueError:
        raise InvalidInput(reason="不是有效的编号", field="unit_id") from None


@router.get("/template", summary="下载导入模板")
async def template(call: Annotated[Call, calling(service.template_words)]) -> Response:
    """一张空表：列名、填写说明，层次、类型、学历等列带下拉选项。"""
    words = await asked(call)
    async with scratch() as folder:
        target = folder / "template.xlsx"
        await asyncio.to_thread(write_template, target, words)
        data = await asyncio.to_thread(target.read_bytes)
    return handed(data, "人才名录导入模板.xlsx")


@router.get("/{import_id}/errors", summary="下载错误表")
async def errors(call: Annotated[Call, calling(service.error_table)], import_id: UUID) -> Response:
    """没有入库的行，原样给出，错处标红，最后一列写明改法。改好后可直接再上传。"""
    told: service.ErrorTable = await asked(call, import_id=import_id)
    services: Services = call.request.app.state.services
    at_once: asyncio.Semaphore = services.extras.setdefault("error_workbooks", asyncio.Semaphore(1))
    async with at_once, services.files.local(told.file_key) as path, scratch() as folder:
        target = folder / "errors.xlsx"
        question = {"path": str(path), "sheet": told.sheet, "marks": told.marks, "target": str(target)}
        process = await start("bole.roster.marking", orjson.dumps(question))
        try:
            await next_frame(process)
        finally:
            await end(process)
        data = await asyncio.to_thread(target.read_bytes)
    return handed(data, f"{Path(told.filename).stem}-错误表.xlsx")
