"""Told downwards: a quarter whose figures are frozen is locked (roster/quarters.py asks)."""

from sqlmodel import col, select

from bole.campaign.models import QuarterSnapshot
from bole.core.context import Context
from bole.roster.quarters import frozen_by


@frozen_by
async def frozen(ctx: Context, quarter: str) -> bool:
    there = select(QuarterSnapshot.id).where(col(QuarterSnapshot.quarter) == quarter)
    return (await ctx.db.exec(there)).first() is not None
