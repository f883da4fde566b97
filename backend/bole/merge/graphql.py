"""What 核重 shows and lets do: a table of contents."""

from datetime import date, datetime
from uuid import UUID

import strawberry

from bole.core.graph import Json, Page, extend, many, node, read, steps, write
from bole.core.permissions import Permission
from bole.merge import merge_service, service
from bole.merge.models import DuplicatePair, DuplicateSign, TalentMerge
from bole.merge.rules import PAIR_FLOW, Likelihood, PairStatus
from bole.roster.graphql import TalentNode

READ = Permission.MERGE_READ


@node(DuplicatePair, allow=READ)
class DuplicatePairNode:
    """一对可能是同一人的记录"""

    id: UUID
    score: int
    likelihood: Likelihood
    clues: list[str]
    clue_words: list[str]
    found_on: date
    status: PairStatus
    allowed_steps: list[str] = steps(PAIR_FLOW)
    asked_before: bool
    reason: str | None
    decided_by: str | None
    decided_at: datetime | None
    low_id: UUID
    high_id: UUID
    low: TalentNode | None
    high: TalentNode | None


@node(DuplicateSign, allow=READ)
class DuplicateSignNode:
    """一条记录正在核对是否重复"""

    id: UUID
    since: date
    talent_id: UUID
    talent: TalentNode | None


@node(TalentMerge, allow=READ)
class TalentMergeNode:
    """一次合并"""

    id: UUID
    survivor_id: UUID
    absorbed_id: UUID
    survivor_name: str
    absorbed_name: str
    absorbed_unit: str
    reason: str
    choices: Json
    summary: list[str]
    merged_by: str
    merged_at: datetime
    undo_until: date
    undone_by: str | None
    undone_at: datetime | None
    undo_reason: str | None
    images_gone_on: date | None
    survivor: TalentNode | None
    absorbed: TalentNode | None


extend(
    TalentNode,
    merges=(
        list[TalentMergeNode],
        many(lambda m: [m.merged_at.desc(), m.id], description="并入此记录的历次合并"),
    ),
    merged_into=(
        list[TalentMergeNode],
        many(lambda m: [m.merged_at.desc(), m.id], description="此记录并入他条的合并"),
    ),
    duplicate_signs=(
        list[DuplicateSignNode],
        many(lambda s: [s.since, s.id], description="正在核对是否与他条重复"),
    ),
)


@strawberry.type(description="可能是同一人的一条记录")
class Candidate:
    talent_id: UUID = strawberry.field(description="人才")
    name: str = strawberry.field(description="姓名")
    unit: str = strawberry.field(description="归口单位")
    score: int = strawberry.field(description="分值")
    likelihood: Likelihood = strawberry.field(description="可能程度")
    clues: list[str] = strawberry.field(description="相同与矛盾之处")


@strawberry.type(description="录入前的核对结果")
class NewcomerCheck:
    candidates: list[Candidate] = strawberry.field(description="管理范围内可能是同一人的")
    elsewhere: int = strawberry.field(description="管理范围之外可能是同一人的条数")


@strawberry.type(description="过多人相同的一项线索")
class CrowdedKey:
    kind: str = strawberry.field(description="线索种类")
    shown: str = strawberry.field(description="是什么（掩码）")
    people: int = strawberry.field(description="相同的人数")
    sample_id: UUID = strawberry.field(description="其中一人")
    found_on: date = strawberry.field(description="发现日期")


@strawberry.type(description="合并时一类事项的处理规则")
class MergeRule:
    table: str = strawberry.field(description="表")
    word: str = strawberry.field(description="事项")
    rule: str = strawberry.field(description="怎样处理")


@strawberry.type(description="合并之后新增或更改的一项")
class LaterFact:
    row_id: UUID = strawberry.field(description="编号")
    table: str = strawberry.field(description="表")
    word: str = strawberry.field(description="事项")
    told: str = strawberry.field(description="内容")
    day: date = strawberry.field(description="日期")
    changed: bool = strawberry.field(description="是否为合并时已有、其后更改的")
    may_go: bool = strawberry.field(description="是否可以转给恢复的记录")


@strawberry.type
class MergeQuery:
    check_newcomer = read(service.check_newcomer, NewcomerCheck)
    duplicate_pairs = read(service.duplicate_pairs, Page[DuplicatePairNode])
    duplicate_pair = read(service.duplicate_pair, DuplicatePairNode)
    duplicate_signs = read(service.duplicate_signs, Page[DuplicateSignNode])
    crowded_keys = read(service.crowded_keys, list[CrowdedKey])
    merges = read(service.merges, Page[TalentMergeNode])
    merge = read(service.merge, TalentMergeNode)
    merge_rules = read(merge_service.merge_rules, list[MergeRule])
    later_than_merge = read(merge_service.later_than_merge, list[LaterFact])


@strawberry.type
class MergeMutation:
    tell_duplicates_apart = write(service.tell_apart, DuplicatePairNode)
    merge_talents = write(merge_service.merge_talents, TalentMergeNode)
    undo_merge = write(merge_service.undo_merge, TalentMergeNode)
