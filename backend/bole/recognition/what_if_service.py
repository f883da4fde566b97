"""Whom a new directory would touch: every person of the roster, by the machine-checkable criteria, in one statement.

Somebody *gains* who meets by the draft a higher level than by the directory in force, and than they hold. Somebody
*loses* who meets the level they hold by the directory in force, and no longer by the draft; where the draft's answer
hangs on a fact that is not known, they are *pending*. Whoever loses keeps the level until their recognition ends.
"""

import csv
import io
import time
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.events import job
from bole.core.operation import Ask, query
from bole.core.permissions import Permission
from bole.recognition import facts, predicate, rules
from bole.recognition.casework import ranks
from bole.recognition.catalogue import Directory, LevelMoney
from bole.recognition.consequences import benefits
from bole.recognition.events import DirectoryTriedOut
from bole.recognition.flow_rules import DirectoryDraftStatus, ImpactKind, RecognitionStatus
from bole.recognition.models import DirectoryDraft, DirectoryImpact, Recognition
from bole.roster.models import LevelGrant, Talent
from bole.roster.rules import PRESENT

NOTHING: Final = 99
"""The rank of no level: below every one that the catalogue has."""
MOST_IN_A_TABLE: Final = 50_000
HEAD: Final = (
    *("影响", "姓名", "单位", "现层次", "新目录层次", "现卡种", "新卡种"),
    *("现资金（元/年）", "新资金（元/年）", "现层次保留至"),
)


@query(allow=Permission.DIRECTORY_DRAFT)
def directory_impacts(
    ask: Ask, *, draft_id: UUID, kind: ImpactKind | None = None, level: str | None = None
) -> Select[DirectoryImpact]:
    """目录草案影响到的人；level：现层次。"""
    stmt = sa.select(DirectoryImpact).where(col(DirectoryImpact.draft_id) == draft_id)
    if kind is not None:
        stmt = stmt.where(col(DirectoryImpact.kind) == kind)
    if level is not None:
        stmt = stmt.where(col(DirectoryImpact.level_before) == level)
    return stmt.order_by(col(DirectoryImpact.kind), col(DirectoryImpact.id))


@query(allow=Permission.DIRECTORY_DRAFT)
async def impact_table(ctx: Context, *, draft_id: UUID) -> str:
    """导出目录试算名单（CSV），供领导小组研究。"""
    draft = await ctx.get(DirectoryDraft, draft_id)
    if draft.counted_at is None:
        raise rules.NotTriedOut()
    i: Any = DirectoryImpact
    t: Any = Talent
    stmt = (
        sa.select(
            i.kind,
            t.name,
            t.employer_name,
            i.level_before,
            i.level_after,
            i.benefit_before,
            i.benefit_after,
            i.money_before,
            i.money_after,
            i.keeps_until,
        )
        .join(Talent, col(Talent.id) == i.talent_id)
        .where(i.draft_id == draft.id)
        .order_by(i.kind, col(Talent.name_key), i.id)
        .limit(MOST_IN_A_TABLE)
    )
    names = {e.code: e.name for e in await lookup.entries(ctx, "level")}
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(
        [
            "影响",
            "姓名",
            "单位",
            "现层次",
            "新目录层次",
            "现卡种",
            "新卡种",
            "现资金（元/年）",
            "新资金（元/年）",
            "现层次保留至",
        ]
    )
    for kind, name, unit, before, after, was, now, paid, pays, keeps in (await ctx.db.execute(stmt)).all():
        cells = [
            kind.label,
            name,
            unit,
            names.get(before, before),
            names.get(after, after),
            was,
            now,
            paid,
            pays,
            keeps,
        ]
        table.writerow([_cell(c) for c in cells])
    return out.getvalue()


def _cell(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "@", "\t") else text


@job("recognition.what_if")
async def try_out(services: Services, *, draft_id: str) -> None:
    """Counts whom a draft touches. Begun again it counts again; what was thrown away or published is left alone."""
    async with Work(services).write(PLATFORM) as ctx:
        ctx.performed.append("job.recognition.what_if")
        draft = await ctx.lock(DirectoryDraft, UUID(draft_id))
        if draft.status is DirectoryDraftStatus.DRAFT and draft.asked_at is not None:
            await count(ctx, draft)


async def count(ctx: Context, draft: DirectoryDraft) -> None:
    """Fills the list of impacts and the totals of a draft that the caller holds."""
    began = time.perf_counter()
    await ctx.db.execute(sa.text("set local statement_timeout = '300s'"))
    await ctx.db.execute(sa.delete(DirectoryImpact).where(col(DirectoryImpact.draft_id) == draft.id))
    present = next(iter(await lookup.entries(ctx, "talent_directory")), None)
    old = Directory.model_validate(present.body) if present is not None else None
    on = max(draft.valid_from, ctx.today)
    order = await ranks(ctx)
    found = touched(old, Directory.model_validate(draft.body), order, on)
    names = [c.name for c in found.selected_columns]
    target = sa.insert(DirectoryImpact.__table__)  # type: ignore[attr-defined]
    await ctx.db.execute(target.from_select(names, found, include_defaults=False), {"draft_id": draft.id})
    await _price(ctx, draft, on)
    await _total(ctx, draft)
    draft.counted_at = ctx.now
    draft.counted_ms = round((time.perf_counter() - began) * 1000)
    ctx.emit(DirectoryTriedOut(draft.id, draft.gain or 0, draft.lose or 0))


def touched(old: Directory | None, new: Directory, order: Mapping[str, int], on: date) -> Any:
    """SELECT of the rows of directory_impact, without draft, tiers and money."""
    people = facts.known(sa.cast(on, sa.Date)).where(col(Talent.status).in_(PRESENT)).cte("people")
    by_rank = {rank: code for code, rank in order.items()}
    held = _rank_of(people.c.level, order)
    judged = sa.select(
        people.c.id,
        held.label("held"),
        best(old, order, people.c).label("met_before"),
        best(new, order, people.c).label("met_after"),
        best(new, order, people.c, perhaps=True).label("perhaps"),
    ).cte("judged")
    j = judged.c
    kind = sa.case(
        (sa.and_(j.met_after < j.met_before, j.met_after < j.held), ImpactKind.GAIN.value),
        (
            sa.and_(j.held < NOTHING, j.met_before <= j.held, j.met_after > j.held),
            sa.case((j.perhaps <= j.held, ImpactKind.PENDING.value), else_=ImpactKind.LOSE.value),
        ),
        else_=None,
    )
    told = sa.select(judged, kind.label("kind")).cte("told")
    until = (
        sa.select(col(Recognition.valid_until))
        .where(
            col(Recognition.talent_id) == told.c.id, col(Recognition.status) == RecognitionStatus.EFFECTIVE
        )
        .scalar_subquery()
    )
    granted = (
        sa.select(sa.func.max(col(LevelGrant.valid_until)))
        .where(col(LevelGrant.talent_id) == told.c.id, col(LevelGrant.valid_from) <= on)
        .scalar_subquery()
    )

    def code(rank: Any) -> Any:
        return sa.case(*((rank == r, c) for r, c in by_rank.items()), else_=None)

    return (
        sa.select(
            sa.func.uuidv7().label("id"),
            col(Talent.unit_path).label("unit_path"),
            sa.bindparam("draft_id", type_=sa.Uuid()).label("draft_id"),
            told.c.id.label("talent_id"),
            told.c.kind.label("kind"),
            code(told.c.held).label("level_before"),
            code(told.c.met_after).label("level_after"),
            sa.literal(Decimal(0)).label("money_before"),
            sa.literal(Decimal(0)).label("money_after"),
            sa.func.coalesce(until, granted).label("keeps_until"),
        )
        .join_from(told, Talent, col(Talent.id) == told.c.id)
        .where(told.c.kind.is_not(None))
    )


def _rank_of(level: Any, order: Mapping[str, int]) -> Any:
    return sa.case(*((level == code, rank) for code, rank in order.items()), else_=NOTHING)


def best(
    directory: Directory | None, order: Mapping[str, int], columns: Any, *, perhaps: bool = False
) -> Any:
    """SQL: the rank of the highest level whose criteria somebody meets (`perhaps`: meets, or may meet)."""
    ways: dict[int, list[Any]] = {}
    for criterion in directory.criteria if directory is not None else ():
        if criterion.predicate and criterion.level in order:
            met = facts.sql(predicate.parse(criterion.predicate), columns)
            if criterion.talent_type is not None:
                met = sa.and_(columns["talent_type"] == criterion.talent_type, met)
            ways.setdefault(order[criterion.level], []).append(met)
    branches = []
    for rank in sorted(ways):
        met = sa.or_(*ways[rank])
        branches.append((sa.or_(met, met.is_(None)) if perhaps else met, rank))
    return sa.case(*branches, else_=NOTHING) if branches else sa.literal(NOTHING)


async def _price(ctx: Context, draft: DirectoryDraft, on: date) -> None:
    """Tiers and money of the levels before and after, as they stand on the day the draft begins. Whoever loses
    would have nothing of the lost level once their recognition ends."""
    i: Any = DirectoryImpact
    brings = await benefits(ctx, on)
    money = {code: row.amount for code, row in (await lookup.bodies(ctx, LevelMoney, on)).items()}

    def of(level: Any, known: Iterable[tuple[str, Any]], otherwise: Any) -> Any:
        pairs = [(level == code, value) for code, value in known]
        return sa.case(*pairs, else_=otherwise) if pairs else sa.literal(otherwise)

    await ctx.db.execute(
        sa.update(DirectoryImpact)
        .where(i.draft_id == draft.id)
        .values(
            benefit_before=of(i.level_before, brings.items(), None),
            benefit_after=of(i.level_after, brings.items(), None),
            money_before=of(i.level_before, money.items(), Decimal(0)),
            money_after=of(i.level_after, money.items(), Decimal(0)),
        ),
        execution_options={"synchronize_session": False},
    )


async def _total(ctx: Context, draft: DirectoryDraft) -> None:
    i: Any = DirectoryImpact
    per_kind = sa.select(i.kind, sa.func.count(), sa.func.sum(i.money_after - i.money_before))
    rows = (await ctx.db.execute(per_kind.where(i.draft_id == draft.id).group_by(i.kind))).all()
    counts = {ImpactKind(kind): n for kind, n, _ in rows}
    draft.gain, draft.lose = counts.get(ImpactKind.GAIN, 0), counts.get(ImpactKind.LOSE, 0)
    draft.pending = counts.get(ImpactKind.PENDING, 0)
    draft.money = sum((m for kind, _, m in rows if ImpactKind(kind) is not ImpactKind.PENDING), Decimal(0))
    everybody = select(sa.func.count()).select_from(Talent).where(col(Talent.status).in_(PRESENT))
    draft.people = (await ctx.db.exec(everybody)).one()
