"""核重: what may be one person, what was told apart, and whether someone new is here already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.merge.catalogue import CODE, DuplicateRules
from bole.merge.events import TalentsToldApart
from bole.merge.keys import KINDS
from bole.merge.looking import MOST_SHOWN, keys_of, match, near, person_of, seen
from bole.merge.models import CrowdedKey, DuplicatePair, DuplicateSign, TalentMerge
from bole.merge.rules import PAIR_FLOW, AlreadyDecided, Likelihood, PairStatus
from bole.org.models import Unit
from bole.roster.codes import read_phone
from bole.roster.forms import DocumentIn
from bole.roster.identity_numbers import read_identity
from bole.roster.names import check_name, prepare_name, prepare_names
from bole.roster.rules import Gender, filled
from bole.roster.sealed import number_blind, phone_blind


@dataclass(frozen=True)
class Candidate:
    """Somebody of the roster who may be the one being entered."""

    talent_id: UUID
    name: str
    unit: str
    score: int
    likelihood: Likelihood
    clues: list[str]


@dataclass(frozen=True)
class NewcomerCheck:
    """`elsewhere`: how many such records lie out of the officer's scope; of them no more is told."""

    candidates: Sequence[Candidate]
    elsewhere: int


@dataclass(frozen=True)
class Crowd:
    """A key that so many share that they are not compared pair by pair."""

    kind: str
    shown: str
    people: int
    sample_id: UUID
    found_on: date


@query(allow=Permission.ROSTER_WRITE)
async def check_newcomer(
    ctx: Context,
    *,
    name: str,
    phone: str | None = None,
    birth_date: date | None = None,
    gender: Gender | None = None,
    documents: list[DocumentIn] | None = None,
    other_names: list[str] | None = None,
) -> NewcomerCheck:
    """录入前查找可能是同一人的记录。

    按证件、电话、姓名读音与出生日期比对全市名录；管理范围之外的只告知有几条，由市委人才办核对。不保存任何内容。
    """
    numbers = [read_identity(d.kind, d.number, today=ctx.today) for d in documents or ()]
    born = birth_date or next((n.birth_date for n in numbers if n.birth_date), None)
    told = gender or next((n.gender for n in numbers if n.gender), Gender.UNKNOWN)
    others = prepare_names([check_name(n) for n in other_names or ()])
    keys = prepare_name(check_name(name))
    filled_in = read_phone(phone) if phone else None
    person = person_of(
        keys,
        others,
        phone=phone_blind(ctx.vault, filled_in.number) if filled_in else None,
        birth_date=born,
        gender=told.value,
        documents=[(n.kind.value, number_blind(ctx.vault, n.number)) for n in numbers],
    )
    policy = await lookup.body(ctx, DuplicateRules, CODE)
    spelt = [s for k in (keys, *others) for s in k.spellings]
    async with ctx.services.database.pool(ActorKind.SYSTEM.database_role).acquire() as connection:
        asked = keys_of(person, spelt, keys.initials)
        ids = await near(connection, asked, block=policy.largest_block)
        people = await seen(connection, ids)
    nobody = UUID(int=0)
    found = {
        i: made for i, p in people.items() if (made := match(nobody, person, i, p.person, policy)) is not None
    }
    lo, hi = ctx.actor.lo, ctx.actor.hi
    here = [i for i in found if lo <= people[i].unit_path < hi]
    if not here:
        return NewcomerCheck([], len(found))
    units = select(Unit.id, Unit.name).where(col(Unit.id).in_({people[i].unit_id for i in here}))
    names: dict[UUID, str] = dict((await ctx.db.exec(units)).all())
    candidates = [
        Candidate(
            i,
            people[i].name,
            names.get(people[i].unit_id, ""),
            found[i].score,
            found[i].likelihood,
            [c.label for c in found[i].found],
        )
        for i in sorted(here, key=lambda i: -found[i].score)[:MOST_SHOWN]
    ]
    return NewcomerCheck(candidates, len(found) - len(here))


@query(allow=Permission.MERGE_READ)
def duplicate_pairs(
    ask: Ask, *, status: PairStatus | None = None, talent_id: UUID | None = None
) -> Select[DuplicatePair]:
    """疑似重复的记录，分值高的在前。

    只列两条都在管理范围内的；跨县区的由市委人才办核对。
    """
    stmt = select(DuplicatePair)
    if status is not None:
        stmt = stmt.where(col(DuplicatePair.status) == status)
    if talent_id is not None:
        low, high = col(DuplicatePair.low_id), col(DuplicatePair.high_id)
        stmt = stmt.where((low == talent_id) | (high == talent_id))
    return stmt.order_by(col(DuplicatePair.score).desc(), col(DuplicatePair.id))


@query(allow=Permission.MERGE_READ)
def duplicate_pair(ask: Ask, *, id: UUID) -> Select[DuplicatePair]:
    """一对疑似重复的记录。"""
    return select(DuplicatePair).where(col(DuplicatePair.id) == id)


@query(allow=Permission.MERGE_READ)
def duplicate_signs(ask: Ask) -> Select[DuplicateSign]:
    """本单位正在核对是否重复的记录。

    只说明哪一条正在核对；另一条属于其他单位的，不告知其内容。
    """
    return select(DuplicateSign).order_by(col(DuplicateSign.since).desc(), col(DuplicateSign.id))


@query(allow=Permission.MERGE_READ)
def merges(ask: Ask, *, standing: bool = False) -> Select[TalentMerge]:
    """历次合并，最近的在前。"""
    stmt = select(TalentMerge)
    if standing:
        stmt = stmt.where(col(TalentMerge.undone_at).is_(None))
    return stmt.order_by(col(TalentMerge.merged_at).desc(), col(TalentMerge.id))


@query(allow=Permission.MERGE_READ)
def merge(ask: Ask, *, id: UUID) -> Select[TalentMerge]:
    """一次合并。"""
    return select(TalentMerge).where(col(TalentMerge.id) == id)


@query(allow=Permission.MERGE_DECIDE)
async def crowded_keys(ctx: Context) -> list[Crowd]:
    """过多人相同的电话、证件或读音。

    人数超过目录所定的，不逐对比较，例如酒店总机；请核对这些资料本身。
    """
    rows = await ctx.db.exec(
        select(CrowdedKey).order_by(col(CrowdedKey.people).desc(), col(CrowdedKey.id)).limit(100)
    )
    return [Crowd(KINDS[r.kind], r.shown, r.people, r.sample_id, r.found_on) for r in rows]


@command(allow=Permission.MERGE_DECIDE)
async def tell_apart(ctx: Context, *, pair_id: UUID, reason: str) -> DuplicatePair:
    """核为不是同一人。

    写明理由；此后除非线索有变，不再列出。
    """
    said = filled("理由", reason, field="reason")
    pair = await ctx.lock(DuplicatePair, pair_id)
    check_open(pair)
    pair.status = PAIR_FLOW.after(pair.status, "tell_apart")
    pair.reason, pair.decided_by, pair.decided_at = said, ctx.actor.name, ctx.now
    await forget_signs(ctx, pair.id)
    ctx.emit(TalentsToldApart(pair.id))
    return pair


def check_open(pair: DuplicatePair) -> None:
    if pair.status is not PairStatus.OPEN:
        raise AlreadyDecided(
            by=pair.decided_by,
            at=pair.decided_at and f"{pair.decided_at.astimezone():%Y-%m-%d %H:%M}",
            status=PAIR_FLOW.labels[pair.status],
        )


async def forget_signs(ctx: Context, pair_id: UUID) -> None:
    """Nobody need hear of it any more."""
    for sign in await ctx.db.exec(select(DuplicateSign).where(col(DuplicateSign.pair_id) == pair_id)):
        await ctx.db.delete(sign)
