"""The plan of an erasure: of every holding how much there is, whether it goes, and why it must stay until when."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

import orjson
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.merge.records import records_of
from bole.privacy.rules import Fate, kept_until
from bole.roster.catalogue import DataGround
from bole.roster.erasing import Holding, in_order
from bole.roster.models import Departure

ELSEWHERE = (
    ("audit", "审计日志", "网络安全法第二十一条：留存不少于六个月；敏感内容入库时已遮盖，防篡改链不能改写"),
    ("files", "导入、导出的文件", "到期自动删除；导出文件带有水印与追溯码"),
    ("backup", "备份", "随备份周期覆盖；从备份恢复后须重新执行本次删除"),
)
"""What no statement can reach, told so that nobody believes it gone."""


@dataclass(frozen=True)
class PlanLine:
    """One kind of data: how many rows, what becomes of them, on what ground, until when."""

    code: str
    title: str
    rows: int
    fate: Fate
    why: str
    until: date | None


async def plan_of(services: Services, talent_id: UUID) -> list[PlanLine]:
    """As of today, by the catalogue in force. Counted as the platform, which carries it out: an officer sees no
    messages and settings of another; whoever asks has been asked for their right to this record."""
    async with Work(services).read(PLATFORM) as ctx:
        return await _lines(ctx, talent_id)


async def _lines(ctx: Context, talent_id: UUID) -> list[PlanLine]:
    grounds = await lookup.bodies(ctx, DataGround)
    counted_from = await _gone_since(ctx, talent_id)
    lines = []
    records = await records_of(ctx, talent_id)
    for held in in_order():
        rows = sum([(await ctx.db.execute(held.count(record))).scalar_one() for record in records])
        lines.append(_line(held, rows, grounds, counted_from, ctx.today))
    return lines + [PlanLine(code, title, 0, Fate.KEPT, why, None) for code, title, why in ELSEWHERE]


def _line(
    held: Holding, rows: int, grounds: Mapping[str, DataGround], counted_from: date, today: date
) -> PlanLine:
    ground = grounds.get(held.ground)
    if ground is not None and ground.keep_years is not None:
        until = kept_until(ground.keep_years, counted_from)
        # past its term what can be erased is erased; a ledger nobody may touch holds nothing of the person
        if held.fixed or until >= today:
            fate = Fate.BLANKED if held.blank else Fate.KEPT
            return PlanLine(held.code, held.title, rows, fate, f"{ground.basis}：{ground.keep_why}", until)
    fate = Fate.BLANKED if held.blank else Fate.KEPT if held.fixed else Fate.DELETED
    why = ground.basis if ground is not None else "目录中没有依据，随删除清除"
    return PlanLine(held.code, held.title, rows, fate, why, None)


async def _gone_since(ctx: Context, talent_id: UUID) -> date:
    """Retention is counted from the day the person left, or from today."""
    last = select(col(Departure.left_on)).where(
        col(Departure.talent_id) == talent_id, col(Departure.came_back_on).is_(None)
    )
    return (await ctx.db.exec(last.order_by(col(Departure.left_on).desc()))).first() or ctx.today


def digest_of(lines: list[PlanLine]) -> str:
    """What was shown, so that what is done is what was shown."""
    return hashlib.sha256(orjson.dumps(told(lines))).hexdigest()[:16]


def told(lines: list[PlanLine]) -> list[dict[str, Any]]:
    """As it is kept."""
    return [
        {**asdict(line), "fate": line.fate.value, "until": line.until and line.until.isoformat()}
        for line in lines
    ]
