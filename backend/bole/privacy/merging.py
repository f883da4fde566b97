"""What becomes of a person's requests when two records are one: they were the same person's, and run on."""

from uuid import UUID

from bole.merge.joining import Joining
from bole.merge.parts import goes, stays
from bole.privacy.rules import OPEN


async def _one_of_a_kind(joining: Joining) -> None:
    """Of one kind one request runs: where both run, the absorbed record's is answered where it was raised."""
    running = {s.value for s in OPEN}
    mine = {r["kind"] for r in joining.of("data_request", joining.survivor) if r["status"] in running}
    for row in joining.of("data_request", joining.absorbed):
        if row["status"] in running and row["kind"] in mine:
            joining.staying["data_request"].add(UUID(row["id"]))


goes(
    "data_request", "个人信息请求", settle=_one_of_a_kind, told=lambda r: f"{r['raised_on']} 提出", position=70,
    rule="转入保留的记录；同类的两项都在办理的，并入记录的一项留在原记录上答复",
)  # fmt: skip
stays("erasure", "删除记录", why="写的是当时删除了哪一条记录的资料，不改")
stays("deletion_notice", "删除通知", why="写的是当时通知了什么，伙伴按原卡号查找")
