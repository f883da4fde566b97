"""Kept answers are forgotten after two days, and not before."""

import asyncpg

from bole.core.context import Services
from bole.core.database import Database
from bole.worker import forget_answers


async def test_an_answer_is_kept_for_two_days(database: Database, sees: asyncpg.Connection) -> None:
    await sees.execute(
        "insert into idempotency (actor_id, key, body_hash, answer, at) select gen_random_uuid(), k, '', '',"
        " now() - hours * interval '1 hour' from (values ('old', 49), ('young', 47)) v (k, hours)"
    )
    await forget_answers(Services(database))
    assert [r["key"] for r in await sees.fetch("select key from idempotency")] == ["young"]
