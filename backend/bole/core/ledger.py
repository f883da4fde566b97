"""What is written beside every change, in the same transaction: outbox, audit, answers kept for a retry."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, LargeBinary, PrimaryKeyConstraint, func, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel, Text

from bole.core.table import moment


class OutboxMessage(SQLModel, table=True):
    """A fact that happened, waiting to be told to the reactions; kept after delivery as the event log."""

    __tablename__ = "outbox"
    __table_args__ = (Index("outbox_waiting_idx", "seq", postgresql_where=text("delivered_at is null")),)

    seq: int | None = Field(
        default=None, primary_key=True, sa_type=BigInteger, sa_column_args=[Identity(always=True)]
    )
    at: datetime | None = Field(
        default=None, sa_type=moment(), sa_column_kwargs={"server_default": func.now(), "nullable": False}
    )
    fact: str = Field(description="事实")
    body: dict[str, Any] = Field(sa_type=JSONB, description="内容")
    actor_id: UUID = Field(description="办理人")
    delivered_at: datetime | None = Field(default=None, sa_type=moment())
    attempts: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    error: str | None = Field(default=None)


class AuditEntry(SQLModel, table=True):
    """Who did what, and every changed column before and after. A trigger chains each entry to the one before
    it in its shard; see core/audit.py."""

    __tablename__ = "audit"
    __table_args__ = (
        PrimaryKeyConstraint("shard", "seq"),
        Index("audit_actor_id_at_idx", "actor_id", "at"),
        Index("audit_rows_idx", "rows", postgresql_using="gin"),
        Index("audit_at_idx", "at"),
    )

    shard: int | None = Field(
        default=None,
        sa_column_kwargs={"nullable": False, "autoincrement": False},
        description="在哪一条审计链",
    )
    seq: int | None = Field(
        default=None, sa_type=BigInteger, sa_column_kwargs={"nullable": False}, description="链上第几条"
    )
    at: datetime | None = Field(
        default=None, sa_type=moment(), sa_column_kwargs={"nullable": False}, description="时间"
    )
    actor_id: UUID = Field(description="办理人编号")
    actor_name: str = Field(description="办理人")
    request_id: str | None = Field(default=None, description="请求编号")
    operations: list[str] = Field(sa_type=ARRAY(Text), description="操作代码")
    rows: list[str] = Field(sa_type=ARRAY(Text), description="涉及的记录：表/编号")
    changes: dict[str, Any] = Field(sa_type=JSONB, description="改动前后")
    prev: bytes | None = Field(default=None, sa_type=LargeBinary, sa_column_kwargs={"nullable": False})
    hash: bytes | None = Field(default=None, sa_type=LargeBinary, sa_column_kwargs={"nullable": False})


class AuditHead(SQLModel, table=True):
    """The last entry of each shard: what finds a cut tail. Written by the trigger only."""

    __tablename__ = "audit_head"

    shard: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    seq: int = Field(sa_type=BigInteger)
    hash: bytes = Field(sa_type=LargeBinary)


class KeptAnswer(SQLModel, table=True):
    """The answer to one idempotency key of one actor: the same key with the same body gets it again."""

    __tablename__ = "idempotency"

    actor_id: UUID = Field(primary_key=True)
    key: str = Field(primary_key=True, max_length=255)
    body_hash: bytes = Field(sa_type=LargeBinary)
    answer: bytes | None = Field(default=None, sa_type=LargeBinary)
    at: datetime | None = Field(
        default=None,
        index=True,
        sa_type=moment(),
        sa_column_kwargs={"server_default": func.now(), "nullable": False},
    )


class Heartbeat(SQLModel, table=True):
    """When a worker was last alive; `/readyz` reads it."""

    __tablename__ = "worker_heartbeat"

    name: str = Field(primary_key=True)
    at: datetime = Field(sa_type=moment())
