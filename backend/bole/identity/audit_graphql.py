"""What the audit trail shows to its auditor."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
import strawberry
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, aggregate_order_by
from sqlmodel import col
from strawberry.types import get_object_definition

from bole.core.graph import BigInt, Json, Page, computed, node, read
from bole.core.ledger import AuditEntry
from bole.core.nodes import NODES
from bole.core.operation import OPERATIONS
from bole.core.permissions import Permission
from bole.identity import audit_service as service
from bole.identity.audit_models import MOST_LINES
from bole.identity.models import Account
from bole.org.models import Appointment, Post, Unit, holds

UNDECLARED: Final = {
    "identity.sign_in_refused": "登录失败",
    "identity.prove_again": "令其再次验证身份",
    "identity.sign_in_by_oidc": "经统一身份认证登录",
    "identity.make_demo_accounts": "建立演示账号",
    "roster.run_import": "后台读入名录",
    "roster.clean_imports": "清理导入文件",
    "roster.run_export": "后台写出名录",
    "roster.expire_export": "导出文件到期删除",
    "roster.populate": "生成演示名录",
    "catalogue.import_profile": "载入城市方案",
    "profile.import": "载入城市方案",
    "job.card.issue_batch": "后台发卡",
    "job.card.grant_periods": "后台授予新周期权益",
}
"""What the trail names besides operations: the work of jobs and of the command line."""


@cache
def _operation_words() -> Any:
    return _inline({name: op.summary.rstrip("。") for name, op in OPERATIONS.items()} | UNDECLARED)


@cache
def _table_words() -> Any:
    """What the product calls the rows of a table: the first line of their node."""
    words: dict[str, str] = {}
    for cls, shown in NODES.items():
        said = get_object_definition(cls, strict=True).description
        if said:
            words.setdefault(shown.table.__table__.name, said)  # type: ignore[attr-defined]
    return _inline(words)


def _inline(words: Mapping[str, str]) -> Any:
    """A constant of the statement, not a bind: it would travel with every call."""
    told = json.dumps(words, ensure_ascii=False, sort_keys=True).replace("'", "''")
    return sa.literal_column(f"'{told}'::jsonb", JSONB())


def _said(entry: Any) -> Any:
    name = sa.func.unnest(entry.operations).table_valued("name", with_ordinality="n").render_derived()
    word = sa.func.coalesce(_operation_words().op("->>", return_type=sa.Text())(name.c.name), name.c.name)
    told = sa.func.array_agg(aggregate_order_by(word, name.c.n), type_=ARRAY(sa.Text()))
    return sa.select(sa.func.coalesce(told, _NONE)).select_from(name).scalar_subquery()


def _login(entry: Any) -> Any:
    return sa.select(col(Account.login)).where(col(Account.id) == entry.actor_id).scalar_subquery()


def _posts(entry: Any) -> Any:
    """Of a person's account, what they held on that day."""
    said = col(Unit.short_name) + sa.literal_column("' '") + col(Post.name)
    told = sa.func.array_agg(aggregate_order_by(said, col(Post.rank), col(Post.id)), type_=ARRAY(sa.Text()))
    held = (
        sa.select(sa.func.coalesce(told, _NONE))
        .select_from(Account)
        .join(Appointment, col(Appointment.person_id) == col(Account.person_id))
        .join(Post, col(Post.id) == col(Appointment.post_id))
        .join(Unit, col(Unit.id) == col(Post.unit_id))
        .where(col(Account.id) == entry.actor_id, holds(Appointment, sa.cast(entry.at, sa.Date())))
    )
    return held.scalar_subquery()


_NONE: Any = sa.literal_column("'{}'::text[]", ARRAY(sa.Text()))


@node(AuditEntry, allow=Permission.AUDIT_READ)
class AuditEntryNode:
    """一条审计记录"""

    id: str = computed(
        lambda a: sa.cast(a.shard, sa.Text()) + sa.literal_column("'-'") + sa.cast(a.seq, sa.Text()),
        description="链号-序号",
    )
    at: datetime
    actor_id: UUID
    actor_name: str
    login: str | None = computed(_login, description="登录名（平台与伙伴系统为空）")
    posts: list[str] = computed(_posts, description="当日所任岗位")
    operations: list[str]
    words: list[str] = computed(_said, description="做了什么（依次与操作代码对应）")
    rows: list[str]
    row_count: int = computed(
        lambda a: sa.func.cardinality(a.rows, type_=sa.Integer()), description="涉及多少条记录"
    )
    changes: Json = computed(
        lambda a: sa.func.audit_lines(a.changes, _table_words(), type_=JSONB()),
        description="改动，每列一条：table、tableName、rowId、column、label、before、after；"
        f"敏感内容只记掩码，最多列出 {MOST_LINES} 条",
    )
    request_id: str | None
    shard: int
    seq: BigInt
    hash: str = computed(
        lambda a: sa.func.encode(a.hash, sa.literal_column("'hex'"), type_=sa.Text()),
        description="本条指纹（SHA-256）",
    )


@strawberry.type(description="审计链核对结果")
class AuditStanding:
    whole: bool = strawberry.field(description="核对过的部分是否完整")
    complete: bool = strawberry.field(description="是否全部核对（否则只核对了最新的一部分）")
    entries: int = strawberry.field(description="核对了多少条")
    since: datetime | None = strawberry.field(description="核对过的最早一条的时间")
    checked_at: datetime = strawberry.field(description="核对时间")
    fault_count: int = strawberry.field(description="发现几处问题")
    faults: list[str] = strawberry.field(description="问题（最多列出五十处）")


@strawberry.type
class AuditQuery:
    audit_entries = read(service.audit_entries, Page[AuditEntryNode])
    audit_standing = read(service.audit_standing, AuditStanding)
