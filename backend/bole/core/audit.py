"""`bole audit verify`: finds an edited, deleted or truncated entry and a cut tail.

Entries hang in chains, one a shard (core/ledger.py and the trigger in core/ddl.py). Heads written to a place
outside the database (`bole audit anchor`) also find a superuser who rewrote a chain to its end.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import asyncpg
import orjson

from bole.core import clock

BATCH = 5000

WHOLE = """
select shard, seq, prev, hash, bole_audit_hash(a) as computed, at from audit a order by shard, seq"""
NEWEST = """
with recent as (select shard, seq from audit order by at desc limit $1),
     floor as (select h.shard, coalesce(min(r.seq), h.seq) as seq
               from audit_head h left join recent r on r.shard = h.shard group by h.shard, h.seq)
select a.shard, a.seq, a.prev, a.hash, bole_audit_hash(a) as computed, a.at
from audit a join floor f on f.shard = a.shard and a.seq >= f.seq order by a.shard, a.seq"""
"""The newest entries with all that follow them in their chains, and of every other chain its last."""


@dataclass
class Verdict:
    """What the check found. `faults`: one Chinese line each; empty when the trail is whole."""

    entries: int = 0
    faults: list[str] = field(default_factory=list)
    complete: bool = True
    """Every entry was checked, not only the newest."""
    since: datetime | None = None
    """When the oldest entry checked was written."""

    @property
    def whole(self) -> bool:
        return not self.faults


async def verify(connection: asyncpg.Connection, anchor: dict[str, Any] | None = None) -> Verdict:
    """Recomputes every chain; compares with the heads and, if given, with an anchor taken earlier."""
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        return await follow(connection, anchor)


async def follow(
    connection: asyncpg.Connection, anchor: dict[str, Any] | None = None, *, newest: int | None = None
) -> Verdict:
    """`verify` inside the caller's snapshot. Of a trail longer than `newest` only as many are recomputed."""
    verdict = Verdict()
    heads = {r["shard"]: (r["seq"], r["hash"]) for r in await connection.fetch("select * from audit_head")}
    marks = {int(k): v for k, v in (anchor or {}).get("heads", {}).items()}
    if not heads:
        verdict.faults.append("审计链头表为空：链头被删除")
    verdict.complete = newest is None or sum(seq for seq, _ in heads.values()) <= newest
    last: dict[int, tuple[int, bytes]] = dict.fromkeys(heads, (0, b"\x00")) if verdict.complete else {}
    asked = (WHOLE,) if verdict.complete else (NEWEST, newest)
    async for row in connection.cursor(*asked, prefetch=BATCH):
        if not verdict.complete:  # the first of a chain stands on what lies before it
            last.setdefault(row["shard"], (row["seq"] - 1, row["prev"]))
        _follow(row, last, marks, verdict)
    for shard, (seq, digest) in heads.items():
        found = last.get(shard, (0, b"\x00"))
        if found != (seq, digest):
            verdict.faults.append(
                f"第 {shard} 链：链头记到第 {seq} 条，实有到第 {found[0]} 条，末尾被删或被截"
            )
    for shard, mark in marks.items():
        if last.get(shard, (0, b""))[0] < mark["seq"]:
            verdict.faults.append(f"第 {shard} 链：锚点记到第 {mark['seq']} 条，如今不足，末尾被删")
    return verdict


def _follow(row: Any, last: dict[int, tuple[int, bytes]], marks: dict[int, Any], verdict: Verdict) -> None:
    shard, seq = row["shard"], row["seq"]
    before_seq, before_hash = last.get(shard, (0, b"\x00"))
    verdict.entries += 1
    verdict.since = min(verdict.since or row["at"], row["at"])
    if seq != before_seq + 1:
        verdict.faults.append(f"第 {shard} 链：第 {before_seq + 1} 至 {seq - 1} 条缺失")
    elif row["prev"] != before_hash:
        verdict.faults.append(f"第 {shard} 链第 {seq} 条：与前一条不相接")
    if row["hash"] != row["computed"]:
        verdict.faults.append(f"第 {shard} 链第 {seq} 条（{row['at']:%Y-%m-%d %H:%M}）：内容被改动")
    mark = marks.get(shard)
    if mark is not None and mark["seq"] == seq and mark["hash"] != row["hash"].hex():
        verdict.faults.append(f"第 {shard} 链第 {seq} 条：与锚点不符，整条链被重写")
    last[shard] = (seq, row["hash"])


async def anchor(connection: asyncpg.Connection, key: bytes) -> bytes:
    """The heads of all chains with a keyed signature, as JSON to be kept outside the database."""
    rows = await connection.fetch("select shard, seq, hash from audit_head where seq > 0 order by shard")
    body = {
        "at": clock.now().isoformat(),
        "heads": {str(r["shard"]): {"seq": r["seq"], "hash": r["hash"].hex()} for r in rows},
    }
    return orjson.dumps({**body, "mac": _mac(body, key)})


def opened(text: bytes, key: bytes) -> dict[str, Any]:
    """An anchor read back; raises ValueError when its signature is wrong."""
    body: dict[str, Any] = orjson.loads(text)
    mac = body.pop("mac", "")
    if not hmac.compare_digest(mac, _mac(body, key)):
        raise ValueError("锚点文件的签名不符，可能被改动")
    return body


def _mac(body: dict[str, Any], key: bytes) -> str:
    return hmac.new(key, orjson.dumps(body, option=orjson.OPT_SORT_KEYS), hashlib.sha256).hexdigest()
