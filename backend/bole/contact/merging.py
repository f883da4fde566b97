"""What becomes of contact when two records are one: it all goes to the record that stays."""

from uuid import UUID

from bole.contact.rules import ASSIGNMENT_FLOW, AssignmentStatus
from bole.merge.joining import Joining
from bole.merge.parts import goes


async def _assignments(joining: Joining) -> None:
    """A post looks after a person once: where it looked after both, the one that was absorbed ends."""
    ended = AssignmentStatus.ENDED.value
    mine = {r["post_id"] for r in joining.of("contact_assignment", joining.survivor) if r["status"] != ended}
    for row in joining.of("contact_assignment", joining.absorbed):
        if row["status"] != ended and row["post_id"] in mine:
            after = ASSIGNMENT_FLOW.after(AssignmentStatus(row["status"]), "end")
            await joining.connection.execute(
                "update contact_assignment set status = $2, valid_until = greatest(valid_from, $3), "
                "appointment_id = null, end_reason = $4 where id = $1",
                UUID(row["id"]),
                after.value,
                joining.ctx.today,
                joining.reason,
            )
            joining.summary.append("同一岗位对两条记录都有联系安排的，只留保留记录的一项")


goes(
    "contact_assignment", "联系安排", settle=_assignments, told=lambda r: f"自 {r['valid_from']}", position=30,
    rule="转入保留的记录；同一岗位重复安排的只留一项", computed=frozenset({"next_due_on"}),
)  # fmt: skip
goes("contact_log", "联系记录", told=lambda r: f"{r['occurred_on']} {r['post_then']}", position=31)
goes("need", "需求", told=lambda r: r["content"], position=32)
goes("suggestion", "建议", told=lambda r: r["content"], position=33)
goes("proposed_change", "资料变动线索", told=lambda r: f"{r['raised_on']} 提出", position=34)
