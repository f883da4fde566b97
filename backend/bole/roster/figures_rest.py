"""The figures of a day as a workbook."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from bole.core import clock
from bole.core.http import Call, calling
from bole.roster import figures
from bole.roster.handing import asked, handed, scratch
from bole.roster.rules import FigureAxis
from bole.roster.sheets import Field, Sheet

router = APIRouter(prefix="/api/v1/roster-figures", tags=["talents"])
COLUMNS: Final = (Field("项目", 30), Field("人数", 12), Field("其中待更新", 12), Field("待更新占比", 12))


@router.get("/workbook", summary="下载名录数字（Excel）")
async def workbook(
    call: Annotated[Call, calling(figures.roster_figures)],
    by: Annotated[FigureAxis, Query(description="按什么分列")] = FigureAxis.LEVEL,
    as_of: Annotated[date | None, Query(description="截至；不填为今日")] = None,
    unit_id: Annotated[UUID | None, Query(description="单位及其下级；不填为管理范围内全部")] = None,
) -> Response:
    """页面上同样的数字；表头写明截至日、单位、口径与目录版次、导出人与时间。"""
    told: figures.Figures = await asked(call, by=by, as_of=as_of, unit_id=unit_id)
    assert call.actor is not None
    at = f"{clock.now().astimezone(clock.SHANGHAI):%Y-%m-%d %H:%M}"
    notes = [
        f"名录数字：{told.by.label}　截至：{told.as_of}　单位：{told.unit}（含下级）",
        f"口径：{told.definition}",
        f"导出人：{call.actor.name}　时间：{at}",
    ]
    async with scratch() as folder:
        target = folder / "figures.xlsx"
        await asyncio.to_thread(write, target, told, notes)
        data = await asyncio.to_thread(target.read_bytes)
    return handed(data, f"名录数字-{told.by.label}-{told.as_of}.xlsx")


def write(path: Path, told: figures.Figures, notes: list[str]) -> None:
    """Labels come from catalogues and units, so they are somebody's text: never a formula (roster/sheets.py)."""
    sheet = Sheet(path, "名录数字", properties={"title": "名录数字", "comments": notes[0]})
    sheet.columns(COLUMNS)
    for line in notes:
        sheet.note(line)
    sheet.head(COLUMNS)
    for x in told.lines:
        sheet.numbers([x.label, x.talents, x.stale, share(x.stale, x.talents)])
    sheet.numbers(["合计", told.talents, told.stale, share(told.stale, told.talents)])
    sheet.close()


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "—"
