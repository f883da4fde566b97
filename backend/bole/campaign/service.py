"""Campaigns: opened for a quarter, how far each unit is, urged, closed at the due day or before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select
from sqlmodel import col, select

from bole.campaign import reports, rules
from bole.campaign.catalogue import CODE, CampaignTerms
from bole.campaign.desks import desks_of
from bole.campaign.events import CampaignClosed, CampaignOpened
from bole.campaign.models import Campaign
from bole.campaign.rules import CAMPAIGN_FLOW, CampaignStatus
from bole.catalogue import lookup
from bole.catalogue.work_calendar import work_calendar
from bole.core.context import Context
from bole.core.faults import constraint
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.notice.service import notify
from bole.org.models import Unit
from bole.roster.figures import top_of
from bole.roster.quarter_rules import Quarter

LISTING_SECONDS = 120

constraint("campaign_once_a_quarter", rules.CampaignThere)


@dataclass(frozen=True)
class UnitProgress:
    """How far one unit is."""

    unit_id: UUID
    unit: str
    closed: bool
    records: int
    pending: int
    confirmed: int
    changed: int
    left: int
    unconfirmed: int
    rate: float | None
    """Answered in percent; of nothing there is none."""


@dataclass(frozen=True)
class DueExplained:
    """How the due day was counted."""

    due_on: str
    summary: str
    provisional: str | None


@query(allow=Permission.ROSTER_READ)
def campaigns(ask: Ask) -> Select[Campaign]:
    """历次季度更新，最近的在前。"""
    return select(Campaign).order_by(col(Campaign.quarter).desc(), col(Campaign.id))


@query(allow=Permission.ROSTER_READ)
def campaign(ask: Ask, *, id: UUID) -> Select[Campaign]:
    """一次季度更新。"""
    return select(Campaign).where(col(Campaign.id) == id)


@query(allow=Permission.ROSTER_READ)
async def campaign_progress(
    ctx: Context, *, campaign_id: UUID, unit_id: UUID | None = None
) -> Sequence[UnitProgress]:
    """季度更新进度。

    按下级单位分列：应确认、待确认、已确认、已更改、已离开、未确认；进度慢的在前。人随单位走：转走的算在现单位。
    """
    await ctx.get(Campaign, campaign_id)
    top = await top_of(ctx, unit_id)
    if top is None:
        return []
    given = {
        "campaign": campaign_id,
        "top": top.id,
        "lo": max(top.path, ctx.actor.lo),
        "hi": min(top.path_end, ctx.actor.hi),
    }
    rows = (await ctx.db.execute(reports.PROGRESS, given)).mappings().all()
    found = select(Unit).where(col(Unit.id).in_([r["unit_id"] for r in rows]))
    units = {u.id: u for u in await ctx.db.exec(found)}
    made = []
    for row in rows:
        unit, done = units[row["unit_id"]], row["records"] - row["pending"] - row["unconfirmed"]
        made.append(
            UnitProgress(
                unit.id,
                unit.name if unit.id != top.id else f"{unit.name}直接管理",
                unit.valid_until is not None and unit.valid_until < ctx.today,
                row["records"],
                row["pending"],
                row["confirmed"],
                row["changed"],
                row["left_"],
                row["unconfirmed"],
                round(done * 100 / row["records"], 1) if row["records"] else None,
            )
        )
    return sorted(made, key=lambda p: (p.rate if p.rate is not None else 101.0, -p.pending, p.unit))


@query(allow=Permission.ROSTER_READ)
async def campaign_due(ctx: Context, *, campaign_id: UUID) -> DueExplained:
    """确认期限是怎样算出来的。"""
    told = await ctx.get(Campaign, campaign_id)
    counted = (await work_calendar(ctx)).told(told.opened_on, told.due_on)
    return DueExplained(told.due_on.isoformat(), counted.summary, counted.provisional_words)


@command(allow=Permission.CAMPAIGN_MANAGE)
async def open_campaign(ctx: Context, *, quarter: str) -> Campaign:
    """开展一个季度的更新。

    此刻在库与待更新的每一条都列入所属单位的名册；其后录入的不必确认。期限按工作日历，从次日起算。
    """
    wanted = Quarter.read(quarter)
    rules.check_quarter(wanted, ctx.today)
    there = select(Campaign).where(col(Campaign.quarter) == str(wanted))
    if (await ctx.db.exec(there)).first() is not None:
        raise rules.CampaignThere(quarter=wanted.words, field="quarter")
    terms = await lookup.body(ctx, CampaignTerms, CODE)
    days = await work_calendar(ctx)
    due = days.add_working_days(ctx.today, terms.answer_working_days)
    made = Campaign(
        quarter=str(wanted),
        opened_on=ctx.today,
        due_on=due,
        remind_on=max(ctx.today, days.latest_on_time(due, terms.remind_working_days)),
        undo_minutes=terms.undo_minutes,
        opened_by=ctx.actor.name,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    here = await ctx.connection()
    await here.execute(f"set local statement_timeout = '{LISTING_SECONDS}s'")
    listed: Any = await ctx.db.execute(reports.LIST, {"campaign": made.id})
    ctx.emit(CampaignOpened(made.id, made.quarter, listed.rowcount))
    return made


@command(allow=Permission.CAMPAIGN_MANAGE)
async def close_campaign(ctx: Context, *, campaign_id: UUID, reason: str) -> Campaign:
    """提前截止一次季度更新。

    未确认的随即转为待更新，仍可补确认。
    """
    held = await ctx.lock(Campaign, campaign_id)
    why = rules.reason("提前截止的原因", reason)
    if held.status is CampaignStatus.CLOSED:
        raise over(held, "截止")
    held.closed_reason = why
    return close(ctx, held)


def close(ctx: Context, held: Campaign) -> Campaign:
    """No more answers; the worker turns stale whoever nobody answered for."""
    held.status, held.closed_on = CAMPAIGN_FLOW.after(held.status, "close"), ctx.today
    ctx.emit(CampaignClosed(held.id, held.quarter))
    ctx.enqueue("campaign.lapse", {"campaign_id": held.id})
    return held


@command(allow=Permission.CAMPAIGN_ANSWER)
async def urge(ctx: Context, *, campaign_id: UUID, unit_id: UUID) -> Campaign:
    """催办：告知一个单位（含下级）经办季度更新的岗位。一天只告知一次。"""
    told = await ctx.get(Campaign, campaign_id)
    if told.status is CampaignStatus.CLOSED:
        raise over(told, "催办")
    unit = await ctx.get(Unit, unit_id)
    given = {"campaign": campaign_id, "top": unit.id, "lo": unit.path, "hi": unit.path_end}
    rows = (await ctx.db.execute(reports.PROGRESS, given)).mappings().all()
    behind = [r["unit_id"] for r in rows if r["pending"]]
    if not behind:
        raise rules.NothingToUrge(unit=unit.name, field="unitId")
    pending = sum(r["pending"] for r in rows)
    ctx.enqueue(
        "campaign.urge",
        {
            "campaign_id": told.id,
            "units": [str(u) for u in {unit.id, *behind}],
            "pending": pending,
            "by": ctx.actor.name,
        },
    )
    return told


async def tell_desks(
    ctx: Context, told: Campaign, units: Sequence[UUID], *, title: str, body: str, key: str
) -> int:
    return await notify(
        ctx,
        kind="campaign",
        title=title,
        body=body,
        about="campaign",
        about_id=told.id,
        key=key,
        posts=await desks_of(ctx, units),
    )


def over(told: Campaign, act: str) -> rules.CampaignOver:
    day = told.closed_on.isoformat() if told.closed_on else ""
    return rules.CampaignOver(closed_on=day, act=act)
