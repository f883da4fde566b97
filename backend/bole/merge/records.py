"""The records that are one person: a record, and those that were merged into it and stand so."""

from typing import Final
from uuid import UUID

import sqlalchemy as sa

from bole.core.context import Context

ONE_PERSON: Final = sa.text("""
with recursive one as (
  select cast(:record as uuid) as id
  union
  select m.absorbed_id from one join talent_merge m on m.survivor_id = one.id where m.undone_at is null
)
select id from one order by id <> :record, id""")


async def records_of(ctx: Context, talent_id: UUID) -> list[UUID]:
    """This one first. What is asked for a person is asked for each of them: a copy left in a closed record is a copy.
    As the platform: the other record may have been kept by a unit out of the officer's scope."""
    return list((await ctx.db.execute(ONE_PERSON, {"record": talent_id})).scalars())
