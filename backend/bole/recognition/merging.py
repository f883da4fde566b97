"""What becomes of recognition when two records are one: applications, papers, certificates and places go to the
record that stays; of what one person may have only once, the kept record's goes on."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from bole.merge.joining import Joining
from bole.merge.parts import follows, goes, stays
from bole.recognition.flow_rules import (
    APPLICATION_FLOW,
    RECOGNITION_FLOW,
    RUNNING,
    ApplicationStatus,
    RecognitionStatus,
)

OPEN = frozenset(s.value for s in RUNNING)


async def _one_running(joining: Joining) -> None:
    """One application runs: of two, the absorbed record's is withdrawn."""
    mine = [r for r in joining.of("recognition_application", joining.survivor) if r["status"] in OPEN]
    for row in joining.of("recognition_application", joining.absorbed):
        if mine and row["status"] in OPEN:
            after = APPLICATION_FLOW.after(ApplicationStatus(row["status"]), "withdraw")
            await joining.connection.execute(
                "update recognition_application set status = $2, ended_on = $3, end_reason = $4, holder_id = null,"
                " due_on = null, due_from = null, due_days = null where id = $1",
                UUID(row["id"]),
                after.value,
                joining.ctx.today,
                joining.reason,
            )
            joining.summary.append("两条记录都有正在办理的认定申请，只留保留记录的一份")


def _days(row: dict[str, Any]) -> tuple[date, date]:
    return date.fromisoformat(row["valid_from"]), date.fromisoformat(row["ended_on"] or row["valid_until"])


async def _one_level_a_day(joining: Joining) -> None:
    """A certificate that shares a day with one of the kept record stays where it was issued, and holds no longer."""
    mine = [_days(r) for r in joining.of("recognition", joining.survivor)]
    for row in joining.of("recognition", joining.absorbed):
        since, until = _days(row)
        if not any(since <= last and first <= until for first, last in mine):
            continue
        joining.staying["recognition"].add(UUID(row["id"]))
        if row["status"] == RecognitionStatus.EFFECTIVE:
            after = RECOGNITION_FLOW.after(RecognitionStatus.EFFECTIVE, "exit")
            last = max(joining.ctx.today - timedelta(days=1), since - timedelta(days=1))
            await joining.connection.execute(
                "update recognition set status = $2, ended_on = $3, end_reason = $4 where id = $1",
                UUID(row["id"]),
                after.value,
                last,
                joining.reason,
            )
            joining.summary.append(f"{row['certificate_number']} 与保留记录的认定重叠，随合并终止")


async def _one_place(joining: Joining) -> None:
    """One person takes one place of a batch."""
    mine = {r["batch_id"] for r in joining.of("programme_member", joining.survivor)}
    for row in joining.of("programme_member", joining.absorbed):
        if row["batch_id"] in mine:
            joining.staying["programme_member"].add(UUID(row["id"]))


goes(
    "recognition_application", "认定申请", settle=_one_running, told=lambda r: r["number"] or "草稿", position=60,
    rule="转入保留的记录；两条都有正在办理的，只留保留记录的一份",
    together=frozenset({"status", "ended_on", "end_reason", "holder_id", "due_on", "due_from", "due_days"}),
)  # fmt: skip
for _table, _word in (
    ("recognition_party", "参与申请的单位"),
    ("recognition_stage", "申请的步骤"),
    ("recognition_review", "部门联审"),
    ("recognition_notice", "公示"),
    ("recognition_objection", "公示异议"),
    ("recognition_attachment", "选用的材料"),
):
    follows(_table, _word, rule="随申请", kept=False)
goes("recognition_evidence", "佐证材料", told=lambda r: r["filename"], position=61)
goes(
    "recognition", "认定与证书", settle=_one_level_a_day, told=lambda r: r["certificate_number"], position=62,
    rule="转入保留的记录；与保留记录的认定同日有效的，留在原记录并终止",
    together=frozenset({"status", "ended_on", "end_reason"}),
)  # fmt: skip
goes("recognition_check", "认定复核", told=lambda r: f"{r['checked_on']} 复核", position=63)
goes("recognition_ban", "禁止申报", told=lambda r: f"至 {r['valid_until']}", position=64)
goes(
    "programme_member", "人才计划入选", settle=_one_place, told=lambda r: f"{r['selected_on']} 入选", position=65,
    rule="转入保留的记录；同一批次只占一个名额",
)  # fmt: skip
stays("directory_impact", "目录试算名单", why="写的是试算当日的结果，重新试算即更新")
