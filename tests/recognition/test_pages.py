"""What the pages ask beside the flow: whom one may enrol, and scores that are told only when all have given theirs."""

import sqlalchemy as sa
from tests.recognition.test_experts import GOOD, an_expert, to_be_scored
from tests.recognition.world import World

from bole.core.context import Work
from bole.recognition import expert_service
from bole.recognition.expert_service import ScoreIn
from bole.recognition.graphql import once_all_are_in
from bole.recognition.models import ScoreSheet


async def test_who_sits_where_experts_sit_may_be_enrolled_once(world: World) -> None:
    async def candidates() -> set[str]:
        async with Work(world.services).read(world.office) as ctx:
            return {one.name for one in await expert_service.expert_candidates(ctx)}

    assert await candidates() == set()
    account = await world.an_account("方宇岚")
    await world.add_sql(
        "update account set person_id = (select person_id from appointment a join post p on p.id = a.post_id"
        " where p.code = 'kexie-experts' limit 1) where id = $1",
        account.id,
    )
    assert await candidates() == {"方宇岚"}
    await world.do(world.office, expert_service.enrol_expert, account_id=account.id, employer_name="韩江大学")
    assert await candidates() == set()


async def test_nobody_reads_a_score_while_another_expert_may_still_be_swayed(world: World) -> None:
    application = await to_be_scored(world)
    (first, me), (second, other) = await an_expert(world, "甲"), await an_expert(world, "乙")
    ids = [first.id, second.id]
    await world.do(world.office, expert_service.invite_experts, application_id=application.id, expert_ids=ids)

    async def scores(expert_id: object, actor: object) -> None:
        sheet = await world.one(ScoreSheet, expert_id=expert_id)
        await world.do(actor, expert_service.accept_sheet, sheet_id=sheet.id)  # type: ignore[arg-type]
        given = [ScoreIn(code=c, score=n) for c, n in GOOD.items()]
        await world.do(actor, expert_service.score_sheet, sheet_id=sheet.id, scores=given)  # type: ignore[arg-type]

    async def told() -> list[float | None]:
        table = ScoreSheet.__table__  # type: ignore[attr-defined]
        stmt = sa.select(once_all_are_in("total")(table.c)).where(table.c.application_id == application.id)
        async with Work(world.services).read(world.office) as ctx:
            return list((await ctx.db.execute(stmt)).scalars())

    await scores(first.id, me)
    assert await told() == [None, None]
    await scores(second.id, other)
    assert await told() == [82.0, 82.0]
